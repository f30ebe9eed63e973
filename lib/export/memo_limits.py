"""What the figures of a memo are taken from, and what they leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.hiring.figures import FIGURES
from lib.hiring.figures_used import UNTIL_TYPED, figures_missing
from lib.hiring.monthly import held_positions
from lib.hiring.payroll_taxes import tax_year, taxes_not_included
from lib.pay.market import release_words
from lib.pay.trust import record_sentence
from lib.tables import load_roles, load_wages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lib.hiring.plan import Plan
    from lib.hiring.planned import PlannedPosition

NEVER_COUNTED: Final = (
    "Workers' compensation insurance, overtime, bonuses, local payroll taxes, and a lawyer's time to supervise virtual "
    "staff."
)
EXPECTATIONS: Final = (
    "All amounts are averages over who stays and who leaves: each month a share of the employees leaves, the seat "
    "stands empty until it is filled, and a successor starts. All other figures stand at the values assumed, wherever "
    "in their range these lie. Paid leave is inside pay."
)


def basis_words(plans: Sequence[Plan]) -> tuple[str, ...]:
    """Say which wage release and which year's payroll taxes the plans rest on, and how sure our estimates are."""
    bases = {position.pay_basis for plan in plans for position in plan.counted}
    words = [EXPECTATIONS]
    if bases - {"typed"}:
        words.append(_wage_words(plans))
    if "estimate" in bases:
        words.append(f"Pay by our estimate for the facts: {record_sentence()}")
    words.append(_tax_words(plans))
    return tuple(words)


def limits(plans: Sequence[Plan]) -> tuple[str, ...]:
    """Say what is in no total: by rule, by state, for want of a typed figure, and rows that cannot be counted yet."""
    return (NEVER_COUNTED, *_taxes(plans), *_missing(plans), *_uncounted(plans))


def people_words(planned: PlannedPosition) -> str:
    """Return the job of a row with the number of people if there are several, such as "2 paralegals, Texas"."""
    if planned.count == 1:
        return planned.label
    role = load_roles()[planned.role]
    return f"{planned.count:,} {role.plural.lower()}{planned.label.removeprefix(role.label)}"


def _wage_words(plans: Sequence[Plan]) -> str:
    release = release_words(load_wages().releases[0])
    words = f"Market pay is the BLS Occupational Employment and Wage Statistics, {release}"
    carried = [f"“{plan.name}”" for plan in plans if plan.carried]
    if not carried:
        return f"{words}, as of that month: it is not carried to the months of the plans."
    where = "" if len(carried) == len(plans) else f" in {', '.join(carried)}"
    return f"{words}, carried{where} to the month a position starts by the Employment Cost Index."


def _tax_words(plans: Sequence[Plan]) -> str:
    words = f"Payroll taxes are those of {tax_year()}"
    if any(plan.beyond_tax_year for plan in plans):
        return f"{words}; months after {tax_year()} use the same rates and wage bases, the last published."
    return f"{words}."


def _taxes(plans: Sequence[Plan]) -> Iterator[str]:
    positions = (held.position for plan in plans for held in held_positions(plan))
    for state in sorted({position.state for position in positions if not position.virtual}):
        for tax in taxes_not_included(state):
            yield f"{state}: {tax.label}. {tax.note}"


def _missing(plans: Sequence[Plan]) -> Iterator[str]:
    found = {name for plan in plans for held in held_positions(plan) for name in figures_missing(held, plan.firm)}
    labels = [f"{FIGURES[name].label.lower()}" for name in UNTIL_TYPED if name in found]
    if labels:
        yield f"Counted as nothing where no figure is typed: {'; '.join(labels)}."


def _uncounted(plans: Sequence[Plan]) -> Iterator[str]:
    for plan in plans:
        for position in plan.positions:
            if position.problem:
                yield f"“{plan.name}”, {people_words(position)}: not counted yet. {position.problem}"
