from __future__ import annotations

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.pay.curve import POSITIONS, Curve

NATION = (44_740.0, 50_340.0, 62_890.0, 80_080.0, 101_500.0)  # paralegals, BLS national_M2025_dl.xlsx
VERMONT = (46_580.0, 46_580.0, 49_090.0, 55_210.0, 62_920.0)  # legal secretaries, May 2025: p10 = p25
BETWEEN = 1.28155 - 0.67449  # standard deviations from p10 to p25 and from p75 to p90

ladders = st.lists(st.floats(20_000, 200_000), min_size=5, max_size=5).map(sorted).map(tuple)


def test_the_positions_are_normal_quantiles() -> None:
    assert pytest.approx((-1.28155, -0.67449, 0, 0.67449, 1.28155), abs=0.00001) == POSITIONS


# Halfway from the median to p75 in standard deviations is the geometric mean: sqrt(62,890 x 80,080) = 70,966.
def test_between_two_points_pay_rises_by_a_constant_share() -> None:
    assert Curve(NATION).wage(0.67449 / 2) == pytest.approx(70_966, abs=1)


# Below p10 with the slope from p10 to p25, ln(50,340 / 44,740) / 0.60706 = 0.19427; above p90 with that from p75 to
# p90, ln(101,500 / 80,080) / 0.60706 = 0.39047: 44,740 x exp(-0.19427) = 36,841; 101,500 x exp(0.39047) = 149,982.
@pytest.mark.parametrize("steps", [0.5, 1, 2, 3.5])
def test_beyond_the_outer_points_the_outer_slope_goes_on(steps: float) -> None:
    curve = Curve(NATION)
    below, above = log(50_340 / 44_740) / BETWEEN, log(101_500 / 80_080) / BETWEEN
    assert curve.wage(POSITIONS[0] - steps) == pytest.approx(44_740 * exp(-below * steps), rel=1e-4)
    assert curve.wage(POSITIONS[4] + steps) == pytest.approx(101_500 * exp(above * steps), rel=1e-4)


def test_one_standard_deviation_beyond_by_hand() -> None:
    assert Curve(NATION).wage(-2.28155) == pytest.approx(36_841, abs=2)
    assert Curve(NATION).wage(2.28155) == pytest.approx(149_982, abs=2)


# Average slope of the nation: ln(101,500 / 44,740) / 2.56310 = 0.31961.
def test_the_slope_is_that_of_the_middle_four_fifths() -> None:
    assert Curve(NATION).slope == pytest.approx(0.31961, abs=0.00001)


# Equal percentiles get 0.5 % a standard deviation on top: average slope ln(62,920 / 46,580) / 2.56310 + 0.005 =
# 0.12232. Below the flat start it goes on with that: 46,580 x exp(-0.00641 - 0.12232) = 40,954. Above p90 with its
# own slope, ln(62,920 / 55,210) / 0.60706 + 0.005 = 0.22034: 62,920 x exp(0.00641 + 0.22034) = 78,933.
def test_a_flat_end_goes_on_with_the_average_slope() -> None:
    curve = Curve(VERMONT)
    assert curve.slope == pytest.approx(0.12232, abs=0.00001)
    assert curve.wage(POSITIONS[0] - 1) == pytest.approx(40_954, abs=2)
    assert curve.wage(POSITIONS[4] + 1) == pytest.approx(78_933, abs=2)


def test_a_flat_top_goes_on_with_the_average_slope() -> None:
    curve = Curve((40_000.0, 50_000.0, 60_000.0, 70_000.0, 70_000.0))
    top = curve.wage(POSITIONS[4])
    assert curve.wage(POSITIONS[4] + 1) == pytest.approx(top * exp(curve.slope))
    assert curve.slope == pytest.approx(log(70_000 / 40_000) / 2.56310 + 0.005, abs=0.00001)


def test_untying_moves_the_ends_by_less_than_a_hundredth_and_the_median_not_at_all() -> None:
    curve = Curve(VERMONT)
    assert curve.wage(0) == pytest.approx(49_090)
    for position, wage in zip(POSITIONS, VERMONT, strict=True):
        assert curve.wage(position) == pytest.approx(wage, rel=0.0065)


@given(ladders, st.floats(-6, 6), st.floats(-6, 6))
def test_pay_rises_with_position(wages: tuple[float, ...], one: float, other: float) -> None:
    low, high = sorted((one, other))
    curve = Curve(wages)
    assert 0 < curve.wage(low) <= curve.wage(high) * (1 + 1e-12)


@given(ladders, st.floats(-4, 4))
def test_position_and_wage_are_inverses(wages: tuple[float, ...], position: float) -> None:
    curve = Curve(wages)
    assert curve.wage(curve.position(curve.wage(position))) == pytest.approx(curve.wage(position), rel=1e-9)


@pytest.mark.parametrize("wage", [0, -1])
def test_no_position_without_pay(wage: float) -> None:
    with pytest.raises(ValueError, match="more than 0"):
        Curve(NATION).position(wage)
