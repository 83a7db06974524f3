"""The application: which screen is open, and what happens when something goes wrong."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from game.ui import crash
from game.ui.intake import Intake
from game.ui.request import Request
from game.ui.screens.too_small import TooSmall
from game.ui.widgets.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.engine.evidence import Dispute
    from game.engine.view import View
    from game.ui.archive import Archive, CannotOpen, Game, Listed

__all__ = ["Plenipo", "Request", "run"]

FAILED = 1
READ_IN = 10.0
"""Seconds a word about the settings stays."""
NAME = Content.assemble(("PLENIPO", "bold $accent"), "   Moscow, July 1945: a negotiation played from its papers")
_ERRANDS = {"debrief": "screen.debrief", "what-if": "screen.graph"}
"""What is opened over a table that was opened for it."""


class Plenipo(Intake):
    """Plenipo in a terminal."""

    TITLE = "Plenipo"
    ALLOW_SELECT = False  # what is drawn line by line has no text to give: Ctrl-C would empty the clipboard
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 (an instance variable in App)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (34, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "command_palette", "Commands", id="palette", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "To the shell", id="suspend", show=False, priority=True),
    ]

    def action_help_quit(self) -> None:
        """What Ctrl-C answers: it might be pressed by habit, so it ends nothing."""
        self.notify("q leaves this room, Ctrl-Q the program. Every move is saved.", title="To leave", markup=False)

    def __init__(self, request: Request, archive: Archive | None = None) -> None:
        super().__init__(request.theme)
        self.request = request
        self.last_words = ""
        self._archive = archive

    @property
    def archive(self) -> Archive:
        """The doors to the other rooms; the real ones unless a test gave others."""
        if self._archive is None:
            from game.ui.shelves import Shelves

            self._archive = Shelves()
        return self._archive

    def compose(self) -> ComposeResult:
        """The first frame of a table: a title, painted before any room of the program is entered."""
        if self._at_table:
            yield Paper(NAME, classes="title")
            yield Paper("Opening the table …")

    def on_mount(self) -> None:
        """Show the home screen, where it was asked for: it is a first frame of its own."""
        if not self.is_headless:
            crash.end_on_signals(lambda code: self.exit(code, code))
            self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))  # Ctrl-Z, then fg
        if not self._at_table:
            self.call_next(self.show_home)

    def on_ready(self) -> None:
        """The first frame is painted: open the table that was asked for beside it."""
        if self._at_table:
            self._open()

    def _open(self) -> None:
        self.read_table(self.request)

    # Screens

    def show_home(self) -> None:
        """Show the home screen, under the cover of a small terminal if need be: with what there is to play, where that
        can be said at once. Else it reads beside its first frame, and tells what is wrong.
        """
        from game.ui.screens.home import HomeScreen

        known: tuple[Listed, ...] = ()
        with suppress(Exception):
            known = self.archive.known()
        self.push_screen(HomeScreen(known))
        self.cover_when_small()
        if self.trouble:
            self.call_after_refresh(self._tell_trouble)

    def _tell_trouble(self) -> None:
        """A word about settings that can't be read; the settings tell it again."""
        from game.play.clean import clean_line

        self.notify(clean_line(self.trouble), severity="warning", timeout=READ_IN, markup=False)

    def open_table(self, request: Request) -> None:
        """Sit down at a table, from the home screen."""
        from game.ui.screens.opening import OpeningScreen

        self.gate.hold()
        self.push_screen(OpeningScreen(request))

    def read_table(self, request: Request) -> None:
        """Read a game and all a table needs, beside the screen; then lay the table, or say why it can't be opened."""
        self._fetch(lambda: self._opened(request), request.turn)

    def _opened(self, request: Request) -> Game:
        """The game asked for; for a rewind, the variation that leaves it before its player's last move."""
        game = self.archive.open(request)
        if request.turn != "rewind":
            return game
        return self.archive.vary(game, max(0, game.session.last_choice(game.party)))

    def vary(self, game: Game, ply: int) -> None:
        """Lay the table of a variation in place of the game it leaves."""
        self.gate.hold()
        self._fetch(lambda: self.archive.vary(game, ply))

    @work(thread=True, exit_on_error=False)
    def _fetch(self, find: Callable[[], Game], turn: str = "") -> None:
        from game.ui.archive import CannotOpen

        try:
            opened = find()
            _let_chance_move(opened)
            import_module("game.ui.screens.table")
        except CannotOpen as problem:
            self.call_from_thread(self.cannot_open, problem)
        except Exception as error:
            self.call_from_thread(self.crashed, error)
        else:
            self.call_from_thread(self.lay_table, opened, turn)

    def lay_table(self, game: Game, turn: str = "") -> None:
        """The table takes the place of the screen that opened it, under the cover of a small terminal if need be."""
        from game.ui.screens.table import TableScreen

        if isinstance(self.screen, TooSmall):
            self.pop_screen()
        beside = len(self.screen_stack) > 1  # else only the first frame's own screen is there
        table = TableScreen(game)
        self.switch_screen(table) if beside else self.push_screen(table)
        table.cover()  # at once: nothing of the chair that has not the floor is ever painted
        self.cover_when_small()
        self.call_after_refresh(self.settle)
        if turn in _ERRANDS:
            table.call_after_refresh(table.run_action, _ERRANDS[turn])

    def show_document(self, source: str, line: int, view: View | None, disputes: tuple[Dispute, ...] = ()) -> None:
        """Open a document at a line. With a view, only what can be known at its sitting; of ``disputes``, its own."""
        from game.ui.screens.sources import SourceScreen

        self.push_screen(SourceScreen(source, line, view, disputes))

    @property
    def _at_table(self) -> bool:
        """Whether a table was asked for, and there is no home screen to go back to."""
        return bool(self.request.scenario or self.request.save)

    def leave(self) -> None:
        """From the table to the home screen it was opened from, or out."""
        if self._at_table:
            self.exit(0)
        else:
            self.pop_screen()

    def settle(self) -> None:
        """A screen stands: what is loaded by now is no longer looked through for what could be thrown away."""
        self.tidying.moved_in()

    def action_command_palette(self) -> None:
        """Every command that can be given now, or back. A command is run when the palette has gone, as by its key."""
        from game.ui.screens.palette import PaletteScreen, commands_of

        if isinstance(self.screen, PaletteScreen):
            self.screen.action_back()
        elif len(self.screen_stack) > 1 and not isinstance(self.screen, TooSmall):
            self.push_screen(PaletteScreen(commands_of(self.screen)), self._ordered)

    def _ordered(self, action: str | None) -> None:
        if action:
            self.call_later(self._obey, action)

    async def _obey(self, action: str) -> None:
        await self.run_action(action, self.screen)

    # When something goes wrong

    def cannot_open(self, problem: CannotOpen) -> None:
        """Say why a game can't be opened: on the home screen, or as last words."""
        if self._at_table:
            self.last_words = f"{problem.sentence} {problem.remedy}".strip()
            self.exit(problem.code, problem.code)
            return
        from game.ui.screens.home import HomeScreen
        from game.ui.screens.word import WordScreen

        while not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        self.call_after_refresh(self.gate.resume)
        self.push_screen(WordScreen("That can't be opened", [problem.sentence, problem.remedy]))

    def crashed(self, error: Exception) -> None:
        """End on an error of the program: a report in a file, two plain lines, no traceback on the screen."""
        self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        if self._exit:  # a screen was half put up or half taken down when the player left; there is nothing to lose
            self._close_messages_no_wait()
            return
        self._return_code = FAILED
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.last_words = crash.sentence(crash.report(error, _crash_folder()))
        self._close_messages_no_wait()


def _let_chance_move(game: Game) -> None:
    """Of two people at one table, let it be known whose floor it is before either sees anything."""
    if len(game.session.human_parties) > 1:
        while game.session.advance_one() is not None:
            pass


def _crash_folder() -> Path:
    from game.paths import crash_folder

    return crash_folder()


def run(request: Request, archive: Archive | None = None) -> int:
    """Open the interface; the exit code: 0 left in good order, 1 crashed, 3 not found, 128 + n ended by signal n.

    The caller has made sure that standard input and standard error are a terminal.
    """
    app = Plenipo(request, archive)
    app.run(mouse=request.mouse)
    if app.last_words:
        print(app.last_words, file=sys.stderr)
    return app.return_code or 0
