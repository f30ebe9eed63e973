"""What a plan costs and brings in over its first months, in whole dollars that add up to the eye.

The total is the rounded total; a category whose rounding stands in the way moves by a dollar, one that differs
between the plans first, so that equal amounts look equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lib.hiring.lines import GROUPS
from lib.hiring.plan_result import COST, FEES
from lib.pay.ageing import month_words
from lib.pay.words import MONTHS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.hiring.plan import Plan
    from lib.hiring.plan_result import PlanResult

HALF_A_CENT: Final = 0.005


@dataclass(frozen=True)
class Tally:
    """Whole dollars of a plan over its first months.

    Attributes:
        costs: By category, in the order of `GROUPS`.
        fees: By item, in the order of the result.
    """

    costs: Mapping[str, int]
    fees: Mapping[str, int]

    @property
    def cost(self) -> int:
        """Dollars of all categories."""
        return sum(self.costs.values())

    @property
    def brought_in(self) -> int:
        """Dollars of fees and released lawyer hours."""
        return sum(self.fees.values())

    @property
    def left(self) -> int:
        """Dollars brought in less cost."""
        return self.brought_in - self.cost


def tallies(results: Sequence[PlanResult], months: int | None = None) -> list[Tally]:
    """Return what each plan costs and brings in over its first months, or over all of them."""
    costs = [_summed(result, COST, "category", months) for result in results]
    fees = [_summed(result, FEES, "item", months) for result in results]
    ordered = [{group: each[group] for group in GROUPS if group in each} for each in costs]
    return [Tally(_whole(own, costs), _whole(brought, fees)) for own, brought in zip(ordered, fees, strict=True)]


def compared_months(plans: Sequence[Plan]) -> int:
    """Return the number of first months over which plans are compared: all, or a year if they span different ones."""
    spans = {plan.months for plan in plans}
    return spans.pop() if len(spans) == 1 else MONTHS_A_YEAR


def months_words(plan: Plan, months: int) -> str:
    """Return the first months of a plan, such as "January to December 2027"."""
    first, last = month_words(plan.calendar[0]), month_words(plan.calendar[months - 1])
    same_year = first.split()[1] == last.split()[1]
    return f"{first.split()[0] if same_year else first} to {last}"


def when_words(plans: Sequence[Plan], months: int | None = None) -> str:
    """Say which months of the plans are meant, such as "in the first year (January to December 2027)".

    Args:
        plans: One or more.
        months: Number of first months of each; None for all its months.
    """
    counts = {months or plan.months for plan in plans}
    spans = [months_words(plan, months or plan.months) for plan in plans]
    count = counts.pop() if len(counts) == 1 else None
    what = {None: "over all months", MONTHS_A_YEAR: "in the first year"}.get(count, f"over {count} months")
    if len(set(spans)) == 1:
        return f"{what} ({spans[0]})"
    each = "; ".join(f"“{plan.name}”: {span}" for plan, span in zip(plans, spans, strict=True))
    return f"{what} of each ({each})"


def _summed(result: PlanResult, side: str, by: str, months: int | None) -> dict[str, float]:
    chosen = result.items["side"] == side
    amounts = result.amounts[chosen.to_numpy(dtype=bool), :months].sum(axis=1)
    summed = result.items[chosen].assign(amount=amounts).groupby(by, sort=False)["amount"].sum()
    return {str(name): round(float(amount), 4) for name, amount in summed.items()}


def _whole(own: Mapping[str, float], every: Sequence[Mapping[str, float]]) -> dict[str, int]:
    """Return the amounts of a plan in whole dollars that add up to their rounded sum."""
    whole = {name: round(amount) for name, amount in own.items()}
    missing = round(sum(own.values())) - sum(whole.values())
    step = 1 if missing > 0 else -1
    wrong = {name: step * (amount - whole[name]) for name, amount in own.items()}  # by how much the rounding is off
    movable = sorted((name for name in own if wrong[name] > 0), key=lambda name: (_equal(name, every), -wrong[name]))
    for name in movable[: abs(missing)]:
        whole[name] += step
    return whole


def _equal(name: str, every: Sequence[Mapping[str, float]]) -> bool:
    amounts = [each.get(name, 0.0) for each in every]
    return max(amounts) - min(amounts) < HALF_A_CENT
