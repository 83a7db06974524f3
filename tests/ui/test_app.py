"""The application: sizes, themes, crashes, signals, and what reaches the terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import termios
import textwrap
import time
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Size
from textual.widgets import Input

from game.ui.app import Plenipo, Request
from game.ui.screens.too_small import TooSmall
from game.ui.theme import CYCLE
from tests.ui.conftest import screen_text
from tests.ui.standins import StandInArchive
from tests.ui.table import opened, settle, table_of

ROOT = Path(__file__).parents[2]


async def test_small_terminal_gets_one_sentence_with_both_sizes_and_the_way_out():
    async with opened(size=(60, 18)) as pilot:
        text = " ".join(screen_text(pilot.app).split())
        assert text == (
            "Plenipo needs 80 columns and 24 lines; this terminal has 60 and 18. "
            "Enlarge it, or play with: plenipo --plain"
        )


async def test_small_terminal_takes_no_move_blindly():
    async with opened(size=(60, 18)) as pilot:
        before = table_of(pilot).chair.session.state.ply
        await pilot.press("y", "enter")
        assert table_of(pilot).chair.session.state.ply == before


async def test_mouse_drawn_over_the_table_leaves_the_clipboard_as_it_is():
    async with opened() as pilot:
        pilot.app.copy_to_clipboard("before")
        await pilot.mouse_down(offset=(5, 5))
        await pilot.hover(offset=(20, 8))
        await pilot.mouse_up(offset=(20, 8))
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard == "before"


async def test_several_lines_pasted_are_one_line_without_what_a_terminal_obeys():
    async with opened() as pilot:
        await pilot.press("right", "p", "i")
        pilot.app.post_message(events.Paste("  We can\nnot\x1b]0;owned\x07 accept.\r\n"))
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "We can not]0;owned accept."


async def test_terminal_made_larger_shows_the_table_again():
    async with opened(size=(60, 18)) as pilot:
        await pilot.resize_terminal(100, 30)
        await pilot.pause(0.1)
        assert not isinstance(pilot.app.screen, TooSmall)
        assert "Agenda" in screen_text(pilot.app)


async def test_random_resizes_leave_the_table_alive():
    dice = random.Random(7)
    async with opened() as pilot:
        for _ in range(60):
            await pilot.resize_terminal(dice.randint(1, 300), dice.randint(1, 120))
        await pilot.resize_terminal(80, 24)
        await pilot.pause(0.2)
        await pilot.press("right", "p", "enter")
        table = await settle(pilot)
        assert any(getattr(step.move, "by", "") == "china" for step in table.chair.session.steps)


async def test_every_theme_draws_the_table():
    async with opened() as pilot:
        for _ in CYCLE:
            await pilot.press("T")
            assert "Agenda" in screen_text(pilot.app)
        assert pilot.app.theme == CYCLE[0]


async def test_unknown_scenario_on_the_command_line_is_last_words_and_code_3():
    app = Plenipo(Request("nowhere"), StandInArchive())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.5)
    assert app.return_code == 3
    assert app.last_words == "There is no scenario “nowhere”. See: plenipo list"


# What a real terminal gets

PROGRAM = textwrap.dedent(
    """
    import sys
    sys.path.insert(0, {root!r})
    from dataclasses import replace
    from game.ui.app import Request, run
    from tests.ui.standins import StandInArchive
    from tests.builders import small
    {setup}
    sys.exit(run(Request("small", "china", mouse=False), archive))
    """
)


class Terminal:
    """A pseudo-terminal of 80x24 with the program in it."""

    def __init__(self, setup: str, folder: Path) -> None:
        program = PROGRAM.format(root=str(ROOT), setup=setup)
        pid, self.file = pty.fork()
        if pid == 0:
            os.environ.update(TERM="xterm-256color", PLENIPO_SAVES=str(folder), TEXTUAL_ANIMATIONS="none")
            os.execv(sys.executable, [sys.executable, "-c", program])
        self.pid = pid
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.seen = b""

    def until(self, words: bytes, seconds: float = 20) -> bytes:
        """Read until the words are on screen, or the program ends."""
        end = time.monotonic() + seconds
        while words not in self.seen and time.monotonic() < end:
            if not self._read():
                break
        return self.seen

    def _read(self) -> bool:
        ready, _, _ = select.select([self.file], [], [], 0.1)
        if not ready:
            return True
        try:
            chunk = os.read(self.file, 65536)
        except OSError:
            return False
        self.seen += chunk
        return bool(chunk)

    def press(self, keys: str) -> None:
        os.write(self.file, keys.encode())

    def ended(self) -> int:
        """Read to the end; the exit code."""
        end = time.monotonic() + 20
        while self._read() and time.monotonic() < end:
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ending_signal_restores_the_terminal(tmp_path, number):
    terminal = Terminal("archive = StandInArchive()", tmp_path)
    terminal.until(b"Your floor")
    os.kill(terminal.pid, number)
    assert terminal.ended() == 128 + number
    assert LEAVES_ALTERNATE_SCREEN in terminal.seen


def test_terminal_that_is_closed_ends_the_program(tmp_path):
    terminal = Terminal("archive = StandInArchive()", tmp_path)
    terminal.until(b"Your floor")
    os.close(terminal.file)
    end = time.monotonic() + 20
    while (done := os.waitpid(terminal.pid, os.WNOHANG))[0] == 0 and time.monotonic() < end:
        time.sleep(0.05)
    if done[0] == 0:
        os.kill(terminal.pid, signal.SIGKILL)
        os.waitpid(terminal.pid, 0)
    assert done[0] == terminal.pid, "it goes on without a terminal"
    assert done[1] != 0
    assert not list(tmp_path.glob("crashes/*"))


def test_control_c_neither_kills_the_table_nor_holds_it_up(tmp_path):
    terminal = Terminal("archive = StandInArchive()", tmp_path)
    terminal.until(b"Your floor")
    terminal.press("\x03")
    time.sleep(0.3)
    terminal.press("q")
    assert terminal.ended() == 0
    assert LEAVES_ALTERNATE_SCREEN in terminal.seen
    assert not list(tmp_path.glob("crashes/*"))


def test_control_z_goes_to_the_shell_and_fg_paints_the_whole_table_again(tmp_path):
    terminal = Terminal("archive = StandInArchive()", tmp_path)
    terminal.until(b"Your floor")
    terminal.press("\x1a")
    _, status = os.waitpid(terminal.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    while select.select([terminal.file], [], [], 0.3)[0]:
        terminal._read()
    assert LEAVES_ALTERNATE_SCREEN in terminal.seen
    terminal.seen = b""
    os.kill(terminal.pid, signal.SIGCONT)
    for word in (b"Agenda", b"Minutes", b"Your speech", b"Your floor"):
        assert word in terminal.until(word, seconds=5)
    terminal.press("q")
    assert terminal.ended() == 0


def test_crash_leaves_two_plain_lines_a_report_and_code_1(tmp_path):
    setup = "archive = StandInArchive(); archive.spoken = lambda game, step: 1 // 0"
    terminal = Terminal(setup, tmp_path)
    assert terminal.ended() == 1
    after = terminal.seen.split(LEAVES_ALTERNATE_SCREEN)[-1].decode()
    plain = re.sub(r"\x1b\[[0-9;?<>=]*[a-zA-Z]", "", after)
    assert "Plenipo stopped because of an error in the program." in plain
    assert "Traceback" not in plain
    reports = list((tmp_path / "crashes").glob("crash-*.txt"))
    assert len(reports) == 1
    assert "ZeroDivisionError" in reports[0].read_text(encoding="utf-8")


def test_author_text_with_escapes_and_markup_reaches_the_terminal_as_text(tmp_path):
    setup = textwrap.dedent(
        r"""
        HEADING = "[bold]X[/bold]\x1b]0;owned\x07 \u202e[@click=app.exit()]Bob[/nope]"
        scenario = small()
        issues = tuple(
            replace(issue, heading=HEADING, question="a\x9b31mb") for issue in scenario.agenda.issues
        )
        archive = StandInArchive([replace(scenario, agenda=replace(scenario.agenda, issues=issues))])
        """
    )
    terminal = Terminal(setup, tmp_path)
    seen = terminal.until(b"Your floor")
    time.sleep(0.3)
    seen = terminal.until(b"never there", 1)
    terminal.press("q")
    terminal.ended()
    assert b"\x1b]0;owned" not in seen
    assert "\x9b31m".encode() not in seen
    assert "\u202e".encode() not in seen
    assert b"[bold]X[/bold]" in seen


def colours(seen: bytes) -> set[bytes]:
    """The colours asked of the terminal: every foreground and background of its SGR sequences."""
    found = set()
    for sequence in re.findall(rb"\x1b\[([0-9;]+)m", seen):
        found |= set(re.findall(rb"[34]8;[25];[0-9;]+?(?=;[34]8|$)|(?<![0-9;])(?:[34]|9|10)[0-7](?![0-9])", sequence))
    return found


def test_no_color_paints_no_colour_and_every_sign_keeps_its_word(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLORTERM", "truecolor")
    terminal = Terminal("archive = StandInArchive()", tmp_path)
    seen = terminal.until(b"Your floor")
    terminal.press("q")
    terminal.ended()
    for colour in colours(terminal.seen):
        parts = colour.split(b";")
        assert parts[1:2] == [b"2"], colour
        assert parts[2] == parts[3] == parts[4], f"{colour!r} is no grey"
    text = re.sub(rb"\x1b\[[0-9;?<>=$]*[a-zA-Z]", b"", seen).decode(errors="replace")
    assert not {"tabled", "silent", "forbidden"} - set(text.split())


def test_theme_of_the_terminal_asks_for_its_own_colours_alone(tmp_path, monkeypatch):
    settings = tmp_path / "chosen.json"
    settings.write_text('{"theme": "ansi-dark"}')
    monkeypatch.setenv("PLENIPO_SETTINGS", str(settings))
    terminal = Terminal("archive = StandInArchive()", tmp_path)
    terminal.until(b"Your floor")
    terminal.press("q")
    terminal.ended()
    assert colours(terminal.seen)
    assert not [colour for colour in colours(terminal.seen) if b";" in colour]


async def test_resize_event_of_an_odd_size_is_survived():
    async with opened() as pilot:
        pilot.app.post_message(events.Resize(Size(1, 1), Size(1, 1)))
        await pilot.pause(0.1)
        assert pilot.app.is_running


async def test_keys_typed_while_the_table_is_opened_reach_it():
    archive = StandInArchive()
    slow = archive.open
    archive.open = lambda request: (time.sleep(0.3), slow(request))[1]
    app = Plenipo(Request("small", "china"), archive)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("right", "down", "p"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        table = await settle(pilot)
        await pilot.pause(0.2)
        assert dict(table.composer.draft.package.items) == {"railway-board": "joint-board"}
