"""Everyone against everyone, at a small size; the table it prints."""

from __future__ import annotations

from game.simulate.tournament import Field, standings, table
from tests.builders_large import Shape, build

SCENARIOS = (build(1, Shape(issues=14)), build(2, Shape(issues=14, room=(4,))))


def test_counterpart_holds_its_own_against_the_baselines():
    # The bars, in small: it settles, leaves little unclaimed, and does as well in the field as the best baseline.
    names = ("boulware", "linear", "tit-for-tat")
    field = Field(("counterpart", *names), (*names, "stonewaller"), SCENARIOS, lengths=(12,))
    found = standings(field)
    print("\n" + table(found))
    assert all(standing.games == 8 for standing in found)
    means = {name: sum(standing.own for standing in found if standing.delegate == name) / 4 for name in field.delegates}
    mine = [standing for standing in found if standing.delegate == "counterpart"]
    moving = [standing for standing in mine if standing.opponent in ("boulware", "linear")]
    assert all(standing.below == 0 for standing in mine)
    assert all(standing.agreements >= 0.9 * standing.games for standing in moving)
    assert all(standing.unclaimed <= 0.05 for standing in moving)
    assert means["counterpart"] >= max(means[name] for name in names)
    assert next(standing for standing in mine if standing.opponent == "stonewaller").theirs <= 0.2


def test_standings_do_not_depend_on_the_number_of_workers():
    field = Field(("linear",), ("boulware", "conceder"), SCENARIOS[:1], lengths=(6,))
    assert standings(field, workers=1) == standings(field, workers=2)


def test_both_sides_of_a_pair_see_the_same_games():
    field = Field(("linear", "boulware"), ("linear", "boulware"), SCENARIOS[:1], lengths=(6,))
    found = {(standing.delegate, standing.opponent): standing for standing in standings(field, workers=1)}
    one, other = found["linear", "boulware"], found["boulware", "linear"]
    assert (one.agreements, round(one.own, 9)) == (other.agreements, round(other.theirs, 9))


def test_table_has_a_line_for_each_pair_and_a_mean_for_each_delegate():
    field = Field(("linear",), ("boulware", "conceder"), SCENARIOS[:1], lengths=(4,))
    lines = table(standings(field, workers=1)).splitlines()
    assert len(lines) == 4
    assert lines[0].split()[:2] == ["delegate", "against"]
    assert "mean" in lines[3]
    assert all(len(line) <= 80 for line in lines)
