"""The tables of the staffing budget, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.hiring.lines import GROUPS
from lib.hiring.monthly import held_positions
from lib.hiring.payroll_taxes import taxes_not_included
from lib.hiring.plan_result import COST, FEES
from lib.hiring.position import VIRTUAL, arrangement_words
from lib.hiring.tally import tallies
from lib.pay.ageing import month_words
from lib.pay.words import dollars
from lib.ui.words import KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.hiring import Plan, PlanResult, Position


def compare_table(results: Mapping[str, PlanResult]) -> pd.DataFrame:
    """Return cost by category, total, fees and what is left, one column a scenario, in whole dollars that add up."""
    sums = dict(zip(results, tallies(list(results.values())), strict=True))
    groups = [group for group in GROUPS if any(tally.costs.get(group) for tally in sums.values())]
    rows = {group: {name: tally.costs.get(group, 0) for name, tally in sums.items()} for group in groups}
    rows["Cost"] = {name: tally.cost for name, tally in sums.items()}
    if any(result.brings_in for result in results.values()):
        rows["Fees"] = {name: tally.brought_in for name, tally in sums.items()}
        rows["Fees less cost"] = {name: tally.left for name, tally in sums.items()}
    table = pd.DataFrame.from_dict(rows, orient="index", columns=list(results))
    return table.map(dollars).reset_index(names="All months")


def category_table(result: PlanResult) -> pd.DataFrame:
    """Return cost by category in whole dollars that add up: category, amount."""
    costs = tallies([result])[0].costs
    return pd.DataFrame({"category": list(costs), "amount": list(costs.values())})


def position_table(result: PlanResult) -> pd.DataFrame:
    """Return the positions with pay and its kind, and their cost and fees over all months."""
    summed = result.positions.groupby(["row", "side"])["amount"].sum().reset_index()
    sums = {(row, side): amount for row, side, amount in summed.itertuples(index=False)}
    held = {each.number: each.position for each in held_positions(result.plan)}
    rows = []
    for number, planned in enumerate(result.plan.counted):
        if number not in held:
            rows.append((f"{planned.label}: outside the months", "", dollars(0), "–"))
            continue
        fees = sums.get((number, FEES), 0.0)
        label = f"{planned.count} × {planned.label}, {arrangement_words(planned.arrangement)}"
        label += ", employed already" if planned.employed else ""
        rows.append((label, _pay_words(held[number]), dollars(sums[(number, COST)]), dollars(fees) if fees else "–"))
    return pd.DataFrame(rows, columns=["Position", "Full-time pay a year", "Cost", "Fees"])


def _pay_words(position: Position) -> str:
    if position.virtual:
        return "a fee"
    return f"{dollars(position.annual_pay)} ({KIND_WORDS[position.pay_kind].lower()})"


def month_table(result: PlanResult) -> pd.DataFrame:
    """Return people at work, cost by category, total, fees and the sum so far, one row a month."""
    wide = result.months[result.months["side"] == COST].pivot_table(
        index="month", columns="category", values="amount", aggfunc="sum", sort=False
    )
    wide = wide[[group for group in GROUPS if group in wide.columns]].reindex(result.plan.calendar).fillna(0.0)
    table = wide.map(dollars)
    table.insert(0, "People at work", [f"{people:.2f}" for people in result.at_work.sum(axis=0)])
    table["Cost"] = [dollars(amount) for amount in result.cost_by_month]
    if result.brings_in:
        table["Fees"] = [dollars(amount) for amount in result.fees_by_month]
        left = (result.fees_by_month - result.cost_by_month).cumsum()
        table["Left so far"] = [dollars(amount) for amount in left]
    return table.rename(index=month_words).reset_index(names="Month")


def months_compared(results: Mapping[str, PlanResult]) -> pd.DataFrame:
    """Return the cost of every scenario by month, one row a month."""
    calendar = max((result.plan.calendar for result in results.values()), key=len)
    costs = {name: pd.Series(result.cost_by_month, index=result.plan.calendar) for name, result in results.items()}
    table = pd.DataFrame(costs).reindex(calendar).fillna(0.0)
    return table.map(dollars).rename(index=month_words).reset_index(names="Month")


def lines_table(result: PlanResult) -> pd.DataFrame:
    """Return every item of every position with kind, source and note, in dollars over all months."""
    lines = result.lines
    return pd.DataFrame(
        {
            "Position": lines["position"],
            "People": lines["people"],
            "Item": lines["item"],
            "Dollars": lines["amount"].round(2),
            "Kind": lines["kind"].map(KIND_WORDS),
            "How, for a full year": lines["note"],
            "Source": lines["source"],
        }
    )


def not_in_total(plan: Plan) -> str:
    """Say which taxes of the plan's states are known but not counted, and what is known of them."""
    states = sorted({position.state for position in plan.counted if position.arrangement not in VIRTUAL})
    taxes = [(state, tax) for state in states for tax in taxes_not_included(state)]
    return " ".join(f"{state}: {tax.label}. {tax.note}" for state, tax in taxes)
