"""How the home screen words a scenario, a saved game, and a line of what is set up."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from game.play.clean import clean_line
from game.play.settings import Hints
from game.ui.archive import Kept, Listed
from game.ui.widgets.lines import Block
from game.ui.words import counted, long_date

LEAD = Content("  ")
HINTS = {Hints.FADING: "fewer with every game", Hints.ALWAYS: "always", Hints.NEVER: "never"}


def scenario_block(one: Listed) -> Block:
    """A scenario in the list."""
    body = Content.assemble((clean_line(one.title), "bold"), "\n", (clean_line(one.subtitle), "$faint"))
    return Block(body, LEAD, LEAD, key=one.id)


def game_block(one: Kept) -> Block:
    """A saved game in the list."""
    state = "ended" if one.ended else counted(one.ply, "move")
    body = Content.assemble((clean_line(one.title), "bold"), "\n", (clean_line(f"{one.chair} · {one.when}"), "$faint"))
    return Block(body, LEAD, LEAD, Content.styled(state, "$faint"), key=one.id)


def about_scenario(one: Listed) -> Content:
    """A scenario in the preview."""
    size = f"{counted(one.issues, 'issue')}, {counted(one.meetings, 'sitting')}"
    return Content.assemble(
        (clean_line(one.title), "bold $primary"),
        f"\n{clean_line(one.subtitle)}\n\n",
        (f"{long_date(one.date)} · {size}\n{one.id}", "$faint"),
    )


def about_game(one: Kept) -> Content:
    """A saved game in the preview."""
    state = "It is over." if one.ended else f"{counted(one.ply, 'move')} so far."
    state = f"A what-if: it {one.left}.\n{state}" if one.left else state
    return Content.assemble(
        (clean_line(one.title), "bold $primary"), f"\n{clean_line(one.chair)}\n{clean_line(one.when)}\n\n{state}"
    )


def setup_row(key: str, name: str, value: str, action: str) -> Content:
    """A key, what it changes, and what that is now; a click does the same."""
    click = Style.from_meta({"@click": action})
    return Content.assemble((key, "bold $accent"), f" {name:<9}", (value, "bold")).stylize(click)
