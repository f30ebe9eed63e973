from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from lib.hiring import Firm, PlannedPosition, loaded_cost, run_plan
from tests.hiring.plans import STABLE, by_item, by_month, plan_of, result_of, typed

FEDERAL, STATE = "Federal unemployment tax", "State unemployment tax"
SOCIAL_SECURITY = "Social security (employer share)"
REPLACING = "Replacing people who leave"
TENTH = replace(STABLE, turnover=1.2)  # a tenth leaves each month


@pytest.mark.parametrize("arrangement", ["virtual_us", "virtual_offshore", "remote"])
@pytest.mark.parametrize("share", [0.4, 1.0])
def test_other_arrangements_cost_what_the_yearly_model_says(arrangement: str, share: float) -> None:
    row = typed(62_890, arrangement=arrangement, share=share, search="none")
    assert result_of(row).total == pytest.approx(loaded_cost(row.priced(), STABLE).total)


def test_half_a_year_in_texas_worked_by_hand() -> None:
    # $60,000 a year from July 2027, own search: half of what is due by time, the whole of the unemployment taxes.
    expected = {
        "Gross pay": 30_000,
        SOCIAL_SECURITY: 1_860,  # 6.2 %
        "Medicare (employer share)": 435,  # 1.45 %
        FEDERAL: 42,  # 0.6 % of 7,000
        STATE: 243,  # 2.7 % of 9,000
        "Insurance and retirement": 3_091.60,  # 10.6 % x 0.9722
        "Office space": 2_505.75,  # 150 x 33.41 / 2
        "Software": 336,  # 56 x 6
        "Own search": 4_129,
        REPLACING: 0,
    }
    firm = replace(STABLE, bill_rate=0.0)
    result = result_of(typed(start="2027-07"), firm=firm)
    assert by_item(result) == pytest.approx(expected, abs=0.01)
    assert result.total == pytest.approx(42_642.35, abs=0.01)


def test_a_raise_comes_in_month_thirteen() -> None:
    found = by_month(result_of(typed(raise_a_year=0.04), months=25), "Gross pay")
    assert (found["2027-12"], found["2028-01"], found["2029-01"]) == pytest.approx((5_000, 5_200, 5_408))


def test_a_raise_counts_from_the_positions_own_start() -> None:
    found = by_month(result_of(typed(raise_a_year=0.04, start="2027-07"), months=24), "Gross pay")
    assert (found["2028-06"], found["2028-07"]) == pytest.approx((5_000, 5_200))


# Where a position names no raise, pay rises as the cost index did last: 3.7 % and 3.5 %.
@pytest.mark.parametrize(("role", "second"), [("paralegal", 5_185), ("legal_secretary", 5_175)])
def test_the_raise_is_the_firms_or_the_indexs_where_a_position_names_none(role: str, second: float) -> None:
    usual = by_month(result_of(typed(role=role), firm=replace(STABLE, wage_growth=None), months=13), "Gross pay")
    assert (usual["2027-12"], usual["2028-01"]) == pytest.approx((5_000, second))
    own = by_month(result_of(typed(role=role), firm=replace(STABLE, wage_growth=0.02), months=13), "Gross pay")
    assert own["2028-01"] == pytest.approx(5_100)
    none = by_month(result_of(typed(role=role, raise_a_year=0.0), firm=Firm(turnover=0), months=13), "Gross pay")
    assert none["2028-01"] == 5_000


def test_an_empty_seat_worked_by_hand() -> None:
    # January to March, 5,000 a month; a tenth leaves each month and the seat is empty for a month and a half.
    # At work: 1, 0.9, 0.81 + half a month of the 0.1 who replace January's leavers = 0.86.
    # Leaving: 0.1 of 1, of 0.9 and of the 0.91 in the seat. Federal tax: 0.6 % of 5,000; of 0.9 x 2,000; of
    # 0.1 x 2,500. Benefits 10 % of pay. A replacement: 0.1 x 21 % of 60,000 in March. Space and software go on.
    firm = replace(TENTH, vacancy=1.5, replacement_cost=0.21, insurance_and_retirement=0.1)
    result = result_of(typed(end="2027-03"), firm=firm)
    assert result.at_work[0, :4].tolist() == pytest.approx([1, 0.9, 0.86, 0])
    assert result.leavers[0, :4].tolist() == pytest.approx([0.1, 0.09, 0.091, 0])
    expected = {
        "Gross pay": [5_000, 4_500, 4_300],
        FEDERAL: [30, 10.80, 1.50],
        "Insurance and retirement": [500, 450, 430],
        "Office space": [5_011.50 / 12] * 3,
        "Software": [56] * 3,
    }
    for item, amounts in expected.items():
        found = by_month(result, item)
        assert list(found) == ["2027-01", "2027-02", "2027-03"]
        assert list(found.values()) == pytest.approx(amounts)
    assert by_month(result, REPLACING) == pytest.approx({"2027-03": 1_260})


def test_each_successor_costs_the_replacement_share_of_pay() -> None:
    # 12 % a year is 1 % a month; without vacancy 0.01 successors a month from February, 21 % of 60,000 each.
    firm = replace(STABLE, turnover=0.12, replacement_cost=0.21)
    found = by_month(result_of(typed(), firm=firm), REPLACING)
    assert len(found) == 11
    assert list(found.values()) == pytest.approx([0.01 * 0.21 * 60_000] * 11)


def test_a_successor_costs_the_share_of_the_raised_pay() -> None:
    # 1 % leaves each month, 21 % of 60,000 each: 126; after a raise of 10 % in month 13: 138.60.
    firm = replace(STABLE, turnover=0.12, replacement_cost=0.21)
    found = by_month(result_of(typed(raise_a_year=0.1), firm=firm, months=13), REPLACING)
    assert (found["2027-12"], found["2028-01"]) == pytest.approx((126, 138.60))


def test_the_largest_turnover_is_a_sixth_a_month() -> None:
    # 200 % of positions a year is the most a firm may state: of six people one leaves each month.
    result = result_of(typed(count=6), firm=replace(STABLE, turnover=2.0))
    assert result.leavers[0].tolist() == pytest.approx([1] * 12)


@pytest.mark.parametrize(
    ("search", "item", "cost"), [("own", "Own search", 4_000), ("agency", "Agency", 12_000), ("none", "Own search", 0)]
)
def test_a_first_hire_is_searched_for_once(search: str, item: str, cost: float) -> None:
    firm = replace(STABLE, own_search=4_000.0, agency_fee=0.2)
    result = result_of(typed(search=search, start="2027-05"), firm=firm)
    assert by_month(result, item) == pytest.approx({"2027-05": cost} if cost else {})
    assert len({"Own search", "Agency"} & by_item(result).keys()) == bool(cost)


def test_equipment_comes_with_a_first_hire_and_training_with_every_employee() -> None:
    # Two people: 2 x 1,500 once; 2 x 600 / 12 a month.
    firm = replace(STABLE, equipment=1_500.0, training=600.0)
    hired = result_of(typed(count=2, start="2027-05"), firm=firm)
    assert by_month(hired, "Equipment") == pytest.approx({"2027-05": 3_000})
    assert list(by_month(hired, "Training").values()) == pytest.approx([100] * 8)
    employed = result_of(typed(count=2, employed=True), firm=firm)
    assert by_month(employed, "Equipment") == {}
    assert list(by_month(employed, "Training").values()) == pytest.approx([100] * 12)
    virtual = result_of(typed(arrangement="virtual_us"), firm=firm)
    assert not {"Equipment", "Training"} & by_item(virtual).keys()


def test_benefits_in_dollars_follow_the_people_and_not_their_pay() -> None:
    # 0.75 x 8,000 + 0.25 x 20,000 = 11,000 a year; retirement 4 % of pay. A tenth leaves in January and the seat is
    # empty for a month: in February 0.9 of both. From month 13 a raise of 10 % moves retirement only.
    firm = replace(
        STABLE, benefits="dollars", health_single=8_000.0, health_family=20_000.0, family_share=0.25,
        retirement_match=0.04,
    )  # fmt: skip
    stable = result_of(typed(raise_a_year=0.1), firm=firm, months=13)
    health, retirement = by_month(stable, "Health insurance"), by_month(stable, "Retirement")
    assert (health["2027-01"], health["2028-01"]) == pytest.approx((11_000 / 12, 11_000 / 12))
    assert (retirement["2027-01"], retirement["2028-01"]) == pytest.approx((200, 220))
    turning = result_of(typed(), firm=replace(firm, turnover=1.2, vacancy=1.0))
    assert by_month(turning, "Health insurance")["2027-02"] == pytest.approx(0.9 * 11_000 / 12)
    assert by_month(turning, "Retirement")["2027-02"] == pytest.approx(180)
    half = result_of(typed(share=0.5), firm=firm)
    assert by_item(half)["Health insurance"] == pytest.approx(11_000)
    assert by_item(half)["Retirement"] == pytest.approx(1_200)


def test_a_share_for_benefits_follows_pay_and_none_costs_nothing() -> None:
    own = result_of(typed(), firm=replace(STABLE, insurance_and_retirement=0.1))
    assert by_month(own, "Insurance and retirement")["2027-01"] == pytest.approx(500)
    assert "Benefits" not in set(result_of(typed(), firm=replace(STABLE, benefits="none")).items["category"])


# Freelance by the hour: 65 x 1,876 = 121,940 a year, half of it for half time. Offshore by the month: 2,426.67.
@pytest.mark.parametrize(
    ("arrangement", "share", "month"),
    [
        ("virtual_us", 1.0, 121_940 / 12),
        ("virtual_us", 0.5, 60_970 / 12),
        ("virtual_offshore", 1.0, 2_426.67),
        ("virtual_offshore", 0.5, 1_213.335),
    ],
)
def test_virtual_staff_cost_a_fee_and_software_and_no_taxes(arrangement: str, share: float, month: float) -> None:
    row = typed(arrangement=arrangement, share=share, count=2, raise_a_year=0.1)
    result = result_of(row, firm=Firm(equipment=1_500, benefits="dollars"), months=24)
    costs = result.items[result.items["side"] == "cost"]
    assert costs["item"].tolist() == ["Contractor's fee", "Software"]
    assert list(by_month(result, "Contractor's fee").values()) == pytest.approx([2 * month] * 24)
    assert list(by_month(result, "Software").values()) == pytest.approx([2 * 56] * 24)


def test_virtual_staff_are_not_counted_as_leaving() -> None:
    result = result_of(typed(arrangement="virtual_us", count=3), firm=Firm(turnover=2.0, vacancy=4.0))
    assert result.at_work[0].tolist() == [3] * 12
    assert result.leavers[0].tolist() == [0] * 12


# From May 2025 at 3.7 % a year: 20 months to January 2027, 26 months to July.
@pytest.mark.parametrize(("start", "months"), [(None, 20), ("2026-03", 20), ("2027-07", 26)])
def test_carried_market_pay_is_that_of_the_month_a_position_starts_in(start: str | None, months: int) -> None:
    row = PlannedPosition("paralegal", "48", start=start)
    carried = run_plan(replace(plan_of(row), carried=True))
    assert by_month(carried, "Gross pay")["2027-12"] == pytest.approx(62_310 / 12 * 1.037 ** (months / 12))
    assert by_month(run_plan(plan_of(row)), "Gross pay")["2027-12"] == pytest.approx(62_310 / 12)


def test_a_typed_amount_is_not_carried() -> None:
    carried, as_it_is = run_plan(replace(plan_of(typed()), carried=True)), result_of(typed())
    np.testing.assert_array_equal(carried.amounts, as_it_is.amounts)


def test_months_outside_the_position_cost_nothing() -> None:
    result = result_of(typed(start="2027-03", end="2027-05"))
    spent = np.flatnonzero(result.cost_by_month)
    assert [result.plan.calendar[month] for month in spent] == ["2027-03", "2027-04", "2027-05"]
    assert np.flatnonzero(result.at_work[0]).tolist() == spent.tolist()


@pytest.mark.parametrize("dates", [{"start": "2029-01"}, {"end": "2026-12"}])
def test_a_position_outside_the_plan_costs_nothing(dates: dict[str, str]) -> None:
    result = result_of(typed(**dates), typed(50_000))
    assert set(result.items["row"]) == {1}
    assert result.at_work[0].sum() == 0
    assert result_of(typed(**dates)).total == 0


def test_a_row_that_waits_for_its_amount_is_left_out_and_the_others_keep_theirs() -> None:
    waiting = PlannedPosition("paralegal", "48", pay_basis="typed")
    some, all_of_them = (result_of(*rows) for rows in ((typed(), typed(50_000)), (typed(), waiting, typed(50_000))))
    np.testing.assert_array_equal(some.amounts, all_of_them.amounts)
    np.testing.assert_array_equal(some.at_work, all_of_them.at_work)
    assert some.items.equals(all_of_them.items)
    assert result_of(waiting).total == 0
