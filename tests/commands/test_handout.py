"""``plenipo handout``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.commands.conftest import Said

Plenipo = Callable[..., Said]


def test_handout_prints_a_role_sheet_and_the_key_only_when_asked(plenipo: Plenipo) -> None:
    without = plenipo("handout", "small-table", "--as", "china")
    with_key = plenipo("handout", "small-table", "--as", "china", "--key")

    assert (without.code, without.err) == (0, "")
    assert without.out.startswith("# Handout for the Chinese side: A small table\n\n## The situation\n")
    assert "## Source packet" in without.out
    assert "Key:" not in without.out
    assert with_key.out.startswith(without.out.rstrip("\n"))
    assert "## Key: both sides" in with_key.out


def test_handout_writes_a_new_page_and_overwrites_none(root: Path, plenipo: Plenipo) -> None:
    said = plenipo("handout", "small-table", "--as", "ussr", "--html", "sheet.html")
    page = (root / "sheet.html").read_text("utf-8")

    assert (said.code, said.out, said.err) == (0, "", "plenipo: written: sheet.html\n")
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="en">' in page
    assert plenipo("handout", "small-table", "--as", "ussr", "--html", "sheet.html").code == 2
    assert (root / "sheet.html").read_text("utf-8") == page


def test_handout_of_what_is_not_there_is_told_with_a_suggestion(plenipo: Plenipo) -> None:
    chair = plenipo("handout", "small-table", "--as", "chian")
    scenario = plenipo("handout", "small-tabel", "--as", "china")

    assert (chair.code, chair.err) == (2, "plenipo: there is no chair “chian”; did you mean “china”?\n")
    assert scenario.code == 3
    assert "did you mean “small-table”?" in scenario.err
