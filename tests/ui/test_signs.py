"""Signs and themes: told apart without colour, and legible in it (WCAG 2.1: 4.5 to 1)."""

import pytest
from rich.cells import cell_len
from textual.color import Color

from game.engine.evidence import Basis
from game.engine.party import Latitude
from game.engine.state import Status
from game.ui.signs import BASIS, COMPOSED, GIVEN, LATITUDE, NEW, OUTSIDE, PRIVATE, STATUS, letters
from game.ui.theme import CONTRAST, CYCLE, DEFAULT, LIGHT_ROLES, ROLES, SAFE, THEMES, following
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
    linear = _linear(colour)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


BLIND = {
    "red": ((0.1124, 0.8876, 0.0), (0.1124, 0.8876, 0.0), (0.004, -0.004, 1.0)),
    "green": ((0.2929, 0.7071, 0.0), (0.2929, 0.7071, 0.0), (-0.0223, 0.0223, 1.0)),
}
"""What is seen without red or without green cones, of linear light: Viénot, Brettel and Mollon 1999."""
APART = [("first", "second"), ("agreed", "danger"), ("agreed", "caution"), ("danger", "foreground")]
"""Roles that stand beside each other and mean different things."""


@pytest.mark.parametrize("blind", BLIND)
@pytest.mark.parametrize("pair", APART, ids="-".join)
def test_safe_theme_keeps_roles_apart_in_every_kind_of_colour_blindness(blind, pair):
    """A difference of 20 in CIE L*a*b* is plain to see: 2.3 is the smallest anybody notices."""
    theme = next(one for one in THEMES if one.name == SAFE)
    one, other = (_seen(Color.parse(theme.variables.get(role) or getattr(theme, role)), BLIND[blind]) for role in pair)
    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= 20


def _seen(colour, matrix):
    """A colour in L*a*b* as it is seen through a matrix of linear light; white point D65."""
    linear = _linear(colour)
    red, green, blue = (max(0.0, sum(k * v for k, v in zip(row, linear, strict=True))) for row in matrix)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _linear(colour):
    parts = [part / 255 for part in colour.rgb]
    return [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def test_high_contrast_keeps_lines_and_keys_legible_too():
    theme = next(one for one in THEMES if one.name == CONTRAST)
    for role in ("rule", "secondary", "success", "warning", "error"):
        colour = Color.parse(theme.variables.get(role) or getattr(theme, role))
        for ground in ("background", "surface", "panel"):
            assert contrast(colour, Color.parse(getattr(theme, ground))) >= 4.5


@pytest.mark.parametrize("roles", [ROLES, LIGHT_ROLES], ids=["dark", "light"])
def test_terminal_themes_use_its_own_sixteen_colours_alone(roles):
    assert all(colour.startswith("ansi_") for colour in roles.values())
    assert set(roles) == set(ROLES)
    assert roles["first"] != roles["second"]


def test_every_theme_knows_every_role():
    for theme in THEMES:
        assert set(ROLES) <= set(theme.variables)


def test_following_goes_through_the_cycle_and_back():
    assert following(CYCLE[-1]) == CYCLE[0] == DEFAULT
    assert following("textual-dark") == DEFAULT
