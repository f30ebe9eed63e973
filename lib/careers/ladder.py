"""The ladders of both roles with pay at each step in a place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.careers.role_pay import role_pay
from lib.pay.market import ESTIMATED
from lib.pay.words import dollars
from lib.tables import load_ladder_steps
from lib.tables.ladder_steps import LADDERS
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.careers.role_pay import RolePay
    from lib.tables import LadderStep

CHANGE: Final = "Change, dollars a year"


@dataclass(frozen=True)
class Rung:
    """One step of a ladder in a place.

    Attributes:
        step: Time, training and sources.
        pay: Median pay, and whose figure it is.
        change: Dollars a year more than on the step before, negative if it is less; None on the first.
    """

    step: LadderStep
    pay: RolePay
    change: float | None


def climb(ladder: str, area: str = NATION, *, release: str | None = None) -> tuple[Rung, ...]:
    """Return the steps of a ladder with pay in a place, lowest first.

    Steps without an experience have the median of everybody in the role, seniors and beginners alike; senior steps
    are estimates of the pay model.

    Args:
        ladder: Key of `LADDERS`.
        area: BLS area code.
        release: Reference month; None for the newest.

    Raises:
        ValueError: For an unknown ladder, area or release.
    """
    if ladder not in LADDERS:
        raise ValueError(f"ladder {ladder!r} is not known. Known: {', '.join(LADDERS)}.")
    rungs: list[Rung] = []
    for step in load_ladder_steps()[ladder]:
        facts = {"experience": step.experience} if step.experience else {}
        pay = role_pay(step.role, area, release=release, **facts)
        rungs.append(Rung(step, pay, pay.annual - rungs[-1].pay.annual if rungs else None))
    return tuple(rungs)


def years_words(step: LadderStep) -> str:
    """Return the usual time of a step in words."""
    if step.years is None:
        return "not found"
    if not step.years:
        return "the way in"
    if step.years_high is not None:
        return f"{step.years_low:g} to {step.years_high:g} years from the step before"
    floor = "at least " if step.years_low is not None else ""
    return f"{floor}{step.years:g} years from the step before"


def time_kind(step: LadderStep) -> str:
    """Return whether the time of a step is a fact, an estimate or not found; empty for the way in, which has none."""
    return "" if step.years == 0 else step.kind


def ladder_finding(rungs: tuple[Rung, ...], place: str) -> str:
    """Say in a heading where a ladder leads in a place.

    Args:
        rungs: The steps of a ladder.
        place: As it stands in a sentence.
    """
    first, last = rungs[0].pay.annual, rungs[-1].pay.annual
    less = f", {dollars(first - last)} less" if last < first else ""
    return f"{LADDERS[rungs[0].step.ladder]}: {dollars(first)} to {dollars(last)} a year in {place}{less}"


def cut_sentences(rungs: tuple[Rung, ...]) -> tuple[str, ...]:
    """Say of each step at which pay looks like a cut whether that is real."""
    return tuple(_cut_words(before, rung) for before, rung in pairwise(rungs) if (rung.change or 0) < 0)


def _cut_words(before: Rung, rung: Rung) -> str:
    step, cut = rung.step.label, dollars(before.pay.annual - rung.pay.annual)
    if before.step.experience and not rung.step.experience:
        return (
            f"{step} looks like a cut of {cut}, but need not be one: the figure before it is our estimate for people "
            "with a senior title, this one is the median of everybody in the role, beginners included."
        )
    return (
        f"The step to {step.lower()} is a cut of {cut} here: both figures are of everybody in the role, so for one "
        "person it can be a rise."
    )


def ladder_table(rungs: tuple[Rung, ...]) -> pd.DataFrame:
    """Return the steps of a ladder as a table to take away."""
    return pd.DataFrame([_row(rung) for rung in rungs]).astype({CHANGE: "Int64"})  # empty on the first step


def _row(rung: Rung) -> dict[str, object]:
    step = rung.step
    return {
        "Step": step.label,
        "Median pay, dollars a year": round(rung.pay.annual),
        "Pay is": "our estimate" if rung.pay.basis == ESTIMATED else "published",
        CHANGE: None if rung.change is None else round(rung.change),
        "Usual time": years_words(step),
        "Time is": time_kind(step),
        "Training": step.training,
        "On the pay": rung.pay.note,
        "On the time": step.note,
    }
