"""S207: whether an id or a code is given only once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from game.authoring.diagnostics import Diagnostic
from game.authoring.folder import Folder
from game.authoring.sheet import Sheet
from game.authoring.yaml_source import Where

Found = Iterator[Diagnostic]


def named_twice(folder: Folder) -> Found:
    """Ids and codes that stand for two things."""
    issues = [
        (sheet, ("issues", place), issue) for sheet in folder.issues for place, issue in enumerate(sheet.model.issues)
    ]
    yield from _repeated("issue id", ((sheet, (*where, "id"), issue.id) for sheet, where, issue in issues))
    yield from _repeated("issue code", ((sheet, (*where, "code"), issue.code) for sheet, where, issue in issues))
    for sheet, where, issue in issues:
        options = enumerate(issue.options)
        yield from _repeated("option id", ((sheet, (*where, "options", nth, "id"), one.id) for nth, one in options))
    singles: list[tuple[str, Sheet[Any] | None, str]] = [
        ("claim id", folder.evidence, "claims"),
        ("minute id", folder.evidence, "minutes"),
        ("linkage id", folder.linkages, "linkages"),
        ("event id", folder.events, "events"),
        ("dispute id", folder.disputes, "disputes"),
        ("head id", folder.scenario, "heads"),
        ("meeting id", folder.scenario, "meetings"),
    ]
    for what, single, table in singles:
        if single is not None:
            rows = enumerate(getattr(single.model, table))
            yield from _repeated(what, ((single, (table, nth, "id"), row.id) for nth, row in rows))
    for nth, claim in enumerate(folder.evidence.model.claims if folder.evidence else ()):
        grounds = [
            (folder.evidence, ("claims", nth, "grounds", g, "id"), one.id) for g, one in enumerate(claim.grounds)
        ]
        yield from _repeated("ground id", grounds)


def _repeated(what: str, named: Iterable[tuple[Any, Where, str]]) -> Found:
    first: dict[str, tuple[Sheet[Any], Where]] = {}
    for sheet, where, name in named:
        if name in first:
            other, spot = first[name]
            place = f"{other.document.path}:{other.document.at(spot).line}"
            yield sheet.at("S207", where, f"the {what} “{name}” is used already, at {place}", "choose another")
        else:
            first[name] = (sheet, where)
