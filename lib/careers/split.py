"""How an office's work is split: what goes to paralegals, what to legal secretaries, what stays with lawyers.

Paralegals are hired for legal work, legal secretaries for the rest. A position pays if the hours it takes off lawyers
are worth its price. Paralegals' spare time then takes shared work and, where that is allowed, administrative work.
So many paralegals follow from the hours of legal work alone that more of it never means fewer of them; only where
neither role pays by itself may one paralegal position take all the work.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.mix_rules import HALF, Workload
from lib.hiring.mix_solver import WEEKS_A_YEAR, options_of

if TYPE_CHECKING:
    from lib.hiring.mix_rules import Constraints

FILLED: Final = 0.5  # our judgement: a position pays if at least this share of its time is filled
MOST_LAWYER_HOUR: Final = 2_000.0  # dollars


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

    def at_least(self, positions: float) -> float:
        """Return a minimum of positions in steps that can be hired, rounded up."""
        return ceil(positions / self.step) * self.step

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
    paralegals = max(first.best(work.substantive), first.at_least(constraints.least_of(PARALEGAL)))
    rest = _rest(work, paralegals * first.week, constraints)
    secretaries = max(second.best(rest.total), second.at_least(constraints.least_of(LEGAL_SECRETARY)))
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
    first = found[PARALEGAL]

    def in_all(counts: tuple[float, float]) -> tuple[float, float]:
        return round(cost_in_all(_shared_out(*counts, work, constraints, found), found), 2), -counts[0]

    candidates = [
        (paralegals, secretaries)
        for paralegals in _steps(first.at_least(constraints.least_of(PARALEGAL)), wanted[0], first.step)
        for secretaries in _affordable_secretaries(paralegals, work, constraints, found)
    ]
    return min(candidates, key=in_all, default=wanted)


def cost_in_all(answer: Split, found: dict[str, Price]) -> float:
    """Return dollars a year of the positions and of the hours lawyers keep."""
    kept, legal, office = answer.kept, found[PARALEGAL].worth, found[LEGAL_SECRETARY].worth
    left = kept.substantive * legal + (kept.administrative + kept.shareable) * office
    return _cost(answer.paralegals, answer.legal_secretaries, found) + WEEKS_A_YEAR * left


def one_more(
    answer: Split, work: Workload, constraints: Constraints, found: dict[str, Price]
) -> tuple[str, float, float] | None:
    """Return the one position more that saves most, lawyers' hours counted in: role, positions, dollars a year.

    A paralegal more can pay by taking work of either kind, for which the split hires none. None if nothing saves.
    """
    now, more = (answer.paralegals, answer.legal_secretaries), {}
    for at, role in enumerate((PARALEGAL, LEGAL_SECRETARY)):
        counts = [count + found[role].step * (at == other) for other, count in enumerate(now)]
        further = _shared_out(counts[0], counts[1], work, constraints, found)
        if constraints.affords(_cost(counts[0], counts[1], found)):
            more[role] = cost_in_all(answer, found) - cost_in_all(further, found)
    role = max(more, key=more.__getitem__, default="")
    return (role, found[role].step, more[role]) if role and round(more[role]) > 0 else None


def _affordable_secretaries(
    paralegals: float, work: Workload, constraints: Constraints, found: dict[str, Price]
) -> list[float]:
    """Return the numbers of legal secretaries to choose from beside so many paralegals, within the budget."""
    price = found[LEGAL_SECRETARY]
    least = price.at_least(constraints.least_of(LEGAL_SECRETARY))
    left = (constraints.budget or 0.0) - found[PARALEGAL].cost(paralegals)
    most = min(price.best(_rest(work, paralegals * found[PARALEGAL].week, constraints).total), left // price.whole + 1)
    near = (max(most - back * price.step, least) for back in range(4))
    return [count for count in near if constraints.affords(_cost(paralegals, count, found))]


def _steps(least: float, most: float, step: float) -> list[float]:
    return [step * at for at in range(round(least / step), round(most / step) + 1)]


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


def _rest(work: Workload, time: float, constraints: Constraints) -> Workload:
    """Return the office work that is left when paralegals have so many hours a week."""
    spare = max(time - work.substantive, 0.0)
    shared = min(spare, work.shareable)
    office = min(spare - shared, work.administrative) if constraints.administrative_to_paralegals else 0.0
    return Workload(work.administrative - office, 0.0, work.shareable - shared)
