"""The notes of a csv copy (column CELL_NOTE) about marks of BLS that the copy lost.

The copy says in words what the empty cell was. An empty cell without a note is a field that the copy
does not carry; it stays empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.ingest.refusal import RefusedError
from lib.tables.wage_schema import HOURLY_PERCENTILES, PERCENTILES, CellState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ANNUAL: Final = ("annual_mean", *PERCENTILES)
HOURLY: Final = ("hourly_mean", *HOURLY_PERCENTILES)

EMPLOYMENT_WITHHELD: Final = ("**",)
TOP_CODED: Final = ("top-code",)
WAGE_WITHHELD: Final = ("wage not available (BLS *;", "wage not available (BLS * ;")
WAGE_NOT_AVAILABLE: Final = ("BLS * or #", "median blank")
NOTHING_AVAILABLE: Final = ("no value in source",)
NOT_CARRIED: Final = ("source kept only",)
KNOWN: Final = (
    *EMPLOYMENT_WITHHELD,
    *TOP_CODED,
    *WAGE_WITHHELD,
    *WAGE_NOT_AVAILABLE,
    *NOTHING_AVAILABLE,
    *NOT_CARRIED,
)


def apply_note(figures: Mapping[str, str], note: str, *, place: str) -> dict[str, str]:
    """Return the row's figures with the words that its note stands for.

    Args:
        figures: Our columns and their cells.
        note: Text of CELL_NOTE.
        place: The file and the row, for the message.

    Raises:
        RefusedError: If the note says nothing that we know.
    """
    if note and not says(note, KNOWN):
        raise RefusedError(f"{place}: the CELL_NOTE {note!r} is not one of the notes that are understood here.")
    marked = dict(figures)
    wages = (*ANNUAL, *HOURLY) if any(figures[column] for column in HOURLY) else ANNUAL
    if says(note, EMPLOYMENT_WITHHELD):
        marked |= fill_empty(marked, ["employment"], CellState.WITHHELD)
    if says(note, TOP_CODED):
        for percentiles in (PERCENTILES, HOURLY_PERCENTILES):
            marked |= fill_empty(marked, above_published(marked, percentiles), CellState.PROBABLY_TOP_CODED)
    if says(note, WAGE_WITHHELD):
        marked |= fill_empty(marked, wages, CellState.WITHHELD)
    if says(note, (*WAGE_NOT_AVAILABLE, *NOTHING_AVAILABLE)):
        marked |= fill_empty(marked, wages, CellState.NOT_AVAILABLE)
    if says(note, NOTHING_AVAILABLE):
        marked |= fill_empty(marked, ["employment"], CellState.NOT_AVAILABLE)
    return marked


def says(note: str, phrases: Iterable[str]) -> bool:
    """Tell whether a note holds one of the phrases."""
    return any(phrase in note for phrase in phrases)


def fill_empty(figures: Mapping[str, str], columns: Iterable[str], state: CellState) -> dict[str, str]:
    """Return the state for those of the columns that are empty."""
    return {column: state for column in columns if not figures[column]}


def above_published(figures: Mapping[str, str], percentiles: Sequence[str]) -> Sequence[str]:
    """Return the percentiles above the highest one that is filled in; none if all are empty."""
    filled = [at for at, column in enumerate(percentiles) if figures[column]]
    return percentiles[filled[-1] + 1 :] if filled else ()
