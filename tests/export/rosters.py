"""Rosters as files, for tests of how they are read."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from lib.export.roster import RosterTable, read_roster_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHEET = "xl/worksheets/sheet1.xml"
STAFF = "Role,Pay,Place\nParalegal,62890,TX\n"


def csv_table(text: str) -> RosterTable:
    return read_roster_table("staff.csv", text.encode())


def workbook(*rows: Sequence[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return content_of(book)


def content_of(book: openpyxl.Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def tampered(content: bytes, part: str, change: Callable[[bytes], bytes], **how: Any) -> bytes:
    """Return a workbook with one part changed."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(file, "w", **({"compression": ZIP_DEFLATED} | how)) as after:
        for name in before.namelist():
            after.writestr(name, change(before.read(name)) if name == part else before.read(name))
    return file.getvalue()


def require_sentence(sentence: str) -> str:
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert len(sentence) < 700
    return sentence
