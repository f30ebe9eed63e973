"""A plan: a list of positions with the assumptions about the firm, and what it costs in a year."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import pandas as pd

from lib.hiring.loaded_cost import LoadedCost, loaded_cost
from lib.hiring.position import ARRANGEMENTS, MOST_PAY, Firm, Position, states
from lib.pay import Profile, estimate
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
    "estimate": "Our estimate for the experience",
    "typed": "Amount I type",
}
TYPE_AN_AMOUNT: Final = f"Type an amount above 0 and up to {MOST_PAY:,} dollars a year, or choose a market figure."
GROUPS: Final = ("Pay", "Fee", "Payroll taxes", "Benefits", "Space and software", "Turnover")
MOST_POSITIONS: Final = 100  # rows of a plan
MOST_COUNT: Final = 1_000  # people in a row


@dataclass(frozen=True)
class PlannedPosition:
    """A row of a plan: one or more people in the same job.

    Attributes:
        role: paralegal or legal_secretary.
        area: BLS area code of the workplace; its state (a metropolitan area's first state) sets the taxes.
        experience: Experience level, or None for everybody.
        pay_basis: One of `PAY_BASES`.
        amount: Dollars a year, if the basis is typed.
        arrangement: One of `ARRANGEMENTS`.
        count: Number of people.

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

    def __post_init__(self) -> None:
        """Check every value."""
        Profile(role=self.role, area=self.area, experience=self.experience)
        if load_wages().areas[self.area].state not in states():
            raise ValueError("Choose a state, metropolitan or nonmetropolitan area: taxes differ by state.")
        if self.pay_basis not in PAY_BASES:
            raise ValueError(f"pay_basis {self.pay_basis!r} is not known. Known: {', '.join(PAY_BASES)}.")
        if self.arrangement not in ARRANGEMENTS:
            raise ValueError(f"arrangement {self.arrangement!r} is not known. Known: {', '.join(ARRANGEMENTS)}.")
        if not 0 <= (self.amount or 0) <= MOST_PAY:
            raise ValueError(TYPE_AN_AMOUNT)
        if not 1 <= self.count <= MOST_COUNT:
            raise ValueError(f"The number of people must be 1 to {MOST_COUNT:,}, not {self.count:,}.")

    @property
    def problem(self) -> str:
        """Why the row cannot be counted yet, as a sentence; empty if it can."""
        return TYPE_AN_AMOUNT if self.pay_basis == "typed" and not self.amount else ""

    @property
    def hint(self) -> str:
        """What the row holds that does not count, as a sentence; empty if nothing."""
        if self.pay_basis == "typed" or not self.amount:
            return ""
        typed, chosen = PAY_BASES["typed"], PAY_BASES[self.pay_basis]
        return f"The amount {dollars(self.amount)} is not used, because Pay is “{chosen}”: choose “{typed}” to use it."

    @property
    def label(self) -> str:
        """The job in a few words."""
        area = load_wages().areas[self.area]
        years = ""
        if self.experience:
            levels = factor_levels(self.role, "experience")
            years = ", " + next(level.label for level in levels if level.level == self.experience).lower()
        return f"{load_roles()[self.role].label}{years}, {area.area_title}"

    def priced(self) -> Position:
        """Return the position with its pay resolved from the market, the estimate or the typed amount.

        Raises:
            ValueError: If the row cannot be counted yet; see `problem`.
        """
        if self.problem:
            raise ValueError(self.problem)
        state = load_wages().areas[self.area].state
        pay, kind, source = self._pay()
        return Position(self.role, state, pay, self.arrangement, kind, source)

    def _pay(self) -> tuple[float, str, str]:
        if self.pay_basis == "typed":
            return self.amount or 0.0, "input", "Your figure"
        experience = self.experience if self.pay_basis == "estimate" else None
        found = estimate(Profile(role=self.role, area=self.area, experience=experience))
        percentile = "median" if self.pay_basis == "estimate" else self.pay_basis
        fact = found.basis == PUBLISHED and not found.shifts
        source = f"BLS OEWS, {release_words(found.market.release)}, {found.market.area.area_title}"
        if found.basis != PUBLISHED:
            source = found.basis_note
        elif not fact:
            source = f"Our estimate from {source}"
        return float(getattr(found, percentile)), "fact" if fact else "estimate", source


@dataclass(frozen=True)
class Scenario:
    """A plan with its assumptions.

    Raises:
        ValueError: If it has more than `MOST_POSITIONS` rows.
    """

    name: str
    positions: tuple[PlannedPosition, ...] = ()
    firm: Firm = field(default_factory=Firm)

    def __post_init__(self) -> None:
        """Check the number of rows."""
        if len(self.positions) > MOST_POSITIONS:
            raise ValueError(f"A plan holds up to {MOST_POSITIONS} rows, not {len(self.positions)}.")

    @cached_property
    def costs(self) -> tuple[LoadedCost, ...]:
        """The cost of one person of each row."""
        return tuple(loaded_cost(position.priced(), self.firm) for position in self.positions)

    @property
    def people(self) -> int:
        """Number of people."""
        return sum(position.count for position in self.positions)

    @property
    def total(self) -> float:
        """Dollars a year for everybody."""
        return sum(cost.total * row.count for row, cost in zip(self.positions, self.costs, strict=True))

    def by_position(self) -> pd.DataFrame:
        """Return one row a position: position, people, pay, pay_kind, each, total (dollars a year)."""
        rows = [
            (
                row.label,
                ARRANGEMENTS[row.arrangement],
                row.count,
                cost.items[0].amount,
                cost.items[0].kind,
                cost.total,
                cost.total * row.count,
            )
            for row, cost in zip(self.positions, self.costs, strict=True)
        ]
        names = ["position", "arrangement", "people", "pay", "pay_kind", "each", "total"]
        return pd.DataFrame(rows, columns=names)

    def lines(self) -> pd.DataFrame:
        """Return every cost line of every position, for one person (amount) and for all (total)."""
        frames = [
            cost.lines.assign(
                scenario=self.name,
                position=row.label,
                arrangement=ARRANGEMENTS[row.arrangement],
                people=row.count,
                total=cost.lines["amount"] * row.count,
            )
            for row, cost in zip(self.positions, self.costs, strict=True)
        ]
        names = [
            "scenario",
            "position",
            "arrangement",
            "people",
            "group",
            "item",
            "amount",
            "total",
            "kind",
            "source",
            "note",
        ]
        return pd.concat(frames)[names].reset_index(drop=True) if frames else pd.DataFrame(columns=names)

    def by_group(self) -> pd.DataFrame:
        """Return dollars a year for everybody by group of lines, in the order of `GROUPS`."""
        totals = self.lines().groupby("group")["total"].sum()
        return totals.reindex([group for group in GROUPS if group in totals.index]).reset_index()
