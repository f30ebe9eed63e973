"""What one position costs in a full calendar year, line by line.

annual cost = pay + payroll taxes + insurance and retirement + space + software + turnover

Paid leave is inside the salary: the employer-cost survey's ratio of all benefits to wages worked must not
be applied to a salary, because it would count leave twice. Virtual staff cost a contractor's fee and
software; no taxes, benefits, space or turnover.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from lib.hiring.lines import (
    PAY,
    TAXES,
    YOURS,
    Line,
    benefit_lines,
    fee_line,
    hours_worked,
    office_lines,
    percent,
    source_words,
    turnover_line,
)
from lib.hiring.payroll_taxes import taxes_due

if TYPE_CHECKING:
    from lib.hiring.firm import Firm
    from lib.hiring.payroll_taxes import TaxDue
    from lib.hiring.position import Position


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
    def hours_worked(self) -> float:
        """Hours worked in a year, paid leave taken out."""
        return hours_worked(self.position)

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
    office = office_lines(position, firm)
    if position.virtual:
        return LoadedCost(position, firm, (fee_line(position, firm), *office))
    taxes = tuple(_tax_line(due) for due in taxes_due(position.paid, position.state, firm))
    benefits = benefit_lines(position, firm)
    return LoadedCost(position, firm, (_pay(position), *taxes, *benefits, *office, turnover_line(position, firm)))


def _pay(position: Position) -> Line:
    note = "" if position.share == 1 else f"{position.share:.0%} of ${position.annual_pay:,.0f}"
    return Line(PAY, "Gross pay", position.paid, position.pay_kind, position.pay_source, note)


def _tax_line(due: TaxDue) -> Line:
    tax = due.tax
    base = "all pay" if tax.wage_base is None else f"the first ${tax.wage_base:,.0f}"
    note = f"{'your rate of ' if due.own_rate else ''}{percent(due.rate)} of {base}"
    if due.own_rate:
        return Line(TAXES, tax.label, due.amount, "input", f"{YOURS}; {source_words(tax.source)}", note)
    return Line(TAXES, tax.label, due.amount, tax.kind, source_words(tax.source), note)
