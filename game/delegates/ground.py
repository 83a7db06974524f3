"""What a delegate can read off its view: the issues still open, what it may give, the clock, its speech so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import is_not, or_

from game.delegates.recall import recalled
from game.engine.evidence import Claim, Minute
from game.engine.issues import Issue, Meeting
from game.engine.ledger import Entry
from game.engine.moves import Move, Reply
from game.engine.package import Package
from game.engine.party import Latitude, Stakes
from game.engine.rules import check, true_reply
from game.engine.scenario import Agenda, Opening, Scenario, contradictions
from game.engine.state import Instructions, Refusal, Standing, State
from game.engine.view import View
from game.slim import dataclass

ON_THE_SPOT = (Latitude.FREE, Latitude.REPORT)
"""What may be given without asking first."""


@dataclass(frozen=True)
class Ground:
    """One issue as a delegate sees it. ``points`` and ``latitudes`` are its own, in option order.

    ``side`` is 0 for the first party. ``inherited`` says that it was agreed before the scenario opened, ``taken`` that
    it was agreed by this party's accepting what the other side held. ``givable``
    are the places (from 0) of the options it may give on the spot or ad referendum; ``askable`` those of them it may
    still table without going back on the position it holds or, where it holds none it may give, beyond what its side
    is on record for.
    """

    issue: Issue
    side: int
    points: tuple[int, ...]
    latitudes: tuple[Latitude, ...]
    mine: str | None
    theirs: str | None
    agreed: str | None
    inherited: bool
    taken: bool
    givable: tuple[int, ...]
    askable: tuple[int, ...]

    def place(self, option: str) -> int:
        """The place of an option, from 0."""
        return self.issue.levels[option] - 1

    def value(self, option: str | None) -> int:
        """The points of an option; 0 for none."""
        return 0 if option is None else self.points[self.issue.levels[option] - 1]

    def may_give(self, option: str) -> bool:
        """Whether instructions allow the option to be given, if only ad referendum."""
        return self.issue.levels[option] - 1 in self.givable

    @cached_property
    def offered(self) -> str | None:
        """What the other side holds, where it may be given and is not agreed; None otherwise."""
        open_to = self.agreed is None and self.theirs is not None and self.may_give(self.theirs)
        return self.theirs if open_to else None

    @cached_property
    def stands(self) -> bool:
        """Whether it holds a position, and one that its instructions still allow."""
        return self.mine is not None and self.may_give(self.mine)

    def up(self, place: int) -> int:
        """How far an option lies from the *other* side's end, in steps: 0 is what the other side likes best."""
        return len(self.points) - 1 - place if self.side == 0 else place

    def at(self, up: int) -> int:
        """The place of the option that lies so many steps from the other side's end."""
        return len(self.points) - 1 - up if self.side == 0 else up

    def height(self, option: str) -> int:
        """``up`` by option id."""
        return self.up(self.place(option))

    def by_place(self, by_height: tuple[float, ...]) -> tuple[float, ...]:
        """What is known of each option by its height (see ``up``), in option order."""
        return by_height[::-1] if self.side == 0 else by_height

    @cached_property
    def most(self) -> int:
        """The points of the best option that could be asked for when the scenario opened."""
        if self.inherited:
            return self.value(self.agreed)
        return max((self.points[place] for place in self.givable), default=0)


@dataclass(frozen=True)
class Overview:
    """What all the issues together show at a glance.

    ``still_open`` are those not agreed; ``offered`` those of them on which the other side holds what may be given, with
    its points; ``complete`` whether that leaves out none a settlement needs. ``agreed`` are the points of what is
    agreed, ``most`` those of the best that could be asked when the scenario opened. ``holds`` are the positions rightly
    held on open issues, ``disputed`` the issues among them on which the other side holds another.
    """

    still_open: tuple[Ground, ...]
    offered: tuple[tuple[Ground, int], ...]
    complete: bool
    agreed: int
    most: int
    holds: Mapping[str, str]
    disputed: tuple[str, ...]


@recalled(4)
def overview(grounds: tuple[Ground, ...]) -> Overview:
    """The issues at a glance."""
    still_open = tuple([ground for ground in grounds if ground.agreed is None])
    offered = [ground for ground in still_open if ground.offered is not None]
    needed = [ground for ground in still_open if ground.issue.required and ground.offered is None]
    stands = [ground for ground in still_open if ground.stands]
    return Overview(
        still_open=still_open,
        offered=tuple([(ground, ground.value(ground.offered)) for ground in offered]),
        complete=not needed,
        agreed=sum([ground.value(ground.agreed) for ground in grounds if ground.agreed is not None]),
        most=sum([ground.most for ground in grounds]),
        holds={ground.issue.id: ground.mine for ground in stands if ground.mine is not None},
        disputed=tuple([ground.issue.id for ground in stands if ground.mine != ground.theirs]),
    )


def survey(view: View) -> tuple[Ground, ...]:
    """Every issue of the agenda, in its order. Issues that stand as they stood a moment ago are the same objects."""
    return _terrain(view.agenda, view.stakes, view.sitting).grounds(view.table, view.instructions)


class _Terrain:
    """What does not change for a party during a sitting, and the grounds as they were last seen."""

    def __init__(self, agenda: Agenda, stakes: Stakes, sitting: Meeting) -> None:
        self._party, self._side = stakes.party, agenda.side(stakes.party)
        voiced = agenda.voiced(stakes.party, sitting.date)
        self._rows = tuple(zip(agenda.issues, stakes.points, voiced, strict=True))
        self._seen: tuple[tuple[Standing, ...], Instructions, tuple[Ground, ...]] = ((), (), ())

    def grounds(self, table: tuple[Standing, ...], instructions: Instructions) -> tuple[Ground, ...]:
        """Those of a table: only the issues that stand, or are instructed, otherwise than last are looked at again."""
        stood, allowed, grounds = self._seen
        if stood is table and allowed is instructions:
            return grounds
        if not grounds:
            changed: Iterable[int] = range(len(table))
        else:
            otherwise = map(or_, map(is_not, stood, table), map(is_not, allowed, instructions))
            changed = [place for place, other in enumerate(otherwise) if other]
        if changed:
            fresh = {place: self._ground(place, table[place], instructions[place]) for place in changed}
            seen = list(grounds or fresh.values())
            for place, ground in fresh.items():
                seen[place] = ground
            grounds = tuple(seen)
        self._seen = (table, instructions, grounds)
        return grounds

    def _ground(self, place: int, standing: Standing, latitudes: tuple[Latitude, ...]) -> Ground:
        issue, points, levels = self._rows[place]
        side = self._side
        mine, theirs = standing.positions[side], standing.positions[1 - side]
        held = -1 if mine is None else issue.level(mine) - 1
        givable = tuple([place for place, one in enumerate(latitudes) if one in ON_THE_SPOT])
        askable = _no_step_back(givable, held, side) if held in givable else _no_further(givable, levels, side)
        agreed = standing.agreement
        option, inherited = (agreed.option, agreed.ply == 0) if agreed else (None, False)
        taken = agreed is not None and agreed.accepted_by == self._party
        return Ground(issue, side, points, latitudes, mine, theirs, option, inherited, taken, givable, askable)


@recalled(4)
def _terrain(agenda: Agenda, stakes: Stakes, sitting: Meeting) -> _Terrain:
    return _Terrain(agenda, stakes, sitting)


def _no_step_back(places: tuple[int, ...], held: int, side: int) -> tuple[int, ...]:
    """Those of the places that are not further from the other side than the one held."""
    return tuple([place for place in places if (place >= held if side == 0 else place <= held)])


def _no_further(places: tuple[int, ...], levels: frozenset[int], side: int) -> tuple[int, ...]:
    """Those of the places that are no further from the other side than the papers go: what one's side is on record for.

    All of them where it is on record for nothing it may give.
    """
    recorded = [place for place in places if place + 1 in levels]
    if not recorded:
        return places
    end = min(recorded) if side == 0 else max(recorded)
    return _no_step_back(places, end, side)


def gone(view: View) -> float:
    """The share of this party's speaking time gone before the present speech: 0.0 at its first, 1.0 at its last.

    Later sittings count, at their own length.
    """
    later = sum([meeting.exchanges for meeting in view.agenda.meetings[view.meeting + 1 :]])
    earlier = sum([meeting.exchanges for meeting in view.agenda.meetings[: view.meeting]])
    total = earlier + view.exchanges + later
    left = view.my_speeches_left + later
    return 1.0 if total <= 1 else min(1.0, max(0.0, (total - left) / (total - 1)))


def speeches_to_come(view: View) -> int:
    """How many speeches this party can still make in all sittings, the present one included."""
    return view.my_speeches_left + sum(meeting.exchanges for meeting in view.agenda.meetings[view.meeting + 1 :])


def said_now(view: View) -> tuple[Entry, ...]:
    """The ledger's lines of the present speech, in order."""
    return tuple(entry for entry in view.ledger.since(view.ply - view.spoken) if entry.by == view.party)


def said_before(view: View) -> tuple[Entry, ...]:
    """The ledger's lines of the other side since this party last said anything that the ledger keeps, in order."""
    begun = view.ply - view.spoken
    found: list[Entry] = []
    for entry in reversed(view.ledger):
        if entry.ply > begun:
            continue
        if entry.by == view.party:
            break
        found.append(entry)
    return tuple(reversed(found))


def contradicts(view: View, package: Package) -> str:
    """The text of a linkage a package would newly contradict together with what is agreed; empty when none."""
    if view.agenda.bound.isdisjoint(package.issues):
        return ""
    before = contradictions(view.agenda, view.settled)
    for linkage in contradictions(view.agenda, view.settled.merged(package)):
        if linkage not in before:
            return linkage.text
    return ""


@recalled(2)
def mirror(view: View) -> State:
    """A state made of nothing but the view, so that the rules can be asked about one's own moves.

    The other side's stakes and instructions in it are copies of one's own; no rule about one's own moves reads them.
    """
    return State(
        scenario=_mirrored(view.agenda, view.stakes, view.claims, view.minutes),
        table=view.table,
        instructions=(view.instructions, view.instructions),
        floor=view.floor,
        opener=view.opener,
        exchanges=view.exchanges,
        meeting=view.meeting,
        ply=view.ply,
        heard=view.ply,
        speeches=view.speeches,
        spoken=view.spoken,
        supported=view.supported,
        offers=view.offers,
        ledger=view.ledger,
        telegrams=view.telegrams,
        asked=view.asked,
        rising=view.rising,
        used=view.used,
        ending=view.ending,
    )


@recalled(4)
def _mirrored(agenda: Agenda, stakes: Stakes, claims: tuple[Claim, ...], minutes: tuple[Minute, ...]) -> Scenario:
    opening = (Opening(),) * len(agenda.issues)
    return Scenario(agenda=agenda, stakes=(stakes, stakes), claims=claims, minutes=minutes, opening=opening)


def objection(view: View, move: Move) -> Refusal | None:
    """Why the rules would refuse this move of one's own, or None."""
    return check(mirror(view), move)


def truth(view: View) -> Reply:
    """The true answer to the question just asked."""
    return true_reply(mirror(view), view.party, view.asked)
