"""The sheet of a workbook that holds every figure of each scenario in a cell of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lib.export.kinds import KIND_WORDS
from lib.hiring.billing import BILLING_ROLE, FIELDS
from lib.hiring.defaults import default
from lib.hiring.figures import FIGURES, PRICE_OF, Figure, figure_default
from lib.hiring.figures_used import BENEFIT_FIGURES, TOOL_FIGURES
from lib.hiring.firm import BENEFITS
from lib.hiring.lines import source_words
from lib.hiring.monthly import held_positions
from lib.hiring.payroll_taxes import rate_of, taxes_not_included, taxes_of
from lib.pay.months import month_number
from lib.tables import load_roles
from lib.tables.payroll_taxes import FEDERAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lib.export.workbook_book import Book, Page
    from lib.hiring.firm import Firm
    from lib.hiring.monthly import Held
    from lib.hiring.plan import Plan
    from lib.hiring.scenarios import Scenarios
    from lib.tables import EmployerCost, PayrollTax

SHEET: Final = "Assumptions"
VALUE, UNIT, MARK, EXPORTED, LOW, HIGH, PERIOD, SOURCE, NOTE = range(2, 11)  # columns
BASE: Final = UNIT  # of a payroll tax
HOURS: Final = "hours_worked"  # not the firm's to state in the dashboard
LABELED: Final = {**FIGURES, HOURS: Figure(HOURS, "Hours", "Hours an employee works", "hours a year", 8_760.0)}
ALWAYS: Final = ("software", "tool_cost", "ramp", "rate_growth")
BILLED: Final = (*FIELDS.values(), *TOOL_FIGURES, HOURS)
RELEASED: Final = ("released_hours", "released_value")
EMPLOYED: Final = (
    "wage_growth", "turnover", "vacancy", "replacement_cost", "own_search", "agency_fee", "equipment", "training"
)  # fmt: skip
IN_OFFICE: Final = ("office_space", "office_rent")
EVERYBODY: Final = "All positions"
HEAD: Final = {
    "Figure": 44, "For": 16, "Value": 13, "Unit": 24, "Kind": 13, "As exported": 13, "Low": 12, "High": 12,
    "Period": 18, "Source": 60, "Derivation": 120,
}  # fmt: skip
TAX_HEAD: Final = (
    "Payroll tax", "State", "Rate", "Of the first", "Kind", "As exported", "", "", "Year", "Source", "Note"
)  # fmt: skip
NOTES: Final = (
    "Coloured cells here and on the sheet Positions are yours to change: every amount in this file follows, as it "
    "would in the dashboard.",
    "The rest is fixed: the number of rows and months, role, place, arrangement, how benefits are counted, and the "
    "headcount, which decides defaults and leave programmes. To change these, change the plan in the dashboard and "
    "export it again.",
    "Market pay was looked up when this file was written and does not follow other dates.",
    f"Kinds: {KIND_WORDS['fact']} = as a source prints it; {KIND_WORDS['estimate']} = derived from sources or "
    f"judged; {KIND_WORDS['input']} = typed by you.",
)


@dataclass
class AssumptionCells:
    """Where the figures of a scenario stand.

    Attributes:
        first: Address of the first month.
        figures: Address of each figure by name and role.
        rates: Address of a payroll tax's rate by state and label.
        bases: Address of its wage base; a tax on all pay has none.
        sources: Keys of data/sources.csv that the defaults come from.
    """

    first: str
    figures: dict[tuple[str, str], str] = field(default_factory=dict)
    rates: dict[tuple[str, str], str] = field(default_factory=dict)
    bases: dict[tuple[str, str], str] = field(default_factory=dict)
    sources: dict[str, None] = field(default_factory=dict)


def write_assumptions(book: Book, scenarios: Scenarios) -> list[AssumptionCells]:
    """Add the sheet with a block for each scenario and return where its figures stand."""
    page = book.page(SHEET)
    page.widths(*HEAD.values())
    page.frozen(0, 1)
    page.text(0, 0, "Assumptions", "title")
    for row, note in enumerate(NOTES, start=1):
        page.text(row, 0, note)
    row, written = len(NOTES) + 2, []
    for plan in scenarios.plans:
        cells, row = _block(page, row, plan)
        written.append(cells)
    page.printed(row, SOURCE)
    return written


def serial(month: str) -> int:
    """Return the number Excel gives to the first day of a month such as 2027-03."""
    from datetime import date

    number = month_number(month)
    return (date(number // 12, number % 12 + 1, 1) - date(1899, 12, 30)).days


def only_months(page: Page, row: int, column: int) -> None:
    """Let a cell take only dates that a plan can hold."""
    page.between(row, column, serial("2020-01"), serial("2099-12"), "a date from January 2020 to December 2099")


def _block(page: Page, row: int, plan: Plan) -> tuple[AssumptionCells, int]:
    """Write a scenario from a row on and return its cells and the first row after it."""
    firm, held = plan.firm, list(held_positions(plan))
    page.text(row, 0, plan.name, "heading")
    page.text(row + 1, 0, "First month")
    cells = AssumptionCells(page.number(row + 1, VALUE, serial(plan.first), "input_month"))
    only_months(page, row + 1, VALUE)
    carried = "carried to the month in which a position starts" if plan.carried else "as published"
    fixed = {
        "Months": f"{plan.months}",
        "Employees of the whole firm": f"{firm.headcount:,}",
        "Insurance and retirement": BENEFITS[firm.benefits],
        "Market pay": carried,
    }
    for at, (label, words) in enumerate(fixed.items(), start=row + 2):
        page.text(at, 0, label)
        page.text(at, VALUE, words)
    row = _figures(page, row + len(fixed) + 3, held, firm, cells)
    return cells, _taxes(page, row + 1, held, firm, cells) + 2


def _figures(page: Page, row: int, held: list[Held], firm: Firm, cells: AssumptionCells) -> int:
    page.texts(row, tuple(HEAD), "head")
    for name, roles in _used(held, firm).items():
        costs = {role: _default(name, role, firm) for role in roles}
        alike = len(set(costs.values())) == 1
        for group in [roles] if alike or _own(name, firm) is not None else [[role] for role in roles]:
            row += 1
            whom = EVERYBODY if alike or len(group) > 1 else load_roles()[group[0]].label
            cost = costs[group[0]] if alike or len(group) == 1 else None
            page.text(row, 0, LABELED[name].label)
            page.text(row, 1, whom)
            address = _figure(page, row, LABELED[name], cost, _own(name, firm))
            cells.figures |= {(name, role): address for role in group}
            cells.sources |= dict.fromkeys(cost.source.split() if cost else ())
    return row + 1


def _used(held: Iterable[Held], firm: Firm) -> dict[str, list[str]]:
    """Return the roles for which each figure counts or would count if it were not 0, in the order of the figures."""
    used: dict[str, dict[str, None]] = {}
    for each in held:
        for name in _names(each, firm):
            used.setdefault(name, {})[each.position.role] = None
    return {name: list(used[name]) for name in LABELED if name in used}


def _names(held: Held, firm: Firm) -> Iterator[str]:
    position = held.position
    yield from ALWAYS
    yield from BILLED if position.role == BILLING_ROLE else RELEASED
    if position.virtual:
        yield PRICE_OF[position.arrangement]
        yield HOURS
        return
    yield from EMPLOYED
    yield from BENEFIT_FIGURES[firm.benefits]
    if position.arrangement == "in_office":
        yield from IN_OFFICE


def _default(name: str, role: str, firm: Firm) -> EmployerCost:
    return default(name, role=role) if name == HOURS else figure_default(name, role, firm.headcount)


def _own(name: str, firm: Firm) -> float | None:
    own: float | None = getattr(firm, name, None)
    return own


def _figure(page: Page, row: int, figure: Figure, cost: EmployerCost | None, own: float | None) -> str:
    """Write value, unit, kind, default, range and source of a figure; only one of the firm's own may have no cost."""
    form = "percent" if figure.divisor == 100 else "price" if figure.unit.startswith("$") else "number"
    value, kind = (cost.value, cost.kind) if cost and own is None else (own or 0.0, "input")
    address = page.number(row, VALUE, value, f"input_{form}")
    page.between(row, VALUE, 0, figure.most, f"{figure.words(0)} to {figure.words(figure.most)} ({figure.unit})")
    page.text(row, UNIT, figure.unit, "beside")
    page.number(row, EXPORTED, value, form)
    _mark(page, row, kind)
    if cost:
        page.number(row, LOW, cost.low, form)
        page.number(row, HIGH, cost.high, form)
        page.texts(row, (cost.period, source_words(cost.source), cost.derivation), "beside", PERIOD)
    return address


def _mark(page: Page, row: int, kind: str, more: str = "") -> None:
    """Write the kind of a figure; it becomes the reader's own once the cell is changed."""
    if kind == "input":
        page.text(row, MARK, KIND_WORDS[kind], "beside")
        return
    same = f"C{row + 1}=F{row + 1}"
    changed = f"AND({same},{more})" if more else same
    formula = f'IF({changed},"{KIND_WORDS[kind]}","{KIND_WORDS["input"]}")'
    page.formula(row, MARK, formula, KIND_WORDS[kind], "beside")


def _taxes(page: Page, row: int, held: list[Held], firm: Firm, cells: AssumptionCells) -> int:
    """Write the payroll taxes of every state with employees; return the first row after them."""
    states = dict.fromkeys(each.position.state for each in held if not each.position.virtual)
    taxes = {(tax.state, tax.label): tax for state in states for tax in taxes_of(state, firm.headcount)}
    if not taxes:
        return row
    page.texts(row, TAX_HEAD, "head")
    for key, tax in taxes.items():
        row += 1
        page.texts(row, (tax.label, "All states" if tax.state == FEDERAL else tax.state))
        _tax(page, row, key, tax, firm, cells)
    for tax in (tax for state in states for tax in taxes_not_included(state)):
        row += 1
        page.texts(row, (tax.label, tax.state, "not in the totals"), "note")
        page.text(row, NOTE, tax.note, "note")
        cells.sources |= dict.fromkeys(tax.source.split())
    return row + 1


def _tax(page: Page, row: int, key: tuple[str, str], tax: PayrollTax, firm: Firm, cells: AssumptionCells) -> None:
    rate, own = rate_of(tax, firm)
    cells.rates[key] = page.number(row, VALUE, rate, "input_percent")
    page.between(row, VALUE, 0, 1, "0% to 100%")
    page.number(row, EXPORTED, rate, "percent")
    same_base = ""
    if tax.wage_base is None:
        page.text(row, BASE, "all pay", "beside")
    else:
        cells.bases[key] = page.number(row, BASE, tax.wage_base, "input_price")
        same_base = f"D{row + 1}={tax.wage_base:.15g}"
    _mark(page, row, "input" if own else tax.kind, same_base)
    page.texts(row, (f"{tax.year}", source_words(tax.source), tax.note), "beside", PERIOD)
    cells.sources |= dict.fromkeys(tax.source.split())
