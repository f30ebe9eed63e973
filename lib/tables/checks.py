"""Rules that every data table must keep, each broken one reported as a sentence.

A rule never repairs anything: a table that breaks one is not loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd


class TableError(ValueError):
    """A data file breaks a rule. The message names the file, the row and the rule."""


def line_number(index: int) -> int:
    """Return the line of the csv file on which the frame's row ``index`` stands (the header is line 1)."""
    return index + 2


def fail_on(broken: pd.Series[bool], *, file: str, rule: str, rows: pd.DataFrame, show: Sequence[str]) -> None:
    """Raise for the first row that breaks a rule.

    Args:
        broken: True for each row that breaks the rule, indexed like ``rows``.
        file: Name of the data file, for the message.
        rule: What must be true, as the end of a sentence.
        rows: The table.
        show: Columns whose values identify the row to a reader.

    Raises:
        TableError: If any row is broken.
    """
    if not broken.any():
        return
    index = int(broken.index[int(broken.to_numpy().argmax())])
    found = ", ".join(f"{column} {_shown(rows.at[index, column])}" for column in show)
    more = int(broken.sum()) - 1
    also = f" ({more} more {'row breaks' if more == 1 else 'rows break'} it too)" if more else ""
    raise TableError(f"{file}, line {line_number(index)} ({found}): {rule}{also}.")


def _shown(cell: Any) -> str:
    return repr(cell) if isinstance(cell, str) else f"{cell:,}"


def require_columns(rows: pd.DataFrame, columns: Iterable[str], *, file: str) -> None:
    """Raise TableError if a column is missing."""
    missing = [column for column in columns if column not in rows.columns]
    if missing:
        raise TableError(f"{file}, line 1: the columns {', '.join(missing)} are missing.")


def require_unique(rows: pd.DataFrame, key: Sequence[str], *, file: str) -> None:
    """Raise TableError if two rows share a key."""
    fail_on(
        rows.duplicated(list(key)),
        file=file,
        rule=f"each {' + '.join(key)} must stand in one row only",
        rows=rows,
        show=key,
    )


def require_filled(rows: pd.DataFrame, columns: Sequence[str], *, file: str, show: Sequence[str]) -> None:
    """Raise TableError if a cell that must be filled is empty."""
    for column in columns:
        fail_on(
            rows[column].isna() | (rows[column].astype("str") == ""),
            file=file,
            rule=f"{column} must be filled in",
            rows=rows,
            show=show,
        )


def require_one_of(rows: pd.DataFrame, column: str, known: Iterable[str], *, file: str) -> None:
    """Raise TableError if a value is not among the known ones."""
    values = sorted(known)
    fail_on(
        ~rows[column].isin(values),
        file=file,
        rule=f"{column} must be one of {', '.join(value or 'empty' for value in values)}",
        rows=rows,
        show=[column],
    )
