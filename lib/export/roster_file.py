"""The cells of a csv or xlsx file as text, read within bounds. No formula is run."""

from __future__ import annotations

import csv
import re
import struct
import zlib
from datetime import date
from io import BytesIO, StringIO
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipInfo

MOST_BYTES: Final = 1_000_000
MOST_UNPACKED: Final = 20_000_000  # bytes of a workbook
MOST_LINES: Final = 9_999  # empty ones included
DELIMITERS: Final = (",", ";", "\t")
TEXT_FILES: Final = (".csv", ".tsv", ".txt")
ENCODINGS: Final = ("utf-8-sig", "cp1252")
CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
# What of a workbook the reader of it gets to see: nothing that makes it take the file for another format.
WORKBOOK_PARTS: Final = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/(?:workbook|styles|sharedstrings)\.xml|xl/_rels/[^/]+|xl/worksheets/[^/]+\.xml",
    re.IGNORECASE,
)
# A sheet is held in memory as one rectangle up to its last cell: one stray cell far out is as good as a bomb.
FAR_CELL: Final = re.compile(rb"""[\s"']r\s*=\s*["'](?:[A-Z]{3,}[0-9]|[B-Z][A-Z][0-9]|[A-Z]*[0-9]{5})""", re.IGNORECASE)
DAMAGE: Final = (BadZipFile, EOFError, RuntimeError, ValueError, struct.error, zlib.error)
SAVE_AGAIN: Final = "Save it again as xlsx without a password, or as csv."


class RosterError(ValueError):
    """A file cannot be read as a roster. The message says why and what to do."""


def lines_of(name: str, data: bytes) -> list[list[str]]:
    """Return the cells of a csv file, or of the first visible sheet of an xlsx file, by line.

    Args:
        name: Name of the file; its ending says what it is.
        data: Its content.

    Raises:
        RosterError: If it is too large, damaged, or something else.
    """
    ending = PurePath(name).suffix.lower()
    if len(data) > MOST_BYTES:
        raise RosterError("It is larger than 1 MB, and no roster is.")
    if ending == ".xlsx":
        return _sheet_lines(data)
    if ending in TEXT_FILES:
        return _text_lines(data)
    raise RosterError("Choose a csv or an xlsx file.")


def _text_lines(data: bytes) -> list[list[str]]:
    """Return the cells of a csv file by line."""
    text = _decoded(data)
    if CONTROL.search(text):
        raise RosterError("It is no text. Save the table as csv (UTF-8) or as xlsx.")
    try:
        tops = {delimiter: next(filter(any, _reader(text, delimiter)), []) for delimiter in DELIMITERS}
        best = max(DELIMITERS, key=lambda delimiter: len(tops[delimiter]))
        lines = list(islice(_reader(text, best), MOST_LINES + 1))
    except csv.Error as error:
        raise RosterError(f"It is no csv file: {error}.") from error
    if len(lines) > MOST_LINES:
        raise RosterError(f"It has more than {MOST_LINES:,} lines.")
    return lines


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter)


def _decoded(data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RosterError("Its letters cannot be read. Save the table as csv (UTF-8) or as xlsx.")


def _sheet_lines(data: bytes) -> list[list[str]]:
    """Return the cells of the first visible sheet by line."""
    copy = _checked_copy(data)
    try:
        cells = _first_sheet(copy)
    except BaseException as error:
        # A panic in the reader's Rust code is no Exception, and its class cannot be imported.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise RosterError(f"The workbook is damaged. {SAVE_AGAIN}") from error
    return [[_words(cell) for cell in row] for row in cells]


def _first_sheet(copy: BytesIO) -> list[list[Any]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(copy) as workbook:
        for at, sheet in enumerate(workbook.sheets_metadata):
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
                cells: list[list[Any]] = workbook.get_sheet_by_index(at).to_python(skip_empty_area=False)
                return cells
    return []


def _checked_copy(data: bytes) -> BytesIO:
    """Return a workbook whose every byte has been counted and checked, with nothing in it but cells and styles."""
    copy = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as archive, ZipFile(copy, "w", ZIP_STORED) as checked:
            for entry in _needed(archive):
                content = archive.read(entry)
                if FAR_CELL.search(content):
                    raise RosterError(
                        f"It has cells beyond column AZ or row {MOST_LINES:,}. Copy the roster to a new file."
                    )
                checked.writestr(entry.filename, content)
    except RosterError:
        raise
    except DAMAGE as error:
        raise RosterError(f"It is no xlsx workbook, or it is damaged or locked. {SAVE_AGAIN}") from error
    copy.seek(0)
    return copy


def _needed(archive: ZipFile) -> list[ZipInfo]:
    """Return the parts of a workbook that hold its cells, after a look at what it says of its size."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED:
        raise RosterError(f"It unpacks to {unpacked / 1e6:,.0f} MB, and no roster does.")
    needed = {entry.filename: entry for entry in entries if WORKBOOK_PARTS.fullmatch(entry.filename)}
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in needed.values()):
        raise BadZipFile
    return list(needed.values())


def _words(cell: object) -> str:
    """Return the value of a cell as text: a whole number without a point, a date without a time."""
    if isinstance(cell, float) and cell.is_integer():
        return f"{cell:.0f}"
    return f"{cell:%Y-%m-%d}" if isinstance(cell, date) else str(cell)
