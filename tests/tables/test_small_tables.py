from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

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
    load_wages,
)
from lib.tables.factors import LOCATION, PROFILE_FACTORS, STATE_PREMIUM
from tests.tables.copies import read_rows, write_rows

if TYPE_CHECKING:
    from pathlib import Path


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
