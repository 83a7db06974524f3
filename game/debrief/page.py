"""What a debrief is made of, whatever shows it: sections of plain blocks. No markup, no layout, no escaping here.

The terminal, the table's screen, the printable page and the JSON all show the same sections, so none says more.
"""

from __future__ import annotations

from game.debrief.deeds import where
from game.engine.evidence import Citation
from game.slim import dataclass

NO_PAPER_OF_THEIRS = "neither side had this paper"


@dataclass(frozen=True, slots=True)
class Say:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document, or a paraphrase of an outside page (``verbatim`` False), and where they lie.

    ``lead`` says in a few words what it stands for here; it may be empty.
    """

    text: str
    lies: str
    verbatim: bool = True
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of sentences under a line of its own, which may be empty."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter under its own heading: labelled lines, each a sentence or a passage, in order."""

    title: str
    lines: tuple[tuple[str, str | Passage], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table: a caption, column heads, rows of text. The first column names the row."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of a picture, with what it is. ``style`` names how it is drawn: ``game``, ``history``, ``plain``."""

    x: float
    y: float
    label: str
    style: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points, with what it is and how it is drawn (as ``Mark.style``); ``stepped`` for a staircase."""

    points: tuple[tuple[float, float], ...]
    label: str
    style: str
    stepped: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as values: curves and marks between two axes, and the same told in words (``told``).

    ``across`` and ``up`` name the axes; ``ticks`` are the places along the x axis with their labels.
    """

    title: str
    told: str
    across: str
    up: str
    curves: tuple[Curve, ...]
    marks: tuple[Mark, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    bounds: tuple[float, float, float, float] = (0, 0, 1000, 1000)


Block = Say | Passage | Items | Entry | Grid | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the debrief: a name to ask for it by, its heading, one sentence of what it says, and its blocks."""

    name: str
    title: str
    gist: str
    blocks: tuple[Block, ...]


def quote(citation: Citation, lead: str = "") -> Passage:
    """A citation as a passage. Of a paper that neither side had at the time it says so."""
    lies = f"{where(citation)}; {NO_PAPER_OF_THEIRS}" if citation.unread else where(citation)
    return Passage(citation.text, lies, citation.verbatim, lead)


def in_line(passage: Passage) -> str:
    """A passage within a line: in quotation marks where the words are the document's, called reported where not."""
    lies = f" ({passage.lies})" if passage.lies else ""
    said = f"“{passage.text}”" if passage.verbatim else f"Reported: {passage.text}"
    return f"{passage.lead}: {said}{lies}" if passage.lead else f"{said}{lies}"
