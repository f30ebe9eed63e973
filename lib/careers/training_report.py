"""What the numbers of a training support, and its years as a table."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from lib.careers.training import ROUNDED_TO
from lib.pay.trust import ALL_CASES
from lib.pay.words import dollars
from lib.tables import load_accuracy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.careers.training import TrainingReturn


@cache
def model_error() -> float:
    """Return by which share the pay model was off on real pay points on average (data/accuracy.csv)."""
    rows = load_accuracy()
    found = rows.loc[(rows["check"] == "cases") & (rows["group"] == ALL_CASES), "ours"]
    return float(found.iloc[0])


def is_supported(result: TrainingReturn, error: float) -> bool:
    """Return whether a gain stays a gain, and a loss a loss, if pay after is off by a share.

    Args:
        result: What a training brings.
        error: By which share pay after may be off; 0 if it is taken as given.
    """
    needed, after = result.pay_to_break_even, result.training.pay_after
    return needed is None or abs(after - needed) >= error * after


def needed_sentence(result: TrainingReturn) -> str:
    """Say which pay after the training is needed for it to break even in today's dollars."""
    asked, needed = result.training, result.pay_to_break_even
    if needed is None:
        return f"It takes all {asked.years} years: no pay after it is counted."
    more = needed - asked.pay_before
    than_now = f", {dollars(more)} more than now" if round(more) else ", as much as now"
    return (
        f"It breaks even over {asked.years} years if pay after is at least {dollars(needed)} a year{than_now}; "
        f"{dollars(asked.pay_after)} is expected."
    )


def evidence_sentence(result: TrainingReturn, error: float) -> str:
    """Say whether the data supports the gain or the loss, given how far the pay model is usually off.

    Args:
        result: What a training brings.
        error: By which share pay after may be off; 0 if it is taken as given.
    """
    needed, after = result.pay_to_break_even, result.training.pay_after
    if needed is None or not error:
        return ""
    off = f"for one person the pay model is usually off by {error:.1%}"
    if not is_supported(result, error):
        verdict = f"Our data supports neither a gain nor a loss: pay after is {_beside(after, needed)}, and {off}"
        return f"{verdict} ({dollars(error * after)} here).{_small_change(result, error)}"
    outcome, change, side = ("gain", -error, "above") if after > needed else ("loss", error, "below")
    tried = f"with pay after {'lower' if change < 0 else 'higher'} by as much, {dollars(after * (1 + change))}"
    return (
        f"The {outcome} stands up to the usual error: {off}, and {tried}, it would still be {side} what is needed."
        f"{_small_change(result, error)}"
    )


def _beside(after: float, needed: float) -> str:
    gap = after - needed
    if not round(gap):
        return "just what is needed"
    return f"{dollars(abs(gap))} {'above' if gap > 0 else 'below'} what is needed"


def _small_change(result: TrainingReturn, error: float) -> str:
    """Say so if the change of pay is smaller than the error."""
    change = result.training.pay_after - result.training.pay_before
    if not round(change) or abs(change) >= error * result.training.pay_after:
        return ""
    more = "more" if change > 0 else "less"
    return f" The change of pay itself, {dollars(abs(change))} a year {more}, is smaller than that error."


def rank_sentence(results: Sequence[TrainingReturn], errors: Sequence[float | None]) -> str:
    """Say whether the data supports that one of two trainings is worth more than the other.

    Args:
        results: Two trainings of the same person.
        errors: By which share pay after each may be off; 0 if it is taken as given, None if our data gives no verdict.
    """
    first, second = results
    known = [error for error in errors if error is not None]
    if len(known) < len(results):
        return "Our data does not say which is better."
    if not round(first.training.pay_after - second.training.pay_after):
        return "Both lead to the same pay, so their difference rests on cost and time alone."
    unsure = max(error * r.training.pay_after * r.value_of_a_dollar for r, error in zip(results, known, strict=True))
    apart = abs(first.present_value - second.present_value)
    if not unsure:
        return ""
    side, verdict = ("less", "does not say which is better") if apart < unsure else ("more", "supports this order")
    return (
        f"The difference is {side} than the usual error of pay after can make ({dollars(round(unsure, ROUNDED_TO))} "
        f"over these years): our data {verdict}."
    )


def finding(results: Sequence[TrainingReturn], errors: Sequence[float | None]) -> str:
    """Say in a heading what one or two trainings bring, as far as the data supports it.

    Args:
        results: One or two trainings.
        errors: By which share pay after each may be off; 0 if it is taken as given, None if our data gives no verdict.
    """
    years = f"Over {results[0].training.years} years"
    doubts = [_doubt(result, error) for result, error in zip(results, errors, strict=True)]
    if len(results) > 1 and doubts[0] and len(set(doubts)) == 1:
        return f"{years} {doubts[0]} either"
    return f"{years} {'; '.join(_worth(*pair) for pair in zip(results, doubts, strict=True))}"


def _doubt(result: TrainingReturn, error: float | None) -> str:
    """Return why no gain or loss is told, up to the name of the training; empty if it is."""
    if error is None:
        return "our data gives no verdict on"
    return "" if is_supported(result, error) else "our data supports neither a gain nor a loss from"


def _worth(result: TrainingReturn, doubt: str) -> str:
    name, worth = f"“{result.training.name}”", round(result.present_value, ROUNDED_TO)
    if doubt:
        return f"{doubt} {name}"
    if not worth:
        return f"{name} neither gains nor loses"
    return f"{name} {'gains' if worth > 0 else 'loses'} about {dollars(abs(worth))}"


def year_table(results: Sequence[TrainingReturn]) -> pd.DataFrame:
    """Return the years of trainings side by side, in dollars, with the columns of each named after it."""
    first = results[0]
    table = {"Year": [flow.year for flow in first.flows], "Pay without training": [f.pay_without for f in first.flows]}
    for result in results:
        name = result.training.name
        for label, values in _columns(result).items():
            table[f"{name}: {label}"] = values
    return pd.DataFrame(table).round(2)


def _columns(result: TrainingReturn) -> dict[str, list[float]]:
    flows = result.flows
    return {
        "tuition": [flow.tuition for flow in flows],
        "exam fee": [flow.exam_fee for flow in flows],
        "pay given up": [flow.forgone_pay for flow in flows],
        "extra pay": [flow.extra_pay for flow in flows],
        "net": [flow.net for flow in flows],
        "net so far": list(result.cumulative_net),
        "earned so far, costs taken off": list(result.cumulative_with),
    }
