"""Delegates that fail, hang or answer nonsense cost a turn and are told of; nothing they do ends the game."""

from __future__ import annotations

import sys
import threading
import time

import pytest

from game.delegates.delegate import Decision
from game.delegates.registry import make
from game.delegates.time_dependent import Conceding as Boulware
from game.engine.engine import begin
from game.engine.moves import Accept, Propose, Yield
from game.engine.package import Package
from game.engine.state import EndingKind
from game.engine.view import view
from game.play.guest import Guest, Misbehaved, Report, as_guest
from game.play.session import Session
from game.play.setup import Setup
from tests.builders import small
from tests.play.delegates import Broken, Wavering

SEEN = view(begin(small(), opener="ussr"), "ussr")


class Slow:
    """Thinks until it is let go."""

    name = "slow"

    def __init__(self):
        self.go = threading.Event()
        self.asked = 0

    def choose(self, view):
        self.asked += 1
        self.go.wait(20)
        return Decision(Yield(view.party))


class Leaving:
    name = "leaving"

    def choose(self, view):
        sys.exit(3)


def test_guest_decides_as_its_delegate_does():
    assert Guest(Wavering(3)).choose(SEEN) == Wavering(3).choose(SEEN)
    assert Guest(Wavering(3)).name == "wavering"


def test_a_delegate_is_made_a_guest_once():
    guest = as_guest(Wavering(3))
    assert isinstance(guest, Guest)
    assert as_guest(guest) is guest


def test_guest_of_the_projects_own_is_asked_in_the_same_thread(monkeypatch):
    """To begin a thread for every decision costs more than the decision."""
    asked = []
    monkeypatch.setattr(
        Boulware, "choose", lambda self, view: asked.append(threading.current_thread()) or Decision(Yield("ussr"))
    )
    assert Guest(make("boulware", 3, "ussr")).choose(SEEN).move == Yield("ussr")
    assert asked == [threading.current_thread()]


def test_guest_of_the_projects_own_that_fails_loses_its_turn_like_any_other(monkeypatch):
    def fail(self, view):
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(Boulware, "choose", fail)
    with pytest.raises(Misbehaved, match="it failed: ZeroDivisionError: by nought"):
        Guest(make("boulware", 3, "ussr")).choose(SEEN)


def test_guest_that_hangs_is_waited_for_so_long_and_no_longer():
    slow = Slow()
    guest = Guest(slow, seconds=0.05)
    begun = time.monotonic()
    with pytest.raises(Misbehaved, match=r"had not answered after 0\.05 seconds"):
        guest.choose(SEEN)
    assert time.monotonic() - begun < 5
    with pytest.raises(Misbehaved, match="still thinking about an earlier turn"):
        guest.choose(SEEN)
    assert slow.asked == 1  # it was not asked again while it hung
    slow.go.set()


def test_guest_that_comes_back_is_asked_again():
    slow = Slow()
    guest = Guest(slow, seconds=0.5)
    with pytest.raises(Misbehaved):
        guest.choose(SEEN)
    slow.go.set()
    while threading.active_count() > 1 and any(one.name == "a delegate thinking" for one in threading.enumerate()):
        time.sleep(0.01)
    assert guest.choose(SEEN).move == Yield("ussr")


def test_guest_that_would_end_the_program_only_fails():
    with pytest.raises(Misbehaved, match="it failed: SystemExit: 3"):
        Guest(Leaving()).choose(SEEN)


@pytest.mark.parametrize(
    ("move", "what"),
    [
        (Propose("ussr", "railway-board"), "its Propose is malformed"),
        (Propose("ussr", Package((("b", "x"), ("a", "y")))), "its Propose is malformed: it reads back as something"),
        (Accept("ussr", Package.of({"a": "b"}), offer="first"), "its Accept is malformed"),
        (Yield(7), "its Yield is malformed"),
        (Yield("ussr", words="no " * 40_000), "it tried to yield: That"),
    ],
)
def test_guest_with_a_malformed_move_is_told_of(move, what):
    with pytest.raises(Misbehaved) as raised:
        Guest(Broken(Decision(move))).choose(SEEN)
    assert str(raised.value).startswith(what)


def test_what_a_guest_says_of_its_failure_can_not_steer_a_terminal():
    with pytest.raises(Misbehaved) as raised:
        Guest(Broken(ValueError("\x1b]0;owned\x07\nand more"))).choose(SEEN)
    assert str(raised.value) == "it failed: ValueError: ]0;owned and more"


def test_session_goes_on_when_a_delegate_hangs():
    slow = Slow()
    delegates = {"china": Wavering(1), "ussr": Guest(slow, seconds=0.05)}
    session = Session.start(small(2), Setup("small", {"china": "wavering", "ussr": "slow"}), None, delegates)
    session.advance()
    slow.go.set()
    assert session.state.ending.kind is EndingKind.ADJOURNED
    assert [report.party for report in session.reports] == ["ussr", "ussr"]
    assert str(session.reports[0]) == "ply 1: slow (ussr) lost its turn: it had not answered after 0.05 seconds"


def test_report_reads_as_a_sentence():
    assert str(Report(3, "china", "mine", "it failed: KeyError: 'x'")) == (
        "ply 3: mine (china) lost its turn: it failed: KeyError: 'x'"
    )
