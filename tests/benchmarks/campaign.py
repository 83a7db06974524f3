"""A saved game of the whole campaign with a long record behind it, as a reader late in the term has it before him."""

from __future__ import annotations

from game.authoring.loader import load, load_history
from game.delegates.delegate import Delegate
from game.delegates.registry import make, reads_history
from game.engine.state import Refusal
from game.play import saves
from game.play.session import Session
from game.play.setup import HUMAN, Setup
from game.ui.archive import Game
from game.ui.chair import Chair
from game.ui.shelves import Shelves
from game.ui.transcript import opening, remarks

SCENARIO = "moscow-1945"
CHAIR, OPPOSITE = "china", "ussr"


SPEECHES = 60
"""Speeches a side in the first meeting: enough that the campaign still goes on when its minutes are long."""


def saved_campaign(lines: int, player: str = "boulware", seed: int = 3) -> tuple[str, int]:
    """Play the campaign with two delegates until its minutes have ``lines`` remarks: the save's id, and how many.

    The chair of the first delegate is a person's in the record, so the game can be gone on with. It stops when that
    chair has the floor; RuntimeError when the game is over before.
    """
    scenario = load(SCENARIO)
    setup = Setup(SCENARIO, {CHAIR: HUMAN, OPPOSITE: "counterpart"}, seed, SPEECHES)
    mine = _seated(player, seed, CHAIR)
    session = Session.start(
        scenario, setup, saves.new_save(scenario, setup), {OPPOSITE: _seated("counterpart", seed, OPPOSITE)}
    )
    chair = Chair(Game(session, CHAIR), Shelves())
    session.advance()
    told = len(opening(chair.view)) + len(remarks(chair, session.steps))
    while told < lines:
        if session.over:
            raise RuntimeError(f"the campaign was over after {told} remarks")
        before = len(session.steps)
        played = session.play(mine.choose(session.view(CHAIR)).move)
        assert not isinstance(played, Refusal), played
        session.advance()
        told += len(remarks(chair, session.steps[before:]))
    name = session.record.header.id
    session.close()
    return name, told


def _seated(name: str, seed: int, party: str) -> Delegate:
    return make(name, seed, party, load_history(SCENARIO) if reads_history(name) else ())
