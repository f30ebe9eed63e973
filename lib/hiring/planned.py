"""One row of a plan as a hiring manager states it: the job, where its pay comes from, and its dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lib.hiring.position import ARRANGEMENTS, MOST_PAY, Position, require_known, require_share, states
from lib.pay import Profile, estimate
from lib.pay.ageing import ageing, month_words
from lib.pay.market import PUBLISHED, release_words
from lib.pay.profile import factor_levels
from lib.pay.words import dollars
from lib.tables import load_roles, load_wages

PAY_BASES: Final = {
    "median": "Market median",
    "p10": "Market 10th percentile",
    "p25": "Market 25th percentile",
    "p75": "Market 75th percentile",
    "p90": "Market 90th percentile",
    "estimate": "Our estimate for the facts",
    "typed": "Typed amount",
}
SEARCHES: Final = {"own": "Own search", "agency": "Agency", "none": "No search"}
FACTS: Final = ("experience", "specialization", "credential")
MOST_COUNT: Final = 1_000  # people in a row
MOST_RAISE: Final = 0.5
TYPE_AN_AMOUNT: Final = f"Type an amount above 0 and up to {MOST_PAY:,} dollars a year, or choose a market figure."


@dataclass(frozen=True)
class PlannedPosition:
    """A row of a plan: one or more people in the same job.

    Attributes:
        role: paralegal or legal_secretary.
        area: BLS area code of the market the pay is of; its state (a metropolitan area's first state) sets the
            taxes, unless the people work elsewhere.
        experience: Experience level, or None for everybody.
        specialization: Practice area, or None.
        credential: Paralegal credential, or None.
        pay_basis: One of `PAY_BASES`.
        amount: Dollars a year of full-time work, if the basis is typed.
        arrangement: One of `ARRANGEMENTS`.
        works_in: Postal code of the state where remote employees work, if it is not the area's.
        count: Number of people.
        share: Share of full time, 0.05 to 1.
        start: First month, such as 2027-03; None for the plan's first.
        end: Last month; None for the plan's last.
        raise_a_year: Share by which pay rises every twelve months; None for the firm's `wage_growth`.
        employed: Whether the people are employed already, since January of the year at the latest.
        search: How a first hire is found, one of `SEARCHES`.

    Raises:
        ValueError: If a value is unknown or out of bounds; says what to do.
    """

    role: str
    area: str
    experience: str | None = None
    pay_basis: str = "median"
    amount: float | None = None
    arrangement: str = "in_office"
    count: int = 1
    share: float = 1.0
    start: str | None = None
    end: str | None = None
    raise_a_year: float | None = None
    employed: bool = False
    search: str = "own"
    works_in: str | None = None
    specialization: str | None = None
    credential: str | None = None

    def __post_init__(self) -> None:
        """Check every value."""
        Profile(role=self.role, area=self.area, **{name: getattr(self, name) for name in FACTS})
        if load_wages().areas[self.area].state not in states():
            raise ValueError("Choose a state, metropolitan or nonmetropolitan area: taxes differ by state.")
        require_known("pay_basis", self.pay_basis, tuple(PAY_BASES))
        require_known("arrangement", self.arrangement, tuple(ARRANGEMENTS))
        require_known("search", self.search, tuple(SEARCHES))
        if self.works_in is not None:
            require_known("works_in", self.works_in, states())
        if not 0 <= (self.amount or 0) <= MOST_PAY:
            raise ValueError(TYPE_AN_AMOUNT)
        if not 1 <= self.count <= MOST_COUNT:
            raise ValueError(f"The number of people must be 1 to {MOST_COUNT:,}, not {self.count:,}.")
        require_share(self.share)
        if not -MOST_RAISE <= (self.raise_a_year or 0) <= MOST_RAISE:
            raise ValueError(
                f"The yearly raise must lie between -50 % and 50 %, not {100 * (self.raise_a_year or 0):.6g}%."
            )
        for month in (self.start, self.end):
            require_month(month)
        if self.start and self.end and self.end < self.start:
            raise ValueError(
                f"The last month, {month_words(self.end)}, lies before the first, {month_words(self.start)}."
            )

    def profile(self) -> Profile:
        """Return the facts stated of the person, as the pay model takes them."""
        facts = {name: getattr(self, name) for name in FACTS} if self.pay_basis == "estimate" else {}
        return Profile(role=self.role, area=self.area, **facts)

    @property
    def problem(self) -> str:
        """Why the row cannot be counted yet, as a sentence; empty if it can."""
        return TYPE_AN_AMOUNT if self.pay_basis == "typed" and not self.amount else ""

    @property
    def hint(self) -> str:
        """What the row holds that does not count, as a sentence; empty if nothing."""
        chosen = PAY_BASES[self.pay_basis]
        if self.works_in and self.arrangement != "remote":
            return f"The state {self.works_in} counts for remote employees only."
        if self.pay_basis != "typed" and self.amount:
            typed = PAY_BASES["typed"]
            return (
                f"The amount {dollars(self.amount)} is not used, because Pay is “{chosen}”: choose “{typed}” to use it."
            )
        if self.pay_basis not in ("estimate", "typed") and any(getattr(self, name) for name in FACTS):
            wanted = PAY_BASES["estimate"]
            return f"What is stated of the person is not used, because Pay is “{chosen}”: choose “{wanted}” to use it."
        return ""

    @property
    def state(self) -> str:
        """Postal code of the state whose taxes are due."""
        if self.works_in and self.arrangement == "remote":
            return self.works_in
        return load_wages().areas[self.area].state

    @property
    def label(self) -> str:
        """The job in a few words."""
        words = [load_roles()[self.role].label]
        if self.experience:
            levels = factor_levels(self.role, "experience")
            words.append(next(level.label for level in levels if level.level == self.experience).lower())
        if self.share < 1:
            words.append(f"{self.share:.0%} of full time")
        return ", ".join([*words, load_wages().areas[self.area].area_title])

    def priced(self, carried_to: str | None = None) -> Position:
        """Return the position with its pay resolved from the market, the estimate or the typed amount.

        Args:
            carried_to: Month to which market pay is carried by the cost index; None leaves it as published.

        Raises:
            ValueError: If the row cannot be counted yet; see `problem`.
        """
        if self.problem:
            raise ValueError(self.problem)
        pay, kind, source = self._pay(carried_to)
        return Position(self.role, self.state, pay, self.arrangement, kind, source, self.share)

    def _pay(self, carried_to: str | None) -> tuple[float, str, str]:
        if self.pay_basis == "typed":
            return self.amount or 0.0, "input", "Your figure"
        found = estimate(self.profile())
        percentile = "median" if self.pay_basis == "estimate" else self.pay_basis
        fact = found.basis == PUBLISHED and not found.shifts
        source = f"BLS OEWS, {release_words(found.market.release)}, {found.market.area.area_title}"
        if found.basis != PUBLISHED:
            source = found.basis_note
        elif not fact:
            source = f"Our estimate from {source}"
        pay = float(getattr(found, percentile))
        release = found.market.release
        aged = ageing(self.role, release, carried_to) if carried_to and carried_to > release else None
        if aged is None:
            return pay, "fact" if fact else "estimate", source
        return (
            min(pay * aged.factor, MOST_PAY),
            "estimate",
            f"{source.removesuffix('.')}; carried to {month_words(aged.month)}: {aged.origin()}",
        )


def require_month(month: str | None) -> None:
    """Raise ValueError if a month is not written like 2027-03 or lies out of reach."""
    if month is not None and not re.fullmatch(r"20[2-9]\d-(0[1-9]|1[0-2])", month):
        raise ValueError(f"A month is written like 2027-03, not {month[:20]!r}.")
