"""Signs and themes: told apart without colour, and legible in it (WCAG 2.1: 4.5 to 1)."""

import pytest
from rich.cells import cell_len
from textual.color import Color

from game.engine.evidence import Basis
from game.engine.party import Latitude
from game.engine.state import Status
from game.ui.signs import BASIS, COMPOSED, GIVEN, LATITUDE, NEW, OUTSIDE, PRIVATE, STATUS, letters
from game.ui.theme import CYCLE, DEFAULT, ROLES, THEMES, following
from tests.builders import small

GROUPS = {
    "status": list(STATUS.values()),
    "latitude": list(LATITUDE.values()),
    "basis": list(BASIS.values()),
    "minutes": [BASIS[Basis.ATTESTED], COMPOSED, GIVEN, PRIVATE, OUTSIDE, NEW],
}
TEXT = ("first", "second", "agreed", "caution", "danger", "verbatim", "faint")


@pytest.mark.parametrize("group", GROUPS)
def test_signs_of_a_group_differ_in_glyph_and_in_word(group):
    signs = GROUPS[group]
    assert len({sign.glyph for sign in signs}) == len(signs)
    assert len({sign.word for sign in signs}) == len(signs)


@pytest.mark.parametrize("group", GROUPS)
def test_signs_are_one_cell_wide(group):
    assert [cell_len(sign.glyph) for sign in GROUPS[group]] == [1] * len(GROUPS[group])


def test_every_status_latitude_and_basis_has_a_sign():
    assert set(STATUS) == set(Status)
    assert set(LATITUDE) == set(Latitude)
    assert set(BASIS) == set(Basis)


def test_letters_of_the_parties_are_their_own():
    assert letters(small().agenda) == ("C", "S")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", [*TEXT, "foreground", "primary", "accent"])
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
def test_text_is_legible_on_every_ground(theme, role, ground):
    colour = Color.parse(theme.variables.get(role) or getattr(theme, role))
    assert contrast(colour, Color.parse(getattr(theme, ground))) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", [*TEXT, "foreground"])
def test_text_is_legible_under_the_cursor(theme, role):
    colour = Color.parse(theme.variables.get(role) or getattr(theme, role))
    assert contrast(colour, Color.parse(theme.variables["chosen"])) >= 4.5


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.1, 1 to 21."""
    lights = sorted(map(_light, (one, other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: Color) -> float:
    parts = [part / 255 for part in colour.rgb]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_theme_knows_every_role():
    for theme in THEMES:
        assert set(ROLES) <= set(theme.variables)


def test_following_goes_through_the_cycle_and_back():
    assert following(CYCLE[-1]) == CYCLE[0] == DEFAULT
    assert following("textual-dark") == DEFAULT
