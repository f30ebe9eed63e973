"""Every figure a set of plans rests on: its value, whose it is, its range, its source and its period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lib.export.kinds import KIND_WORDS
from lib.hiring.defaults import default
from lib.hiring.figures import FIGURES, figure_default
from lib.hiring.figures_used import figures_used, pay_error_of
from lib.hiring.firm import BENEFITS
from lib.hiring.lines import YOURS, percent
from lib.hiring.monthly import held_positions
from lib.hiring.payroll_taxes import rate_of, taxes_of
from lib.hiring.planned import PAY_BASES
from lib.pay import estimate
from lib.pay.ageing import month_words
from lib.pay.market import PUBLISHED, release_words
from lib.pay.months import month_text
from lib.pay.profile import factor_levels
from lib.pay.words import MONTHS_A_YEAR, dollars
from lib.tables import load_roles
from lib.tables.payroll_taxes import FEDERAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lib.hiring.firm import Firm
    from lib.hiring.monthly import Held
    from lib.hiring.plan import Plan
    from lib.pay.estimate import Estimate
    from lib.tables import EmployerCost, PayrollTax

    Holders = dict["Assumption", dict[tuple[str, str], None]]  # the role and the scenario of each

PAY_GROUP: Final = "Pay"
TAX_GROUP: Final = "Payroll taxes"


@dataclass(frozen=True)
class Assumption:
    """A figure that decides the result.

    Attributes:
        group: Heading it belongs under.
        label: What it is, in words.
        value: As people read it, with its unit.
        mark: One of `KIND_WORDS`.
        span: Range as people read it; empty if none is known.
        period: What the figure is of, such as March 2026.
        sources: Keys of data/sources.csv; none for the user's own figures.
        note: How it was derived; may be empty.
        scope: Which scenarios or roles it holds for; empty for all.
    """

    group: str
    label: str
    value: str
    mark: str
    span: str = ""
    period: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""
    scope: str = ""


def assumptions(plans: Iterable[Plan]) -> tuple[Assumption, ...]:
    """Return every figure the plans rest on once, with the roles or scenarios it holds for where it differs."""
    holders: Holders = {}
    for plan in plans:
        for held in held_positions(plan):
            role = load_roles()[held.position.role].plural.lower()
            for found in _of_position(held, plan):
                holders.setdefault(found, {})[(role, f"“{plan.name}”")] = None
    groups = list(dict.fromkeys((PAY_GROUP, TAX_GROUP, *(figure.group for figure in FIGURES.values()))))
    ordered = sorted(holders, key=lambda found: groups.index(found.group))
    return tuple(replace(found, scope=_scope(found, holders)) for found in ordered)


def figure_assumption(name: str, role: str, firm: Firm) -> Assumption:
    """Return a figure as the firm states it, or its default for a role."""
    figure = FIGURES[name]
    value = f"{figure.words(firm.of(name, role))} {figure.unit.lstrip('$% ')}".strip()
    if firm.states(name):
        return Assumption(figure.group, figure.label, value, YOURS)
    return _default(figure.group, figure.label, value, figure_default(name, role, firm.headcount), figure.words)


def pay_error_assumptions(plans: Iterable[Plan]) -> tuple[Assumption, ...]:
    """Return how far pay may end from plan: each figure that counts for a position whose pay is not known."""
    named = ((pay_error_of(held.planned), held, plan.firm) for plan in plans for held in held_positions(plan))
    found = (figure_assumption(name, held.position.role, firm) for name, held, firm in named if name)
    return tuple(dict.fromkeys(found))


def _of_position(held: Held, plan: Plan) -> Iterator[Assumption]:
    planned, firm, position = held.planned, plan.firm, held.position
    if not position.virtual:
        yield _pay(held, plan)
        if planned.raise_a_year is not None and held.seat.months > MONTHS_A_YEAR:
            yield Assumption(PAY_GROUP, f"Raise, {planned.label}", f"{percent(planned.raise_a_year)} a year", YOURS)
        for tax in taxes_of(position.state, firm.headcount):
            yield _tax(tax, firm)
        if firm.benefits == "none":
            yield Assumption("Benefits", "Insurance and retirement", BENEFITS["none"], YOURS)
    for name in figures_used(held, firm):
        yield figure_assumption(name, position.role, firm)
    if position.arrangement == "virtual_us":
        yield _hours_worked(position.role)


def _pay(held: Held, plan: Plan) -> Assumption:
    planned, position = held.planned, held.position
    label = f"{planned.label}: {PAY_BASES[planned.pay_basis].lower()}"
    value = f"{dollars(position.annual_pay)} a year"
    if planned.pay_basis == "typed":
        return Assumption(PAY_GROUP, planned.label, value, YOURS)
    found = estimate(planned.profile())
    factor = position.annual_pay / getattr(found, "median" if planned.pay_basis == "estimate" else planned.pay_basis)
    span = f"middle half {dollars(factor * found.p25)} to {dollars(factor * found.p75)}"
    period = release_words(found.market.release)
    sources = _pay_sources(found)
    if plan.carried:
        period += f", carried to {month_words(month_text(held.seat.first))}"
        sources = (*sources, "bls-eci")
    return Assumption(
        PAY_GROUP, label, value, KIND_WORDS[position.pay_kind], span, period, sources, position.pay_source
    )


def _pay_sources(found: Estimate) -> tuple[str, ...]:
    """Return the wage tables an area's pay is read from, and the sources of the factors of what is stated.

    Where an area's pay is not published, the tables of the larger area count too.
    """
    tables = ("oews-state", "oews-national") if found.market.area.area_type == "state" else ("oews-area", "oews-state")
    stated = found.profile.stated
    levels = (level for factor in stated for level in factor_levels(found.profile.role, factor))
    factors = [key for level in levels if stated[level.factor] == level.level for key in level.source.split()]
    return tuple(dict.fromkeys([*(tables[:1] if found.basis == PUBLISHED else tables), *factors]))


def _tax(tax: PayrollTax, firm: Firm) -> Assumption:
    rate, own = rate_of(tax, firm)
    base = "all pay" if tax.wage_base is None else f"the first {dollars(tax.wage_base)}"
    label = tax.label if tax.state == FEDERAL else f"{tax.label}, {tax.state}"
    mark = YOURS if own else KIND_WORDS[tax.kind]
    sources = tuple(tax.source.split())
    return Assumption(TAX_GROUP, label, f"{percent(rate)} of {base}", mark, "", str(tax.year), sources, tax.note)


def _hours_worked(role: str) -> Assumption:
    cost = default("hours_worked", role=role)
    label, value = "Hours an employee works, paid leave taken out", f"{cost.value:,.0f} {cost.unit}"
    return _default("Virtual staff", label, value, cost, lambda hours: f"{hours:,.0f}")


def _default(group: str, label: str, value: str, cost: EmployerCost, words: Callable[[float], str]) -> Assumption:
    span = "" if cost.low == cost.high else f"{words(cost.low)} to {words(cost.high)}"
    sources = tuple(dict.fromkeys(cost.source.split()))
    return Assumption(group, label, value, KIND_WORDS[cost.kind], span, cost.period, sources, cost.derivation)


def _scope(found: Assumption, holders: Holders) -> str:
    """Say for which roles or scenarios a figure holds, if another value holds for others."""
    rivals = [other for other in holders if (other.group, other.label) == (found.group, found.label) and other != found]
    if not rivals:
        return ""
    for part in (0, 1):
        own = dict.fromkeys(pair[part] for pair in holders[found])
        if all(own.keys().isdisjoint(pair[part] for pair in holders[other]) for other in rivals):
            return ", ".join(own)
    if found.group == PAY_GROUP:  # two jobs of one name: nothing tells them apart but their pay
        return ""
    return ", ".join(f"{role} in {name}" for role, name in holders[found])
