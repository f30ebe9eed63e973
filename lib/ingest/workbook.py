"""Excel workbooks (xlsx): the sheets that hold an OEWS table, and what they say about its release."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from lib.ingest.layout import is_header, read_header
from lib.ingest.refusal import RefusedError
from lib.ingest.release import from_description, from_sheet_name
from lib.ingest.selection import select
from lib.ingest.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from python_calamine import CalamineSheet

    from lib.ingest.release import Evidence

HEADER_WITHIN: Final = 10  # rows from the top


def read_workbook(path: Path, *, label: str, progress: Callable[[int], None]) -> list[Table]:
    """Read the OEWS tables of a workbook; an empty list if it has none.

    Args:
        path: The workbook, checked and copied by `archive.copy_workbook`.
        label: Its name, for messages.
        progress: Called with the number of rows read.

    Raises:
        RefusedError: If the file is damaged, or a table's columns are not BLS's.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    tables: list[Table] = []
    described: list[Evidence] = []
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            for name in workbook.sheet_names:
                sheet = workbook.get_sheet_by_name(name)
                table = read_sheet(sheet, label=label, progress=progress)
                tables += [table] if table else []
                described += [] if table else read_description(sheet)
    except CalamineError as error:
        raise RefusedError(f"{label}: the workbook is damaged ({error}). Download it again.") from error
    return [replace(table, evidence=(*table.evidence, *described)) for table in tables]


def read_sheet(sheet: CalamineSheet, *, label: str, progress: Callable[[int], None]) -> Table | None:
    """Read the OEWS table of a sheet; None if it has none.

    Raises:
        RefusedError: If its columns are not BLS's.
    """
    rows = enumerate(sheet.iter_rows(), start=1)
    header = next((cells for _, cells in islice(rows, HEADER_WITHIN) if is_header(cells)), None)
    if header is None:
        return None
    selection = select(rows, read_header(header, label=label), label=label, progress=progress)
    return Table(selection, tuple(from_sheet_name(sheet.name)))


def read_description(sheet: CalamineSheet) -> list[Evidence]:
    """Return what the top of a sheet such as "Field Descriptions" says about the release."""
    top = islice(sheet.iter_rows(), HEADER_WITHIN)
    return [told for cells in top for cell in cells for told in from_description(str(cell), sheet.name)]
