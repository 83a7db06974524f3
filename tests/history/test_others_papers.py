"""What a side could not have read is put before it neither on a screen nor in plain mode, until the game is over.

The examples are read off the documents: an ambassador's cables tell what Soong confided to him, Tokyo's instructions
what Japan could do without, the Tsar's resolution what Russia would not give.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.authoring.loader import load, load_source
from game.debrief.page import quote
from game.engine.engine import begin
from game.engine.evidence import Citation, known_on
from game.engine.state import Ending, EndingKind
from game.engine.view import View, view
from game.play.reading import NOT_YOURS, as_known, legible
from game.ui.widgets.passage import quotable
from tests.history.test_hindsight import shown

CONFIDED = "he has come to an understanding on all matters along the general lines previously reported"
"""Soong to Harriman, after the talk of 11 July (harriman-1945-07-11, line 10)."""

WORDS = {
    "harriman-1945-07-03": ("Stalin agreed to eliminate the word", "at a standstill until the Outer"),
    "harriman-1945-07-10": ("The term of agreements was reduced from 40 to 30 years.", "This morning Soong showed me"),
    "harriman-1945-07-11": ("Stalin agreed that the guards should be Chinese", "Soong asks me to tell you"),
}
"""Of each cable, words that both sides had heard at the table, and words that Soong had for the ambassador."""


def told(seen: View) -> str:
    return " ".join(" ".join(text for _, text in shown(seen)).split())


@pytest.mark.parametrize("party", ["china", "ussr"])
def test_what_was_confided_to_the_ambassador_is_not_before_a_player(party: str) -> None:
    night = load("moscow-1945-07-12")
    cited = {one.text for issue in night.agenda.issues for o in issue.options for one in o.attribution.citations}
    assert CONFIDED in cited
    assert CONFIDED not in told(view(begin(night), party))


def test_what_was_said_at_the_table_is_shown_with_the_word_that_the_paper_was_another_s() -> None:
    words = told(view(begin(load("moscow-1945-07-12")), "ussr"))
    assert "Stalin agreed that the guards should be Chinese" in words
    assert NOT_YOURS in words


def test_instructions_of_one_side_are_shown_to_that_side_alone() -> None:
    first = begin(load("portsmouth-1905"))
    secret, public = "desired, not indispensable", "Sakhalin is to be ceded to Japan."
    assert secret in told(view(first, "japan"))
    russian = told(view(first, "russia"))
    assert secret not in russian
    assert "to be brought forward or dropped as bargaining requires" not in russian
    assert public in russian


def test_what_washington_told_soong_alone_is_not_shown_to_molotov() -> None:
    chairs = {party: told(view(begin(load("moscow-1945-07-11")), party)) for party in ("china", "ussr")}
    assert "for his own information only" in chairs["china"]
    assert "for his own information only" not in chairs["ussr"]


def test_when_it_is_over_the_papers_of_others_are_open() -> None:
    seen = view(begin(load("moscow-1945-07-12")), "ussr")
    over = replace(seen, ending=Ending(EndingKind.ADJOURNED))
    options = [option for issue in seen.agenda.issues for option in issue.options]
    kept = [one for one in options if len(quotable(seen, one)) < len(quotable(over, one))]
    assert kept
    for option in options:
        assert set(quotable(over, option)) == set(known_on(option.attribution.citations, seen.sitting.date))
    assert CONFIDED in told(over)


@pytest.mark.parametrize("source", ["harriman-1945-07-03", "harriman-1945-07-10", "harriman-1945-07-11"])
def test_a_cable_opens_only_where_it_tells_what_the_side_knew(source: str) -> None:
    document, seen = load_source(source), view(begin(load("moscow-1945-07-12")), "ussr")
    text = "\n".join(as_known(seen, source, document.lines))
    told, confided = WORDS[source]
    whole = "\n".join(document.lines)
    assert told in whole
    assert confided in whole
    assert told in text
    assert confided not in text
    assert legible(seen, source, document.talk) == {n for n, line in enumerate(text.splitlines(), 1) if line}
    over = replace(seen, ending=Ending(EndingKind.ADJOURNED))
    assert as_known(over, source, document.lines) == document.lines


def test_debrief_quotes_a_cable_and_says_that_neither_side_had_it() -> None:
    told = Citation(source="harriman-1945-07-11", line=10, quote="the guards should be Chinese", known_to=("ussr",))
    heard = Citation(source="soong-stalin-1945-07-12", line=47, quote="- 1) Outer Mongolia")
    assert quote(told).lies == "harriman-1945-07-11, line 10; neither side had this paper"
    assert quote(heard).lies == "soong-stalin-1945-07-12, line 47"
