"""Signs and themes: told apart without colour, and legible in it (WCAG 2.1: 4.5 to 1)."""

from itertools import combinations

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
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "no red, by another model": ((0.1124, 0.8876, 0.0), (0.1124, 0.8876, 0.0), (0.004, -0.004, 1.0)),
    "no green, by another model": ((0.2929, 0.7071, 0.0), (0.2929, 0.7071, 0.0), (-0.0223, 0.0223, 1.0)),
}
"""What is seen without one kind of cones, of linear light.

Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
Transactions on Visualization and Computer Graphics 15 (2009), the matrices at severity 1.0. The other model is that of
Viénot, Brettel and Mollon, "Digital video colourmaps for checking the legibility of displays by dichromats", Color
Research and Application 24 (1999).
"""
NO_COLOUR = ((0.2126, 0.7152, 0.0722),) * 3
"""Achromatopsia: nothing but the luminance (ITU-R BT.709)."""
MEANINGS = ("first", "second", "agreed", "caution", "danger", "foreground")
"""Roles that stand beside one another and mean different things: all pairs of them are told apart."""
PAIRS = list(combinations(MEANINGS, 2))


@pytest.fixture
def safe():
    """The colours of the meanings in the colour-blind safe theme."""
    theme = next(one for one in THEMES if one.name == SAFE)
    return {role: Color.parse(theme.variables.get(role) or getattr(theme, role)) for role in MEANINGS}


@pytest.mark.parametrize("blind", BLIND)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_safe_theme_keeps_meanings_apart_without_one_kind_of_cones(safe, blind, pair):
    """A difference of 20 in CIE L*a*b* is plain to see: 2.3 is the smallest anybody notices (Mahy and others 1994)."""
    one, other = (_seen(safe[role], BLIND[blind]) for role in pair)
    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= 20


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_safe_theme_keeps_meanings_apart_by_lightness_alone(safe, pair):
    """Three times the smallest difference: six meanings lie between ground and white. Glyph and word say the rest."""
    one, other = (_seen(safe[role], NO_COLOUR)[0] for role in pair)
    assert abs(one - other) >= 7


def _seen(colour, matrix):
    """A colour in L*a*b* as it is seen through a matrix of linear light; white point D65."""
    linear = _linear(colour)
    red, green, blue = (min(1.0, max(0.0, sum(k * v for k, v in zip(row, linear, strict=True)))) for row in matrix)
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
