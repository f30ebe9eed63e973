"""Calendar months as numbers, so that one can count with them."""

from __future__ import annotations

from lib.pay.words import MONTHS_A_YEAR


def month_number(month: str) -> int:
    """Return the number of a month such as 2027-03: year x 12 + month - 1."""
    year, number = month.split("-")
    return int(year) * MONTHS_A_YEAR + int(number) - 1


def month_text(number: int) -> str:
    """Return the month of a number, such as 2027-03."""
    return f"{number // MONTHS_A_YEAR}-{number % MONTHS_A_YEAR + 1:02d}"
