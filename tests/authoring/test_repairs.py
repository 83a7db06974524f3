"""What would mend a line, found by trying: each slip by hand, and nothing advised where nothing helps."""

from __future__ import annotations

import pytest

from game.authoring.advice import counting
from game.authoring.repairs import MOST_READ, repair
from game.authoring.schema.evidence import EventsFile

TEXT = """events:
  - id: a-day
    date: 1945-07-10
    known_to: [china]
    text: "It rained."
    basis: invented
    why: "For the test."
  - id: another-day
    date: 1945-07-11
    known_to: [china, ussr]
    text: "It did not."
    basis: invented
    why: "For the test."
"""
SOUND = TEXT.splitlines()


def advised(number: int, written: str, near: int | None = None) -> str | None:
    lines = [*SOUND[: number - 1], *written.split("\n"), *SOUND[number:]]
    found = repair(lines, near or number, counting(EventsFile))
    return f"{found.line}: {found.advice}" if found else None


def test_sound_file_is_sound():
    assert counting(EventsFile)("\n".join(SOUND)) == 0


@pytest.mark.parametrize(
    ("number", "written", "near", "advice"),
    [
        (3, "     date: 1945-07-10", 3, "3: begin this line with 4 spaces"),
        (3, "   date: 1945-07-10", 3, "3: begin this line with 4 spaces"),
        (3, "\tdate: 1945-07-10", 3, "3: begin this line with 4 spaces"),
        (3, "    date:1945-07-10", 4, "3: write “date: 1945-07-10” instead of “date:1945-07-10”"),
        (3, "    date 1945-07-10", 4, "3: write “date:” instead of “date”"),
        (3, "    date: 10.7.1945", 3, "3: write “1945-07-10” instead of “10.7.1945”"),
        (3, "    date: 1945-07-32", 3, "3: write “1945-07-11” instead of “1945-07-32”"),
        (4, "    known_to: [china", 5, "4: write “[china]” instead of “[china”"),
        (4, "    known_to: china", 4, "4: write “[china]” instead of “china”"),
        (4, "    known_to: [China]", 4, "4: write “[china]” instead of “[China]”"),
        (5, '    text: "It rained.', 7, '5: write “rained."” instead of “rained.”'),
        (5, "    text: Rain: it fell.", 5, '5: write “"Rain: it fell."” instead of “Rain: it fell.”'),
        (5, "    text: 1945", 5, '5: write “"1945"” instead of “1945”'),
        (5, '    text: "It rained." basis: invented', 5, "5: put “basis: invented” on a line of its own"),
        (8, "    id: another-day", 8, "8: write this line as “- id: another-day”, after 2 spaces"),
    ],
)
def test_slip_is_undone_where_it_was_made(number: int, written: str, near: int, advice: str):
    if written.endswith("basis: invented"):
        lines = [*SOUND[: number - 1], written, *SOUND[number + 1 :]]
        found = repair(lines, near, counting(EventsFile))
        assert found is not None
        assert f"{found.line}: {found.advice}" == advice
    else:
        assert advised(number, written, near) == advice


def test_nothing_is_advised_where_nothing_helps():
    assert advised(5, "    text: [[[[[[", 5) is None


def test_only_so_much_is_read_of_a_long_file():
    read = 0
    lines = [*SOUND, *["# " + "x" * 1000] * 200]

    def count(text: str) -> int | None:
        nonlocal read
        read += len(text)
        return None

    assert repair(lines, 3, count) is None
    assert read <= MOST_READ + 10 * sum(len(line) + 1 for line in lines)
