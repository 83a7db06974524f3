"""What the other side has said, sorted by issue; gone on from as the talks go on, not begun anew at every move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.delegates.ground import Ground
from game.engine.ledger import Deed, Entry, Ledger
from game.engine.moves import Reply
from game.engine.view import View

INTEREST = {Deed.REJECTED: 0.2, Deed.ARGUED: 0.4, Deed.ASKED: 0.1, Deed.RETREATED: 0.5, Deed.HELD: 0.2}
"""What a sign of interest adds to the logarithm of an issue's weight; what is said of several issues is shared out."""
MOST_INTEREST = 1.2
"""The most that repeated signs can add: a loud voice is not taken for a great need."""
GIVEN = (Deed.OFFERED, Deed.CONDITIONED, Deed.ACCEPTED)
"""The deeds that show an option to be within what the other side may give."""
KEPT = 4
"""Accounts kept at once: of both sides, and of what one of them might be allowed."""


class File(NamedTuple):
    """What the other side has said of one issue.

    ``stood`` is where it stood each time it made an offer on it, None where it had been silent; ``given`` are the
    lines by which it showed an option it may give; ``interest`` is what its signs of interest add up to.
    """

    stood: tuple[str | None, ...] = ()
    given: tuple[Entry, ...] = ()
    interest: float = 0.0
    reply: Reply | None = None


class Trail(NamedTuple):
    """The way the other side has come on one issue, in heights (see ``Ground.up``).

    ``first`` and ``furthest`` are of the first and of the most yielding option shown, None for none; ``plies`` tell,
    for each step from 1, at which ply of the talks it was taken (0: before any), None where it was not.
    """

    first: int | None
    furthest: int | None
    plies: tuple[int | None, ...]


class Account(NamedTuple):
    """What a party has heard up to some point: the ledger and how many offers were gone through, what came of it."""

    party: str
    ledger: Ledger
    offers: int
    files: Mapping[str, File]
    grounds: tuple[Ground, ...]
    trails: tuple[Trail, ...]

    def leads_to(self, view: View) -> bool:
        """Whether the view is of the same talks, no earlier."""
        if self.party != view.party or self.offers > len(view.offers):
            return False
        return self.ledger is view.ledger or self.ledger == view.ledger[: len(self.ledger)]

    def is_of(self, view: View, grounds: tuple[Ground, ...]) -> bool:
        """Whether nothing has been said since, nor changed on the grounds."""
        same = self.grounds is grounds and self.ledger is view.ledger and self.offers == len(view.offers)
        return same and self.party == view.party


def account(view: View, grounds: tuple[Ground, ...]) -> Account:
    """What the other side has said up to now, and the way it has come on each issue (in agenda order)."""
    global _lately
    for one in _lately:
        if one.is_of(view, grounds):
            return one
    nothing = Account(view.party, Ledger(), 0, {}, (), ())
    known = next((one for one in _lately if one.leads_to(view)), nothing)
    files = _files(known, view)
    trails = _trails(known, files, grounds)
    found = Account(view.party, view.ledger, len(view.offers), files, grounds, trails)
    _lately = (found, *[one for one in _lately if one is not known][: KEPT - 1])
    return found


_lately: tuple[Account, ...] = ()


def _files(known: Account, view: View) -> Mapping[str, File]:
    """The files with what has been said since added."""
    offers = [offer for offer in view.offers[known.offers :] if offer.by != view.party]
    lines = [entry for entry in view.ledger[len(known.ledger) :] if entry.by != view.party]
    if not offers and not lines:
        return known.files
    files = dict(known.files)
    for offer in offers:
        before = dict(offer.before.items)
        for issue in offer.package.issues:
            file = files.get(issue, File())
            files[issue] = file._replace(stood=(*file.stood, before.get(issue)))
    for line in lines:
        file = files.get(line.issue, File())
        if line.deed in GIVEN and line.option:
            files[line.issue] = file._replace(given=(*file.given, line))
        elif line.deed is Deed.ANSWERED:
            files[line.issue] = file._replace(reply=Reply(line.note))
    for issue, sign in _signs(lines):
        file = files.get(issue, File())
        files[issue] = file._replace(interest=min(MOST_INTEREST, file.interest + sign))
    return files


def _signs(lines: list[Entry]) -> Iterator[tuple[str, float]]:
    """Each sign of interest, with its issue. What one move says of several issues is shared out among them."""
    together: dict[tuple[int, Deed], list[str]] = {}
    for line in lines:
        if line.deed in INTEREST:
            together.setdefault((line.ply, line.deed), []).append(line.issue)
    for (_, deed), issues in together.items():
        for issue in issues:
            yield issue, INTEREST[deed] / len(issues)


def _trails(known: Account, files: Mapping[str, File], grounds: tuple[Ground, ...]) -> tuple[Trail, ...]:
    """The trail of every issue; where nothing is new, the one known."""
    if files is known.files and grounds is known.grounds:
        return known.trails
    if len(known.grounds) != len(grounds):
        return tuple([_trail(ground, files.get(ground.issue.id, File())) for ground in grounds])
    was, now = known.files.get, files.get
    trails = list(known.trails)
    for number, (before, ground) in enumerate(zip(known.grounds, grounds, strict=True)):
        file = now(ground.issue.id)
        if before is not ground or was(ground.issue.id) is not file:
            trails[number] = _trail(ground, file or File())
    return tuple(trails)


def _trail(ground: Ground, file: File) -> Trail:
    first: int | None = None
    furthest: int | None = None
    reached: dict[int, int] = {}
    for height, ply in _shown(ground, file):
        if first is None:
            first = height or 0
        if height is not None:
            before = first if furthest is None else furthest
            reached.update(dict.fromkeys(range(before + 1, height + 1), ply))
            furthest = max(before, height)
    return Trail(first, furthest, tuple([reached.get(step) for step in range(1, len(ground.points))]))


def _shown(ground: Ground, file: File) -> list[tuple[int | None, int]]:
    """The heights shown, each with its ply; None for a side taken to have stood at its own end, having said nothing.

    Where it stood when it made its first offer comes first, then what it has given, then what it holds.
    """
    shown: list[tuple[int | None, int]] = []
    for option in file.stood[:1]:
        shown.append((None if option is None else ground.height(option), 0))
    for entry in file.given:
        shown += [(None, 0)] if entry.deed is Deed.ACCEPTED else []
        shown.append((ground.height(entry.option), entry.ply))
    if ground.theirs is not None and ground.agreed is None:
        shown.append((ground.height(ground.theirs), 0))
    return shown
