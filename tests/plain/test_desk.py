"""The desk: two people at one terminal change seats with what was said out of sight."""

from __future__ import annotations

import errno
import io

import pytest

from game.plain import Request
from game.plain.desk import LONGEST_LINE, OUT_OF_SIGHT, Desk
from tests.plain.rooms import SmallHouse, asked, played


class Terminal(io.StringIO):
    """An input that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Drawn(io.StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def handed_over(out: io.StringIO) -> Desk:
    """A desk at which a secret was said before the seats were changed."""
    desk = Desk(Terminal("\n\n"), out)
    desk.say("My red line is D8.")
    desk.hand_over("V. M. Molotov, for the Soviet side")
    return desk


def test_hand_over_at_a_terminal_clears_the_screen_and_what_it_can_be_scrolled_back_to(monkeypatch):
    # CSI 2 J and CSI 3 J are xterm's for the screen and for the lines saved above it.
    monkeypatch.setenv("TERM", "xterm")
    handed_over(out := Drawn())
    before, after = out.getvalue().split("\x1b[H\x1b[2J\x1b[3J")
    assert "My red line" in before
    assert "What a screen reader has kept, a transcript, or a recording" in " ".join(before.split())
    assert after.rstrip().endswith("Enter when you are seated.\n>")


@pytest.mark.parametrize(("term", "kind"), [("dumb", Drawn), ("xterm", io.StringIO)])
def test_hand_over_where_nothing_is_obeyed_pushes_what_was_said_out_of_sight(monkeypatch, term, kind):
    monkeypatch.setenv("TERM", term)
    handed_over(out := kind())
    assert "\x1b" not in out.getvalue()
    last = out.getvalue().split("\n")[-OUT_OF_SIGHT:]
    assert "My red line" not in "\n".join(last)


def test_hand_over_is_told_in_a_transcript_without_the_sequence(monkeypatch, tmp_path):
    monkeypatch.setenv("TERM", "xterm")
    desk = handed_over(Drawn())
    with (tmp_path / "said.txt").open("x") as file:
        desk.keep(file)
        desk.close()
    text = (tmp_path / "said.txt").read_text()
    assert "(The screen is cleared here.)" in text
    assert "\x1b" not in text


@pytest.mark.parametrize(("columns", "widest"), [("12", 20), ("40", 40), ("300", 100)])
def test_lines_at_a_terminal_are_as_wide_as_it_is(monkeypatch, columns, widest):
    monkeypatch.setenv("COLUMNS", columns)
    Desk(Terminal(""), out := Drawn()).say("word " * 60)
    assert widest - 5 < max(map(len, out.getvalue().splitlines())) <= widest


def test_script_is_told_the_numbers_of_the_lines_that_were_not_obeyed():
    _, text = played(SmallHouse(), "s\nnonsense\nhold E1\nreject D8\n\npropose\nnothing\nb\n")
    assert "Line 2: “nonsense” means nothing here." in text
    assert "Line 3: Not possible: " in text
    assert "Line 7: “nothing” is not one of the answers." in text
    assert text.endswith("3 lines were not obeyed: 2, 3, 7.\n")


def test_script_played_strictly_stops_at_the_first_line_that_is_not_obeyed():
    house = SmallHouse()
    request = Request(scenario="small", party="china", strict=True)
    code, text = asked(house, "reject D8\nnonsense\npropose D8=parity\n", request)
    assert code == 1
    assert "Line 2: “nonsense” means nothing here." in text
    assert "Stopped at line 2." in text
    assert len(house.games[0].session.steps) == 2


def test_line_longer_than_is_read_says_so():
    _, text = played(SmallHouse(), f"yield: {'x' * LONGEST_LINE}\n")
    assert f"That line is longer than {LONGEST_LINE} characters; the rest of it is dropped." in " ".join(text.split())


class Full(io.StringIO):
    """A file on a disk that is full."""

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_transcript_that_can_not_be_written_on_is_told_once_and_the_game_goes_on():
    desk = Desk(io.StringIO("a\nb\n"), out := io.StringIO())
    desk.keep(Full())
    assert [desk.read("First?"), desk.read("Second?")] == ["a", "b"]
    assert out.getvalue().count("The transcript ends here: No space left on device. The game goes on.") == 1


def test_transcript_fed_in_again_plays_the_same_game(tmp_path):
    path = tmp_path / "said.txt"
    first, again = SmallHouse(), SmallHouse()
    typed = f"transcript {path}\nreject D8: Cannot accept.\nargue parity-in-1924\n1\npropose D8=parity\nD8\nhold D8\n"
    _, text = played(first, typed)
    assert path.read_text("utf-8") == text
    lines = [line[2:] for line in path.read_text("utf-8").splitlines() if line.startswith("> ")]
    played(again, "\n".join(lines) + "\n")
    moves = [[step.move for step in house.games[0].session.steps] for house in (first, again)]
    assert moves[0] == moves[1]
    assert len(moves[0]) > 5


def test_hand_over_in_a_script_waits_for_nothing():
    _, text = played(SmallHouse(), "propose D8=soviet-majority\nreject D8\nyield\nq\n", against="human")
    assert text.count("The desk passes to") == 2
    assert "\n\n\n" not in text
