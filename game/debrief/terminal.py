"""The debrief in a terminal: any section as lines of at most so many columns, and the first page with its contents."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from game.debrief.columns import WIDTH, paragraphs, wrapped
from game.debrief.findings import Findings
from game.debrief.page import Block, Entry, Figure, Grid, Items, Passage, Say, Section, in_line
from game.debrief.sections import PAGES, page, pages
from game.play.clean import clean_line

EVERYTHING = "all"


def render(found: Findings, width: int = WIDTH) -> str:
    """The whole debrief, ending in a line feed."""
    return laid_out(titled(found), pages(found), width)


def rendered(found: Findings, name: str, width: int = WIDTH) -> str:
    """One section by its name, or everything. KeyError for no section."""
    if name == EVERYTHING:
        return render(found, width)
    return laid_out(titled(found), (page(found, name),), width)


def contents(command: str, width: int = WIDTH) -> str:
    """What else can be read, and how: ``command`` as it is typed, its last word a page's name. Ends in a line feed."""
    names = ", ".join(name for name in PAGES if name != "summary")
    return paragraphs([f"To read on: {command}; the pages are {names}, and {EVERYTHING}."], width) + "\n"


def titled(found: Findings) -> str:
    """The debrief's title."""
    return f"DEBRIEF: {found.state.scenario.agenda.title}"


def laid_out(title: str, sections: tuple[Section, ...], width: int = WIDTH) -> str:
    """Sections under a title, ending in a line feed."""
    return "\n\n".join([paragraphs([title], width), *(section_text(one, width) for one in sections)]) + "\n"


def section_text(section: Section, width: int = WIDTH) -> str:
    """A section under its heading in capitals, without a line feed at its end."""
    parts = [section.title.upper(), *(block_text(block, width) for block in section.blocks)]
    return "\n".join(one for one in parts if one)


def block_text(block: Block, width: int) -> str:
    """A block in lines, without a line feed at its end."""
    match block:
        case Say():
            return paragraphs([block.text], width)
        case Passage():
            return paragraphs([f"  {in_line(block)}"], width)
        case Items():
            listed = [f"  - {text}" for text in block.texts]
            return paragraphs([block.title, *listed] if block.title else listed, width)
        case Entry():
            return "\n".join(["", clean_line(block.title), *_labelled(block.lines, width)])
        case Grid():
            return grid_text(block, width)
        case Figure():
            return paragraphs([f"{block.title}: {block.told}"], width)


def _labelled(lines: Sequence[tuple[str, str | Passage]], width: int) -> list[str]:
    """The lines of an entry; one without a label hangs under the one before, but for the first."""
    made = []
    for number, (label, said) in enumerate(lines):
        text = in_line(said) if isinstance(said, Passage) else said
        indent = "    " if number and not label else "  "
        made.append(paragraphs([f"{indent}{label}: {text}" if label else f"{indent}{text}"], width))
    return made


def grid_text(grid: Grid, width: int) -> str:
    """A table in columns where it fits the width, else a line for each row with every cell named."""
    rows = [[clean_line(cell) for cell in row] for row in grid.rows]
    heads = [clean_line(head) for head in grid.heads]
    widths = [max(map(cell_len, column)) for column in zip(heads, *rows, strict=True)]
    caption = [*wrapped(grid.caption, width)] if grid.caption else []
    if sum(widths) + 2 * len(widths) <= width - 2:
        return "\n".join([*caption, *("  " + _columns(row, widths) for row in (heads, *rows))])
    named = [f"  {row[0]}: " + "; ".join(f"{h} {c}" for h, c in zip(heads[1:], row[1:], strict=True)) for row in rows]
    return "\n".join([*caption, paragraphs(named, width)])


def _columns(row: list[str], widths: list[int]) -> str:
    """Cells padded to their columns, the first to the left, the others to the right."""
    first, *rest = [(cell, wide - cell_len(cell)) for cell, wide in zip(row, widths, strict=True)]
    padded = [first[0] + " " * first[1], *(" " * gap + cell for cell, gap in rest)]
    return "  ".join(padded).rstrip()
