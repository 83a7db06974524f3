"""What a person chose, kept in one file; whatever stands in it, there is always an answer."""

import json
from pathlib import Path

import pytest

from game.play.settings import (
    FORMER,
    LARGEST,
    Guidance,
    Hints,
    Settings,
    following,
    keep_settings,
    kept_settings,
    settings_and_trouble,
)


@pytest.fixture(autouse=True)
def path(monkeypatch, tmp_path) -> Path:
    """The file, and a folder of saved games beside it."""
    monkeypatch.setenv("PLENIPO_SETTINGS", str(tmp_path / "chosen" / "settings.json"))
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path / "saves"))
    (tmp_path / "saves").mkdir()
    (tmp_path / "chosen").mkdir()
    return tmp_path / "chosen" / "settings.json"


@pytest.mark.parametrize(
    ("hints", "told"),
    [
        (Hints.FADING, ["steps", "reminders", "reminders", "none"]),
        (Hints.ALWAYS, ["steps"] * 4),
        (Hints.NEVER, ["none"] * 4),
    ],
)
def test_guidance_fades_with_the_games_begun_unless_it_is_chosen_otherwise(hints, told):
    assert [Settings(hints=hints).guidance(games) for games in (1, 2, 3, 4)] == [Guidance(one) for one in told]


def test_hints_go_round():
    assert [following(one) for one in (Hints.FADING, Hints.ALWAYS, Hints.NEVER)] == [
        Hints.ALWAYS,
        Hints.NEVER,
        Hints.FADING,
    ]


def test_settings_come_back_as_they_were_kept():
    chosen = Settings("plenipo-paper", still=True, plain=True, unbroken=True, hints=Hints.NEVER)
    assert settings_and_trouble() == (Settings(), "")
    assert keep_settings(chosen) == ""
    assert settings_and_trouble() == (chosen, "")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * LARGEST, "\0", '{"hints": "' + "x" * LARGEST + '"}'])
def test_settings_file_that_can_not_be_understood_is_told_and_put_aside_when_the_next_choice_is_kept(path, text):
    path.write_text(text, "utf-8")
    found, trouble = settings_and_trouble()
    assert found == Settings()
    assert trouble.startswith(f"The settings in {path} can't be read; the usual ones are used")
    assert keep_settings(Settings(still=True)) == ""
    assert settings_and_trouble() == (Settings(still=True), "")
    assert path.with_name("settings.json.bad").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"theme": 3, "still": "yes", "plain": 1, "hints": "loud"}', Settings()),
        ('{"theme": "nowhere", "hints": 3}', Settings("nowhere")),
        ('{"still": true, "hints": ["never"]}', Settings(still=True)),
    ],
)
def test_settings_of_the_wrong_kind_are_the_usual_ones_and_the_others_stay(path, text, found):
    path.write_text(text, "utf-8")
    assert settings_and_trouble() == (found, "")


def test_settings_of_a_later_program_survive(path):
    path.write_text(json.dumps({"theme": "dark", "sound": True}), "utf-8")
    keep_settings(Settings("light"))
    assert json.loads(path.read_text("utf-8"))["sound"] is True
    assert kept_settings() == Settings("light")


def test_hints_of_the_former_file_are_taken_over_once(tmp_path, path):
    former = tmp_path / "saves" / FORMER
    former.write_text('{"hints": "never"}', "utf-8")
    path.write_text('{"theme": "paper"}', "utf-8")
    assert kept_settings() == Settings("paper", hints=Hints.NEVER)
    keep_settings(kept_settings())
    assert not former.exists()
    assert kept_settings() == Settings("paper", hints=Hints.NEVER)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"hints": "loud"}', '{"hints": 3}', "null", '{"other": 1}'])
def test_former_file_that_can_not_be_read_counts_as_none(tmp_path, text):
    (tmp_path / "saves" / FORMER).write_text(text, "utf-8")
    assert settings_and_trouble() == (Settings(), "")


def test_settings_that_can_not_be_kept_say_so(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PLENIPO_SETTINGS", str(tmp_path / "file" / "settings.json"))
    assert keep_settings(Settings()).startswith("The choice can't be kept in ")
