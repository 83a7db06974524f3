"""Paper: text that is cut says so, and text that fits is left alone."""

import pytest
from textual.app import App
from textual.content import Content

from game.ui.widgets.paper import Paper, evened, key_word
from tests.ui.conftest import screen_text


class Sheet(App):
    CSS = "Paper { width: 12; height: 2; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose(self):
        yield Paper(self.text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("one two three four five six", ["one two", "three four…"]),
        ("one two three fours five", ["one two", "three fours…"]),
        ("one two three fourths five", ["one two", "three…"]),
        ("three four\nfive six sevn eight", ["three four", "five six…"]),
        ("宋子文宋子文宋子文宋子文", ["宋子文宋子文", "宋子文宋子文"]),
        ("宋子文宋子文宋子文宋子文宋", ["宋子文宋子文", "宋子文宋子…"]),
    ],
)
async def test_text_for_which_there_is_no_room_ends_in_an_ellipsis(text, lines):
    async with Sheet(text).run_test(size=(20, 4)) as pilot:
        assert screen_text(pilot.app).splitlines()[:2] == lines


def test_key_word_runs_its_action_at_a_click():
    assert key_word("p", "propose", "screen.stage('propose')").plain == "p propose"


def test_rows_are_as_few_as_they_must_be_and_about_as_long_as_one_another():
    """Four words of six and two cells between them: 22 cells hold three, so that the fourth would stand alone."""
    words = [Content(word) for word in ("one on", "two tw", "thr th", "fou fo")]
    assert [row.plain for row in evened(words, 24)] == ["one on  two tw", "thr th  fou fo"]
    assert len(evened(words, 40)) == 1
