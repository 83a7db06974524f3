"""What is taken over from a moment ago is what would be worked out anew; and that it is taken over, counted."""

from __future__ import annotations

from dataclasses import replace

from game.delegates import ground as room
from game.delegates.counterpart import listening
from game.delegates.ground import survey
from game.delegates.recall import recalled
from game.delegates.registry import make
from game.engine.engine import apply, begin
from game.engine.ledger import Ledger
from game.engine.moves import Propose, Yield
from game.engine.package import Package
from game.engine.view import view
from game.play.chance import draw
from tests.builders_large import Shape, build
from tests.delegates.games import at_the_table


def test_recalled_work_is_done_once_for_the_same_objects_and_anew_for_equal_ones():
    done = []
    work = recalled(2)(lambda one: done.append(one) or len(done))
    first, equal = [1], [1]
    assert [work(first), work(first), work(equal), work(first), work(equal)] == [1, 1, 2, 1, 2]


def test_recalled_work_is_done_once_for_what_is_said_to_be_alike():
    done = []
    work = recalled(2, lambda one, other: one[0] == other[0])(lambda one: done.append(one) or len(done))
    assert [work([1, 2]), work([1, 3]), work([2, 3])] == [1, 1, 2]


def test_recalled_results_are_dropped_when_there_are_too_many():
    done = []
    work = recalled(1)(lambda one: done.append(one) or len(done))
    first, other = object(), object()
    assert [work(first), work(other), work(first)] == [1, 2, 3]


def test_survey_after_a_move_looks_again_only_at_the_issues_it_touched():
    before = at_the_table("ussr", railway_board=("parity", "soviet-majority"), railway_guards=("chinese", "soviet"))
    known = survey(view(before, "china"))
    after = apply(before, Propose("ussr", Package.of({"railway-guards": "later"}))).after
    found = survey(view(after, "china"))
    agenda = before.scenario.agenda
    assert [one is other for one, other in zip(known, found, strict=True)] == [
        issue.id != "railway-guards" for issue in agenda.issues
    ]
    quiet = apply(after, Yield("china")).after
    assert survey(view(quiet, "china")) is found


def test_survey_and_account_gone_on_from_equal_those_made_afresh(monkeypatch):
    """A whole game of two counterparts, and one of another pair of tempers looked at in between."""
    games = [(begin(build(seed, Shape(issues=12, exchanges=8))), seed) for seed in (1, 2)]
    seats = {party: make("counterpart", 3, party) for party in ("china", "ussr")}
    looked = 0
    while games:
        state, seed = games.pop(0)
        if state.ending is None:
            move = draw(state, seed)
            if move is None:
                seen = view(state, state.floor)
                known = survey(seen)
                heard = listening.account(seen, known)
                with monkeypatch.context() as patch:
                    patch.setattr(listening, "_lately", ())
                    patch.setattr(room, "_terrain", room._Terrain)
                    fresh = survey(seen)
                    assert known == fresh
                    assert heard[3:] == listening.account(seen, fresh)[3:]
                looked += 1
                move = seats[state.floor].choose(seen).move
            games.append((apply(state, move).after, seed))
    assert looked > 40


def test_account_of_other_talks_is_not_gone_on_from():
    state = at_the_table("ussr", railway_guards=("chinese", "soviet"))
    offered = apply(state, Propose("ussr", Package.of({"railway-guards": "later"}))).after
    seen = view(offered, "china")
    assert listening.account(seen, survey(seen)).trails[1].furthest == 1
    otherwise = replace(seen, ledger=Ledger(line._replace(option="soviet") for line in seen.ledger), offers=())
    assert listening.account(otherwise, survey(otherwise)).files["railway-guards"].given[0].option == "soviet"
