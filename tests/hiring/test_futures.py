from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring import Firm
from lib.hiring.risk import probability_cheaper, simulate
from tests.hiring.risks import (
    DRAWN,
    FREELANCE,
    MANY,
    MIXED,
    OFFSHORE,
    SECRETARY,
    TEXAN,
    TYPED,
    firm,
    made_up,
    plan_of,
)


def test_the_same_seed_gives_the_same_futures_and_another_seed_others() -> None:
    first, second, other = simulate(MIXED), simulate(MIXED), simulate(MIXED, seed=8)
    assert first.costs.tolist() == second.costs.tolist()
    assert first.contributions.tolist() == second.contributions.tolist()
    assert first.costs.tolist() != other.costs.tolist()
    # Both tell the same: medians differ by sampling error, about 1.25 x 12 % / sqrt(10,000) = 0.15 % each.
    assert np.median(first.costs) == pytest.approx(np.median(other.costs), rel=0.01)
    assert probability_cheaper(first, second) == 0


def test_a_plan_with_one_more_row_meets_the_same_futures() -> None:
    # A contractor at a stated price adds the same in every future: $2,000 and software of $50 for 24 months.
    stated = Firm(virtual_offshore_month=2_000, software=50)
    first = simulate(plan_of(TEXAN, SECRETARY, firm=stated, months=24))
    second = simulate(plan_of(TEXAN, SECRETARY, OFFSHORE, firm=stated, months=24))
    assert second.costs - first.costs == pytest.approx(np.full(10_000, 24 * 2_050), abs=1e-6)
    assert second.contributions - first.contributions == pytest.approx(np.full(10_000, -24 * 2_050), abs=1e-6)
    assert (probability_cheaper(first, second), probability_cheaper(second, first)) == (0, 1)


def test_a_row_keeps_its_futures_when_the_row_above_can_be_counted() -> None:
    stated = Firm(virtual_offshore_month=2_000, software=50)
    pending = replace(OFFSHORE, pay_basis="typed")
    without, with_ = (simulate(plan_of(above, TEXAN, firm=stated)) for above in (pending, OFFSHORE))
    assert with_.costs - without.costs == pytest.approx(np.full(10_000, 12 * 2_050), abs=1e-6)


def test_the_same_job_meets_the_same_futures_in_another_row() -> None:
    stated = firm(market_error=0.172, turnover=0.15)
    one, other = (simulate(plan_of(*rows, firm=stated)) for rows in ((TEXAN, SECRETARY), (SECRETARY, TEXAN)))
    assert one.costs == pytest.approx(other.costs)


def test_pay_of_one_role_says_nothing_of_the_other() -> None:
    paralegal, secretary = (
        simulate(plan_of(replace(TEXAN, role=role), firm=firm(market_error=0.172))).costs
        for role in ("paralegal", "legal_secretary")
    )
    assert np.corrcoef(paralegal, secretary)[0, 1] == pytest.approx(0, abs=0.04)


def test_jobs_differ_in_pay_and_rows_share_the_figures_of_the_firm() -> None:
    alike = simulate(plan_of(TYPED, TYPED, firm=firm("office_rent")))
    one = simulate(plan_of(TYPED, firm=firm("office_rent")))
    assert alike.costs == pytest.approx(2 * one.costs)
    paid = simulate(plan_of(TEXAN, replace(TEXAN, area="53"), firm=firm(market_error=0.172)))
    first = simulate(plan_of(TEXAN, firm=firm(market_error=0.172)))
    assert np.corrcoef(paid.costs - first.costs, first.costs)[0, 1] == pytest.approx(0, abs=0.04)


def test_drivers_are_drawn_independently() -> None:
    certain = {"market_error": 0.0}
    one_each = (
        firm("office_rent", **certain),
        firm("own_search", **certain),
        firm(market_error=0.172),
        firm(turnover=0.15, **certain),
    )
    drawn = [simulate(plan_of(TEXAN, firm=each)).costs for each in one_each]
    apart = np.corrcoef(drawn) - np.eye(4)
    assert np.abs(apart).max() < 0.04  # four times 1 / sqrt(10,000)


def test_the_futures_cannot_be_changed() -> None:
    for shared in (DRAWN.costs, DRAWN.contributions):
        with pytest.raises(ValueError, match="read-only"):
            shared[0] = 0.0


def test_half_a_cent_is_neither_over_the_budget_nor_a_loss() -> None:
    risk = replace(made_up(99.0, 100.0, 100.004, 101.0, budget=100), contributions=np.array([1, -0.004, 0, -0.01]))
    assert (risk.probability_over, risk.probability_loss) == (0.25, 0.25)


def test_the_probability_to_be_cheaper_counts_futures() -> None:
    first, second = made_up(1, 2, 3, 4), made_up(1, 1, 3.001, 2)
    assert probability_cheaper(first, second) == 0.5
    assert probability_cheaper(second, first) == 0


@pytest.mark.parametrize("other", [{"seed": 8}, {"draws": 200}])
def test_plans_are_compared_in_the_same_futures_only(other: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="same draws and the same seed"):
        probability_cheaper(simulate(MIXED, draws=100), simulate(MIXED, **({"draws": 100} | other)))


@given(st.floats(400_000, 900_000), st.floats(400_000, 900_000))
def test_a_higher_budget_is_never_exceeded_more_often(one: float, other: float) -> None:
    low, high = (replace(DRAWN, budget=budget).probability_over for budget in sorted((one, other)))
    assert low is not None
    assert high is not None
    assert 0 <= high <= low <= 1


def test_quantiles_rise() -> None:
    risk = simulate(MIXED)
    for _, group in risk.quantiles.groupby("measure"):
        assert group["quantile"].tolist() == [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
        assert group["amount"].is_monotonic_increasing
    assert set(risk.quantiles["measure"]) == {"cost", "contribution"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"budget": 0}, r"A budget is more than \$0, not \$0."),
        ({"budget": -5.0}, r"A budget is more than \$0, not -\$5."),
        ({"budget": float("nan")}, "A budget is more than"),
        ({"draws": 99}, "draws must be 100 to 100,000, not 99."),
        ({"draws": 100_001}, "draws must be 100 to 100,000, not 100,001."),
        ({"seed": -1}, "seed must be 0 to 4,294,967,295, not -1."),
        ({"seed": 2**32}, "seed must be 0 to 4,294,967,295, not 4,294,967,296."),
    ],
)
def test_arguments_out_of_bounds_are_refused(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        simulate(MIXED, **arguments)


def test_the_bounds_themselves_are_allowed() -> None:
    assert len(simulate(MIXED, 0.01, 100, 0).costs) == 100
    assert len(simulate(plan_of(FREELANCE, firm=Firm()), None, MANY, 2**32 - 1).costs) == MANY
