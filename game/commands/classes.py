"""Several games in one report: for a class, or two of them side by side. Read on all cores; a bad record stops none."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.debrief import NoChair, debriefed, shown_name
from game.commands.lines import NotFound, coded
from game.commands.telling import complain, tell, tell_json, written_new
from game.slim import dataclass

if TYPE_CHECKING:
    from game.debrief import Findings
    from game.debrief.gradebook import Line
    from game.debrief.page import Section
    from game.delegates.delegate import Reason
    from game.engine.state import State, Step

FEW = 4
"""Records read in this process; more are shared out."""
PROBLEMS, NOTHING_READ = 1, 3


def run_class(chosen: argparse.Namespace) -> int:
    """Print the report, or write it; the exit code is 1 when some record had to be left out, 3 when all were."""
    found = _lines(chosen.record, chosen.party)
    lines = [one for one in found if not isinstance(one, str)]
    for failure in found:
        if isinstance(failure, str):
            complain(failure)
    if not lines:
        return NOTHING_READ
    code = _written(chosen, lines)
    return code or (PROBLEMS if len(lines) < len(found) else 0)


def _written(chosen: argparse.Namespace, lines: Sequence[Line]) -> int:
    code = 0
    if chosen.csv:
        from game.debrief.gradebook import gradebook

        code = written_new(Path(chosen.csv), [gradebook(lines)])
    if chosen.html and not code:
        from game.debrief.html import sheet

        page = sheet(f"Class report: {_title(lines)}", f"{len(lines)} games", _report(chosen, lines))
        code = written_new(Path(chosen.html), [page])
    if chosen.json:
        from game.debrief.gradebook import COLUMNS, cells

        games = [dict(zip(COLUMNS, cells(one), strict=True)) for one in lines]
        tell_json({"version": 1, "games": games})
    elif not chosen.html and not chosen.csv:
        from game.debrief.terminal import laid_out

        tell(laid_out(f"CLASS REPORT: {_title(lines)}", _report(chosen, lines)).rstrip("\n"))
    return code


def _title(lines: Sequence[Line]) -> str:
    return ", ".join(dict.fromkeys(one.title for one in lines))


def _report(chosen: argparse.Namespace, lines: Sequence[Line]) -> tuple[Section, ...]:
    """The sections, scenario by scenario; with them, of just two games of one scenario, the two side by side."""
    from dataclasses import replace

    from game.authoring import loader
    from game.bargaining.frontier import frontier
    from game.bargaining.space import whole
    from game.debrief.classes import report

    made: list[Section] = []
    names = list(dict.fromkeys(one.scenario for one in lines))
    for name in names:
        same = [one for one in lines if one.scenario == name]
        try:
            scenario = loader.load(name)
        except (loader.UnknownScenario, loader.BrokenScenario):
            scenario = debriefed(_path(chosen, same[0])).state.scenario
        sections = report(scenario.agenda, same, frontier(whole(scenario)))
        if len(names) > 1:
            sections = tuple(
                replace(one, name=f"{name}-{one.name}", title=f"{scenario.agenda.title}: {one.title}")
                for one in sections
            )
        made += sections
    if len(lines) == 2 and len(names) == 1:
        made.insert(1, _chairs(chosen, lines))
    return tuple(made)


def _path(chosen: argparse.Namespace, line: Line) -> str:
    return next(str(one) for one in chosen.record if shown_name(one) == line.record)


def _chairs(chosen: argparse.Namespace, lines: Sequence[Line]) -> Section:
    from game.debrief.chairs import side_by_side

    first, second = ((one.record, debriefed(_path(chosen, one), one.party)) for one in lines)
    return side_by_side(first, second)


def _lines(records: Sequence[str], party: str) -> list[Line | str]:
    """A line for each record, or the sentence that says why there is none, in the order given."""
    jobs = [(record, party) for record in records]
    if len(jobs) <= FEW:
        return [_line(job) for job in jobs]
    with ProcessPoolExecutor(max_workers=min(len(jobs), os.cpu_count() or 1)) as workers:
        return list(workers.map(_line, jobs, chunksize=max(1, len(jobs) // 16)))


@dataclass(frozen=True)
class Looked:
    """A game as the report needs it: no delegate is asked again why it moved."""

    state: State
    steps: tuple[Step, ...]
    reasons: dict[int, tuple[Reason, ...]] = field(default_factory=dict)


def _looked_at(name: str, party: str) -> Findings:
    """The debrief of one record of many. Raises NotFound, NoChair."""
    from game.authoring.errors import BrokenScenario
    from game.debrief import findings
    from game.play.saves import read_save
    from game.play.setup import setup_of
    from game.record.errors import RecordError, SaveError
    from game.record.replay import opening, replay_checked_at_the_end

    try:
        opened = read_save(name)
        steps = replay_checked_at_the_end(opened.record, opened.scenario)
    except (RecordError, SaveError, BrokenScenario) as failure:
        raise NotFound(str(failure)) from None
    if opened.damage is not None:
        complain(f"{name}: only the sound part of the record is read: {opened.damage}")
    scenario = opened.scenario
    state = steps[-1].after if steps else opening(opened.record.header, scenario)
    parties = [one.id for one in scenario.agenda.parties]
    chair = party or next(iter(setup_of(opened.record.header).humans), parties[0])
    if chair not in parties:
        raise NoChair(f"there is no chair “{chair}”; there are: {', '.join(parties)}")
    return findings(Looked(state, steps), chair, coded(scenario.id))


def _line(job: tuple[str, str]) -> Line | str:
    from game.debrief.gradebook import line

    record, party = job
    try:
        return line(_looked_at(record, party), shown_name(record))
    except (NotFound, NoChair) as failure:
        return f"left out: {record}: {failure}"
