"""Tables as csv files that say where their numbers come from and that no spreadsheet runs as formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

# A spreadsheet takes a cell that starts so for a formula (OWASP, CSV injection); a quote makes it text.
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def to_csv(table: pd.DataFrame, notes: dict[str, str]) -> bytes:
    """Return a table as a csv file with its notes on top.

    Args:
        table: What to write.
        notes: Name and text of each line above the table, such as source and release.

    Returns:
        UTF-8 with a byte order mark, so that spreadsheets read accents and dashes right.
    """
    safe = table.map(_defused).rename(columns=_defused)
    lines = [" ".join(f"# {name}: {text}".split()) for name, text in notes.items()]
    head = "".join(f'"{line.replace(chr(34), chr(39))}"\n' for line in lines)
    return (head + safe.to_csv(index=False, lineterminator="\n")).encode("utf-8-sig")


def _defused(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    text = f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
    return text.replace("\r\n", "\n").replace("\r", "\n")  # a bare \r is not quoted, and would start a row
