"""What a shape says of itself: its keys, its parts, and itself as plain values."""

from __future__ import annotations

from typing import Annotated

import pytest

from game.authoring.reading import read
from game.authoring.schema.common import Backed, Citation
from game.authoring.schema.evidence import Event
from game.authoring.schema.issues import Instruction
from game.authoring.shape import Bounds, Field, Shape, keys_of, parts_of, plain, walk, without_null
from game.engine.evidence import Basis

RAIN = {"id": "rain", "date": "1952-05-16", "known_to": ["a"], "basis": "invented", "why": "Rain.", "text": "It rains."}


def event(**more: object) -> Event:
    made, found = read(Event, {**RAIN, **more})
    assert found == []
    return made


def test_keys_of_the_base_come_first() -> None:
    words = [key.word for key in keys_of(Event)]
    assert words == [*(key.word for key in keys_of(Backed)), "id", "date", "known_to", "text", "note"]


def test_key_with_an_alias_has_the_word_of_the_file() -> None:
    since = keys_of(Instruction)[len(keys_of(Backed))]
    assert (since.name, since.word, since.needed) == ("since", "from", True)


def test_plain_leaves_out_what_is_at_its_default_and_keeps_what_is_needed() -> None:
    assert plain(event(note=None, citations=[])) == RAIN
    assert event().basis is Basis.INVENTED
    assert type(plain(event())["basis"]) is str


def test_plain_is_read_back_as_it_was() -> None:
    cited = [{"url": "https://a.b", "paraphrase": "Told.", "by": "a"}]
    whole = plain(event(citations=cited))
    assert whole["citations"] == cited
    assert plain(read(Event, whole)[0]) == whole


def test_shape_does_not_change_after_reading() -> None:
    with pytest.raises(AttributeError, match="does not change"):
        event().text = "It snows."


def test_walk_goes_into_lists_and_tables() -> None:
    class Leaf(Shape):
        size: int = Field(description="Size.")

    class Tree(Shape):
        leaves: dict[str, tuple[Leaf, ...]] = Field({}, description="By branch.")

    # The hints of classes made in a function can't be looked up by name, so they are set as they are.
    Leaf.__annotations__ = {"size": int}
    Tree.__annotations__ = {"leaves": dict[str, tuple[Leaf, ...]]}
    tree, found = read(Tree, {"leaves": {"north": [{"size": 1}, {"size": 2}]}})
    assert found == []
    assert [where for where, _ in walk(tree)] == [(), ("leaves", "north", 0), ("leaves", "north", 1)]


def test_hint_is_taken_apart() -> None:
    bounds = Bounds(1, 2)
    assert parts_of(Annotated[int, bounds]) == (int, (bounds,))
    assert parts_of(int) == (int, ())
    assert without_null(int | None) is int
    assert without_null(int) is None


def test_every_key_of_a_citation_may_be_left_out_and_says_what_it_means() -> None:
    assert [key.word for key in keys_of(Citation) if key.needed or not key.description] == []
