"""The minutes at the table: heads of sittings. Dates, places and names are those of scenario.yaml."""

from __future__ import annotations

from types import SimpleNamespace

from game.authoring.loader import load
from game.engine.engine import apply, begin
from game.engine.moves import Happening, Occur, Yield
from game.engine.state import State, Step
from game.engine.view import view
from game.ui.transcript import opening, remarks


def second_sitting() -> Step:
    """The step by which the second sitting of Portsmouth opens, nobody having said anything at the first."""
    state: State = begin(load("portsmouth-1905"))
    while True:
        step = apply(state, Yield(state.floor) if state.floor else Occur(Happening.MEETING, reference="1905-08-16"))
        if not state.floor:
            return step
        state = step.after


def test_opening_says_the_day_once_and_who_is_there():
    first = [remark.text for remark in opening(view(begin(load("portsmouth-1905")), "russia"))]
    assert first == [
        "Monday 14 August 1905, the navy yard, Portsmouth",
        "Japan: Baron Komura and Takahira Kogoro",
        "Russia: Sergei Witte and Roman Rosen",
    ]


def test_opening_of_a_later_sitting_with_the_same_people_is_one_line():
    step = second_sitting()
    utterance = SimpleNamespace(private=False, speaker="", text="The meeting of 16 August 1905 opens.")
    chair = SimpleNamespace(hears=lambda one: True, utterance=lambda one: utterance, party="russia")
    told = [remark.text for remark in remarks(chair, [step])]  # type: ignore[arg-type]
    assert told == ["Wednesday 16 August 1905, the navy yard, Portsmouth"]
