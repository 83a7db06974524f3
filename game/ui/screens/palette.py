"""The palette: every command that can be given now, found by a few letters. The same names as in the bar of keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from game.slim import dataclass
from game.ui.screens.base import Sheet
from game.ui.theme import ABOUT, CYCLE
from game.ui.widgets.lines import Block, Lines
from game.ui.widgets.verbs import Verbs

LEAD = Content("  ")
NOWHERE = "screen.nothing"
"""What a key that only says how to scroll would run."""
NAMES = 13
"""Cells of a command's name, so that what is said of it stands in a column; few names are longer."""
MOST = 60
"""Letters one may look with."""


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done now: its name, its key, a sentence about it (may be empty), and the action it runs."""

    name: str
    key: str
    about: str
    action: str


def commands_of(screen: Screen[object]) -> tuple[Command, ...]:
    """The commands of a screen: those of its bar, in order; its other keys; the themes."""
    bindings = {_bare(binding.action): binding for _, binding in screen._bindings}
    found: dict[str, Command] = {}
    for key in (one for bar in screen.query(Verbs) for one in bar.keys if one.action != NOWHERE):
        binding = bindings.get(_bare(key.action))
        about = binding.tooltip if binding else ""
        found.setdefault(_bare(key.action), Command(key.word.capitalize(), key.key, about, key.action))
    for action, binding in bindings.items():
        if action not in found and _offered(screen, binding):
            name = binding.key_display or _spelt(binding.key)
            found[action] = Command(binding.description, name, binding.tooltip, binding.action)
    return (*found.values(), *_themes(found))


def _themes(found: dict[str, Command]) -> Iterator[Command]:
    if "app.another_theme" not in found:
        yield Command("Another theme", "T", "", "app.another_theme")
    for theme in CYCLE:
        name, about = ABOUT[theme]
        yield Command("Theme", "", f"{name}: {about}", f"app.wear('{theme}')")


def _offered(screen: Screen[object], binding: Binding) -> bool:
    """Whether a key that the bar does not show is a command of its own: a verb that is not legal now is none."""
    verb = (binding.id or "").startswith("verb-")
    return bool(binding.id and binding.description and not verb and screen.check_action(*_parts(binding.action)))


def _parts(action: str) -> tuple[str, tuple[object, ...]]:
    return _bare(action).partition("(")[0], ()


def _bare(action: str) -> str:
    return action.removeprefix("screen.")


def _spelt(key: str) -> str:
    return {"escape": "Esc", "enter": "Enter", "f1": "F1", "question_mark": "?"}.get(key, key)


class PaletteScreen(Sheet[str]):
    """A line to look with, and what it finds; Enter gives the command back as the action it runs."""

    CSS_PATH = "palette.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "turn(-1)", "Page up", show=False),
        Binding("pagedown", "turn(1)", "Page down", show=False),
    ]

    def __init__(self, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """The line, and the list."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content("What do you want to do?")
            sheet.border_subtitle = Content("Enter does it · Esc goes back")
            yield Input(id="look", placeholder="A few letters of it", max_length=MOST, compact=True)
            yield Lines(id="found")

    def on_mount(self) -> None:
        """Everything, until something is written."""
        self.query_one(Lines).can_focus = False
        self._show("")

    def _show(self, letters: str) -> None:
        words = letters.lower().split()
        found = [one for one in self._commands if all(word in f"{one.name} {one.about}".lower() for word in words)]
        named = [one for one in found if all(word in one.name.lower() for word in words)]
        rest = [one for one in found if one not in named]
        nothing = Block(Content.styled("Nothing by that name can be done now.", "$faint"), LEAD)
        blocks = [_block(one, self._commands.index(one)) for one in (*named, *rest)]
        self.query_one(Lines).show(blocks or [nothing], blocks[0].key if blocks else "")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look again."""
        self._show(event.value)

    def on_input_submitted(self) -> None:
        """Do what is under the cursor."""
        self.query_one(Lines).action_choose()

    def on_lines_chosen(self, message: Lines.Chosen) -> None:
        """Give the command back."""
        self.dismiss(self._commands[int(message.key)].action)

    def action_move(self, by: int) -> None:
        """Up or down the list, while the line keeps the keys."""
        self.query_one(Lines).action_move(by)

    def action_turn(self, by: int) -> None:
        """A page up or down the list."""
        self.query_one(Lines).action_turn(by)

    def action_back(self) -> None:
        """Do nothing."""
        self.dismiss("")


def _block(command: Command, place: int) -> Block:
    body = Content.assemble((f"{command.name:<{NAMES}}", "bold"), "  ", (command.about, "$faint"))
    return Block(body, LEAD, LEAD, Content.styled(command.key, "$accent"), most=1, key=str(place))
