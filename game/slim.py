"""Dataclasses whose methods are written when they are first used.

The standard library writes six functions for every frozen class and compiles each by itself, whether or not anybody
will call it: a millisecond and a half a class, a sixth of the time until a table is painted. Here a class knows its
fields at once, and ``__init__``, ``__eq__`` and ``__hash__`` are written at their first call, in the same words as the
standard library's, so that they are as fast from then on. ``fields``, ``replace``, ``asdict``, ``match``, copies and
pickles know no difference.

>>> @dataclass(frozen=True, slots=True)
... class Place:
...     name: str
...     port: bool = False
>>> Place("Dairen", port=True)
Place(name='Dairen', port=True)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from dataclasses import dataclass as _dataclass
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass

Class = TypeVar("Class", bound=type[Any])
_WRITTEN = ("__init__", "__eq__", "__hash__")
_MADE_ANEW = object()
"""Stands for a default that is made anew for each object."""


def slim(*, frozen: bool = False, slots: bool = False) -> Callable[[Class], Class]:
    """Decorate a class as ``dataclasses.dataclass`` does; ``__init__`` takes every field, in order.

    What the class itself says of ``__repr__`` stands; TypeError where another of the methods is its own.
    """

    def decorated(cls: Class) -> Class:
        own = [name for name in _WRITTEN if name in cls.__dict__]
        if own:
            raise TypeError(
                f"{cls.__qualname__} has {', '.join(own)} of its own: what is written late would replace it"
            )
        made: Any = _dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
        if "__repr__" not in cls.__dict__:
            made.__repr__ = _repr
        _later(made, "__init__", _init)
        _later(made, "__eq__", _eq)
        made.__hash__ = None
        if frozen:
            _freeze(made)
        return cast("Class", made)

    return decorated


if not TYPE_CHECKING:
    dataclass = slim


def _freeze(cls: type[Any]) -> None:
    """Let nothing be set or deleted; what can't change has a hash."""
    changed: dict[str, Any] = {"__setattr__": _no_change, "__delattr__": _no_change}
    if "__slots__" in cls.__dict__:  # else its values are in its __dict__, and are copied with it
        changed |= {"__getstate__": _state, "__setstate__": _take_state}
    for name, method in changed.items():
        setattr(cls, name, method)
    _later(cls, "__hash__", _hash)


def _later(cls: type[Any], name: str, write: Callable[[type[Any]], str]) -> None:
    """Give a class a method that is written at its first call, and is in its own place from then on."""

    def first(self: object, *given: object, **named: object) -> object:
        written = _compiled(cls, name, write(cls))
        setattr(cls, name, written)
        return written(self, *given, **named)

    first.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, first)


def _compiled(cls: type[Any], name: str, text: str) -> Callable[..., object]:
    known = {
        f"__{field.name}__": field.default if field.default_factory is MISSING else field.default_factory
        for field in fields(cls)
    }
    space: dict[str, Any] = {}
    exec(text, {**known, "__set__": object.__setattr__, "__made_anew__": _MADE_ANEW}, space)
    method: Callable[..., object] = space[name]
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    return method


def _init(cls: type[Any]) -> str:
    taken, lines = ["self"], []
    for field in fields(cls):
        name, value = field.name, field.name
        if field.default_factory is not MISSING:
            taken.append(f"{name}=__made_anew__")
            value = f"__{name}__() if {name} is __made_anew__ else {name}"
        else:
            taken.append(name if field.default is MISSING else f"{name}=__{name}__")
        lines.append(f" __set__(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    return f"def __init__({', '.join(taken)}):\n" + ("\n".join(lines) or " pass")


def _eq(cls: type[Any]) -> str:
    return (
        "def __eq__(self, other):\n"
        " if other.__class__ is not self.__class__: return NotImplemented\n"
        f" return {_values(cls, 'self')} == {_values(cls, 'other')}"
    )


def _hash(cls: type[Any]) -> str:
    return f"def __hash__(self):\n return hash({_values(cls, 'self')})"


def _values(cls: type[Any], of: str) -> str:
    """The values that are compared, written out as a tuple."""
    return "(" + "".join(f"{of}.{field.name}, " for field in fields(cls) if field.compare) + ")"


@recursive_repr()
def _repr(self: Any) -> str:  # noqa: ANN401 (any of these classes)
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{type(self).__qualname__}({shown})"


def _no_change(self: object, name: str, *value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot {'assign to' if value else 'delete'} field {name!r}")


def _state(self: Any) -> list[object]:  # noqa: ANN401
    return [getattr(self, field.name) for field in fields(self)]


def _take_state(self: Any, state: list[object]) -> None:  # noqa: ANN401
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
