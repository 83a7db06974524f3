"""A scenario as authored, merged into one mapping of plain values: the canonical form, kept beside saved games.

Everything that builds a scenario builds it from this mapping, whether it was just read from YAML or kept for a year.
Keys at their default are left out; ``digest`` is the SHA-256 of the text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from game.engine.scenario import Opening

if TYPE_CHECKING:
    from game.authoring.documents import Source
    from game.authoring.folder import Folder
    from game.authoring.schema.common import Shape
    from game.authoring.schema.scenario import ExtensionFile

FIRST_HAND = "first-hand"
"""The evidence of a source that is the minutes of a talk."""
Case = dict[str, Any]
"""The canonical form as a mapping."""


def written(case: Case) -> str:
    """The canonical form as text: keys sorted, no spaces, UTF-8 characters as they are."""
    return json.dumps(case, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """The SHA-256 of a canonical form, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def merged(folder: Folder, documents: Mapping[str, Source]) -> Case:
    """The files of a scenario in one mapping. The folder must be without mistakes.

    ``talks`` has the day for which each source that is cited speaks, which dates the quotations that carry no date;
    ``unread`` names those of them that are not minutes of a talk: neither side had them.
    """
    assert folder.scenario is not None
    whole = _plain(folder.scenario.model)
    order = {head["id"]: place for place, head in enumerate(whole["heads"])}
    issues = [_plain(issue) for sheet in folder.issues for issue in sheet.model.issues]
    parties = {sheet.model.id: _plain(sheet.model) for sheet in folder.parties}
    evidence = _plain(folder.evidence.model) if folder.evidence else {}
    case = {
        **{key: whole[key] for key in ("id", "title", "subtitle", "summary", "heads", "meetings")},
        "sources": whole.get("sources", []),
        "parties": [parties[party] for party in whole["parties"]],
        "issues": sorted(issues, key=lambda issue: order[issue["head"]]),
        "claims": evidence.get("claims", []),
        "minutes": evidence.get("minutes", []),
        "linkages": _plain(folder.linkages.model).get("linkages", []) if folder.linkages else [],
        "events": _plain(folder.events.model).get("events", []) if folder.events else [],
        "disputes": _plain(folder.disputes.model).get("disputes", []) if folder.disputes else [],
    }
    if whole.get("settlement"):
        case["settlement"] = whole["settlement"]
    if whole.get("works"):
        case = {**_named(case, whole["works"]), "works": whole["works"]}
    cited = {source: documents[source] for source in sorted(_sources(case)) if source in documents}
    unread = [name for name, source in cited.items() if source.evidence != FIRST_HAND]
    told = {"unread": unread} if unread else {}
    return {**case, **told, "talks": {name: source.talk for name, source in cited.items()}}


def cited(title: str, at: str | None) -> str:
    """A work as it is named where it is cited.

    >>> cited("Treaty of Portsmouth", "Article VI")
    'Treaty of Portsmouth, Article VI'
    """
    return f"{title}, {at}" if at else title


def extended(parent: Case, extension: ExtensionFile, opening: Mapping[str, Opening]) -> Case:
    """The part of ``parent`` that an extension holds, opening from ``opening`` (by issue id)."""
    own = _named(_plain(extension), parent.get("works", {}))
    kept = set(own.get("issues") or (issue["id"] for issue in parent["issues"]))
    issues = [issue for issue in parent["issues"] if issue["id"] in kept]
    heads = {issue["head"] for issue in issues}
    meetings = [meeting for meeting in parent["meetings"] if meeting["id"] in own["meetings"]]
    last = max(meeting["date"] for meeting in meetings)
    return {
        **parent,
        **{key: own[key] for key in ("id", "title", "subtitle", "summary")},
        "parties": [_party(party, own) for party in parent["parties"]],
        "heads": [head for head in parent["heads"] if head["id"] in heads],
        "issues": issues,
        "meetings": meetings,
        "sources": [source for source in parent["sources"] if parent["talks"].get(source, "") <= last],
        "claims": [_bearing_on(claim, kept) for claim in parent["claims"] if kept & set(claim["issues"])],
        "minutes": [minute for minute in parent["minutes"] if minute["issue"] in kept],
        "linkages": [linkage for linkage in parent["linkages"] if _ends(linkage) <= kept],
        "disputes": [one for one in parent["disputes"] if one.get("issue") is None or one["issue"] in kept],
        "events": _events(parent, own.get("after", "")),
        "opening": [_opening(opening.get(issue["id"], Opening())) for issue in issues],
    }


def _plain(model: Shape) -> dict[str, Any]:
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _party(party: dict[str, Any], extension: dict[str, Any]) -> dict[str, Any]:
    """A party with the reservation value and the brief that the extension gives it, if any."""
    changed = dict(party)
    if party["id"] in extension.get("reservation", {}):
        changed["reservation"] = extension["reservation"][party["id"]]
    if party["id"] in extension.get("briefs", {}):
        changed["brief"] = extension["briefs"][party["id"]]
    return changed


def _bearing_on(claim: dict[str, Any], kept: set[str]) -> dict[str, Any]:
    """A claim with only those of its issues that are on the agenda."""
    return {**claim, "issues": [issue for issue in claim["issues"] if issue in kept]}


def _ends(linkage: dict[str, Any]) -> set[str]:
    ends = {linkage["when"]["issue"]}
    return ends | {linkage["then"]["issue"]} if linkage.get("then") else ends


def _events(parent: Case, after: str) -> list[dict[str, Any]]:
    """The events of a scenario that opens from history after a day: what rests on a talk up to then has happened.

    It loses its ``talk``, and so becomes an event like any other; what rests on a later talk keeps it, and is not told.
    """
    past = {meeting["id"] for meeting in parent["meetings"] if meeting["date"] <= after}
    return [
        {key: value for key, value in event.items() if key != "talk" or value not in past} for event in parent["events"]
    ]


def _opening(opening: Opening) -> dict[str, Any]:
    return {"positions": list(opening.positions), "status": opening.status}


def _named(value: Any, works: Mapping[str, Mapping[str, Any]]) -> Any:  # noqa: ANN401
    """Plain values with every outside work written out where it is cited: its name and its address, not its id."""
    if isinstance(value, list):
        return [_named(one, works) for one in value]
    if not isinstance(value, dict):
        return value
    written = {key: _named(one, works) for key, one in value.items() if key not in ("work", "at")}
    if "work" in value:
        work = works[value["work"]]
        written["publication"] = cited(work["title"], value.get("at"))
        for key in ("url", "known_to"):
            if work.get(key):
                written.setdefault(key, work[key])
    return written


def _sources(value: object) -> set[str]:
    """The sources that a mapping cites."""
    found: set[str] = set()
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(one.get("source"), str):
                found.add(one["source"])
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return found
