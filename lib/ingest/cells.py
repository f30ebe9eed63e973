"""One cell: a code that Excel may have turned into a number, or a figure that may be one of BLS's marks."""

from __future__ import annotations

import re
from typing import Final

from lib.ingest.refusal import RefusedError
from lib.tables.wage_schema import CellState

NUMBER: Final = re.compile(r"-?(?:[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.[0-9]{1,16})?")
WITHHELD_MARKS: Final = ("*", "**")
TOP_CODE_MARK: Final = "#"


def read_text(value: object) -> str:
    """Return a code or title as text: 1.0 is "1", surrounding blanks are dropped, None is empty."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def read_figure(value: object, *, column: str, place: str) -> str:
    """Return a figure as it stands in our file: a number, a word of CellState, or nothing for an empty cell.

    Args:
        value: What the file holds.
        column: BLS's name of the column.
        place: The file and the row, for the message.

    Raises:
        RefusedError: If the cell is neither a number nor a mark that BLS uses in such a column.
    """
    text = read_text(value)
    if text in WITHHELD_MARKS:
        return CellState.WITHHELD
    if text == TOP_CODE_MARK and column.startswith(("A_", "H_")):
        return CellState.TOP_CODED
    if text and (isinstance(value, bool) or not NUMBER.fullmatch(text)):
        raise RefusedError(f"{place}: {column} is {text!r}, neither a number nor a mark that BLS uses there.")
    return plain_number(text.replace(",", ""))


def plain_number(text: str) -> str:
    """Write a number in one way only, without needless zeros: 25.30 and 25.3 are both "25.3"."""
    return f"{float(text):.4f}".rstrip("0").rstrip(".") if text else ""
