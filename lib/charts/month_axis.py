"""The axis of months: as many names as a phone has room for, and as many marks on a line as can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lib.pay.ageing import month_words

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS: Final = (1, 2, 3, 6, 12, 24)  # months from one name, or mark, to the next


def month_axis(months: Sequence[str], most: int) -> dict[str, Any]:
    """Return the settings of an axis of months, all equally wide.

    Args:
        months: Such as 2027-01, in order.
        most: Names that fit under the chart.
    """
    named = list(months[:: month_step(len(months), most)])
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": list(months),
        "range": [-0.5, len(months) - 0.5],
        "tickvals": named,
        "ticktext": [short_month(month) for month in named],
        "tickangle": 0,
        "ticklabelstandoff": 6,  # or the first name touches the $0 beside it
        "showgrid": False,
    }


def month_step(count: int, most: int) -> int:
    """Return the months from one name to the next, so that there are at most so many names."""
    return next((step for step in STEPS if count <= step * most), STEPS[-1])


def short_month(month: str) -> str:
    """Return "Jan 2027" for "2027-01"."""
    name, year = month_words(month).split()
    return f"{name[:3]} {year}"


def mark_sizes(count: int, most: int, size: int) -> list[int]:
    """Return the size of the mark in each month: 0 but for every few months and the last.

    Args:
        count: Months of the line.
        most: Marks that can be told apart.
        size: Pixels.
    """
    step = month_step(count, most)
    return [size if month % step == 0 or month == count - 1 else 0 for month in range(count)]
