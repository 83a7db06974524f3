"""The way into this room: scenarios, their records and the sources, by id.

What was worked out once is kept (see ``kept``), so that play starts without reading YAML.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from game.authoring import case as cases
from game.authoring.build import build
from game.authoring.compiled import present_stamp
from game.authoring.diagnostics import Diagnostic
from game.authoring.documents import Source
from game.authoring.errors import BrokenScenario, BrokenSource, UnknownScenario, UnknownSource
from game.authoring.ids import folders_by_name
from game.authoring.kept import KeptScenario, history_of, kept_scenario, kept_source
from game.authoring.overview import summaries
from game.authoring.summaries import Summary
from game.engine.engine import begin
from game.engine.history import HistoricMeeting, history_until
from game.engine.scenario import Scenario
from game.engine.state import State
from game.paths import scenarios_folders, sources_folders

__all__ = [
    "BrokenScenario",
    "BrokenSource",
    "Source",
    "Summary",
    "UnknownScenario",
    "UnknownSource",
    "canonical",
    "from_canonical",
    "load",
    "load_history",
    "load_source",
    "load_wider",
    "positions_after",
    "scenario_ids",
    "source_ids",
    "summaries",
    "wider",
]
_EXTENDS = re.compile(r"^extends:[ \t]*([a-z0-9-]{1,40})[ \t]*$", re.MULTILINE)
LONGEST_HEAD = 64 * 1024
"""Characters of a ``scenario.yaml`` in which ``extends`` is looked for."""
LARGEST_CASE = 8 * 1024 * 1024
"""Characters of a canonical form that are read at most."""


def scenario_ids() -> tuple[str, ...]:
    """The ids of all scenarios, sorted."""
    return tuple(sorted(_scenario_folders()))


def source_ids() -> tuple[str, ...]:
    """The ids of all sources, sorted."""
    return tuple(sorted(_source_folders()))


def load(scenario_id: str) -> Scenario:
    """The scenario of that id. Raises UnknownScenario, or BrokenScenario with every mistake in it."""
    kept = _kept(scenario_id)
    return kept.scenario or _built(kept.text)


def load_history(scenario_id: str) -> tuple[HistoricMeeting, ...]:
    """What really happened at a scenario's meetings, in order of date. Raises as ``load`` does."""
    return history_of(_kept(scenario_id).history)


def wider(scenario_id: str) -> str:
    """The id of the scenario that this one is a part of; empty when it stands by itself or is not here."""
    folder = _scenario_folders().get(scenario_id)
    if folder is None:
        return ""
    found = _EXTENDS.search((folder / "scenario.yaml").read_text("utf-8", errors="replace")[:LONGEST_HEAD])
    return found.group(1) if found else ""


def load_wider(scenario_id: str) -> tuple[Scenario, tuple[HistoricMeeting, ...]] | None:
    """The scenario that this one is a part of, with its record; None where there is none, or none that can be read."""
    name = wider(scenario_id)
    try:
        return (load(name), load_history(name)) if name else None
    except (UnknownScenario, BrokenScenario):
        return None


def canonical(scenario_id: str) -> str:
    """A scenario in its canonical form, whose SHA-256 is ``Scenario.digest``. Raises as ``load`` does."""
    return _kept(scenario_id).text


def from_canonical(text: str) -> Scenario:
    """The scenario that a canonical form describes. Raises BrokenScenario when it does not hold together."""
    if len(text) > LARGEST_CASE:
        raise _unusable("it is too large")
    try:
        return _built(text)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise _unusable("it does not hold together") from None


def load_source(source_id: str) -> Source:
    """The source of that id. Raises UnknownSource, or BrokenSource with every mistake in it."""
    folders = _source_folders()
    if source_id not in folders:
        raise UnknownSource(source_id, folders)
    return kept_source(folders[source_id], present_stamp())


def positions_after(scenario_id: str, day: str) -> State:
    """How history left the table after the last meeting up to ``day`` (ISO); the opening when there was none."""
    scenario = load(scenario_id)
    _, state = history_until(scenario, load_history(scenario_id), day)
    return state or begin(scenario)


def _kept(scenario_id: str) -> KeptScenario:
    folders = _scenario_folders()
    if scenario_id not in folders:
        raise UnknownScenario(scenario_id, folders)
    return kept_scenario(folders[scenario_id], present_stamp())


@lru_cache(maxsize=8)
def _built(text: str) -> Scenario:
    return build(json.loads(text), cases.digest(text))


def _scenario_folders() -> dict[str, Path]:
    return folders_by_name(scenarios_folders(), "scenario.yaml")


def _source_folders() -> dict[str, Path]:
    return folders_by_name(sources_folders(), "source.yaml")


def _unusable(why: str) -> BrokenScenario:
    return BrokenScenario("saved", (Diagnostic("S106", "the saved scenario", 0, 0, why),))
