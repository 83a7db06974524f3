"""What a person chose, kept in a file; whatever stands in it, there is always an answer."""

import pytest

from game.play.preferences import NAME, Guidance, Hints, Preferences, keep, preferences, with_next_hints


@pytest.mark.parametrize(
    ("hints", "told"),
    [
        (Hints.FADING, ["steps", "reminders", "reminders", "none"]),
        (Hints.ALWAYS, ["steps"] * 4),
        (Hints.NEVER, ["none"] * 4),
    ],
)
def test_guidance_fades_with_the_games_begun_unless_it_is_chosen_otherwise(hints, told):
    assert [Preferences(hints).guidance(games) for games in (1, 2, 3, 4)] == [Guidance(one) for one in told]


def test_preferences_come_back_as_they_were_kept(tmp_path):
    assert preferences(tmp_path) == Preferences()
    keep(tmp_path, Preferences(Hints.NEVER))
    assert preferences(tmp_path) == Preferences(Hints.NEVER)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"hints": "loud"}', '{"hints": 3}', "null", '{"other": 1}'])
def test_file_that_can_not_be_read_counts_as_none(tmp_path, text):
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert preferences(tmp_path) == Preferences()


def test_hints_go_round():
    chosen = Preferences()
    for _ in Hints:
        chosen = with_next_hints(chosen)
    assert chosen == Preferences()
