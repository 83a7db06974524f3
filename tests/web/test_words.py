"""What a page says over the websocket."""

import json

import pytest

from game.web.words import Looked, Pinged, Resized, Typed, asked_size, heard


@pytest.mark.parametrize(
    ("said", "word"),
    [
        (["stdin", "p"], Typed(b"p")),
        (["stdin", "不"], Typed("不".encode())),
        (["resize", {"width": 111, "height": 34}], Resized(111, 34)),
        (["ping", "123"], Pinged("123")),
        (["focus"], Looked(True)),
        (["blur"], Looked(False)),
    ],
)
def test_what_the_terminal_in_the_page_says_is_understood(said, word):
    assert heard(json.dumps(said)) == word


NONSENSE = (
    *("", "{", "[" * 100_000, "9" * 5000, "null", "[]", "{}", '["quit"]', '["stdin"]', '["stdin", 5]'),
    *('["resize", 5]', '["resize", {}]', '["resize", {"width": "9", "height": 9}]'),
    '["resize", {"width": 1e400, "height": 9}]',
)


@pytest.mark.parametrize("message", NONSENSE)
def test_anything_else_is_not_understood(message):
    assert heard(message) is None


def test_size_that_would_cost_hundreds_of_megabytes_is_cut_to_what_a_screen_can_be():
    assert heard('["resize", {"width": 1000000, "height": 1000000}]') == Resized(500, 200)
    assert heard('["resize", {"width": -5, "height": 0}]') == Resized(1, 1)


def test_half_a_character_is_left_out():
    assert heard('["stdin", "a\\ud800b"]') == Typed(b"ab")
    assert heard('["ping", "\\ud800"]') == Pinged("")


@pytest.mark.parametrize(("width", "height"), [("", ""), ("x", "y"), ("-80", "-24"), ("8e1", "2٤"), ("80", "24")])
def test_page_that_asks_for_no_size_gets_80_by_24(width, height):
    assert asked_size(width, height) == Resized(80, 24)


def test_page_gets_the_size_it_asks_for():
    assert asked_size("111", "34") == Resized(111, 34)
