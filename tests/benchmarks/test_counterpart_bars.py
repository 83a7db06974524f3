"""The measures behind the counterpart's bars, at the smallest size: that they count what they say, and can fail."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

from game.authoring.loader import load
from game.bargaining.reach import within_reach
from game.delegates.counterpart.temper import Temper
from game.delegates.delegate import Decision
from game.delegates.registry import make
from game.engine.engine import begin
from game.engine.moves import Argue, CiteMinutes, Yield
from game.engine.view import view
from game.simulate.hands import Hands
from game.simulate.runner import play_out
from tests.benchmarks import counterpart_bars
from tests.benchmarks.bars import model, safety, zone
from tests.benchmarks.bars.levels import levels
from tests.benchmarks.bars.response import Bout, Gym, Manner, Player, searched
from tests.benchmarks.bars.rows import LONG, SHORT, Row, averaged, counted, table
from tests.benchmarks.bars.variety import Wordless, settlements
from tests.builders import small
from tests.builders_large import Shape, build
from tests.delegates.games import moments

TINY = replace(
    SHORT, tables=("first-session",), seeds=1, safety=6, search=16, fresh=4, decisions=6, variety=4, pairs=1, timed=1
)


def test_counts_and_means_are_told_with_their_intervals():
    # Wilson (1927) for 8 of 10: 0.490 to 0.943; Student for 1, 2, 3: 2 ± 2.484.
    assert counted(8, 10) == "8 of 10 = 80.0 % (49.0 to 94.3)"
    assert averaged([1.0, 2.0, 3.0]) == "2.000 (-0.484 to 4.484) of 3"
    assert (counted(0, 0), averaged([]), averaged([0.5])) == ("0 of 0", "nothing to average", "0.500 of 1")


def test_fair_share_at_the_small_table_by_hand(monkeypatch):
    # In common: joint board, Chinese guards, joint use, either draft. China 670 and the draft's 80 or 0, the Soviet
    # side 420 and 0 or 50, both over 350: 320 x 120 is more than 400 x 70, so the Soviet draft. Of 650 each.
    monkeypatch.setattr(zone, "table", lambda _: small())
    zone.fair.cache_clear()
    assert zone.fair("small") == (pytest.approx(320 / 650), pytest.approx(120 / 650))
    zone.fair.cache_clear()


def test_table_without_anything_in_common_has_no_zone():
    assert zone.fair("moscow-1945-07-12") is None


@pytest.mark.parametrize("size", [SHORT, LONG], ids=["short", "long"])
def test_tables_of_a_size_all_have_a_zone_and_are_four_or_more(size):
    assert len(size.tables) >= 4
    assert all(zone.fair(name) for name in size.tables)


def test_settlements_better_for_both_than_none_are_counted_on_the_first_session():
    # Both need what they want most: Westmill the toll, Eastquay any hour. The notice has three options, or none.
    assert settlements(load("first-session"), 15) == 4


def test_settlements_of_a_large_table_are_not_counted_out():
    assert settlements(table("large-1-34"), 15) == 15


def test_a_wide_table_leaves_more_room_than_a_narrow_one():
    reach = {kind: within_reach(table(f"{kind}-1-12")) for kind in ("wide", "narrow")}
    assert max(point[0] for point in reach["wide"].points) > max(point[0] for point in reach["narrow"].points)


def test_beliefs_are_looked_at_from_the_first_speech_to_the_last():
    looks = model.game_looked_at(("large-1-12", "linear", 0, 6, 1))
    assert [one.at for one in looks] == list(model.LOOKS)[: len(looks)]
    assert len(looks) >= 3
    assert all(-1.0 <= one.within <= 1.0 and one.side == 0 for one in looks)


def test_beliefs_that_are_the_truth_correlate_wholly():
    state = begin(build(1, Shape(issues=14)))
    seen = view(state, state.floor)
    truth = model._weights(seen, Temper())
    assert model.look(seen, Temper(), truth, (0, 0.0)).tau == pytest.approx(1.0)


def test_levels_are_told_apart_on_the_same_tables():
    rows = list(levels(TINY))
    assert [row.bar.split(",")[0] for row in rows[:3]] == ["apprentice", "counterpart", "master"]
    assert [row.goal for row in rows[3:]] == [">= 0", ">= 0"]


def test_most_games_of_safety_are_on_small_tables():
    assert safety.small("first-session")
    assert not safety.small("large-1-34")


def test_generated_tables_are_the_first_with_a_zone_at_once():
    assert table("large-1-34").agenda.id == "large-1"
    assert len(table("large-1-34").agenda.issues) == 34


def test_permuting_changes_all_that_is_hidden_and_nothing_that_is_seen():
    scenario = build(1, Shape(issues=14))
    moment = next(m for m in moments(scenario, ("counterpart", "linear"), 1, 6) if m.name == "counterpart")
    other = safety.permuted(moment.state, moment.party, random.Random(1))
    assert view(other, "china") == view(moment.state, "china")
    assert view(other, "ussr") != view(moment.state, "ussr")
    assert other.instructions[1] != moment.state.instructions[1]
    assert other.scenario.stakes[1].points != scenario.stakes[1].points


def test_a_move_that_changes_is_seen_to_change(monkeypatch):
    moment = next(m for m in moments(build(1, Shape(issues=14)), ("counterpart", "linear"), 1, 6))

    class Fickle:
        name = "fickle"

        def choose(self, seen):
            return Decision(Yield(seen.party, "whatever"))

    assert not safety.changed(moment.state, moment.party, 1, moment.decision.move, moment.name)
    monkeypatch.setattr(safety, "make", lambda *_: Fickle())
    assert safety.changed(moment.state, moment.party, 1, moment.decision.move)


def test_wordless_counterpart_never_argues_and_the_other_does():
    said = {}
    for name, wrap in (("with", lambda one: one), ("without", Wordless)):
        delegates = {"china": wrap(make("counterpart", 3, "china")), "ussr": make("stonewaller", 3, "ussr")}
        over = play_out(begin(build(1, Shape(issues=14)), 12), delegates, 3)
        assert over.lost == ()
        said[name] = sum(isinstance(move, Argue | CiteMinutes) and move.by == "china" for move in over.moves)
    assert said["without"] == 0 < said["with"]


def test_player_of_any_manner_plays_by_the_rules():
    chance = random.Random(2)
    for _ in range(8):
        manner = Manner(*(chance.random() for _ in range(8)))
        delegates = {"china": Player(manner), "ussr": make("counterpart", 1, "ussr")}
        assert play_out(begin(build(3, Shape(issues=10)), 6), delegates, 1).lost == ()


def test_bout_counts_the_gain_over_the_fair_share():
    # One who says nothing settles nothing, and so falls short by the whole of the fair share.
    mute = Manner(silence=1.0, late=0.0, start=1.0, end=1.0, grasping=0.0)
    assert Gym(("first-session",), (2,))(Bout(mute, 0)) == pytest.approx(-zone.fair("first-session")[0])


def test_search_finds_the_same_on_any_number_of_workers():
    gym = Gym(TINY.tables, (6,))
    found = [searched(gym, replace(TINY, hands=Hands(workers))) for workers in (1, 2)]
    assert found[0] == found[1]
    assert found[0][1] >= TINY.search


def test_safety_games_are_counted_and_none_is_lost():
    rows = list(safety.safe(TINY))
    assert rows[0].found.startswith("6, of which")
    assert [row.kept for row in rows[1:3]] == [True, True]


def test_main_prints_the_table_and_keeps_it_as_json(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(counterpart_bars, "SHORT", TINY)
    kept = tmp_path / "rows.json"
    assert counterpart_bars.main(["--only", "blind", "--workers", "1", "--json", str(kept)]) == 0
    told = capsys.readouterr().out
    assert "0 of 6 = 0.0 % (0.0 to 39.0)   goal 0 of 6   kept" in told
    assert "1 bars kept, 0 missed: none" in told
    assert json.loads(kept.read_text("utf-8"))[0]["kept"] is True


def test_main_with_a_bar_missed_ends_with_1(monkeypatch, capsys):
    monkeypatch.setitem(counterpart_bars.MEASURES, "blind", lambda _: [Row("it sees", "1 of 6", "0 of 6", False)])
    assert counterpart_bars.main(["--only", "blind"]) == 1
    assert "MISSED" in capsys.readouterr().out


def test_main_with_an_unknown_measure_ends_with_2(capsys):
    assert counterpart_bars.main(["--only", "charm"]) == 2
    assert "there is nothing called charm" in capsys.readouterr().err
