"""A scenario that is a part of another: what it keeps of the whole."""

from __future__ import annotations

import pytest

from game.authoring.loader import load, scenario_ids


@pytest.mark.parametrize("scenario", scenario_ids())
def test_claims_bear_on_nothing_that_is_not_on_the_agenda(scenario: str) -> None:
    """One argument is of coal, the workshops and the bay at Dairen; to name the bay on 9 July stopped the program."""
    part = load(scenario)
    assert [(claim.id, issue) for claim in part.claims for issue in claim.issues if not part.agenda.has(issue)] == []


def test_claim_of_a_part_keeps_what_is_on_its_agenda() -> None:
    """Of the three issues of the argument only the workshops are on the agenda of 9 July."""
    claim = next(claim for claim in load("moscow-1945-07-09").claims if claim.id == "e24-as-it-was-formerly")
    assert claim.issues == ("railway-enterprises",)
