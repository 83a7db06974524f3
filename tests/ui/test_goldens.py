"""Every screen at 80x24 and 120x40, letter by letter, along the tour."""

import pytest

from tests.ui.conftest import GOLDENS
from tests.ui.tour import SIZES, TOO_SMALL, WALKS, every_screen, stops, walked


def named(what: str, size: tuple[int, int]) -> str:
    return f"{what}-{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("walk", WALKS)
async def test_screens_of_a_walk_look_as_they_did(golden, walk, size):
    async for stop, app in walked(WALKS[walk], size):
        assert type(app.screen).__name__ == stop.shows
        golden(app, named(stop.name, size))


async def test_terminal_that_is_too_small_is_told_so(golden):
    async for stop, app in walked(TOO_SMALL, (79, 24)):
        assert type(app.screen).__name__ == stop.shows
        golden(app, stop.name)


@pytest.mark.parametrize("screen", sorted(every_screen() - {"TooSmall"}))
def test_screen_has_a_golden_at_both_sizes(screen):
    of_it = [stop.name for stop in stops() if stop.shows == screen]
    assert of_it, f"no stop of tests/ui/tour.py shows {screen}"
    for size in SIZES:
        assert (GOLDENS / f"{named(of_it[0], size)}.txt").exists()


def test_goldens_are_those_of_the_tour_and_no_others():
    # one left behind by a screen that is gone would look like a guard, and guard nothing
    wanted = {named(stop.name, size) for stop in stops() for size in SIZES} | {"too-small"}
    assert len(wanted) == 2 * len(stops()) + 1  # no name twice
    assert {path.stem for path in GOLDENS.glob("*.txt")} == wanted
