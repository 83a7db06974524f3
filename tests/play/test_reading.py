"""What may be read at a sitting: dates and the evidence decide, worked out by hand on a small agenda."""

from __future__ import annotations

from dataclasses import replace

from game.engine.engine import begin
from game.engine.evidence import Attribution, Basis, Citation
from game.engine.view import View, view
from game.play.reading import AROUND, legible
from tests.builders import small

OF_THE_DAY = Citation(source="minutes", line=40, quote="Read minutes of 2 July.", date="1945-07-10")
TOLD = Citation(source="cable", line=9, quote="He agreed.", date="1945-07-02", known_to=("china",))
CONFIDED = Citation(source="cable", line=16, quote="Soong asks me to tell you", date="1945-07-02", known_to=())


def seen(party: str) -> View:
    """A table on 10 July; behind its first option stand the day's minutes and a cable that neither side had."""
    found = view(begin(small()), party)
    first, *others = found.agenda.issues
    option = replace(first.options[0], attribution=Attribution(Basis.ATTESTED, "", (OF_THE_DAY, TOLD, CONFIDED)))
    issues = (replace(first, options=(option, *first.options[1:])), *others)
    sitting = replace(found.sitting, date="1945-07-10")
    return replace(found, agenda=replace(found.agenda, issues=issues, unread=("cable",)), sitting=sitting)


def test_legible_of_an_earlier_talk_is_all():
    assert legible(seen("china"), "minutes", "1945-07-02") is None


def test_legible_of_the_days_own_talk_is_the_quoted_passages():
    assert legible(seen("ussr"), "minutes", "1945-07-10") == frozenset(range(40 - AROUND, 40 + AROUND + 1))


def test_legible_of_a_later_talk_is_nothing():
    assert legible(seen("china"), "minutes", "1945-07-12") == frozenset()


def test_legible_of_a_paper_that_neither_side_had_is_what_this_side_knew():
    assert legible(seen("china"), "cable", "1945-07-02") == frozenset({9})
    assert legible(seen("ussr"), "cable", "1945-07-02") == frozenset()
