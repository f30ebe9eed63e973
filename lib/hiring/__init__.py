"""The hiring model: what a position costs its employer and brings in, itemised, with the origin of each amount."""

from lib.hiring.firm import Firm
from lib.hiring.loaded_cost import LoadedCost, loaded_cost
from lib.hiring.mix import Constraints, Workload, best_mix
from lib.hiring.monthly import run_plan
from lib.hiring.plan import Plan
from lib.hiring.plan_result import PlanResult
from lib.hiring.planned import PlannedPosition
from lib.hiring.position import ARRANGEMENTS, Position
from lib.hiring.risk import Risk, simulate
from lib.hiring.scenarios import Scenarios

__all__ = [
    "ARRANGEMENTS",
    "Constraints",
    "Firm",
    "LoadedCost",
    "Plan",
    "PlanResult",
    "PlannedPosition",
    "Position",
    "Risk",
    "Scenarios",
    "Workload",
    "best_mix",
    "loaded_cost",
    "run_plan",
    "simulate",
]
