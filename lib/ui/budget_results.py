"""Results of plans, kept so that an edit of one scenario does not compute the others again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lib.hiring import PlanResult, run_plan
from lib.hiring.risk import Risk, simulate

if TYPE_CHECKING:
    from lib.hiring import Plan, Scenarios

DRAWS: Final = 10_000
SEED: Final = 7
KEPT_RESULTS: Final = 64  # plans; 0.1 MB each, the largest 1.1 MB
KEPT_RISKS: Final = 24  # some 0.4 MB each


@lru_cache(maxsize=KEPT_RESULTS)
def result_of(plan: Plan) -> PlanResult:
    """Return what a plan costs and brings in. Shared by all visitors: do not change it."""
    return run_plan(plan)


@lru_cache(maxsize=KEPT_RISKS)
def risk_of(plan: Plan, budget: float | None) -> Risk:
    """Return the simulation of a plan. Shared by all visitors: do not change it."""
    return simulate(plan, budget=budget, draws=DRAWS, seed=SEED)


def spread_of(risk: Risk, measure: str) -> tuple[float, float, float]:
    """Return the 10th percentile, the middle and the 90th percentile of cost or contribution, in dollars."""
    amounts = risk.quantiles[risk.quantiles["measure"] == measure].set_index("quantile")["amount"]
    return float(amounts[0.1]), float(amounts[0.5]), float(amounts[0.9])


def results_of(scenarios: Scenarios) -> dict[str, PlanResult]:
    """Return the result of every scenario by its name."""
    return {plan.name: result_of(plan) for plan in scenarios.plans}
