from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

import pytest

from lib.tables import (
    TableError,
    central_roles,
    load_accuracy,
    load_consumer_prices,
    load_cost_index,
    load_employer_costs,
    load_factor_rows,
    load_levels,
    load_pay_cases,
    load_payroll_taxes,
    load_price_parities,
    load_roles,
    load_sources,
    load_wages,
)
from lib.tables.factors import LOCATION, PROFILE_FACTORS, STATE_PREMIUM
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


def test_a_factor_without_levels_is_refused(tmp_path: Path) -> None:
    rows = [row for row in read_rows("factors.csv") if (row["factor"], row["role"]) != ("education", "paralegal")]
    with pytest.raises(TableError, match=r"the shares of education for paralegal must add up to 1, found 0\.0000\."):
        load_factor_rows(write_rows(rows, "factors.csv", tmp_path))


@pytest.mark.parametrize("role", ["paralegal", "lawyer"])
def test_a_role_without_state_premium_is_refused(role: str, tmp_path: Path) -> None:
    rows = [row for row in read_rows("factors.csv") if (row["level"], row["role"]) != ("state_premium", role)]
    with pytest.raises(TableError) as raised:
        load_factor_rows(write_rows(rows, "factors.csv", tmp_path))
    assert str(raised.value) == f"factors.csv: the state_premium of {role} is missing."


def test_a_role_without_cost_index_is_refused(tmp_path: Path) -> None:
    rows = [row for row in read_rows("cost_index.csv") if row["role"] not in ("lawyer", "secretary")]
    with pytest.raises(TableError) as raised:
        load_cost_index(write_rows(rows, "cost_index.csv", tmp_path))
    assert str(raised.value) == "cost_index.csv: no change for lawyer, secretary."


# BLS, Employment Cost Index, civilian workers, wages and salaries, 12 months to March 2026: professional and related
# 3.7 %, office and administrative support 3.5 %, all workers 3.4 %.
def test_the_cost_index_is_read_into_shares_in_order_of_time(tmp_path: Path) -> None:
    rows = load_cost_index(write_rows(read_rows("cost_index.csv")[::-1], "cost_index.csv", tmp_path))
    assert rows.equals(load_cost_index())
    quarters = rows.groupby("role")["quarter"].apply(list)
    assert all(each == ["2025-03", "2025-12", "2026-03"] for each in quarters)
    newest = rows[rows["quarter"] == "2026-03"].set_index("role")
    known = {role: newest.loc[role, "change"] for role in ("paralegal", "legal_secretary")}
    assert known == {"paralegal": 0.037, "legal_secretary": 0.035}
    assert newest.loc["administrative_services_manager", ["change", "series"]].tolist() == [
        0.034,
        "All civilian workers",
    ]


def test_accuracy_is_read_into_numbers_and_empty_cells() -> None:
    row = load_accuracy().query("check == 'cases' and group == 'all cases'").iloc[0]
    assert (row["count"], row["release"]) == (94, "")
    assert 0 < row["ours"] < row["plain"] < 1
    premium = load_accuracy().query("check == 'premium' and role == 'lawyer'").iloc[0]
    assert premium[["plain", "in_half", "proposed"]].isna().all()


def test_a_state_without_unemployment_tax_is_refused(tmp_path: Path) -> None:
    rows = [row for row in read_rows("payroll_taxes.csv") if not TEXAS.items() <= row.items()]
    with pytest.raises(TableError) as raised:
        load_payroll_taxes(write_rows(rows, "payroll_taxes.csv", tmp_path))
    assert str(raised.value) == "payroll_taxes.csv: state_unemployment must stand for 50 states and DC, found 50."


def test_roles_are_bls_occupations_and_the_central_ones_come_first() -> None:
    roles = load_roles()
    assert list(roles)[:2] == list(central_roles()) == ["paralegal", "legal_secretary"]
    assert roles["paralegal"].soc_code == "23-2011"
    assert roles["legal_secretary"].soc_code == "43-6012"
    assert not any(role.central for role in list(roles.values())[2:])
    titles = {(row["soc_code"], row["soc_title"]) for row in read_rows("bls_wages.csv") if row["release"] == "2025-05"}
    assert {(role.soc_code, role.soc_title) for role in roles.values()} == titles


def test_the_central_roles_come_first_wherever_they_stand(tmp_path: Path) -> None:
    rows = read_rows("roles.csv")
    found = load_roles(write_rows(rows[::-1], "roles.csv", tmp_path))
    assert list(found)[:2] == ["legal_secretary", "paralegal"]
    assert set(found) == set(load_roles())


# U.S. Social Security Administration, contribution and benefit base 2026: $184,500; 26 U.S.C. 3111: 6.2 % and
# 1.45 %; 26 U.S.C. 3301 and 3302: 6.0 % less 5.4 % of the first $7,000.
def test_federal_taxes() -> None:
    federal = {tax.tax: (tax.rate, tax.wage_base) for tax in load_payroll_taxes() if tax.state == "US"}
    assert federal == {
        "social_security": (0.062, 184_500),
        "medicare": (0.0145, None),
        "federal_unemployment": (0.006, 7_000),
    }


def test_taxes_stand_for_the_states_of_the_wage_survey() -> None:
    surveyed = {area.state for area in load_wages().areas.values() if area.area_type == "state"}
    assert {tax.state for tax in load_payroll_taxes()} == {*surveyed, "US"}


def test_a_tax_is_read_into_numbers() -> None:
    hawaii = next(tax for tax in load_payroll_taxes() if tax.state == "HI" and not tax.included)
    assert (hawaii.rate, hawaii.wage_base) == (None, None)
    texas = next(tax for tax in load_payroll_taxes() if (tax.state, tax.tax) == ("TX", "state_unemployment"))
    assert (texas.rate, texas.wage_base, texas.from_headcount, texas.year) == (0.027, 9_000, 1, 2026)
    assert isinstance(texas.from_headcount, int)
    assert texas.included


# BEA regional price parities 2024, all items, published 19 February 2026.
@pytest.mark.parametrize(("area", "index"), [("06", 110.72), ("36", 107.921), ("05", 86.937), ("12060", None)])
def test_price_parities(area: str, index: float | None) -> None:
    found = load_price_parities()[area]
    assert found == index if index else 90 < found < 110


def test_price_levels_stand_for_known_areas_and_for_every_state() -> None:
    areas, parities = load_wages().areas, load_price_parities()
    assert parities.keys() <= areas.keys()
    assert {code for code, area in areas.items() if area.area_type == "state"} <= parities.keys()
    assert {areas[code].area_type for code in parities} == {"state", "metro"}


# BLS, CPI-U, U.S. city average, all items, annual averages: 237.017 in 2015, 258.811 in 2020, 292.655 in 2022.
def test_consumer_prices_reach_over_every_release() -> None:
    prices = load_consumer_prices()
    assert (prices[2015], prices[2020], prices[2022]) == (237.017, 258.811, 292.655)
    assert {int(release[:4]) for release in load_wages().releases} <= prices.keys()


def test_employer_costs_are_read_in_the_order_of_the_file() -> None:
    costs = load_employer_costs()
    assert [(cost.item, cost.value) for cost in costs] == [
        (row["item"], float(row["value"])) for row in read_rows("employer_costs.csv")
    ]
    # BLS, ECEC March 2026, table 6, 1 to 49 workers: (2.31 + 0.87) / (27.68 + 2.34) = 3.18 / 30.02.
    assert costs[0].value == pytest.approx(3.18 / 30.02, abs=0.0005)


def test_levels_stand_in_the_order_of_the_file() -> None:
    levels = load_levels()
    central = {(role, factor) for role in central_roles() for factor in PROFILE_FACTORS}
    assert set(levels) == central | {(role, LOCATION) for role in load_roles()}
    assert [level.level for level in levels["paralegal", "experience"]] == [
        "0-1", "2-3", "4-6", "7-10", "11-20", "20+", "senior",
    ]  # fmt: skip
    starter = levels["paralegal", "experience"][0]
    assert (starter.proposed, starter.low, starter.high, starter.share) == (17, 10, 28, 0.1688)
    assert isnan(starter.spread)
    assert [level.spread for level in levels["paralegal", "employer"]] == [
        float(row["spread"])
        for row in read_rows("factors.csv")
        if (row["factor"], row["role"]) == ("employer", "paralegal")
    ]


def test_both_roles_have_the_same_levels() -> None:
    levels = load_levels()
    for factor in PROFILE_FACTORS:
        assert [level.level for level in levels["paralegal", factor]] == [
            level.level for level in levels["legal_secretary", factor]
        ]


def test_prices_never_multiply_pay() -> None:
    for role in load_roles():
        modes = {level.level: level.mode for level in load_levels()[role, LOCATION]}
        assert modes.pop(STATE_PREMIUM) == "kept"
        assert modes == ({"price_parity": "deflator"} if role in central_roles() else {})


def test_the_employer_is_stated_first() -> None:
    assert PROFILE_FACTORS[0] == "employer"
    assert set(PROFILE_FACTORS) == {row["factor"] for row in read_rows("factors.csv")} - {LOCATION}


def test_pay_cases_lie_in_known_areas_and_releases() -> None:
    cases, wages = load_pay_cases(), load_wages()
    assert set(cases["area_code"]) <= wages.areas.keys()
    assert set(cases["release"]) <= set(wages.releases)
    assert cases["middle"].between(15_080, 300_000).all()
