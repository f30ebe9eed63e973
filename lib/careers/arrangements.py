"""What a team would cost if everybody in it worked under another arrangement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lib.hiring.mix_solver import options_of
from lib.hiring.position import ARRANGEMENTS

if TYPE_CHECKING:
    from lib.hiring.mix_result import Mix
    from lib.hiring.mix_rules import Constraints


def arrangement_costs(mix: Mix, constraints: Constraints) -> dict[str, float]:
    """Return dollars a year by arrangement, the cheapest first, whether or not the rules allow it.

    Args:
        mix: The team.
        constraints: The place, the firm and what people are paid.
    """
    costs = {}
    for arrangement in ARRANGEMENTS:
        options = options_of(replace(constraints, arrangements=(arrangement,)))
        costs[arrangement] = sum(option.cost(mix.count_of(option.role)) for option in options)
    return dict(sorted(costs.items(), key=lambda item: item[1]))
