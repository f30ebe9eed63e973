from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from lib.tables import (
    TableError,
    load_accuracy,
    load_consumer_prices,
    load_cost_index,
    load_employer_costs,
    load_factor_rows,
    load_ladder_steps,
    load_levels,
    load_pay_cases,
    load_payroll_taxes,
    load_price_parities,
    load_roles,
    load_sources,
    load_training_paths,
    load_wages,
)
from lib.tables.files import DATA
from lib.tables.fit_questions import load_fit_questions
from lib.tables.legal_technology import load_legal_technology
from lib.tables.posting_laws import load_posting_laws
from lib.tables.role_activities import load_role_activities
from tests.tables.copies import (
    as_it_is,
    read_rows,
    rows_to_break,
    with_cells,
    with_row_twice,
    without_column,
    write_rows,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Table:
    file: str
    load: Callable[[Path], Any]
    columns: str
    key: str

    def __str__(self) -> str:
        return self.file


TABLES = [
    Table(
        "accuracy.csv",
        load_accuracy,
        "check role release group count ours plain in_half in_four_fifths plain_in_half plain_in_four_fifths proposed "
        "value low high",
        "check + role + release + group",
    ),
    Table(
        "bls_wages.csv",
        load_wages,
        "release area_type area_code area_title state naics naics_title ownership soc_code soc_title employment "
        "employment_rse location_quotient annual_mean mean_rse annual_p10 annual_p25 annual_median annual_p75 "
        "annual_p90 hourly_mean hourly_p10 hourly_p25 hourly_median hourly_p75 hourly_p90 source",
        "release + area_code + naics + ownership + soc_code",
    ),
    Table("consumer_prices.csv", load_consumer_prices, "year index source note", "year"),
    Table("cost_index.csv", load_cost_index, "role quarter change series source", "role + quarter"),
    Table(
        "employer_costs.csv",
        load_employer_costs,
        "item role firm_headcount value low high unit kind quality period source derivation",
        "item + role + firm_headcount",
    ),
    Table(
        "factors.csv",
        load_factor_rows,
        "factor level label role mode proposed value low high spread share share_basis confidence period source "
        "derivation",
        "factor + level + role",
    ),
    Table(
        "pay_cases.csv",
        load_pay_cases,
        "case role place area_code release observed experience firm_size employer specialization employer_group kind "
        "low middle high source found_in address note",
        "case",
    ),
    Table(
        "payroll_taxes.csv",
        load_payroll_taxes,
        "state tax label rate wage_base from_headcount year included kind quality source note",
        "state + tax + label + from_headcount",
    ),
    Table("price_parities.csv", load_price_parities, "area_code area_title period index source", "area_code"),
    Table("roles.csv", load_roles, "role soc_code soc_title label plural central source", "role"),
    Table(
        "sources.csv", load_sources, "source publisher title release address accessed licence quality note", "source"
    ),
]
RECORDS = [  # tables that load as records, which can be compared
    Table(
        "fit_questions.csv",
        load_fit_questions,
        "question order role pair label statement weight why quality source",
        "question",
    ),
    Table(
        "ladder_steps.csv",
        load_ladder_steps,
        "ladder order role experience label years_low years years_high training path kind quality period source note",
        "ladder + order",
    ),
    Table(
        "legal_technology.csv",
        load_legal_technology,
        "finding topic study who role measure value unit year kind answers quality source note",
        "finding",
    ),
    Table(
        "posting_laws.csv",
        load_posting_laws,
        "law label level state area_codes least_employees counted in_force_from enforced_from disclosed "
        "pay_range benefits deadline content status quality checked source note",
        "law",
    ),
    Table(
        "role_activities.csv",
        load_role_activities,
        "role domain element label importance standard_error respondents period source",
        "role + element",
    ),
    Table(
        "training_paths.csv",
        load_training_paths,
        "path label role months_low months months_high tuition_low tuition tuition_high time_given_up "
        "exam_fee education credential kind quality period source note",
        "path",
    ),
]
WITH_SOURCE = [table for table in TABLES if table.file != "sources.csv" and "source" in table.columns.split()]
by_file = pytest.mark.parametrize("table", [*TABLES, *RECORDS], ids=str)


def refusal(table: Table, folder: Path) -> str:
    with pytest.raises(TableError) as raised:
        table.load(folder)
    sentence = str(raised.value)
    assert sentence.endswith(".")
    assert "np." not in sentence
    return sentence


@by_file
def test_a_faithful_copy_loads(table: Table, tmp_path: Path) -> None:
    assert table.load(as_it_is(table.file, tmp_path)) is not None


@pytest.mark.parametrize("table", RECORDS, ids=str)
def test_a_faithful_copy_holds_the_same_records(table: Table, tmp_path: Path) -> None:
    assert table.load(as_it_is(table.file, tmp_path)) == table.load(DATA)


@by_file
def test_a_missing_file_is_named_with_what_to_do(table: Table, tmp_path: Path) -> None:
    sentence = refusal(table, tmp_path)
    assert str(tmp_path / table.file) in sentence
    assert "is missing: restore it with git or write it with make data" in sentence


@by_file
@pytest.mark.parametrize(
    "content",
    [b"", b"caf\xe9,b\n1,2\n", b'a,b\n"1,2\n', b"a,b\n1,2\n1,2,3\n"],
    ids=["empty", "not UTF-8", "open quote", "cell too many"],
)
def test_what_is_no_csv_file_is_refused(table: Table, tmp_path: Path, content: bytes) -> None:
    (tmp_path / table.file).write_bytes(content)
    sentence = refusal(table, tmp_path)
    assert f"{tmp_path / table.file} cannot be read as a csv file: " in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("table", "column"),
    [(table, column) for table in (*TABLES, *RECORDS) for column in table.columns.split()],
    ids=str,
)
def test_a_missing_column_is_named(table: Table, column: str, tmp_path: Path) -> None:
    without_column(table.file, tmp_path, column)
    assert refusal(table, tmp_path) == f"{table.file}, line 1: the columns {column} are missing."


@by_file
def test_the_real_file_has_these_columns_and_no_others(table: Table) -> None:
    assert list(read_rows(table.file)[0]) == table.columns.split()


@by_file
def test_a_repeated_row_is_refused(table: Table, tmp_path: Path) -> None:
    line = with_row_twice(table.file, tmp_path)
    sentence = refusal(table, tmp_path)
    assert sentence.startswith(f"{table.file}, line {line} (")
    assert sentence.endswith(f": each {table.key} must stand in one row only.")


@pytest.mark.parametrize("table", WITH_SOURCE, ids=str)
@pytest.mark.parametrize("source", ["", " ", "hearsay", "judgement hearsay"])
def test_a_source_that_is_not_described_is_refused(table: Table, source: str, tmp_path: Path) -> None:
    rows = rows_to_break(table.file)
    line = with_cells(table.file, tmp_path, rows[len(rows) // 2], {"source": source})
    sentence = refusal(table, tmp_path)
    filled_in_first = table.file in ("cost_index.csv", "roles.csv") and not source
    rule = "source must be filled in" if filled_in_first else "source must name rows of sources.csv"
    assert sentence.startswith(f"{table.file}, line {line} (")
    assert sentence.endswith(f": {rule}.")


@pytest.mark.parametrize("table", WITH_SOURCE, ids=str)
def test_the_number_of_further_broken_rows_is_told(table: Table, tmp_path: Path) -> None:
    rows = rows_to_break(table.file)
    for row, told in ((rows[-1], ""), (rows[-2], " (1 more row breaks it too)"), (rows[-3], " (2 more rows break it")):
        row["source"] = "hearsay"
        folder = tmp_path / str(len(told))
        folder.mkdir()
        write_rows(rows, table.file, folder)
        assert told in refusal(table, folder)


def test_levels_refuse_what_the_rows_refuse(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"factors\.csv is missing"):
        load_levels(tmp_path)
