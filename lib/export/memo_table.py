"""The tables of the decision memo: rows of words, ready for any document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lib.export.assumptions import PAY_GROUP
from lib.hiring.lines import GROUPS
from lib.hiring.tally import tallies, when_words
from lib.pay.ageing import month_words
from lib.pay.words import MONTHS_A_YEAR, dollars

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lib.export.assumptions import Assumption
    from lib.hiring.plan_result import PlanResult
    from lib.hiring.tally import Tally

    Row = tuple[str, ...]

NONE: Final = "–"
MOST_ROWS: Final = 12  # kinds of pay, and positions of a plan, that a memo lists one by one


@dataclass(frozen=True)
class Table:
    """A table whose first column names the row.

    Attributes:
        caption: What it shows.
        columns: Headings.
        rows: Cells, as many as there are headings.
        widths: Relative widths of the columns.
        numbers: Columns of numbers, from 0.
        strong: Rows that sum up others, from 0.
    """

    caption: str
    columns: Row
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    numbers: frozenset[int]
    strong: frozenset[int] = frozenset()


def cost_tables(results: Sequence[PlanResult], budget: float | None) -> tuple[Table, ...]:
    """Return cost, fees and what is left by scenario: in the first 12 months, and in all if there are more.

    Amounts are whole dollars that add up as shown. Two scenarios get a column for their difference.
    """
    last = [*_budget_rows(results, budget), *_payback_rows(results)]
    if all(result.plan.months == MONTHS_A_YEAR for result in results):
        return (_cost_table(results, None, last),)
    return (_cost_table(results, MONTHS_A_YEAR, []), _cost_table(results, None, last))


def assumption_table(found: Sequence[Assumption], numbers: Mapping[str, int]) -> Table:
    """Return every figure with value, mark, range, period and the numbers of its sources.

    Args:
        found: The figures.
        numbers: Number of each source in the list of sources.
    """
    pay = [each for each in found if each.group == PAY_GROUP]
    others = [each for each in found if each.group != PAY_GROUP]
    rows = [_assumption_row(each, numbers) for each in pay[:MOST_ROWS]]
    if len(pay) > MOST_ROWS:
        left = len(pay) - MOST_ROWS
        figures = "figure" if left == 1 else "figures"
        rows.append((f"{left} more {figures} of pay: see the csv of assumptions", *[NONE] * 5))
    rows += [_assumption_row(each, numbers) for each in others]
    columns = ("Figure", "Value", "Mark", "Range", "Period", "Source")
    caption = "The figures, whose they are, and where they come from"
    return Table(caption, columns, tuple(rows), (29, 22, 13, 20, 15, 9), frozenset())


def signed_dollars(amount: int) -> str:
    """Return +$7,320, -$7,320 or $0."""
    return f"+{dollars(amount)}" if amount > 0 else dollars(amount)


def _cost_table(results: Sequence[PlanResult], months: int | None, last: list[Row]) -> Table:
    plans = [result.plan for result in results]
    sums = tallies(results, months)
    rows = [_money_row(group, [each.costs.get(group, 0) for each in sums]) for group in _categories(sums)]
    strong = [len(rows)]
    rows.append(_money_row("Cost", [each.cost for each in sums]))
    if any(each.brought_in for each in sums):
        rows += _fee_rows(sums)
        strong.append(len(rows) - 1)
    names = tuple(plan.name for plan in plans)
    columns = ("Category", *names, *(("Difference",) if len(plans) == 2 else ()))
    numbers = frozenset(range(1, len(columns)))
    widths = (2.0, *[1.5] * (len(columns) - 1))
    caption = f"Cost and fees {when_words(plans, months)}"
    return Table(caption, columns, (*rows, *last), widths, numbers, frozenset(strong))


def _categories(sums: Sequence[Tally]) -> Iterator[str]:
    return (group for group in GROUPS if any(each.costs.get(group) for each in sums))


def _fee_rows(sums: Sequence[Tally]) -> Iterator[Row]:
    """Yield each item that is brought in, and what is left of all of them."""
    for item in dict.fromkeys(item for each in sums for item in each.fees):
        yield _money_row(item, [each.fees.get(item, 0) for each in sums])
    yield _money_row("Fees less cost", [each.left for each in sums])


def _money_row(label: str, amounts: list[int]) -> Row:
    difference = (signed_dollars(amounts[1] - amounts[0]),) if len(amounts) == 2 else ()
    return (label, *map(dollars, amounts), *difference)


def _budget_rows(results: Sequence[PlanResult], budget: float | None) -> Iterator[Row]:
    if budget is not None:
        left = [round(budget) - each.cost for each in tallies(results)]
        yield _word_row("Budget", [dollars(budget)] * len(results))
        yield _word_row("Budget less cost", [dollars(amount) for amount in left])


def _payback_rows(results: Sequence[PlanResult]) -> Iterator[Row]:
    if any(_has_new_fees(result) for result in results):
        mixed = any(result.has_existing_staff for result in results)
        label = "New positions paid back by" if mixed else "Fees have paid the cost by"
        yield _word_row(label, [_payback_words(result) for result in results])


def _has_new_fees(result: PlanResult) -> bool:
    """Return whether anybody brings in fees who is not employed already: others have been paid for before."""
    return bool(result.new_fees_by_month.any())


def _payback_words(result: PlanResult) -> str:
    if not _has_new_fees(result):
        return NONE
    return month_words(result.payback_month) if result.payback_month else f"not by {month_words(result.plan.last)}"


def _word_row(label: str, words: list[str]) -> Row:
    return (label, *words, *((NONE,) if len(words) == 2 else ()))


def _assumption_row(found: Assumption, numbers: Mapping[str, int]) -> Row:
    label = f"{found.label} ({found.scope})" if found.scope else found.label
    sources = ", ".join(str(numbers[key]) for key in found.sources)
    return (label, found.value, found.mark, found.span or NONE, found.period or NONE, sources or NONE)
