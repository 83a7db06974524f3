"""The examples in the docstrings of this room, and of the paths, run."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import game.authoring

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(game.authoring.__path__, "game.authoring.") if not found.ispkg
)


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 20


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_module_run(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
