"""Zip files that lie, are damaged or grow too large."""

from __future__ import annotations

import struct
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.ingest import archive
from lib.ingest.archive import MEGABYTE, Budget, checked_entries, copy_workbook, unpack_entry
from lib.ingest.refusal import RefusedError
from tests.ingest.bls_files import PARALEGAL, write_workbook, write_zip

if TYPE_CHECKING:
    from collections.abc import Mapping

CENTRAL_DIRECTORY = b"PK\x01\x02"


def entries(path: Path) -> list[str]:
    with ZipFile(path) as opened:
        return [entry.filename for entry in checked_entries(opened, label=path.name)]


def copy(path: Path) -> Path:
    target = path.with_name("copy.xlsx")
    copy_workbook(path, target, Budget(), label=path.name)
    return target


def with_sheet(path: Path, sheet: bytes) -> Path:
    """A workbook whose sheet is replaced."""
    source = write_workbook(path.with_name("source.xlsx"), [PARALEGAL])
    with ZipFile(source) as opened:
        parts: Mapping[str, bytes] = {name: opened.read(name) for name in opened.namelist()}
    return write_zip(path, {**parts, "xl/worksheets/sheet1.xml": sheet})


def understate_size(path: Path, size: int) -> None:
    """Make the zip's directory say that its first file unpacks to a few bytes only."""
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, content.index(CENTRAL_DIRECTORY) + 24, size)
    path.write_bytes(content)


def test_folders_are_no_files(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"oesm25nat/": b"", "oesm25nat/a.csv": b"x"})
    assert entries(path) == ["oesm25nat/a.csv"]


def test_a_bomb_is_refused_by_what_it_says_of_itself(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"a.csv": bytes(2 * MEGABYTE)})
    with pytest.raises(RefusedError, match=r"a.zip: 0.0 MB unpack to 2 MB; no file of BLS does"):
        entries(path)


def test_a_file_packed_as_well_as_a_workbook_of_bls_is_no_bomb(tmp_path: Path) -> None:
    noise = Random(1).randbytes(MEGABYTE // 10)
    path = write_zip(tmp_path / "a.zip", {"a.csv": noise + bytes(2 * MEGABYTE)})  # about 20 to 1
    assert entries(path) == ["a.csv"]


def test_the_limits_leave_room_for_the_largest_file_of_bls() -> None:
    # all_data_M_2025.xlsx: some 80 MB, unpacked some 700 MB; copied once when it comes in a zip
    assert 2 * 80 * MEGABYTE <= archive.MAX_PACKED <= 500 * MEGABYTE
    assert 2 * (80 + 700) * MEGABYTE <= archive.MAX_UNPACKED <= 4096 * MEGABYTE
    assert 2 * 700 / 80 <= archive.MAX_RATIO <= 200
    assert archive.MAX_ENTRIES <= 1000


def test_a_small_file_may_be_packed_well(tmp_path: Path) -> None:
    assert entries(write_zip(tmp_path / "a.zip", {"a.csv": bytes(MEGABYTE)})) == ["a.csv"]


def test_the_limit_on_the_unpacked_size_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_zip(tmp_path / "a.zip", {"a.csv": b"12345", "b.csv": b"12345"})
    monkeypatch.setattr(archive, "MAX_UNPACKED", 10)
    assert len(entries(path)) == 2
    monkeypatch.setattr(archive, "MAX_UNPACKED", 9)
    with pytest.raises(RefusedError, match=r"a.zip: .+ no file of BLS does"):
        entries(path)


def test_a_size_that_lies_is_found_while_unpacking(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"a.csv": bytes(2 * MEGABYTE)})
    understate_size(path, 1000)
    with ZipFile(path) as opened, pytest.raises(RefusedError, match=r"a.csv: the file is cut off or damaged"):
        unpack_entry(opened, opened.infolist()[0], tmp_path / "a.csv", Budget(), label="a.csv")
    assert (tmp_path / "a.csv").stat().st_size <= 1000


def test_bytes_are_counted_over_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED", 10)
    path = write_zip(tmp_path / "a.zip", {"a.csv": b"12345", "b.csv": b"12345", "c.csv": b"1"})
    budget = Budget()
    with ZipFile(path) as opened:
        first, second, third = opened.infolist()
        unpack_entry(opened, first, tmp_path / "a.csv", budget, label="a.csv")
        unpack_entry(opened, second, tmp_path / "b.csv", budget, label="b.csv")
        with pytest.raises(RefusedError, match=r"c.csv: it unpacks to more than"):
            unpack_entry(opened, third, tmp_path / "c.csv", budget, label="c.csv")


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_zip(tmp_path / "a.zip", {"a": b"", "b": b"", "c": b""})
    monkeypatch.setattr(archive, "MAX_ENTRIES", 3)
    assert len(entries(path)) == 3
    monkeypatch.setattr(archive, "MAX_ENTRIES", 2)
    with pytest.raises(RefusedError, match=r"a.zip: it holds 3 files; no file of BLS does"):
        entries(path)


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as opened:
        opened.writestr("a.csv", "1")
        with pytest.warns(UserWarning, match=r"Duplicate"):
            opened.writestr("a.csv", "2")
    with pytest.raises(RefusedError, match=r"a.zip: two files in it have the same name"):
        entries(path)


def test_a_password_is_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"a.csv": b"1"})
    content = bytearray(path.read_bytes())
    content[content.index(CENTRAL_DIRECTORY) + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(RefusedError, match=r"a.zip: it is protected by a password"):
        entries(path)


def test_unusual_packing_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w", ZIP_BZIP2) as opened:
        opened.writestr("a.csv", "1")
    with pytest.raises(RefusedError, match=r"a.zip: it is packed in an unusual way"):
        entries(tmp_path / "a.zip")


def test_the_copy_of_a_workbook_has_the_same_content(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [PARALEGAL], description="May 2025 OEWS Estimates")
    with ZipFile(path) as one, ZipFile(copy(path)) as other:
        assert {name: one.read(name) for name in one.namelist()} == {
            name: other.read(name) for name in other.namelist()
        }


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="BA1">',
        b'<c r="XFD1048576">',
        b"<c r='aaa1'>",
        b'<c s="0"r="BA1">',
        b'<c\nr = "BA1">',
        b'<c r="A1000000">',
        b'<row r="1048576">',
    ],
)
def test_a_cell_far_out_is_refused(tmp_path: Path, cell: bytes) -> None:
    path = with_sheet(tmp_path / "a.xlsx", b"<sheetData>" + cell)
    with pytest.raises(RefusedError, match=r"a.xlsx: it has cells beyond column AZ or row 999,999"):
        copy(path)


@pytest.mark.parametrize("cell", [b'<c r="AZ999999">', b'<row r="999999">', b'<mergeCell ref="BA1">'])
def test_a_cell_within_the_limits_is_not(tmp_path: Path, cell: bytes) -> None:
    assert copy(with_sheet(tmp_path / "a.xlsx", b"<sheetData>" + cell)).exists()


@given(start=st.integers(0, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_far_cell_is_found_across_pieces(start: int) -> None:
    sheet = b" " * start + b'<c r="XFD1048576">' + b" " * 60
    pieces = [sheet[at : at + 8] for at in range(0, len(sheet), 8)]
    with pytest.raises(RefusedError, match=r"beyond column AZ"):
        list(archive.without_far_cells(iter(pieces), label="a.xlsx"))


@given(cut=st.floats(0, 1, exclude_max=True))
@settings(max_examples=30, deadline=None)
def test_a_workbook_cut_off_anywhere_is_refused(tmp_path_factory: pytest.TempPathFactory, cut: float) -> None:
    folder = tmp_path_factory.mktemp("cut")
    path = write_workbook(folder / "a.xlsx", [PARALEGAL])
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * cut)])
    with pytest.raises(RefusedError, match=r"a.xlsx: the file is cut off or damaged"):
        copy(path)


def test_a_damaged_byte_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as opened:
        opened.writestr("xl/workbook.xml", bytes(range(256)) * 20)
    content = bytearray(path.read_bytes())
    content[60] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(RefusedError, match=r"a.xlsx: the file is cut off or damaged"):
        copy(path)
