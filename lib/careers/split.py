"""How an office's work is split: what goes to paralegals, what to legal secretaries, what stays with lawyers.

Paralegals are hired for legal work, legal secretaries for the rest. A position pays if the hours it takes off lawyers
are worth its price. Paralegals' spare time then takes shared work and, where that is allowed, administrative work.
So many paralegals follow from the hours of legal work alone that more of it never means fewer of them; only where
neither role pays by itself may one paralegal position take all the work.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Final

from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.mix_rules import HALF, MOST_HOURS, Workload
from lib.hiring.mix_solver import WEEKS_A_YEAR, options_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.hiring.mix_rules import Constraints

FILLED: Final = 0.5  # our judgement: a position pays if at least this share of its time is filled
MOST_LAWYER_HOUR: Final = 2_000.0  # dollars
FINELY: Final = 0.05  # hours a week to which a threshold is found
CENT: Final = 0.01  # dollars to which a lawyer's hour is found


@dataclass(frozen=True)
class Price:
    """What positions of a role cost at the least, and what an hour they take off lawyers is worth.

    Attributes:
        half: Dollars a year of a half position.
        whole: Dollars a year of a full-time position.
        week: Hours a week of a full-time position.
        worth: Dollars an hour.
        step: The smallest position, 0.5 or 1.
    """

    half: float
    whole: float
    week: float
    worth: float
    step: float

    def cost(self, positions: float) -> float:
        """Return dollars a year of whole and half positions."""
        return positions // 1 * self.whole + (self.half if positions % 1 else 0.0)

    def pays(self, positions: float, hours: float) -> bool:
        """Return whether positions are worth their cost for hours a week taken off lawyers."""
        return self.cost(positions) <= WEEKS_A_YEAR * self.worth * min(hours, positions * self.week)

    def best(self, hours: float) -> float:
        """Return the positions that cost least, the hours a week left to lawyers counted in."""
        most = self.step * ceil(hours / self.week / self.step)
        near = {max(most - back * HALF, 0.0) for back in (0, 1, 2) if not back * HALF % self.step}
        return min(near | {0.0}, key=lambda count: (round(self._with_left(count, hours), 2), -count))

    def _with_left(self, positions: float, hours: float) -> float:
        left = max(hours - positions * self.week, 0.0)
        return self.cost(positions) + WEEKS_A_YEAR * self.worth * left


@dataclass(frozen=True)
class Split:
    """Positions of both roles, and the work they take and leave.

    Attributes:
        paralegals: Positions.
        legal_secretaries: Positions.
        taken: The work that goes to them.
        kept: The work that stays with lawyers.
    """

    paralegals: float
    legal_secretaries: float
    taken: Workload
    kept: Workload


def prices(constraints: Constraints, lawyer_hour: float | None) -> dict[str, Price]:
    """Return the prices by role; empty if no arrangement is allowed.

    Args:
        constraints: The market, the firm and the rules.
        lawyer_hour: Dollars a lawyer's hour costs; None if unknown: then it counts so much that a full-time position
            pays from `FILLED` of its hours.

    Raises:
        ValueError: If the lawyer's hour is out of bounds; says what to do.
    """
    require_lawyer_hour(lawyer_hour)
    found = {}
    for role in (PARALEGAL, LEGAL_SECRETARY):
        options = [option for option in options_of(constraints) if option.role == role]
        if options:
            whole, week = min(option.whole for option in options), options[0].hours
            worth = whole / WEEKS_A_YEAR / week / FILLED if lawyer_hour is None else lawyer_hour
            step = HALF if constraints.halves else 1.0
            found[role] = Price(min(option.half for option in options), whole, week, worth, step)
    return found


def require_lawyer_hour(dollars: float | None) -> None:
    """Raise ValueError if the cost of a lawyer's hour is stated and out of bounds."""
    if dollars is not None and not 0 < dollars <= MOST_LAWYER_HOUR:
        raise ValueError(f"A lawyer's hour: type more than $0 and up to ${MOST_LAWYER_HOUR:,.0f}, not {dollars:,g}.")


def split(work: Workload, constraints: Constraints, found: dict[str, Price]) -> Split:
    """Return who takes the work.

    Args:
        work: What can be handed on.
        constraints: The rules; minimums of a role are kept.
        found: What `prices` returned.
    """
    paralegals, secretaries = _wanted(work, constraints, found)
    if not constraints.affords(_cost(paralegals, secretaries, found)):
        paralegals, secretaries = _affordable((paralegals, secretaries), work, constraints, found)
    return _shared_out(paralegals, secretaries, work, constraints, found)


def _wanted(work: Workload, constraints: Constraints, found: dict[str, Price]) -> tuple[float, float]:
    """Return the positions that pay, whatever the budget."""
    first, second = found[PARALEGAL], found[LEGAL_SECRETARY]
    paralegals = max(first.best(work.substantive), constraints.least_of(PARALEGAL))
    rest = _rest(work, paralegals * first.week, constraints)
    secretaries = max(second.best(rest.total), constraints.least_of(LEGAL_SECRETARY))
    if work.substantive and not paralegals and not secretaries:
        left = _rest(work, first.step * first.week, constraints).total
        if first.pays(first.step, work.total - left):
            paralegals = first.step
    return paralegals, secretaries


def _cost(paralegals: float, secretaries: float, found: dict[str, Price]) -> float:
    return found[PARALEGAL].cost(paralegals) + found[LEGAL_SECRETARY].cost(secretaries)


def _affordable(
    wanted: tuple[float, float], work: Workload, constraints: Constraints, found: dict[str, Price]
) -> tuple[float, float]:
    """Return the positions within the budget that leave the least cost, lawyers' hours counted in.

    If not even the minimums are within it, the positions wanted are returned.
    """
    first, second = found[PARALEGAL], found[LEGAL_SECRETARY]

    def in_all(counts: tuple[float, float]) -> tuple[float, float]:
        kept = _shared_out(*counts, work, constraints, found).kept
        left = kept.substantive * first.worth + (kept.administrative + kept.shareable) * second.worth
        return round(_cost(*counts, found) + WEEKS_A_YEAR * left, 2), -counts[0]

    candidates = [
        (paralegals, secretaries)
        for paralegals in _steps(constraints.least_of(PARALEGAL), wanted[0], first.step)
        for secretaries in _affordable_secretaries(paralegals, work, constraints, found)
    ]
    return min(candidates, key=in_all, default=wanted)


def _affordable_secretaries(
    paralegals: float, work: Workload, constraints: Constraints, found: dict[str, Price]
) -> list[float]:
    """Return the numbers of legal secretaries to choose from beside so many paralegals, within the budget."""
    price, least = found[LEGAL_SECRETARY], constraints.least_of(LEGAL_SECRETARY)
    left = (constraints.budget or 0.0) - found[PARALEGAL].cost(paralegals)
    most = min(price.best(_rest(work, paralegals * found[PARALEGAL].week, constraints).total), left // price.whole + 1)
    near = (max(most - back * price.step, least) for back in range(4))
    return [count for count in near if constraints.affords(_cost(paralegals, count, found))]


def _steps(least: float, most: float, step: float) -> list[float]:
    return [step * at for at in range(ceil(least / step), round(most / step) + 1)]


def _shared_out(
    paralegals: float, secretaries: float, work: Workload, constraints: Constraints, found: dict[str, Price]
) -> Split:
    """Return which work these positions take."""
    first, second = found[PARALEGAL], found[LEGAL_SECRETARY]
    rest = _rest(work, paralegals * first.week, constraints)
    legal = max(work.substantive - paralegals * first.week, 0.0)
    over = max(rest.total - secretaries * second.week, 0.0)
    shared = min(over, rest.shareable)
    kept = Workload(over - shared, legal, shared)
    taken = Workload(
        max(work.administrative - kept.administrative, 0.0), work.substantive - legal, max(work.shareable - shared, 0.0)
    )
    return Split(paralegals, secretaries, taken, kept)


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
    ends: list[float | None] = []
    for far in (CENT, MOST_LAWYER_HOUR):
        near, other = lawyer_hour, far
        if positions(far) == now:
            ends.append(None)
            continue
        while abs(other - near) > CENT:
            middle = (near + other) / 2
            near, other = (middle, other) if positions(middle) == now else (near, middle)
        ends.append(near)
    return ends[0], ends[1]


def _rest(work: Workload, time: float, constraints: Constraints) -> Workload:
    """Return the office work that is left when paralegals have so many hours a week."""
    spare = max(time - work.substantive, 0.0)
    shared = min(spare, work.shareable)
    office = min(spare - shared, work.administrative) if constraints.administrative_to_paralegals else 0.0
    return Workload(work.administrative - office, 0.0, work.shareable - shared)


def _from_hours(
    count: float, role: str, work: Workload, constraints: Constraints, found: dict[str, Price]
) -> float | None:
    """Return the fewest hours a week of its own work with which there are so many positions of a role."""

    def enough(hours: float) -> bool:
        if role == PARALEGAL:
            return split(replace(work, substantive=hours), constraints, found).paralegals >= count
        return split(replace(work, administrative=hours), constraints, found).legal_secretaries >= count

    low, high = 0.0, min((count + 1.0) * found[role].week, MOST_HOURS)
    if enough(low) or not enough(high):
        return 0.0 if enough(low) else None
    while high - low > FINELY:
        middle = (low + high) / 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
