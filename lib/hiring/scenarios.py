"""Up to four plans side by side, with the budget they are held against."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from lib.hiring.plan import LONGEST_NAME, Plan
from lib.hiring.planned import PlannedPosition

MOST_SCENARIOS: Final = 4
MOST_BUDGET: Final = 100_000_000.0
LONGEST_QUESTION: Final = 200


@dataclass(frozen=True)
class Scenarios:
    """Plans to choose between.

    Attributes:
        plans: One to `MOST_SCENARIOS` plans, each with a name of its own.
        budget: Dollars that may be spent over all months; None if none is set.
        question: What is to be decided, in the user's words; may be empty.

    Raises:
        ValueError: If there are too few or too many plans, two share a name, or the budget is out of bounds.
    """

    plans: tuple[Plan, ...]
    budget: float | None = None
    question: str = ""

    def __post_init__(self) -> None:
        """Check every value."""
        if not 1 <= len(self.plans) <= MOST_SCENARIOS:
            raise ValueError(f"There can be 1 to {MOST_SCENARIOS} scenarios, not {len(self.plans)}.")
        if len(set(self.names)) < len(self.plans):
            raise ValueError("Each scenario needs a name of its own.")
        if self.budget is not None and not 0 < self.budget <= MOST_BUDGET:
            raise ValueError(f"Type a budget above $0 and up to ${MOST_BUDGET:,.0f}.")
        if len(self.question) > LONGEST_QUESTION:
            raise ValueError(f"The question holds up to {LONGEST_QUESTION} characters, not {len(self.question)}.")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the plans."""
        return tuple(plan.name for plan in self.plans)

    @property
    def full(self) -> bool:
        """Whether no further plan can be added."""
        return len(self.plans) == MOST_SCENARIOS

    def changed(self, at: int, plan: Plan) -> Scenarios:
        """Return the scenarios with one plan replaced."""
        return replace(self, plans=(*self.plans[:at], plan, *self.plans[at + 1 :]))

    def duplicated(self, at: int) -> Scenarios:
        """Return the scenarios with a copy of one plan after it, under a new name."""
        copy = replace(self.plans[at], name=self.free_name(self.plans[at].name))
        return replace(self, plans=(*self.plans[: at + 1], copy, *self.plans[at + 1 :]))

    def with_staff_of(self, at: int) -> Scenarios:
        """Return the scenarios with the existing staff of one plan in all of them, in place of their own."""
        staff = tuple(position for position in self.plans[at].positions if position.employed)
        plans = (
            replace(plan, positions=(*staff, *(each for each in plan.positions if not each.employed)))
            for plan in self.plans
        )
        return replace(self, plans=tuple(plans))

    def removed(self, at: int) -> Scenarios:
        """Return the scenarios without one plan."""
        return replace(self, plans=(*self.plans[:at], *self.plans[at + 1 :]))

    def free_name(self, name: str) -> str:
        """Return a name that no plan has: the name itself, or the name with a number."""
        candidate, number = name, 1
        while candidate in self.names:
            number += 1
            candidate = f"{name[: LONGEST_NAME - 4]} ({number})"
        return candidate


def example() -> Scenarios:
    """Return the plans the page opens with: a firm of 12 lawyers in Texas that adds one person."""
    roles = {"Add a paralegal": "paralegal", "Add a legal secretary": "legal_secretary"}
    plans = tuple(Plan(name, (PlannedPosition(role, "48"),)) for name, role in roles.items())
    return Scenarios(plans, budget=100_000.0)
