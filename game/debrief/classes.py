"""A class's games in one report: what each did, the scatter against the frontier, and where each lies in its role."""

from __future__ import annotations

from collections.abc import Sequence

from game.bargaining.frontier import Frontier
from game.debrief.gradebook import Line
from game.debrief.page import Block, Curve, Figure, Grid, Items, Mark, Say, Section
from game.debrief.sections.voice import counted, joined
from game.engine.scenario import Agenda

ENDINGS = {
    "agreement": ("agreement",),
    "adjourned": ("adjournment",),
    "breakdown": ("breakdown",),
    "repudiated": ("agreement repudiated", "agreements repudiated"),
    "not over": ("game not over", "games not over"),
}
LABELLED = 12
"""Games that are numbered in the picture; more would hide it."""


def report(agenda: Agenda, lines: Sequence[Line], edge: Frontier) -> tuple[Section, ...]:
    """The report on the games of one scenario."""
    return (
        _overview(lines),
        _participation(lines),
        _outcomes(lines),
        _scatter(agenda, lines, edge),
        _roles(lines),
    )


def _overview(lines: Sequence[Line]) -> Section:
    endings = [one.ending for one in lines]
    told = joined([counted(endings.count(kind), *nouns) for kind, nouns in ENDINGS.items() if kind in endings])
    gist = f"{counted(len(lines), 'game')}: {told}."
    texts = (
        "Participation, citations and reflection stand first and apart; a mark should rest on them.",
        "The outcome is for talking about. Nothing in this report is added up, and agreement by itself earns nothing.",
        "Points are a reading aid made by the scenario's author, each side's on its own scale.",
    )
    return Section("overview", "The class", gist, (Say(gist), Items("How to read it:", texts)))


def _participation(lines: Sequence[Line]) -> Section:
    heads = ("Game", "chair", "moves", "sittings", "messages home", "words", "passages", "strong", "missed")
    rows = tuple(
        (
            _named(number, one),
            one.chair,
            *map(str, (one.moves, one.sittings, one.messages, one.words, one.citations, one.strong, one.missed)),
        )
        for number, one in enumerate(lines, 1)
    )
    gist = "What each player did, and which documents each put forward."
    grid = Grid("Participation and citations", heads, rows)
    return Section("participation", "Participation and citations", gist, (Say(gist), grid))


def _named(number: int, one: Line) -> str:
    return f"{number}. {one.record}"


def _outcomes(lines: Sequence[Line]) -> Section:
    heads = ("Game", "chair", "ending", "agreed", "as then", "better", "worse", "red lines", "principal")
    rows = tuple(
        (
            _named(number, one),
            one.chair,
            one.ending,
            f"{one.agreed} of {one.issues}",
            *map(str, (one.as_in_record, one.better, one.worse, one.red_lines)),
            one.principal,
        )
        for number, one in enumerate(lines, 1)
    )
    gist = (
        "How each game ended beside the record of the day it reached; better and worse are by the order of the "
        "options, for the player's own side, and depend on no number."
    )
    return Section("outcomes", "Outcomes", gist, (Say(gist), Grid("Outcomes", heads, rows)))


def _scatter(agenda: Agenda, lines: Sequence[Line], edge: Frontier) -> Section:
    first, second = (party.adjective for party in agenda.parties)
    frontier = tuple((float(a), float(b)) for a, b in edge.points)
    curves = [Curve(frontier, "the best both could sign", "plain")] if frontier else []
    numbered = len(lines) <= LABELLED
    marks: list[Mark] = []
    for one in lines:
        label = one.record if numbered else ""
        if one.signed:
            marks.append(Mark(*_point(one.stands[0]), label, "game"))
        else:
            curves.append(Curve((_point(one.stands[0]), _point(one.stands[1])), "", "open"))
            marks += [Mark(*_point(one.stands[0]), label, "open"), Mark(*_point(one.stands[1]), "", "open")]
    then = max(((one.date, one.then) for one in lines if one.then is not None), default=("", None))[1]
    if then is not None:
        curves.append(
            Curve((_point(then[0]), _point(then[1])), "what still lay between the sides in the record", "history")
        )
        marks += [Mark(*_point(then[0]), "", "history"), Mark(*_point(then[1]), "", "history")]
    low = edge.space.reservations
    curves.append(Curve(((float(low[0]), 0.0), (float(low[0]), 1000.0)), "no agreement, to either side", "limit"))
    curves.append(Curve(((0.0, float(low[1])), (1000.0, float(low[1]))), "", "limit"))
    gist = _scatter_gist(lines)
    figure = Figure(
        "Every game against the frontier",
        f"{gist} A full dot is a settlement both stood on; two open dots joined by a line are the two stands of a game "
        "that left something open, each as if it had been signed; squares are the record.",
        f"worth to the {first} side, of 1000",
        f"worth to the {second} side",
        tuple(curves),
        tuple(marks),
    )
    return Section("frontier", "Against the frontier", gist, (Say(gist), figure))


def _point(worths: tuple[int, int]) -> tuple[float, float]:
    return float(worths[0]), float(worths[1])


def _scatter_gist(lines: Sequence[Line]) -> str:
    signed = [one for one in lines if one.signed]
    text = f"{len(signed) or 'None'} of {counted(len(lines), 'game')} came to one settlement."
    left = sorted(one.unclaimed for one in lines if one.unclaimed is not None)
    if left:
        text += (
            f" On what was agreed, between {round(100 * left[0])} and {round(100 * left[-1])} per cent of what there "
            "was to gain was left to both."
        )
    return text


def percentile(own: float, all_: Sequence[float]) -> int | None:
    """The share of the others, in per cent, that lie below; a tie counts half. None where there is nobody else.

    >>> percentile(3, [1, 2, 3, 4]), percentile(1, [1])
    (67, None)
    """
    others = len(all_) - 1
    if others < 1:
        return None
    below = sum(1 for one in all_ if one < own)
    same = sum(1 for one in all_ if one == own) - 1
    return round(100 * (below + same / 2) / others)


MEASURES = (
    ("moves", "moves"),
    ("words", "words"),
    ("strong", "strong passages"),
    ("better", "issues better than the record"),
    ("worth", "worth of what is agreed"),
)


def _roles(lines: Sequence[Line]) -> Section:
    """Percentiles among those in the same chair only: two chairs are never compared."""
    gist = "Each player among those who sat in the same chair: the share of the others that lie below, in per cent."
    blocks: list[Block] = [Say(gist)]
    for chair in sorted({one.chair for one in lines}):
        same = [(number, one) for number, one in enumerate(lines, 1) if one.chair == chair]
        if len(same) < 2:
            blocks.append(Say(f"Only one game was played as {chair}, so there is nobody to be placed among."))
            continue
        rows = tuple(
            (_named(number, one), *(_place(one, field, [each for _, each in same]) for field, _ in MEASURES))
            for number, one in same
        )
        blocks.append(Grid(f"As {chair}", ("Game", *(words for _, words in MEASURES)), rows))
    return Section("roles", "Within each role", gist, tuple(blocks))


def _place(one: Line, field: str, same: Sequence[Line]) -> str:
    found = percentile(getattr(one, field), [getattr(each, field) for each in same])
    return "–" if found is None else str(found)
