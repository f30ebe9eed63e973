from __future__ import annotations

import pytest

from lib.export import pack_plan, unpack_plan
from lib.hiring.plan import PlannedPosition, Scenario
from lib.pay.words import dollars
from tests.pages.app import open_page, words

PAGE = "Staffing budget"
PLAN = {
    "A": [PlannedPosition("paralegal", "48", pay_basis="typed", amount=62_890)],
    "B": [PlannedPosition("legal_secretary", "48", pay_basis="typed", amount=55_570, count=2)],
}


def test_the_worked_check_appears() -> None:
    # Texas, 20 employees, in the office: paralegal at 62,890 costs 82,132; legal secretary at 55,570 costs 74,944.
    text = words(open_page(PAGE, {"plan": pack_plan(PLAN)}))
    assert "Scenario A: $82,132 a year" in text
    assert "Scenario B: $149,887 a year" in text  # 2 x 74,943.73
    assert "Scenario B costs $67,755 more a year than scenario A" in text  # of the totals as shown


def test_a_damaged_link_shows_an_example_and_says_so() -> None:
    app = open_page(PAGE, {"plan": "not-a-plan"})
    assert not app.exception
    assert "Showing an example plan instead" in app.warning[0].value


def test_own_figures_in_the_address_count() -> None:
    # Without replacement cost the turnover line is 0: 82,131.78 - 1,981.04 = 80,150.74
    text = words(open_page(PAGE, {"plan": pack_plan(PLAN), "firm_replacement_cost": "0"}))
    assert "Scenario A: $80,151 a year" in text


def test_an_edited_cell_changes_the_total() -> None:
    app = open_page(PAGE, {"plan": pack_plan(PLAN)})
    app.session_state["plan_editor_A"] = {"edited_rows": {0: {"People": 3}}, "added_rows": [], "deleted_rows": []}
    app.run()
    total = Scenario("A", (PlannedPosition("paralegal", "48", pay_basis="typed", amount=62_890, count=3),)).total
    assert f"Scenario A: {dollars(total)} a year" in words(app)


def test_a_row_that_cannot_be_counted_is_named_and_kept() -> None:
    app = open_page(PAGE, {"plan": pack_plan(PLAN)})
    app.session_state["plan_editor_A"] = {"edited_rows": {0: {"Amount": None}}, "added_rows": [], "deleted_rows": []}
    app.run()
    assert not app.exception
    assert "Row 1 is not counted: Type an amount above 0" in app.warning[0].value.replace("\\", "")
    assert "No position is counted yet" in words(app)


def test_the_plan_survives_a_visit_to_another_page() -> None:
    app = open_page(PAGE, {"plan": pack_plan(PLAN)})
    app.session_state["plan_editor_A"] = {"edited_rows": {0: {"People": 3}}, "added_rows": [], "deleted_rows": []}
    before = words(app.run())
    app.switch_page("app.py").run()
    assert words(app.switch_page("pages/staffing_budget.py").run()) == before


def test_taxes_that_are_not_counted_are_named() -> None:
    plan = {"A": [PlannedPosition("paralegal", "15")], "B": []}
    text = words(open_page(PAGE, {"plan": pack_plan(plan)}))
    assert "Not in the total: HI: Temporary disability insurance." in text


def test_a_row_that_cannot_be_counted_survives_a_visit_to_another_page() -> None:
    app = open_page(PAGE, {"plan": pack_plan(PLAN)})
    app.session_state["plan_editor_A"] = {"edited_rows": {0: {"Amount": None}}, "added_rows": [], "deleted_rows": []}
    app.run()
    app.switch_page("app.py").run()
    app.switch_page("pages/staffing_budget.py").run()
    assert "Row 1 is not counted" in app.warning[0].value


def test_the_example_plan_stays_out_of_the_address() -> None:
    assert "plan" not in open_page(PAGE).query_params


def test_a_changed_plan_goes_into_the_address_and_the_example_leaves_it_again() -> None:
    app = open_page(PAGE)
    app.session_state["plan_editor_A"] = {"edited_rows": {0: {"People": 3}}, "added_rows": [], "deleted_rows": []}
    app.run()
    packed = app.query_params["plan"]
    assert unpack_plan(packed if isinstance(packed, str) else packed[0])["A"][0].count == 3
    app.session_state["plan_editor_A"] = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}
    app.run()
    assert "plan" not in app.query_params


def test_a_row_that_waits_for_its_amount_survives_a_reload() -> None:
    plan = {"A": [PlannedPosition("paralegal", "08", pay_basis="typed")], "B": []}
    app = open_page(PAGE, {"plan": pack_plan(plan)})
    assert "Row 1 is not counted: Type an amount above 0" in app.warning[0].value.replace("\\", "")


def test_an_amount_that_is_not_used_is_named() -> None:
    app = open_page(PAGE, {"plan": pack_plan({"A": [PlannedPosition("paralegal", "08", amount=75_000)], "B": []})})
    assert "The amount \\$75,000 is not used" in app.info[0].value


def test_the_price_of_virtual_staff_says_how_thin_it_is() -> None:
    plan = {"A": [PlannedPosition("paralegal", "08", arrangement="virtual_offshore")], "B": []}
    text = words(open_page(PAGE, {"plan": pack_plan(plan)}))
    assert "One vendor; type your own quotation. (September 2022)" in text


@pytest.mark.parametrize(("name", "value"), [("headcount", "0"), ("headcount", "many"), ("firm_turnover", "nan")])
def test_a_number_in_the_address_that_is_none_is_named(name: str, value: str) -> None:
    app = open_page(PAGE, {name: value})
    assert not app.exception
    assert "is not a number from" in app.warning[0].value


def test_pay_by_our_estimate_says_how_far_to_trust_it() -> None:
    plan = {"A": [PlannedPosition("paralegal", "48", "4-6", "estimate")], "B": []}
    text = words(open_page(PAGE, {"plan": pack_plan(plan)}))
    assert "Pay by our estimate for the experience. Tried on" in text


def test_a_paralegal_pays_for_itself_from_so_many_hours() -> None:
    # 82,131.78 / (193 x 0.86 x 0.89 = 147.7222) = 556 hours; 1,250 of them bring in 184,653.
    text = words(open_page(PAGE, {"plan": pack_plan(PLAN)}))
    assert "The first paralegal pays for itself from 556 hours a year; at 1,250 hours it leaves $102,521" in text
    assert "$193 x 86% invoiced x 89% paid = $147.72 collected an hour" in text


def test_own_billing_figures_count_and_a_free_hour_never_pays() -> None:
    own = {"billing_rate": "100", "billing_hours": "800", "billing_realization": "50", "billing_collection": "100"}
    text = words(open_page(PAGE, {"plan": pack_plan(PLAN), **own}))
    assert "pays for itself from 1,643 hours a year; at 800 hours $42,132 are missing" in text  # 82,131.78 / 50
    free = words(open_page(PAGE, {"plan": pack_plan(PLAN), "billing_rate": "0"}))
    assert "no paralegal pays for itself" in free


def test_a_plan_without_paralegals_speaks_of_no_billing() -> None:
    plan = {"A": [PLAN["B"][0]], "B": []}
    assert "pays for itself" not in words(open_page(PAGE, {"plan": pack_plan(plan)}))


def test_a_billing_figure_that_is_none_is_named() -> None:
    app = open_page(PAGE, {"plan": pack_plan(PLAN), "billing_realization": "120"})
    assert "which is not a number from 0 to 100" in app.warning[0].value
