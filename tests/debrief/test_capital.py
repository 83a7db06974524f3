"""The principal. Red lines, rulings and points are those of tests/builders.py; the risks those of engine/outcome.py."""

from __future__ import annotations

from game.debrief.capital import capital, weigh
from game.engine.moves import Accept, Adjourn, ConsultCapital, Happening, Occur, Propose
from game.engine.outcome import Verdict
from game.engine.party import Latitude
from tests.builders import small
from tests.debrief.games import OWN, game, package

MAJORITY = package(board="soviet-majority")


def test_capital_red_line_crossed_is_named_and_costs_sixty_per_cent():
    state = game(Propose("ussr", MAJORITY), Accept("china", MAJORITY, responsibility=OWN)).state
    found = capital(state, "china")
    assert [(line.issue, line.crossed) for line in found.red_lines] == [
        ("railway-board", True),
        ("railway-guards", False),
    ]
    assert (found.risk, found.verdict) == (60, Verdict.REPUDIATES)


def test_capital_liberty_that_would_be_allowed_makes_the_principal_grumble():
    """China's ruling on later guards is yes, so taking them unasked costs nothing but a grumble."""
    offer = package(guards="later")
    state = game(Propose("ussr", offer), Accept("china", offer, responsibility=OWN)).state
    found = capital(state, "china")
    assert [(one.latitude, one.allowed, one.words) for one in found.liberties] == [
        (Latitude.ASK, True, "Let it be seen after two years.")
    ]
    assert (found.risk, found.verdict) == (0, Verdict.GRUMBLES)


def test_capital_pending_messages_tell_what_would_have_been_answered():
    """Chiang grants later guards and refuses a Soviet port; both messages are still on their way."""
    state = game(
        Propose("ussr", MAJORITY),
        ConsultCapital("china", package(guards="later")),
        ConsultCapital("china", package(port="soviet-port")),
    ).state
    pending = capital(state, "china").pending
    assert [(one.number, one.option, one.granted, one.words) for one in pending] == [
        (1, "later", True, "Let it be seen after two years."),
        (2, "soviet-port", False, "No."),
    ]


def test_capital_answered_message_is_not_pending():
    state = game(
        Propose("ussr", MAJORITY),
        ConsultCapital("china", package(guards="later")),
        Adjourn("china"),
        Adjourn("ussr"),
        Occur(Happening.ANSWER, "china", 1),
        scenario=small(meetings=2),
    ).state
    assert capital(state, "china").pending == ()


def test_weigh_full_settlement_counts_sweetener_and_needs_nothing_more():
    """400 + 300 + 200 for the three issues, and 20 for Chinese guards with parity: all at China's own end."""
    best = package(board="parity", guards="chinese", port="free-port")
    state = game(Propose("ussr", best, responsibility=OWN), Accept("china", best)).state
    found = weigh(state, "china")
    assert (found.agreed, found.open) == (920, 0)
    assert found.alternative == "Go home."
