"""What must be true of the figures in one row."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lib.ingest.refusal import RefusedError
from lib.tables.wage_schema import HOURLY_PERCENTILES, PERCENTILES, STATED_COLUMNS, CellState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WHOLE_NUMBERS: Final = ("employment", "annual_mean", *PERCENTILES)
WAGES: Final = ("annual_mean", *PERCENTILES, "hourly_mean", *HOURLY_PERCENTILES)
RELATIVE_ERRORS: Final = ("employment_rse", "mean_rse")
HOURS_A_YEAR: Final = 2080  # BLS: annual wage = hourly wage x 2,080
ROUNDING: Final = 15.5  # dollars; BLS rounds to cents and to ten dollars: 2,080 x $0.005 + $5 = $15.40
TOP_CODES: Final = (CellState.TOP_CODED, CellState.PROBABLY_TOP_CODED)


def check_row(row: Mapping[str, str], *, place: str) -> None:
    """Check the figures of one row.

    Raises:
        RefusedError: If one is impossible; names the place, the area and the occupation.
    """
    numbers = {column: float(row[column]) for column in STATED_COLUMNS if is_number(row[column])}
    for wrong in (
        *impossible_numbers(numbers),
        *out_of_order(row, PERCENTILES),
        *out_of_order(row, HOURLY_PERCENTILES),
        *hourly_differs(numbers),
    ):
        raise RefusedError(f"{place} ({row['area_title']}, {row['soc_title']}, {row['release']}): {wrong}.")


def is_number(cell: str) -> bool:
    """Tell whether a cell holds a number rather than a state or nothing."""
    return cell != "" and cell not in set(CellState)


def impossible_numbers(numbers: Mapping[str, float]) -> list[str]:
    """Return what is wrong with single numbers."""
    wrong = [f"{name} is negative ({number:,g})" for name, number in numbers.items() if number < 0]
    wrong += [f"{name} is zero" for name in WAGES if numbers.get(name) == 0]
    wrong += [
        f"{name} is {numbers[name]}, not a whole number"
        for name in WHOLE_NUMBERS
        if not numbers.get(name, 0.0).is_integer()
    ]
    wrong += [
        f"{name} is {numbers[name]:g}, more than 100 per cent"
        for name in RELATIVE_ERRORS
        if numbers.get(name, 0.0) > 100
    ]
    return wrong


def out_of_order(row: Mapping[str, str], percentiles: Sequence[str]) -> list[str]:
    """Return which percentile is below a lower one. Equal neighbours are real and in order."""
    heights = [
        (column, float("inf") if row[column] in TOP_CODES else float(row[column]))
        for column in percentiles
        if row[column] in TOP_CODES or is_number(row[column])
    ]
    return [
        f"{higher} ({row[higher]}) is below {lower} ({row[lower]})"
        for (lower, low), (higher, high) in pairwise(heights)
        if high < low
    ]


def hourly_differs(numbers: Mapping[str, float]) -> list[str]:
    """Return which hourly wage is not the annual one divided by the hours of a year."""
    pairs = [(name, name.replace("hourly", "annual")) for name in ("hourly_mean", *HOURLY_PERCENTILES)]
    return [
        f"{hourly} {numbers[hourly]:g} x {HOURS_A_YEAR:,} is not {annual} {numbers[annual]:g}"
        for hourly, annual in pairs
        if hourly in numbers and annual in numbers and abs(numbers[hourly] * HOURS_A_YEAR - numbers[annual]) > ROUNDING
    ]
