"""What a file is, told by its first bytes and not by its name."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

from lib.ingest.archive import DAMAGE, MAX_PACKED, MEGABYTE, damaged, too_large
from lib.ingest.refusal import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

ZIP_START: Final = b"PK"
OLD_EXCEL_START: Final = b"\xd0\xcf\x11\xe0"
WEB_PAGE_STARTS: Final = (b"<!doctype", b"<html")
UTF_16_STARTS: Final = (b"\xff\xfe", b"\xfe\xff")
WORKBOOK_PART: Final = "xl/workbook.xml"
START_LENGTH: Final = 512


class Kind(Enum):
    """The kinds of file that can be read."""

    WORKBOOK = "workbook"
    ZIP = "zip"
    CSV = "csv"


def kind_of(path: Path, *, label: str) -> Kind:
    """Return what a file is.

    Raises:
        RefusedError: If it is missing, empty, or something else.
    """
    start = first_bytes(path, label=label)
    if not start.strip():
        raise RefusedError(f"{label}: the file is empty.")
    if start.startswith(ZIP_START):
        return Kind.WORKBOOK if WORKBOOK_PART in entry_names(path, label=label) else Kind.ZIP
    if start.startswith(OLD_EXCEL_START):
        raise RefusedError(
            f"{label}: this is Excel's old format (.xls), or it is protected by a password. "
            "Open it in Excel and save it as .xlsx or .csv."
        )
    if start.lstrip().lower().startswith(WEB_PAGE_STARTS):
        raise RefusedError(f"{label}: this is a web page, not a table. Download the file again in a browser.")
    if b"\0" in start or start.startswith(UTF_16_STARTS):
        raise RefusedError(f"{label}: this is not a workbook (.xlsx), a zip or a csv file in UTF-8.")
    return Kind.CSV


def first_bytes(path: Path, *, label: str) -> bytes:
    """Return the start of a file.

    Raises:
        RefusedError: If it cannot be read.
    """
    if path.is_dir():
        raise RefusedError(f"{label}: this is a folder. Give the files in it.")
    try:
        with path.open("rb") as file:
            return file.read(START_LENGTH)
    except FileNotFoundError:
        raise RefusedError(f"{label}: there is no such file.") from None


def entry_names(path: Path, *, label: str) -> list[str]:
    """Return what a zip file holds.

    Raises:
        RefusedError: If it is cut off, damaged or too large.
    """
    if path.stat().st_size > MAX_PACKED:
        raise too_large(label, f"it is larger than {MAX_PACKED // MEGABYTE} MB")
    try:
        with ZipFile(path) as archive:
            return archive.namelist()
    except DAMAGE:
        raise damaged(label) from None
