"""The home desk: which game to open, by number or by name."""

from __future__ import annotations

from collections.abc import Sequence

from game.plain.desk import Desk
from game.plain.house import CannotOpen, Chairs, House, Kept
from game.plain.questions import Choice, chosen, not_chosen, read_out
from game.plain.reading import Quit
from game.plain.request import Request

USUAL = "counterpart"
"""The counterpart a player gets who names none."""


def asked(desk: Desk, house: House) -> Request:
    """The game the player chooses. Quit when the player leaves; EndOfInput when the input ends first."""
    saves = house.saves()
    if saves and _choose(desk, "Plenipo. What will you do?", _WHAT) == "go-on":
        return Request(save=_choose(desk, "Which game?", [_save(one) for one in saves]))
    scenario = _scenario(desk, house.scenarios())
    party = _choose(desk, "Which chair?", [_chair(*chair) for chair in scenario.chairs])
    against = _choose(desk, "Against whom?", [Choice(one, one) for one in counterparts(house)])
    return Request(scenario=scenario.id, party=party, against=against)


_WHAT = (
    Choice("new", "begin a new game"),
    Choice("go-on", "go on with a saved game", ("resume", "continue", "saved")),
)


def usual(house: House) -> Request:
    """The game that is opened when the input ends before anything is chosen: every first answer."""
    scenarios = house.scenarios()
    if not scenarios:
        raise CannotOpen("There is no scenario to play. “plenipo where” says where they are looked for.")
    return Request(scenario=scenarios[0].id, party=scenarios[0].chairs[0][0], against=counterparts(house)[0])


def counterparts(house: House) -> list[str]:
    """The counterparts there are, the usual one first."""
    names = list(house.counterparts())
    return [USUAL, *(one for one in names if one != USUAL)] if USUAL in names or not names else names


def _scenario(desk: Desk, scenarios: Sequence[Chairs]) -> Chairs:
    if not scenarios:
        raise CannotOpen("There is no scenario to play. “plenipo where” says where they are looked for.")
    key = _choose(desk, "Which scenario?", [Choice(one.id, f"{one.title} ({one.id})") for one in scenarios])
    return next(one for one in scenarios if one.id == key)


def _chair(party: str, who: str) -> Choice:
    return Choice(party, f"{who} ({party})", (who,))


def _save(kept: Kept) -> Choice:
    return Choice(kept.id, f"{kept.id}: {kept.about}")


def _choose(desk: Desk, question: str, choices: Sequence[Choice]) -> str:
    desk.say(*read_out(question, choices))
    while True:
        word = desk.read("")
        found = chosen(word, choices) if word else None
        if found is not None:
            return found.key
        if word.lower() in ("q", "quit"):
            raise Quit
        if word in ("", "?"):
            desk.say(*read_out(question, choices), "Answer with a number or a name; “q” leaves.")
        else:
            desk.say(not_chosen(word, choices))
