"""From the recommended team to a scenario of the staffing budget: who is there already, whom to hire."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from math import floor
from typing import TYPE_CHECKING, Final

from lib.careers.misallocation import Today
from lib.hiring.billing import billing_of
from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.mix_result import Mix
from lib.hiring.mix_rules import HALF, MOST_LEAST, count_words
from lib.hiring.mix_solver import WEEKS_A_YEAR
from lib.hiring.plan import Plan
from lib.hiring.planned import PlannedPosition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.careers.recommend import Recommendation
    from lib.hiring.firm import Firm
    from lib.hiring.mix_rules import Constraints

NAME: Final = "Recommended team"
LABELS: Final = {"paralegal": "Paralegals you employ", "legal_secretary": "Legal secretaries you employ"}


@dataclass(frozen=True)
class Staff:
    """Positions an office has filled already, in whole and half positions.

    Attributes:
        paralegal: Number of positions.
        legal_secretary: Number of positions.

    Raises:
        ValueError: If a number is out of bounds; says which.
    """

    paralegal: float = 0.0
    legal_secretary: float = 0.0

    def __post_init__(self) -> None:
        """Check both numbers."""
        for role in fields(self):
            count: float = getattr(self, role.name)
            if not 0 <= count <= MOST_LEAST or count % HALF:
                raise ValueError(
                    f"{LABELS[role.name]}: type 0 to {MOST_LEAST:g}, in whole or half positions, not {count:,g}."
                )

    @property
    def by_role(self) -> dict[str, float]:
        """Positions by role."""
        return vars(self).copy()

    @property
    def total(self) -> float:
        """Positions of both roles."""
        return sum(self.by_role.values())


def to_hire(mix: Mix, staff: Staff) -> Mix:
    """Return the positions of a mix that nobody fills yet; those employed are taken to work as its first choices."""
    left = staff.by_role
    choices = []
    for choice in mix.choices:
        there = min(choice.positions, left[choice.role])
        left[choice.role] -= there
        if choice.positions > there:
            share = 1 - there / choice.positions
            choices.append(
                replace(
                    choice, positions=choice.positions - there, cost=choice.cost * share, hours=choice.hours * share
                )
            )
    return Mix(tuple(choices), mix.workload, mix.pay_basis)


def hiring_sentence(mix: Mix, staff: Staff) -> str:
    """Say whom to hire beside the staff that is there, and of whom there are more than the work asks for."""
    if not staff.total:
        return ""
    missing = to_hire(mix, staff)
    wanted = [_more_words(choice.role, choice.positions, staff) for choice in missing.choices]
    there = joined([count_words(role, count) for role, count in staff.by_role.items() if count])
    more = [
        count_words(role, count - mix.count_of(role))
        for role, count in staff.by_role.items()
        if count > mix.count_of(role)
    ]
    sentence = f"You employ {there}: " + (f"hire {joined(wanted)}." if wanted else "nobody needs to be hired.")
    return f"{sentence} There is no work here for {joined(more)} of them." if more else sentence


def _more_words(role: str, count: float, staff: Staff) -> str:
    words = count_words(role, count)
    return f"{words} more" if staff.by_role[role] else words


def scenario(
    answer: Recommendation, constraints: Constraints, staff: Staff, today: Today, *, billed: bool = True
) -> Plan:
    """Return the recommendation as a plan: today's staff as employed, the rest as new positions.

    Paralegals' legal work comes along as hours worked for clients, and the lawyer hours that legal secretaries take
    over; what such an hour brings in is left to be stated.

    Args:
        answer: What was recommended.
        constraints: The place, the firm and what new people are paid.
        staff: Who is employed already, taken to earn the market median until their pay is typed in the budget.
        today: Who does the work today.
        billed: Whether clients pay for paralegals' legal work.
    """
    rows = (*_employed(staff, constraints), *to_hire(answer.mix, staff).positions(constraints.area))
    firm = replace(constraints.firm, billable_hours=client_hours(answer.mix, staff) if billed else 0.0)
    released = _released(answer.mix, staff, today)
    return Plan(NAME, rows, replace(firm, released_hours=released) if released else firm)


def client_hours(mix: Mix, staff: Staff) -> float:
    """Return the hours of legal work a year of one full-time paralegal, to the hour; 0 without one.

    Args:
        mix: The team, with its work.
        staff: Who is employed: if they are more than the team, they share its work.
    """
    positions = max(mix.count_of(PARALEGAL), staff.paralegal)
    return float(round(WEEKS_A_YEAR * mix.workload.substantive / positions)) if positions else 0.0


def client_fees(mix: Mix, firm: Firm) -> float:
    """Return what the paralegals' legal work would bring in a year if clients are billed for all of it.

    Args:
        mix: The team.
        firm: Its rate and the shares that are invoiced and paid.
    """
    return WEEKS_A_YEAR * mix.workload.substantive * billing_of(firm).collected_an_hour


def _employed(staff: Staff, constraints: Constraints) -> Iterator[PlannedPosition]:
    for role, count in staff.by_role.items():
        for people, share in ((floor(count), 1.0), (int(count % 1 > 0), HALF)):
            if people:
                yield PlannedPosition(role, constraints.area, count=people, share=share, employed=True)


def _released(mix: Mix, staff: Staff, today: Today) -> float:
    """Return the hours a year that one full-time legal secretary takes off lawyers, to the hour."""
    positions = max(mix.count_of(LEGAL_SECRETARY), staff.legal_secretary)
    if not positions:
        return 0.0
    work = mix.handed_out[LEGAL_SECRETARY]
    hours = work.administrative * today.administrative.lawyers + work.shareable * today.shareable.lawyers
    return float(round(WEEKS_A_YEAR * hours / positions))
