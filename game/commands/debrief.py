"""``plenipo debrief``: a game beside the record; two games side by side; the games of a class in one report."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.lines import NotFound, coded, documents_of, saved
from game.commands.telling import complain, tell, tell_json, written_new

if TYPE_CHECKING:
    from game.debrief import Coded, Findings
    from game.play.session import Session

SUMMARY = "summary"


class NoChair(Exception):
    """Nobody sits there; the message is a sentence."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The records; ``--as``, ``--section``, ``--html``, ``--csv``, ``--json``."""
    parser.add_argument(
        "record", metavar="RECORD", nargs="+", help="a saved game, or the path of a record; several for a class"
    )
    parser.add_argument(
        "--as", dest="party", metavar="PARTY", default="", help="whose debrief; the player's when left out"
    )
    parser.add_argument("--section", metavar="NAME", default=SUMMARY, help="one page of it, or all; see the first page")
    parser.add_argument("--html", metavar="FILE", default="", help="write one page to read or print; a new file")
    parser.add_argument("--csv", metavar="FILE", default="", help="write a line for a gradebook; a new file")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace) -> int:
    """Print or write the debrief of one side, or of several games."""
    from game.authoring.diagnostics import suggestion
    from game.debrief.sections import PAGES
    from game.debrief.terminal import EVERYTHING

    known = (*PAGES, EVERYTHING)
    if chosen.section not in known:
        complain(f"the debrief has no page “{chosen.section}”; {suggestion(chosen.section, known)}")
        return 2
    if len(chosen.record) > 1:
        from game.commands.classes import run_class

        return run_class(chosen)
    try:
        found = debriefed(chosen.record[0], chosen.party)
    except NotFound as failure:
        complain(str(failure))
        return 3
    except NoChair as failure:
        complain(str(failure))
        return 2
    return _shown(chosen, found)


def _shown(chosen: argparse.Namespace, found: Findings) -> int:
    """The debrief in the form asked for; the exit code."""
    code = 0
    if chosen.html:
        from game.debrief.html import document

        documents = documents_of(found.state.scenario.agenda.sources)
        code = written_new(Path(chosen.html), [document(found, documents)])
    if chosen.csv and not code:
        from game.debrief.gradebook import gradebook, line

        code = written_new(Path(chosen.csv), [gradebook([line(found, shown_name(chosen.record[0]))])])
    if chosen.json:
        from game.debrief.plain_values import values

        tell_json({"version": 1, "record": chosen.record[0], **values(found)})
    elif not chosen.html and not chosen.csv:
        _told(chosen, found)
    return code


def _told(chosen: argparse.Namespace, found: Findings) -> None:
    from game.debrief.terminal import contents, rendered

    tell(rendered(found, chosen.section).rstrip("\n"))
    if chosen.section == SUMMARY:
        tell("\n" + contents(f"plenipo debrief {chosen.record[0]} --section NAME").rstrip("\n"))


def shown_name(record: str) -> str:
    """What a game is called in a report: its file's name without what every record's name ends in."""
    from game.play.saves import SUFFIX

    return Path(record).name.removesuffix(SUFFIX)


def debriefed(name: str, party: str = "") -> Findings:
    """The debrief of one record, for ``party`` or else its player. Raises NotFound, NoChair."""
    from game.debrief import findings

    session = saved(name)
    parties = [one.id for one in session.scenario.agenda.parties]
    chair = party or _player(session, parties)
    if chair not in parties:
        raise NoChair(f"there is no chair “{chair}”; there are: {', '.join(parties)}")
    return findings(session, chair, coded(session.scenario.id), wider(session.scenario.id))


def _player(session: Session, parties: list[str]) -> str:
    return next(iter(session.human_parties), parties[0])


def wider(scenario: str) -> Coded | None:
    """The scenario this one is a part of, with its record: the days after the game's own are told from it."""
    from game.authoring import loader
    from game.debrief import Coded

    found = loader.load_wider(scenario)
    return Coded(*found) if found else None
