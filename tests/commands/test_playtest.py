"""``plenipo playtest``: findings or a clean bill, by id and by path, and a sentence for every mistake."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.authoring.copies import started
from tests.commands.conftest import Said


def test_sound_scenario_by_id_has_a_clean_bill(plenipo: Callable[..., Said], root: Path):
    started(root)
    said = plenipo("playtest", "two-villages", "--games", "12", "--workers", "1")
    assert said.code == 0
    assert "two-villages: 12 games" in said.out
    assert said.out.endswith("nothing found: a clean bill\n")


def test_findings_end_with_1_and_say_where(plenipo: Callable[..., Said], root: Path):
    party = started(root) / "parties/hillside.yaml"
    text = party.read_text("utf-8")
    party.write_text(text.replace("points: 460", "points: 980"), "utf-8")
    line = text[: text.index("points: 460")].count("\n") + 1
    said = plenipo("playtest", "scenarios/two-villages", "--games", "12", "--workers", "1")
    assert said.code == 1
    assert said.out.startswith(f"scenarios/two-villages/parties/hillside.yaml:{line}:11: no settlement is good enough")
    assert "[S601]" in said.out


def test_json_gives_place_and_figures(plenipo: Callable[..., Said], root: Path):
    party = started(root) / "parties/hillside.yaml"
    party.write_text(party.read_text("utf-8").replace("points: 460", "points: 980"), "utf-8")
    found = json.loads(plenipo("playtest", "two-villages", "--games", "12", "--workers", "1", "--json").out)
    assert (found["version"], found["games"], found["games_not_played"]) == (1, 12, 0)
    (one,) = found["findings"]
    assert (one["code"], one["line"], one["severity"]) == ("S601", 42, "warning")
    # Hillside's best where Lowmead has 460: first draw 700 and ten years 100.
    assert one["measured"] == {"reservations": [980, 460], "best": 800}


def test_part_of_a_scenario_is_not_blamed_for_the_files_of_the_whole(plenipo: Callable[..., Said]):
    said = plenipo("playtest", "second-day", "--games", "6", "--workers", "1")
    codes = {line.rpartition("[")[2] for line in said.out.splitlines() if line.endswith("]")}
    assert not codes & {"S606]", "S607]", "S611]", "S612]", "S613]"}


def test_scenario_with_mistakes_is_not_played(plenipo: Callable[..., Said], root: Path):
    issues = started(root) / "issues/spring.yaml"
    issues.write_text(issues.read_text("utf-8").replace("tier: procedure", "tier: none"), "utf-8")
    said = plenipo("playtest", "two-villages")
    assert said.code == 1
    assert "[S113]" in said.out
    assert said.err == "plenipo: two-villages can't be played yet; mend what “plenipo check” finds first\n"


def test_what_is_not_there_or_makes_no_sense_is_said_in_a_sentence(plenipo: Callable[..., Said]):
    assert plenipo("playtest", "smal-table").err == (
        "plenipo: there is no scenario “smal-table”; did you mean “small-table”?\n"
    )
    assert plenipo("playtest", "smal-table").code == 3
    assert plenipo("playtest", "small-table", "--games", "0").code == 2
    assert plenipo("playtest", "small-table", "--workers", "0").code == 2
    assert plenipo("playtest", "scenarios").err == (
        "plenipo: there are 2 scenarios under scenarios; name one of them\n"
    )


def test_interrupted_playtest_says_nothing(plenipo: Callable[..., Said], root: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*given: object) -> None:
        raise KeyboardInterrupt

    started(root)
    monkeypatch.setattr("game.simulate.playtest.report.shared_out", interrupted)
    said = plenipo("playtest", "two-villages")
    assert (said.code, said.out, said.err) == (130, "", "")
