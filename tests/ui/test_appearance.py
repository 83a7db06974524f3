"""Styles: read once for each theme, and anew for another."""

from collections import Counter
from pathlib import Path

from textual.css import stylesheet

from game.ui.theme import CONTRAST, THEMES
from tests.ui.table import opened


async def test_styles_are_read_once_for_a_theme_and_again_for_the_next(monkeypatch):
    """Textual by itself reads ``app.tcss`` three times until a table is laid, and once more for each further screen."""
    read: Counter[str] = Counter()

    def counted(scope, css, read_from, *rest, parse=stylesheet.parse, **named):
        read[Path(read_from[0]).name] += 1
        return parse(scope, css, read_from, *rest, **named)

    monkeypatch.setattr(stylesheet, "parse", counted)
    async with opened() as pilot:
        assert (read["app.tcss"], read["table.tcss"]) == (1, 1)
        await pilot.press("d")
        assert (read["app.tcss"], read["dossier.tcss"]) == (1, 1)
        await pilot.press("escape")
        read.clear()
        pilot.app.action_wear(CONTRAST)
        await pilot.pause()
        assert (read["app.tcss"], read["table.tcss"]) == (1, 1)
        worn = next(theme for theme in THEMES if theme.name == CONTRAST)
        assert pilot.app.screen.query_one("#minutes").styles.border_title_color.hex.lower() == worn.primary
