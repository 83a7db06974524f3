"""Evidence, as the engine has it: citations, attributions, claims, minutes, events, disputes."""

from __future__ import annotations

from game.authoring.build.papers import Entry, Papers, papers
from game.engine.evidence import (
    Answer,
    Attribution,
    Basis,
    Citation,
    Claim,
    Dispute,
    Minute,
    Passage,
    Reading,
    Strength,
)
from game.engine.scenario import Event


def citation(entry: Entry, papers: Papers) -> Citation:
    """A passage; where it has no date, it has that of the talk its source speaks for."""
    dated = entry.get("date") or papers.talks.get(entry.get("source", ""), "")
    return Citation(
        source=entry.get("source", ""),
        line=entry.get("line", 0),
        quote=entry.get("quote", ""),
        url=entry.get("url", ""),
        title=entry.get("publication", ""),
        paraphrase=entry.get("paraphrase", ""),
        by=entry.get("by", ""),
        date=dated,
        known_to=papers.known_to(entry),
    )


def attribution(entry: Entry, papers: Papers, told: str = "") -> Attribution:
    """What a value says of its basis; ``told`` is the paraphrase that goes with its address, if it has one."""
    citations = [citation(one, papers) for one in entry.get("citations", ())]
    if entry.get("url") or entry.get("publication"):
        named = entry.get("publication", "")
        citations.append(Citation(url=entry.get("url", ""), title=named, paraphrase=told))
    return Attribution(Basis(entry["basis"]), entry.get("why", ""), tuple(citations))


def claim(entry: Entry, papers: Papers) -> Claim:
    """An argument with everything that may be put forward for it."""
    said = {"by": entry["by"][0], "date": entry["date"]}
    words = entry.get("words")
    truth = entry.get("truth") or {}
    url = f" ({truth['url']})" if truth.get("url") else ""
    return Claim(
        id=entry["id"],
        card=entry["card"],
        by=tuple(entry["by"]),
        issues=tuple(entry["issues"]),
        text=entry["claim"],
        passages=(
            *(_passage(f"p{place}", one, papers) for place, one in enumerate(entry.get("passages", ()), 1)),
            *(_ground(one, papers) for one in entry.get("grounds", ())),
        ),
        words=citation({**words, **said}, papers) if words else None,
        answer=_answer(entry, papers) if entry.get("answer") else None,
        truth=f"{truth['text']}{url}" if truth else "",
        eases=tuple((one["issue"], one["option"]) for one in (entry.get("effect") or {}).get("eases", ())),
        rebuts=tuple(entry.get("rebuts", ())),
        date=entry["date"],
    )


def _answer(claim: Entry, papers: Papers) -> Answer:
    answer = claim["answer"]
    return Answer(answer["by"], answer["text"], citation({**answer, "date": claim["date"]}, papers))


def _passage(name: str, entry: Entry, papers: Papers) -> Passage:
    said = citation({**entry, "date": entry["since"]}, papers)
    return Passage(
        id=name,
        text=entry["quote"],
        strength=Strength(entry["strength"]),
        known_to=tuple(entry["known_to"]),
        since=entry["since"],
        attribution=Attribution(Basis.ATTESTED, "", (said,)),
        why=entry.get("why", ""),
        note=entry.get("note", ""),
    )


def _ground(entry: Entry, papers: Papers) -> Passage:
    return Passage(
        id=entry["id"],
        text=entry["text"],
        strength=Strength(entry["strength"]),
        known_to=tuple(entry["known_to"]),
        since=entry["since"],
        attribution=attribution(entry, papers, entry["text"]),
        why=entry.get("why", "") if entry["strength"] == Strength.WEAK else "",
        note=entry.get("note", ""),
    )


def minute(entry: Entry, papers: Papers) -> Minute:
    """What a party said at a meeting."""
    return Minute(entry["id"], entry["date"], entry["by"], entry["issue"], entry["option"], citation(entry, papers))


def events(case: Entry) -> tuple[Event, ...]:
    """What happens outside the room, by date; without what rests on a talk, which in play may go otherwise."""
    told = (entry for entry in case["events"] if not entry.get("talk"))
    return tuple(_event(entry) for entry in sorted(told, key=lambda one: str(one["date"])))


def _event(entry: Entry) -> Event:
    return Event(entry["id"], entry["date"], entry["text"], tuple(entry["known_to"]), entry.get("note", ""))


def disputes(case: Entry) -> tuple[Dispute, ...]:
    """The disputes of the scenario, then those of its issues, named for the issue and numbered."""
    behind = papers(case)
    named = [{**entry, "issue": entry.get("issue") or ""} for entry in case["disputes"]]
    for issue in case["issues"]:
        for number, entry in enumerate(issue.get("disputes", ()), 1):
            named.append({**entry, "id": f"{issue['id']}-{number}", "issue": issue["id"]})
    return tuple(
        Dispute(
            id=entry["id"],
            about=entry["about"],
            issue=entry["issue"],
            readings=tuple(Reading(one["text"], citation(one, behind)) for one in entry["readings"]),
            note=entry.get("note", ""),
        )
        for entry in named
    )
