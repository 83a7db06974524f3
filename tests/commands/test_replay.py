"""``plenipo replay``: the state of the table after a day, in words and in the JSON of design.md section 11."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.commands.conftest import Said

Plenipo = Callable[..., Said]

AFTER_10_JULY = [
    {
        "code": "D8",
        "id": "railway-board",
        "status": "open",
        "china": {"option": "parity", "level": 1, "positions": [1]},
        "ussr": {"option": "soviet-majority", "level": 3, "positions": [2]},
    },
    {
        "code": "D5",
        "id": "railway-guards",
        "status": "open",
        "china": {"option": "chinese", "level": 1, "positions": [1]},
        "ussr": None,
    },
    {
        "code": "E1",
        "id": "dairen-status",
        "status": "agreed",
        "china": {"option": "free-port", "level": 1, "positions": [1, 2]},
        "ussr": {"option": "free-port", "level": 1, "positions": [1, 2]},
    },
]
"""Read off tests/scenarios/small-table/history/1945-07-10.yaml."""


def test_json_has_an_object_for_each_issue(plenipo: Plenipo) -> None:
    said = plenipo("replay", "small-table", "--until", "1945-07-10", "--json")
    assert said.code == 0
    found = json.loads(said.out)
    assert (found["version"], found["scenario"], found["until"]) == (1, "small-table", "1945-07-10")
    assert found["issues"] == AFTER_10_JULY


def test_day_before_the_first_meeting_is_silent(plenipo: Plenipo) -> None:
    found = json.loads(plenipo("replay", "small-table", "--until", "1945-07-01", "--json").out)
    assert [(one["status"], one["china"], one["ussr"]) for one in found["issues"]] == [("silent", None, None)] * 3


def test_state_is_told_issue_by_issue_under_its_heads(plenipo: Plenipo) -> None:
    said = plenipo("replay", "small-table", "--until", "1945-07-10")
    assert said.out.splitlines() == [
        "A small table, 1945-07-10",
        "",
        "IV. Railways",
        "  D8  Board of directors                  open       Five and five | Four and three",
        "  D5  Guards                              open       Chinese guards | –",
        "",
        "V. Dairen",
        "  E1  Status of the port                  agreed     Free port",
    ]


def test_without_a_day_it_is_the_last(plenipo: Plenipo) -> None:
    assert json.loads(plenipo("replay", "small-table", "--json").out)["until"] == "1945-07-12"


@pytest.mark.parametrize("day", ["yesterday", "1945-13-01", "10 July"])
def test_what_is_no_day_is_told(plenipo: Plenipo, day: str) -> None:
    said = plenipo("replay", "small-table", "--until", day)
    assert said.code == 2
    assert said.err == f"plenipo: “{day}” is not a day; write it as 1945-07-10\n"


def test_unknown_name_is_told_with_a_suggestion(plenipo: Plenipo) -> None:
    said = plenipo("replay", "small-tabel")
    assert said.code == 3
    assert "did you mean “small-table”?" in said.err
