"""The same job in each arrangement, a full year each, and the price at which virtual staff cost as much as in house.

All arrangements are taken to do the same hours of the same work, so that what they bring in does not differ.
A lawyer's time to supervise virtual staff is not counted: it would have to be added to their price.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lib.hiring.figures import FIGURES, PRICE_OF
from lib.hiring.lines import FEE, hours_worked
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.position import ARRANGEMENTS, VIRTUAL
from lib.pay.words import MONTHS_A_YEAR

if TYPE_CHECKING:
    from lib.hiring.firm import Firm
    from lib.hiring.position import Position


@dataclass(frozen=True)
class Alternative:
    """A job in one arrangement.

    Attributes:
        arrangement: One of `ARRANGEMENTS`.
        cost: Dollars in a full year, first-year search left out.
        price: What virtual staff ask, dollars an hour or a month; None for employees.
        break_even: The price at which virtual staff cost as much as the job in house; None for employees.
    """

    arrangement: str
    cost: float
    price: float | None = None
    break_even: float | None = None

    @property
    def unit(self) -> str:
        """Unit of the price, in words; empty for employees."""
        return FIGURES[PRICE_OF[self.arrangement]].unit.removeprefix("$ ") if self.arrangement in PRICE_OF else ""


def alternatives(position: Position, firm: Firm) -> tuple[Alternative, ...]:
    """Return a job in every arrangement. In house is as planned, or in the office if the plan is virtual."""
    home = replace(position, arrangement="in_office") if position.virtual else position
    in_house = loaded_cost(home, firm).total
    return tuple(_alternative(replace(position, arrangement=each), firm, in_house) for each in ARRANGEMENTS)


def _alternative(position: Position, firm: Firm, in_house: float) -> Alternative:
    cost = loaded_cost(position, firm)
    if position.arrangement not in VIRTUAL:
        return Alternative(position.arrangement, cost.total)
    others = sum(line.amount for line in cost.items if line.group != FEE)
    units = hours_worked(position) if position.arrangement == "virtual_us" else MONTHS_A_YEAR * position.share
    price = firm.of(PRICE_OF[position.arrangement], position.role)
    return Alternative(position.arrangement, cost.total, price, max(in_house - others, 0.0) / units)
