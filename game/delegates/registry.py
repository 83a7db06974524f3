"""The delegates there are, by name: the project's own, and those others register as ``plenipo.delegates``.

An entry point of that group names a callable ``make(seed, party, history) -> Delegate``.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING

from game.delegates.delegate import Decision, Delegate
from game.engine.history import HistoricMeeting

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from game.engine.view import View

GROUP = "plenipo.delegates"
"""The entry-point group under which another distribution registers a delegate."""

Make = Callable[[int, str, tuple[HistoricMeeting, ...]], Delegate]
"""From a seed, a party and the record of history to a delegate."""


class _Seated:
    """One of the project's own, whose code is imported only when it first has to decide: a table is laid sooner."""

    def __init__(self, name: str, sit: Callable[[], Delegate]) -> None:
        self.name = name
        self._sit = sit
        self._delegate: Delegate | None = None

    def choose(self, view: View) -> Decision:
        if self._delegate is None:
            self._delegate = self._sit()
        return self._delegate.choose(view)


_NAMES = {"tit_for_tat": "tit-for-tat", "Random": "random", "Micro": "micro"}


def _own(module: str, maker: str, *wants: str) -> Make:
    """A maker in one of this room's modules; ``wants`` names what it is given."""

    def make_one(seed: int, party: str, history: tuple[HistoricMeeting, ...]) -> Delegate:
        given = {"seed": seed, "party": party, "history": history}

        def sit() -> Delegate:
            made: Delegate = getattr(import_module(f"game.delegates.{module}"), maker)(*(given[one] for one in wants))
            return made

        return _Seated(_NAMES.get(maker, maker), sit)

    return make_one


OWN: dict[str, Make] = {
    "counterpart": _own("counterpart", "counterpart", "seed", "party"),
    "apprentice": _own("counterpart", "apprentice", "seed", "party"),
    "master": _own("counterpart", "master", "seed", "party"),
    "historical": _own("historical", "historical", "party", "history"),
    "boulware": _own("time_dependent", "boulware"),
    "linear": _own("time_dependent", "linear"),
    "conceder": _own("time_dependent", "conceder"),
    "tit-for-tat": _own("tit_for_tat", "tit_for_tat"),
    "micro": _own("micro", "Micro"),
    "stonewaller": _own("stonewaller", "stonewaller"),
    "random": _own("random_delegate", "Random", "seed"),
}
"""The project's own delegates: the counterpart in three levels, then the others, the strongest first."""

SCRIPTS = (
    *("silence", "accept-first", "repeat-last", "last-minute", "limits-at-the-last", "limits-at-once"),
    *(
        "split-the-difference",
        "retract-and-reoffer",
        "reopen-agreed",
        "one-issue-at-a-time",
        "mirror",
        "salami",
    ),
    *("argument-spam", "citation-spam", "question-spam", "link-spam", "refusal-spam", "reserve-everything"),
    *("word-home-each-night", "threaten-to-rise"),
)
"""The trivial scripts of ``scripts``: for simulations, and never offered to a player as a counterpart."""


class UnknownDelegate(LookupError):
    """No delegate has this name; the message says which there are, and the nearest."""

    def __init__(self, name: str) -> None:
        known = everyone()
        near = get_close_matches(name, known, 1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        super().__init__(f"There is no delegate “{name}”.{hint} There are: {', '.join(names())}.")
        self.name = name


def names() -> tuple[str, ...]:
    """Every delegate's name: the project's own first, then those of others in alphabetical order."""
    return (*OWN, *sorted(_others()))


def everyone() -> tuple[str, ...]:
    """Whoever can sit in a simulation: every delegate, then the trivial scripts."""
    return (*names(), *SCRIPTS)


def is_ours(name: str) -> bool:
    """Whether the project's own delegates, or its scripts, have one of that name."""
    return name in OWN or name in SCRIPTS


def is_own(delegate: Delegate) -> bool:
    """Whether a delegate made here is one of the project's own: it need not be waited for in a thread of its own."""
    return isinstance(delegate, _Seated)


def reads_history(name: str) -> bool:
    """Whether a delegate of that name may read the record: ``historical``, and any that is not the project's own."""
    return name == "historical" or not is_ours(name)


def make(name: str, seed: int, party: str, history: tuple[HistoricMeeting, ...] = ()) -> Delegate:
    """The delegate of that name for one party of one game; UnknownDelegate when there is none.

    ``history`` is the scenario's record, which only ``historical`` reads. A delegate of another distribution that
    can't be loaded raises what its own code raises.
    """
    own = OWN.get(name)
    if own is not None:
        return own(seed, party, history)
    if name in SCRIPTS:
        return _script(name)
    other = _others().get(name)
    if other is None:
        raise UnknownDelegate(name)
    made: Delegate = other.load()(seed, party, history)
    return made


def _script(name: str) -> Delegate:
    def sit() -> Delegate:
        from game.delegates.scripts import Script

        return Script(name)

    return _Seated(name, sit)


def _others() -> dict[str, EntryPoint]:
    """Delegates of other distributions; they can't replace one of the project's own."""
    from importlib.metadata import entry_points  # slow to import, and seldom needed

    ours = {*OWN, *SCRIPTS}
    return {point.name: point for point in entry_points(group=GROUP) if point.name not in ours}
