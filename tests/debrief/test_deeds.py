"""Every verb as one sentence. The move's own words never show in it."""

from __future__ import annotations

import pytest

from game.debrief.deeds import address, deed, where
from game.engine.evidence import Citation
from game.engine.moves import (
    Accept,
    Adjourn,
    Answer,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Degree,
    Happening,
    Hold,
    Occur,
    Propose,
    Recourse,
    Reject,
    Reply,
    Reserve,
    Terms,
    WalkOut,
    Withdraw,
    Yield,
)
from tests.builders import small
from tests.debrief.games import OWN, package

AGENDA = small().agenda
BOARD = ("railway-board",)


@pytest.mark.parametrize(
    ("move", "sentence"),
    [
        (Propose("china", package(board="parity"), words="x"), "proposes D8 Railway board: option 1 of 3, Parity."),
        (
            Propose("china", package(port="free-port", board="parity"), Terms.WHOLE, OWN),
            "proposes, all or nothing, on its own responsibility: D8 Railway board: option 1 of 3, Parity; "
            "E1 Dairen status: option 1 of 3, Free port.",
        ),
        (
            Accept("china", package(board="parity"), 2, Degree.FINAL),
            "accepts offer 2, finally: D8 Railway board: option 1 of 3, Parity.",
        ),
        (Reject("china", BOARD), "refuses D8 Railway board."),
        (Reject("china", (), 3), "refuses offer 3."),
        (Hold("china", BOARD), "holds to its position on D8 Railway board."),
        (CiteMinutes("china", BOARD[0], "m"), "holds the other side to what it said on D8 Railway board."),
        (Ask("china", BOARD[0]), "asks whether there is room on D8 Railway board."),
        (Answer("china", Reply.GUARDED), "answers: no clear answer."),
        (Reserve("china", BOARD, Recourse.EXPERTS), "leaves to experts D8 Railway board."),
        (Withdraw("china", 4), "takes back offer 4."),
        (ConsultCapital("china", report="x"), "sends a message home."),
        (Yield("china"), "leaves the floor to the other side."),
        (Adjourn("china", "Postponed"), "is for rising, with the formula “Postponed”."),
        (WalkOut("china"), "breaks off the negotiation."),
    ],
)
def test_deed_of_a_party_is_its_sentence(move, sentence):
    assert deed(AGENDA, move) == f"The Chinese side {sentence}"


@pytest.mark.parametrize(
    ("move", "sentence"),
    [
        (Occur(Happening.ANSWER, "china", 2), "Chiang Kai-shek answers message 2."),
        (Occur(Happening.RATIFIES, "ussr"), "Stalin ratifies what was agreed."),
        (Occur(Happening.REPUDIATES, "china"), "Chiang Kai-shek repudiates what was agreed."),
        (Occur(Happening.MEETING, reference="1945-07-10"), "The next meeting opens: Meeting of 1945-07-10."),
    ],
)
def test_deed_of_chance_is_its_sentence(move, sentence):
    assert deed(AGENDA, move) == sentence


def test_where_names_source_and_line_or_the_address():
    assert where(Citation(source="minutes", line=3, quote="x")) == "minutes, line 3"
    assert where(Citation(url="https://example.org", paraphrase="x")) == "https://example.org"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://ja.wikipedia.org/wiki/%E7%89%B9%E5%88%A5", "https://ja.wikipedia.org/wiki/特別"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),  # a space would end the address
        ("https://example.org/%1B%5D0%3Bx", "https://example.org/%1B%5D0%3Bx"),  # escape, then a window's title
        ("https://example.org/%FF", "https://example.org/%FF"),  # no UTF-8
    ],
)
def test_address_is_shown_as_written_where_that_is_safe(url, shown):
    assert address(url) == shown
