"""A speech in about six lines: deeds first, then reasons, then words."""

from __future__ import annotations

from game.plain.hearing import Heard, shortened

LONG = "word " * 30


def test_shortened_short_speech_is_whole_and_in_order():
    heard = [Heard("Deed one.", "Said one.", ("Why one.",)), Heard("Deed two.", "Said two.")]
    assert shortened(heard) == ["Deed one.", "Said one.", "Why one.", "Deed two.", "Said two."]


def test_shortened_long_speech_keeps_every_deed_and_says_there_was_more():
    heard = [Heard(f"Deed {number}.", LONG, (f"Why {number}.",)) for number in range(5)]
    lines = shortened(heard)
    assert [line for line in lines if line.startswith("Deed")] == [f"Deed {number}." for number in range(5)]
    assert "Why 0." in lines
    assert LONG not in lines
    assert lines[-1] == "There was more: “why” reads it."


def test_shortened_single_long_refusal_keeps_its_reason():
    """A refusal always says why, whatever room that takes."""
    assert LONG * 4 in shortened([Heard("Deed.", "Said.", (LONG * 4,))])


def test_shortened_silence_is_silence():
    assert shortened([]) == []


def test_shortened_offer_on_many_issues_tells_options_by_number():
    heard = [Heard("All of it in full.", "Said.", (), "B2 option 1, B3 option 1.")]
    assert shortened(heard)[0] == "B2 option 1, B3 option 1."
    assert shortened(heard)[-1] == "There was more: “why” reads it."
