"""Whether the counterpart's reasons are true: with the stated causes removed, and nothing else, does it still refuse?

``python -m tests.benchmarks.truthfulness [SCENARIO…] [--games N]`` plays games of the counterpart in both chairs
against itself and the baselines, and takes every refusal of a position and of an offer. Three things are counted:

- *flips*: the causes stated are removed from what it saw, all else being left, and it is asked again: it no longer
  refuses. (The bar: 90 per cent.)
- *each against it*: one stated cause is left and every other, stated or not, removed: it still refuses. This is the
  control; without it a reason that names too much would pass.
- *what would change it does*: what the reason says would change it is brought about, and it no longer refuses.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from game.authoring.loader import load
from game.delegates.counterpart import Brief, brief
from game.delegates.counterpart.causes import against_offer, against_position
from game.delegates.counterpart.replies import refuse
from game.delegates.counterpart.temper import Temper, drawn
from game.delegates.delegate import Decision, Reason
from game.delegates.reasons import LATER, LATER_FOR_MORE, REFUSALS, Cause
from game.engine.moves import Degree, Reject, Reserve, Terms
from game.engine.party import Latitude
from game.engine.scenario import Scenario
from game.engine.state import Agreement
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
BAR = 0.90


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

    @property
    def issues(self) -> tuple[str, ...]:
        """What it is about."""
        return self.view.offers[self.offer - 1].package.issues if self.offer else (self.issue,)


@dataclass(frozen=True)
class Tally:
    """What was counted of some refusals; ``flips`` by the causes stated together."""

    explained: Share = Share(0, 0)
    flips: dict[str, Share] = field(default_factory=dict)
    each_against: Share = Share(0, 0)
    remedies: Share = Share(0, 0)

    @property
    def flipped(self) -> Share:
        """Over all causes."""
        return sum(self.flips.values(), Share(0, 0))

    def __add__(self, other: Tally) -> Tally:
        flips = {code: _of(self.flips, code) + _of(other.flips, code) for code in sorted({*self.flips, *other.flips})}
        return Tally(
            self.explained + other.explained,
            flips,
            self.each_against + other.each_against,
            self.remedies + other.remedies,
        )


def _of(shares: dict[str, Share], code: str) -> Share:
    return shares.get(code, Share(0, 0))


def refusals(scenario: Scenario, seeds: Iterable[int], exchanges: int) -> Iterator[Refused]:
    """Everything the counterpart refused or thought over in games against the field, in both chairs."""
    for seed in seeds:
        for names in AGAINST:
            for moment in moments(scenario, names, seed, exchanges):
                if moment.name == "counterpart" and isinstance(moment.decision.move, Reject | Reserve):
                    yield from _refused(moment.view, drawn(seed, moment.party), moment.decision)


def _refused(seen: View, temper: Temper, decision: Decision) -> Iterator[Refused]:
    move, reasons = decision.move, decision.reasons
    if isinstance(move, Reserve):
        whole = [
            one for one in seen.offers_to_me() if one.terms is Terms.WHOLE and {*move.issues} <= {*one.package.issues}
        ]
        yield from (Refused(seen, temper, reasons, offer=one.number) for one in whole[:1])
    elif move.offer:
        yield Refused(seen, temper, reasons, offer=move.offer)
    else:
        for issue in move.issues:
            yield Refused(seen, temper, tuple(one for one in reasons if one.issue == issue), issue)


def without(of: Brief, reasons: Iterable[Reason]) -> Brief:
    """What the counterpart would make of the moment if these causes were not there, and all else were as it is."""
    reasons = tuple(reasons)
    seen = of.view
    for reason in reasons:
        seen = _removed(seen, reason)
    freed = brief(seen, of.temper)
    codes = {reason.code for reason in reasons}
    if codes & {Cause.ASPIRATION, Cause.RESERVATION}:
        return _insisting_on(freed, 0.0)
    if Cause.RECIPROCITY in codes:
        return _insisting_on(freed, freed.posture.by_clock)
    return freed


def _removed(seen: View, reason: Reason) -> View:
    """The view without a cause that stands in it.

    Instructions: the option is free. A linkage: none is left. The reservation: no agreement is worth nothing. Priority:
    the issue weighs nothing. The clock and reciprocity do not stand in a view; see ``without``.
    """
    if reason.code in (Cause.INSTRUCTIONS, Cause.PRINCIPAL):
        place = seen.agenda.place(reason.issue)
        level = seen.agenda.level(reason.issue, str(dict(reason.variables)["option"])) - 1
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


def refused_in(one: Refused, of: Brief) -> bool:
    """Whether there is anything against it in that brief, or it is refused again."""
    if one.offer:
        return bool(against_offer(of, of.view.offers[one.offer - 1]))
    again = refuse(of)
    asked_again = again is not None and one.issue in getattr(again.move, "issues", ())
    return asked_again or bool(against_position(of, of.grounds[of.view.agenda.place(one.issue)]))


def flips(one: Refused) -> bool:
    """Whether what was refused no longer is, once the stated causes are removed."""
    return not refused_in(one, without(brief(one.view, one.temper), one.reasons))


def each_against(one: Refused) -> Share:
    """Of the causes stated, how many would each be enough: all others, stated or not, being removed."""
    price = Reason(Cause.ASPIRATION, one.issue, "", "")
    found = Share(0, 0)
    for kept in one.reasons:
        others = [reason for reason in one.reasons if reason is not kept]
        if kept.code in (Cause.INSTRUCTIONS, Cause.PRINCIPAL, Cause.LINKAGE):
            others.append(price)
        found += Share(refused_in(one, without(brief(one.view, one.temper), others)), 1)
    return found


def remedied(one: Refused) -> bool:
    """Whether what was refused no longer is, once what is said to change it has come about.

    New instructions and other settlements of tied issues are taken as the removal of the cause. A later hour is the
    last speech; more given elsewhere, the other side's going to this side's best on all other issues; other points
    settled, their agreement there.
    """
    seen = one.view
    for reason in one.reasons:
        seen = seen if reason.code == Cause.PRIORITY else _removed(seen, reason)
    codes, said = {reason.code for reason in one.reasons}, {reason.remedy for reason in one.reasons}
    if Cause.PRIORITY in codes:
        seen = _elsewhere(one, brief(seen, one.temper), "settled")
    elif Cause.RECIPROCITY in codes or LATER_FOR_MORE in said:
        seen = _elsewhere(one, brief(seen, one.temper), "given")
    if said & {LATER, LATER_FOR_MORE} or Cause.PRIORITY in codes:
        last = 2 * seen.exchanges - (1 if seen.opener != seen.party else 2)
        seen = replace(seen, meeting=len(seen.agenda.meetings) - 1, speeches=last)
    of = brief(seen, one.temper)
    if one.offer:
        return not against_offer(of, of.view.offers[one.offer - 1])
    return not against_position(of, of.grounds[of.view.agenda.place(one.issue)])


def _elsewhere(one: Refused, of: Brief, how: str) -> View:
    """The view with the best this side may ask for held by the other side, or agreed, on every other open issue."""
    table, side = list(of.view.table), of.view.agenda.side(of.view.party)
    for number, ground in enumerate(of.grounds):
        if ground.issue.id in one.issues or ground.agreed is not None or not ground.givable:
            continue
        best = ground.issue.options[max(ground.givable, key=lambda place: ground.points[place])].id
        held = list(table[number].positions)
        held[1 - side] = best
        agreement = Agreement(best, Degree.AD_REFERENDUM, of.view.ply, of.view.other) if how == "settled" else None
        table[number] = replace(table[number], positions=(held[0], held[1]), agreement=agreement)
    return replace(of.view, table=tuple(table))


def measured(scenario: Scenario, seeds: Iterable[int], exchanges: int) -> Tally:
    """Everything counted over the games of those seeds."""
    found = Tally()
    for one in refusals(scenario, seeds, exchanges):
        flip = {one.codes: Share(flips(one), 1)}
        found += Tally(Share(one.explained, 1), flip, each_against(one), Share(remedied(one), 1))
    return found


def main() -> int:
    """Print the shares, by cause and over all; 0 when the bar holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*", default=["moscow-1945-07-10", "moscow-1945-07-12", "first-session"])
    parser.add_argument("--games", type=int, default=2, help="seeds for each pair")
    parser.add_argument("--exchanges", type=int, default=12)
    chosen = parser.parse_args()
    whole = Tally()
    for name in chosen.scenarios:
        whole += measured(load(name), range(chosen.games), chosen.exchanges)
    for codes, flip in whole.flips.items():
        print(f"{codes:<36} flips {flip}")
    print(f"issue, cause and remedy stated     {whole.explained}")
    print(f"flips with its causes removed      {whole.flipped}")
    print(f"each cause is against it           {whole.each_against}")
    print(f"what would change it does          {whole.remedies}")
    return 0 if whole.flipped.value >= BAR and whole.explained.hits == whole.explained.cases else 1


if __name__ == "__main__":
    raise SystemExit(main())
