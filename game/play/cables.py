"""Messages home: the sentences a report can be put together from, and what an answer is built on.

Only what this side knows goes into a report, and an answer is laid beside passages known by its day: no hindsight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.engine.evidence import Basis, Citation, known_by
from game.engine.ledger import Deed
from game.engine.party import Line
from game.engine.scenario import Scenario
from game.engine.state import Telegram
from game.engine.view import View
from game.record.names import heading
from game.slim import dataclass

LONGEST_REPORT = 600
"""Characters of a report."""
NAMED = 3
"""Issues named in one sentence of a report; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """One point of an answer: whether it is granted, the principal's words, and the passages they are built on.

    ``basis`` says what the author's answer rests on; ``passages`` are those known by the day of the sitting.
    """

    issue: str
    option: str
    granted: bool
    words: str
    basis: Basis
    passages: tuple[Citation, ...]


def answer(scenario: Scenario, telegram: Telegram, date: str) -> tuple[Ruled, ...]:
    """What an answered message brought, granted points first; nothing before it is answered."""
    if not telegram.answered:
        return ()
    pairs = [(True, telegram.granted), (False, telegram.refused)]
    return tuple(_ruled(scenario, telegram, place, (granted, date)) for granted, package in pairs for place in package)


def _ruled(scenario: Scenario, telegram: Telegram, place: tuple[str, str], how: tuple[bool, str]) -> Ruled:
    granted, date = how
    ruling = scenario.stake(telegram.party).ruling(*place)
    if ruling is None:
        return Ruled(*place, granted, "", Basis.INVENTED, ())
    known = known_by(ruling.attribution.citations, telegram.party, date)
    return Ruled(*place, granted, ruling.words, ruling.attribution.basis, known)


def answer_in_time(view: View) -> bool:
    """Whether an answer from home can still be used: one by telegram comes between two sittings, never in the last."""
    return view.agenda.party(view.party).line is Line.CORRIDOR or view.meeting + 1 < len(view.agenda.meetings)


def answered_when(view: View) -> str:
    """When a message home is answered, as a predicate: “answered at once”."""
    if view.agenda.party(view.party).line is Line.CORRIDOR:
        return "answered at once"
    return "answered after the sitting" if answer_in_time(view) else "no answer can come before the end"


def report_sentences(view: View) -> tuple[str, ...]:
    """Sentences for a report, the most urgent first: what presses, what is refused, what is agreed, the time left."""
    return tuple(sentence for sentence in _sentences(view) if sentence)


def _sentences(view: View) -> Iterator[str]:
    name = view.agenda.party(view.other).adjective or view.agenda.party(view.other).name
    yield _about(view, f"The {name} side refuses", _refused(view))
    yield _about(view, f"The {name} side asks for", _held(view, view.theirs))
    yield _about(view, "We hold to", _held(view, view.mine))
    yield _about(view, "Agreed so far", sorted(view.settled.items, key=lambda pair: view.agenda.place(pair[0])))
    left = view.my_speeches_left
    yield f"We may speak {'once' if left == 1 else f'{left} times'} more in this sitting." if left else ""
    if view.risk:
        yield f"What is agreed goes beyond your instructions; the risk that you refuse it stands at {view.risk} %."
    waits = view.agenda.party(view.party).line is Line.TELEGRAM and answer_in_time(view)
    yield "Please answer before the next sitting." if waits else ""


def _about(view: View, lead: str, places: Sequence[tuple[str, str]]) -> str:
    if not places:
        return ""
    named = [f"{heading(view.agenda, issue)}, {_label(view, issue, option)}" for issue, option in places]
    more = f"; and {len(named) - NAMED} more" if len(named) > NAMED else ""
    return f"{lead}: {'; '.join(named[:NAMED])}{more}."


def _label(view: View, issue: str, option: str) -> str:
    found = view.agenda.issue(issue).option(option)
    return found.label if found else option


def _refused(view: View) -> list[tuple[str, str]]:
    """What the other side refused and has not accepted since, the latest first."""
    refused = [e for e in view.ledger if e.by == view.other and e.deed is Deed.REJECTED and e.option]
    found = {entry.issue: entry.option for entry in reversed(refused)}
    return [(issue, option) for issue, option in found.items() if view.settled.get(issue) is None]


def _held(view: View, held: Callable[[str], str | None]) -> list[tuple[str, str]]:
    """One side's positions on what is not agreed, those first that were spoken to last."""
    spoken = {entry.issue: entry.ply for entry in view.ledger}
    pairs = [(issue.id, option) for issue in view.agenda.issues if (option := held(issue.id))]
    still = [(issue, option) for issue, option in pairs if view.settled.get(issue) is None]
    return sorted(still, key=lambda pair: -spoken.get(pair[0], 0))


def composed(sentences: tuple[str, ...], own: str, longest: int) -> str:
    """A report of chosen sentences and one's own words after them; sentences that don't fit whole are left out."""
    report = ""
    for sentence in (*sentences, own.strip()):
        joined = f"{report} {sentence}".strip()
        if len(joined) <= longest:
            report = joined
    return report
