"""What a delegate reads off its view. Expected values are read off ``tests/builders.py`` by hand."""

from __future__ import annotations

from dataclasses import replace

from game.delegates.ground import (
    contradicts,
    gone,
    mirror,
    objection,
    said_before,
    said_now,
    speeches_to_come,
    survey,
    truth,
)
from game.engine.engine import apply, begin
from game.engine.moves import Accept, Argue, Ask, Hold, Propose, Reply, Yield
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.rules import check, true_reply
from game.engine.view import view
from tests.builders import small
from tests.builders_large import build
from tests.delegates.games import allowing, at_the_table, moments

BOARD = "railway-board"


def test_survey_of_small_scenario_lists_what_instructions_allow():
    # China on the board: parity free, joint-board report, soviet-majority forbidden.
    board = survey(view(at_the_table(), "china"))[0]
    assert board.givable == (0, 1)
    assert board.points == (400, 250, 0)
    assert board.most == 400


def test_survey_with_a_position_leaves_out_steps_back():
    state = at_the_table(railway_board=("joint-board", "soviet-majority"))
    board = survey(view(state, "china"))[0]
    assert board.givable == (0, 1)
    assert board.askable == (1,)
    assert board.stands


def test_survey_with_a_position_beyond_instructions_allows_the_way_back():
    state = at_the_table(railway_board=(None, "joint-board"))  # the Soviet side would have to ask for it
    board = survey(view(state, "ussr"))[0]
    assert not board.stands
    assert board.askable == board.givable == (2,)


def test_height_counts_steps_from_the_other_sides_end():
    china, ussr = (survey(view(at_the_table(), party))[0] for party in ("china", "ussr"))
    assert [china.height(option) for option in ("parity", "joint-board", "soviet-majority")] == [2, 1, 0]
    assert [ussr.height(option) for option in ("parity", "joint-board", "soviet-majority")] == [0, 1, 2]
    assert [ussr.at(up) for up in range(3)] == [0, 1, 2]
    assert [china.at(up) for up in range(3)] == [2, 1, 0]


def test_gone_runs_from_nothing_to_one_for_each_side():
    state = at_the_table("china", exchanges=3)
    shares = []
    while state.ending is None:
        shares.append((state.floor, gone(view(state, state.floor)), speeches_to_come(view(state, state.floor))))
        state = apply(state, Yield(state.floor)).after
    # Three speeches each: the first at 0, the second half-way, the third at the end.
    assert shares == [
        (side, share, left) for share, left in ((0.0, 3), (0.5, 2), (1.0, 1)) for side in ("china", "ussr")
    ]


def test_gone_with_a_sitting_to_come_counts_its_speeches():
    state = begin(small(exchanges=3, meetings=2))
    assert speeches_to_come(view(state, "ussr")) == 6
    assert gone(view(state, "ussr")) == 0.0


def test_said_now_holds_only_this_speech():
    state = at_the_table("ussr", railway_board=("parity", "soviet-majority"), dairen_status=("free-port", "joint-use"))
    state = apply(state, Hold("ussr", (BOARD,))).after
    state = apply(state, Accept("china", Package.of({"dairen-status": "joint-use"}))).after
    state = apply(state, Argue("china", "parity-in-1924", "treaty")).after
    seen = view(state, "china")
    assert [entry.deed.value for entry in said_now(seen)] == ["accepted", "argued"]
    assert [entry.deed.value for entry in said_before(seen)] == ["held"]


def test_contradicts_names_only_what_is_new():
    # soviet-port excludes Chinese guards.
    state = at_the_table(dairen_status=(None, "soviet-port"), railway_guards=("chinese", None))
    seen = view(state, "china")
    assert not contradicts(seen, Package.of({"dairen-status": "soviet-port"}))
    assert "guarded" in contradicts(seen, Package.of({"dairen-status": "soviet-port", "railway-guards": "chinese"}))


def test_mirror_answers_as_the_rules_do():
    # Every move a delegate makes, and every move it was refused, gets the same answer from its own mirror.
    scenario = build(21)
    seen = 0
    for moment in moments(scenario, ("random", "random"), seed=3, exchanges=10):
        for other in (moment.decision.move, Hold(moment.party, ("issue-1",)), Ask(moment.party, "issue-2")):
            mine = objection(moment.view, other)
            assert (mine is None) == (check(moment.state, other) is None)
            seen += 1
    assert seen > 60


def test_mirror_holds_nothing_of_the_other_side():
    state = at_the_table()
    mirrored = mirror(view(state, "china"))
    theirs = state.scenario.stake("ussr")
    assert theirs not in mirrored.scenario.stakes
    assert state.instructions[1] not in mirrored.instructions


def test_truth_is_the_rules_true_reply():
    state = at_the_table("china", railway_guards=("chinese", "soviet"))
    asked = apply(state, Ask("china", "railway-guards")).after
    assert truth(view(asked, "ussr")) is true_reply(asked, "ussr", "railway-guards") is Reply.REPORT
    firm = allowing(asked, "ussr", "railway-guards", "later", Latitude.ASK)
    assert truth(view(firm, "ussr")) is Reply.FIRM


def test_objection_speaks_for_the_view_it_is_given():
    state = at_the_table()
    refused = objection(view(state, "china"), Propose("china", Package.of({BOARD: "soviet-majority"})))
    assert refused is not None
    assert refused.code == "beyond-instructions"
    freed = allowing(state, "china", BOARD, "soviet-majority", Latitude.FREE)
    assert objection(view(freed, "china"), Propose("china", Package.of({BOARD: "soviet-majority"}))) is None
    assert replace(state) == state
