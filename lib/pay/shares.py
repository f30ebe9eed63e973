"""Workforce shares where none is published: the most even ones that give the BLS median back.

Of all shares under which the average worker stands at the published median, take those of the
highest entropy (Jaynes 1957): they assume nothing beyond that condition.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TILT_LIMIT = 500.0
HALVINGS = 200


def most_even_shares(shifts: Sequence[float]) -> tuple[float, ...]:
    """Return the highest-entropy shares under which the shifts average zero.

    Args:
        shifts: How far each level stands from the median, on any scale with zero at the median.

    Returns:
        One share for each level, adding up to 1. Equal shares if all levels stand on the same
        side of the median: then no shares can average zero.
    """
    if min(shifts) >= 0 or max(shifts) <= 0:
        return (1 / len(shifts),) * len(shifts)
    low, high = -TILT_LIMIT, TILT_LIMIT
    for _ in range(HALVINGS):  # the mean falls as the tilt grows: halve the interval around its zero
        tilt = (low + high) / 2
        shares = _tilted(shifts, tilt)
        if sum(share * shift for share, shift in zip(shares, shifts, strict=True)) > 0:
            low = tilt
        else:
            high = tilt
    return shares


def _tilted(shifts: Sequence[float], tilt: float) -> tuple[float, ...]:
    exponents = [-tilt * shift for shift in shifts]
    largest = max(exponents)
    weights = [math.exp(exponent - largest) for exponent in exponents]
    total = sum(weights)
    return tuple(weight / total for weight in weights)
