"""``list``, ``where`` and ``show``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.authoring.copies import bad_scenarios, changed
from tests.commands.conftest import Said

Plenipo = Callable[..., Said]


def test_list_names_scenarios_and_chairs(plenipo: Plenipo) -> None:
    said = plenipo("list")
    assert said.code == 0
    assert "small-table\n    A small table: Three issues, made for tests\n" in said.out
    assert "3 issues, 2 meetings; chairs: china (T. V. Soong), ussr (V. M. Molotov)" in said.out


def test_list_as_json_has_version_scenarios_and_saves(plenipo: Plenipo) -> None:
    found = json.loads(plenipo("list", "--json").out)
    assert found["version"] == 1
    assert [one["id"] for one in found["scenarios"]] == ["second-day", "small-table"]
    assert found["scenarios"][1]["chairs"] == {"china": "T. V. Soong", "ussr": "V. M. Molotov"}
    assert (found["broken"], found["saves"]) == ([], [])


def test_list_tells_of_a_scenario_with_mistakes_on_standard_error(root: Path, plenipo: Plenipo) -> None:
    changed(root, bad_scenarios()["S210-unknown-meeting"]["changes"][0])
    said = plenipo("list")
    assert said.code == 0
    assert "second-day" not in said.out
    assert said.err == "plenipo: “second-day” has mistakes and can't be played; run: plenipo check second-day\n"


def test_where_names_the_folders_in_use(root: Path, plenipo: Plenipo) -> None:
    said = plenipo("where")
    assert said.code == 0
    for name in ("scenarios", "sources", "saves"):
        assert str(root / name) in said.out


def test_show_numbers_lines_and_marks_catalogue_matter(plenipo: Plenipo) -> None:
    said = plenipo("show", "small-minutes")
    assert said.code == 0
    lines = said.out.splitlines()
    assert "    1 | Catalogue entry: a small table, made for tests" in lines
    assert "    5   Molotov: The board shall have seven members, four and three." in lines
    assert "rights: Made for tests." in lines


def test_show_line_marks_it_among_its_neighbours(plenipo: Plenipo) -> None:
    lines = plenipo("show", "small-minutes", "--line", "7").out.splitlines()
    assert "    7 > Soong: If ownership is half and half, why should the board be four" in lines
    assert lines[-1].startswith("   11")


def test_show_line_that_is_not_there_is_told(plenipo: Plenipo) -> None:
    for number in ("0", "17", "-1"):
        said = plenipo("show", "small-minutes", "--line", number)
        assert (said.code, said.out) == (3, "")
        assert said.err == f"plenipo: small-minutes has lines 1 to 16, not {number}\n"


def test_show_unknown_source_is_told_with_a_suggestion(plenipo: Plenipo) -> None:
    said = plenipo("show", "small-minuets")
    assert said.code == 3
    assert said.err == "plenipo: there is no source “small-minuets”; did you mean “small-minutes”?\n"
