"""The bar of keys: two rows at most, and what has no room in them is found by the last key."""

from textual.app import App

from game.ui.widgets.verbs import Key, Verbs
from tests.ui.conftest import screen_text

WORDS = "accept refuse hold evidence cite answer reserve back cable yield adjourn dossier graph help leave"


class Bar(App):
    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def compose(self):
        yield Verbs([Key(word[0], word, "nothing") for word in self.words.split()])


async def shown(words: str) -> list[str]:
    async with Bar(words).run_test(size=(80, 4)) as pilot:
        return [line.strip() for line in screen_text(pilot.app).splitlines() if line.strip()]


async def test_keys_that_fit_in_two_rows_are_all_there():
    """Twelve keys: 113 cells with the gaps between them."""
    words = WORDS.split()[:12]
    rows = await shown(" ".join(words))
    assert [part for part in "  ".join(rows).split("  ") if part] == [f"{word[0]} {word}" for word in words]
    assert len(rows) == 2


async def test_keys_that_do_not_fit_in_two_rows_end_in_the_key_that_has_them_all():
    rows = await shown(f"{WORDS} {WORDS}")
    assert len(rows) == 2
    assert rows[0].startswith("a accept  r refuse")
    assert rows[1].endswith("Ctrl-P more")
    assert all(len(row) <= 78 for row in rows)
