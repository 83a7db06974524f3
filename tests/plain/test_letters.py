"""Letters an output has not. Expected values are what a typist of 1945 would have put for them."""

from __future__ import annotations

import io

import pytest

from game.plain import Request, run
from game.plain.letters import asks_for_ascii, fit
from tests.plain.rooms import SmallHouse


@pytest.mark.parametrize(
    ("text", "ascii_"),
    [
        ("“So” he said – ‘no’ … 10°", "\"So\" he said - 'no' ... 10 degrees"),
        ("T. V. Soong (宋子文): Chief", "T. V. Soong: Chief"),
        ("Liu (?) (“X”)", 'Liu (?) ("X")'),
        ("Tōkyō, café, Łódź", "Tokyo, cafe, ?odz"),
        ("大連", "??"),
    ],
)
def test_fit_text_is_written_in_the_letters_there_are(text, ascii_):
    assert fit(text, "ascii") == ascii_
    assert fit(text, "utf-8") == text


def test_fit_keeps_what_the_encoding_has():
    assert fit("café “ja” 大", "latin-1") == 'café "ja" ?'


@pytest.mark.parametrize(
    ("environment", "asks"),
    [
        ({"LANG": "C"}, True),
        ({"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ({"LC_CTYPE": "C.UTF-8"}, False),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, False),
        ({"LC_CTYPE": "en_GB.UTF-8", "LANG": "C"}, False),
        ({}, False),
    ],
)
def test_ascii_is_asked_for_by_a_locale_that_says_so(environment, asks):
    assert asks_for_ascii(environment) is asks


def test_game_in_the_c_locale_is_all_ascii(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    out = io.StringIO()
    typed = "?\ni\npeople\nD8\npropose D8=parity: Non à ça, 大連.\nn\nwalk-out yes\ndebrief all\n"
    assert run(Request(scenario="small"), io.StringIO(typed), out, SmallHouse()) == 0
    assert out.getvalue().isascii()
    assert '"?" lists' not in out.getvalue()
