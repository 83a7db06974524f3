"""The argument cards: what bears a claim out, and what only repeats it."""

from __future__ import annotations

import pytest

from game.authoring.loader import load
from game.engine.evidence import Claim, Strength

CLAIMS = load("moscow-1945").claims


def repeated(claim: Claim) -> list[str]:
    """The ids of the quoted passages that hold the words of the claim as it was made, or are part of them."""
    said = claim.words.quote if claim.words else ""
    source = claim.words.source if claim.words else ""
    return [
        passage.id
        for passage in claim.passages
        for quoted in passage.attribution.citations
        if quoted.quote and quoted.source == source and (quoted.quote in said or said in quoted.quote)
    ]


def test_there_are_the_dossiers_cards() -> None:
    # history.md, section 5: cards E01 to E39.
    assert sorted(claim.card for claim in CLAIMS) == [f"E{number:02}" for number in range(1, 40)]


def test_some_claims_are_quoted_among_their_own_passages() -> None:
    assert sum(len(repeated(claim)) for claim in CLAIMS) >= 15


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_no_claim_proves_itself(claim: Claim) -> None:
    strong = {passage.id for passage in claim.passages if passage.strength is Strength.STRONG}
    assert strong, "a claim that nothing bears out can't be used"
    assert not strong & set(repeated(claim))
