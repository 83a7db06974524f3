"""How a mistake is printed: in the form of design.md section 5, the caret by cells, nothing that steers a terminal."""

from __future__ import annotations

from game.authoring.diagnostics import Diagnostic, cells, in_order, nearest, printable, render, suggestion


def test_mistake_is_printed_with_line_caret_and_hint() -> None:
    found = Diagnostic("S110", "a/b.yaml", 5, 3, "unknown key “nmae”", "  nmae: Board", "did you mean “name”?")
    assert render(found) == (
        "a/b.yaml:5:3: unknown key “nmae” [S110]\n      nmae: Board\n      ^\nhint: did you mean “name”?"
    )


def test_mistake_without_a_line_is_printed_in_one() -> None:
    assert render(Diagnostic("S101", "a.yaml", 0, 0, "the file is missing")) == "a.yaml: the file is missing [S101]"


def test_caret_stands_by_cells_under_wide_and_combining_characters() -> None:
    # 宋子文 takes six cells; e with a combining acute takes one.
    wide = render(Diagnostic("S110", "a", 1, 6, "x", '"宋子文" nmae'))
    assert wide.splitlines()[2] == "    " + " " * 8 + "^"
    accent = render(Diagnostic("S110", "a", 1, 4, "x", "e\u0301 nmae"))
    assert accent.splitlines()[2] == "    " + " " * 2 + "^"


def test_long_line_is_cut_round_the_caret() -> None:
    printed = render(Diagnostic("S110", "a", 1, 5001, "x", "a" * 5000 + "B" + "c" * 5000)).splitlines()
    assert len(printed[1]) <= 4 + 2 + 100
    assert printed[1].startswith("    …")
    assert printed[1].endswith("…")
    assert printed[1][printed[2].index("^")] == "B"


def test_control_characters_in_an_excerpt_are_replaced() -> None:
    printed = render(Diagnostic("S105", "a\x1b.yaml", 1, 4, "bad \x9b", "a: \x1b[2J\u202e", "no \x07"))
    assert not set(printed) & set("\x1b\x9b\u202e\x07")


def test_printable_keeps_what_can_be_shown() -> None:
    assert printable("宋子文 – “Молотов” é\u0301") == "宋子文 – “Молотов” é\u0301"
    assert printable("a\u200bb\x00") == "a�b�"


def test_cells_of_narrow_wide_and_combining_text() -> None:
    assert (cells("Soong"), cells("鐵路"), cells("é\u0301")) == (5, 4, 1)


def test_mistakes_are_sorted_by_file_line_and_column_once_each() -> None:
    first, second, third = (
        Diagnostic("S110", "a", 2, 9, "x"),
        Diagnostic("S110", "a", 10, 1, "x"),
        Diagnostic("S101", "b", 1, 1, "x"),
    )
    assert in_order([third, second, first, second]) == (first, second, third)


def test_suggestion_is_the_nearest_word_or_all_of_them() -> None:
    assert nearest("soviet-majorty", ["parity", "soviet-majority"]) == "soviet-majority"
    assert suggestion("parrity", ["parity", "joint"]) == "did you mean “parity”?"
    assert suggestion("x", ["b", "a"]) == "expected one of: a, b"
    assert suggestion("x", map(str, range(10, 22))) == "expected one of: 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, …"
    assert suggestion("x", []) == ""
