"""What one position costs in a full calendar year, line by line.

annual cost = pay + payroll taxes + insurance and retirement + space + software + turnover

Paid leave is inside the salary: the employer-cost survey's ratio of all benefits to wages worked must not
be applied to a salary, because it would count leave twice. Virtual staff cost a contractor's fee and
software; no taxes, benefits, space or turnover.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.hiring.defaults import default
from lib.hiring.payroll_taxes import taxes_due
from lib.tables import load_sources

if TYPE_CHECKING:
    from lib.hiring.payroll_taxes import TaxDue
    from lib.hiring.position import Firm, Position
    from lib.tables import EmployerCost

MONTHS_A_YEAR: Final = 12
YOURS: Final = "Your figure"


@dataclass(frozen=True)
class Line:
    """One item of the cost of a position.

    Attributes:
        group: The heading it is summed under in charts.
        amount: Dollars a year.
        kind: "fact", "estimate" or "input".
        source: Where it comes from, in words.
        note: How it is computed.
    """

    group: str
    item: str
    amount: float
    kind: str
    source: str
    note: str = ""


@dataclass(frozen=True)
class LoadedCost:
    """The cost of a position for one full calendar year."""

    position: Position
    firm: Firm
    items: tuple[Line, ...]

    @property
    def total(self) -> float:
        """Dollars a year."""
        return sum(line.amount for line in self.items)

    @property
    def multiple(self) -> float:
        """Total over pay; of virtual staff, total over fee."""
        return self.total / self.items[0].amount

    @property
    def hours_worked(self) -> float:
        """Hours worked in a year, paid leave taken out."""
        return default("hours_worked", role=self.position.role).value

    @property
    def per_hour_worked(self) -> float:
        """Dollars for each hour worked."""
        return self.total / self.hours_worked

    @cached_property
    def lines(self) -> pd.DataFrame:
        """The lines: group, item, amount, kind, source, note."""
        return pd.DataFrame([vars(line) for line in self.items])


def loaded_cost(position: Position, firm: Firm) -> LoadedCost:
    """Return the cost of a position for one full calendar year.

    Args:
        position: Role, state, pay and arrangement.
        firm: The employer's size and its own figures where it has them.
    """
    if position.virtual:
        items = (_fee(position, firm), *_software(firm))
    else:
        items = (
            Line("Pay", "Gross pay", position.annual_pay, position.pay_kind, position.pay_source),
            *(_tax_line(due) for due in taxes_due(position.annual_pay, position.state, firm)),
            _benefits(position, firm),
            *(_space(firm) if position.arrangement == "in_office" else ()),
            *_software(firm),
            _turnover(position, firm),
        )
    return LoadedCost(position, firm, items)


def _tax_line(due: TaxDue) -> Line:
    tax = due.tax
    base = "all pay" if tax.wage_base is None else f"the first ${tax.wage_base:,.0f}"
    note = f"{'your rate of ' if due.own_rate else ''}{_percent(due.rate)} of {base}"
    if due.own_rate:
        return Line("Payroll taxes", tax.label, due.amount, "input", f"{YOURS}; {source_words(tax.source)}", note)
    return Line("Payroll taxes", tax.label, due.amount, tax.kind, source_words(tax.source), note)


def _benefits(position: Position, firm: Firm) -> Line:
    item = "Insurance and retirement"
    if firm.insurance_and_retirement is not None:
        amount = position.annual_pay * firm.insurance_and_retirement
        return Line("Benefits", item, amount, "input", YOURS, f"{firm.insurance_and_retirement:.1%} of pay")
    by_size = default("insurance_and_retirement", headcount=firm.headcount)
    by_role = default("benefits_role_factor", role=position.role)
    share = by_size.value * by_role.value
    of_size = f"{by_size.value:.1%} for {by_size.firm_headcount} employees"
    note = f"{share:.1%} of pay: {of_size} x {by_role.value:.2f} for the role"
    return Line("Benefits", item, position.annual_pay * share, "estimate", source_words(by_role.source), note)


def _space(firm: Firm) -> tuple[Line]:
    feet, rent = default("office_space"), default("office_rent")
    size = feet.value if firm.office_space is None else firm.office_space
    price = rent.value if firm.office_rent is None else firm.office_rent
    typed = firm.office_space is not None and firm.office_rent is not None
    note = f"{size:,.0f} square feet at ${price:,.2f}"
    source = _sources((firm.office_rent, rent), (firm.office_space, feet))
    return (Line("Space and software", "Office space", size * price, "input" if typed else "estimate", source, note),)


def _software(firm: Firm) -> tuple[Line]:
    parts = (default("practice_software"), default("office_software"))
    typed = firm.software is not None
    month = firm.software if firm.software is not None else sum(part.value for part in parts)
    source = YOURS if typed else source_words(" ".join(part.source for part in parts))
    kind = "input" if typed else "fact"
    note = f"${month:,.0f} a month"
    return (Line("Space and software", "Software", month * MONTHS_A_YEAR, kind, source, note),)


def _turnover(position: Position, firm: Firm) -> Line:
    rate, cost = default("turnover"), default("replacement_cost")
    leaving = rate.value if firm.turnover is None else firm.turnover
    replacing = cost.value if firm.replacement_cost is None else firm.replacement_cost
    typed = firm.turnover is not None and firm.replacement_cost is not None
    source = _sources((firm.replacement_cost, cost), (firm.turnover, rate))
    note = f"{_percent(leaving)} of positions change hands a year x {_percent(replacing)} of pay to replace a person"
    amount = position.annual_pay * leaving * replacing
    return Line("Turnover", "Turnover, yearly share", amount, "input" if typed else "estimate", source, note)


def _fee(position: Position, firm: Firm) -> Line:
    if position.arrangement == "virtual_us":
        price = default("virtual_us_rate", role=position.role)
        hours = default("hours_worked", role=position.role).value
        rate = price.value if firm.virtual_us_rate is None else firm.virtual_us_rate
        note = f"${rate:,.2f} an hour for the {hours:,.0f} hours an employee works"
        return _fee_line(rate * hours, note, price, typed=firm.virtual_us_rate is not None)
    price = default("virtual_offshore_month")
    month = price.value if firm.virtual_offshore_month is None else firm.virtual_offshore_month
    note = f"${month:,.2f} a month, full time"
    return _fee_line(month * MONTHS_A_YEAR, note, price, typed=firm.virtual_offshore_month is not None)


def _fee_line(amount: float, note: str, price: EmployerCost, *, typed: bool) -> Line:
    kind = "input" if typed else price.kind
    return Line("Fee", "Contractor's fee", amount, kind, YOURS if typed else source_words(price.source), note)


def _percent(share: float) -> str:
    """Return a share as a percentage with the digits it takes to compute with it."""
    return f"{100 * share:.4g}%"


def _sources(*figures: tuple[float | None, EmployerCost]) -> str:
    """Return where each of several figures comes from: the firm's own one if it has one, else the default."""
    words = (source_words(usual.source) if own is None else YOURS for own, usual in figures)
    return "; ".join(dict.fromkeys(words))


def source_words(keys: str) -> str:
    """Return publisher and release of the named sources, for a table cell."""
    sources = [load_sources()[key] for key in dict.fromkeys(keys.split())]
    return "; ".join(f"{source.publisher}, {source.release}" for source in sources)
