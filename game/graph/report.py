"""What the graph room has to say of a scenario or a game, as plain values and as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.engine.party import Latitude
from game.engine.state import State
from game.graph.closing import Closing, closing
from game.graph.holding import Hold, Standoff, final, standoff
from game.graph.narration import Names, hardened, names, told
from game.graph.stability import Concept

if TYPE_CHECKING:  # a night needs no networkx, which takes a third of a second to import
    from game.graph.concessions import ConcessionGraph
    from game.graph.divergence import Divergence


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
        "holding": {called.parties[side]: _holding(stands, called, stands.hold(side)) for side in (0, 1)},
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
    parts = [
        f"Was the deadlock of {found['date']} stable?",
        " ".join(found["closing"]["sentences"]),
        *(
            _orders_text(party, orders)
            for party, orders in zip(found["holding"], found["closing"]["orders"], strict=True)
        ),
        "Had the principals granted all that could be asked of them: " + found["closing_if_granted"]["sentences"][-1],
        *(" ".join(side["sentences"]) for side in found["holding"].values()),
    ]
    return "\n\n".join(part for part in parts if part)


def _orders_text(party: str, orders: dict[str, Any] | None) -> str:
    if orders is None:
        return ""
    if orders["stable"] == orders["tried"]:
        return f"Whatever {party} preferred, it had no move: any order of the four outcomes keeps it where it is."
    below = " and ".join(f"“{state}”" for state in orders["must_rank_below"]) or "nothing in particular"
    return (
        f"{party} would hold under {orders['stable']} of the {orders['tried']} orders in which it could put the four "
        f"outcomes: those that rank below no agreement {below}."
    )


def line_report(graph: ConcessionGraph, line: str, found: Divergence) -> dict[str, Any]:
    """A line beside another, as plain values: move classes, departure, returns, distance and order of settlement."""
    departure = found.departure
    return {
        "line": line,
        "steps": len(graph.lines[line].legs),
        "classes": {
            party: {kind.value: n for kind, n in sorted(counts.items())} for party, counts in graph.tally(line).items()
        },
        "departure": None
        if departure is None
        else {
            "ply": departure.ply,
            "mover": departure.step.mover,
            "verb": departure.step.verb,
            "issues": list(departure.step.issues),
            "instead": None if departure.instead is None else f"{departure.instead.mover} {departure.instead.verb}",
        },
        "returns": [{"ply": one.ply, "their_ply": one.theirs} for one in found.returns],
        "distance": found.distance,
        "differences": [
            {
                "issue": one.here.issue,
                "here": list(one.here.options),
                "there": list(one.there.options),
                "steps": one.steps,
            }
            for one in found.differences
        ],
        "order": {
            "issues": list(found.order.issues),
            "concordant": found.order.concordant,
            "discordant": found.order.discordant,
            "tied": found.order.tied,
            "tau": found.order.tau,
        },
    }


def line_text(found: dict[str, Any]) -> str:
    """A line beside history in sentences: where it left, where it came back, how far it ended, in which order."""
    departure = found["departure"]
    told = ["The line never left history's tables."]
    if departure is not None:
        instead = departure["instead"] or "nothing more"
        issues = ", ".join(departure["issues"]) or "no issue"
        told = [f"It left history at ply {departure['ply']}: {departure['mover']} {departure['verb']} ({issues})."]
        told.append(f"History has there: {instead}.")
    for one in found["returns"]:
        told.append(f"At ply {one['ply']} it was back at history's table of ply {one['their_ply']}.")
    told.append(f"At the end {found['distance']} issues stand differently.")
    order = found["order"]
    if order["tau"] is not None:
        pairs = (
            f"{order['concordant']} pairs in the same order, {order['discordant']} the other way, {order['tied']} tied"
        )
        told.append(f"Order of settlement against history's: Kendall's tau {order['tau']:.2f} ({pairs}).")
    return " ".join(told)
