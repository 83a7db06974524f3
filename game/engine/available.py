"""What a party can do now, kind by kind and issue by issue. Never a list of packages."""

from __future__ import annotations

from game.engine.chance import chances
from game.engine.moves import Degree
from game.engine.party import Latitude
from game.engine.state import State, Status
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """One issue as a party may move on it: every option with its latitude, and what the other side holds."""

    issue: str
    status: Status
    mine: str | None
    theirs: str | None
    latitudes: tuple[tuple[str, Latitude], ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Available:
    """The kinds of move open to a party (names as in ``notation.VERBS``), and the room on each issue."""

    verbs: tuple[str, ...]
    rooms: tuple[Room, ...]


def available(state: State, party: str) -> Available:
    """What ``party`` may do now; no verbs when it has not the floor. ``rules.check`` still explains a single move."""
    rooms = tuple(_room(state, party, issue.id) for issue in state.scenario.agenda.issues)
    if state.floor != party or chances(state):
        return Available((), rooms)
    other = state.scenario.agenda.other(party)
    open_rooms = [room for room in rooms if room.status is not Status.AGREED]
    theirs = [room for room in open_rooms if room.theirs is not None]
    tests = {
        "accept": bool(theirs or state.open_offers(other)),
        "propose": any(not room.closed for room in rooms),
        "reject": bool(theirs or state.open_offers(other)),
        "hold": any(room.mine for room in rooms),
        "argue": "argue" not in state.supported and any(party in claim.by for claim in state.scenario.claims),
        "cite": "cite" not in state.supported,
        "ask": bool(open_rooms),
        "answer": bool(state.asked),
        "reserve": bool(open_rooms),
        "withdraw": bool(state.open_offers(party)),
    }
    verbs = tuple(name for name, possible in tests.items() if possible)
    return Available((*verbs, "consult", "yield", "adjourn", "walk-out"), rooms)


def _room(state: State, party: str, issue: str) -> Room:
    standing = state.standing(issue)
    options = state.scenario.agenda.issue(issue).options
    agreement = standing.agreement
    return Room(
        issue=issue,
        status=standing.status,
        mine=state.position(party, issue),
        theirs=state.position(state.scenario.agenda.other(party), issue),
        latitudes=tuple((option.id, state.latitude(party, issue, option.id)) for option in options),
        closed=agreement is not None and agreement.degree is Degree.FINAL,
    )
