"""The engine reaches nothing but the standard library, and of that no chance, clock, files or text formats."""

from __future__ import annotations

import ast
import doctest
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import game.engine

ROOT = Path(game.engine.__file__).parent
NAMES = sorted(one.name for one in pkgutil.walk_packages(game.engine.__path__, "game.engine."))
FORBIDDEN = {"random", "time", "os", "pathlib", "json", "datetime", "secrets", "socket", "threading", "asyncio"}
OUTSIDE = {"yaml", "pydantic", "networkx", "textual", "rich", "platformdirs", "numpy", "json", "random", "secrets"}


def test_engine_has_the_modules_it_is_made_of():
    assert {"game.engine.moves", "game.engine.rules.offers", "game.engine.effects.capital"} <= set(NAMES)


def test_engine_in_a_clean_interpreter_loads_nothing_from_outside():
    loads = "; ".join(f"import {name}" for name in NAMES)
    asked = f"import sys; {loads}; print(' '.join(sorted(set(sys.modules) & {OUTSIDE!r})))"
    ran = subprocess.run(
        [sys.executable, "-S", "-c", asked], cwd=ROOT.parent.parent, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == []


def test_engine_in_a_clean_interpreter_loads_no_other_room():
    loads = "; ".join(f"import {name}" for name in NAMES)
    asked = f"import sys; {loads}; print(' '.join(name for name in sys.modules if name.startswith('game.')))"
    ran = subprocess.run(
        [sys.executable, "-S", "-c", asked], cwd=ROOT.parent.parent, capture_output=True, text=True, check=True
    )
    loaded = ran.stdout.split()
    assert len(loaded) > 15
    assert [name for name in loaded if not name.startswith("game.engine")] == ["game.slim"]


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_engine_module_imports_no_chance_clock_or_file(path):
    named = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            named |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            named.add((node.module or "").split(".")[0])
    assert named & FORBIDDEN == set()


def examples():
    """Every module of the engine that carries an example."""
    return [name for name in NAMES if ">>> " in Path(importlib.import_module(name).__file__).read_text("utf-8")]


def test_engine_has_examples_to_run():
    assert len(examples()) >= 5


@pytest.mark.parametrize("name", examples())
def test_engine_examples_give_what_they_say(name):
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted > 0
    assert found.failed == 0
