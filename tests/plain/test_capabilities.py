"""Whatever the table on screen can show or do, the table line by line can too.

Every key of every screen stands here beside the line that does the same, or the reason why there is nothing to do. A
new key, dossier page, setting or manner without its line fails. What is typed is held against the language itself.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
from collections.abc import Iterator
from dataclasses import fields

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from game.plain.choosing import SETTINGS, settings_ordered
from game.plain.desk import Desk
from game.plain.home import _Front
from game.plain.house import Kept
from game.plain.language import READINGS, VERBS, understood
from game.plain.reading import _PAPERS
from game.plain.records import deeds
from game.plain.speaking import MAKERS
from game.play.settings import THEMES_TOLD, Settings, kept_settings
from game.ui import preview, screens
from game.ui.draft import MANNERS
from game.ui.screens.dossier import NAMES
from game.ui.screens.keys import VERB_KEYS
from game.ui.screens.settings import HINTED, PLAIN, STILL
from game.ui.theme import CYCLE
from tests.builders import small
from tests.plain.rooms import SmallHouse, played

MOVES_ABOUT = "it moves about what is drawn; line by line everything is read in its order"
CLOSES = "it closes what was opened over something; line by line nothing is"
AN_AUTHORS = "a preview is drawn for an author; “plenipo check --watch” is its like line by line"

LIKE = {
    "Appearance": {"another_theme": "theme plenipo-safe", "settings": "settings"},
    "Plenipo": {"command_palette": "?", "suspend_process": "(the shell's own Ctrl-Z)"},
    "Preview": {"interrupt": f"({AN_AUTHORS})"},
    "BenchScreen": {"other_chair": f"({AN_AUTHORS})", "mistakes": f"({AN_AUTHORS})"},
    "MistakesScreen": {"dismiss": f"({AN_AUTHORS})"},
    "WaitingScreen": {"leave": f"({AN_AUTHORS})"},
    "DebriefScreen": {
        "back": "n",
        "turn": "over: debrief all",
        "chair": "(a game of two people is asked for by either chair: plenipo debrief --as)",
        "plots": "plots",
        "heading": f"({MOVES_ABOUT})",
        "page": "over: debrief joint",
    },
    "DisputesScreen": {"dismiss": f"({CLOSES})"},
    "DossierScreen": {"page": "d", "next": f"({MOVES_ABOUT})", "back": f"({CLOSES})"},
    "GraphScreen": {"issue": "g D8", "vary": "what-if 5", "plots": "plots", "back": f"({CLOSES})"},
    "HandOverScreen": {"dismiss": "(Enter, when the desk has asked for it: test_desk)"},
    "HelpScreen": {"back": f"({CLOSES})", "all_keys": "help"},
    "HomeScreen": {
        "chair": "home: 1",
        "opposite": "home: 1",
        "length": "home: length 8",
        "seed": "home: seed 7",
        "mode": "home: study",
        "hints": "home: hints never",
        "records": "home: records",
        "quit": "q",
        "back": f"({CLOSES})",
    },
    "PaletteScreen": {"back": f"({CLOSES})", "move": f"({MOVES_ABOUT})", "turn": f"({MOVES_ABOUT})"},
    "Pick": {"back": "b"},
    "PlotsScreen": {"turn": "plots", "back": f"({CLOSES})"},
    "RecordsScreen": {
        "debrief": "records: open",
        "turn": "records: rewind, what-if",
        "delete": "records: delete",
        "back": "records: back",
    },
    "Room": {"help": "help propose"},
    "SettingsScreen": {"dismiss": f"({CLOSES})"},
    "SourceScreen": {
        "back": f"({CLOSES})",
        "search": "find Dairen",
        "find": "find Dairen",
        "passage": "show cable-of-3-july 3",
        "copy": "citation cable-of-3-july 3",
        "write": "note cable-of-3-july 3",
        "disputes": "disputes",
    },
    "SureScreen": {"dismiss": "(a question with two answers, as at “walk-out” and “delete”)"},
    "TableScreen": {
        "stage": "propose D8=parity",
        "argue": "argue parity-in-1924 treaty",
        "cite": "cite D8",
        "ask": "ask D8",
        "consult": "telegram D8=parity: We are pressed.",
        "enter": "try propose D8=parity",
        "back": "b",
        "manner": "propose D8=1 E1=2 whole",
        "own": "propose D8=3 own",
        "words": "hold D8: Parity was agreed.",
        "source": "quote D8 1",
        "dossier": "d",
        "graph": "g",
        "debrief": "debrief",
        "rewind": "u",
        "leave": "q",
    },
    "TelegramScreen": {"tick": "telegram D8=parity", "send": "telegram: Nothing moves.", "help": "help t", "back": "b"},
    "WhatIfScreen": {"dismiss": "what-if 5"},
    "WordScreen": {"dismiss": f"({CLOSES})"},
}
"""By screen and what its keys do: a line at the table; one at the home desk, at the records or when it is over; or, in
brackets, why there is none.
"""
PAGES_OF_THE_DOSSIER = {
    "situation": "situation",
    "instructions": "i all",
    "issues": "issues",
    "people": "people",
    "documents": "show",
    "map": "map",
}
ROWS_OF_THE_SETTINGS = {STILL: "motion", HINTED: "hints", PLAIN: "plain"}
WAYS_TO_SAY_IT = {
    "propose": ("severable", "whole"),
    "accept": ("ad-referendum", "substance", "final"),
    "reserve": ("thought", "instructions", "experts", "noted"),
    "answer": ("guarded", "room", "report", "firm"),
    "adjourn": ("adjourn", "walk-out"),
}
BESIDE = {"help", "quit", "back", "rewind", "what-if", "try", "debrief"}
"""Orders that hand over no paper."""


def kinds(of: type) -> Iterator[type]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def actions(kind: type) -> set[str]:
    """What the keys of one class do, without their arguments."""
    bound = kind.__dict__.get("BINDINGS", ())
    return {one.action.partition("(")[0].partition(".")[2] or one.action.partition("(")[0] for one in map(made, bound)}


def made(binding: Binding | tuple[str, ...]) -> Binding:
    return binding if isinstance(binding, Binding) else Binding(*binding)


def on_screen() -> dict[str, set[str]]:
    """Every class of ours with keys, and what they do."""
    for module in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{module.name}")
    assert preview.Preview
    ours = [kind for kind in (*kinds(Screen), *kinds(App)) if kind.__module__.startswith("game.")]
    return {kind.__name__: actions(kind) for kind in ours if actions(kind)}


def test_capabilities_every_key_of_every_screen_has_its_line():
    assert on_screen() == {name: set(lines) for name, lines in LIKE.items()}


@pytest.mark.parametrize("line", sorted({line for lines in LIKE.values() for line in lines.values() if line[0] != "("}))
def test_capabilities_each_line_is_understood_where_it_is_typed(line):
    place, _, typed = line.partition(": ") if line.startswith(("home: ", "records: ", "over: ")) else ("", "", line)
    if place == "home":
        assert typed == "1" or _Front(Desk(io.StringIO(), io.StringIO()), SmallHouse())._obeyed(typed)
    elif place == "records":
        kept = deeds(Kept("a", "", ended=True))
        assert set(typed.split(", ")) <= {choice.key for choice in kept}
    elif place == "over":
        text = played(SmallHouse(), f"walk-out yes\n{typed}\n")[1]
        assert text.count("JOINT VALUE") == 1
        assert "was not obeyed" not in text
    else:
        assert understood(typed, small().agenda).verb in {*MAKERS, *_PAPERS, *BESIDE}


def test_capabilities_every_word_of_the_language_has_somebody_who_obeys_it():
    assert set(VERBS) == set(MAKERS)
    assert set(READINGS.values()) == {*_PAPERS, *BESIDE}


def test_capabilities_every_verb_of_the_bar_is_an_order():
    words = {"consult": "telegram"}
    assert {words.get(one.verb, one.verb) for one in VERB_KEYS} | {"answer", "walk-out"} == set(VERBS)


def test_capabilities_every_page_of_the_dossier_is_read_out():
    assert set(PAGES_OF_THE_DOSSIER) == set(NAMES)
    for line in PAGES_OF_THE_DOSSIER.values():
        assert understood(line, small().agenda).verb in _PAPERS


def test_capabilities_every_way_to_say_a_move_is_a_word():
    assert {verb: len(ways) for verb, ways in MANNERS.items() if len(ways) > 1} == {
        verb: len(words) for verb, words in WAYS_TO_SAY_IT.items()
    }
    for verb in ("propose", "accept", "reserve", "answer"):
        assert set(WAYS_TO_SAY_IT[verb]) == {str(one.value if hasattr(one, "value") else one) for one in MANNERS[verb]}


def test_capabilities_every_setting_of_the_screen_can_be_chosen_line_by_line():
    assert set(ROWS_OF_THE_SETTINGS.values()) | {"theme", "lines"} == set(SETTINGS)
    assert tuple(THEMES_TOLD) == CYCLE
    for name, one in SETTINGS.items():
        before = kept_settings()
        settings_ordered((name, list(one.values)[-1]))
        assert kept_settings() != before, name
    usual = Settings()
    assert all(getattr(kept_settings(), one.name) != getattr(usual, one.name) for one in fields(Settings))
