"""What the principal makes of it: red line by red line, and what the telegrams still on the way would have brought."""

from __future__ import annotations

from game.engine.outcome import Verdict, excesses, repudiation_risk, verdict
from game.engine.party import Latitude
from game.engine.state import State
from game.engine.worth import worth
from game.slim import dataclass


@dataclass(frozen=True, slots=True)
class RedLine:
    """An option the principal forbids, and whether it was given all the same."""

    issue: str
    option: str
    crossed: bool


@dataclass(frozen=True, slots=True)
class Liberty:
    """An option given without the leave it needed, and what the principal says to it. ``words`` may be empty."""

    issue: str
    option: str
    latitude: Latitude
    allowed: bool
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the principal would have answered to one request of a telegram not yet answered."""

    number: int
    issue: str
    option: str
    granted: bool
    words: str


@dataclass(frozen=True, slots=True)
class Capital:
    """The principal's side of the debrief. ``risk`` is the per cent risk of repudiation; ``signed``: fully agreed.

    ``recorded`` is the verdict chance drew, None where there was none to give.
    """

    principal: str
    verdict: Verdict
    recorded: bool | None
    signed: bool
    risk: int
    red_lines: tuple[RedLine, ...]
    liberties: tuple[Liberty, ...]
    pending: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Worth:
    """What is agreed is worth, of 1000 on the side's own scale, beside the worth of no agreement.

    A reading aid made by the scenario's author. ``open`` counts the issues a settlement still needs.
    """

    agreed: int
    reservation: int
    open: int
    alternative: str


def capital(state: State, party: str) -> Capital:
    """What a party's principal makes of what is agreed."""
    scenario = state.scenario
    return Capital(
        principal=scenario.agenda.party(party).principal,
        verdict=verdict(state, party),
        recorded=state.verdicts[scenario.agenda.side(party)],
        signed=state.signed,
        risk=repudiation_risk(state, party),
        red_lines=_red_lines(state, party),
        liberties=_liberties(state, party),
        pending=_pending(state, party),
    )


def _red_lines(state: State, party: str) -> tuple[RedLine, ...]:
    crossed = {(one.issue, one.option) for one in excesses(state, party)}
    return tuple(
        RedLine(issue.id, option.id, (issue.id, option.id) in crossed)
        for issue in state.scenario.agenda.issues
        for option in issue.options
        if state.latitude(party, issue.id, option.id) is Latitude.FORBIDDEN
    )


def _liberties(state: State, party: str) -> tuple[Liberty, ...]:
    stakes = state.scenario.stake(party)
    found = []
    for excess in excesses(state, party):
        ruling = stakes.ruling(excess.issue, excess.option)
        words = ruling.words if ruling else ""
        found.append(Liberty(excess.issue, excess.option, excess.latitude, excess.allowed, words))
    return tuple(found)


def _pending(state: State, party: str) -> tuple[Answer, ...]:
    stakes = state.scenario.stake(party)
    found = []
    for telegram in state.telegrams:
        if telegram.party != party or telegram.answered:
            continue
        for issue, option in telegram.asks:
            ruling = stakes.ruling(issue, option)
            granted = bool(ruling and ruling.granted)
            found.append(Answer(telegram.number, issue, option, granted, ruling.words if ruling else ""))
    return tuple(found)


def weigh(state: State, party: str) -> Worth:
    """The worth of what is agreed to a party, and what a settlement still lacks."""
    scenario = state.scenario
    stakes = scenario.stake(party)
    pairs = zip(scenario.agenda.issues, state.table, strict=True)
    lacking = sum(1 for issue, standing in pairs if issue.required and standing.agreement is None)
    value = worth(scenario.agenda, stakes, state.settled)
    return Worth(value, stakes.reservation, lacking, stakes.alternative)
