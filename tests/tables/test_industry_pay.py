from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib.tables import TableError, load_roles, load_wages
from lib.tables.industry_pay import (
    GROUP,
    MIX_COLUMNS,
    MIX_FILE,
    PAY_COLUMNS,
    PAY_FILE,
    load_industry_pay,
    load_staff_mix,
)
from tests.tables.copies import as_it_is, read_rows, with_cells, with_row_twice, without_column, write_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOADERS: dict[str, Callable[[Path], Any]] = {PAY_FILE: load_industry_pay, MIX_FILE: load_staff_mix}
FINANCE = {"industry": "Finance and insurance"}
HEALTH = {"industry": "Healthcare and social assistance"}
LAWYERS = {"soc_code": "23-1011"}
CLERKS = {"soc_code": "43-9061"}
SHAPE = "release must be a year and a month, such as 2024-05."

BROKEN: list[tuple[str, dict[str, str], dict[str, str], str]] = [
    (PAY_FILE, FINANCE, {"role": "banker"}, "role must be one of administrative_services_manager, executive_secretary, "
        "lawyer, legal_secretary, office_supervisor, paralegal, secretary, secretary_group."),
    (PAY_FILE, FINANCE, {"industry": ""}, "industry must be filled in."),
    (PAY_FILE, FINANCE, {"release": ""}, SHAPE),
    (PAY_FILE, FINANCE, {"release": "May 2024"}, SHAPE),
    (PAY_FILE, FINANCE, {"release": "2024-13"}, SHAPE),
    (PAY_FILE, FINANCE, {"annual_median": "$76,960"}, "annual_median is '$76,960', which is not a number."),
    (PAY_FILE, FINANCE, {"annual_median": "inf"}, "annual_median is 'inf', which is not a number."),
    (PAY_FILE, FINANCE, {"annual_median": ""}, "annual_median must lie between 10,000 and 500,000."),
    (PAY_FILE, FINANCE, {"annual_median": "37.00"}, "annual_median must lie between 10,000 and 500,000."),
    (PAY_FILE, FINANCE, {"annual_median": "500001"}, "annual_median must lie between 10,000 and 500,000."),
    (PAY_FILE, FINANCE, {"source": "hearsay"}, "source must name rows of sources.csv."),
    (PAY_FILE, HEALTH, {"note": ""}, "the note must say what the group is."),
    (MIX_FILE, CLERKS, {"soc_title": ""}, "soc_title must be filled in."),
    (MIX_FILE, CLERKS, {"naics": ""}, "naics must be filled in."),
    (MIX_FILE, CLERKS, {"release": "2024"}, SHAPE),
    (MIX_FILE, CLERKS, {"source": ""}, "source must name rows of sources.csv."),
    (MIX_FILE, CLERKS, {"role": "clerk"}, "role must be that of the soc_code, or empty."),
    (MIX_FILE, CLERKS, {"role": "secretary"}, "role must be that of the soc_code, or empty."),
    (MIX_FILE, LAWYERS, {"role": ""}, "role must be that of the soc_code, or empty."),
    (MIX_FILE, CLERKS, {"share_of_jobs": "2.62%"}, "share_of_jobs is '2.62%', which is not a number."),
    (MIX_FILE, CLERKS, {"share_of_jobs": ""}, "share_of_jobs must be more than 0 and less than 1."),
    (MIX_FILE, CLERKS, {"share_of_jobs": "0"}, "share_of_jobs must be more than 0 and less than 1."),
    (MIX_FILE, CLERKS, {"share_of_wage_bill": "1"}, "share_of_wage_bill must be more than 0 and less than 1."),
    (MIX_FILE, CLERKS, {"share_of_wage_bill": "nan"}, "share_of_wage_bill is 'nan', which is not a number."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    file: str, where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    line = with_cells(file, tmp_path, where, changes)
    with pytest.raises(TableError) as raised:
        LOADERS[file](tmp_path)
    sentence = str(raised.value)
    assert sentence.startswith((f"{file}, line {line} (", f"{file}, line {line}: "))
    assert sentence.endswith(rule)


# 0.8459 of the jobs and 0.8869 of the pay are listed; 0.0262 of each more than what is left breaks the rule.
@pytest.mark.parametrize(
    ("column", "share", "total"), [("share_of_jobs", "0.2", "1.0197"), ("share_of_wage_bill", "0.2", "1.0769")]
)
def test_shares_of_more_than_the_whole_are_refused(column: str, share: str, total: str, tmp_path: Path) -> None:
    with_cells(MIX_FILE, tmp_path, CLERKS, {column: share})
    with pytest.raises(TableError) as raised:
        load_staff_mix(tmp_path)
    assert str(raised.value) == f"staff_mix.csv: {column} of 5411, 2024-05, adds up to {total}."


def test_shares_of_two_releases_are_not_added_up(tmp_path: Path) -> None:
    rows = read_rows(MIX_FILE)
    older = [row | {"release": "2023-05"} for row in rows]
    assert len(load_staff_mix(write_rows(rows + older, MIX_FILE, tmp_path))) == 2 * len(rows)


@pytest.mark.parametrize(
    ("file", "where", "changes"),
    [
        (PAY_FILE, FINANCE, {"annual_median": "10000"}),
        (PAY_FILE, FINANCE, {"annual_median": "500000"}),
        (PAY_FILE, FINANCE, {"note": ""}),
        (MIX_FILE, CLERKS, {"share_of_jobs": "0.1"}),
        (MIX_FILE, CLERKS, {"note": ""}),
    ],
)
def test_the_limit_itself_is_allowed(file: str, where: dict[str, str], changes: dict[str, str], tmp_path: Path) -> None:
    with_cells(file, tmp_path, where, changes)
    assert LOADERS[file](tmp_path)


@pytest.mark.parametrize(
    ("file", "key"), [(PAY_FILE, "role + industry + release"), (MIX_FILE, "soc_code + naics + release")]
)
def test_a_repeated_row_is_refused(file: str, key: str, tmp_path: Path) -> None:
    line = with_row_twice(file, tmp_path)
    with pytest.raises(TableError) as raised:
        LOADERS[file](tmp_path)
    assert str(raised.value).startswith(f"{file}, line {line} (")
    assert str(raised.value).endswith(f": each {key} must stand in one row only.")


@pytest.mark.parametrize(
    ("file", "column"),
    [(PAY_FILE, column) for column in PAY_COLUMNS] + [(MIX_FILE, column) for column in MIX_COLUMNS],
)
def test_a_missing_column_is_named(file: str, column: str, tmp_path: Path) -> None:
    without_column(file, tmp_path, column)
    with pytest.raises(TableError, match=rf"{file}, line 1: the columns {column} are missing\."):
        LOADERS[file](tmp_path)


@pytest.mark.parametrize(("file", "columns"), [(PAY_FILE, PAY_COLUMNS), (MIX_FILE, MIX_COLUMNS)])
def test_a_faithful_copy_loads_and_a_missing_file_is_named(file: str, columns: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(TableError, match="is missing"):
        LOADERS[file](tmp_path / "nowhere")
    assert LOADERS[file](as_it_is(file, tmp_path)) == LOADERS[file](tmp_path)
    assert tuple(read_rows(file)[0]) == columns


# BLS, Occupational Outlook Handbook, May 2024.
@pytest.mark.parametrize(
    ("role", "industry", "median"),
    [
        ("paralegal", "Federal government, excluding postal service", 77_940),
        ("paralegal", "Finance and insurance", 76_960),
        ("paralegal", "Legal services", 59_800),
        ("paralegal", "State government, excluding education and hospitals", 56_280),
        ("lawyer", "Legal services", 143_470),
        (GROUP, "Professional, scientific, and technical services", 52_120),
        (GROUP, "Healthcare and social assistance", 45_110),
    ],
)
def test_published_medians(role: str, industry: str, median: float) -> None:
    found = {(pay.role, pay.industry): pay for pay in load_industry_pay()}
    assert found[role, industry].annual_median == median
    assert found[role, industry].release == "2024-05"


def test_no_median_of_the_group_passes_for_one_of_legal_secretaries() -> None:
    assert {pay.role for pay in load_industry_pay()} == {"paralegal", "lawyer", GROUP}
    assert GROUP not in load_roles()
    assert {"alone" in pay.note for pay in load_industry_pay() if pay.role == GROUP} == {True}


@pytest.mark.parametrize("role", ["paralegal", "lawyer"])
def test_the_industries_lie_around_the_national_median(role: str) -> None:
    medians = [pay.annual_median for pay in load_industry_pay() if pay.role == role]
    national = load_wages().medians["2024-05", "99", load_roles()[role].soc_code]
    assert min(medians) < national < max(medians)


def test_who_works_in_legal_services() -> None:
    found = {row.soc_code: row for row in load_staff_mix()}
    assert {code: row.share_of_jobs for code, row in found.items() if row.role} == {
        "23-1011": 0.3717, "23-2011": 0.2349, "43-6012": 0.1039, "43-1011": 0.0188, "43-6014": 0.0185,
    }  # fmt: skip
    assert found["23-2011"].share_of_wage_bill == 0.1312
    assert found["43-6012"].share_of_wage_bill == 0.0551
    assert found["43-9061"].role == ""
    shares = [row.share_of_jobs for row in load_staff_mix()]
    assert shares == sorted(shares, reverse=True)


# BLS, NAICS 5411, May 2023, as published: lawyers 37.49 % of the jobs, paralegals 23.04 %.
@pytest.mark.parametrize(("soc_code", "year_before"), [("23-1011", 0.3749), ("23-2011", 0.2304)])
def test_the_derived_shares_are_near_those_that_bls_published_a_year_before(soc_code: str, year_before: float) -> None:
    share = next(row.share_of_jobs for row in load_staff_mix() if row.soc_code == soc_code)
    assert share == pytest.approx(year_before, abs=0.01)
