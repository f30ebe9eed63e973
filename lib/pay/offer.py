"""Where an offer stands, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lib.pay.estimate import estimate
from lib.pay.market import place_words
from lib.pay.profile import Profile
from lib.pay.words import HOURS_A_YEAR, dollars, percentile_words
from lib.tables import load_roles

if TYPE_CHECKING:
    from lib.pay.estimate import Estimate

LEAST_PLAUSIBLE: Final = 15_080  # the federal minimum wage of $7.25 for 2,080 hours


@dataclass(frozen=True)
class Verdict:
    """Where an offer stands.

    Attributes:
        sentences: Against people like this (if facts are stated) and against everybody in the role here.
        doubt: A question about the amount if it looks like a slip, else empty.
    """

    sentences: tuple[str, ...]
    doubt: str


def annual_amount(amount: float, per: str) -> float:
    """Return dollars a year for an amount per "year" or per "hour"."""
    return amount * HOURS_A_YEAR if per == "hour" else amount


def judge_offer(found: Estimate, annual_pay: float) -> Verdict:
    """Say where an annual amount stands.

    Args:
        found: The estimate for the profile.
        annual_pay: Dollars a year, more than 0.
    """
    profile = found.profile
    everybody = estimate(Profile(role=profile.role, area=profile.area, release=profile.release))
    plural = load_roles()[profile.role].plural.lower()
    groups = [(everybody, f"everybody: {plural} in {place_words(found.market.area)}")]
    if found.shifts:
        groups.insert(0, (found, f"{plural} like this"))
    sentences = tuple(
        f"Against {name}, {dollars(annual_pay)} a year stands "
        f"{percentile_words(group.percentile_of(annual_pay))}. That is {_distance(annual_pay, group.median)}."
        for group, name in groups
    )
    return Verdict(sentences, _doubt(annual_pay, everybody.p90))


def _distance(annual_pay: float, median: float) -> str:
    gap = annual_pay - median
    if round(gap) == 0:
        return f"the median of {dollars(median)}"
    return f"{dollars(abs(gap))} {'above' if gap > 0 else 'below'} their median of {dollars(median)}"


def _doubt(annual_pay: float, p90: float) -> str:
    if annual_pay < LEAST_PLAUSIBLE:
        return (
            f"{dollars(annual_pay)} a year is less than full-time work at the federal minimum wage "
            f"({dollars(LEAST_PLAUSIBLE)}). Is the amount per hour, or for part-time work?"
        )
    if annual_pay > 3 * p90:
        return "That is more than three times the 90th percentile. Is the amount per year?"
    return ""
