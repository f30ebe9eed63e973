"""One seat of a plan, month by month: who is expected to sit in it, and what that person has been paid this year.

Turnover is counted as an expectation: each month the same share of the people in a seat leaves, the seat
stands empty for the vacancy, and a successor starts. A seat is therefore a mix of people who started in
different months; each of them has wage bases of their own, which begin anew with the person and each January.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from lib.pay.words import MONTHS_A_YEAR

if TYPE_CHECKING:
    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Seat:
    """A seat over the months in which it exists.

    Attributes:
        first: First month, 0 for January of year 0 (year x 12 + month - 1).
        months: Number of months, at least 1.
        leaving: Share of people who leave at the end of a month, 0 to 1.
        vacancy: Months a seat stands empty after somebody left, fractions allowed.
        filled_before: Whether somebody sits in it already, employed since January at the latest.
    """

    first: int
    months: int
    leaving: float = 0.0
    vacancy: float = 0.0
    filled_before: bool = False

    def __post_init__(self) -> None:
        """Check the values.

        Raises:
            ValueError: If a value is out of bounds; says which.
        """
        if self.months < 1:
            raise ValueError(f"A seat needs at least one month, not {self.months}.")
        if not 0 <= self.leaving <= 1:
            raise ValueError(f"leaving must lie between 0 and 1, not {self.leaving}.")
        if self.vacancy < 0:
            raise ValueError(f"vacancy must not be negative, not {self.vacancy}.")

    @cached_property
    def people(self) -> Vector:
        """Expected people by the month they started (row) and the month looked at (column).

        Nobody is replaced who would start after the seat ends.
        """
        people = np.zeros((self.months, self.months))
        starting = np.zeros(self.months)
        starting[0] = 1.0
        for month in range(self.months):
            people[month, month] = starting[month]
            successor = month + 1 + int(self.vacancy)
            if successor < self.months:
                starting[successor] += self.leaving * people[:, month].sum()
            if month + 1 < self.months:
                people[:, month + 1] = people[:, month] * (1 - self.leaving)
        return people

    @property
    def successors(self) -> Vector:
        """Expected people who start in each month in place of somebody who left."""
        starting = np.diag(self.people).copy()
        starting[0] = 0.0
        return starting

    @property
    def leavers(self) -> Vector:
        """Expected people who leave at the end of each month."""
        total: Vector = self.leaving * self.people.sum(axis=0)
        return total

    @cached_property
    def worked(self) -> Vector:
        """Share of a month that a person who started in a month (row) works in a month (column).

        A vacancy of a fraction of a month takes that fraction off the successor's first month.
        """
        worked = np.triu(np.ones((self.months, self.months)))
        part = 1 - (self.vacancy - int(self.vacancy))
        for month in range(1, self.months):
            worked[month, month] = part
        return worked

    @property
    def presence(self) -> Vector:
        """Expected people at work in each month, at most 1."""
        return self.expected(self.worked)

    def expected(self, each: Vector) -> Vector:
        """Return, for an amount of each person (rows: month started) and month, its expectation by month."""
        total: Vector = (self.people * each).sum(axis=0)
        return total

    def tenure(self) -> Vector:
        """Return the full months each person (row) has been in the seat before each month (column); 0 before."""
        months = np.arange(self.months)
        since: Vector = np.maximum(months[None, :] - months[:, None], 0).astype(np.float64)
        return since

    def productive(self, ramp: float) -> Vector:
        """Return the expected people at work by month, each counted by how productive they are yet.

        Output rises evenly from nothing to all over the ramp; somebody employed before is fully productive.

        Args:
            ramp: Months until a new person is fully productive; 0 for at once.
        """
        share = np.minimum((self.tenure() + 0.5) / ramp, 1.0) if ramp else np.ones_like(self.people)
        if self.filled_before:
            share[0] = 1.0
        return self.expected(self.worked * share)

    def paid_before(self, pay: Vector) -> Vector:
        """Return what each person (row) was paid in the calendar year before each month (column).

        Args:
            pay: Monthly pay of a person at work the whole month, by month.
        """
        paid = self.worked * pay[None, :]
        before = np.zeros_like(paid)
        for month in range(self.months):
            january = (self.first + month) % MONTHS_A_YEAR == 0
            if month and not january:
                before[:, month] = before[:, month - 1] + paid[:, month - 1]
        if self.filled_before:  # the first person was paid since January, at the first month's pay
            elapsed = self.first % MONTHS_A_YEAR
            same_year = (self.first + np.arange(self.months)) // MONTHS_A_YEAR == self.first // MONTHS_A_YEAR
            before[0, same_year] += elapsed * pay[0]
        return before

    def taxed(self, pay: Vector, wage_base: float | None) -> Vector:
        """Return the expected pay by month that falls under a tax's wage base.

        Args:
            pay: Monthly pay of a person at work the whole month, by month.
            wage_base: Dollars of each person's pay in a calendar year that are taxed; None for all.
        """
        paid = self.worked * pay[None, :]
        if wage_base is None:
            return self.expected(paid)
        left = np.maximum(wage_base - self.paid_before(pay), 0.0)
        return self.expected(np.minimum(paid, left))
