from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from lib.careers.limits import lawyer_hours_alike, thresholds
from lib.careers.split import Price, prices, split
from lib.hiring import Constraints, Workload
from lib.hiring.mix_rules import HALF
from tests.hiring.mixes import TEXAS, P, S


@cache
def priced(rules: Constraints = TEXAS, lawyer_hour: float | None = None) -> dict[str, Price]:
    return prices(rules, lawyer_hour)


# Half a paralegal pays from 37,780.3575 / 52 / 76.0327 = 9.556 hours, the other half from 33,538.3575 / 52 / 76.0327
# = 8.483 hours more than the first half's 18.038: 26.521. At $100 an hour: 7.266, and 18.038 + 6.450 = 24.488.
@pytest.mark.parametrize(("lawyer_hour", "half", "whole"), [(None, 9.556, 26.521), (100.0, 7.266, 24.488)])
def test_from_how_many_hours_of_legal_work_paralegals_are_the_answer(
    lawyer_hour: float | None, half: float, whole: float
) -> None:
    found = thresholds(Workload(), TEXAS, priced(TEXAS, lawyer_hour), P, (HALF, 1.0))
    assert found == {HALF: pytest.approx(half, abs=0.011), 1.0: pytest.approx(whole, abs=0.011)}
    for hours, count in ((half - 0.1, 0), (half + 0.1, 0.5), (whole - 0.1, 0.5), (whole + 0.1, 1)):
        found_split = split(Workload(substantive=hours), TEXAS, priced(TEXAS, lawyer_hour))
        assert found_split.paralegals == count


def test_thresholds_under_other_rules() -> None:
    whole_only, two = replace(TEXAS, halves=False), replace(TEXAS, least=((P, 2.0),))
    # 71,318.715 / 52 / 76.0327 = 18.038 hours, half of the week.
    assert thresholds(Workload(), whole_only, priced(whole_only), P, (1.0,)) == {1.0: pytest.approx(18.038, abs=0.011)}
    assert thresholds(Workload(), two, priced(two), P, (0.5, 1.0)) == {0.5: 0.0, 1.0: 0.0}
    # An hour of $30 is below the 38.02 of a paralegal's: never.
    assert thresholds(Workload(), TEXAS, priced(TEXAS, 30.0), P, (0.5, 1.0)) == {0.5: None, 1.0: None}


# Office work, at 56.0798 an hour: the first half pays from 28,969.205 / 52 / 56.0798 = 9.934 hours, the second from
# 24,727.205 / 52 / 56.0798 = 8.479 hours beyond the first's 18.413: 26.893.
def test_thresholds_of_office_work() -> None:
    found = thresholds(Workload(), TEXAS, priced(), S, (0.5, 1.0))
    assert found == {0.5: pytest.approx(9.934, abs=0.011), 1.0: pytest.approx(26.893, abs=0.011)}


# 5 paralegals have spare time for all but 200 - 170 hours: far more than a position's week leads to half a secretary.
def test_hours_far_beyond_a_week_are_found() -> None:
    rules = replace(TEXAS, least=((P, 5.0),))
    (hours,) = thresholds(Workload(20, 0, 10), rules, priced(rules), S, (0.5,)).values()
    assert hours is not None
    for off, some in ((-0.02, False), (0.02, True)):
        answer = split(Workload(hours + off, 0, 10), rules, priced(rules))
        assert (answer.legal_secretaries > 0) == some


# 10 hours of legal and 8.5 of other work. Half a paralegal takes 18.04 hours and costs 37,780.36; half a legal
# secretary takes 8.5 and costs 28,969.21: 65.54 an hour. Half a paralegal for everything pays from
# 37,780.36 / 52 / 18.04 = 40.27, until at 65.54 the legal secretary pays by itself, and again from 72.65 for the legal
# work alone (37,780.36 / 520).
def test_the_range_ends_at_the_nearest_change() -> None:
    work = Workload(6.5, 10, 2)
    found = lawyer_hours_alike(work, TEXAS, priced(TEXAS, 60.0), 60.0)
    assert found == (pytest.approx(40.27, abs=0.02), pytest.approx(65.54, abs=0.02))
    between = lawyer_hours_alike(work, TEXAS, priced(TEXAS, 70.0), 70.0)
    assert between == (pytest.approx(65.54, abs=0.02), pytest.approx(72.65, abs=0.02))
    assert lawyer_hours_alike(Workload(), TEXAS, priced(TEXAS, 70.0), 70.0) == (None, None)
