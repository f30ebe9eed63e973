"""Pay carried from the month of a release to a later month by the Employment Cost Index.

pay x (1 + change) ^ (months / 12), with the change over the twelve months in which the months lie. After the
last published quarter the last change goes on: an assumption, always said.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.pay.market import release_words
from lib.pay.months import month_number
from lib.pay.words import MONTHS_A_YEAR, dollars
from lib.tables import load_cost_index

if TYPE_CHECKING:
    from datetime import date

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Ageing:
    """How pay is carried to a later month.

    Attributes:
        role: Role key.
        release: Month the pay is of.
        month: Month it is carried to, such as 2026-11.
        stretches: For each stretch its months and the yearly change applied, in order.
        quarter: The last published quarter that is used.
        assumed: Months after that quarter.
        series: The index used.
    """

    role: str
    release: str
    month: str
    stretches: tuple[tuple[int, float], ...]
    quarter: str
    assumed: int
    series: str

    @property
    def factor(self) -> float:
        """What pay is multiplied by."""
        product = 1.0
        for months, change in self.stretches:
            product *= (1 + change) ** (months / MONTHS_A_YEAR)
        return product

    def sentence(self, pay: float) -> str:
        """Say what an amount of the release's month comes to, and how."""
        return (
            f"{dollars(pay)} in {release_words(self.release)} comes to about {dollars(pay * self.factor)} in "
            f"{month_words(self.month)}"
        )

    def origin(self) -> str:
        """Say how it is carried: formula, last published quarter and the assumption after it."""
        parts = ["pay", *(f"{1 + change:.3f}^({months}/12)" for months, change in self.stretches)]
        words = f"{' × '.join(parts)} = pay × {self.factor:.4f}. BLS Employment Cost Index, wages and salaries, "
        words += f"{self.series[0].lower()}{self.series[1:]}, 12-month change to {month_words(self.quarter)}"
        if self.assumed:
            rate = self.stretches[-1][1]
            return f"{words}; the {self.assumed} months after it are assumed to go on at {rate:.1%} a year."
        return f"{words}."


def ageing(role: str, release: str, month: str, *, known: str | None = None) -> Ageing | None:
    """Return how pay of a release is carried to a later month.

    Args:
        role: Role key.
        release: Reference month of the pay.
        month: The later month; the release itself gives the factor 1.
        known: Last quarter whose change is known; by default the last of the table.

    Returns:
        None if months after the release, up to the last published quarter, are not covered by any change.
    """
    changes = _changes(role, known)
    spans = [(month_number(quarter) - MONTHS_A_YEAR, month_number(quarter), change) for quarter, change in changes]
    at, end = month_number(release), month_number(month)
    if not spans or at < spans[0][0]:
        return None
    stretches = []
    for begin, stop, change in spans:
        if at < min(stop, end):
            if at < begin:
                return None
            stretches.append((min(stop, end) - at, change))
            at = min(stop, end)
    last, change = changes[-1]
    assumed = max(end - at, 0)
    if assumed:
        stretches.append((assumed, change))
    return Ageing(role, release, month, tuple(stretches), last, assumed, _series(role))


def this_month(today: date) -> str:
    """Return the month of a day as the tables write it."""
    return f"{today.year}-{today.month:02d}"


def month_words(month: str) -> str:
    """Return "March 2026" for "2026-03"."""
    year, number = month.split("-")
    return f"{MONTH_NAMES[int(number) - 1]} {year}"


@cache
def _changes(role: str, known: str | None) -> tuple[tuple[str, float], ...]:
    """Return one change for each stretch of twelve months, oldest first, without overlap, the newest kept."""
    rows = load_cost_index()
    rows = rows[(rows["role"] == role) & (rows["quarter"] <= (known or "9999"))]
    kept: list[tuple[str, float]] = []
    for quarter, change in zip(rows["quarter"].tolist()[::-1], rows["change"].tolist()[::-1], strict=True):
        if not kept or month_number(quarter) <= month_number(kept[-1][0]) - MONTHS_A_YEAR:
            kept.append((quarter, change))
    return tuple(kept[::-1])


@cache
def _series(role: str) -> str:
    rows = load_cost_index()
    return str(rows.loc[rows["role"] == role, "series"].iloc[0])
