"""A row of pages to choose from: a number, a name, and which is open."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widget import Widget


class Tabs(Widget):
    """One line; the open page stands in brackets."""

    auto_links = False
    DEFAULT_CSS = "Tabs { height: 1; background: $panel; padding: 0 1; }"

    def __init__(self, names: tuple[str, ...], id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = names
        self._open = 0

    def show(self, place: int) -> None:
        """Open a page, by its place from 0."""
        self._open = place
        self.refresh()

    def render(self) -> Content:
        """All names."""
        return Content(" ").join(self._drawn(place, name) for place, name in enumerate(self._names))

    def _drawn(self, place: int, name: str) -> Content:
        click = Style.from_meta({"@click": f"screen.page({place})"})
        if place == self._open:
            return Content.styled(f"[{place + 1} {name}]", "bold $accent").stylize(click)
        return Content.assemble(" ", (f"{place + 1}", "bold $accent"), f" {name} ").stylize(click)
