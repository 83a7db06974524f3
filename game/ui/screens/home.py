"""The home screen: which scenario, which chair, against whom; or a game to go on with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from game.play.clean import clean_line
from game.slim import dataclass
from game.ui.archive import USUAL, CannotOpen, Kept, Listed
from game.ui.request import Request
from game.ui.screens.base import Room
from game.ui.screens.entries import HINTS, LEAD, about_game, about_scenario, game_block, scenario_block, setup_row
from game.ui.widgets.lines import NOTHING, Block, Lines
from game.ui.widgets.paper import Paper, key_word
from game.ui.widgets.verbs import Key, Verbs

if TYPE_CHECKING:
    from textual.widgets import Input

    from game.ui.app import Plenipo

LENGTHS: tuple[tuple[int | None, str], ...] = (
    (None, "as in the record"),
    (4, "short, 4 speeches a side"),
    (8, "medium, 8 speeches a side"),
    (16, "long, 16 speeches a side"),
)
MODES = ("class play", "study: one may go back")
STUDY = 1
HIGHEST_SEED = 999_999
FIRST_TABLE = "moscow-1945-07-10"
"""Where a new player starts: the one sitting of which the minutes are first-hand and nearly whole."""
TWO_PEOPLE = "a second person, here"
NO_GAME = "None yet. New here? Home: the first session teaches the table."
NO_SCENARIO = Block(Content.styled("None.", "$faint"), LEAD)
READING = Block(Content.styled("Reading …", "$faint"), LEAD)
OPEN = Key("Enter", "open", "screen.open")
SETUP_KEYS = (
    Key("c", "chair", "screen.chair"),
    Key("a", "opposite", "screen.opposite"),
    Key("l", "length", "screen.length"),
    Key("s", "seed", "screen.seed"),
    Key("m", "mode", "screen.mode"),
    Key("n", "hints", "screen.hints"),
    Key("Tab", "saved games", "screen.other_list"),
)
SAVED_KEYS = (Key("Tab", "scenarios", "screen.other_list"),)
LAST_KEYS = (
    Key("r", "records", "screen.records"),
    Key("F3", "settings", "app.settings"),
    Key("?", "help", "screen.help('')"),
    Key("q", "quit", "screen.quit"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """How a new game is set up: places in the lists of chairs, counterparts, lengths and modes, and the seed."""

    chair: int = 0
    against: int = 0
    length: int = 0
    seed: int = 0
    mode: int = 0


class HomeScreen(Room):
    """Scenarios and saved games at the left, what is chosen at the right."""

    app: Plenipo
    TOPIC = "home"
    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "chair", "Chair", id="chair", show=False),
        Binding("a", "opposite", "Opposite", id="opposite", show=False),
        Binding("l", "length", "Length", id="length", show=False),
        Binding("s", "seed", "Seed", id="seed", show=False),
        Binding("m", "mode", "Mode", id="mode", show=False),
        Binding("n", "hints", "Hints", id="hints", show=False),
        Binding("r", "records", "Records", id="records", show=False),
        Binding("q", "quit", "Quit", id="quit", show=False),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, listed: tuple[Listed, ...] = ()) -> None:
        super().__init__()
        self._listed = listed
        self._told = False
        self._kept: tuple[Kept, ...] = ()
        self._counterparts: tuple[str, ...] = (USUAL,)
        self._choice = Choice()

    def compose(self) -> ComposeResult:
        """Title; two lists; the preview; keys."""
        from game.ui.app import NAME

        yield Paper(NAME, classes="title")
        with Horizontal(id="home"):
            with Vertical(id="lists"):
                yield Lines([scenario_block(one) for one in self._listed] or [READING], id="scenarios")
                yield Lines([READING], id="saved")
            with Vertical(id="preview"):
                for part in ("about", "setup", "summary"):
                    yield Paper(id=part)
        yield Verbs((OPEN, *SETUP_KEYS, *LAST_KEYS), id="verbs")

    def on_mount(self) -> None:
        """Show the scenarios that were read already, then read the rest beside them."""
        scenarios = self.query_one("#scenarios", Lines)
        scenarios.border_title = " Scenarios "
        self.query_one("#saved", Lines).border_title = " Go on with "
        scenarios.put_cursor(FIRST_TABLE)
        scenarios.focus()
        self._choice = Choice(seed=self.app.archive.new_seed())
        self._preview()
        self.call_after_refresh(self._read)

    def on_screen_resume(self) -> None:
        """Back from a table: there may be another saved game."""
        if self._told:
            self._read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        archive = self.app.archive
        try:
            found = (archive.listed(), archive.kept(), archive.counterparts())
            self.app.call_from_thread(self._tell, *found)
        except CannotOpen as problem:
            self.app.call_from_thread(self._failed, problem)
        except Exception as error:
            self.app.call_from_thread(self.app.crashed, error)

    def _tell(self, listed: tuple[Listed, ...], kept: tuple[Kept, ...], names: tuple[str, ...]) -> None:
        self._told = True
        self._listed, self._kept, self._counterparts = listed, kept, names
        none = Block(Content.styled(NO_GAME, "$faint"), LEAD, LEAD)
        scenarios = self.query_one("#scenarios", Lines)
        scenarios.show([scenario_block(one) for one in listed] or [NO_SCENARIO], scenarios.cursor or FIRST_TABLE)
        self.query_one("#saved", Lines).show([game_block(one) for one in kept] or [none])
        self._preview()
        self.call_after_refresh(self._ready)

    async def _ready(self) -> None:
        """Let the keys in that were pressed meanwhile."""
        self.app.settle()
        await self.app.gate.resume()

    # The preview

    def _chosen(self) -> Listed | None:
        key = self.query_one("#scenarios", Lines).cursor
        return next((one for one in self._listed if one.id == key), None)

    def _saved(self) -> Kept | None:
        saved = self.query_one("#saved", Lines)
        return next((one for one in self._kept if one.id == saved.cursor), None) if saved.has_focus else None

    def _failed(self, problem: CannotOpen) -> None:
        lines = [problem.sentence, problem.remedy]
        self.query_one("#about", Paper).update(Content("\n").join(Content(clean_line(line)) for line in lines))
        self.call_after_refresh(self._ready)

    def _preview(self) -> None:
        kept, chosen = self._saved(), self._chosen()
        here = SAVED_KEYS if self.query_one("#saved", Lines).has_focus else SETUP_KEYS
        self.query_one(Verbs).show((OPEN, *here, *LAST_KEYS))
        about, setup, summary = (self.query_one(f"#{name}", Paper) for name in ("about", "setup", "summary"))
        summary.update(Content.styled(clean_line(chosen.summary), "$faint") if chosen and not kept else NOTHING)
        if kept is not None:
            about.update(about_game(kept))
            setup.update(key_word("Enter", "shows how it ended" if kept.ended else "goes on with it", "screen.open"))
        elif chosen is not None:
            about.update(about_scenario(chosen))
            setup.update(Content("\n").join(self._setup(chosen)))

    def _setup(self, chosen: Listed) -> Iterator[Content]:
        choice = self._choice
        chair = chosen.chairs[choice.chair % len(chosen.chairs)] if chosen.chairs else None
        yield setup_row("c", "Chair", clean_line(chair.name) if chair else "", "screen.chair")
        yield setup_row("a", "Opposite", self._opposite(), "screen.opposite")
        yield setup_row("l", "Length", LENGTHS[choice.length][1], "screen.length")
        yield setup_row("s", "Seed", str(choice.seed), "screen.seed")
        yield setup_row("m", "Mode", MODES[choice.mode], "screen.mode")
        yield setup_row("n", "Hints", HINTS[self.app.settings.hints], "screen.hints")
        yield NOTHING
        yield key_word("Enter", "opens the table", "screen.open")

    def _against(self) -> str:
        names = self._counterparts
        return clean_line(names[self._choice.against % len(names)]) if names else ""

    def _opposite(self) -> str:
        against = self._against()
        return TWO_PEOPLE if against == "human" else against

    # Choosing

    def on_lines_moved(self) -> None:
        """Another scenario or game."""
        self._preview()

    def on_descendant_focus(self) -> None:
        """The other list: its preview."""
        self._preview()

    def on_lines_chosen(self) -> None:
        """Open what is under the cursor."""
        self.action_open()

    def _change(self, **places: int) -> None:
        self._choice = replace(self._choice, **places)
        self._preview()

    def action_chair(self) -> None:
        """The next chair."""
        chosen = self._chosen()
        if chosen is not None and chosen.chairs:
            self._change(chair=(self._choice.chair + 1) % len(chosen.chairs))

    def action_opposite(self) -> None:
        """The next counterpart."""
        if self._counterparts:
            self._change(against=(self._choice.against + 1) % len(self._counterparts))

    def action_length(self) -> None:
        """The next length."""
        self._change(length=(self._choice.length + 1) % len(LENGTHS))

    def action_mode(self) -> None:
        """From class play to study mode, and back."""
        self._change(mode=(self._choice.mode + 1) % len(MODES))

    def action_hints(self) -> None:
        """Hints that fade, always, or never; kept for the games to come."""
        self.app.action_hints()
        self._preview()

    def action_records(self) -> None:
        """Open the records."""
        from game.ui.screens.records import RecordsScreen

        self.app.push_screen(RecordsScreen())

    async def action_seed(self) -> None:
        """Write another seed."""
        from textual.widgets import Input

        if self.query("#number"):  # a second click, while the first is being answered
            return
        line = Input(id="number", type="integer", placeholder="Seed; Enter keeps it", max_length=6, compact=True)
        await self.query_one("#preview").mount(line, after="#setup")
        line.focus()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the seed; nothing written draws a new one."""
        text = event.value.strip()
        seed = int(text) if text.isdigit() else self.app.archive.new_seed()
        self._change(seed=min(seed, HIGHEST_SEED))
        await self.action_back()

    async def action_back(self) -> None:
        """Close the line for the seed, and go to the scenarios."""
        self.query_one("#scenarios", Lines).focus()
        await self.query("#number").remove()

    def action_other_list(self) -> None:
        """From the scenarios to the saved games, and back."""
        scenarios = self.query_one("#scenarios", Lines)
        (self.query_one("#saved", Lines) if scenarios.has_focus else scenarios).focus()

    def action_open(self) -> None:
        """Open the table; one, however often it is asked for before it stands."""
        if not self.on_top:
            return
        kept, chosen = self._saved(), self._chosen()
        if kept is not None:
            self.app.open_table(Request(save=kept.id))
        elif chosen is not None and not self.query_one("#saved", Lines).has_focus:
            self.app.open_table(self._request(chosen))

    def _request(self, chosen: Listed) -> Request:
        choice = self._choice
        chair = chosen.chairs[choice.chair % len(chosen.chairs)].party if chosen.chairs else ""
        return Request(
            chosen.id, chair, self._against(), choice.seed, LENGTHS[choice.length][0], study=choice.mode == STUDY
        )

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit(0)
