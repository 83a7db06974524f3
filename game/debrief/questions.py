"""Three questions made from the player's own moves, chosen from all that can be asked; see ``asking``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.asking import candidates
from game.debrief.beginnings import Question

if TYPE_CHECKING:
    from game.debrief.findings import Findings

MOST = 3


def questions(found: Findings) -> tuple[Question, ...]:
    """At most three questions, the weightiest first; two of a kind, or on one issue, only for want of others."""
    asked = tuple(candidates(found))
    chosen: list[Question] = []
    for alike in (_of_a_kind, _on_one_issue, _with_one_passage):
        for one in asked:
            if len(chosen) < MOST and not any(alike(one, other) for other in chosen):
                chosen.append(one)
    return tuple(chosen)


def _of_a_kind(one: Question, other: Question) -> bool:
    return one.kind == other.kind or _on_one_issue(one, other)


def _on_one_issue(one: Question, other: Question) -> bool:
    return one.issue == other.issue != "" or _with_one_passage(one, other)


def _with_one_passage(one: Question, other: Question) -> bool:
    return one.passage == other.passage
