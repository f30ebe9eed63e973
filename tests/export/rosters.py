"""Rosters as files, for tests of how they are read."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from lib.export.roster import Roster, RosterTable, read_roster_table, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lib.hiring import PlannedPosition

TEXAS, FIRST = "48", "2027-01"
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
    assert len(sentence) < 2_000  # everything that is wrong in a row
    assert not re.match(r"(?:Row|Line) [0-9]", sentence)  # the page prints the line
    return sentence


def read(first: str = FIRST, last: str | None = None, **cells: str) -> Roster:
    """Return what a row of these cells leads to, with the columns called as the fields are."""
    row = {"role": "Paralegal", "pay": "62,890"} | cells
    table = RosterTable(tuple(row), (tuple(row.values()),))
    return read_rows(table, dict(zip(row, row, strict=True)), default_area=TEXAS, first=first, last=last)


def position(**cells: str) -> PlannedPosition:
    found = read(**cells)
    assert found.problems == ()
    return found.positions[0]


def problem(**cells: str) -> str:
    found = read(**cells)
    assert found.positions == ()
    return require_sentence(found.problems[0].sentence)


def notes(**cells: str) -> list[str]:
    return [require_sentence(note.sentence) for note in read(**cells).notes]
