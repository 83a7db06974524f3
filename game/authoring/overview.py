"""What there is to play, at a glance: kept as one, so that a list of it needs neither a scenario nor the engine."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from game.authoring import compiled
from game.authoring.errors import BrokenScenario
from game.authoring.ids import folders_by_name
from game.authoring.summaries import Summary, from_plain, plain
from game.paths import scenarios_folders


def kept_summaries() -> tuple[Summary, ...] | None:
    """What there is to play, by id, as it was worked out before; None when that is out of date, or never was."""
    lines = compiled.kept(_name(), compiled.present_stamp())
    return None if lines is None else _read(lines)


def summaries() -> tuple[Summary, ...]:
    """What there is to play, by id. A scenario with mistakes is left out; ``plenipo check`` tells of it."""
    sign = compiled.present_stamp()
    lines = compiled.kept(_name(), sign)
    if lines is None:
        found = _worked_out(sorted(folders_by_name(scenarios_folders(), "scenario.yaml").items()), sign)
        lines = (json.dumps([plain(one) for one in found]),)
        compiled.keep(_name(), sign, lines)
    return _read(lines)


def _name() -> str:
    return f"overview-{sha256(repr(scenarios_folders()).encode()).hexdigest()[:12]}"


def _read(lines: tuple[str, ...]) -> tuple[Summary, ...]:
    return tuple(from_plain(one) for one in json.loads(lines[0]))


def _worked_out(folders: list[tuple[str, Path]], sign: str) -> list[Summary]:
    """The summary of each scenario, from what is kept of it; its files are read where nothing is."""
    from game.authoring.kept import kept_scenario

    found = []
    for _, folder in folders:
        try:
            found.append(from_plain(json.loads(kept_scenario(folder, sign).summary)))
        except BrokenScenario:
            continue
    return found
