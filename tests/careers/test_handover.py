from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.careers.handover import NAME, Staff, client_fees, hiring_sentence, scenario, to_hire
from lib.careers.misallocation import Doers, Today
from lib.careers.recommend import recommend
from lib.careers.workload import preset_week
from lib.hiring import PlannedPosition, run_plan
from tests.careers.offices import week
from tests.hiring.mixes import TEXAS, P, S

LITIGATION = recommend(preset_week("litigation_5"), TEXAS)  # 2.5 paralegals and 2 legal secretaries


def test_nobody_employed_means_everybody_is_hired() -> None:
    assert to_hire(LITIGATION.mix, Staff()) == LITIGATION.mix
    assert hiring_sentence(LITIGATION.mix, Staff()) == ""


# Of 2.5 paralegals one is there: 1.5 are missing, with 1.5 / 2.5 = 60 % of cost and hours.
def test_who_is_there_is_not_hired_again() -> None:
    missing = to_hire(LITIGATION.mix, Staff(paralegal=1, legal_secretary=2))
    assert [(choice.role, choice.positions) for choice in missing.choices] == [(P, 1.5)]
    assert missing.choices[0].cost == pytest.approx(0.6 * LITIGATION.mix.choices[0].cost)
    assert hiring_sentence(LITIGATION.mix, Staff(1, 2)) == (
        "You employ 1 paralegal and 2 legal secretaries: hire 1.5 paralegals more."
    )


def test_more_staff_than_work_is_said() -> None:
    solo = recommend(preset_week("solo"), TEXAS)  # half a legal secretary
    assert hiring_sentence(solo.mix, Staff(legal_secretary=1.5)) == (
        "You employ 1.5 legal secretaries: nobody needs to be hired. There is no work here for 1 legal secretary of "
        "them."
    )
    assert hiring_sentence(solo.mix, Staff(paralegal=0.5)) == (
        "You employ half a paralegal: hire half a legal secretary. There is no work here for half a paralegal of them."
    )


@pytest.mark.parametrize("staff", [(-0.5, 0), (0, 0.3), (300, 0), (float("nan"), 0)])
def test_wrong_numbers_are_refused_in_words(staff: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match=r"you employ: type 0 to 250, in whole or half positions, not"):
        Staff(*staff)


# The legal secretaries take all 44 hours of office work and 29.65 of the shared (2 x 36.83 = 73.65): lawyers do
# 73.65 hours of it today, 52 x 73.654 / 2 = 1,915 a year for each. A paralegal has 52 x 86 / 2.5 = 1,788.8 hours of
# legal work a year.
def test_the_scenario_of_the_litigation_firm() -> None:
    plan = scenario(LITIGATION, TEXAS, Staff(paralegal=1.5), Today())
    assert plan.name == NAME
    assert plan.positions == (
        PlannedPosition(P, "48", employed=True),
        PlannedPosition(P, "48", share=0.5, employed=True),
        PlannedPosition(P, "48"),
        PlannedPosition(S, "48", count=2),
    )
    assert plan.firm == replace(TEXAS.firm, released_hours=1_915.0, billable_hours=1_789.0)
    assert run_plan(plan).total > 0


def test_hours_that_lawyers_do_not_do_today_are_not_released() -> None:
    asked = week(30)
    answer = recommend(asked, TEXAS)
    half = Today(administrative=Doers(0.5, legal_secretary=0.5))
    # 30 x 0.5 x 52 = 780
    assert scenario(answer, TEXAS, Staff(), half).firm.released_hours == 780
    nobody = Today(administrative=Doers(0.0))
    assert scenario(answer, TEXAS, Staff(), nobody).firm == replace(TEXAS.firm, billable_hours=0.0)
    alone = scenario(recommend(week(0, 36), TEXAS), TEXAS, Staff(), Today())
    assert alone.firm == replace(TEXAS.firm, billable_hours=1_872.0)  # 36 x 52


def test_whether_clients_are_billed() -> None:
    unbilled = scenario(LITIGATION, TEXAS, Staff(), Today(), billed=False)
    assert unbilled.firm.billable_hours == 0
    assert run_plan(unbilled).fees == 0
    # 86 hours x 52 x $100 x 50 % invoiced x 80 % paid = 178,880
    firm = replace(TEXAS.firm, bill_rate=100, realization=0.5, collection=0.8)
    assert client_fees(LITIGATION.mix, firm) == pytest.approx(178_880)
    assert client_fees(recommend(week(36), TEXAS).mix, firm) == 0


halves = st.integers(0, 12).map(lambda number: number / 2)


@given(halves, halves)
def test_employed_and_hired_are_the_recommended_team_or_more(paralegals: float, secretaries: float) -> None:
    staff = Staff(paralegals, secretaries)
    plan = scenario(LITIGATION, TEXAS, staff, Today())
    for role, there in staff.by_role.items():
        positions = sum(row.count * row.share for row in plan.positions if row.role == role)
        assert positions == max(there, LITIGATION.mix.count_of(role))
        assert there == sum(row.count * row.share for row in plan.positions if row.role == role and row.employed)
    # 86 hours of legal work a week however many share it: 4,472 a year, and 73.654 hours off lawyers, 3,830.
    billed, released = plan.firm.billable_hours or 0, plan.firm.released_hours or 0
    assert billed * max(paralegals, 2.5) == pytest.approx(4_472, rel=0.001)
    assert released * max(secretaries, 2.0) == pytest.approx(3_830, rel=0.001)
