from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring.billing import MOST, Billing

COST = 82_132  # the worked check of test_loaded_cost: a paralegal in Texas, 20 employees


def test_the_defaults_worked_by_hand() -> None:
    # 193 x 0.86 x 0.89 = 147.7222 an hour; x 1,250 = 184,652.75; less 82,132 = 102,520.75.
    # Break-even: 82,132 / 147.7222 = 555.99 hours; 82,132 / (1,250 x 0.7654) = $85.85.
    billing = Billing()
    assert billing.collected_an_hour == pytest.approx(147.7222)
    assert billing.contribution(COST) == pytest.approx(102_520.75)
    assert billing.break_even_hours(COST) == pytest.approx(555.99, abs=0.01)
    assert billing.break_even_rate(COST) == pytest.approx(85.85, abs=0.01)


def test_own_figures_replace_the_defaults() -> None:
    assert Billing(rate=100, hours=1_000, realization=1, collection=0.5).collected_a_year == 50_000


@pytest.mark.parametrize("name", MOST)
def test_an_hour_that_brings_in_nothing_never_pays(name: str) -> None:
    billing = Billing(**{name: 0.0})
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
        (billing.contribution(cost) > 0) == (billing.of("hours") > hours) == (billing.of("rate") > rate)
    )


@pytest.mark.parametrize("name", MOST)
@pytest.mark.parametrize("value", [-0.1, 1e9, float("nan")])
def test_values_out_of_bounds_are_named(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"^{name} must lie between 0 and"):
        Billing(**{name: value})
