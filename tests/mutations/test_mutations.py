"""Mistakes of thirty-five kinds in real scenarios: told at their line, mended by their hint, and never a traceback.

A sample; ``python -m tests.benchmarks.mutations`` tries thirty on every shipped scenario and prints the share.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.new import PLACEHOLDER, STARTER
from tests.mutations.kinds import KINDS, mutations
from tests.mutations.trial import Trials, Tried

ROOT = Path(__file__).parent.parent.parent
SHARE = 0.8
"""Share of mistakes that must be mended by their hints."""


def tried(name: str, tmp_path: Path, wanted: int, seed: int) -> list[Tried]:
    trials = Trials(ROOT / "scenarios" / name, tmp_path, (ROOT / "sources",))
    assert trials.problems(trials.files) == ()
    return list(trials.all(wanted, seed))


@pytest.mark.parametrize(("name", "seed"), [("first-session", 1), ("first-session", 2), ("moscow-1945-07-10", 3)])
def test_mistakes_are_told_at_their_line_and_mended_by_their_hints(name: str, seed: int, tmp_path: Path):
    found = tried(name, tmp_path, 70, seed)
    mistakes = [one for one in found if not one.harmless]
    assert len(mistakes) >= 60
    silent = [one.made.kind for one in mistakes if not one.found]
    assert silent == []
    at_their_line = sum(one.at_its_line for one in mistakes)
    mended = sum(bool(one.rounds) for one in mistakes)
    assert at_their_line >= 0.9 * len(mistakes), [one.made.kind for one in mistakes if not one.at_its_line]
    assert mended >= SHARE * len(mistakes), [one.made.kind for one in mistakes if not one.rounds]


def test_what_is_no_mistake_gives_none(tmp_path: Path):
    found = [one for one in tried("first-session", tmp_path, 2 * len(KINDS), 4) if one.harmless]
    assert len(found) >= 2
    assert all(one.found == () for one in found)


def test_campaign_is_mended_too(tmp_path: Path):
    found = [one for one in tried("moscow-1945", tmp_path, 8, 5) if not one.harmless]
    assert all(one.found for one in found)
    assert sum(bool(one.rounds) for one in found) >= SHARE * len(found) - 1


def test_every_kind_finds_something_to_spoil():
    kinds: set[str] = set()
    for name in ("first-session", "moscow-1945"):
        folder = ROOT / "scenarios" / name
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}
        kinds |= {one.kind for one in mutations(files, 2 * len(KINDS), 6)}
    assert kinds == set(KINDS)


def test_starter_is_mended_too(tmp_path: Path):
    folder = tmp_path / "own" / "two-villages"
    for path in STARTER.rglob("*.yaml"):
        copy = folder / path.relative_to(STARTER)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text("utf-8").replace(PLACEHOLDER, "two-villages"), "utf-8")
    found = [one for one in Trials(folder, tmp_path / "work").all(40, 7) if not one.harmless]
    assert all(one.found for one in found)
    assert sum(bool(one.rounds) for one in found) >= SHARE * len(found)
