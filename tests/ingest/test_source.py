"""Whole sources: what BLS ships, and what must be refused."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from lib.ingest.refusal import RefusedError
from lib.ingest.source import Source, read_source
from lib.tables.wage_schema import CellState
from tests.ingest.bls_files import (
    ABILENE,
    ALABAMA,
    COPY_HEADER,
    EVERYTHING,
    HEADER,
    LAWYER_2024,
    LEGAL_SECRETARY,
    MANUFACTURING,
    NORTHWEST_ALABAMA,
    PARALEGAL,
    PARALEGAL_BROAD,
    BlsRow,
    write_csv,
    write_workbook,
    write_zip,
)

NATIONAL_2025 = {
    **{"release": "2025-05", "area_type": "nation", "area_code": "99", "area_title": "United States"},
    **{"state": "US", "naics": "000000", "naics_title": "Cross-industry", "ownership": "1235"},
    **{"soc_code": "23-2011", "soc_title": "Paralegals and Legal Assistants"},
    **{"employment": "392880", "employment_rse": "1.6", "location_quotient": ""},
    **{"annual_mean": "69700", "mean_rse": "1.3", "annual_p10": "44740", "annual_p25": "50340"},
    **{"annual_median": "62890", "annual_p75": "80080", "annual_p90": "101500", "hourly_mean": "33.51"},
    **{"hourly_p10": "21.51", "hourly_p25": "24.2", "hourly_median": "30.24", "hourly_p75": "38.5"},
    **{"hourly_p90": "48.8", "source": "oews-national"},
}


def read(path: Path) -> Source:
    return read_source(path, lambda _label, _rows: None)


def only_row(path: Path) -> dict[str, str]:
    (row,) = read(path).rows.values()
    return row


def national_workbook(path: Path) -> Path:
    return write_workbook(
        path,
        [EVERYTHING, PARALEGAL_BROAD, PARALEGAL, LEGAL_SECRETARY],
        sheet="national_M2025_dl",
        description="May 2025 OEWS Estimates",
    )


def test_the_national_workbook_gives_the_published_row(tmp_path: Path) -> None:
    source = read(national_workbook(tmp_path / "national_M2025_dl.xlsx"))
    paralegal, secretary = source.rows.values()
    assert paralegal == NATIONAL_2025
    assert secretary["annual_median"] == "55570"
    assert (source.rows_read, source.left_out.total(), source.repeats) == (4, 2, 0)


def test_the_columns_are_in_the_order_of_our_file(tmp_path: Path) -> None:
    row = only_row(write_csv(tmp_path / "national_M2025_dl.csv", [PARALEGAL]))
    assert list(row) == list(NATIONAL_2025)


def test_workbook_zip_and_csv_give_the_same_rows(tmp_path: Path) -> None:
    workbook = national_workbook(tmp_path / "national_M2025_dl.xlsx")
    zipped = write_zip(tmp_path / "oesm25nat.zip", {"oesm25nat/national_M2025_dl.xlsx": workbook})
    plain = write_csv(tmp_path / "national_M2025_dl.csv", [PARALEGAL, LEGAL_SECRETARY])
    copy = write_csv(
        tmp_path / "oews.csv",
        [{**row, "RELEASE": "2025-05"} for row in (PARALEGAL, LEGAL_SECRETARY)],
        header=COPY_HEADER,
    )
    assert read(workbook).rows == read(zipped).rows == read(plain).rows == read(copy).rows


def test_codes_that_excel_turned_into_numbers_are_read_back(tmp_path: Path) -> None:
    rows: list[BlsRow] = [
        {**ALABAMA, "AREA": 1, "AREA_TYPE": 2, "NAICS": 0, "OWN_CODE": 1235},
        {**ABILENE, "AREA": 10180, "AREA_TYPE": 4, "NAICS": 0, "OWN_CODE": 1235},
        {**NORTHWEST_ALABAMA, "AREA": 100001, "AREA_TYPE": 6, "NAICS": 0, "OWN_CODE": 1235},
    ]
    as_numbers = read(write_workbook(tmp_path / "MSA_M2025_dl.xlsx", rows)).rows
    as_text = read(write_csv(tmp_path / "MSA_M2025_dl.csv", [ALABAMA, ABILENE, NORTHWEST_ALABAMA])).rows
    assert as_numbers == as_text
    assert [row["area_code"] for row in as_text.values()] == ["01", "10180", "0100001"]
    assert {row["naics"] for row in as_text.values()} == {"000000"}


def test_each_row_names_the_table_it_belongs_to(tmp_path: Path) -> None:
    rows = [PARALEGAL, MANUFACTURING, ALABAMA, ABILENE, NORTHWEST_ALABAMA]
    guam = {**ALABAMA, "AREA": "66", "AREA_TITLE": "Guam", "AREA_TYPE": "3", "PRIM_STATE": "GU"}
    source = read(write_csv(tmp_path / "all_data_M_2025.csv", [*rows, guam]))
    assert [(row["area_type"], row["source"]) for row in source.rows.values()] == [
        ("nation", "oews-national"),
        ("nation", "oews-sector"),
        ("state", "oews-state"),
        ("metro", "oews-area"),
        ("nonmetro", "oews-area"),
        ("territory", "oews-state"),
    ]


def test_marks_stay_apart_and_equal_percentiles_are_kept(tmp_path: Path) -> None:
    rows = [LAWYER_2024, MANUFACTURING, {**NORTHWEST_ALABAMA, "TOT_EMP": "**", "LOC_QUOTIENT": "**"}]
    lawyer, secretary, rural = read(write_workbook(tmp_path / "all_M2024_dl.xlsx", rows)).rows.values()
    assert (lawyer["annual_p75"], lawyer["annual_p90"]) == ("215420", CellState.TOP_CODED)
    assert (secretary["employment"], secretary["annual_median"]) == ("210", CellState.WITHHELD)
    assert (secretary["hourly_mean"], secretary["naics"]) == (CellState.WITHHELD, "31-33")
    assert (rural["employment"], rural["annual_p10"], rural["annual_p25"]) == ("withheld", "30520", "30520")
    assert rural["hourly_mean"] == ""


def test_a_copy_says_in_notes_what_its_empty_cells_were(tmp_path: Path) -> None:
    montana = {
        **{name: ALABAMA[name] for name in ALABAMA if not name.startswith("A_")},
        **{"RELEASE": "2025-05", "AREA": "30", "AREA_TITLE": "Montana", "PRIM_STATE": "MT", "TOT_EMP": 730},
        "CELL_NOTE": "wage not available (BLS * or #; marker dropped by source)",
    }
    row = only_row(write_csv(tmp_path / "oews.csv", [montana], header=COPY_HEADER))
    assert (row["employment"], row["annual_median"]) == ("730", CellState.NOT_AVAILABLE)
    assert (row["hourly_median"], row["employment_rse"]) == ("", "")


def test_one_title_for_each_occupation(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "M2018.csv", [{**LEGAL_SECRETARY, "OCC_TITLE": "Legal Secretaries"}])
    assert only_row(path)["soc_title"] == "Legal Secretaries and Administrative Assistants"


def test_older_spellings_and_missing_columns_of_older_files_are_read(tmp_path: Path) -> None:
    older = {
        **{"O_GROUP": "occ_group", "LOC_QUOTIENT": "loc quotient"},
        **{name: name.lower() for name in HEADER if name not in ("O_GROUP", "LOC_QUOTIENT", "PRIM_STATE")},
    }
    row = {spelling: ABILENE.get(name) for name, spelling in older.items()}
    found = only_row(write_workbook(tmp_path / "MSA_M2019_dl.xlsx", [row], header=list(older.values())))
    assert (found["state"], found["location_quotient"], found["annual_median"]) == ("TX", "0.4", "58700")


def test_a_zip_may_hold_several_tables_and_other_files(tmp_path: Path) -> None:
    descriptions = write_workbook(tmp_path / "field_descriptions.xlsx", [], header=["Field", "Description"])
    path = write_zip(
        tmp_path / "oesm25ma.zip",
        {
            "oesm25ma/MSA_M2025_dl.xlsx": write_workbook(tmp_path / "MSA.xlsx", [ABILENE]),
            "oesm25ma/BOS_M2025_dl.xlsx": write_workbook(tmp_path / "BOS.xlsx", [NORTHWEST_ALABAMA]),
            "oesm25ma/field_descriptions.xlsx": descriptions,
            "oesm25ma/readme.txt": b"Read me",
            "__MACOSX/oesm25ma/._MSA_M2025_dl.xlsx": b"\0\5\x16\7",
        },
    )
    source = read(path)
    assert [row["area_type"] for row in source.rows.values()] == ["metro", "nonmetro"]
    assert source.without_table == ["oesm25ma.zip > field_descriptions.xlsx"]


def test_a_zip_may_lie_in_a_zip_but_no_deeper(tmp_path: Path) -> None:
    inner = write_zip(tmp_path / "a.zip", {"national_M2025_dl.csv": write_csv(tmp_path / "a.csv", [PARALEGAL])})
    middle = write_zip(tmp_path / "b.zip", {"oesm25nat.zip": inner})
    outer = write_zip(tmp_path / "c.zip", {"b.zip": middle})
    assert only_row(middle) == NATIONAL_2025
    with pytest.raises(RefusedError, match=r"c.zip > b.zip > oesm25nat.zip: a zip in a zip in a zip"):
        read(outer)


def test_an_identical_repeat_is_one_row(tmp_path: Path) -> None:
    source = read(write_csv(tmp_path / "M2025.csv", [PARALEGAL, PARALEGAL]))
    assert (len(source.rows), source.repeats) == (1, 1)


def test_a_contradiction_within_a_source_is_refused(tmp_path: Path) -> None:
    one = write_csv(tmp_path / "one.csv", [PARALEGAL])
    other = write_csv(tmp_path / "other.csv", [{**PARALEGAL, "TOT_EMP": 392890, "PCT_TOTAL": 1}])
    path = write_zip(tmp_path / "oesm25nat.zip", {"one.csv": one, "other.csv": other})
    with pytest.raises(
        RefusedError,
        match=r"other.csv, row 2, says something else than oesm25nat.zip > one.csv, row 2, about Paralegals "
        r"and Legal Assistants, United States, 2025-05: they differ in employment",
    ):
        read(path)


@pytest.mark.parametrize("description", ["May 2024 OEWS Estimates", "May 2026 OEWS Estimates"])
def test_a_renamed_workbook_is_refused(tmp_path: Path, description: str) -> None:
    path = write_workbook(tmp_path / "national_M2025_dl.xlsx", [PARALEGAL], description=description)
    with pytest.raises(RefusedError, match=r"national_M2025_dl.xlsx says 2025-05, but the sheet .+ says 202[46]"):
        read(path)


def test_a_release_column_that_contradicts_the_name_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "M2025.csv", [{**PARALEGAL, "RELEASE": "2024-05"}], header=COPY_HEADER)
    with pytest.raises(RefusedError, match=r"row 2: RELEASE says 2024-05, but the file name M2025.csv says 2025"):
        read(path)


@pytest.mark.parametrize(
    ("name", "rows", "sentence"),
    [
        ("wages.csv", [PARALEGAL], "wages.csv: nothing tells which year the figures are for"),
        ("M2025.csv", [EVERYTHING], "M2025.csv: none of its rows is about our occupations"),
        ("M2025.csv", [], "M2025.csv: none of its rows is about our occupations"),
        ("M2025.csv", [{**PARALEGAL, "A_PCT10": "?"}], r"M2025.csv, row 2: A_PCT10 is '\?'"),
        (
            "M2025.csv",
            [EVERYTHING, {**PARALEGAL, "A_MEDIAN": 1}],
            "row 3 .+ annual_median .+ is below annual_p25",
        ),
        ("M2025.csv", [{**PARALEGAL, "AREA": "01"}], "row 2: AREA '01' is not the code of a nation"),
    ],
)
def test_a_table_with_one_wrong_row_is_refused_as_a_whole(
    tmp_path: Path, name: str, rows: list[BlsRow], sentence: str
) -> None:
    with pytest.raises(RefusedError, match=sentence):
        read(write_csv(tmp_path / name, rows))


def test_a_source_without_any_table_is_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "oesm25nat.zip", {"readme.csv": b"Field,Description\n", "a.pdf": b"%PDF"})
    with pytest.raises(RefusedError, match=r"oesm25nat.zip: no OEWS table in it"):
        read(path)


def test_an_old_workbook_in_a_zip_is_refused_by_name(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "oesm10nat.zip", {"national_M2010_dl.xls": b"\xd0\xcf\x11\xe0" + bytes(512)})
    with pytest.raises(RefusedError, match=r"oesm10nat.zip > national_M2010_dl.xls: this is Excel's old format"):
        read(path)


def test_a_workbook_with_a_far_cell_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = national_workbook(tmp_path / "national_M2025_dl.xlsx")
    with ZipFile(path) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'r="AD4"', b'r="XFD4"')
    with pytest.raises(RefusedError, match=r"it has cells beyond column AZ"):
        read(write_zip(path, parts))


def test_a_file_that_cannot_be_unpacked_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def disk_full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lib.ingest.documents.copy_workbook", disk_full)
    path = national_workbook(tmp_path / "national_M2025_dl.xlsx")
    with pytest.raises(RefusedError, match=r"cannot be read or unpacked \(No space left on device\)"):
        read(path)
