"""How a measure is written and coloured on maps, and what maps say of their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from lib.charts.chart import NEUTRAL
from lib.pay.words import dollars

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Rows = list[dict[str, Any]]

# Text in TILE_INK on any of these colours, or between two neighbours of one scale, reaches 4.5:1.
BLUES: Final = ("#EAF3FB", "#C6DEF1", "#9CC7E6", "#6BAED6", "#4292C6")
VERMILION_TO_BLUE: Final = ("#E8833A", "#F4BE94", "#F0F0F0", "#B1D2EA", "#4A98CB")
TILE_INK: Final = "#1A1A1A"
PICKED_NAME: Final = "Picked"
NO_VALUE: Final = "–"
ESTIMATED: Final = "estimated"
OUTLIERS: Final = 0.02  # share of places at either end that may lie beyond the colour scale


@dataclass(frozen=True)
class Unit:
    """How a measure is written and coloured.

    Attributes:
        full: Writes a value in full, such as $62,890.
        short: Writes a value as short as a tile needs it, such as $63k.
        step: What the ends of the colour scale are rounded to.
        signed: Whether the colours part at 0.
        colors: From the lowest value to the highest.
        ends: Words for the lowest and the highest colour in the key.
    """

    full: Callable[[float], str]
    short: Callable[[float], str]
    step: float
    signed: bool = False
    colors: tuple[str, ...] = BLUES
    ends: tuple[str, str] = ("", "")

    def limits(self, values: Sequence[float]) -> tuple[float, float]:
        """Return the values of the first and the last colour, whole steps without the outliers."""
        if self.signed:
            most = max(self._whole_steps([abs(value) for value in values], 1 - OUTLIERS), self.step)
            return -most, most
        low, high = (self._whole_steps(values, share) for share in (OUTLIERS, 1 - OUTLIERS))
        return low, max(high, low + self.step)

    def _whole_steps(self, values: Sequence[float], share: float) -> float:
        """Return the value below which a share of the values lies, in whole steps; 0 of no values."""
        return round(float(np.quantile(values, share)) / self.step) * self.step if values else 0.0

    def colorscale(self) -> list[list[Any]]:
        """Return the colours as plotly takes them."""
        return [[at / (len(self.colors) - 1), color] for at, color in enumerate(self.colors)]


def _signed(value: float) -> str:
    """Return +$7,320, -$7,320 or $0."""
    return f"+{dollars(value)}" if round(value) > 0 else dollars(value)


def _thousands(value: float) -> str:
    return f"{'-' if value <= -500 else ''}${abs(round(value / 1000)):g}k"


def _signed_thousands(value: float) -> str:
    """Return +$7k; small differences with one decimal."""
    thousands = round(value / 1000, 1 if abs(value) < 950 else 0)
    sign = "-" if thousands < 0 else "+" if thousands > 0 else ""
    return f"{sign}${abs(thousands):g}k"


def _jobs(value: float) -> str:
    return f"{value:,.0f} jobs"


def _short_jobs(value: float) -> str:
    return f"{value:,.0f}" if value < 1000 else f"{value / 1000:.0f}k"


def _ratio(value: float) -> str:
    return f"{value:.2f}"


def _share(value: float) -> str:
    return f"{value:+z.1%}"


def _short_share(value: float) -> str:
    return f"{value:+z.0%}"


DOLLARS: Final = Unit(dollars, _thousands, step=1000)
DIFFERENCE: Final = Unit(
    _signed,
    _signed_thousands,
    step=1000,
    signed=True,
    colors=VERMILION_TO_BLUE,
    ends=("Legal secretaries<br>", "Paralegals<br>"),
)
JOBS: Final = Unit(_jobs, _short_jobs, step=10)
RATIO: Final = Unit(_ratio, _ratio, step=0.1)
SHARE: Final = Unit(_share, _short_share, step=0.01)
UNITS: Final = {"dollars": DOLLARS, "jobs": JOBS, "ratio": RATIO, "share": SHARE}


def key_trace(unit: Unit, limits: tuple[float, float], *, x: float, y: float, step: float) -> dict[str, Any]:
    """Return one swatch a colour with words at both ends.

    Args:
        unit: Of the measure.
        limits: Values of the first and the last colour.
        x: Centre.
        y: Height.
        step: From one swatch to the next.
    """
    low, high = (f"{end}{unit.short(limit)}" for end, limit in zip(unit.ends, limits, strict=True))
    last = len(unit.colors) - 1
    words = (f"{low} or more" if unit.signed else f"{low} or less", f"{high} or more")
    return {
        "type": "scatter",
        "x": [x + step * (at - last / 2) for at in range(last + 1)],
        "y": [y] * (last + 1),
        "mode": "markers+text",
        "marker": {
            "symbol": "square",
            "size": 14,
            "color": list(unit.colors),
            "opacity": 1,
            "line": {"color": NEUTRAL, "width": 1},
        },
        "text": [f"{words[0]} ", *[""] * (last - 1), f" {words[1]}"],
        "textposition": ["middle left", *["middle center"] * (last - 1), "middle right"],
        "textfont": {"size": 12},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def has_value(row: dict[str, Any]) -> bool:
    """Return whether there is a value for a place."""
    return bool(row["value"] == row["value"])


def told(row: dict[str, Any], unit: Unit) -> str:
    """Return the words for one place: its value with its basis, or why there is none."""
    words = f"{unit.full(row['value'])} ({row['basis']})" if has_value(row) else row["note"]
    return f"{row['label']}: {words}"


def summary(measure: str, places: Rows, unit: Unit) -> str:
    """Return sentences with the highest and the lowest places and how many are estimated or missing.

    Args:
        measure: What the values are.
        places: With label, value and basis.
        unit: Of the measure.
    """
    ranked = sorted(filter(has_value, places), key=lambda row: -float(row["value"]))
    count = min(3, (len(ranked) + 1) // 2)
    told_in = {"highest": ranked[:count], "lowest": ranked[::-1][:count]}
    parts = [f"{word} {_listed(rows, unit)}" for word, rows in told_in.items() if count]
    estimated = sum(row["basis"] == ESTIMATED for row in ranked)
    parts += [f"{estimated} of {len(places)} estimated, {len(places) - len(ranked)} without a figure"]
    if unit.signed:
        ahead, behind = sum(row["value"] > 0 for row in ranked), sum(row["value"] < 0 for row in ranked)
        parts.insert(0, f"paralegals earn more in {ahead} places, legal secretaries in {behind}")
    return f"{measure}: {'; '.join(parts)}."


def _listed(rows: Rows, unit: Unit) -> str:
    return ", ".join(f"{row['label']} {unit.full(row['value'])}" for row in rows)
