"""What is uncertain in a plan, and how the cost and the fees of each of its positions respond to it.

Uncertain are the figures the firm has not stated, the pay at which people are hired, and who leaves when. An item of a
position comes to

    (amount if nobody leaves + what each leaver changes) x a factor for each driver

How long a seat stands empty and how long a successor learns add to that; everything else multiplies. With every
driver at 0 and the expected leavers of each month this is `run_plan`. While it is not known how many employees have
family cover, a family's premium moves with that of one person.
"""

from __future__ import annotations

from dataclasses import replace
from math import pi, sqrt
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from lib.hiring.billing import fee_lines
from lib.hiring.departures import turns_of
from lib.hiring.figures import figure_default
from lib.hiring.figures_used import figures_used, pay_error_of
from lib.hiring.lines import hiring_lines
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.monthly import flows, held_positions
from lib.hiring.planned import FACTS
from lib.hiring.response import NO_EFFECT, TURNOVER, Amount, Departure, Ends, Item, Response, pay_ends
from lib.pay.words import MONTHS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.hiring.departures import Turns
    from lib.hiring.firm import Firm
    from lib.hiring.monthly import Held
    from lib.hiring.plan import Plan
    from lib.hiring.planned import PlannedPosition

    Amounts = dict[str, float]  # dollars by item
    Counted = dict[str, Turns]  # by item

PAY: Final = "pay"
LEAVERS: Final = "leavers"
VACANCY: Final = "vacancy"
GROWTH: Final = "wage_growth"
ADDING: Final = (VACANCY, "ramp")  # months lost with each start: they add up instead of multiplying
SPREAD_OF_MEAN_ERROR: Final = sqrt(pi / 2)  # standard deviation over mean absolute error of a normal distribution


def responses_of(plan: Plan) -> tuple[Response, ...]:
    """Return how each counted position that exists in a month of the plan responds to the drivers."""
    rows = [row for row, planned in zip(_rows_of(plan), plan.positions, strict=True) if not planned.problem]
    return tuple(_response(held, plan.firm, rows[held.number]) for held in held_positions(plan))


def _rows_of(plan: Plan) -> list[str]:
    """Return a name for each row that the same row has in another plan: its role, place and number among these."""
    kinds = [f"{planned.role}/{planned.area}" for planned in plan.positions]
    return [f"{kind}/{kinds[:row].count(kind)}" for row, kind in enumerate(kinds)]


def _job_of(planned: PlannedPosition) -> str:
    """Return a name for the job, whatever the row: whoever is hired for the same job is paid by the same market.

    What one pays for a paralegal says nothing of what one pays for a legal secretary, or in another place. All
    percentiles of a market rise and fall together.
    """
    profile = planned.profile()
    facts = (getattr(profile, name) or "" for name in FACTS)
    basis = planned.pay_basis if planned.pay_basis in ("estimate", "typed") else "market"
    return "/".join([planned.role, planned.area, basis, *facts])


def _response(held: Held, firm: Firm, row: str) -> Response:
    planned, usual = held.planned, firm.of(TURNOVER)
    leavers = planned.count * held.seat.leavers
    turnover = _range(TURNOVER, held.position.role, firm) if leavers.any() else None
    return Response(
        row,
        _job_of(planned),
        planned.count * held.position.paid * held.seat.months / MONTHS_A_YEAR,
        _pay_spread(held, firm),
        leavers,
        Ends(turnover.low / usual, turnover.high / usual) if turnover else Ends(1.0, 1.0),
        _items(held, firm),
    )


def _pay_spread(held: Held, firm: Firm) -> float:
    """Return the standard deviation of the log of the pay; 0 if it is known."""
    name = pay_error_of(held.planned)
    return firm.of(name) * SPREAD_OF_MEAN_ERROR if name else 0.0


class _Tried(NamedTuple):
    """Dollars by item with a driver at -1, at 0 and at 1."""

    low: Amounts
    middle: Amounts
    high: Amounts


def _items(held: Held, firm: Firm) -> tuple[Item, ...]:
    planned, uncertain = turns_of(held, firm, held.seat.leavers), dict(_uncertain(held, firm))
    adding = {name: _shifted(held, firm, name, ends) for name, ends in uncertain.items() if name in ADDING}
    scaled = dict(_scaled(held, firm, planned, uncertain))
    return tuple(
        _item(
            turns,
            held.planned.count,
            {name: (low[item], high[item]) for name, (low, high) in adding.items()},
            _ratios(item, scaled),
        )
        for item, turns in planned.items()
    )


def _uncertain(held: Held, firm: Firm) -> Iterator[tuple[str, Ends]]:
    """Yield the figures that count for a position, are not the firm's own, and have a range."""
    for name in figures_used(held, firm):
        ends = _range(name, held.position.role, firm)
        if ends:
            yield name, ends


def _range(name: str, role: str, firm: Firm) -> Ends | None:
    usual = figure_default(name, role, firm.headcount)
    return Ends(usual.low, usual.high) if usual.low < usual.high and not firm.states(name) else None


def _item(turns: Turns, count: int, added: dict[str, tuple[Turns, Turns]], factors: dict[str, Ends]) -> Item:
    """Return an item of everybody in a row from that of one person: as planned, and at the ends of what adds to it."""
    stays = {
        name: Ends(count * (low.stays - turns.stays), count * (high.stays - turns.stays))
        for name, (low, high) in added.items()
    }
    leaver = {name: (low.leaver - turns.leaver, high.leaver - turns.leaver) for name, (low, high) in added.items()}
    departure = Departure(turns.leaver, {name: ends for name, ends in leaver.items() if np.abs(ends).max() > NO_EFFECT})
    return Item(
        turns.side,
        Amount(count * turns.stays, {name: ends for name, ends in stays.items() if ends.matter(0.0)}),
        departure if turns.leaver.any() or departure.added else None,
        factors,
    )


def _shifted(held: Held, firm: Firm, name: str, ends: Ends) -> tuple[Counted, Counted]:
    """Return what is counted at the ends of a figure that adds."""
    low, high = (
        turns_of(_vacant(held, name, end), _stating(firm, name, end), held.seat.leavers)
        for end in (ends.low, ends.high)
    )
    return low, high


def _scaled(held: Held, firm: Firm, planned: Counted, uncertain: dict[str, Ends]) -> Iterator[tuple[str, _Tried]]:
    """Yield what multiplies, each with the amounts at its ends: raises and pay over the months, prices by the line."""
    lines, months = _line_amounts(held, firm), _planned_amounts(held, planned)
    for name, ends in uncertain.items():
        if name in (TURNOVER, *ADDING):
            continue
        count, middle = (_amounts, months) if name == GROWTH else (_line_amounts, lines)
        low, high = (count(held, _stating(firm, name, end)) for end in ends)
        yield name, _Tried(low, middle, high)
    spread = _pay_spread(held, firm)
    if spread:
        low, high = (_amounts(_paid(held, end), firm) for end in pay_ends(spread))
        yield PAY, _Tried(low, months, high)


def _ratios(item: str, tried: dict[str, _Tried]) -> dict[str, Ends]:
    """Return what each driver multiplies an item by at its ends, where that is not 1."""
    found = {
        name: Ends(low.get(item, 0.0) / middle[item], high.get(item, 0.0) / middle[item])
        for name, (low, middle, high) in tried.items()
        if middle.get(item)
    }
    return {name: ends for name, ends in found.items() if ends.matter(1.0)}


def _planned_amounts(held: Held, planned: Counted) -> Amounts:
    count, leavers = held.planned.count, held.seat.leavers
    return {item: count * (turns.stays + float(turns.leaver @ leavers)) for item, turns in planned.items()}


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
