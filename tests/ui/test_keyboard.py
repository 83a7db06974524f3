"""The keyboard: Esc by itself is looked at when it is due, and other keys are read as they are."""

import os
import selectors
import subprocess
import sys
import time
from threading import Event, Thread

import pytest
from textual import constants, events

if sys.platform == "win32":
    pytest.skip("Windows tells its keys apart", allow_module_level=True)

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from game.ui import keyboard
from game.ui.keyboard import IDLE, PromptDriver, prompt

PATIENCE = 10.0
"""Seconds for which a test waits for what takes a moment: it catches a hang and measures nothing."""
SOON = 0.03


class Waits(selectors.SelectSelector):
    """Notes how long is waited for the next key."""

    asked: list[float] = []  # noqa: RUF012 (emptied by the fixture)

    def select(self, timeout=None):
        self.asked.append(timeout)
        return super().select(timeout)


class Typed:
    """A driver that reads what a test types into a pipe."""

    def __init__(self):
        self.heard = []
        self.pipe, self.type = os.pipe()
        self.driver = PromptDriver.__new__(PromptDriver)
        self.driver.fileno, self.driver.exit_event = self.pipe, Event()
        self.came = Event()
        self.driver.process_message = self.hear
        self.thread = Thread(target=self.driver.run_input_thread)
        self.thread.start()

    def hear(self, message):
        self.heard.append(message)
        self.came.set()

    def press(self, sent: bytes) -> list[str]:
        """Type, and wait until something is heard: the keys."""
        self.came.clear()
        os.write(self.type, sent)
        assert self.came.wait(PATIENCE), f"{sent!r} was never told"
        return [message.key for message in self.heard if isinstance(message, events.Key)]

    def end(self):
        self.driver.exit_event.set()
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()


@pytest.fixture
def typed(monkeypatch):
    Waits.asked = []
    monkeypatch.setattr(keyboard.selectors, "SelectSelector", Waits)
    monkeypatch.setattr(keyboard, "DUE", SOON)
    monkeypatch.setattr(constants, "ESCAPE_DELAY", SOON - 0.001)
    made = Typed()
    yield made
    made.end()
    os.close(made.pipe)


def test_esc_by_itself_is_looked_at_when_its_delay_is_over_and_not_a_tenth_of_a_second_later(typed):
    assert typed.press(b"\x1b") == ["escape"]
    assert Waits.asked[:2] == [IDLE, SOON], "the first wait after a key must be no longer than Esc is waited for"


@pytest.mark.parametrize("room", ["app", "visitor", "preview"])
def test_delay_of_esc_is_25_milliseconds_in_a_terminal_and_a_browser_unless_another_is_asked_for(room):
    asked = f"import game.ui.{room}; from textual.constants import ESCAPE_DELAY; print(ESCAPE_DELAY)"
    free = {name: value for name, value in os.environ.items() if name != "ESCDELAY"}
    for surroundings, told in ((free, "0.025"), ({**free, "ESCDELAY": "60"}, "0.06")):
        done = subprocess.run([sys.executable, "-c", asked], env=surroundings, capture_output=True, text=True)
        assert done.stdout.strip() == told, done.stderr


def test_nothing_typed_is_looked_for_ten_times_a_second_only(typed):
    typed.press(b"a")
    while len(Waits.asked) < 4:
        assert typed.thread.is_alive()
    assert Waits.asked[2:4] == [IDLE, IDLE]


def test_key_that_begins_with_the_byte_of_esc_is_that_key(typed):
    assert typed.press(b"\x1b[A") == ["up"]


def test_letter_that_comes_in_two_parts_is_one_letter(typed):
    looks = len(Waits.asked)
    os.write(typed.type, "莫".encode()[:1])
    end = time.monotonic() + PATIENCE
    while len(Waits.asked) < looks + 2 and time.monotonic() < end:  # the first part has been read by itself
        time.sleep(SOON / 10)
    assert typed.press("莫".encode()[1:]) == ["莫"]


def test_terminal_that_is_gone_ends_the_reading(typed):
    os.close(typed.type)
    typed.thread.join(PATIENCE)
    assert not typed.thread.is_alive()


def test_driver_for_a_terminal_is_ours_and_any_other_stays():
    class Other(Driver):
        pass

    assert prompt(LinuxDriver) is PromptDriver
    assert prompt(Other) is Other
