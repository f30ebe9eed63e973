"""Plans and firms whose uncertainty is known, for the tests of the simulation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from lib.hiring import Firm, Plan, PlannedPosition
from lib.hiring.figures import BY_STATE, FIGURES, figure_default
from lib.hiring.response import TURNOVER
from lib.hiring.risk import Risk, simulate

MANY = 100_000
TYPED = PlannedPosition("paralegal", "48", pay_basis="typed", amount=60_000)
FREELANCE = PlannedPosition("paralegal", "48", arrangement="virtual_us")
OFFSHORE = PlannedPosition("legal_secretary", "48", arrangement="virtual_offshore")
PENDING = PlannedPosition("paralegal", "48", pay_basis="typed")  # no amount yet: not counted
TEXAN = PlannedPosition("paralegal", "48")
SECRETARY = PlannedPosition("legal_secretary", "53")
MIXED = Plan("Mixed", (TEXAN, SECRETARY, FREELANCE), months=24)
DRAWN = simulate(MIXED, draws=100)


def firm(*unknown: str, **figures: Any) -> Firm:
    """Return a firm nobody leaves that states every figure, but for some."""
    known = {name: Firm().of(name) for name in FIGURES if name != BY_STATE} | {TURNOVER: 0.0} | figures
    return Firm(**(known | dict.fromkeys(unknown)))


def plan_of(*positions: PlannedPosition, firm: Firm, months: int = 12) -> Plan:
    return Plan("Plan", positions, firm, months=months)


def tenths(name: str, role: str = "paralegal") -> tuple[float, float]:
    """Return the 10th and the 90th percentile of a figure: a fifth of the way from an end to the value."""
    usual = figure_default(name, role, 20)
    return usual.low + 0.2 * (usual.value - usual.low), usual.high - 0.2 * (usual.high - usual.value)


def drivers_of(risk: Risk) -> pd.DataFrame:
    return risk.drivers.set_index("driver")


def amount(risk: Risk, measure: str, quantile: float) -> float:
    found = risk.quantiles.set_index(["measure", "quantile"])["amount"]
    return float(found[(measure, quantile)])


def made_up(*costs: float, budget: float | None = None, drivers: pd.DataFrame | None = None) -> Risk:
    """Return a result as if these costs had been drawn."""
    values = np.array(costs)
    table = DRAWN.drivers.iloc[:0] if drivers is None else drivers
    return replace(DRAWN, budget=budget, draws=len(costs), costs=values, contributions=-values, drivers=table)
