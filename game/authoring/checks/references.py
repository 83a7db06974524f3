"""S2xx: whether everything that is named exists, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import BaseModel

from game.authoring.checks.doubles import named_twice
from game.authoring.diagnostics import Diagnostic, suggestion
from game.authoring.folder import Folder
from game.authoring.schema.common import Backed, Citation
from game.authoring.schema.evidence import Claim, End
from game.authoring.schema.history import HistoricMove
from game.authoring.schema.issues import Instruction, Issue
from game.authoring.schema.scenario import ExtensionFile, ScenarioFile
from game.authoring.sheet import Sheet
from game.authoring.yaml_source import Where
from game.engine.party import Latitude
from game.slim import dataclass

Found = Iterator[Diagnostic]
NEITHER = ("middle", "unknown")
"""What may stand instead of a party where it is asked to whom a settlement is nearer."""


@dataclass(frozen=True, slots=True)
class Names:
    """Everything in a scenario that can be named: options by issue, passages by claim, the rest by id."""

    parties: tuple[str, ...]
    heads: tuple[str, ...]
    meetings: tuple[str, ...]
    issues: dict[str, tuple[str, ...]]
    claims: dict[str, tuple[str, ...]]
    minutes: tuple[str, ...]
    sources: tuple[str, ...]
    works: tuple[str, ...]


def names(folder: Folder, sources: Iterable[str]) -> Names:
    """The names of a scenario whose files all have their shape."""
    assert folder.scenario is not None
    scenario = folder.scenario.model
    issues = [issue for sheet in folder.issues for issue in sheet.model.issues]
    claims = folder.evidence.model.claims if folder.evidence else ()
    minutes = folder.evidence.model.minutes if folder.evidence else ()
    return Names(
        parties=scenario.parties,
        heads=tuple(head.id for head in scenario.heads),
        meetings=tuple(meeting.id for meeting in scenario.meetings),
        issues={issue.id: tuple(option.id for option in issue.options) for issue in issues},
        claims={claim.id: _passages(claim) for claim in claims},
        minutes=tuple(minute.id for minute in minutes),
        sources=tuple(sources),
        works=tuple(scenario.works),
    )


def references(folder: Folder, known: Names) -> Found:
    """Every name in a scenario that stands for nothing, or for two things, or in the wrong file."""
    assert folder.scenario is not None
    yield from _scenario(folder, folder.scenario, known)
    yield from _parties(folder, known)
    for sheet in folder.issues:
        for place, issue in enumerate(sheet.model.issues):
            yield from _issue(sheet, ("issues", place), issue, known)
    yield from _evidence(folder, known)
    yield from _ties(folder, known)
    for history in folder.history:
        yield from _history(history, known)
    for place, event in enumerate(folder.events.model.events if folder.events else ()):
        if folder.events and event.talk:
            yield from _one(folder.events, "S210", ("events", place, "talk"), ("meeting", event.talk, known.meetings))
    for any_sheet in folder.sheets:
        yield from _everywhere(any_sheet, known)
    yield from named_twice(folder)


def extension_references(folder: Folder, sheet: Sheet[ExtensionFile], known: Names) -> Found:
    """Every name in an extension that its parent does not have."""
    model = sheet.model
    yield from _same_name(sheet, ("id",), model.id, folder.name)
    for place, meeting in enumerate(model.meetings):
        yield from _one(sheet, "S210", ("meetings", place), ("meeting", meeting, known.meetings))
    for place, issue in enumerate(model.issues):
        yield from _one(sheet, "S201", ("issues", place), ("issue", issue, known.issues))
    for table in ("reservation", "briefs"):
        for party in getattr(model, table):
            yield from _one(sheet, "S203", (table, party), ("party", party, known.parties))
    for where, part in sheet.parts:
        if isinstance(part, Backed | Citation) and part.work is not None:
            yield from _one(sheet, "S205", (*where, "work"), ("work", part.work, known.works))


def _one(sheet: Sheet[Any], code: str, where: Where, named: tuple[str, str, Iterable[str]]) -> Found:
    """The mistake when a name is not among those known; it stands at the key where the name is a key."""
    what, name, known = named
    words = tuple(known)
    if name not in words:
        say = sheet.at_key if where and where[-1] == name else sheet.at
        yield say(code, where, f"there is no {what} “{name}”", suggestion(name, words))


def _option(sheet: Sheet[Any], where: Where, named: tuple[str, str], known: Names) -> Found:
    """The mistake when an issue that exists (the first name) has no such option (the second)."""
    issue, option = named
    options = known.issues.get(issue)
    if options is not None and option not in options:
        say = sheet.at_key if where[-1] == option else sheet.at
        yield say("S202", where, f"there is no option “{option}” on {issue}", suggestion(option, options))


def _same_name(sheet: Sheet[Any], where: Where, written: str, name: str) -> Found:
    if written != name:
        message = f"“{written}” differs from the name it is kept under, “{name}”"
        yield sheet.at("S209", where, message, f"write “{name}” instead of “{written}”, or rename the file")


def _scenario(folder: Folder, sheet: Sheet[ScenarioFile], known: Names) -> Found:
    yield from _same_name(sheet, ("id",), sheet.model.id, folder.name)
    for place, source in enumerate(sheet.model.sources):
        yield from _one(sheet, "S205", ("sources", place), ("source", source, known.sources))
    for place, meeting in enumerate(sheet.model.meetings):
        where: Where = ("meetings", place)
        yield from _one(sheet, "S203", (*where, "opens"), ("party", meeting.opens, known.parties))
        for nth, head in enumerate(meeting.heads):
            yield from _one(sheet, "S204", (*where, "heads", nth), ("head", head, known.heads))
        for table, named in (("chairs", meeting.chairs), ("present", meeting.present)):
            yield from _each_party(sheet, (*where, table), named, known)


def _each_party(sheet: Sheet[Any], where: Where, named: Iterable[str], known: Names) -> Found:
    """A table by party: no stranger in it, and neither party left out."""
    there = tuple(named)
    strangers = [party for party in there if party not in known.parties]
    for party in strangers:
        yield from _one(sheet, "S203", (*where, party), ("party", party, known.parties))
    missing = [party for party in known.parties if party not in there]
    if missing and not strangers:
        yield sheet.at_key("S203", where, f"“{missing[0]}” has no entry here", "both parties need one")


def _parties(folder: Folder, known: Names) -> Found:
    for sheet in folder.parties:
        name = _stem(sheet)
        yield from _same_name(sheet, ("id",), sheet.model.id, name)
        if sheet.model.id == name:
            yield from _one(sheet, "S203", ("id",), ("party", name, known.parties))


def _stem(sheet: Sheet[Any]) -> str:
    return sheet.document.path.rpartition("/")[2].removesuffix(".yaml")


def _issue(sheet: Sheet[Any], where: Where, issue: Issue, known: Names) -> Found:
    yield from _one(sheet, "S204", (*where, "head"), ("head", issue.head, known.heads))
    if issue.head in known.heads:
        for problem in _same_name(sheet, (*where, "head"), issue.head, _stem(sheet)):
            yield problem if _stem(sheet) in known.heads else replace(problem, hint=_renaming(sheet, issue.head))
    for place, option in enumerate(issue.options):
        for nth, following in enumerate(option.next):
            yield from _option(sheet, (*where, "options", place, "next", nth), (issue.id, following), known)
    yield from _each_party(sheet, (*where, "stakes"), issue.stakes, known)
    for party, stake in issue.stakes.items():
        inside = (*where, "stakes", party)
        for priced in stake.points:
            yield from _option(sheet, (*inside, "points", priced), (issue.id, priced), known)
        for place, entry in enumerate(stake.instructions):
            yield from _instruction(sheet, (*inside, "instructions", place), (issue, entry), known)
        for place, ruling in enumerate(stake.rulings):
            yield from _option(sheet, (*inside, "rulings", place, "option"), (issue.id, ruling.option), known)
    if issue.settled:
        nearer = ("party", issue.settled.nearer, (*known.parties, *NEITHER))
        yield from _one(sheet, "S203", (*where, "settled", "nearer"), nearer)
        if issue.settled.option:
            yield from _option(sheet, (*where, "settled", "option"), (issue.id, issue.settled.option), known)


def _renaming(sheet: Sheet[Any], stem: str) -> str:
    """How to call a file for what it holds."""
    name = "/".join(sheet.document.path.split("/")[-2:])
    return f"rename “{name}”, so that it is called “{name.rpartition('/')[0]}/{stem}.yaml”"


def _instruction(sheet: Sheet[Any], where: Where, told: tuple[Issue, Instruction], known: Names) -> Found:
    """Options of other issues in an instruction; when one of its own is left out, that is the one that is meant."""
    issue, entry = told
    options = known.issues.get(issue.id, ())
    lists = [(latitude.value, getattr(entry, latitude.value)) for latitude in Latitude]
    named = [(name, nth, one) for name, row in lists for nth, one in enumerate(row)]
    left_out = [option for option in options if option not in [one for _, _, one in named]]
    for latitude, nth, one in named:
        for problem in _option(sheet, (*where, latitude, nth), (issue.id, one), known):
            alone = len(left_out) == 1 and not problem.hint.startswith("did you mean")
            yield replace(problem, hint=f"did you mean “{left_out[0]}”?") if alone else problem


def _evidence(folder: Folder, known: Names) -> Found:
    if folder.evidence is None:
        return
    sheet = folder.evidence
    for place, claim in enumerate(sheet.model.claims):
        where: Where = ("claims", place)
        for nth, issue in enumerate(claim.issues):
            yield from _one(sheet, "S201", (*where, "issues", nth), ("issue", issue, known.issues))
        for nth, other in enumerate(claim.rebuts):
            yield from _one(sheet, "S206", (*where, "rebuts", nth), ("claim", other, known.claims))
        for nth, easing in enumerate(claim.effect.eases if claim.effect else ()):
            spot = (*where, "effect", "eases", nth)
            yield from _one(sheet, "S201", (*spot, "issue"), ("issue", easing.issue, known.issues))
            yield from _option(sheet, (*spot, "option"), (easing.issue, easing.option), known)
    for place, minute in enumerate(sheet.model.minutes):
        where = ("minutes", place)
        yield from _one(sheet, "S201", (*where, "issue"), ("issue", minute.issue, known.issues))
        yield from _option(sheet, (*where, "option"), (minute.issue, minute.option), known)


def _ties(folder: Folder, known: Names) -> Found:
    if folder.linkages:
        for place, linkage in enumerate(folder.linkages.model.linkages):
            for name in ("when", "then"):
                yield from _end(folder.linkages, ("linkages", place, name), getattr(linkage, name), known)
    if folder.disputes:
        for place, dispute in enumerate(folder.disputes.model.disputes):
            if dispute.issue:
                spot = ("disputes", place, "issue")
                yield from _one(folder.disputes, "S201", spot, ("issue", dispute.issue, known.issues))


def _end(sheet: Sheet[Any], where: Where, end: End | None, known: Names) -> Found:
    if end is not None:
        yield from _one(sheet, "S201", (*where, "issue"), ("issue", end.issue, known.issues))
        for nth, option in enumerate(end.options):
            yield from _option(sheet, (*where, "options", nth), (end.issue, option), known)


def _history(sheet: Sheet[Any], known: Names) -> Found:
    yield from _one(sheet, "S210", ("meeting",), ("meeting", sheet.model.meeting, known.meetings))
    if sheet.model.meeting in known.meetings:
        yield from _same_name(sheet, ("meeting",), sheet.model.meeting, _stem(sheet))
    if sheet.model.source is not None:
        yield from _one(sheet, "S205", ("source",), ("source", sheet.model.source, known.sources))
    for place, move in enumerate(sheet.model.moves):
        yield from _move(sheet, ("moves", place), move, known)


def _move(sheet: Sheet[Any], where: Where, move: HistoricMove, known: Names) -> Found:
    for table in ("package", "standing", "asks"):
        for issue, option in (getattr(move, table) or {}).items():
            yield from _one(sheet, "S201", (*where, table, issue), ("issue", issue, known.issues))
            yield from _option(sheet, (*where, table, issue), (issue, option), known)
    for nth, issue in enumerate(move.issues or ()):
        yield from _one(sheet, "S201", (*where, "issues", nth), ("issue", issue, known.issues))
    if move.issue is not None:
        yield from _one(sheet, "S201", (*where, "issue"), ("issue", move.issue, known.issues))
    if move.claim is not None:
        yield from _one(sheet, "S206", (*where, "claim"), ("claim", move.claim, known.claims))
        if move.passage is not None and move.claim in known.claims:
            passages = known.claims[move.claim]
            yield from _one(sheet, "S206", (*where, "passage"), ("passage of that claim", move.passage, passages))
    if move.minute is not None:
        yield from _one(sheet, "S206", (*where, "minute"), ("minute", move.minute, known.minutes))


def _everywhere(sheet: Sheet[Any], known: Names) -> Found:
    """Parties, sources and works, which are named in every kind of file."""
    kept = {"source": known.sources, "work": known.works}
    for where, model in sheet.parts:
        for key in _naming(type(model)):
            value = getattr(model, key)
            if key in kept:
                if (where or key == "work") and value is not None:
                    yield from _one(sheet, "S205", (*where, key), (key, value, kept[key]))
            elif isinstance(value, str):
                yield from _one(sheet, "S203", (*where, key), ("party", value, known.parties))
            elif isinstance(value, tuple):
                for nth, party in enumerate(value):
                    yield from _one(sheet, "S203", (*where, key, nth), ("party", party, known.parties))


@cache
def _naming(kind: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a shape that name parties, a source or a work."""
    return tuple(key for key in ("by", "known_to", "party", "source", "work") if key in kind.model_fields)


def _passages(claim: Claim) -> tuple[str, ...]:
    quoted = tuple(f"p{place}" for place in range(1, len(claim.passages) + 1))
    return (*quoted, *(ground.id for ground in claim.grounds))
