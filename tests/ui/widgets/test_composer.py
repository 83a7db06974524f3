"""The composer: what gives way when there is too little room. Lines are counted by hand, twenty cells wide."""

from textual.content import Content

from game.ui.widgets.composer import _fitted

SAID = Content("one two three four five six seven eight nine ten")  # three lines of twenty
WIDTH = 20


def told(lines, room):
    return [line.plain for line in _fitted([Content(str(one)) for one in lines], room, WIDTH)]


def test_all_stands_where_there_is_room():
    assert told([SAID, "a risk"], 4) == [SAID.plain, "a risk"]


def test_what_would_be_said_gives_way_before_what_is_to_be_known_of_it():
    shown = told([SAID, "✗ Not said yet", "a risk"], 4)
    assert shown[0].startswith("one two three")
    assert shown[1].endswith(" …")
    assert shown[2:] == ["✗ Not said yet", "a risk"]


def test_one_line_of_what_would_be_said_stays_and_the_rest_is_cut_at_its_end():
    shown = told([SAID, "first", "second", "third"], 3)
    assert len(shown) == 3
    assert shown[0].endswith(" …")
    assert shown[1] == "first"
    assert shown[2] == "second …"
