"""The debrief as one self-contained page to read or print: no script, nothing from elsewhere, landmarks, headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from game.debrief.colophon import colophon
from game.debrief.findings import Findings
from game.debrief.markup import Child, element, linked, written
from game.debrief.page import Block, Entry, Figure, Grid, Items, Passage, Say, Section
from game.debrief.plots import plot
from game.debrief.sections import pages
from game.debrief.style import STYLE

if TYPE_CHECKING:
    from game.authoring.documents import Source

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing may be fetched, run or sent, whatever the page holds."""
FOOTER = (
    "Words in “quotation marks” are the documents' own; what is called reported is a paraphrase of the page it names. "
    "Points are a reading aid made by the scenario's author, each side's on its own scale."
)
SHORT = 8
"""Rows up to which a table is kept on one sheet of paper."""


def document(found: Findings, documents: Mapping[str, Source] = MappingProxyType({})) -> str:
    """The whole debrief of one side as HTML, with the ``documents`` it quotes cited in full, ending in a line feed."""
    agenda = found.state.scenario.agenda
    told = pages(found)
    return sheet(f"Debrief: {agenda.title}", agenda.subtitle, (*told, *colophon(told, documents)))


def sheet(title: str, subtitle: str, sections: tuple[Section, ...]) -> str:
    """A page of sections under a title, with a table of contents."""
    return framed(title, subtitle, [(one.name, one.title) for one in sections], [_section(one) for one in sections])


def framed(title: str, subtitle: str, links: Sequence[tuple[str, str]], sections: Sequence[Element]) -> str:
    """A page: head, banner, table of contents (``links``: the id of a section, and its title), sections, foot."""
    kicker, _, name = title.partition(": ")
    banner = element(
        "header",
        *([element("p", kicker, class_="kicker")] if name else []),
        element("h1", name or kicker),
        element("p", subtitle),
    )
    body = element(
        "body",
        element("a", "Skip to the text", href="#main", class_="skip"),
        banner,
        _contents(links),
        element("main", *sections, id="main"),
        element("footer", element("p", FOOTER)),
    )
    return written(element("html", _head(title), body, lang="en"))


def _head(title: str) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        _style(),
    )


def _style() -> Element:
    """The sheet of style. It is ours and holds no text of anybody's; the writer leaves it as it is."""
    made = Element("style")
    made.text = STYLE
    return made


def _contents(links: Sequence[tuple[str, str]]) -> Element:
    items = (element("li", element("a", text, href=f"#{name}")) for name, text in links)
    return element("nav", element("ul", *items), aria_label="Contents")


def _section(section: Section) -> Element:
    heading = element("h2", section.title, id=f"{section.name}-heading")
    blocks = [_block(section, number, block) for number, block in enumerate(section.blocks)]
    return element("section", heading, *blocks, id=section.name, aria_labelledby=f"{section.name}-heading")


def _block(section: Section, number: int, block: Block) -> Element:
    match block:
        case Say():
            return element("p", block.text, **({"class_": "gist"} if block.text == section.gist else {}))
        case Passage():
            return passage(block)
        case Items():
            return _panels(block) if section.name == "summary" else _items(block)
        case Entry():
            return _entry(block)
        case Grid():
            return _grid(section, block)
        case Figure():
            return plot(block, f"{section.name}-{number}")


def passage(one: Passage) -> Element:
    """A passage as a block quotation with where it lies; a paraphrase says that it is one."""
    said: list[Child] = [f"“{one.text}”"] if one.verbatim else ["Reported: ", one.text]
    lead: list[Child] = [f"{one.lead}: "] if one.lead else []
    lies: list[Child] = [" ", element("cite", linked(one.lies))] if one.lies else []
    return element("blockquote", *lead, *said, *lies, class_="verbatim" if one.verbatim else "reported")


def _items(block: Items) -> Element:
    listed = element("ul", *(element("li", text) for text in block.texts), class_="items")
    if not block.title:
        return listed
    return element("div", element("p", block.title, class_="lead"), listed)


def _panels(block: Items) -> Element:
    """The four panels side by side; each text is a name, a colon and a verdict."""
    cards = []
    for text in block.texts:
        name, _, verdict = text.partition(": ")
        cards.append(element("li", element("b", name), verdict[:1].upper() + verdict[1:]))
    return element("ul", *cards, class_="panels")


def _entry(entry: Entry) -> Element:
    """A matter as labelled lines; one without a label belongs to the line before, those of one label together."""
    rows: dict[str, list[Element]] = {}
    label = "Asked"
    for name, said in entry.lines:
        child = passage(said) if isinstance(said, Passage) else element("div", *with_link(said))
        if name or not rows:
            label = name or label
            rows.setdefault(label, []).append(element("dd", child))
        else:
            rows[label][-1].append(child)
    listed = [one for name, said in rows.items() for one in (element("dt", name), *said)]
    return element("article", element("h3", entry.title), element("dl", *listed))


def with_link(text: str) -> list[Child]:
    """A sentence, the address in brackets at its end made a link where it has one."""
    said, bracket, address = text.rpartition(" (")
    if not bracket or not address.startswith(("https://", "http://")) or not address.endswith(")"):
        return [text]
    return [f"{said} ", element("cite", linked(address[:-1]))]


def _words(text: str) -> dict[str, str]:
    """The class of a cell: words stand to the left, what begins with a number or is a dash to the right."""
    return {} if text[:1].isdigit() or text.startswith(("+", "-", "–")) else {"class_": "words"}


def _grid(section: Section, grid: Grid) -> Element:
    first = grid.rows[0] if grid.rows else grid.heads
    sides = [{}, *map(_words, first[1:])]
    heads = element("tr", *(_head_cell(head, side) for head, side in zip(grid.heads, sides, strict=True)))
    rows = (
        element("tr", element("th", row[0], scope="row"), *(element("td", one, **_words(one)) for one in row[1:]))
        for row in grid.rows
    )
    caption = [element("caption", grid.caption)] if grid.caption else []
    table = element("table", *caption, element("thead", heads), element("tbody", *rows))
    named = f"{section.title}: table{f' “{title}”' if (title := grid.caption.rstrip(':')) else ''}"
    return element(
        "div",
        table,
        class_=f"wide{' short' if len(grid.rows) <= SHORT else ''}",
        tabindex="0",
        role="region",
        aria_label=named,
    )


def _head_cell(head: str, side: dict[str, str]) -> Element:
    """The head of a column, on the side of what stands under it; an empty cell where it has no name."""
    return element("th", head, scope="col", **side) if head else element("td")
