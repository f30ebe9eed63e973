"""What is asked of the hiring model: a position and the firm that fills it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from lib.tables import central_roles
from lib.tables.payroll_taxes import FEDERAL, load_payroll_taxes

ARRANGEMENTS: Final = {
    "in_office": "In the office",
    "remote": "Remote employee",
    "virtual_us": "Virtual, US freelance",
    "virtual_offshore": "Virtual, offshore full time",
}
VIRTUAL: Final = ("virtual_us", "virtual_offshore")
MOST_PAY: Final = 1_000_000  # dollars a year: a larger figure is a slip of the keyboard
MOST_HEADCOUNT: Final = 100_000
KINDS: Final = ("fact", "estimate", "input")


@dataclass(frozen=True)
class Position:
    """One job for one full calendar year.

    Attributes:
        role: paralegal or legal_secretary.
        state: Postal code of the state where the work is done, or DC.
        annual_pay: Gross pay in dollars a year. Virtual staff cost their fee instead.
        arrangement: One of `ARRANGEMENTS`.
        pay_kind: Whether the pay is a published figure ("fact"), our "estimate" or the user's "input".
        pay_source: Where the pay comes from, in words.

    Raises:
        ValueError: If a value is unknown or out of bounds; says what to do.
    """

    role: str
    state: str
    annual_pay: float
    arrangement: str = "in_office"
    pay_kind: str = "input"
    pay_source: str = "Your figure"

    def __post_init__(self) -> None:
        """Check every value."""
        _require("role", self.role, central_roles())
        _require("state", self.state, states())
        _require("arrangement", self.arrangement, tuple(ARRANGEMENTS))
        _require("pay_kind", self.pay_kind, KINDS)
        if not 0 < self.annual_pay <= MOST_PAY:
            raise ValueError(
                f"annual_pay must be more than 0 and at most {MOST_PAY:,} dollars, not {self.annual_pay:,}."
            )

    @property
    def virtual(self) -> bool:
        """Whether the work is bought from a contractor instead of employed."""
        return self.arrangement in VIRTUAL


@dataclass(frozen=True)
class Firm:
    """The employer. What is None takes the default of data/employer_costs.csv or data/payroll_taxes.csv.

    Attributes:
        headcount: Employees of the whole firm; decides benefits class and leave programmes.
        state_unemployment_rate: The firm's own rate as a share of taxed pay (0.027 is 2.7 %).
        insurance_and_retirement: Share of pay for insurance and retirement.
        office_space: Square feet for each person in the office.
        office_rent: Dollars a square foot and year.
        software: Dollars a month for each person.
        turnover: Share of positions that change hands in a year.
        replacement_cost: Cost of replacing a person as a share of pay.
        vacancy: Months a seat stands empty after somebody left.
        own_search: Dollars to find a first hire by the firm's own search.
        agency_fee: Share of the first year's pay an agency asks.
        virtual_us_rate: Dollars an hour of a US freelance.
        virtual_offshore_month: Dollars a month of full-time offshore staff.

    Raises:
        ValueError: If a value is out of bounds; says which.
    """

    headcount: int = 20
    state_unemployment_rate: float | None = None
    insurance_and_retirement: float | None = None
    office_space: float | None = None
    office_rent: float | None = None
    software: float | None = None
    turnover: float | None = None
    replacement_cost: float | None = None
    vacancy: float | None = None
    own_search: float | None = None
    agency_fee: float | None = None
    virtual_us_rate: float | None = None
    virtual_offshore_month: float | None = None

    def __post_init__(self) -> None:
        """Check every value."""
        if not 1 <= self.headcount <= MOST_HEADCOUNT:
            raise ValueError(f"headcount must be 1 to {MOST_HEADCOUNT:,} employees, not {self.headcount:,}.")
        for field in fields(self):
            value = getattr(self, field.name)
            most = MOST_SHARES.get(field.name, MOST_PAY)
            if field.name != "headcount" and value is not None and not 0 <= value <= most:
                raise ValueError(f"{field.name} must lie between 0 and {most:,}, not {value:,}.")


MOST_SHARES: Final = {
    "state_unemployment_rate": 0.3,
    "insurance_and_retirement": 2.0,
    "turnover": 2.0,
    "replacement_cost": 5.0,
    "vacancy": 24.0,
    "agency_fee": 1.0,
}


def states() -> tuple[str, ...]:
    """Return the postal codes of the 50 states and DC, sorted."""
    return tuple(sorted({tax.state for tax in load_payroll_taxes() if tax.state != FEDERAL}))


def _require(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ValueError(f"{name} {value!r} is not known. Known: {', '.join(known)}.")
