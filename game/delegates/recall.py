"""What was worked out a moment ago from the very same objects, so that it need not be worked out again.

For pure functions of values that never change. Objects are known by identity: to compare a whole agenda would cost
more than is saved. Only the last few results are held, so nothing grows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")


def recalled(
    number: int, alike: Callable[[Any, Any], bool] = is_
) -> Callable[[Callable[Given, Found]], Callable[Given, Found]]:
    """Let a function recall its last ``number`` results. It is to be called with positional arguments only.

    ``alike`` says of two arguments in the same place whether they come to the same: by default, only the same object
    does. It is asked of every result held, so it has to cost less than the work.
    """

    def recalling(work: Callable[Given, Found]) -> Callable[Given, Found]:
        lately: tuple[tuple[tuple[object, ...], Found], ...] = ()

        @wraps(work)
        def recall(*given: Given.args, **named: Given.kwargs) -> Found:
            nonlocal lately
            for known, found in lately:
                if all(map(is_, known, given)) or (alike is not is_ and all(map(alike, known, given))):
                    return found
            found = work(*given, **named)
            lately = ((given, found), *lately[: number - 1])
            return found

        return recall

    return recalling
