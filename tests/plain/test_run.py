"""Opening and closing: requests, the end of input, leaving, what is saved and where."""

from __future__ import annotations

import io

import pytest

from game.plain import Request, run
from game.record.journal import read_file
from tests.plain.rooms import SmallHouse, played


def typed(house: SmallHouse, request: Request, text: str) -> tuple[int, str]:
    out = io.StringIO()
    return run(request, io.StringIO(text), out, house), out.getvalue()


def test_run_when_input_ends_in_the_middle_saves_every_move_and_says_where(tmp_path):
    """The opening proposal, a refusal, an argument: three moves, all on disk."""
    code, text = played(SmallHouse(tmp_path), "reject D8\nargue parity-in-1924 treaty\n")
    assert code == 0
    assert "The input has ended. The game is saved as game in the-saves." in text
    assert "To go on: “plenipo play game --plain”" in text.replace("\n  ", " ")
    assert len(read_file(tmp_path / "game.record.jsonl").record.lines) == 3


def test_run_when_input_ends_inside_a_question_loses_nothing_said_before(tmp_path):
    code, text = played(SmallHouse(tmp_path), "reject D8\npropose\nD5\n")
    assert code == 0
    assert "The input has ended." in text
    assert len(read_file(tmp_path / "game.record.jsonl").record.lines) == 2


def test_run_quit_at_a_question_says_where_the_game_is(tmp_path):
    code, text = played(SmallHouse(tmp_path), "propose\nq\n")
    assert code == 0
    assert text.rstrip().endswith("To go on: “plenipo play game --plain”.")


def test_run_with_no_game_named_asks_scenario_chair_and_counterpart():
    house = SmallHouse()
    code, text = typed(house, Request(), "1\nussr\n2\n")
    assert code == 0
    assert "Which scenario?\n1 A small table (small)" in text
    assert house.games[0].session.human_parties == ("ussr",)
    assert house.games[0].against == "boulware"


def test_run_home_answer_that_is_none_gets_the_nearest_and_the_question_stays():
    _, text = typed(SmallHouse(), Request(), "smlal\n\nq\n")
    assert "“smlal” is not one of the answers. Did you mean “small”? Answer with a number from 1 to 1." in text.replace(
        "\n  ", " "
    )
    assert text.count("Which scenario?") == 2
    assert text.endswith("Nothing was begun.\n")


def test_run_home_when_input_is_empty_opens_the_usual_game_and_saves_it(tmp_path):
    """So that the README's first command, without a terminal, ends cleanly with the game saved."""
    house = SmallHouse(tmp_path)
    code, text = typed(house, Request(), "")
    assert code == 0
    assert (tmp_path / "game.record.jsonl").exists()
    assert "The game is saved as game" in text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_run_home_when_a_person_at_a_terminal_ends_input_begins_nothing():
    out = io.StringIO()
    house = SmallHouse()
    assert run(Request(), Terminal(""), out, house) == 0
    assert house.games == []


def test_run_unknown_scenario_is_one_sentence_and_exit_code_3():
    code, text = typed(SmallHouse(), Request(scenario="smoll"), "")
    assert (code, text) == (3, "There is no scenario “smoll”.\n")


def test_run_interrupted_says_where_the_game_is_and_exits_130(tmp_path):
    class Interrupted(io.StringIO):
        def readline(self, *size: int) -> str:
            raise KeyboardInterrupt

    out = io.StringIO()
    assert run(Request(scenario="small"), Interrupted(), out, SmallHouse(tmp_path)) == 130
    assert "Interrupted. The game is saved as game" in out.getvalue()


def test_run_reader_gone_ends_quietly(tmp_path):
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    assert run(Request(scenario="small"), io.StringIO("s\n"), Gone(), SmallHouse(tmp_path)) == 0


def test_run_typed_lines_are_written_back_only_without_a_terminal():
    out = io.StringIO()
    run(Request(scenario="small"), Terminal("o\n"), out, SmallHouse())
    assert "> o\n" not in out.getvalue()
    assert "> o\n" in played(SmallHouse(), "o\n")[1]


@pytest.mark.parametrize("line", ["x" * 100_000, "\x1b]0;owned\x07\x9b31m", "\x00\u202e\ud800", "D8\u0301" * 3000])
def test_run_hostile_line_is_answered_cleaned_and_short(line):
    code, text = played(SmallHouse(), f"{line}\n")
    assert code == 0
    assert not set(text) & set("\x1b\x07\x9b\x00\u202e\ud800")
    assert len(text) < 20_000
