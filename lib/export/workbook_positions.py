"""The sheet of a workbook that holds the positions of each scenario."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lib.export.kinds import KIND_WORDS
from lib.export.workbook_assumptions import only_months, serial
from lib.hiring.monthly import held_positions, raise_of
from lib.hiring.planned import MOST_COUNT, MOST_RAISE, SEARCHES
from lib.hiring.position import ARRANGEMENTS, MOST_PAY
from lib.pay.ageing import month_words
from lib.tables import load_roles, load_wages

if TYPE_CHECKING:
    from lib.export.workbook_assumptions import AssumptionCells
    from lib.export.workbook_book import Book, Page
    from lib.hiring.monthly import Held
    from lib.hiring.plan import Plan
    from lib.hiring.scenarios import Scenarios

SHEET: Final = "Positions"
YES, NO = "Yes", "No"
HEAD: Final = {
    "No.": 6, "Role": 16, "Place": 34, "Taxes of": 9, "Arrangement": 24, "People": 9, "Share of full time": 10,
    "Pay a year, full time": 15, "Kind of pay": 14, "Pay as exported": 15, "First month": 12, "Last month": 12,
    "Raise a year": 10, "Employed already": 10, "Search": 14, "Where the pay comes from": 70,
}  # fmt: skip
COLUMN: Final = {label: column for column, label in enumerate(HEAD)}
NOTES: Final = (
    "Coloured cells are yours to change. The raise of a row that names none follows the sheet Assumptions until you "
    "type one.",
    "A month counts if any of its days lies between the first and the last month. Employed already = since January "
    "of the year at the latest: no search, no equipment, and wage bases used up accordingly.",
)


@dataclass(frozen=True)
class PositionCells:
    """Addresses of what may be changed of a position; pay, raise and search are empty for contractors."""

    people: str
    share: str
    first: str
    last: str
    employed: str
    pay: str = ""
    raise_a_year: str = ""
    search: str = ""


def write_positions(book: Book, scenarios: Scenarios, assumed: list[AssumptionCells]) -> list[list[PositionCells]]:
    """Add the sheet with a block for each scenario and return where its counted positions stand, in order."""
    page = book.page(SHEET)
    page.widths(*HEAD.values())
    page.frozen(0, COLUMN["Place"] + 1)
    page.text(0, 0, "Positions", "title")
    for row, note in enumerate(NOTES, start=1):
        page.text(row, 0, note)
    row, written = len(NOTES) + 2, []
    for plan, cells in zip(scenarios.plans, assumed, strict=True):
        page.text(row, 0, plan.name, "heading")
        page.texts(row + 1, tuple(HEAD), "head")
        held = list(held_positions(plan))
        written.append([_position(page, row + 2 + at, each, plan, cells) for at, each in enumerate(held)])
        row = _left_out(page, row + 2 + len(held), held, plan) + 1
    return written


def _position(page: Page, row: int, held: Held, plan: Plan, assumed: AssumptionCells) -> PositionCells:
    planned, position = held.planned, held.position
    words = {
        "No.": f"{held.number + 1}",
        "Role": load_roles()[planned.role].label,
        "Place": load_wages().areas[planned.area].area_title,
        "Taxes of": "" if position.virtual else position.state,
        "Arrangement": ARRANGEMENTS[planned.arrangement],
    }
    for label, text in words.items():
        page.text(row, COLUMN[label], text)
    cells = {
        "people": _input(page, row, "People", planned.count, "count", (0, MOST_COUNT)),
        "share": _input(page, row, "Share of full time", planned.share, "percent", (0, 1)),
        "first": _month(page, row, "First month", planned.start, (assumed.first, plan.first)),
        "last": _month(page, row, "Last month", planned.end, (f"EDATE({assumed.first},{plan.months - 1})", plan.last)),
        "employed": _choice(page, row, "Employed already", YES if planned.employed else NO, (YES, NO)),
    }
    if position.virtual:
        page.text(row, COLUMN["Where the pay comes from"], "A contractor's fee: see the sheet Assumptions")
        return PositionCells(**cells)
    search = _choice(page, row, "Search", SEARCHES[planned.search], tuple(SEARCHES.values()))
    raised = _raise(page, row, held, plan, assumed)
    return PositionCells(**cells, pay=_pay(page, row, held), raise_a_year=raised, search=search)


def _input(page: Page, row: int, label: str, value: float, form: str, bounds: tuple[float, float]) -> str:
    low, high = bounds
    words = f"{low:.0%} to {high:.0%}" if form == "percent" else f"{low:,} to {high:,}"
    page.between(row, COLUMN[label], low, high, words)
    return page.number(row, COLUMN[label], value, f"input_{form}")


def _choice(page: Page, row: int, label: str, chosen: str, known: tuple[str, ...]) -> str:
    page.one_of(row, COLUMN[label], known)
    page.text(row, COLUMN[label], chosen, "input_words")
    return page.address(row, COLUMN[label])


def _month(page: Page, row: int, label: str, month: str | None, otherwise: tuple[str, str]) -> str:
    """Write a month, or the formula of the plan's own first or last month with its result."""
    only_months(page, row, COLUMN[label])
    if month:
        return page.number(row, COLUMN[label], serial(month), "input_month")
    formula, result = otherwise
    return page.formula(row, COLUMN[label], formula, serial(result), "input_month")


def _raise(page: Page, row: int, held: Held, plan: Plan, assumed: AssumptionCells) -> str:
    """Write the raise: the row's own, or the one that the assumptions name."""
    label, rate = "Raise a year", raise_of(held.planned, plan.firm)
    address = _input(page, row, label, rate, "percent", (-MOST_RAISE, MOST_RAISE))
    if held.planned.raise_a_year is None:
        followed = assumed.figures["wage_growth", held.planned.role]
        page.formula(row, COLUMN[label], followed, rate, "input_percent")
    return address


def _pay(page: Page, row: int, held: Held) -> str:
    position = held.position
    address = _input(page, row, "Pay a year, full time", position.annual_pay, "price", (0, MOST_PAY))
    page.number(row, COLUMN["Pay as exported"], position.annual_pay, "price")
    kind, yours = KIND_WORDS[position.pay_kind], KIND_WORDS["input"]
    page.formula(row, COLUMN["Kind of pay"], f'IF(H{row + 1}=J{row + 1},"{kind}","{yours}")', kind, "beside")
    page.text(row, COLUMN["Where the pay comes from"], position.pay_source)
    return address


def _left_out(page: Page, row: int, held: list[Held], plan: Plan) -> int:
    """Name the rows of a plan that are not counted, and why; return the first row after them."""
    for planned in plan.positions:
        if planned.problem:
            page.text(row, 0, f"Not counted: {planned.label}. {planned.problem}", "note")
            row += 1
    counted = {each.number for each in held}
    for number, planned in enumerate(plan.counted):
        if number not in counted:
            months = f"{month_words(plan.first)} to {month_words(plan.last)}"
            page.text(row, 0, f"Not counted: {planned.label}. It has no month in {months}.", "note")
            row += 1
    return row
