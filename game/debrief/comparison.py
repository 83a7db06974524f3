"""Issue by issue: where this game ended, where the record stood, which is better for one side, and by whose move."""

from __future__ import annotations

from enum import StrEnum

from game.debrief.course import Course, moved_in
from game.engine.evidence import Citation
from game.engine.issues import Issue
from game.engine.moves import Accept, Move
from game.engine.notation import written
from game.engine.scenario import Scenario
from game.engine.state import State, Status, Step
from game.engine.worth import points
from game.slim import dataclass


class Judgement(StrEnum):
    """How this game's end compares with the record's, for one side."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NONE = "not compared"
    """One of the two has nothing in hand: the other side never spoke to the issue."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an issue ended for one side: the option agreed, or what each side stood on."""

    status: Status
    agreed: str | None
    mine: str | None
    theirs: str | None

    @property
    def in_hand(self) -> str | None:
        """What this side has or could have by accepting: the option agreed, else the other side's position."""
        return self.agreed or self.theirs

    @property
    def stood_on(self) -> str | None:
        """The option to show for it: the one agreed, else the other side's position, else one's own."""
        return self.agreed or self.theirs or self.mine

    def matches(self, other: Outcome) -> bool:
        """Whether the two are the same in substance: agreed alike, or the same positions apart."""
        return (self.agreed, self.mine, self.theirs) == (other.agreed, other.mine, other.theirs)


@dataclass(frozen=True, slots=True)
class Brought:
    """The move that brought an issue where it ended: whose, which verb, at which ply.

    ``offered`` is, for an acceptance, the ply at which the other side came to the accepted option (0: it stood
    there when the scenario opened).
    """

    by: str
    verb: str
    ply: int
    offered: int | None = None


@dataclass(frozen=True, slots=True)
class IssueFinding:
    """One issue in the debrief of one side. ``points`` are its own, of 1000: here and in the record, None without."""

    issue: Issue
    here: Outcome
    then: Outcome | None
    points: tuple[int | None, int | None]
    by_points: Judgement
    by_order: Judgement
    brought: Brought | None
    passage: Citation | None
    then_passage: Citation | None
    then_note: str
    august: str
    nearer: str

    @property
    def as_in_history(self) -> bool:
        """Whether it ended as in the record."""
        return self.then is not None and self.here.matches(self.then)


def compare(state: State, steps: tuple[Step, ...], party: str, record: Course | None) -> tuple[IssueFinding, ...]:
    """A finding for each issue, in agenda order."""
    last = {issue: number for number, step in enumerate(steps) for issue in moved_in(step)}
    moved = {issue: brought(steps, number, issue) for issue, number in last.items()}
    return tuple(_finding(state, party, (record, one), moved.get(one.id)) for one in state.scenario.agenda.issues)


def _finding(state: State, party: str, on: tuple[Course | None, Issue], moved: Brought | None) -> IssueFinding:
    record, issue = on
    scenario = state.scenario
    here = outcome(state, party, issue.id)
    then = outcome(record.state, party, issue.id) if record else None
    values = (_points(scenario, party, issue.id, here), _points(scenario, party, issue.id, then))
    historic = record.last_on(issue.id) if record else None
    benchmark = scenario.benchmark(issue.id)
    return IssueFinding(
        issue=issue,
        here=here,
        then=then,
        points=values,
        by_points=judged(*values),
        by_order=_by_order(scenario, party, issue.id, (here, then)),
        brought=moved,
        passage=passage(issue, here.agreed or here.mine or here.theirs),
        then_passage=record.passage_on(issue, then.stood_on) if record and then else None,
        then_note=historic.note if historic else "",
        august=benchmark.text if benchmark else "not seen",
        nearer=benchmark.nearer if benchmark and (benchmark.seen or benchmark.option) else "",
    )


def outcome(state: State, party: str, issue: str) -> Outcome:
    """How an issue stands for a party."""
    standing = state.standing(issue)
    mine = state.position(party, issue)
    theirs = state.position(state.scenario.agenda.other(party), issue)
    return Outcome(standing.status, standing.agreement.option if standing.agreement else None, mine, theirs)


def _points(scenario: Scenario, party: str, issue: str, found: Outcome | None) -> int | None:
    if found is None or found.in_hand is None:
        return None
    return points(scenario.agenda, scenario.stake(party), issue, found.in_hand)


def judged(here: int | None, then: int | None) -> Judgement:
    """More is better.

    >>> judged(3, 2), judged(None, 2)
    (<Judgement.BETTER: 'better'>, <Judgement.NONE: 'not compared'>)
    """
    if here is None or then is None:
        return Judgement.NONE
    if here == then:
        return Judgement.SAME
    return Judgement.BETTER if here > then else Judgement.WORSE


def _by_order(scenario: Scenario, party: str, issue: str, ends: tuple[Outcome, Outcome | None]) -> Judgement:
    """By the order of the options alone: nearer to the party's own end is better."""
    here, then = ends
    if then is None or here.in_hand is None or then.in_hand is None:
        return Judgement.NONE
    sign = -1 if scenario.agenda.side(party) == 0 else 1
    level = scenario.agenda.level
    return judged(sign * level(issue, here.in_hand), sign * level(issue, then.in_hand))


def brought(steps: tuple[Step, ...], number: int, issue: str) -> Brought:
    """The step that changed last how an issue stands, by its place in ``steps``, as a finding."""
    step = steps[number]
    move: Move = step.move  # type: ignore[assignment]
    offered = _offered(steps[:number], move, issue) if isinstance(move, Accept) else None
    return Brought(getattr(move, "by", ""), str(written(move)["do"]), step.after.ply, offered)


def _offered(earlier: tuple[Step, ...], move: Accept, issue: str) -> int:
    """The ply at which the accepted side came to the option, 0 when it was there from the opening."""
    if not earlier:
        return 0
    agenda = earlier[0].before.scenario.agenda
    place, side, option = agenda.place(issue), agenda.side(agenda.other(move.by)), move.package.get(issue)
    for step in reversed(earlier):
        if move.offer:
            came = len(step.before.offers) < move.offer <= len(step.after.offers)
        else:
            came = step.before.table[place].positions[side] != option == step.after.table[place].positions[side]
        if came:
            return step.after.ply
    return 0


def passage(issue: Issue, option: str | None) -> Citation | None:
    """The passage behind an option: a verbatim one where there is one, else what is reported; None without."""
    found = issue.option(option) if option else None
    if found is None:
        return None
    cited = found.attribution.citations
    return next((one for one in cited if one.verbatim), cited[0] if cited else None)
