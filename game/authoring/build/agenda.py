"""The public side of a scenario, as the engine has it: issues, options, linkages, meetings, parties."""

from __future__ import annotations

from datetime import date

from game.authoring.build.evidence import attribution, citation
from game.authoring.build.papers import Entry, Papers, papers
from game.engine.issues import Benchmark, Head, Issue, Linkage, LinkageKind, Meeting, Option, Settlement, Tier
from game.engine.party import Line, Party, Person, Phrase
from game.engine.scenario import Agenda

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def agenda(case: Entry) -> Agenda:
    """The agenda of a canonical form."""
    behind = papers(case)
    first, second = case["parties"]
    return Agenda(
        id=case["id"],
        title=case["title"],
        subtitle=case["subtitle"],
        summary=case["summary"],
        parties=(_party(first, behind), _party(second, behind)),
        heads=tuple(Head(e["id"], e.get("number", ""), e["title"], e.get("note", "")) for e in case["heads"]),
        issues=tuple(_issue(entry, behind) for entry in case["issues"]),
        meetings=tuple(_meeting(entry, behind) for entry in case["meetings"]),
        linkages=tuple(_linkage(entry, behind) for entry in case["linkages"]),
        sources=tuple(case.get("sources", ())),
        unread=tuple(case.get("unread", ())),
    )


def day_in_words(day: str) -> str:
    """An ISO date as it is said.

    >>> day_in_words("1945-07-10")
    'Tuesday 10 July 1945'
    """
    real = date.fromisoformat(day)
    return f"{WEEKDAYS[real.weekday()]} {real.day} {MONTHS[real.month - 1]} {real.year}"


def _option(entry: Entry, level: int, papers: Papers) -> Option:
    return Option(
        id=entry["id"],
        level=level,
        label=entry["label"],
        wording=entry["wording"],
        positions=tuple(entry.get("positions", ())),
        attribution=attribution(entry, papers, entry["label"]),
        next=tuple(entry.get("next", ())),
    )


def _issue(entry: Entry, papers: Papers) -> Issue:
    return Issue(
        code=entry["code"],
        id=entry["id"],
        head=entry["head"],
        heading=entry["heading"],
        question=entry["question"],
        tier=Tier(entry["tier"]),
        options=tuple(_option(option, level, papers) for level, option in enumerate(entry["options"], 1)),
    )


def settled(entry: Entry) -> Entry | None:
    """What a canonical form tells of what became of an issue. Saves of July 1945 may still call it ``august``."""
    found: Entry | None = entry.get("settled") or entry.get("august")
    return found


def benchmark(entry: Entry) -> Benchmark:
    """What became of an issue."""
    return Benchmark(
        text=entry["text"],
        option=entry.get("option"),
        nearer=entry["nearer"],
        instrument=entry.get("instrument", ""),
        seen=entry["seen"],
        url=entry.get("url", ""),
    )


def settlement(entry: Entry | None, papers: Papers) -> Settlement | None:
    """The settlement that followed; None where a scenario names none."""
    if not entry:
        return None
    signed = tuple((one["party"], one["name"], one["role"]) for one in entry.get("signed", ()))
    return Settlement(entry["date"], entry["name"], signed, entry["text"], attribution(entry, papers, entry["text"]))


def _linkage(entry: Entry, papers: Papers) -> Linkage:
    then = entry.get("then") or {"issue": "", "options": ()}
    return Linkage(
        id=entry["id"],
        code=entry.get("code", ""),
        kind=LinkageKind(entry["kind"]),
        issue=entry["when"]["issue"],
        options=tuple(entry["when"]["options"]),
        other=then["issue"],
        other_options=tuple(then["options"]),
        party=entry["party"],
        text=entry["text"],
        attribution=attribution(entry, papers, entry["text"]),
    )


def _meeting(entry: Entry, papers: Papers) -> Meeting:
    return Meeting(
        id=entry["id"],
        date=entry["date"],
        title=day_in_words(entry["date"]),
        begins=entry.get("begins", ""),
        ends=entry.get("ends", ""),
        place=entry["place"],
        exchanges=entry["exchanges"],
        opens=entry["opens"],
        chairs=tuple(sorted(entry["chairs"].items())),
        present=tuple((party, tuple(names)) for party, names in sorted(entry["present"].items())),
        source=entry.get("source", ""),
        grain=entry.get("grain", "minutes"),
        note=entry.get("note", ""),
        citations=tuple(citation(one, papers) for one in entry.get("citations", ())),
    )


def _party(entry: Entry, papers: Papers) -> Party:
    return Party(
        id=entry["id"],
        name=entry["name"],
        adjective=entry["adjective"],
        seat=entry["seat"]["name"],
        seat_title=entry["seat"]["title"],
        principal=entry["principal"]["name"],
        line=Line(entry["principal"]["line"]),
        people=tuple(_person(one) for one in entry.get("people", ())),
        voice=tuple(_phrase(one, papers) for one in entry.get("voice", ())),
        principal_note=entry["principal"]["text"],
        message=entry["principal"].get("message") or "",
    )


def _phrase(entry: Entry, papers: Papers) -> Phrase:
    source = entry["source"]
    return Phrase(entry["quote"], entry["use"], source, entry["line"], papers.talks.get(source, ""))


def _person(entry: Entry) -> Person:
    return Person(
        name=entry["name"],
        role=entry["role"],
        spelled=tuple(entry.get("spelled", ())),
        native=entry.get("native", ""),
        present=tuple(entry.get("present", ())),
        note=entry.get("note", ""),
    )
