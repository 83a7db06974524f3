"""The home desk: which game to open, by number or by name."""

from __future__ import annotations

from collections.abc import Sequence

from game.plain import records
from game.plain.desk import Desk
from game.plain.house import CannotOpen, Chairs, House, Kept
from game.plain.questions import Choice, choose
from game.plain.request import Request

USUAL = "counterpart"
"""The counterpart a player gets who names none."""


def asked(desk: Desk, house: House) -> Request:
    """The game the player chooses. Quit when the player leaves; EndOfInput when the input ends first."""
    study = False
    while saves := house.saves():
        going = [one for one in saves if not one.ended and one.sound]
        what = choose(desk, "Plenipo. What will you do?", _WHAT if going else (_WHAT[0], *_WHAT[2:]))
        study = what == "study"
        if what in ("new", "study"):
            break
        if what == "go-on":
            return Request(save=choose(desk, "Which game?", [_save(one) for one in going]))
        request = records.asked(desk, house)
        if request is not None:
            return request
    scenario = _scenario(desk, house.scenarios())
    party = choose(desk, "Which chair?", [_chair(*chair) for chair in scenario.chairs])
    against = choose(desk, "Against whom?", [Choice(one, _OPPOSITE.get(one, one)) for one in counterparts(house)])
    return Request(scenario=scenario.id, party=party, against=against, study=study)


_WHAT = (
    Choice("new", "begin a new game"),
    Choice("go-on", "go on with a saved game", ("resume", "continue", "saved")),
    Choice("records", "look through the records: every game kept, also those that are over"),
    Choice("study", "begin a new game in study mode: you may go back and try other courses, and the record says so"),
)
_OPPOSITE = {"human": "a second person, at this desk"}


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
    key = choose(desk, "Which scenario?", [Choice(one.id, f"{one.title} ({one.id})") for one in scenarios])
    return next(one for one in scenarios if one.id == key)


def _chair(party: str, who: str) -> Choice:
    return Choice(party, f"{who} ({party})", (who,))


def _save(kept: Kept) -> Choice:
    return Choice(kept.id, f"{kept.id}: {kept.about}")
