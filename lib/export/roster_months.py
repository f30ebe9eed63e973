"""The months a row of a roster names: when a person was hired, and when the person leaves.

A cell that is not understood raises a ValueError whose sentence says what to write.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lib.export.echo import quoted
from lib.pay.ageing import MONTH_NAMES, month_words
from lib.pay.words import MONTHS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS: Final = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})(?:-[0-9]{1,2}(?:[t ].*)?)?"),
    re.compile(r"(?P<month>[0-9]{1,2})/(?:[0-9]{1,2}/)?(?P<year>[0-9]{4})"),
    re.compile(r"(?P<name>[a-z]{3,9})\.? (?:[0-9]{1,2}, ?)?(?P<year>[0-9]{4})"),
)
EARLIEST_YEAR: Final = "1900"  # the first a workbook can hold; one before it is a slip of the keyboard
LATEST: Final = "2099-12"  # the last month a position of a plan can start or end in


def month_of(text: str, what: str) -> str | None:
    """Return a date or month as 2027-03, or None if nothing is stated.

    Args:
        text: The cell.
        what: What the month says, for the sentence.

    Raises:
        ValueError: If it is no month since 1900.
    """
    if not text:
        return None
    match = next((match for pattern in MONTHS if (match := pattern.fullmatch(text.casefold()))), None)
    number = _month_number(match.groupdict()) if match else None
    if match is None or number is None or match["year"] < EARLIEST_YEAR:
        raise ValueError(f"The month {quoted(text)} under “{what}” cannot be read. Write it like 2027-03.")
    return f"{match['year']}-{number:02d}"


def start_of(hired: str | None, end: str | None, *, first: str, last: str | None, notes: list[str]) -> str | None:
    """Return the month in which a position starts, or None for people who are there when the plan begins.

    Args:
        hired: Month in which the person was or will be hired, if stated.
        end: The person's last month, if stated.
        first: First month of the plan.
        last: Its last month; None if it does not matter.
        notes: Gets a sentence about a person who comes later.

    Raises:
        ValueError: If the person leaves before, or comes after every month a plan can name.
    """
    if hired is None or hired <= first:
        return None
    if hired > LATEST:
        raise ValueError(f"Hired in {month_words(hired)}: no plan reaches beyond {month_words(LATEST)}.")
    if end and end < hired:
        raise ValueError(f"Leaves in {month_words(end)}, before the start in {month_words(hired)}.")
    if last and hired > last:
        notes.append(
            f"Starts in {month_words(hired)}, after the plan ends in {month_words(last)}: costs nothing in it."
        )
    else:
        notes.append(f"Starts in {month_words(hired)}, after the plan begins: counted as new, without a search.")
    return hired


def end_of(text: str, first: str, notes: list[str]) -> str | None:
    """Return the last month of a position, or None for people who stay.

    Args:
        text: The cell.
        first: First month of the plan.
        notes: Gets a sentence about a month no plan can name, such as December 9999.

    Raises:
        ValueError: If it is no month, or the person has left before the plan begins.
    """
    end = month_of(text, "leaves")
    if end is not None and end < first:
        raise ValueError(f"Leaves in {month_words(end)}, before the plan begins in {month_words(first)}.")
    if end is not None and end > LATEST:
        notes.append(f"Leaves in {month_words(end)}: counted as staying.")
        return None
    return end


def _month_number(groups: Mapping[str, str | None]) -> int | None:
    name, number = groups.get("name"), int(groups.get("month") or 0)
    if name:
        named = [at for at, month in enumerate(MONTH_NAMES, start=1) if month.lower().startswith(name)]
        return named[0] if named else None
    return number if 1 <= number <= MONTHS_A_YEAR else None
