"""A move weighed before it is said: how far instructions go, what it is worth, what the other side has refused."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.deeds import deed, issue_name, option_label
from game.engine.moves import Accept, Degree, Move, Propose, Responsibility
from game.engine.package import Package
from game.engine.state import Refusal
from game.engine.view import View
from game.plain.chair import Chair
from game.plain.papers import LATITUDE
from game.play.excess import added_risk, beyond
from game.play.refused import refused


def tried(chair: Chair, move: Move, remedy: str = "") -> list[str]:
    """What a move would do and whether it can be said now; nothing is said. ``remedy`` is added to a refusal."""
    refusal = chair.session.check(move)
    can = _why_not(refusal, remedy) if refusal else "It can be said so."
    return [f"Tried, not said. {deed(chair.agenda, move)}", *_weighed(chair, move), can]


def _why_not(refusal: Refusal, remedy: str) -> str:
    return f"Not possible so: {refusal.message} {refusal.remedy} {remedy}".rstrip()


def _weighed(chair: Chair, move: Move) -> Iterator[str]:
    if isinstance(move, Propose | Accept) and len(move.package):
        yield from _points(chair.view, move.package)
        yield from _refusals(chair, move)
        yield from _risk(chair.view, move)


def _points(view: View, package: Package) -> Iterator[str]:
    for issue, option in sorted(package, key=lambda one: view.agenda.place(one[0])):
        latitude = LATITUDE[view.latitude(issue, option)]
        name = f"{issue_name(view.agenda, issue)}, {option_label(view.agenda, issue, option)}"
        yield f"{name}: {latitude}, worth {view.points(issue, option)} to you{_now(view, issue)}."
    if len(package) > 1:
        yield f"Together worth {sum(view.points(issue, option) for issue, option in package)} to you."


def _now(view: View, issue: str) -> str:
    held = view.mine(issue)
    stand = f"{option_label(view.agenda, issue, held)}, worth {view.points(issue, held)}" if held else ""
    return f"; you stand on {stand}" if stand else ""


def _refusals(chair: Chair, move: Propose | Accept) -> Iterator[str]:
    if isinstance(move, Propose):
        against = refused(chair.session, chair.party)
        for issue, option in move.package:
            if (issue, option) in against:
                why = " ".join(against[issue, option])
                reason = f": {why}" if why else ", and gave no reason."
                yield f"They have refused this on {issue_name(chair.agenda, issue)}{reason}"


def _risk(view: View, move: Propose | Accept) -> Iterator[str]:
    """What it risks, where it goes beyond instructions; agreement in substance binds nobody yet."""
    found = () if isinstance(move, Accept) and move.degree is Degree.SUBSTANCE else beyond(view, move.package)
    if found:
        own = "On" if move.responsibility is Responsibility.OWN else "Said on"
        risk = view.risk + added_risk(view, found)
        yield f"{own} your own responsibility it risks repudiation by up to {risk} per cent, if it is agreed."
