from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from lib.hiring import Firm, Plan, PlannedPosition, run_plan
from lib.hiring.lines import GROUPS
from lib.hiring.plan_result import ITEM_COLUMNS
from tests.hiring.plans import PLANS, STABLE, plan_of, result_of, typed

# A paralegal bills 10,000 a month once the ramp of four months is over; an offshore contractor costs 8,100.
BILLING = replace(
    STABLE, bill_rate=100.0, billable_hours=1_200.0, realization=1.0, collection=1.0, software=0.0,
    virtual_offshore_month=8_100.0,
)  # fmt: skip
OFFSHORE = typed(arrangement="virtual_offshore")


@given(PLANS)
def test_every_view_adds_up_to_the_same_cost_and_fees(plan: Plan) -> None:
    result = run_plan(plan)
    assert result.categories["amount"].sum() == pytest.approx(result.total)
    for view in (result.months, result.positions, result.lines):
        for side, total in (("cost", result.total), ("fees", result.fees)):
            assert view.loc[view["side"] == side, "amount"].sum() == pytest.approx(total)
    assert result.cost_by_month.sum() == pytest.approx(result.total)
    assert result.fees_by_month.sum() == pytest.approx(result.fees)
    assert result.contribution == pytest.approx(result.fees - result.total)
    assert sum(result.cost_of_year(year) for year in range(1, 6)) == pytest.approx(result.total)


@given(PLANS)
def test_the_cost_of_a_category_is_the_same_in_every_view(plan: Plan) -> None:
    result = run_plan(plan)
    categories = dict(zip(result.categories["category"], result.categories["amount"], strict=True))
    for view in (result.months, result.positions, result.lines):
        costs = view[view["side"] == "cost"].groupby("category")["amount"].sum()
        assert costs.to_dict() == pytest.approx(categories)


@given(PLANS)
def test_every_month_and_every_row_is_there(plan: Plan) -> None:
    result = run_plan(plan)
    assert result.amounts.shape == (len(result.items), plan.months)
    assert result.at_work.shape == result.leavers.shape == (len(plan.counted), plan.months)
    for _, each in result.months.groupby(["side", "category"]):
        assert each["month"].tolist() == list(plan.calendar)


def test_items_say_whose_they_are() -> None:
    result = result_of(typed(count=3), typed(role="legal_secretary", area="36"))
    assert tuple(result.items.columns) == ITEM_COLUMNS
    rows = result.items[["row", "position", "people"]].drop_duplicates().to_numpy().tolist()
    assert rows == [[0, "Paralegal, Texas", 3], [1, "Legal secretary, New York", 1]]
    pay = result.lines[result.lines["item"] == "Gross pay"]
    assert pay["amount"].tolist() == pytest.approx([180_000, 60_000])
    assert pay["kind"].tolist() == ["input", "input"]
    assert pay["source"].tolist() == ["Your figure", "Your figure"]


def test_two_rows_of_the_same_job_stay_apart() -> None:
    positions = result_of(typed(), typed(50_000)).positions
    pay = positions[positions["category"] == "Pay"]
    assert pay["row"].tolist() == [0, 1]
    assert pay["position"].nunique() == 1
    assert pay["amount"].tolist() == pytest.approx([60_000, 50_000])


def test_categories_come_in_one_order_in_every_plan() -> None:
    firm = replace(STABLE, turnover=0.15)
    for rows in ((OFFSHORE, typed()), (typed(), OFFSHORE)):
        assert result_of(*rows, firm=firm).categories["category"].tolist() == list(GROUPS)
    assert result_of(OFFSHORE).categories["category"].tolist() == ["Fee", "Space and software"]


def test_the_months_of_a_category_worked_by_hand() -> None:
    # Two people at 60,000, one of them from July: 5,000 a month, 10,000 from July.
    months = result_of(typed(), typed(start="2027-07")).months
    pay = months[(months["side"] == "cost") & (months["category"] == "Pay")]
    assert pay["amount"].tolist() == pytest.approx([5_000] * 6 + [10_000] * 6)


def test_the_cost_of_a_year_worked_by_hand() -> None:
    # 8,100 a month from July 2027: six months of the first twelve, all of the next, then a half year is left.
    result = result_of(typed(arrangement="virtual_offshore", start="2027-07"), firm=BILLING, months=30)
    years = [result.cost_of_year(year) for year in (1, 2, 3, 4)]
    assert years == pytest.approx([6 * 8_100, 12 * 8_100, 6 * 8_100, 0])


def test_a_plan_pays_back_in_the_month_worked_by_hand() -> None:
    # Fees 1,250, 3,750, 6,250, 8,750, then 10,000, less 8,100 each month, so far:
    # -6,850, -11,200, -13,050, -12,400, then 1,900 better each month: -10,500, -8,600, -6,700, -4,800, -2,900,
    # -1,000 in October and +900 in November.
    result = result_of(OFFSHORE, firm=BILLING)
    so_far = np.cumsum(result.fees_by_month - result.cost_by_month)
    assert so_far[[0, 3, 9, 10]].tolist() == pytest.approx([-6_850, -12_400, -1_000, 900])
    assert result.payback_month == "2027-11"
    assert result.brings_in
    # the whole year: 100,000 of fees (ten months' worth) less 97,200
    assert (result.fees, result.total, result.contribution) == pytest.approx((100_000, 97_200, 2_800))


def test_a_plan_that_earns_from_the_first_month_pays_back_in_it() -> None:
    assert result_of(OFFSHORE, firm=replace(BILLING, ramp=0.0)).payback_month == "2027-01"


def test_a_plan_that_costs_more_than_it_brings_in_never_pays_back() -> None:
    result = result_of(OFFSHORE, firm=replace(BILLING, virtual_offshore_month=10_001.0), months=60)
    assert result.brings_in
    assert result.payback_month is None
    assert result.contribution < 0


def test_a_plan_that_brings_nothing_in_never_pays_back() -> None:
    result = result_of(typed(role="legal_secretary"))
    assert (result.brings_in, result.payback_month, result.fees) == (False, None, 0)
    assert result.contribution == -result.total
    free = replace(BILLING, virtual_offshore_month=0.0, bill_rate=0.0)
    assert result_of(OFFSHORE, firm=free).payback_month is None  # nothing spent is nothing paid back


def test_months_before_anything_is_spent_do_not_count_as_paid_back() -> None:
    # From July everything is as above, six months later: November 2027 becomes May 2028.
    late = typed(arrangement="virtual_offshore", start="2027-07")
    assert result_of(late, firm=BILLING, months=24).payback_month == "2028-05"


def test_a_plan_that_falls_back_into_the_red_has_not_paid_back() -> None:
    # The paralegal pays for itself in 2027, until five secretaries who bring in nothing start in July.
    secretaries = PlannedPosition("legal_secretary", "48", count=5, start="2027-07")
    result = run_plan(Plan("A", (PlannedPosition("paralegal", "48"), secretaries)))
    assert result.contribution < 0
    assert result.payback_month is None


def test_people_employed_already_do_not_pay_for_a_new_position() -> None:
    alone = result_of(OFFSHORE, firm=BILLING)
    beside = result_of(replace(typed(), employed=True), OFFSHORE, firm=BILLING)
    assert (alone.has_existing_staff, beside.has_existing_staff) == (False, True)
    assert beside.payback_month == alone.payback_month == "2027-11"
    assert beside.new_cost_by_month == pytest.approx(alone.cost_by_month)
    assert beside.new_fees_by_month == pytest.approx(alone.fees_by_month)
    assert result_of(replace(typed(), employed=True), firm=BILLING).payback_month is None


@pytest.mark.parametrize("plan", [Plan("A"), plan_of(PlannedPosition("paralegal", "48", pay_basis="typed"))])
def test_an_empty_plan_costs_nothing(plan: Plan) -> None:
    result = run_plan(plan)
    assert (result.total, result.fees, result.contribution, result.payback_month) == (0, 0, 0, None)
    assert result.cost_by_month.tolist() == result.fees_by_month.tolist() == [0] * 12
    assert result.amounts.shape == (0, 12)
    assert result.cost_of_year(1) == 0
    filled = run_plan(plan_of(typed(), firm=Firm()))
    for name in ("categories", "months", "positions", "lines"):
        empty = getattr(result, name)
        assert empty.empty
        assert empty.columns.tolist() == getattr(filled, name).columns.tolist()
