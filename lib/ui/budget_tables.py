"""The tables of the staffing budget, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.hiring.payroll_taxes import taxes_not_included
from lib.pay.market import release_words
from lib.pay.words import dollars
from lib.tables import load_wages
from lib.ui.words import KIND_WORDS, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.hiring.plan import Scenario

GROUPS = ("Pay", "Fee", "Payroll taxes", "Benefits", "Space and software", "Turnover")


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
            "Cost of one": [plain(dollars(row["each"])) for row in rows],
            "Cost of all": [plain(dollars(row["total"])) for row in rows],
        }
    )


def not_in_total(scenario: Scenario) -> str:
    """Name the taxes of the scenario's states that exist but are not counted, with what is known of them."""
    states = sorted({cost.position.state for cost in scenario.costs if not cost.position.virtual})
    taxes = [(state, tax) for state in states for tax in taxes_not_included(state)]
    return " ".join(f"{state}: {tax.label}. {tax.note}" for state, tax in taxes)


def csv_notes(scenario: Scenario) -> dict[str, str]:
    """Return the lines above the table in a download: what it is, its sources and what it leaves out."""
    states = sorted({cost.position.state for cost in scenario.costs if not cost.position.virtual})
    wages = release_words(load_wages().releases[0])
    missing = [f"{state}: {tax.label}" for state in states for tax in taxes_not_included(state)]
    return {
        "Scenario": f"{scenario.name}, {scenario.people} people, {dollars(scenario.total)} a year",
        "Wages": f"BLS Occupational Employment and Wage Statistics, {wages}",
        "Taxes": "2026 rates and wage bases; new-employer rate of the state unless your own is given",
        "Kinds": "fact = published; estimate = ours; input = yours",
        "Firm": f"{scenario.firm.headcount} employees",
        "Not included": "; ".join(missing) or "workers' compensation, overtime, bonuses, supervision of virtual staff",
    }
