"""Numbered questions: answered by number or by name; Enter alone asks again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.plain.desk import Desk
from game.plain.names import nearest
from game.slim import dataclass

SHORTEST = 3
"""Letters with which an answer must begin to be taken for it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what it stands for, how it is read out, and the other words that mean it."""

    key: str
    label: str
    names: tuple[str, ...] = ()

    def means(self, word: str) -> bool:
        """Whether the word is one for this answer."""
        return word.lower() in (self.key.lower(), self.label.lower(), *(name.lower() for name in self.names))

    def begins(self, letters: str) -> bool:
        """Whether one of the words for this answer begins with some letters."""
        return any(name.lower().startswith(letters.lower()) for name in (self.key, self.label, *self.names))


def read_out(question: str, choices: Sequence[Choice]) -> list[str]:
    """The question and its numbered answers, a line each."""
    return [question, *(f"{number} {choice.label}" for number, choice in enumerate(choices, 1))]


def chosen(word: str, choices: Sequence[Choice]) -> Choice | None:
    """The answer a word gives, by number or by name; None when it gives none."""
    if word.isascii() and word.isdecimal() and len(word) < 6:
        return choices[int(word) - 1] if 1 <= int(word) <= len(choices) else None
    return next((choice for choice in choices if choice.means(word)), None)


def begun(word: str, choices: Sequence[Choice]) -> Choice | None:
    """The one answer that begins with a word of three letters or more; None when none or several do."""
    if len(word) < SHORTEST:
        return None
    found = [
        one for one in choices if any(n.lower().startswith(word.lower()) for n in (one.key, one.label, *one.names))
    ]
    return found[0] if len(found) == 1 else None


def not_chosen(word: str, choices: Sequence[Choice]) -> str:
    """What to say to a word that gives no answer."""
    names = [name for choice in choices for name in (choice.key, *choice.names)]
    return f"“{word}” is not one of the answers.{nearest(word, names)} Answer with a number from 1 to {len(choices)}."


def answered(word: str) -> bool:
    """Whether a line was obeyed beside the question: of itself, none is."""
    return False


def choose(desk: Desk, question: str, choices: Sequence[Choice], obeyed: Callable[[str], bool] = answered) -> str:
    """The key of the answer given; the question stands until there is one. Quit when the player leaves.

    ``obeyed`` does what a line asks for that is no answer, and says whether it asked for anything.
    """
    desk.say(*read_out(question, choices))
    while True:
        word = desk.read("")
        found = chosen(word, choices) if word else None
        if found is not None:
            return found.key
        if word.lower() in ("q", "quit", "exit", "bye"):
            raise Quit
        if word and obeyed(word):
            desk.say(question)
        elif (likely := begun(word, choices)) is not None:
            return likely.key
        elif word in ("", "?"):
            desk.say(*read_out(question, choices), "Answer with a number or a name; “q” leaves.")
        else:
            desk.complain(not_chosen(word, choices))


class Quit(Exception):
    """The player leaves."""
