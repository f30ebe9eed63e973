"""The hiring model: what a position costs its employer, itemised, with the origin of each amount."""

from lib.hiring.loaded_cost import LoadedCost, loaded_cost
from lib.hiring.monthly import Plan, PlanResult, Post, run_plan
from lib.hiring.position import ARRANGEMENTS, Firm, Position

__all__ = [
    "ARRANGEMENTS",
    "Firm",
    "LoadedCost",
    "Plan",
    "PlanResult",
    "Position",
    "Post",
    "loaded_cost",
    "run_plan",
]
