"""Employer payroll taxes of one person for one calendar year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.tables import load_payroll_taxes
from lib.tables.payroll_taxes import FEDERAL

if TYPE_CHECKING:
    from lib.hiring.firm import Firm
    from lib.tables import PayrollTax


@dataclass(frozen=True)
class TaxDue:
    """A tax and what it comes to in a year.

    Attributes:
        amount: Dollars.
        rate: Share of taxed pay that was applied.
        own_rate: Whether the rate is the firm's own.
    """

    tax: PayrollTax
    amount: float
    rate: float
    own_rate: bool


def tax_year() -> int:
    """Return the newest year whose payroll taxes are published."""
    return max(tax.year for tax in load_payroll_taxes())


def taxes_due(annual_pay: float, state: str, firm: Firm) -> tuple[TaxDue, ...]:
    """Return what each payroll tax comes to for one person employed all year.

    Args:
        annual_pay: Gross pay in dollars.
        state: Postal code.
        firm: The employer; its headcount decides which leave programmes apply.
    """
    return tuple(_due(tax, annual_pay, firm) for tax in taxes_of(state, firm.headcount))


def taxes_not_included(state: str) -> tuple[PayrollTax, ...]:
    """Return the taxes of a state that are known to exist but are not in the totals."""
    return tuple(tax for tax in load_payroll_taxes() if tax.state == state and not tax.included)


def taxes_of(state: str, headcount: int) -> list[PayrollTax]:
    """Return the taxes that an employer of this size pays in a state.

    Of the rows of one state, tax and label it is the one with the largest threshold reached.
    """
    reached: dict[tuple[str, str, str], PayrollTax] = {}
    for tax in sorted(load_payroll_taxes(), key=lambda tax: tax.from_headcount):
        if tax.state in (FEDERAL, state) and tax.included and headcount >= tax.from_headcount:
            reached[(tax.state, tax.tax, tax.label)] = tax
    return list(reached.values())


def rate_of(tax: PayrollTax, firm: Firm) -> tuple[float, bool]:
    """Return the rate a firm pays, and whether it is its own instead of the new-employer rate."""
    if tax.tax == "state_unemployment" and firm.state_unemployment_rate is not None:
        return firm.state_unemployment_rate, True
    return tax.rate or 0.0, False


def _due(tax: PayrollTax, annual_pay: float, firm: Firm) -> TaxDue:
    rate, own_rate = rate_of(tax, firm)
    taxed = annual_pay if tax.wage_base is None else min(annual_pay, tax.wage_base)
    return TaxDue(tax, taxed * rate, rate, own_rate)
