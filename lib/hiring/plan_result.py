"""The expected cost and fees of a plan: one row an item, one column a month, and what is summed from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from lib.hiring.lines import GROUPS

if TYPE_CHECKING:
    import numpy.typing as npt

    from lib.hiring.plan import Plan

    Matrix = npt.NDArray[np.float64]

COST: Final = "cost"
FEES: Final = "fees"
ITEM_COLUMNS: Final = ("row", "position", "people", "side", "category", "item", "kind", "source", "note")


@dataclass(frozen=True)
class PlanResult:
    """The expected cost and fees of a plan.

    Attributes:
        plan: What was asked.
        items: One row for each item of each counted position: row (number of the position, from 0), position (its
            label), people, side ("cost" or "fees"), category, item, kind, source and note.
        amounts: Dollars for everybody in the row, by item (as in `items`) and month of the plan.
        at_work: Expected people at work, by counted position and month of the plan.
        leavers: Expected people who leave, by counted position and month of the plan.
    """

    plan: Plan
    items: pd.DataFrame
    amounts: Matrix
    at_work: Matrix
    leavers: Matrix

    @property
    def total(self) -> float:
        """Cost in dollars over all months."""
        return float(self.amounts[self._side(COST)].sum())

    @property
    def fees(self) -> float:
        """Fees collected, and value of lawyer hours released, in dollars over all months."""
        return float(self.amounts[self._side(FEES)].sum())

    @property
    def contribution(self) -> float:
        """Fees less cost, in dollars over all months."""
        return self.fees - self.total

    @property
    def brings_in(self) -> bool:
        """Whether any position brings in fees."""
        return self.fees > 0

    @property
    def cost_by_month(self) -> Matrix:
        """Dollars by month."""
        total: Matrix = self.amounts[self._side(COST)].sum(axis=0)
        return total

    @property
    def fees_by_month(self) -> Matrix:
        """Dollars by month."""
        total: Matrix = self.amounts[self._side(FEES)].sum(axis=0)
        return total

    @cached_property
    def categories(self) -> pd.DataFrame:
        """Cost by category, in the order of `GROUPS`: category, amount (dollars)."""
        costs = self.items[self._side(COST)].assign(amount=self.amounts[self._side(COST)].sum(axis=1))
        totals = costs.groupby("category")["amount"].sum()
        found = [group for group in GROUPS if group in totals.index]
        return pd.DataFrame({"category": found, "amount": [float(totals[group]) for group in found]})

    @cached_property
    def months(self) -> pd.DataFrame:
        """Dollars by month, side and category: month, side, category, amount. Every month is there."""
        kinds = self.items[["side", "category"]].drop_duplicates()
        frames = [
            pd.DataFrame(
                {"month": self.plan.calendar, "side": side, "category": category, "amount": self._sum(side, category)}
            )
            for side, category in kinds.itertuples(index=False)
        ]
        columns = ["month", "side", "category", "amount"]
        return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=columns)

    @cached_property
    def positions(self) -> pd.DataFrame:
        """Dollars by position, side and category: row, position, people, side, category, amount."""
        keys = ["row", "position", "people", "side", "category"]
        summed = self.items[keys].assign(amount=self.amounts.sum(axis=1))
        return summed.groupby(keys, sort=False)["amount"].sum().reset_index()

    @cached_property
    def lines(self) -> pd.DataFrame:
        """Every item of every position with its dollars over all months: `items` and amount."""
        return self.items.assign(amount=self.amounts.sum(axis=1))

    @property
    def has_existing_staff(self) -> bool:
        """Whether the plan holds people employed already beside others."""
        return len({position.employed for position in self.plan.counted}) == 2

    @property
    def new_cost_by_month(self) -> Matrix:
        """Dollars by month of the positions that nobody holds yet."""
        total: Matrix = self.amounts[self._side(COST) & self._new()].sum(axis=0)
        return total

    @property
    def new_fees_by_month(self) -> Matrix:
        """Dollars by month that the positions bring in that nobody holds yet."""
        total: Matrix = self.amounts[self._side(FEES) & self._new()].sum(axis=0)
        return total

    @property
    def payback_month(self) -> str | None:
        """The month from whose end on the fees of new positions cover their cost; None if not at the plan's end.

        People employed already have been paid for before: they neither pay for a new position nor delay it.
        """
        spent, brought = np.cumsum(self.new_cost_by_month), np.cumsum(self.new_fees_by_month)
        open_still = np.flatnonzero((spent <= 0) | (brought < spent))
        first = int(open_still[-1]) + 1 if len(open_still) else 0
        return self.plan.calendar[first] if brought.any() and first < self.plan.months else None

    def cost_of_year(self, year: int) -> float:
        """Return the cost of the first (1), second, ... twelve months, in dollars."""
        return float(self.cost_by_month[12 * (year - 1) : 12 * year].sum())

    def _new(self) -> npt.NDArray[np.bool_]:
        new = [not position.employed for position in self.plan.counted]
        return np.array([new[row] for row in self.items["row"]], dtype=bool)

    def _side(self, side: str) -> npt.NDArray[np.bool_]:
        return (self.items["side"] == side).to_numpy(dtype=bool)

    def _sum(self, side: str, category: str) -> Matrix:
        chosen = (self.items["side"] == side) & (self.items["category"] == category)
        total: Matrix = self.amounts[chosen.to_numpy(dtype=bool)].sum(axis=0)
        return total
