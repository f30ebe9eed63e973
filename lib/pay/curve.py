"""The wage distribution of an occupation in an area, as a curve between its published percentiles.

Both axes are transformed so that a normal distribution of log pay is a straight line: the standard
normal quantile of the percentile across, the logarithm of the wage up. The curve runs straight
between the published points and goes on with the slope of the outermost segment, or, where that one
is flat because BLS published two equal percentiles, with the average slope.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import exp, log
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

NORMAL: Final = NormalDist()
LEVELS: Final = (0.10, 0.25, 0.50, 0.75, 0.90)
POSITIONS: Final = tuple(NORMAL.inv_cdf(level) for level in LEVELS)  # -1.28, -0.67, 0, 0.67, 1.28
# BLS sorts wages into intervals, so neighbouring percentiles can be equal. Such a row gets this slope
# on top (0.5 % of pay for each standard deviation): p10 and p90 move by 0.6 %, the median stays.
UNTIE: Final = 0.005


@dataclass(frozen=True)
class Curve:
    """Wage by position, where position is the standard normal quantile of a percentile.

    Attributes:
        wages: Annual wages at `POSITIONS`, in dollars, never falling.
    """

    wages: tuple[float, ...]

    def __post_init__(self) -> None:
        """Check the wages.

        Raises:
            ValueError: If there are not five positive wages that never fall.
        """
        falls = any(upper < lower for lower, upper in pairwise(self.wages))
        if len(self.wages) != len(POSITIONS) or self.wages[0] <= 0 or falls:
            raise ValueError(f"A curve needs five positive wages that never fall, not {self.wages}.")

    @cached_property
    def _heights(self) -> tuple[float, ...]:
        tied = len(set(self.wages)) < len(self.wages)
        slope = UNTIE if tied else 0.0
        return tuple(log(wage) + slope * z for wage, z in zip(self.wages, POSITIONS, strict=True))

    @cached_property
    def _points(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Positions and heights, with one more point beyond each end."""
        heights, wages = self._heights, self.wages
        below = self.slope if wages[0] == wages[1] else _slope(heights, 0)
        above = self.slope if wages[-1] == wages[-2] else _slope(heights, -2)
        return (
            (POSITIONS[0] - 1, *POSITIONS, POSITIONS[-1] + 1),
            (heights[0] - below, *heights, heights[-1] + above),
        )

    @cached_property
    def slope(self) -> float:
        """Rise of log pay for one standard deviation, over the middle 80 % of earners."""
        return (self._heights[-1] - self._heights[0]) / (POSITIONS[-1] - POSITIONS[0])

    def wage(self, position: float) -> float:
        """Return the annual wage at a position (0 is the median)."""
        return exp(_interpolate(position, *self._points))

    def position(self, wage: float) -> float:
        """Return the position of an annual wage.

        Raises:
            ValueError: If the wage is not positive.
        """
        if wage <= 0:
            raise ValueError(f"A wage must be more than 0, not {wage}.")
        positions, heights = self._points
        return _interpolate(log(wage), heights, positions)


def _slope(heights: Sequence[float], segment: int) -> float:
    return (heights[segment + 1] - heights[segment]) / (POSITIONS[segment + 1] - POSITIONS[segment])


def _interpolate(x: float, xs: Sequence[float], ys: Sequence[float]) -> float:
    """Follow the line through rising points, straight on beyond both ends."""
    segment = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
    share = (x - xs[segment]) / (xs[segment + 1] - xs[segment])
    return ys[segment] + share * (ys[segment + 1] - ys[segment])
