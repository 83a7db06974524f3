"""``plenipo preview`` without a terminal, and of what is not there: a sentence each."""

from __future__ import annotations

from collections.abc import Callable

from tests.commands.conftest import Said


def test_preview_of_nothing_known_is_refused(plenipo: Callable[..., Said]):
    said = plenipo("preview", "smal-table")
    assert (said.code, said.out) == (3, "")
    assert said.err == "plenipo: there is no scenario “smal-table”; did you mean “small-table”?\n"


def test_preview_without_a_terminal_names_what_prints(plenipo: Callable[..., Said]):
    said = plenipo("preview", "small-table")
    assert (said.code, said.out) == (2, "")
    assert "plenipo check --watch" in said.err
