"""At the table: refusals, suggestions, questions, papers. Expected values: tests/builders.py and engine/rules."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.engine.engine import begin, replay
from game.engine.moves import Accept, Ask, ConsultCapital, Degree, Propose, Terms, Yield
from game.engine.package import Package
from game.plain.language import OTHER_WORDS, READINGS, VERBS
from tests.plain.rooms import JOINT, PARITY, SmallHouse, played


def said(typed: str, party: str = "china") -> str:
    """Everything said, with wrapped lines joined."""
    return played(SmallHouse(), typed, party)[1].replace("\n  ", " ")


def moves(typed: str, party: str = "china"):
    house = SmallHouse()
    played(house, typed, party)
    return [step.move for step in house.games[0].session.steps if getattr(step.move, "by", "") == party]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "propose D5=soviet",
            "Not possible: Railway guards: “Soviet” is a red line. Propose less, or say it on your own",
        ),
        ("propose D5=soviet", "Here: add “own” to the same words"),
        ("hold E1", "Not possible: Dairen status: you have no position to hold to. Propose one."),
        ("accept E1", "E1 Dairen status: the other side holds nothing yet. “ask E1” asks."),
        ("accept D8=parity", "Not possible: Railway board: the other side does not hold that."),
        ("answer firm", "Not possible: Nothing has been asked. Speak to an issue instead."),
        ("withdraw 7", "Not possible: You have no open offer number 7. Look at your open offers."),
        ("reject #4", "Not possible: The other side has no open offer number 4. Look at the open offers."),
        ("accept #4", "The other side has no open offer 4. “o” reads the open offers."),
        ("argue parity-in-1924 later", "“later” is none of: treaty, hearsay."),
        ("propsoe D8", "“propsoe” means nothing here. Did you mean “propose”?"),
        ("propose railway-bord=parity", "There is no issue “railway-bord” here. Did you mean “railway-board”?"),
        ("propose D8=parrity", "D8 has no option “parrity”. Did you mean “parity”? It has: 1 parity,"),
        ("propose D8=parity D8=2", "D8 is named twice."),
        ("show cable-of-3-juli", "There is no document “cable-of-3-juli” here. Did you mean “cable-of-3-july”?"),
        ("show cable-of-3-july 99", "cable-of-3-july has lines 1 to 4, not “99”."),
        ("show minutes-of-10-july", "it records the talk of 10 July 1945 and is closed until this negotiation is over"),
        ("? propse", "There is no help on “propse”. Did you mean “propose”?"),
        ("D8=parity", "“propose D8=parity” proposes that; “try D8=parity” weighs it without saying it."),
        ("debrief", "The debrief is read when the negotiation is over."),
    ],
)
def test_table_refuses_with_sentence_and_remedy_and_nothing_changes(line, sentence):
    house = SmallHouse()
    _, text = played(house, line + "\n")
    assert sentence in text.replace("\n  ", " ")
    assert len(house.games[0].session.steps) == 1


def test_table_says_how_to_ask_home_only_where_an_answer_can_come():
    """Stalin is down the corridor; a telegram of the only sitting is answered after it."""
    ask = "To ask: “telegram”, the issue and option, a colon, and your report."
    assert ask in said("propose D5=chinese\n", "ussr")
    assert ask not in said("propose D5=soviet\n")


def test_table_option_is_said_by_its_place_and_number():
    assert "D8 Railway board: option 3 of 3, Soviet majority" in said("s IV\n")


def test_table_own_responsibility_goes_beyond_instructions():
    assert moves("propose D5=later own\n")[0].responsibility == "own"


def test_table_whole_offer_by_number_of_option_and_words_of_ones_own():
    assert moves("propose D8=1 E1=free-port whole: We must have both.\n") == [
        Propose(
            "china",
            PARITY.merged(Package.of({"dairen-status": "free-port"})),
            Terms.WHOLE,
            words="We must have both.",
        )
    ]


@pytest.mark.parametrize(
    "line",
    [
        "propose D8=1, E1=free-port whole",
        "propose D8 = 1 and E1 = 2 whole",
        "offer D8=Parity E1=joint use whole",
        "prop board parity, dairen joint whole",
    ],
)
def test_table_understands_an_offer_as_one_would_say_it(line):
    (move,) = moves(f"{line}\n")
    assert isinstance(move, Propose)
    assert move.package.get("railway-board") == "parity"
    assert move.package.get("dairen-status") == ("free-port" if "free" in line else "joint-use")
    assert move.terms is Terms.WHOLE


def test_table_leaving_the_floor_says_nothing_that_was_not_after_a_colon():
    assert moves("yield the floor\n") == [Yield("china")]


def test_table_a_message_may_name_whom_it_goes_to():
    (move,) = moves("telegram to Chiang: We are pressed.\n")
    assert (move.report, len(move.asks)) == ("We are pressed.", 0)


def test_table_message_put_together_may_ask_for_several_options():
    """Two options that need new instructions in tests/builders.py; a word of one's own is the report."""
    (move,) = moves("word\nyes\nD8\n2\nyes\nD5\nchinese\nno\nThey press us.\n", "ussr")
    assert (len(move.asks), move.report) == (2, "They press us.")


def test_table_answer_by_its_first_letters_and_no_order_taken_for_one():
    assert moves("propose\nrailway bo\npari\ntable\n")[0] == Propose("china", PARITY)


def test_table_question_is_explained_on_a_question_mark():
    text = said("propose\n?\n")
    assert text.count("On which issue?") == 2
    assert "“b” drops it; an order is obeyed instead" in text


def test_table_accept_takes_the_other_sides_position_as_firmly_as_said():
    typed = "argue parity-in-1924 treaty\npropose D8=parity\naccept D8 substance\n"
    assert moves(typed)[-1] == Accept("china", JOINT, degree=Degree.SUBSTANCE)


def test_table_walking_out_asks_first_and_may_be_thought_better_of():
    house = SmallHouse()
    _, text = played(house, "walk-out\nno\n")
    assert "Dropped; nothing was done." in text
    assert not house.games[0].session.over


def test_table_enter_repeats_a_question_and_papers_can_be_read_meanwhile():
    text = said("propose\n\no\ni D8\nD8\nparity\n1\n")
    assert text.count("On which issue?") == 4
    assert "Offer 1, theirs: D8 Railway board: option 3 of 3, Soviet majority." in text
    assert "The Chinese side proposes D8 Railway board: option 1 of 3, Parity." in text


def test_table_another_order_at_a_question_is_obeyed_instead():
    text = said("propose\nreject D8\n")
    assert "The Chinese side refuses D8 Railway board." in text


def test_table_b_drops_what_was_begun():
    assert "Dropped; nothing was done." in said("propose\nE1\nb\n")


def test_table_reply_shows_its_words_and_its_reason():
    text = said("propose D8=parity\n")
    assert "Molotov: Re Railway board: Parity. Cannot accept." in text
    assert "Reason on D8 Railway board: My instructions are clear. What would change it: New instructions." in text


def test_table_reply_takes_about_six_lines():
    """The reply of two moves: at most six lines and the word that there was more."""
    text = played(SmallHouse(), "argue parity-in-1924 treaty\npropose D8=parity\n")[1]
    reply = text.split("> propose D8=parity\n")[1].split("China, speech 2")[0]
    assert len(reply.splitlines()) <= 1 + 6 + 1


def test_table_why_reads_the_whole_reply():
    text = said("argue parity-in-1924 treaty\npropose D8=parity\nwhy\n")
    assert "Molotov: Propose re Railway board: Joint board; Dairen status: Joint use." in text


def test_table_weak_argument_is_told_why():
    assert "It does not tell. It is hearsay." in said("argue parity-in-1924 hearsay\n")


def test_table_cites_the_other_sides_earlier_words():
    text = said("cite m-joint\n")
    assert "The Chinese side holds the other side to what it said on D8 Railway board." in text


def test_table_word_to_stalin_is_answered_at_once_and_heard_by_his_side_alone():
    text = said("word D5=chinese: They insist.\nm\n", "ussr")
    assert text.count("Stalin answers message 1. D5 Railway guards, Chinese: granted. “Good.”") == 2


def test_table_never_tells_the_other_sides_messages():
    house = SmallHouse(scripts={"ussr": (ConsultCapital("ussr", report="Secret."), Yield("ussr"))})
    _, text = played(house, "n all\nwhy\n")
    assert "Secret" not in text
    assert "message" not in text.split("Your move:")[0]


def test_table_questions_are_answered_when_asked():
    house = SmallHouse(scripts={"ussr": (Ask("ussr", "railway-guards"),)})
    text = played(house, "answer room\nanswer firm\nanswer 4\n")[1].replace("\n  ", " ")
    assert "You were asked about D5: “answer”." in text
    assert "That is not so under your instructions." in text
    assert "The Chinese side answers: there is none without new instructions." in text


def test_table_document_is_read_with_line_numbers():
    text = said("show cable-of-3-july 3\nshow\n")
    assert "3 A joint board was named." in text
    assert "minutes-of-10-july: Minutes of 10 July, 2 lines (closed until the end)." in text


def test_table_documents_all_open_when_it_is_over():
    assert "1 Soong: Parity." in said("walk-out yes\nshow minutes-of-10-july\nq\n")


def test_table_writes_the_minutes_to_a_new_file_only(tmp_path):
    name = tmp_path / "minutes.txt"
    text = said(f"reject D8\nw {name}\nw {name}\nw\nw {tmp_path}/none/x\n")
    assert "The minutes are written to" in text
    assert "already. Choose another name." in text
    assert "can't be written to" in text
    assert "Record of a Meeting between T. V. Soong and V. M. Molotov" in name.read_text(encoding="utf-8")


def test_table_help_names_every_verb_and_paper():
    text = said("?\n")
    assert all(f"{number} {verb}:" in text for number, verb in enumerate(VERBS, 1))
    assert all(f"{paper}: " in text for paper in ("s", "i", "o", "m", "n", "why", "q", "b"))


@pytest.fixture(scope="module", autouse=True)
def _elsewhere(tmp_path_factory):
    """Some words write a file; here it is written where it does no harm."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("elsewhere"))
        yield


WORDS = (
    *VERBS,
    *READINGS,
    *OTHER_WORDS,
    *re.split(
        r"\s+",
        """D8 D5 E1 H6 IV railways railway-board D8=parity D8=2 D5=soviet E1=free-port parity 1 2 3 99 #1
    own whole final substance experts treaty hearsay parity-in-1924 m-joint yes : . = ?? cable-of-3-july all offer""",
    ),
)
LINES = (st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join) | st.text(max_size=30)).filter(
    lambda line: not line.lower().split()[:1] or line.lower().split()[0] not in ("w", "write", "transcript")
)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(LINES.filter(lambda line: not line.startswith(("w", "write", "transcript"))), max_size=12),
    st.sampled_from(["china", "ussr"]),
)
@example(["propose", "=", "1", "accept ²", "cite D8", "answer ٣"], "china")
def test_table_junk_raises_nothing_and_only_legal_moves_are_made(lines, party):
    """Replaying the moves raises IllegalMove at the first that the rules refuse."""
    house = SmallHouse()
    code, _ = played(house, "\n".join(lines) + "\n", party)
    session = house.games[0].session
    assert code == 0
    states = replay(begin(house.scenario), [step.move for step in session.steps])
    assert (states[-1].after if states else begin(house.scenario)) == session.state


def test_table_quotes_only_what_is_a_documents():
    # Quotation marks are the documents' own: a script's words stand without, the record's within.
    assert "Molotov: Propose our draft re administration of railway." in said("")
    _, text = played(SmallHouse(), "", against="historical")
    assert "Molotov: “Propose our draft re administration of railway.”" in text


def test_issue_read_after_a_refusal_tells_what_was_refused():
    told = said("reject D8\nD8\nquit\n")  # the small house's Soviet side opens with its own end of the board
    assert "You refused “Soviet majority”; your counter-proposal: none yet." in told
