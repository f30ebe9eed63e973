"""What staff bring in, and when that pays for them.

collected = hours worked for clients x rate x realization x collection. Paralegals' legal work may be charged to
clients at a market rate (Missouri v. Jenkins, 1989); a legal secretary's time is overhead and brings in nothing
itself: what it is worth are the lawyer hours it releases, which only the firm knows (default 0).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

from lib.hiring.defaults import default
from lib.hiring.figures import FIGURES
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.lines import FEES, Line, line_of, number, percent

if TYPE_CHECKING:
    from lib.hiring.firm import Firm

BILLING_ROLE: Final = PARALEGAL
FULL_WEEK: Final = 40  # hours
FIELDS: Final = {
    "rate": "bill_rate",
    "hours": "billable_hours",
    "realization": "realization",
    "collection": "collection",
}


@dataclass(frozen=True)
class Billing:
    """How a full-time paralegal's hours are billed.

    Attributes:
        rate: Dollars an hour on the invoice.
        hours: Hours worked for clients in a year.
        realization: Share of those hours that is invoiced.
        collection: Share of the invoices that is paid.

    Raises:
        ValueError: If a value is out of bounds; says which.
    """

    rate: float
    hours: float
    realization: float
    collection: float

    def __post_init__(self) -> None:
        """Check every value."""
        for field in fields(self):
            value, most = getattr(self, field.name), FIGURES[FIELDS[field.name]].most
            if not 0 <= value <= most:
                raise ValueError(f"{field.name} must lie between 0 and {most:,g}, not {value:,g}.")

    @property
    def collected_an_hour(self) -> float:
        """Dollars that reach the firm for each hour worked for clients."""
        return self.rate * self.realization * self.collection

    @property
    def collected_a_year(self) -> float:
        """Dollars that reach the firm in a year."""
        return self.hours * self.collected_an_hour

    def contribution(self, cost: float) -> float:
        """Return what is left of the collected fees once a position's yearly cost is paid."""
        return self.collected_a_year - cost

    def break_even_hours(self, cost: float) -> float | None:
        """Return the hours a year from which a position pays for itself; None if an hour brings in nothing."""
        return cost / self.collected_an_hour if self.collected_an_hour else None

    def break_even_rate(self, cost: float) -> float | None:
        """Return the hourly rate from which a position pays for itself; None if no hour is collected."""
        collected = self.hours * self.realization * self.collection
        return cost / collected if collected else None


def billing_of(firm: Firm) -> Billing:
    """Return how a firm bills a paralegal's hours: its own figures, else the defaults."""
    return Billing(**{field: firm.of(name, PARALEGAL) for field, name in FIELDS.items()})


def fee_lines(role: str, firm: Firm) -> tuple[Line, ...]:
    """Return what a fully productive full-time person brings in a year; nothing that is 0."""
    lines = (_released(firm),) if role == LEGAL_SECRETARY else (_collected(firm), _freed(firm))
    return tuple(line for line in lines if line.amount)


def freed_hours_a_year(role: str, firm: Firm) -> float:
    """Return the hours a year that tools take over from a full-time person."""
    weeks = default("hours_worked", role=role).value / FULL_WEEK
    return firm.of("tool_hours") * firm.of("tool_share") * weeks


def _collected(firm: Firm) -> Line:
    billing = billing_of(firm)
    note = f"{number(billing.hours)} hours x {_an_hour(billing)}"
    return line_of(FEES, "Fees collected", billing.collected_a_year, PARALEGAL, firm, note, *FIELDS.values())


def freed_fees_a_year(firm: Firm) -> float:
    """Return the dollars that a full-time paralegal's freed hours bring in a year."""
    return freed_hours_a_year(PARALEGAL, firm) * firm.of("tool_billed") * billing_of(firm).collected_an_hour


def _freed(firm: Firm) -> Line:
    billing, hours, billed = billing_of(firm), freed_hours_a_year(PARALEGAL, firm), firm.of("tool_billed")
    note = f"{number(hours)} hours freed x {percent(billed)} billed x {_an_hour(billing)}"
    names = ("bill_rate", "realization", "collection", "tool_hours", "tool_share", "tool_billed")
    return line_of(FEES, "Hours freed by tools", freed_fees_a_year(firm), PARALEGAL, firm, note, *names)


def _released(firm: Firm) -> Line:
    hours, value = firm.of("released_hours"), firm.of("released_value")
    note = f"{number(hours)} lawyer hours x ${number(value)}"
    names = ("released_hours", "released_value")
    return line_of(FEES, "Lawyer hours released", hours * value, LEGAL_SECRETARY, firm, note, *names)


def _an_hour(billing: Billing) -> str:
    return f"${number(billing.rate)} x {percent(billing.realization)} invoiced x {percent(billing.collection)} paid"
