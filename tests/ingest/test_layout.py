from __future__ import annotations

import pytest

from lib.ingest.layout import column_name, is_header, read_header
from lib.ingest.refusal import RefusedError
from tests.ingest.bls_files import HEADER


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("o_group", "O_GROUP"),
        ("OCC_GROUP", "O_GROUP"),
        ("occ group", "O_GROUP"),
        ("GROUP", "O_GROUP"),
        ("LOC Q", "LOC_QUOTIENT"),
        ("loc_q", "LOC_QUOTIENT"),
        ("LOC QUOTIENT", "LOC_QUOTIENT"),
        (" a_median ", "A_MEDIAN"),
        ("occ code", "OCC_CODE"),
    ],
)
def test_spellings_of_bls_are_one_column(spelling: str, name: str) -> None:
    assert column_name(spelling) == name


def test_the_header_is_told_by_its_names() -> None:
    assert is_header([name.lower() for name in HEADER])
    assert not is_header(["Field", "Field Description"])


def test_columns_are_found_by_name_and_unnamed_ones_ignored() -> None:
    columns = read_header(["", *reversed(HEADER), ""], label="file")
    assert columns["AREA"] == len(HEADER)
    assert columns["HOURLY"] == 1
    assert "" not in columns


def test_missing_columns_are_all_named() -> None:
    header = [name for name in HEADER if name not in ("A_MEDIAN", "AREA_TYPE")]
    with pytest.raises(RefusedError, match=r"state.csv: the columns AREA_TYPE, A_MEDIAN are missing"):
        read_header(header, label="state.csv")


def test_a_column_that_stands_there_twice_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"state.csv: the columns O_GROUP stand there twice"):
        read_header([*HEADER, "OCC_GROUP"], label="state.csv")
