"""The map: what it cites stands in the sources, and every issue it lights up for is on the campaign's agenda."""

from dataclasses import replace

import pytest

from game.authoring import loader
from game.play.geography import FEATURES, LIT, MANCHURIA, PORTS, along, called, lit, mapped, sheet_for

CITED = [feature for feature in FEATURES if feature.citation]


@pytest.mark.parametrize("feature", CITED, ids=lambda feature: feature.id)
def test_citation_of_a_feature_stands_in_its_source_at_that_line(feature):
    source = loader.load_source(feature.citation.source)
    assert feature.citation.quote in source.lines[feature.citation.line - 1]
    assert feature.citation.date == source.talk


def test_every_issue_that_lights_something_is_on_the_agenda_of_1945_or_of_1905():
    agendas = [loader.load(name).agenda for name in ("moscow-1945", "portsmouth-1905")]
    assert set(LIT) == {issue for agenda in agendas for issue in mapped(agenda)}
    assert {one for lights in LIT.values() for one in lights} <= {feature.id for feature in FEATURES}


def test_scenario_of_another_place_has_no_map():
    assert mapped(loader.load("first-session").agenda) == ()


def test_issue_that_has_its_name_by_chance_makes_no_map():
    agenda = loader.load("first-session").agenda
    lease = replace(agenda.issues[0], id="lease")
    assert mapped(replace(agenda, issues=(lease, *agenda.issues[1:]))) == ()


def test_portsmouth_lights_the_line_that_japan_asked_for():
    # the demand was for the railway from Harbin to Port Arthur; it went to Japan as far as Changchun
    assert {"southern-line", "lease"} <= set(mapped(loader.load("portsmouth-1905").agenda))
    assert [feature.name for feature in lit("southern-line")] == ["South Manchurian Railway", "Harbin", "Changchun"]


def test_railway_has_its_name_of_1945_on_no_issue_of_1905():
    agenda = loader.load("portsmouth-1905").agenda
    names = {called(feature, agenda.meetings[0].date) for issue in mapped(agenda) for feature in lit(issue)}
    assert {"Harbin–Port Arthur railway", "Chinese Eastern Railway"} <= names
    assert "South Manchurian Railway" not in names


def test_dairen_lies_north_east_of_port_arthur_and_harbin_far_north():
    # as any map has it; the South Manchurian line runs from Harbin down to Dairen
    at = {feature.id: feature.points[0] for feature in FEATURES}
    assert at["dairen"] > at["port-arthur"]
    assert at["dairen"][1] > at["port-arthur"][1]
    assert at["harbin"][1] > at["mukden"][1] > at["dairen"][1]


def test_issue_of_the_ports_is_shown_on_the_sheet_of_the_ports():
    assert sheet_for("dairen-zone") is PORTS
    assert sheet_for("railway-board") is MANCHURIA
    assert [feature.id for feature in lit("miao-islands")] == ["miao"]


@pytest.mark.parametrize(
    ("line", "towns"),
    [
        ("chinese-eastern", ["Manchouli", "Harbin", "Suifenho"]),
        ("south-manchurian", ["Harbin", "Changchun", "Mukden", "Dairen"]),
        ("port-branch", ["Port Arthur"]),
    ],
)
def test_towns_along_a_line_stand_in_the_order_of_the_line(line, towns):
    # as any map has them
    feature = next(one for one in FEATURES if one.id == line)
    assert [town.name for town in along(feature)] == towns
