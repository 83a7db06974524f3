"""What a finished, or unfinished, negotiation amounts to for one side."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from game.engine.package import Package
from game.engine.party import Latitude, Stakes
from game.engine.scenario import Agenda
from game.engine.state import Instructions, Standing, State
from game.engine.worth import advantage, worth
from game.slim import dataclass

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
    agenda, stakes = state.scenario.agenda, state.scenario.stake(party)
    found = []
    for issue, option, latitude in exceeded(agenda, state.table, state.instructions[agenda.side(party)]):
        ruling = stakes.ruling(issue, option)
        found.append(Excess(issue, option, latitude, bool(ruling and ruling.granted)))
    return tuple(found)


def exceeded(
    agenda: Agenda, table: tuple[Standing, ...], instructions: Instructions
) -> list[tuple[str, str, Latitude]]:
    """What was agreed beyond a side's instructions, in agenda order: issue, option, ask or forbidden.

    What was agreed before the scenario opened is not held against the player.
    """
    found: list[tuple[str, str, Latitude]] = []
    for issue, standing, latitudes in zip(agenda.issues, table, instructions, strict=True):
        agreement = standing.agreement
        if agreement is not None and agreement.ply > 0:
            latitude = latitudes[issue.level(agreement.option) - 1]
            if latitude in (Latitude.ASK, Latitude.FORBIDDEN):
                found.append((issue.id, agreement.option, latitude))
    return found


def repudiation_risk(state: State, party: str) -> int:
    """The risk, in per cent from 0 to 95, that the principal repudiates what has been agreed so far.

    The sizes are the game's own (invented): 60 for each red line, 20 for each option that needed new instructions
    and would not be allowed, 30 for a full settlement worth less than none.
    """
    unwelcome = [excess.latitude for excess in excesses(state, party) if not excess.allowed]
    agenda, stakes = state.scenario.agenda, state.scenario.stake(party)
    return risk_of(unwelcome, shortfall(agenda, stakes, state.settled) if state.signed else 0)


def risk_of(unwelcome: Iterable[Latitude], shortfall: int) -> int:
    """The risk of repudiation for what was given at these latitudes, and signed so many points below reservation."""
    risk = sum([RED_LINE if latitude is Latitude.FORBIDDEN else ASKED_IN_VAIN for latitude in unwelcome])
    return min(risk + (BELOW_RESERVATION if shortfall else 0), HIGHEST_RISK)


def shortfall(agenda: Agenda, stakes: Stakes, settled: Package) -> int:
    """By how many points what is settled is worth less than no agreement; 0 where it is not."""
    return max(0, stakes.reservation - worth(agenda, stakes, settled))


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
