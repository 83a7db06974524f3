"""Themes: colours by role. Styles name the role (``$first``, ``$danger``), never a colour.

The two parties are orange and blue in every theme. The colour-blind safe one has all its meanings at least 20 apart in
CIE L*a*b* as seen without red, green or blue cones, and at least 7 apart in lightness for whoever sees no colour.
"""

from __future__ import annotations

from textual.theme import Theme

from game.play.settings import THEMES_TOLD

DEFAULT = "plenipo"
CONTRAST = "plenipo-contrast"
SAFE = "plenipo-safe"
PAPER = "plenipo-paper"
TERMINAL, TERMINAL_LIGHT = "ansi-dark", "ansi-light"
"""Textual's themes of the terminal's own 16 colours, for a dark ground and for a light one."""

ROLES = {
    "first": "ansi_bright_yellow",
    "second": "ansi_bright_cyan",
    "agreed": "ansi_bright_green",
    "caution": "ansi_bright_yellow",
    "danger": "ansi_bright_red",
    "verbatim": "ansi_bright_white",
    "faint": "ansi_white",
    "rule": "ansi_bright_black",
    "chosen": "ansi_blue",
}
"""Every role of ours, with what a theme that does not know it uses: the terminal's own colours, on a dark ground."""
LIGHT_ROLES = {
    "first": "ansi_magenta",
    "second": "ansi_blue",
    "agreed": "ansi_green",
    "caution": "ansi_magenta",
    "danger": "ansi_red",
    "verbatim": "ansi_black",
    "faint": "ansi_bright_black",
    "rule": "ansi_bright_black",
    "chosen": "ansi_white",
}
"""The same on a light ground."""


def _variables(background: str, **roles: str) -> dict[str, str]:
    return {
        **roles,
        "scrollbar-background": background,
        "scrollbar-background-hover": background,
        "scrollbar-background-active": background,
        "scrollbar-corner-color": background,
        "scrollbar": roles["rule"],
        "scrollbar-hover": roles["faint"],
        "scrollbar-active": roles["faint"],
        "input-selection-background": f"{roles['chosen']}",
        "input-cursor-background": roles["verbatim"],
    }


THEMES = (
    Theme(
        name=DEFAULT,
        primary="#d3b167",
        secondary="#8fa3b5",
        accent="#f2cf73",
        foreground="#e6e0d2",
        background="#11151b",
        surface="#161b23",
        panel="#1d2530",
        success="#5cc396",
        warning="#f0b95a",
        error="#ff8364",
        variables=_variables(
            "#11151b",
            first="#f0a63a",
            second="#6dbdf0",
            agreed="#5cc396",
            caution="#f0cf6a",
            danger="#ff8364",
            verbatim="#fbf3df",
            faint="#95a1ae",
            rule="#3b4757",
            chosen="#2a3647",
        ),
    ),
    Theme(
        name=CONTRAST,
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffff00",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        success="#00ff9c",
        warning="#ffff00",
        error="#ff9b85",
        variables=_variables(
            "#000000",
            first="#ffb000",
            second="#70d6ff",
            agreed="#00ff9c",
            caution="#ffff00",
            danger="#ff9b85",
            verbatim="#ffffff",
            faint="#d8d8d8",
            rule="#bdbdbd",
            chosen="#00408f",
        ),
    ),
    Theme(
        name=SAFE,
        primary="#ffffff",
        secondary="#c8d2dc",
        accent="#f0e442",
        foreground="#effff3",
        background="#0c0e12",
        surface="#12151a",
        panel="#1a1e25",
        success="#09e3f7",
        warning="#fce27d",
        error="#f26556",
        variables=_variables(
            "#0c0e12",
            first="#f0ae17",
            second="#7ca5f8",
            agreed="#09e3f7",
            caution="#fce27d",
            danger="#f26556",
            verbatim="#ffffff",
            faint="#a3adb8",
            rule="#4a5563",
            chosen="#1f2c3e",
        ),
    ),
    Theme(
        name=PAPER,
        primary="#6b4a00",
        secondary="#3c4c5c",
        accent="#8a4b00",
        foreground="#22262b",
        background="#f6f1e4",
        surface="#f1ead9",
        panel="#e8dfc9",
        success="#0a6b46",
        warning="#7a5200",
        error="#a92d00",
        dark=False,
        variables=_variables(
            "#f6f1e4",
            first="#8f4a00",
            second="#005a93",
            agreed="#0a6b46",
            caution="#7a5200",
            danger="#a92d00",
            verbatim="#0d1014",
            faint="#59616a",
            rule="#b5a988",
            chosen="#ece2c6",
        ),
    ),
)
CYCLE = (DEFAULT, CONTRAST, SAFE, PAPER, TERMINAL, TERMINAL_LIGHT)
"""The themes the T key goes through."""
ABOUT = THEMES_TOLD
"""Each theme's name for a reader, and a word about it."""


def following(theme: str) -> str:
    """The theme after this one in the cycle; the first after an unknown one."""
    if theme not in CYCLE:
        return CYCLE[0]
    return CYCLE[(CYCLE.index(theme) + 1) % len(CYCLE)]
