"""The debrief for ears: no columns, every cell with the name of its column. Expected values are those of the blocks."""

from __future__ import annotations

from game.debrief.page import Curve, Entry, Figure, Grid, Items, Mark, Passage, Say, Section
from game.plain.debriefing import figure_read_out, read_out

SECTION = Section(
    "paths",
    "Both paths",
    "",
    (
        Say("A paragraph."),
        Items("Listed:", ("One.", "Two.")),
        Entry("D8 Board", (("Here", "Parity."), ("", Passage("We agree.", "minutes, line 3")))),
        Grid("Worth of each:", ("", "China", "Soviet Union"), (("1 July", "3", "4"), ("2 July", "", "5"))),
        Figure("Frontier", "Told in words.", "x", "y", ()),
    ),
)


def test_read_out_page_is_a_line_for_each_thing():
    assert read_out(SECTION) == [
        "BOTH PATHS.",
        "A paragraph.",
        "Listed:",
        "One.",
        "Two.",
        "D8 Board:",
        "Here: Parity.",
        "“We agree.” (minutes, line 3)",
        "Worth of each:",
        "1 July: China 3; Soviet Union 4.",
        "2 July: Soviet Union 5.",
        "Frontier: Told in words.",
    ]


def test_table_whose_columns_have_one_name_tells_them_apart():
    grid = Grid("", ("", "yours", "then", "theirs", "then"), (("2 July", "1", "2", "3", "4"),))
    assert read_out(Section("x", "X", "", (grid,)))[1:] == ["2 July: yours 1; yours then 2; theirs 3; theirs then 4."]


def test_figure_is_read_as_numbers_with_the_names_of_its_axes():
    figure = Figure(
        "Asked and offered",
        "Now 5 asked for.",
        "moves",
        "worth",
        (Curve(((1, 7), (2, 6), (4, 9), (5, 5)), "what you ask for", "game"), Curve(((0, 0),), "", "limit")),
        (Mark(600, 400, "Nash point", "plain"), Mark(0, 0, "", "plain")),
        ((1, "first"), (4, "last")),
    )
    assert figure_read_out(figure) == [
        "Asked and offered: Now 5 asked for.",
        "Each pair of numbers: moves, worth.",
        "what you ask for: first, 7; first, 6; last, 5.",
        "Nash point: 600 and 400.",
    ]


def test_figure_of_a_staircase_is_read_by_its_steps_and_its_end():
    curve = Curve(((1, 7), (2, 7), (3, 5), (4, 5), (6, 5)), "asked", "game", stepped=True)
    assert figure_read_out(Figure("T", "t", "x", "y", (curve,)))[2:] == ["asked: 1, 7; 3, 5; 6, 5."]


def test_figure_with_many_points_is_thinned_and_keeps_both_ends():
    curve = Curve(tuple((float(x), 2.0 * x) for x in range(400)), "long", "plain")
    (line,) = figure_read_out(Figure("T", "t", "x", "y", (curve,)))[2:]
    assert line.startswith("long: 0, 0; 10, 20;")
    assert line.endswith("390, 780; 399, 798.")
