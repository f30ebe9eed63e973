"""Charts: functions from a frame to a plotly figure and the sentence that describes it."""

from lib.charts.area_map import AREA_MAP_NOTE, area_map
from lib.charts.chart import Chart
from lib.charts.cost_waterfall import cost_waterfall
from lib.charts.pay_history import pay_history
from lib.charts.percentile_strip import percentile_strip
from lib.charts.place_dots import PLACE_DOTS_NOTE, place_dots
from lib.charts.place_history import place_history
from lib.charts.scale import DIFFERENCE, DOLLARS, UNITS
from lib.charts.step_waterfall import step_waterfall
from lib.charts.tile_map import TILE_MAP_NOTE, tile_map

__all__ = [
    "AREA_MAP_NOTE",
    "DIFFERENCE",
    "DOLLARS",
    "PLACE_DOTS_NOTE",
    "TILE_MAP_NOTE",
    "UNITS",
    "Chart",
    "area_map",
    "cost_waterfall",
    "pay_history",
    "percentile_strip",
    "place_dots",
    "place_history",
    "step_waterfall",
    "tile_map",
]
