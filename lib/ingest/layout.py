"""BLS's column layout: which columns a table must have, and the spellings BLS has used for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.ingest.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PLACE_COLUMNS: Final = ("AREA", "AREA_TITLE", "AREA_TYPE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE")
OCCUPATION_COLUMNS: Final = ("OCC_CODE", "O_GROUP")
ANNUAL_COLUMNS: Final = ("A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90")
REQUIRED: Final = (*PLACE_COLUMNS, *OCCUPATION_COLUMNS, "TOT_EMP", *ANNUAL_COLUMNS)

HEADER_MARKS: Final = frozenset({"OCC_CODE", "TOT_EMP"})
SPELLINGS: Final = {"GROUP": "O_GROUP", "OCC_GROUP": "O_GROUP", "LOC_Q": "LOC_QUOTIENT"}


def column_name(cell: object) -> str:
    """Return BLS's present name of a column, whatever the case and spelling in the file."""
    name = "_".join(str(cell).upper().split())
    return SPELLINGS.get(name, name)


def is_header(cells: Sequence[object]) -> bool:
    """Tell whether a row holds OEWS column names."""
    return {column_name(cell) for cell in cells} >= HEADER_MARKS


def read_header(cells: Sequence[object], *, label: str) -> Mapping[str, int]:
    """Return the position of each column.

    Args:
        cells: The header row.
        label: The file, for the message.

    Raises:
        RefusedError: If a column is missing or stands there twice.
    """
    names = [column_name(cell) for cell in cells]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise RefusedError(
            f"{label}: the columns {', '.join(missing)} are missing. "
            "BLS has used the layout needed here since May 2019."
        )
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise RefusedError(f"{label}: the columns {', '.join(twice)} stand there twice.")
    return {name: position for position, name in enumerate(names) if name}
