"""How sure a plan's cost is: futures drawn from what is uncertain, held against the budget, and what drives them.

What varies and how is told in `drivers` and `draws`. The firm's own figures, typed pay and the pay of people employed
already count as known. Payroll taxes are those of the published year in every future. How many leave, and in which
months, differs from future to future; where a driver is moved alone, leavers are spread over the months as expected.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import floor, log10
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from lib.hiring.draws import HIGH, LOW, drawn, one_at_a_time, totals
from lib.hiring.drivers import LEAVERS, PAY, responses_of
from lib.hiring.figures import FIGURES
from lib.pay.words import dollars

if TYPE_CHECKING:
    from lib.hiring.plan import Plan
    from lib.hiring.seat import Vector

FEWEST_DRAWS: Final = 100
MOST_DRAWS: Final = 100_000
MOST_SEED: Final = 2**32 - 1
HALF_A_CENT: Final = 0.005  # amounts closer than that are the same
QUANTILES: Final = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
LABELS: Final = {PAY: "Pay at which people are hired", LEAVERS: "How many people leave"}
NEED_GROUP: Final = ("Fees", "Virtual staff")  # groups of figures whose labels are not clear without the group's


@dataclass(frozen=True, eq=False)
class Risk:
    """What a plan may cost and leave.

    Attributes:
        plan: What was asked.
        budget: Dollars that may be spent over all months; None if none is set.
        draws: Number of futures.
        seed: Where the random numbers start; plans to be compared need the same.
        costs: Cost over all months in each future, in dollars; cannot be written to.
        contributions: Fees less cost in each future, in dollars; cannot be written to.
        brings_in: Whether any position brings in fees.
        drivers: One row a driver that matters, the one with the widest swing of cost first: driver (its name), label,
            low and high (cost if it alone stands at its 10th and 90th percentile), low_contribution and
            high_contribution. high is below low where a driver saves cost.
    """

    plan: Plan
    budget: float | None
    draws: int
    seed: int
    costs: Vector
    contributions: Vector
    brings_in: bool
    drivers: pd.DataFrame

    def __post_init__(self) -> None:
        """Keep the futures from being changed by one of those who share them."""
        for futures in (self.costs, self.contributions):
            futures.setflags(write=False)

    @property
    def probability_over(self) -> float | None:
        """Share of the futures that cost more than the budget; None without a budget."""
        return None if self.budget is None else float(np.mean(self.costs > self.budget + HALF_A_CENT))

    @property
    def probability_loss(self) -> float | None:
        """Share of the futures in which the fees do not cover the cost; None if the plan brings in no fees."""
        return float(np.mean(self.contributions < -HALF_A_CENT)) if self.brings_in else None

    @cached_property
    def quantiles(self) -> pd.DataFrame:
        """Quantiles of cost and contribution: measure ("cost" or "contribution"), quantile, amount in dollars."""
        found = {"cost": self.costs, "contribution": self.contributions}
        rows = [
            (measure, quantile, float(amount))
            for measure, values in found.items()
            for quantile, amount in zip(QUANTILES, np.quantile(values, QUANTILES), strict=True)
        ]
        return pd.DataFrame(rows, columns=["measure", "quantile", "amount"])


def simulate(plan: Plan, budget: float | None = None, draws: int = 10_000, seed: int = 7) -> Risk:
    """Return what a plan may cost, by drawing futures.

    Args:
        plan: What is planned; without a position it costs nothing in every future.
        budget: Dollars that may be spent over all months.
        draws: Number of futures, 100 to 100,000.
        seed: 0 to 2^32 - 1. The same seed gives the same futures, to other plans too.

    Raises:
        ValueError: If an argument is out of bounds; says which.
    """
    if budget is not None and not budget > 0:
        raise ValueError(f"A budget is more than $0, not {dollars(budget)}.")
    if not FEWEST_DRAWS <= draws <= MOST_DRAWS:
        raise ValueError(f"draws must be {FEWEST_DRAWS:,} to {MOST_DRAWS:,}, not {draws:,}.")
    if not 0 <= seed <= MOST_SEED:
        raise ValueError(f"seed must be 0 to {MOST_SEED:,}, not {seed:,}.")
    responses = responses_of(plan)
    costs, fees = totals(responses, drawn(responses, draws, seed), draws)
    drivers, moved = one_at_a_time(responses)
    table = _driver_table(drivers, *totals(responses, moved, 2 * len(drivers)))
    return Risk(plan, budget, draws, seed, costs, fees - costs, bool(fees.any()), table)


def probability_cheaper(first: Risk, second: Risk) -> float:
    """Return the share of futures in which the second plan costs less than the first.

    Raises:
        ValueError: If the two were not simulated with the same draws and seed, so that their futures differ.
    """
    if (first.draws, first.seed) != (second.draws, second.seed):
        raise ValueError("Simulate both plans with the same draws and the same seed to compare them.")
    return float(np.mean(second.costs < first.costs - HALF_A_CENT))


def risk_sentence(risk: Risk) -> str:
    """Return how likely the plan exceeds its budget, the range of its cost and what moves it most, in words."""
    if not risk.plan.counted:
        return "The plan holds no position that can be counted yet, so it costs nothing."
    if np.ptp(risk.costs) < HALF_A_CENT:
        return f"The plan costs {dollars(risk.costs[0])}: nothing in it is uncertain.{_certain_words(risk)}"
    low, high = (about(float(amount)) for amount in np.quantile(risk.costs, (LOW, HIGH)))
    span = f"{low} to {high}" if low != high else f"about {low}"
    if risk.budget is None or risk.probability_over is None:
        return f"In 8 of 10 futures the plan costs {span}.{_main_driver(risk)}"
    share = chance_words(risk.probability_over)
    over = f"In {share} futures the plan costs more than {dollars(risk.budget)}"
    return f"{over}; in 8 of 10 it costs {span}.{_main_driver(risk)}"


def chance_words(share: float) -> str:
    """Return a share of futures as a number of 100 that never claims certainty."""
    if share < 0.01:
        return "fewer than 1 of 100"
    return "more than 99 of 100" if share > 0.99 else f"{round(100 * share)} of 100"


def _certain_words(risk: Risk) -> str:
    if risk.budget is None:
        return ""
    return f" That is {'more than' if risk.probability_over else 'within'} the budget of {dollars(risk.budget)}."


def _main_driver(risk: Risk) -> str:
    swings = (risk.drivers["high"] - risk.drivers["low"]).abs()
    if not (swings > HALF_A_CENT).any():
        return ""
    label = risk.drivers["label"].iloc[0]
    words = f"{label[0].lower()}{label[1:]}"
    return f" What moves it most: {words} ({about(swings.iloc[0])} between its 10th and 90th percentile)."


def about(amount: float) -> str:
    """Return dollars with the three digits that can be relied on."""
    return dollars(round(amount, 2 - floor(log10(amount)))) if amount >= 1 else dollars(amount)


def _driver_table(drivers: tuple[str, ...], costs: Vector, fees: Vector) -> pd.DataFrame:
    """Return the drivers that matter, from the totals of the futures in which each stands low, then high."""
    (low, high), (low_fees, high_fees) = costs.reshape(-1, 2).T, fees.reshape(-1, 2).T
    table = pd.DataFrame(
        {
            "driver": drivers,
            "label": [_label(driver) for driver in drivers],
            "low": low,
            "high": high,
            "low_contribution": low_fees - low,
            "high_contribution": high_fees - high,
        }
    )
    table["swing"] = (high - low).round(2)
    table["swing_left"] = (table["high_contribution"] - table["low_contribution"]).round(2)
    swings = table[["swing", "swing_left"]].abs()
    order = swings[swings.any(axis=1)].sort_values(["swing", "swing_left"], ascending=False).index
    return table.loc[order].drop(columns=list(swings)).reset_index(drop=True)


def _label(driver: str) -> str:
    if driver in LABELS:
        return LABELS[driver]
    figure = FIGURES[driver]
    return f"{figure.group}: {figure.label}" if figure.group in NEED_GROUP else figure.label
