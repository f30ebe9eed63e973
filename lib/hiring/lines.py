"""The lines of a position's yearly cost besides pay and taxes, each with its kind and source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lib.hiring.defaults import default
from lib.hiring.figures import FIGURES, figure_default
from lib.pay.words import MONTHS_A_YEAR
from lib.tables import load_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lib.hiring.firm import Firm
    from lib.hiring.position import Position

YOURS: Final = "Your figure"
PAY, FEE, TAXES, BENEFITS = "Pay", "Fee", "Payroll taxes", "Benefits"
OFFICE, HIRING, TURNOVER, FEES = "Space and software", "Hiring", "Turnover", "Fees"
GROUPS: Final = (PAY, FEE, TAXES, BENEFITS, OFFICE, HIRING, TURNOVER)


@dataclass(frozen=True)
class Line:
    """One item of the cost of a position.

    Attributes:
        group: The heading it is summed under in charts, one of `GROUPS`.
        amount: Dollars a year.
        kind: "fact", "estimate" or "input".
        source: Where it comes from, in words.
        note: How it is computed.
    """

    group: str
    item: str
    amount: float
    kind: str
    source: str
    note: str = ""


def benefit_lines(position: Position, firm: Firm) -> tuple[Line, ...]:
    """Return insurance and retirement: as a share of pay, in dollars, or none."""
    if firm.benefits == "none":
        return ()
    if firm.benefits == "dollars":
        return (_health(position, firm), _retirement(position, firm))
    share = firm.of("insurance_and_retirement", position.role)
    note = f"{percent(share)} of pay"
    amount = position.paid * share
    names = ("insurance_and_retirement",)
    return (line_of(BENEFITS, "Insurance and retirement", amount, position.role, firm, note, *names),)


def office_lines(position: Position, firm: Firm) -> tuple[Line, ...]:
    """Return space for people in the office, software for everybody, tools and training where the firm has them."""
    lines = []
    if position.arrangement == "in_office":
        feet, rent = firm.of("office_space"), firm.of("office_rent")
        note = f"{number(feet)} square feet at ${rent:,.2f}"
        lines.append(
            line_of(OFFICE, "Office space", feet * rent, position.role, firm, note, "office_space", "office_rent")
        )
    lines.append(_monthly("Software", "software", position, firm))
    if firm.of("tool_cost"):
        lines.append(_monthly("Tools", "tool_cost", position, firm))
    if firm.of("training") and not position.virtual:
        amount = firm.of("training")
        lines.append(line_of(OFFICE, "Training", amount, position.role, firm, f"${number(amount)} a year", "training"))
    return tuple(lines)


def hiring_lines(position: Position, firm: Firm, search: str) -> tuple[Line, ...]:
    """Return what a first hire costs once: search and equipment. Virtual staff cost neither.

    Args:
        position: The job.
        firm: The employer.
        search: own, agency or none.
    """
    if position.virtual:
        return ()
    lines = []
    if search == "own":
        cost = firm.of("own_search")
        lines.append(line_of(HIRING, "Own search", cost, position.role, firm, f"${number(cost)} a hire", "own_search"))
    elif search == "agency":
        fee = firm.of("agency_fee")
        note = f"{percent(fee)} of the first year's pay"
        lines.append(line_of(HIRING, "Agency", fee * position.paid, position.role, firm, note, "agency_fee"))
    if firm.of("equipment"):
        cost = firm.of("equipment")
        lines.append(line_of(HIRING, "Equipment", cost, position.role, firm, f"${number(cost)} once", "equipment"))
    return tuple(lines)


def turnover_line(position: Position, firm: Firm) -> Line:
    """Return the yearly share of what replacing people costs."""
    leaving, replacing = firm.of("turnover"), firm.of("replacement_cost")
    note = f"{percent(leaving)} of positions change hands a year x {percent(replacing)} of pay to replace a person"
    amount = position.paid * leaving * replacing
    names = ("replacement_cost", "turnover")
    return line_of(TURNOVER, "Replacing people who leave", amount, position.role, firm, note, *names)


def fee_line(position: Position, firm: Firm) -> Line:
    """Return a contractor's fee for the share of full time."""
    if position.arrangement == "virtual_us":
        rate, hours = firm.of("virtual_us_rate", position.role), hours_worked(position)
        note = f"${rate:,.2f} an hour for the {hours:,.0f} hours an employee works"
        return line_of(FEE, "Contractor's fee", rate * hours, position.role, firm, note, "virtual_us_rate")
    month = firm.of("virtual_offshore_month")
    note = f"${month:,.2f} a month, full time" + (f" x {position.share:.0%}" if position.share < 1 else "")
    amount = month * MONTHS_A_YEAR * position.share
    return line_of(FEE, "Contractor's fee", amount, position.role, firm, note, "virtual_offshore_month")


def hours_worked(position: Position) -> float:
    """Return the hours worked in a year for the share of full time, paid leave taken out."""
    return position.share * default("hours_worked", role=position.role).value


def _health(position: Position, firm: Firm) -> Line:
    single, family, share = (firm.of(name) for name in ("health_single", "health_family", "family_share"))
    note = (
        f"${number(single)} for {percent(1 - share)} of employees, ${number(family)} for {percent(share)} with a family"
    )
    amount = single * (1 - share) + family * share
    names = ("health_single", "health_family", "family_share")
    return line_of(BENEFITS, "Health insurance", amount, position.role, firm, note, *names)


def _retirement(position: Position, firm: Firm) -> Line:
    share = firm.of("retirement_match")
    amount = position.paid * share
    return line_of(BENEFITS, "Retirement", amount, position.role, firm, f"{percent(share)} of pay", "retirement_match")


def _monthly(item: str, name: str, position: Position, firm: Firm) -> Line:
    month = firm.of(name)
    return line_of(OFFICE, item, month * MONTHS_A_YEAR, position.role, firm, f"${number(month)} a month", name)


def line_of(group: str, item: str, amount: float, role: str, firm: Firm, note: str, *names: str) -> Line:
    """Return a line whose kind and source follow from the figures it is computed from."""
    usual = {name: figure_default(name, role, firm.headcount) for name in names if not firm.states(name)}
    sources = [word for name in names for word in (_source_list(usual[name].source) if name in usual else [YOURS])]
    kinds = {cost.kind for cost in usual.values()}
    kind = "input" if not usual else "fact" if kinds == {"fact"} and len(usual) == len(names) else "estimate"
    return Line(group, item, amount, kind, "; ".join(dict.fromkeys(sources)), note)


def number(amount: float) -> str:
    """Return an amount with cents only if it has any."""
    return f"{amount:,.2f}".removesuffix(".00")


def told_as(line: Line, kinds: Iterable[str]) -> Line:
    """Return a line that rests on other things besides its own: it is as weak as the weakest of them."""
    found = {line.kind, *kinds}
    return replace(line, kind="estimate" if "estimate" in found else "input" if "input" in found else "fact")


def percent(share: float) -> str:
    """Return a share as a percentage with the digits it takes to compute with it."""
    return f"{100 * share:.4g}%"


def source_words(keys: str) -> str:
    """Return publisher and release of the named sources, for a table cell."""
    return "; ".join(_source_list(keys))


def _source_list(keys: str) -> list[str]:
    sources = [load_sources()[key] for key in dict.fromkeys(keys.split())]
    return [f"{source.publisher}, {source.release}" for source in sources]


def figure_words(name: str, role: str, headcount: int) -> str:
    """Return the range and the source of a figure's default, in words."""
    cost, figure = figure_default(name, role, headcount), FIGURES[name]
    span = "" if cost.low == cost.high else f"Range {figure.words(cost.low)} to {figure.words(cost.high)}. "
    return f"{span}{source_words(cost.source)} ({cost.period}). {cost.derivation}"
