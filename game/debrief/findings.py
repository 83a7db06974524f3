"""Everything the debrief finds, for one side, from a game's steps, its scenario and the coded record. No total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from game.bargaining.frontier import Frontier, frontier
from game.bargaining.space import Space, whole
from game.debrief.beginnings import Question
from game.debrief.beliefs import Belief, believed, temper_of
from game.debrief.capital import Capital, Worth, capital, weigh
from game.debrief.comparison import IssueFinding, Judgement, compare
from game.debrief.course import Coded, Course, Divergence, Mark, course, divergence, marks
from game.debrief.durability import Durability, durability
from game.debrief.held_back import Kept, Turn, Unsaid, kept, sealed, turns, unsaid
from game.debrief.joint import Joint, joint
from game.debrief.line import Line, Trace, beside, trace
from game.debrief.paths import Track, tracks
from game.debrief.questions import questions
from game.debrief.reasons import Argument, Bound, Causes, bound, last_refusals, unused, used
from game.delegates.counterpart.temper import Temper
from game.engine.history import HistoricMeeting
from game.engine.package import Package
from game.engine.state import Ending, State, Step
from game.slim import dataclass

if TYPE_CHECKING:
    from game.bargaining.sensitivity import Share


class Played(Protocol):
    """A game, finished or not: where it stands, how it came there, and the reasons given by ply. A Session is one."""

    @property
    def state(self) -> State:
        """The state it has reached."""

    @property
    def steps(self) -> Sequence[Step]:
        """Every step so far, from the opening."""

    @property
    def reasons(self) -> Causes:
        """The reasons delegates gave, by ply."""


@dataclass(frozen=True)
class Findings:
    """The debrief of one side. Nothing in it adds up to a score.

    ``record`` is None where no history of the meeting is coded; then ``divergence`` is None too and every
    comparison is "not compared". ``marks`` are the days of which there are minutes, whether the game reached them or
    not. What takes long to work out is worked out when it is first asked for.
    """

    party: str
    state: State
    steps: tuple[Step, ...]
    issues: tuple[IssueFinding, ...]
    record: Course | None
    marks: tuple[Mark, ...]
    divergence: Divergence | None
    worth: Worth
    capital: Capital
    used: tuple[Argument, ...]
    unused: tuple[Argument, ...]
    causes: Causes
    temper: Temper

    @property
    def side(self) -> int:
        """0 for the first party of the agenda, 1 for the second."""
        return self.state.scenario.agenda.side(self.party)

    @property
    def other(self) -> str:
        """The other side's id."""
        return self.state.scenario.agenda.other(self.party)

    @property
    def theirs_worth(self) -> Worth:
        """What is agreed is worth to the other side, on its own scale."""
        return weigh(self.state, self.other)

    @cached_property
    def space(self) -> Space:
        """Everything both sides could have settled."""
        return whole(self.state.scenario)

    @cached_property
    def frontier(self) -> Frontier:
        """The best of everything both sides could have settled."""
        return frontier(self.space)

    @cached_property
    def joint(self) -> Joint:
        """Where what is agreed lies, and what would be better for both."""
        return joint(self.state, self.space)

    @cached_property
    def durability(self) -> Durability:
        """What holds the outcome together."""
        return durability(self.state)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Three questions made from the player's own moves."""
        return questions(self)

    @cached_property
    def believed(self) -> tuple[Belief, ...]:
        """What the other side could believe of this one's priorities as the game ended."""
        return believed(self.state, self.party, self.temper)

    @cached_property
    def bound(self) -> tuple[Bound, ...]:
        """What the other side was bound by on what it refused."""
        return bound(self.state, self.party, self.steps, self.causes)

    @cached_property
    def kept(self) -> tuple[Kept, ...]:
        """What the other side had still in hand for this one, the dearest to it first."""
        return kept(self.state, self.party)

    @cached_property
    def unsaid(self) -> tuple[Unsaid, ...]:
        """The questions the other side would not answer."""
        return unsaid(self.steps, self.other)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """What the other side said and then went back on."""
        return turns(self.steps, self.other, self.causes)

    @cached_property
    def sealed(self) -> tuple[tuple[int, str], ...]:
        """The plies of the refusals told of in ``bound`` whose file can't be opened, and why."""
        made = last_refusals(self.state, self.other, self.steps)
        return sealed((ply for plies in made.values() for ply in plies), self.causes)

    @cached_property
    def trace(self) -> Trace:
        """The game as a line in the concession graph."""
        return trace(self.steps)

    @cached_property
    def line(self) -> Line:
        """The game's line beside history's."""
        return beside(self.trace, self.record.trace if self.record and self.record.steps else None)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """Both sides' concession paths."""
        return tracks(self.state.scenario, self.steps)

    @cached_property
    def tracks_then(self) -> tuple[Track, ...]:
        """Both sides' concession paths in the record."""
        return tracks(self.state.scenario, [one.step for one in self.record.steps]) if self.record else ()

    @cached_property
    def robustness(self) -> Mapping[str, Share]:
        """In what share of weightings each verdict holds; see ``robustness``."""
        from game.debrief.robustness import Asked, robustness

        asked = Asked(self.state.scenario.agenda, self.side, self.state.settled, self.in_hand, self.durability.deadlock)
        return robustness(self.space, asked)

    @property
    def in_hand(self) -> tuple[Package, Package]:
        """What lay in hand here and in the record, on the issues on which something did in both."""
        pairs = [
            (one.issue.id, one.here.in_hand, one.then.in_hand)
            for one in self.issues
            if one.then is not None and one.here.in_hand and one.then.in_hand
        ]
        here = {issue: option for issue, option, _ in pairs if option}
        return Package.of(here), Package.of({issue: option for issue, _, option in pairs if option})

    @property
    def ending(self) -> Ending | None:
        """How the game ended; None when it is not over."""
        return self.state.ending

    @property
    def as_in_history(self) -> int:
        """How many issues ended as in the record."""
        return sum(1 for one in self.issues if one.as_in_history)

    def count(self, judgement: Judgement) -> int:
        """How many issues are judged so, by the side's own points."""
        return sum(1 for one in self.issues if one.by_points is judgement)

    @property
    def disputed(self) -> int:
        """How many issues the points and the order of options judge differently (gaps in what was compared aside)."""
        return sum(1 for one in self.issues if one.by_points is not one.by_order)


def findings(
    played: Played, party: str, history: tuple[HistoricMeeting, ...] = (), wider: Coded | None = None
) -> Findings:
    """The debrief of ``party`` (KeyError when it is none), against the record up to the meeting the game reached.

    ``wider`` is the scenario this one is a part of, with its own record: it tells how the days after went.
    """
    state = played.state
    steps = tuple(played.steps)
    record = course(state.scenario, history, state.sitting.date)
    return Findings(
        party=party,
        state=state,
        steps=steps,
        issues=compare(state, steps, party, record),
        record=record,
        marks=marks(wider or Coded(state.scenario, history)),
        divergence=divergence(state.scenario, steps, record) if record else None,
        worth=weigh(state, party),
        capital=capital(state, party),
        used=used(state, party),
        unused=unused(state, party, steps),
        causes=played.reasons,
        temper=temper_of(getattr(played, "setup", None), state.scenario.agenda.other(party)),
    )
