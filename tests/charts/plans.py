"""Plan results whose figures are set by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lib.hiring import Plan, PlannedPosition, PlanResult
from lib.hiring.plan_result import COST, FEES, ITEM_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HOSTILE = "<b onclick=alert(1)>$1 and $2</b> & %{y}"
SHOWN_HOSTILE = "&lt;b onclick=alert(1)&gt;&#36;1 and &#36;2&lt;/b&gt; &amp; %{y}"


def result_of(
    costs: Mapping[str, Sequence[float]], fees: Sequence[float] = (), *, months: int = 12, first: str = "2027-01"
) -> PlanResult:
    """Return a result with dollars by category and month; a month that is not given is 0."""
    sides = [
        *((COST, category, amounts) for category, amounts in costs.items()),
        *([(FEES, FEES, fees)] if fees else []),
    ]
    items = [(0, "Job", 1, side, category, category, "input", "", "") for side, category, _ in sides]
    amounts = np.zeros((len(sides), months))
    for at, (_, _, given) in enumerate(sides):
        amounts[at, : len(given)] = given
    none = np.zeros((0, months))
    plan = Plan("Hand-made", (PlannedPosition("paralegal", "48"),), first=first, months=months)
    return PlanResult(plan, pd.DataFrame(items, columns=list(ITEM_COLUMNS)), amounts, none, none)


NOTHING = result_of({})
