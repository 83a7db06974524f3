"""Settings line by line. Expected: the sheet of F3, whose file this is."""

from __future__ import annotations

import pytest

from game.plain.choosing import SETTINGS, settings_ordered
from game.plain.names import NotUnderstood
from game.play.settings import Hints, Settings, kept_settings, settings_file
from tests.plain.rooms import SmallHouse, played


def test_settings_read_tell_every_one_with_what_it_is_now():
    *lines, further = settings_ordered(())
    assert [line.split(":")[0] for line in lines] == list(SETTINGS)
    assert lines[0] == "hints: fading (less with every game)."
    assert further.startswith("“settings”, a name and a value changes one")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (("hints", "off"), Settings(hints=Hints.NEVER)),
        (("hints", "always"), Settings(hints=Hints.ALWAYS)),
        (("Motion", "Still"), Settings(still=True)),
        (("motion", "off"), Settings(still=True)),
        (("plain", "always"), Settings(plain=True)),
        (("lines", "whole"), Settings(unbroken=True)),
        (("theme", "High", "contrast"), Settings("plenipo-contrast")),
    ],
)
def test_setting_changed_is_kept(words, kept):
    assert settings_ordered(words)[0].endswith("It is kept.")
    assert kept_settings() == kept


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("hint", "off"), "There is no setting “hint”. Did you mean “hints”? There are: hints, lines,"),
        (("hints", "nevr"), "hints can't be “nevr”. Did you mean “never”? It can be: fading, always, never."),
        (("theme", "dark"), "theme can't be “dark”."),
    ],
)
def test_setting_that_is_none_gets_the_nearest(words, sentence):
    with pytest.raises(NotUnderstood, match=r"can't be|There is no") as refused:
        settings_ordered(words)
    assert sentence in str(refused.value)
    assert kept_settings() == Settings()


def test_lines_chosen_at_the_table_are_unbroken_from_then_on():
    _, text = played(SmallHouse(), "settings lines unbroken\n?\n")
    assert all(len(line) <= 80 for line in text.split("> settings")[0].splitlines())
    assert max(len(line) for line in text.split("> ?\n")[1].splitlines()) > 80


def test_settings_file_that_can_not_be_read_is_told_once_and_the_game_is_played():
    settings_file().write_text("{", "utf-8")
    code, text = played(SmallHouse(), "settings hints never\n")
    assert code == 0
    assert text.count("can't be read; the usual ones are used") == 1
    assert kept_settings().hints is Hints.NEVER
