"""Where an offer stands, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lib.pay.estimate import estimate
from lib.pay.profile import Profile
from lib.pay.words import HOURS_A_YEAR, dollars, percentile_words
from lib.tables import load_roles

if TYPE_CHECKING:
    from lib.pay.estimate import Estimate

IMPLAUSIBLE: Final = 3  # times the 90th percentile
LEAST_PLAUSIBLE: Final = 15_080  # the federal minimum wage of $7.25 for 2,080 hours


@dataclass(frozen=True)
class Verdict:
    """Where an offer stands.

    Attributes:
        finding: The answer in one sentence.
        sentences: Against people like this (if facts are stated) and against everybody in the role here.
        doubt: A question about the amount if it looks like a slip, else empty.
        drawable: Whether the amount lies near enough to the ranges to be drawn with them.
    """

    finding: str
    sentences: tuple[str, ...]
    doubt: str
    drawable: bool


def annual_amount(amount: float, per: str) -> float:
    """Return dollars a year for an amount per "year" or per "hour"."""
    return amount * HOURS_A_YEAR if per == "hour" else amount


def amount_words(annual_pay: float, per: str) -> str:
    """Return an annual amount in the unit asked for, such as $62,890 a year or $30.24 an hour."""
    if per == "hour":
        return f"{dollars(annual_pay / HOURS_A_YEAR, cents=True)} an hour"
    return f"{dollars(annual_pay)} a year"


def judge_offer(found: Estimate, annual_pay: float, per: str = "year") -> Verdict:
    """Say where an amount stands.

    Args:
        found: The estimate for the profile.
        annual_pay: Dollars a year, more than 0.
        per: The unit to speak in, "year" or "hour".
    """
    profile = found.profile
    everybody = estimate(Profile(role=profile.role, area=profile.area, release=profile.release))
    plural = load_roles()[profile.role].plural.lower()
    groups = [(everybody, f"everybody: {plural} in {found.market.place}")]
    if found.shifts:
        groups.insert(0, (found, f"{plural} like this"))
    offered = amount_words(annual_pay, per)
    sentences = tuple(
        f"Against {name}, {offered} stands {percentile_words(group.percentile_of(annual_pay))}. "
        f"That is {_distance(annual_pay, group.median, per)}."
        for group, name in groups
    )
    drawable = everybody.p10 / 2 <= annual_pay <= everybody.p90 * 2
    return Verdict(_finding(found, annual_pay, offered), sentences, _doubt(annual_pay, everybody.p90, per), drawable)


def _finding(found: Estimate, annual_pay: float, offered: str) -> str:
    whom = "people like this" if found.shifts else "people in this role here"
    steps = (
        (found.p10, f"is low: fewer than 1 in 10 {whom} earn less"),
        (found.p25, f"is on the low side: below the middle half of {whom}"),
        (found.median, f"is usual: in the lower part of the middle half of {whom}"),
        (found.p75, f"is usual: in the upper part of the middle half of {whom}"),
        (found.p90, f"is on the high side: above the middle half of {whom}"),
    )
    for limit, words in steps:
        if annual_pay < limit or annual_pay == limit == found.p90:
            return f"{offered} {words}"
    return f"{offered} is high: more than 9 in 10 {whom} earn less"


def _distance(annual_pay: float, median: float, per: str) -> str:
    gap, middle = annual_pay - median, _bare(median, per)
    distance = _bare(abs(gap), per)
    if distance == _bare(0, per):
        return f"the median of {middle}"
    return f"{distance} {'above' if gap > 0 else 'below'} their median of {middle}"


def _bare(annual_pay: float, per: str) -> str:
    return amount_words(annual_pay, per).split(" ")[0]


def _doubt(annual_pay: float, p90: float, per: str) -> str:
    if annual_pay < LEAST_PLAUSIBLE:
        question = "Is it for part-time work?" if per == "hour" else "Is the amount per hour, or for part-time work?"
        offered = amount_words(annual_pay, per)
        floor = _bare(LEAST_PLAUSIBLE, per)
        return f"{offered} is less than full-time work at the federal minimum wage ({floor}). {question}"
    if annual_pay > IMPLAUSIBLE * p90:
        question = "Is the amount per year?" if per == "hour" else "Is the amount right?"
        return f"That is more than three times the 90th percentile. {question}"
    return ""
