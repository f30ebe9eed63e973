from __future__ import annotations

from math import log
from statistics import NormalDist

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lib.pay.profile import factor_levels
from lib.pay.shares import most_even_shares


@given(st.lists(st.floats(-2, 2), min_size=2, max_size=9))
def test_shares_add_up_and_average_zero(shifts: list[float]) -> None:
    assume(min(shifts) < -0.01 and max(shifts) > 0.01)
    shares = most_even_shares(shifts)
    assert sum(shares) == pytest.approx(1)
    assert sum(share * shift for share, shift in zip(shares, shifts, strict=True)) == pytest.approx(0, abs=1e-6)


def test_symmetric_levels_get_equal_shares() -> None:
    assert most_even_shares([-1, 0, 1]) == pytest.approx([1 / 3] * 3)


def test_levels_on_one_side_get_equal_shares() -> None:
    assert most_even_shares([0, 0.1, 0.2]) == pytest.approx([1 / 3] * 3)


@pytest.mark.parametrize("role", ["paralegal", "legal_secretary"])
@pytest.mark.parametrize("factor", ["experience", "firm_size", "specialization", "credential"])
def test_derived_shares_in_the_table_are_the_most_even_ones_under_the_evidence(role: str, factor: str) -> None:
    levels = factor_levels(role, factor)
    assert {level.share_basis for level in levels} == {"derived"}
    shifts = [
        NormalDist().inv_cdf(level.proposed / 100) if level.mode == "percentile" else log(level.proposed)
        for level in levels
    ]
    assert [level.share for level in levels] == pytest.approx(most_even_shares(shifts), abs=1e-4)
