"""Settings line by line: the same as on screen, read out and changed by a word and a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.plain.names import NotUnderstood, nearest
from game.play.settings import THEMES_TOLD, Hints, Settings, keep_settings, settings_and_trouble
from game.slim import dataclass

FURTHER = "“settings”, a name and a value changes one, as in “settings hints never”."


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be chosen: what it is, its values each with a word about it, how it is read and changed.

    ``others`` are other words for a value.
    """

    about: str
    values: dict[str, str]
    chosen: Callable[[Settings], str]
    changed: Callable[[Settings, str], Settings]
    others: dict[str, str]


def _yes_and_no(yes: str, no: str) -> dict[str, str]:
    return {"yes": yes, "on": yes, "no": no, "off": no}


def _switch(field: str, about: str, values: dict[str, str], others: dict[str, str]) -> Setting:
    """A setting that is off or on: its two values in that order, each with a word about it."""
    off, on = values
    return Setting(
        about,
        values,
        lambda settings: on if getattr(settings, field) else off,
        lambda settings, word: replace(settings, **{field: word == on}),  # type: ignore[arg-type]
        others,
    )


SETTINGS = {
    "hints": Setting(
        "whether the table tells what to do",
        {"fading": "less with every game", "always": "in every game", "never": "in none"},
        lambda settings: settings.hints.value,
        lambda settings, word: replace(settings, hints=Hints(word)),
        _yes_and_no("always", "never"),
    ),
    "lines": _switch(
        "unbroken",
        "how long a line is, line by line",
        {"broken": "as wide as the terminal", "unbroken": "a paragraph each, for a screen reader or a script"},
        {"whole": "unbroken"},
    ),
    "plain": _switch(
        "plain",
        "how “plenipo” opens",
        {"off": "on the screen where there is one", "on": "line by line; “--no-plain” opens the screen this once"},
        {**_yes_and_no("on", "off"), "always": "on", "never": "off"},
    ),
    "motion": _switch(
        "still",
        "whether anything moves or blinks on the screen",
        {"moving": "as it comes", "still": "no blinking cursor, nothing glides"},
        _yes_and_no("moving", "still"),
    ),
    "theme": Setting(
        "colours of the screen",
        {name: f"{title}, {about}" for name, (title, about) in THEMES_TOLD.items()},
        lambda settings: settings.theme if settings.theme in THEMES_TOLD else next(iter(THEMES_TOLD)),
        lambda settings, word: replace(settings, theme=word),
        {title.lower(): name for name, (title, _) in THEMES_TOLD.items()},
    ),
}
"""Everything that can be chosen, by its name."""


def settings_ordered(words: tuple[str, ...]) -> list[str]:
    """All settings, one with its values, or one changed and kept. NotUnderstood when there is no such name or value."""
    settings, trouble = settings_and_trouble()
    if not words:
        read = [f"{name}: {_now(one, settings)}" for name, one in SETTINGS.items()]
        return [*([trouble] if trouble else []), *read, FURTHER]
    name = words[0].lower()
    if name not in SETTINGS:
        raise NotUnderstood(f"There is no setting “{words[0]}”.{nearest(name, SETTINGS)} There are: {_listed()}.")
    if len(words) == 1:
        return [f"{name}: {SETTINGS[name].about}. {_now(SETTINGS[name], settings)}", *_values(SETTINGS[name])]
    return _change(settings, name, " ".join(words[1:]).lower())


def _listed() -> str:
    return ", ".join(SETTINGS)


def _now(one: Setting, settings: Settings) -> str:
    chosen = one.chosen(settings)
    return f"{chosen} ({one.values[chosen]})."


def _values(one: Setting) -> list[str]:
    return [f"{value}: {about}." for value, about in one.values.items()]


def _change(settings: Settings, name: str, word: str) -> list[str]:
    one = SETTINGS[name]
    value = one.others.get(word, word)
    if value not in one.values:
        known = [*one.values, *one.others]
        raise NotUnderstood(f"{name} can't be “{word}”.{nearest(word, known)} It can be: {', '.join(one.values)}.")
    trouble = keep_settings(one.changed(settings, value))
    return [f"{name}: {value} ({one.values[value]}). {trouble or 'It is kept.'}"]
