"""A question of the debrief, its wording, and the passage it begins with: words of a document, and words enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.debrief.comparison import passage
from game.debrief.deeds import option_label
from game.engine.evidence import Citation, known_on
from game.slim import dataclass

if TYPE_CHECKING:
    from game.debrief.findings import Findings

ENOUGH_WORDS = 4
"""Words a passage must have to begin a question with, who spoke included."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, what it is about (``kind``), the ply it starts from (0: none), and the passage to begin with.

    ``issue`` is empty where it is about none in particular.
    """

    kind: str
    text: str
    ply: int
    passage: Citation
    issue: str = ""


def titled(found: Findings, issue: str) -> str:
    """An issue as a question names it: Board of directors (D8)."""
    one = found.state.scenario.agenda.issue(issue)
    return f"{one.heading} ({one.code})"


def label(found: Findings, issue: str, option: str | None) -> str:
    """An option as a question names it."""
    return f"“{option_label(found.state.scenario.agenda, issue, option)}”"


def made(about: tuple[str, str], text: str, ply: int, citation: Citation | None) -> Iterator[Question]:
    """A question of a kind and on an issue (``about``), if there is a passage to begin with."""
    if citation is not None and citation.text:
        yield Question(about[0], text, ply, citation, about[1])


def ply_of(found: Findings, issue: str) -> int:
    """The ply at which an issue came to stand as it ended; 0 where nobody moved it."""
    brought = next(one.brought for one in found.issues if one.issue.id == issue)
    return brought.ply if brought else 0


def instruction(found: Findings, issue: str) -> Citation | None:
    """The passage behind the instruction in force on an issue."""
    date = found.state.sitting.date
    held = [one for one in found.state.scenario.stake(found.party).instructions if one.issue == issue]
    held = [one for one in held if one.since <= date]
    cited = max(held, key=lambda one: one.since).attribution.citations if held else ()
    return next((one for one in cited if one.verbatim), next(iter(cited), None))


def behind(found: Findings, issue: str, option: str | None) -> Citation | None:
    """The latest verbatim passage, by the last sitting, behind an option; failing that, behind another of the issue.

    One that says something is taken before a bare "Fine".
    """
    agenda = found.state.scenario.agenda
    one = agenda.issue(issue)
    last = max(meeting.date for meeting in agenda.meetings)
    own = one.option(option) if option else None
    options = [own, *one.options] if own else list(one.options)
    said = [[each for each in known_on(one.attribution.citations, last) if each.verbatim] for one in options]
    for enough in (_tells, _is_there):
        for passages in said:
            if found_ := [each for each in passages if enough(each)]:
                return max(found_, key=lambda each: each.date)
    wording = own or one.options[0]
    return passage(one, option) or Citation(source="the clause as this scenario words it", quote=wording.wording)


def _tells(citation: Citation) -> bool:
    """Whether a passage has words enough to begin with: more than who spoke and that he agreed."""
    return sum(1 for word in citation.text.split() if any(letter.isalpha() for letter in word)) >= ENOUGH_WORDS


def _is_there(citation: Citation) -> bool:
    return bool(citation.text)


def or_behind(found: Findings, cited: Citation | None, issue: str, option: str | None) -> Citation | None:
    """A passage, if it says something; else the one behind an option."""
    return cited if cited is not None and _tells(cited) else behind(found, issue, option) or cited
