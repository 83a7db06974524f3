"""What was worked out a moment ago from the very same objects, so that it need not be worked out again.

For pure functions of values that never change. Objects are known by identity: to compare a whole agenda would cost
more than is saved. Only the last few results are held, so nothing grows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import Any, NamedTuple, ParamSpec, TypeVar

from game.engine.ledger import Ledger
from game.engine.state import Offer
from game.engine.view import View

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


class Said(NamedTuple):
    """What has been said at the table since some moment: to which party's ears, the new offers and the new lines."""

    party: str
    offers: tuple[Offer, ...]
    lines: Ledger


class _Heard(NamedTuple):
    """What had been said up to a moment, and what came of it."""

    party: str
    offers: int
    ledger: Ledger
    found: Any

    def leads_to(self, view: View) -> bool:
        """Whether the view is of the same talks, no earlier."""
        if self.party != view.party or self.offers > len(view.offers):
            return False
        return self.ledger is view.ledger or self.ledger == view.ledger[: len(self.ledger)]


def followed(nothing: Found) -> Callable[[Callable[[Found, Said], Found]], Callable[[View], Found]]:
    """Let a function of all that has been said go on from what it had found, with only what has been said since.

    It begins with ``nothing``, and is called from then on with a view. The last few talks are kept, of either side.
    """

    def following(work: Callable[[Found, Said], Found]) -> Callable[[View], Found]:
        lately: tuple[_Heard, ...] = ()

        @wraps(work)
        def follow(view: View) -> Found:
            nonlocal lately
            known = next((one for one in lately if one.leads_to(view)), _Heard(view.party, 0, Ledger(), nothing))
            found: Found = known.found
            if known.ledger is not view.ledger or known.offers != len(view.offers):
                found = work(found, Said(view.party, view.offers[known.offers :], view.ledger[len(known.ledger) :]))
                heard = _Heard(view.party, len(view.offers), view.ledger, found)
                lately = (heard, *[one for one in lately if one is not known][: KEPT - 1])
            return found

        return follow

    return following


KEPT = 4
"""Talks followed at once: both sides of a game, and of another."""
