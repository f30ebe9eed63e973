"""Where the data files are, and how a csv file is read: codes stay text, empty cells stay empty."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.tables.checks import TableError, line_number, require_columns, require_unique

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(__file__).resolve().parents[2] / "data"
# Text kept as Python objects: walking over thousands of cells is twice as fast as with Arrow's.
TEXT = pd.StringDtype("python", na_value=math.nan)


def read_text_table(name: str, folder: Path = DATA) -> pd.DataFrame:
    """Read a csv file with every cell as text; an empty cell is the empty string.

    Args:
        name: File name, such as "roles.csv".
        folder: Where it stands.

    Raises:
        TableError: If the file is missing or is not a csv file.
    """
    path = folder / name
    try:
        return pd.read_csv(path, dtype=TEXT, keep_default_na=False, na_filter=False, encoding="utf-8")
    except FileNotFoundError:
        raise TableError(f"{path} is missing: restore it with git or write it with make data.") from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise TableError(f"{path} cannot be read as a csv file: {str(error).strip()}.") from error


def to_number(column: pd.Series[str], *, file: str, name: str) -> pd.Series[float]:
    """Turn text into numbers; an empty cell becomes NaN.

    Raises:
        TableError: If a cell is neither empty nor a finite number; names its line.
    """
    numbers = finite(column.where(column != ""))
    wrong = numbers.isna() & (column != "")
    if wrong.any():
        index = int(wrong.to_numpy().argmax())
        raise TableError(f"{file}, line {line_number(index)}: {name} is {column.iloc[index]!r}, which is not a number.")
    return numbers


def finite(column: pd.Series[str]) -> pd.Series[float]:
    """Turn text into numbers; what is no finite number becomes NaN."""
    return pd.to_numeric(column, errors="coerce").astype("float64").replace([math.inf, -math.inf], math.nan)


def read_keyed_table(name: str, folder: Path, *, columns: Sequence[str], key: Sequence[str]) -> pd.DataFrame:
    """Read a csv file whose rows are told apart by a key.

    Args:
        name: File name.
        folder: Where it stands.
        columns: The columns it must have; returned in this order.
        key: Columns that together are unique.

    Raises:
        TableError: If the file cannot be read, lacks a column or repeats a key.
    """
    rows = read_text_table(name, folder)
    require_columns(rows, columns, file=name)
    require_unique(rows, key, file=name)
    return rows[list(columns)]


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as dictionaries by column name."""
    return [{str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")]
