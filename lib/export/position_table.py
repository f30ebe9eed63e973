"""The positions of the plans, one row each, with cost, fees and the hours from which one person pays for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.export.kinds import KIND_WORDS
from lib.export.memo_table import MOST_ROWS, NONE, Table
from lib.hiring.billing import BILLING_ROLE, billing_of
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.monthly import held_positions
from lib.hiring.plan_result import COST, FEES
from lib.hiring.position import arrangement_words
from lib.hiring.tally import when_words
from lib.pay.ageing import month_words
from lib.pay.words import dollars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.hiring.firm import Firm
    from lib.hiring.plan_result import PlanResult
    from lib.hiring.planned import PlannedPosition
    from lib.hiring.position import Position

    Row = tuple[str, ...]

BREAK_EVEN_NOTE: Final = (
    "Break-even: the hours of client work from which one paralegal pays for itself in a full year, and the hours the "
    "plan counts on. A legal secretary's time is overhead and is not billed."
)


def position_table(results: Sequence[PlanResult]) -> Table:
    """Return every position with pay, its cost and fees over all months, and the break-even hours of one person."""
    rows = tuple(row for result in results for row in _rows(result))
    columns = ("Position", "Scenario", "Pay or fee of one, a year", "Cost", "Fees", "Break-even, hours a year")
    caption = f"The positions {when_words([result.plan for result in results])}"
    return Table(caption, columns, rows, (27, 19, 19, 13, 13, 15), frozenset({3, 4, 5}))


def break_even_hours(position: Position, firm: Firm) -> float | None:
    """Return the hours of client work a year from which one person pays for itself; None if never."""
    if position.role != BILLING_ROLE:
        return None
    return billing_of(firm).break_even_hours(loaded_cost(position, firm).total)


def _rows(result: PlanResult) -> list[Row]:
    """Return the first rows of a plan one by one and the others in one, in whole dollars."""
    positions = result.plan.counted
    costs, fees = _by_position(result, COST), _by_position(result, FEES)
    priced = {held.number: held.position for held in held_positions(result.plan)}
    rows: list[Row] = [
        (
            _label(planned),
            result.plan.name,
            _price_words(priced.get(at), result.plan.firm),
            dollars(costs[at]),
            dollars(fees[at]) if fees[at] else NONE,
            _break_even_words(priced.get(at), result.plan.firm),
        )
        for at, planned in enumerate(positions[:MOST_ROWS])
    ]
    if len(positions) > MOST_ROWS:
        label = f"{len(positions) - MOST_ROWS} more positions: see the csv of positions"
        rest = (dollars(sum(costs[MOST_ROWS:])), dollars(sum(fees[MOST_ROWS:])))
        rows.append((label, result.plan.name, NONE, *rest, NONE))
    return rows


def _by_position(result: PlanResult, side: str) -> list[int]:
    sums = result.positions[result.positions["side"] == side].groupby("row")["amount"].sum()
    return [round(sums.get(at, 0.0)) for at in range(len(result.plan.counted))]


def _label(planned: PlannedPosition) -> str:
    words = [f"{planned.count} × {planned.label}" if planned.count > 1 else planned.label]
    if planned.arrangement != "in_office":
        words.append(arrangement_words(planned.arrangement))
    if planned.start:
        words.append(f"from {month_words(planned.start)}")
    if planned.end:
        words.append(f"to {month_words(planned.end)}")
    return ", ".join(words)


def _price_words(position: Position | None, firm: Firm) -> str:
    if position is None:
        return "not in these months"
    line = loaded_cost(position, firm).items[0]
    return f"{dollars(line.amount)} ({KIND_WORDS[line.kind].lower()})"


def _break_even_words(position: Position | None, firm: Firm) -> str:
    if position is None or position.role != BILLING_ROLE:
        return NONE
    hours = break_even_hours(position, firm)
    return "never" if hours is None else f"{hours:,.0f} of {position.share * billing_of(firm).hours:,.0f}"
