"""The tutorial: two invented towns. What it teaches must be true in both chairs, and nothing may be tied to 1945."""

from __future__ import annotations

import io

import pytest

from game.authoring import loader
from game.engine.package import Package
from game.engine.party import Latitude, Line
from game.engine.scenario import Scenario
from game.engine.worth import worth
from game.plain.request import Request
from game.plain.run import run

SWAP = {"toll": "westmill-collects", "opening-hours": "any-hour"}
HALFWAY = {"toll": "shared-equally", "opening-hours": "daylight", "notice": "one-line"}
OFFER = "propose A1=westmill-collects A2=any-hour whole"
CHAIRS = {
    "eastquay": ["argue barges-wait-at-night lock-book", OFFER, "propose B1=nothing-printed"],
    "westmill": ["telegram A2=any-hour: It would bring us the toll.", OFFER, "propose B1=terms-printed"],
}
"""What each brief tells a beginner to do, word for word."""


@pytest.fixture(autouse=True)
def own_saves(tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))


@pytest.fixture(scope="module")
def lesson() -> Scenario:
    return loader.load("first-session")


def played(party: str, lines: list[str], seed: int) -> str:
    out = io.StringIO()
    request = Request(scenario="first-session", party=party, seed=seed)
    assert run(request, io.StringIO("\n".join([*lines, "q", ""])), out) == 0
    return " ".join(out.getvalue().split())


@pytest.mark.parametrize("seed", [1, 3, 11])
@pytest.mark.parametrize("party", CHAIRS)
def test_following_the_brief_ends_in_an_agreement(party: str, seed: int):
    told = played(party, [*CHAIRS[party], "yield", "yield", "yield", "yield", OFFER, OFFER], seed)

    assert "The negotiation is over: an agreement, ratified by both principals." in told
    assert "Not possible" not in told


@pytest.mark.parametrize("party", CHAIRS)
def test_giving_nothing_and_rising_ends_in_an_adjournment(party: str):
    told = played(party, ["yield"] * 6 + ["adjourn: The talks are postponed."] * 3, seed=3)

    assert "The negotiation is adjourned" in told
    assert "Joint value: nothing was agreed." in told


@pytest.mark.parametrize("party", CHAIRS)
def test_every_line_a_brief_quotes_is_one_that_was_played(party: str, lesson: Scenario):
    brief = lesson.stake(party).brief

    for line in CHAIRS[party][1:]:
        assert f"“{line}”" in brief


@pytest.mark.parametrize("party", CHAIRS)
def test_the_exchange_is_better_for_both_than_the_halfway_deal(party: str, lesson: Scenario):
    stakes = lesson.stake(party)
    swap = worth(lesson.agenda, stakes, Package.of(SWAP))
    halfway = worth(lesson.agenda, stakes, Package.of(HALFWAY))

    # By hand, of 76 points in all: 60 for the exchange, and 6 + 24 + 2 for meeting halfway on everything.
    # Each of the figures is rounded down when they are put on the scale of 1000.
    assert swap == pytest.approx(1000 * 60 / 76, abs=2)
    assert halfway == pytest.approx(1000 * 32 / 76, abs=3)
    assert halfway < stakes.reservation < swap


def test_the_lesson_has_one_of_each_thing_it_teaches(lesson: Scenario):
    latitudes = [one for stake in lesson.stakes for entry in stake.instructions for one in entry.latitudes]
    granted = [ruling for stake in lesson.stakes for ruling in stake.rulings if ruling.granted]
    strengths = {passage.strength.value for claim in lesson.claims for passage in claim.passages}

    assert {party.line for party in lesson.agenda.parties} == set(Line)
    assert latitudes.count(Latitude.ASK) == 1
    assert [(ruling.issue, ruling.option) for ruling in granted] == [("opening-hours", "any-hour")]
    assert latitudes.count(Latitude.FORBIDDEN) == 2
    assert strengths == {"strong", "weak"}
    assert len(lesson.agenda.linkages) == 1


def test_the_summary_says_at_once_that_it_is_invented(lesson: Scenario):
    assert lesson.agenda.summary.startswith("Invented:")
