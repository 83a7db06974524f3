"""What became of a proposal: sentences worked out by hand at the small table of ``tests/builders.py``."""

from game.engine.engine import apply, begin
from game.engine.moves import Accept, Hold, Propose, Reject, Terms, Yield
from game.engine.package import Package
from game.engine.state import Status
from game.engine.view import view
from game.play.answers import answer_given, status_on
from tests.builders import small

PORT = "dairen-status"


def named(by, option, terms=Terms.SEVERABLE):
    return Propose(by, Package.of({PORT: option}), terms)


def seen(*moves, party="china"):
    """What a side sees after these moves; the Soviet side opens."""
    state = begin(small())
    for move in moves:
        state = apply(state, move).after
    return view(state, party)


def test_status_of_a_package_met_by_a_proposal_is_open_not_tabled():
    # the engine's own status counts positions, and a package that holds only as a whole moves none
    found = seen(named("ussr", "soviet-port", Terms.WHOLE), named("china", "free-port"))
    assert found.standing(PORT).status is Status.TABLED
    assert status_on(found, PORT) is Status.OPEN


def test_status_of_one_sides_proposal_is_tabled():
    assert status_on(seen(named("ussr", "soviet-port")), PORT) is Status.TABLED


def test_answer_given_tells_refusal_and_counter_to_a_package():
    refused = (named("ussr", "soviet-port", Terms.WHOLE), Reject("china", (), 1))
    found = seen(*refused, named("china", "free-port"), party="ussr")
    assert status_on(found, PORT) is Status.OPEN
    assert answer_given(found, PORT) == (
        "The Chinese side refused “Soviet port”, part of a package; its counter-proposal: “Free port”."
    )


def test_answer_given_tells_refusal_and_counter_to_a_position():
    moves = (named("ussr", "soviet-port"), Reject("china", (PORT,)), named("china", "joint-use"))
    assert answer_given(seen(*moves, party="ussr"), PORT) == (
        "The Chinese side refused “Soviet port”; its counter-proposal: “Joint use”."
    )
    assert answer_given(seen(*moves), PORT) == "You refused “Soviet port”; your counter-proposal: “Joint use”."


def test_answer_given_without_a_counter_tells_where_the_refuser_stands():
    refused = (named("ussr", "soviet-port"), Reject("china", (PORT,)))
    silent, stands = "its counter-proposal: none yet", "its position: “Free port”"
    assert answer_given(seen(*refused, party="ussr"), PORT) == f"The Chinese side refused “Soviet port”; {silent}."
    before = (Yield("ussr"), named("china", "free-port"))
    found = seen(*before, *refused, party="ussr")
    assert answer_given(found, PORT) == f"The Chinese side refused “Soviet port”; {stands}."


def test_answer_given_is_over_once_the_refused_side_has_moved():
    moves = (named("ussr", "soviet-port"), Reject("china", (PORT,)), named("china", "free-port"))
    assert answer_given(seen(*moves, named("ussr", "joint-use")), PORT) == ""
    assert "refused" in answer_given(seen(*moves, Hold("ussr", (PORT,))), PORT)


def test_answer_given_says_that_both_name_one_option_until_one_accepts():
    same = (named("ussr", "joint-use"), named("china", "joint-use"))
    assert answer_given(seen(*same), PORT) == "Both sides name “Joint use”; neither has accepted it."
    agreed = (*same, Accept("ussr", Package.of({PORT: "joint-use"})))
    assert answer_given(seen(*agreed), PORT) == ""
