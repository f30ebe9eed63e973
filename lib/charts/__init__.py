"""Charts: functions from a frame to a plotly figure and the sentence that describes it."""

from lib.charts.chart import Chart
from lib.charts.cost_waterfall import cost_waterfall
from lib.charts.pay_history import pay_history
from lib.charts.percentile_strip import percentile_strip
from lib.charts.step_waterfall import step_waterfall

__all__ = ["Chart", "cost_waterfall", "pay_history", "percentile_strip", "step_waterfall"]
