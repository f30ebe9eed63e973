"""What a person with the stated facts can expect to earn: always a distribution, never one number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from lib.pay.curve import NORMAL, POSITIONS
from lib.pay.market import find_market
from lib.pay.shifts import remaining_spread, shifts_of
from lib.tables import load_wages

if TYPE_CHECKING:
    from lib.pay.market import Market
    from lib.pay.profile import Profile
    from lib.pay.shifts import Shift


@dataclass(frozen=True)
class Estimate:
    """The expected pay of a profile.

    Attributes:
        profile: What was asked.
        market: Pay of everybody in the role and area.
        shifts: What each stated fact does, in order.
    """

    profile: Profile
    market: Market
    shifts: tuple[Shift, ...]

    @property
    def p10(self) -> float:
        """Dollars a year that 1 in 10 such people earn less than."""
        return self.percentiles[0]

    @property
    def p25(self) -> float:
        """Dollars a year that a quarter of such people earn less than."""
        return self.percentiles[1]

    @property
    def median(self) -> float:
        """Dollars a year in the middle of such people."""
        return self.percentiles[2]

    @property
    def p75(self) -> float:
        """Dollars a year that a quarter of such people earn more than."""
        return self.percentiles[3]

    @property
    def p90(self) -> float:
        """Dollars a year that 1 in 10 such people earn more than."""
        return self.percentiles[4]

    @property
    def basis(self) -> str:
        """Either "published" (the area's distribution is BLS's) or "estimated" (part of it is ours)."""
        return self.market.basis

    @property
    def basis_note(self) -> str:
        """One sentence saying why."""
        return self.market.note

    @cached_property
    def percentiles(self) -> tuple[float, ...]:
        """p10, p25, median, p75 and p90 in dollars a year; BLS's own figures if nothing is stated."""
        if not self.shifts:
            return self.market.percentiles
        curve = self.market.curve
        return tuple(curve.wage(self._centre + self._spread * position) for position in POSITIONS)

    def percentile_of(self, annual_pay: float) -> float:
        """Return the share of such people who earn less, 0 to 100.

        Raises:
            ValueError: If the pay is not positive.
        """
        position = (self.market.curve.position(annual_pay) - self._centre) / self._spread
        return 100 * NORMAL.cdf(position)

    @cached_property
    def steps(self) -> pd.DataFrame:
        """From the area's median to the estimate: label, dollars, kind, factor.

        The first row is the area's median, the last the estimate's median; the rows between them are
        what each stated fact adds or takes away, so they add up.
        """
        curve, centre = self.market.curve, 0.0
        rows = [(f"Median in {self.market.area.area_title}", self.market.percentiles[2], "start", "")]
        for shift in self.shifts:
            before = curve.wage(centre)
            centre += shift.position
            rows.append((shift.level.label, curve.wage(centre) - before, "change", shift.level.factor))
        rows.append(("Estimate", self.median, "end", ""))
        return pd.DataFrame(rows, columns=["label", "dollars", "kind", "factor"])

    @property
    def _centre(self) -> float:
        return sum(shift.position for shift in self.shifts)

    @property
    def _spread(self) -> float:
        return remaining_spread(self.shifts)


def estimate(profile: Profile) -> Estimate:
    """Estimate the pay of a profile.

    With nothing stated the result is exactly BLS's distribution. Each stated fact moves it and makes
    it narrower; averaged over the workforce the levels of a factor give BLS's distribution back.

    Args:
        profile: Role, place, release and stated facts.

    Returns:
        The distribution, with the steps that led to it.
    """
    release = profile.release or load_wages().releases[0]
    market = find_market(profile.role, profile.area, release)
    return Estimate(profile, market, shifts_of(profile.role, profile.stated, market.curve.slope))
