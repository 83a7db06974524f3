"""A game as one line of a gradebook: participation, citations and reflection first and apart, the outcome after them.

No column adds anything up, and the outcome is never part of a mark. Every text that a spreadsheet could take for a
formula is made text; numbers we made ourselves stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from game.debrief.comparison import Judgement
from game.debrief.findings import Findings
from game.debrief.joint import stands_worth
from game.engine.moves import Argue, CiteMinutes, ConsultCapital
from game.engine.outcome import verdict
from game.play.clean import clean_line
from game.record.record import by_whom
from game.slim import dataclass

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
Worths = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One game of one chair. ``citations`` counts passages put forward, ``strong`` those that told, ``missed`` those
    that would still have told; ``words`` the words the player wrote; ``unclaimed`` is a share or None.

    ``stands`` are the worths, to both parties, of what each side would have signed; ``then`` the same in the record.
    """

    record: str
    scenario: str
    title: str
    party: str
    chair: str
    ending: str
    date: str
    moves: int
    sittings: int
    messages: int
    words: int
    citations: int
    strong: int
    missed: int
    questions: tuple[str, ...]
    agreed: int
    issues: int
    as_in_record: int
    better: int
    worse: int
    red_lines: int
    principal: str
    worth: int
    no_agreement: int
    unclaimed: float | None
    stands: tuple[Worths, Worths]
    then: tuple[Worths, Worths] | None

    @property
    def signed(self) -> bool:
        """Whether both sides stood on the same settlement."""
        return self.stands[0] == self.stands[1]


def line(found: Findings, record: str) -> Line:
    """The line of a game, named after its record."""
    state = found.state
    agenda = state.scenario.agenda
    own = [step.move for step in found.steps if by_whom(step.move) == found.party]  # type: ignore[arg-type]
    record_state = found.record.state if found.record else None
    return Line(
        record=record,
        scenario=agenda.id,
        title=agenda.title,
        party=found.party,
        chair=agenda.party(found.party).seat,
        ending=state.ending.kind.value if state.ending else "not over",
        date=state.sitting.date,
        moves=len(own),
        sittings=len({step.before.meeting for step in found.steps}),
        messages=sum(1 for move in own if isinstance(move, ConsultCapital)),
        words=sum(len(getattr(move, "words", "").split()) for move in own),
        citations=sum(1 for move in own if isinstance(move, Argue | CiteMinutes)),
        strong=sum(1 for one in found.used if one.strong),
        missed=len(found.unused),
        questions=tuple(one.text for one in found.questions),
        agreed=sum(1 for one in found.issues if one.here.agreed),
        issues=len(found.issues),
        as_in_record=found.as_in_history,
        better=sum(1 for one in found.issues if one.by_order is Judgement.BETTER),
        worse=sum(1 for one in found.issues if one.by_order is Judgement.WORSE),
        red_lines=sum(1 for one in found.capital.red_lines if one.crossed),
        principal=verdict(state, found.party).value,
        worth=found.worth.agreed,
        no_agreement=found.worth.reservation,
        unclaimed=found.joint.unclaimed if len(state.settled) else None,
        stands=stands_worth(state, found.space),
        then=stands_worth(record_state, found.space) if record_state else None,
    )


COLUMNS = (
    "record",
    "scenario",
    "chair",
    "participation: moves",
    "participation: sittings",
    "participation: messages home",
    "participation: words written",
    "citations: passages put forward",
    "citations: strong",
    "citations: missed",
    "reflection: question 1",
    "reflection: question 2",
    "reflection: question 3",
    "reflection: mark",
    "outcome: ending",
    "outcome: issues agreed",
    "outcome: issues",
    "outcome: as in the record",
    "outcome: better by the order of options",
    "outcome: worse by the order of options",
    "outcome: red lines crossed",
    "outcome: principal",
    "outcome: left on the table, per cent",
    "outcome: worth of what is agreed, of 1000",
    "outcome: worth of no agreement, of 1000",
)
"""The gradebook's columns. The mark for reflection is the teacher's to fill in."""


def cells(one: Line) -> tuple[str | int, ...]:
    """A line's cells, in the order of the columns."""
    asked = (*one.questions, "", "", "")[:3]
    left = "" if one.unclaimed is None else round(100 * one.unclaimed)
    return (
        *(one.record, one.title, one.chair),
        *(one.moves, one.sittings, one.messages, one.words),
        *(one.citations, one.strong, one.missed),
        *(*asked, ""),
        *(one.ending, one.agreed, one.issues, one.as_in_record, one.better, one.worse, one.red_lines, one.principal),
        *(left, one.worth, one.no_agreement),
    )


def gradebook(lines: Iterable[Line]) -> str:
    """Comma-separated lines under a line of heads, in UTF-8 with CRLF as RFC 4180 has it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for one in lines:
        writer.writerow([safe(cell) for cell in cells(one)])
    return out.getvalue()


def safe(cell: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula; a number stays one.

    >>> safe("=1+1"), safe("  @x"), safe(-3), safe("Soong")
    ("'=1+1", "'@x", -3, 'Soong')
    """
    if not isinstance(cell, str):
        return cell
    bare = clean_line(cell)
    return f"'{bare}" if bare.startswith(FORMULA) or cell.startswith(FORMULA) else bare
