"""Median pay over the releases, one line a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, NEUTRAL, ROLE_COLORS, ROLE_SYMBOLS, Chart, finish
from lib.pay.words import dollars

if TYPE_CHECKING:
    import pandas as pd


def pay_history(history: pd.DataFrame, *, with_prices: bool = False) -> Chart:
    """Draw median annual pay by year.

    Args:
        history: Columns year, role, label, median and with_prices: the first year's median raised by
            consumer prices (dollars a year). Rows in the order of the years.
        with_prices: Also draw the first year's median raised by consumer prices, dotted.

    Returns:
        The chart; its description names first and last year of each line.
    """
    figure, parts = go.Figure(), []
    for role, rows in history.groupby("role", sort=False):
        label, color = rows["label"].iloc[0], ROLE_COLORS[str(role)]
        if with_prices:
            _add_line(figure, rows, "with_prices", f"{label}, first year raised by prices", NEUTRAL, "dot")
        marker = {"color": color, "symbol": ROLE_SYMBOLS[str(role)], "size": 9}
        _add_line(figure, rows, "median", label, color, "solid", marker)
        first, last = rows.iloc[0], rows.iloc[-1]
        figure.add_annotation(
            x=last["year"], y=last["median"], text=f"{label}<br>{dollars(last['median'])}",
            xanchor="left", xshift=10, showarrow=False, align="left",
        )  # fmt: skip
        start, end = dollars(first["median"]), dollars(last["median"])
        part = f"{label} from {start} in {first['year']} to {end} in {last['year']}"
        if with_prices:
            part += f", where prices alone would have made it {dollars(last['with_prices'])}"
        parts.append(part)
    figure.update_yaxes(tickformat=AXIS_MONEY, nticks=6)
    years = [history["year"].min() - 0.5, history["year"].max() + 0.5]
    figure.update_xaxes(dtick=2, tick0=history["year"].max(), tickangle=0, showgrid=False, range=years)
    return Chart(finish(figure, height=340, right=110), "Median annual pay: " + "; ".join(parts) + ".")


def _add_line(
    figure: go.Figure, rows: pd.DataFrame, column: str, name: str, color: str, dash: str,
    marker: dict[str, object] | None = None,
) -> None:  # fmt: skip
    figure.add_scatter(
        x=rows["year"],
        y=rows[column],
        name=name,
        mode="lines+markers" if marker else "lines",
        line={"color": color, "width": 3 if marker else 2, "dash": dash},
        marker=marker or {},
        hovertemplate=f"{name}, %{{x}}: %{{y:$,.0f}}<extra></extra>",
    )
