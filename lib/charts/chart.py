"""What every chart returns, and the colours and symbols all charts share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import plotly.graph_objects as go

# Blue and vermilion of Okabe and Ito (2008): at least 3:1 on white and on the dark background, and far
# apart for readers with any colour vision deficiency. Symbols differ too: colour is never the only cue.
ROLE_COLORS: Final = {"paralegal": "#0072B2", "legal_secretary": "#D55E00"}
ROLE_SYMBOLS: Final = {"paralegal": "circle", "legal_secretary": "diamond"}
OTHER_SYMBOL: Final = "square"  # the roles of the ladder, in the neutral colour
NEUTRAL: Final = "#7F7F7F"  # 4.0:1 on white, 4.5:1 on the dark background
PERCENTILE_NAMES: Final = (
    "10th percentile",
    "25th percentile",
    "Median",
    "75th percentile",
    "90th percentile",
)
AXIS_MONEY: Final = "$~s"
OFFER_NAME: Final = "Your figure"


def role_color(role: str) -> str:
    """Return the colour of a role on every chart."""
    return ROLE_COLORS.get(role, NEUTRAL)


def role_symbol(role: str) -> str:
    """Return the mark of a role on every chart."""
    return ROLE_SYMBOLS.get(role, OTHER_SYMBOL)


@dataclass(frozen=True)
class Chart:
    """A figure and one sentence with its message and numbers, for readers who do not see it."""

    figure: go.Figure
    alt: str


def base_layout(*, height: int, right: int = 32) -> dict[str, Any]:
    """Return the layout every chart starts from: tight margins, no drag zoom, so that touch scrolling works.

    Charts hand plotly one dictionary: adding piece by piece validates the whole figure each time and takes
    ten times as long.

    Args:
        height: Pixels.
        right: Pixels of room for labels at the right edge.
    """
    return {
        "height": height,
        "margin": {"l": 8, "r": right, "t": 16, "b": 8},
        "dragmode": False,
        "showlegend": False,
        "xaxis": {"fixedrange": True, "automargin": True},
        "yaxis": {"fixedrange": True, "automargin": True},
    }
