"""The hiring model: what a position costs its employer, itemised, with the origin of each amount."""

from lib.hiring.loaded_cost import LoadedCost, loaded_cost
from lib.hiring.position import ARRANGEMENTS, Firm, Position

__all__ = ["ARRANGEMENTS", "Firm", "LoadedCost", "Position", "loaded_cost"]
