"""What counts for more in one role than in another: a row for each thing rated, a dot for each role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.charts.chart import Chart
from lib.charts.place_dots import place_dots
from lib.charts.scale import Unit
from lib.pay.market import PUBLISHED
from lib.tables import load_roles
from lib.tables.role_activities import LEAST, MOST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.careers.nearness import Gap

IMPORTANCE: Final = Unit(full="{:.1f}".format, short="{:.1f}".format, step=0.5)
ROOM: Final = 0.6  # points beside the ends of the scale, for the figures
SCALE_NOTE: Final = "1 not important, 3 important, 5 extremely important."
CLEAR_NOTE: Final = "Bold and shaded: the gap is clear, larger than twice its standard error. The others can be chance."


def role_gaps(first: str, second: str, gaps: Sequence[Gap]) -> Chart:
    """Draw the importance of things in two roles on the scale of the ratings.

    Clear gaps are bold, unless all are.

    Args:
        first: Key of the first role.
        second: Key of the second role.
        gaps: What to draw, in the order of the rows; at least one.

    Returns:
        The chart; its description names every row with both figures.
    """
    rows = pd.DataFrame(
        {
            "label": gap.label,
            first: gap.first,
            second: gap.second,
            f"{first}_basis": PUBLISHED,
            f"{second}_basis": PUBLISHED,
        }
        for gap in gaps
    )
    clear = [gap.label for gap in gaps if gap.clear]
    figure = place_dots(rows, [first, second], unit=IMPORTANCE, picked=clear if len(clear) < len(gaps) else ()).figure
    start = LEAST - ROOM
    figure.update_layout(xaxis={"range": [start, MOST + ROOM], "tickvals": list(range(LEAST, MOST + 1))})
    figure.data[-1].x = [start] * len(gaps)  # the names stand at the left edge, which has moved
    return Chart(figure, _describe(first, second, gaps))


def _describe(first: str, second: str, gaps: Sequence[Gap]) -> str:
    names = [load_roles()[role].plural.lower() for role in (first, second)]
    told = [
        f"{gap.label.lower()} {names[0]} {gap.first:.1f}, {names[1]} {gap.second:.1f}{', clear' if gap.clear else ''}"
        for gap in gaps
    ]
    return f"Importance from {LEAST} to {MOST}: {'; '.join(told)}."
