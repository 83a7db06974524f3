"""Changes of mind are logged, and for what really changed."""

from __future__ import annotations

from game.authoring.loader import load
from game.delegates.counterpart.brief import brief
from game.delegates.counterpart.changes import owned_up
from game.delegates.counterpart.temper import Temper
from game.delegates.delegate import Decision
from game.delegates.reasons import Cause
from game.engine.moves import Accept, Propose, Reject, Responsibility, Yield
from game.engine.package import Package
from game.engine.view import view
from tests.benchmarks.consistency import Count, count
from tests.builders_large import Shape, build
from tests.delegates.games import allowing, at_the_table
from tests.delegates.test_statements import REFUSED, after

JOINT = Package.of({"railway-board": "joint-board"})


def changes(state, move, party="china"):
    decision = owned_up(brief(view(state, party), Temper()), Decision(move))
    return [dict(reason.variables) for reason in decision.reasons if reason.code == Cause.CHANGE]


def test_what_contradicts_nothing_is_not_explained():
    assert changes(REFUSED, Propose("china", Package.of({"railway-board": "parity"}))) == []


def test_with_nothing_else_changed_it_is_the_hour():
    state = after(REFUSED, Yield("china"), Yield("ussr"))
    assert [one["since"] for one in changes(state, Accept("china", JOINT))] == ["hour"]


def test_a_step_of_the_other_side_comes_before_the_hour():
    step = Propose("ussr", Package.of({"dairen-status": "joint-use"}))
    state = after(REFUSED, Yield("china"), step)
    found = changes(state, Accept("china", JOINT))
    assert [(one["since"], one["steps"]) for one in found] == [("steps", 1)]


def test_new_instructions_come_before_both():
    # Guards "later" needs asking by China's instructions; it was refused, then an argument on it eased them.
    from dataclasses import replace

    from game.engine.ledger import Deed, Entry
    from game.engine.party import Latitude

    later = Package.of({"railway-guards": "later"})
    state = after(
        at_the_table("ussr"),
        Propose("ussr", later, responsibility=Responsibility.OWN),
        Reject("china", ("railway-guards",)),
        Yield("china"),
    )
    state = allowing(state, "china", "railway-guards", "later", Latitude.REPORT)
    argued = Entry(state.heard, "ussr", Deed.ARGUED, "railway-guards", "a", "b")
    state = replace(state, ledger=state.ledger.with_lines([argued]))
    state = after(state, Yield("ussr"))
    assert [one["since"] for one in changes(state, Accept("china", later))] == ["instructions"]


def test_over_whole_games_nothing_said_is_contradicted_without_a_log():
    # Game-design bar L3. The grounds are looked up in the states, which the counterpart does not see.
    found = Count()
    for scenario in (build(1), build(2, Shape(room=(5,))), load("first-session")):
        count(scenario, range(2), 10, found)
    assert found.statements > 100
    assert found.logged.cases > 20
    assert found.unlogged == []
    assert found.true.value >= 0.95
    assert found.broken_last_words == 0
