"""``plenipo debrief``: a game, finished or not, beside the record."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.commands.lines import NotFound, coded, saved
from game.commands.telling import complain, tell

if TYPE_CHECKING:
    from game.play.session import Session


def arguments(parser: argparse.ArgumentParser) -> None:
    """The record; ``--as``."""
    parser.add_argument("record", metavar="RECORD", help="a saved game, or the path of a record")
    parser.add_argument(
        "--as", dest="party", metavar="PARTY", default="", help="whose debrief; the player's when left out"
    )


def run(chosen: argparse.Namespace) -> int:
    """Print the debrief of one side."""
    from game.debrief import findings, render

    try:
        session = saved(chosen.record)
    except NotFound as failure:
        complain(str(failure))
        return 3
    parties = [party.id for party in session.scenario.agenda.parties]
    party = chosen.party or _player(session, parties)
    if party not in parties:
        complain(f"there is no chair “{party}”; there are: {', '.join(parties)}")
        return 2
    tell(render(findings(session, party, coded(session.scenario.id))))
    return 0


def _player(session: Session, parties: list[str]) -> str:
    return next(iter(session.human_parties), parties[0])
