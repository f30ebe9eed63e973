"""What a paralegal's billed hours bring in, and when they pay for the position.

collected = billable hours x rate x realization x collection. Paralegals' legal work may be charged to
clients at a market rate (Missouri v. Jenkins, 1989); a legal secretary's time is overhead and brings in
nothing here: what it is worth are the lawyer hours it releases, which only the firm knows.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from lib.hiring.defaults import default

BILLING_ROLE: Final = "paralegal"
MOST: Final = {"rate": 2_000.0, "hours": 3_000.0, "realization": 1.0, "collection": 1.0}
ITEMS: Final = {
    "rate": "bill_rate",
    "hours": "billable_hours",
    "realization": "realization",
    "collection": "collection",
}


@dataclass(frozen=True)
class Billing:
    """How a paralegal's hours are billed. What is None takes the default of data/employer_costs.csv.

    Attributes:
        rate: Dollars an hour on the invoice.
        hours: Hours worked for clients in a year.
        realization: Share of those hours that is invoiced.
        collection: Share of the invoices that is paid.

    Raises:
        ValueError: If a value is out of bounds; says which.
    """

    rate: float | None = None
    hours: float | None = None
    realization: float | None = None
    collection: float | None = None

    def __post_init__(self) -> None:
        """Check every value."""
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None and not 0 <= value <= MOST[field.name]:
                raise ValueError(f"{field.name} must lie between 0 and {MOST[field.name]:,g}, not {value:,g}.")

    def of(self, name: str) -> float:
        """Return the firm's own value, or the default."""
        own: float | None = getattr(self, name)
        return default(ITEMS[name], role=BILLING_ROLE).value if own is None else own

    @property
    def collected_an_hour(self) -> float:
        """Dollars that reach the firm for each hour worked for clients."""
        return self.of("rate") * self.of("realization") * self.of("collection")

    @property
    def collected_a_year(self) -> float:
        """Dollars that reach the firm in a year."""
        return self.of("hours") * self.collected_an_hour

    def contribution(self, cost: float) -> float:
        """Return what is left of the collected fees once a position's yearly cost is paid."""
        return self.collected_a_year - cost

    def break_even_hours(self, cost: float) -> float | None:
        """Return the hours a year from which a position pays for itself; None if an hour brings in nothing."""
        return cost / self.collected_an_hour if self.collected_an_hour else None

    def break_even_rate(self, cost: float) -> float | None:
        """Return the hourly rate from which a position pays for itself; None if no hour is collected."""
        collected = self.of("hours") * self.of("realization") * self.of("collection")
        return cost / collected if collected else None
