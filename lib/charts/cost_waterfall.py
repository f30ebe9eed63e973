"""From pay to loaded cost, one bar a group of costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.charts.chart import Chart
from lib.charts.waterfall import waterfall
from lib.pay.words import dollars

if TYPE_CHECKING:
    import pandas as pd

COST_COLOR = "#0072B2"


def cost_waterfall(groups: pd.DataFrame, *, reach: float = 0.0) -> Chart:
    """Draw how a yearly cost adds up.

    Args:
        groups: Columns group and total (dollars a year), in order.
        reach: Dollars the axis must reach, so that charts side by side share one.

    Returns:
        The chart; its description names every group and the total.
    """
    labels, amounts = groups["group"].tolist(), groups["total"].tolist()
    total = sum(amounts)
    figure = waterfall(
        [*labels, "Total"],
        [*amounts, total],
        [False] * len(labels) + [True],
        color=COST_COLOR,
        color_down=COST_COLOR,
        signed=False,
        from_zero=True,
        reach=reach,
    )
    parts = ", ".join(f"{label} {dollars(amount)}" for label, amount in zip(labels, amounts, strict=True))
    return Chart(figure, f"Yearly cost: {parts}; total {dollars(total)}.")
