"""``plenipo list``: what there is to play, and the games to go on with."""

from __future__ import annotations

import argparse

from game.commands.telling import complain, tell, tell_json


def arguments(parser: argparse.ArgumentParser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace) -> int:
    """Print the scenarios with their chairs, and the saved games."""
    from game.authoring import loader
    from game.authoring.summaries import plain

    found = loader.summaries()
    broken = sorted(set(loader.scenario_ids()) - {one.id for one in found})
    if chosen.json:
        tell_json({"version": 1, "scenarios": [plain(one) for one in found], "broken": broken, "saves": _saves()})
        return 0
    for one in found:
        chairs = ", ".join(f"{party} ({name})" for party, name in one.chairs)
        meetings = "meeting" if one.meetings == 1 else "meetings"
        tell(f"{one.id}\n    {one.title}: {one.subtitle}")
        tell(f"    {one.issues} issues, {one.meetings} {meetings}; chairs: {chairs}")
    for save in _saves():
        tell(f"{save['id']}\n    saved game of {save['scenario']}, {save['ply']} moves{_how(save)}")
    for name in broken:
        complain(f"“{name}” has mistakes and can't be played; run: plenipo check {name}")
    return 0


def _saves() -> list[dict[str, object]]:
    from game.play.saves import list_saves

    names = ("id", "scenario", "chair", "when", "ply", "ended", "trouble")
    return [{name: getattr(save, name) for name in names} for save in list_saves()]


def _how(save: dict[str, object]) -> str:
    if save["trouble"]:
        return f" ({save['trouble']})"
    return f", ended: {save['ended']}" if save["ended"] else ""
