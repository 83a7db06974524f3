"""Names, and how another distribution adds one."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from game.delegates import registry
from game.delegates.delegate import Decision
from game.delegates.registry import UnknownDelegate, make, names
from game.engine.moves import Yield


class Silent:
    name = "silent"

    def __init__(self, seed, party, history):
        self.party = party

    def choose(self, view):
        return Decision(Yield(self.party))


def test_names_begin_with_the_counterpart_and_are_all_makeable():
    assert names()[0] == "counterpart"
    for name in names():
        assert make(name, 1, "china").name == name


def test_make_of_a_mistyped_name_suggests_the_nearest():
    with pytest.raises(UnknownDelegate, match="Did you mean “boulware”"):
        make("bulware", 1, "china")


def test_make_of_a_nonsense_name_lists_what_there_is():
    with pytest.raises(UnknownDelegate, match="There are: counterpart, apprentice, master, historical"):
        make("xyzzy", 1, "china")


def test_entry_points_are_listed_and_loaded(monkeypatch):
    point = EntryPoint("silent", f"{__name__}:Silent", registry.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [point] if group == registry.GROUP else [])
    assert names()[-1] == "silent"
    assert make("silent", 1, "ussr").choose(None).move == Yield("ussr")


def test_entry_points_can_not_replace_the_projects_own(monkeypatch):
    point = EntryPoint("counterpart", f"{__name__}:Silent", registry.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [point])
    assert names().count("counterpart") == 1
    assert not isinstance(make("counterpart", 1, "china"), Silent)
