"""A role's pay in every place of a release, for everybody or for a person with stated facts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import nan
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lib.pay.estimate import Estimate
from lib.pay.market import PUBLISHED, Market, find_market, place_words, release_words
from lib.pay.prices import price_index
from lib.pay.profile import Profile
from lib.pay.shifts import shifts_of
from lib.pay.words import dollars
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.wage_schema import NATION, STATE_WORDS

if TYPE_CHECKING:
    from lib.tables import Area, WageRow

PERCENTILE_COLUMNS: Final = ("p10", "p25", "median", "p75", "p90")
DOLLARS: Final = "dollars"
JOBS: Final = "jobs"
RATIO: Final = "ratio"
SHARE: Final = "share"
Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Measure:
    """A figure by which places are compared.

    Attributes:
        key: Column of `place_rows`.
        label: What people read.
        unit: dollars, jobs, ratio or share.
        column: Column of data/bls_wages.csv it stands in, empty for the change between releases.
    """

    key: str
    label: str
    unit: str
    column: str


MEASURES: Final = {
    measure.key: measure
    for measure in (
        Measure("median", "Median pay", DOLLARS, "annual_median"),
        Measure("p10", "10th percentile", DOLLARS, "annual_p10"),
        Measure("p25", "25th percentile", DOLLARS, "annual_p25"),
        Measure("p75", "75th percentile", DOLLARS, "annual_p75"),
        Measure("p90", "90th percentile", DOLLARS, "annual_p90"),
        Measure("mean", "Mean pay (not the median)", DOLLARS, "annual_mean"),
        Measure("employment", "Jobs in the role", JOBS, "employment"),
        Measure("location_quotient", "Location quotient (1 = as common as in the nation)", RATIO, "location_quotient"),
        Measure("change", "Change of the median since the release before", SHARE, ""),
    )
}


def areas_of(release: str) -> tuple[Area, ...]:
    """Return every place a release names: nation, states, territories, metro and nonmetro areas, by code."""
    return _areas_of(release)


@cache
def _areas_of(release: str) -> tuple[Area, ...]:
    wages = load_wages()
    codes = {code for of_release, code, _ in wages.positions if of_release == release}
    return tuple(wages.areas[code] for code in sorted(codes))


def release_before(release: str) -> str | None:
    """Return the release before, or None for the first."""
    older = [each for each in load_wages().releases if each < release]
    return older[0] if older else None


@lru_cache(maxsize=64)
def place_rows(role: str, release: str, facts: Facts = ()) -> pd.DataFrame:
    """Return a role's figures in every place of a release. Shared: do not change the frame.

    Args:
        role: Role key; stated facts need one of the two central roles.
        release: Reference month.
        facts: Stated facts as (factor, level), applied to the percentiles only.

    Returns:
        One row a place, in the order of `areas_of`: area_code, place, area_type, state; the five percentiles in
        dollars a year (NaN where nothing is known), basis ("published" or "estimated"), error (usual error of an
        estimated median as a share, else NaN), note; mean, mean_rse, employment, location_quotient as published,
        NaN where they are not; change of the published median since the release before, a share; index (price
        level, United States 100) and index_own (whether it is the place's own, not its state's).
    """
    stated = Profile(role=role, release=release, **dict(facts)).stated if role in central_roles() else {}
    before = release_before(release)
    rows = pd.DataFrame([_place_row(role, area, release, before, stated) for area in areas_of(release)])
    return rows.astype(dict.fromkeys(("error", "mean_rse", "index", *MEASURES), "float64"))


def _place_row(role: str, area: Area, release: str, before: str | None, stated: dict[str, str]) -> dict[str, Any]:
    wages, soc_code = load_wages(), load_roles()[role].soc_code
    row = wages.find(release, area.area_code, soc_code)
    market = _market(role, area, release, row)
    now = wages.medians.get((release, area.area_code, soc_code))
    then = wages.medians.get((before, area.area_code, soc_code)) if before else None
    index, own = price_index(area)
    return {
        "area_code": area.area_code,
        "place": area.area_title,
        "area_type": area.area_type,
        "state": area.state,
        **dict(zip(PERCENTILE_COLUMNS, _percentiles(role, market, stated), strict=True)),
        "basis": market.basis,
        "error": market.error,
        "note": market.note,
        "mean": row.mean if row else None,
        "mean_rse": row.mean_rse if row else None,
        "employment": row.employment if row else None,
        "location_quotient": row.location_quotient if row else None,
        "change": now / then - 1 if now and then else None,
        "index": index,
        "index_own": own,
    }


def _market(role: str, area: Area, release: str, row: WageRow | None) -> Market:
    """Return the pay of a role in a place; where the nation's percentiles are not all published, as it stands.

    Nothing can be filled in from the nation then: lawyers before May 2025, whose highest pay is top-coded.
    """
    nation = load_wages().find(release, NATION, load_roles()[role].soc_code)
    if any(each is not None and None not in each.percentiles for each in (row, nation)):
        return find_market(role, area.area_code, release)
    known = row.percentiles if row else (None,) * len(PERCENTILE_COLUMNS)
    reasons = (missing_words(role, area.area_code, release, measure) for measure in ("median", *PERCENTILE_COLUMNS))
    percentiles = tuple(nan if value is None else value for value in known)
    return Market(role, area, release, percentiles, PUBLISHED, next(filter(None, reasons)), None)


def _percentiles(role: str, market: Market, stated: dict[str, str]) -> tuple[float, ...]:
    if not stated:
        return market.percentiles
    return Estimate(Profile(role=role), market, shifts_of(role, stated, market.curve.slope)).percentiles


def missing_words(role: str, area_code: str, release: str, measure: str) -> str:
    """Say why a place has no published figure.

    Args:
        role: Role key.
        area_code: BLS area code.
        release: Reference month.
        measure: Key of `MEASURES`.

    Returns:
        One sentence; empty if the figure is published.
    """
    area, plural = load_wages().areas[area_code], load_roles()[role].plural.lower()
    where = f"{plural} in {place_words(area)}, {release_words(release)}"
    if measure == "change":
        return _missing_change(role, area_code, release, where)
    row = load_wages().find(release, area_code, load_roles()[role].soc_code)
    label = MEASURES[measure].label.split(" (")[0].lower()
    if row is None:
        return f"Our data has no row on {where}."
    if _cell(row, measure) is not None:
        return ""
    state = row.states.get(MEASURES[measure].column)
    why = STATE_WORDS[state] if state else "our copy of this release has none"
    return f"No {label} of {where}: {why}."


def collapsed_words(role: str, area_code: str, release: str) -> str:
    """Say which neighbouring percentiles BLS published as one and the same figure; empty if none are."""
    row = load_wages().find(release, area_code, load_roles()[role].soc_code)
    if row is None:
        return ""
    named = [MEASURES[name].label.lower().replace("median pay", "median") for name in PERCENTILE_COLUMNS]
    pairs = [
        f"{low} and {high} are both {dollars(one)}"
        for (low, one), (high, other) in pairwise(zip(named, row.percentiles, strict=True))
        if one is not None and one == other
    ]
    if not pairs:
        return ""
    plural, area = load_roles()[role].plural.lower(), load_wages().areas[area_code]
    return (
        f"Of {plural} in {place_words(area)}, {release_words(release)}, {'; '.join(pairs)}: many answers fell into one "
        "wage interval, so read these figures, and a change to or from them, with care."
    )


def _missing_change(role: str, area_code: str, release: str, where: str) -> str:
    before, medians = release_before(release), load_wages().medians
    soc_code = load_roles()[role].soc_code
    for each in (release, before):
        if each is None or (each, area_code, soc_code) not in medians:
            words = release_words(each) if each else "an earlier release"
            return f"No change of {where}: no median of {words} for the same area."
    return ""


def _cell(row: WageRow, measure: str) -> float | None:
    if measure in PERCENTILE_COLUMNS:
        return row.percentiles[PERCENTILE_COLUMNS.index(measure)]
    cell: float | None = getattr(row, measure)
    return cell


def without_nation(rows: pd.DataFrame, *kinds: str) -> pd.DataFrame:
    """Return the places of the given kinds (all but the nation if none is named)."""
    wanted = rows["area_type"].isin(kinds) if kinds else rows["area_code"] != NATION
    return rows[wanted]
