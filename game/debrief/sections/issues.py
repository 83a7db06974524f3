"""Issue by issue: the outcome here, in the minutes of July, and in the settlement that followed, with the passages."""

from __future__ import annotations

from game.debrief.comparison import IssueFinding, Judgement, outcome
from game.debrief.course import Mark
from game.debrief.deeds import address, side
from game.debrief.findings import Findings
from game.debrief.page import Block, Entry, Passage, Say, Section, quote
from game.debrief.rows import august_words, brought_words, judged_words, stood
from game.engine.issues import Issue
from game.record.names import day


def section(found: Findings) -> Section:
    """Every issue, in agenda order; what stands as it opened and as in the record is told in short."""
    days = [day(one.date) for one in found.marks]
    beside = f" beside {' and '.join(days)}" if days else ""
    gist = f"Each of the {len(found.issues)} issues as it ended{beside}, with the passages."
    blocks: list[Block] = [Say(gist), *_signing(found), *(entry(found, one) for one in found.issues)]
    return Section("issues", "Issue by issue", gist, tuple(blocks))


def _signing(found: Findings) -> list[Block]:
    """Who signed what followed, and when."""
    settlement = found.state.scenario.settlement
    if settlement is None:
        return []
    agenda = found.state.scenario.agenda
    signed = "; ".join(_signers(found, one.id) for one in agenda.parties if _signers(found, one.id))
    what = settlement.name[:1].upper() + settlement.name[1:]
    blocks: list[Block] = [Say(f"What followed: {settlement.name}." if not signed else f"{what} was signed {signed}.")]
    blocks.append(Say(settlement.text))
    return [*blocks, *(quote(one) for one in settlement.attribution.citations)]


def _signers(found: Findings, party: str) -> str:
    settlement, agenda = found.state.scenario.settlement, found.state.scenario.agenda
    names = [f"{name}, {role}" for by, name, role in settlement.signed if by == party] if settlement else []
    return f"for {side(agenda, party)} by {', and '.join(names)}" if names else ""


def entry(found: Findings, one: IssueFinding) -> Entry:
    """One issue."""
    agenda = found.state.scenario.agenda
    lines: list[tuple[str, str | Passage]] = [("Here", f"{_capital(stood(one.issue, one.here, 'you'))}.")]
    if one.brought is not None:
        lines.append(("How", brought_words(agenda, found.party, one.brought)))
    if one.passage is not None:
        lines.append(("Behind it", quote(one.passage)))
    for mark in found.marks:
        lines += _then(found, one.issue, mark)
    if one.then is not None and (one.by_points is not Judgement.NONE or one.as_in_history):
        lines.append(("Compared", judged_words(one)))
    if found.state.scenario.benchmarks:
        lines += _later(found, one)
    return Entry(f"{one.issue.code} {one.issue.heading}", tuple(lines))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _then(found: Findings, issue: Issue, mark: Mark) -> list[tuple[str, str | Passage]]:
    """How an issue stood on a day of the record, and the passage."""
    label = day(mark.date)
    if not mark.course.state.scenario.agenda.has(issue.id):
        return []
    then = outcome(mark.course.state, found.party, issue.id)
    lines: list[tuple[str, str | Passage]] = [(label, f"{_capital(stood(issue, then, 'your side'))}.")]
    passage = mark.course.passage_on(issue, then.stood_on)
    return [*lines, ("", quote(passage))] if passage else lines


def _later(found: Findings, one: IssueFinding) -> list[tuple[str, str | Passage]]:
    """What the settlement that followed made of it, or that it is not known; where the clause was not seen, that."""
    benchmark = found.state.scenario.benchmark(one.issue.id)
    text = august_words(found.state.scenario.agenda, one)
    if benchmark is None:
        return [(_label(found), "Not seen: no page that this scenario cites shows it.")]
    lies = f" ({address(benchmark.url)})" if benchmark.url else ""
    return [(_label(found), f"{text}{lies}")]


def _label(found: Findings) -> str:
    """The day of the settlement that followed, where the scenario names it."""
    settlement = found.state.scenario.settlement
    return day(settlement.date) if settlement else "In the end"
