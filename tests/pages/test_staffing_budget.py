from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from lib.export.plan_file import write_plan_file
from lib.export.plan_link import pack_plan, unpack_plan
from lib.hiring import Firm, Plan, PlannedPosition, Scenarios, run_plan
from lib.hiring.figures import FIGURES
from lib.hiring.scenarios import example
from lib.pay.words import dollars
from tests.export.plans import fullest
from tests.pages.app import open_page, words

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

PAGE = "Staffing budget"
STABLE = Firm(turnover=0.0)
PARALEGAL = PlannedPosition("paralegal", "48", pay_basis="typed", amount=62_890, search="none")
SECRETARY = PlannedPosition("legal_secretary", "48", pay_basis="typed", amount=55_570, search="none", count=2)
TWO = Scenarios((Plan("One", (PARALEGAL,), STABLE), Plan("Two", (SECRETARY,), STABLE)), budget=90_000)
TABS = ("Positions", "Assumptions", "By month", "Does it pay", "How sure", "Cheapest mix", "Take along")
# A version 1 link: {"A": [a paralegal in Texas], "B": []}, written by the page before scenarios had names.
VERSION_1 = "eNqrVnJUsoquVirKz0lVslIqSCxKzElNT8xR0lFKLEpNBAqZWCjVxuooOQGVxdYCAFwRDhw"


def opened(scenarios: Scenarios = TWO, **address: str) -> AppTest:
    return open_page(PAGE, {"plan": pack_plan(scenarios), **address})


def widget(app: AppTest, kind: str, name: str, at: int = 0) -> Any:
    """The widget of a field; the key holds the generation, which rises with every step."""
    generation = app.session_state["budget_generation"]
    return getattr(app, kind)(key=f"budget_{generation}_{at}_{name}")


def shared(app: AppTest, kind: str, name: str) -> Any:
    """A widget that belongs to all scenarios."""
    return getattr(app, kind)(key=f"budget_{app.session_state['budget_generation']}_{name}")


def now(app: AppTest) -> Scenarios:
    found: Scenarios = app.session_state["budget_now"]
    return found


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


def test_an_edited_field_changes_the_total_and_the_address() -> None:
    app = opened()
    widget(app, "number_input", "0_count").set_value(3).run()
    expected = TWO.changed(0, Plan("One", (PlannedPosition(**{**vars(PARALEGAL), "count": 3}),), STABLE))
    assert now(app) == expected
    assert f"One: {dollars(run_plan(expected.plans[0]).total)} in the first 12 months" in words(app)
    packed = app.query_params["plan"]
    assert unpack_plan(packed if isinstance(packed, str) else packed[0]) == expected


def test_a_row_that_cannot_be_counted_is_named_and_kept() -> None:
    app = opened()
    widget(app, "number_input", "0_amount").set_value(None).run()
    assert not app.exception
    assert "Not counted yet: Type an amount above 0" in app.warning[0].value.replace("\\", "")
    assert "no position is counted yet" in words(app)
    assert now(app).plans[0].positions[0].pay_basis == "typed"


def test_a_first_month_after_the_last_is_refused_and_what_was_typed_stays() -> None:
    app = opened()
    widget(app, "selectbox", "0_end").set_value("2027-03").run()
    widget(app, "selectbox", "0_start").set_value("2027-06").run()
    assert "Not counted: The last month, March 2027, lies before the first, June 2027." in app.warning[0].value
    assert widget(app, "selectbox", "0_start").value == "2027-06"
    widget(app, "selectbox", "0_start").set_value("2027-02").run()
    assert not app.warning
    assert (now(app).plans[0].positions[0].start, now(app).plans[0].positions[0].end) == ("2027-02", "2027-03")
    assert "January 2027" not in widget(app, "selectbox", "0_end").options


def test_scenarios_are_duplicated_renamed_deleted_and_brought_back() -> None:
    app = opened()
    widget(app, "button", "duplicate").click().run()
    assert now(app).names == ("One", "One (2)", "Two")
    widget(app, "text_input", "name", 1).set_value("Better").run()
    assert now(app).names == ("One", "Better", "Two")
    widget(app, "button", "delete", 1).click().run()
    assert now(app).names == ("One", "Two")
    widget(app, "button", "undo").click().run()
    assert now(app).names == ("One", "Better", "Two")
    widget(app, "button", "duplicate", 1).click().run()
    assert widget(app, "button", "duplicate", 2).disabled


def test_a_name_that_another_scenario_has_is_refused() -> None:
    app = opened()
    widget(app, "text_input", "name").set_value("Two").run()
    assert "Each scenario needs a name of its own" in app.warning[0].value
    assert now(app).names == ("One", "Two")


def test_positions_are_added_copied_deleted_and_brought_back() -> None:
    app = opened()
    widget(app, "button", "add").click().run()
    assert [row.area for row in now(app).plans[0].positions] == ["48", "48"]
    widget(app, "button", "copy").click().run()
    assert len(now(app).plans[0].positions) == 3
    for _ in range(3):
        widget(app, "button", "remove").click().run()
    assert now(app).plans[0].positions == ()
    assert not app.exception
    widget(app, "button", "undo").click().run()
    assert len(now(app).plans[0].positions) == 1


def test_a_figure_holds_for_all_scenarios_or_for_one() -> None:
    app = opened(show="Assumptions")
    widget(app, "number_input", "turnover").set_value(20.0).run()
    assert [plan.firm.turnover for plan in now(app).plans] == [0.2, 0.2]
    app.toggle(key="budget_for_all").set_value(False).run()
    widget(app, "number_input", "turnover").set_value(10.0).run()
    assert [plan.firm.turnover for plan in now(app).plans] == [0.1, 0.2]
    widget(app, "number_input", "turnover").set_value(None).run()
    assert now(app).plans[0].firm.turnover is None


def test_benefits_in_dollars_ask_for_dollars() -> None:
    app = opened(show="Assumptions")
    assert not [each for each in app.number_input if "Health insurance" in each.label]
    widget(app, "selectbox", "benefits").set_value("dollars").run()
    assert [each for each in app.number_input if "Health insurance" in each.label]
    assert now(app).plans[0].firm.benefits == "dollars"


def test_the_period_and_the_budget_hold_for_all_scenarios() -> None:
    app = opened()
    shared(app, "selectbox", "months").set_value(36).run()
    shared(app, "selectbox", "first").set_value("2027-03").run()
    shared(app, "number_input", "budget").set_value(None).run()
    assert {(plan.first, plan.months) for plan in now(app).plans} == {("2027-03", 36)}
    assert now(app).budget is None
    assert "No budget set" in [metric.value for metric in app.metric]


def test_a_value_typed_before_another_scenario_is_chosen_stays_with_its_own() -> None:
    # The browser sends the typed value and the click together, in any order.
    app = opened()
    widget(app, "number_input", "0_count").set_value(7)
    shared(app, "segmented_control", "pick").set_value(1)
    app.run()
    assert not app.exception
    assert [plan.positions[0].count for plan in now(app).plans] == [7, 2]
    assert app.session_state["budget_at"] == 1


@pytest.mark.parametrize("button", ["duplicate", "delete", "add", "copy", "remove"])
def test_a_value_typed_before_a_button_is_pressed_counts(button: str) -> None:
    app = opened()
    widget(app, "number_input", "0_count").set_value(7)
    widget(app, "button", button).click()
    app.run()
    assert not app.exception
    if button not in ("delete", "remove"):
        assert now(app).plans[0].positions[0].count == 7
    widget(app, "button", "undo", app.session_state["budget_at"]).click().run()
    assert now(app).plans[0].positions[0].count == 7


def test_a_figure_typed_before_another_scenario_is_chosen_counts() -> None:
    app = opened(show="Assumptions")
    widget(app, "number_input", "turnover").set_value(20.0)
    shared(app, "segmented_control", "pick").set_value(1)
    app.run()
    assert not app.exception
    assert [plan.firm.turnover for plan in now(app).plans] == [0.2, 0.2]


def test_a_click_on_another_scenario_does_not_lose_an_edit_whose_address_is_still_on_its_way() -> None:
    app = opened()
    before = app.query_params["plan"]
    widget(app, "number_input", "0_count").set_value(3).run()
    app.query_params["plan"] = before  # the browser has not followed yet
    shared(app, "segmented_control", "pick").set_value(1).run()
    assert now(app).plans[0].positions[0].count == 3


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("selectbox", "0_arrangement", "remote"),
        ("toggle", "0_employed", True),
        ("selectbox", "0_pay_basis", "estimate"),
    ],
)
def test_back_takes_an_edit_back_that_changed_the_form(kind: str, name: str, value: object) -> None:
    app = opened()
    before = app.query_params["plan"]
    widget(app, kind, name).set_value(value).run()
    assert now(app) != TWO
    app.run()
    app.query_params["plan"] = before
    app.run()
    assert now(app) == TWO
    widget(app, "button", "duplicate").click().run()
    app.run()
    app.query_params["plan"] = before
    app.run()
    assert now(app) == TWO


def test_a_switch_off_holds_for_one_scenario_only() -> None:
    app = opened(show="Assumptions")
    app.toggle(key="budget_for_all").set_value(False).run()
    widget(app, "toggle", "carried").set_value(True).run()
    assert [plan.carried for plan in now(app).plans] == [True, False]


@pytest.mark.parametrize("name", ["0_amount", "0_raise_a_year"])
def test_a_number_can_be_emptied(name: str) -> None:
    app = opened()
    widget(app, "number_input", name).set_value(5.0).run()
    widget(app, "number_input", name).set_value(None).run()
    assert not app.exception
    assert getattr(now(app).plans[0].positions[0], name.removeprefix("0_")) is None


def test_every_figure_can_be_emptied() -> None:
    app = opened(show="Assumptions")
    names = [each.key.split("_", 3)[3] for each in app.number_input if each.key.split("_", 3)[-1] in FIGURES]
    assert len(names) >= 25
    for name in names:
        widget(app, "number_input", name).set_value(None)
    app.run()
    assert not app.exception


HOSTILE = "![x](https://evil.example/a.png) www.evil.example\n# Big"


def test_a_name_is_text_wherever_it_stands() -> None:
    app = opened(Scenarios((Plan("One", (PARALEGAL,)), Plan(HOSTILE[:40], (SECRETARY,)))))
    shared(app, "segmented_control", "pick").set_value(1).run()
    widget(app, "button", "duplicate", 1).click().run()
    labels = [button.label for button in app.button] + [header.value for header in app.header]
    labels += [part.value for part in app.markdown if "evil" in part.value]
    assert len([label for label in labels if "evil" in label]) >= 3
    assert not [label for label in labels if re.search(r"(?<!\\)[\[\]]|\n|://|www\.", label)]


def test_an_impossible_rule_of_the_mix_is_a_sentence() -> None:
    app = opened(show="Cheapest mix")
    app.number_input(key="mix_office").set_value(0.3).run()
    assert not app.exception
    assert app.warning


def test_existing_staff_is_put_into_all_scenarios() -> None:
    app = opened()
    assert "hold different existing staff" not in words(app)
    widget(app, "toggle", "0_employed").set_value(True).run()
    assert "hold different existing staff" in words(app)
    widget(app, "button", "staff").click().run()
    assert [[row.employed for row in plan.positions] for plan in now(app).plans] == [[True], [True, False]]
    assert "hold different existing staff" not in words(app)


def test_undo_takes_back_one_change_at_a_time() -> None:
    app = opened()
    widget(app, "button", "duplicate").click().run()
    widget(app, "number_input", "0_count", 1).set_value(4).run()
    shared(app, "number_input", "budget").set_value(300_000.0).run()
    widget(app, "button", "undo", 1).click().run()
    assert (now(app).budget, now(app).plans[1].positions[0].count) == (90_000, 4)
    widget(app, "button", "undo", 1).click().run()
    assert (len(now(app).plans), now(app).plans[1].positions[0].count) == (3, 1)
    widget(app, "button", "undo", 1).click().run()
    assert now(app) == TWO


def test_the_plan_survives_a_visit_to_another_page() -> None:
    app = opened()
    widget(app, "number_input", "0_count").set_value(3).run()
    before = words(app)
    app.switch_page("app.py").run()
    app.switch_page("pages/staffing_budget.py").run()
    assert words(app) == before
    assert app.query_params["plan"]


def test_the_example_stays_out_of_the_address() -> None:
    assert "plan" not in open_page(PAGE).query_params


def test_a_plan_too_long_for_an_address_is_offered_as_a_file() -> None:
    app = opened(show="Take along")
    shared(app, "file_uploader", "upload_file").set_value(
        ("plan.json", write_plan_file(fullest()), "application/json")
    ).run()
    assert not app.exception
    assert "too long for a link" in app.warning[0].value
    assert "Save the plan file" in [button.label for button in app.get("download_button")]
    assert "plan" not in app.query_params


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
