"""A source read to its end: our rows of all tables in it."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lib.ingest.bls_csv import read_csv
from lib.ingest.documents import Workplace, documents
from lib.ingest.files import Kind
from lib.ingest.refusal import RefusedError
from lib.ingest.release import agreed, from_file_name
from lib.ingest.row_checks import check_row
from lib.ingest.rows import build_row, key_of
from lib.ingest.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from lib.ingest.documents import Document
    from lib.ingest.rows import Key, Row
    from lib.ingest.table import Table


@dataclass(frozen=True)
class Part:
    """What one workbook or csv file of a source holds."""

    label: str
    tables: Sequence[Table]
    placed_rows: Sequence[tuple[str, Row]]  # the file and row number, and the row as ours


@dataclass(frozen=True)
class Source:
    """What a source holds for us."""

    name: str
    parts: Sequence[Part]
    rows: Mapping[Key, Row]

    @property
    def rows_read(self) -> int:
        """Number of rows in all its tables."""
        return sum(table.selection.rows_read for part in self.parts for table in part.tables)

    @property
    def left_out(self) -> Counter[str]:
        """Number of rows not used, by reason."""
        counts = (table.selection.left_out for part in self.parts for table in part.tables)
        return sum(counts, Counter[str]())

    @property
    def repeats(self) -> int:
        """Number of our rows that say once more what another one says."""
        return sum(len(part.placed_rows) for part in self.parts) - len(self.rows)

    @property
    def without_table(self) -> list[str]:
        """The files in it that hold no table."""
        return [part.label for part in self.parts if not part.tables]

    @property
    def releases(self) -> list[str]:
        """The releases that its rows belong to."""
        return sorted({row["release"] for row in self.rows.values()})


def read_source(path: Path, progress: Callable[[str, int], None]) -> Source:
    """Read a source to its end.

    Args:
        path: A workbook, zip or csv file.
        progress: Called with the name of the file and the number of rows read so far.

    Raises:
        RefusedError: If anything in it is not understood; nothing of it is then used.
    """
    try:
        with (
            TemporaryDirectory(prefix="ingest-") as folder,
            closing(documents(path, (path.name,), Workplace(Path(folder)))) as found,
        ):
            parts = [read_part(document, progress) for document in found]
    except OSError as error:
        raise RefusedError(f"{path.name}: it cannot be read or unpacked ({error.strerror}).") from error
    if not any(part.tables for part in parts):
        raise RefusedError(f"{path.name}: no OEWS table in it, no row with the names OCC_CODE and TOT_EMP.")
    rows = gather(placed for part in parts for placed in part.placed_rows)
    if not rows:
        raise RefusedError(f"{path.name}: none of its rows is about our occupations, industries and areas.")
    return Source(path.name, parts, rows)


def read_part(document: Document, progress: Callable[[str, int], None]) -> Part:
    """Read one workbook or csv file.

    Raises:
        RefusedError: If anything in it is not understood.
    """
    label = document.label
    read = read_workbook if document.kind is Kind.WORKBOOK else read_csv
    tables = read(document.path, label=label, progress=lambda rows: progress(label, rows))
    return Part(label, tables, [placed for table in tables for placed in rows_of(table, document)])


def rows_of(table: Table, document: Document) -> list[tuple[str, Row]]:
    """Return the rows of a table as ours, each with the file and row number it stands in.

    Raises:
        RefusedError: If the release is not clear, or a row is not possible.
    """
    named = [told for name in document.names for told in from_file_name(name)]
    release = agreed([*named, *table.evidence], label=document.label)
    placed_rows = []
    for record in table.selection.records:
        row = build_row(record, release, label=document.label)
        check_row(row, place=record.place)
        placed_rows.append((record.place, row))
    return placed_rows


def gather(placed_rows: Iterable[tuple[str, Row]]) -> dict[Key, Row]:
    """Return the rows by key; rows that say the same are one.

    Raises:
        RefusedError: If two rows with one key say different things.
    """
    rows: dict[Key, Row] = {}
    places: dict[Key, str] = {}
    for place, row in placed_rows:
        key = key_of(row)
        first = rows.setdefault(key, row)
        first_place = places.setdefault(key, place)
        if first != row:
            differs = ", ".join(column for column, cell in row.items() if cell != first[column])
            raise RefusedError(
                f"{place}, says something else than {first_place}, about {row['soc_title']}, "
                f"{row['area_title']}, {row['release']}: they differ in {differs}."
            )
    return rows
