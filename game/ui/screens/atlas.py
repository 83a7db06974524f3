"""The words beside the map: the issues that are about a place, and what is lit up for one of them."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from game.engine.evidence import Basis, known_on
from game.engine.view import View
from game.play.clean import clean_line
from game.play.geography import Feature, called, lit, mapped
from game.ui.signs import BASIS, VERBATIM, sign_on
from game.ui.widgets.chart import LIT_TOWN
from game.ui.widgets.lines import Block
from game.ui.words import listed


def places(view: View) -> Iterator[Block]:
    """The issues that are about a place on the map."""
    for issue in mapped(view.agenda):
        sign = sign_on(view, issue)
        lead = Content.assemble("  ", (f"{sign.glyph} ", sign.style))
        yield Block(Content(clean_line(view.agenda.issue(issue).heading)), lead, most=1, key=issue)


def legend(view: View, issue: str) -> Content:
    """What is lit up, with a passage that names it where one is known by this day."""
    features = lit(issue)
    names = listed([called(feature, view.sitting.date) or "the frontier" for feature in features])
    title = Content.assemble((f"{LIT_TOWN} ", "bold $accent"), (names, "bold"), ("  lit for this issue", "$faint"))
    passage = next((found for feature in features if (found := _passage(view, feature))), Content(""))
    inferred = BASIS[Basis.INFERRED]
    placed = Content.styled(f"{inferred.glyph} Positions are {inferred.word}, not surveyed.", "$faint")
    return Content("\n").join(line for line in (title, passage, placed) if line)


def _passage(view: View, feature: Feature) -> Content:
    known = known_on((feature.citation,) if feature.citation else (), view.sitting.date)
    if not known:
        return Content("")
    quoted = Content.styled(f"{VERBATIM.glyph}{clean_line(known[0].quote)}”", VERBATIM.style)
    return Content.assemble(quoted, (f" {known[0].source}, line {known[0].line}", "$faint"))
