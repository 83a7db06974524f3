"""Signs: a glyph, a word and a style for everything that must never be told by colour alone.

Glyphs are one cell wide in every font and terminal the table is meant for; no pictograms.
"""

from __future__ import annotations

from game.engine.evidence import Basis, Citation
from game.engine.party import Latitude
from game.engine.scenario import Agenda
from game.engine.state import Status
from game.engine.view import View
from game.play.answers import status_on
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A glyph of one cell, its word, and the style both are drawn in."""

    glyph: str
    word: str
    style: str


STATUS = {
    Status.AGREED: Sign("■", "agreed", "$agreed"),
    Status.PRINCIPLE: Sign("◧", "principle", "$agreed"),
    Status.OPEN: Sign("□", "open", "$foreground"),
    Status.TABLED: Sign("▷", "tabled", "$foreground"),
    Status.DEFERRED: Sign("…", "deferred", "$faint"),
    Status.SILENT: Sign("·", "silent", "$faint"),
}
LATITUDE = {
    Latitude.FREE: Sign("○", "free", "$agreed"),
    Latitude.REPORT: Sign("◔", "report", "$foreground"),
    Latitude.ASK: Sign("◑", "ask", "$caution"),
    Latitude.FORBIDDEN: Sign("●", "forbidden", "bold $danger"),
}
BASIS = {
    Basis.ATTESTED: Sign("“", "verbatim", "$verbatim"),
    Basis.REPORTED: Sign("≈", "reported", "$faint"),
    Basis.INFERRED: Sign("~", "inferred", "$faint"),
    Basis.INVENTED: Sign("*", "invented", "$faint"),
}
VERBATIM = BASIS[Basis.ATTESTED]
COMPOSED = Sign("~", "composed", "$foreground")
GIVEN = Sign("›", "as said", "$foreground")
OUTSIDE = Sign("◇", "outside", "$faint")
PRIVATE = Sign("◂", "private", "$caution")
REFUSED = Sign("✗", "refused", "$caution")
NEW = Sign("●", "new", "bold $accent")


def sign_of(citation: Citation) -> Sign:
    """Whether a citation is the document's own words, or a paraphrase of an outside page."""
    return VERBATIM if citation.verbatim else BASIS[Basis.REPORTED]


def sign_on(view: View, issue: str) -> Sign:
    """How an issue stands, all that was said to it counted."""
    return STATUS[status_on(view, issue)]


def colour_of(agenda: Agenda, party: str) -> str:
    """The style of a party: $first for the first, $second for the second, faint for nobody."""
    if party not in {one.id for one in agenda.parties}:
        return "$faint"
    return ("$first", "$second")[agenda.side(party)]


def letters(agenda: Agenda) -> tuple[str, str]:
    """One capital letter a party, told apart: C and S for China and the Soviet Union."""
    first, second = (one.adjective or one.name or one.id for one in agenda.parties)
    if first[:1].upper() != second[:1].upper():
        return first[:1].upper(), second[:1].upper()
    return "1", "2"
