"""What stands are worth, against the engine's own sums."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.engine import begin
from game.engine.package import Package
from game.engine.scenario import Opening
from game.engine.worth import worth
from game.graph.scales import scale, stand
from tests.bargaining.cases import scenario
from tests.builders import small


def package(agenda, options):
    pairs = zip(agenda.issues, options, strict=True)
    return Package.of({issue.id: issue.options[option].id for issue, option in pairs})


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**9), st.randoms(use_true_random=False))
def test_scale_gives_the_engines_worth_and_every_change_its_difference(seed, chance):
    case = scenario(seed)
    here = tuple(chance.randrange(len(issue.options)) for issue in case.agenda.issues)
    for stakes in case.stakes:
        mine = scale(case.agenda, stakes)
        now = worth(case.agenda, stakes, package(case.agenda, here))
        assert mine.worth(here) == now
        for place, issue in enumerate(case.agenda.issues):
            for option in range(len(issue.options)):
                there = (*here[:place], option, *here[place + 1 :])
                then = worth(case.agenda, stakes, package(case.agenda, there))
                assert mine.adds(here, place, option) == then - now


def test_stand_is_what_is_agreed_else_held_else_the_partys_own_end():
    opening = (
        Opening(("joint-board", "joint-board"), "agreed"),
        Opening(("later", "soviet"), "open"),
        Opening((None, "joint-use"), "tabled"),
        Opening(),
    )
    state = begin(small(opening=opening))
    assert stand(state.scenario.agenda, state.table, 0) == (1, 1, 0, 0)
    assert stand(state.scenario.agenda, state.table, 1) == (1, 2, 1, 1)
