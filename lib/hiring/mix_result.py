"""A mix of positions, and the answer to the question which mix is the cheapest."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.mix_rules import HALF, Workload
from lib.hiring.planned import PlannedPosition


@dataclass(frozen=True)
class Choice:
    """Positions of one role in one arrangement.

    Attributes:
        role: paralegal or legal_secretary.
        arrangement: One of `ARRANGEMENTS`.
        positions: Number in whole and half positions, such as 1.5.
        cost: Dollars a year.
        hours: Hours a week they give.
    """

    role: str
    arrangement: str
    positions: float
    cost: float
    hours: float


@dataclass(frozen=True)
class Mix:
    """Positions that cover the work.

    Attributes:
        choices: Positions by role and arrangement, paralegals first; none is empty.
        workload: What is to be done.
        pay_basis: What people are paid, one of `MARKET_BASES`.
    """

    choices: tuple[Choice, ...]
    workload: Workload
    pay_basis: str

    @property
    def cost(self) -> float:
        """Dollars in a full year, without what a first hire costs once."""
        return sum(choice.cost for choice in self.choices)

    @property
    def hours_given(self) -> float:
        """Hours a week of everybody."""
        return sum(choice.hours for choice in self.choices)

    @property
    def counts(self) -> dict[tuple[str, str], float]:
        """Positions by role and arrangement."""
        return {(choice.role, choice.arrangement): choice.positions for choice in self.choices}

    def count_of(self, role: str) -> float:
        """Return the number of positions of a role."""
        return sum(choice.positions for choice in self.choices if choice.role == role)

    def hours_of(self, role: str) -> float:
        """Return the hours a week of a role."""
        return sum(choice.hours for choice in self.choices if choice.role == role)

    @property
    def handed_out(self) -> dict[str, Workload]:
        """The work of each role.

        Legal secretaries take the administrative work and then the shareable work as far as their hours go, so that
        hours left over are paralegals', who bill them.
        """
        time = self.hours_of(LEGAL_SECRETARY)
        office = min(self.workload.administrative, time)
        shared = min(self.workload.shareable, time - office)
        rest = Workload(
            self.workload.administrative - office, self.workload.substantive, self.workload.shareable - shared
        )
        return {PARALEGAL: rest, LEGAL_SECRETARY: Workload(office, 0.0, shared)}

    def positions(self, area: str) -> tuple[PlannedPosition, ...]:
        """Return the mix as rows of a plan: full-time positions, and a row of its own for a half position.

        Args:
            area: BLS area code, the one the mix was found for.
        """
        return tuple(
            PlannedPosition(
                choice.role, area, pay_basis=self.pay_basis, arrangement=choice.arrangement, count=count, share=share
            )
            for choice in self.choices
            for count, share in ((floor(choice.positions), 1.0), (int(choice.positions % 1 > 0), HALF))
            if count
        )


@dataclass(frozen=True)
class MixResult:
    """Which mix is the cheapest, and why.

    Attributes:
        best: The cheapest mix; None if no mix keeps every rule, or none was found in time.
        second: The cheapest mix within the rules whose positions differ from the best; None if there is none, or if
            nobody is needed.
        why: What the best costs and does, what the rules cost, and how the second differs, in sentences.
        broken: Sentences that name the rules that cannot hold together; empty if there is a best mix.
        stopped: Whether a search ended at its time limit, so that a cheaper mix may exist.
    """

    best: Mix | None
    second: Mix | None
    why: str
    broken: tuple[str, ...] = ()
    stopped: bool = False
