from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring import Firm
from lib.hiring.billing import FIELDS, Billing, billing_of, fee_lines, freed_hours_a_year

COST = 82_132  # the worked check of test_loaded_cost: a paralegal in Texas, 20 employees
HALF = {"tool_hours": 20.0, "tool_share": 0.25, "tool_billed": 0.5}


def test_the_defaults_worked_by_hand() -> None:
    # 193 x 0.86 x 0.89 = 147.7222 an hour; x 1,250 = 184,652.75; less 82,132 = 102,520.75.
    # Break-even: 82,132 / 147.7222 = 555.99 hours; 82,132 / (1,250 x 0.7654) = $85.85.
    billing = billing_of(Firm())
    assert billing.collected_an_hour == pytest.approx(147.7222)
    assert billing.contribution(COST) == pytest.approx(102_520.75)
    assert billing.break_even_hours(COST) == pytest.approx(555.99, abs=0.01)
    assert billing.break_even_rate(COST) == pytest.approx(85.85, abs=0.01)


def test_own_figures_replace_the_defaults() -> None:
    billing = billing_of(Firm(bill_rate=100, billable_hours=1_000, realization=1, collection=0.5))
    assert billing == Billing(100, 1_000, 1, 0.5)
    assert billing.collected_a_year == 50_000


@pytest.mark.parametrize("name", FIELDS)
def test_an_hour_that_brings_in_nothing_never_pays(name: str) -> None:
    billing = billing_of(Firm(**{FIELDS[name]: 0.0}))
    assert billing.collected_a_year == 0
    assert (billing.break_even_hours(COST) is None) == (name != "hours")
    assert (billing.break_even_rate(COST) is None) == (name != "rate")


billings = st.builds(
    Billing,
    rate=st.floats(10, 1_000),
    hours=st.floats(10, 3_000),
    realization=st.floats(0.1, 1),
    collection=st.floats(0.1, 1),
)


@given(billings, st.floats(1_000, 500_000))
def test_at_the_break_even_nothing_is_left(billing: Billing, cost: float) -> None:
    hours, rate = billing.break_even_hours(cost), billing.break_even_rate(cost)
    assert hours is not None
    assert rate is not None
    assert hours * billing.collected_an_hour == pytest.approx(cost)
    assert billing.contribution(cost) == pytest.approx(0, abs=cost * 1e-9) or (
        (billing.contribution(cost) > 0) == (billing.hours > hours) == (billing.rate > rate)
    )


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("value", [-0.1, 1e9, float("nan")])
def test_values_out_of_bounds_are_named(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"^{name} must lie between 0 and"):
        Billing(**{"rate": 193, "hours": 1_250, "realization": 0.86, "collection": 0.89, name: value})


def test_a_paralegal_brings_in_the_collected_fees() -> None:
    (line,) = fee_lines("paralegal", Firm())
    assert (line.group, line.item, line.kind) == ("Fees", "Fees collected", "estimate")
    assert line.amount == pytest.approx(184_652.75)
    assert line.note == "1,250 hours x $193 x 86% invoiced x 89% paid"


def test_fees_of_own_figures_are_an_input() -> None:
    (line,) = fee_lines("paralegal", Firm(bill_rate=100, billable_hours=1_000, realization=1, collection=0.5))
    assert (line.amount, line.kind, line.source) == (50_000, "input", "Your figure")


def test_a_legal_secretary_brings_in_nothing_until_the_firm_says_what_is_released() -> None:
    assert fee_lines("legal_secretary", Firm()) == ()
    assert fee_lines("legal_secretary", Firm(released_hours=200)) == ()
    (line,) = fee_lines("legal_secretary", Firm(released_hours=200, released_value=300))
    assert (line.item, line.amount, line.kind, line.source) == (
        "Lawyer hours released", 60_000, "input", "Your figure",
    )  # fmt: skip
    assert line.note == "200 lawyer hours x $300"


def test_released_hours_and_freed_hours_each_belong_to_one_role() -> None:
    firm = Firm(released_hours=200, released_value=300, **HALF)
    assert [line.item for line in fee_lines("paralegal", firm)] == ["Fees collected", "Hours freed by tools"]
    assert [line.item for line in fee_lines("legal_secretary", firm)] == ["Lawyer hours released"]


def test_hours_freed_by_tools_worked_by_hand() -> None:
    # A quarter of 20 hours a week is 5. A paralegal works 1,876 hours a year, 46.9 weeks of 40: 234.5 hours freed.
    # A legal secretary works 1,915, 47.875 weeks: 239.375. Half of a paralegal's is billed: 117.25 x 147.7222.
    firm = Firm(**HALF)
    assert freed_hours_a_year("paralegal", firm) == pytest.approx(234.5)
    assert freed_hours_a_year("legal_secretary", firm) == pytest.approx(239.375)
    _, freed = fee_lines("paralegal", firm)
    assert freed.amount == pytest.approx(17_320.43, abs=0.01)
    assert freed.note.endswith("hours freed x 50% billed x $193 x 86% invoiced x 89% paid")


@pytest.mark.parametrize("name", HALF)
def test_tools_free_nothing_by_default(name: str) -> None:
    assert freed_hours_a_year("paralegal", Firm()) == 0
    assert [line.item for line in fee_lines("paralegal", Firm(**{**HALF, name: None}))] == ["Fees collected"]
