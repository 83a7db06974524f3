"""What the other side kept to itself, its file being open now: what it could have given, and what it would not say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.debrief.reasons import Causes
from game.delegates.reasons import Cause
from game.delegates.statements import Heard, Statement, gone_back_on
from game.engine.moves import Accept, Answer, Propose, Reply
from game.engine.party import Latitude
from game.engine.rules import true_reply
from game.engine.state import State, Step
from game.play.motives import Motives
from game.slim import dataclass

GIVABLE = (Latitude.FREE, Latitude.REPORT)


@dataclass(frozen=True, slots=True)
class Kept:
    """The best for a side that the other could still have given on an issue, and by which latitude.

    ``ended`` is the option agreed or, where nothing is, the one the other side stood on; ``agreed`` tells which.
    ``gain`` is the difference in the side's own points. ``on_asking`` says that it would have had to ask first, and
    would have been allowed.
    """

    issue: str
    ended: str
    agreed: bool
    option: str
    latitude: Latitude
    gain: int
    on_asking: bool = False


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A question it would not answer: at which ply, on which issue, and what the true answer was."""

    ply: int
    issue: str
    truth: Reply


@dataclass(frozen=True, slots=True)
class Turn:
    """Something it said and then went back on, at which ply, and what had changed (empty where it can't be told)."""

    ply: int
    said: Statement
    issue: str
    because: str


def kept(state: State, party: str) -> tuple[Kept, ...]:
    """What the other side had in hand for ``party`` when the game ended, the dearest to it first.

    Of what was agreed before the game began nothing is told.
    """
    scenario, other = state.scenario, state.scenario.agenda.other(party)
    points = scenario.stake(party).points
    found = []
    for place, (issue, standing) in enumerate(zip(scenario.agenda.issues, state.table, strict=True)):
        agreed = standing.agreement
        ended = agreed.option if agreed else state.position(other, issue.id)
        if ended is None or (agreed is not None and agreed.ply == 0):
            continue
        now = points[place][issue.level(ended) - 1]
        better = [
            (points[place][level] - now, option.id)
            for level, option in enumerate(issue.options)
            if points[place][level] > now and _could(state, other, issue.id, option.id)
        ]
        if better:
            gain, option_id = max(better)
            latitude = state.latitude(other, issue.id, option_id)
            asked = latitude not in GIVABLE
            found.append(Kept(issue.id, ended, agreed is not None, option_id, latitude, gain, asked))
    return tuple(sorted(found, key=lambda one: -one.gain))


def _could(state: State, other: str, issue: str, option: str) -> bool:
    """Whether it was free to give the option, or would have been allowed to, had it asked."""
    latitude = state.latitude(other, issue, option)
    ruling = state.scenario.stake(other).ruling(issue, option)
    return latitude in GIVABLE or (latitude is Latitude.ASK and ruling is not None and ruling.granted)


def unsaid(steps: Sequence[Step], by: str) -> tuple[Unsaid, ...]:
    """The questions a side answered guardedly, with the truth."""
    return tuple(
        Unsaid(step.after.ply, step.before.asked, true_reply(step.before, by, step.before.asked))
        for step in steps
        if isinstance(step.move, Answer) and step.move.by == by and step.move.reply is Reply.GUARDED
    )


def turns(steps: Sequence[Step], by: str, causes: Causes) -> tuple[Turn, ...]:
    """What a side went back on, in order. Only at these plies are its reasons looked up."""
    found = []
    for step in steps:
        move = step.move
        if not isinstance(move, Accept | Propose) or move.by != by:
            continue
        before = step.before
        gone_back = gone_back_on(Heard(before.scenario.agenda, before.ledger, before.offers, before.table), by, move)
        for said in gone_back:
            issue = next(issue for issue in said.about.issues if issue in move.package.issues)
            found.append(Turn(step.after.ply, said, issue, _changed(causes, step.after.ply, issue)))
    return tuple(found)


def _changed(causes: Causes, ply: int, issue: str) -> str:
    return next((one.because for one in causes.get(ply, ()) if one.code == Cause.CHANGE and one.issue == issue), "")


def sealed(plies: Iterable[int], causes: Causes) -> tuple[tuple[int, str], ...]:
    """The plies, of these, whose file can't be opened, and why. Only a session's own motives can tell."""
    if not isinstance(causes, Motives):
        return ()
    told = ((ply, causes.sealed(ply)) for ply in sorted(set(plies)) if ply in causes)
    return tuple((ply, why) for ply, why in told if why)
