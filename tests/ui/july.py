"""A scenario of the size of 10 July, with names in two scripts. Options, points and instructions are made up."""

from __future__ import annotations

from dataclasses import replace

from game.engine.evidence import Attribution, Basis, Citation, Claim, Dispute, Minute, Passage, Reading, Strength
from game.engine.issues import Head, Issue, Option, Tier
from game.engine.party import Instruction, Latitude, Line, Party, Person, Ruling, Stakes
from game.engine.scenario import Agenda, Event, Opening, Scenario
from tests.builders import INVENTED, meeting

MINUTES, CABLE, LATER = "soong-molotov-1945-07-10", "harriman-1945-07-03", "soong-stalin-1945-07-12"
HEADS = (
    Head("treaty", "I", "Draft Treaty"),
    Head("mongolia", "II", "Outer Mongolia"),
    Head("troops", "III", "Soviet troops"),
    Head("railways", "IV", "Railways"),
    Head("dairen", "V", "Dairen"),
    Head("port-arthur", "VI", "Port Arthur"),
    Head("procedure", "", "Procedure"),
)
_ISSUES = """
B1|treaty-enemy|treaty|Whom the treaty is against|Is the treaty against Japan alone?
B2|treaty-publication|treaty|Publication of the treaty|When is the treaty published?
B3|treaty-ratification|treaty|Ratification|Must the treaty be ratified?
B4|treaty-security-council|treaty|Security Council reservation|Is the Security Council mentioned?
B6|treaty-preamble|treaty|Preamble|Which draft of the preamble stands?
A1|mongolia-recognition|mongolia|Recognition of Outer Mongolia|When does China recognise independence?
A2|mongolia-declaration|mongolia|Form of the declaration|In which form is it declared?
A4|mongolia-integrity|mongolia|Integrity of Outer Mongolia|Does Moscow respect the frontier?
C1|withdrawal-term|troops|Term of withdrawal|When do Soviet troops leave, and where is it written?
C2|recovery-wording|troops|Recovery or liberation|Is territory recovered or liberated?
C3|chinese-forces|troops|Chinese armed forces|Who directs Chinese forces behind the front?
C4|stationing|troops|Stationing after the war|May troops stay after the war?
D1|railway-ownership|railways|Ownership of the railways|Who owns the two railways?
D2|railway-lines|railways|Lines under the agreement|Which lines belong to the joint railway?
D3|railway-enterprises|railways|Subsidiary enterprises|Which enterprises go with the railway?
D4|railway-coal|railways|Coal for the railway|Who supplies the coal?
D5|railway-guards|railways|Railway guards|Who guards the railway?
D6|troop-transport|railways|Transport of troops|May troops be carried through Manchuria in peace?
D7|railway-profits|railways|Profits|How are profits shared?
D8|railway-board|railways|Board of directors|Who has the majority on the railway's board?
D12|agreement-term|railways|Term of the agreement|How long does the agreement run?
D13|railway-redemption|railways|Redemption|May China buy the railway back?
D14|third-party-capital|railways|Third-party capital|May foreign capital come in?
E1|dairen-status|dairen|Status of Dairen|Is Dairen a free port?
E2|dairen-administration|dairen|Administration of Dairen|Who administers Dairen?
E3|dairen-council|dairen|Municipal council|Who sits on the council?
E4|dairen-naval-bay|dairen|Naval bay|Is a bay reserved for the navy?
E5|dairen-zone|dairen|Dairen and the military zone|Is Dairen in the zone of Port Arthur?
F1|port-arthur-tenure|port-arthur|Tenure of Port Arthur|Is Port Arthur leased or jointly used?
F2|port-arthur-zone|port-arthur|Limits of the zone|How far does the zone go?
F3|port-arthur-base|port-arthur|Use of the base|Who may use the base?
F4|port-arthur-civil|port-arthur|Civil administration|Who administers the town?
F6|port-arthur-security|port-arthur|Defence of the base|Who defends it?
H6|working-draft|procedure|Working draft|Whose draft is the base of the talk?
"""


def _said(source: str, line: int, quote: str, by: str) -> Citation:
    return Citation(source, line, quote, by=by, date=source[-10:])


_BOARD = (
    (
        "chinese-administration",
        "Chinese administration",
        "The administration of the railway shall be Chinese.",
        (_said(MINUTES, 293, "it is said administration should be Chinese", "china"),),
    ),
    (
        "parity",
        "Parity: five directors from each side",
        "The board shall have ten directors, five appointed by each side.",
        (
            _said(MINUTES, 275, "In 1924 there were 5+5 directors.", "china"),
            _said(CABLE, 9, "a joint Sino-Soviet company", "ussr"),
        ),
    ),
    ("joint-board", "Joint board without a casting vote", "The board shall decide by agreement of both sides.", ()),
    (
        "soviet-majority",
        "Soviet majority of four to three",
        "The board shall have seven members, four appointed by the Soviet Union and three by China.",
        (
            _said(MINUTES, 266, "Article 3 of our draft: 7 members 4+3.", "ussr"),
            _said(LATER, 61, "said two days later", "ussr"),
        ),
    ),
)
_PLAIN = tuple(
    (f"option-{number}", text, f"{text}.", ())
    for number, text in enumerate(
        ("China's proposal as it stands", "Middle course with a time limit", "The Soviet draft as it stands"), 1
    )
)


def _option(place: int, row: tuple[str, str, str, tuple[Citation, ...]]) -> Option:
    name, label, wording, citations = row
    basis = Attribution(Basis.ATTESTED, "", citations) if citations else Attribution(Basis.INFERRED, "Known in August.")
    return Option(name, place, label, wording, (place,), basis)


def _issue(line: str, place: int) -> Issue:
    code, name, head, heading, question = line.split("|")
    rows = _BOARD if name == "railway-board" else _PLAIN[: 2 if place % 5 == 1 else 3]
    tier = Tier.PROCEDURE if head == "procedure" else Tier.CORE
    return Issue(code, name, head, heading, question, tier, tuple(_option(n, row) for n, row in enumerate(rows, 1)))


CHINESE = (
    Person("T. V. Soong", "President of the Executive Yuan and Foreign Minister", ("Soong",), "宋子文"),
    Person("Victor Hoo", "Vice-Minister for Foreign Affairs", ("Hoo",), "胡世澤"),
    Person("Fu Ping-chang", "Ambassador in Moscow", ("Fu",), "傅秉常"),
)
SOVIET = (
    Person("V. M. Molotov", "People's Commissar for Foreign Affairs", ("Molotov",), "Молотов"),
    Person("A. A. Petrov", "Ambassador in Chungking", ("Petrov",), "Петров"),
)
PARTIES = (
    Party("china", "China", "Chinese", "T. V. Soong", "Foreign Minister", "Chiang Kai-shek", Line.TELEGRAM, CHINESE),
    Party("ussr", "Soviet Union", "Soviet", "V. M. Molotov", "People's Commissar", "Stalin", Line.CORRIDOR, SOVIET),
)
_LADDER = (Latitude.FREE, Latitude.REPORT, Latitude.ASK, Latitude.FORBIDDEN)


def _stakes(party: str, issues: tuple[Issue, ...]) -> Stakes:
    first = party == "china"
    points, rules = [], []
    for issue in issues:
        count = len(issue.options)
        scale = [30 * (count - 1 - place) // max(1, count - 1) for place in range(count)]
        row = _LADDER[:count]
        points.append(tuple(scale if first else reversed(scale)))
        rules.append(Instruction("1945-07-01", issue.id, tuple(row if first else reversed(row)), INVENTED))
    return Stakes(
        party=party,
        points=tuple(points),
        points_attribution=(INVENTED,) * len(issues),
        reservation=400,
        reservation_attribution=INVENTED,
        alternative="The talks adjourn, and Soviet armies enter Manchuria with no agreement that binds them.",
        alternative_attribution=INVENTED,
        instructions=tuple(rules),
        rulings=(Ruling("withdrawal-term", "option-3", True, "Let it be so, if it is in a note.", INVENTED),),
        brief="You came to Moscow to win assurances. Chiang wants Manchuria back whole.\n\nTime is pressing.",
    )


_TREATY = Attribution(
    Basis.REPORTED, "", (Citation(url="https://example.org", paraphrase="ten directors", date="1924-05-31"),)
)
CLAIMS = (
    Claim(
        "parity-in-1924",
        "E11",
        ("china",),
        ("railway-board",),
        "In 1924 the board had five directors from each side.",
        (
            Passage(
                "treaty",
                "The agreement of 31 May 1924: ten directors, five appointed by each side.",
                Strength.STRONG,
                ("china", "ussr"),
                "1924-05-31",
                _TREATY,
            ),
            Passage(
                "hearsay",
                "Railwaymen in Harbin remember it so.",
                Strength.WEAK,
                ("china",),
                "1930-01-01",
                INVENTED,
                why="It is hearsay.",
            ),
        ),
        eases=(("railway-board", "parity"),),
    ),
    Claim(
        "yalta-sovereignty",
        "E07",
        ("china",),
        ("railway-guards", "dairen-administration"),
        "Yalta provides full sovereignty for China in Manchuria.",
        (
            Passage(
                "yalta",
                "The Yalta agreement keeps China's full sovereignty.",
                Strength.STRONG,
                ("china", "ussr"),
                "1945-02-11",
                INVENTED,
            ),
        ),
    ),
)
DISPUTES = (
    Dispute(
        "how-many-directors",
        "How many directors the Soviet side asked for on 2 July.",
        "railway-board",
        (
            Reading("Seven, of whom four Soviet.", _said(CABLE, 12, "seven directors, four of them Soviet", "ussr")),
            Reading(
                "No number was named; the majority alone was asked for.",
                _said(CABLE, 31, "they insist upon the majority and would not speak of numbers", "ussr"),
            ),
            Reading("The paper breaks off.", _said(CABLE, 40, "a board of [illegible]", "ussr")),
        ),
    ),
)
SAID = (
    Minute(
        "m1",
        "1945-07-02",
        "ussr",
        "troop-transport",
        "option-1",
        _said("harriman-1945-07-02", 12, "no movement of troops except in war", "ussr"),
    ),
)
_OPENED = (
    (2, "agreed"),
    (3, "principle"),
    (12, "open"),
    (14, "deferred"),
    (16, "open"),
    (19, "open"),
    (23, "tabled"),
)


def _opening(issues: tuple[Issue, ...]) -> tuple[Opening, ...]:
    opening = [Opening() for _ in issues]
    for place, status in _OPENED:
        first, last = issues[place].options[0].id, issues[place].options[-1].id
        positions = {"agreed": (first, first), "tabled": (None, last)}.get(status, (first, last))
        opening[place] = Opening(positions, status)
    return tuple(opening)


def july(exchanges: int = 8) -> Scenario:
    """Thirty-four issues under seven heads, some agreed and some open, on 10 July 1945."""
    issues = tuple(_issue(line, place) for place, line in enumerate(_ISSUES.strip().splitlines()))
    sitting = replace(meeting("1945-07-10", exchanges), title="Meeting between T. V. Soong and V. M. Molotov")
    agenda = Agenda(
        id="moscow",
        title="Moscow, 10 July 1945",
        subtitle="Railways, ports and Outer Mongolia in one afternoon",
        summary="Soong and Molotov go through both drafts head by head.",
        parties=PARTIES,
        heads=HEADS,
        issues=issues,
        meetings=(sitting,),
        sources=(CABLE, MINUTES, LATER),
    )
    return Scenario(
        agenda=agenda,
        stakes=(_stakes("china", issues), _stakes("ussr", issues)),
        claims=CLAIMS,
        minutes=SAID,
        disputes=DISPUTES,
        events=(Event("e1", "1945-07-07", "Impasse over Outer Mongolia.", ("china", "ussr")),),
        opening=_opening(issues),
        digest="july-digest",
    )
