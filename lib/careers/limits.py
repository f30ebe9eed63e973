"""What would change the team for an office's work: hours of work, and what a lawyer's hour counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lib.careers.split import MOST_LAWYER_HOUR, split
from lib.hiring.firm import PARALEGAL
from lib.hiring.mix_rules import MOST_HOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lib.careers.split import Price
    from lib.hiring.mix_rules import Constraints, Workload

FINELY: Final = 0.01  # hours a week to which a threshold is found
CENT: Final = 0.01  # dollars to which a lawyer's hour is found
NEARBY: Final = 1.03  # factor between two costs of a lawyer's hour that are tried


def thresholds(
    work: Workload, constraints: Constraints, found: dict[str, Price], role: str, counts: Sequence[float]
) -> dict[float, float | None]:
    """Return from how many hours a week of its own work there are so many positions of a role, all else as it is.

    Args:
        work: What can be handed on.
        constraints: The rules.
        found: What `prices` returned.
        role: paralegal, whose own work is legal work, or legal_secretary, whose own work is office work.
        counts: Positions asked for.

    Returns:
        Hours by number of positions, found by bisection; 0 if it takes none, None if no hours lead there.
    """
    return {count: _from_hours(count, role, work, constraints, found) for count in counts}


def lawyer_hours_alike(
    work: Workload, constraints: Constraints, found: dict[str, Price], lawyer_hour: float
) -> tuple[float | None, float | None]:
    """Return between which costs of a lawyer's hour the positions stay as they are, found by bisection.

    Args:
        work: What can be handed on.
        constraints: The rules.
        found: What `prices` returned.
        lawyer_hour: Dollars, what it costs now.

    Returns:
        Dollars an hour, the least and the most; None where nothing changes within the bounds.
    """

    def positions(dollars: float) -> tuple[float, float]:
        priced = {role: replace(price, worth=dollars) for role, price in found.items()}
        answer = split(work, constraints, priced)
        return answer.paralegals, answer.legal_secretaries

    now = positions(lawyer_hour)
    return (
        _last_alike(lambda dollars: positions(dollars) == now, lawyer_hour, 1 / NEARBY),
        _last_alike(lambda dollars: positions(dollars) == now, lawyer_hour, NEARBY),
    )


def _last_alike(alike: Callable[[float], bool], start: float, factor: float) -> float | None:
    """Return the last cost of a lawyer's hour that is alike, walking from a start; None up to the bound.

    A change and its reversal within one step of the walk go unseen.
    """
    near, far = start, start * factor
    while alike(far):
        if not CENT < far < MOST_LAWYER_HOUR:
            return None
        near, far = far, far * factor
    while abs(far - near) > CENT:
        middle = (near + far) / 2
        near, far = (middle, far) if alike(middle) else (near, middle)
    return near


def _from_hours(
    count: float, role: str, work: Workload, constraints: Constraints, found: dict[str, Price]
) -> float | None:
    """Return the fewest hours a week of its own work with which there are so many positions of a role."""

    def enough(hours: float) -> bool:
        if role == PARALEGAL:
            return split(replace(work, substantive=hours), constraints, found).paralegals >= count
        return split(replace(work, administrative=hours), constraints, found).legal_secretaries >= count

    low, high = 0.0, MOST_HOURS
    if enough(low) or not enough(high):
        return 0.0 if enough(low) else None
    while high - low > FINELY:
        middle = (low + high) / 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
