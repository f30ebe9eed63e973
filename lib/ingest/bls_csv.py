"""Csv files in BLS's columns."""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING, Final

from lib.ingest.layout import is_header, read_header
from lib.ingest.refusal import RefusedError
from lib.ingest.selection import select
from lib.ingest.table import Table

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Callable, Iterator
    from pathlib import Path

HEADER_WITHIN: Final = 10  # lines from the top
MAX_BYTES: Final = 500 * 1024 * 1024  # all of BLS's areas and industries as csv are some 100 MB


def read_csv(path: Path, *, label: str, progress: Callable[[int], None]) -> list[Table]:
    """Read a csv file; an empty list if it is not an OEWS table.

    Args:
        path: The file.
        label: Its name, for messages.
        progress: Called with the number of rows read.

    Raises:
        RefusedError: If the file is too large, cut off, not UTF-8, or its columns are not BLS's.
    """
    if path.stat().st_size > MAX_BYTES:
        raise RefusedError(f"{label}: the file is larger than {MAX_BYTES // 1024**2} MB; no table of BLS is.")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, strict=True)
            header = next((cells for cells in islice(lines, HEADER_WITHIN) if is_header(cells)), None)
            if header is None:
                return []
            columns = read_header(header, label=label)
            rows = whole_rows(lines, len(header), label=label)
            return [Table(select(rows, columns, label=label, progress=progress))]
    except UnicodeDecodeError:
        raise RefusedError(f'{label}: the text is not UTF-8. In Excel, save it as "CSV UTF-8".') from None
    except csv.Error as error:
        raise RefusedError(f"{label}: the file is cut off or is not a csv file ({error}).") from error


def whole_rows(lines: Reader, width: int, *, label: str) -> Iterator[tuple[int, list[str]]]:
    """Return the rows with their line numbers, without empty lines.

    Raises:
        RefusedError: If a row has fewer or more cells than the header.
    """
    for cells in lines:
        if not any(cells):
            continue
        if len(cells) != width:
            raise RefusedError(
                f"{label}, row {lines.line_num}: it has {len(cells)} cells, the header has {width}. "
                "The file is cut off or damaged."
            )
        yield lines.line_num, cells
