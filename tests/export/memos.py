"""Memos for tests: of the example, of hostile text, and of everything a plan can hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from lib.export.memo import Memo, build_memo
from lib.hiring import Firm, Plan, PlannedPosition, Scenarios
from lib.hiring.risk import simulate
from lib.hiring.scenarios import example
from tests.hiring.plans import typed

TODAY = date(2026, 11, 3)
LINK = "https://budget.example/staffing_budget?plan=eJw"
# Markup, a formula, an entity, mathematics, what XML forbids, and a mark that turns the reading direction.
HOSTILE = "<script>alert(1)</script> & $x$ =cmd \x00\x0b\ufffe\u202e"
CLEANED = "<script>alert(1)</script> & $x$ =cmd"


def memo_of(scenarios: Scenarios, link: str = LINK, *, simulated: bool = True) -> Memo:
    risks = [simulate(plan, scenarios.budget, 200) for plan in scenarios.plans] if simulated else []
    return build_memo(scenarios, risks, link, TODAY)


@cache
def example_memo() -> Memo:
    return memo_of(example())


@cache
def hostile_memo() -> Memo:
    plans = (Plan(HOSTILE[:40], (typed(60_000),)), Plan("=cmd|' /C calc'!A0", (typed(70_000),)))
    return memo_of(Scenarios(plans, 100_000.0, HOSTILE), f"javascript:alert({HOSTILE!r})")


@cache
def full_memo() -> Memo:
    """Four plans of different lengths with many positions, one of them empty."""
    jobs = tuple(typed(40_000 + 1_000 * number, start="2027-03", end="2028-02") for number in range(20))
    virtual = PlannedPosition("paralegal", "35620", arrangement="virtual_us", count=2, start="2029-01")
    waiting = replace(typed(60_000), amount=None)
    plans = (
        Plan("Many", jobs, months=24),
        Plan("Virtual", (virtual, PlannedPosition("legal_secretary", "30")), months=30, carried=True),
        Plan("Own figures", (typed(60_000, role="legal_secretary"),), Firm(released_hours=90.0, released_value=400.0)),
        Plan("Empty", (waiting,)),
    )
    return memo_of(Scenarios(plans))
