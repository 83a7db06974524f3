"""The verdicts of the graph model in sentences a student can read: who could have moved, and what would have answered.

Every sentence names the move and the counter-move. Points are the author's reading aid and are given as such.
"""

from __future__ import annotations

from game.engine.scenario import Agenda
from game.engine.state import State
from game.graph.closing import FIRST_YIELDS, HALFWAY, HOLD, SECOND_YIELDS, Closing
from game.graph.holding import Change, Hardening, Hold, Standoff
from game.graph.stability import Concept
from game.slim import dataclass

MOST_NAMED = 4
NOTHING_SAID = "Nobody has spoken to the issues yet, so there is no deadlock to judge."


@dataclass(frozen=True, slots=True)
class Names:
    """Who speaks for each party at that meeting, and what the sides are called in a sentence, in the agenda's order."""

    chairs: tuple[str, str]
    parties: tuple[str, str]


def names(state: State) -> Names:
    """The names of a state's sitting."""
    first, second = state.scenario.agenda.parties
    sitting = state.sitting
    return Names((sitting.chair(first.id), sitting.chair(second.id)), (first.side, second.side))


def told(closing: Closing, called: Names) -> tuple[str, ...]:
    """The deadlock in sentences: what each side could have done to close, and what that says."""
    if not closing.apart:
        return (
            NOTHING_SAID if closing.untouched else "Nothing is in dispute: the sides stand at the same settlement.",
        )
    none = closing.worths[HOLD]
    opening = (
        f"The sides are apart on {_count(closing.apart)}: {_listed(closing.agenda, closing.apart)}. "
        f"No agreement is worth {none[0]} to {called.parties[0]} and {none[1]} to {called.parties[1]}, "
        "each on its own scale."
    )
    yielding = (_yielding(closing, called, side) for side in (0, 1))
    return (opening, *yielding, _halfway(closing, called), verdict(closing))


def _count(issues: tuple[str, ...]) -> str:
    return f"{len(issues)} issue{'' if len(issues) == 1 else 's'}"


def _yielding(closing: Closing, called: Names, side: int) -> str:
    """What giving way to the other's stand would have meant for one side."""
    chair, party, other = called.chairs[side], called.parties[side], called.chairs[1 - side]
    state = (FIRST_YIELDS, SECOND_YIELDS)[side]
    worth, none = closing.worths[state][side], closing.worths[HOLD][side]
    if closing.barred[side]:
        issues = tuple(issue for issue, _ in closing.barred[side])
        return (
            f"{chair} was not free to accept what {other} held: the instructions did not reach that far on "
            f"{_listed(closing.agenda, issues)}."
        )
    if state in closing.contradicted:
        return f"{chair} could not have accepted what {other} held: its clauses contradict one another."
    if worth <= none:
        return f"{chair} could have accepted what {other} held, but at {worth} to {party} it is no better than {none}."
    found = next((one for one in closing.verdict(side).answered if one.improvement != HALFWAY), None)
    gain = f"{chair} could profitably have accepted what {other} held ({worth} to {party} against {none})"
    if found is None or found.sanction is None:
        return f"{gain}, and nothing {other} could then do would have undone the gain."
    how = (
        "would then have gained by undoing it" if found.credible is not None else "could have undone it only at a loss"
    )
    return f"{gain}; {other} {how}."


def _halfway(closing: Closing, called: Names) -> str:
    """What meeting half-way would have been worth, and whether it was allowed."""
    if HALFWAY in closing.contradicted:
        return "Meeting half-way on each issue would have contradicted a linkage, so it could not have been signed."
    first, second = closing.worths[HALFWAY]
    worths = f"{first} to {called.parties[0]} and {second} to {called.parties[1]}"
    kept = [called.chairs[side] for side in (0, 1) if closing.halfway_barred[side]]
    better = first > closing.worths[HOLD][0] and second > closing.worths[HOLD][1]
    told = "more than no agreement for both" if better else "not more than no agreement for both"
    beyond = f", but beyond the instructions of {' and of '.join(kept)}" if kept else ""
    return f"Meeting half-way on each issue would have been worth {worths}: {told}{beyond}."


def verdict(closing: Closing) -> str:
    """What the four kinds of stability say of the deadlock."""
    stable = [concept.value for concept in Concept if closing.stable(concept)]
    if not stable:
        return "So the deadlock was not stable: a side would have gained by giving way, and nothing stood against it."
    named = ", ".join(stable)
    if Concept.NASH.value not in stable:
        return f"So the deadlock was stable only through what giving way would have been answered with ({named})."
    free = any(closing.conflict.moves[side][HOLD] for side in (0, 1))
    why = "neither side could gain by giving way alone" if free else "neither delegate was free to give way"
    return f"So the deadlock was stable in the strictest sense ({named}): {why}."


def hardened(standoff: Standoff, called: Names, hold: Hold) -> tuple[str, ...]:
    """For one side: what it would have gained by taking something back, and how the other would have answered."""
    chair, party = called.chairs[hold.side], called.parties[hold.side]
    if not hold.hardenings:
        return (f"{chair} could gain nothing by hardening: {party} stood as hard as paid.",)
    how_stable = ", ".join(concept.value for concept in hold.concepts) or "none of the four"
    first = _hardening(standoff, called, hold.side, hold.hardenings[0])
    return (first, f"For {party} the two stands are stable by {how_stable}.")


def _hardening(standoff: Standoff, called: Names, side: int, best: Hardening) -> str:
    chair, other = called.chairs[side], called.chairs[1 - side]
    back = _clause(standoff.agenda, best.change)
    gain = f"{chair} could profitably have hardened to {back} ({best.change.adds[side]:+d})"
    if best.answer is None:
        return f"{gain}, and {other} had nothing to take back that would have cost as much."
    answer = best.credible or best.answer
    verb = "would then have hardened" if best.credible else "could then have hardened, at a loss,"
    cost = f"{answer.adds[side]:+d} for {called.parties[side]}"
    return f"{gain}, but {other} {verb} to {_clause(standoff.agenda, answer)} ({cost})."


def _clause(agenda: Agenda, change: Change) -> str:
    issue = agenda.issue(change.issue)
    option = issue.option(change.after)
    label = option.label if option else change.after
    return f"“{label}” on {issue.heading} ({issue.code})"


def _listed(agenda: Agenda, issues: tuple[str, ...]) -> str:
    """Issues by heading and code, the first few of them."""
    named = [f"{agenda.issue(issue).heading} ({agenda.issue(issue).code})" for issue in issues[:MOST_NAMED]]
    more = len(issues) - len(named)
    if more:
        return f"{'; '.join(named)}; and {more} more"
    return "; ".join(named)
