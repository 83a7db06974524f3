"""What a finished, or unfinished, negotiation amounts to for one side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.engine.party import Latitude
from game.engine.state import State
from game.engine.worth import advantage, worth

ASKED_IN_VAIN = 20
"""Per cent of repudiation risk for each option given that needed new instructions and would not be allowed."""
RED_LINE = 60
"""Per cent of repudiation risk for each red line crossed."""
BELOW_RESERVATION = 30
"""Per cent of repudiation risk for a settlement worth less than no agreement."""
HIGHEST_RISK = 95


@dataclass(frozen=True, slots=True)
class Excess:
    """An agreed option beyond a party's instructions, and whether the principal would allow it if asked."""

    issue: str
    option: str
    latitude: Latitude
    allowed: bool


class Verdict(StrEnum):
    """What the principal makes of what was agreed."""

    RATIFIES = "ratifies"
    GRUMBLES = "grumbles"
    """Accepts, though something was given without leave."""
    REPUDIATES = "repudiates"


def excesses(state: State, party: str) -> tuple[Excess, ...]:
    """What was agreed beyond a party's instructions as they now stand, in agenda order."""
    stakes = state.scenario.stake(party)
    found = []
    for issue, option in _agreed_in_play(state):
        latitude = state.latitude(party, issue, option)
        if latitude in (Latitude.ASK, Latitude.FORBIDDEN):
            ruling = stakes.ruling(issue, option)
            found.append(Excess(issue, option, latitude, bool(ruling and ruling.granted)))
    return tuple(found)


def _agreed_in_play(state: State) -> list[tuple[str, str]]:
    """Agreements made since the scenario opened; what was agreed before it is not held against the player."""
    pairs = zip(state.scenario.agenda.issues, state.table, strict=True)
    agreed = [(issue.id, standing.agreement) for issue, standing in pairs if standing.agreement is not None]
    return [(issue, agreement.option) for issue, agreement in agreed if agreement.ply > 0]


def repudiation_risk(state: State, party: str) -> int:
    """The risk, in per cent from 0 to 95, that the principal repudiates what has been agreed so far.

    The sizes are the game's own (invented): 60 for each red line, 20 for each option that needed new instructions
    and would not be allowed, 30 for a full settlement worth less than none.
    """
    risk = 0
    for excess in excesses(state, party):
        if not excess.allowed:
            risk += RED_LINE if excess.latitude is Latitude.FORBIDDEN else ASKED_IN_VAIN
    return min(risk + _below_reservation(state, party), HIGHEST_RISK)


def _below_reservation(state: State, party: str) -> int:
    stakes = state.scenario.stake(party)
    if state.signed and worth(state.scenario.agenda, stakes, state.settled) < stakes.reservation:
        return BELOW_RESERVATION
    return 0


def apparent_risk(state: State, party: str) -> int:
    """The risk as the delegate can reckon it, not knowing the principal's mind: every excess counted as unwelcome.

    Never below ``repudiation_risk``.
    """
    risk = sum(RED_LINE if one.latitude is Latitude.FORBIDDEN else ASKED_IN_VAIN for one in excesses(state, party))
    return min(risk + _below_reservation(state, party), HIGHEST_RISK)


def verdict(state: State, party: str) -> Verdict:
    """What the principal makes of what stands agreed: the recorded verdict where there is one, else the likelier."""
    recorded = state.verdicts[state.scenario.agenda.side(party)]
    if recorded is False:
        return Verdict.REPUDIATES
    if recorded is None and repudiation_risk(state, party) >= 50:
        return Verdict.REPUDIATES
    return Verdict.GRUMBLES if excesses(state, party) else Verdict.RATIFIES


def gained(state: State, party: str) -> float:
    """A party's advantage: 0 without a full agreement that stands, else its place between reservation and best."""
    if state.ending is None or state.ending.kind != "agreement":
        return 0.0
    stakes = state.scenario.stake(party)
    return advantage(stakes, worth(state.scenario.agenda, stakes, state.settled))
