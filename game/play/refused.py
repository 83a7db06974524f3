"""What the other side has refused at this table, option by option, and the reasons it gave."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.moves import Reject
from game.engine.state import Step
from game.play.motives import heard
from game.play.session import Session

Place = tuple[str, str]
"""An issue and one of its options, by id."""


def refused(session: Session, party: str) -> dict[Place, tuple[str, ...]]:
    """Every option the other side of ``party`` has refused and not accepted since, with its latest reasons, if any."""
    found: dict[Place, tuple[str, ...]] = {}
    for step in session.steps:
        move = step.move
        if isinstance(move, Reject) and move.by != party:
            told = heard(session.reasons, step, party)
            for issue, option in _what(step, move, party):
                found[issue, option] = tuple(one.because for one in told if one.issue in ("", issue))
    agreed = set(session.state.settled)
    return {place: why for place, why in found.items() if place not in agreed}


def _what(step: Step, move: Reject, party: str) -> Iterator[Place]:
    """The options a refusal is about: those of an offer, or the positions held on the issues it names."""
    if move.offer:
        yield from step.before.offers[move.offer - 1].package
        return
    agenda = step.before.scenario.agenda
    for issue in move.issues:
        held = step.before.table[agenda.place(issue)].positions[agenda.side(party)]
        if held is not None:
            yield issue, held
