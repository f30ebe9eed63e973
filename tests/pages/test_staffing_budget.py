from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.export.plan_file import write_plan_file
from lib.hiring import Plan, PlannedPosition, Scenarios
from lib.hiring.scenarios import example
from lib.pay.words import dollars
from tests.pages.app import open_page, words

if TYPE_CHECKING:
    pass
from tests.pages.budget import (
    PAGE,
    TWO,
    now,
    opened,
    shared,
    widget,
)

TABS = ("Positions", "Assumptions", "By month", "Does it pay", "How sure", "Cheapest mix", "Take along")


# A version 1 link: {"A": [a paralegal in Texas], "B": []}, written by the page before scenarios had names.
VERSION_1 = "eNqrVnJUsoquVirKz0lVslIqSCxKzElNT8xR0lFKLEpNBAqZWCjVxuooOQGVxdYCAFwRDhw"


def test_the_worked_check_appears() -> None:
    # Texas, 20 employees, nobody leaves: 82,131.64 (test_loaded_cost) less turnover 1,981.04 = 80,150.60.
    text = words(opened())
    assert "One: $80,151 in the first 12 months" in text
    # Legal secretaries: 2 x (74,943.61 - 55,570 x 15 % x 21 % = 1,750.46) = 2 x 73,193.15
    assert f"{dollars(2 * 73_193.15 - 80_150.60)} more than" in text


def test_the_example_answers_with_three_numbers_and_a_chart() -> None:
    app = open_page(PAGE)
    assert not app.exception
    assert [metric.label for metric in app.metric] == [
        "Cost, January 2027 to December 2027",
        "Fees less cost",
        "Chance to exceed $100,000",
    ]
    assert len(app.get("plotly_chart")) >= 1
    assert "Add a paralegal: " in app.header[0].value


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_shows_without_a_mistake(tab: str) -> None:
    app = opened(show=tab)
    assert not app.exception
    assert not app.error


def test_a_damaged_link_shows_an_example_and_says_so() -> None:
    app = open_page(PAGE, {"plan": "not-a-plan"})
    assert not app.exception
    assert "Showing an example plan instead" in app.warning[0].value
    assert now(app) == example()


def test_a_link_of_the_first_version_keeps_its_firm() -> None:
    app = open_page(PAGE, {"plan": VERSION_1, "firm_turnover": "20", "headcount": "60"})
    plan = now(app).plans[0]
    assert (plan.name, plan.firm.turnover, plan.firm.headcount) == ("Scenario A", 0.2, 60)


def test_benefits_in_dollars_ask_for_dollars() -> None:
    app = opened(show="Assumptions")
    assert not [each for each in app.number_input if "Health insurance" in each.label]
    widget(app, "selectbox", "benefits").set_value("dollars").run()
    assert [each for each in app.number_input if "Health insurance" in each.label]
    assert now(app).plans[0].firm.benefits == "dollars"


def test_an_impossible_rule_of_the_mix_is_a_sentence() -> None:
    app = opened(show="Cheapest mix")
    app.number_input(key="mix_office").set_value(0.3).run()
    assert not app.exception
    assert app.warning


def test_taxes_that_are_not_counted_are_named() -> None:
    plan = Scenarios((Plan("Hawaii", (PlannedPosition("paralegal", "15"),)),))
    assert "Not in the total: HI: Temporary disability insurance." in words(opened(plan))


def test_an_amount_that_is_not_used_is_named() -> None:
    plan = Scenarios((Plan("A", (PlannedPosition("paralegal", "08", amount=75_000),)),))
    assert "The amount \\$75,000 is not used" in opened(plan).info[0].value


def test_the_price_of_virtual_staff_says_how_thin_it_is() -> None:
    plan = Scenarios((Plan("A", (PlannedPosition("paralegal", "08", arrangement="virtual_offshore"),)),))
    assert "One vendor; type your own quotation. (September 2022)" in words(opened(plan))


def test_pay_by_our_estimate_says_how_far_to_trust_it() -> None:
    plan = Scenarios((Plan("A", (PlannedPosition("paralegal", "48", "4-6", "estimate"),)),))
    assert "Pay by our estimate for the facts. Tried on" in words(opened(plan))


def test_a_remote_position_asks_for_its_state() -> None:
    app = opened()
    widget(app, "selectbox", "0_arrangement").set_value("remote").run()
    widget(app, "selectbox", "0_works_in").set_value("NY").run()
    assert now(app).plans[0].positions[0].state == "NY"


def test_a_paralegal_pays_for_itself_from_so_many_hours() -> None:
    # 80,150.60 / (193 x 0.86 x 0.89 = 147.7222) = 543 hours; 1,250 of them bring in 184,652.75.
    text = words(opened(show="Does it pay"))
    assert "pays for itself from 543 hours of client work a year; with 1,250 it leaves $104,502" in text
    assert "$193 x 86% invoiced x 89% paid = $147.72 collected an hour" in text


def test_a_scenario_without_paralegals_says_that_nobody_bills() -> None:
    only = Scenarios((TWO.plans[1],))
    assert "Nobody in this scenario bills hours" in words(opened(only, show="Does it pay"))


def test_the_simulation_names_its_seed_and_its_draws() -> None:
    text = words(opened(show="How sure"))
    assert "10,000 futures drawn with seed 7, the same for every scenario" in text


def test_the_cheapest_mix_becomes_a_scenario() -> None:
    app = opened(show="Cheapest mix")
    app.button(key="mix_adopt").click().run()
    assert not app.exception
    assert now(app).names == ("One", "Cheapest mix", "Two")
    assert now(app).plans[1].positions


def test_a_plan_file_replaces_the_scenarios_and_undo_brings_them_back() -> None:
    app = opened(show="Take along")
    shared(app, "file_uploader", "upload_file").set_value(
        ("plan.json", write_plan_file(example()), "application/json")
    ).run()
    assert now(app) == example()
    widget(app, "button", "undo").click().run()
    assert now(app) == TWO


def test_a_file_that_is_no_plan_is_refused_with_a_sentence() -> None:
    app = opened(show="Take along")
    shared(app, "file_uploader", "upload_file").set_value(("plan.json", b"[]", "application/json")).run()
    assert "This plan file cannot be used" in app.warning[0].value
    assert now(app) == TWO


def test_a_roster_is_added_once_one_agrees_to_leave_rows_out() -> None:
    app = opened(show="Take along")
    data = b"Title,Salary\nParalegal,62000\nPilot,99000\n"
    shared(app, "file_uploader", "upload_roster").set_value(("staff.csv", data, "text/csv")).run()
    assert "Line 3" in app.warning[0].value
    assert len(now(app).plans[0].positions) == 1  # nothing without consent
    widget(app, "button", "add_roster").click().run()
    added = now(app).plans[0].positions[1]
    assert (added.employed, added.amount, added.role) == (True, 62_000, "paralegal")


def test_a_roster_that_cannot_be_read_is_named() -> None:
    app = opened(show="Take along")
    shared(app, "file_uploader", "upload_roster").set_value(("staff.xlsx", b"no workbook", "application/zip")).run()
    assert not app.exception
    assert app.warning
