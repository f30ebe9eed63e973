"""Where the reader begins: a published path with its figures, and the pay that the pay model expects after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.careers.role_pay import role_pay
from lib.careers.training import Training
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.tables import TrainingPath


def pay_after(path: TrainingPath, area: str = NATION, *, release: str | None = None, **facts: str) -> float:
    """Return the median pay that the pay model expects after a path, in dollars a year.

    The education and credential of the path are stated where the pay model knows them. Pay before must state the
    same facts (an education of "none", for example), or everybody's pay is compared with that of a group. Without an
    experience the median is of everybody in the role, not of people who start in it; for lawyers it always is.

    Args:
        path: Leads to a role.
        area: BLS area code.
        release: Reference month; None for the newest.
        facts: Further facts of a `Profile`, such as experience.

    Raises:
        ValueError: As `role_pay`.
    """
    levels = {name: getattr(path, name) for name in ("education", "credential") if getattr(path, name)}
    return role_pay(path.role, area, release=release, **{**facts, **levels}).annual


def starting_point(
    path: TrainingPath, *, pay_before: float, pay_after: float, yearly_raise: float, discount: float, years: int
) -> Training:
    """Return a path with its published figures, to be changed by the reader.

    What was not found counts as 0: show `TrainingPath.missing` beside it.
    """
    return Training(
        path.label,
        tuition=path.tuition or 0,
        exam_fee=path.exam_fee or 0,
        months=path.months or 0,
        time_given_up=path.time_given_up,
        pay_before=pay_before,
        pay_after=pay_after,
        yearly_raise=yearly_raise,
        discount=discount,
        years=years,
    )
