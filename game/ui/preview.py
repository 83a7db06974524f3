"""A scenario on the table while its author writes it: read again when a file changes, keeping the place.

Nobody sits opposite and nothing is recorded: the author speaks from either chair. While the files have mistakes the
last sound version stays on the table, and the mistakes stand above it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from game.slim import dataclass
from game.ui.app import Plenipo
from game.ui.archive import Game
from game.ui.request import Request
from game.ui.screens.too_small import TooSmall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.engine.scenario import Scenario
    from game.play.session import Session

PAUSE = 0.5
"""Seconds between two looks at the files."""
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Sight:
    """The files as they were at an hour (to the second): the scenario when it is sound, or else its mistakes.

    A mistake is some lines of text, as ``plenipo check`` prints it.
    """

    hour: str
    scenario: Scenario | None
    mistakes: tuple[str, ...] = ()


class Bench(Protocol):
    """Where the author's files lie."""

    name: str

    def stamps(self) -> Mapping[str, tuple[int, int]]:
        """Something that changes when a file does."""

    def look(self) -> Sight:
        """The files as they are now."""


class Preview(Plenipo):
    """The table of a scenario that is being written."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "interrupt", "End", priority=True, show=False)]

    def __init__(self, request: Request, bench: Bench) -> None:
        super().__init__(request)
        self.bench = bench

    def _open(self) -> None:
        self._watch()

    @work(thread=True, exit_on_error=False)
    def _watch(self) -> None:
        """Look at the files now, and again after every change, until the app ends."""
        worker = get_current_worker()
        seen = None
        while not worker.is_cancelled:
            stamps = self.bench.stamps()
            if stamps == seen:
                time.sleep(PAUSE)
                continue
            while seen is not None and (later := self._a_moment_later()) != stamps:
                stamps = later  # a save may be several writings: wait for the last
            seen = stamps
            try:
                sight = self.bench.look()
            except Exception as error:
                self.call_from_thread(self.crashed, error)
                return
            if not worker.is_cancelled:
                self.call_from_thread(self.see, sight)

    def _a_moment_later(self) -> Mapping[str, tuple[int, int]]:
        time.sleep(PAUSE / 2)
        return self.bench.stamps()

    def see(self, sight: Sight) -> None:
        """Lay the table with what was seen, or renew the one that is laid."""
        from game.ui.screens.bench import BenchScreen

        table = next((one for one in self.screen_stack if isinstance(one, BenchScreen)), None)
        if table is None:
            self._lay(sight)
        else:
            table.see(sight)

    def _lay(self, sight: Sight) -> None:
        from game.ui.screens.bench import BenchScreen, WaitingScreen

        if isinstance(self.screen, TooSmall):
            self.pop_screen()
        waiting = self.screen if isinstance(self.screen, WaitingScreen) else None
        if sight.scenario is None:
            waiting.tell(sight) if waiting else self.push_screen(WaitingScreen(sight))
            self.cover_when_small()
            self.call_after_refresh(self.gate.resume)
            return
        chairs = [party.id for party in sight.scenario.agenda.parties]
        party = self.request.party if self.request.party in chairs else chairs[0]
        table = BenchScreen(Game(begun(sight.scenario), party), sight)
        self.switch_screen(table) if waiting else self.push_screen(table)
        self.cover_when_small()
        self.call_after_refresh(self.settle)

    def action_interrupt(self) -> None:
        """Ctrl-C ends it."""
        self.exit(INTERRUPTED, INTERRUPTED)


def begun(scenario: Scenario) -> Session:
    """A game of two people that is kept nowhere, its chance moved as far as it goes."""
    from game.play.session import Session
    from game.play.setup import HUMAN, Setup

    session = Session.start(scenario, Setup(scenario.id, {party.id: HUMAN for party in scenario.agenda.parties}))
    session.advance()
    return session


def carried_on(session: Session, scenario: Scenario) -> tuple[Session, int]:
    """A game on the changed scenario with the moves made so far, up to the first that can't be made in it any more.

    And how many of a person's moves are lost.
    """
    from game.engine.moves import Occur
    from game.engine.state import Refusal

    new = begun(scenario)
    moves = [step.move for step in session.steps if not isinstance(step.move, Occur)]
    for made, move in enumerate(moves):
        try:
            refused = isinstance(new.play(move), Refusal)  # type: ignore[arg-type]
        except LookupError:  # it names what is no longer there
            refused = True
        if refused:
            return new, len(moves) - made
        new.advance()
    return new, 0


def run(request: Request, bench: Bench) -> int:
    """Open the preview; the exit code, as for ``app.run``. The caller has made sure that there is a terminal."""
    import sys

    app = Preview(request, bench)
    app.run(mouse=request.mouse)
    if app.last_words:
        print(app.last_words, file=sys.stderr)
    return app.return_code or 0
