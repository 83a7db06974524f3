"""What ``plenipo check`` has to say: every mistake, and how much of each scenario is documented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.authoring.case import Case
from game.authoring.diagnostics import Diagnostic, in_order, render
from game.authoring.drafts import Built
from game.authoring.library import Library
from game.engine.evidence import Basis
from game.engine.history import HistoricMove
from game.slim import dataclass

VERSION = 1
"""Version of the mapping that ``as_json`` makes."""


Passage = tuple[str, int, str]
"""A quotation: source, line, words."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one scenario holds: its issues and options, the passages it quotes, and its values by basis."""

    id: str
    issues: int
    options: int
    passages: frozenset[Passage]
    values: dict[str, int]

    @property
    def documented(self) -> float:
        """The share of values that are attested or reported, from 0 to 1."""
        known = self.values[Basis.ATTESTED.value] + self.values[Basis.REPORTED.value]
        return known / (sum(self.values.values()) or 1)


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, and every mistake found, in order. A scenario with mistakes has no account."""

    accounts: tuple[Account, ...]
    scenarios: tuple[str, ...]
    sources: tuple[str, ...]
    problems: tuple[Diagnostic, ...]

    @property
    def quotations(self) -> int:
        """How many different passages are quoted in all."""
        return len(frozenset[Passage]().union(*(account.passages for account in self.accounts)))


def examined(library: Library, folders: Iterable[Path]) -> Report:
    """The report on the scenarios in some folders, on what they extend, and on every source there is."""
    chosen = tuple(folders)
    parents = [parent for folder in chosen for parent in library.extended_by(folder)]
    problems = [problem for folder in dict.fromkeys([*parents, *chosen]) for problem in library.problems(folder)]
    drafts = [library.draft(folder) for folder in chosen]
    return Report(
        accounts=tuple(account(draft.built) for draft in drafts if draft.built is not None),
        scenarios=tuple(folder.name for folder in chosen),
        sources=tuple(library.documents),
        problems=in_order([*problems, *library.source_problems()]),
    )


def account(built: Built) -> Account:
    """What a scenario holds.

    A value counts where it states its basis, and the length of each meeting counts as invented. A passage quoted for
    two things counts once.
    """
    values: Counter[str] = Counter({Basis.INVENTED.value: len(built.scenario.agenda.meetings)})
    cited = [move.citation for move in _moves(built)]
    passages = {(one.source, one.line, one.quote) for one in cited if one.verbatim}
    for entry in _entries(built.case):
        if "basis" in entry:
            values[entry["basis"]] += 1
        if "quote" in entry:
            passages.add((entry["source"], entry["line"], entry["quote"]))
    return Account(
        id=built.scenario.id,
        issues=len(built.scenario.agenda.issues),
        options=sum(len(issue.options) for issue in built.scenario.agenda.issues),
        passages=frozenset(passages),
        values={basis.value: values[basis.value] for basis in Basis},
    )


def rendered(report: Report) -> str:
    """The report as it is printed."""
    parts = [f"{render(problem)}\n" for problem in report.problems]
    for one in report.accounts:
        counts = ", ".join(f"{number} {basis}" for basis, number in one.values.items())
        parts.append(f"{one.id}: {one.issues} issues, {one.options} options, {len(one.passages)} quotations")
        parts.append(f"    values: {counts}; documented: {one.documented:.0%}")
    parts.append(f"{_several(len(report.scenarios), 'scenario')}, {_several(len(report.sources), 'source')} looked at;")
    parts[-1] += f" {report.quotations} different quotations looked up"
    count = len(report.problems)
    parts.append("no errors" if not count else _several(count, "error"))
    return "\n".join(parts)


def as_json(report: Report) -> dict[str, Any]:
    """The report as a mapping of plain values."""
    return {
        "version": VERSION,
        "problems": [asdict(problem) for problem in report.problems],
        "scenarios": [_plain(one) for one in report.accounts],
        "sources": list(report.sources),
        "quotations": report.quotations,
    }


def _plain(one: Account) -> dict[str, Any]:
    return {
        "id": one.id,
        "issues": one.issues,
        "options": one.options,
        "quotations": len(one.passages),
        "values": one.values,
        "documented": round(one.documented, 4),
    }


def _several(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _moves(built: Built) -> Iterator[HistoricMove]:
    return (move for meeting in built.history for move in meeting.moves)


def _entries(case: Case) -> Iterator[dict[str, Any]]:
    """Every mapping in a canonical form."""
    waiting: list[object] = [case]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
