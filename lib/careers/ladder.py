"""The ladders of both roles with pay at each step in a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.careers.role_pay import role_pay
from lib.tables import load_ladder_steps
from lib.tables.ladder_steps import LADDERS
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.careers.role_pay import RolePay
    from lib.tables import LadderStep


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


def years_from_start(rungs: tuple[Rung, ...]) -> tuple[float | None, ...]:
    """Return the usual years from the first step to each; None from the first step on whose time was not found."""
    totals: list[float | None] = []
    so_far: float | None = 0.0
    for rung in rungs:
        so_far = None if so_far is None or rung.step.years is None else so_far + rung.step.years
        totals.append(so_far)
    return tuple(totals)
