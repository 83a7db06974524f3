"""Portsmouth 1905: told and not quoted, nothing known too early, and its record ends at the treaty that was signed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring.loader import load, load_history
from game.engine.engine import begin
from game.engine.history import history_until
from game.engine.package import Package
from game.engine.state import State, Status
from game.engine.view import view
from game.engine.worth import worth
from game.paths import shipped_root

NAME, DEADLOCK = "portsmouth-1905", "portsmouth-1905-08-23"
NEVER_CODED = {"railway-guards", "coal-mines"}
"""In the treaty, but no account seen tells when they were agreed (scenarios/portsmouth-1905/NOTES.md)."""
FILES = sorted((shipped_root() / "scenarios" / NAME).rglob("*.yaml"))
TREATY = {issue: one.option for issue, one in load(NAME).benchmarks if one.option}


def at_the_end() -> State:
    _, state = history_until(load(NAME), load_history(NAME), "1905-08-29")
    assert state is not None
    return state


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def test_the_record_ends_at_the_clauses_of_the_treaty() -> None:
    state = at_the_end()

    agreed = {one.id: state.standing(one.id) for one in state.scenario.agenda.issues if one.id not in NEVER_CODED}
    assert {issue: standing.status for issue, standing in agreed.items()} == dict.fromkeys(agreed, Status.AGREED)
    assert {issue: standing.agreement.option for issue, standing in agreed.items() if standing.agreement} == {
        issue: option for issue, option in TREATY.items() if issue not in NEVER_CODED
    }
    assert len(agreed) == 11


@pytest.mark.parametrize(
    ("day", "agreed"),
    [
        # Brinkley: demands I and II on the 14th, the lease on the 15th, VII and VIII on the 16th, XII on the 18th.
        ("1905-08-14", {"korea", "evacuation"}),
        ("1905-08-16", {"korea", "evacuation", "lease", "southern-line", "line-use"}),
        ("1905-08-18", {"korea", "evacuation", "lease", "southern-line", "line-use", "fisheries"}),
    ],
)
def test_what_was_agreed_by_a_day_is_what_the_chronology_has(day: str, agreed: set[str]) -> None:
    _, state = history_until(load(NAME), load_history(NAME), day)

    assert state is not None
    assert {one.id for one in state.scenario.agenda.issues if state.standing(one.id).agreement} == agreed


def test_the_treaty_is_better_than_none_for_both_and_peace_without_land_or_money_is_so_for_japan() -> None:
    scenario = load(NAME)
    figures = {
        party.id: (worth(scenario.agenda, scenario.stake(party.id), Package.of(TREATY)), scenario.stake(party.id))
        for party in scenario.agenda.parties
    }
    # What Tokyo was ready to sign on 28 August.
    bare = {**TREATY, "sakhalin": "fisheries-and-trade", "war-costs": "each-its-own"}

    assert all(value > stake.reservation for value, stake in figures.values())
    assert worth(scenario.agenda, scenario.stake("japan"), Package.of(bare)) > scenario.stake("japan").reservation


def test_nothing_is_quoted_and_every_move_of_the_record_says_who_tells_it() -> None:
    assert len(FILES) >= 15
    assert not [path.name for path in FILES if re.search(r"\bquote:|basis: attested", text_of(path))]
    for meeting in load_history(NAME):
        for move in meeting.moves:
            assert not move.citation.verbatim
            assert move.citation.title
            assert move.citation.text
            assert getattr(move.move, "words", "") == ""


def test_every_work_of_the_catalogue_is_cited_somewhere() -> None:
    catalogue = text_of(shipped_root() / "scenarios" / NAME / "scenario.yaml")
    works = set(re.findall(r"^  ([a-z0-9-]+): \{title:", catalogue, re.MULTILINE))
    cited = {name for path in FILES for name in re.findall(r"\bwork: ([a-z0-9-]+)", text_of(path))}

    assert len(works) > 20
    assert cited == works


@pytest.mark.parametrize("party", ["japan", "russia"])
def test_what_was_decided_later_is_not_known_when_the_talks_open(party: str) -> None:
    told = " ".join(event.text for event in view(begin(load(NAME)), party).events)
    assert "twelve demands" in told
    for later in ("Tsar writes", "ambassador reports", "elder statesmen", "advises Japan"):
        assert later not in told


def test_the_deadlock_opens_after_what_led_to_it_and_each_side_knows_its_own() -> None:
    opening = begin(load(DEADLOCK))
    told = {party: " ".join(event.text for event in view(opening, party).events) for party in ("japan", "russia")}

    assert "the Tsar writes that there will be no land" in told["russia"]
    assert "the Tsar writes" not in told["japan"]
    assert "advises Japan" in told["japan"]
    assert not any("elder statesmen" in one or "ambassador reports" in one for one in told.values())
    assert {one.id for one in opening.scenario.agenda.issues} == {
        *("sakhalin", "straits", "war-costs", "interned-ships", "naval-limit"),
        *NEVER_CODED,
    }
