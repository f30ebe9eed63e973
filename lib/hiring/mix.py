"""Which roles, in which arrangements, do a firm's weekly work for the least money within its rules."""

from __future__ import annotations

from functools import reduce
from itertools import combinations
from typing import TYPE_CHECKING

from lib.hiring.mix_result import Choice, Mix, MixResult
from lib.hiring.mix_rules import Constraints, Rule, Workload, rules_of
from lib.hiring.mix_solver import cheapest, next_cheapest
from lib.hiring.mix_words import (
    IMPOSSIBLE,
    NOBODY,
    OUT_OF_TIME,
    best_words,
    broken_words,
    missing_words,
    saving_words,
    second_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Choice", "Constraints", "Mix", "MixResult", "Workload", "best_mix"]


def best_mix(workload: Workload, constraints: Constraints) -> MixResult:
    """Return the cheapest mix of whole and half positions that does the work, the second cheapest, and why.

    Cost is that of a full year of each position (`loaded_cost`), without what a first hire costs once.

    Args:
        workload: Hours a week of each kind of work.
        constraints: The market, the firm and the rules.
    """
    found = cheapest(workload, constraints)
    best = found.mix
    if best is None or not constraints.affords(best.cost):
        if found.stopped:
            return MixResult(None, None, f"{OUT_OF_TIME}; no mix within the rules was found by then.", stopped=True)
        return MixResult(None, None, IMPOSSIBLE, tuple(_broken(workload, constraints)))
    if found.stopped:
        why = f"{best_words(best, constraints)} {OUT_OF_TIME}, so a cheaper mix may exist."
        return MixResult(best, None, why, stopped=True)
    return _compared(best, constraints) if best.choices else MixResult(best, None, NOBODY)


def _compared(best: Mix, constraints: Constraints) -> MixResult:
    """Return the best mix with what the rules cost and the second best."""
    found = next_cheapest(best, constraints)
    words = [best_words(best, constraints), *_savings(best, constraints)]
    second = found.mix
    if second:
        words.append(second_words(best, second, constraints))
    if found.stopped:
        words.append(f"{OUT_OF_TIME}, so a cheaper second mix may exist.")
    within = second if second and constraints.affords(second.cost) else None
    return MixResult(best, within, " ".join(words), stopped=found.stopped)


def _savings(best: Mix, constraints: Constraints) -> Iterator[str]:
    """Yield what each rule costs that makes the best mix dearer."""
    for rule in rules_of(constraints):
        mix = cheapest(best.workload, rule.drop(constraints)).mix
        if mix and (words := saving_words(rule, best, mix)):
            yield words


def _broken(workload: Workload, constraints: Constraints) -> Iterator[str]:
    """Yield the rules that stand in the way: those without which there is a mix, as few at once as it takes."""
    yield from missing_words(constraints)
    rules = rules_of(constraints)
    for size in range(1, len(rules) + 1):
        found = [words for group in combinations(rules, size) if (words := _without(group, workload, constraints))]
        if found:
            yield from found
            return
    yield f"{OUT_OF_TIME}, so the rules in the way are not named."


def _without(rules: tuple[Rule, ...], workload: Workload, constraints: Constraints) -> str:
    """Say what dropping these rules makes possible; empty if nothing."""
    left = reduce(lambda old, rule: rule.drop(old), rules, constraints)
    mix = cheapest(workload, left).mix
    return broken_words(rules, mix, constraints, left) if mix and left.affords(mix.cost) else ""
