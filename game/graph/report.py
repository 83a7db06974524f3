"""What the graph room has to say of one night's deadlock, as plain values and as text."""

from __future__ import annotations

from typing import Any

from game.engine.party import Latitude
from game.engine.state import State
from game.graph.closing import Closing, closing
from game.graph.holding import Hold, Standoff, final, standoff
from game.graph.narration import NOTHING_SAID, Names, hardened, names, told
from game.graph.stability import Concept


def night(state: State) -> dict[str, Any]:
    """Was the deadlock of a state stable, given the instructions of that night? Plain values, ready for JSON.

    ``closing`` is judged within what may be given that night (free and report), ``closing_if_granted`` as if all
    that may be asked for had been granted; ``holding`` asks whether hardening would have paid.
    """
    called = names(state)
    stands = standoff(state)
    return {
        "date": state.sitting.date,
        "closing": _closing(closing(state), called),
        "closing_if_granted": _closing(closing(state, Latitude.ASK), called),
        "parties": list(called.parties),
        "holding": [_holding(stands, called, stands.hold(side)) for side in (0, 1)],
        "irreversible": list(final(state)),
    }


def _closing(one: Closing, called: Names) -> dict[str, Any]:
    return {
        "apart": list(one.apart),
        "worths": {state: list(worths) for state, worths in zip(one.conflict.states, one.worths, strict=True)},
        "barred": [[list(pair) for pair in side] for side in one.barred],
        "stable": [concept.value for concept in Concept if one.stable(concept)],
        "orders": [_orders(one, side) for side in (0, 1)],
        "sentences": list(told(one, called)),
    }


def _orders(one: Closing, side: int) -> dict[str, Any] | None:
    """In how many strict orders of the four outcomes the deadlock would be Nash stable for a side."""
    found = one.orders(side, Concept.NASH)
    if found is None:
        return None
    below = [one.conflict.states[state] for state in found.below]
    return {"stable": found.stable, "tried": found.tried, "must_rank_below": below}


def _holding(stands: Standoff, called: Names, hold: Hold) -> dict[str, Any]:
    return {
        "improvements": len(hold.hardenings),
        "stable": [concept.value for concept in hold.concepts],
        "sentences": list(hardened(stands, called, hold)),
    }


def night_text(found: dict[str, Any]) -> str:
    """The night in paragraphs, to be read aloud."""
    closing, granted, parties = found["closing"], found["closing_if_granted"], found["parties"]
    parts = list(closing["sentences"])
    if closing["apart"]:
        parts = [
            f"Was the deadlock of {found['date']} stable, given the instructions of that meeting?",
            *parts,
            *(_orders_text(party, one) for party, one in zip(parties, closing["orders"], strict=True)),
            "Would it have been, had the principals granted all that may be asked of them?",
            *granted["sentences"][1:],
        ]
    if parts != [NOTHING_SAID]:
        parts.append("Would it have paid to harden? (By prospects: the worths of both stands to a side, added up.)")
        parts += [" ".join(side["sentences"]) for side in found["holding"]]
    return "\n\n".join(part for part in parts if part)


def _orders_text(party: str, orders: dict[str, Any] | None) -> str:
    if orders is None:
        return ""
    if orders["stable"] == orders["tried"]:
        return f"Whatever {party} preferred, it had no move: any order of the four outcomes keeps it where it is."
    below = " and ".join(f"“{state}”" for state in orders["must_rank_below"]) or "nothing in particular"
    named = party[:1].upper() + party[1:]
    return (
        f"{named} would hold under {orders['stable']} of the {orders['tried']} orders in which it "
        f"could put the four outcomes: those that rank below no agreement {below}."
    )
