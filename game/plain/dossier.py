"""The dossier in words: the situation, the people, the map, the disputes between the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.engine.evidence import Dispute, known_on
from game.engine.issues import Issue
from game.engine.party import Party
from game.engine.view import View
from game.plain.chair import Chair
from game.plain.names import NotUnderstood
from game.plain.papers import passage
from game.play.cables import answered_when
from game.play.geography import Feature, along, called, lit, mapped
from game.record.names import day

OTHER_PAPERS = (
    "“people” reads who is who, “map” the places, “disputes” where the sources conflict, “i” your instructions, “s” "
    "the agenda, “show” the documents."
)


def situation(chair: Chair) -> list[str]:
    """What is happening, when and where, what no agreement would mean, the line home, and what has happened."""
    view = chair.view
    sitting, me = view.sitting, view.agenda.party(view.party)
    lines = [
        view.agenda.title + ".",
        *_paragraphs(view.agenda.summary),
        f"{sitting.title}{f', {sitting.place}' if sitting.place else ''}. Speeches a side: {view.exchanges}.",
        *_paragraphs(view.stakes.brief),
        f"Without an agreement: {view.stakes.alternative}",
        f"{me.principal}: {answered_when(view)}. {me.principal_note}".strip(),
    ]
    lines += [f"{day(event.date)}: {event.text}" for event in view.events]
    return [line for line in lines if line] + [OTHER_PAPERS]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


def people(chair: Chair) -> list[str]:
    """Who is who on both sides, a line each, and who is in the room."""
    view = chair.view
    return [line for party in view.agenda.parties for line in _delegation(view, party)]


def _delegation(view: View, party: Party) -> Iterator[str]:
    yield f"{party.name}: {party.seat}, {party.seat_title}, answers to {party.principal}."
    here = dict(view.sitting.present).get(party.id, ())
    for person in party.people:
        named = (person.name, *person.spelled)
        present = view.sitting.id in person.present or any(name in named for name in here)
        native = f" ({person.native})" if person.native else ""
        room = "; in the room" if present else ""
        yield f"{person.name}{native}: {person.role}{room}. {person.note}".rstrip()


def places(chair: Chair) -> list[str]:
    """The issues that are about a place, with what each is about."""
    agenda = chair.agenda
    issues = [agenda.issue(one) for one in mapped(agenda)]
    if not issues:
        return ["This scenario is about no place on the map."]
    lines = [f"{issue.code} {issue.heading}: {_names(chair, lit(issue.id))}." for issue in issues]
    return [*lines, "“map D8” reads what lies on it. Positions are inferred from the lie of the land."]


def places_of(chair: Chair, issue: Issue) -> list[str]:
    """What an issue is about on the ground: each place or line, with the passage that names it where one is known."""
    features = lit(issue.id)
    if not features or issue.id not in mapped(chair.agenda):
        raise NotUnderstood(f"{issue.code} {issue.heading} is about no place on the map. “map” reads which are.")
    lines = [f"{issue.code} {issue.heading} is about: {_names(chair, features)}."]
    for feature in features:
        lines.append(_described(chair, feature))
        known = known_on((feature.citation,) if feature.citation else (), chair.view.sitting.date)
        lines += [passage(chair, citation) for citation in known]
    return lines


def _names(chair: Chair, features: Sequence[Feature]) -> str:
    return ", ".join(called(feature, chair.view.sitting.date) or "the frontier" for feature in features)


def _described(chair: Chair, feature: Feature) -> str:
    """A place by its degrees; a line by its ends and the places it runs by."""
    name = called(feature, chair.view.sitting.date) or "The frontier"
    ends = (feature.points[0], feature.points[-1])
    first, last = (f"{north:.1f} degrees north, {east:.1f} east" for east, north in ends)
    if len(feature.points) == 1:
        return f"{name}, {feature.kind}: about {first}."
    towns = ", ".join(town.name for town in along(feature))
    return f"{name}, {feature.kind}: from about {first} to {last}.{f' By it lie: {towns}.' if towns else ''}"


def disputes(chair: Chair) -> list[str]:
    """Where the sources conflict: what about, then each reading with its passage. All of them once it is over."""
    scenario = chair.session.state.scenario
    found = scenario.disputes if chair.session.over else chair.view.disputes
    if not found:
        return ["The sources known by this day do not conflict on anything at this table."]
    return [line for dispute in found for line in _readings(chair, dispute)]


def _readings(chair: Chair, dispute: Dispute) -> Iterator[str]:
    known = {issue.id: issue for issue in chair.agenda.issues}
    about = f"{known[dispute.issue].code} {known[dispute.issue].heading}. " if dispute.issue in known else ""
    yield f"{about}{dispute.about}"
    for number, reading in enumerate(dispute.readings, 1):
        yield f"Reading {number}: {reading.text} {passage(chair, reading.citation)}"
    if dispute.note and chair.session.over:
        yield f"Note: {dispute.note}"
