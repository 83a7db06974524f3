"""Evidence and rulings that can never matter."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.evidence import Claim, Passage, Strength
from game.engine.party import Latitude
from game.engine.scenario import Scenario
from game.simulate.playtest.trial import Finding, Trial
from game.simulate.playtest.words import listed


def never_usable(trial: Trial) -> Iterator[Finding]:
    """S611: a passage that nobody who may make the claim can put forward at any meeting."""
    last = trial.scenario.agenda.meetings[-1].date
    for claim in trial.scenario.claims:
        for passage in claim.passages:
            if not any(passage.known(party, last) for party in claim.by):
                yield _unusable(trial, claim, passage)


def _unusable(trial: Trial, claim: Claim, passage: Passage) -> Finding:
    last = trial.scenario.agenda.meetings[-1].date
    if set(passage.known_to) & set(claim.by):
        why = f"it is known from {passage.since}, and the last meeting is on {last}"
        hint = "write a day before the meeting at which it may first be cited, or leave it to the debrief"
    else:
        why = f"only {listed(passage.known_to)} knows it, and only {listed(claim.by)} may make the claim"
        hint = f"add {listed(claim.by)} to known_to, or take it out"
    message = f"nobody can ever use this passage: {why}"
    measured = {"claim": claim.id, "passage": passage.id}
    return Finding(trial.places.passage(claim.id, passage.id).told("S611", message, hint), measured)


def moves_nothing(trial: Trial) -> Iterator[Finding]:
    """S612: a claim made to ease options, which the other side may give freely anyhow, or that nothing bears out."""
    for claim in trial.scenario.claims:
        if not claim.eases:
            continue
        why = _idle(trial.scenario, claim)
        if why:
            message = f"this claim moves nothing: {why[0]}"
            place = trial.places.claim(claim.id, "effect")
            yield Finding(place.told("S612", message, why[1]), {"claim": claim.id, "eases": list(claim.eases)})


def _idle(scenario: Scenario, claim: Claim) -> tuple[str, str] | None:
    """Why a claim can't ease anything, and what to do; None when it can."""
    last = scenario.agenda.meetings[-1].date
    strong = [party for party in claim.by if _borne_out(claim, party, last)]
    if not strong and any(passage.strength is Strength.STRONG for passage in claim.passages):
        return None  # that passage can never be used, which is told at the passage
    if not strong:
        return "no strong passage can be put forward for it", "mark a passage that proves it as strong, or add one"
    others = [scenario.agenda.other(party) for party in strong]
    if any(_hard(scenario, other, pair) for other in others for pair in claim.eases):
        return None
    named = listed([option for _, option in claim.eases])
    return (
        f"{listed(others)} may give {named} freely at every meeting",
        "ease an option that the other side has under report, ask or forbidden",
    )


def _borne_out(claim: Claim, party: str, last: str) -> bool:
    return any(passage.strength is Strength.STRONG for passage in claim.usable(party, last))


def _hard(scenario: Scenario, party: str, pair: tuple[str, str]) -> bool:
    """Whether a party is not free to give an option at some meeting; an issue off the table is never so."""
    if not scenario.agenda.has(pair[0]):
        return False
    place, level = scenario.agenda.place(pair[0]), scenario.agenda.level(*pair) - 1
    days = [meeting.date for meeting in scenario.agenda.meetings]
    return any(scenario.instructions_on(party, day)[place][level] is not Latitude.FREE for day in days)


def idle_rulings(trial: Trial) -> Iterator[Finding]:
    """S613: a principal's answer to a question nobody needs to put."""
    scenario = trial.scenario
    days = [meeting.date for meeting in scenario.agenda.meetings]
    for stakes in scenario.stakes:
        for ruling in stakes.rulings:
            if not scenario.agenda.has(ruling.issue):
                continue
            place = scenario.agenda.place(ruling.issue)
            level = scenario.agenda.level(ruling.issue, ruling.option) - 1
            rows = [scenario.instructions_on(stakes.party, day)[place] for day in days]
            if all(row[level].rank < Latitude.ASK.rank for row in rows):
                message = f"leave for {ruling.option} need never be asked: it may be given without it at every meeting"
                hint = f"move {ruling.option} to ask in the instructions above, or take this ruling out"
                at = trial.places.ruling(ruling.issue, stakes.party, ruling.option)
                yield Finding(at.told("S613", message, hint), {"issue": ruling.issue, "option": ruling.option})
