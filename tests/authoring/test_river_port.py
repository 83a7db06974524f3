"""The small modern case: what its notes tell a teacher of its figures is true, and nothing in it claims to be real."""

from __future__ import annotations

import pytest

from game.authoring import loader
from game.engine.evidence import Basis
from game.engine.package import Package
from game.engine.party import Line
from game.engine.scenario import Scenario
from game.engine.worth import worth

# The packages of scenarios/river-port/NOTES.md, and what it says that they are worth to Lindmouth and to Tarnfield.
HALFWAY = {
    **{"deep-berth": "ferries-by-day", "port-dues": "halves", "night-trains": "three-a-night"},
    **{"noise-walls": "walls-in-three-years", "track-renewal": "two-thirds", "term": "ten-years"},
    "announcement": "one-sentence",
}
EXCHANGE = {
    **{"deep-berth": "ferries-first", "port-dues": "lindmouth-keeps", "night-trains": "any-hour"},
    **{"noise-walls": "walls-first", "track-renewal": "two-thirds", "term": "twenty-five-years"},
    "announcement": "one-sentence",
}


@pytest.fixture(scope="module")
def case() -> Scenario:
    return loader.load("river-port")


@pytest.mark.parametrize(("package", "figures"), [(HALFWAY, (540, 539)), (EXCHANGE, (730, 689))])
def test_packages_of_the_notes_are_worth_what_the_notes_say(
    package: dict[str, str], figures: tuple[int, int], case: Scenario
) -> None:
    found = tuple(worth(case.agenda, case.stake(party.id), Package.of(package)) for party in case.agenda.parties)

    assert found == figures


def test_meeting_halfway_is_better_than_nothing_and_worse_than_the_exchange_for_both(case: Scenario) -> None:
    for party in case.agenda.parties:
        stake = case.stake(party.id)
        halfway, exchange = (worth(case.agenda, stake, Package.of(one)) for one in (HALFWAY, EXCHANGE))
        assert stake.reservation < halfway < exchange


def test_one_side_answers_slowly_and_the_other_at_once(case: Scenario) -> None:
    assert [party.line for party in case.agenda.parties] == [Line.TELEGRAM, Line.CORRIDOR]


def test_everything_says_that_it_is_invented(case: Scenario) -> None:
    said = [one.attribution.basis for issue in case.agenda.issues for one in issue.options]
    said += [passage.attribution.basis for claim in case.claims for passage in claim.passages]

    assert case.agenda.summary.startswith("Invented:")
    assert len(said) > 35
    assert set(said) == {Basis.INVENTED}


def test_the_surveyors_report_serves_on_the_second_evening_only(case: Scenario) -> None:
    (report,) = [p for claim in case.claims for p in claim.passages if p.id == "surveyors-figures"]

    first, second = (meeting.date for meeting in case.agenda.meetings)
    assert (report.known("lindmouth", first), report.known("lindmouth", second)) == (False, True)
