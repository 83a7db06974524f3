"""The command line as a whole: what it says of itself, exit codes, what it loads, and no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli
from game.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))
    monkeypatch.setenv("PLENIPO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PLENIPO_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.delenv("PLENIPO_DEBUG", raising=False)


def run(*words: str, **kept: object) -> subprocess.CompletedProcess[str]:
    """``python -m game`` in a process of its own."""
    command = [sys.executable, "-m", "game", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, **kept)  # type: ignore[call-overload]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for name in COMMANDS:
        assert f"\n    {name} " in said


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: plenipo {name}")


VERBS = {
    *(
        "take",
        "list",
        "show",
        "find",
        "read",
        "lay",
        "write",
        "work",
        "draw",
        "let",
        "start",
        "see",
        "try",
        "open",
        "print",
    ),
}


def test_every_command_says_what_it_does_with_a_verb() -> None:
    # An author or a teacher reads down the list for what to do next; a noun does not tell.
    assert {what.split()[0] for what in COMMANDS.values()} <= VERBS


def test_mistyped_command_is_told_with_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chekc"]) == 2
    assert capsys.readouterr().err == "plenipo: there is no command “chekc”; did you mean “check”?\n"


def test_mistyped_option_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--jsno"]) == 2
    said = capsys.readouterr().err
    assert "--jsno" in said
    assert "try: plenipo" in said


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("plenipo ")


def test_interrupted_command_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.commands.where.run", interrupted)
    assert main(["where"]) == 130


def test_reader_that_goes_away_is_no_mistake() -> None:
    command = f"{sys.executable} -m game show soong-molotov-1945-07-10 | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


def test_our_own_failure_is_told_in_a_sentence_and_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(_: object) -> int:
        raise ZeroDivisionError("for this test")

    monkeypatch.setattr("game.commands.where.run", failing)
    monkeypatch.setattr(sys, "argv", ["plenipo", "where"])
    with pytest.raises(SystemExit) as leaving:
        cli.entry()
    assert leaving.value.code == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    (report,) = (tmp_path / "saves" / "crashes").iterdir()
    assert str(report) in said
    assert "ZeroDivisionError: for this test" in report.read_text("utf-8")


def test_terminal_that_knows_only_ascii_is_served(tmp_path: Path) -> None:
    done = run("list", env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes the streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_stream_that_was_closed_before_is_no_failure(tmp_path: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m game play first-session --plain --seed 1 {closed}'
    done = subprocess.run(["sh", "-c", command], input="", capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert list((tmp_path / "saves").glob("*.record.jsonl"))
    assert not (tmp_path / "saves" / "crashes").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
@pytest.mark.parametrize("words", ["list", "play first-session --plain --seed 1"])
def test_output_that_can_not_be_written_is_told_in_a_sentence(tmp_path: Path, words: str) -> None:
    command = f'"{sys.executable}" -m game {words} > /dev/full'
    done = subprocess.run(["sh", "-c", command], input="", capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("plenipo: the output can't be written: No space left on device.")
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "saves" / "crashes").exists()


LOADED = """
import sys
from game.cli import main
main({words!r})
print("loaded:", *[name for name in ("pydantic", "yaml", "textual", "networkx", "rich") if name in sys.modules])
"""


def loaded(*words: str) -> list[str]:
    """The libraries that a command leaves loaded, when what can be kept is kept."""
    for _ in range(2):
        script = LOADED.format(words=list(words))
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    return done.stdout.splitlines()[-1].split()[1:]


@pytest.mark.parametrize("words", [("list",), ("--help",), ("where",), ("replay", "moscow-1945", "--json")])
def test_light_command_loads_no_heavy_library(words: tuple[str, ...]) -> None:
    assert loaded(*words) == []


def test_check_loads_what_reads_files_and_no_screen() -> None:
    assert loaded("check") == ["pydantic", "yaml"]


def test_play_without_a_terminal_goes_on_line_by_line_and_saves(tmp_path: Path) -> None:
    done = run(input="")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "saves").glob("*.record.jsonl"))


@pytest.mark.parametrize("words", [("play", "moscow-1945-07-01"), ("play", "moscow-1945-07-10", "--as", "usa")])
def test_play_of_what_is_not_there_is_told(words: tuple[str, ...]) -> None:
    done = run(*words, input="")
    assert done.returncode in (2, 3)
    assert "Traceback" not in done.stdout + done.stderr
    assert "There is no" in done.stdout + done.stderr or "there is no" in done.stdout + done.stderr


def test_game_begun_is_debriefed_and_replayed(tmp_path: Path) -> None:
    run("play", "moscow-1945-07-10", "--as", "china", "--plain", "--seed", "1", input="")
    (save,) = (tmp_path / "saves").glob("*.record.jsonl")
    name = save.name.removesuffix(".record.jsonl")
    replayed = run("replay", name, "--json")
    assert replayed.returncode == 0, replayed.stderr
    assert '"status"' in replayed.stdout
    debriefed = run("debrief", name)
    assert debriefed.returncode == 0, debriefed.stderr
    assert debriefed.stdout.strip()
    assert run("debrief", "no-such-game").returncode == 3
    save.write_bytes(b"\x00junk")
    for command in ("replay", "debrief"):
        spoiled = run(command, name)
        assert spoiled.returncode == 3
        assert "Traceback" not in spoiled.stderr
