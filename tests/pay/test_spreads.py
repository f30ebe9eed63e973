from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from lib.pay import Profile
from lib.pay.curve import NORMAL
from lib.pay.pay_points import PayPoint, pay_points
from lib.pay.shifts import remaining_spread
from lib.pay.spreads import ALONG_A_RANGE, PRIOR_CASES, PUBLIC, government_spread, public_spreads
from lib.pay.strengths import estimate_strengths, shifts_with
from lib.tables import central_roles
from tests.tables.copies import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.pay.strengths import Key

EMPLOYERS = ("federal_government", "state_government", "local_government")


# BLS, May 2024, the nation, 10th and 90th percentiles. Paralegals: government 43,450 and 99,320, everybody 39,710 and
# 98,990; ln(99,320 / 43,450) / ln(98,990 / 39,710) = 0.82674 / 0.91342 = 0.90510. Legal secretaries: 38,990 and
# 77,700, 35,530 and 87,660; 0.68955 / 0.90309 = 0.76355. Mean: 0.83433.
def test_what_bls_publishes_worked_by_hand() -> None:
    assert government_spread() == pytest.approx((0.90510 + 0.76355) / 2, abs=0.00001)


def in_table(employer: str, role: str = "paralegal") -> dict[str, str]:
    row = {"factor": "employer", "level": employer, "role": role}
    return next(line for line in read_rows("factors.csv") if row.items() <= line.items())


@pytest.mark.parametrize("role", central_roles())
@pytest.mark.parametrize("employer", EMPLOYERS)
def test_the_table_holds_the_spread(employer: str, role: str) -> None:
    assert in_table(employer, role)["spread"] == f"{public_spreads()[employer]:.2f}"


def test_other_employers_spread_like_each_other() -> None:
    others = [row for row in read_rows("factors.csv") if row["factor"] == "employer" and row["level"] not in EMPLOYERS]
    assert len(others) == 10
    assert {row["spread"] for row in others} == {"1"}


def test_public_pay_spreads_less_and_state_and_local_pay_scales_the_least() -> None:
    spreads = public_spreads()
    assert spreads.keys() == set(EMPLOYERS)
    assert spreads["state_government"] == spreads["local_government"] < spreads["federal_government"] < 1


def test_people_along_a_posted_range_stand_most_in_its_middle() -> None:
    assert all(0 < share < 1 for share in ALONG_A_RANGE)
    assert pytest.approx(1 - ALONG_A_RANGE[::-1]) == ALONG_A_RANGE
    gaps = [upper - lower for lower, upper in pairwise(ALONG_A_RANGE)]
    assert all(gap > 0 for gap in gaps)
    assert gaps.index(min(gaps)) in (9, 10)
    assert gaps[0] == max(gaps) or gaps[-1] == max(gaps)
    # A triangle over 0 to 1: an eighth of the people in the lowest quarter of the range.
    assert np.mean(ALONG_A_RANGE < 0.25) == pytest.approx(1 / 8, abs=0.025)


def along(position: float, employer: str = "state_government", count: int = 1) -> list[PayPoint]:
    """Return pay points of one pay, that many standard deviations above the estimate of an employer's staff."""
    profile = Profile("paralegal", "99", "2025-05", employer=employer)
    unpaid = PayPoint("made up", profile, employer, "pay scale", 1, 1, 1)
    shifts = shifts_with(unpaid, {})
    within = remaining_spread(shifts) / prod(shift.spread for shift in shifts)
    pay = unpaid.curve.wage(shifts[0].position + position * within)
    return [replace(unpaid, low=pay, middle=pay, high=pay)] * count


@pytest.fixture
def spreads_of(use_instead: Callable[[str, Any], None]) -> Callable[[list[PayPoint]], dict[str, float]]:
    def spreads(points: list[PayPoint]) -> dict[str, float]:
        use_instead("pay_points", tuple(points))
        use_instead("estimate_strengths", ())
        return public_spreads()

    return spreads


def others_spread() -> float:
    """Return the spread of employers with spread 1, if that of the whole workforce is 1."""
    rows = [row for row in read_rows("factors.csv") if (row["factor"], row["role"]) == ("employer", "paralegal")]
    return sum(float(row["share"]) * float(row["spread"]) ** 2 for row in rows) ** -0.5


# All people stand d deviations from the estimate. The 50 % range reaches 0.6745 times the spread, the 80 % range 1.2816
# times: they hold that half if the spread is d / 0.6745, those four fifths if it is d / 1.2816. The mean of both,
# compared with the spread of other employers, counts as many cases as there are, BLS's figure ten.
@pytest.mark.parametrize(("distance", "count"), [(0.0, 10), (0.3, 10), (-0.3, 40), (0.8, 5)])
def test_spreads_worked_by_hand(
    distance: float, count: int, spreads_of: Callable[[list[PayPoint]], dict[str, float]]
) -> None:
    bls = government_spread()
    here = abs(distance) * (1 / 0.67449 + 1 / 1.28155) / 2 / others_spread()
    found = spreads_of([*along(distance, count=count), *along(0.1, "federal_government", count=10)])
    expected = (count * here + PRIOR_CASES * bls) / (count + PRIOR_CASES)
    assert found["state_government"] == found["local_government"] == pytest.approx(expected, rel=1e-4)
    alone = 0.1 * (1 / 0.67449 + 1 / 1.28155) / 2 / others_spread()
    assert found["federal_government"] == pytest.approx((alone + bls) / 2, rel=1e-4)


def test_wide_posted_ranges_mean_a_wide_spread(spreads_of: Callable[[list[PayPoint]], dict[str, float]]) -> None:
    federal = along(0, "federal_government")
    narrow = [replace(each, low=0.95 * each.middle, high=1.05 * each.middle) for each in along(0, count=20)]
    wide = [replace(each, low=0.75 * each.middle, high=1.25 * each.middle) for each in along(0, count=20)]
    assert spreads_of([*narrow, *federal])["state_government"] < spreads_of([*wide, *federal])["state_government"]


def test_the_ranges_of_public_employers_hold_what_they_say() -> None:
    """Half of the people along the posted ranges of states and localities stand in the 50 % range, and so on."""
    spread = public_spreads()["state_government"]
    moved: dict[Key, float] = {(each.factor, each.level): each.moved for each in estimate_strengths()}
    in_half, in_four_fifths = [], []
    for each in pay_points():
        if each.employer not in PUBLIC[1]:
            continue
        shifts = shifts_with(each, moved)
        within = remaining_spread(shifts) / prod(shift.spread for shift in shifts) * spread * others_spread()
        for share in ALONG_A_RANGE:
            position = each.curve.position(each.low + (each.high - each.low) * float(share))
            off = abs(position - sum(shift.position for shift in shifts)) / within
            in_half.append(off <= NORMAL.inv_cdf(0.75))
            in_four_fifths.append(off <= NORMAL.inv_cdf(0.90))
    assert 0.45 < np.mean(in_half) < 0.62
    assert 0.75 < np.mean(in_four_fifths) < 0.88
