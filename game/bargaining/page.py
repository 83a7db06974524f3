"""An analysis as a page of text that an instructor can read aloud."""

from __future__ import annotations

from textwrap import fill
from typing import Any

from game.bargaining.placing import headings
from game.engine.party import Latitude
from game.engine.scenario import Agenda

WIDTH = 100
MOST_CITED = 3
"""Passages named behind an exchange; the plain values have all of them."""


def page(agenda: Agenda, found: dict[str, Any]) -> str:
    """An analysis as a page of text, 100 columns wide."""
    names = [party.side for party in agenda.parties]
    parts = [
        f"{agenda.title}: what could be settled, {found['date']}",
        _opening(found),
        _zone_text(found, names),
        *(_mandate_text(agenda, one, names) for one in found["mandates"]),
        _rules_text(found, [party.name for party in agenda.parties]),
        *(_placed_text(name, one, names) for name, one in found["placed"].items()),
        _caution(found),
    ]
    return (
        "\n\n".join(
            part if part.startswith("  ") else fill(part, WIDTH, break_on_hyphens=False) for part in parts if part
        )
        + "\n"
    )


def _opening(found: dict[str, Any]) -> str:
    space, packages = found["space"], found["packages"]
    agreed = "1 is" if space["agreed"] == 1 else f"{space['agreed']} are"
    text = f"{space['issues']} issues with {space['options']} options; {agreed} agreed."
    if packages["all"] is not None:
        text += f" What is left can be settled in {_large(packages['all'])} ways"
        if packages["acceptable"] is not None and packages["all"]:
            share = _percent(packages["acceptable"], packages["all"])
            text += f", of which {share} are worth at least no agreement to both"
        text += "."
    exact = "The answers below are exact."
    if found["frontier"]["slack"]:
        exact = (
            f"The linkages are too many to settle together: the frontier is within {found['frontier']['slack']} points."
        )
    pairs = "1 pair" if space["linked_pairs"] == 1 else f"{space['linked_pairs']} pairs"
    return f"{text} Linkages tie {pairs} of issues (width {space['width']}). {exact}"


def _zone_text(found: dict[str, Any], names: list[str]) -> str:
    edge = found["frontier"]
    if not edge["points"]:
        return "No settlement keeps to all linkages."
    low, high = edge["points"][0], edge["points"][-1]
    ends = f"from {low[0]} to {names[0]} and {low[1]} to {names[1]}, to {high[0]} and {high[1]}"
    text = f"The frontier has {len(edge['points'])} points, {ends}."
    if not edge["zone"]:
        return f"{text} None is worth at least no agreement to both: there is no bargaining zone."
    none = f"{found['reservations'][0]} to {names[0]}, {found['reservations'][1]} to {names[1]}"
    of_them = "1 of them is" if edge["zone"] == 1 else f"{edge['zone']} of them are"
    zone = f"{of_them} worth at least no agreement ({none}) to both: that is the bargaining zone."
    robust = found["robust"].get("zone")
    return f"{text} {zone} It exists {_held(robust)}." if robust else f"{text} {zone}"


def _mandate_text(agenda: Agenda, one: dict[str, Any], names: list[str]) -> str:
    said = one["meaning"]
    start = f"Within {said}" if one["within"] != Latitude.FORBIDDEN.value else "With red lines left aside"
    if one["blocked"]:
        listed = "; ".join(headings(agenda, tuple(one["blocked"])))
        return f"{start}, nothing can be settled: no option lies within both sides' instructions on {listed}."
    if not one["points"]:
        return f"{start}, nothing can be settled: what is left contradicts the linkages."
    if not one["zone"]:
        return f"{start}, settlements exist, but none is worth at least no agreement to both."
    best = f"{names[0]} could have up to {one['ideal'][0]}, {names[1]} up to {one['ideal'][1]}"
    points = "one undominated point" if one["zone"] == 1 else f"{one['zone']} undominated points"
    return f"{start}, there is a zone of {points}; {best}."


def _rules_text(found: dict[str, Any], names: list[str]) -> str:
    rules = found["frontier"]["rules"]
    if not rules:
        return ""
    lines = [f"  {'Rule':<20}{names[0]:>16}{names[1]:>16}   share of ideal gain"]
    for one in rules:
        first, second = one["points"][0]
        more = f"   (one of {len(one['points'])})" if len(one["points"]) > 1 else ""
        lines.append(
            f"  {one['rule']:<20}{first:>16}{second:>16}   {one['shares'][0]} % and {one['shares'][1]} %{more}"
        )
    return "\n".join(lines)


def _placed_text(name: str, one: dict[str, Any], names: list[str]) -> str:
    """Where one package lies, in sentences."""
    worths = [_worth(one["worth_least"][side], one["worth_most"][side]) for side in (0, 1)]
    settles = "1 issue" if one["settles"] == 1 else f"{one['settles']} issues"
    named = name[:1].upper() + name[1:]
    told = [f"{named} settles {settles}: worth {worths[0]} to {names[0]}, {worths[1]} to {names[1]}."]
    if not one["stands"]:
        return f"{told[0]} A linkage forbids it as it is."
    if one["acceptable"] is not None:
        told.append(f"It is {'' if one['acceptable'] else 'not '}worth at least no agreement to both.")
    told += _refused_text(one, name, names)
    if one["shares"]:
        told.append(_shares_text(one, names))
        favoured = 0 if one["shares"][0] >= one["shares"][1] else 1
        told += _favours_text(one, favoured, names[favoured])
    return " ".join([*told, *_better_text(one)])


def _refused_text(one: dict[str, Any], name: str, names: list[str]) -> list[str]:
    """In how many weightings the side that did not hold it would rather have had no agreement."""
    share = one["robust"].get("refused")
    if share is None:
        return []
    other = names[1] if names[0] in name else names[0]
    start = "Going" if one["complete"] else "Whatever became of the rest, going"
    return [f"{start} without an agreement was better for {other} than signing it {_held(share)}."]


def _shares_text(one: dict[str, Any], names: list[str]) -> str:
    """The shares of both; a share below nothing is a loss against no agreement."""
    first, second = one["shares"]
    if first >= 0 and second >= 0:
        alone = "" if one["complete"] else ", judged by themselves"
        parts = f"{names[0]} {first} % and {names[1]} {second} %"
        return f"Of what could be gained on these issues{alone}, it brings {parts}."
    loser, other, share = (names[0], names[1], second) if first < 0 else (names[1], names[0], first)
    return (
        f"By it {loser} loses against no agreement; {other} gets {share} % of what it could gain where neither loses."
    )


def _favours_text(one: dict[str, Any], side: int, name: str) -> list[str]:
    shares = [share for key, share in one["robust"].items() if key.startswith("favours")]
    return [f"It favours {name} {_held(shares[side])}."] if shares else []


def _better_text(one: dict[str, Any]) -> list[str]:
    """Whether something is better for both, how surely, and what."""
    share = one["robust"].get("efficient")
    sure = f" It can't be bettered for both {_held(share)}." if share else ""
    if one["efficient"]:
        return [f"On the author's weights nothing is better for both.{sure}"]
    full = one["to_frontier"]
    clauses = "1 clause" if len(full["changes"]) == 1 else f"{len(full['changes'])} clauses"
    more = f"{full['gains'][0]:+d} and {full['gains'][1]:+d} by changing {clauses}"
    told = f"On the author's weights something is better for both: up to {more}.{sure}"
    swaps = " ".join(f"{swap['in_words']}{_sources(swap['citations'])}" for swap in one["swaps"][:2])
    return [told, f"For example: {swaps}"] if swaps else [told]


def _sources(citations: list[dict[str, Any]]) -> str:
    """The first passages behind an exchange, in brackets."""
    named = [
        f"{one['source']}, line {one['line']}" if one["line"] else one["source"] or one["url"] for one in citations
    ]
    listed = list(dict.fromkeys(named))
    more = f"; and {len(listed) - MOST_CITED} more" if len(listed) > MOST_CITED else ""
    return f" [{'; '.join(listed[:MOST_CITED])}{more}]" if listed else ""


def _held(share: dict[str, Any]) -> str:
    """A share of weightings with its interval, in per cent."""
    part, low, high = (round(100 * share[key]) for key in ("share", "low", "high"))
    return f"in {part} % of {share['draws']} weightings (95 % interval {low} to {high})"


def _caution(found: dict[str, Any]) -> str:
    draws = found["weightings"]
    weightings = f"Weightings: {draws['draws']} drawn from seed {draws['seed']} among those that keep the order of each"
    return (
        "Points are a reading aid an author made; each side has its own scale, and the two are never added up except "
        "by the rules that say so (egalitarian, welfare). Kalai–Smorodinsky is here the largest equal share of the "
        f"ideal gains. {weightings} side's options and of its issues."
    )


def _worth(least: int, most: int) -> str:
    return str(least) if least == most else f"{least} to {most}"


def _large(number: int) -> str:
    """A whole number, or its leading digits and power of ten when it is long.

    >>> _large(12_345), _large(7_173_348_321_868_470_701)
    ('12,345', '7.2 × 10^18')
    """
    if number < 10**9:
        return f"{number:,}"
    power = len(str(number)) - 1
    return f"{round(number / 10 ** (power - 1)) / 10} × 10^{power}"


def _percent(part: int, whole: int) -> str:
    share = 100 * part / whole
    return f"{share:.0f} %" if share >= 1 or not part else "less than 1 %"
