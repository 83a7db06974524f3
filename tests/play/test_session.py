"""A session: what it lets happen, what it writes, what it survives."""

from __future__ import annotations

import errno
import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.delegates.delegate import Decision
from game.engine.engine import begin
from game.engine.moves import (
    Accept,
    Adjourn,
    Argue,
    ConsultCapital,
    Degree,
    Happening,
    Hold,
    Occur,
    Propose,
    Responsibility,
    Terms,
    WalkOut,
    Yield,
)
from game.engine.state import EndingKind, Refusal, Step
from game.engine.view import View
from game.play.session import EmptyChair, Session
from game.play.setup import HUMAN, Setup, setup_of
from game.record.errors import Diverged
from game.record.journal import Journal, read_file
from game.record.record import Parent, dump, load
from tests.builders import small
from tests.engine.table import BOARD, offer, package
from tests.play.delegates import WHY, Broken, Scripted, Watching, Wavering
from tests.strategies import legal, picks, plausible

BOTH = Setup("small", {"china": HUMAN, "ussr": HUMAN}, seed=1945)
CHINA = Setup("small", {"china": HUMAN, "ussr": "wavering"}, seed=1945)
NOBODY = Setup("small", {"china": "wavering", "ussr": "wavering"}, seed=1945)
OFFERED = offer("ussr", board="soviet-majority")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "game.record.jsonl"


def journal(path, setup=BOTH, scenario=None):
    """A fresh record for a setup."""
    return Journal.create(path, setup.header(scenario or small(), "game", "1945-07-10T14:00:00"))


def two_people(path=None, **changed):
    """A session in which a person plays each side."""
    setup = replace(BOTH, **changed)
    return Session.start(small(meetings=2), setup, journal(path, setup) if path else None)


def played_on(session, chosen):
    """Make legal moves for whoever has the floor, chance and delegates moving of themselves."""
    for pick in chosen:
        session.advance()
        if session.over:
            break
        moves = legal(session.state)
        session.play(moves[pick % len(moves)])
    return session


def test_play_legal_move_makes_a_step():
    session = two_people()
    step = session.play(OFFERED)
    assert isinstance(step, Step)
    assert session.state is step.after
    assert session.steps == [step]


def test_play_refused_move_changes_nothing_and_writes_nothing(path):
    session = two_people(path)
    session.play(OFFERED)
    before, written = session.state, path.read_bytes()
    refusal = session.play(OFFERED)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "not-your-floor"
    assert session.state is before
    assert len(session.steps) == 1
    assert path.read_bytes() == written


@settings(max_examples=30, deadline=None)
@given(picks(25), st.integers(0, 200))
def test_play_any_refused_move_leaves_the_session_as_it_was(chosen, which):
    session = played_on(two_people(), chosen)
    if not session.state.floor:
        return
    moves = [move for move in plausible(session.state) if session.check(move) is not None]
    before = (session.state, list(session.steps))
    assert isinstance(session.play(moves[which % len(moves)]), Refusal)
    assert (session.state, session.steps) == before


def test_play_is_on_disk_when_it_returns(path):
    session = two_people(path)
    for number, move in enumerate((OFFERED, offer("china", board="parity"), Hold("ussr", (BOARD,))), 1):
        session.play(move)
        assert len(read_file(path).record.lines) == number


def test_play_for_a_chair_of_a_delegate_is_refused():
    session = Session.start(small(), CHINA, delegates={"ussr": Wavering()})
    refusal = session.play(OFFERED)
    assert (refusal.code, refusal.message) == ("not-your-chair", "Soviet Union is played by wavering.")


def test_play_what_happens_of_itself_is_refused():
    assert two_people().play(Occur(Happening.MEETING)).code == "not-yours"


@pytest.mark.parametrize("words", ["\ud800", "x" * 70_000])
def test_play_words_that_can_not_be_recorded_are_refused(path, words):
    session = two_people(path)
    before = path.read_bytes()
    refusal = session.play(replace(OFFERED, words=words))
    assert (refusal.code, path.read_bytes()) == ("unwritable", before)


def test_check_of_a_move_that_play_would_take_is_none():
    assert two_people().check(OFFERED) is None


def test_over_ends_everything():
    session = two_people()
    session.play(WalkOut("ussr"))
    assert session.over
    assert session.play(Yield("china")).code == "ended"
    assert session.advance() == ()


@settings(max_examples=30, deadline=None)
@given(picks(60))
def test_over_is_final_whatever_is_tried(chosen):
    session = played_on(two_people(), [*chosen, *[len(chosen)] * 5])
    if not session.over:
        session.advance()
        session.play(WalkOut(session.state.floor)) if session.state.floor else None
    if session.over:
        ended = session.state
        for party in ("china", "ussr"):
            for move in plausible(replace(ended, floor=party)):
                assert isinstance(session.play(move), Refusal)
        assert session.advance() == ()
        assert session.state is ended


def test_ending_is_the_last_line_of_the_record(path):
    session = two_people(path)
    session.play(WalkOut("ussr"))
    assert read_file(path).record.closing.ending.kind is EndingKind.BREAKDOWN
    assert dump(session.record) == path.read_bytes()


def test_advance_lets_the_delegate_speak_until_a_person_has_the_floor():
    session = Session.start(small(), CHINA, delegates={"ussr": Scripted([OFFERED])})
    steps = session.advance()
    assert [step.move for step in steps] == [OFFERED]
    assert session.state.floor == "china"
    assert dict(session.reasons) == {1: (WHY,)}
    assert session.advance_one() is None


def test_advance_one_makes_one_move():
    session = Session.start(small(), NOBODY, delegates={"china": Wavering(), "ussr": Wavering()})
    assert session.advance_one().after.ply == 1
    assert session.state.ply == 1


def test_advance_between_delegates_ends():
    session = Session.start(small(meetings=2), NOBODY, delegates={"china": Wavering(1), "ussr": Wavering(2)})
    steps = session.advance()
    assert session.over
    assert steps == tuple(session.steps)
    assert session.state.meeting == 1
    assert session.reports == []


def test_advance_draws_chance_from_the_seed():
    """Twenty seeds of a deal with a risk of 20 per cent for the Soviet side: both ends occur, each game repeatable."""
    deal, own = package(board="joint-board", guards="later", dairen="joint-use"), Responsibility.OWN
    endings = []
    for seed in [*range(20), *range(20)]:
        session = two_people(seed=seed)
        session.play(Propose("ussr", deal, Terms.WHOLE, own))
        session.play(Accept("china", deal, 1, Degree.AD_REFERENDUM, own))
        session.advance()
        endings.append(session.state.ending.kind)
    assert endings[:20] == endings[20:]
    assert set(endings) == {EndingKind.AGREEMENT, EndingKind.REPUDIATED}


def test_delegates_are_shown_views_of_their_own_side_only():
    watching = Watching()
    session = Session.start(small(), CHINA, delegates={"ussr": watching})
    session.advance()
    session.play(Yield("china"))
    session.advance()
    assert len(watching.shown) >= 2
    assert {(type(one), one.party) for one in watching.shown} == {(View, "ussr")}


@pytest.mark.parametrize(
    ("how", "what"),
    [
        (RuntimeError("no plan"), "it failed: RuntimeError: no plan"),
        (RecursionError(), "it failed: RecursionError"),
        (None, "it answered with NoneType, which is no Decision"),
        (Decision(None), "it answered with NoneType, which is no move of a party"),
        (Decision("propose"), "it answered with str, which is no move of a party"),
        (Decision(Occur(Happening.MEETING)), "it answered with Occur, which is no move of a party"),
        (Decision(Yield("china")), "it tried to yield: Soviet Union has the floor."),
        (Decision(offer("ussr", board="parity")), "it tried to propose: Railway board: “Parity” is a red line."),
        (Decision(Hold("ussr", 7)), "its Hold is malformed: issues must be a list of issue ids, not 7"),
        (Decision(Hold("ussr", ["railway-board"])), "its Hold is malformed: it reads back as something else"),
        (Decision(Yield("ussr"), 7), "the reasons it gave are no tuple of Reason"),
        (Decision(Yield("ussr", words="\ud800")), "it tried to yield: That can't be recorded: the text holds half"),
    ],
    ids=range(12),
)
def test_delegate_that_fails_loses_its_turn_not_the_game(path, how, what):
    session = Session.start(small(), CHINA, journal(path, CHINA), {"ussr": Broken(how)})
    steps = session.advance()
    assert [step.move for step in steps] == [Yield("ussr")]
    (report,) = session.reports
    assert (report.ply, report.party, report.delegate) == (1, "ussr", "wavering")
    assert report.what.startswith(what)
    assert read_file(path).record.lines[0].move == Yield("ussr")


def test_delegate_that_always_fails_lets_the_game_end():
    session = Session.start(small(exchanges=3), NOBODY, delegates={"china": Broken(None), "ussr": Broken(ValueError())})
    session.advance()
    assert session.state.ending.kind is EndingKind.ADJOURNED
    assert len(session.reports) == 6


def test_start_without_a_delegate_for_a_chair_says_which():
    with pytest.raises(EmptyChair, match="ussr is to be played by wavering, which is not here"):
        Session.start(small(), CHINA)


def test_start_with_seats_that_are_no_parties_is_refused():
    with pytest.raises(Diverged, match="seats china and japan"):
        Session.start(small(), replace(BOTH, seats={"china": HUMAN, "japan": HUMAN}))


def test_human_parties_are_in_the_order_of_the_agenda():
    assert two_people().human_parties == ("china", "ussr")
    assert Session.start(small(), CHINA, delegates={"ussr": Wavering()}).human_parties == ("china",)


def test_view_is_of_the_present():
    session = two_people()
    session.play(OFFERED)
    assert session.view("china").theirs(BOARD) == "soviet-majority"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(picks(40))
def test_resume_of_any_game_is_where_it_was_left(tmp_path_factory, chosen):
    path = tmp_path_factory.mktemp("resume") / "game.record.jsonl"
    session = Session.start(small(meetings=2), CHINA, journal(path, CHINA), {"ussr": Wavering()})
    played_on(session, chosen)
    session.close()
    reading, again = Journal.reopen(path)
    resumed = Session.resume(reading.record, small(meetings=2), again, {"ussr": Wavering()})
    assert resumed.state == session.state
    assert resumed.steps == session.steps
    assert resumed.setup == session.setup
    played_on(session, [])
    assert [step.move for step in resumed.advance()] == [step.move for step in session.advance()]
    resumed.close()


def test_resume_goes_on_writing(path):
    session = two_people(path)
    session.play(OFFERED)
    session.close()
    reading, again = Journal.reopen(path)
    resumed = Session.resume(reading.record, small(meetings=2), again)
    resumed.play(offer("china", board="parity"))
    assert len(read_file(path).record.lines) == 2


def test_resume_writes_the_ending_that_a_kill_left_out(path):
    session = two_people(path)
    session.play(WalkOut("ussr"))
    session.close()
    whole = path.read_bytes()
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]))
    reading, again = Journal.reopen(path)
    assert reading.record.closing is None
    Session.resume(reading.record, small(meetings=2), again).close()
    assert path.read_bytes() == whole


def test_resume_record_of_another_scenario_is_refused(path):
    session = two_people(path)
    with pytest.raises(Diverged, match="has been changed"):
        Session.resume(session.record, replace(small(meetings=2), digest="edited"))


def full(monkeypatch):
    """The disk takes nothing more."""

    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("game.record.journal.os.write", refuse)


def test_unsaved_on_a_full_disk_says_so_and_play_goes_on(path, monkeypatch):
    session = two_people(path)
    with monkeypatch.context() as patched:
        full(patched)
        step = session.play(OFFERED)
        assert isinstance(step, Step)
        assert "is not saved" in str(session.unsaved)
        session.play(offer("china", board="parity"))
        assert "the last 2 moves are not saved" in str(session.unsaved)
        assert not session.save()
        assert session.state.ply == 2
    assert session.save()
    assert session.unsaved is None
    assert len(read_file(path).record.lines) == 2


def test_unsaved_moves_are_written_with_the_next(path, monkeypatch):
    session = two_people(path)
    with monkeypatch.context() as patched:
        full(patched)
        session.play(OFFERED)
    session.play(offer("china", board="parity"))
    assert session.unsaved is None
    assert dump(session.record) == path.read_bytes()


def test_unsaved_without_a_journal_is_never_said():
    session = two_people()
    session.play(OFFERED)
    assert session.unsaved is None
    assert session.save()


def test_variation_shares_the_past_and_goes_its_own_way():
    session = two_people(study=True)
    for move in (OFFERED, offer("china", board="parity"), Hold("ussr", (BOARD,))):
        session.play(move)
    varied = session.variation(2)
    varied.play(Adjourn("ussr"))
    assert [step.move for step in varied.steps] == [OFFERED, offer("china", board="parity"), Adjourn("ussr")]
    assert session.steps[-1].move == Hold("ussr", (BOARD,))
    assert varied.steps[:2] == session.steps[:2]


def test_variation_record_names_its_parent_and_stands_alone(tmp_path, path):
    session = two_people(path, study=True)
    session.play(OFFERED)
    session.play(offer("china", board="parity"))
    setup = session.variation_setup(1)
    assert setup.parent == Parent("game", 1)
    other = tmp_path / "other.record.jsonl"
    varied = session.variation(1, journal(other, setup))
    varied.play(Yield("china"))
    record = load(other.read_bytes()).record
    assert record.header.parent == Parent("game", 1)
    assert [step.move for step in Session.resume(record, small(meetings=2)).steps] == [OFFERED, Yield("china")]


def test_variation_keeps_the_reasons_of_what_it_shares():
    session = Session.start(small(), replace(CHINA, study=True), delegates={"ussr": Scripted([OFFERED])})
    session.advance()
    assert dict(session.variation(1).reasons) == {1: (WHY,)}
    assert dict(session.variation(0).reasons) == {}


@pytest.mark.parametrize("ply", [-1, 2])
def test_variation_at_a_ply_that_is_not_there_raises_value_error(ply):
    session = two_people(study=True)
    session.play(OFFERED)
    with pytest.raises(ValueError, match="this game has 1"):
        session.variation(ply)


def test_variation_in_class_play_is_refused_until_the_game_is_over():
    session = two_people()
    session.play(OFFERED)
    assert session.fixed().code == "class-play"
    with pytest.raises(ValueError, match="class play"):
        session.variation(1)
    session.play(WalkOut("china"))
    assert session.fixed() is None
    assert session.variation(1).setup.study


def test_variation_is_in_study_mode_and_its_record_says_so(path):
    session = two_people(path, study=True)
    session.play(OFFERED)
    assert load(path.read_bytes()).record.header.study
    assert session.variation(0).header.study


def test_last_choice_is_the_ply_before_the_partys_last_move():
    session = two_people(study=True)
    assert session.last_choice("ussr") == -1
    session.play(OFFERED)
    session.play(offer("china", board="parity"))
    assert (session.last_choice("ussr"), session.last_choice("china")) == (0, 1)


def test_opening_stays_what_it_was():
    session = two_people()
    session.play(OFFERED)
    assert session.opening == begin(small(meetings=2))


def test_setup_of_a_header_is_the_setup():
    setup = replace(CHINA, exchanges=4, opener="china", parent=Parent("x", 3))
    assert setup_of(setup.header(small(), "game", "now")) == setup


def test_same_seed_same_game():
    games = []
    for _ in range(2):
        session = Session.start(small(meetings=2), NOBODY, delegates={"china": Wavering(3), "ussr": Wavering(4)})
        session.advance()
        games.append(dump(session.record))
    assert games[0] == games[1]


def test_telegrams_and_arguments_are_journalled_like_all_else(path):
    session = two_people(path)
    session.play(ConsultCapital("ussr", report="They press."))
    session.advance()
    session.play(Yield("ussr"))
    session.play(Argue("china", "parity-in-1924", "treaty"))
    assert [line.by for line in read_file(path).record.lines] == ["ussr", "chance", "ussr", "china"]
