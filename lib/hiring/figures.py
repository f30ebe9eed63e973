"""The figures a firm's plan rests on: name, group, unit and bounds of each.

The default of a figure, its range and its source stand in data/employer_costs.csv under the same name; the
default state unemployment rate stands in data/payroll_taxes.csv.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.hiring.defaults import default, headcount_class
from lib.tables.employer_costs import HEADCOUNT_CLASSES

if TYPE_CHECKING:
    from lib.tables import EmployerCost

MOST_DOLLARS: Final = 1_000_000.0


@dataclass(frozen=True)
class Figure:
    """What a firm may state about itself.

    Attributes:
        name: Field of `Firm` and item of data/employer_costs.csv.
        group: The heading it stands under.
        label: What it is, in words.
        unit: Unit in words; starts with % if shares are typed and shown as percentages.
        most: Largest value allowed; a share is 1, not 100.
        step: By how much a click changes the typed value.
    """

    name: str
    group: str
    label: str
    unit: str
    most: float = MOST_DOLLARS
    step: float = 1.0

    @property
    def divisor(self) -> int:
        """What a typed value is divided by: 100 for percentages."""
        return 100 if self.unit.startswith("%") else 1

    def words(self, value: float, *, digits: int = 4) -> str:
        """Return a value as people read it, without its unit but for % and $.

        Args:
            value: A share is 1, not 100.
            digits: How many of a percentage are told.
        """
        if self.divisor == 100:
            return f"{100 * value:.{digits}g}%"
        number = f"{abs(value):,.2f}".removesuffix(".00")
        return f"{'-' if value < 0 else ''}{'$' if self.unit.startswith('$') else ''}{number}"


FIGURES: Final = {
    figure.name: figure
    for figure in (
        Figure("wage_growth", "Pay", "Raise where a position names none", "% a year", 0.5, 0.1),
        Figure("pay_error", "Pay", "How far pay may end from our estimate", "% on average", 0.5, 0.5),
        Figure("market_error", "Pay", "How far pay may end from a market figure", "% on average", 0.5, 0.5),
        Figure(
            "state_unemployment_rate",
            "Payroll taxes",
            "State unemployment tax, own rate in every state",
            "% of taxed pay",
            0.3,
            0.1,
        ),
        Figure("insurance_and_retirement", "Benefits", "Insurance and retirement", "% of pay", 2.0, 0.5),
        Figure("health_single", "Benefits", "Health insurance of one person, the firm's part", "$ a year", step=100.0),
        Figure("health_family", "Benefits", "Health insurance of a family, the firm's part", "$ a year", step=100.0),
        Figure("family_share", "Benefits", "Employees with family cover", "% of employees", 1.0, 5.0),
        Figure("retirement_match", "Benefits", "Retirement contribution", "% of pay", 1.0, 0.5),
        Figure("office_space", "Office", "Space for each person", "square feet", step=10.0),
        Figure("office_rent", "Office", "Rent", "$ a square foot and year"),
        Figure("software", "Office", "Software for each person", "$ a month", step=5.0),
        Figure("equipment", "Office", "Equipment for each new employee, once", "$", step=100.0),
        Figure("training", "Office", "Training for each employee", "$ a year", step=50.0),
        Figure("own_search", "Hiring and turnover", "Own search for a first hire", "$", step=100.0),
        Figure("agency_fee", "Hiring and turnover", "Agency's fee", "% of the first year's pay", 1.0),
        Figure("turnover", "Hiring and turnover", "Turnover", "% of positions a year", 2.0),
        Figure("vacancy", "Hiring and turnover", "Time to fill after somebody leaves", "months", 24.0, 0.1),
        Figure("replacement_cost", "Hiring and turnover", "Cost of replacing a person", "% of pay", 5.0),
        Figure("ramp", "Hiring and turnover", "Time until a new person is fully productive", "months", 24.0, 0.5),
        Figure("virtual_us_rate", "Virtual staff", "US freelance", "$ an hour"),
        Figure("virtual_offshore_month", "Virtual staff", "Offshore, full time", "$ a month", step=50.0),
        Figure("bill_rate", "Fees", "Rate on the invoice", "$ an hour", 2_000.0, 5.0),
        Figure("billable_hours", "Fees", "Hours worked for clients", "hours a year", 3_000.0, 50.0),
        Figure("realization", "Fees", "Of these invoiced", "%", 1.0),
        Figure("collection", "Fees", "Of the invoices paid", "%", 1.0),
        Figure("rate_growth", "Fees", "Rise of what an hour brings in", "% a year", 0.5, 0.5),
        Figure("released_hours", "Fees", "Lawyer hours a legal secretary releases", "hours a year", 3_000.0, 10.0),
        Figure("released_value", "Fees", "What a released lawyer hour brings in", "$ an hour", 2_000.0, 5.0),
        Figure("tool_hours", "Tools", "Administrative and drafting hours of a person", "hours a week", 40.0),
        Figure("tool_share", "Tools", "Of these taken over by tools", "%", 1.0),
        Figure("tool_cost", "Tools", "Price of the tools for each person", "$ a month", step=5.0),
        Figure("tool_billed", "Tools", "Of a paralegal's freed hours billed", "%", 1.0),
    )
}
PRICE_OF: Final = {"virtual_us": "virtual_us_rate", "virtual_offshore": "virtual_offshore_month"}  # by arrangement
BY_STATE: Final = "state_unemployment_rate"  # its default differs by state and stands with the payroll taxes


def figure_default(name: str, role: str, headcount: int) -> EmployerCost:
    """Return the default of a figure for a role in a firm of a size, with range and source.

    Raises:
        KeyError: If the figure has no default that holds for every state.
    """
    return _of_class(name, role, headcount_class(headcount))


@cache
def _of_class(name: str, role: str, size: str) -> EmployerCost:
    """Return the default of a figure for a role in a firm of a size class."""
    if name == "software":
        return _software()
    cost = default(name, role=role, headcount=HEADCOUNT_CLASSES[size])
    return _by_role(cost, role) if name == "insurance_and_retirement" else cost


def _software() -> EmployerCost:
    """Return the sum of two list prices: which products a firm takes is our estimate."""
    practice, office = default("practice_software"), default("office_software")
    return replace(
        practice,
        item="software",
        value=practice.value + office.value,
        low=practice.low + office.low,
        high=practice.high + office.high,
        kind="estimate",
        quality=office.quality,
        source=f"{practice.source} {office.source}",
        derivation=f"{practice.derivation} {office.derivation}",
    )


def _by_role(cost: EmployerCost, role: str) -> EmployerCost:
    """Return the benefits of a size class for a role."""
    factor = default("benefits_role_factor", role=role)
    return replace(
        cost,
        role=role,
        value=cost.value * factor.value,
        quality=factor.quality,
        source=factor.source,
        derivation=f"{cost.derivation} For the role x {factor.value:.2f}: {factor.derivation}",
    )
