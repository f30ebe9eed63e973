"""Zip files, unpacked within limits. An xlsx workbook is a zip file too.

What a zip says about its sizes can be a lie, so bytes are counted while they are unpacked.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from lib.ingest.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO
    from zipfile import ZipInfo

MEGABYTE: Final = 1024 * 1024
MAX_PACKED: Final = 300 * MEGABYTE  # the largest of BLS (all areas and industries) has 80
MAX_UNPACKED: Final = 2048 * MEGABYTE  # of a source, zips in it included; the largest of BLS needs some 800
MAX_ENTRIES: Final = 1000  # in one zip; the largest of BLS has some 20
MAX_RATIO: Final = 100  # unpacked to packed; the workbooks of BLS are at 6 to 15
SMALL: Final = MEGABYTE  # unpacked size below which the ratio does not matter
CHUNK: Final = MEGABYTE
DAMAGE: Final = (  # what zipfile, zlib and struct raise on broken or unsupported files
    BadZipFile,
    EOFError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)

# A sheet is held in memory as one rectangle up to its last cell: one stray cell far out is as good as a bomb.
# The largest table of BLS has 32 columns and 415,000 rows; allowed are columns to AZ and rows to 999,999.
FAR_CELL: Final = re.compile(rb"""[\s"']r\s*=\s*["'](?:[A-Z]{3,}[0-9]|[B-Z][A-Z][0-9]|[A-Z]*[0-9]{7})""", re.IGNORECASE)
OVERLAP: Final = 32  # longer than what FAR_CELL finds


class Budget:
    """How many more bytes a source may unpack to, over all its files."""

    def __init__(self) -> None:
        self.left = MAX_UNPACKED

    def spend(self, size: int, *, label: str) -> None:
        """Take bytes from the budget.

        Raises:
            RefusedError: If there are not enough left.
        """
        self.left -= size
        if self.left < 0:
            raise too_large(label, f"it unpacks to more than {MAX_UNPACKED // MEGABYTE:,} MB")


def checked_entries(archive: ZipFile, *, label: str) -> list[ZipInfo]:
    """Return the files in a zip after a look at what it says about itself.

    Raises:
        RefusedError: If it holds too many or too large files, or some that cannot be read.
    """
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    packed = sum(entry.compress_size for entry in entries)
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        raise too_large(label, f"it holds {len(entries):,} files")
    if unpacked > MAX_UNPACKED or (unpacked > SMALL and unpacked > MAX_RATIO * packed):
        raise too_large(label, f"{packed / MEGABYTE:,.1f} MB unpack to {unpacked / MEGABYTE:,.0f} MB")
    if len({entry.filename for entry in entries}) < len(entries):
        raise RefusedError(f"{label}: two files in it have the same name.")
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError(f"{label}: it is protected by a password.")
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        raise RefusedError(f"{label}: it is packed in an unusual way. Unpack it and give the files in it.")
    return entries


def unpack_entry(archive: ZipFile, entry: ZipInfo, to: Path, budget: Budget, *, label: str) -> None:
    """Unpack one file of a zip.

    Raises:
        RefusedError: If it is damaged or too large.
    """
    try:
        with archive.open(entry) as packed, to.open("xb") as file:
            for piece in counted(packed, budget, label=label):
                file.write(piece)
    except DAMAGE as error:
        raise damaged(label) from error


def copy_workbook(path: Path, to: Path, budget: Budget, *, label: str) -> None:
    """Write a copy of an xlsx workbook whose every byte has been counted and checked.

    The library that reads workbooks gets only this copy: it cannot unpack it to more than was counted
    here, nor blow it up to a huge rectangle of empty cells.

    Raises:
        RefusedError: If the workbook is damaged, too large, or has cells far outside any table of BLS.
    """
    try:
        with ZipFile(path) as archive, ZipFile(to, "x", ZIP_DEFLATED, compresslevel=1) as copy:
            for entry in checked_entries(archive, label=label):
                with archive.open(entry) as packed, copy.open(entry.filename, "w", force_zip64=True) as file:
                    for piece in without_far_cells(counted(packed, budget, label=label), label=label):
                        file.write(piece)
    except DAMAGE as error:
        raise damaged(label) from error


def counted(file: IO[bytes], budget: Budget, *, label: str) -> Iterator[bytes]:
    """Return the bytes of an open file piece by piece, as long as the budget lasts."""
    while piece := file.read(CHUNK):
        budget.spend(len(piece), label=label)
        yield piece


def without_far_cells(pieces: Iterator[bytes], *, label: str) -> Iterator[bytes]:
    """Pass bytes of a workbook on as long as no cell lies far outside any table of BLS.

    Raises:
        RefusedError: At the first cell beyond column AZ or row 999,999.
    """
    before = b""
    for piece in pieces:
        if FAR_CELL.search(before + piece):
            raise too_large(label, "it has cells beyond column AZ or row 999,999")
        before = (before + piece)[-OVERLAP:]
        yield piece


def too_large(label: str, found: str) -> RefusedError:
    """Return the sentence for a file that is larger than any that BLS publishes."""
    return RefusedError(f"{label}: {found}; no file of BLS does.")


def damaged(label: str) -> RefusedError:
    """Return the sentence for a zip or workbook that does not unpack."""
    return RefusedError(f"{label}: the file is cut off or damaged. Download it again.")
