"""The language of the table: one line is one order. ``propose D8=parity E1=free-port whole: We must have both.``"""

from __future__ import annotations

from game.engine.scenario import Agenda
from game.plain.names import NotUnderstood, find_issue, nearest
from game.slim import dataclass

VERBS = (
    "propose",
    "accept",
    "reject",
    "hold",
    "argue",
    "cite",
    "ask",
    "answer",
    "reserve",
    "withdraw",
    "telegram",
    "yield",
    "adjourn",
    "walk-out",
)
"""What a delegate can do, in the order of the numbers that stand for it (from 1); the numbers never change."""

READINGS = {
    "?": "help",
    "help": "help",
    "s": "status",
    "status": "status",
    "i": "instructions",
    "instructions": "instructions",
    "n": "minutes",
    "minutes": "minutes",
    "o": "offers",
    "offers": "offers",
    "m": "messages",
    "messages": "messages",
    "w": "write",
    "write": "write",
    "q": "quit",
    "quit": "quit",
    "b": "back",
    "back": "back",
    "why": "why",
    "issue": "issue",
    "quote": "quote",
    "show": "show",
    "find": "find",
    "citation": "citation",
    "d": "dossier",
    "dossier": "dossier",
    "people": "people",
    "map": "map",
    "disputes": "disputes",
    "g": "course",
    "course": "course",
    "u": "rewind",
    "rewind": "rewind",
    "what-if": "what-if",
    "transcript": "transcript",
    "debrief": "debrief",
}
"""What a player can read or do away from the table, by the words for it."""

OTHER_WORDS = {
    "refuse": "reject",
    "word": "telegram",
    "exit": "quit",
    "walkout": "walk-out",
    "graph": "course",
    "whatif": "what-if",
    "p": "propose",
    "a": "accept",
    "r": "reject",
    "h": "hold",
    "e": "argue",
    "c": "cite",
    "k": "ask",
    "v": "reserve",
    "x": "withdraw",
    "t": "telegram",
    "y": "yield",
    "j": "adjourn",
}
"""Other words for the same. The single letters are the keys of the table on screen, but for cite: m reads messages."""


@dataclass(frozen=True, slots=True)
class Order:
    """A line understood: the verb, what follows it word by word, the text after the colon, and all of it as typed."""

    verb: str
    rest: tuple[str, ...] = ()
    words: str = ""
    typed: str = ""


def understood(line: str, agenda: Agenda) -> Order:
    """The order a line gives; NotUnderstood with the nearest word when it gives none.

    A number stands for a verb; the code or id of an issue alone asks to read it.
    """
    head, _, words = line.partition(":")
    first, *rest = head.split() or [""]
    typed = line.partition(" ")[2].strip()
    verb = verb_of(first)
    if verb:
        return Order(verb, tuple(rest), words.strip(), typed)
    if find_issue(agenda, first) is not None:
        return Order("issue", (first, *rest), words.strip(), typed)
    known = [*VERBS, *(word for word in READINGS if len(word) > 1), *OTHER_WORDS]
    known += [name for issue in agenda.issues for name in (issue.code, issue.id)]
    raise NotUnderstood(f"“{first or line}” means nothing here.{nearest(first, known)} “?” lists what can be said.")


def verb_of(word: str) -> str:
    """The verb or reading a word stands for; empty when it stands for none."""
    wanted = OTHER_WORDS.get(word.lower(), word.lower())
    if wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted) <= len(VERBS):
        return VERBS[int(wanted) - 1]
    return wanted if wanted in VERBS else READINGS.get(wanted, "")


def number_of(verb: str) -> int:
    """The number that stands for a verb."""
    return VERBS.index(verb) + 1
