from __future__ import annotations

from dataclasses import replace

import pytest

from tests.hiring.plans import STABLE, by_item, by_month, result_of, typed

BILLING = replace(STABLE, bill_rate=100.0, billable_hours=1_200.0, realization=1.0, collection=1.0)  # 10,000 a month


def test_fees_grow_over_the_ramp_worked_by_hand() -> None:
    # 193 x 1,250 x 0.86 x 0.89 = 184,652.75 a year, 15,387.73 a month. Over four months evenly from nothing to all:
    # 12.5 %, 37.5 %, 62.5 % and 87.5 % of it, then all of it; ten months' worth in the year.
    found = list(by_month(result_of(typed()), "Fees collected").values())
    assert found[:5] == pytest.approx([1_923.47, 5_770.40, 9_617.33, 13_464.26, 15_387.73], abs=0.01)
    assert found[5:] == pytest.approx([15_387.73] * 7, abs=0.01)
    assert sum(found) == pytest.approx(184_652.75 * 10 / 12)


def test_fees_follow_the_share_of_full_time_and_the_number_of_people() -> None:
    assert by_month(result_of(typed(share=0.5, count=3)), "Fees collected")["2027-12"] == pytest.approx(
        1.5 * 184_652.75 / 12
    )


def test_somebody_employed_already_or_without_a_ramp_bills_in_full_from_the_first_month() -> None:
    for row, firm in ((typed(employed=True), BILLING), (typed(), replace(BILLING, ramp=0.0))):
        assert list(by_month(result_of(row, firm=firm), "Fees collected").values()) == pytest.approx([10_000] * 12)


def test_nobody_bills_while_a_seat_is_empty_and_a_successor_learns_anew() -> None:
    # Employed; a tenth leaves in January, the seat is empty for February: 0.9 bills. In March 0.81 and the new 0.1
    # in the first of four months, at an eighth: 0.8225.
    firm = replace(BILLING, turnover=1.2, vacancy=1.0, ramp=4.0)
    found = list(by_month(result_of(typed(employed=True), firm=firm), "Fees collected").values())
    assert found[:3] == pytest.approx([10_000, 9_000, 8_225])


def test_the_rate_rises_in_month_thirteen_of_the_plan() -> None:
    firm = replace(BILLING, ramp=0.0, rate_growth=0.05)
    found = by_month(result_of(typed(start="2027-07"), firm=firm, months=25), "Fees collected")
    assert [found[month] for month in ("2027-12", "2028-01", "2029-01")] == pytest.approx([10_000, 10_500, 11_025])


def test_a_legal_secretary_brings_in_nothing_by_default() -> None:
    result = result_of(typed(role="legal_secretary"))
    assert result.fees == 0
    assert set(result.items["side"]) == {"cost"}


def test_released_lawyer_hours_follow_the_secretarys_own_ramp() -> None:
    # 200 hours x 300 = 60,000 a year, 5,000 a month. Over three months: a sixth, a half, five sixths, then all.
    firm = replace(STABLE, released_hours=200.0, released_value=300.0)
    found = list(by_month(result_of(typed(role="legal_secretary"), firm=firm), "Lawyer hours released").values())
    assert found == pytest.approx([5_000 / 6, 2_500, 25_000 / 6, *[5_000] * 9])


def test_tools_cost_by_the_month_and_free_billed_hours() -> None:
    # A quarter of 20 hours in 46.9 weeks: 234.5 hours freed, half billed at 100: 11,725 a year. Price 80 a month.
    firm = replace(BILLING, ramp=0.0, tool_hours=20.0, tool_share=0.25, tool_cost=80.0, tool_billed=0.5)
    result = result_of(typed(), firm=firm)
    assert by_item(result)["Hours freed by tools"] == pytest.approx(11_725)
    assert by_item(result)["Fees collected"] == pytest.approx(120_000)
    assert list(by_month(result, "Tools").values()) == pytest.approx([80] * 12)
    secretary = result_of(typed(role="legal_secretary"), firm=firm)
    assert by_item(secretary)["Tools"] == 960
    assert secretary.fees == 0
