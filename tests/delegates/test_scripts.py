"""The trivial scripts: each does its one thing, within the rules and its instructions, and nothing else."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from game.authoring.loader import load
from game.delegates import registry
from game.delegates.scripts import SCRIPTS, Script
from game.engine.moves import Propose, Terms
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.view import view
from tests.builders import small
from tests.builders_large import Shape, build
from tests.delegates.games import at_the_table, moments

TRICKS = {
    "silence": "Yield",
    "accept-first": "Accept",
    "repeat-last": "Hold",
    "last-minute": "Hold",
    "limits-at-the-last": "Propose",
    "limits-at-once": "Propose",
    "split-the-difference": "Propose",
    "retract-and-reoffer": "Withdraw",
    "reopen-agreed": "Propose",
    "one-issue-at-a-time": "Propose",
    "mirror": "Propose",
    "salami": "Accept",
    "argument-spam": "Argue",
    "citation-spam": "CiteMinutes",
    "question-spam": "Ask",
    "link-spam": "Propose",
    "refusal-spam": "Reject",
    "reserve-everything": "Reserve",
    "word-home-each-night": "ConsultCapital",
    "threaten-to-rise": "Adjourn",
}
"""What each of them is there to do."""


@cache
def afternoon(name, opponent="linear"):
    """Every decision of a script on 10 July, from the Chinese chair."""
    return [m for m in moments(load("moscow-1945-07-10"), (name, opponent), exchanges=6) if m.name == name]


def test_there_are_at_least_fifteen_and_the_registry_lists_them_all_apart():
    assert len(SCRIPTS) >= 15
    assert tuple(SCRIPTS) == registry.SCRIPTS
    assert not set(SCRIPTS) & set(registry.names())
    assert registry.everyone() == (*registry.names(), *SCRIPTS)
    assert set(TRICKS) == set(SCRIPTS)


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_does_its_trick(name):
    done = Counter(type(moment.decision.move).__name__ for moment in afternoon(name))
    assert done[TRICKS[name]] >= 1


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_keeps_to_its_instructions(name):
    # ``moments`` raises at the first move the rules refuse; here nothing is offered or taken that must be asked for.
    for moment in afternoon(name):
        package = getattr(moment.decision.move, "package", Package())
        ranks = [moment.view.latitude(issue, option).rank for issue, option in package]
        assert all(rank < Latitude.ASK.rank for rank in ranks)


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_decides_the_same_when_asked_again(name):
    for moment in afternoon(name):
        assert Script(name).choose(moment.view) == moment.decision


def test_retract_and_reoffer_goes_in_circles():
    moves = [type(m.decision.move).__name__ for m in afternoon("retract-and-reoffer", "stonewaller")]
    assert "Withdraw Propose" in " ".join(moves)


def test_split_the_difference_proposes_the_middle():
    offers = [m for m in afternoon("split-the-difference") if isinstance(m.decision.move, Propose)]
    late = offers[-1]
    for issue, option in late.decision.move.package:
        ends = sorted(late.view.agenda.level(issue, one) for one in (late.view.mine(issue), late.view.theirs(issue)))
        assert abs(late.view.agenda.level(issue, option) - sum(ends) / 2) <= 0.5
    assert len(offers) > 1


def test_link_spam_asks_for_something_with_everything_it_offers():
    links = [m for m in afternoon("link-spam") if getattr(m.decision.move, "terms", None) is Terms.WHOLE]
    assert links
    for moment in links:
        package = dict(moment.decision.move.package.items)
        assert any(option == moment.view.mine(issue) for issue, option in package.items())
        assert any(option == moment.view.theirs(issue) for issue, option in package.items())


def test_last_minute_takes_at_the_last_what_is_better_than_nothing():
    # At its only speech China may take joint-board 250, Chinese guards 300 and joint use 120: 670, against 350.
    state = at_the_table(
        "china",
        exchanges=1,
        railway_board=("parity", "joint-board"),
        railway_guards=("chinese", "chinese"),
        dairen_status=("free-port", "joint-use"),
    )
    assert len(Script("last-minute").choose(view(state, "china")).move.package) == 3


def test_scripts_play_every_kind_of_table():
    for name in SCRIPTS:
        for scenario in (small(2), build(5, Shape(issues=8, exchanges=3, meetings=2))):
            assert list(moments(scenario, (name, "mirror"), exchanges=2))
