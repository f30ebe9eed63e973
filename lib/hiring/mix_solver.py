"""The cheapest whole and half positions that cover the work, found as an integer programme.

For each role and arrangement there are two whole numbers: full-time positions and half positions, at most one of
these, since two halves are a whole. They are apart because a half position costs more than half: it takes the whole
space and software. Which hour of work goes to whom needs no variables: the work can be handed out exactly if
paralegals have the hours of the substantive work, everybody together has the hours of all work and, where
administrative work stays with legal secretaries, those have the hours of it.

Everybody is taken to be able to do all work of the role in every arrangement; what needs somebody in the office is
stated as a minimum of positions there. The budget is no part of the programme: if the cheapest mix is above it, every
mix is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Final

import numpy as np

from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.lines import hours_worked
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.mix_result import Choice, Mix
from lib.hiring.mix_rules import HALF
from lib.hiring.planned import PlannedPosition
from lib.hiring.position import ARRANGEMENTS

if TYPE_CHECKING:
    import numpy.typing as npt

    from lib.hiring.mix_rules import Constraints, Workload

    Vector = npt.NDArray[np.float64]

ROLES: Final = (PARALEGAL, LEGAL_SECRETARY)
IN_OFFICE: Final = "in_office"
WEEKS_A_YEAR: Final = 52
SECONDS: Final = 2.0  # a search ends then at the latest
STOPPED: Final = 1  # the status by which milp reports its time limit
NEARLY: Final = 1e-4  # hours a week: a shortfall below this is rounding
A_CENT: Final = 0.01  # dollars a free position counts in the search, so that none is added for nothing


@dataclass(frozen=True)
class Option:
    """A role in an arrangement, as it can be chosen.

    Attributes:
        role: paralegal or legal_secretary.
        arrangement: One of `ARRANGEMENTS`.
        hours: Hours a week of a full-time position: the hours worked in a year, paid leave taken out, over 52.
        whole: Dollars a year of a full-time position.
        half: Dollars a year of a half position.
    """

    role: str
    arrangement: str
    hours: float
    whole: float
    half: float

    def cost(self, positions: float) -> float:
        """Return dollars a year of whole and half positions."""
        return positions // 1 * self.whole + (self.half if positions % 1 else 0.0)


@dataclass(frozen=True)
class Found:
    """What a search came to.

    Attributes:
        mix: The cheapest mix, or the cheapest one seen when the search was stopped; None if there is none.
        stopped: Whether the search ended at its time limit.
    """

    mix: Mix | None
    stopped: bool = False


def options_of(constraints: Constraints) -> tuple[Option, ...]:
    """Return what can be chosen, priced for the area and the firm."""
    return tuple(
        _option(role, arrangement, constraints)
        for role in ROLES
        for arrangement in ARRANGEMENTS
        if arrangement in constraints.arrangements
    )


def cheapest(workload: Workload, constraints: Constraints, least: tuple[Option, float] | None = None) -> Found:
    """Return the cheapest mix that covers the work within the rules, whatever the budget.

    Args:
        workload: What is to be done.
        constraints: The rules.
        least: A further minimum: an option and its fewest positions.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]

    options = options_of(constraints)
    rows, needs = _needs(options, workload, constraints, least)
    if not options:
        return Found(None if needs.any() else Mix((), workload, constraints.pay_basis))
    costs = np.array([cost for option in options for cost in (option.whole, option.half)])
    answer = milp(
        np.maximum(costs, A_CENT),
        integrality=np.ones(len(costs)),
        bounds=Bounds(0, _most(options, workload, constraints)),
        constraints=LinearConstraint(rows, needs - NEARLY, np.inf),
        options={"time_limit": SECONDS, "mip_rel_gap": 0.0},
    )
    mix = None if answer.x is None else _mix(options, np.rint(answer.x), workload, constraints)
    return Found(mix, answer.status == STOPPED)


def next_cheapest(best: Mix, constraints: Constraints) -> Found:
    """Return the cheapest mix with other positions than the best, whatever the budget.

    Any other mix has more of at least one option, else it would be cheaper than the best. So the search is run once
    for each option with half a position more of it than the best has, and the cheapest answer is the one.
    """
    found = []
    for option in options_of(constraints):
        count = best.counts.get((option.role, option.arrangement), 0.0)
        found.append(cheapest(best.workload, constraints, (option, count + HALF)))
    mixes = [each.mix for each in found if each.mix]
    return Found(min(mixes, key=lambda mix: mix.cost, default=None), any(each.stopped for each in found))


def _option(role: str, arrangement: str, constraints: Constraints) -> Option:
    planned = PlannedPosition(role, constraints.area, pay_basis=constraints.pay_basis, arrangement=arrangement)
    whole = planned.priced()
    full, half = (loaded_cost(replace(whole, share=share), constraints.firm).total for share in (1.0, HALF))
    return Option(role, arrangement, hours_worked(whole) / WEEKS_A_YEAR, full, half)


def _needs(
    options: tuple[Option, ...], workload: Workload, constraints: Constraints, least: tuple[Option, float] | None
) -> tuple[Vector, Vector]:
    """Return the rows of the programme and what each must come to at least."""
    size = np.array([1.0, HALF] * len(options))
    hours = size * np.repeat([option.hours for option in options], 2)
    roles = np.repeat([option.role for option in options], 2)
    places = np.repeat([option.arrangement for option in options], 2)
    own = 0.0 if constraints.administrative_to_paralegals else workload.administrative
    needs = [
        (hours * (roles == PARALEGAL), workload.substantive),
        (hours * (roles == LEGAL_SECRETARY), own),
        (hours, workload.total),
        (size * (places == IN_OFFICE), constraints.in_office_least),
        *((size * (roles == role), constraints.least_of(role)) for role in ROLES),
    ]
    if least:
        needs.append((size * np.repeat([option == least[0] for option in options], 2), least[1]))
    return np.array([row for row, _ in needs]), np.array([need for _, need in needs])


def _most(options: tuple[Option, ...], workload: Workload, constraints: Constraints) -> Vector:
    """Return the largest number of each variable that any cheapest or second-cheapest mix can hold.

    Of one option nobody needs more than all the work and every minimum ask for, and the second one position more.
    """
    rules = ceil(constraints.in_office_least) + max(ceil(constraints.least_of(role)) for role in ROLES)
    most = [(ceil(workload.total / option.hours) + rules + 1, float(constraints.halves)) for option in options]
    return np.array(most, dtype=np.float64).ravel()


def _mix(options: tuple[Option, ...], counts: Vector, workload: Workload, constraints: Constraints) -> Mix:
    choices = []
    for option, (wholes, halves) in zip(options, counts.reshape(-1, 2).tolist(), strict=True):
        positions = wholes + HALF * halves
        if positions:
            cost = wholes * option.whole + halves * option.half
            choices.append(Choice(option.role, option.arrangement, positions, cost, positions * option.hours))
    return Mix(tuple(choices), workload, constraints.pay_basis)
