"""Scenarios that ask much of a workbook, and the changes a reader makes to its cells."""

from __future__ import annotations

import io
import random
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import openpyxl

from lib.hiring import ARRANGEMENTS, Firm, Plan, PlannedPosition, Scenarios
from lib.hiring.figures import FIGURES
from lib.hiring.planned import SEARCHES
from lib.hiring.scenarios import MOST_SCENARIOS
from lib.pay.months import month_number, month_text

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

GROWING = Plan(
    "Growing",
    (
        PlannedPosition("paralegal", "06", pay_basis="typed", amount=240_000, count=3),
        PlannedPosition("paralegal", "36", employed=True, share=0.6, raise_a_year=0.05, search="agency"),
        PlannedPosition("legal_secretary", "48", arrangement="remote", works_in="NY", start="2027-07", end="2028-11"),
        PlannedPosition("legal_secretary", "35620", start="2028-02", search="none", raise_a_year=-0.02),
        PlannedPosition("paralegal", "48", start="2040-01"),
        PlannedPosition("paralegal", "48", pay_basis="typed"),
    ),
    Firm(30, turnover=0.4, vacancy=1.38),
    "2027-03",
    30,
)
DOLLARS = Plan(
    "In dollars",
    (
        PlannedPosition("paralegal", "06", experience="0-1", pay_basis="estimate", search="agency", count=2),
        PlannedPosition("paralegal", "53", arrangement="virtual_us", share=0.5, start="2027-04"),
        PlannedPosition("legal_secretary", "36", arrangement="virtual_us", employed=True),
        PlannedPosition("paralegal", "36", arrangement="virtual_offshore", count=2, share=0.75, end="2028-05"),
        PlannedPosition("legal_secretary", "25", employed=True, start="2027-10"),
    ),
    Firm(
        60, "dollars", wage_growth=0.1, state_unemployment_rate=0.05, health_single=9_000, family_share=0.4,
        equipment=1_500, training=600, own_search=2_000, agency_fee=0.25, turnover=0.31, vacancy=0.5,
        ramp=5.5, rate_growth=0.03, released_hours=120, released_value=300, tool_hours=12, tool_share=0.3,
        tool_cost=90, tool_billed=0.5,
    ),
    months=26,
    carried=True,
)  # fmt: skip
UNSTEADY = Plan(
    "Unsteady",
    (
        PlannedPosition("paralegal", "06", employed=True, pay_basis="typed", amount=400_000, raise_a_year=0.5),
        PlannedPosition("legal_secretary", "34"),
    ),
    Firm(500, "none", turnover=2.0, vacancy=0, ramp=0),
    "2027-11",
    40,
)
EMPTY = Plan("Nobody", (), months=12)
NASTY = Scenarios((GROWING, DOLLARS, UNSTEADY, EMPTY), 500_000, "Which of these?")

GROWING_FIGURES = {
    "turnover": 0.25, "vacancy": 2.6, "insurance_and_retirement": 0.22, "bill_rate": 250.0,
    "wage_growth": 0.04, "ramp": 2.5, "rate_growth": 0.05, "tool_cost": 45.0, "tool_hours": 10.0,
    "tool_share": 0.5, "tool_billed": 0.4, "training": 900.0, "equipment": 2_500.0, "released_hours": 80.0,
    "released_value": 250.0, "replacement_cost": 0.4, "software": 100.0, "agency_fee": 0.3, "own_search": 5_000.0,
    "office_rent": 50.0, "office_space": 99.0, "billable_hours": 1_400.0, "realization": 0.7, "collection": 0.95,
}  # fmt: skip
DOLLARS_FIGURES = {
    "health_single": 8_000.0, "health_family": 30_000.0, "family_share": 0.9, "retirement_match": 0.06,
    "virtual_us_rate": 70.0, "virtual_offshore_month": 2_000.0, "turnover": 0.0, "tool_billed": 0.0,
}  # fmt: skip
UNSTEADY_FIGURES = {"turnover": 0.9, "vacancy": 3.0, "ramp": 6.0}
CHANGED_GROWING = replace(
    GROWING,
    positions=(
        replace(GROWING.positions[0], amount=150_000, count=5, raise_a_year=0.07, start="2027-05", end="2029-02"),
        replace(GROWING.positions[1], employed=False, share=0.8),
        replace(GROWING.positions[2], search="agency"),
        replace(GROWING.positions[3], start="2027-01"),
        *GROWING.positions[4:],
    ),
    firm=replace(GROWING.firm, state_unemployment_rate=0.061, **GROWING_FIGURES),
)
CHANGED_DOLLARS = replace(DOLLARS, firm=replace(DOLLARS.firm, **DOLLARS_FIGURES))
CHANGED_UNSTEADY = replace(UNSTEADY, first="2028-02", firm=replace(UNSTEADY.firm, **UNSTEADY_FIGURES))


# --- Changing cells as a reader would ---


def block(sheet: Worksheet, plan: Plan) -> list[tuple[Cell, ...]]:
    """Return the rows of a scenario on a sheet: from its name to the next scenario's."""
    rows = [row for row in sheet.iter_rows() if row[0].value is not None]
    names = [at for at, row in enumerate(rows) if row[0].font.sz == 12]
    start = next(at for at in names if rows[at][0].value == plan.name)
    return rows[start : next((at for at in names if at > start), len(rows))]


def type_into(book: openpyxl.Workbook, plan: Plan, label: str, value: Any) -> None:
    """Type a value into every row of a scenario's assumptions with a label."""
    found = [row for row in block(book["Assumptions"], plan) if row[0].value == label]
    assert found, label
    for row in found:
        row[2].value = value


def type_figures(book: openpyxl.Workbook, plan: Plan, figures: dict[str, float]) -> None:
    for name, value in figures.items():
        type_into(book, plan, FIGURES[name].label, value)


def type_position(book: openpyxl.Workbook, plan: Plan, number: int, **cells: Any) -> None:
    """Type values into the cells of a position, named by the words of their heads with _ for a blank."""
    rows = block(book["Positions"], plan)
    heads = [cell.value for cell in rows[1]]
    row = next(row for row in rows if row[0].value == str(number))
    for name, value in cells.items():
        row[heads.index(name.replace("_", " "))].value = value


def change_growing(book: openpyxl.Workbook) -> None:
    type_figures(book, GROWING, GROWING_FIGURES)
    type_into(book, GROWING, "State unemployment tax", 0.061)
    months = {"First_month": datetime(2027, 5, 20), "Last_month": datetime(2029, 2, 1)}  # any day of the month
    type_position(book, GROWING, 1, People=5, **{"Pay_a_year,_full_time": 150_000}, Raise_a_year=0.07, **months)
    type_position(book, GROWING, 2, Employed_already="No", Share_of_full_time=0.8)
    type_position(book, GROWING, 3, Search="Agency")
    type_position(book, GROWING, 4, First_month=datetime(2027, 1, 1))


def change_unsteady(book: openpyxl.Workbook) -> None:
    type_figures(book, UNSTEADY, UNSTEADY_FIGURES)
    type_into(book, UNSTEADY, "First month", datetime(2028, 2, 1))


def changed(content: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    change_growing(book)
    type_figures(book, DOLLARS, DOLLARS_FIGURES)
    change_unsteady(book)
    budget = next(row for row in book["Summary"].iter_rows() if row[0].value == "Budget")
    budget[1].value = 600_000
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


# --- Plans by chance ---


def any_position(chance: random.Random, first: int, months: int) -> PlannedPosition:
    start, end = sorted(chance.choices(range(first - 6, first + months + 3), k=2))
    return PlannedPosition(
        chance.choice(("paralegal", "legal_secretary")),
        chance.choice(("06", "36", "48", "53", "34", "35620")),
        pay_basis=chance.choice(("median", "p90", "typed")),
        amount=chance.choice((35_000, 99_999.99, 500_000)),
        arrangement=chance.choice(list(ARRANGEMENTS)),
        works_in=chance.choice((None, "NY", "CA", "WA")),
        count=chance.randint(1, 4),
        share=chance.choice((1.0, 0.05, 0.55)),
        start=chance.choice((None, month_text(start))),
        end=chance.choice((None, month_text(end))),
        raise_a_year=chance.choice((None, 0.0, 0.11, -0.3)),
        employed=chance.random() < 0.4,
        search=chance.choice(list(SEARCHES)),
    )


def any_plan(chance: random.Random, name: str) -> Plan:
    first, months = chance.randint(month_number("2026-01"), month_number("2028-12")), chance.randint(12, 40)
    firm = Firm(
        chance.choice((5, 60, 700)),
        chance.choice(("share", "dollars", "none")),
        turnover=chance.choice((None, 0.0, 0.8, 2.0)),
        vacancy=chance.choice((None, 0.0, 2.0, 3.7, 24.0)),
        ramp=chance.choice((None, 0.0, 0.3, 7.5)),
        state_unemployment_rate=chance.choice((None, 0.02)),
        rate_growth=chance.choice((None, 0.04)),
        tool_cost=chance.choice((None, 30.0)),
        released_hours=chance.choice((None, 100.0)),
        released_value=200.0,
    )
    rows = tuple(any_position(chance, first, months) for _ in range(chance.randint(1, 6)))
    return Plan(name, rows, firm, month_text(first), months, chance.random() < 0.3)


def by_chance(seed: int) -> Scenarios:
    chance = random.Random(seed)
    return Scenarios(tuple(any_plan(chance, f"Plan {number}") for number in range(MOST_SCENARIOS)))
