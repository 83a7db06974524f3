"""What is handed out before a game on paper: a role sheet, the packet of sources, and the teacher's key.

A role sheet says what the table says to that side before the first word, and nothing else: it is made from a view. The
key is for whoever may see both sides. What a side may read of the sources is for ``packet`` to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from game.debrief.deeds import the_side
from game.debrief.packet import kept_back, packet
from game.debrief.page import Block, Entry, Grid, Items, Passage, Say, Section, quote
from game.engine.engine import begin
from game.engine.evidence import Passage as Ground
from game.engine.issues import Issue, Option
from game.engine.party import Latitude, Party
from game.engine.scenario import Scenario
from game.engine.view import View, view
from game.record.names import day

if TYPE_CHECKING:
    from game.authoring.documents import Source

ALLOWED = {
    Latitude.FREE: "you may give it",
    Latitude.REPORT: "you may give it, and must report it",
    Latitude.ASK: "ask for leave first",
    Latitude.FORBIDDEN: "a red line",
}
"""What an instruction lets a delegate do, by latitude."""
OPTION_HEADS = ("Option", "What would be signed", "Your instructions", "Worth to you", "Held by")
Line = tuple[str, str | Passage]


def handout(scenario: Scenario, party: str, documents: Mapping[str, Source]) -> tuple[Section, ...]:
    """The role sheet of one side and its packet of sources. KeyError when it is not a party."""
    seen = view(begin(scenario), party)
    return (_situation(seen), _chair(seen), _issues(seen), _arguments(seen), packet(seen, documents))


def _situation(seen: View) -> Section:
    agenda, sitting = seen.agenda, seen.sitting
    speakers = dict(sitting.chairs)
    at_table = tuple(_seated(one, speakers.get(one.id, one.seat)) for one in agenda.parties)
    met = f"The first meeting: {day(sitting.date)}, {sitting.place}. Each side may speak {seen.exchanges} times."
    opens = f"{the_side(agenda, seen.opener)} speaks first."
    told = tuple(f"{day(event.date)}: {event.text}" for event in seen.events)
    blocks: list[Block] = [Say(agenda.summary), Say(f"{met} {opens}"), Items("At the table", at_table)]
    if told:
        blocks.append(Items("What has happened", told))
    return Section("situation", "The situation", agenda.summary, tuple(blocks))


def _seated(party: Party, speaker: str) -> str:
    speaks = "" if speaker == party.seat else f"; {speaker} speaks"
    return f"{party.name}: {party.seat}, {party.seat_title}{speaks}."


def _chair(seen: View) -> Section:
    own, stakes = seen.agenda.party(seen.party), seen.stakes
    gist = f"You are {own.seat} and speak for {own.side}. This page is for you alone."
    worth = f"That is worth {stakes.reservation} to you; the best agreement you could have is worth 1000."
    lines: tuple[Line, ...] = (
        ("Your principal", f"{own.principal}. {own.principal_note}".strip()),
        ("Without an agreement", f"{stakes.alternative} {worth}"),
    )
    said = tuple(Say(text) for text in (gist, stakes.brief) if text)
    return Section("chair", "Your chair", gist, (*said, Entry("Home", lines)))


def _issues(seen: View) -> Section:
    gist = "Of each issue: what could be signed, what your instructions say of it, and what it is worth to you."
    signed = "All must be settled but those marked as procedure, which may stay open."
    grids = tuple(_issue(seen, issue) for issue in seen.agenda.issues)
    return Section("issues", "The issues, and what you may give", gist, (Say(f"{gist} {signed}"), *grids))


def _issue(seen: View, issue: Issue) -> Grid:
    mark = "" if issue.required else " (procedure)"
    rows = tuple(_option(seen, issue, option) for option in issue.options)
    return Grid(f"{issue.code} {issue.heading}{mark}: {issue.question}", OPTION_HEADS, rows)


def _option(seen: View, issue: Issue, option: Option) -> tuple[str, ...]:
    allowed = ALLOWED[seen.latitude(issue.id, option.id)]
    worth = str(seen.points(issue.id, option.id))
    return f"{option.level}. {option.label}", option.wording, allowed, worth, _held(seen, issue, option)


def _held(seen: View, issue: Issue, option: Option) -> str:
    """Who stands on an option as the game begins, or that it is agreed already."""
    if seen.settled.get(issue.id) == option.id:
        return "agreed"
    held = [who for who, where in (("you", seen.mine(issue.id)), ("them", seen.theirs(issue.id))) if where == option.id]
    return " and ".join(held)


def _arguments(seen: View) -> Section:
    gist = "What you may argue, and what bears it out." if seen.claims else "You have no arguments prepared."
    entries = tuple(
        Entry(f"{claim.card} {claim.text}", tuple(("Passage", _borne_out(one)) for one in claim.passages))
        for claim in seen.claims
    )
    said = tuple(quote(one.citation, f"They said on {day(one.date)}") for one in seen.minutes)
    return Section("arguments", "Your arguments", gist, (Say(gist), *entries, *said))


def _borne_out(passage: Ground) -> str | Passage:
    cited = passage.attribution.citations
    return quote(cited[0]) if cited else f"{passage.text} ({passage.attribution.basis.value})"


def sources_kept_back(scenario: Scenario, party: str, documents: Mapping[str, Source]) -> Section:
    """For the key: the passages that this side's sheet does not have. KeyError when it is not a party."""
    return kept_back(view(begin(scenario), party), documents)


def key(scenario: Scenario) -> tuple[Section, ...]:
    """The teacher's key: both sides' points and instructions, which passages prove something, and what came of it."""
    return (_both_sides(scenario), _strengths(scenario), _in_the_end(scenario))


def _both_sides(scenario: Scenario) -> Section:
    parties = scenario.agenda.parties
    gist = "For the teacher: what each option is worth to either side, and what its instructions say of it."
    never = "Each side's points are on a scale of its own, made by the author: they are not to be compared or added."
    without = tuple(
        f"Without an agreement {one.side} has {scenario.stake(one.id).reservation} of 1000." for one in parties
    )
    views = tuple(view(begin(scenario), one.id) for one in parties)
    grids = tuple(_worths(issue, views) for issue in scenario.agenda.issues)
    return Section("key", "Key: both sides", gist, (Say(gist), Say(never), Items("", without), *grids))


def _worths(issue: Issue, views: tuple[View, ...]) -> Grid:
    heads = [head for one in views for head in (one.agenda.party(one.party).name, "instructions")]
    rows = tuple((option.label, *_cells(issue, option, views)) for option in issue.options)
    return Grid(f"{issue.code} {issue.heading}", ("Option", *heads), rows)


def _cells(issue: Issue, option: Option, views: tuple[View, ...]) -> Iterator[str]:
    for one in views:
        yield str(one.points(issue.id, option.id))
        yield one.latitude(issue.id, option.id).value


def _strengths(scenario: Scenario) -> Section:
    gist = "Key: which passages prove their claim, and which do not."
    entries = tuple(
        Entry(f"{claim.card} {claim.text}", tuple(_weighed(one) for one in claim.passages)) for claim in scenario.claims
    )
    return Section("strengths", "Key: the arguments", gist, (Say(gist), *entries))


def _weighed(passage: Ground) -> tuple[str, str]:
    return passage.strength.value.capitalize(), f"{passage.text} {passage.why or passage.note}".strip()


def _in_the_end(scenario: Scenario) -> Section:
    """What the settlement that followed made of each issue; it says where nobody has seen it."""
    settlement = scenario.settlement
    if settlement is None and not scenario.benchmarks:
        gist = "Nothing followed: no settlement is recorded for this scenario."
        return Section("settlement", "Key: what came of it", gist, (Say(gist),))
    gist = f"{settlement.name}. {settlement.text}" if settlement else "What the settlement says."
    behind = tuple(quote(one) for one in settlement.attribution.citations) if settlement else ()
    entries = tuple(
        Entry(f"{issue.code} {issue.heading}", (("In the end", _became(scenario, issue)),))
        for issue in scenario.agenda.issues
    )
    return Section("settlement", "Key: what came of it", gist, (Say(gist), *behind, *entries))


def _became(scenario: Scenario, issue: Issue) -> str:
    benchmark = scenario.benchmark(issue.id)
    if benchmark is None:
        return "Not seen: no page that this scenario cites shows it."
    option = issue.option(benchmark.option) if benchmark.option else None
    return f"{benchmark.text} (Option {option.level}, {option.label}.)" if option else benchmark.text
