"""``plenipo minutes``: a game as the record of each of its meetings, in Markdown or as a page to print."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.lines import NotFound, saved
from game.commands.telling import complain, tell, written_new

if TYPE_CHECKING:
    from game.debrief.proceedings import Origin
    from game.play.session import Session

RECORDED = "historical"
"""The delegate whose words are the documents' own."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The record; ``--as``, ``--html``."""
    parser.add_argument("record", metavar="RECORD", help="a saved game, or the path of a record")
    parser.add_argument(
        "--as", dest="party", metavar="PARTY", default="", help="whose telegrams to print as well; nobody's if left out"
    )
    parser.add_argument("--html", metavar="FILE", default="", help="write one page to read or print; a new file")


def run(chosen: argparse.Namespace) -> int:
    """Print the minutes in Markdown, or write them as a page."""
    from game.debrief.minutes_page import markdown, page
    from game.debrief.proceedings import proceedings

    try:
        session = saved(chosen.record)
    except NotFound as failure:
        complain(str(failure))
        return 3
    parties = [one.id for one in session.scenario.agenda.parties]
    if chosen.party and chosen.party not in parties:
        complain(f"there is no chair “{chosen.party}”; there are: {', '.join(parties)}")
        return 2
    found = proceedings(session.opening, session.steps, _origins(session), chosen.party)
    if chosen.html:
        return written_new(Path(chosen.html), [page(found)])
    tell(markdown(found).rstrip("\n"))
    return 0


def _origins(session: Session) -> dict[str, Origin]:
    """Whose words each side's moves carry: a player's own, a document's, or the program's."""
    from game.debrief.proceedings import Origin
    from game.play.setup import HUMAN

    known = {HUMAN: Origin.GIVEN, RECORDED: Origin.VERBATIM}
    return {party: known.get(seat, Origin.COMPOSED) for party, seat in session.setup.seats.items()}
