"""``plenipo check``: what it counts, what it finds, how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.authoring.copies import bad_scenarios, changed
from tests.commands.conftest import Said

Plenipo = Callable[..., Said]
BAD = bad_scenarios()


def test_sound_scenarios_are_counted(plenipo: Plenipo) -> None:
    said = plenipo("check")
    assert said.code == 0
    assert said.err == ""
    assert said.out.splitlines()[-1] == "no errors"
    # Counted by hand in the files of the small table. Attested: two options of D8, one of D5, one of E1, one person.
    # Reported: Molotov's seat, the option soviet-port, the ground of 1924, the letter. Inferred: rotating-chair, six
    # sets of points, the ground of 1929. Invented: 22 marked so and the lengths of two meetings.
    assert "small-table: 3 issues, 7 options, 15 quotations" in said.out
    assert "values: 5 attested, 4 reported, 8 inferred, 24 invented; documented: 22%" in said.out


def test_one_scenario_is_checked_by_id(plenipo: Plenipo) -> None:
    said = plenipo("check", "second-day")
    assert said.code == 0
    assert "second-day: 2 issues" in said.out
    assert "small-table:" not in said.out


def test_mistake_is_printed_with_place_caret_and_advice(root: Path, plenipo: Plenipo) -> None:
    changed(root, BAD["S110-misspelled-key"]["changes"][0])
    said = plenipo("check", "small-table")
    assert said.code == 1
    assert said.out.startswith(
        "scenarios/small-table/issues/railways.yaml:5:5: unknown key “haeding” [S110]\n"
        "        haeding: Board of directors\n"
        "        ^\n"
        "hint: did you mean “heading”?\n"
    )
    assert said.out.splitlines()[-1] == "1 error"


def test_mistakes_as_json_have_version_and_place(root: Path, plenipo: Plenipo) -> None:
    changed(root, BAD["S401-one-letter"]["changes"][0])
    said = plenipo("check", "--json")
    assert said.code == 1
    found = json.loads(said.out)
    assert found["version"] == 1
    (problem,) = found["problems"]
    assert (problem["code"], problem["line"], problem["severity"]) == ("S401", 24, "error")
    assert problem["path"] == "scenarios/small-table/evidence.yaml"
    assert set(problem) == {"code", "path", "line", "column", "message", "excerpt", "hint", "severity"}
    assert [one["id"] for one in found["scenarios"]] == ["second-day", "small-table"]
    assert found["scenarios"][1]["values"] == {"attested": 5, "reported": 4, "inferred": 8, "invented": 24}
    assert found["scenarios"][1]["documented"] == pytest.approx(9 / 41, abs=0.0001)
    assert found["quotations"] == 15


def test_unknown_name_is_told_with_a_suggestion(plenipo: Plenipo) -> None:
    said = plenipo("check", "smal-table")
    assert said.code == 3
    assert said.out == ""
    assert said.err == "plenipo: there is no scenario or source “smal-table”; did you mean “small-table”?\n"


@pytest.mark.parametrize(
    "name",
    [
        "scenarios/small-table",
        "scenarios/small-table/",
        "scenarios/small-table/issues/railways.yaml",
        "./scenarios/small-table/scenario.yaml",
        "scenarios",
    ],
)
def test_scenario_is_checked_by_path(name: str, plenipo: Plenipo) -> None:
    said = plenipo("check", name)
    assert said.code == 0
    assert "small-table: 3 issues" in said.out


def test_scenario_outside_the_folders_in_use_is_checked_with_the_sources_beside_it(
    root: Path, plenipo: Plenipo, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path_factory.mktemp("empty")
    monkeypatch.setenv("PLENIPO_DATA", str(empty))
    monkeypatch.chdir(empty)
    said = plenipo("check", str(root / "scenarios" / "small-table"))
    assert said.code == 0
    assert "1 scenario, 1 source" in said.out


@pytest.mark.parametrize("name", ["small-minutes", "sources/small-minutes"])
def test_source_is_checked_by_id_and_by_path(name: str, root: Path, plenipo: Plenipo) -> None:
    assert plenipo("check", name).code == 0
    changed(root, BAD["S408-beyond-the-text"]["changes"][0])
    assert plenipo("check", name).code == 1


def test_nothing_to_check_is_no_mistake(plenipo: Plenipo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLENIPO_DATA", str(tmp_path / "nowhere"))
    said = plenipo("check")
    assert said.code == 0
    assert "0 scenarios, 0 sources" in said.out


def test_sample_prints_values_with_their_passages_and_the_same_ones_again(plenipo: Plenipo) -> None:
    said = plenipo("check", "--sample", "5", "--seed", "3")
    assert said.code == 0
    assert [line.split(".")[0] for line in said.out.splitlines() if line[:1].isdigit()] == ["1", "2", "3", "4", "5"]
    assert said.out.count("\n   basis: ") == 5
    assert plenipo("check", "--sample", "5", "--seed", "3").out == said.out
    assert plenipo("check", "--sample", "5", "--seed", "4").out != said.out


def test_sample_as_json_keeps_the_seed(plenipo: Plenipo) -> None:
    found = json.loads(plenipo("check", "small-table", "--sample", "2", "--seed", "9", "--json").out)
    assert found["seed"] == 9
    assert len(found["values"]) == 2


def test_sample_of_nothing_is_refused_in_a_sentence(plenipo: Plenipo) -> None:
    said = plenipo("check", "--sample", "0")
    assert (said.code, said.out) == (2, "")
    assert said.err == "plenipo: a sample has at least one value, not 0\n"


@pytest.mark.parametrize("name", ["S202-unknown-option", "S401-one-letter", "S501-illegal"])
def test_extension_tells_of_its_parents_mistakes_once_and_as_the_parents(
    name: str, root: Path, plenipo: Plenipo
) -> None:
    for change in BAD[name]["changes"]:
        changed(root, change)
    found = json.loads(plenipo("check", "second-day", "--json").out)["problems"]
    assert [one["code"] for one in found] == [name[:4]]
    assert "small-table/" in found[0]["path"]
    assert found == json.loads(plenipo("check", "--json").out)["problems"]
