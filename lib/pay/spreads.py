"""How far pay spreads within public employers, compared with other employers.

State and local pay scales keep pay together: how much, the pay cases say. Each posted range is taken
as people along it, most of them in the middle, fewer towards the ends (a triangle: an assumption). The
spread is the one under which the 50 % and the 80 % range of the model hold 50 and 80 % of them, drawn
towards what BLS publishes for the nation (the spread of government pay over that of everybody, which holds
the differences between places too) as if by ten more cases. Federal posts, of which few are known, are
estimated apart. The result stands in data/factors.csv; a test estimates it again.
"""

from __future__ import annotations

from functools import cache
from math import log, prod, sqrt
from statistics import fmean
from typing import TYPE_CHECKING, Final

import numpy as np

from lib.pay.curve import NORMAL
from lib.pay.pay_points import pay_points
from lib.pay.shifts import remaining_spread
from lib.pay.strengths import estimate_strengths, shifts_with
from lib.tables import central_roles, load_levels, load_roles, load_wages
from lib.tables.wage_schema import ALL_INDUSTRIES, NATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from lib.pay.pay_points import PayPoint

PUBLIC: Final = (("federal_government",), ("state_government", "local_government"))  # estimated together
GOVERNMENT: Final = "99"  # BLS's code of the sector
_PEOPLE: Final = (np.arange(21) + 0.5) / 21
ALONG_A_RANGE: Final = np.where(
    _PEOPLE < 0.5, (_PEOPLE / 2) ** 0.5, 1 - ((1 - _PEOPLE) / 2) ** 0.5
)  # most in the middle
PRIOR_CASES: Final = 10
RANGES: Final = (0.50, 0.80)


def government_spread() -> float:
    """Return how far government pay spreads over the nation compared with everybody's, mean of both roles.

    From BLS's 10th and 90th percentiles in the newest release that has sectors.
    """
    rows = load_wages().rows
    sectors = rows[rows["naics"] == GOVERNMENT]
    release = sectors["release"].max()
    nation = rows[(rows["release"] == release) & (rows["area_code"] == NATION)].set_index(["soc_code", "naics"])
    widths = (nation["annual_p90"] / nation["annual_p10"]).map(log)
    soc_codes = [load_roles()[role].soc_code for role in central_roles()]
    return fmean(widths[soc_code, GOVERNMENT] / widths[soc_code, ALL_INDUSTRIES] for soc_code in soc_codes)


@cache
def public_spreads() -> dict[str, float]:
    """Return the spread within each public employer, 1 for the spread within other employers."""
    return {employer: _spread(employers) for employers in PUBLIC for employer in employers}


def _spread(employers: Sequence[str]) -> float:
    moved = {(each.factor, each.level): each.moved for each in estimate_strengths()}
    points = [point for point in pay_points() if point.employer in employers]
    distances = np.concatenate([_distances(point, moved) for point in points])
    matched = [np.quantile(distances, held) / NORMAL.inv_cdf(0.5 + held / 2) for held in RANGES]
    here = float(np.mean(matched)) / _others_spread()
    return (len(points) * here + PRIOR_CASES * government_spread()) / (len(points) + PRIOR_CASES)


def _others_spread() -> float:
    """Return the spread within employers that are not public, if everybody's is 1."""
    levels = load_levels()[("paralegal", "employer")]
    return 1 / sqrt(sum(level.share * level.spread**2 for level in levels))


def _distances(point: PayPoint, moved: dict[tuple[str, str], float]) -> npt.NDArray[np.float64]:
    """Return how far people along a posted range stand from the estimate, as if pay spread like everybody's."""
    shifts = shifts_with(point, moved)
    centre = sum(shift.position for shift in shifts)
    within = remaining_spread(shifts) / prod(shift.spread for shift in shifts)
    people = point.low + (point.high - point.low) * ALONG_A_RANGE
    return np.array([abs(point.curve.position(float(pay)) - centre) / within for pay in people])
