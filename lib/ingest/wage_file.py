"""Our own file, data/bls_wages.csv: read with checks, and replaced as a whole or not at all."""

from __future__ import annotations

import csv
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lib.ingest.merge import in_order
from lib.ingest.refusal import RefusedError
from lib.ingest.row_checks import check_row
from lib.ingest.rows import key_of
from lib.tables import TableError, load_wages
from lib.tables.files import DATA
from lib.tables.wage_schema import AREA_TYPES, COLUMNS, FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lib.ingest.rows import Key, Row


def read_wages(path: Path) -> dict[Key, Row]:
    """Read our file; no rows if it does not exist yet.

    Raises:
        RefusedError: If it is not as `write_wages` leaves it.
    """
    if not path.exists():
        return {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return read_rows(file, path.name)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RefusedError(f"{path.name}: it cannot be read ({error}).") from error


def read_rows(lines: Iterable[str], name: str) -> dict[Key, Row]:
    """Read the lines of our file.

    Raises:
        RefusedError: If a line is not as `write_wages` leaves it; names the line.
    """
    rows: dict[Key, Row] = {}
    reader = csv.reader(lines, strict=True)
    if tuple(next(reader, ())) != COLUMNS:
        raise RefusedError(f"{name}, line 1: the columns are not those of our own file.")
    for cells in reader:
        place = f"{name}, line {reader.line_num}"
        row = checked_row(cells, place=place)
        if rows.setdefault(key_of(row), row) is not row:
            raise RefusedError(f"{place}: this release, area, industry and occupation is there twice.")
    return rows


def checked_row(cells: list[str], *, place: str) -> Row:
    """Return a row of our file after the checks that every row must pass.

    Raises:
        RefusedError: If it does not.
    """
    if len(cells) != len(COLUMNS):
        raise RefusedError(f"{place}: it has {len(cells)} cells, the header has {len(COLUMNS)}.")
    row = dict(zip(COLUMNS, cells, strict=True))
    if row["area_type"] not in AREA_TYPES.values():
        raise RefusedError(f"{place}: area_type is {row['area_type']!r}.")
    check_row(row, place=place)
    return row


def write_wages(rows: Mapping[Key, Row], path: Path) -> None:
    """Replace our file in one step: until then the old one stands, afterwards the new one.

    What was written is read back with all checks before it takes the old file's place.

    Raises:
        RefusedError: If it cannot be written, or if the dashboard could not load its own file.
    """
    target = path.resolve()
    try:
        with TemporaryDirectory(prefix=".ingest-", dir=target.parent) as folder:
            written = Path(folder) / FILE
            write_csv(in_order(rows.values()), written)
            if read_wages(written) != rows:
                raise RefusedError(f"{path}: what was written does not read back the same.")
            if target == DATA / FILE:
                require_loadable(written.parent)
            if target.exists():
                shutil.copymode(target, written)
            written.replace(target)
    except OSError as error:
        raise RefusedError(f"{path}: it cannot be written ({error.strerror}).") from error


def write_csv(rows: Iterable[Row], path: Path) -> None:
    """Write rows to a new file and wait until they are on the disk."""
    with path.open("x", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        file.flush()
        os.fsync(file.fileno())


def require_loadable(folder: Path) -> None:
    """Load a new file as the dashboard does before the dashboard has to.

    Raises:
        RefusedError: If the dashboard would not start with it.
    """
    try:
        load_wages(folder)
    except TableError as error:
        raise RefusedError(
            f"With these sources the dashboard would not start: {error} Give all tables of a release at once."
        ) from error
