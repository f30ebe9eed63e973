"""From pay to the whole cost of a plan, one bar a category of costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.charts.chart import Chart
from lib.charts.marks import EMPTY_TOP
from lib.charts.waterfall import waterfall
from lib.pay.words import dollars

if TYPE_CHECKING:
    import pandas as pd

COST_COLOR = "#0072B2"


def cost_waterfall(categories: pd.DataFrame, *, reach: float = 0.0) -> Chart:
    """Draw how the cost of a plan adds up.

    Args:
        categories: Columns category and amount (dollars), in order, as `PlanResult.categories`.
        reach: Dollars the axis must reach, so that charts side by side share one.

    Returns:
        The chart; its description names every category and the total.
    """
    labels, amounts = categories["category"].tolist(), categories["amount"].tolist()
    total = sum(amounts)
    figure = waterfall(
        [*labels, "Total"],
        [*amounts, total],
        [False] * len(labels) + [True],
        color=COST_COLOR,
        color_down=COST_COLOR,
        signed=False,
        from_zero=True,
        reach=reach if total else max(reach, EMPTY_TOP),
    )
    parts = [f"{label} {dollars(amount)}" for label, amount in zip(labels, amounts, strict=True)]
    told = f"Cost: {', '.join(parts)}; total {dollars(total)}." if parts else f"Cost: total {dollars(total)}."
    return Chart(figure, told)
