from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib.careers.handover import NAME, Staff
from lib.careers.misallocation import Today
from lib.careers.recommend import recommend
from lib.careers.workload import OfficeWeek, pain_week, preset_week
from lib.hiring import Firm, PlannedPosition, Scenarios
from lib.hiring.mix import Constraints
from lib.hiring.scenarios import example
from lib.pay.words import dollars
from lib.tables import load_office_tasks
from lib.ui.office_answer import Office, answer_csv, cost_of
from lib.ui.office_form import task_help
from tests.pages.app import PAGES, open_page, words

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

PAGE = "Which role do we need?"
TEXAS_HOUR = 154_200 / 2_080  # BLS, May 2025: the median of lawyers in Texas
NEW_YORK = {"place": "New York (state)", "office": "Litigation firm, 5 lawyers"}


def texas(headcount: int = 1, **rules: Any) -> Constraints:
    least = (("paralegal", 0.0), ("legal_secretary", 0.0))
    return Constraints(
        **{"area": "48", "firm": Firm(headcount=headcount), "arrangements": ("in_office",), "least": least, **rules}
    )


def headings(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def test_it_opens_with_a_solo_lawyer_in_texas() -> None:
    app = open_page(PAGE)
    assert not app.exception
    answer = recommend(preset_week("solo"), texas(), TEXAS_HOUR)
    assert headings(app) == ["Part-time help: half a legal secretary (in the office), Texas"]
    assert [metric.value for metric in app.metric][:2] == [dollars(answer.mix.cost), "12.5 of 16.0"]
    text = words(app)
    assert "Until you choose a place in one, the figures are those of Texas." in text
    assert "Taken that lawyers do all of this work today" in text
    assert "**Our estimate.** A lawyer's hour, $74.13, until you type yours" in text
    for reason in answer.reasons:
        assert reason in text


def test_a_link_restores_every_input() -> None:
    address = {
        **NEW_YORK,
        "lawyers": "6",
        "headcount": "11",
        "lawyer_hour": "150",
        "pain_deadlines_slip": "2",
        "h_docket": "20",
        "have_paralegal": "1",
        "today_administrative": "Several: state the shares",
        "today_administrative_lawyers": "40",
        "today_administrative_paralegal": "60",
        "arrangements": "Remote employee",
        "pay_basis": "Market 75th percentile",
        "least_legal_secretary": "1",
        "halves": "false",
        "need": "Why",
    }
    app = open_page(PAGE, address)
    assert not app.exception
    assert not app.warning[0].value.startswith("The link") if app.warning else True
    start = pain_week({"deadlines_slip": 2}, preset_week("litigation_5"))
    week = OfficeWeek((*((task, hours) for task, hours in start.hours if task != "docket"), ("docket", 20.0)))
    rules = Constraints(
        "36", Firm(headcount=11), None, ("remote",), (("paralegal", 0.0), ("legal_secretary", 1.0)),
        halves=False, pay_basis="p75",
    )  # fmt: skip
    answer = recommend(week, rules, 150)
    assert headings(app) == [f"{answer.heading}, New York"]
    text = words(app)
    assert "A lawyer's hour: $150.00." in text
    assert "You employ 1 paralegal: hire" in text
    assert "hours of office work a week, which keeps them from legal work." in text


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("office", "Big law", "which is not known here. Showing “Solo lawyer” instead"),
        ("h_docket", "9999", "which is not a number from 0 to 250"),
        ("pain_files_lost", "7", "which is not a number from 0 to 4"),
        ("lawyer_hour", "nan", "which is not a number from 1 to 2,000"),
        ("place", "Atlantis", "which is not known here"),
    ],
)
def test_what_a_link_cannot_ask_for_is_said(name: str, value: str, said: str) -> None:
    app = open_page(PAGE, {name: value})
    assert not app.exception
    assert said in app.warning[0].value.replace("\\", "")
    assert headings(app) == ["Part-time help: half a legal secretary (in the office), Texas"]


def test_typed_hours_count_and_are_cleared_at_once() -> None:
    app = open_page(PAGE)
    app.number_input(key="h_legal_research").set_value(36.0).run()
    assert headings(app)[0].startswith("Both roles: 1 paralegal (in the office) and half a legal secretary")
    app.selectbox(key="office").select("corporate").run()
    assert app.number_input(key="h_legal_research").value == 36.0  # another office keeps what was typed
    app.button(key="hours_clear").click().run()
    assert app.number_input(key="h_legal_research").value is None
    answer = recommend(preset_week("corporate"), texas(500), TEXAS_HOUR)
    assert headings(app) == [f"{answer.heading}, Texas"]


def test_what_hurts_fills_in_hours_and_shows_them() -> None:
    app = open_page(PAGE, {"office": "Start with no hours"})
    assert headings(app) == ["Nobody yet"]
    assert "No hours yet." in app.info[0].value
    app.slider(key="pain_calendar_chaos").set_value(3).run()
    # 3 steps of half a day: 12 hours of calendars and scheduling.
    assert "12 in all." in words(app)
    fields = {field.key: field.placeholder for field in app.number_input}
    added = pain_week({"calendar_chaos": 3})
    assert {f"h_{task}": f"{hours:g}" for task, hours in added.hours}.items() <= fields.items()
    answer = recommend(added, texas(), TEXAS_HOUR)
    assert headings(app)[0].startswith(answer.heading)


def test_shares_beyond_the_whole_are_a_sentence_and_nothing_is_lost() -> None:
    address = {"today_substantive": "Several: state the shares", "today_substantive_lawyers": "70"}
    app = open_page(PAGE, address)
    app.number_input(key="today_substantive_paralegal").set_value(60.0).run()
    assert not app.exception
    assert "type 0% to 100% for each, and no more than 100% together" in app.warning[0].value
    assert app.number_input(key="today_substantive_paralegal").value == 60.0


def test_the_budget_that_cannot_be_kept_is_said() -> None:
    app = open_page(PAGE, {**NEW_YORK, "most_cost": "10000"})
    assert headings(app) == ["Nobody yet"]
    assert "above the budget" in words(app)
    assert app.button(key="send_mix").disabled


def test_the_market_stands_beside_the_office() -> None:
    text = words(open_page(PAGE, {**NEW_YORK, "need": "The market"}))
    assert "The country has 1.9 lawyers for each paralegal (2.2 in 2015)" in text
    app = open_page(PAGE, {**NEW_YORK, "need": "The market", "have_paralegal": "2"})
    table = app.table[0].value.to_numpy().tolist()
    assert table[0] == ["This office today", "2.5", "nobody"]  # 5 lawyers / 2
    assert table[1][0] == "This office with the team"
    assert ["New York, May 2025", "2.7", "9.4"] in table


def sent(app: AppTest) -> Scenarios:
    app.button(key="send_mix").click().run()
    assert not app.exception
    found: Scenarios = app.session_state["budget_now"]
    return found


def test_the_answer_becomes_a_scenario_in_place_of_the_example() -> None:
    app = open_page(PAGE, {"have_legal_secretary": "0.5", "h_phones": "30"})
    scenarios = sent(app)
    assert app.title[0].value == "Staffing budget"
    assert scenarios.names == (NAME,)
    assert scenarios.budget is None
    rows = scenarios.plans[0].positions
    assert rows[0] == PlannedPosition("legal_secretary", "48", share=0.5, employed=True)
    assert scenarios.plans[0].firm.headcount == 1
    assert scenarios.plans[0].firm.released_hours
    assert f"{NAME}: " in headings(app)[0]


def test_the_answer_joins_the_scenarios_there_are() -> None:
    app = open_page("Staffing budget")
    generation = app.session_state["budget_generation"]
    app.number_input(key=f"budget_{generation}_0_0_count").set_value(2).run()
    kept = app.session_state["budget_now"]
    app.switch_page(PAGES[PAGE]).run()
    scenarios = sent(app)
    assert scenarios.plans[: len(kept.plans)] == kept.plans
    assert scenarios.names[-1] == NAME
    assert scenarios.budget == kept.budget
    app.switch_page(PAGES[PAGE]).run()
    again = sent(app)
    assert again.names[-1] == f"{NAME} (2)"
    app.switch_page(PAGES[PAGE]).run()
    assert app.button(key="send_mix").disabled
    assert len(example().plans) == 2


def test_a_budget_that_was_typed_comes_along() -> None:
    app = open_page(PAGE, {"most_cost": "60000"})
    assert sent(app).budget == 60_000


def test_the_download_tells_hours_costs_and_what_they_rest_on() -> None:
    week = preset_week("solo")
    rules = texas()
    typed, origin = ("Keep lawyers' calendars and appointments",), ("input", "A lawyer's hour: $100.00.")
    office = Office(week, typed, rules, 100.0, origin, 1, Staff(), Today())
    answer = recommend(week, rules, 100.0)
    text = answer_csv(office, answer, cost_of(office, answer)).decode("utf-8-sig")
    assert text.startswith('"# Answer: Part-time help: half a legal secretary (in the office) for $')
    assert "Hours a week,Keep lawyers' calendars and appointments," in text
    assert text.count("Hours a week,") == len(week.tasks)
    assert ",Your figure\n" in text
    assert 'Cost with the team,"Half a legal secretary, in the office",' in text


@pytest.mark.parametrize("task", load_office_tasks().values(), ids=lambda task: task.task)
def test_every_task_says_who_may_do_it(task: Any) -> None:
    said = task_help(task)
    if task.lawyer_only:
        assert said.startswith("Only a lawyer.")
    elif "legal_secretary" in task.must_not:
        assert said.startswith("A paralegal, not a legal secretary.")
    else:
        assert "egal secretary" in said or "Either role" in said
    assert ("Our judgement" in said) == (task.basis == "judgement")
