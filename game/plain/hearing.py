"""What is heard at the table: each step of the other side, and of chance, as a few plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.debrief.columns import paragraphs
from game.debrief.deeds import deed, issue_name, option_label, the_side
from game.delegates.delegate import Reason
from game.engine.moves import Accept, Argue, Happening, Move, Occur, Propose, Terms
from game.engine.package import Package
from game.engine.scenario import Agenda
from game.engine.state import Ending, EndingKind, Step, Telegram
from game.plain.chair import Chair
from game.plain.house import House
from game.play.motives import heard
from game.record.names import day
from game.slim import dataclass

RECORDED = "historical"
"""The counterpart that speaks the record's own words: they stand in quotation marks, as all that is a document's."""
FEW = 4
"""Issues of an offer that are told by name; of a longer one the options are told by number."""
LINES_OF_A_SPEECH = 6
"""Lines one speech of the other side may take before its longer words are left to “why”."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One step as it is told: what was done, what was said, and why.

    ``brief`` is the deed in fewer words, where all of it would be too long to hear at once; else empty.
    """

    deed: str
    said: str = ""
    reasons: tuple[str, ...] = ()
    brief: str = ""

    @property
    def lines(self) -> list[str]:
        """All of it, in order."""
        return [self.deed, *([self.said] if self.said else []), *self.reasons]


def told(chair: Chair, house: House, step: Step) -> Heard:
    """A step as this side hears it. The step must be one it hears."""
    move: Move = step.move  # type: ignore[assignment]
    if isinstance(move, Occur):
        return Heard(_happening(chair, step, move))
    if move.by == chair.party:
        return Heard(_done(chair, step, move))
    utterance = house.spoken(chair.agenda, step)
    recorded = chair.game.against == RECORDED and utterance.text != utterance.gist
    text = f"“{utterance.text}”" if recorded or utterance.verbatim else utterance.text
    said = f"{utterance.speaker}: {text}" if text else ""
    reasons = tuple(_reason(chair, one) for one in heard(chair.session.reasons, step, chair.party))
    return Heard(_done(chair, step, move), said, reasons, _brief(chair.agenda, move))


def _done(chair: Chair, step: Step, move: Move) -> str:
    """What a move does; of an argument, what it claims."""
    return _argument(chair, step, move) if isinstance(move, Argue) else deed(chair.agenda, move)


def _argument(chair: Chair, step: Step, move: Argue) -> str:
    claim = step.before.scenario.claim(move.claim)
    about = issue_name(chair.agenda, claim.issues[0]) if claim and chair.agenda.has(claim.issues[0]) else ""
    side = the_side(chair.agenda, move.by)
    return f"{side} argues{f' on {about}' if about else ''}: {claim.text if claim else move.claim}"


def _brief(agenda: Agenda, move: Move) -> str:
    """A deed on many issues with each option by its number alone; empty for one on few."""
    if not isinstance(move, Propose | Accept) or len(move.package) <= FEW:
        return ""
    verb = "accepts" if isinstance(move, Accept) else "proposes"
    ordered = sorted(move.package, key=lambda pair: agenda.place(pair[0]))
    named = [f"{agenda.issue(issue).code} option {agenda.level(issue, option)}" for issue, option in ordered]
    whole = isinstance(move, Propose) and move.terms is Terms.WHOLE
    terms = ", all or nothing" if whole else ""
    return f"{the_side(agenda, move.by)} {verb} on {len(ordered)} issues{terms}: {', '.join(named)}."


def _reason(chair: Chair, reason: Reason) -> str:
    about = f" on {issue_name(chair.agenda, reason.issue)}" if reason.issue else ""
    remedy = f" What would change it: {reason.remedy}" if reason.remedy else ""
    return f"Reason{about}: {reason.because}{remedy}"


def shortened(heard: Sequence[Heard]) -> list[str]:
    """A speech in about six lines: every deed, then reasons, then words, as long as there is room; in their order."""
    deeds = [one.brief or one.deed for one in heard]
    left = LINES_OF_A_SPEECH - sum(map(_height, deeds))
    kept: set[tuple[int, str]] = set()
    reasons = [(place, text) for place, one in enumerate(heard) for text in one.reasons]
    words = [(place, one.said) for place, one in enumerate(heard) if one.said]
    for first, candidate in enumerate([*reasons[:1], *words[-1:], *reasons[1:], *words[:-1]]):
        height = _height(candidate[1])
        if height <= left or (first == 0 and len(heard) == 1):
            kept.add(candidate)
            left -= height
    lines = []
    for place, one in enumerate(heard):
        lines += [deeds[place], *(text for text in one.lines[1:] if (place, text) in kept)]
    whole = [line for one in heard for line in one.lines]
    return lines if lines == whole else [*lines, "There was more: “why” reads it."]


def _height(text: str) -> int:
    return paragraphs([text]).count("\n") + 1


def _happening(chair: Chair, step: Step, move: Occur) -> str:
    scenario = step.after.scenario
    if move.what is Happening.EVENT:
        event = next(one for one in scenario.events if one.id == move.reference)
        return f"{day(event.date)}: {event.text}"
    if move.what is Happening.ANSWER:
        answered = [one for one in step.after.telegrams if (one.party, one.number) == (move.party, move.number)]
        return answer_words(chair, answered[0])
    return deed(chair.agenda, move)


def answer_words(chair: Chair, telegram: Telegram) -> str:
    """The principal's answer to a message, option by option, with the words where the scenario has them."""
    principal = chair.agenda.party(chair.party).principal
    parts = _ruled(chair, telegram.granted, "granted") + _ruled(chair, telegram.refused, "refused")
    if not parts:
        return f"{principal} has your message {telegram.number} and leaves your instructions as they are."
    return f"{principal} answers message {telegram.number}. {' '.join(parts)}"


def _ruled(chair: Chair, package: Package, word: str) -> list[str]:
    """What an answer that has come says of some options; only of these is the principal's mind looked into."""
    parts = []
    for issue, option in package:
        ruling = chair.session.state.scenario.stake(chair.party).ruling(issue, option)
        words = f" “{ruling.words}”" if ruling and ruling.words else ""
        parts.append(f"{issue_name(chair.agenda, issue)}, {option_label(chair.agenda, issue, option)}: {word}.{words}")
    return parts


def speeches(steps: Iterable[Step], chair: Chair) -> list[Step]:
    """The last speech of the other side: its steps since this side last moved."""
    last: list[Step] = []
    for step in steps:
        if getattr(step.move, "by", "") == chair.party:
            last = []
        elif chair.hears(step):
            last.append(step)
    return last


def ending_words(chair: Chair, ending: Ending) -> str:
    """How it ended, in a sentence."""
    who = chair.agenda.party(ending.by).name if ending.by else ""
    match ending.kind:
        case EndingKind.AGREEMENT:
            return "The negotiation is over: an agreement, ratified by both principals."
        case EndingKind.REPUDIATED:
            return f"The negotiation is over: {chair.agenda.party(ending.by).principal} repudiates what was agreed."
        case EndingKind.BREAKDOWN:
            return f"The negotiation is over: {who} broke it off."
        case EndingKind.ADJOURNED:
            cause = "both sides agreed to rise" if ending.by else "the time was up"
            return f"The negotiation is adjourned: {cause}."
