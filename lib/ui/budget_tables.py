"""The tables of the staffing budget, as people read them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pandas as pd

from lib.hiring import ARRANGEMENTS
from lib.hiring.defaults import default
from lib.hiring.payroll_taxes import taxes_not_included
from lib.hiring.plan import GROUPS
from lib.pay.market import release_words
from lib.pay.words import dollars
from lib.tables import load_wages
from lib.ui.words import KIND_WORDS, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.hiring import LoadedCost
    from lib.hiring.plan import Scenario

NEVER_INCLUDED = "Workers' compensation, overtime, bonuses, supervision of virtual staff, local payroll taxes."


def compare_groups(scenarios: Sequence[Scenario]) -> pd.DataFrame:
    """Return the yearly cost of each scenario by group, with the difference of the last to the first."""
    totals = {
        scenario.name: scenario.by_group().set_index("group")["total"].reindex(GROUPS, fill_value=0.0)
        for scenario in scenarios
    }
    table = pd.DataFrame(totals)
    table = table[(table != 0).any(axis=1)]
    table.loc["Total"] = table.sum()
    table = table.round()
    difference = table.iloc[:, -1] - table.iloc[:, 0]  # of what is shown, so that rows add up to the eye
    shown = table.map(lambda amount: plain(dollars(amount)))
    shown["Difference"] = [plain(dollars(amount)) for amount in difference]
    return shown.reset_index(names="Cost a year")


def position_table(scenario: Scenario) -> pd.DataFrame:
    """Return the positions of a scenario with pay and its kind, and the cost of one person and of all."""
    rows = scenario.by_position().to_dict("records")
    return pd.DataFrame(
        {
            "Position": [plain(f"{row['people']} x {row['position']}, {row['arrangement'].lower()}") for row in rows],
            "Pay or fee of one": [
                plain(f"{dollars(row['pay'])} ({KIND_WORDS[row['pay_kind']].lower()})") for row in rows
            ],
            "Cost of one": [plain(_cost_words(cost)) for cost in scenario.costs],
            "Cost of all": [plain(dollars(row["total"])) for row in rows],
        }
    )


def _cost_words(cost: LoadedCost) -> str:
    hour = f"{dollars(cost.per_hour_worked, cents=True)} an hour worked"
    if cost.position.virtual:
        return f"{dollars(cost.total)} ({hour})"
    return f"{dollars(cost.total)} ({cost.multiple:.2f} x pay, {hour})"


def not_in_total(scenario: Scenario) -> str:
    """Name the taxes of the scenario's states that exist but are not counted, with what is known of them."""
    states = sorted({cost.position.state for cost in scenario.costs if not cost.position.virtual})
    taxes = [(state, tax) for state in states for tax in taxes_not_included(state)]
    return " ".join(f"{state}: {tax.label}. {tax.note}" for state, tax in taxes)


def virtual_words(scenario: Scenario) -> list[str]:
    """Say how thin the price of each kind of virtual staff is, if the scenario has any at our default."""
    chosen = {cost.position.arrangement: cost for cost in scenario.costs if cost.position.virtual}
    items = {"virtual_us": "virtual_us_rate", "virtual_offshore": "virtual_offshore_month"}
    words = []
    for arrangement, cost in chosen.items():
        item = items[arrangement]
        if getattr(scenario.firm, item) is None:
            price = default(item, role=cost.position.role)
            words.append(
                f"{ARRANGEMENTS[arrangement]}: {price.derivation} ({price.period}). Range {price.low:,g} to "
                f"{price.high:,g} {price.unit}."
            )
    return words


def csv_notes(scenario: Scenario) -> dict[str, str]:
    """Return the lines above the table in a download: what it is, its sources and what it leaves out."""
    wages = release_words(load_wages().releases[0])
    own = {field.name: getattr(scenario.firm, field.name) for field in fields(scenario.firm)}
    figures = [f"{name.replace('_', ' ')} {value:g}" for name, value in own.items() if value is not None]
    return {
        "Scenario": f"{scenario.name}, {scenario.people} people, {dollars(scenario.total)} a year",
        "Wages": f"BLS Occupational Employment and Wage Statistics, {wages}",
        "Taxes": "2026 rates and wage bases; new-employer rate of the state unless your own is given",
        "Kind": "; ".join(f"{kind} = {words}" for kind, words in KIND_WORDS.items()),
        "Firm, your figures": ", ".join(figures),
        "Not included": f"{NEVER_INCLUDED} {not_in_total(scenario)}".strip(),
    }


def lines_table(scenario: Scenario) -> pd.DataFrame:
    """Return every cost line as people read it, amounts in dollars and cents."""
    lines = scenario.lines().drop(columns=["scenario", "group"])
    return lines.assign(
        amount=lines["amount"].round(2), total=lines["total"].round(2), kind=lines["kind"].map(KIND_WORDS)
    )


def download_table(scenario: Scenario) -> pd.DataFrame:
    """Return every cost line with a last row for the total."""
    lines = scenario.lines().round({"amount": 2, "total": 2})
    last = {"scenario": scenario.name, "item": "Total", "total": round(scenario.total, 2), "people": scenario.people}
    return pd.concat([lines, pd.DataFrame([last])], ignore_index=True)
