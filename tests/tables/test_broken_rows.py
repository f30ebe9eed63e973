from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib.tables import (
    TableError,
    load_accuracy,
    load_consumer_prices,
    load_cost_index,
    load_employer_costs,
    load_factor_rows,
    load_pay_cases,
    load_payroll_taxes,
    load_price_parities,
    load_roles,
    load_sources,
)
from tests.tables.copies import read_rows, with_cells, write_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


LOADERS: dict[str, Callable[[Path], Any]] = {
    "accuracy.csv": load_accuracy,
    "consumer_prices.csv": load_consumer_prices,
    "cost_index.csv": load_cost_index,
    "employer_costs.csv": load_employer_costs,
    "factors.csv": load_factor_rows,
    "pay_cases.csv": load_pay_cases,
    "payroll_taxes.csv": load_payroll_taxes,
    "price_parities.csv": load_price_parities,
    "roles.csv": load_roles,
    "sources.csv": load_sources,
}


RENT = {"item": "office_rent"}


SECRETARY = {"item": "hours_worked", "role": "legal_secretary"}


STARTER = {"factor": "experience", "level": "0-1", "role": "paralegal"}


LAW_FIRM = {"factor": "employer", "level": "law_firm", "role": "paralegal"}


PREMIUM = {"factor": "location", "level": "state_premium", "role": "paralegal"}


ALL_CASES = {"check": "cases", "group": "all cases"}


ROLES = ", ".join(sorted(row["role"] for row in read_rows("roles.csv")))


MARCH = {"role": "paralegal", "quarter": "2026-03"}


DEFLATOR = {"factor": "location", "level": "price_parity", "role": "legal_secretary"}


CASE = {"case": "H005"}


MEDICARE = {"tax": "medicare"}


TEXAS = {"state": "TX", "tax": "state_unemployment"}


NOT_COUNTED = {"state": "HI", "included": "no"}


ALASKA = {"area_code": "02"}


# file, row, what is changed, the end of the sentence
BROKEN: list[tuple[str, dict[str, str], dict[str, str], str]] = [
    (
        "accuracy.csv",
        ALL_CASES,
        {"check": "guess"},
        "check must be one of backtest, cases, fallback, premium, strength.",
    ),
    ("accuracy.csv", ALL_CASES, {"count": "0"}, "count must be more than 0."),
    ("accuracy.csv", ALL_CASES, {"count": ""}, "count must be more than 0."),
    *(
        ("accuracy.csv", ALL_CASES, {column: "about 5"}, f"{column} is 'about 5', which is not a number.")
        for column in (
            "count",
            "ours",
            "plain",
            "in_half",
            "in_four_fifths",
            "plain_in_half",
            "plain_in_four_fifths",
            "proposed",
            "value",
            "low",
            "high",
        )
    ),
    *(
        ("accuracy.csv", ALL_CASES, {column: share}, f"{column} must lie between 0 and 1.")
        for column in ("ours", "plain", "in_half", "in_four_fifths")
        for share in ("-0.01", "1.01")
    ),
    ("consumer_prices.csv", {"year": "2019"}, {"index": ""}, "index must be positive."),
    ("consumer_prices.csv", {"year": "2019"}, {"index": "0"}, "index must be positive."),
    ("consumer_prices.csv", {"year": "2019"}, {"index": "-1"}, "index must be positive."),
    ("consumer_prices.csv", {"year": "2019"}, {"index": "many"}, "index is 'many', which is not a number."),
    ("consumer_prices.csv", {"year": "2019"}, {"index": "inf"}, "index is 'inf', which is not a number."),
    ("consumer_prices.csv", {"year": "2019"}, {"year": "about 2019"}, "year must have four digits."),
    ("consumer_prices.csv", {"year": "2019"}, {"year": ""}, "year must have four digits."),
    ("cost_index.csv", MARCH, {"role": "judge"}, f"role must be one of {ROLES}."),
    ("cost_index.csv", MARCH, {"quarter": ""}, "quarter must be filled in."),
    ("cost_index.csv", MARCH, {"change": ""}, "change must be filled in."),
    ("cost_index.csv", MARCH, {"series": ""}, "series must be filled in."),
    ("cost_index.csv", MARCH, {"quarter": "2026-04"}, "quarter must be its last month, such as 2026-03."),
    ("cost_index.csv", MARCH, {"quarter": "2026"}, "quarter must be its last month, such as 2026-03."),
    ("cost_index.csv", MARCH, {"quarter": "March 2026-03"}, "quarter must be its last month, such as 2026-03."),
    ("cost_index.csv", MARCH, {"change": "3.7%"}, "change is '3.7%', which is not a number."),
    ("cost_index.csv", MARCH, {"change": "15.1"}, "change must lie between -5 and 15 per cent."),
    ("cost_index.csv", MARCH, {"change": "-5.1"}, "change must lie between -5 and 15 per cent."),
    ("employer_costs.csv", RENT, {"role": "lawyer"}, "role must be one of all, legal_secretary, paralegal."),
    ("employer_costs.csv", RENT, {"role": ""}, "role must be one of all, legal_secretary, paralegal."),
    (
        "employer_costs.csv",
        RENT,
        {"firm_headcount": "50"},
        "firm_headcount must be one of 1-49, 100-499, 50-99, 500+, all.",
    ),
    ("employer_costs.csv", RENT, {"kind": "rumour"}, "kind must be one of estimate, fact."),
    ("employer_costs.csv", RENT, {"unit": ""}, "unit must be filled in."),
    ("employer_costs.csv", RENT, {"quality": ""}, "quality must be filled in."),
    ("employer_costs.csv", RENT, {"derivation": ""}, "derivation must be filled in."),
    ("employer_costs.csv", RENT, {"value": "$33"}, "value is '$33', which is not a number."),
    ("employer_costs.csv", RENT, {"low": "1,0"}, "low is '1,0', which is not a number."),
    ("employer_costs.csv", RENT, {"high": "inf"}, "high is 'inf', which is not a number."),
    ("employer_costs.csv", RENT, {"value": ""}, "value must lie between low and high."),
    ("employer_costs.csv", RENT, {"low": ""}, "value must lie between low and high."),
    ("employer_costs.csv", SECRETARY, {"value": "1916"}, "value must lie between low and high."),
    ("employer_costs.csv", SECRETARY, {"value": "1781"}, "value must lie between low and high."),
    ("factors.csv", STARTER, {"label": ""}, "label must be filled in."),
    ("factors.csv", STARTER, {"proposed": ""}, "proposed must be filled in."),
    ("factors.csv", STARTER, {"value": ""}, "value must be filled in."),
    ("factors.csv", STARTER, {"low": ""}, "low must be filled in."),
    ("factors.csv", STARTER, {"high": ""}, "high must be filled in."),
    ("factors.csv", STARTER, {"derivation": ""}, "derivation must be filled in."),
    (
        "factors.csv",
        STARTER,
        {"factor": "height"},
        "factor must be one of credential, education, employer, experience, firm_size, location, specialization.",
    ),
    ("factors.csv", STARTER, {"role": "judge"}, f"role must be one of {ROLES}."),
    ("factors.csv", STARTER, {"role": "lawyer"}, "role must be one of paralegal, legal_secretary."),
    ("factors.csv", STARTER, {"mode": "weight"}, "mode must be one of deflator, kept, multiplier, percentile."),
    (
        "factors.csv",
        STARTER,
        {"confidence": "total"},
        "confidence must be one of high, low, low-medium, medium, medium-high, medium-low, very low.",
    ),
    ("factors.csv", STARTER, {"share_basis": "felt"}, "share_basis must be one of empty, derived, published."),
    ("factors.csv", STARTER, {"proposed": "9"}, "proposed must lie between low and high."),
    ("factors.csv", STARTER, {"proposed": "29"}, "proposed must lie between low and high."),
    ("factors.csv", STARTER, {"proposed": "few"}, "proposed is 'few', which is not a number."),
    ("factors.csv", STARTER, {"value": "9"}, "value must lie between low and high."),
    ("factors.csv", STARTER, {"value": "29"}, "value must lie between low and high."),
    ("factors.csv", STARTER, {"value": "0", "low": "0"}, "a percentile must lie between 0 and 100."),
    ("factors.csv", STARTER, {"value": "100", "high": "100"}, "a percentile must lie between 0 and 100."),
    ("factors.csv", LAW_FIRM, {"value": "0.2", "low": "0"}, "a multiplier must lie between 0.2 and 5."),
    ("factors.csv", LAW_FIRM, {"value": "5", "high": "9"}, "a multiplier must lie between 0.2 and 5."),
    ("factors.csv", PREMIUM, {"value": "0", "low": "0"}, "a kept must lie between 0 and 2."),
    ("factors.csv", PREMIUM, {"value": "2", "high": "2"}, "a kept must lie between 0 and 2."),
    ("factors.csv", DEFLATOR, {"value": "0", "low": "0"}, "a deflator must lie between 0 and 5."),
    ("factors.csv", DEFLATOR, {"value": "5", "high": "5"}, "a deflator must lie between 0 and 5."),
    *(
        ("factors.csv", where, {"spread": spread}, "an employer, and only it, needs a spread from 0 to 1.5.")
        for where, spread in ((LAW_FIRM, ""), (LAW_FIRM, "0"), (LAW_FIRM, "-1"), (LAW_FIRM, "1.51"), (STARTER, "1"))
    ),
    ("factors.csv", LAW_FIRM, {"spread": "wide"}, "spread is 'wide', which is not a number."),
    ("factors.csv", STARTER, {"share": "1.01"}, "a share must be more than 0 and at most 1."),
    ("factors.csv", STARTER, {"share": "-0.1688"}, "a share must be more than 0 and at most 1."),
    ("factors.csv", STARTER, {"share": "most"}, "share is 'most', which is not a number."),
    ("pay_cases.csv", CASE, {"role": "lawyer"}, "role must be one of legal_secretary, paralegal."),
    ("pay_cases.csv", CASE, {"area_code": ""}, "area_code must be filled in."),
    ("pay_cases.csv", CASE, {"release": ""}, "release must be filled in."),
    ("pay_cases.csv", CASE, {"kind": ""}, "kind must be filled in."),
    ("pay_cases.csv", CASE, {"found_in": ""}, "found_in must be filled in."),
    ("pay_cases.csv", CASE, {"low": "57501"}, "low, middle and high must rise."),
    ("pay_cases.csv", CASE, {"high": "57499"}, "low, middle and high must rise."),
    ("pay_cases.csv", CASE, {"middle": ""}, "low, middle and high must rise."),
    ("pay_cases.csv", CASE, {"middle": "60k"}, "middle is '60k', which is not a number."),
    (
        "payroll_taxes.csv",
        MEDICARE,
        {"tax": "tithe"},
        "tax must be one of federal_unemployment, medicare, not_included, social_security, state_leave, "
        "state_training, state_unemployment.",
    ),
    ("payroll_taxes.csv", MEDICARE, {"kind": "rumour"}, "kind must be one of estimate, fact."),
    ("payroll_taxes.csv", MEDICARE, {"included": "maybe"}, "included must be one of no, yes."),
    ("payroll_taxes.csv", MEDICARE, {"label": ""}, "label must be filled in."),
    ("payroll_taxes.csv", MEDICARE, {"from_headcount": ""}, "from_headcount must be filled in."),
    ("payroll_taxes.csv", MEDICARE, {"year": ""}, "year must be filled in."),
    ("payroll_taxes.csv", MEDICARE, {"quality": ""}, "quality must be filled in."),
    ("payroll_taxes.csv", MEDICARE, {"rate": "1.45 %"}, "rate is '1.45 %', which is not a number."),
    ("payroll_taxes.csv", MEDICARE, {"rate": ""}, "an included tax needs a rate between 0 and 0.15."),
    ("payroll_taxes.csv", MEDICARE, {"rate": "0.16"}, "an included tax needs a rate between 0 and 0.15."),
    ("payroll_taxes.csv", MEDICARE, {"rate": "-0.01"}, "an included tax needs a rate between 0 and 0.15."),
    ("payroll_taxes.csv", NOT_COUNTED, {"included": "yes"}, "an included tax needs a rate between 0 and 0.15."),
    ("payroll_taxes.csv", MEDICARE, {"wage_base": "0"}, "wage_base must be more than 0 or empty."),
    ("payroll_taxes.csv", MEDICARE, {"wage_base": "all"}, "wage_base is 'all', which is not a number."),
    ("payroll_taxes.csv", MEDICARE, {"from_headcount": "0"}, "from_headcount must be a whole number from 1."),
    ("payroll_taxes.csv", MEDICARE, {"from_headcount": "1.5"}, "from_headcount must be a whole number from 1."),
    ("payroll_taxes.csv", MEDICARE, {"year": "now"}, "year is 'now', which is not a number."),
    ("payroll_taxes.csv", NOT_COUNTED, {"state": "HY"}, "state must be US or have state_unemployment."),
    ("price_parities.csv", ALASKA, {"index": ""}, "index must lie between 50 and 200."),
    ("price_parities.csv", ALASKA, {"index": "49.9"}, "index must lie between 50 and 200."),
    ("price_parities.csv", ALASKA, {"index": "200.1"}, "index must lie between 50 and 200."),
    ("price_parities.csv", ALASKA, {"index": "high"}, "index is 'high', which is not a number."),
    ("price_parities.csv", ALASKA, {"period": "2023"}, "period must be 2024: vintages are not comparable."),
    ("roles.csv", {"role": "lawyer"}, {"soc_code": "23-2011"}, "each soc_code must stand in one row only."),
    ("roles.csv", {"role": "lawyer"}, {"central": "perhaps"}, "central must be one of no, yes."),
    ("roles.csv", {"role": "lawyer"}, {"role": ""}, "role must be filled in."),
    ("roles.csv", {"role": "lawyer"}, {"soc_code": ""}, "soc_code must be filled in."),
    ("roles.csv", {"role": "lawyer"}, {"soc_title": ""}, "soc_title must be filled in."),
    ("roles.csv", {"role": "lawyer"}, {"label": ""}, "label must be filled in."),
    ("roles.csv", {"role": "lawyer"}, {"plural": ""}, "plural must be filled in."),
    ("sources.csv", {"source": "bea-rpp"}, {"source": ""}, "source must be filled in."),
    ("sources.csv", {"source": "bea-rpp"}, {"publisher": ""}, "publisher must be filled in."),
    ("sources.csv", {"source": "bea-rpp"}, {"title": ""}, "title must be filled in."),
    ("sources.csv", {"source": "bea-rpp"}, {"release": ""}, "release must be filled in."),
    ("sources.csv", {"source": "bea-rpp"}, {"accessed": ""}, "accessed must be filled in."),
    ("sources.csv", {"source": "bea-rpp"}, {"licence": ""}, "licence must be filled in."),
    ("sources.csv", {"source": "bea-rpp"}, {"quality": ""}, "quality must be filled in."),
]


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


@pytest.mark.parametrize(
    ("file", "where", "changes"),
    [
        ("employer_costs.csv", RENT, {"value": "21", "low": "21", "high": "21"}),
        ("accuracy.csv", ALL_CASES, {"ours": "0", "plain": "1", "in_half": "1", "in_four_fifths": "0", "low": ""}),
        ("cost_index.csv", MARCH, {"change": "-5"}),
        ("cost_index.csv", MARCH, {"change": "15"}),
        ("factors.csv", STARTER, {"value": "10"}),
        ("factors.csv", STARTER, {"proposed": "28"}),
        ("factors.csv", LAW_FIRM, {"spread": "1.5"}),
        ("payroll_taxes.csv", MEDICARE, {"rate": "0.15"}),
        ("payroll_taxes.csv", NOT_COUNTED, {"rate": "", "note": ""}),
        ("pay_cases.csv", CASE, {"low": "57500", "high": "57500"}),
        ("price_parities.csv", ALASKA, {"index": "50"}),
        ("sources.csv", {"source": "bea-rpp"}, {"address": "", "note": ""}),
    ],
)
def test_the_limit_itself_is_allowed(file: str, where: dict[str, str], changes: dict[str, str], tmp_path: Path) -> None:
    with_cells(file, tmp_path, where, changes)
    assert LOADERS[file](tmp_path) is not None


def test_shares_that_do_not_add_up_are_refused(tmp_path: Path) -> None:
    with_cells("factors.csv", tmp_path, STARTER, {"share": "0.1788"})
    with pytest.raises(TableError) as raised:
        load_factor_rows(tmp_path)
    assert str(raised.value) == ("factors.csv: the shares of experience for paralegal must add up to 1, found 1.0100.")


def test_a_share_left_empty_is_refused(tmp_path: Path) -> None:
    with_cells("factors.csv", tmp_path, STARTER, {"share": ""})
    with pytest.raises(TableError, match=r"the shares of experience for paralegal must add up to 1, found 0\.8312\."):
        load_factor_rows(tmp_path)


def test_a_state_without_unemployment_tax_is_refused(tmp_path: Path) -> None:
    rows = [row for row in read_rows("payroll_taxes.csv") if not TEXAS.items() <= row.items()]
    with pytest.raises(TableError) as raised:
        load_payroll_taxes(write_rows(rows, "payroll_taxes.csv", tmp_path))
    assert str(raised.value) == "payroll_taxes.csv: state_unemployment must stand for 50 states and DC, found 50."
