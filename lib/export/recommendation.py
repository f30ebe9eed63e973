"""What the figures say for a choice between plans, in words that go no further than the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from lib.hiring.billing import BILLING_ROLE, FIELDS, billing_of
from lib.hiring.difference import joined, unlike_words
from lib.hiring.firm import LEGAL_SECRETARY
from lib.hiring.risk import HALF_A_CENT, chance_words
from lib.hiring.tally import Tally, compared_months, tallies, when_words
from lib.pay.words import dollars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.hiring.plan import Plan
    from lib.hiring.plan_result import PlanResult
    from lib.hiring.risk import Risk

NOISE: Final = (0.35, 0.65)  # share of draws in which the second is better: then the two cannot be told apart
NOTHING: Final = "No scenario holds a position that can be counted yet, so there is nothing to compare."


@dataclass(frozen=True)
class Contender:
    """A plan that is counted, its whole dollars over the compared months, and its risk if it was simulated."""

    result: PlanResult
    sums: Tally
    risk: Risk | None

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.result.plan

    @property
    def name(self) -> str:
        """The plan's name in quotation marks."""
        return f"“{self.plan.name}”"


@dataclass(frozen=True)
class Choice:
    """Plans in order, the best first: by what they leave if any brings in fees, else by cost."""

    ranked: tuple[Contender, ...]
    months: int
    by_fees: bool

    @property
    def best(self) -> Contender:
        """The plan that leaves most or costs least, as an expectation."""
        return self.ranked[0]

    @property
    def when(self) -> str:
        """Over which months, in words."""
        return when_words([each.plan for each in self.ranked], self.months)

    @property
    def close(self) -> tuple[Contender, ...]:
        """The plans that cannot be told apart from the best."""
        return tuple(each for each in self.ranked[1:] if self.alike(each))

    def gap(self, other: Contender) -> int:
        """Return by how many dollars the best is ahead of another."""
        best = self.best.sums
        return best.left - other.sums.left if self.by_fees else other.sums.cost - best.cost

    def alike(self, other: Contender) -> bool:
        """Return whether the gap to another plan is nothing, or lies within the noise."""
        share = self.chance(other)
        return self.gap(other) == 0 or (share is not None and NOISE[0] <= share <= NOISE[1])

    def chance(self, other: Contender) -> float | None:
        """Return the share of common draws in which another plan is better, ties halved; None if there are none."""
        mine, theirs = self.best.risk, other.risk
        if mine is None or theirs is None or (mine.seed, mine.draws) != (theirs.seed, theirs.draws):
            return None
        if self.best.plan.months != other.plan.months:
            return None
        ahead = theirs.contributions - mine.contributions if self.by_fees else mine.costs - theirs.costs
        return float(np.mean(ahead >= HALF_A_CENT) + np.mean(np.abs(ahead) < HALF_A_CENT) / 2)


def choose(results: Sequence[PlanResult], risks: Sequence[Risk]) -> Choice | None:
    """Return the plans that hold a counted position, in order; None if none does."""
    counted = [result for result in results if len(result.items)]
    if not counted:
        return None
    by_name = {risk.plan.name: risk for risk in risks}
    months = compared_months([result.plan for result in counted])
    found = [
        Contender(result, sums, by_name.get(result.plan.name))
        for result, sums in zip(counted, tallies(counted, months), strict=True)
    ]
    by_fees = any(each.sums.brought_in for each in found)
    ranked = sorted(found, key=lambda each: -each.sums.left if by_fees else each.sums.cost)
    return Choice(tuple(ranked), months, by_fees)


def recommendation(results: Sequence[PlanResult], risks: Sequence[Risk], budget: float | None) -> tuple[str, ...]:
    """Return what the figures say for a choice: the answer, how sure, how alike, the budget and what it rests on."""
    choice = choose(results, risks)
    if choice is None:
        return (NOTHING,)
    words = [_answer(choice), *_sureness(choice), unlike_words([each.plan for each in choice.ranked])]
    words += [_budget_words(each, budget) for each in (choice.best, *choice.close)] if budget else []
    words += [_billing_words(choice), _secretary_words(choice), _left_out([result.plan for result in results], choice)]
    return tuple(sentence for sentence in words if sentence)


def _answer(choice: Choice) -> str:
    if len(choice.ranked) == 1:
        return f"Only one scenario is counted. {_sums_words(choice.best)} {choice.when}."
    if choice.close:
        return _alike_words(choice)
    best, second = choice.best, choice.ranked[1]
    ahead = dollars(choice.gap(second))
    if not choice.by_fees:
        return (
            f"{best.name} is the cheapest: {dollars(best.sums.cost)} {choice.when}, {ahead} less than {second.name}. "
            "No scenario brings in fees that are counted, so only cost is compared."
        )
    rank = "leaves the most" if best.sums.left >= 0 else "falls short the least"
    result = f"leaves {dollars(best.sums.left)}" if best.sums.left >= 0 else f"falls {dollars(-best.sums.left)} short"
    return (
        f"{best.name} {rank} {choice.when}: it {_brought(best)} and costs {dollars(best.sums.cost)}, which {result}. "
        f"That is {ahead} better than {second.name}."
    )


def _alike_words(choice: Choice) -> str:
    measure = "what they leave once their cost is paid" if choice.by_fees else "cost"
    names = joined([each.name for each in (choice.best, *choice.close)])
    sums = "; ".join(_sums_words(each) for each in (choice.best, *choice.close))
    return f"{names} cannot be told apart on {measure}: choose on other grounds. {sums} {choice.when}."


def _sums_words(each: Contender) -> str:
    cost = f"{each.name} costs {dollars(each.sums.cost)}"
    return f"{cost} and {_brought(each)}" if each.sums.brought_in else cost


def _brought(each: Contender) -> str:
    return f"brings in {dollars(each.sums.brought_in)}" if each.sums.brought_in else "brings in nothing that is counted"


def _sureness(choice: Choice) -> list[str]:
    """Say in how many draws the order holds, against each plan that is close, or else the second."""
    others = choice.close or choice.ranked[1:2]
    verb = "leaves more" if choice.by_fees else "costs less"
    words = []
    for other in others:
        share = choice.chance(other)
        if share is None:
            words.append(
                f"How sure it is that {choice.best.name} {verb} than {other.name} {_unknown(choice.best, other)}."
            )
        else:
            words.append(
                f"{choice.best.name} {verb} than {other.name} in {chance_words(1 - share)} simulated futures, each "
                "the same for both."
            )
    return words


def _unknown(best: Contender, other: Contender) -> str:
    same = best.plan.months == other.plan.months
    return "has not been simulated" if same else "is not known: they span different numbers of months"


def _budget_words(each: Contender, budget: float) -> str:
    """Hold the cost at the figures assumed against the budget; it fits only if the futures do not say otherwise."""
    cost = tallies([each.result])[0].cost
    room = round(budget) - cost
    over = each.risk.probability_over if each.risk and each.risk.budget == budget else None
    spent = f"{dollars(cost)} in its {each.plan.months} months"
    side = "below" if room > 0 else "above"
    if over is not None and (doubt := _doubt_words(over, within=room >= 0)):
        beside = f"{dollars(abs(room))} {side}" if room else "exactly"
        return (
            f"At the figures assumed {each.name} costs {spent}, {beside} the budget of {dollars(budget)}, but {doubt}."
        )
    fits = "fits" if room >= 0 else "does not fit"
    beside = f"{dollars(abs(room))} {side} it" if room else "exactly as much"
    words = f"{each.name} {fits} the budget of {dollars(budget)}: at the figures assumed it costs {spent}, {beside}"
    return f"{words}." if over is None else f"{words}; {_over_words(over)}."


def _doubt_words(over: float, *, within: bool) -> str:
    """Say how many futures end on the other side of the budget than the figures assumed; empty if few do.

    Args:
        over: Share of the futures that cost more than the budget.
        within: Whether the cost at the figures assumed lies within the budget.
    """
    against = over if within else 1 - over
    shown = round(100 * against)
    if shown > 50:
        side = "exceed it" if within else "stay within it"
        return f"it is more likely than not to {side}: in {chance_words(against)} futures"
    return f"that is far from sure: {_over_words(over)}" if shown >= 100 * NOISE[0] else ""


def _over_words(over: float) -> str:
    return f"it costs more than the budget in {chance_words(over)} futures"


def _billing_words(choice: Choice) -> str:
    """Say which work the fees count on and whose figures these are; empty if no paralegal brings in fees."""
    plans = [each.plan for each in choice.ranked if each.sums.brought_in and _people(each.plan, BILLING_ROLE)]
    if not plans:
        return ""
    firm, billing = plans[0].firm, billing_of(plans[0].firm)
    own = [firm.states(name) for name in FIELDS.values()]
    whose = "your figures" if all(own) else "partly your figures, partly our estimates" if any(own) else "our estimates"
    return (
        f"The fees of “{plans[0].name}” count on {billing.hours:,.0f} hours worked for clients a year by each "
        f"full-time paralegal, {dollars(billing.collected_an_hour, cents=True)} collected for each hour ({whose}). "
        "They come in only if clients have that much work."
    )


def _secretary_words(choice: Choice) -> str:
    """Say how a legal secretary's value is counted; empty if no plan holds one."""
    plans = [each.plan for each in choice.ranked if _people(each.plan, LEGAL_SECRETARY)]
    if not plans:
        return ""
    typed = ", ".join(f"{_released_words(plan)} in “{plan.name}”" for plan in plans)
    several = any(_people(plan, LEGAL_SECRETARY) > 1 for plan in plans)
    whose = "legal secretaries are" if several else "a legal secretary is"
    return f"What {whose} worth, the lawyer hours released, is counted only as typed: {typed}."


def _released_words(plan: Plan) -> str:
    hours, value = plan.firm.of("released_hours"), plan.firm.of("released_value")
    each = " for each person" if _people(plan, LEGAL_SECRETARY) > 1 else ""
    return f"{hours:,.0f} hours a year{each} at {dollars(value)} an hour" if hours and value else "nothing"


def _left_out(plans: Sequence[Plan], choice: Choice) -> str:
    counted = {each.plan.name for each in choice.ranked}
    names = [f"“{plan.name}”" for plan in plans if plan.name not in counted]
    whose = "its" if len(names) == 1 else "their"
    return f"Left out, because none of {whose} positions is counted: {joined(names)}." if names else ""


def _people(plan: Plan, role: str) -> int:
    return sum(position.count for position in plan.counted if position.role == role)
