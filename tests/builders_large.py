"""A generated table of 34 issues, of the size of 10 July: opposed points, random instructions. All of it is invented.

Every issue keeps at least one option that both sides may give, so a zone exists unless ``build`` says otherwise.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from game.engine.evidence import Attribution, Basis, Claim, Passage, Strength
from game.engine.issues import Head, Issue, Meeting, Option, Tier
from game.engine.party import Instruction, Latitude, Line, Party, Phrase, Ruling, Stakes
from game.engine.scenario import Agenda, Opening, Scenario

INVENTED = Attribution(Basis.INVENTED, "made for a test")
TIERS = (Tier.CORE,) * 16 + (Tier.SUPPORT,) * 15 + (Tier.PROCEDURE,) * 3
GRADES = {Tier.CORE: (60, 36, 36, 30, 24), Tier.SUPPORT: (14, 12, 12, 8), Tier.PROCEDURE: (4,)}
HEADS = tuple(Head(name, number, name.capitalize()) for name, number in zip("abcdefg", "1234567", strict=True))
PHRASES = (
    Phrase("Cannot accept.", "refuse", "soong-molotov-1945-07-10", 287),
    Phrase("Must reserve.", "reserve", "soong-molotov-1945-07-10", 431),
    Phrase("Agree.", "accept", "soong-molotov-1945-07-10", 37),
)


@dataclass(frozen=True)
class Shape:
    """What to generate: how many issues, exchanges a side, the reservation value of both sides, sittings, and room.

    ``room`` is how many options beyond the last common one a side's instructions may reach: each is drawn evenly.
    """

    issues: int = 34
    exchanges: int = 12
    reservation: int = 350
    meetings: int = 1
    room: tuple[int, ...] = (0, 1, 1, 2)


def build(seed: int, shape: Shape | None = None) -> Scenario:
    """The scenario of that seed. The same seed gives the same scenario, value for value."""
    shape = shape or Shape()
    chance = random.Random(f"large-{seed}")
    tiers = [TIERS[place * len(TIERS) // shape.issues] for place in range(shape.issues)]
    chance.shuffle(tiers)
    issues = tuple(_issue(place, tier, chance.randint(2, 6)) for place, tier in enumerate(tiers))
    meeting_points = tuple(chance.randrange(len(issue.options)) for issue in issues)
    stakes = tuple(_stakes(side, issues, meeting_points, (shape, chance)) for side in (0, 1))
    agenda = Agenda(
        id=f"large-{seed}",
        title="A large table",
        subtitle="for tests",
        summary="Generated.",
        parties=(_party("china", Line.TELEGRAM), _party("ussr", Line.CORRIDOR)),
        heads=HEADS,
        issues=issues,
        meetings=tuple(_meeting(day, shape.exchanges) for day in range(shape.meetings)),
    )
    return Scenario(
        agenda=agenda,
        stakes=(stakes[0], stakes[1]),
        claims=tuple(_claims(issues, chance)),
        opening=tuple(_opening(issue, chance) for issue in issues),
        digest=f"large-{seed}",
    )


def _party(name: str, line: Line) -> Party:
    return Party(name, name.capitalize(), name, f"Delegate of {name}", "", f"Principal of {name}", line, voice=PHRASES)


def _meeting(day: int, exchanges: int) -> Meeting:
    date = f"1945-07-{10 + day}"
    chairs = (("china", "Delegate of china"), ("ussr", "Delegate of ussr"))
    return Meeting(date, date, "A meeting", "14:00", "16:00", "Moscow", exchanges, "ussr", chairs, ())


def _issue(place: int, tier: Tier, options: int) -> Issue:
    head = HEADS[place % len(HEADS)]
    made = tuple(
        Option(f"o{level}", level, f"Option {level} of {place}", f"Option {level}.", (level,), INVENTED)
        for level in range(1, options + 1)
    )
    return Issue(
        f"{head.id.upper()}{place}", f"issue-{place}", head.id, f"Issue {place}", f"What of {place}?", tier, made
    )


def _stakes(
    side: int, issues: tuple[Issue, ...], overlap: tuple[int, ...], made: tuple[Shape, random.Random]
) -> Stakes:
    shape, chance = made
    party = ("china", "ussr")[side]
    instructions, rulings = [], []
    for issue, place in zip(issues, overlap, strict=True):
        latitudes = _ladder(
            side, len(issue.options), place + chance.choice(shape.room) * (1 if side == 0 else -1), chance
        )
        instructions.append(Instruction("1945-07-01", issue.id, latitudes, INVENTED))
        for option, latitude in zip(issue.options, latitudes, strict=True):
            if latitude is Latitude.ASK:
                rulings.append(Ruling(issue.id, option.id, chance.random() < 0.5, "So be it.", INVENTED))
    return Stakes(
        party=party,
        points=_points(side, issues, chance),
        points_attribution=(INVENTED,) * len(issues),
        reservation=shape.reservation,
        reservation_attribution=INVENTED,
        alternative="Go home.",
        alternative_attribution=INVENTED,
        instructions=tuple(instructions),
        rulings=tuple(rulings),
    )


def _points(side: int, issues: tuple[Issue, ...], chance: random.Random) -> tuple[tuple[int, ...], ...]:
    """Points that fall towards the other side's end; the best package is worth exactly 1000."""
    raw = [chance.choice(GRADES[issue.tier]) * chance.uniform(0.6, 1.6) for issue in issues]
    best = [round(1000 * one / sum(raw)) for one in raw]
    best[best.index(max(best))] += 1000 - sum(best)
    rows = []
    for issue, top in zip(issues, best, strict=True):
        between = sorted((chance.random() for _ in issue.options[2:]), reverse=True)
        row = [top, *(round(top * share) for share in between), 0]
        rows.append(tuple(row if side == 0 else reversed(row)))
    return tuple(rows)


def _ladder(side: int, options: int, limit: int, chance: random.Random) -> tuple[Latitude, ...]:
    """From a side's own end: free, then report up to ``limit``, then ask, then forbidden."""
    reach = min(options - 1, limit if side == 0 else options - 1 - limit)
    free = chance.randint(0, reach)
    beyond = chance.choice((0, 1, 2))
    ladder = []
    for place in range(options):
        if place <= free:
            ladder.append(Latitude.FREE)
        elif place <= reach:
            ladder.append(Latitude.REPORT)
        else:
            ladder.append(Latitude.ASK if place <= reach + beyond else Latitude.FORBIDDEN)
    return tuple(ladder if side == 0 else reversed(ladder))


def _opening(issue: Issue, chance: random.Random) -> Opening:
    """Most issues open with both sides at or near their own ends, some with one side silent, a few with both."""
    if chance.random() < 0.1:
        return Opening()
    first, last = issue.options[0].id, issue.options[-1].id
    if chance.random() < 0.15:
        return Opening((first, None), "tabled") if chance.random() < 0.5 else Opening((None, last), "tabled")
    return Opening((first, last), "open")


def _claims(issues: tuple[Issue, ...], chance: random.Random) -> list[Claim]:
    made = []
    for number, issue in enumerate(chance.sample(issues, min(10, len(issues)))):
        side = number % 2
        option = issue.options[0 if side == 0 else -1].id
        middle = issue.options[len(issue.options) // 2].id
        known = (("china",), ("ussr",))[side]
        passages = (
            Passage(f"p{number}", "A passage.", Strength.STRONG, known, "1945-07-01", INVENTED),
            Passage(f"w{number}", "A weak one.", Strength.WEAK, known, "1945-07-01", INVENTED, why="It is weak."),
        )
        eases = ((issue.id, option), (issue.id, middle))
        made.append(Claim(f"claim-{number}", f"E{number}", known, (issue.id,), "So it is.", passages, eases=eases))
    return made
