"""The course of a game: what is on it in play, what opens beside it when it is over."""

from game.engine.moves import Propose, WalkOut, Yield
from game.engine.package import Package
from game.ui.chair import Chair
from game.ui.request import Request
from game.ui.shelves import Shelves

TEN_JULY = "moscow-1945-07-10"


def chair_of(party="china"):
    shelves = Shelves()
    return Chair(shelves.open(Request(TEN_JULY, party, "stonewaller", seed=5)), shelves)


def spoken(chair, *moves):
    """Play each move when it is the chair's turn, and let the other side go on to the next."""
    for move in moves:
        chair.session.advance()
        assert not hasattr(chair.session.play(move), "remedy"), "refused"
    return chair


def test_walk_in_play_has_the_moves_that_changed_the_table_and_no_record(monkeypatch, tmp_path):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    chair = chair_of()
    chair.session.advance()
    free = [o.id for o in chair.view.agenda.issue("railway-board").options if o.id != chair.view.mine("railway-board")]
    move = next(
        Propose("china", Package.of({"railway-board": one}))
        for one in free
        if chair.session.check(Propose("china", Package.of({"railway-board": one}))) is None
    )
    spoken(chair, move)
    walk = chair.archive.walk(chair)
    mine = [stop for stop in walk.stops if stop.mover == "china"]
    assert [stop.issues for stop in mine] == [("railway-board",)]
    place = chair.view.agenda.place("railway-board")
    level = chair.view.agenda.issue("railway-board").level(move.package.get("railway-board"))
    assert mine[0].levels[place][0] == level
    assert walk.record is None
    assert not any(stop.recorded or stop.kind for stop in walk.stops)


def test_walk_of_an_invented_scenario_says_that_there_is_no_record(monkeypatch, tmp_path):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    shelves = Shelves()
    chair = Chair(shelves.open(Request("first-session", "eastquay", "stonewaller", seed=5)), shelves)
    spoken(chair, Yield("eastquay"), WalkOut("eastquay"))
    assert shelves.walk(chair).compared == (
        "No record is coded for this scenario, so there is nothing to lay beside it.",
    )


def test_walk_of_a_game_that_is_over_stands_beside_the_record(monkeypatch, tmp_path):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    chair = spoken(chair_of(), Yield("china"), WalkOut("china"))
    assert chair.session.over
    walk = chair.archive.walk(chair)
    # the minutes of 10 July end with Soong at parity on the board of directors, Molotov at a Soviet majority
    agenda = chair.view.agenda
    board = agenda.issue("railway-board")
    assert walk.record[agenda.place("railway-board")] == (board.level("parity"), board.level("soviet-majority"))
    assert all(stop.kind for stop in walk.stops if stop.mover)
    assert "issues end on another table than in the record" in walk.compared[-1]
    assert "It left the record at move 1: the Soviet side accepts (Named enemy" in walk.compared[0]
