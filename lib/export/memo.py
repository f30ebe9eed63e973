"""The decision memo: what is to be decided, what the figures say, and everything they rest on. Pure content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from lib.export.assumptions import assumptions, pay_error_assumptions
from lib.export.memo_limits import basis_words, limits
from lib.export.memo_table import NONE, assumption_table, cost_tables
from lib.export.position_table import BREAK_EVEN_NOTE, position_table
from lib.export.recommendation import choose, recommendation
from lib.hiring import run_plan
from lib.hiring.difference import difference_words
from lib.hiring.risk import HALF_A_CENT, risk_sentence
from lib.hiring.tally import tallies, when_words
from lib.pay.ageing import MONTH_NAMES
from lib.pay.words import dollars
from lib.tables import load_sources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lib.export.assumptions import Assumption
    from lib.export.memo_table import Table
    from lib.hiring.plan_result import PlanResult
    from lib.hiring.risk import Risk
    from lib.hiring.scenarios import Scenarios

TITLE: Final = "Staffing decision memo"
PRODUCT: Final = "Legal support pay"
LINK_HEADING: Final = "Open again"
LINK_WORDS: Final = "Open these scenarios in the dashboard"
MOST_TOGETHER: Final = 16  # rows of a table that is kept on one page
LONGEST_SHOWN: Final = 400  # characters of a link that is printed: nobody types a longer one


@dataclass(frozen=True)
class Bars:
    """The cost of each plan over all its months, by category.

    Attributes:
        names: Of the plans.
        costs: Whole dollars of each plan by category.
        budget: Dollars, or None.
        caption: What is drawn.
        alt: The same in words, for readers who do not see it.
    """

    names: tuple[str, ...]
    costs: tuple[dict[str, int], ...]
    budget: float | None
    caption: str
    alt: str


@dataclass(frozen=True)
class Section:
    """A part of the memo: a heading, paragraphs, a list, the chart, tables and a note under them.

    Attributes:
        answer: A paragraph that stands out before the others; may be empty.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    answer: str = ""
    bars: Bars | None = None
    tables: tuple[Table, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Reference:
    """A source as it stands in the list: its words, and its address if it has one."""

    words: str
    address: str


@dataclass(frozen=True)
class Memo:
    """A decision memo.

    Attributes:
        day: The day it was made, in words.
        question: What is to be decided.
        recommendation: What the figures say, the answer first.
        bars: The chart; None if no plan costs anything.
        costs: Cost and fees by scenario.
        differences: How every other scenario differs from the first of the order.
        positions: Every position.
        risks: How each plan may come out, if it was simulated.
        basis: What the figures are taken from.
        assumptions: Every figure.
        limits: What is not counted.
        sources: Numbered from 1 as the assumptions name them.
        link: Restores the scenarios; may be empty.
    """

    day: str
    question: str
    recommendation: tuple[str, ...]
    bars: Bars | None
    costs: tuple[Table, ...]
    differences: tuple[str, ...]
    positions: Table
    risks: tuple[str, ...]
    basis: tuple[str, ...]
    assumptions: Table
    limits: tuple[str, ...]
    sources: tuple[Reference, ...]
    link: str

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts between the title and the sources, in order; those that hold nothing are left out."""
        answer, *reasons = self.recommendation
        billed = any(row[-1] != NONE for row in self.positions.rows)
        found = (
            Section("Question", (self.question,)),
            Section("Recommendation", points=tuple(reasons), answer=answer),
            Section("What it costs", self.differences, bars=self.bars, tables=self.costs if self.bars else ()),
            Section("Positions", tables=_filled(self.positions), note=BREAK_EVEN_NOTE if billed else ""),
            Section("How it may come out", points=self.risks),
            Section("Assumptions", self.basis, tables=_filled(self.assumptions)),
            Section("What is not counted", points=self.limits),
        )
        return tuple(each for each in found if each.paragraphs or each.points or each.answer or each.tables)


def build_memo(scenarios: Scenarios, risks: Sequence[Risk], link: str, today: date) -> Memo:
    """Return the memo on a choice between scenarios.

    Args:
        scenarios: The plans, their budget and the question.
        risks: The simulated plans, with the same seed and number of draws; may be empty.
        link: Address that restores the scenarios; may be empty.
        today: The day on the memo.
    """
    results = [run_plan(plan) for plan in scenarios.plans]
    found = _figures(scenarios, risks)
    numbers = _numbered(found)
    return Memo(
        day=f"{MONTH_NAMES[today.month - 1]} {today.day}, {today.year}",
        question=scenarios.question.strip() or default_question(scenarios.names),
        recommendation=recommendation(results, risks, scenarios.budget),
        bars=_bars(results, scenarios.budget),
        costs=cost_tables(results, scenarios.budget),
        differences=_differences(results, risks),
        positions=position_table(results),
        risks=tuple(_risk_words(risk) for risk in risks),
        basis=basis_words(scenarios.plans),
        assumptions=assumption_table(found, numbers),
        limits=limits(scenarios.plans),
        sources=tuple(_reference(key) for key in numbers),
        link=link,
    )


def _filled(table: Table) -> tuple[Table, ...]:
    return (table,) if table.rows else ()


def shown_link(link: str) -> str:
    """Return the link as it is printed: in full, or only its beginning if it is too long to be typed."""
    return link if len(link) <= LONGEST_SHOWN else f"{link[:80]}…"


def default_question(names: Sequence[str]) -> str:
    """Return a question for scenarios of which none was asked."""
    quoted = [f"“{name}”" for name in names]
    if len(quoted) == 1:
        return f"Should we choose {quoted[0]}?"
    return f"Which should we choose: {', '.join(quoted[:-1])} or {quoted[-1]}?"


def _figures(scenarios: Scenarios, risks: Sequence[Risk]) -> list[Assumption]:
    """Return every figure of the plans, and how far pay may end from plan if they were simulated."""
    return [*assumptions(scenarios.plans), *pay_error_assumptions(risk.plan for risk in risks)]


def _numbered(found: Sequence[Assumption]) -> dict[str, int]:
    keys = dict.fromkeys(key for each in found for key in each.sources)
    return {key: number for number, key in enumerate(keys, start=1)}


def _reference(key: str) -> Reference:
    source = load_sources()[key]
    return Reference(f"{source.publisher}: {source.title}, {source.release}.", source.address)


def _differences(results: Sequence[PlanResult], risks: Sequence[Risk]) -> tuple[str, ...]:
    choice = choose(results, risks)
    if choice is None:
        return ()
    return tuple(difference_words(choice.best.result, other.result) for other in choice.ranked[1:])


def _risk_words(risk: Risk) -> str:
    """Say how a plan may come out, with the middle of its futures, which the figures assumed may miss."""
    words = f"“{risk.plan.name}”: {risk_sentence(risk)}"
    if np.ptp(risk.costs) < HALF_A_CENT:
        return words
    middle = float(f"{np.median(risk.costs):.3g}")  # the three digits that can be relied on
    return f"{words} In the middle of the futures it costs {dollars(middle)}."


def _bars(results: Sequence[PlanResult], budget: float | None) -> Bars | None:
    sums = dict(zip((result.plan.name for result in results), tallies(results), strict=True))
    if not any(each.cost for each in sums.values()):
        return None
    caption = f"Cost by category {when_words([result.plan for result in results])}"
    told = [
        f"{name} {dollars(each.cost)} ({', '.join(f'{group} {dollars(cost)}' for group, cost in each.costs.items())})"
        for name, each in sums.items()
    ]
    limit = f" The budget is {dollars(budget)}." if budget is not None else ""
    return Bars(
        tuple(sums), tuple(dict(each.costs) for each in sums.values()), budget, caption, f"{'; '.join(told)}.{limit}"
    )
