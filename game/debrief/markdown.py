"""Sections as Markdown (CommonMark, with tables): no text of anybody's becomes markup."""

from __future__ import annotations

import re

from game.debrief.page import Block, Entry, Figure, Grid, Items, Passage, Say, Section, in_line
from game.play.clean import clean_line

_MARKS = re.compile(r"([\\`*_\[\]<>|~&])")
_LEADING = re.compile(r"^(\d+)([.)])|^([#+=:-])")


def document(title: str, sections: tuple[Section, ...]) -> str:
    """Sections under a title, ending in a line feed."""
    parts = [f"# {plain(title)}"]
    for section in sections:
        parts += [f"## {plain(section.title)}", *(_block(block) for block in section.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def plain(text: str) -> str:
    """A text on one line in which nothing is a mark of Markdown.

    >>> plain("1. A *star* & <b>")
    '1\\\\. A \\\\*star\\\\* \\\\& \\\\<b\\\\>'
    """
    marked = _MARKS.sub(r"\\\1", " ".join(clean_line(text).split()))
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", marked)


def _block(block: Block) -> str:
    match block:
        case Say():
            return plain(block.text)
        case Passage():
            return f"> {plain(in_line(block))}"
        case Items():
            listed = "\n".join(f"- {plain(text)}" for text in block.texts)
            return f"{plain(block.title)}\n\n{listed}" if block.title else listed
        case Entry():
            return "\n".join([f"### {plain(block.title)}\n", *(_labelled(*line) for line in block.lines)])
        case Grid():
            return _grid(block)
        case Figure():
            return plain(f"{block.title}: {block.told}")


def _labelled(label: str, said: str | Passage) -> str:
    text = plain(in_line(said) if isinstance(said, Passage) else said)
    return f"- **{plain(label)}:** {text}" if label else f"- {text}"


def _grid(grid: Grid) -> str:
    lines = [grid.heads, *grid.rows]
    rows = ["| " + " | ".join(map(plain, line)) + " |" for line in lines]
    ruled = "\n".join([rows[0], "| " + " | ".join("---" for _ in grid.heads) + " |", *rows[1:]])
    return f"**{plain(grid.caption)}**\n\n{ruled}" if grid.caption else ruled
