"""Every finding of a playtest is made, at its place, on a bad scenario; and a sound one has a clean bill."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring.library import Library
from game.simulate.hands import Hands
from game.simulate.playtest.report import Playtest, Wish, plain, playtested, rendered
from tests.authoring.copies import bad_scenarios, changed, started

BAD = {name: bad for name, bad in bad_scenarios().items() if name.startswith("S6")}

FIGURES = re.compile(r"-?\d+(?:\.\d+)?")
"""What games come to changes a little whenever a delegate does; what is said of it does not."""


def tried(root: Path, games: int, workers: int = 1) -> Playtest:
    """The scenario under ``root``, tried out."""
    draft = Library((root / "scenarios",), ()).draft(root / "scenarios/two-villages")
    assert draft.built is not None, draft.problems
    return playtested(draft, Wish(games), Hands(workers))


@pytest.mark.parametrize("name", BAD)
def test_bad_scenario_gives_its_finding_at_its_place(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = BAD[name]
    monkeypatch.chdir(tmp_path)
    started(tmp_path)
    for change in bad["changes"]:
        changed(tmp_path, change)
    done = tried(tmp_path, bad.get("games", 12))
    assert sorted(one.diagnostic.code for one in done.findings) == sorted([name[:4], *bad.get("besides", ())])
    (found,) = (one.diagnostic for one in done.findings if one.diagnostic.code == name[:4])
    assert f"{found.path}:{found.line}:{found.column}" == bad["at"]
    assert FIGURES.sub("#", found.message) == FIGURES.sub("#", bad["says"])
    assert FIGURES.sub("#", found.hint) == FIGURES.sub("#", bad["hint"])


def test_starter_has_a_clean_bill(tmp_path: Path) -> None:
    started(tmp_path)
    done = tried(tmp_path, 120, 2)
    assert done.findings == ()
    assert rendered(done).endswith("\nnothing found: a clean bill")
    assert plain(done)["games"] == 120


def test_findings_do_not_depend_on_the_number_of_workers(tmp_path: Path) -> None:
    started(tmp_path)
    change = {"file": "scenarios/two-villages/parties/lowmead.yaml", "find": "points: 460", "put": "points: 10"}
    changed(tmp_path, change)
    assert plain(tried(tmp_path, 60, 1)) == plain(tried(tmp_path, 60, 2))
