"""From the area's median to the estimate, one bar a stated fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.charts.chart import ROLE_COLORS, Chart
from lib.charts.waterfall import waterfall
from lib.pay.words import dollars

if TYPE_CHECKING:
    import pandas as pd

LIGHTER = {"paralegal": "#4C96C8", "legal_secretary": "#D9772F"}


def step_waterfall(steps: pd.DataFrame, role: str) -> Chart:
    """Draw the steps of an estimate.

    Args:
        steps: Columns label, dollars, kind ("start", "change" or "end"), as `Estimate.steps`.
        role: Role key, for the colour.

    Returns:
        The chart; its description names every step.
    """
    totals = (steps["kind"] != "change").tolist()
    amounts = steps["dollars"].tolist()
    figure = waterfall(
        ["Everybody here", *steps["label"].tolist()[1:-1], "Estimate"],
        amounts,
        totals,
        color=ROLE_COLORS[role],
        color_down=LIGHTER[role],
        signed=True,
        from_zero=False,
    )
    changes = [
        f"{row['label']} {'adds' if row['dollars'] >= 0 else 'takes away'} {dollars(abs(row['dollars']))}"
        for row in steps[steps["kind"] == "change"].to_dict("records")
    ]
    first, last = dollars(amounts[0]), dollars(amounts[-1])
    return Chart(figure, f"From the median for everybody, {first}: {'; '.join(changes)}; estimate {last}.")
