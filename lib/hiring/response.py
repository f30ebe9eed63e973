"""What a position costs and brings in as a function of the drivers: amounts, items and the whole position.

A driver stands at -1 where its range begins, at 0 at the plan's value, at 1 where the range ends, and evenly between.
Every function takes many futures at once: an array holds one number for each, a matrix one row a month and one column
a future.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from lib.hiring.plan_result import COST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.hiring.plan_result import Matrix
    from lib.hiring.seat import Vector

    Positions = Mapping[str, Vector]  # where each driver stands, by future

TURNOVER: Final = "turnover"
PAY_REACH: Final = 2.0  # standard deviations from the plan's pay to -1 and to 1
NO_EFFECT: Final = 1e-9


class Ends(NamedTuple):
    """What something comes to where a driver stands at -1 and at 1."""

    low: float
    high: float

    def at(self, middle: float, position: Vector) -> Vector:
        """Return what it comes to at positions of the driver, beyond -1 and 1 too, if it is `middle` at 0."""
        slope = np.where(position < 0, middle - self.low, self.high - middle)
        return np.asarray(middle + slope * position)

    def matter(self, middle: float) -> bool:
        """Return whether either end differs from the middle."""
        return max(abs(self.low - middle), abs(self.high - middle)) > NO_EFFECT


@dataclass(frozen=True)
class Amount:
    """Dollars to which drivers add: with every driver at 0, and what each driver adds at its ends."""

    planned: float
    added: dict[str, Ends]

    def at(self, positions: Positions) -> Vector | float:
        """Return the dollars at positions of the drivers."""
        return sum((ends.at(0.0, positions[name]) for name, ends in self.added.items()), start=self.planned)


@dataclass(frozen=True)
class Departure:
    """Dollars that one leaver changes, by the month at whose end they leave.

    Attributes:
        planned: With every driver at 0.
        added: What each driver adds at -1 and at 1.
    """

    planned: Vector
    added: dict[str, tuple[Vector, Vector]]

    def at(self, positions: Positions, leavers: Matrix) -> Vector:
        """Return the dollars at positions of the drivers and numbers of leavers by month."""
        total: Vector = self.planned @ leavers
        for name, (low, high) in self.added.items():
            position = positions[name]
            total += np.where(position < 0, -(low @ leavers), high @ leavers) * position
        return total


@dataclass(frozen=True)
class Item:
    """One item of a position: what it comes to if nobody leaves, what a leaver changes, and factors by driver.

    Attributes:
        side: "cost" or "fees".
        leaver: None if it does not depend on who leaves.
    """

    side: str
    stays: Amount
    leaver: Departure | None
    factors: dict[str, Ends]

    @property
    def drivers(self) -> set[str]:
        """The drivers that matter to it, but for the number of leavers."""
        return {*self.stays.added, *(self.leaver.added if self.leaver else ()), *self.factors}

    def dollars(self, positions: Positions, leavers: Matrix) -> Vector:
        """Return the dollars at positions of the drivers and numbers of leavers by month; never below 0."""
        total = np.zeros(leavers.shape[1]) + self.stays.at(positions)
        if self.leaver:
            total = np.maximum(total + self.leaver.at(positions, leavers), 0.0)
        for name, ends in self.factors.items():
            total *= ends.at(1.0, positions[name])
        return total


@dataclass(frozen=True)
class Response:
    """A position of a plan as a function of the drivers.

    Attributes:
        row: Role, place and which row of these in the plan it is: what the random numbers of its leavers go by.
        job: Role, place, where the pay comes from and the facts stated: what the random numbers of its pay go by.
        payroll: Pay of everybody in the row over its months, in dollars: the weight of its pay among the rows'.
        pay_spread: Standard deviation of the log of its pay; 0 if the pay is known.
        leavers: Expected people who leave, by month of the row.
        turnover: What those are multiplied by at the ends of turnover.
        items: Its items.
    """

    row: str
    job: str
    payroll: float
    pay_spread: float
    leavers: Vector
    turnover: Ends
    items: tuple[Item, ...]

    @property
    def drivers(self) -> set[str]:
        """The figures that matter to it, and its pay if that is uncertain."""
        turnover = {TURNOVER} if self.leavers.any() and self.turnover.matter(1.0) else set()
        return turnover.union(*(item.drivers for item in self.items))

    def expected_leavers(self, turnover: Vector) -> Matrix:
        """Return the expected leavers by month at positions of turnover."""
        return np.outer(self.leavers, self.turnover.at(1.0, turnover))

    def pay_positions(self, deviations: Vector) -> Vector:
        """Return where its pay stands if the log lies some standard deviations from the plan's; 0 if it is known."""
        if not self.pay_spread:
            return np.zeros_like(deviations)
        low, high = pay_ends(self.pay_spread)
        factor = np.exp(self.pay_spread * deviations)
        return np.asarray((factor - 1) / np.where(factor < 1, 1 - low, high - 1))

    def dollars(self, positions: Positions, leavers: Matrix) -> tuple[Vector, Vector]:
        """Return cost and fees at positions of the drivers and numbers of leavers by month."""
        cost, fees = np.zeros((2, leavers.shape[1]))
        for item in self.items:
            total = cost if item.side == COST else fees
            total += item.dollars(positions, leavers)
        return cost, fees


def pay_ends(spread: float) -> Ends:
    """Return pay over the plan's pay where its driver stands at -1 and at 1."""
    return Ends(exp(-PAY_REACH * spread), exp(PAY_REACH * spread))
