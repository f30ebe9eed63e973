"""What a role pays in an area, for everybody: BLS's row, or an estimate where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.pay.curve import Curve
from lib.pay.fallback import LOCAL, NATIONAL, PARENT, SCALED, STATEWIDE, Fallback, estimate_median, usual_error
from lib.tables import load_roles, load_wages
from lib.tables.wage_schema import NATION, PERCENTILES, STATE_WORDS

if TYPE_CHECKING:
    from lib.tables import Area, WageRow

PUBLISHED: Final = "published"
ESTIMATED: Final = "estimated"
MONTHS: Final = {"05": "May"}


@dataclass(frozen=True)
class Market:
    """The pay of everybody in a role in an area.

    Attributes:
        percentiles: Annual p10, p25, median, p75 and p90 in dollars.
        basis: "published" if all five are BLS's, else "estimated".
        note: One sentence saying why.
        error: Usual error of the median as a share (0.056 is 5.6 %); None if it is published.
        borrowed: The larger area whose figure this is, unscaled, where nothing is known of the area itself.
    """

    role: str
    area: Area
    release: str
    percentiles: tuple[float, ...]
    basis: str
    note: str
    error: float | None
    borrowed: Area | None = None

    @property
    def place(self) -> str:
        """The place whose pay this is, as it stands in a sentence."""
        return place_words(self.borrowed or self.area)

    @property
    def curve(self) -> Curve:
        """The distribution as a curve."""
        return Curve(self.percentiles)


def place_words(area: Area) -> str:
    """Return an area's name as it stands in a sentence."""
    return f"the {area.area_title}" if area.area_code == NATION else area.area_title


def release_words(release: str) -> str:
    """Return "May 2025" for "2025-05"."""
    year, month = release.split("-")
    return f"{MONTHS.get(month, month)} {year}"


@cache
def find_market(role: str, area_code: str, release: str) -> Market:
    """Return the pay of a role in an area.

    Args:
        role: paralegal or legal_secretary.
        area_code: BLS area code.
        release: Reference month.

    Raises:
        ValueError: If the nation's own percentiles are not all published (some roles of the ladder).
    """
    wages = load_wages()
    row = wages.find(release, area_code, load_roles()[role].soc_code)
    area = wages.areas[area_code]
    if row is None or row.median is None:
        return _from_neighbours(role, area, release, row)
    if all(value is not None for value in row.percentiles):
        percentiles = tuple(value for value in row.percentiles if value is not None)
        note = f"BLS publishes all five percentiles for {place_words(area)}, {release_words(release)}."
        return Market(role, area, release, percentiles, PUBLISHED, note, None)
    return _with_borrowed_spread(role, area, release, row)


def _with_borrowed_spread(role: str, area: Area, release: str, row: WageRow) -> Market:
    """Fill missing percentiles from the shape of the nation; published ones stay."""
    if area.area_code == NATION:
        raise ValueError(f"No full distribution of {role} is published for the nation in {release} to fill gaps from.")
    parent = find_market(role, NATION, release)
    scale = (row.median or 0) / parent.percentiles[2]
    values = [_between_published(row, at, borrowed * scale) for at, borrowed in enumerate(parent.percentiles)]
    missing = [name for name, value in zip(PERCENTILES, row.percentiles, strict=True) if value is None]
    states = {row.states[name] for name in missing if name in row.states}
    why = " or ".join(sorted(STATE_WORDS[state] for state in states)) or "our copy of this release has no more"
    note = (
        f"The median for {place_words(area)}, {release_words(release)}, is BLS's; the percentiles that are "
        f"missing ({why}) follow the spread of the nation."
    )
    return Market(role, area, release, tuple(values), ESTIMATED, note, None)


def _between_published(row: WageRow, at: int, borrowed: float) -> float:
    """Return the published percentile, else the borrowed one, kept between the published ones around it."""
    published = row.percentiles[at]
    if published is not None:
        return published
    below = [value for value in row.percentiles[:at] if value is not None]
    above = [value for value in row.percentiles[at:] if value is not None]
    return min([max([borrowed, *below]), *above])


def _from_neighbours(role: str, area: Area, release: str, row: WageRow | None) -> Market:
    """Scale the larger area's distribution by what the other legal and office roles pay here."""
    found = estimate_median(role, area.area_code, release)
    parent = find_market(role, found.parent, release)
    scale = found.median / parent.percentiles[2]
    kinds = LOCAL if area.area_type in LOCAL else STATEWIDE
    error = usual_error(role, release, kinds, method=_method(found))
    plural = load_roles()[role].plural.lower()
    how = (
        f"scaled by what {found.compared} other legal and office jobs pay here"
        if found.compared
        else "as it stands, because our data has no other job to compare here"
    )
    note = (
        f"{_why_missing(row, plural)} for {place_words(area)}, {release_words(release)}: "
        f"this is the figure for {place_words(parent.area)} {how}; "
        f"such estimates are usually off by {error:.1%}."
    )
    percentiles = tuple(value * scale for value in parent.percentiles)
    borrowed = None if found.compared else parent.area
    return Market(role, area, release, percentiles, ESTIMATED, note, error, borrowed)


def _method(found: Fallback) -> str:
    if found.compared:
        return SCALED
    return NATIONAL if found.parent == NATION else PARENT


def _why_missing(row: WageRow | None, plural: str) -> str:
    if row is None:
        return f"Our data has no row on {plural}"
    state = row.states.get("annual_median")
    return f"No wage of {plural} ({STATE_WORDS[state]})" if state else f"No wage of {plural} is in our copy"
