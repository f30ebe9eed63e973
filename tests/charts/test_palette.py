from __future__ import annotations

import pytest

from lib.charts.chart import (
    NEUTRAL,
    OTHER_SYMBOL,
    PERCENTILE_NAMES,
    ROLE_COLORS,
    ROLE_SYMBOLS,
    role_color,
    role_symbol,
)
from lib.charts.cost_waterfall import COST_COLOR
from lib.charts.place_dots import GLYPHS
from lib.charts.step_waterfall import LIGHTER
from lib.tables import central_roles, load_roles
from lib.ui.show import INK

# Streamlit 1.67 paints pages white in its light theme and in this near-black in its dark theme.
BACKGROUNDS = {"light": "#FFFFFF", "dark": "#171614"}
PALETTE = sorted({*ROLE_COLORS.values(), *LIGHTER.values(), NEUTRAL, COST_COLOR})


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)  # the example WCAG tools agree on


@pytest.mark.parametrize("background", BACKGROUNDS.values(), ids=BACKGROUNDS)
@pytest.mark.parametrize("color", PALETTE)
def test_marks_stand_out_from_both_backgrounds(color: str, background: str) -> None:
    assert contrast(color, background) >= 3


@pytest.mark.parametrize("theme", BACKGROUNDS)
def test_ink_is_readable(theme: str) -> None:
    assert contrast(INK[theme], BACKGROUNDS[theme]) >= 4.5


def test_neutral_is_as_strong_as_its_comment_says() -> None:
    assert contrast(NEUTRAL, "#FFFFFF") == pytest.approx(4.0, abs=0.05)
    assert contrast(NEUTRAL, "#171614") == pytest.approx(4.5, abs=0.05)


def test_each_role_has_its_own_colour_and_symbol() -> None:
    roles = set(central_roles())
    assert set(ROLE_COLORS) == set(ROLE_SYMBOLS) == set(LIGHTER) == roles
    assert len(set(ROLE_COLORS.values())) == len(set(ROLE_SYMBOLS.values())) == len(roles)
    assert NEUTRAL not in ROLE_COLORS.values()


def test_subtractions_have_another_colour_than_additions() -> None:
    for role, color in ROLE_COLORS.items():
        assert luminance(LIGHTER[role]) > luminance(color)


def test_percentiles_are_named_in_order() -> None:
    assert [name[:2] for name in PERCENTILE_NAMES] == ["10", "25", "Me", "75", "90"]


@pytest.mark.parametrize("role", load_roles())
def test_every_role_has_a_mark(role: str) -> None:
    central = role in central_roles()
    assert role_color(role) == (ROLE_COLORS[role] if central else NEUTRAL)
    assert role_symbol(role) == (ROLE_SYMBOLS[role] if central else OTHER_SYMBOL)
    assert role_symbol(role) in GLYPHS


def test_the_mark_of_the_ladder_is_none_of_the_two_roles() -> None:
    assert OTHER_SYMBOL not in ROLE_SYMBOLS.values()
    assert len(set(GLYPHS.values())) == len(GLYPHS) == 3
