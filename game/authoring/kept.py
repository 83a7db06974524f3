"""Scenarios and sources worked out from their files, or taken from what was worked out before.

A scenario is kept as lines of JSON: its summary, its canonical form, its record; one with mistakes as its mistakes.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.authoring import compiled
from game.authoring.case import digest
from game.authoring.diagnostics import Diagnostic, Severity
from game.authoring.documents import Source
from game.authoring.errors import BrokenScenario, BrokenSource
from game.authoring.memory import nothing_thrown_away
from game.authoring.summaries import plain, summed_up
from game.engine import notation
from game.engine.evidence import Citation
from game.engine.history import HistoricMeeting, HistoricMove
from game.engine.scenario import Scenario
from game.paths import scenarios_folders, sources_folders
from game.slim import dataclass

if TYPE_CHECKING:
    from game.authoring.library import Library


@dataclass(frozen=True, slots=True)
class KeptScenario:
    """A scenario as text: its summary and its record as JSON, and its canonical form; and built, when it just was."""

    summary: str
    text: str
    history: str
    scenario: Scenario | None = None


@lru_cache(maxsize=32)
def kept_scenario(folder: Path, sign: str) -> KeptScenario:
    """The scenario in a folder, whose files have the fingerprint ``sign``. Raises BrokenScenario."""
    name = f"scenario-{folder.name}-{digest(str(folder))[:12]}"
    lines = compiled.kept(name, sign)
    scenario = None
    if lines is None:
        lines, scenario = _worked_out(folder, sign)
        compiled.keep(name, sign, lines)
    if len(lines) == 1:
        raise BrokenScenario(folder.name, tuple(_diagnostic(one) for one in json.loads(lines[0])))
    summary, text, record = lines
    return KeptScenario(summary, text, record, scenario)


@lru_cache(maxsize=64)
def kept_source(folder: Path, sign: str) -> Source:
    """The source in a folder, whose files have the fingerprint ``sign``. Raises BrokenSource."""
    name = f"source-{folder.name}-{digest(str(folder))[:12]}"
    lines = compiled.kept(name, sign)
    if lines is None:
        lines = _source_lines(folder)
        compiled.keep(name, sign, lines)
    values = json.loads(lines[0])
    if isinstance(values, list):
        raise BrokenSource(folder.name, tuple(_diagnostic(one) for one in values))
    pairs = ("catalogue", "peculiarities")
    listed = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return Source(**{**values, **listed, **{name: tuple(map(tuple, values[name])) for name in pairs}})


def history_of(text: str) -> tuple[HistoricMeeting, ...]:
    """The record that a text describes."""
    return tuple(
        HistoricMeeting(
            meeting=entry["meeting"],
            source=entry["source"],
            grain=entry["grain"],
            moves=tuple(
                HistoricMove(notation.read(one["move"]), Citation(**one["citation"]), one["note"])
                for one in entry["moves"]
            ),
            note=entry["note"],
        )
        for entry in json.loads(text)
    )


def _worked_out(folder: Path, sign: str) -> tuple[tuple[str, ...], Scenario | None]:
    """What is to be kept of the scenario in a folder, and the scenario itself when it has no mistakes."""
    with nothing_thrown_away():
        draft = _library(sign).draft(folder)
    if draft.built is None:
        return (json.dumps([asdict(problem) for problem in draft.in_the_way]),), None
    record = [_meeting(meeting) for meeting in draft.built.history]
    lines = (json.dumps(plain(summed_up(draft.built.case))), draft.built.text, json.dumps(record))
    return lines, draft.built.scenario


def _source_lines(folder: Path) -> tuple[str, ...]:
    from game.authoring.ids import shown
    from game.authoring.sources import read_source

    source, problems = read_source(folder, shown(folder))
    if source is None or problems:
        return (json.dumps([asdict(problem) for problem in problems]),)
    return (json.dumps(asdict(source)),)


@lru_cache(maxsize=1)
def _library(sign: str) -> Library:
    """A library of the folders in use, as they are at ``sign``. What is heavy to import is imported only here."""
    from game.authoring.library import Library

    return Library(scenarios_folders(), sources_folders())


def _meeting(meeting: HistoricMeeting) -> dict[str, Any]:
    moves = [
        {"move": notation.written(one.move), "citation": asdict(one.citation), "note": one.note}
        for one in meeting.moves
    ]
    return {**{name: getattr(meeting, name) for name in ("meeting", "source", "grain", "note")}, "moves": moves}


def _diagnostic(values: dict[str, Any]) -> Diagnostic:
    return Diagnostic(**{**values, "severity": Severity(values["severity"])})
