"""What an item of a position comes to if nobody leaves, and what a leaver changes by the month of leaving.

Whoever leaves at the end of a month takes along what the item would have come to with that person until the end of
the plan. The successor, who starts once the seat has stood empty, brings what the item comes to with somebody who
starts then. What a leaver of a month changes is averaged over when the people who sit there started. Counted for
every expected leaver, this comes to what `run_plan` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lib.hiring.monthly import flows
from lib.hiring.seat import Seat

if TYPE_CHECKING:
    from lib.hiring.firm import Firm
    from lib.hiring.monthly import Held
    from lib.hiring.plan_result import Matrix
    from lib.hiring.seat import Vector


class Turns(NamedTuple):
    """One item of one person of a position.

    Attributes:
        side: "cost" or "fees".
        stays: Dollars over all months if nobody leaves.
        leaver: Dollars that a leaver changes, by the month at whose end they leave.
    """

    side: str
    stays: float
    leaver: Vector


class _Apart(Seat):
    """A seat that keeps the people apart by the month they started (rows), instead of expecting a mix of them."""

    @property
    def successors(self) -> Matrix:
        """One person who starts in each month but the first."""
        starting = np.eye(self.months)
        starting[0, 0] = 0.0
        return starting

    def expected(self, each: Matrix) -> Matrix:
        """Return the amounts of each person as they are."""
        return each


def turns_of(held: Held, firm: Firm, leavers: Vector) -> dict[str, Turns]:
    """Return every item of one person of a position.

    Args:
        held: The position, with the vacancy and turnover to be counted.
        firm: The employer, with the figures to be counted.
        leavers: Expected leavers of the seat as planned, by month: what the changes are divided among.
    """
    seat = held.seat
    apart = held._replace(seat=_Apart(seat.first, seat.months, seat.leaving, seat.vacancy, seat.filled_before))
    return {flow.line.item: _turns(flow.side, flow.amounts, seat, leavers) for flow in flows(apart, firm)}


def _turns(side: str, amounts: Vector | Matrix, seat: Seat, leavers: Vector) -> Turns:
    if amounts.ndim == 1:  # the same whoever sits there
        return Turns(side, float(amounts.sum()), np.zeros(seat.months))
    until = amounts.cumsum(axis=1)
    whole = until[:, -1]
    wait = 1 + int(seat.vacancy)
    successor = np.concatenate([whole, np.zeros(wait)])[wait:]
    changes = seat.leaving * seat.people * (successor - (whole[:, None] - until))
    each = np.divide(changes.sum(axis=0), leavers, out=np.zeros(seat.months), where=leavers > 0)
    return Turns(side, float(whole[0]), each)
