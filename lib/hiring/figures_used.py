"""Which of the firm's figures decide what a position of a plan costs and brings in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.hiring.billing import BILLING_ROLE, FIELDS
from lib.hiring.figures import FIGURES, PRICE_OF
from lib.hiring.firm import LEGAL_SECRETARY
from lib.hiring.position import VIRTUAL
from lib.pay.words import MONTHS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.hiring.firm import Firm
    from lib.hiring.monthly import Held
    from lib.hiring.planned import PlannedPosition

BENEFIT_FIGURES: Final = {
    "share": ("insurance_and_retirement",),
    "dollars": ("health_single", "health_family", "family_share", "retirement_match"),
    "none": (),
}
SEARCH_FIGURES: Final = {"own": "own_search", "agency": "agency_fee"}
TOOL_FIGURES: Final = ("tool_hours", "tool_share", "tool_billed")
UNTIL_TYPED: Final = ("equipment", "training", "tool_cost", "released_hours")  # nothing is counted by default


def figures_used(held: Held, firm: Firm) -> tuple[str, ...]:
    """Return the figures, in the order of `FIGURES`, that what a position costs and brings in is computed from.

    The state unemployment rate is left out: it stands with the payroll taxes.
    """
    used = {"software", *_cost_figures(held, firm), *_fee_figures(held, firm)}
    if firm.of("tool_cost"):
        used.add("tool_cost")
    return tuple(name for name in FIGURES if name in used)


def figures_missing(held: Held, firm: Firm) -> tuple[str, ...]:
    """Return the figures of `UNTIL_TYPED` that would count for a position but are 0."""
    employee = () if held.position.virtual else ("training",)
    hire = () if held.position.virtual or held.planned.employed else ("equipment",)
    secretary = ("released_hours",) if held.position.role == LEGAL_SECRETARY else ()
    return tuple(name for name in (*hire, *employee, "tool_cost", *secretary) if not firm.of(name))


def pay_error_of(planned: PlannedPosition) -> str | None:
    """Return the figure that says how far a row's pay may end from plan; None if it is known.

    Typed pay, the pay of people employed already and a contractor's fee are known.
    """
    if planned.pay_basis == "typed" or planned.employed or planned.arrangement in VIRTUAL:
        return None
    return "pay_error" if planned.pay_basis == "estimate" else "market_error"


def _cost_figures(held: Held, firm: Firm) -> Iterator[str]:
    planned, position = held.planned, held.position
    if position.virtual:
        yield PRICE_OF[position.arrangement]
        return
    yield from BENEFIT_FIGURES[firm.benefits]
    yield from ("turnover", "vacancy", "replacement_cost")
    if planned.raise_a_year is None and held.seat.months > MONTHS_A_YEAR:
        yield "wage_growth"
    if position.arrangement == "in_office":
        yield from ("office_space", "office_rent")
    if firm.of("training"):
        yield "training"
    if not planned.employed:
        yield from _hiring_figures(planned.search, firm)


def _hiring_figures(search: str, firm: Firm) -> Iterator[str]:
    if search in SEARCH_FIGURES:
        yield SEARCH_FIGURES[search]
    if firm.of("equipment"):
        yield "equipment"


def _fee_figures(held: Held, firm: Firm) -> Iterator[str]:
    if held.position.role == BILLING_ROLE:
        yield from FIELDS.values()
        if all(firm.of(name) for name in TOOL_FIGURES):
            yield from TOOL_FIGURES
    elif firm.of("released_hours"):
        yield from ("released_hours", "released_value")
    else:
        return
    yield "ramp"
    if held.at.stop > MONTHS_A_YEAR:
        yield "rate_growth"
