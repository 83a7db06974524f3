"""Hours are those printed in the minutes."""

from dataclasses import replace

import pytest

from game.play.hours import hour, hours, time_of_day
from tests.builders import meeting


@pytest.mark.parametrize(
    ("minutes", "written"), [(0, "12:00 a.m."), (45, "12:45 a.m."), (720, "12:00 p.m."), (840, "2:00 p.m.")]
)
def test_hour_as_the_minutes_write_it(minutes, written):
    # 12 July: "12:00 - 12:45 a.m."; 10 July: "2:00 - 4:00 p.m."
    assert hour(minutes) == written


@pytest.mark.parametrize(
    ("speeches", "written"), [(0, "2:00 p.m."), (6, "3:00 p.m."), (12, "4:00 p.m."), (99, "4:00 p.m.")]
)
def test_time_of_day_runs_from_begin_to_end_by_speeches(speeches, written):
    assert time_of_day(meeting(), speeches, 6) == written


def test_time_of_day_over_midnight_goes_on():
    late = replace(meeting(), begins="23:30", ends="00:30")
    assert time_of_day(late, 6, 6) == "12:00 a.m."


def test_time_of_day_without_hours_is_nothing():
    assert time_of_day(replace(meeting(), begins=""), 3, 6) == ""
    assert hours(replace(meeting(), begins="")) == ""
