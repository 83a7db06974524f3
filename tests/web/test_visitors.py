"""Visitors and their cookies."""

from pathlib import Path

import pytest

from game.web.visitors import cookie, folder_of, known, new_visitor


def test_cookie_given_is_the_visitor_known_again():
    visitor = new_visitor()
    header = cookie(visitor, "http").split(";")[0]
    assert known(f"other=1; {header}; more=2") == visitor


def test_cookie_is_kept_from_scripts_and_from_other_sites():
    words = cookie(new_visitor(), "http")
    assert "HttpOnly" in words
    assert "SameSite=Strict" in words
    assert "Secure" not in words
    assert "Secure" in cookie(new_visitor(), "https")


@pytest.mark.parametrize("value", ["", "..", "../../etc", "0" * 23, "0" * 25, "G" * 24, "0" * 12 + "/" + "0" * 11])
def test_visitor_that_is_none_is_not_believed(value):
    assert known(f"plenipo-visitor={value}") == ""


def test_cookie_header_that_is_none_is_no_visitor():
    assert known("\x00;;==") == known("") == ""


def test_each_visitor_has_a_folder():
    games = Path("/games")
    first, second = new_visitor(), new_visitor()
    assert first != second
    assert folder_of(first, games) != folder_of(second, games)
    assert folder_of(first, games).parent == games / "visitors"
