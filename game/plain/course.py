"""The course of a game in words: table by table, one issue from both ends, and beside the record when it is over."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.demands import demands
from game.engine.issues import Issue
from game.plain.chair import Chair
from game.plain.help import exemplified
from game.play.walk import Levels, Stop, Walk

FURTHER = "“course D8” reads one issue; “what-if 5” leaves the game after move 5."
IN_PLAY = "The record's own course is read beside it when the game is over."


def course(chair: Chair, walk: Walk) -> list[str]:
    """Every move that changed the table, a line each, by its number in the record of the game."""
    if not walk.stops:
        return ["No position has moved yet."]
    lines = [f"The course of the game: {_count(len(walk.stops))} that changed the table."]
    lines += [
        f"Move {stop.ply}{_whose(chair, stop)}: {_told(stop)}{_codes(chair, stop)}{_beside(stop)}"
        for stop in walk.stops
    ]
    figure = demands(chair.view, walk)
    worth = [f"By your own points: {figure.told[:1].lower()}{figure.told[1:]}"] if figure else []
    return [*lines, *worth, *(walk.compared or (IN_PLAY,)), exemplified(FURTHER, chair.agenda)]


def _count(moves: int) -> str:
    return "one move" if moves == 1 else f"{moves} moves"


def _whose(chair: Chair, stop: Stop) -> str:
    """Whose move it was; nothing for one of chance."""
    if stop.mover not in {party.id for party in chair.agenda.parties}:
        return ""
    return ", yours" if stop.mover == chair.party else ", theirs"


def _told(stop: Stop) -> str:
    return stop.words if stop.words.endswith((".", "!", "?", "”")) else f"{stop.words}."


def _codes(chair: Chair, stop: Stop) -> str:
    return f" ({', '.join(chair.agenda.issue(issue).code for issue in stop.issues)})"


def _beside(stop: Stop) -> str:
    kind = f" A {stop.kind} step." if stop.kind else ""
    return f"{kind}{' The record comes to the same table.' if stop.recorded else ''}"


def course_of(chair: Chair, walk: Walk, issue: Issue) -> list[str]:
    """One issue: where both sides stood, a line for each move that changed it; at the end, where the record ended."""
    place = chair.agenda.place(issue.id)
    lines = [f"{issue.code} {issue.heading}.", *_changes(chair, walk, issue, place)]
    if walk.record is not None:
        lines.append(f"When the record ends: {_standing(chair, issue, walk.record[place])}.")
    return lines


def _changes(chair: Chair, walk: Walk, issue: Issue, place: int) -> Iterator[str]:
    before: Levels = (0, 0)
    for stop in walk.stops:
        if stop.levels[place] != before:
            before = stop.levels[place]
            yield f"After move {stop.ply}: {_standing(chair, issue, before)}."
    if before == (0, 0):
        yield "No position on it has moved."


def _standing(chair: Chair, issue: Issue, levels: Levels) -> str:
    parts = zip((party.name for party in chair.agenda.parties), levels, strict=True)
    return "; ".join(f"{name}, {_option(issue, level)}" for name, level in parts)


def _option(issue: Issue, level: int) -> str:
    found = next((option for option in issue.options if option.level == level), None)
    return f"{level} {found.label}" if found else "no position"
