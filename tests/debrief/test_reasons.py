"""Arguments and instructions, with the claims, passages and minutes of tests/builders.py."""

from __future__ import annotations

from game.debrief.reasons import bound, unused, used
from game.engine.moves import Accept, Argue, CiteMinutes, Hold, Propose, Reject, Terms, Yield
from tests.debrief.games import OWN, game, package

MAJORITY = Propose("ussr", package(board="soviet-majority"))
TREATY = Argue("china", "parity-in-1924", "treaty")
HEARSAY = Argue("china", "parity-in-1924", "hearsay")
CONFLICT = Argue("ussr", "always-conflict", "1929")


def test_used_tells_strong_from_weak_and_cites_minutes():
    state = game(MAJORITY, HEARSAY, CiteMinutes("china", "railway-board", "m-joint")).state
    assert [(one.passage, one.strong) for one in used(state, "china")] == [
        ("People say so.", False),
        ("a joint board", True),
    ]
    assert used(state, "ussr") == ()


def test_unused_lists_the_strong_passage_and_the_minute_that_would_have_told():
    """Both ease a joint board, which the Soviet side must ask for; the passage of August was not knowable."""
    state = game(MAJORITY).state
    assert [one.passage for one in unused(state, "china")] == ["Ten directors, five a side.", "a joint board"]


def test_unused_weakly_made_claim_is_still_listed():
    assert "Ten directors, five a side." in [one.passage for one in unused(game(MAJORITY, HEARSAY).state, "china")]


def test_unused_strongly_made_claim_is_not_listed_again():
    assert [one.passage for one in unused(game(MAJORITY, TREATY).state, "china")] == ["a joint board"]


def test_unused_rebuttal_is_listed_once_there_is_something_to_rebut():
    assert unused(game(MAJORITY).state, "ussr") == ()
    assert [one.passage for one in unused(game(MAJORITY, TREATY).state, "ussr")] == ["The conflict of 1929."]


def test_unused_on_an_agreed_issue_would_have_told_nothing():
    joint = package(board="joint-board")
    state = game(Propose("ussr", joint, responsibility=OWN), Accept("china", joint)).state
    assert unused(state, "china") == ()


def test_unused_until_an_issue_was_agreed_for_less_names_the_ply_and_the_issue():
    """Parity and a joint board could have been eased; the Soviet majority was agreed at ply 2 without a word."""
    majority = package(board="soviet-majority")
    played = game(MAJORITY, Accept("china", majority, responsibility=OWN))
    [missed] = unused(played.state, "china", played.steps)
    assert (missed.issue, missed.passage, missed.until) == ("railway-board", "Ten directors, five a side.", 2)


def test_unused_before_an_issue_was_agreed_at_ones_best_would_have_brought_nothing():
    parity = package(board="parity")
    played = game(Propose("ussr", parity, responsibility=OWN), Accept("china", parity))
    assert unused(played.state, "china", played.steps) == ()


def test_bound_after_a_refused_whole_offer_covers_all_its_issues():
    offer = Propose("china", package(board="parity", port="free-port"), Terms.WHOLE)
    state = game(Yield("ussr"), offer, Reject("ussr", (), 1), Yield("ussr")).state
    assert [one.issue for one in bound(state, "china", (), {})] == ["railway-board", "dairen-status"]


def test_bound_leaves_out_what_was_agreed_after_all():
    joint = package(board="joint-board")
    state = game(
        MAJORITY,
        Propose("china", joint),
        Hold("ussr", ("railway-board",)),
        Yield("china"),
        Accept("ussr", joint, responsibility=OWN),
    ).state
    assert bound(state, "china", (), {}) == ()
