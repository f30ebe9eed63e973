from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.ingest import files
from lib.ingest.files import Kind, kind_of
from lib.ingest.refusal import RefusedError
from tests.ingest.bls_files import PARALEGAL, write_csv, write_workbook, write_zip

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_what_its_content_says(tmp_path: Path) -> None:
    workbook = write_workbook(tmp_path / "a.zip", [PARALEGAL])
    zipped = write_zip(tmp_path / "a.csv", {"a.csv": b"x"})
    table = write_csv(tmp_path / "a.xlsx", [PARALEGAL])
    kinds = [kind_of(path, label="") for path in (workbook, zipped, table)]
    assert kinds == [Kind.WORKBOOK, Kind.ZIP, Kind.CSV]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the file is empty"),
        (b" \n ", "the file is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"Excel's old format \(.xls\).+ save it as .xlsx or .csv"),
        (b"\n<!DOCTYPE html><title>Access Denied", "this is a web page, not a table"),
        (b"<HTML><head>", "this is a web page, not a table"),
        (b"\x89PNG\r\n\x1a\n\0\0", "this is not a workbook"),
        ("RELEASE,AREA".encode("utf-16"), "this is not a workbook"),
        ("é".encode("utf-16"), "this is not a workbook"),
        (b"PK\x03\x04 and no more", "the file is cut off or damaged"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "state_M2025_dl.xlsx"
    path.write_bytes(content)
    with pytest.raises(RefusedError, match=f"^state: .*{sentence}"):
        kind_of(path, label="state")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"a.csv: there is no such file"):
        kind_of(tmp_path / "a.csv", label="a.csv")
    with pytest.raises(RefusedError, match=r"wages: this is a folder. Give the files in it"):
        kind_of(tmp_path, label="wages")


def test_a_zip_larger_than_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_zip(tmp_path / "a.zip", {"a.csv": b"x"})
    monkeypatch.setattr(files, "MAX_PACKED", path.stat().st_size)
    assert kind_of(path, label="a.zip") is Kind.ZIP
    monkeypatch.setattr(files, "MAX_PACKED", path.stat().st_size - 1)
    with pytest.raises(RefusedError, match=r"a.zip: it is larger than"):
        kind_of(path, label="a.zip")
