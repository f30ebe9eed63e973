"""Whether what is said of today can be: more hours than people have, or people whose pay is not counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.careers.misallocation import LAWYERS, WORK_KINDS
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.mix_rules import count_words
from lib.hiring.mix_solver import options_of
from lib.tables import load_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.careers.handover import Staff
    from lib.careers.misallocation import Today
    from lib.hiring.mix_rules import Constraints, Workload

MOST_BESIDE: Final = 25.0  # our judgement: hours a week a lawyer can do of it besides a lawyer's own work
MUCH: Final = 1.05  # times the hours people have: less is rounding


def doubts(work: Workload, today: Today, staff: Staff, lawyers: int, constraints: Constraints) -> tuple[str, ...]:
    """Return what cannot be as it is said of today, in sentences.

    Args:
        work: The work of a week.
        today: Who does it.
        staff: Who is employed.
        lawyers: Number of lawyers; fewer than one count as one.
        constraints: The place and the firm, which say how many hours a position works.
    """
    hours = {who: _hours(work, today, who) for who in (LAWYERS, PARALEGAL, LEGAL_SECRETARY)}
    return (*_lawyers(hours[LAWYERS] / max(lawyers, 1)), *_staff(work, hours, staff, constraints))


def _hours(work: Workload, today: Today, who: str) -> float:
    return float(sum(getattr(work, kind) * getattr(getattr(today, kind), who) for kind in WORK_KINDS))


def _lawyers(hours: float) -> Iterator[str]:
    if hours > MOST_BESIDE:
        yield (
            f"That is {hours:,.0f} hours a week for each lawyer besides a lawyer's own work: part of it is probably "
            "not done today, or done by others, and then today costs less."
        )


def _staff(work: Workload, hours: dict[str, float], staff: Staff, constraints: Constraints) -> Iterator[str]:
    for role, count in staff.by_role.items():
        week = next((option.hours for option in options_of(constraints) if option.role == role), 0.0)
        people = load_roles()[role].plural.lower()
        if hours[role] and not count:
            yield f"You employ no {people}, yet {hours[role]:,.1f} hours a week are counted as theirs."
        elif hours[role] > MUCH * count * week:
            yield (
                f"You employ {count_words(role, count)}, with {count * week:,.1f} hours a week; {hours[role]:,.1f} are "
                "counted as theirs."
            )
        elif count * week > MUCH * hours[role] and work.total:
            idle = count * week - hours[role]
            yield f"Today's cost leaves out {idle:,.1f} hours a week for which you pay your {people}."
