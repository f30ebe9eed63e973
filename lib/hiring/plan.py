"""A plan: positions with dates, the assumptions about the firm, and the months they are looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lib.hiring.firm import Firm
from lib.hiring.payroll_taxes import tax_year
from lib.hiring.planned import PlannedPosition, require_month
from lib.pay.months import month_number, month_text
from lib.pay.words import MONTHS_A_YEAR

MOST_MONTHS: Final = 60
MOST_POSITIONS: Final = 100  # rows of a plan
LONGEST_NAME: Final = 40  # characters


def first_month() -> str:
    """Return the month a plan starts with unless another is chosen: January after the year of the payroll taxes."""
    return f"{tax_year() + 1}-01"


@dataclass(frozen=True)
class Plan:
    """Positions with dates and the assumptions about the firm: one scenario.

    Attributes:
        name: What it is called, up to `LONGEST_NAME` characters.
        positions: The rows; one that cannot be counted yet is kept and left out of the result.
        firm: The employer's size and figures.
        first: First month, such as 2027-01.
        months: Number of months, 12 to 60.
        carried: Whether market pay is carried by the cost index to the month in which a position starts.

    Raises:
        ValueError: If a value is out of bounds; says which.
    """

    name: str
    positions: tuple[PlannedPosition, ...] = ()
    firm: Firm = field(default_factory=Firm)
    first: str = field(default_factory=first_month)
    months: int = MONTHS_A_YEAR
    carried: bool = False

    def __post_init__(self) -> None:
        """Check every value."""
        require_month(self.first)
        if not self.name.strip() or len(self.name) > LONGEST_NAME:
            raise ValueError(f"Give the scenario a name of 1 to {LONGEST_NAME} characters.")
        if not MONTHS_A_YEAR <= self.months <= MOST_MONTHS:
            raise ValueError(f"A plan spans {MONTHS_A_YEAR} to {MOST_MONTHS} months, not {self.months}.")
        if len(self.positions) > MOST_POSITIONS:
            raise ValueError(f"A plan holds up to {MOST_POSITIONS} rows, not {len(self.positions)}.")

    @property
    def counted(self) -> tuple[PlannedPosition, ...]:
        """The rows that can be counted."""
        return tuple(position for position in self.positions if not position.problem)

    @property
    def people(self) -> int:
        """Number of people in the counted rows."""
        return sum(position.count for position in self.counted)

    @property
    def calendar(self) -> tuple[str, ...]:
        """The months, such as 2027-01."""
        begin = month_number(self.first)
        return tuple(month_text(begin + month) for month in range(self.months))

    @property
    def last(self) -> str:
        """The last month."""
        return self.calendar[-1]

    @property
    def beyond_tax_year(self) -> bool:
        """Whether months lie after the newest year whose payroll taxes are published."""
        return self.last > f"{tax_year()}-12"

    def span(self, position: PlannedPosition) -> tuple[int, int]:
        """Return the first and the last month of a position within the plan, as numbers; first > last if none."""
        begin = month_number(self.first)
        end = begin + self.months - 1
        first = max(begin, month_number(position.start)) if position.start else begin
        last = min(end, month_number(position.end)) if position.end else end
        return first, last
