"""How the cost and the fees of each position respond to what is uncertain.

Uncertain are the figures the firm has not stated, the pay at which people are hired, and how many leave. A figure
stands at -1 where its range begins, at 0 at the plan's value, at 1 where the range ends, and evenly between. An item
of a position comes to

    (amount if nobody leaves + leavers x what each of them changes) x a factor for each driver

What a leaver changes is read off the plan itself: with its turnover less without any, for each expected leaver. How
long a seat stands empty and how long a successor learns add to that; everything else multiplies. With every driver
at 0 and the expected leavers this is `run_plan`. In which month somebody leaves is averaged out. While it is not known
how many employees have family cover, a family's premium moves with that of one person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, pi, sqrt
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from lib.hiring.billing import fee_lines
from lib.hiring.figures import FIGURES, figure_default
from lib.hiring.lines import MONTHS_A_YEAR, hiring_lines
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.monthly import flows, held_positions
from lib.hiring.plan_result import COST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lib.hiring.firm import Firm
    from lib.hiring.monthly import Held
    from lib.hiring.plan import Plan
    from lib.hiring.seat import Vector

    Amounts = dict[str, float]  # dollars by item
    Positions = Mapping[str, Vector]  # where each driver stands, by future

PAY: Final = "pay"
LEAVERS: Final = "leavers"
TURNOVER: Final = "turnover"
VACANCY: Final = "vacancy"
GROWTH: Final = "wage_growth"
ADDING: Final = (VACANCY, "ramp")  # months lost with each start: they add up instead of multiplying
PAY_REACH: Final = 2.0  # standard deviations from the plan's pay to -1 and to 1
SPREAD_OF_MEAN_ERROR: Final = sqrt(pi / 2)  # standard deviation over mean absolute error of a normal distribution
NO_EFFECT: Final = 1e-9


class Ends(NamedTuple):
    """What something comes to where a driver stands at -1 and at 1."""

    low: float
    high: float

    def at(self, middle: float, position: Vector) -> Vector:
        """Return what it comes to at positions of the driver, beyond -1 and 1 too, if it is `middle` at 0."""
        slope = np.where(position < 0, middle - self.low, self.high - middle)
        return np.asarray(middle + slope * position)

    def matter(self, middle: float) -> bool:
        """Return whether either end differs from the middle."""
        return max(abs(self.low - middle), abs(self.high - middle)) > NO_EFFECT


@dataclass(frozen=True)
class Amount:
    """Dollars to which drivers add: with every driver at 0, and what each driver adds at its ends."""

    planned: float
    added: dict[str, Ends]

    def at(self, positions: Positions) -> Vector | float:
        """Return the dollars at positions of the drivers."""
        return sum((ends.at(0.0, positions[name]) for name, ends in self.added.items()), start=self.planned)


@dataclass(frozen=True)
class Item:
    """One item of a position: what it comes to if nobody leaves, what each leaver changes, and factors by driver."""

    side: str
    stays: Amount
    leaver: Amount
    factors: dict[str, Ends]

    @property
    def drivers(self) -> set[str]:
        """The drivers that matter to it, but for the number of leavers."""
        return {*self.stays.added, *self.leaver.added, *self.factors}

    def dollars(self, positions: Positions, leavers: Vector) -> Vector:
        """Return the dollars at positions of the drivers and numbers of leavers; never below 0."""
        total = np.maximum(self.stays.at(positions) + leavers * self.leaver.at(positions), 0.0)
        for name, ends in self.factors.items():
            total *= ends.at(1.0, positions[name])
        return total


@dataclass(frozen=True)
class Response:
    """A position of a plan as a function of the drivers.

    Attributes:
        job: Role, place and which row of these in the plan it is: what its random numbers go by.
        payroll: Pay of everybody in the row over its months, in dollars: the weight of its pay among the rows'.
        pay_spread: Standard deviation of the log of its pay; 0 if the pay is known.
        leavers: Expected people who leave.
        turnover: What those are multiplied by at the ends of turnover.
        items: Its items.
    """

    job: str
    payroll: float
    pay_spread: float
    leavers: float
    turnover: Ends
    items: tuple[Item, ...]

    @property
    def drivers(self) -> set[str]:
        """The figures that matter to it, and its pay if that is uncertain."""
        turnover = {TURNOVER} if self.leavers and self.turnover.matter(1.0) else set()
        return turnover.union(*(item.drivers for item in self.items))

    def expected_leavers(self, turnover: Vector) -> Vector:
        """Return the expected leavers at positions of turnover."""
        return self.leavers * self.turnover.at(1.0, turnover)

    def pay_positions(self, deviations: Vector) -> Vector:
        """Return where its pay stands if the log lies some standard deviations from the plan's; 0 if it is known."""
        if not self.pay_spread:
            return np.zeros_like(deviations)
        low, high = pay_ends(self.pay_spread)
        factor = np.exp(self.pay_spread * deviations)
        return np.asarray((factor - 1) / np.where(factor < 1, 1 - low, high - 1))

    def dollars(self, positions: Positions, leavers: Vector) -> tuple[Vector, Vector]:
        """Return cost and fees at positions of the drivers and numbers of leavers."""
        cost, fees = np.zeros_like(leavers), np.zeros_like(leavers)
        for item in self.items:
            total = cost if item.side == COST else fees
            total += item.dollars(positions, leavers)
        return cost, fees


def responses_of(plan: Plan) -> tuple[Response, ...]:
    """Return how each counted position that exists in a month of the plan responds to the drivers."""
    jobs = [job for job, planned in zip(jobs_of(plan), plan.positions, strict=True) if not planned.problem]
    return tuple(_response(held, plan.firm, jobs[held.number]) for held in held_positions(plan))


def jobs_of(plan: Plan) -> list[str]:
    """Return a name for each row that the same job has in another plan: its role, place and number among these.

    What one pays for a paralegal says nothing of what one pays for a legal secretary: only the same job in the same
    place meets the same future in two plans.
    """
    kinds = [f"{planned.role}/{planned.area}" for planned in plan.positions]
    return [f"{kind}/{kinds[:row].count(kind)}" for row, kind in enumerate(kinds)]


def range_of(name: str, role: str, firm: Firm) -> Ends | None:
    """Return the range of a figure for a role; None if it is the firm's own, certain, or the role has none."""
    if firm.states(name):
        return None
    try:
        usual = figure_default(name, role, firm.headcount)
    except KeyError:
        return None
    return Ends(usual.low, usual.high) if usual.low < usual.high else None


def pay_ends(spread: float) -> Ends:
    """Return pay over the plan's pay where its driver stands at -1 and at 1."""
    return Ends(exp(-PAY_REACH * spread), exp(PAY_REACH * spread))


def _response(held: Held, firm: Firm, job: str) -> Response:
    planned, usual = held.planned, firm.of(TURNOVER)
    leavers = planned.count * float(held.seat.leavers.sum())
    turnover = range_of(TURNOVER, held.position.role, firm) if leavers else None
    return Response(
        job,
        planned.count * held.position.paid * held.seat.months / MONTHS_A_YEAR,
        _pay_spread(held, firm),
        leavers,
        Ends(turnover.low / usual, turnover.high / usual) if turnover else Ends(1.0, 1.0),
        _items(held, firm, leavers),
    )


def _pay_spread(held: Held, firm: Firm) -> float:
    """Return the standard deviation of the log of the pay: 0 if it is typed, paid already, or a contractor's fee."""
    known = held.planned.pay_basis == "typed" or held.planned.employed or held.position.virtual
    return 0.0 if known else firm.of("pay_error") * SPREAD_OF_MEAN_ERROR


class _Counted(NamedTuple):
    """Dollars by item over all months: with the plan's turnover, if nobody leaves, and what each leaver changes."""

    whole: Amounts
    stays: Amounts
    leaver: Amounts


class _Tried(NamedTuple):
    """Dollars by item with a driver at -1, at 0 and at 1."""

    low: Amounts
    middle: Amounts
    high: Amounts


def _items(held: Held, firm: Firm, leavers: float) -> tuple[Item, ...]:
    planned, shifts = _counted(held, firm, leavers), dict(_shifts(held, firm, leavers))
    stays = {name: _Tried(low.stays, planned.stays, high.stays) for name, (low, high) in shifts.items()}
    leaver = {name: _Tried(low.leaver, planned.leaver, high.leaver) for name, (low, high) in shifts.items()}
    scaled = dict(_scaled(held, firm, planned.whole))
    return tuple(
        Item(
            flow.side,
            Amount(planned.stays[flow.line.item], _differences(flow.line.item, stays)),
            Amount(planned.leaver[flow.line.item], _differences(flow.line.item, leaver)),
            _ratios(flow.line.item, scaled),
        )
        for flow in flows(held, firm)
    )


def _shifts(held: Held, firm: Firm, leavers: float) -> Iterator[tuple[str, tuple[_Counted, _Counted]]]:
    """Yield the figures that add, each with what is counted at the ends of its range."""
    for name in ADDING:
        ends = range_of(name, held.position.role, firm)
        if ends:
            low, high = (_counted(_vacant(held, name, end), _stating(firm, name, end), leavers) for end in ends)
            yield name, (low, high)


def _scaled(held: Held, firm: Firm, planned: Amounts) -> Iterator[tuple[str, _Tried]]:
    """Yield what multiplies, each with the amounts at its ends: raises and pay over the months, prices by the line."""
    lines = _line_amounts(held, firm)
    for name in (name for name in FIGURES if name not in (TURNOVER, *ADDING)):
        ends = range_of(name, held.position.role, firm)
        if ends:
            count, middle = (_amounts, planned) if name == GROWTH else (_line_amounts, lines)
            low, high = (count(held, _stating(firm, name, end)) for end in ends)
            yield name, _Tried(low, middle, high)
    spread = _pay_spread(held, firm)
    if spread:
        low, high = (_amounts(_paid(held, end), firm) for end in pay_ends(spread))
        yield PAY, _Tried(low, planned, high)


def _differences(item: str, tried: dict[str, _Tried]) -> dict[str, Ends]:
    """Return what each driver adds to an item at its ends, where it adds anything."""
    found = {
        name: Ends(low[item] - middle[item], high[item] - middle[item]) for name, (low, middle, high) in tried.items()
    }
    return {name: ends for name, ends in found.items() if ends.matter(0.0)}


def _ratios(item: str, tried: dict[str, _Tried]) -> dict[str, Ends]:
    """Return what each driver multiplies an item by at its ends, where that is not 1."""
    found = {
        name: Ends(low.get(item, 0.0) / middle[item], high.get(item, 0.0) / middle[item])
        for name, (low, middle, high) in tried.items()
        if middle.get(item)
    }
    return {name: ends for name, ends in found.items() if ends.matter(1.0)}


def _counted(held: Held, firm: Firm, leavers: float) -> _Counted:
    whole = _amounts(held, firm)
    stays = _amounts(held._replace(seat=replace(held.seat, leaving=0.0)), firm)
    each = {item: (amount - stays[item]) / leavers if leavers else 0.0 for item, amount in whole.items()}
    return _Counted(whole, stays, each)


def _amounts(held: Held, firm: Firm) -> Amounts:
    return {line.item: held.planned.count * float(amounts.sum()) for _, line, amounts in flows(held, firm)}


def _line_amounts(held: Held, firm: Firm) -> Amounts:
    """Return what each line comes to in a year, or once: a price, whatever the months."""
    position = held.position
    costs = (*loaded_cost(position, firm).items, *hiring_lines(position, firm, held.planned.search))
    return {line.item: line.amount for line in (*costs, *fee_lines(position.role, firm))}


def _stating(firm: Firm, name: str, value: float) -> Firm:
    stated: dict[str, Any] = {name: value}
    return replace(firm, **stated)


def _vacant(held: Held, name: str, months: float) -> Held:
    return held._replace(seat=replace(held.seat, vacancy=months)) if name == VACANCY else held


def _paid(held: Held, factor: float) -> Held:
    return held._replace(position=replace(held.position, annual_pay=factor * held.position.annual_pay))
