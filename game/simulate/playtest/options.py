"""Options that nobody has a reason to speak of."""

from __future__ import annotations

from collections.abc import Iterator

from game.bargaining.frontier import frontier
from game.bargaining.solutions import zone_of
from game.engine.issues import Issue, Option
from game.simulate.playtest.field import REASONED
from game.simulate.playtest.trial import Finding, Named, Trial
from game.simulate.playtest.words import share

ENOUGH = 50
"""Games below which no option is called dead."""


def dead(trial: Trial) -> Iterator[Finding]:
    """S606: never tabled, never agreed, and in no settlement that both prefer to none. What was really said is kept."""
    spoken = _spoken_of(trial)
    if len(trial.games) < ENOUGH or not trial.has_zone:
        return
    for issue in trial.scenario.agenda.issues:
        for option in issue.options:
            if (issue.id, option.id) not in spoken and not _on_record(option) and not _reasonable(trial, issue, option):
                yield _dead(trial, issue, option)


def _dead(trial: Trial, issue: Issue, option: Option) -> Finding:
    message = (
        f"{trial.label(issue.id, option.id)} is dead: tabled or agreed in {share(0, len(trial.games))}, and in no "
        "settlement that is better for both sides than none"
    )
    hint = "make it worth more to the side that would ask for it, or take it out"
    measured = {"games": len(trial.games), "issue": issue.id, "option": option.id}
    return Finding(trial.places.option(issue.id, option.id).told("S606", message, hint), measured)


def _spoken_of(trial: Trial) -> set[Named]:
    """What was agreed in any game, or tabled in any by somebody who had a reason."""
    found = {pair for one in trial.games for pair in one.settled}
    for one in trial.games:
        for side in (0, 1):
            if one.seats[side] in REASONED:
                found |= one.tabled[side]
    return found


def _reasonable(trial: Trial, issue: Issue, option: Option) -> bool:
    """Whether some settlement that both prefer to none has it."""
    return bool(zone_of(frontier(trial.space.keeping({issue.id: (option.id,)}))))


def _on_record(option: Option) -> bool:
    return bool(option.positions) or any(one.by for one in option.attribution.citations)


def outdone(trial: Trial) -> Iterator[Finding]:
    """S607: an option that is worth no more to either side than its neighbour, and less to one."""
    tied = {end for one in trial.scenario.agenda.linkages for end in (one.issue, one.other)}
    for place, issue in enumerate(trial.scenario.agenda.issues):
        if issue.id in tied:
            continue
        pairs = list(zip(*(stakes.points[place] for stakes in trial.scenario.stakes), strict=True))
        for number, option in enumerate(issue.options):
            better = _better(pairs, number)
            if better is not None and not _on_record(option) and _written_alike(trial, issue, (number, better)):
                yield _outdone(trial, issue, (number, better))


def _better(pairs: list[tuple[int, int]], number: int) -> int | None:
    """The option that one side prefers to this, and the other holds equal to it; None where there is none."""
    mine = pairs[number]
    for other in (number - 1, number + 1):
        if 0 <= other < len(pairs):
            theirs = pairs[other]
            if theirs != mine and theirs[0] >= mine[0] and theirs[1] >= mine[1]:
                return other
    return None


def _written_alike(trial: Trial, issue: Issue, pair: tuple[int, int]) -> bool:
    """Whether the author gave both options the same points: a difference lost in rounding is not worth a word."""
    party = trial.scenario.agenda.parties[0 if pair[0] < pair[1] else 1].id
    written = trial.places.points_written(issue.id, party)
    return written[issue.options[pair[0]].id] == written[issue.options[pair[1]].id]


def _outdone(trial: Trial, issue: Issue, pair: tuple[int, int]) -> Finding:
    option, better = issue.options[pair[0]], issue.options[pair[1]]
    side = 0 if pair[0] < pair[1] else 1
    party = trial.scenario.agenda.parties[side]
    message = (
        f"nobody gains by {trial.label(issue.id, option.id)}: {trial.label(issue.id, better.id)} is worth as much to "
        f"{party.name} and more to {trial.name(1 - side)}"
    )
    hint = f"give {option.id} more points than {better.id} for {party.id}, or take it out"
    measured = {"issue": issue.id, "option": option.id, "better": better.id}
    return Finding(trial.places.points(issue.id, party.id).inside(option.id).told("S607", message, hint), measured)
