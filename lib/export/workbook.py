"""The scenarios as an Excel workbook whose formulas count them anew when a figure is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.export.workbook_assumptions import write_assumptions
from lib.export.workbook_book import Book
from lib.export.workbook_months import write_months
from lib.export.workbook_positions import write_positions
from lib.export.workbook_sources import write_sources
from lib.export.workbook_summary import SHEET, Summary
from lib.hiring.monthly import run_plan

if TYPE_CHECKING:
    from lib.hiring.scenarios import Scenarios


def write_workbook(scenarios: Scenarios, link: str = "") -> bytes:
    """Return scenarios as an Excel workbook with live formulas.

    The sheets: Summary, Assumptions, Positions, one of months a scenario, Sources. Every formula carries its
    result, so that viewers that do not compute show it too. Text of users is written as text only.

    Args:
        scenarios: The plans.
        link: Address of the plan in the dashboard; empty for none.
    """
    book = Book("Staffing plan")
    summary = book.page(SHEET, tall=1)
    assumed = write_assumptions(book, scenarios)
    positions = write_positions(book, scenarios, assumed)
    parts = zip(scenarios.plans, positions, assumed, strict=True)
    sheets = [
        write_months(book, f"Months {number}", run_plan(plan), cells, figures)
        for number, (plan, cells, figures) in enumerate(parts, start=1)
    ]
    Summary(summary, scenarios, sheets).write(link)
    write_sources(book, scenarios.plans, assumed, link)
    return book.content()
