"""``plenipo check --watch``: the clock and the pauses are the test's own, and each pause changes what it says."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.commands import watching
from tests.authoring.copies import bad_scenarios, changed
from tests.commands.conftest import Said

Plenipo = Callable[..., Said]
MISTAKE = bad_scenarios()["S110-misspelled-key"]["changes"][0]
Pauses = Callable[..., None]


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> Pauses:
    """Sets what happens in each pause, one after the other; after the last the user presses Ctrl-C."""
    hours = iter(f"14:00:0{second}" for second in range(10))
    monkeypatch.setattr(watching, "hour", lambda: next(hours))

    def happen(*deeds: Callable[[], object]) -> None:
        left: Iterator[Callable[[], object]] = iter(deeds)

        def pause(seconds: float) -> None:
            deed = next(left, None)
            if deed is None:
                raise KeyboardInterrupt
            deed()

        monkeypatch.setattr(watching.time, "sleep", pause)

    return happen


def nothing() -> None:
    """A pause in which no file changes."""


def mended(root: Path) -> None:
    changed(root, {"file": MISTAKE["file"], "find": MISTAKE["put"], "put": MISTAKE["find"]})


def test_watch_checks_once_while_nothing_changes(pauses: Pauses, plenipo: Plenipo):
    pauses(nothing, nothing, nothing)
    said = plenipo("check", "small-table", "--watch")

    assert (said.code, said.err) == (130, "")
    assert said.out.count("checking") == 1
    assert said.out.startswith("14:00:00  checking small-table\n\nsmall-table: 3 issues")
    assert said.out.endswith("no errors\n\nThe next change of a file is awaited; Ctrl-C ends.\n")


def test_watch_checks_again_when_a_mistake_is_made_and_when_it_is_mended(root: Path, pauses: Pauses, plenipo: Plenipo):
    pauses(nothing, lambda: changed(root, MISTAKE), nothing, lambda: mended(root), nothing)
    said = plenipo("check", "small-table", "--watch")
    first, second, third = said.out.split("checking small-table")[1:]

    assert said.code == 130
    assert "[S110]" in second
    assert "no errors" in first
    assert "no errors" in third
    assert [hour in said.out for hour in ("14:00:00", "14:00:01", "14:00:02", "14:00:03")] == [True, True, True, False]


def test_watch_waits_until_files_stand_still(root: Path, pauses: Pauses, plenipo: Plenipo):
    notes = root / "scenarios" / "small-table" / "NOTES.md"
    pauses(*(lambda size=size: notes.write_text("x" * size, "utf-8") for size in (1, 2, 3)), nothing, nothing)

    assert plenipo("check", "small-table", "--watch").out.count("checking") == 2


def test_watch_outlives_a_file_that_is_away_for_a_moment(root: Path, pauses: Pauses, plenipo: Plenipo):
    file = root / "scenarios" / "small-table" / "scenario.yaml"
    aside = root / "aside.yaml"
    pauses(lambda: os.replace(file, aside), nothing, lambda: os.replace(aside, file), nothing)
    said = plenipo("check", "small-table", "--watch")

    assert said.code == 130
    assert "there is no scenario or source “small-table”" in said.err
    assert said.out.count("checking") == 3
    assert said.out.count("no errors") == 2


def test_watch_notices_a_source(root: Path, pauses: Pauses, plenipo: Plenipo):
    text = root / "sources" / "small-minutes" / "text.md"
    pauses(lambda: text.write_text(text.read_text("utf-8").replace("seven members", "nine members"), "utf-8"), nothing)
    said = plenipo("check", "small-table", "--watch")

    assert "[S401]" in said.out.split("checking")[2]


def test_watch_of_a_name_that_stands_for_nothing_ends_at_once(pauses: Pauses, plenipo: Plenipo):
    pauses()
    said = plenipo("check", "small-tabel", "--watch")

    assert (said.code, said.out) == (3, "")
    assert "did you mean “small-table”?" in said.err


@pytest.mark.parametrize("other", [["--json"], ["--sample", "2"]])
def test_watch_with_another_output_is_refused(other: list[str], plenipo: Plenipo):
    said = plenipo("check", "--watch", *other)

    assert (said.code, said.out) == (2, "")
    assert "leave out --json and --sample" in said.err


def test_same_size_and_another_time_is_a_change(tmp_path: Path):
    file = tmp_path / "issues.yaml"
    file.write_text("12", "utf-8")
    before = watching.stamps_of([tmp_path])
    os.utime(file, ns=(1, 1))

    assert set(before) == {str(file)}
    assert watching.stamps_of([tmp_path]) != before


@pytest.mark.parametrize(("term", "told"), [("xterm-256color", watching.CLEAR), ("dumb", "")])
def test_only_a_terminal_that_can_is_cleared(term: str, told: str, monkeypatch: pytest.MonkeyPatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setenv("TERM", term)
    watching.clear()

    assert screen.getvalue() == told
