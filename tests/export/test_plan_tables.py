from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings

from lib.export.plan_tables import SPANS, tables_csv
from lib.hiring import Plan, Scenarios, run_plan
from lib.hiring.lines import GROUPS
from lib.hiring.plan import tax_year
from lib.hiring.scenarios import example
from tests.hiring.plans import PLANS, STABLE, typed

NAMES = {"lines", "months", "positions", "comparison", "assumptions"}
Rows = list[dict[str, str]]


def tables_of(scenarios: Scenarios) -> dict[str, Rows]:
    """The rows of each file by column, without the notes above them."""
    found = {}
    for name, data in tables_csv(scenarios).items():
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        head = next(at for at, line in enumerate(lines) if not line[0].startswith("#"))
        found[name] = [dict(zip(lines[head], line, strict=True)) for line in lines[head + 1 :]]
    return found


def total(rows: Rows, column: str, **where: str) -> float:
    return sum(float(row[column]) for row in rows if all(row[key] == value for key, value in where.items()))


@given(PLANS, PLANS)
@settings(max_examples=20)
def test_every_table_adds_up_to_the_result(one: Plan, two: Plan) -> None:
    plans = (replace(one, name="A"), replace(two, name="B"))
    tables = tables_of(Scenarios(plans))
    assert tables.keys() == NAMES
    for plan in plans:
        result, cents = run_plan(plan), 0.006 * (1 + 60 * 10)
        for name, column in (("lines", "amount"), ("months", "amount")):
            assert total(tables[name], column, scenario=plan.name, side="cost") == pytest.approx(
                result.total, abs=cents
            )
            assert total(tables[name], column, scenario=plan.name, side="fees") == pytest.approx(result.fees, abs=cents)
        assert total(tables["positions"], "cost", scenario=plan.name) == pytest.approx(result.total, abs=1)
        whole = {row["line"]: row[plan.name] for row in tables["comparison"] if row["months"] == "all months"}
        assert sum(float(whole.get(group, 0)) for group in GROUPS) == pytest.approx(result.total, abs=1)
        assert float(whole.get("Cost", 0)) == pytest.approx(result.total, abs=0.01)


def test_the_comparison_of_the_example() -> None:
    rows = tables_of(example())["comparison"]
    first, second = example().names
    by_line = {(row["months"], row["line"]): row for row in rows}
    for span in SPANS:
        row = by_line[span, "Cost"]
        assert [float(row[first]), float(row[second])] == [
            pytest.approx(run_plan(plan).total, abs=0.01) for plan in example().plans
        ]
        left = by_line[span, "Fees less cost"]
        assert float(left[first]) == pytest.approx(run_plan(example().plans[0]).contribution, abs=0.01)
    assert by_line["all months", "Budget"][first] == "100000.0"
    assert by_line["all months", "Paid back by"][second] == ""


def test_beside_existing_staff_payback_is_that_of_new_positions() -> None:
    staff = typed(60_000, employed=True)
    rows = tables_of(Scenarios((Plan("A", (staff, typed(60_000))), Plan("B", (typed(60_000),)))))["comparison"]
    paid = run_plan(Plan("B", (typed(60_000),))).payback_month
    assert rows[-1] == {"months": "all months", "line": "New positions paid back by", "A": paid, "B": paid}


def test_the_first_months_are_the_first_months() -> None:
    plan = Plan("A", (typed(60_000),), months=24)
    rows = {row["months"]: row["A"] for row in tables_of(Scenarios((plan,)))["comparison"] if row["line"] == "Cost"}
    assert float(rows["first 12 months"]) == pytest.approx(run_plan(plan).cost_of_year(1), abs=0.01)
    assert float(rows["all months"]) == pytest.approx(run_plan(plan).total, abs=0.01)


def test_a_position_names_its_months_and_break_even() -> None:
    jobs = (typed(60_000, start="2027-03", end="2027-08", count=2), typed(50_000, role="legal_secretary"))
    paralegal, secretary = tables_of(Scenarios((Plan("A", jobs),)))["positions"]
    assert (paralegal["people"], paralegal["from"], paralegal["to"]) == ("2", "2027-03", "2027-08")
    assert (paralegal["pay or fee of one a year"], paralegal["kind"]) == ("60000.0", "Your figure")
    assert float(paralegal["break-even hours worked for clients a year"]) > 0
    assert secretary["break-even hours worked for clients a year"] == ""


def test_lines_and_assumptions_say_whose_figures_they_are() -> None:
    tables = tables_of(example())
    assert {row["kind"] for row in tables["lines"]} == {"Our estimate"}  # who stays is one, whatever else is known
    certain = Plan("A", (typed(60_000),), replace(STABLE, office_rent=30.0, office_space=150.0), f"{tax_year()}-01")
    lines = {row["item"]: row["kind"] for row in tables_of(Scenarios((certain,)))["lines"]}
    assert (lines["Gross pay"], lines["Office space"]) == ("Your figure", "Your figure")
    assert lines["Software"] == "Our estimate"
    for row in tables["assumptions"]:
        assert row["mark"] in {"Published", "Our estimate"}
        assert row["source"]


def test_the_notes_say_what_it_rests_on_and_leaves_out() -> None:
    text = tables_csv(example())["months"].decode("utf-8-sig")
    table, scenarios, basis = text.splitlines()[:3]
    assert table == '"# Table: months"'
    assert scenarios == '"# Scenarios: Add a paralegal; Add a legal secretary"'
    assert basis.startswith('"# Basis: All amounts are averages over who stays and who leaves: ')
    assert "All other figures stand at the values assumed" in basis
    assert "\"# Not counted: Workers' compensation insurance" in text


def test_names_are_no_formulas_and_hold_no_control_characters() -> None:
    plan = Plan("\x00=cmd|' /C calc'!A0", (typed(60_000),))
    for data in tables_csv(Scenarios((plan, Plan("@SUM(A1)", (typed(60_000),))))).values():
        text = data.decode("utf-8-sig")
        assert "\x00" not in text
        for line in csv.reader(io.StringIO(text)):
            assert not [cell for cell in line if cell.startswith(("=", "@", "+"))]


def test_plans_of_nothing_give_tables_without_rows() -> None:
    tables = tables_of(Scenarios((Plan("Nobody"), Plan("Nor here"))))
    assert {name: len(rows) for name, rows in tables.items() if name != "comparison"} == {
        "lines": 0, "months": 0, "positions": 0, "assumptions": 0,
    }  # fmt: skip
    assert [row["line"] for row in tables["comparison"]] == ["Budget", "Paid back by"]
