"""Names of people, days and options in a sentence; expected values are those the sources of July 1945 use."""

from dataclasses import replace

import pytest

from game.authoring.loader import load
from game.engine.party import Person
from game.record.names import day, heading, in_quotes, label, surname
from tests.builders import CHINA, USSR


@pytest.mark.parametrize(
    ("party", "name", "called"),
    [
        (CHINA, "T. V. Soong", "Soong"),
        (CHINA, "Chiang Kai-shek", "Chiang"),
        (USSR, "J. V. Stalin", "Stalin"),
        (replace(CHINA, people=(Person("Victor Hoo", "Vice-Minister", ("Hoo", "V. Hoo")),)), "Victor Hoo", "Hoo"),
    ],
)
def test_surname_is_what_the_sources_call_a_person(party, name, called):
    assert surname(party, name) == called


@pytest.mark.parametrize(("iso", "written"), [("1945-07-02", "2 July 1945"), ("July 1945", "July 1945"), ("", "")])
def test_day_is_written_as_the_minutes_write_it(iso, written):
    assert day(iso) == written


def test_heading_with_a_colon_leaves_one_colon_to_the_label():
    agenda = load("moscow-1945-07-10").agenda
    assert agenda.issue("mongolia-recognition").heading == "Outer Mongolia: recognition"
    assert heading(agenda, "mongolia-recognition") == "Outer Mongolia, recognition"
    assert label(agenda, "mongolia-recognition", None) == "Outer Mongolia, recognition"


def test_label_in_quotation_marks_has_one_pair_of_them():
    assert [in_quotes(one) for one in ("Parity", '"Liberation"')] == ["“Parity”", "“Liberation”"]
