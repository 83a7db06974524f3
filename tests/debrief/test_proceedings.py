"""The minutes of the small game as parts, Markdown and a page."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from game.debrief.minutes_page import markdown, page
from game.debrief.proceedings import SIGNS, Origin, proceedings
from game.engine.engine import begin
from game.engine.moves import Propose, Reject
from tests.builders import small
from tests.debrief.games import MOVES, game, package

PLAYED = {"china": Origin.GIVEN, "ussr": Origin.VERBATIM}


def found(*moves, origins=PLAYED, reader=""):
    return proceedings(begin(small()), game(*moves).steps, origins, reader)


def test_proceedings_tell_words_of_a_document_from_a_players_and_from_composed_ones():
    first = Propose("ussr", package(board="soviet-majority"), words="Propose our draft.")
    talk = found(first, Reject("china", ("railway-board",), words="Cannot accept.")).sittings[0].talk
    assert [one.said[0].origin for one in talk] == [Origin.VERBATIM, Origin.GIVEN]
    assert [one.said[0].text for one in talk] == ["Propose our draft.", "Cannot accept."]
    silent = found(Propose("ussr", package(board="soviet-majority"))).sittings[0].talk[0].said[0]
    assert (silent.origin, silent.gist) == (Origin.COMPOSED, "")


def test_proceedings_leave_telegrams_out_but_for_their_own_side():
    """The seventh move is China's message home."""
    talks = [found(*MOVES, reader=reader).sittings[0].talk for reader in ("", "china")]
    texts = [[word.text for speech in talk for word in speech.said] for talk in talks]
    assert len(texts[1]) == len(texts[0]) + 1
    assert any("We are pressed." in text for text in texts[1])


def test_proceedings_give_a_telegrams_words_to_its_writer_and_what_it_asks_for_to_the_game():
    talk = found(*MOVES, reader="china").sittings[0].talk
    [telegram] = [word for speech in talk for word in speech.said if word.text == "We are pressed."]
    assert telegram.origin is Origin.GIVEN
    assert telegram.gist.startswith("Telegram to Chiang Kai-shek. Asks leave for Railway guards")
    assert "We are pressed." not in telegram.gist


def test_minutes_carry_what_the_author_says_of_the_days_own_record():
    opening = begin(small())
    (meeting,) = opening.scenario.agenda.meetings
    noted = replace(opening.scenario.agenda, meetings=(replace(meeting, note="Early on the 13th by the clock."),))
    told = proceedings(begin(replace(opening.scenario, agenda=noted)), (), PLAYED)
    assert "Of the real meeting: Early on the 13th by the clock." in markdown(told)
    assert "Of the real meeting: Early on the 13th by the clock." in page(told)


def test_proceedings_list_what_was_agreed_and_how_it_ended():
    record = found(*MOVES)
    assert record.sittings[0].agreed == ("Railway board: Joint board (ad referendum)",)
    assert record.ending == "China broke off the negotiations."


def test_proceedings_of_an_unbegun_game_have_a_head_and_no_talk():
    (sitting,) = found().sittings
    assert sitting.title == "Record of a Meeting between T. V. Soong and V. M. Molotov"
    assert sitting.talk == ()


def test_markdown_marks_every_origin_by_sign_and_word():
    text = markdown(found(Propose("ussr", package(board="soviet-majority"), words="Propose our draft.")))
    assert f"**Molotov:** {SIGNS[Origin.VERBATIM]} *verbatim:* “Propose our draft.”" in text
    assert all(f"{sign} {origin.value}:" in text for origin, sign in SIGNS.items())


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)


@given(st.text(st.sampled_from("<>&\"'*_#[]`\\|scriptn\n\x1b\u202eé"), max_size=30))
def test_page_and_markdown_take_a_players_words_as_words(text):
    words = f"a{text}z"
    record = found(Propose("ussr", package(board="soviet-majority"), words=words))
    plain = found(Propose("ussr", package(board="soviet-majority"), words="az"))
    one, two = Tags(), Tags()
    one.feed(page(record))
    two.feed(page(plain))
    assert one.tags == two.tags
    assert len(markdown(record).splitlines()) == len(markdown(plain).splitlines())
    assert "<" not in markdown(record).replace("\\<", "")
