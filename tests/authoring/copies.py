"""Copies of the sound test scenarios, changed by one mistake, and what the check finds in them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from game.authoring.diagnostics import Diagnostic, in_order
from game.authoring.library import Library
from game.authoring.new import PLACEHOLDER, STARTER

TESTS = Path(__file__).resolve().parent.parent
BAD = TESTS / "bad_scenarios"


def copied(root: Path) -> Path:
    """The test scenarios and their source, copied under ``root``."""
    for name in ("scenarios", "sources"):
        shutil.copytree(TESTS / name, root / name)
    return root


def changed(root: Path, change: dict[str, Any]) -> None:
    """Make one change of a bad scenario (see bad_scenarios/README.md) in a copy."""
    path = root / change["file"]
    match change:
        case {"remove": True}:
            path.unlink()
        case {"size": size}:
            with path.open("wb") as stream:
                stream.truncate(size)
        case {"bytes": digits}:
            path.write_bytes(bytes.fromhex(digits))
        case {"write": text}:
            path.write_text(text, "utf-8")
        case {"repeat": text, "times": times}:
            path.write_text(text * times, "utf-8")
        case {"find": old, "put": new}:
            text = path.read_text("utf-8")
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
            path.write_text(text.replace(old, new * change.get("times", 1)), "utf-8")
        case _:
            raise AssertionError(f"no such change: {change}")


def problems(root: Path) -> tuple[Diagnostic, ...]:
    """Every mistake in the scenarios and sources under ``root``."""
    library = Library((root / "scenarios",), (root / "sources",))
    found = [problem for folder in library.folders.values() for problem in library.problems(folder)]
    return in_order([*found, *library.source_problems()])


def started(root: Path) -> Path:
    """The starter as the scenario ``two-villages`` under ``root``; its folder."""
    folder = root / "scenarios/two-villages"
    shutil.copytree(STARTER, folder)
    top = folder / "scenario.yaml"
    top.write_text(top.read_text("utf-8").replace(PLACEHOLDER, "two-villages"), "utf-8")
    return folder


def bad_scenarios() -> dict[str, dict[str, Any]]:
    """Every bad scenario, by name."""
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(BAD.glob("*.yaml"))}
