"""The first sheet of a workbook: the scenarios side by side, all by formula."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.export.workbook_book import column_name
from lib.export.workbook_months import CONTRIBUTION, COST, PEOPLE
from lib.hiring.lines import BENEFITS, FEE, FEES, GROUPS, HIRING, OFFICE, PAY, TAXES, TURNOVER
from lib.pay.words import MONTHS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.export.workbook_book import Page
    from lib.export.workbook_months import MonthsSheet
    from lib.hiring.scenarios import Scenarios

SHEET: Final = "Summary"
TOP: Final = 5  # row of the first table's head
FIRST: Final = 1  # column of the first scenario
LINES: Final = (*GROUPS, COST, FEES, CONTRIBUTION)
BOLD: Final = (COST, FEES, CONTRIBUTION)
BUDGET, LEFT, AVERAGE = "Budget", "Left of the budget", "People at work, on average"
NO_QUESTION: Final = "Scenarios side by side"
NOTE: Final = (
    "Dollars, averaged over who stays and who leaves, at the figures of the sheets Assumptions and Positions, which "
    "every amount follows. Differences are to the first."
)
UNLIKE: Final = "The scenarios span different numbers of months: their totals are not alike."
# Okabe and Ito (2008): told apart with any colour vision deficiency.
COLORS: Final = {
    PAY: "#0072B2", FEE: "#56B4E9", TAXES: "#D55E00", BENEFITS: "#009E73",
    OFFICE: "#F0E442", HIRING: "#CC79A7", TURNOVER: "#E69F00",
}  # fmt: skip


class Summary:
    """The sheet, filled once the months are written."""

    def __init__(self, page: Page, scenarios: Scenarios, sheets: Sequence[MonthsSheet]) -> None:
        self._page = page
        self._scenarios = scenarios
        self._sheets = sheets

    def write(self, link: str) -> None:
        """Write the tables and the chart; the link is written as text."""
        page, sheets = self._page, self._sheets
        page.widths(30, *[24] * len(sheets), *[28] * (len(sheets) - 1))
        page.text(0, 0, self._scenarios.question or NO_QUESTION, "title")
        page.text(1, 0, NOTE, "note")
        if len({sheet.months for sheet in sheets}) > 1:
            page.text(2, 0, UNLIKE, "note")
        page.text(3, 0, f"The plan in the dashboard: {link}" if link else "", "note")
        row = self._years(self._budget(self._totals()) + 1)
        self._chart(row + 2)

    def _head(self, row: int, words: str) -> None:
        names = self._scenarios.names
        self._page.text(row, 0, words, "head")
        self._page.texts(row, (*names, *(f"Difference: {name}" for name in names[1:])), "head_right", FIRST)

    def _totals(self) -> int:
        """Write the sums over all months; return the row after them."""
        self._head(TOP, "All months")
        for row, label in enumerate(LINES, start=TOP + 1):
            cells = [(sheet.total(label), sheet.result(label)) for sheet in self._sheets]
            self._line(row, label, cells, "total_money" if label in BOLD else "money")
        row = TOP + 1 + len(LINES)
        self._page.text(row, 0, AVERAGE)
        for at, sheet in enumerate(self._sheets, start=FIRST):
            average = f"{sheet.span(PEOPLE, 0, sheet.months)}/{sheet.months}"
            self._page.formula(row, at, average, sheet.result(PEOPLE) / sheet.months, "number")
        return row + 1

    def _line(self, row: int, label: str, cells: Sequence[tuple[str, float] | None], style: str) -> None:
        """Write a formula with its result for each scenario that has one, and the differences to the first."""
        page = self._page
        page.text(row, 0, label, "total" if style.startswith("total") else "text")
        first = cells[0]
        for at, cell in enumerate(cells):
            if cell:
                page.formula(row, FIRST + at, *cell, style)
            if at and cell and first:
                formula = f"{column_name(FIRST + at)}{row + 1}-B{row + 1}"
                page.formula(row, len(cells) + at, formula, cell[1] - first[1], style)

    def _budget(self, row: int) -> int:
        """Write the budget, one cell for all scenarios, and what is left of it; return the row after them."""
        budget, cost = self._scenarios.budget, TOP + 2 + LINES.index(COST)
        if budget is None:
            return row
        self._page.text(row, 0, BUDGET)
        self._page.text(row + 1, 0, LEFT, "total")
        given = self._page.number(row, FIRST, budget, "input_price")
        for at, sheet in enumerate(self._sheets, start=FIRST):
            if at > FIRST:
                self._page.formula(row, at, given, budget, "money")
            left = f"{column_name(at)}{row + 1}-{column_name(at)}{cost}"
            self._page.formula(row + 1, at, left, budget - sheet.result(COST), "total_money")
        return row + 2

    def _years(self, row: int) -> int:
        """Write cost, fees and what is left of each twelve months; return the row after them."""
        self._head(row, "By year of the plan")
        longest = max(sheet.months for sheet in self._sheets)
        for begin in range(0, longest, MONTHS_A_YEAR):
            for label in BOLD:
                row += 1
                stop = min(begin + MONTHS_A_YEAR, longest)
                words = f"{label}, months {begin + 1} to {stop}"
                self._line(row, words, [_year(sheet, label, begin) for sheet in self._sheets], "money")
        return row + 1

    def _chart(self, row: int) -> None:
        """Draw the cost of each scenario as a column stacked by category."""
        page, last = self._page, FIRST + len(self._sheets) - 1
        series = [
            {
                "name": [SHEET, TOP + 1 + at, 0],
                "categories": [SHEET, TOP, FIRST, TOP, last],
                "values": [SHEET, TOP + 1 + at, FIRST, TOP + 1 + at, last],
                "fill": {"color": COLORS[label]},
            }
            for at, label in enumerate(GROUPS)
            if any(sheet.result(label) for sheet in self._sheets)
        ]
        if not series:  # a chart must show something
            return
        totals = (
            f"{name} ${sheet.result(COST):,.0f}"
            for name, sheet in zip(self._scenarios.names, self._sheets, strict=True)
        )
        page.stacked_columns(row, "Cost by category", series, f"Cost by category: {'; '.join(totals)}.")


def _year(sheet: MonthsSheet, label: str, begin: int) -> tuple[str, float] | None:
    """Return formula and result of twelve months, or of those a scenario still has; None if it has none."""
    stop = min(begin + MONTHS_A_YEAR, sheet.months)
    return (sheet.span(label, begin, stop), sheet.result(label, begin, stop)) if begin < stop else None
