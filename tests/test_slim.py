"""Dataclasses written late, beside the standard library's own: every expected value is what that one does."""

import copy
import pickle
import re
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import pytest

from game.slim import slim

ROOT = Path(__file__).parents[1]
FAMILY = ("frozen and slotted", "frozen", "slotted")


def places(decorate: Callable[..., Any], kind: str) -> tuple[Any, Any]:
    """A class and one that inherits from it, decorated in one way."""
    how = decorate(frozen="frozen" in kind, slots="slotted" in kind)

    @how
    class Place:
        name: str
        _set: int = 3
        roads: list[str] = field(default_factory=list)
        noted: str = field(default="", repr=False, compare=False)

    @how
    class Port(Place):
        depth: int = 0

    return Place, Port


@slim(frozen=True, slots=True)
class Kept:
    """At the top of a module, so that it can be pickled."""

    name: str
    depth: int = 0


@slim(frozen=True)
class Checked:
    """Looks at what it was given."""

    depth: int

    def __post_init__(self) -> None:
        """No depth is below the ground."""
        if self.depth < 0:
            raise ValueError(self.depth)


def outcome(act: Callable[[], object]) -> object:
    """What comes of it, or the kind of error."""
    try:
        return act()
    except Exception as error:
        return type(error)


def all_it_does(place: Any, port: Any) -> list[object]:
    """Whatever can be asked of an object."""
    dairen, again, other = port("Dairen", depth=9), port("Dairen", 3, [], "twice", 9), port("Ryojun")
    return [
        repr(dairen),
        asdict(other),
        dairen == again,
        dairen == other,
        dairen == place("Dairen"),
        dairen.__eq__(3),
        outcome(lambda: hash(place("Dairen"))),
        outcome(lambda: {port("x", roads=()): 1}[port("x", roads=())]),
        outcome(lambda: setattr(port("a"), "name", "b")),
        outcome(lambda: delattr(port("a"), "name")),
        outcome(lambda: port()),
        outcome(lambda: port("a", 1, [], "", 2, 3)),
        outcome(lambda: port("a", wrong=1)),
        repr(replace(dairen, depth=10)),
        [one.name for one in fields(port)],
        port.__match_args__,
        copy.copy(dairen) == dairen,
        copy.deepcopy(dairen) == dairen,
        port("a").roads is port("b").roads,
    ]


@pytest.mark.parametrize("kind", FAMILY)
def test_what_an_object_does_is_what_the_standard_library_makes_it_do(kind: str):
    assert all_it_does(*places(slim, kind)) == all_it_does(*places(dataclass, kind))


def test_object_at_the_top_of_a_module_comes_back_from_a_pickle():
    assert pickle.loads(pickle.dumps(Kept("Dairen", 9))) == Kept("Dairen", 9)


def test_frozen_object_says_what_can_not_be_changed():
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'depth'"):
        Kept("Dairen").depth = 4
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'depth'"):
        del Kept("Dairen").depth


def test_class_that_looks_at_what_it_was_given_refuses_it():
    assert Checked(3).depth == 3
    with pytest.raises(ValueError, match="-1"):
        Checked(-1)


def test_method_is_written_at_its_first_call_and_not_again():
    @slim(frozen=True, slots=True)
    class Late:
        name: str

    before = Late.__init__
    Late("a")
    after = Late.__init__
    Late("b")
    assert before is not after
    assert Late.__init__ is after
    assert after.__code__.co_argcount == 2


def test_class_with_an_equality_of_its_own_is_refused():
    with pytest.raises(TypeError, match="Alike has __eq__, __hash__ of its own"):

        @slim(frozen=True)
        class Alike:
            name: str

            def __eq__(self, other: object) -> bool:
                return True


def test_wrong_call_names_the_class_as_the_standard_library_does():
    with pytest.raises(TypeError, match=r"Kept\.__init__\(\) missing 1 required positional argument: 'name'"):
        Kept()


def test_every_room_has_its_classes_written_late():
    """A class of the standard library's costs a millisecond and a half before the first frame."""
    at_once = re.compile(r"^from dataclasses import .*\bdataclass\b|\bdataclasses\.dataclass\(", re.MULTILINE)
    found = [path for path in (ROOT / "game").rglob("*.py") if at_once.search(path.read_text("utf-8"))]
    assert [path.relative_to(ROOT).as_posix() for path in found] == ["game/slim.py"]
