"""What a state carries on from ply to ply, against the same worked out anew from its fields."""

from __future__ import annotations

from hypothesis import given, settings

from game.engine.engine import begin
from game.engine.moves import Propose, Terms, Yield
from game.engine.state import OfferStatus, amended
from tests.builders import small
from tests.engine.table import BOARD, DAIREN, GUARDS, package, reached
from tests.strategies import picks, played


@settings(max_examples=60, deadline=None)
@given(picks())
def test_what_is_carried_on_after_any_legal_play_is_what_the_fields_say(chosen):
    """``amended`` with the table and the offers themselves forgets what was carried on."""
    state = begin(small(meetings=2))
    assert (state.settled, state.open_on, state.open_wholes) == (package(), {}, ())
    for step in played(state, chosen):
        anew = amended(step.after, table=step.after.table, offers=step.after.offers)
        assert step.after.settled == anew.settled
        assert step.after.open_on == anew.open_on
        assert step.after.open_wholes == anew.open_wholes


@settings(max_examples=60, deadline=None)
@given(picks())
def test_open_offers_after_any_legal_play_are_those_with_that_status_one_of_a_kind_on_each_issue(chosen):
    for step in played(begin(small(meetings=2)), chosen):
        state = step.after
        for party in ("china", "ussr"):
            expected = tuple(one for one in state.offers if one.by == party and one.status is OfferStatus.OPEN)
            assert state.open_offers(party) == expected
            kinds = [(one.terms, issue) for one in expected for issue in one.package.issues]
            assert len(kinds) == len(set(kinds))


def test_open_offers_of_both_kinds_on_one_issue_are_both_known():
    """Two all-or-nothing offers that touch the same issue: the second makes the first lapse, not the severable one."""
    tabled = [
        Propose("china", package(board="joint-board", guards="chinese")),
        Propose("china", package(board="parity", dairen="joint-use"), Terms.WHOLE),
        Propose("china", package(board="joint-board", dairen="free-port"), Terms.WHOLE),
    ]
    state = reached(*[move for one in tabled for move in (Yield("ussr"), one)])
    assert state.open_on == {("china", BOARD): (1, 3), ("china", GUARDS): (1,), ("china", DAIREN): (3,)}
    assert [one.status.value for one in state.offers] == ["open", "lapsed", "open"]
