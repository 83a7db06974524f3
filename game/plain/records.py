"""The records desk: every game that is kept, how far it came, and what may be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from game.plain.desk import Desk
from game.plain.house import CannotOpen, House, Kept
from game.plain.questions import Choice, choose
from game.plain.request import Request

HOME = Choice("home", "back to the home desk", ("back", "b"))
BACK = Choice("back", "leave it as it is", ("b", "no"))
SURE = (Choice("no", "no, keep it", ("back", "b")), Choice("yes", "yes, delete it for good"))


def asked(desk: Desk, house: House) -> Request | None:
    """The game a player opens from the records; None when they go back to the home desk. Quit when they leave."""
    while True:
        kept = house.saves()
        if not kept:
            desk.say("No game is kept.")
            return None
        name = choose(
            desk, "Which game?", [*map(_listed, kept), Choice("home", "back to the home desk", ("back", "b"))]
        )
        if name == "home":
            return None
        request = _done_with(desk, house, next(one for one in kept if one.id == name))
        if request is not None:
            return request


def _listed(kept: Kept) -> Choice:
    return Choice(kept.id, f"{kept.id}: {kept.about}")


def _done_with(desk: Desk, house: House, kept: Kept) -> Request | None:
    """What the player does with one game; None when the list is read again."""
    deed = choose(desk, f"{kept.id}: {kept.about}. What will you do with it?", deeds(kept))
    if deed == "delete" and choose(desk, f"Delete {kept.id}? It can't be had back.", SURE) == "yes":
        desk.say(_deleted(house, kept))
    if deed in ("open", "rewind", "what-if"):
        return Request(save=kept.id, turn=deed if deed != "open" else "")
    return None


def deeds(kept: Kept) -> Sequence[Choice]:
    """What may be done with a game: go on or read how it ended, leave it for another course, delete it."""
    if not kept.sound:
        return (Choice("delete", "delete it"), BACK)
    opens = "read how it ended, and the debrief" if kept.ended else "go on with it"
    found = [Choice("open", opens, ("continue", "debrief"))]
    if kept.ended or kept.study:
        found += [
            Choice("rewind", "go back to before your last move, in a variation of it"),
            Choice("what-if", "choose the move after which a variation leaves it", ("whatif", "variation")),
        ]
    return (*found, Choice("delete", "delete it"), BACK)


def _deleted(house: House, kept: Kept) -> str:
    try:
        house.discard(kept.id)
    except CannotOpen as error:
        return error.sentence
    return f"{kept.id} is deleted."
