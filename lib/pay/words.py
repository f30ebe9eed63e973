"""Numbers in words, the same everywhere."""

from __future__ import annotations

from typing import Final

HOURS_A_YEAR: Final = 2080  # the hours BLS uses between hourly and annual wages
MONTHS_A_YEAR: Final = 12
WITHIN: Final = (10, 90)


def dollars(amount: float, *, cents: bool = False) -> str:
    """Return an amount such as $62,890, or $30.24 with cents."""
    text = f"${abs(amount):,.2f}" if cents else f"${abs(amount):,.0f}"
    return f"-{text}" if round(amount, 2 if cents else 0) < 0 else text


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th, ..."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def percentile_words(percentile: float) -> str:
    """Say where a percentile (0 to 100) stands, without false precision outside the published points."""
    low, high = WITHIN
    if percentile < low:
        return f"below the {ordinal(low)} percentile: fewer than 1 in 10 earn less"
    if percentile > high:
        return f"above the {ordinal(high)} percentile: more than 9 in 10 earn less"
    rounded = round(percentile)
    return f"at about the {ordinal(rounded)} percentile: about {rounded} in 100 earn less"


def share_words(share: float) -> str:
    """Say which share (0 to 1) of people it is, without false precision outside the published points."""
    if share < 0.1:
        return "fewer than 1 in 10"
    return "more than 9 in 10" if share > 0.9 else f"about {round(100 * share)} in 100"
