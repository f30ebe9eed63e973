"""The sheet of a workbook that counts one scenario month by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from lib.export.workbook_assumptions import serial
from lib.export.workbook_block import Block
from lib.export.workbook_book import column_name
from lib.export.workbook_model import DATES, NUMBERS, YEARS
from lib.export.workbook_rows import add_rows
from lib.hiring.lines import FEES, GROUPS
from lib.hiring.monthly import held_positions
from lib.hiring.position import arrangement_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.export.workbook_assumptions import AssumptionCells
    from lib.export.workbook_block import Row
    from lib.export.workbook_book import Book, Page
    from lib.export.workbook_positions import PositionCells
    from lib.hiring.plan_result import PlanResult
    from lib.hiring.seat import Vector

CATEGORY, ITEM, DRIVER, TOTAL, BEFORE, FIRST = range(6)  # columns; the one before the first month stays blank
HEAD: Final = ("Category", "Item", "Driven by", "All months")
COST, CONTRIBUTION, SO_FAR, PEOPLE = "Cost", "Fees less cost", "Fees less cost so far", "People at work"
SUMMED: Final = 7  # first row of the totals
TOTALS: Final = (*GROUPS, COST, FEES, CONTRIBUTION, SO_FAR, PEOPLE)
ROW_OF: Final = {label: SUMMED + at for at, label in enumerate(TOTALS)}
BLOCKS: Final = SUMMED + len(TOTALS) + 1  # first row of the positions
NOTES: Final = (
    "Averages over who stays and who leaves, at the figures assumed: each month the same share of people leaves, their "
    "seats stand empty for a while, and successors start.",
    "Rows in grey are workings, for one seat. Column C holds what drives a row: a share, a price, a wage base, or what "
    "the item names as C.",
)


@dataclass(frozen=True)
class MonthsSheet:
    """Where the totals of a scenario stand.

    Attributes:
        name: Name of the sheet.
        results: Each of `TOTALS` by month, as the model has it.
    """

    name: str
    results: Mapping[str, Vector]

    @property
    def months(self) -> int:
        """Number of months."""
        return len(self.results[COST])

    def total(self, label: str) -> str:
        """Return the formula of one of `TOTALS` over all months."""
        return f"'{self.name}'!$D${ROW_OF[label]}"

    def span(self, label: str, first: int, stop: int) -> str:
        """Return the formula of one of `TOTALS` from a month up to another, counted from 0."""
        begin, end = column_name(FIRST + first), column_name(FIRST + stop - 1)
        return f"SUM('{self.name}'!${begin}${ROW_OF[label]}:${end}${ROW_OF[label]})"

    def result(self, label: str, first: int = 0, stop: int | None = None) -> float:
        """Return what such a formula comes to; over all months by default."""
        return float(self.results[label][first:stop].sum())


def write_months(
    book: Book, name: str, result: PlanResult, cells: list[PositionCells], assumed: AssumptionCells
) -> MonthsSheet:
    """Add the sheet of a scenario and return where its totals stand.

    Args:
        book: The workbook.
        name: Name of the sheet.
        result: What the model says of the plan.
        cells: Where each counted position stands, in order.
        assumed: Where the figures stand.
    """
    plan = result.plan
    page = book.page(name, wide=-(-plan.months // 12))
    page.widths(18, 64, 14, 16, 1)
    page.width(FIRST, FIRST + plan.months - 1, 13)
    page.frozen(NUMBERS, FIRST)
    page.text(0, 0, plan.name, "title")
    for row, note in enumerate(NOTES, start=1):
        page.text(row, 0, note, "note")
    _header(page, result, assumed)
    sheet = MonthsSheet(name, _results(result))
    _totals(page, sheet, _positions(page, result, cells, assumed))
    return sheet


def _header(page: Page, result: PlanResult, assumed: AssumptionCells) -> None:
    months = np.arange(1.0, result.plan.months + 1)
    dates = np.array([float(serial(month)) for month in result.plan.calendar])
    years = np.array([float(month[:4]) for month in result.plan.calendar])
    page.texts(DATES - 1, HEAD, "head")
    page.text(YEARS - 1, ITEM, "Calendar year", "working")
    page.text(NUMBERS - 1, ITEM, "Month of the plan", "working")
    _across(page, DATES, f"EDATE({assumed.first},{{c}}$6-1)", dates, "month_head")
    _across(page, YEARS, "YEAR({c}$4)", years, "working_year")
    _across(page, NUMBERS, "N({p}$6)+1", months, "working_count")


def _across(page: Page, number: int, formula: str, results: Vector, style: str) -> None:
    """Write a formula into every month of a row, named by its number."""
    columns = [column_name(column) for column in range(BEFORE, FIRST + len(results))]
    for at, result in enumerate(results.tolist()):
        filled = formula.format(c=columns[at + 1], p=columns[at])
        page.formula(number - 1, FIRST + at, filled, result, style)


def _positions(page: Page, result: PlanResult, cells: list[PositionCells], assumed: AssumptionCells) -> int:
    """Write a block for each position; return the number of the row after the last."""
    row = BLOCKS
    for held, at in zip(held_positions(result.plan), cells, strict=True):
        mine = result.items["row"] == held.number
        amounts = dict(zip(result.items.loc[mine, "item"], result.amounts[mine.to_numpy()], strict=True))
        block = Block(row, held, result.plan, at, assumed, amounts)
        add_rows(block)
        _block(page, block)
        row = block.next + 1
    return row


def _block(page: Page, block: Block) -> None:
    """Write a position: its name and people, then its rows."""
    planned, position = block.held.planned, block.held.position
    where = "" if position.virtual else f", taxes of {position.state}"
    page.text(block.top - 1, CATEGORY, f"{block.held.number + 1}", "band")
    page.text(block.top - 1, ITEM, f"{planned.label}: {arrangement_words(planned.arrangement)}{where}", "band")
    page.formula(block.top - 1, DRIVER, block.cells.people, planned.count, "band_people")
    page.blanks(block.top - 1, TOTAL, FIRST + block.plan.months - 1, "band")
    for number, row in enumerate(block.rows, start=block.top + 1):
        _row(page, number, row)


def _row(page: Page, number: int, row: Row) -> None:
    style = row.form if row.category else f"working_{row.form}"
    page.text(number - 1, CATEGORY, row.category)
    page.text(number - 1, ITEM, row.label, "text" if row.category else "working")
    if row.driver:
        page.formula(number - 1, DRIVER, row.driver.formula, row.driver.value, f"working_{row.driver.form}")
    if row.form == "money" and row.category:
        _sum(page, number, row.results, "money")
    _across(page, number, row.formula, row.results, style)


def _sum(page: Page, number: int, results: Vector, style: str) -> None:
    last = column_name(FIRST + len(results) - 1)
    page.formula(number - 1, TOTAL, f"SUM(F{number}:{last}{number})", float(results.sum()), style)


def _results(result: PlanResult) -> dict[str, Vector]:
    """Return what the totals come to in each month."""
    sums = {label: np.zeros(result.plan.months) for label in (*GROUPS, FEES)}
    for category, amounts in zip(result.items["category"], result.amounts, strict=True):
        sums[category] += amounts
    left = result.fees_by_month - result.cost_by_month
    others = {CONTRIBUTION: left, SO_FAR: np.cumsum(left), PEOPLE: result.at_work.sum(axis=0)}
    return {**sums, COST: result.cost_by_month, **others}


def _totals(page: Page, sheet: MonthsSheet, end: int) -> None:
    """Write the sums over all positions; end is the number of the row after the last block."""
    cost, fees, contribution, so_far = (ROW_OF[label] for label in (COST, FEES, CONTRIBUTION, SO_FAR))
    formulas = {
        COST: f"SUM({{c}}{SUMMED}:{{c}}{cost - 1})",
        CONTRIBUTION: f"{{c}}{fees}-{{c}}{cost}",
        SO_FAR: f"{{p}}{so_far}+{{c}}{contribution}",
    }
    for label, number in ROW_OF.items():
        bold = "total_" if label in (COST, FEES, CONTRIBUTION) else ""
        sum_of = f"SUMIF($A${BLOCKS}:$A${end},$B{number},{{c}}${BLOCKS}:{{c}}${end})"
        page.text(number - 1, ITEM, label, "total" if bold else "text")
        if label not in (SO_FAR, PEOPLE):
            _sum(page, number, sheet.results[label], f"{bold}money")
        style = "people" if label == PEOPLE else f"{bold}money"
        _across(page, number, formulas.get(label, sum_of), sheet.results[label], style)
