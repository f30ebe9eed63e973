from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.ingest import bls_csv
from lib.ingest.bls_csv import read_csv
from lib.ingest.refusal import RefusedError
from tests.ingest.bls_files import EVERYTHING, HEADER, PARALEGAL, write_csv

if TYPE_CHECKING:
    from pathlib import Path

    from lib.ingest.table import Table


def read(path: Path) -> list[Table]:
    return read_csv(path, label=path.name, progress=lambda _: None)


def test_rows_have_their_line_numbers(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [EVERYTHING, PARALEGAL])
    path.write_text("BLS wage table\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    (table,) = read(path)
    assert [record.place for record in table.selection.records] == ["a.csv, row 5"]


def test_a_byte_order_mark_and_empty_lines_do_not_matter(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [PARALEGAL])
    path.write_text("\ufeff" + path.read_text(encoding="utf-8") + "\n" + "," * 31 + "\n", encoding="utf-8")
    assert read(path)[0].selection.rows_read == 1


def test_another_csv_file_holds_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Field,Field Description\narea,Area code\n", encoding="utf-8")
    assert read(path) == []


def test_a_cut_row_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [EVERYTHING, PARALEGAL])
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(RefusedError, match=rf"a.csv, row 3: it has \d+ cells, the header has {len(HEADER)}"):
        read(path)


def test_a_cut_quotation_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [PARALEGAL])
    path.write_text(path.read_text(encoding="utf-8") + '99,"Abilene', encoding="utf-8")
    with pytest.raises(RefusedError, match=r"a.csv: the file is cut off or is not a csv file"):
        read(path)


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [{**PARALEGAL, "AREA_TITLE": "Mayagüez, PR"}])
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))
    with pytest.raises(RefusedError, match=r'a.csv: the text is not UTF-8. In Excel, save it as "CSV UTF-8"'):
        read(path)


def test_a_file_larger_than_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_csv(tmp_path / "a.csv", [PARALEGAL])
    monkeypatch.setattr(bls_csv, "MAX_BYTES", path.stat().st_size)
    assert read(path)
    monkeypatch.setattr(bls_csv, "MAX_BYTES", path.stat().st_size - 1)
    with pytest.raises(RefusedError, match=r"a.csv: the file is larger than"):
        read(path)
