from __future__ import annotations

import re

import pytest

from lib.export.plan_file import write_plan_file
from lib.export.plan_link import unpack_plan
from lib.hiring import Plan, PlannedPosition, Scenarios, run_plan
from lib.hiring.figures import FIGURES
from lib.pay.words import dollars
from tests.export.plans import fullest
from tests.pages.app import open_page, words
from tests.pages.budget import (
    PAGE,
    PARALEGAL,
    SECRETARY,
    STABLE,
    TWO,
    now,
    opened,
    shared,
    widget,
)


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
