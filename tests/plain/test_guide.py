"""Hints that fade, at a terminal; a script is told nothing. Expected: play/settings.py says in which game how much."""

from __future__ import annotations

import io
from dataclasses import replace

from game.plain import Request, run
from game.plain.guide import REMINDER, STEPS
from game.play.settings import Guidance
from tests.plain.rooms import SmallHouse, played


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Guided(SmallHouse):
    """A small house whose games are guided."""

    guidance = Guidance.STEPS

    def open(self, request):
        return replace(super().open(request), guidance=self.guidance)


def heard(house: SmallHouse, typed: str) -> str:
    out = io.StringIO()
    run(Request(scenario="small", party="china"), Terminal(typed), out, house)
    return " ".join(out.getvalue().split())


def test_guide_leads_step_by_step_with_an_issue_they_have_spoken_to():
    text = heard(Guided(), "s\nreject D8\nhold D8\nargue parity-in-1924 treaty\npropose D8=parity\n")
    assert text.count("Step 1: ") == 1
    assert "“propose D8=2” proposes its option 2" in text
    steps = [text.find(f"Step {number}: ") for number in (1, 2, 3)]
    assert steps == sorted(steps)
    assert -1 not in steps


def test_guide_reminds_once_in_the_next_games():
    house = Guided()
    house.guidance = Guidance.REMINDERS
    text = heard(house, "s\no\nreject D8\n")
    assert text.count(REMINDER.format(code="D8")) == 1


def test_guide_says_nothing_later_nor_to_a_script():
    house = Guided()
    house.guidance = Guidance.NONE
    assert "Step" not in heard(house, "s\n")
    assert "Step" not in played(Guided(), "s\n")[1]


def test_guide_is_silent_at_once_when_hints_are_put_away():
    text = heard(Guided(), "settings hints never\nreject D8\n")
    assert text.count("Step ") == 1


def test_steps_name_only_words_of_the_language():
    from game.plain.language import verb_of

    quoted = [piece.split("”")[0].split()[0] for step in (*STEPS, REMINDER) for piece in step.split("“")[1:]]
    assert [word for word in quoted if word != "{code}" and word != "whole" and not verb_of(word)] == []
