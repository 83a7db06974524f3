"""The language of the table: one line is one order. ``propose D8=parity E1=free-port whole: We must have both.``"""

from __future__ import annotations

import re

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
    "what": "what",
    "s": "status",
    "status": "status",
    "issues": "issues",
    "issue": "issue",
    "try": "try",
    "i": "instructions",
    "instructions": "instructions",
    "o": "offers",
    "offers": "offers",
    "m": "messages",
    "messages": "messages",
    "n": "minutes",
    "minutes": "minutes",
    "why": "why",
    "d": "dossier",
    "dossier": "dossier",
    "people": "people",
    "map": "map",
    "disputes": "disputes",
    "quote": "quote",
    "show": "show",
    "find": "find",
    "citation": "citation",
    "note": "note",
    "g": "course",
    "course": "course",
    "plots": "plots",
    "u": "rewind",
    "rewind": "rewind",
    "what-if": "what-if",
    "w": "write",
    "write": "write",
    "transcript": "transcript",
    "settings": "settings",
    "debrief": "debrief",
    "b": "back",
    "back": "back",
    "q": "quit",
    "quit": "quit",
}
"""What a player can read or do away from the table, by the words for it."""

OTHER_WORDS = {
    "offer": "propose",
    "agree": "accept",
    "refuse": "reject",
    "decline": "reject",
    "reaffirm": "hold",
    "evidence": "argue",
    "claim": "argue",
    "question": "ask",
    "reply": "answer",
    "defer": "reserve",
    "postpone": "reserve",
    "take-back": "withdraw",
    "word": "telegram",
    "cable": "telegram",
    "consult": "telegram",
    "report": "telegram",
    "pass": "yield",
    "rise": "adjourn",
    "walkout": "walk-out",
    "break-off": "walk-out",
    "commands": "help",
    "keys": "help",
    "agenda": "status",
    "table": "status",
    "clock": "status",
    "standing": "status",
    "options": "issue",
    "weigh": "try",
    "draft": "try",
    "mandate": "instructions",
    "telegrams": "messages",
    "log": "minutes",
    "history": "course",
    "graph": "course",
    "moves": "course",
    "plot": "plots",
    "figures": "plots",
    "situation": "dossier",
    "brief": "dossier",
    "who": "people",
    "places": "map",
    "conflicts": "disputes",
    "passages": "quote",
    "wording": "quote",
    "documents": "show",
    "sources": "show",
    "source": "show",
    "read": "show",
    "search": "find",
    "footnote": "citation",
    "undo": "rewind",
    "whatif": "what-if",
    "setting": "settings",
    "hints": "settings hints",
    "theme": "settings theme",
    "cancel": "back",
    "drop": "back",
    "exit": "quit",
    "bye": "quit",
    "leave": "quit",
    "save": "quit",
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
LONGEST_SHOWN = 60
"""Letters of a word that are said back."""
SHORTEST = 3
"""Letters of a word that are enough, where only one word begins with them."""


@dataclass(frozen=True, slots=True)
class Order:
    """A line understood: the verb, what follows it word by word, the text after the colon, and all of it as typed."""

    verb: str
    rest: tuple[str, ...] = ()
    words: str = ""
    typed: str = ""


def understood(line: str, agenda: Agenda) -> Order:
    """The order a line gives; NotUnderstood with the nearest word when it gives none.

    A number stands for a verb, and so do the first letters of a word; the code or id of an issue alone asks to read it.
    """
    head, _, words = line.partition(":")
    first, *rest = _words(head) or [""]
    typed = line.partition(" ")[2].strip()
    if not _exactly(first) and find_issue(agenda, first) is not None:
        return Order("issue", (first, *rest), words.strip(), typed)
    verb, *meant = verb_of(first), *OTHER_WORDS.get(first.lower(), "").split()[1:]
    if verb:
        return Order(verb, (*meant, *rest), words.strip(), " ".join([*meant, typed]).strip())
    if find_issue(agenda, first.partition("=")[0]) is not None:
        raise NotUnderstood(f"“propose {first}” proposes that; “try {first}” weighs it without saying it.")
    known = [*SUGGESTED, *(name for issue in agenda.issues for name in (issue.code, issue.id))]
    word = first or line
    shown = word if len(word) <= LONGEST_SHOWN else f"{word[:LONGEST_SHOWN]}…"
    near = nearest(first, known) if len(first) >= SHORTEST else ""
    raise NotUnderstood(f"“{shown}” means nothing here.{near} “?” lists what can be said.")


def _words(head: str) -> list[str]:
    """The words of an order as one would say them: an equals sign joins, commas part, a full stop at the end is none.

    >>> _words("propose D8 = 2, E1=3!")
    ['propose', 'D8=2', 'E1=3']
    """
    words = re.sub(r"\s*=\s*", "=", head).replace(",", " ").replace(";", " ").split()
    return [word.rstrip("!?.") or word for word in words]


KNOWN = tuple(word for word in (*VERBS, *READINGS, *OTHER_WORDS) if len(word) > 1)
"""Every word that is understood, but for letters and numbers."""
SUGGESTED = tuple(word for word in KNOWN if OTHER_WORDS.get(word) not in ("quit", "walk-out"))
"""Those one may be led to by a slip: another word for leaving is meant when it is written."""


def verb_of(word: str) -> str:
    """The verb or reading a word stands for, or the one word that begins with it; empty when it stands for none."""
    return _exactly(word) or _beginning(word.lower())


def _exactly(word: str) -> str:
    wanted = OTHER_WORDS.get(word.lower(), word.lower()).partition(" ")[0]
    if wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted[:4]) <= len(VERBS):
        return VERBS[int(wanted[:4]) - 1]
    return wanted if wanted in VERBS else READINGS.get(wanted, "")


def _beginning(letters: str) -> str:
    """What the words that begin with some letters stand for, when all of them stand for one thing."""
    found = {_exactly(word) for word in KNOWN if word.startswith(letters)}
    return found.pop() if len(letters) >= SHORTEST and len(found) == 1 else ""


def number_of(verb: str) -> int:
    """The number that stands for a verb."""
    return VERBS.index(verb) + 1
