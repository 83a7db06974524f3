"""Every refusal. Each case is a table set so that exactly one thing is wrong; builders.py gives the instructions:

China: board free/report/forbidden, guards free/ask/forbidden, Dairen free/report/ask. Soviet side: board
forbidden/ask/free, guards ask/report/free, Dairen ask/report/free. The working draft is free for both.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import game.engine.rules
from game.engine.engine import begin
from game.engine.moves import (
    Accept,
    Adjourn,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Degree,
    Happening,
    Hold,
    Occur,
    Propose,
    Recourse,
    Reject,
    Reply,
    Reserve,
    Responsibility,
    Terms,
    WalkOut,
    Withdraw,
    Yield,
)
from game.engine.package import Package
from game.engine.rules import beyond, check, cited_option, true_reply
from tests.builders import small
from tests.engine.table import BOARD, DAIREN, DRAFT, GUARDS, offer, package, reached, take

NEVER = Yield("ussr")
OWN = Responsibility.OWN
OFFERED = offer("ussr", board="soviet-majority")
WHOLE = Propose("ussr", package(guards="later", dairen="joint-use"), Terms.WHOLE)
FREE_DRAFT = offer("ussr", draft="soviet-draft")
DRAFT_SETTLED = (FREE_DRAFT, Accept("china", FREE_DRAFT.package, degree=Degree.FINAL), Yield("china"))
DRAFT_AGREED = (FREE_DRAFT, Accept("china", FREE_DRAFT.package), Yield("china"))
ASKED_STALIN = ConsultCapital("ussr", package(guards="chinese"))
ASKED_CHIANG = ConsultCapital("china", package(guards="later"))

REFUSED = [
    ("ended", (WalkOut("ussr"),), Yield("china")),
    ("waiting", (ASKED_STALIN,), NEVER),
    ("not-your-floor", (), Yield("china")),
    ("nothing-named", (), Propose("ussr", Package())),
    ("nothing-named", (), Hold("ussr", ())),
    ("nothing-named", (OFFERED,), Reject("china", ())),
    ("nothing-named", (OFFERED,), Accept("china", Package())),
    ("nothing-named", (), Reserve("ussr", ())),
    ("unknown-issue", (), Propose("ussr", Package.of({"mukden": "free"}))),
    ("unknown-issue", (), Ask("ussr", "mukden")),
    ("unknown-issue", (), CiteMinutes("ussr", "mukden")),
    ("unknown-option", (), offer("ussr", board="chinese-majority")),
    ("unknown-option", (), ConsultCapital("ussr", package(board="chinese-majority"))),
    ("settled", DRAFT_SETTLED, offer("ussr", draft="chinese-draft")),
    ("already-yours", (OFFERED, Yield("china")), OFFERED),
    ("already-agreed", DRAFT_AGREED, Propose("ussr", package(draft="soviet-draft"), Terms.WHOLE)),
    ("already-agreed", DRAFT_AGREED, Accept("ussr", package(draft="soviet-draft"))),
    ("already-agreed", DRAFT_AGREED, Reject("ussr", (DRAFT,))),
    ("already-agreed", DRAFT_AGREED, Ask("ussr", DRAFT)),
    ("already-agreed", DRAFT_AGREED, Reserve("ussr", (DRAFT,))),
    ("linkage", (), Propose("ussr", package(dairen="soviet-port", guards="chinese"), responsibility=OWN)),
    ("beyond-instructions", (), offer("ussr", board="parity")),
    ("beyond-instructions", (OFFERED,), take("china", board="soviet-majority")),
    ("beyond-instructions", (), Reserve("ussr", (BOARD,), standing=package(board="joint-board"))),
    ("must-refer", (offer("ussr", guards="later"),), Accept("china", package(guards="later"), degree=Degree.FINAL)),
    ("no-such-offer", (OFFERED,), Accept("china", package(board="soviet-majority"), 7)),
    ("no-such-offer", (OFFERED,), Reject("china", (), 7)),
    ("no-such-offer", (OFFERED,), Withdraw("china", 1)),
    ("all-or-nothing", (WHOLE,), Accept("china", package(dairen="joint-use"), 1)),
    ("not-offered", (OFFERED,), take("china", board="parity")),
    ("nothing-to-refuse", (OFFERED,), Reject("china", (GUARDS,))),
    ("no-position", (OFFERED,), Hold("china", (BOARD,))),
    ("once-a-speech", (NEVER, Argue("china", "parity-in-1924", "treaty")), Argue("china", "parity-in-1924", "hearsay")),
    ("unknown-claim", (), Argue("ussr", "parity-in-1924", "treaty")),
    ("off-point", (NEVER,), Argue("china", "parity-in-1924", "1929")),
    ("not-yet-known", (NEVER,), Argue("china", "parity-in-1924", "later")),
    (
        "already-used",
        (NEVER, Argue("china", "parity-in-1924", "treaty"), Yield("china"), NEVER),
        Argue("china", "parity-in-1924", "treaty"),
    ),
    (
        "already-used",
        (NEVER, CiteMinutes("china", BOARD, "m-joint"), Yield("china"), NEVER),
        CiteMinutes("china", BOARD, "m-joint"),
    ),
    ("not-said", (NEVER,), CiteMinutes("china", GUARDS, "m-joint")),
    ("not-said", (OFFERED,), CiteMinutes("china", BOARD, ply=9)),
    ("no-question", (), Answer("ussr", Reply.GUARDED)),
    ("untrue", (Ask("ussr", GUARDS),), Answer("china", Reply.ROOM)),
    ("already-deferred", (Reserve("ussr", (BOARD,), Recourse.EXPERTS),), Reserve("ussr", (BOARD,), Recourse.EXPERTS)),
    (
        "already-voiced",
        (OFFERED, Yield("china")),
        Reserve("ussr", (BOARD,), standing=package(board="joint-board")),
    ),
    ("empty-telegram", (), ConsultCapital("ussr", report="  ")),
    ("already-allowed", (), ConsultCapital("ussr", package(guards="later"))),
    ("already-asked", (NEVER, ASKED_CHIANG), ASKED_CHIANG),
    (
        "line-busy",
        (NEVER, *(ConsultCapital("china", report=text) for text in ("one", "two", "three"))),
        ConsultCapital("china", report="four"),
    ),
    ("not-due", (), Occur(Happening.MEETING, reference="1945-07-12")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "before", "move"), REFUSED, ids=[f"{one[0]}-{n}" for n, one in enumerate(REFUSED)])
def test_check_refuses_with_its_own_code_a_sentence_and_a_remedy(code, before, move):
    refusal = check(reached(*before), move)
    assert refusal is not None
    assert refusal.code == code
    assert refusal.message.endswith(".")
    assert refusal.remedy.endswith((".", "?"))


def test_check_refusals_in_the_source_are_all_triggered_here():
    folder = Path(game.engine.rules.__file__).parent
    sources = [path.read_text("utf-8") for path in folder.glob("*.py")]
    written = {code for source in sources for code in re.findall(r'Refusal\(\s*"([a-z-]+)"', source)}
    assert len(written) > 25
    assert written == {code for code, _, _ in REFUSED}


def test_check_never_changes_the_state():
    state = reached(OFFERED)
    before = repr(state)
    for _, _, move in REFUSED:
        check(state, move)
    assert repr(state) == before


@pytest.mark.parametrize(
    "move",
    [
        Propose("ussr", package(board="parity"), responsibility=OWN),
        Propose("ussr", package(board="soviet-majority", guards="later")),
        Ask("ussr", BOARD),
        Reserve("ussr", (BOARD, GUARDS), Recourse.NOTED),
        Reserve("ussr", (BOARD,), standing=package(board="soviet-majority")),
        ConsultCapital("ussr", report="All goes well."),
        Yield("ussr"),
        Adjourn("ussr"),
        WalkOut("ussr"),
    ],
    ids=lambda move: type(move).__name__,
)
def test_check_at_the_opening_allows(move):
    assert check(reached(), move) is None


def test_check_accepting_a_whole_offer_on_own_responsibility_is_allowed():
    """Guards “later” is ask for China, so the whole needs its own responsibility."""
    state = reached(WHOLE)
    assert check(state, Accept("china", WHOLE.package, 1)).code == "beyond-instructions"
    assert check(state, Accept("china", WHOLE.package, 1, responsibility=OWN)) is None


def test_check_accepting_against_what_is_agreed_names_the_linkage():
    """L91: a Soviet port excludes Chinese railway guards. The port is agreed first."""
    port = Propose("china", package(dairen="soviet-port"), responsibility=OWN)
    guards = Propose("china", package(guards="chinese"))
    state = reached(Yield("ussr"), port, take("ussr", dairen="soviet-port"), Yield("ussr"), guards)
    refusal = check(state, Accept("ussr", package(guards="chinese"), responsibility=OWN))
    assert (refusal.code, refusal.issue) == ("linkage", DAIREN)


def test_check_severable_offer_may_be_taken_in_part():
    both = Propose("ussr", package(board="soviet-majority", draft="soviet-draft"))
    assert check(reached(both), Accept("china", package(draft="soviet-draft"), 1)) is None


def test_check_final_acceptance_of_what_is_free_is_allowed():
    assert check(reached(FREE_DRAFT), Accept("china", FREE_DRAFT.package, degree=Degree.FINAL)) is None


def test_check_accepting_in_substance_past_a_red_line_is_allowed_and_moves_no_position():
    """Agreed in substance binds nobody: the acceptance that would bind still needs instructions."""
    substance = Accept("china", package(board="soviet-majority"), degree=Degree.SUBSTANCE)
    state = reached(OFFERED, substance)
    assert state.position("china", BOARD) is None
    assert check(state, take("china", board="soviet-majority")).code == "beyond-instructions"


def test_check_refused_issue_is_named_so_that_a_screen_can_point_at_it():
    assert check(reached(), offer("ussr", board="parity")).issue == BOARD


@pytest.mark.parametrize(
    ("party", "meetings", "remedy"),
    [
        ("ussr", 1, "Ask Stalin, or say"),
        ("china", 1, "Propose less, or say"),
        ("china", 2, "Ask Chiang Kai-shek, or say"),
    ],
)
def test_remedy_sends_nobody_home_for_an_answer_that_cannot_come_in_time(party, meetings, remedy):
    """Stalin is down the corridor; Chiang's telegrams come between two sittings."""
    asked = {"ussr": {"board": "parity"}, "china": {"guards": "later"}}[party]
    refusal = check(begin(small(meetings=meetings), opener=party), offer(party, **asked))
    assert refusal.code == "beyond-instructions"
    assert refusal.remedy.startswith(remedy)


def test_beyond_lists_ask_and_forbidden_but_not_what_is_held():
    state = reached(Propose("ussr", package(board="parity"), responsibility=OWN), Yield("china"))
    found = beyond(state, "ussr", package(board="parity", guards="chinese", dairen="soviet-port"))
    assert [(issue, str(latitude)) for issue, _, latitude in found] == [(GUARDS, "ask")]


@pytest.mark.parametrize(
    ("party", "issue", "reply"),
    [
        ("china", BOARD, Reply.REPORT),  # free/report/forbidden: short of its own end lies report
        ("china", GUARDS, Reply.FIRM),  # free/ask/forbidden
        ("china", DRAFT, Reply.ROOM),  # both free
        ("ussr", BOARD, Reply.FIRM),  # forbidden/ask/free
        ("ussr", GUARDS, Reply.REPORT),  # ask/report/free
    ],
)
def test_true_reply_with_nothing_voiced_counts_from_the_own_end(party, issue, reply):
    assert true_reply(reached(), party, issue) is reply


def test_true_reply_after_the_room_is_given_is_firm():
    assert true_reply(reached(offer("ussr", guards="later")), "ussr", GUARDS) is Reply.FIRM


def test_cited_option_of_an_earlier_minute_and_of_this_talk():
    state = reached(OFFERED)
    assert cited_option(state, CiteMinutes("china", BOARD, "m-joint")) == "joint-board"
    assert cited_option(state, CiteMinutes("china", BOARD, ply=1)) == "soviet-majority"
    assert cited_option(state, CiteMinutes("ussr", BOARD, ply=1)) is None


def test_cited_option_of_a_minute_of_the_same_day_is_not_yet_in_the_minutes():
    scenario = small()
    today = replace(scenario, minutes=(replace(scenario.minutes[0], date="1945-07-10"),))
    assert cited_option(reached(scenario=today), CiteMinutes("china", BOARD, "m-joint")) is None
