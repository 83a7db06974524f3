"""What was asked for and offered, by one's own points: nothing in it hangs on what the other side keeps to itself.

The points expected are the engine's own for each option of the small table.
"""

from __future__ import annotations

from dataclasses import replace

from game.debrief.demands import demands
from game.engine.moves import Propose, Yield
from game.engine.package import Package
from game.engine.worth import points
from game.plain.chair import Chair
from game.plain.house import Game
from game.play.session import Session
from game.play.setup import HUMAN, Setup
from game.play.walk import walked
from tests.builders import small

BOTH = Setup("small", {"china": HUMAN, "ussr": HUMAN}, seed=7)
MOVES = (
    Propose("ussr", Package.of({"railway-board": "soviet-majority"})),
    Propose("china", Package.of({"railway-board": "parity"})),
)


def figure_of(scenario, moves=MOVES, party="china"):
    session = Session.start(scenario, BOTH)
    for move in moves:
        assert not hasattr(session.play(move), "remedy"), "refused"
    chair = Chair(Game(session, "", ""), party)
    return demands(chair.view, walked(chair, ()))


def test_demands_before_both_have_spoken_to_an_issue_are_nothing():
    assert figure_of(small(), (Yield("ussr"),)) is None


def test_demands_are_the_points_of_both_positions_after_each_move():
    scenario = small()
    worth = {
        option: points(scenario.agenda, scenario.stake("china"), "railway-board", option)
        for option in ("parity", "soviet-majority")
    }
    assert worth["parity"] > worth["soviet-majority"]
    asked, offered = figure_of(scenario).curves
    assert [y for _, y in asked.points][-1] == worth["parity"]
    assert [y for _, y in offered.points][-1] == worth["soviet-majority"]
    assert [x for x, _ in asked.points] == [1, 2]


def test_demands_do_not_change_with_the_other_sides_points_and_instructions():
    scenario = small()
    china, ussr = scenario.stakes
    other = replace(scenario, stakes=(china, replace(ussr, reservation=1)))
    assert figure_of(scenario) == figure_of(other)
