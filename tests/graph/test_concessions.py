"""The concession graph of short games played by hand, and the classes of Hindriks, Jonker and Tykhonov (2007)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from game.engine.engine import begin, replay
from game.engine.history import history_until
from game.engine.moves import Accept, Argue, Propose, Terms
from game.graph.concessions import ConcessionGraph, LineKind
from game.graph.legs import CHANCE, StepClass, step_class
from game.graph.positions import key
from tests.builders import small
from tests.engine.table import package
from tests.graph.cases import free_table
from tests.strategies import picks, played

SMALL = free_table()


def graph_of(*moves, name="played", kind=LineKind.PLAYED):
    graph = ConcessionGraph(SMALL.agenda, SMALL.stakes)
    graph.follow(name, kind, replay(begin(SMALL), moves))
    return graph


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        # S+ O+ fortunate; S+ O<= selfish; S- O>= concession; S<= O- unfortunate; S= O+ nice; S= O= silent
        (1, 1, StepClass.FORTUNATE),
        (1, 0, StepClass.SELFISH),
        (1, -1, StepClass.SELFISH),
        (0, 1, StepClass.NICE),
        (0, 0, StepClass.SILENT),
        (0, -1, StepClass.UNFORTUNATE),
        (-1, 1, StepClass.CONCESSION),
        (-1, 0, StepClass.CONCESSION),
        (-1, -1, StepClass.UNFORTUNATE),
    ],
)
def test_step_class_of_every_pair_of_signs_is_the_papers(own, other, expected):
    assert step_class(own, other) is expected


def test_first_word_at_ones_own_end_is_silent_and_short_of_it_a_concession():
    graph = graph_of(Propose("ussr", package(board="soviet-majority")), Propose("china", package(board="joint-board")))
    first, second = graph.lines["played"].legs
    assert (first.kind, first.points) == (StepClass.SILENT, (0, 0))
    # China from parity (400, 0), its own end, to the joint board (250, 300); and the linkage's 20 points are lost,
    # since guards it has not spoken of count at its own end too
    assert (second.kind, second.points, second.issues) == (StepClass.CONCESSION, (-170, 300), ("railway-board",))


def test_taking_a_position_back_is_selfish():
    graph = graph_of(
        Propose("ussr", package(board="joint-board")),
        Propose("china", package(board="parity")),
        Propose("ussr", package(board="soviet-majority")),
    )
    last = graph.lines["played"].legs[-1]
    # the Soviet stand from the joint board (250, 300) to the majority (0, 450)
    assert (last.kind, last.points) == (StepClass.SELFISH, (-250, 150))


def test_linkage_counts_in_the_points_moved():
    graph = graph_of(Propose("ussr", package(guards="later")), Propose("china", package(guards="later")))
    # Chinese guards with parity are worth 20 more to China: 300 - 150 + 20
    assert graph.lines["played"].legs[-1].points == (-170, 200)


def test_all_or_nothing_offer_is_classed_by_what_it_puts_forward_though_the_table_stays():
    offer = Propose("ussr", package(board="joint-board", guards="soviet"), Terms.WHOLE)
    graph = graph_of(
        Propose("ussr", package(draft="soviet-draft")), Propose("china", package(draft="chinese-draft")), offer
    )
    last = graph.lines["played"].legs[-1]
    assert last.before == last.after
    assert (last.kind, last.points) == (StepClass.CONCESSION, (250, -150))
    assert last.offered == offer.package


def test_accepting_is_a_concession_of_the_one_who_accepts():
    graph = graph_of(Propose("ussr", package(dairen="joint-use")), Accept("china", package(dairen="joint-use")))
    last = graph.lines["played"].legs[-1]
    assert (last.mover, last.verb, last.kind, last.points) == ("china", "accept", StepClass.CONCESSION, (-80, 120))


def test_talk_is_a_silent_step_from_a_table_to_itself():
    graph = graph_of(
        Propose("ussr", package(board="soviet-majority")),
        Argue("china", "parity-in-1924", "treaty"),
        Propose("china", package(board="parity")),
    )
    talk = graph.lines["played"].legs[1]
    assert talk.before == talk.after
    assert talk.kind is StepClass.SILENT
    assert graph.tally("played")["china"] == {StepClass.SILENT: 2}


def test_lines_that_meet_share_nodes_and_count_their_visits():
    first, second = Propose("ussr", package(board="soviet-majority")), Propose("china", package(board="parity"))
    graph = graph_of(first, second, name="history", kind=LineKind.HISTORY)
    graph.follow("me", LineKind.PLAYED, replay(begin(SMALL), [first, Propose("china", package(guards="chinese"))]))
    graph.follow("again", LineKind.SIMULATED, replay(begin(SMALL), [first]))
    opening = key(begin(SMALL))
    assert graph.graph().nodes[opening] == {"history": 1, "played": 1, "simulated": 1}
    assert graph.graph().number_of_nodes() == 4
    assert graph.graph().number_of_edges() == 3
    ((_, _, edge),) = list(graph.graph().out_edges(opening, data=True))
    assert (edge["history"], edge["played"], edge["simulated"], edge["ply"]) == (1, 1, 1, 1)


def test_graph_built_step_by_step_is_the_graph_built_at_once():
    steps = replay(
        begin(SMALL), [Propose("ussr", package(board="joint-board")), Propose("china", package(board="parity"))]
    )
    one = ConcessionGraph(SMALL.agenda, SMALL.stakes)
    one.begin("line", LineKind.PLAYED, steps[0].before)
    for step in steps:
        one.extend("line", step)
    two = ConcessionGraph(SMALL.agenda, SMALL.stakes)
    two.follow("line", LineKind.PLAYED, steps)
    assert one.lines == two.lines
    assert dict(one.graph().nodes(data=True)) == dict(two.graph().nodes(data=True))
    assert list(one.graph().edges(data=True, keys=True)) == list(two.graph().edges(data=True, keys=True))


def test_line_of_a_known_name_is_refused():
    graph = graph_of(Propose("ussr", package(board="joint-board")))
    with pytest.raises(ValueError, match="played"):
        graph.begin("played", LineKind.PLAYED, begin(SMALL))
    with pytest.raises(ValueError, match="at least one step"):
        graph.follow("empty", LineKind.PLAYED, [])


@settings(max_examples=25, deadline=None)
@given(picks())
def test_path_of_a_random_game_joins_up_and_ends_at_the_last_table(chosen):
    steps = played(begin(small(meetings=2)), chosen)
    if not steps:
        return
    graph = ConcessionGraph(SMALL.agenda, small().stakes)
    line = graph.follow("game", LineKind.SIMULATED, steps)
    assert [leg.before for leg in line.legs] == line.tables[:-1]
    assert [leg.after for leg in line.legs] == line.tables[1:]
    assert line.tables[-1] == key(steps[-1].after)
    assert len(line.legs) == len(steps) == len(line.plies)
    assert sum(node["simulated"] for _, node in graph.graph().nodes(data=True)) == len(steps) + 1
    assert sum(edge["simulated"] for _, _, edge in graph.graph().edges(data=True)) == len(steps)
    assert all(leg.kind is StepClass.SILENT for leg in line.legs if leg.mover == CHANCE)


def test_history_of_all_july_is_one_path_across_its_meetings():
    from game.authoring.loader import load, load_history

    scenario = load("moscow-1945")
    historic, last = history_until(scenario, load_history("moscow-1945"), "1945-07-12")
    graph = ConcessionGraph(scenario.agenda, scenario.stakes)
    line = graph.follow("history", LineKind.HISTORY, [one.step for one in historic])
    assert last is not None
    assert line.tables[-1] == key(last)
    assert [leg.before for leg in line.legs[1:]] == [leg.after for leg in line.legs[:-1]]
    conceded = {party: counts[StepClass.CONCESSION] for party, counts in graph.tally("history").items()}
    assert all(number >= 10 for number in conceded.values())
