"""The lines of a concession graph as plain values and in sentences: each beside history, and all of them together."""

from __future__ import annotations

from typing import Any

from game.engine.scenario import Agenda
from game.graph.concessions import ConcessionGraph, Line
from game.graph.divergence import Departure, Difference, Divergence, Order, diverge, settled
from game.graph.export import in_words, table_counts
from game.graph.legs import CHANCE, Leg
from game.graph.positions import agreed, name

HISTORY = "history"
"""The name of the line the others are compared with."""
MOST_NAMED = 6
"""Issues, returns and tables named in a sentence; the plain values have all of them."""
DID = {
    "propose": "made a proposal",
    "accept": "accepted",
    "reject": "refused",
    "hold": "held to its position",
    "argue": "argued",
    "cite": "cited the minutes",
    "ask": "asked a question",
    "answer": "answered",
    "reserve": "reserved its position",
    "withdraw": "took an offer back",
    "consult": "asked for instructions",
    "yield": "left the floor",
    "adjourn": "proposed to rise",
    "walk-out": "walked out",
    "occur": "events moved the table",
    "carry over": "the table was carried over from the sitting before",
}
"""What was done, by verb, after the name of a side; the last two stand alone."""


def report(graph: ConcessionGraph) -> dict[str, Any]:
    """All the lines of a graph: each by itself, and beside history where there is such a line."""
    return {
        "version": 1,
        "scenario": graph.agenda.id,
        "tables": len(graph.tables),
        "ways": len(graph.ways),
        "lines": [line_report(graph, line) for line in graph.lines],
        "most_visited": _most_visited(graph),
    }


def line_report(graph: ConcessionGraph, line: str) -> dict[str, Any]:
    """A line as plain values: classes of step, when issues were settled, and, beside history, where it differs."""
    one = graph.lines[line]
    found = {
        "line": line,
        "kind": one.kind.value,
        "steps": len(one.legs),
        "tables": len(set(one.tables)),
        "agreed": len(agreed(graph.agenda, one.tables[-1])),
        "classes": {
            party: {kind.value: n for kind, n in sorted(counts.items())} for party, counts in graph.tally(line).items()
        },
        "settled": settled(graph, one),
        "beside_history": None,
    }
    if HISTORY in graph.lines and line != HISTORY:
        found["beside_history"] = _beside(graph, one, diverge(graph, line, HISTORY))
    return found


def _beside(graph: ConcessionGraph, one: Line, found: Divergence) -> dict[str, Any]:
    theirs = set(graph.lines[HISTORY].tables)
    return {
        "departure": found.departure and _departure(found.departure),
        "returns": [{"ply": back.ply, "their_ply": back.theirs} for back in found.returns],
        "tables_shared": len(set(one.tables) & theirs),
        "distance": found.distance,
        "differences": [_difference(difference) for difference in found.differences],
        "order": _order(found.order),
    }


def _departure(found: Departure) -> dict[str, Any]:
    return {"ply": found.ply, **_step(found.step), "instead": found.instead and _step(found.instead)}


def _step(leg: Leg) -> dict[str, Any]:
    return {"mover": leg.mover, "verb": leg.verb, "class": leg.kind.value, "issues": list(leg.issues)}


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "issue": one.here.issue,
        "here": list(one.here.options),
        "there": list(one.there.options),
        "status_here": one.here.status.value,
        "status_there": one.there.status.value,
        "steps": one.steps,
    }


def _order(found: Order) -> dict[str, Any]:
    return {
        "issues": list(found.issues),
        "concordant": found.concordant,
        "discordant": found.discordant,
        "tied": found.tied,
        "tau": found.tau,
    }


def _most_visited(graph: ConcessionGraph) -> list[dict[str, Any]]:
    """The tables that most steps led to, those that most kinds of line passed first."""
    ranked = sorted(graph.tables.items(), key=lambda one: (-len(one[1]), -sum(one[1].values()), one[0]))
    return [
        {"table": name(table), "visits": dict(visits), **table_counts(table), "stands": in_words(graph.agenda, table)}
        for table, visits in ranked[:MOST_NAMED]
    ]


def text(agenda: Agenda, found: dict[str, Any]) -> str:
    """The report as paragraphs."""
    several = len(found["lines"]) > 1
    parts = [
        f"{agenda.title}: {_counted(len(found['lines']), 'line')} of play, through "
        f"{_counted(found['tables'], 'table')} by {_counted(found['ways'], 'different step')}.",
        *(line_text(agenda, line) for line in found["lines"]),
        _visits_text(found["most_visited"]) if several else "",
    ]
    return "\n\n".join(part for part in parts if part)


def line_text(agenda: Agenda, found: dict[str, Any]) -> str:
    """A line in sentences: its steps, where it left history, where it came back, how far it ended, in which order."""
    kind = "" if found["line"].startswith(found["kind"]) else f" ({found['kind']})"
    told = [
        f"{found['line'][:1].upper()}{found['line'][1:]}{kind}: {_counted(found['steps'], 'step')} through "
        f"{_counted(found['tables'], 'table')}; {_counted(found['agreed'], 'issue')} agreed at the end."
    ]
    told += [_classes_text(agenda, party, counts) for party, counts in found["classes"].items()]
    told.append(_settled_text(agenda, found["settled"]))
    beside = found["beside_history"]
    if beside is not None:
        told += [*_departure_text(agenda, beside), *_distance_text(agenda, beside), _order_text(beside["order"])]
    return " ".join(one for one in told if one)


def _classes_text(agenda: Agenda, party: str, counts: dict[str, int]) -> str:
    listed = ", ".join(f"{kind} {number}" for kind, number in sorted(counts.items(), key=lambda one: (-one[1], one[0])))
    return f"Steps of {agenda.party(party).side}: {listed or 'none'}."


def _settled_text(agenda: Agenda, plies: dict[str, int]) -> str:
    if not plies:
        return ""
    ordered = sorted(plies, key=lambda issue: (plies[issue], issue))
    return (
        "Settled in this order: "
        + ", ".join(f"{agenda.issue(issue).code} (ply {plies[issue]})" for issue in ordered)
        + "."
    )


def _departure_text(agenda: Agenda, beside: dict[str, Any]) -> list[str]:
    departure = beside["departure"]
    if departure is None:
        return ["It never left history's tables."]
    instead = departure["instead"]
    told = [f"It left history at ply {departure['ply']}, when {_step_text(agenda, departure)}."]
    told.append(f"In the record {_step_text(agenda, instead)}." if instead else "The record ends there.")
    plies = [f"at ply {one['ply']} (history's ply {one['their_ply']})" for one in beside["returns"]]
    if not plies:
        return [*told, "It never came back to one of history's tables."]
    more = f", and {len(plies) - MOST_NAMED} times more" if len(plies) > MOST_NAMED else ""
    return [*told, f"It came back to one of history's tables {', '.join(plies[:MOST_NAMED])}{more}."]


def _step_text(agenda: Agenda, step: dict[str, Any]) -> str:
    """A step in the middle of a sentence: who did what, and on which issues."""
    on = f" on {_named(agenda, step['issues'])}" if step["issues"] else ""
    if step["mover"] == CHANCE:
        return f"{DID[step['verb']]}{on}"
    return f"{agenda.party(step['mover']).side} {DID[step['verb']]}{on}"


def _distance_text(agenda: Agenda, beside: dict[str, Any]) -> list[str]:
    differences = beside["differences"]
    if not differences:
        return ["It ended at history's last table."]
    steps = sum(one["steps"] for one in differences)
    stand = "stands" if len(differences) == 1 else "stand"
    issues = [one["issue"] for one in sorted(differences, key=lambda one: -one["steps"])]
    return [
        f"At the end {_counted(len(differences), 'issue')} {stand} otherwise than history left them, "
        f"{_counted(steps, 'option')} apart in all: {_named(agenda, issues)}."
    ]


def _order_text(order: dict[str, Any]) -> str:
    if len(order["issues"]) < 2:
        return "Fewer than two issues were settled in both, so the order of settlement can't be compared."
    pairs = (
        f"of the pairs of the {len(order['issues'])} issues settled in both, {order['concordant']} came in the same "
        f"order, {order['discordant']} the other way round and {order['tied']} together"
    )
    if order["tau"] is None:
        return f"Order of settlement: {pairs}."
    return f"Order of settlement: {pairs}; Kendall's tau is {order['tau']:+.2f}."


def _visits_text(tables: list[dict[str, Any]]) -> str:
    told = [
        f"  {one['table']} ({one['label']})  " + ", ".join(f"{kind} {n}" for kind, n in one["visits"].items())
        for one in tables
        if sum(one["visits"].values()) > 1
    ]
    return (
        "\n".join(["The tables passed by most kinds of line and most often, with the times they were:", *told])
        if told
        else ""
    )


def _named(agenda: Agenda, issues: list[str]) -> str:
    """Issues by heading and code, the first few of them."""
    named = [f"{agenda.issue(issue).heading} ({agenda.issue(issue).code})" for issue in issues[:MOST_NAMED]]
    more = len(issues) - len(named)
    return "; ".join([*named, f"and {more} more"] if more else named)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
