"""What may be read at a sitting: dates alone decide, worked out by hand on a small agenda."""

from __future__ import annotations

from dataclasses import replace

from game.engine.evidence import Attribution, Basis, Citation
from game.play.reading import AROUND, legible
from tests.builders import small

PASSAGE = Citation(source="minutes", line=40, quote="Read minutes of 2 July.", date="1945-07-10")


def _agenda():
    agenda = small().agenda
    first, *others = agenda.issues
    option = replace(first.options[0], attribution=Attribution(Basis.ATTESTED, citations=(PASSAGE,)))
    return replace(agenda, issues=(replace(first, options=(option, *first.options[1:])), *others))


def test_legible_of_an_earlier_talk_is_all():
    assert legible(_agenda(), "minutes", "1945-07-02", "1945-07-10") is None


def test_legible_of_the_days_own_talk_is_the_quoted_passages():
    lines = legible(_agenda(), "minutes", "1945-07-10", "1945-07-10")
    assert lines == frozenset(range(40 - AROUND, 40 + AROUND + 1))


def test_legible_of_a_later_talk_is_nothing():
    assert legible(_agenda(), "minutes", "1945-07-12", "1945-07-10") == frozenset()
