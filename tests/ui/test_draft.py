"""Drafts, without a screen."""

from dataclasses import replace

import pytest

from game.engine.engine import apply, begin
from game.engine.moves import Accept, Propose, Reject, Terms, Withdraw
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.view import view
from game.ui.draft import (
    MANNERS,
    Draft,
    accepting,
    begun,
    excess,
    highest_risk,
    in_next_manner,
    move_of,
    rejecting,
    with_issue,
    with_option,
    withdrawing,
)
from tests.builders import small

BOARD, GUARDS, DAIREN = "railway-board", "railway-guards", "dairen-status"


def after(*moves):
    state = begin(small())
    for move in moves:
        state = apply(state, move).after
    return state


def proposed(by, terms=Terms.SEVERABLE, **options):
    return Propose(by, Package.of({name.replace("_", "-"): option for name, option in options.items()}), terms)


def test_with_option_put_in_changed_and_taken_out():
    draft = with_option(begun("propose"), BOARD, "parity")
    assert dict(with_option(draft, BOARD, "joint-board").package.items) == {BOARD: "joint-board"}
    assert len(with_option(draft, BOARD, "parity").package) == 0


def test_with_option_changed_is_no_longer_on_own_responsibility():
    draft = replace(with_option(begun("propose"), BOARD, "soviet-majority"), own=True)
    assert not with_option(draft, GUARDS, "chinese").own


def test_with_issue_twice_is_out_again():
    assert with_issue(with_issue(begun("hold"), BOARD), BOARD).issues == ()


@pytest.mark.parametrize("verb", MANNERS)
def test_in_next_manner_goes_round(verb):
    draft = begun(verb)
    for _ in MANNERS[verb]:
        draft = in_next_manner(draft)
    assert draft == begun(verb)


def test_accepting_position_then_their_package_then_position():
    state = after(proposed("ussr", railway_board="soviet-majority"))
    state = apply(state, proposed("china", railway_board="parity")).after
    state = apply(state, proposed("ussr", Terms.WHOLE, railway_board="soviet-majority", railway_guards="later")).after
    seen = view(state, "china")
    first = accepting(seen, None, BOARD)
    second = accepting(seen, first, BOARD)
    assert (first.offer, dict(first.package.items)) == (0, {BOARD: "soviet-majority"})
    assert (second.offer, dict(second.package.items)) == (3, {BOARD: "soviet-majority", GUARDS: "later"})
    assert accepting(seen, second, BOARD) == first


def test_accepting_second_issue_is_added():
    state = after(proposed("ussr", railway_board="soviet-majority", dairen_status="joint-use"))
    seen = view(state, "china")
    draft = accepting(seen, accepting(seen, None, BOARD), DAIREN)
    assert draft.package.issues == (DAIREN, BOARD)


def test_accepting_nothing_held_is_none():
    assert accepting(view(begin(small()), "china"), None, BOARD) is None


def test_rejecting_their_package_names_the_offer_only():
    state = after(proposed("ussr", Terms.WHOLE, railway_board="soviet-majority", railway_guards="later"))
    draft = rejecting(view(state, "china"), None, BOARD)
    assert move_of(draft, "china") == Reject("china", (), 1)


def test_withdrawing_the_latest_first():
    state = after(
        proposed("ussr", railway_board="soviet-majority"), proposed("china", railway_board="parity"),
        proposed("ussr", railway_guards="soviet"),
    )  # fmt: skip
    seen = view(state, "ussr")
    first = withdrawing(seen, None)
    assert move_of(first, "ussr") == Withdraw("ussr", 3)
    assert move_of(withdrawing(seen, first), "ussr") == Withdraw("ussr", 1)


def test_excess_names_ask_and_forbidden_only():
    # builders.CHINA_STAKES: board F R X, guards F A X
    draft = with_option(with_option(begun("propose"), BOARD, "soviet-majority"), GUARDS, "later")
    found = excess(view(begin(small()), "china"), draft)
    assert found == ((BOARD, "soviet-majority", Latitude.FORBIDDEN), (GUARDS, "later", Latitude.ASK))


def test_highest_risk_adds_the_engines_sizes():
    draft = with_option(with_option(begun("propose"), BOARD, "soviet-majority"), GUARDS, "later")
    assert highest_risk(view(begin(small()), "china"), draft) == 60 + 20  # outcome.RED_LINE, ASKED_IN_VAIN


def test_excess_in_substance_is_nothing():
    draft = replace(with_option(begun("accept"), BOARD, "soviet-majority"), manner="substance")
    assert excess(view(begin(small()), "china"), draft) == ()


def test_move_of_accept_is_ad_referendum():
    assert move_of(with_option(begun("accept"), BOARD, "parity"), "china") == Accept(
        "china", Package.of({BOARD: "parity"})
    )


def test_draft_names_package_before_issues():
    assert Draft("argue", issues=(BOARD,)).named == (BOARD,)
