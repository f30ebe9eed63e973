"""What the check of a claim says beside its sentences: headings, marks, what was searched, what was left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lib.pay.claim_amounts import HOUR, YEAR
from lib.pay.claim_cues import MEAN, MEDIAN
from lib.pay.claim_figures import figure_index, role_words, statistic_words
from lib.pay.claims import LONGEST, Verdict
from lib.pay.market import place_words, release_words
from lib.pay.words import dollars
from lib.tables import central_roles, load_wages
from lib.tables.outlook import load_outlook

if TYPE_CHECKING:
    from lib.pay.claim_figures import PublishedFigure
    from lib.pay.claims import CheckedAmount

_LABELS: Final = {
    Verdict.RIGHT: "Right",
    Verdict.WRONG_NAME: "Wrong name",
    Verdict.WRONG_YEAR: "Other year",
    Verdict.WRONG_ROLE: "Other role",
    Verdict.WRONG_PLACE: "Other place",
    Verdict.NEAR: "Near",
    Verdict.NOT_FOUND: "Not found",
}
UNNAMED: Final = "Published, not named"
UNCHECKED: Final = "Not checked"
_GAPS: Final = " \n\t;|"
_OUTLOOK: Final = re.compile(
    r"\b(?:jobs?|openings?|outlook|demand|grow\w*|shrink\w*|declin\w*|percent)\b|%", re.IGNORECASE
)


def verdict_label(checked: CheckedAmount) -> str:
    """Return the verdict in one to three words."""
    if checked.per not in (YEAR, HOUR):
        return UNCHECKED
    if checked.verdict == Verdict.RIGHT and not checked.right_name:
        return UNNAMED
    return _LABELS[checked.verdict]


def claim_heading(checked: CheckedAmount) -> str:
    """Return the verdict as a heading, such as "$66,510 is the mean (average) of May 2024, not the median"."""
    amount = amount_words(checked)
    if checked.per not in (YEAR, HOUR):
        return f"{amount} a {checked.per} is not checked"
    if checked.found is None:
        return f"{amount} fits no published figure"
    name = f"the {statistic_words(checked.found.statistic)} of {release_words(checked.found.release)}"
    if not checked.exact:
        return f"{amount} is near {name}, but equals no figure that fits"
    rounded = "" if checked.found.amount == checked.amount else ", rounded,"
    return f"{amount} is{rounded} {name}{_ending(checked, checked.found)}"


def _ending(checked: CheckedAmount, found: PublishedFigure) -> str:
    if checked.verdict == Verdict.WRONG_PLACE:
        return f", but in {place_words(load_wages().areas[found.area_code])}"
    if checked.verdict == Verdict.WRONG_ROLE:
        return f", but of {role_words(found.role)}"
    if checked.verdict == Verdict.WRONG_YEAR:
        return ", not of the year in the text"
    if checked.verdict == Verdict.WRONG_NAME and checked.named:
        return f", not the {statistic_words(checked.named)}"
    return ", as the text says" if checked.right_name else "; the text does not say which figure it means"


def amount_words(checked: CheckedAmount) -> str:
    """Return the amount in full: $58,000 for the 58 of $58-65K."""
    return dollars(checked.amount, cents=checked.per == HOUR or checked.amount != round(checked.amount))


def average_words(checked: CheckedAmount) -> str:
    """Explain mean and median where a text takes one for the other; else empty."""
    found = checked.found.statistic if checked.found else None
    if checked.verdict != Verdict.WRONG_NAME or {checked.named, found} != {MEDIAN, MEAN}:
        return ""
    return (
        "Median: half of the jobs pay less, half pay more. Mean: all pay divided by all jobs, which a few very high "
        "salaries pull up."
    )


def searched_words() -> str:
    """Say which figures an amount is compared with."""
    yearly, hourly = figure_index(YEAR), figure_index(HOUR)
    first, last = yearly.release_months[0], yearly.release_months[-1]
    return (
        f"BLS OEWS, {release_words(first)} to {release_words(last)}: {len(yearly.amounts):,} yearly and "
        f"{int((~hourly.derived).sum()):,} hourly figures, elsewhere the yearly "
        "ones over 2,080 hours (median, mean, 10th, 25th, 75th and 90th percentile) of "
        f"{len(yearly.role_keys)} legal and office occupations in up to {len(yearly.area_codes)} places"
    )


def within_limit(text: str) -> tuple[str, str]:
    """Return the part of a text that is checked, and a sentence if that is not all of it."""
    if len(text) <= LONGEST:
        return text, ""
    part = text[:LONGEST]
    end = max(part.rfind(gap) for gap in _GAPS)  # an amount cut in two would be another amount
    return part[: end + 1], (
        f"The text has {len(text):,} characters; only the first {LONGEST:,} are checked. The box keeps all of it."
    )


def outlook_words(text: str) -> str:
    """Say what BLS projects, if a text without an amount speaks of jobs or growth; else empty."""
    if not _OUTLOOK.search(text):
        return ""
    outlooks = [load_outlook()[role] for role in central_roles()]
    parts = [
        f"{role_words(each.role)} {each.change_percent:+.1f}% jobs and {each.openings_a_year:,} openings a year"
        for each in outlooks
    ]
    return f"What BLS projects for {outlooks[0].period}: {'; '.join(parts)}."
