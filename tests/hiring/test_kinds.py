"""A plan's amounts are as weak as the weakest of what they rest on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.hiring import Firm, Plan, PlannedPosition, run_plan
from lib.hiring.payroll_taxes import tax_year

IN_THE_TAX_YEAR = f"{tax_year()}-01"
STAYING = Firm(turnover=0.0, vacancy=0.0)
MARKET = PlannedPosition("paralegal", "48", search="none")
TYPED = replace(MARKET, pay_basis="typed", amount=62_310)


def kinds(planned: PlannedPosition, firm: Firm, first: str = IN_THE_TAX_YEAR, months: int = 12) -> dict[str, str]:
    items = run_plan(Plan("A", (planned,), firm, first=first, months=months)).items
    return dict(zip(items["item"], items["kind"], strict=True))


def test_published_pay_and_taxes_are_facts_while_nobody_leaves_and_nothing_is_carried_on() -> None:
    found = kinds(MARKET, STAYING)
    assert (found["Gross pay"], found["State unemployment tax"]) == ("fact", "fact")


def test_an_expectation_over_who_leaves_is_an_estimate() -> None:
    found = kinds(MARKET, Firm())
    assert {found["Gross pay"], found["State unemployment tax"], found["Fees collected"]} == {"estimate"}


def test_turnover_of_ones_own_makes_it_ones_own_figure() -> None:
    own = Firm(turnover=0.1, vacancy=1.0)
    assert kinds(MARKET, own)["Gross pay"] == "input"
    assert kinds(MARKET, replace(own, vacancy=None))["Gross pay"] == "estimate"


def test_taxes_are_as_weak_as_the_pay_they_are_due_on() -> None:
    assert kinds(TYPED, STAYING)["Medicare (employer share)"] == "input"
    estimated = replace(MARKET, pay_basis="estimate", experience="4-6")
    assert kinds(estimated, STAYING)["Medicare (employer share)"] == "estimate"


def test_taxes_after_the_published_year_are_estimates() -> None:
    later = kinds(MARKET, STAYING, first=f"{tax_year() + 1}-01")
    assert (later["Gross pay"], later["Medicare (employer share)"]) == ("fact", "estimate")


@pytest.mark.parametrize(
    ("changed", "firm", "kind"),
    [
        ({}, STAYING, "estimate"),
        ({"raise_a_year": 0.0}, STAYING, "input"),
        ({}, replace(STAYING, wage_growth=0.02), "input"),
    ],
)
def test_a_raise_weakens_pay_from_the_second_year(changed: dict[str, float], firm: Firm, kind: str) -> None:
    planned = replace(MARKET, **changed)
    assert kinds(planned, firm)["Gross pay"] == "fact"
    assert kinds(planned, firm, months=24)["Gross pay"] == kind


def test_fees_rest_on_the_ramp_too() -> None:
    billing = {"bill_rate": 150.0, "billable_hours": 1_000.0, "realization": 0.9, "collection": 0.9}
    assert kinds(TYPED, replace(STAYING, **billing))["Fees collected"] == "estimate"
    assert kinds(TYPED, replace(STAYING, **billing, ramp=2.0))["Fees collected"] == "input"
