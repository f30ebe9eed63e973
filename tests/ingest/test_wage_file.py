"""Our own file is replaced as a whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from lib.ingest import wage_file
from lib.ingest.refusal import RefusedError
from lib.ingest.rows import Key, Row, key_of
from lib.ingest.source import read_source
from lib.ingest.wage_file import read_wages, write_wages
from lib.tables.wage_schema import COLUMNS, FILE
from tests.ingest.bls_files import ABILENE, ALABAMA, LEGAL_SECRETARY, PARALEGAL, write_csv

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def rows(tmp_path: Path) -> dict[Key, Row]:
    path = write_csv(tmp_path / "all_M2025.csv", [ABILENE, LEGAL_SECRETARY, PARALEGAL, ALABAMA])
    found = read_source(path, lambda _label, _rows: None).rows
    path.unlink()
    return dict(found)


def test_what_is_written_is_read_back(tmp_path: Path, rows: dict[Key, Row]) -> None:
    write_wages(rows, tmp_path / "wages.csv")
    assert read_wages(tmp_path / "wages.csv") == rows
    assert [path.name for path in tmp_path.iterdir()] == ["wages.csv"]


def test_the_file_is_sorted_utf_8_with_plain_line_ends(tmp_path: Path, rows: dict[Key, Row]) -> None:
    write_wages(rows, tmp_path / "wages.csv")
    content = (tmp_path / "wages.csv").read_bytes()
    lines = content.decode("utf-8").split("\n")
    assert b"\r" not in content
    assert lines[0] == ",".join(COLUMNS)
    assert lines[1] == (
        "2025-05,nation,99,United States,US,000000,Cross-industry,1235,23-2011,"
        "Paralegals and Legal Assistants,392880,1.6,,69700,1.3,44740,50340,62890,80080,101500,"
        "33.51,21.51,24.2,30.24,38.5,48.8,oews-national"
    )
    assert [line.split(",")[1] for line in lines[2:-1]] == ["nation", "state", "metro"]


def test_a_missing_file_has_no_rows(tmp_path: Path) -> None:
    assert read_wages(tmp_path / "wages.csv") == {}


def test_a_new_file_can_be_read_by_others_and_an_old_one_keeps_its_rights(tmp_path: Path, rows: dict[Key, Row]) -> None:
    path = tmp_path / "wages.csv"
    write_wages(rows, path)
    (tmp_path / "usual").touch()
    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode
    path.chmod(0o640)
    write_wages(rows, path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path, rows: dict[Key, Row]) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "wages.csv")
    write_wages(rows, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert read_wages(tmp_path / "wages.csv") == rows


@pytest.mark.parametrize(
    ("line", "change", "sentence"),
    [
        (0, ("soc_code", "soc"), "wages.csv, line 1: the columns are not those of our own file"),
        (
            1,
            ("392880,", ""),
            rf"wages.csv, line 2: it has {len(COLUMNS) - 1} cells, the header has",
        ),
        (1, ("nation", "planet"), "wages.csv, line 2: area_type is 'planet'"),
        (1, ("50340", "40340"), "wages.csv, line 2 .+ annual_p25"),
        (1, ("23-2011", "43-6012"), "wages.csv, line 3: this release, area, .+ is there twice"),
        (1, ("United States", '"United States'), "wages.csv: it cannot be read"),
    ],
)
def test_a_broken_file_is_refused(
    tmp_path: Path, rows: dict[Key, Row], line: int, change: tuple[str, str], sentence: str
) -> None:
    path = tmp_path / "wages.csv"
    write_wages(rows, path)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[line] = lines[line].replace(*change)
    path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(RefusedError, match=sentence):
        read_wages(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"cannot be read"):
        read_wages(tmp_path)


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path, rows: dict[Key, Row]) -> None:
    with pytest.raises(RefusedError, match=r"wages.csv: it cannot be written \(No such file or directory\)"):
        write_wages(rows, tmp_path / "nowhere" / "wages.csv")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_the_old_file_stands_if_writing_fails(
    tmp_path: Path, rows: dict[Key, Row], monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "wages.csv"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(RefusedError, match=r"cannot be written \(No space left on device\)"):
        write_wages(rows, path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["wages.csv"]


def test_the_old_file_stands_if_a_row_is_impossible(tmp_path: Path, rows: dict[Key, Row]) -> None:
    path = tmp_path / "wages.csv"
    path.write_text("old", encoding="utf-8")
    first = next(iter(rows))
    with pytest.raises(RefusedError, match=r"annual_p90 \(10\) is below annual_p75"):
        write_wages({**rows, first: {**rows[first], "annual_p90": "10", "hourly_p90": ""}}, path)
    assert path.read_text(encoding="utf-8") == "old"


def test_rows_under_a_wrong_key_do_not_read_back(tmp_path: Path, rows: dict[Key, Row]) -> None:
    first = next(iter(rows))
    wrong = {("2020-05", *first[1:]): rows[first]}
    assert key_of(rows[first]) not in wrong
    with pytest.raises(RefusedError, match=r"what was written does not read back the same"):
        write_wages(wrong, tmp_path / "wages.csv")


def test_the_dashboards_own_file_must_load_in_the_dashboard(
    tmp_path: Path, rows: dict[Key, Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wage_file, "DATA", tmp_path)
    with pytest.raises(RefusedError, match=r"the dashboard would not start: bls_wages.csv, release 2025-05"):
        write_wages(rows, tmp_path / FILE)  # one state is not enough
    assert not (tmp_path / FILE).exists()
