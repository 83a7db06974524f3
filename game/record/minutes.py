"""The minutes of a game: every move as a readable sentence, and the whole as a record of each meeting.

Words given with a move are kept as they are. They count as a document's own only where the caller says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from game.engine.issues import Meeting
from game.engine.moves import (
    Accept,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Happening,
    Hold,
    Move,
    Occur,
    Propose,
    Reject,
    Reserve,
    Withdraw,
)
from game.engine.notation import written
from game.engine.scenario import Agenda
from game.engine.state import Ending, EndingKind, State, Status, Step
from game.record.names import day, label, surname
from game.record.record import CHANCE, by_whom
from game.record.wording import composed
from game.slim import dataclass

LEGEND = (
    "Words in “quotation marks” are the documents' own. Words before a bracket are the speaker's, as given. "
    "All others are composed from the moves."
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One move, readable. ``by`` is a party or ``chance``; ``speaker`` the name in the minutes, empty for chance.

    ``text`` is what was said: the move's own words, else ``gist``, which is always composed from the move and empty
    only where nothing is said. ``verbatim``: the words are a document's. ``kind`` is the verb as in
    ``notation.VERBS``. ``private`` is the party that alone may read it, empty when the table heard it.
    """

    by: str
    speaker: str
    text: str
    verbatim: bool
    kind: str
    gist: str
    private: str = ""


def spoken(agenda: Agenda, step: Step) -> Utterance:
    """What was said in a step; its words, where it has any, are taken to be the player's."""
    move: Move = step.move  # type: ignore[assignment]
    gist = composed(agenda, step.before, move)
    by = by_whom(move)
    chaired = "" if by == CHANCE else surname(agenda.party(by), step.before.sitting.chair(by))
    words = getattr(move, "words", "").strip()
    return Utterance(by, chaired, words or gist, False, str(written(move)["do"]), gist, private_to(step.before, move))


def quoted(agenda: Agenda, step: Step) -> Utterance:
    """What was said in a step whose words, where it has any, are quoted from a document."""
    said = spoken(agenda, step)
    return replace(said, verbatim=said.text != said.gist)


def minutes(opening: State, steps: Sequence[Step], verbatim: Collection[int] = (), reader: str = "") -> str:
    """A record of each meeting: its head, the speeches by speaker, what was agreed.

    ``verbatim`` holds the plies whose words are quoted from a document. Telegrams and what only one side knows are
    left out, but for those of the party ``reader``.
    """
    agenda = opening.scenario.agenda
    paragraphs: list[str] = []
    sat = [(place, [step for step in steps if step.before.meeting == place]) for place in sittings(opening, steps)]
    for place, part in sat:
        heard = [step for step in part if private_to(step.before, step.move) in ("", reader)]  # type: ignore[arg-type]
        told = [(step, quoted(agenda, step) if step.after.ply in verbatim else spoken(agenda, step)) for step in heard]
        paragraphs += opening_lines(agenda, agenda.meetings[place])
        paragraphs += _talk(agenda, [one for one in told if one[0].before.floor])
        paragraphs += agreed_between(part[0].before, part[-1].after) if part else []
        paragraphs += [f"({said.text})" for step, said in told if not step.before.floor and not _opens(step)]
    ending = steps[-1].after.ending if steps else None
    paragraphs += [ending_told(agenda, ending)] if ending else []
    return "\n\n".join([*paragraphs, LEGEND]) + "\n"


def _opens(step: Step) -> bool:
    """Whether the step opens the next meeting, whose own head says so."""
    return isinstance(step.move, Occur) and step.move.what is Happening.MEETING


def sittings(opening: State, steps: Sequence[Step]) -> range:
    """The places, in the agenda, of the meetings that have at least opened."""
    last = steps[-1].after.meeting if steps else opening.meeting
    return range(opening.meeting, last + 1)


def private_to(before: State, move: Move) -> str:
    """The one party a move is known to; empty when both know of it."""
    if isinstance(move, ConsultCapital):
        return move.by
    if not isinstance(move, Occur):
        return ""
    if move.what is Happening.ANSWER:
        return move.party
    event = next((one for one in before.scenario.events if one.id == move.reference), None)
    return event.known_to[0] if event is not None and len(event.known_to) == 1 else ""


def opening_lines(agenda: Agenda, sitting: Meeting) -> list[str]:
    """What a meeting's minutes begin with: its title, when and where, and those present where they are known."""
    chairs = " and ".join(sitting.chair(party.id) for party in agenda.parties)
    hours = f", {sitting.begins} to {sitting.ends}" if sitting.begins and sitting.ends else ""
    present = dict(sitting.present)
    beside = [f"{party.name}: {', '.join(present[party.id])}" for party in agenda.parties if present.get(party.id)]
    head = [f"Record of a Meeting between {chairs}", f"{day(sitting.date)}{hours}, {sitting.place}"]
    return head + ([f"Present. {'. '.join(beside)}."] if beside else [])


def _talk(agenda: Agenda, told: Iterable[tuple[Step, Utterance]]) -> list[str]:
    """One paragraph a speech, under the agenda's heads as the talk turns from one to another."""
    rows: list[tuple[tuple[int, str, str, str], str]] = []
    heading = ""
    for step, said in told:
        text = _printed(said)
        if text:
            heading = head_of(agenda, step) or heading
            rows.append(((step.before.speeches, heading, said.speaker, "" if said.speaker else text), text))
    out: list[str] = []
    heading = ""
    for (_, under, speaker, _), part in groupby(rows, key=lambda row: row[0]):
        if under != heading:
            out.append(under)
            heading = under
        text = " ".join(one for _, one in part)
        out.append(f"{speaker}: {text}" if speaker else f"({text})")
    return out


def _printed(said: Utterance) -> str:
    """Verbatim words in quotation marks; other words as given, with what they did in brackets."""
    if said.verbatim:
        return f"“{said.text}”"
    if said.text == said.gist:
        return f"({said.text})" if said.private and said.speaker else said.text
    return f"{said.text} [{said.gist}]" if said.gist else said.text


def head_of(agenda: Agenda, step: Step) -> str:
    """The head of the agenda a move is about, as the minutes print it; empty when it is about none."""
    issue = _about(step.before, step.move)  # type: ignore[arg-type]
    if not issue or not agenda.has(issue):
        return ""
    head = agenda.head(agenda.issue(issue).head)
    return f"{head.number}. {head.title}" if head.number else head.title


def _about(before: State, move: Move) -> str:
    """The first issue a move names."""
    match move:
        case Propose() | Accept():
            return _first(before, move.package.issues)
        case Hold() | Reserve():
            return move.issues[0]
        case Reject():
            return _first(before, before.offers[move.offer - 1].package.issues) if move.offer else move.issues[0]
        case Withdraw():
            return _first(before, before.offers[move.offer - 1].package.issues)
        case Ask() | CiteMinutes():
            return move.issue
        case Answer():
            return before.asked
        case Argue():
            claim = before.scenario.claim(move.claim)
            return claim.issues[0] if claim else ""
        case _:
            return ""


def _first(state: State, issues: tuple[str, ...]) -> str:
    """The one that comes first on the agenda."""
    return min(issues, key=state.scenario.agenda.place)


def agreed_between(before: State, after: State) -> list[str]:
    """What one meeting agreed: settled options with their degree, then what is agreed in substance."""
    agenda = after.scenario.agenda
    lines = []
    for issue in agenda.issues:
        old, new = before.standing(issue.id), after.standing(issue.id)
        if new.agreement is not None and new.agreement != old.agreement:
            degree = new.agreement.degree.value.replace("-", " ")
            lines.append(f"{label(agenda, issue.id, new.agreement.option)} ({degree})")
        elif new.status is Status.PRINCIPLE and old.status is not Status.PRINCIPLE:
            lines.append(f"{issue.heading} (in substance)")
    if not lines:
        return ["Agreed: nothing."]
    return ["Agreed:\n" + "\n".join(f"- {line}" for line in lines)]


def ending_told(agenda: Agenda, ending: Ending) -> str:
    """How the negotiations ended, with the communiqué if there is one."""
    who = agenda.party(ending.by) if ending.by else None
    sentences = {
        EndingKind.AGREEMENT: "The agreement stands: both principals have ratified it.",
        EndingKind.ADJOURNED: "The negotiations are adjourned.",
        EndingKind.BREAKDOWN: f"{who.name if who else 'One side'} broke off the negotiations.",
        EndingKind.REPUDIATED: f"{who.principal if who else 'A principal'} repudiated what was agreed.",
    }
    communique = f" Communiqué: {ending.communique}" if ending.communique else ""
    return sentences[ending.kind] + communique
