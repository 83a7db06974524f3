"""The course the record took: the coded moves of the same sittings, replayed by the same engine as any game."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import cached_property

from game.debrief.deeds import deed, the_side
from game.debrief.line import Trace, trace
from game.engine.engine import IllegalMove
from game.engine.evidence import Citation, known_on
from game.engine.history import HistoricMeeting, HistoricMove, HistoricStep, history_until
from game.engine.issues import Issue
from game.engine.moves import (
    Accept,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Hold,
    Move,
    Occur,
    Propose,
    Reject,
    Reserve,
    Withdraw,
    Yield,
)
from game.engine.notation import written
from game.engine.scenario import Scenario
from game.engine.state import Standing, State, Step
from game.slim import dataclass

FEW = 2
"""Issues a move may be about for its passage to be that of each."""
Gist = tuple[str, str, tuple[tuple[str, str], ...]]
"""A move at the grain of the comparison: by whom, which verb, which (issue, option) pairs."""


@dataclass(frozen=True)
class Course:
    """What the record did, step by step; a step without a coded move is a floor the minutes leave silent.

    Debriefs of a class share it, so what is found in it is kept.
    """

    steps: tuple[HistoricStep, ...]
    state: State

    def last_on(self, issue: str) -> HistoricMove | None:
        """The last move that changed how the issue stood, or else the last that spoke to it; None where none did."""
        return self._last.get(issue)

    @cached_property
    def _last(self) -> dict[str, HistoricMove]:
        spoke: dict[str, HistoricMove] = {}
        moved: dict[str, HistoricMove] = {}
        for step, coded in ((one.step, one.coded) for one in self.steps if one.coded is not None):
            moved.update(dict.fromkeys(moved_in(step), coded))
            spoke.update(dict.fromkeys(issues_of(coded.move), coded))
        return spoke | moved

    @cached_property
    def trace(self) -> Trace:
        """The record as a line in the concession graph."""
        return trace([one.step for one in self.steps])

    def passage_on(self, issue: Issue, option: str | None) -> Citation | None:
        """The passage behind how an issue came to stand there, with ``option`` agreed or held.

        The words of the last move that changed it, where that move is about few issues; words for a whole list of
        points are passed over for those said of this one by that day, where there are any.
        """
        coded = self.last_on(issue.id)
        if coded is not None and len(issues_of(coded.move)) <= FEW:
            return coded.citation
        found = issue.option(option) if option else None
        said = known_on(found.attribution.citations, self.state.sitting.date) if found else ()
        verbatim = [one for one in said if one.verbatim]
        if verbatim:
            return max(verbatim, key=lambda one: one.date)
        return coded.citation if coded else next(iter(said), None)


@dataclass(frozen=True, slots=True)
class Divergence:
    """The first move that is not the record's: at which ply of this game, by whom, and what the record did instead.

    ``then`` is empty when the record had no further move; ``citation`` is the passage of its move.
    """

    ply: int
    by: str
    did: str
    then: str
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """A scenario with the record that is coded of it."""

    scenario: Scenario
    history: tuple[HistoricMeeting, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A day (ISO) of the record that the outcome is laid beside, and how things then stood."""

    date: str
    course: Course


_KNOWN: deque[tuple[tuple[Scenario, tuple[HistoricMeeting, ...], str], Course | None]] = deque(maxlen=8)
"""The latest courses worked out; a scenario with its record is too large to be hashed for every look-up."""


def marks(coded: Coded) -> tuple[Mark, ...]:
    """The days of which minutes are kept, by date; the last day coded where of none. A cable is not turn by turn."""
    dates = {one.id: one.date for one in coded.scenario.agenda.meetings}
    days = sorted(dates[one.meeting] for one in coded.history if one.grain == "minutes" and one.meeting in dates)
    days = days or sorted(dates[one.meeting] for one in coded.history if one.meeting in dates)[-1:]
    found = [(day, course(coded.scenario, coded.history, day)) for day in days]
    return tuple(Mark(day, one) for day, one in found if one is not None)


def course(scenario: Scenario, history: tuple[HistoricMeeting, ...], date: str) -> Course | None:
    """The record up to and including the sittings of ``date`` (ISO); None where none is coded, or it can't be played.

    That a record can be played is for the scenario's check to say, with file and line; a debrief goes on without it.
    Debriefs of the same scenario one after the other share it.
    """
    wanted = (scenario, history, date)
    for known, found in _KNOWN:
        if known[0] is scenario and known[1] == history and known[2] == date:
            return found
    _KNOWN.append((wanted, _course(scenario, history, date)))
    return _KNOWN[-1][1]


def _course(scenario: Scenario, history: tuple[HistoricMeeting, ...], date: str) -> Course | None:
    try:
        steps, state = history_until(scenario, history, date)
    except IllegalMove:
        return None
    return Course(steps, state) if state is not None else None


def moved_in(step: Step) -> tuple[str, ...]:
    """The issues whose standing a step changed in substance, in agenda order."""
    tables = zip(step.before.scenario.agenda.issues, step.before.table, step.after.table, strict=True)
    return tuple(issue.id for issue, was, now in tables if was is not now and substance(was) != substance(now))


def substance(standing: Standing) -> tuple[object, ...]:
    """What of an issue's standing counts as a change: the positions, the option agreed, how far it is agreed."""
    agreed = standing.agreement
    return standing.positions, agreed.option if agreed else None, standing.in_principle, standing.deferred


def issues_of(move: Move) -> tuple[str, ...]:
    """The issues a move speaks to; empty for what names none."""
    match move:
        case Propose() | Accept():
            return move.package.issues
        case Hold() | Reject() | Reserve():
            return move.issues
        case Ask() | CiteMinutes():
            return (move.issue,)
        case _:
            return ()


def gist(state: State, move: Move) -> Gist | None:
    """The move at the grain of the comparison; None for what is no speech to an issue (telegrams, chance, silence)."""
    if isinstance(move, Occur | ConsultCapital | Yield):
        return None
    return move.by, str(written(move)["do"]), _pairs(state, move)


def _pairs(state: State, move: Move) -> tuple[tuple[str, str], ...]:
    match move:
        case Propose() | Accept():
            return move.package.items
        case Hold() | Reject() | Reserve():
            return tuple((issue, "") for issue in sorted(move.issues))
        case Ask() | CiteMinutes():
            return ((move.issue, ""),)
        case Argue():
            return ((move.claim, ""),)
        case Answer():
            return ((state.asked, move.reply.value),)
        case Withdraw():
            offer = state.offer(move.offer)
            return offer.package.items if offer else ()
        case _:
            return ()


def divergence(scenario: Scenario, steps: Iterable[Step], record: Course) -> Divergence | None:
    """The first speech of the game that differs from the record's at the same place; None while none does.

    Yielded floors, telegrams and chance are passed over on both sides, so silence is no divergence.
    """
    spoken = [(step, found) for step in steps if (found := gist(step.before, _move(step)))]
    said = [(one, found) for one in record.steps if (found := gist(one.step.before, _move(one.step)))]
    for place, (step, mine) in enumerate(spoken):
        if place >= len(said):
            return Divergence(step.after.ply, mine[0], _did(scenario, step), "")
        historic, theirs = said[place]
        if mine != theirs:
            did, then = _did(scenario, step), _did(scenario, historic.step)
            return Divergence(step.after.ply, mine[0], did, then, historic.coded.citation if historic.coded else None)
    return None


def _did(scenario: Scenario, step: Step) -> str:
    """A move in a sentence, an argument by what it says and not by its name in the files."""
    move = _move(step)
    claim = scenario.claim(move.claim) if isinstance(move, Argue) else None
    if claim is None:
        return deed(scenario.agenda, move)
    return f"{the_side(scenario.agenda, _by(move))} argues: “{claim.text}”"


def _by(move: Move) -> str:
    return "" if isinstance(move, Occur) else move.by


def _move(step: Step) -> Move:
    return step.move  # type: ignore[return-value]
