"""At the decision points of the five meetings, where does the historic reply stand among the counterpart's own?

``python -m tests.benchmarks.plausibility [--misses]``. The record of the campaign is replayed. A *decision point* is an
issue to which a side's coded speech replies: the other side's coded speech just before had spoken to the same issue. (A
speech is the run of one side's coded moves.) The *historic reply* is what that speech came to on the issue, the
weightiest of its moves there: accept, concede, counter, stand, put off, press
(``game.delegates.counterpart.ranking.Kind``). Agreeing in substance is accepting, refusing is standing. The counterpart
of the same side sees the state in which the speech began and ranks its replies; which option it would concede or
counter with is counted apart. Its clock is the record's: each sitting as many exchanges long as it was. Two baselines:
*repeat* stands where the side holds a position, and else names a first one; the *fixed order* adds to it accept and put
off, whatever the case. *Spoken* is what the counterpart really says on the issue in its next speech, where it says
anything of it.

What this is not: the points are one coding of minutes and cables; replies on one issue hang together, so that the
intervals are narrower than they should be; and instructions, points and positions were written by authors who knew the
record. Three of six kinds of reply are a generous net: the fixed order shows how generous.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from itertools import groupby, pairwise

from game.authoring.loader import load, load_history
from game.delegates.counterpart import brief, counterpart
from game.delegates.counterpart.ranking import Kind, Reply, ranked
from game.delegates.counterpart.temper import drawn
from game.engine.engine import apply
from game.engine.history import HistoricMeeting, HistoricStep, history_until
from game.engine.moves import Accept, Answer, Argue, Ask, CiteMinutes, Hold, Move, Occur, Propose, Reject, Reserve
from game.engine.scenario import Scenario
from game.engine.state import State, amended
from game.engine.view import View, view
from game.play.chance import draw
from tests.benchmarks.shares import Share

SCENARIO = "moscow-1945"
SEED = 1945
WEIGHTIEST = (Kind.ACCEPT, Kind.CONCEDE, Kind.COUNTER, Kind.STAND, Kind.PUT_OFF, Kind.PRESS)
FIRST_BAR, THREE_BAR = 0.60, 0.85
MOVES_OF_A_SPEECH = 8


@dataclass(frozen=True)
class Point:
    """One decision point: the state before the speech, whose it was, the issue, its reply, the source and its line."""

    state: State
    party: str
    issue: str
    reply: Reply
    source: str
    line: int

    @property
    def seen(self) -> View:
        """What the side saw."""
        return view(self.state, self.party)

    @property
    def held(self) -> bool:
        """Whether the side held a position on the issue."""
        return self.state.position(self.party, self.issue) is not None


def points(scenario: Scenario, history: tuple[HistoricMeeting, ...]) -> Iterator[Point]:
    """Every decision point, in the order of the record."""
    steps = [one for one in history_until(scenario, history, "9999")[0] if one.coded is not None]
    spoken = [one for one in steps if not isinstance(one.step.move, Occur)]
    speeches = [list(run) for _, run in groupby(spoken, key=_speaker)]
    sources = {meeting.meeting: meeting.source for meeting in history}
    for before, speech in pairwise(speeches):
        meeting, by = _speaker(speech[0])
        if _speaker(before[0])[0] != meeting:
            continue
        of_meeting = [one for one in speeches if _speaker(one[0])[0] == meeting]
        state = _on_the_clock(speech[0].step.before, of_meeting.index(speech), len(of_meeting))
        asked = {issue for one in before for issue in issues_of(one)}
        for issue in dict.fromkeys(issue for one in speech for issue in issues_of(one) if issue in asked):
            said = [one for one in speech if issue in issues_of(one)]
            replies = [kind_of(one.step.before, one.step.move, issue) for one in said]
            weightiest = min(replies, key=lambda reply: WEIGHTIEST.index(reply.kind))
            yield Point(state, by, issue, weightiest, sources[state.sitting.id], said[0].coded.citation.line)


def _on_the_clock(state: State, speech: int, speeches: int) -> State:
    """The state with its sitting as long as the record's, the given speech being the one to come."""
    exchanges = math.ceil(speeches / 2)
    return amended(state, exchanges=exchanges, speeches=min(speech, 2 * exchanges - 1), floor=state.floor)


def _speaker(one: HistoricStep) -> tuple[int, str]:
    return one.step.before.meeting, one.step.move.by  # type: ignore[attr-defined]


def issues_of(one: HistoricStep) -> tuple[str, ...]:
    """The issues of the agenda a coded move speaks to."""
    state, move = one.step.before, one.step.move
    match move:
        case Propose() | Accept():
            return move.package.issues
        case Reject() if move.offer:
            return state.offers[move.offer - 1].package.issues
        case Reject() | Hold() | Reserve():
            return move.issues
        case Ask() | CiteMinutes():
            return (move.issue,)
        case Argue():
            claim = state.scenario.claim(move.claim)
            return tuple(issue for issue in claim.issues if state.scenario.agenda.has(issue)) if claim else ()
        case Answer():
            return (state.asked,)
        case _:
            return ()


def kind_of(state: State, move: Move, issue: str) -> Reply:
    """The reply a coded move makes on one of its issues."""
    match move:
        case Accept():
            return Reply(Kind.ACCEPT, move.package.get(issue) or "")
        case Propose():
            return _proposed(state, move, issue)
        case Hold() | Reject():
            return Reply(Kind.STAND)
        case Reserve():
            return Reply(Kind.PUT_OFF)
        case _:
            return Reply(Kind.PRESS)


def _proposed(state: State, move: Propose, issue: str) -> Reply:
    agenda, option = state.scenario.agenda, move.package.get(issue) or ""
    held, theirs = state.position(move.by, issue), state.position(agenda.other(move.by), issue)
    if option == theirs:
        return Reply(Kind.ACCEPT, option)
    if held is None:
        return Reply(Kind.COUNTER, option)
    steps = agenda.level(issue, option) - agenda.level(issue, held)
    nearer = steps if agenda.side(move.by) == 0 else -steps
    return Reply(Kind.STAND) if nearer == 0 else Reply(Kind.CONCEDE if nearer > 0 else Kind.COUNTER, option)


def repeat(point: Point) -> Kind:
    """Repeat the last position."""
    return Kind.STAND if point.held else Kind.COUNTER


def spoken(point: Point, seed: int = SEED) -> Kind | None:
    """What the counterpart really says on the issue in its next speech, the weightiest; None where it says nothing."""
    delegate, state = counterpart(seed, point.party), point.state
    found: list[Kind] = []
    for _ in range(MOVES_OF_A_SPEECH):
        move: Move = draw(state, seed) or delegate.choose(view(state, point.party)).move
        step = apply(state, move)
        if point.issue in issues_of(HistoricStep(step, None)):
            found.append(kind_of(state, move, point.issue).kind)
        state = step.after
        if state.floor != point.party and draw(state, seed) is None:
            break
    return min(found, key=WEIGHTIEST.index, default=None)


@dataclass(frozen=True)
class Score:
    """Over some decision points: the historic reply first, among three; the baselines; the option; what is spoken."""

    first: Share = Share(0, 0)
    three: Share = Share(0, 0)
    repeats: Share = Share(0, 0)
    fixed: Share = Share(0, 0)
    options: Share = Share(0, 0)
    spoken: Share = Share(0, 0)

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Score)))


def score(point: Point, seed: int = SEED) -> Score:
    """One decision point. ``options`` counts those where the first reply is of the same kind and names an option."""
    replies = replies_at(point, seed)
    kinds = [one.kind for one in replies]
    did, first = point.reply.kind, kinds[0] is point.reply.kind
    named = first and did in (Kind.CONCEDE, Kind.COUNTER)
    said = spoken(point, seed)
    return Score(
        Share(first, 1),
        Share(did in kinds[:3], 1),
        Share(repeat(point) is did, 1),
        Share(did in (repeat(point), Kind.ACCEPT, Kind.PUT_OFF), 1),
        Share(replies[0].option == point.reply.option, 1) if named else Share(0, 0),
        Share(said is did, 1) if said else Share(0, 0),
    )


def over_the_record() -> Score:
    """All decision points of the record together."""
    return sum(map(score, points(load(SCENARIO), load_history(SCENARIO))), Score())


def replies_at(point: Point, seed: int = SEED) -> tuple[Reply, ...]:
    """How the counterpart of that seed ranks its replies."""
    return ranked(brief(point.seen, drawn(seed, point.party)), point.issue)


def main() -> int:
    """Print the shares over all points and by meeting, side and kind of reply; 0 when both bars hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print every point whose reply is not the first")
    chosen = parser.parse_args()
    found = list(points(load(SCENARIO), load_history(SCENARIO)))
    pairs = [(point, score(point)) for point in found]
    whole = sum((one for _, one in pairs), Score())
    print(f"{len(found)} decision points; counterpart of seed {SEED}")
    print(f"historic reply first               {whole.first}")
    print(f"historic reply among three         {whole.three}")
    print(f"baseline, repeat the last position {whole.repeats}")
    print(f"baseline, fixed order, three       {whole.fixed}")
    print(f"right option, where kind is right  {whole.options}")
    print(f"spoken, where it speaks to it      {whole.spoken}")
    _by("meeting", pairs, lambda point: point.state.sitting.date)
    _by("side", pairs, lambda point: point.party)
    _by("reply", pairs, lambda point: point.reply.kind.value)
    if chosen.misses:
        _misses(pairs)
    return 0 if whole.first.value >= FIRST_BAR and whole.three.value >= THREE_BAR else 1


def _by(name: str, pairs: list[tuple[Point, Score]], key: Callable[[Point], str]) -> None:
    for value in sorted({key(point) for point, _ in pairs}):
        part = sum((one for point, one in pairs if key(point) == value), Score())
        hits = f"first {part.first.hits:>3}, three {part.three.hits:>3}, repeat {part.repeats.hits:>3}"
        print(f"  {name} {value:<11} {hits} of {part.first.cases}")


def _misses(pairs: list[tuple[Point, Score]]) -> None:
    for point, one in pairs:
        if not one.first.hits:
            kinds = ", ".join(reply.kind for reply in replies_at(point)[:3])
            where = f"{point.source}, line {point.line}: {point.party} on {point.issue}"
            print(f"  {where}: {point.reply.kind} {point.reply.option}, not {kinds}")


if __name__ == "__main__":
    raise SystemExit(main())
