"""Where parts of a scenario stand: lines counted by hand in the starter, and in a scenario that extends another."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.diagnostics import Severity
from game.authoring.library import Library
from game.authoring.places import Place, Places
from tests.authoring.copies import copied, started


@pytest.fixture
def starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.chdir(tmp_path)
    return Places(Library((tmp_path / "scenarios",), ()).draft(started(tmp_path)))


def where(place: Place) -> tuple[str, str]:
    """The file, and the line of it, without what surrounds it."""
    told = place.told("S601", "so", "do")
    return told.path.removeprefix("scenarios/two-villages/"), told.excerpt.strip()


def test_every_part_is_found_on_its_own_line(starter: Places):
    assert where(starter.title()) == ("scenario.yaml", 'title: "The spring"')
    assert where(starter.issue("pipe")) == ("issues/spring.yaml", "id: pipe")
    assert where(starter.option("pipe", "equal-shares")) == ("issues/spring.yaml", "- id: equal-shares")
    assert where(starter.reservation("lowmead")) == ("parties/lowmead.yaml", "points: 460")
    assert where(starter.meeting("2001-06-15", "exchanges")) == ("scenario.yaml", "exchanges: 8")
    assert where(starter.claim("gardens-dry-first")) == ("evidence.yaml", "- id: gardens-dry-first")
    assert where(starter.ruling("first-draw", "lowmead", "hillside-first"))[1] == "- option: hillside-first"
    assert where(starter.points("pipe", "lowmead"))[1].startswith("points: {lowmead-pays: 0,")


def test_ground_is_found_among_the_grounds(starter: Places):
    found = starter.passage("gardens-dry-first", "everybody-knows").told("S611", "so", "do")
    # The second ground's since is on line 27 of the starter's evidence.yaml.
    assert (found.line, found.excerpt.strip()) == (27, "since: 2001-06-01")


def test_what_is_told_is_a_warning(starter: Places):
    assert starter.title().told("S604", "so", "do").severity is Severity.WARNING


def test_points_are_those_the_author_wrote(starter: Places):
    assert starter.points_written("term", "hillside") == {"ten-years": 10, "five-years": 5, "one-summer": 0}


def test_part_of_a_scenario_points_into_the_files_of_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(copied(tmp_path))
    library = Library((tmp_path / "scenarios",), (tmp_path / "sources",))
    places = Places(library.draft(tmp_path / "scenarios/second-day"))
    assert places.title().told("S604", "so", "do").path == "scenarios/second-day/scenario.yaml"
    assert places.issue("railway-board").told("S603", "so", "do").path == "scenarios/small-table/issues/railways.yaml"


def test_what_is_not_there_is_not_found(starter: Places):
    with pytest.raises(LookupError):
        starter.issue("bridge")
    with pytest.raises(LookupError):
        starter.option("pipe", "nobody-pays")
