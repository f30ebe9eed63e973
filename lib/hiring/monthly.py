"""What a plan costs and brings in month by month, as an expectation over who stays and who leaves.

Paid leave is inside the salary. Turnover is counted once: while a seat is empty its pay, taxes and benefits
are saved and no fees come in, and each successor costs the replacement share of pay, which holds search and
learning; a first hire costs its search and equipment only. Fees follow the person's productivity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from lib.hiring.billing import fee_lines
from lib.hiring.lines import BENEFITS, OFFICE, Line, hiring_lines, told_as
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.payroll_taxes import rate_of, tax_year, taxes_of
from lib.hiring.plan_result import COST, FEES, ITEM_COLUMNS, PlanResult
from lib.hiring.seat import Seat
from lib.pay.months import month_number, month_text
from lib.pay.words import MONTHS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.hiring.firm import Firm
    from lib.hiring.plan import Plan
    from lib.hiring.planned import PlannedPosition
    from lib.hiring.position import Position
    from lib.hiring.seat import Vector


class Flow(NamedTuple):
    """Dollars of one item by month for one person, with the line that explains it."""

    side: str
    line: Line
    amounts: Vector


class Held(NamedTuple):
    """A counted position over its months of the plan.

    Attributes:
        at: Months of the plan it exists in.
    """

    number: int
    planned: PlannedPosition
    position: Position
    seat: Seat
    at: slice


def run_plan(plan: Plan) -> PlanResult:
    """Return what a plan costs and brings in, in each month."""
    items, amounts = [], []
    at_work = np.zeros((len(plan.counted), plan.months))
    leavers = np.zeros_like(at_work)
    for held in held_positions(plan):
        planned, count = held.planned, held.planned.count
        at_work[held.number, held.at] = count * held.seat.presence
        leavers[held.number, held.at] = count * held.seat.leavers
        for side, line, dollars in flows(held, plan.firm):
            whole = np.zeros(plan.months)
            whole[held.at] = count * dollars
            amounts.append(whole)
            items.append(
                (held.number, planned.label, count, side, line.group, line.item, line.kind, line.source, line.note)
            )
    matrix = np.array(amounts) if amounts else np.zeros((0, plan.months))
    return PlanResult(plan, pd.DataFrame(items, columns=list(ITEM_COLUMNS)), matrix, at_work, leavers)


def held_positions(plan: Plan) -> Iterator[Held]:
    """Yield every counted position that exists in a month of the plan."""
    begin = month_number(plan.first)
    for number, planned in enumerate(plan.counted):
        first, last = plan.span(planned)
        if first <= last:
            position = planned.priced(month_text(first) if plan.carried else None)
            seat = _seat(planned, position, plan.firm, first, last - first + 1)
            yield Held(number, planned, position, seat, slice(first - begin, last - begin + 1))


def monthly_pay(held: Held, firm: Firm) -> Vector:
    """Return the monthly pay of one person at work, by month, with a raise every twelve months."""
    years = np.arange(held.seat.months, dtype=np.float64) // MONTHS_A_YEAR
    pay: Vector = held.position.paid / MONTHS_A_YEAR * (1 + raise_of(held.planned, firm)) ** years
    return pay


def raise_of(planned: PlannedPosition, firm: Firm) -> float:
    """Return the share by which a position's pay rises every twelve months."""
    return firm.of("wage_growth", planned.role) if planned.raise_a_year is None else planned.raise_a_year


def flows(held: Held, firm: Firm) -> Iterator[Flow]:
    """Yield every item of one person of a position, cost first."""
    lines = {line.item: line for line in loaded_cost(held.position, firm).items}
    if held.position.virtual:
        yield _even(held, lines["Contractor's fee"])
    else:
        yield from _employed(held, firm, lines)
    for line in lines.values():
        if line.group == OFFICE:
            yield _even(held, line)
    yield from _fees(held, firm)


def _seat(planned: PlannedPosition, position: Position, firm: Firm, first: int, months: int) -> Seat:
    """Return the seat of a position; contractors are not counted as leaving."""
    leaving = 0.0 if position.virtual else min(firm.of("turnover") / MONTHS_A_YEAR, 1.0)
    return Seat(first, months, leaving, firm.of("vacancy"), planned.employed)


def _even(held: Held, line: Line) -> Flow:
    """Return a line that costs the same every month, whether the seat is filled or not."""
    return Flow(COST, line, np.full(held.seat.months, line.amount / MONTHS_A_YEAR))


def _employed(held: Held, firm: Firm, lines: dict[str, Line]) -> Iterator[Flow]:
    """Yield what an employee costs besides space and software."""
    pay, seat, position = monthly_pay(held, firm), held.seat, held.position
    paid = seat.expected(seat.worked * pay[None, :])
    assumed = _assumed(held, firm)
    yield Flow(COST, told_as(lines["Gross pay"], assumed), paid)
    for tax in taxes_of(position.state, firm.headcount):
        rate, _ = rate_of(tax, firm)
        line = told_as(lines[tax.label], {*assumed, position.pay_kind, _tax_kind(held)})
        yield Flow(COST, line, rate * seat.taxed(pay, tax.wage_base))
    for line in lines.values():
        if line.group == BENEFITS:
            yield Flow(COST, told_as(line, {*assumed, position.pay_kind}), _benefits(line, held, paid))
    if not held.planned.employed:
        for line in hiring_lines(position, firm, held.planned.search):
            once = np.zeros(seat.months)
            once[0] = line.amount
            yield Flow(COST, line, once)
    replacing = firm.of("replacement_cost") * MONTHS_A_YEAR * pay * seat.successors
    yield Flow(COST, told_as(lines["Replacing people who leave"], {*assumed, position.pay_kind}), replacing)


def _assumed(held: Held, firm: Firm) -> set[str]:
    """Return the kinds of what pay by month rests on besides pay itself: who stays, and raises."""
    kinds = _kinds(firm, "turnover", "vacancy") if held.seat.leaving else set()
    if held.seat.months > MONTHS_A_YEAR:
        kinds |= {"input"} if held.planned.raise_a_year is not None else _kinds(firm, "wage_growth")
    return kinds


def _kinds(firm: Firm, *names: str) -> set[str]:
    return {"input" if firm.states(*names) else "estimate"}


def _tax_kind(held: Held) -> str:
    """Return fact while the taxes' year lasts, estimate if its rates and bases are carried on."""
    last = held.seat.first + held.seat.months - 1
    return "estimate" if last // MONTHS_A_YEAR > tax_year() else "fact"


def _benefits(line: Line, held: Held, paid: Vector) -> Vector:
    """Return benefits by month: dollars follow the people at work, a share of pay follows what they are paid."""
    if line.item == "Health insurance":
        return held.seat.presence * line.amount / MONTHS_A_YEAR
    return paid * line.amount / held.position.paid


def _fees(held: Held, firm: Firm) -> Iterator[Flow]:
    """Yield what a person brings in: a paralegal's fees, a legal secretary's released lawyer hours."""
    role, share = held.position.role, held.position.share
    growth = (1 + firm.of("rate_growth")) ** (_months_of_plan(held) // MONTHS_A_YEAR)
    productive = share / MONTHS_A_YEAR * held.seat.productive(firm.of("ramp", role)) * growth
    kinds = _kinds(firm, "ramp") | (_kinds(firm, "turnover", "vacancy") if held.seat.leaving else set())
    for line in fee_lines(role, firm):
        yield Flow(FEES, told_as(line, kinds), productive * line.amount)


def _months_of_plan(held: Held) -> Vector:
    return np.arange(held.at.start, held.at.stop, dtype=np.float64)
