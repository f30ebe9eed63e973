"""Every published wage figure by its amount: which figures equal $66,510?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from lib.pay.claim_amounts import HOUR, YEAR
from lib.pay.claim_cues import MEAN, MEDIAN
from lib.pay.market import place_words, release_words
from lib.pay.words import HOURS_A_YEAR
from lib.tables import load_roles, load_wages
from lib.tables.wage_schema import ALL_INDUSTRIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    Positions = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

STATISTICS: Final = (MEDIAN, MEAN, "p10", "p25", "p75", "p90")
PREFIX: Final = {YEAR: "annual", HOUR: "hourly"}


@dataclass(frozen=True)
class PublishedFigure:
    """A wage figure that BLS published, all industries.

    Attributes:
        amount: In dollars, a year or an hour.
        per: year or hour.
        statistic: median, mean, p10, p25, p75 or p90.
        role: Key of the role.
        area_code: BLS area code.
        release: Reference month.
        derived: Whether an hourly figure is the published annual one over 2,080 hours, as BLS relates the two;
            our copies of the state and area tables hold annual figures only.
    """

    amount: float
    per: str
    statistic: str
    role: str
    area_code: str
    release: str
    derived: bool = False

    @property
    def words(self) -> str:
        """What it is, such as "the median annual wage of paralegals in the United States, May 2024"."""
        plural, place = role_words(self.role), place_words(load_wages().areas[self.area_code])
        kind = PREFIX[self.per]
        name = statistic_words(self.statistic)
        what = f"{name} {kind} wage" if self.statistic in (MEDIAN, MEAN) else f"{name} of {kind} wages"
        joint = "of" if self.statistic in (MEDIAN, MEAN) else "for"
        how = " (the annual figure over 2,080 hours)" if self.derived else ""
        return f"the {what} {joint} {plural} in {place}, {release_words(self.release)}{how}"


def statistic_words(statistic: str) -> str:
    """Return "median", "mean (average)" or "10th percentile"."""
    if statistic == MEAN:
        return "mean (average)"
    return statistic if statistic == MEDIAN else f"{statistic[1:]}th percentile"


def role_words(role: str) -> str:
    """Return a role's people, such as "legal secretaries"."""
    return load_roles()[role].plural.lower()


class FigureIndex:
    """The figures of one unit, sorted by amount.

    Attributes:
        per: year or hour.
        amounts: In dollars, rising.
        statistics: Of each figure, its place in `STATISTICS`.
        roles: Of each figure, its place in `role_keys`.
        areas: Of each figure, its place in `area_codes`.
        releases: Of each figure, its place in `release_months`, oldest first.
    """

    def __init__(self, rows: pd.DataFrame, per: str) -> None:
        self.per = per
        keys = {role.soc_code: role.role for role in load_roles().values()}
        table, derived = _figures(rows, per)
        row, statistic = np.nonzero(~np.isnan(table))
        order = np.argsort(table[row, statistic], kind="stable")
        row, statistic = row[order], statistic[order]
        self.amounts = table[row, statistic]
        self.derived: Flags = derived[row, statistic]
        self.statistics: Positions = statistic
        self.role_keys, self.roles = _coded(rows["soc_code"].map(keys), row)
        self.area_codes, self.areas = _coded(rows["area_code"], row)
        self.release_months, self.releases = _coded(rows["release"], row)

    def between(self, low: float, high: float) -> Positions:
        """Return the places of the figures from ``low`` to below ``high``."""
        first, last = np.searchsorted(self.amounts, [low, high])
        return np.arange(first, last)

    def figure(self, at: int) -> PublishedFigure:
        """Return the figure at a place."""
        return PublishedFigure(
            float(self.amounts[at]),
            self.per,
            STATISTICS[self.statistics[at]],
            self.role_keys[self.roles[at]],
            self.area_codes[self.areas[at]],
            self.release_months[self.releases[at]],
            bool(self.derived[at]),
        )


def _figures(rows: pd.DataFrame, per: str) -> tuple[npt.NDArray[np.float64], Flags]:
    """Return the figures of each row by statistic, and which of them are annual ones over 2,080 hours."""
    annual, own = (
        rows[[f"{prefix}_{statistic}" for statistic in STATISTICS]].to_numpy(dtype=np.float64)
        for prefix in (PREFIX[YEAR], PREFIX[per])
    )
    derived: Flags = np.isnan(own) & ~np.isnan(annual)
    return np.where(derived, np.round(annual / HOURS_A_YEAR, 2), own), derived


def among(found: Positions, names: Iterable[str], wanted: tuple[str, ...]) -> Flags:
    """Say of coded values whether they are among the wanted names; all are if nothing is wanted."""
    if not wanted:
        return np.ones(len(found), dtype=np.bool_)
    flags: Flags = np.array([name in wanted for name in names], dtype=np.bool_)[found]
    return flags


def _coded(column: pd.Series[str], row: Positions) -> tuple[tuple[str, ...], Positions]:
    codes, names = pd.factorize(column, sort=True)
    return tuple(str(name) for name in names), codes[row]


@cache
def figure_index(per: str) -> FigureIndex:
    """Return the index of the yearly or the hourly figures, built once."""
    rows = load_wages().rows
    return FigureIndex(rows[rows["naics"] == ALL_INDUSTRIES], per)


def find_figure(statistic: str, per: str, role: str, area_code: str, release: str) -> PublishedFigure | None:
    """Return a published figure by what it is, or None if there is none."""
    wages = load_wages()
    position = wages.positions.get((release, area_code, load_roles()[role].soc_code))
    if position is None:
        return None
    annual, amount = (
        float(wages.rows[f"{prefix}_{statistic}"].to_numpy()[position]) for prefix in (PREFIX[YEAR], PREFIX[per])
    )
    derived = bool(np.isnan(amount)) and not np.isnan(annual)
    amount = round(annual / HOURS_A_YEAR, 2) if derived else amount
    return None if np.isnan(amount) else PublishedFigure(amount, per, statistic, role, area_code, release, derived)
