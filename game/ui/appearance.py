"""How the interface looks: themes and motion, as its person has chosen them; the other settings are kept here too."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import constants, events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.css.stylesheet import Stylesheet

from game.play.settings import Settings, following, keep_settings, settings_and_trouble
from game.ui import theme as themes
from game.ui.theme import DEFAULT, LIGHT_ROLES, ROLES, THEMES

if TYPE_CHECKING:
    from textual.driver import Driver


class ReadOnce(Stylesheet):
    """Styles that are read once for a theme each. Textual reads all of them again with every screen that has some."""

    def __init__(self, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._read_for = variables

    def set_variables(self, variables: dict[str, str]) -> None:
        """Read everything anew where a colour is another one."""
        if variables != self._read_for:
            self._read_for = variables
            super().set_variables(variables)

    def reparse(self) -> None:
        """Read what has not been read yet."""
        self.parse()


class Appearance(App[int]):
    """An app that looks as was chosen last, or as ``theme`` for this once; an unknown theme is passed over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("T", "another_theme", "Another theme", id="theme", show=False),
        Binding("f3", "settings", "Settings", id="settings", key_display="F3", show=False),
    ]

    def __init__(self, theme: str = "") -> None:
        super().__init__()
        for one in THEMES:
            self.register_theme(one)
        self.settings, self.trouble = settings_and_trouble()
        self.theme = next((one for one in (theme, self.settings.theme) if one in self.available_themes), DEFAULT)
        self.stylesheet = ReadOnce(self.get_css_variables())
        self._keep_still()

    def get_driver_class(self) -> type[Driver]:
        """What draws and reads: in a terminal, with a keyboard that does not keep Esc waiting."""
        chosen = super().get_driver_class()
        if sys.platform == "win32":
            return chosen
        from game.ui.keyboard import prompt

        return prompt(chosen)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our roles, for themes that do not know them."""
        return ROLES if self.current_theme.dark else LIGHT_ROLES

    def action_another_theme(self) -> None:
        """Go through the themes."""
        self.action_wear(themes.following(self.theme))

    def action_wear(self, theme: str) -> None:
        """Wear a theme by its name, from now on."""
        if theme in self.available_themes:
            self.theme = theme
            self._keep(replace(self.settings, theme=theme))

    def action_settings(self) -> None:
        """Colours, motion, hints and the table line by line, or back."""
        from game.ui.screens.settings import SettingsScreen

        if len(self.screen_stack) > 1 and not self.screen.is_modal:
            self.push_screen(SettingsScreen())

    def action_still(self) -> None:
        """Keep everything from moving and blinking, or no longer."""
        self._keep(replace(self.settings, still=not self.settings.still))
        self._keep_still()

    def action_hints(self) -> None:
        """Hints that fade, always, or never; from the next game on."""
        self._keep(replace(self.settings, hints=following(self.settings.hints)))

    def action_plain(self) -> None:
        """Open line by line from the next time on, or no longer."""
        self._keep(replace(self.settings, plain=not self.settings.plain))

    def _keep_still(self) -> None:
        self.animation_level = "none" if self.settings.still else constants.TEXTUAL_ANIMATIONS

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        self.trouble = keep_settings(settings)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A line to write on does not blink where everything keeps still."""
        if self.settings.still and hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False
