"""Copies of the data files in which a test breaks one thing."""

from __future__ import annotations

import csv
import re
import shutil
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from lib.tables import TableError
from lib.tables.files import DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Rows = list[dict[str, str]]


@cache
def _real_rows(file: str) -> Rows:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_rows(file: str) -> Rows:
    """Return the rows of a data file as text, free to change; row 0 stands on line 2 of the file."""
    return [dict(row) for row in _real_rows(file)]


def rows_to_break(file: str) -> Rows:
    """Return the rows of a data file; of the long wage file the nation and the newest states, all its rules need."""
    rows = _real_rows(file)
    if file == "bls_wages.csv":
        newest = ("state", max(row["release"] for row in rows))
        rows = [row for row in rows if row["area_type"] == "nation" or (row["area_type"], row["release"]) == newest]
    return [dict(row) for row in rows]


def write_rows(rows: Rows, file: str, folder: Path) -> Path:
    """Write rows as a data file and return the folder, for a loader."""
    with (folder / file).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return folder


def find_line(rows: Rows, where: Mapping[str, str]) -> int:
    """Return the line of the file on which the one row with these values stands."""
    found = [at for at, row in enumerate(rows) if where.items() <= row.items()]
    assert len(found) == 1, f"{where} stands in {len(found)} rows"
    return found[0] + 2


def with_cells(file: str, folder: Path, where: Mapping[str, str], changes: Mapping[str, str]) -> int:
    """Copy a data file with some cells of one row changed and return the row's line."""
    rows = rows_to_break(file)
    line = find_line(rows, where)
    assert changes.keys() <= rows[0].keys()
    rows[line - 2].update(changes)
    write_rows(rows, file, folder)
    return line


def without_column(file: str, folder: Path, column: str) -> None:
    """Copy the first rows of a data file without a column."""
    rows = read_rows(file)[:3]
    for row in rows:
        del row[column]
    write_rows(rows, file, folder)


def with_row_twice(file: str, folder: Path) -> int:
    """Copy a data file with its last row written twice and return the line of the second."""
    rows = rows_to_break(file)
    rows.append(rows[-1])
    write_rows(rows, file, folder)
    return len(rows) + 1


def as_it_is(file: str, folder: Path) -> Path:
    """Copy a data file and return the folder."""
    shutil.copy(DATA / file, folder)
    return folder


def refused_line(
    file: str, load: Callable[[Path], Any], folder: Path, rule: str, *, after_line: tuple[str, ...] = (" (",)
) -> int:
    """Load a table that breaks a rule; check that the sentence names file and rule, and return the line it names.

    What follows the number of the line is one of ``after_line``: a bracket with the row's key, or the rule at once.
    """
    with pytest.raises(TableError) as raised:
        load(folder)
    sentence = str(raised.value)
    found = re.match(rf"{re.escape(file)}, line (\d+)(?:{'|'.join(map(re.escape, after_line))})", sentence)
    assert found, sentence
    assert sentence.endswith(rule), sentence
    assert "np." not in sentence
    return int(found[1])
