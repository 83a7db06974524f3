"""The debrief line by line: a paragraph for each thing, tables by rows with each cell named, pictures in words."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.page import Block, Curve, Entry, Figure, Grid, Items, Passage, Say, Section, in_line
from game.play.clean import clean_line


def read_out(section: Section) -> list[str]:
    """A page under its heading, a paragraph for each thing it says, in its order."""
    return [f"{section.title.upper()}.", *(line for block in section.blocks for line in _block(block) if line)]


def _block(block: Block) -> Iterator[str]:
    match block:
        case Say():
            yield block.text
        case Passage():
            yield in_line(block)
        case Items():
            yield block.title
            yield from block.texts
        case Entry():
            yield _heading(block.title)
            for label, said in block.lines:
                text = in_line(said) if isinstance(said, Passage) else said
                yield f"{label}: {text}" if label else text
        case Grid():
            yield from _rows(block)
        case Figure():
            yield f"{block.title}: {block.told}"


def _heading(title: str) -> str:
    title = clean_line(title)
    return title if not title or title.endswith((".", ":", "?", "!")) else f"{title}:"


def _rows(grid: Grid) -> Iterator[str]:
    """A line for each row: its name, then each cell after the name of its column; an empty cell is left out."""
    yield _heading(grid.caption)
    heads = _told_apart(grid.heads[1:])
    for row in grid.rows:
        cells = [f"{head} {cell}".strip() for head, cell in zip(heads, row[1:], strict=True) if cell.strip()]
        yield f"{row[0]}: {'; '.join(cells)}."


def _told_apart(heads: tuple[str, ...]) -> list[str]:
    """The heads of columns; one that stands more than once follows the one before it: "yours then"."""
    return [
        f"{heads[place - 1]} {head}" if place and heads.count(head) > 1 else head for place, head in enumerate(heads)
    ]


POINTS_AT_ONCE = 40
"""Points of one curve that are read out; of a longer one every so many, and the last."""


def figure_read_out(figure: Figure) -> list[str]:
    """A picture as numbers: what it shows, then each line and each mark with its values."""
    axes = f"Each pair of numbers: {figure.across}, {figure.up}."
    curves = [line for one in figure.curves for line in _curve(figure, one)]
    marks = [f"{one.label}: {one.x:.0f} and {one.y:.0f}." for one in figure.marks if one.label]
    return [f"{figure.title}: {figure.told}", *([axes] if marks or curves else []), *curves, *marks]


def _across(figure: Figure, x: float) -> str:
    """A place along the axis: the last tick up to it, else the number."""
    passed = [name for place, name in figure.ticks if place <= x]
    return passed[-1] if passed else f"{x:.0f}"


def _turns(figure: Figure, curve: Curve) -> list[tuple[float, float]]:
    """The points of a curve; of a staircase only its steps, and its end; with ticks, where it begins, then the last
    point from each tick to the next.
    """
    if figure.ticks:
        last = {_across(figure, x): (x, y) for x, y in curve.points}
        return list(dict.fromkeys([curve.points[0], *last.values()]))
    pairs = zip(curve.points, curve.points[1:], strict=False)
    steps = [point for before, point in pairs if not curve.stepped or point[1] != before[1]]
    return list(dict.fromkeys([curve.points[0], *steps, curve.points[-1]]))


def _curve(figure: Figure, curve: Curve) -> Iterator[str]:
    if curve.label and curve.points:
        points = _turns(figure, curve)
        every = -(-len(points) // POINTS_AT_ONCE)
        shown = [*points[:-1:every], points[-1]]
        values = "; ".join(f"{_across(figure, x)}, {y:.0f}" for x, y in shown)
        yield f"{_heading(curve.label)} {values}."
