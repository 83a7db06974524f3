"""Where a party stood when it first spoke to an issue, as its offers and the ledger tell."""

from __future__ import annotations

from collections.abc import Mapping

from game.delegates.recall import Said, followed
from game.engine.ledger import Deed
from game.engine.moves import Terms
from game.engine.view import View

Positions = Mapping[str, str | None]
"""Options by issue; None where the party had not stood anywhere."""


def first_positions(view: View) -> Positions:
    """Where this party stood when it first spoke to an issue: before its first offer on it, or what it held to."""
    offered, held = _first(view)
    return {**held, **offered} if held else offered


NOTHING: tuple[Positions, Positions] = ({}, {})


@followed(NOTHING)
def _first(known: tuple[Positions, Positions], said: Said) -> tuple[Positions, Positions]:
    """Before its first offers that can be taken issue by issue, and when it first held to something."""
    offers = [one for one in said.offers if one.by == said.party and one.terms is Terms.SEVERABLE]
    lines = [one for one in said.lines if one.by == said.party and one.deed is Deed.HELD]
    if not offers and not lines:
        return known
    offered, held = dict(known[0]), dict(known[1])
    for offer in offers:
        for issue in offer.package.issues:
            offered.setdefault(issue, offer.before.get(issue))
    for line in lines:
        held.setdefault(line.issue, line.option)
    return offered, held
