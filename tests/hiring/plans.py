"""Plans whose pay is known to the dollar, any plan at all, and the months of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from lib.hiring import ARRANGEMENTS, Firm, Plan, PlannedPosition, run_plan
from lib.hiring.firm import BENEFITS
from lib.hiring.planned import PAY_BASES, SEARCHES
from lib.hiring.position import states
from lib.tables import central_roles, load_wages

if TYPE_CHECKING:
    from lib.hiring import PlanResult

STABLE = Firm(headcount=20, turnover=0.0, vacancy=0.0, wage_growth=0.0)
STATE_AREAS = {area.state: code for code, area in load_wages().areas.items() if area.area_type == "state"}


def typed(amount: float = 60_000, **stated: Any) -> PlannedPosition:
    """A paralegal in Texas at an exact pay, unless something else is stated."""
    return PlannedPosition(**{"role": "paralegal", "area": "48", **stated, "pay_basis": "typed", "amount": amount})


def plan_of(*positions: PlannedPosition, firm: Firm = STABLE, months: int = 12, first: str = "2027-01") -> Plan:
    return Plan("Plan", positions, firm, first, months)


def result_of(*positions: PlannedPosition, firm: Firm = STABLE, months: int = 12, first: str = "2027-01") -> PlanResult:
    return run_plan(plan_of(*positions, firm=firm, months=months, first=first))


def by_month(result: PlanResult, item: str) -> dict[str, float]:
    """Dollars of an item over all positions, in the months in which it is not 0."""
    dollars = result.amounts[(result.items["item"] == item).to_numpy()].sum(axis=0)
    return {month: float(each) for month, each in zip(result.plan.calendar, dollars, strict=True) if each}


def by_item(result: PlanResult) -> dict[str, float]:
    """Dollars of each item over all positions and months."""
    return {str(item): float(each) for item, each in result.lines.groupby("item")["amount"].sum().items()}


POSITIONS = st.builds(
    PlannedPosition,
    role=st.sampled_from(central_roles()),
    area=st.sampled_from(sorted(STATE_AREAS.values())),
    pay_basis=st.sampled_from(sorted(PAY_BASES)),
    amount=st.floats(20_000, 250_000),
    arrangement=st.sampled_from(sorted(ARRANGEMENTS)),
    works_in=st.sampled_from([None, *states()]),
    count=st.integers(1, 5),
    share=st.floats(0.05, 1),
    start=st.sampled_from([None, "2026-05", "2027-04", "2028-01", "2029-03"]),
    end=st.sampled_from([None, "2029-06"]),
    raise_a_year=st.one_of(st.none(), st.floats(-0.1, 0.1)),
    employed=st.booleans(),
    search=st.sampled_from(sorted(SEARCHES)),
)
FIRMS = st.builds(
    Firm,
    headcount=st.integers(1, 600),
    benefits=st.sampled_from(sorted(BENEFITS)),
    turnover=st.one_of(st.none(), st.floats(0, 2)),
    vacancy=st.one_of(st.none(), st.floats(0, 4)),
    ramp=st.one_of(st.none(), st.just(0.0), st.floats(0.01, 12)),
    equipment=st.sampled_from([None, 1_500.0]),
    training=st.sampled_from([None, 600.0]),
    rate_growth=st.sampled_from([None, 0.05]),
    released_hours=st.sampled_from([None, 100.0]),
    released_value=st.sampled_from([None, 300.0]),
    tool_hours=st.sampled_from([None, 20.0]),
    tool_share=st.sampled_from([None, 0.25]),
    tool_cost=st.sampled_from([None, 80.0]),
    tool_billed=st.sampled_from([None, 0.5]),
)
PLANS = st.builds(
    Plan,
    name=st.just("Plan"),
    positions=st.lists(POSITIONS, max_size=4).map(tuple),
    firm=FIRMS,
    first=st.sampled_from(["2026-11", "2027-01", "2027-06"]),
    months=st.integers(12, 60),
    carried=st.booleans(),
)
