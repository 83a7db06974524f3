"""The home desk: which game to open, by number or by name; and whatever else is asked for meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.plain import records
from game.plain.choosing import settings_ordered
from game.plain.desk import Desk
from game.plain.house import CannotOpen, Chairs, House, Kept
from game.plain.names import NotUnderstood
from game.plain.questions import Choice, choose, chosen
from game.plain.request import Request
from game.play.settings import kept_settings

USUAL = "counterpart"
"""The counterpart a player gets who names none."""
GREETING = "Plenipo. A number or a name answers a question; “help” tells what else can be said here; “q” leaves."
HELP = (
    "A number or a name answers the question; Enter reads it again; “q” leaves.",
    "about NAME: what a scenario is about.",
    "length 8: speeches a side may make in a sitting; length record: as many as in the record.",
    "seed 7: what chance does is drawn from it; without one it is drawn.",
    "study: a game in which you may go back and try other courses, and the record says so; class: one in which you may "
    "not.",
    "records: every game kept, to go on with, to read, to leave for another course, or to delete.",
    "settings: hints, lines, and what the screen looks like.",
    "At the table “help” reads the orders.",
)
LESSON = "first-session"
"""The scenario a first-time player is pointed to."""
NO_SCENARIO = "There is no scenario to play. “plenipo where” says where they are looked for."


def asked(desk: Desk, house: House) -> Request:
    """The game the player chooses. Quit when the player leaves; EndOfInput when the input ends first."""
    desk.say(GREETING)
    if any(one.id == LESSON for one in house.scenarios()) and not house.saves():
        desk.say(f"New at this table: “{LESSON}” teaches it in ten minutes.")
    front = _Front(desk, house)
    try:
        return front.asked()
    except _Chosen as game:
        return game.request


class _Chosen(Exception):
    """A game was chosen among the records."""

    def __init__(self, request: Request) -> None:
        super().__init__(request)
        self.request = request


class _Front:
    """The home desk with what has been wished for so far."""

    def __init__(self, desk: Desk, house: House) -> None:
        self.desk = desk
        self.house = house
        self.wishes = Request()

    def asked(self) -> Request:
        """Question by question."""
        while saves := self.house.saves():
            going = [one for one in saves if not one.ended and one.sound]
            what = self._choose("What will you do?", _WHAT if going else (_WHAT[0], *_WHAT[2:]))
            if what in ("new", "study"):
                self.wishes = replace(self.wishes, study=self.wishes.study or what == "study")
                break
            if what == "go-on":
                return Request(save=self._choose("Which game?", [_save(one) for one in going]))
            self._records()
        scenario = self._scenario()
        party = self._choose("Which chair?", [_chair(*chair) for chair in scenario.chairs])
        opposite = [Choice(one, _OPPOSITE.get(one, one)) for one in counterparts(self.house)]
        against = self._choose("Against whom?", opposite)
        return replace(self.wishes, scenario=scenario.id, party=party, against=against)

    def _choose(self, question: str, choices: Sequence[Choice]) -> str:
        return choose(self.desk, question, choices, self._obeyed)

    def _scenario(self) -> Chairs:
        scenarios = self.house.scenarios()
        if not scenarios:
            raise CannotOpen(NO_SCENARIO)
        key = self._choose("Which scenario?", [_listed(one) for one in scenarios])
        return next(one for one in scenarios if one.id == key)

    def _obeyed(self, line: str) -> bool:
        """Do what a line asks for that answers no question; whether it asked for anything."""
        word, *rest = line.split()
        try:
            match word.lower():
                case "help" | "?":
                    self.desk.say(*HELP)
                case "settings" | "hints" | "theme":
                    self._settings((word, *rest))
                case "records":
                    self._records()
                case "about":
                    self.desk.say(*self._about(" ".join(rest)))
                case "length" | "seed" | "study" | "class":
                    self.desk.say(self._wished(word.lower(), " ".join(rest)))
                case _:
                    return False
        except NotUnderstood as error:
            self.desk.complain(str(error))
        return True

    def _settings(self, words: tuple[str, ...]) -> None:
        self.desk.say(*settings_ordered(words[1:] if words[0].lower() == "settings" else words))
        self.desk.unbroken = kept_settings().unbroken

    def _records(self) -> None:
        request = records.asked(self.desk, self.house)
        if request is not None:
            raise _Chosen(request)

    def _about(self, name: str) -> list[str]:
        scenarios = self.house.scenarios()
        found = chosen(name, [_listed(one) for one in scenarios])
        if found is None:
            raise NotUnderstood(f"There is no scenario “{name}”. As in “about 1”, or “about {scenarios[0].id}”.")
        one = next(one for one in scenarios if one.id == found.key)
        seats = "; ".join(f"{who} ({party})" for party, who in one.chairs)
        size = f": {one.size}" if one.size else ""
        return [f"{one.title}{size}. Chairs: {seats}.", *(text for text in one.about if text)]

    def _wished(self, what: str, word: str) -> str:
        """Take a wish for the game to come; what it means."""
        if what in ("study", "class"):
            self.wishes = replace(self.wishes, study=what == "study")
            return "Study mode: you may go back." if self.wishes.study else "Class play: what is said stays said."
        if what == "length" and word in ("record", ""):
            self.wishes = replace(self.wishes, exchanges=None)
            return "As many speeches as in the record."
        if not (word.isascii() and word.isdecimal() and 0 < int(word[:9]) <= _HIGHEST[what]):
            raise NotUnderstood(f"{what.capitalize()} is a number from 1 to {_HIGHEST[what]}, as in “{what} 8”.")
        if what == "length":
            self.wishes = replace(self.wishes, exchanges=int(word))
            return f"Speeches a side in a sitting: {int(word)}."
        self.wishes = replace(self.wishes, seed=int(word))
        return f"The seed is {int(word)}."


_HIGHEST = {"length": 999, "seed": 999_999}
_WHAT = (
    Choice("new", "begin a new game"),
    Choice("go-on", "go on with a saved game", ("resume", "continue", "saved")),
    Choice("records", "look through the records: every game kept, also those that are over"),
    Choice("study", "begin a new game in study mode: you may go back and try other courses, and the record says so"),
)
_OPPOSITE = {
    "counterpart": "counterpart: a delegate of experience",
    "apprentice": "apprentice: gives way almost evenly, and learns little of what you want",
    "master": "master: gives way later, and has the best guess of what you want",
    "historical": "historical: says what the record says, then holds",
    "boulware": "boulware: gives late",
    "linear": "linear: gives evenly",
    "conceder": "conceder: gives early",
    "tit-for-tat": "tit-for-tat: gives as you give",
    "micro": "micro: one clause for one of yours",
    "stonewaller": "stonewaller: gives nothing before its last speech",
    "random": "random: anything its instructions allow",
    "human": "a second person, at this desk",
}


def usual(house: House) -> Request:
    """The game that is opened when the input ends before anything is chosen: every first answer."""
    scenarios = house.scenarios()
    if not scenarios:
        raise CannotOpen(NO_SCENARIO)
    return Request(scenario=scenarios[0].id, party=scenarios[0].chairs[0][0], against=counterparts(house)[0])


def counterparts(house: House) -> list[str]:
    """The counterparts there are, the usual one first."""
    names = list(house.counterparts())
    return [USUAL, *(one for one in names if one != USUAL)] if USUAL in names or not names else names


def _listed(one: Chairs) -> Choice:
    size = f": {one.size}" if one.size else ""
    return Choice(one.id, f"{one.title} ({one.id}){size}", (one.title,))


def _chair(party: str, who: str) -> Choice:
    return Choice(party, f"{who} ({party})", (who,))


def _save(kept: Kept) -> Choice:
    return Choice(kept.id, f"{kept.id}: {kept.about}")
