"""A draft in words. Expected sentences are written by hand from the small scenario of ``tests.builders``."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.engine import apply, begin
from game.engine.moves import Ask, Propose, Terms, WalkOut
from game.engine.package import Package
from game.engine.state import Ending, EndingKind
from game.engine.view import view
from game.ui.draft import Draft
from game.ui.phrasing import backing, headline, standing
from tests.builders import small
from tests.delegates.games import agreed


def seen():
    return view(begin(small()), "china")


def test_headline_of_a_package_names_issues_in_the_order_of_the_agenda():
    """By id dairen-status would come first; the agenda has it third."""
    places = Package.of({"dairen-status": "free-port", "railway-guards": "chinese", "railway-board": "parity"})
    said = headline(seen(), Draft("propose", package=places)).plain
    assert said.index("Railway board") < said.index("Railway guards") < said.index("Dairen status")


def test_headline_of_an_answer_names_what_was_asked():
    asked = apply(begin(small()), Ask("ussr", "railway-board")).after
    assert headline(view(asked, "china"), Draft("answer", manner="firm")).plain == (
        "You answer on Railway board: there is none"
    )


@pytest.mark.parametrize(
    ("draft", "behind"),
    [
        (Draft("argue", claim="parity-in-1924", passage="treaty"), "with * Ten directors, five a side.  invented"),
        (Draft("cite", issues=("railway-board",), minute="m-joint"), "2 July 1945: Joint board"),
        (Draft("yield"), None),
    ],
)
def test_backing_is_the_passage_or_the_saying_and_nothing_for_other_drafts(draft, behind):
    found = backing(seen(), draft)
    assert (found.plain if found else None) == behind


def test_package_of_the_other_sides_is_told_on_one_line_by_the_issue_in_hand():
    """Points of the small scenario: see ``tests.builders``. The board is a red line for China."""
    offer = Propose("ussr", Package.of({"railway-board": "soviet-majority", "dairen-status": "joint-use"}), Terms.WHOLE)
    table = view(apply(begin(small()), offer).after, "china")
    worth = table.points("railway-board", "soviet-majority") + table.points("dairen-status", "joint-use")
    for issue, first in (("dairen-status", "Dairen status"), ("railway-guards", "Railway board")):
        told = [line.plain for line in standing(table, issue)]
        assert f"Their package (offer 1): {first} + 1 more, {worth} points, 1 beyond instructions." in told


def test_standing_of_what_broke_down_says_so_and_what_is_left():
    """No agreement is worth 350 to China in the small scenario, of whose issues three are required."""
    over = view(apply(begin(small(), opener="china"), WalkOut("china")).after, "china")
    assert [line.plain for line in standing(over, "railway-board")] == [
        "China broke off the negotiations.",
        "0 of 3 had been agreed, but nothing binds until all is: you are left with 350.",
    ]


def test_standing_of_an_agreement_says_what_it_is_worth():
    """Parity 400 and Chinese guards 300 with the sweetener of 20, a free port 200: see ``tests.builders``."""
    state = begin(small(), opener="china")
    settled = Package.of({"railway-board": "parity", "railway-guards": "chinese", "dairen-status": "free-port"})
    signed = agreed(state, railway_board="parity", railway_guards="chinese", dairen_status="free-port")
    over = replace(signed, ending=Ending(EndingKind.AGREEMENT, ""))
    assert view(over, "china").settled == settled
    assert [line.plain for line in standing(view(over, "china"), "")] == [
        "The agreement stands: both principals have ratified it.",
        "It is worth 920 points to you; no agreement was worth 350.",
    ]
