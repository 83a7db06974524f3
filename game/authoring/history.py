"""The record of what was really done, from its files to moves the engine replays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.authoring.case import cited
from game.authoring.diagnostics import Diagnostic
from game.authoring.folder import Folder
from game.authoring.schema.history import HistoricMove as WrittenMove
from game.authoring.schema.history import HistoryFile
from game.authoring.schema.scenario import Work
from game.authoring.sheet import Sheet
from game.engine import notation
from game.engine.evidence import Citation
from game.engine.history import HistoricMeeting, HistoricMove
from game.engine.scenario import Scenario

Works = Mapping[str, Work]
"""Outside works, by id."""


def historic_meetings(folder: Folder, scenario: Scenario) -> tuple[HistoricMeeting, ...]:
    """What a folder records of a scenario's meetings, by date. Entries that are no moves are left out."""
    dates = {meeting.id: meeting.date for meeting in scenario.agenda.meetings}
    kept = [sheet for sheet in folder.history if sheet.model.meeting in dates]
    kept.sort(key=lambda sheet: dates[sheet.model.meeting])
    works = works_of(folder)
    return tuple(_meeting(sheet.model, dates[sheet.model.meeting], works) for sheet in kept)


def works_of(folder: Folder) -> Works:
    """The outside works that a folder cites, by id."""
    return folder.scenario.model.works if folder.scenario else {}


def _meeting(model: HistoryFile, day: str, works: Works) -> HistoricMeeting:
    coded = (coded_move(written, model, day, works) for written in model.moves)
    moves = tuple(move for move in coded if isinstance(move, HistoricMove))
    return HistoricMeeting(model.meeting, model.source or "", model.grain, moves, model.note)


def coded_move(written: WrittenMove, model: HistoryFile, day: str, works: Works) -> HistoricMove | str:
    """One entry of a record as a move with its passage, or else what keeps it from being one."""
    try:
        return HistoricMove(notation.read(written.plain()), _passage(written, model, day, works), written.note)
    except notation.NotationError as failure:
        return str(failure)


def _passage(written: WrittenMove, model: HistoryFile, day: str, works: Works) -> Citation:
    """The passage of a move: quoted from the record's source, or told from its page or the record's."""
    if written.quote is not None:
        place = written.line or 0
        return Citation(source=model.source or "", line=place, quote=written.quote, by=written.by, date=day)
    told = Citation(paraphrase=written.paraphrase or "", by=written.by, date=day)
    work = None if written.url else works.get(written.work or model.work or "")
    if work is None:
        return replace(told, url=written.url or model.url or "")
    return replace(told, url=work.url or "", title=cited(work.title, written.at))


def not_moves(sheet: Sheet[HistoryFile]) -> list[Diagnostic]:
    """The entries of a file that are no moves."""
    coded = [coded_move(written, sheet.model, "", {}) for written in sheet.model.moves]
    return [
        sheet.at("S503", ("moves", place, "do"), one, "the verbs and their keys are in scenarios/REFERENCE.md")
        for place, one in enumerate(coded)
        if isinstance(one, str)
    ]
