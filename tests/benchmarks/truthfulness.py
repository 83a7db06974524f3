"""Whether the counterpart's reasons are true: with the stated causes removed, and nothing else, does it still refuse?

``python -m tests.benchmarks.truthfulness [SCENARIO…] [--games N]`` plays games of the counterpart in both chairs against
itself and the baselines, takes every refusal of a position and of an offer, removes from what it saw exactly the causes it
stated for that issue, asks it again, and counts how often it no longer refuses. How a cause is removed:

- instructions, principal: the option named is made free in its instructions;
- linkage: the agenda's linkages are taken away;
- reservation: no agreement is worth nothing to it, and the whole need only be worth a point more;
- aspiration: the whole need only be worth a point more than no agreement;
- reciprocity: what it insists on is what the clock alone asks;
- priority: the issue weighs nothing with it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from game.authoring.loader import load
from game.delegates.counterpart import Brief, brief
from game.delegates.counterpart.causes import against_offer
from game.delegates.counterpart.replies import refuse
from game.delegates.counterpart.temper import Temper, drawn
from game.delegates.delegate import Reason
from game.delegates.reasons import REFUSALS, Cause
from game.engine.moves import Reject, Reserve, Terms
from game.engine.party import Latitude
from game.engine.scenario import Scenario
from game.engine.view import View
from tests.benchmarks.shares import Share
from tests.delegates.games import moments

AGAINST = (
    ("counterpart", "counterpart"),
    ("counterpart", "linear"),
    ("boulware", "counterpart"),
    ("counterpart", "tit-for-tat"),
    ("random", "counterpart"),
    ("conceder", "counterpart"),
)
"""Who sits where, in the agenda's order of parties."""


@dataclass(frozen=True)
class Refused:
    """One thing refused: what the counterpart saw, its temper, the reasons for it, the issue or the offer's number."""

    view: View
    temper: Temper
    reasons: tuple[Reason, ...]
    issue: str = ""
    offer: int = 0

    @property
    def codes(self) -> str:
        """The causes stated, joined."""
        return "+".join(sorted({one.code for one in self.reasons})) or "none"

    @property
    def explained(self) -> bool:
        """Whether a cause of refusal, what decided and what would change it are all stated, and the issue named."""
        told = all(one.code in REFUSALS and one.because and one.remedy and one.variables for one in self.reasons)
        return bool(self.reasons) and told and (bool(self.offer) or all(one.issue for one in self.reasons))


def refusals(scenario: Scenario, seeds: Iterable[int], exchanges: int) -> Iterator[Refused]:
    """Everything the counterpart refused or put off in games against the field, both chairs."""
    for seed in seeds:
        for names in AGAINST:
            for moment in moments(scenario, names, seed, exchanges):
                move = moment.decision.move
                if moment.name != "counterpart" or not isinstance(move, Reject | Reserve):
                    continue
                temper, reasons = drawn(seed, moment.party), moment.decision.reasons
                if isinstance(move, Reject) and not move.offer:
                    for issue in move.issues:
                        given = tuple(one for one in reasons if one.issue == issue)
                        yield Refused(moment.view, temper, given, issue)
                    continue
                yield Refused(
                    moment.view,
                    temper,
                    reasons,
                    offer=move.offer if isinstance(move, Reject) else _put_off(moment.view, move),
                )


def _put_off(seen: View, move: Reserve) -> int:
    """The number of the offer a reservation thinks over."""
    for offer in seen.offers_to_me():
        if (
            offer.terms is Terms.WHOLE
            and tuple(i for i in offer.package.issues if seen.settled.get(i) is None) == move.issues
        ):
            return offer.number
    return 0


def without(of: Brief, reasons: tuple[Reason, ...]) -> Brief:
    """What the counterpart would make of the moment if these causes were not there, and all else were as it is."""
    seen = of.view
    for reason in reasons:
        seen = _without_private_cause(seen, reason)
    freed = brief(seen, of.temper)
    codes = {reason.code for reason in reasons}
    if codes & {Cause.ASPIRATION, Cause.RESERVATION}:
        return _insisting_on(freed, 0.0)
    if Cause.RECIPROCITY in codes:
        return _insisting_on(freed, freed.posture.by_clock)
    return freed


def _without_private_cause(seen: View, reason: Reason) -> View:
    option = dict(reason.variables).get("option")
    if reason.code in (Cause.INSTRUCTIONS, Cause.PRINCIPAL):
        place = seen.agenda.place(reason.issue)
        level = seen.agenda.level(reason.issue, str(option)) - 1
        row = seen.instructions[place]
        row = (*row[:level], Latitude.FREE, *row[level + 1 :])
        return replace(seen, instructions=(*seen.instructions[:place], row, *seen.instructions[place + 1 :]))
    if reason.code == Cause.LINKAGE:
        return replace(seen, agenda=replace(seen.agenda, linkages=()))
    if reason.code == Cause.RESERVATION:
        return replace(seen, stakes=replace(seen.stakes, reservation=0))
    if reason.code == Cause.PRIORITY:
        place = seen.agenda.place(reason.issue)
        points = list(seen.stakes.points)
        points[place] = (0,) * len(points[place])
        return replace(seen, stakes=replace(seen.stakes, points=tuple(points)))
    return seen


def _insisting_on(of: Brief, aspiration: float) -> Brief:
    lowest = of.view.stakes.reservation + 1.0
    stance = replace(of.posture, aspiration=max(aspiration, lowest), by_return=0.0)
    return replace(of, posture=stance, plan=of.at(aspiration))


def flips(one: Refused) -> bool:
    """Whether what was refused no longer is, once the stated causes are removed."""
    freed = without(brief(one.view, one.temper), one.reasons)
    if one.offer:
        return not against_offer(freed, freed.view.offers[one.offer - 1])
    again = refuse(freed)
    return again is None or one.issue not in getattr(again.move, "issues", ())


def measured(scenario: Scenario, seeds: Iterable[int], exchanges: int) -> dict[str, tuple[Share, Share]]:
    """By the causes stated together: the share explained in full, and the share that flips."""
    explained: Counter[str] = Counter()
    flipped: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for one in refusals(scenario, seeds, exchanges):
        cases[one.codes] += 1
        explained[one.codes] += one.explained
        flipped[one.codes] += flips(one)
    return {codes: (Share(explained[codes], n), Share(flipped[codes], n)) for codes, n in sorted(cases.items())}


def refusals_flip(scenario: Scenario, games: int = 2, exchanges: int = 12) -> Share:
    """The bar: of all refusals in that many games of each pair, the share that flips with its stated causes removed."""
    return sum((flip for _, flip in measured(scenario, range(games), exchanges).values()), Share(0, 0))


def main() -> int:
    """Print the shares, by cause and over all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenarios", nargs="*", default=["moscow-1945-07-10", "moscow-1945-07-12", "first-session"])
    parser.add_argument("--games", type=int, default=2, help="seeds for each pair")
    parser.add_argument("--exchanges", type=int, default=12)
    chosen = parser.parse_args()
    whole = explained = Share(0, 0)
    for name in chosen.scenarios:
        found = measured(load(name), range(chosen.games), chosen.exchanges)
        print(name)
        for codes, (told, flip) in found.items():
            print(f"  {codes:<36} flips {flip}")
            explained, whole = explained + told, whole + flip
    print(f"explained in full: {explained}\nflips with the stated causes removed: {whole}")
    return 0 if whole.value >= 0.9 and explained.hits == explained.cases else 1


if __name__ == "__main__":
    raise SystemExit(main())
