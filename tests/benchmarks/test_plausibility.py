"""The decision points of the record: how replies are read off it, and the bars of design.md section 8."""

from __future__ import annotations

import pytest

from game.authoring.loader import load, load_history
from game.delegates.counterpart.ranking import Kind, Reply
from game.engine.moves import Accept, Argue, Hold, Propose, Reject, Reserve
from game.engine.package import Package
from tests.benchmarks.plausibility import FIRST_BAR, SCENARIO, THREE_BAR, kind_of, points, repeat, replies_at
from tests.benchmarks.shares import Share
from tests.delegates.games import at_the_table

BOARD = "railway-board"
JOINT = Package.of({BOARD: "joint-board"})


def proposal(option):
    return Propose("china", Package.of({BOARD: option}))


@pytest.mark.parametrize(
    ("held", "move", "reply"),
    [
        ((None, "soviet-majority"), proposal("parity"), Reply(Kind.COUNTER, "parity")),
        (("parity", "soviet-majority"), proposal("joint-board"), Reply(Kind.CONCEDE, "joint-board")),
        (("joint-board", "soviet-majority"), proposal("parity"), Reply(Kind.COUNTER, "parity")),
        (("parity", "soviet-majority"), proposal("parity"), Reply(Kind.STAND)),
        (("parity", "joint-board"), proposal("joint-board"), Reply(Kind.ACCEPT, "joint-board")),
        (
            ("parity", "joint-board"),
            Accept("china", Package.of({BOARD: "joint-board"})),
            Reply(Kind.ACCEPT, "joint-board"),
        ),
        (("parity", "joint-board"), Hold("china", (BOARD,)), Reply(Kind.STAND)),
        (("parity", "joint-board"), Reject("china", (BOARD,)), Reply(Kind.STAND)),
        (("parity", "joint-board"), Reserve("china", (BOARD,)), Reply(Kind.PUT_OFF)),
        (("parity", "joint-board"), Argue("china", "parity-in-1924", "treaty"), Reply(Kind.PRESS)),
    ],
)
def test_a_coded_move_is_read_as_a_reply(held, move, reply):
    assert kind_of(at_the_table("china", railway_board=held), move, BOARD) == reply


def test_at_the_points_of_the_record_the_bars_hold():
    found = list(points(load(SCENARIO), load_history(SCENARIO)))
    assert len(found) > 100
    assert {point.state.sitting.date for point in found} == {f"1945-07-{day}" for day in ("02", "09", "10", "11", "12")}
    first = three = repeats = Share(0, 0)
    for point in found:
        kinds = [one.kind for one in replies_at(point)]
        first += Share(kinds[0] is point.reply.kind, 1)
        three += Share(point.reply.kind in kinds[:3], 1)
        repeats += Share(repeat(point) is point.reply.kind, 1)
    assert first.value >= FIRST_BAR, str(first)
    assert three.value >= THREE_BAR, str(three)
    assert first.value > repeats.value, f"{first} against {repeats}"


def test_a_known_point_of_the_minutes_is_found():
    # 10 July, line 58: Soong says "We need ratification", Molotov "Agree."
    [point] = [one for one in points(load(SCENARIO), load_history(SCENARIO)) if one.issue == "treaty-ratification"]
    assert (point.party, point.line, point.reply) == ("ussr", 58, Reply(Kind.ACCEPT, "ratification"))
