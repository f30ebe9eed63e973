"""Every table of a set of plans as csv files, amounts in dollars and cents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lib.export.assumptions import assumptions
from lib.export.clean import clean
from lib.export.csv import to_csv
from lib.export.kinds import KIND_WORDS
from lib.export.memo_limits import basis_words, limits
from lib.export.position_table import break_even_hours
from lib.hiring import ARRANGEMENTS, run_plan
from lib.hiring.lines import GROUPS, source_words
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.monthly import held_positions
from lib.hiring.plan_result import COST, FEES
from lib.pay.words import MONTHS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lib.hiring.plan_result import PlanResult
    from lib.hiring.scenarios import Scenarios

CENTS: Final = 2
LINE_COLUMNS: Final = ["position", "people", "side", "category", "item", "amount", "kind", "source", "note"]
ASSUMPTION_COLUMNS: Final = ["group", "figure", "holds for", "value", "mark", "range", "period", "source", "note"]
POSITION_COLUMNS: Final = [
    "scenario", "position", "people", "arrangement", "state", "from", "to",
    "pay or fee of one a year", "kind", "source", "cost", "fees",
    "break-even hours worked for clients a year",
]  # fmt: skip
SPANS: Final = {"first 12 months": MONTHS_A_YEAR, "all months": None}


def tables_csv(scenarios: Scenarios) -> dict[str, bytes]:
    """Return the csv files by name: lines, months, positions, comparison and assumptions.

    Each says above the table what it rests on and what it leaves out.
    """
    results = [run_plan(plan) for plan in scenarios.plans]
    tables = {
        "lines": _by_scenario(results, _lines),
        "months": _by_scenario(results, lambda result: result.months.round({"amount": CENTS})),
        "positions": pd.DataFrame([row for result in results for row in _positions(result)], columns=POSITION_COLUMNS),
        "comparison": _comparison(results, scenarios.budget),
        "assumptions": _assumptions(scenarios),
    }
    notes = {
        "Scenarios": clean("; ".join(scenarios.names)),
        "Basis": " ".join(basis_words(scenarios.plans)),
        "Not counted": clean(" ".join(limits(scenarios.plans))),
    }
    return {name: to_csv(_clean(table), {"Table": name} | notes) for name, table in tables.items()}


def _by_scenario(results: Sequence[PlanResult], table: Callable[[PlanResult], pd.DataFrame]) -> pd.DataFrame:
    found = [table(result) for result in results]
    for each, result in zip(found, results, strict=True):
        each.insert(0, "scenario", result.plan.name)
    return pd.concat(found, ignore_index=True)


def _lines(result: PlanResult) -> pd.DataFrame:
    lines = result.lines
    return lines.assign(amount=lines["amount"].round(CENTS), kind=lines["kind"].map(KIND_WORDS))[LINE_COLUMNS]


def _positions(result: PlanResult) -> Iterator[tuple[Any, ...]]:
    firm, sums = result.plan.firm, result.positions.groupby(["row", "side"])["amount"].sum()
    for held in held_positions(result.plan):
        planned, position = held.planned, held.position
        price, hours = loaded_cost(position, firm).items[0], break_even_hours(position, firm)
        yield (
            result.plan.name,
            planned.label,
            planned.count,
            ARRANGEMENTS[planned.arrangement],
            position.state,
            result.plan.calendar[held.at.start],
            result.plan.calendar[held.at.stop - 1],
            round(price.amount, CENTS),
            KIND_WORDS[price.kind],
            price.source,
            round(float(sums.get((held.number, COST), 0.0)), CENTS),
            round(float(sums.get((held.number, FEES), 0.0)), CENTS),
            None if hours is None else round(hours, 1),
        )


def _comparison(results: Sequence[PlanResult], budget: float | None) -> pd.DataFrame:
    """Return cost by category, fees and what is left, one column a scenario, for a year and for all months."""
    rows = [row for span, months in SPANS.items() for row in _compared(results, span, months)]
    mixed = any(result.has_existing_staff for result in results)
    paid = "New positions paid back by" if mixed else "Paid back by"
    last = [
        ("all months", "Budget", *[budget] * len(results)),
        ("all months", paid, *[result.payback_month for result in results]),
    ]
    return pd.DataFrame([*rows, *last], columns=["months", "line", *(result.plan.name for result in results)])


def _compared(results: Sequence[PlanResult], span: str, months: int | None) -> Iterator[tuple[Any, ...]]:
    sums = [_sums(result, months) for result in results]
    for line in (*GROUPS, "Cost", "Fees", "Fees less cost"):
        if any(each.get(line) for each in sums):
            yield (span, line, *(round(each.get(line, 0.0), CENTS) for each in sums))


def _sums(result: PlanResult, months: int | None) -> dict[str, float]:
    """Return dollars by category of cost, and their sums, over the first months or all."""
    kept = result.months[result.months["month"].isin(result.plan.calendar[:months])]
    costs = kept[kept["side"] == COST].groupby("category")["amount"].sum()
    cost, fees = float(costs.sum()), float(kept.loc[kept["side"] == FEES, "amount"].sum())
    found = {str(category): float(amount) for category, amount in costs.items()}
    return found | {"Cost": cost, "Fees": fees, "Fees less cost": fees - cost}


def _assumptions(scenarios: Scenarios) -> pd.DataFrame:
    rows = [
        (each.group, each.label, each.scope, each.value, each.mark, each.span, each.period, sources, each.note)
        for each in assumptions(scenarios.plans)
        for sources in [source_words(" ".join(each.sources))]
    ]
    return pd.DataFrame(rows, columns=ASSUMPTION_COLUMNS)


def _clean(table: pd.DataFrame) -> pd.DataFrame:
    cleaned: pd.DataFrame = table.map(lambda cell: clean(cell) if isinstance(cell, str) else cell)
    return cleaned.rename(columns=clean)
