from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from lib.tables import CellState, TableError, WageTable, load_wages
from lib.tables.files import DATA
from lib.tables.wage_schema import ALL_INDUSTRIES, PERCENTILES, STATED_COLUMNS
from tests.tables.copies import read_rows, refused_line, rows_to_break, with_cells, write_rows

if TYPE_CHECKING:
    from pathlib import Path

    from lib.tables import WageRow

FILE = "bls_wages.csv"
PARALEGAL, LEGAL_SECRETARY = "23-2011", "43-6012"
NATION = {"release": "2025-05", "area_code": "99", "naics": "000000", "soc_code": PARALEGAL}
NATION_2024 = {**NATION, "release": "2024-05"}
TEXAS = {"release": "2025-05", "area_code": "48", "soc_code": PARALEGAL}
WORDS = "must be a number, empty, or one of not_available, probably_top_coded, top_coded, withheld"


def row_of(release: str, area: str, soc_code: str) -> WageRow:
    row = load_wages().find(release, area, soc_code)
    assert row is not None
    return row


# Row, what is changed, the end of the sentence. The nation's paralegals of May 2025: 44,740, 50,340, 62,890,
# 80,080 and 101,500 a year; 21.51, 24.20, 30.24, 38.50 and 48.80 an hour.
BROKEN: list[tuple[dict[str, str], dict[str, str], str]] = [
    (TEXAS, {"area_type": "county"}, "area_type must be one of metro, nation, nonmetro, state, territory"),
    (TEXAS, {"release": "May 2025"}, r"release must match 20\d\d-\d\d"),
    (TEXAS, {"area_code": "480"}, r"area_code must match \d\d|\d{5}|\d{7}"),
    (TEXAS, {"soc_code": "232011"}, r"soc_code must match \d\d-\d{4}"),
    (NATION, {"annual_p25": "44730"}, "annual_p25 must not be below annual_p10"),
    (NATION, {"annual_median": "50330"}, "annual_median must not be below annual_p25"),
    (NATION, {"annual_p75": "62880"}, "annual_p75 must not be below annual_median"),
    (NATION, {"annual_p90": "80070"}, "annual_p90 must not be below annual_p75"),
    (NATION, {"annual_p25": "withheld", "annual_median": "44730"}, "annual_median must not be below annual_p25"),
    (NATION, {"hourly_p25": "21.50"}, "hourly_p25 must not be below hourly_p10"),
    (NATION, {"hourly_median": "24.19"}, "hourly_median must not be below hourly_p25"),
    (NATION, {"hourly_p75": "30.23"}, "hourly_p75 must not be below hourly_median"),
    (NATION, {"hourly_p90": "38.49"}, "hourly_p90 must not be below hourly_p75"),
    (NATION, {"employment": "-10"}, "employment must not be negative"),
    (NATION, {"employment_rse": "-0.1"}, "employment_rse must not be negative"),
    (NATION, {"mean_rse": "-0.1"}, "mean_rse must not be negative"),
    (TEXAS, {"location_quotient": "-1"}, "location_quotient must not be negative"),
    (TEXAS, {"annual_mean": "-1"}, "annual_mean must not be negative"),
    (TEXAS, {"annual_p10": "-1"}, "annual_p10 must not be negative"),
    (TEXAS, {"annual_p10": "0"}, "annual_p10 must be more than 0"),
    (TEXAS, {"annual_mean": "0"}, "annual_mean must be more than 0"),
    (NATION, {"hourly_p10": "0"}, "hourly_p10 must be more than 0"),
    # 2,080 x 33.52 = 69,721.60: 21.60 off; rounding explains 15.40.
    (NATION, {"hourly_mean": "33.52"}, "hourly_mean x 2,080 must equal annual_mean"),
    (NATION, {"hourly_p10": "21.52"}, "hourly_p10 x 2,080 must equal annual_p10"),
    (NATION, {"hourly_p25": "24.21"}, "hourly_p25 x 2,080 must equal annual_p25"),
    (NATION, {"hourly_median": "30.25"}, "hourly_median x 2,080 must equal annual_median"),
    (NATION, {"hourly_p75": "38.51"}, "hourly_p75 x 2,080 must equal annual_p75"),
    (NATION, {"hourly_p90": "48.81"}, "hourly_p90 x 2,080 must equal annual_p90"),
    *[(TEXAS, {column: "inf"}, f"{column} {WORDS}") for column in ("employment", "annual_mean", "annual_p90")],
    *[(TEXAS, {"annual_median": wrong}, f"annual_median {WORDS}") for wrong in ("*", "#", "60,000", "nan", "-inf")],
]


@pytest.mark.parametrize(("where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    line = with_cells(FILE, tmp_path, where, changes)
    assert refused_line(FILE, load_wages, tmp_path, f": {rule}.") == line


# BLS national_M2024_dl.xlsx and national_M2025_dl.xlsx.
NATIONAL = {
    ("2024-05", PARALEGAL): (61_010, 66_510),
    ("2024-05", LEGAL_SECRETARY): (54_140, 60_320),
    ("2025-05", PARALEGAL): (62_890, 69_700),
    ("2025-05", LEGAL_SECRETARY): (55_570, 60_620),
}


@pytest.mark.parametrize(("key", "published"), NATIONAL.items())
@pytest.mark.parametrize("at", [0, 1])
def test_a_national_figure_that_is_not_the_published_one_is_refused(
    key: tuple[str, str], published: tuple[int, int], at: int, tmp_path: Path
) -> None:
    column, figure = ("annual_median", "annual_mean")[at], published[at]
    where = {**NATION, "release": key[0], "soc_code": key[1]}
    line = with_cells(FILE, tmp_path, where, {column: str(figure + 10), column.replace("annual", "hourly"): ""})
    with pytest.raises(TableError) as raised:
        load_wages(tmp_path)
    assert str(raised.value).startswith(f"{FILE}, line {line} (release '{key[0]}', soc_code '{key[1]}', {column} ")
    assert str(raised.value).endswith(f": BLS published {figure:,} as {column}.")


@pytest.mark.parametrize(("key", "published"), NATIONAL.items())
def test_national_medians_and_means(key: tuple[str, str], published: tuple[int, int]) -> None:
    row = row_of(key[0], "99", key[1])
    assert (row.median, row.mean) == published


@pytest.mark.parametrize("soc_code", [PARALEGAL, LEGAL_SECRETARY])
def test_a_state_too_few_is_refused(soc_code: str, tmp_path: Path) -> None:
    rows = [row for row in rows_to_break(FILE) if not {**TEXAS, "soc_code": soc_code}.items() <= row.items()]
    with pytest.raises(TableError) as raised:
        load_wages(write_rows(rows, FILE, tmp_path))
    assert str(raised.value) == (f"{FILE}, release 2025-05: {soc_code} must have rows for 50 states and DC, found 50.")


@pytest.mark.parametrize("soc_code", [PARALEGAL, LEGAL_SECRETARY])
@pytest.mark.parametrize("release", ["2015-05", "2024-05", "2025-05"])
def test_a_release_without_the_nation_is_refused(release: str, soc_code: str, tmp_path: Path) -> None:
    missing = {**NATION, "release": release, "soc_code": soc_code}
    rows = [row for row in rows_to_break(FILE) if not missing.items() <= row.items()]
    with pytest.raises(TableError) as raised:
        load_wages(write_rows(rows, FILE, tmp_path))
    assert str(raised.value) == (
        f"{FILE}, release {release}: {soc_code} must have a row for the nation with all five percentiles."
    )


def test_a_release_whose_figures_are_known_must_be_there(tmp_path: Path) -> None:
    rows = [row for row in rows_to_break(FILE) if row["release"] != "2024-05"]
    with pytest.raises(TableError, match=r"release 2024-05: 23-2011 must have a row for the nation"):
        load_wages(write_rows(rows, FILE, tmp_path))


def test_the_nation_must_have_all_five_percentiles(tmp_path: Path) -> None:
    with_cells(FILE, tmp_path, {**NATION, "release": "2019-05"}, {"annual_p90": "top_coded", "hourly_p90": ""})
    with pytest.raises(TableError, match=r"release 2019-05: 23-2011 .* all five percentiles"):
        load_wages(tmp_path)


@pytest.mark.parametrize(
    ("where", "changes"),
    [
        (TEXAS, {"annual_p10": "", "annual_p90": "top_coded"}),
        (TEXAS, {"employment": "withheld", "location_quotient": ""}),
        (NATION_2024, {"employment_rse": "0", "mean_rse": "0"}),
    ],
)
def test_what_bls_can_publish_is_allowed(where: dict[str, str], changes: dict[str, str], tmp_path: Path) -> None:
    with_cells(FILE, tmp_path, where, changes)
    row = load_wages(tmp_path).find(where["release"], where["area_code"], where["soc_code"])
    assert row is not None
    assert row.median == row_of(where["release"], where["area_code"], where["soc_code"]).median


# BLS national_M2025_dl.xlsx: TOT_EMP 392,880 and 156,280; relative standard errors 1.6 and 3.1 per cent.
@pytest.mark.parametrize(("soc_code", "jobs", "error"), [(PARALEGAL, 392_880, 1.6), (LEGAL_SECRETARY, 156_280, 3.1)])
def test_national_employment(soc_code: str, jobs: int, error: float) -> None:
    row = row_of("2025-05", "99", soc_code)
    assert (row.employment, row.employment_rse) == (jobs, error)


# BLS, all data May 2025: 51 states and DC, 393 metropolitan and 137 nonmetropolitan areas, Puerto Rico.
@pytest.mark.parametrize("soc_code", [PARALEGAL, LEGAL_SECRETARY])
def test_areas_of_may_2025(soc_code: str) -> None:
    wages = load_wages()
    codes = [code for release, code, of_soc in wages.positions if (release, of_soc) == ("2025-05", soc_code)]
    kinds = pd.Series([wages.areas[code].area_type for code in codes]).value_counts().to_dict()
    assert kinds == {"nation": 1, "state": 51, "territory": 1, "metro": 393, "nonmetro": 137}
    assert len(codes) == 583


# BLS, state table of May 2025: in these states legal secretaries earn at least what paralegals earn.
def test_states_where_legal_secretaries_earn_as_much() -> None:
    wages = load_wages()
    medians = {
        area.state: [wages.medians.get(("2025-05", code, soc_code)) for soc_code in (PARALEGAL, LEGAL_SECRETARY)]
        for code, area in wages.areas.items()
        if area.area_type == "state"
    }
    higher = {state for state, (one, other) in medians.items() if one and other and other >= one}
    assert {"DC", "NY", "CT", "DE", "RI"} <= higher
    assert "TX" not in higher


@pytest.mark.parametrize(
    ("release", "area", "state"),
    [("2025-05", "30", CellState.NOT_AVAILABLE), ("2024-05", "19", CellState.WITHHELD)],
    ids=["Montana", "Iowa"],
)
def test_states_without_a_wage_of_legal_secretaries(release: str, area: str, state: CellState) -> None:
    row = row_of(release, area, LEGAL_SECRETARY)
    assert row.percentiles == (None,) * 5
    assert row.median is None
    assert row.states["annual_median"] == state
    assert (release, area, LEGAL_SECRETARY) not in load_wages().medians
    assert row_of(release, area, PARALEGAL).median is not None


def test_employment_of_legal_secretaries_in_vermont_is_withheld() -> None:
    vermont = row_of("2025-05", "50", LEGAL_SECRETARY)
    assert vermont.employment is None
    assert vermont.states == {"employment": CellState.WITHHELD}
    assert vermont.percentiles == (46_580, 46_580, 49_090, 55_210, 62_920)


def test_equal_percentiles_are_real() -> None:
    rows = load_wages().rows
    central = rows[rows["soc_code"].isin([PARALEGAL, LEGAL_SECRETARY]) & (rows["naics"] == ALL_INDUSTRIES)]
    equal = central[central["annual_p10"] == central["annual_p25"]]
    assert {"Vermont", "Arecibo, PR"} <= set(equal["area_title"])


def test_a_state_never_becomes_a_number_and_a_number_stays_itself() -> None:
    wages = load_wages()
    words = {state.value for state in CellState}
    text = pd.read_csv(DATA / FILE, dtype="str", keep_default_na=False)
    for column in STATED_COLUMNS:
        is_word, is_empty = text[column].isin(words), text[column] == ""
        assert wages.states[column][is_word].tolist() == text[column][is_word].tolist()
        assert wages.states[column][~is_word].isna().all()
        assert wages.rows[column][is_word | is_empty].isna().all()
        is_number = ~(is_word | is_empty)
        assert wages.rows[column][is_number].tolist() == [float(cell) for cell in text[column][is_number]]


def test_all_four_states_occur() -> None:
    states = load_wages().states
    assert {state for column in states for state in states[column].dropna()} == set(CellState)


def test_a_row_holds_none_and_the_state_where_there_is_no_number() -> None:
    wages = load_wages()
    newest = [key for key in wages.positions if key[0] == wages.releases[0] and key[2] in (PARALEGAL, LEGAL_SECRETARY)]
    for release, area, soc_code in newest:
        row = row_of(release, area, soc_code)
        for column, value in zip(PERCENTILES, row.percentiles, strict=True):
            assert value is None or value > 0
            assert column not in row.states or value is None
        assert (row.release, row.area_code, row.soc_code) == (release, area, soc_code)


def test_a_row_is_of_all_industries_never_of_a_sector() -> None:
    sectors = [row for row in read_rows(FILE) if row["naics"] != ALL_INDUSTRIES and row["soc_code"] == PARALEGAL]
    assert len(sectors) > 10
    assert row_of("2024-05", "99", PARALEGAL).median == 61_010


@pytest.mark.parametrize(
    ("release", "area", "soc_code"),
    [("2025-05", "99999", PARALEGAL), ("1999-05", "99", PARALEGAL), ("2025-05", "99", "00-0000")],
)
def test_what_is_not_there_is_none(release: str, area: str, soc_code: str) -> None:
    assert load_wages().find(release, area, soc_code) is None


def test_releases_come_newest_first() -> None:
    releases = load_wages().releases
    assert releases[0] == "2025-05"
    assert releases == tuple(f"{year}-05" for year in range(2025, 2014, -1))


@pytest.mark.parametrize("backwards", [False, True])
def test_an_area_is_called_what_the_newest_release_calls_it(backwards: bool) -> None:
    table = load_wages()
    rows = table.rows.copy()
    rows.loc[(rows["area_code"] == "50") & (rows["release"] == "2021-05"), "area_title"] = "New Connecticut"
    area = WageTable(rows[::-1] if backwards else rows, table.states, {}).areas["50"]
    assert (area.area_title, area.area_type, area.state) == ("Vermont", "state", "VT")
