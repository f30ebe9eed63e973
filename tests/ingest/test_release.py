from __future__ import annotations

import pytest

from lib.ingest.refusal import RefusedError
from lib.ingest.release import (
    Evidence,
    agreed,
    from_description,
    from_file_name,
    from_sheet_name,
    row_release,
)

NAMED = Evidence("2025-05", "the file name state_M2025_dl.csv")


@pytest.mark.parametrize(
    "name",
    [
        "national_M2025_dl.xlsx",
        "oews_natsector_m2025_dl.csv",
        "all_data_M_2025.xlsx",
        "oesm25nat.zip",
        "oesm25st (1).zip",
        "oesm25ma/MSA.xlsx",
        "M2025.csv",
    ],
)
def test_file_names_of_bls_tell_the_release(name: str) -> None:
    assert {told.release for told in from_file_name(name)} == {"2025-05"}


@pytest.mark.parametrize(
    "name", ["oews.csv", "state_2025.csv", "downloaded May 2026.csv", "2025-05-11.csv", "SUM2025.csv"]
)
def test_other_years_in_file_names_tell_nothing(name: str) -> None:
    assert from_file_name(name) == []


@pytest.mark.parametrize("name", ["All May 2025 data", "national_M2025_dl"])
def test_sheet_names_of_bls_tell_the_release(name: str) -> None:
    assert [told.release for told in from_sheet_name(name)] == ["2025-05"]


def test_the_field_descriptions_tell_the_release() -> None:
    assert from_description("May 2025 OEWS Estimates", "Field Descriptions")[0].release == "2025-05"
    assert from_description("May 2019 OES Estimates", "Field Descriptions")[0].release == "2019-05"
    assert from_description("Since May 2021, the model", "Field Descriptions") == []


def test_evidence_that_agrees_is_one_release() -> None:
    assert agreed([], label="file") is None
    assert agreed([NAMED, Evidence("2025-05", "the sheet name x")], label="file") == NAMED


def test_evidence_that_disagrees_is_refused_and_both_named() -> None:
    described = Evidence("2024-05", "the sheet Field Descriptions")
    with pytest.raises(RefusedError, match=r"M2025_dl.csv says 2025-05, but the sheet Field .+ 2024-05"):
        agreed([NAMED, described], label="file")


def test_the_release_column_or_the_name_is_enough() -> None:
    assert row_release("2024-05", None, label="f", place="p") == "2024-05"
    assert row_release("", NAMED, label="f", place="p") == "2025-05"
    assert row_release("2025-05", NAMED, label="f", place="p") == "2025-05"


@pytest.mark.parametrize(
    ("column", "named", "sentence"),
    [
        ("", None, "f: nothing tells which year .+ for example state_M2025_dl.csv"),
        ("2025-11", None, "f, row 2: RELEASE is '2025-11'; it must be like 2025-05"),
        ("2025", None, "f, row 2: RELEASE is '2025'"),
        (
            "2024-05",
            NAMED,
            "f, row 2: RELEASE says 2024-05, but the file name state_M2025_dl.csv says 2025-05",
        ),
    ],
)
def test_an_unclear_release_is_refused(column: str, named: Evidence | None, sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        row_release(column, named, label="f", place="f, row 2")
