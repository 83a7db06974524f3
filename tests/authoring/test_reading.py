"""Plain values read into shapes: nothing is converted, every finding stands where the mistake is."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest

from game.authoring.reading import KEY, Finding, read
from game.authoring.schema.common import Citation, Day, Note, Points, Slug
from game.authoring.shape import Bounds, Field, Shape
from game.engine.evidence import Basis


class Part(Shape):
    """A part with a key of every kind."""

    text: Annotated[str, Bounds(2, 4)] = Field("ab", description="A text.")
    id: Slug = Field("a", description="A pattern.")
    day: Day | None = Field(None, description="A day, or null.")
    note: Note = Field("", description="A text that may be null.")
    points: Points = Field(0, description="A number.")
    sure: bool = Field(True, description="A truth.")
    basis: Basis = Field(Basis.INVENTED, description="A word of the engine.")
    side: Literal["left", "right"] = Field("left", description="A word.")
    pair: tuple[Slug, Slug] = Field(("a", "b"), description="Two ids.")
    ids: tuple[Slug, ...] = Field((), least=1, most=2, description="One or two ids.")
    by_id: Annotated[dict[Slug, Points], Bounds(most=2)] = Field({}, description="Points by id.")
    inner: Citation | None = Field(None, description="A shape, or null.")


def findings(**values: object) -> list[tuple[str, tuple[str | int, ...], str]]:
    return [(one.sort, one.where, one.said) for one in read(Part, values)[1]]


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("text", "a", ("short-text", ("text",), "2")),
        ("text", "abcde", ("long-text", ("text",), "4")),
        ("text", 3, ("text", ("text",), "")),
        ("text", None, ("text", ("text",), "")),
        ("id", "A", ("pattern", ("id",), "^[a-z0-9-]{1,40}$")),
        ("id", "a\n", ("pattern", ("id",), "^[a-z0-9-]{1,40}$")),
        ("day", "1945-02-30", ("no-such-day", ("day",), "")),
        ("points", -1, ("too-small", ("points",), "0")),
        ("points", 100_001, ("too-large", ("points",), "100000")),
        ("points", 1.0, ("number", ("points",), "")),
        ("points", True, ("number", ("points",), "")),
        ("points", "1", ("number", ("points",), "")),
        ("sure", 1, ("truth", ("sure",), "")),
        ("sure", "true", ("truth", ("sure",), "")),
        ("basis", "guessed", ("word", ("basis",), "attested reported inferred invented")),
        ("side", ["left"], ("word", ("side",), "left right")),
        ("pair", ["a"], ("missing", ("pair", 1), "")),
        ("pair", ["a", "b", "c"], ("long-list", ("pair",), "2")),
        ("ids", "a", ("list", ("ids",), "")),
        ("ids", [], ("short-list", ("ids",), "1")),
        ("ids", ["a", 2], ("text", ("ids", 1), "")),
        ("by_id", ["a"], ("table", ("by_id",), "")),
        ("by_id", {"A": 1}, ("pattern", ("by_id", "A", KEY), "^[a-z0-9-]{1,40}$")),
        ("by_id", {"a": -1}, ("too-small", ("by_id", "a"), "0")),
        ("by_id", {"a": 1, "b": 1, "c": 1}, ("long-list", ("by_id",), "2")),
        ("inner", "a", ("table", ("inner",), "")),
        ("inner", {"line": "1"}, ("number", ("inner", "line"), "")),
        ("iner", {}, ("unknown", ("iner",), "")),
    ],
)
def test_mistake_is_found_where_it_stands(key: str, value: object, found: object) -> None:
    assert findings(**{key: value}) == [found]


@pytest.mark.parametrize(
    ("key", "value", "made"),
    [
        ("text", "宋子文", "宋子文"),
        ("day", None, None),
        ("day", "1945-07-12", "1945-07-12"),
        ("note", None, ""),
        ("basis", "attested", Basis.ATTESTED),
        ("ids", ["a", "b"], ("a", "b")),
        ("by_id", {"a": 1}, {"a": 1}),
    ],
)
def test_value_that_fits_is_had_in_its_shape(key: str, value: object, made: object) -> None:
    part, found = read(Part, {key: value})
    assert found == []
    assert getattr(part, key) == made


def test_list_that_is_too_long_does_not_hide_what_is_in_it() -> None:
    assert [one[:2] for one in findings(ids=["a", "B", "c"])] == [("long-list", ("ids",)), ("pattern", ("ids", 1))]


def test_keys_are_held_together_only_when_each_of_them_is_right() -> None:
    assert [one[:2] for one in findings(inner={"source": "a"})] == [("together", ("inner",))]
    assert [one[:2] for one in findings(inner={"source": "A"})] == [("pattern", ("inner", "source"))]


def test_needed_key_that_is_missing_is_told_at_the_whole() -> None:
    class Needy(Shape):
        name: str = Field(description="A name.")

    assert read(Needy, {})[1] == [Finding("missing", ("name",), {})]
    assert [one.sort for one in read(Needy, None)[1]] == ["table"]


def test_all_mistakes_are_found_at_once() -> None:
    assert len(findings(text="a", points=-1, zzz=1, ids=[1, 2])) == 5
