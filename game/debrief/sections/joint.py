"""The second panel: joint value. What is agreed against what both could have agreed, and swaps better for both."""

from __future__ import annotations

from game.bargaining.swaps import Change
from game.debrief.deeds import option_label, side
from game.debrief.findings import Findings
from game.debrief.joint import Exchange, stands_worth
from game.debrief.page import Block, Curve, Entry, Figure, Mark, Passage, Say, Section, quote
from game.debrief.sections.voice import capital_letter, counted, heading, in_weightings, joined, whose
from game.engine.evidence import known_on

BANDS = (
    (0.0, "nothing was left on the table"),
    (0.02, "next to nothing was left on the table"),
    (0.05, "little was left on the table"),
    (0.12, "a fair amount was left on the table"),
    (1.0, "much was left on the table"),
)
"""Upper ends of the shares both could still gain, with what is said of them (invented; 0.05 is the design's bar)."""


def section(found: Findings) -> Section:
    """Joint value, with swaps."""
    if not len(found.state.settled):
        text = "Nothing was agreed, so there is no settlement to lay beside the best that both could have signed."
        return Section("joint", "Joint value", text, (Say(text), *_worths(found), *_picture(found)))
    blocks: list[Block] = [Say(gist(found)), *_worths(found), Say(_shares(found)), *_picture(found)]
    blocks += [_swap(found, number, one) for number, one in enumerate(found.joint.exchanges, 1)]
    if not found.joint.exchanges and not _efficient(found):
        blocks.append(Say("No exchange of one or two clauses would have been better for both; larger ones would."))
    blocks.append(Say(dependence(found)))
    return Section("joint", "Joint value", gist(found), tuple(one for one in blocks if one != Say("")))


def _picture(found: Findings) -> list[Block]:
    """The frontier of everything that could be settled, with what each side stood on here and in the record."""
    edge = found.frontier
    if not edge.points:
        return []
    first, second = (found.side, 1 - found.side)
    curves = [Curve(tuple((one[first], one[second]) for one in edge.points), "the best both could sign", "plain")]
    marks: list[Mark] = []
    told = []
    pairs = [("here", "game", found.state)]
    pairs += [("in the record", "history", found.record.state)] if found.record else []
    for where, style, state in pairs:
        stands = stands_worth(state, found.space)
        points = [(float(one[first]), float(one[second])) for one in (stands[found.side], stands[1 - found.side])]
        if points[0] == points[1]:
            marks.append(Mark(*points[0], f"what both sides stood on {where}", style))
        else:
            curves.append(Curve(tuple(points), f"what still lay between the sides {where}", style))
            marks += [
                Mark(*points[0], f"your stand {where}", style),
                Mark(*points[1], f"the other side's stand {where}", style),
            ]
        worths = [f"{mine:.0f} to you and {theirs:.0f} to them" for mine, theirs in points]
        if points[0] == points[1]:
            told.append(f"{where} both stood on a settlement worth {worths[0]}")
        else:
            told.append(f"{where} your stand would have been worth {worths[0]}, theirs {worths[1]}")
    mine, theirs = (found.space.reservations[place] for place in (first, second))
    curves.append(Curve(((mine, 0), (mine, 1000)), "no agreement, to either side", "limit"))
    curves.append(Curve(((0, theirs), (1000, theirs)), "", "limit"))
    told.append(f"no agreement is worth {mine} to you and {theirs} to them")
    text = capital_letter("; ".join(told)) + ". Nothing lies beyond the curve."
    title = "The frontier, and what each side would have signed"
    return [Figure(title, text, "worth to you, of 1000", "worth to the other side", tuple(curves), tuple(marks))]


def _efficient(found: Findings) -> bool:
    better = found.joint.placed.better
    return better is not None and better.efficient


def gist(found: Findings) -> str:
    """How much was left on the table, in one sentence."""
    if found.joint.unclaimed is None:
        return "A linkage of the agenda forbids what is agreed as it stands, so it can't be laid beside the frontier."
    share = found.joint.unclaimed
    band = next(words for most, words in BANDS if share <= most)
    number = len(found.state.settled)
    issues, them = ("one issue", "it") if number == 1 else (f"{number} issues", "them")
    if share == 0.0 and _efficient(found):
        return f"On the {issues} agreed, {band}: no other way of settling {them} would have been better for both sides."
    percent = max(1, round(100 * share))
    return (
        f"On the {issues} agreed, {band}: both sides could have gained about {percent} per cent more of what there was "
        "to gain."
    )


def _worths(found: Findings) -> list[Block]:
    worth = found.worth
    mine = f"What is agreed is worth {worth.agreed} of 1000 to your side, no agreement {worth.reservation}."
    theirs = (
        f"To {side(found.state.scenario.agenda, found.other)} it is worth {found.theirs_worth.agreed} "
        f"of 1000 on a scale of its own, no agreement {found.theirs_worth.reservation}."
    )
    lacking = f" A settlement still needs {counted(worth.open, 'more issue')}." if worth.open else ""
    return [Say(f"{mine} {theirs}{lacking} The two scales are never compared or added.")]


def _shares(found: Findings) -> str:
    shares = found.joint.placed.shares
    if shares is None:
        return ""
    mine, theirs = shares[found.side], shares[1 - found.side]
    other = side(found.state.scenario.agenda, found.other)
    if min(shares) < 0 or max(shares) > 100:
        return _outside(found, other)
    whole = "" if found.joint.placed.complete else ", judged on the issues agreed alone"
    return f"It brings your side {mine} per cent of the most it could have had, and {other} {theirs} per cent{whole}."


def _outside(found: Findings, other: str) -> str:
    """What a settlement brings that one side would rather not have: shares of a gain would say nothing."""
    gains = [one.agreed - one.reservation for one in (found.worth, found.theirs_worth)]
    told = [f"{'gains' if gain >= 0 else 'loses'} {counted(abs(gain), 'point')}" for gain in gains]
    return f"Against no agreement your side {told[0]} by it and {other} {told[1]}, each on its own scale."


def _swap(found: Findings, number: int, one: Exchange) -> Entry:
    lines: list[tuple[str, str | Passage]] = []
    for change in one.swap.changes:
        lines.append((_giver(found, change), _change(found, change)))
    gains = one.swap.gains
    mine, theirs = gains[found.side], gains[1 - found.side]
    lines.append(("Together", f"{mine:+d} for your side and {theirs:+d} for the other, each on its own scale."))
    lines.append(("Within reach", _reach(found, one)))
    passage = _known_passage(found, one)
    if passage:
        lines.append(("Said of it", passage))
    return Entry(f"Swap {number}", tuple(lines))


def _giver(found: Findings, change: Change) -> str:
    """Who gives by a change: the one it is worse for."""
    loser = 0 if change.adds[0] <= change.adds[1] else 1
    party = found.state.scenario.agenda.parties[loser].id
    return "You give" if party == found.party else "They give"


def _change(found: Findings, change: Change) -> str:
    agenda = found.state.scenario.agenda
    before, after = (option_label(agenda, change.issue, one) for one in (change.before, change.after))
    return f"{heading(agenda, change.issue)}: “{after}” instead of “{before}”."


def _reach(found: Findings, one: Exchange) -> str:
    if not one.beyond:
        return "Both delegates were free to sign it as their instructions stood at the end."
    agenda = found.state.scenario.agenda
    needed: dict[str, list[str]] = {}
    for party, issue, _ in one.beyond:
        needed.setdefault(party, []).append(heading(agenda, issue))
    parts = [
        f"{whose(found, party)} would have needed new instructions from {agenda.party(party).principal} on "
        f"{joined(issues)}"
        for party, issues in needed.items()
    ]
    return capital_letter("; ".join(parts)) + "."


def _known_passage(found: Findings, one: Exchange) -> Passage | None:
    """A passage, knowable by the last sitting, behind one of the options the swap changes to."""
    agenda = found.state.scenario.agenda
    for change in one.swap.changes:
        option = agenda.issue(change.issue).option(change.after)
        for citation in known_on(option.attribution.citations, found.state.sitting.date) if option else ():
            return quote(citation, agenda.issue(change.issue).code)
    return None


def dependence(found: Findings) -> str:
    """How the verdict depends on the author's numbers."""
    shares = found.robustness
    efficient, favours = shares.get("efficient"), shares.get(("favours first", "favours second")[found.side])
    texts = ["Points are a reading aid made by the scenario's author."]
    if efficient is not None:
        texts.append(
            f"Something better for both exists in {efficient.draws - efficient.held or 'none'} of {efficient.draws} "
            "weightings that keep the order of each side's options and of its issues and draw the rest."
        )
    if favours is not None:
        texts.append(f"What is agreed favours your side rather than the other {in_weightings(favours)}.")
    both = shares.get("both above")
    if both is not None and found.joint.placed.complete:
        texts.append(f"It is worth at least no agreement to both {in_weightings(both)}.")
    return " ".join(texts)
