"""Nothing a side could not know on the day reaches it: not through its view, nor through what a player is shown.

What stands beside the agenda for the reader of the record, the passages behind options, ties and meetings and the notes
on meetings, is the same for both sides and all days. The front ends show of it only what the day knows; so here
everything they print is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from game.authoring import loader
from game.authoring.yaml_source import read
from game.engine.chance import chances
from game.engine.engine import apply, begin
from game.engine.evidence import Attribution, Citation, Claim, Dispute, Minute, Passage, known_on
from game.engine.history import history_opened, replayed
from game.engine.issues import Benchmark, Linkage, Meeting, Option
from game.engine.moves import Adjourn
from game.engine.party import Instruction, Ruling
from game.engine.scenario import Event, Scenario
from game.engine.state import State
from game.engine.view import View, view
from game.plain import mandate, papers
from game.plain.chair import Chair
from game.plain.house import Game
from game.play.reading import legible
from game.ui.screens import pages, sources
from game.ui.widgets import passage as behind
from game.ui.widgets.lines import Block
from tests.plausible import legal

CAMPAIGN = loader.load("moscow-1945")
RECORD = loader.load_history("moscow-1945")
DATES = tuple(meeting.date for meeting in CAMPAIGN.agenda.meetings)
PARTIES = ("china", "ussr")

BESIDE = ((Option, "attribution"), (Linkage, "attribution"), (Meeting, "citations"), (Meeting, "note"))
"""What stands beside the agenda, and is not walked."""
BETRAYING = re.compile(
    r"August|September|Wang Shih|Hiroshima|Nagasaki|Potsdam|was ratified|weeks later|months later|later accepted"
)
"""What no text of July 1945 may hold, but in a quotation."""
LATER_DAY = re.compile(r"\b(\d{1,2})(?: and (\d{1,2}))? July")


@cache
def moments(date: str) -> tuple[State, ...]:
    """The campaign and the meeting alone on that day: as they open, some plies on, and as history went on."""
    alone = begin(loader.load(f"moscow-{date}"))
    before = None
    for sitting in RECORD:
        opened = history_opened(CAMPAIGN, sitting, before)
        steps = replayed(opened, sitting)
        before = steps[-1].step.after
        if sitting.meeting == date:
            return (
                alone,
                some_plies_on(alone),
                opened,
                some_plies_on(opened),
                steps[len(steps) // 2].step.after,
                before,
            )
    raise AssertionError(date)


def some_plies_on(state: State) -> State:
    """Four moves on: what is due of itself first, then an offer, an argument and what else may come."""
    for pick in (0, 7, 11, 3):
        moves = [one.occur for one in chances(state)] or legal(state)
        state = apply(state, moves[pick % len(moves)]).after
    return state


def reachable(value: object, way: str = "view") -> Iterator[tuple[str, object]]:
    """Everything that can be reached from a value through fields of dataclasses, tuples and mappings."""
    waiting = [(way, value)]
    seen: set[int] = set()
    while waiting:
        here, one = waiting.pop()
        if id(one) in seen and not isinstance(one, str):
            continue
        seen.add(id(one))
        yield here, one
        if is_dataclass(one):
            kept = {name for kind, name in BESIDE if isinstance(one, kind)}
            waiting += [(f"{here}.{f.name}", getattr(one, f.name)) for f in fields(one) if f.name not in kept]
        elif isinstance(one, tuple | list | frozenset | set):
            waiting += [(f"{here}[{place}]", part) for place, part in enumerate(one)]
        elif isinstance(one, dict):
            waiting += [(f"{here}[{key}]", part) for key, part in one.items()]


def too_late(one: object, date: str) -> str:
    """Why a thing can't be in a view on ``date``; empty when it can."""
    match one:
        case Citation(date=said) if said > date or (one.quote and not said):
            return f"said on {said or 'no day'}"
        case Passage(since=since) | Instruction(since=since) if since > date:
            return f"known from {since}"
        case Passage(since=since) if since == date:
            return "known from this day, so not at this meeting"
        case Minute(date=said) if said >= date:
            return f"said on {said}"
        case Event(date=happened) if happened > date:
            return f"happened on {happened}"
        case Dispute() if any(reading.citation.date >= date for reading in one.readings):
            return "one reading is of this day or later"
        case Claim() if one.answer is not None or one.truth:
            return "it has its answer or its test"
        case Ruling() | Benchmark():
            return "it is no business of a delegate"
    return ""


@pytest.mark.parametrize("party", PARTIES)
@pytest.mark.parametrize("date", DATES)
def test_nothing_of_a_later_day_can_be_reached_from_a_view(date: str, party: str) -> None:
    for state in moments(date):
        seen = list(reachable(view(state, party)))
        assert len(seen) > 1000
        late = [(way, why) for way, one in seen if (why := too_late(one, date))]
        assert late == []


@pytest.mark.parametrize("party", PARTIES)
@pytest.mark.parametrize("date", DATES)
def test_no_word_of_the_settlement_and_no_reason_of_a_value_can_be_reached(date: str, party: str) -> None:
    august = {benchmark.text for _, benchmark in CAMPAIGN.benchmarks}
    quoted = {citation.quote for _, citation in _citations()}
    ruled = {ruling.words for stakes in CAMPAIGN.stakes for ruling in stakes.rulings} - quoted
    assert len(august) > 40
    assert len(ruled) > 100
    for state in moments(date):
        words = {one for _, one in reachable(view(state, party)) if isinstance(one, str)}
        assert not words & august
        assert not words & ruled
        private = [one for way, one in reachable(view(state, party).stakes) if isinstance(one, Attribution)]
        assert private
        assert not any(one.why for one in private)


def test_walk_finds_what_is_there() -> None:
    # Over the whole state the same walk finds the other side's mind and the settlement.
    state = moments(DATES[0])[2]
    late = {type(one) for _, one in reachable(state, "state") if too_late(one, DATES[0])}
    assert {Citation, Passage, Minute, Event, Dispute, Claim, Instruction, Ruling, Benchmark} <= late


def shown(view: View) -> Iterator[tuple[str, str]]:
    """Everything that screens and papers put before a player, page by page."""
    for page in (pages.situation, pages.instructions, pages.issues, pages.people):
        yield f"ui {page.__name__}", _text(page(view))
    for issue in view.agenda.issues:
        for option in issue.options:
            places = range(max(1, len(behind.quotable(view, option))))
            for place in places:
                yield f"ui {issue.id} {option.id}", _text(behind._blocks(view, issue, option, place))
    for claim in view.claims:
        yield f"claim {claim.id}", "\n".join([claim.text, *(one.text for one in claim.passages)])
    for minute in view.minutes:
        yield f"minute {minute.id}", minute.citation.text
    chair = _plain_chair(view)
    yield "plain status", "\n".join(papers.status(chair))
    yield "plain instructions", "\n".join(mandate.instructions(chair))
    yield "plain all instructions", "\n".join(mandate.instructions_on(chair, view.agenda.issues))
    for head in view.agenda.heads:
        yield f"plain {head.id}", "\n".join(papers.status_of(chair, head))
    for issue in view.agenda.issues:
        yield f"plain {issue.id}", "\n".join(papers.issue_in_hand(chair, issue))
        for option in issue.options:
            yield f"plain {issue.id} {option.id}", "\n".join(papers.quotations(chair, issue, option))


def _text(blocks: Iterable[Block]) -> str:
    return "\n".join(f"{block.lead.plain}{block.body.plain} {block.tail.plain}" for block in blocks)


def _plain_chair(seen: View) -> Chair:
    """A chair whose only session is one view."""
    state = SimpleNamespace(scenario=SimpleNamespace(agenda=seen.agenda), sitting=seen.sitting, settled={})
    session = SimpleNamespace(state=state, view=lambda party: {seen.party: seen}[party], steps=(), reasons={})
    return Chair(Game(session, "", ""), seen.party)  # type: ignore[arg-type]


def _squeezed(text: str) -> str:
    return " ".join(text.split())


@cache
def said_after(date: str) -> tuple[str, ...]:
    """What was said after a day and not up to it, in words long enough to be known again."""
    everything = {one for _, one in _citations()}
    known = [_squeezed(one.text) for one in known_on(everything, date)]
    later = [_squeezed(one.text) for one in everything if one.date > date and len(one.text) > 25]
    return tuple(text for text in later if not any(text in other for other in known))


@cache
def _citations() -> tuple[tuple[str, Citation], ...]:
    """Every citation of the scenario, and the way to it."""
    beside = [option.attribution for issue in CAMPAIGN.agenda.issues for option in issue.options]
    beside += [linkage.attribution for linkage in CAMPAIGN.agenda.linkages]
    everything = (*reachable(CAMPAIGN, "scenario"), *reachable(tuple(beside), "beside"))
    return tuple((way, one) for way, one in everything if isinstance(one, Citation))


@pytest.mark.parametrize("party", PARTIES)
@pytest.mark.parametrize("date", DATES)
def test_nothing_said_later_is_put_before_a_player(date: str, party: str) -> None:
    later = said_after(date)
    assert len(later) > 50 or date == DATES[-1]
    august = [benchmark.text for _, benchmark in CAMPAIGN.benchmarks]
    for state in moments(date):
        told = _squeezed("\n".join(text for _, text in shown(view(state, party))))
        assert [one for one in (*later, *august) if one in told] == []


@pytest.mark.parametrize("party", PARTIES)
@pytest.mark.parametrize("date", DATES)
def test_no_word_put_before_a_player_betrays_a_later_day(date: str, party: str) -> None:
    today = int(date[-2:])
    for state in moments(date):
        for where, text in shown(view(state, party)):
            days = [int(day) for found in LATER_DAY.findall(text) for day in found if day]
            assert [day for day in days if day > today] == [], where
            assert not BETRAYING.search(text) or not BETRAYING.search(without_quotations(text, date)), where


def without_quotations(text: str, date: str) -> str:
    """A page without the words of the documents that are known on the day: they may speak of days to come."""
    words = _squeezed(text)
    for quote in sorted({_squeezed(one.quote) for _, one in _citations() if one.quote and one.date <= date}, key=len):
        words = words.replace(quote, "")
    return words


@cache
def events_as_written() -> tuple[dict[str, Any], ...]:
    """The events of the campaign's file; each with the meeting it rests on as ``talk``, where it rests on one."""
    path = Path(loader.__file__).parent.parent.parent / "scenarios" / "moscow-1945" / "events.yaml"
    written = read(path, path.name).value
    assert isinstance(written, dict)
    return tuple(written["events"])


def told(scenario: Scenario) -> tuple[str, ...]:
    """Every event told from the opening to the last sitting when nobody says a word at any of them."""
    state = begin(scenario)
    while state.ending is None and (state.meeting < len(scenario.agenda.meetings) - 1 or not state.between):
        due = chances(state)
        state = apply(state, due[0].occur if due else Adjourn(state.floor)).after
    return state.happened


@pytest.mark.parametrize(
    ("opens", "past"),
    [("", ()), *((date, DATES[:place]) for place, date in enumerate(DATES))],
    ids=lambda one: str(one),
)
def test_what_was_said_at_a_meeting_is_told_only_where_the_meeting_is_history(
    opens: str, past: tuple[str, ...]
) -> None:
    scenario = loader.load(f"moscow-{opens}") if opens else CAMPAIGN
    last = scenario.agenda.meetings[-1].date
    expected = [one["id"] for one in events_as_written() if one["date"] <= last and one.get("talk") in (None, *past)]
    assert sorted(told(scenario)) == sorted(expected)
    assert {one.id for one in scenario.events if one.date <= last} == set(expected)


def test_event_quoted_from_a_talk_rests_on_that_talk() -> None:
    # Two things that Soong speaks of at the last talk had come before it: what Chiang sent whatever was said at the
    # table, and what Soong himself had telegraphed of the meeting before.
    earlier = {"crossing-telegram": None, "soongs-list-telegraphed": "1945-07-11"}
    quoted = [one for one in events_as_written() if one.get("citations")]
    assert len(quoted) == 11
    for one in quoted:
        said = max(loader.load_source(passage["source"]).talk for passage in one["citations"])
        assert one.get("talk") == earlier.get(one["id"], said), one["id"]


@pytest.mark.parametrize("date", DATES)
def test_documents_open_no_line_that_was_not_yet_spoken(date: str) -> None:
    for source_id in CAMPAIGN.agenda.sources:
        document = loader.load_source(source_id)
        seen = view(moments(date)[2], "china")
        on_screen = sources.readable(document, seen)  # type: ignore[arg-type]
        on_paper = legible(seen, document.id, document.talk)
        assert on_screen == on_paper
        if document.talk > date:
            assert on_paper == frozenset()
        elif document.evidence == "first-hand":
            assert (on_paper is None) == (document.talk < date)
        else:
            assert on_paper is not None


@pytest.mark.parametrize(
    "scenario", [CAMPAIGN, *(loader.load(f"moscow-{date}") for date in DATES)], ids=lambda one: one.id
)
def test_no_wording_a_player_reads_betrays_the_settlement(scenario: Scenario) -> None:
    agenda = scenario.agenda
    texts = [agenda.title, agenda.subtitle, agenda.summary]
    texts += [party.principal_note for party in agenda.parties]
    texts += [text for stakes in scenario.stakes for text in (stakes.brief, stakes.alternative)]
    texts += [ruling.words for stakes in scenario.stakes for ruling in stakes.rulings]
    texts += [text for issue in agenda.issues for text in (issue.heading, issue.question)]
    texts += [text for issue in agenda.issues for option in issue.options for text in (option.label, option.wording)]
    texts += [event.text for event in scenario.events] + [claim.text for claim in scenario.claims]
    texts += [linkage.text for linkage in agenda.linkages]
    assert [text for text in texts if BETRAYING.search(text)] == []


def test_words_of_a_principal_name_no_day_of_the_talks() -> None:
    # A ruling may be asked for on any of the five days.
    named = re.compile(r"\bJuly\b|\bthe (second|ninth|tenth|eleventh|twelfth)\b|\byesterday\b|\blast night\b")
    words = [ruling.words for stakes in CAMPAIGN.stakes for ruling in stakes.rulings]
    assert [one for one in words if named.search(one)] == []


def test_ties_name_no_day_of_the_talks() -> None:
    named = re.compile(r"\bJuly\b|\b\d{1,2}(st|nd|rd|th)\b")
    assert [one.text for one in CAMPAIGN.agenda.linkages if named.search(one.text)] == []


def test_citation_slipped_into_a_view_is_found() -> None:
    seen = view(moments(DATES[0])[0], "china")
    leak = replace(
        seen.stakes.instructions[0],
        attribution=Attribution("attested", "", (Citation("a", 1, "b", date="1945-07-12"),)),
    )  # type: ignore[arg-type]
    wrong = replace(seen, stakes=replace(seen.stakes, instructions=(leak,)))
    assert [why for _, one in reachable(wrong) if (why := too_late(one, DATES[0]))] == ["said on 1945-07-12"]
