"""The list everything is drawn with, in an app of its own."""

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content

from game.ui.widgets.blocks import Block, laid_out
from game.ui.widgets.lines import Lines
from tests.ui.conftest import screen_text


class Shown(App):
    CSS = "Lines { height: 6; width: 20; }"

    def __init__(self, blocks):
        super().__init__()
        self.lines = Lines(blocks)
        self.chosen: list[str] = []
        self.moved: list[str] = []

    def get_theme_variable_defaults(self):
        return {"chosen": "ansi_blue"}

    def compose(self) -> ComposeResult:
        yield self.lines

    def on_lines_moved(self, message):
        self.moved.append(message.key)

    def on_lines_chosen(self, message):
        self.chosen.append(message.key)


def keyed(count):
    return [Block(Content(f"row {n}"), Content("  "), key=f"k{n}") for n in range(count)]


def widths(block, width):
    return [cell_len(line.plain) for line in laid_out(block, width)]


def test_laid_out_tail_stands_at_the_right_edge():
    block = Block(Content("Ratification"), Content(" "), tail=Content("agreed"))
    assert laid_out(block, 24)[0].plain == " Ratification     agreed"


def test_laid_out_wide_characters_keep_the_edge():
    block = Block(Content("宋子文"), Content(" "), tail=Content("here"))
    assert widths(block, 20) == [20]


def test_laid_out_more_lines_than_it_may_have_ends_in_an_ellipsis():
    lines = laid_out(Block(Content("one two three four five six"), most=2), 10)
    assert len(lines) == 2
    assert lines[1].plain.endswith("…")


def test_laid_out_hangs_under_its_first_line():
    block = Block(Content("one two three"), Content("~ "), Content("  "))
    assert [line.plain for line in laid_out(block, 9)] == ["~ one two", "  three"]


def test_laid_out_never_wider_than_the_list():
    block = Block(Content("a very long heading indeed 鐵路" * 3), Content("  "), Content("  "), Content("principle"))
    for width in (14, 20, 33, 80):
        assert max(widths(block, width)) <= width


async def test_cursor_moves_past_blocks_without_a_key():
    app = Shown([Block(Content("head")), *keyed(2), Block(Content("head")), Block(Content("last"), key="last")])
    async with app.run_test(size=(40, 10)) as pilot:
        app.lines.focus()
        await pilot.press("down", "down", "enter")
        assert app.moved == ["k1", "last"]
        assert app.chosen == ["last"]


async def test_cursor_is_a_glyph_as_well_as_a_colour():
    app = Shown(keyed(2))
    async with app.run_test(size=(40, 10)):
        assert "▸ row 0" in screen_text(app)


async def test_cursor_is_kept_in_sight():
    app = Shown(keyed(40))
    async with app.run_test(size=(40, 10)) as pilot:
        app.lines.focus()
        await pilot.press("end")
        assert "▸ row 39" in screen_text(app)
        await pilot.press("home")
        assert "▸ row 0" in screen_text(app)


async def test_show_again_keeps_the_cursor_on_its_key():
    app = Shown(keyed(5))
    async with app.run_test(size=(40, 10)):
        app.lines.put_cursor("k3")
        app.lines.show(keyed(4))
        assert app.lines.cursor == "k3"
        app.lines.show(keyed(2))
        assert app.lines.cursor == "k0"


async def test_first_click_moves_and_second_chooses():
    app = Shown(keyed(3))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(offset=(4, 1))
        assert (app.moved, app.chosen) == (["k1"], [])
        await pilot.click(offset=(4, 1))
        assert app.chosen == ["k1"]


async def test_list_without_keys_scrolls():
    app = Shown([Block(Content(f"line {n}")) for n in range(30)])
    async with app.run_test(size=(40, 10)) as pilot:
        app.lines.focus()
        await pilot.press("down", "down")
        assert "line 2" in screen_text(app).splitlines()[0]
        await pilot.press("end")
        assert "line 29" in screen_text(app)


async def test_extend_draws_the_same_as_show():
    whole, grown = Shown(keyed(4)), Shown(keyed(2))
    async with whole.run_test(size=(40, 10)):
        expected = screen_text(whole)
    async with grown.run_test(size=(40, 10)) as pilot:
        grown.lines.extend(keyed(4)[2:])
        await pilot.pause()
        assert screen_text(grown) == expected


async def test_markup_in_a_block_is_text():
    app = Shown([Block(Content("[b]x[/b] [/nope]"))])
    async with app.run_test(size=(40, 10)):
        assert "[b]x[/b] [/nope]" in screen_text(app)
