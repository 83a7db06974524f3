"""Where a random walk begins: the home screen, tables of several kinds, a game that is over, an author's bench."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from game.ui import preview
from game.ui.app import Plenipo
from game.ui.request import Request

if TYPE_CHECKING:
    from game.engine.scenario import Scenario

SCREENS = Path(preview.__file__).parent / "screens"
QUICK = 0.3
"""Seconds between two looks at an author's files; a change is seen every third of a second."""


@dataclass(frozen=True)
class Place:
    """What is opened, and the keys that lead on to where the walk begins."""

    name: str
    app: Callable[[], Plenipo]
    keys: tuple[str, ...] = ()


def places() -> list[Place]:
    """Every kind of place; the walk goes through them in this order, again and again."""
    home, over = Request(), Request(save=_ended())
    return [
        _place("home", home),
        _place("first session", Request("first-session", against="counterpart", seed=1, exchanges=3)),
        _place("10 July", Request("moscow-1945-07-10", "china", "counterpart", seed=2, exchanges=4)),
        _place("two people", Request("moscow-1945-07-11", "ussr", "human", seed=3, exchanges=3)),
        _place("settings", home, "f3"),
        _place("study", Request("first-session", against="tit-for-tat", seed=4, exchanges=6, study=True)),
        Place("bench, sound", lambda: _bench(0)),
        _place("records", home, "r"),
        _place("a record to delete", home, "r", "x"),
        _place(
            "conflicts", Request("moscow-1945-07-12", "ussr", "counterpart", seed=6, exchanges=4), *"d5", "enter", "d"
        ),
        _place("over", over),
        _place("debrief", over, "b"),
        Place("bench, mistaken", lambda: _bench(1)),
        _place("Portsmouth", Request("portsmouth-1905", against="boulware", seed=5, exchanges=4)),
    ]


def every_screen() -> set[str]:
    """Names of all screens there are, but for those that others are made from."""
    for path in SCREENS.glob("*.py"):
        import_module(f"game.ui.screens.{path.stem}")
    return {made.__name__ for made in _made_from(Screen) if not made.__subclasses__() or made.__name__ == "TableScreen"}


def _made_from(kind: type) -> set[type]:
    ours = {one for one in kind.__subclasses__() if one.__module__.startswith("game.ui.")}
    return ours.union(*(_made_from(one) for one in kind.__subclasses__()))


def _place(name: str, request: Request, *keys: str) -> Place:
    return Place(name, lambda: Plenipo(request), keys)


def _bench(sound: int) -> Plenipo:
    from game.authoring.loader import load

    preview.PAUSE = QUICK
    return preview.Preview(Request("first-session"), _Changing(load("first-session"), sound))


def _ended() -> str:
    """A game that has been played to its end by saying nothing."""
    from game.engine.moves import Yield
    from game.ui.shelves import Shelves

    game = Shelves().open(Request("first-session", against="counterpart", seed=9, exchanges=2))
    session = game.session
    while not session.over:
        session.advance()
        if not session.over:
            session.play(Yield(game.party))
    Shelves().close(game)
    return game.name


class _Changing:
    """An author's files that change at every look: sound, with mistakes, sound again."""

    name = "first-session"

    def __init__(self, scenario: Scenario, first: int) -> None:
        self.still = False
        self._scenario = scenario
        self._looks = count(first)
        self._stamps = count()
        self._seen = 0

    def stamps(self) -> Mapping[str, tuple[int, int]]:
        if not self.still:
            self._seen = next(self._stamps) // 2  # twice the same, then another
        return {"scenario.yaml": (self._seen, 0)}

    def look(self) -> preview.Sight:
        number = next(self._looks)
        if number % 2:
            mistakes = (f"E101 no. {number}\n  scenario.yaml:3\n  write it", "E102 another [b]")
            return preview.Sight("23:00:00", None, mistakes)
        return preview.Sight("23:00:00", self._scenario)
