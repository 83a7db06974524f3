"""The third panel: durability in sentences. The forms things stand in, what is open, and whether it would have held."""

from __future__ import annotations

from game.debrief.deeds import the_side
from game.debrief.findings import Findings
from game.debrief.page import Block, Items, Say, Section
from game.debrief.sections.voice import capital_letter, counted, in_weightings, joined, listed, option_named, whose
from game.engine.state import EndingKind
from game.graph.closing import FIRST_YIELDS, HALFWAY, HOLD, SECOND_YIELDS, Closing
from game.graph.holding import Change, Hardening
from game.graph.stability import Concept

YIELDS = (FIRST_YIELDS, SECOND_YIELDS)
SINCE = {EndingKind.AGREEMENT: "and ratified since", EndingKind.REPUDIATED: "which came to nothing"}
"""What became of what was agreed ad referendum, by how the negotiation ended."""


def section(found: Findings) -> Section:
    """How well the outcome would hold."""
    forms = Items("In what form things were left:", tuple(_forms(found)))
    blocks: list[Block] = [Say(gist(found)), forms]
    deadlock = found.durability.deadlock
    if deadlock is not None and deadlock.apart:
        blocks += [Say(text) for text in _closing(found, deadlock)]
        blocks += [Say(text) for text in _if_granted(found)]
    if deadlock is None:
        blocks += [Say(text) for text in _signed(found)]
    blocks += [Say(text) for side in (found.side, 1 - found.side) for text in _hardening(found, side)]
    blocks.append(Say(dependence(found)))
    return Section("durability", "Durability", gist(found), tuple(blocks))


def gist(found: Findings) -> str:
    """The verdict in one sentence."""
    deadlock = found.durability.deadlock
    if deadlock is None:
        return f"{_undone(found)}{_signed_gist(found)}"
    if not deadlock.apart:
        return "The two sides stood on the same settlement, but it was not agreed in full."
    if not _stable(deadlock):
        return "What was left open was not a stable deadlock: a side would have gained by giving way then and there."
    if any(deadlock.conflict.moves[side][HOLD] for side in (0, 1)):
        return "What was left open was a stable deadlock: neither side would have gained by giving way."
    return "What was left open was a deadlock of instructions: neither delegate was free to give way."


def _stable(deadlock: Closing) -> bool:
    return deadlock.stable(Concept.NASH)


def _undone(found: Findings) -> str:
    """That it was repudiated, as the beginning of what is said of it; empty when it was not."""
    if found.ending is None or found.ending.kind is not EndingKind.REPUDIATED:
        return ""
    return f"It did not hold: {found.state.scenario.agenda.party(found.ending.by).principal} repudiated it. "


def _signed_gist(found: Findings) -> str:
    mine = found.worth.agreed - found.worth.reservation
    theirs = found.theirs_worth.agreed - found.theirs_worth.reservation
    if mine >= 0 and theirs >= 0:
        return "Everything that a settlement needs is agreed, and both sides prefer it to no agreement."
    loser = "your side" if mine < 0 else "the other side"
    return f"Everything that a settlement needs is agreed, but {loser} would be better off without it."


def _forms(found: Findings) -> list[str]:
    forms = found.durability.forms
    kind = found.ending.kind if found.ending else None
    principals = SINCE.get(kind, "so still subject to the principals") if kind else "so subject to the principals"
    rows = (
        (forms.final, "settled finally"),
        (forms.ad_referendum, f"agreed ad referendum, {principals}"),
        (forms.before, "agreed before you sat down"),
        (forms.in_substance, "agreed in substance, the wording open"),
        (forms.deferred, "left to experts"),
        (forms.apart, "open, both sides having spoken"),
        (forms.unanswered, "raised by one side and never answered"),
        (forms.silent, "not spoken to at all"),
    )
    agenda = found.state.scenario.agenda
    return [f"{len(issues)} {words}: {listed(agenda, issues)}." for issues, words in rows if issues]


def _closing(found: Findings, deadlock: Closing) -> list[str]:
    """What giving way would have meant for either side, and what it says."""
    return [
        f"The two sides stood apart on {counted(len(deadlock.apart), 'issue')} to the end.",
        *(_yielding(found, deadlock, side) for side in (found.side, 1 - found.side)),
        _halfway(found, deadlock),
    ]


def _yielding(found: Findings, deadlock: Closing, side: int) -> str:
    agenda = found.state.scenario.agenda
    who, other = (whose(found, agenda.parties[one].id) for one in (side, 1 - side))
    own = "your" if side == found.side else "its"
    if deadlock.barred[side]:
        on = listed(agenda, [issue for issue, _ in deadlock.barred[side]], 3)
        return capital_letter(
            f"{who} could not have closed on what {other} held: {own} instructions barred it on {on}."
        )
    if YIELDS[side] in deadlock.contradicted:
        return capital_letter(f"{who} could not have closed on what {other} held: it contradicts a linkage.")
    worth, none = deadlock.worths[YIELDS[side]][side], deadlock.worths[HOLD][side]
    more = "more than" if worth > none else "no more than"
    told = f"{who} could have closed at once on what {other} held; that was worth {worth} to {own} side, {more} the "
    return capital_letter(f"{told}{none} of no agreement.".replace("to its side", "to it"))


def _halfway(found: Findings, deadlock: Closing) -> str:
    if HALFWAY in deadlock.contradicted:
        return "Meeting half-way on each point would have contradicted a linkage of the agenda."
    worth, none = deadlock.worths[HALFWAY], deadlock.worths[HOLD]
    better = [worth[side] > none[side] for side in (0, 1)]
    kept = [
        whose(found, found.state.scenario.agenda.parties[side].id) for side in (0, 1) if deadlock.halfway_barred[side]
    ]
    bars = f", but it went beyond what {joined(kept)} might give" if kept else ""
    if all(better):
        return f"Meeting half-way on each point would have been better for both than no agreement{bars}."
    loser = "neither side" if not any(better) else "your side" if better[found.side] else "the other side"
    only = "only " if any(better) else ""
    return f"Meeting half-way on each point would have been better than no agreement for {only}{loser}{bars}."


def _if_granted(found: Findings) -> list[str]:
    """Whether it would still have held, had the principals said yes to all that may be asked of them."""
    granted = found.durability.if_granted
    if granted is None:
        return []
    start = "Had both principals granted all that may be asked of them, the deadlock would"
    if _stable(granted):
        return [f"{start} still have been stable: neither side would have gained by giving way."]
    answered = [concept.value for concept in Concept if granted.stable(concept)]
    if answered:
        return [
            f"{start} have held only through what giving way would have been answered with ({', '.join(answered)})."
        ]
    return [f"{start} have broken: a side would have gained by giving way, and nothing stood against it."]


def _signed(found: Findings) -> list[str]:
    worth, theirs = found.worth, found.theirs_worth
    return [
        f"It is worth {worth.agreed} to your side against {worth.reservation} without agreement, "
        f"and {theirs.agreed} to the other side against {theirs.reservation}."
    ]


def _hardening(found: Findings, side: int) -> list[str]:
    """What taking one thing back would bring a side, and how the other would answer."""
    best = found.durability.hardenings[side]
    agenda = found.state.scenario.agenda
    party, other = agenda.parties[side].id, agenda.parties[1 - side].id
    if best is None:
        return [f"{the_side(agenda, party)} had nothing it could profitably take back."]
    back = _back(found, best.change)
    when = "" if found.durability.deadlock else "while it was still ad referendum "
    gain = capital_letter(f"{when}{whose(found, party)} could profitably have gone back to {back}")
    return [f"{gain} ({best.change.adds[side]:+d}){_answered(found, best, (side, whose(found, other)))}"]


def _answered(found: Findings, best: Hardening, on: tuple[int, str]) -> str:
    side, other = on
    if best.answer is None:
        return f", and {other} had nothing to take back that would have cost as much."
    answer = best.credible or best.answer
    cost = f"({answer.adds[side]:+d} for {'your side' if side == found.side else 'it'})"
    if best.credible:
        return f", but {other} would then have gained by going back to {_back(found, answer)} {cost}."
    return f", but {other} could have answered, at a loss to itself, with {_back(found, answer)} {cost}."


def _back(found: Findings, change: Change) -> str:
    return option_named(found.state.scenario.agenda, change.issue, change.after)


def dependence(found: Findings) -> str:
    """How the verdict depends on the author's numbers."""
    deadlock = found.durability.deadlock
    start = "The forms are facts of the game and depend on no number."
    if deadlock is None:
        share = found.robustness.get("both above")
        held = f" That both prefer it to no agreement holds {in_weightings(share)}." if share else ""
        return f"{start}{held}"
    share = found.robustness.get("stable")
    if not deadlock.apart or share is None:
        return start
    if all(deadlock.barred):
        return f"{start} That neither delegate was free to give way follows from their instructions, not from points."
    return f"{start} That neither side would have gained by giving way holds {in_weightings(share)}."
