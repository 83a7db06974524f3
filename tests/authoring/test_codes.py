"""Every code is triggered, alone, at the right place, and quickly: one bad scenario for each mistake."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.authoring.codes import CODES, THEMES
from tests.authoring.copies import bad_scenarios, changed, copied, problems

BAD = bad_scenarios()
FOUND_BY_CHECKING = {name: bad for name, bad in BAD.items() if not name.startswith("S6")}
"""Those of S6xx are found by playing: tests/simulate/playtest."""
LONGEST = 2.0
"""Seconds of processor time the check of one small scenario may take, however it is broken."""


def test_sound_scenarios_give_no_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copied(tmp_path))
    assert problems(tmp_path) == ()


@pytest.mark.parametrize("name", FOUND_BY_CHECKING)
def test_bad_scenario_gives_its_code_alone_at_its_place(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = BAD[name]
    monkeypatch.chdir(copied(tmp_path))
    for change in bad["changes"]:
        changed(tmp_path, change)
    began = time.process_time()
    found = problems(tmp_path)
    assert time.process_time() - began < LONGEST
    assert [one.code for one in found] == [name[:4]]
    assert f"{found[0].path}:{found[0].line}:{found[0].column}" == bad["at"]
    assert found[0].message == bad["says"]
    assert found[0].hint == bad["hint"]


def test_every_code_has_a_bad_scenario_and_no_other_is_used() -> None:
    assert {name[:4] for name in BAD} == set(CODES)


def test_every_code_belongs_to_a_theme_and_has_a_paragraph() -> None:
    for code, paragraph in CODES.items():
        assert code[:2] in THEMES
        assert paragraph.endswith(".")
        assert len(paragraph) > 30


def test_mistakes_in_several_files_are_all_reported_by_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copied(tmp_path))
    for name in ("S110-misspelled-key", "S104-tab", "S401-one-letter"):
        for change in BAD[name]["changes"]:
            changed(tmp_path, change)
    railways = tmp_path / "scenarios/small-table/issues/railways.yaml"
    railways.write_text(railways.read_text("utf-8").replace("tier: core", "tier: cor"), "utf-8")
    assert [(one.path.rpartition("/")[2], one.line, one.code) for one in problems(tmp_path)] == [
        ("events.yaml", 2, "S104"),
        ("evidence.yaml", 24, "S401"),
        ("railways.yaml", 5, "S110"),
        ("railways.yaml", 7, "S113"),
        ("railways.yaml", 82, "S113"),
    ]
