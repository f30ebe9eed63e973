"""Charts: functions from a frame to a plotly figure and the sentence that describes it."""

from lib.charts.area_map import AREA_MAP_NOTE, area_map
from lib.charts.chart import Chart
from lib.charts.cost_waterfall import cost_waterfall
from lib.charts.month_chart import month_chart
from lib.charts.month_compare import month_compare
from lib.charts.outcomes import LEFT, outcome_chart
from lib.charts.pay_history import pay_history
from lib.charts.percentile_strip import percentile_strip
from lib.charts.place_dots import PLACE_DOTS_NOTE, place_dots
from lib.charts.place_history import place_history
from lib.charts.scale import DIFFERENCE, DOLLARS, UNITS
from lib.charts.scenario_bars import scenario_bars
from lib.charts.step_waterfall import step_waterfall
from lib.charts.tile_map import TILE_MAP_NOTE, tile_map
from lib.charts.tornado import tornado

__all__ = [
    "AREA_MAP_NOTE",
    "DIFFERENCE",
    "DOLLARS",
    "LEFT",
    "PLACE_DOTS_NOTE",
    "TILE_MAP_NOTE",
    "UNITS",
    "Chart",
    "area_map",
    "cost_waterfall",
    "month_chart",
    "month_compare",
    "outcome_chart",
    "pay_history",
    "percentile_strip",
    "place_dots",
    "place_history",
    "scenario_bars",
    "step_waterfall",
    "tile_map",
    "tornado",
]
