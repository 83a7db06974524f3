"""Small scenarios made in code, for tests that need to be worked out by hand. Everything in them is invented."""

from __future__ import annotations

from game.engine.evidence import Attribution, Basis, Citation, Claim, Minute, Passage, Strength
from game.engine.issues import Head, Issue, Linkage, LinkageKind, Meeting, Option, Tier
from game.engine.party import Instruction, Latitude, Line, Party, Ruling, Stakes, Sweetener
from game.engine.scenario import Agenda, Opening, Scenario

INVENTED = Attribution(Basis.INVENTED, "made for a test")
F, R, A, X = Latitude.FREE, Latitude.REPORT, Latitude.ASK, Latitude.FORBIDDEN

CHINA = Party("china", "China", "Chinese", "T. V. Soong", "Foreign Minister", "Chiang Kai-shek", Line.TELEGRAM)
USSR = Party("ussr", "Soviet Union", "Soviet", "V. M. Molotov", "People's Commissar", "Stalin", Line.CORRIDOR)


def issue(code: str, name: str, head: str, options: str, tier: Tier = Tier.CORE) -> Issue:
    """An issue with options named in one string, from China's end to the Soviet one."""
    made = tuple(
        Option(one, level, one.replace("-", " ").capitalize(), f"It shall be {one}.", (level,), INVENTED)
        for level, one in enumerate(options.split(), 1)
    )
    return Issue(code, name, head, name.replace("-", " ").capitalize(), f"What of the {name}?", tier, made)


ISSUES = (
    issue("D8", "railway-board", "railways", "parity joint-board soviet-majority"),
    issue("D5", "railway-guards", "railways", "chinese later soviet"),
    issue("E1", "dairen-status", "dairen", "free-port joint-use soviet-port", Tier.SUPPORT),
    issue("H6", "working-draft", "procedure", "chinese-draft soviet-draft", Tier.PROCEDURE),
)
HEADS = (Head("railways", "IV", "Railways"), Head("dairen", "V", "Dairen"), Head("procedure", "", "Procedure"))


def meeting(name: str = "1945-07-10", exchanges: int = 6) -> Meeting:
    """A sitting that the Soviet side opens."""
    return Meeting(
        id=name,
        date=name,
        title=f"Meeting of {name}",
        begins="14:00",
        ends="16:00",
        place="Moscow",
        exchanges=exchanges,
        opens="ussr",
        chairs=(("china", "T. V. Soong"), ("ussr", "V. M. Molotov")),
        present=(("china", ("Hoo", "Fu")), ("ussr", ("Petrov",))),
    )


PARITY_IN_1924 = Claim(
    id="parity-in-1924",
    card="E11",
    by=("china",),
    issues=("railway-board",),
    text="In 1924 the board had five directors from each side.",
    passages=(
        Passage("treaty", "Ten directors, five a side.", Strength.STRONG, ("china", "ussr"), "1924-05-31", INVENTED),
        Passage("hearsay", "People say so.", Strength.WEAK, ("china",), "1924-05-31", INVENTED, why="It is hearsay."),
        Passage("later", "It was so agreed in August.", Strength.STRONG, ("china",), "1945-08-14", INVENTED),
    ),
    eases=(("railway-board", "joint-board"), ("railway-board", "parity")),
    date="1945-07-10",
)
ALWAYS_CONFLICT = Claim(
    id="always-conflict",
    card="E11b",
    by=("ussr",),
    issues=("railway-board",),
    text="There were conflicts all the time.",
    passages=(Passage("1929", "The conflict of 1929.", Strength.STRONG, ("china", "ussr"), "1929-07-10", INVENTED),),
    rebuts=("parity-in-1924",),
)
SAID_JOINT = Minute(
    "m-joint", "1945-07-02", "ussr", "railway-board", "joint-board", Citation(quote="a joint board", date="1945-07-02")
)

CHINA_STAKES = Stakes(
    party="china",
    points=((400, 250, 0), (300, 150, 0), (200, 120, 0), (80, 0)),
    points_attribution=(INVENTED,) * 4,
    reservation=350,
    reservation_attribution=INVENTED,
    alternative="Go home.",
    alternative_attribution=INVENTED,
    instructions=(
        Instruction("1945-07-01", "railway-board", (F, R, X), INVENTED),
        Instruction("1945-07-01", "railway-guards", (F, A, X), INVENTED),
        Instruction("1945-07-01", "dairen-status", (F, R, A), INVENTED),
        Instruction("1945-07-12", "dairen-status", (F, F, R), INVENTED),
    ),
    rulings=(
        Ruling("railway-guards", "later", True, "Let it be seen after two years.", INVENTED),
        Ruling("dairen-status", "soviet-port", False, "No.", INVENTED),
    ),
    sweeteners=(Sweetener("guards-sweeten-board", 20),),
)
USSR_STAKES = Stakes(
    party="ussr",
    points=((0, 300, 450), (0, 200, 300), (0, 120, 200), (0, 50)),
    points_attribution=(INVENTED,) * 4,
    reservation=350,
    reservation_attribution=INVENTED,
    alternative="Wait.",
    alternative_attribution=INVENTED,
    instructions=(
        Instruction("1945-07-01", "railway-board", (X, A, F), INVENTED),
        Instruction("1945-07-01", "railway-guards", (A, R, F), INVENTED),
        Instruction("1945-07-01", "dairen-status", (A, R, F), INVENTED),
    ),
    rulings=(Ruling("railway-guards", "chinese", True, "Good.", INVENTED),),
)
LINKAGES = (
    Linkage(
        "guards-sweeten-board",
        "L90",
        LinkageKind.SWEETENS,
        "railway-guards",
        ("chinese",),
        "railway-board",
        ("parity",),
        "china",
        "Chinese guards make parity worth having.",
        INVENTED,
    ),
    Linkage(
        "soviet-port-excludes-free-draft",
        "L91",
        LinkageKind.EXCLUDES,
        "dairen-status",
        ("soviet-port",),
        "railway-guards",
        ("chinese",),
        "ussr",
        "A Soviet port can't be guarded by Chinese railway guards.",
        INVENTED,
    ),
)


def small(exchanges: int = 6, meetings: int = 1, opening: tuple[Opening, ...] = ()) -> Scenario:
    """Four issues, two claims, two linkages, one or two sittings (10 and 12 July)."""
    dates = ("1945-07-10", "1945-07-12")[:meetings]
    agenda = Agenda(
        id="small",
        title="A small table",
        subtitle="for tests",
        summary="Two sides, four issues.",
        parties=(CHINA, USSR),
        heads=HEADS,
        issues=ISSUES,
        meetings=tuple(meeting(date, exchanges) for date in dates),
        linkages=LINKAGES,
    )
    return Scenario(
        agenda=agenda,
        stakes=(CHINA_STAKES, USSR_STAKES),
        claims=(PARITY_IN_1924, ALWAYS_CONFLICT),
        minutes=(SAID_JOINT,),
        opening=opening,
        digest="small-digest",
    )
