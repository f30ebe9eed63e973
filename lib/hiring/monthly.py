"""What a plan costs month by month, as an expectation over who stays and who leaves.

Paid leave is inside the salary. Turnover is counted once: while a seat is empty its pay, taxes and benefits
are saved, and each successor costs the replacement share of pay, which holds search and learning; a first
hire costs its search only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from lib.hiring.defaults import default
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.payroll_taxes import rate_of, taxes_of
from lib.hiring.position import Firm
from lib.hiring.seat import MONTHS_A_YEAR, Seat, month_number, month_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.hiring.position import Position
    from lib.hiring.seat import Vector

MOST_MONTHS: Final = 60
MOST_POSTS: Final = 100
MOST_COUNT: Final = 1_000
SEARCHES: Final = {"own": "Own search", "agency": "Agency", "none": "No search"}


@dataclass(frozen=True)
class Post:
    """One or more people in the same job, with dates.

    Attributes:
        label: The job in a few words.
        position: Role, state, yearly pay of full-time work at the start, arrangement.
        count: Number of people.
        share: Share of full time, more than 0 and at most 1.
        start: First month, such as 2027-03; None for the plan's first.
        end: Last month; None for the plan's last.
        raise_a_year: Share by which pay rises every twelve months.
        employed: Whether the people are employed already, since January of the year at the latest.
        search: How a first hire is found, one of `SEARCHES`.

    Raises:
        ValueError: If a value is unknown or out of bounds; says which.
    """

    label: str
    position: Position
    count: int = 1
    share: float = 1.0
    start: str | None = None
    end: str | None = None
    raise_a_year: float = 0.0
    employed: bool = False
    search: str = "own"

    def __post_init__(self) -> None:
        """Check every value."""
        if not 1 <= self.count <= MOST_COUNT:
            raise ValueError(f"The number of people must be 1 to {MOST_COUNT:,}, not {self.count:,}.")
        if not 0 < self.share <= 1:
            raise ValueError(f"The share of full time must be more than 0 and at most 1, not {self.share}.")
        if not -0.5 <= self.raise_a_year <= 0.5:
            raise ValueError(f"The yearly raise must lie between -50 % and 50 %, not {self.raise_a_year:.0%}.")
        if self.search not in SEARCHES:
            raise ValueError(f"search {self.search!r} is not known. Known: {', '.join(SEARCHES)}.")
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"{self.label}: the last month {self.end} lies before the first, {self.start}.")


@dataclass(frozen=True)
class Plan:
    """Positions with dates and the assumptions about the firm.

    Attributes:
        first: First month, such as 2027-01.
        months: Number of months, 12 to 60.

    Raises:
        ValueError: If a value is out of bounds; says which.
    """

    name: str
    posts: tuple[Post, ...]
    firm: Firm = field(default_factory=Firm)
    first: str = "2027-01"
    months: int = 12

    def __post_init__(self) -> None:
        """Check every value."""
        if not MONTHS_A_YEAR <= self.months <= MOST_MONTHS:
            raise ValueError(f"A plan spans {MONTHS_A_YEAR} to {MOST_MONTHS} months, not {self.months}.")
        if len(self.posts) > MOST_POSTS:
            raise ValueError(f"A plan holds up to {MOST_POSTS} rows, not {len(self.posts)}.")


@dataclass(frozen=True)
class PlanResult:
    """The expected cost of a plan.

    Attributes:
        plan: What was asked.
        lines: Columns row (number of the post), post, month, category, item and amount, in dollars.
    """

    plan: Plan
    lines: pd.DataFrame

    @property
    def total(self) -> float:
        """Dollars over all months."""
        return float(self.lines["amount"].sum())

    @cached_property
    def months(self) -> pd.DataFrame:
        """Dollars by month (rows) and category (columns)."""
        return self.lines.pivot_table(
            index="month", columns="category", values="amount", aggfunc="sum", fill_value=0.0, sort=False
        ).sort_index()

    @cached_property
    def positions(self) -> pd.DataFrame:
        """Dollars by post (rows: number and label) and category (columns)."""
        return self.lines.pivot_table(
            index=["row", "post"], columns="category", values="amount", aggfunc="sum", fill_value=0.0, sort=False
        )


def run_plan(plan: Plan) -> PlanResult:
    """Return what a plan costs in each month."""
    frames = [_frame(row, post, plan) for row, post in enumerate(plan.posts)]
    known = [frame for frame in frames if len(frame)]
    columns = ["row", "post", "month", "category", "item", "amount"]
    return PlanResult(plan, pd.concat(known, ignore_index=True) if known else pd.DataFrame(columns=columns))


def _frame(row: int, post: Post, plan: Plan) -> pd.DataFrame:
    first, last = _span(post, plan)
    if last < first:
        return pd.DataFrame()
    months = [month_text(month) for month in range(first, last + 1)]
    parts = [
        pd.DataFrame({"month": months, "category": category, "item": item, "amount": post.count * amounts})
        for category, item, amounts in _amounts(post, plan, first, last)
    ]
    return pd.concat(parts, ignore_index=True).assign(row=row, post=post.label)


def _span(post: Post, plan: Plan) -> tuple[int, int]:
    """Return the first and the last month of a post within the plan."""
    begin = month_number(plan.first)
    end = begin + plan.months - 1
    first = max(begin, month_number(post.start)) if post.start else begin
    last = min(end, month_number(post.end)) if post.end else end
    return first, last


def _amounts(post: Post, plan: Plan, first: int, last: int) -> Iterator[tuple[str, str, Vector]]:
    """Yield category, item and dollars by month for one person of a post."""
    months = last - first + 1
    cost = loaded_cost(post.position, plan.firm)
    fixed = {line.item: np.full(months, line.amount / MONTHS_A_YEAR) for line in cost.items if _is_fixed(line.group)}
    if post.position.virtual:
        yield "Fee", "Contractor's fee", np.full(months, post.share * cost.items[0].amount / MONTHS_A_YEAR)
    else:
        yield from _employed(post, plan.firm, first, months)
    for item, amounts in fixed.items():
        yield "Space and software", item, amounts


def _is_fixed(group: str) -> bool:
    return group == "Space and software"


def _employed(post: Post, firm: Firm, first: int, months: int) -> Iterator[tuple[str, str, Vector]]:
    """Yield what an employee costs besides space and software."""
    years = np.arange(months, dtype=np.float64) // MONTHS_A_YEAR
    pay: Vector = post.share * post.position.annual_pay / MONTHS_A_YEAR * (1 + post.raise_a_year) ** years
    seat = Seat(first, months, _leaving(firm), _default(firm.vacancy, "vacancy"), post.employed)
    paid = seat.expected(seat.worked * pay[None, :])
    yield "Pay", "Gross pay", paid
    for tax in taxes_of(post.position.state, firm.headcount):
        rate, _ = rate_of(tax, firm)
        yield "Payroll taxes", tax.label, rate * seat.taxed(pay, tax.wage_base)
    yield "Benefits", "Insurance and retirement", _benefits_share(post, firm) * paid
    if not post.employed:
        yield "Hiring", SEARCHES[post.search], _search(post, firm, pay)
    replacing = _default(firm.replacement_cost, "replacement_cost")
    yield "Turnover", "Replacing people who leave", replacing * MONTHS_A_YEAR * pay * seat.successors


def _leaving(firm: Firm) -> float:
    """Return the share of people who leave in a month."""
    return min(_default(firm.turnover, "turnover") / MONTHS_A_YEAR, 1.0)


def _default(own: float | None, item: str) -> float:
    return default(item).value if own is None else own


def _benefits_share(post: Post, firm: Firm) -> float:
    """Return insurance and retirement as a share of pay."""
    if firm.insurance_and_retirement is not None:
        return firm.insurance_and_retirement
    by_size = default("insurance_and_retirement", headcount=firm.headcount)
    return by_size.value * default("benefits_role_factor", role=post.position.role).value


def _search(post: Post, firm: Firm, pay: Vector) -> Vector:
    """Return what finding the first person costs, in the month of the start."""
    cost = np.zeros(len(pay))
    if post.search == "own":
        cost[0] = _default(firm.own_search, "own_search")
    elif post.search == "agency":
        cost[0] = _default(firm.agency_fee, "agency_fee") * MONTHS_A_YEAR * pay[0]
    return cost
