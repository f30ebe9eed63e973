from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.ingest.refusal import RefusedError
from lib.ingest.workbook import read_workbook
from tests.ingest.bls_files import EVERYTHING, HEADER, PARALEGAL, write_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from lib.ingest.table import Table


def read(path: Path) -> list[Table]:
    return read_workbook(path, label=path.name, progress=lambda _: None)


def test_the_table_is_found_among_the_sheets_with_what_they_say_about_the_release(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx",
        [EVERYTHING, PARALEGAL],
        sheet="national_M2025_dl",
        description="May 2025 OEWS Estimates",
    )
    (table,) = read(path)
    assert [(told.release, told.where) for told in table.evidence] == [
        ("2025-05", "the sheet name national_M2025_dl"),
        ("2025-05", "the sheet Field Descriptions"),
    ]
    (record,) = table.selection.records
    assert record.place == "a.xlsx, row 3"
    assert record.cells["A_MEDIAN"] == 62890


def test_a_title_above_the_header_does_not_shift_row_numbers(tmp_path: Path) -> None:
    (table,) = read(write_workbook(tmp_path / "a.xlsx", [PARALEGAL], first_row=3))
    assert [record.place for record in table.selection.records] == ["a.xlsx, row 5"]


def test_a_workbook_without_a_table_gives_none(tmp_path: Path) -> None:
    header = ["Field", "Field Description"]
    assert read(write_workbook(tmp_path / "field_descriptions.xlsx", [], header=header)) == []


def test_missing_columns_are_named(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [PARALEGAL], header=HEADER[:-8])
    with pytest.raises(RefusedError, match=r"a.xlsx: the columns A_PCT10, A_PCT25, A_MEDIAN, A_PCT75"):
        read(path)


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK, but no workbook")
    with pytest.raises(RefusedError, match=r"a.xlsx: the workbook is damaged"):
        read(path)
