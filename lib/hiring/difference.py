"""How plans differ, in words: by how much, because of what, what they bring in, and whether they are alike at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from lib.hiring.lines import BENEFITS, FEE, HIRING, OFFICE, PAY, TAXES, TURNOVER
from lib.hiring.position import VIRTUAL
from lib.hiring.tally import Tally, compared_months, tallies, when_words
from lib.pay.words import dollars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.hiring.plan import Plan
    from lib.hiring.plan_result import PlanResult
    from lib.hiring.planned import PlannedPosition

MOST_REASONS: Final = 3
EXPLAINED: Final = 0.9  # share of what points the same way from which no further reason is named
WORTH_NAMING: Final = 0.25  # share of the gap from which a category that points the other way is named
CATEGORY_WORDS: Final = {
    PAY: "pay is",
    FEE: "contractors' fees are",
    TAXES: "payroll taxes are",
    BENEFITS: "benefits are",
    OFFICE: "space and software are",
    HIRING: "hiring is",
    TURNOVER: "turnover is",
}


def difference_words(first: PlanResult, second: PlanResult) -> str:
    """Say what the second plan costs more or less than the first, why, and what each brings in.

    Plans that span different numbers of months are compared over the first twelve of each. Amounts are whole
    dollars that add up as shown.
    """
    plans = (first.plan, second.plan)
    months = compared_months(plans)
    one, two = tallies((first, second), months)
    names = (f"“{first.plan.name}”", f"“{second.plan.name}”")
    return f"{_cost_words(names, one, two, when_words(plans, months))}{_fee_words(names, one, two)}"


def existing_staff_differs(plans: Sequence[Plan]) -> bool:
    """Return whether the plans hold different people employed already.

    Plans without a counted position are left aside. What a plan decides about the same people, until when they stay
    and how their pay rises, makes no difference.
    """
    return len({_existing_staff(plan) for plan in plans if plan.counted}) > 1


def places_differ(plans: Sequence[Plan]) -> bool:
    """Return whether two of the plans each employ somebody in an area in which the other employs nobody."""
    areas = [{row.area for row in plan.counted if row.arrangement not in VIRTUAL} for plan in plans]
    return any(one - other and other - one for one, other in combinations(areas, 2))


def unlike_words(plans: Sequence[Plan]) -> str:
    """Say that the totals of plans compare more than what is to be decided, as a sentence; empty if they may not."""
    elsewhere = places_differ(plans)
    if existing_staff_differs(plans):
        places = " and positions in different places" if elsewhere else ""
        return f"The scenarios hold different existing staff{places}, so their totals compare more than the decision."
    if elsewhere:
        return "The scenarios hold positions in different places, so their totals compare the places too."
    return ""


def _existing_staff(plan: Plan) -> frozenset[tuple[PlannedPosition, int]]:
    """Return the people employed already, whether they share a row or not."""
    people: Counter[PlannedPosition] = Counter()
    for row in plan.counted:
        if row.employed:
            people[replace(row, count=1, end=None, raise_a_year=None, search="none")] += row.count
    return frozenset(people.items())


def _cost_words(names: tuple[str, str], one: Tally, two: Tally, when: str) -> str:
    gap = two.cost - one.cost
    if gap == 0:
        return f"{names[1]} costs as much as {names[0]} {when}."
    amount = f"{dollars(abs(gap))} {'more' if gap > 0 else 'less'}"
    return f"{names[1]} costs {amount} than {names[0]} {when}, {_reasons(one, two, gap)}."


def _reasons(one: Tally, two: Tally, gap: int) -> str:
    """Name the categories that explain most of a gap, and the largest that points the other way if it matters."""
    changes = {name: two.costs.get(name, 0) - one.costs.get(name, 0) for name in CATEGORY_WORDS}
    ranked = sorted(changes, key=lambda name: -abs(changes[name]))
    same = [name for name in ranked if changes[name] * gap > 0]
    against = [name for name in ranked if changes[name] * gap < 0 and abs(changes[name]) >= WORTH_NAMING * abs(gap)]
    named = _enough(same, changes, MOST_REASONS - bool(against))
    told = [*named, *against[:1]]
    because = "because" if sum(changes[name] for name in told) == gap else "mostly because"
    words = f"{because} {joined([_change_words(name, changes[name]) for name in named])}"
    return f"{words}, although {_change_words(against[0], changes[against[0]])}" if against else words


def _enough(ranked: list[str], changes: dict[str, int], most: int) -> list[str]:
    """Return the first names, up to a number, until they explain nearly all of the ranked ones."""
    wanted = EXPLAINED * sum(abs(changes[name]) for name in ranked)
    named: list[str] = []
    while len(named) < min(most, len(ranked)) and sum(abs(changes[name]) for name in named) < wanted:
        named.append(ranked[len(named)])
    return named


def _change_words(category: str, change: int) -> str:
    return f"{CATEGORY_WORDS[category]} {dollars(abs(change))} {'higher' if change > 0 else 'lower'}"


def _fee_words(names: tuple[str, str], one: Tally, two: Tally) -> str:
    """Say what is left of what each plan brings in, with a space before it; empty if neither brings in anything."""
    if not one.brought_in and not two.brought_in:
        return ""
    gap = two.left - one.left
    end = f"{names[1]} leaves {dollars(abs(gap))} {'more' if gap > 0 else 'less'}" if gap else "both leave the same"
    brought = "; ".join(_brought_in_words(name, sums) for name, sums in zip(names, (one, two), strict=True))
    return f" {brought}. Once the cost is paid, {end}."


def _brought_in_words(name: str, sums: Tally) -> str:
    """Say what a plan brings in and how that compares to its cost."""
    if not sums.brought_in:
        return f"{name} brings in nothing that is counted"
    beside = f"{dollars(abs(sums.left))} {'more' if sums.left > 0 else 'less'} than it costs"
    return f"{name} brings in {dollars(sums.brought_in)}, {beside if sums.left else 'as much as it costs'}"


def joined(parts: list[str]) -> str:
    """Return parts as a list in a sentence: a, b and c."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
