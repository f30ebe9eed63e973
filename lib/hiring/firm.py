"""The employer of a plan: its size and the figures it states of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lib.hiring.figures import FIGURES, figure_default

MOST_HEADCOUNT: Final = 100_000
BENEFITS: Final = {"share": "A share of pay", "dollars": "Dollars: health and retirement", "none": "No benefits"}
PARALEGAL: Final = "paralegal"
LEGAL_SECRETARY: Final = "legal_secretary"


@dataclass(frozen=True)
class Firm:
    """The employer. A figure that is None takes its default; each is described in `figures.FIGURES`.

    Attributes:
        headcount: Employees of the whole firm; decides benefits class and leave programmes.
        benefits: How insurance and retirement are counted, one of `BENEFITS`.

    Raises:
        ValueError: If a value is out of bounds; says which.
    """

    headcount: int = 20
    benefits: str = "share"
    wage_growth: float | None = None
    pay_error: float | None = None
    market_error: float | None = None
    state_unemployment_rate: float | None = None
    insurance_and_retirement: float | None = None
    health_single: float | None = None
    health_family: float | None = None
    family_share: float | None = None
    retirement_match: float | None = None
    office_space: float | None = None
    office_rent: float | None = None
    software: float | None = None
    equipment: float | None = None
    training: float | None = None
    own_search: float | None = None
    agency_fee: float | None = None
    turnover: float | None = None
    vacancy: float | None = None
    replacement_cost: float | None = None
    ramp: float | None = None
    virtual_us_rate: float | None = None
    virtual_offshore_month: float | None = None
    bill_rate: float | None = None
    billable_hours: float | None = None
    realization: float | None = None
    collection: float | None = None
    rate_growth: float | None = None
    released_hours: float | None = None
    released_value: float | None = None
    tool_hours: float | None = None
    tool_share: float | None = None
    tool_cost: float | None = None
    tool_billed: float | None = None

    def __post_init__(self) -> None:
        """Check every value."""
        if not 1 <= self.headcount <= MOST_HEADCOUNT:
            raise ValueError(f"A firm has 1 to {MOST_HEADCOUNT:,} employees, not {self.headcount:,}.")
        if self.benefits not in BENEFITS:
            raise ValueError(f"benefits {self.benefits!r} is not known. Known: {', '.join(BENEFITS)}.")
        for name, figure in FIGURES.items():
            value: float | None = getattr(self, name)
            if value is not None and not 0 <= value <= figure.most:
                raise ValueError(
                    f"{figure.label}: type {figure.words(0)} to {figure.words(figure.most)} ({figure.unit}), "
                    f"not {figure.words(value, digits=7)}."
                )

    def of(self, name: str, role: str = PARALEGAL) -> float:
        """Return the firm's own figure, or the default for a role."""
        own: float | None = getattr(self, name)
        return figure_default(name, role, self.headcount).value if own is None else own

    def states(self, *names: str) -> bool:
        """Return whether all of these figures are the firm's own."""
        return all(getattr(self, name) is not None for name in names)
