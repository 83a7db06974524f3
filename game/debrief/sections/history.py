"""The fourth panel: history. Where the record was left, how the outcome lies beside it, and what that hangs on."""

from __future__ import annotations

from game.debrief.comparison import Judgement
from game.debrief.deeds import issue_name
from game.debrief.findings import Findings
from game.debrief.page import Block, Items, Say, Section, quote
from game.debrief.sections.voice import counted, in_weightings
from game.graph.divergence import Order
from game.record.names import day

NO_RECORD = "No record of this negotiation is coded, so nothing can be laid beside it."
FEW_PAIRS = 6
"""Pairs of issues below which a coefficient of order says nothing."""


def section(found: Findings) -> Section:
    """How the game lies beside the record."""
    if found.record is None:
        return Section("history", "History", NO_RECORD, (Say(NO_RECORD),))
    blocks: list[Block] = [Say(gist(found)), *_left(found), Say(_counts(found)), *_lists(found), *_order(found)]
    blocks.append(Say(dependence(found)))
    return Section("history", "History", gist(found), tuple(blocks))


def gist(found: Findings) -> str:
    """The verdict in one sentence."""
    date = day(found.state.sitting.date)
    same, all_ = found.as_in_history, len(found.issues)
    better, worse = found.count(Judgement.BETTER), found.count(Judgement.WORSE)
    if same == all_:
        return f"Every issue ended as it stood in the record on {date}."
    start = f"Beside the record of {date}, {same} of {counted(all_, 'issue')} ended as then;"
    told = f"{start} by your own points {better or 'none'} ended better for you and {worse or 'none'} worse."
    return told + _closed(found)


def _closed(found: Findings) -> str:
    """On whose terms this game closed what the record left open between two positions."""
    closed = [one for one in found.issues if one.then and one.here.agreed and not one.then.agreed]
    theirs = sum(1 for one in closed if one.then and one.here.agreed == one.then.theirs != one.then.mine)
    mine = sum(1 for one in closed if one.then and one.here.agreed == one.then.mine != one.then.theirs)
    if not theirs and not mine:
        return ""
    return (
        f" Of {counted(len(closed), 'issue')} left open then and agreed here, {theirs or 'none'} went to the other "
        f"side's stand of that day and {mine or 'none'} to yours."
    )


def _left(found: Findings) -> list[Block]:
    left = found.divergence
    if left is None:
        return [Say("Every speech was the record's own, as far as the game went.")]
    who = "you" if left.by == found.party else "the other side"
    if not left.then:
        return [Say(f"The record was followed to its end; {who} went on at ply {left.ply}: {left.did}")]
    blocks: list[Block] = [Say(f"The game left the record at ply {left.ply}, by {who}. {shortened(left.did)}")]
    blocks.append(Say(f"In the record at that point: {shortened(left.then)}"))
    return [*blocks, quote(left.citation)] if left.citation else blocks


def shortened(text: str, most: int = 3) -> str:
    """A move that speaks to many issues at once, told by the first few of them."""
    parts = text.split("; ")
    if len(parts) <= most + 1:
        return text
    return f"{'; '.join(parts[:most])}; and {len(parts) - most} more."


def _counts(found: Findings) -> str:
    none, same = found.count(Judgement.NONE), found.count(Judgement.SAME)
    text = (
        "Where an issue stayed open, what is compared is what the other side then stood on: what could have been had."
    )
    if none:
        text += f" On {counted(none, 'issue')} one of the two had nothing in hand, so nothing is compared."
    return f"{text} {counted(same, 'issue')} brought the same points." if same else text


def _lists(found: Findings) -> list[Block]:
    agenda = found.state.scenario.agenda
    blocks: list[Block] = []
    for title, wanted in (("Better for you:", Judgement.BETTER), ("Worse for you:", Judgement.WORSE)):
        texts = [
            f"{issue_name(agenda, one.issue.id)} ({one.points[0]} points against {one.points[1]})"
            for one in found.issues
            if one.by_points is wanted
        ]
        blocks += [Items(title, tuple(texts))] if texts else []
    return blocks


def _order(found: Findings) -> list[Block]:
    order = found.line.order
    if order is None or len(order.issues) < 2:
        return []
    agenda = found.state.scenario.agenda
    first = [issue_name(agenda, one) for one in order.issues[:3]]
    compared = order.concordant + order.discordant
    text = f"{counted(len(order.issues), 'issue')} were settled in both, here beginning with {'; '.join(first)}."
    if compared:
        text += f" {_in_order(order, compared)}."
    return [Say(text)]


def _in_order(order: Order, compared: int) -> str:
    """How many pairs came in the record's order; a coefficient only where there are enough of them."""
    if compared == 1:
        return f"The one pair that can be compared came in {'the record’s' if order.concordant else 'the other'} order"
    share = f"{order.concordant} of the {compared} pairs that can be compared came in the record's order"
    tau = order.tau if compared >= FEW_PAIRS else None
    return f"{share}{f' (Kendall’s tau: {tau:+.2f})' if tau is not None else ''}"


def dependence(found: Findings) -> str:
    """How the verdict depends on the author's numbers."""
    better = sum(1 for one in found.issues if one.by_order is Judgement.BETTER)
    worse = sum(1 for one in found.issues if one.by_order is Judgement.WORSE)
    text = (
        "Whether an issue ended as in the record depends on no number. By the order of the options alone, which the "
        f"sources support better than any figure, {better or 'none'} ended better for you and {worse or 'none'} worse"
    )
    text += f"; on {counted(found.disputed, 'issue')} the two measures differ." if found.disputed else "."
    share = found.robustness.get("better")
    here, then = found.in_hand
    if share is None or here == then:
        return text
    return (
        f"{text} All of it taken together, what you had in hand is worth more than what you had in the record "
        f"{in_weightings(share)}."
    )
