"""What pay buys: pay in average prices of the United States. Prices divide pay, they never multiply it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.pay.fallback import state_codes
from lib.pay.words import dollars
from lib.tables import load_price_parities, load_wages
from lib.tables.prices import PARITY_PERIOD, UNITED_STATES
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.tables import Area


@dataclass(frozen=True)
class PriceAdjusted:
    """Pay at average prices of the United States.

    Attributes:
        amount: Dollars a year; None if no price level is published for the place or its state.
        finding: One sentence.
        origin: Source, vintage and formula.
    """

    amount: float | None
    finding: str
    origin: str


def price_index(area: Area) -> tuple[float | None, bool]:
    """Return an area's price level (United States 100) and whether it is its own.

    Where none is published for the area its state's stands in; None if there is none either.
    """
    parities = load_price_parities()
    if area.area_code == NATION:
        return UNITED_STATES, True
    if area.area_code in parities:
        return parities[area.area_code], True
    return parities.get(state_codes().get(area.state, "")), False


def price_adjusted(pay: float, area_code: str) -> PriceAdjusted:
    """Return what pay in an area is worth at average prices of the United States.

    Args:
        pay: Dollars a year in the area.
        area_code: BLS area code.
    """
    area = load_wages().areas[area_code]
    source = f"BEA regional price parities, {PARITY_PERIOD}"
    index, own = price_index(area)
    if index is None:
        finding = f"What {dollars(pay)} buys in {area.area_title} is not known"
        return PriceAdjusted(None, finding, f"{source}, has no price level for this place.")
    amount = pay / (index / UNITED_STATES)
    state = state_codes().get(area.state, "")
    whose = "here" if own else f"in {load_wages().areas[state].area_title} (no figure for this area)"
    finding = f"{dollars(pay)} here buys what {dollars(amount)} buys at average US prices"
    origin = f"{source}: prices {whose} stand at {index:.1f} (United States 100); pay / (index / 100)."
    return PriceAdjusted(amount, finding, origin)
