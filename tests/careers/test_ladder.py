from __future__ import annotations

import pytest

from lib.careers.ladder import climb, years_from_start
from lib.careers.role_pay import role_pay
from lib.pay.estimate import estimate
from lib.pay.profile import Profile
from lib.tables.ladder_steps import LADDERS


# BLS, May 2025, California: legal secretaries 62,860, office supervisors 77,590, administrative services managers
# 108,890, paralegals 77,390, lawyers 195,080. Senior steps are the pay model's.
@pytest.mark.parametrize(
    ("ladder", "medians"),
    [
        ("legal_secretary", [62_860, None, 77_590, 108_890]),
        ("paralegal", [77_390, None, 195_080]),
        ("secretary_to_paralegal", [62_860, 77_390]),
    ],
)
def test_pay_is_the_published_median_and_senior_steps_are_estimates(ladder: str, medians: list[float | None]) -> None:
    rungs = climb(ladder, "06")
    assert [rung.pay.annual if rung.pay.basis == "published" else None for rung in rungs] == medians
    for rung in rungs:
        if rung.step.experience:
            assert rung.pay.annual == estimate(Profile(rung.step.role, "06", experience="senior")).median


def test_the_change_from_step_to_step() -> None:
    first, second = climb("secretary_to_paralegal", "06")
    # 77,390 - 62,860.
    assert (first.change, second.change) == (None, 14_530)
    # New York State: 68,410 - 72,230; the step is a step down in pay.
    assert climb("secretary_to_paralegal", "36")[1].change == -3_820


def test_another_release() -> None:
    # BLS, May 2024, the nation: legal secretaries 54,140, paralegals 61,010.
    assert [rung.pay.annual for rung in climb("secretary_to_paralegal", release="2024-05")] == [54_140, 61_010]


@pytest.mark.parametrize("area", ["99", "11", "35620", "0100001", "72"])
@pytest.mark.parametrize("ladder", LADDERS)
def test_every_step_has_pay_everywhere(ladder: str, area: str) -> None:
    for rung in climb(ladder, area):
        facts = {"experience": rung.step.experience} if rung.step.experience else {}
        assert rung.pay == role_pay(rung.step.role, area, **facts)
        assert rung.pay.annual > 20_000


def test_years_add_up_as_far_as_they_are_known() -> None:
    assert years_from_start(climb("legal_secretary")) == (0, 3, None, None)
    # 5 to the senior step, 3 of law school.
    assert years_from_start(climb("paralegal")) == (0, 5, 8)
    assert years_from_start(climb("secretary_to_paralegal")) == (0, 3)


def test_unknown_ladders_and_places_are_refused() -> None:
    with pytest.raises(ValueError, match=r"ladder 'judge' is not known\. Known: legal_secretary, paralegal"):
        climb("judge")
    with pytest.raises(ValueError, match="area 'XX' is not known"):
        climb("paralegal", "XX")
