from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest

from lib.careers.handover import NAME, Staff
from lib.careers.misallocation import Today
from lib.careers.recommend import recommend
from lib.careers.workload import OfficeWeek, pain_week, preset_week
from lib.export.plan_link import pack_plan, unpack_plan
from lib.hiring import Firm, PlannedPosition, Scenarios
from lib.hiring.mix import Constraints
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
    assert "If lawyers do all of this work today, the work costs" in text
    assert "**Our estimate.** Hours a week: our judgement of a typical office and of what hurts." in text
    assert app.info[0].value.replace("\\", "") == answer.cheaper
    assert "**Our estimate.** A lawyer's hour, $74.13, until you type yours" in text
    why = words(open_page(PAGE, {"need": "Why"}))
    for reason in answer.reasons:
        assert reason in why


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
    assert not any(warning.value.startswith("The link") for warning in app.warning)
    start = pain_week({"deadlines_slip": 2}, preset_week("litigation_5", 6))
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
        ("lawyers", "1e309", "which is not a number from 1 to 60"),
        ("most_cost", "abc", "which is not a number from 1 to 100,000,000"),
        ("have_paralegal", "-1", "which is not a number from 0 to 250"),
        ("arrangements", "On the moon", "which is not known here. It is left out."),
        ("today_substantive", "Robots", "which is not known here"),
        ("pay_basis", "Peanuts", "which is not known here"),
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


def test_what_hurts_is_not_done_today() -> None:
    text = words(open_page(PAGE, {"pain_phones_unanswered": "2"}))
    # 2 steps of 3 hours of calls and 2 of messages
    assert "10.0 hours a week of office work are not done at all: today they cost nothing." in text
    all_of_it = words(open_page(PAGE, {"pain_phones_unanswered": "2", "today_administrative": "Lawyers, all of it"}))
    assert "not done at all" not in all_of_it


def test_what_cannot_be_said_of_today_is_a_sentence_and_nothing_else_is_lost() -> None:
    address = {"today_substantive": "Several: state the shares", "have_paralegal": "1.3"}
    app = open_page(PAGE, address)
    app.number_input(key="today_substantive_paralegal").set_value(60.0).run()
    assert not app.exception
    text = words(app)
    assert "no more than 100% together. Until then all of it counts as lawyers' work." in text
    assert "in whole or half positions, not 1.3. Until then none are counted." in text
    assert app.number_input(key="today_substantive_paralegal").value == 60.0
    assert headings(app) == ["Part-time help: half a legal secretary (in the office), Texas"]


def test_a_minimum_in_thirds_is_rounded_down_and_said() -> None:
    app = open_page(PAGE, {"least_paralegal": "1.3"})
    assert "Type whole or half positions, such as 1.5. Until then it is rounded down." in words(app)
    assert headings(app) == ["A paralegal (in the office), Texas"]


def test_more_hours_than_people_have_are_doubted() -> None:
    address = {**NEW_YORK, "have_legal_secretary": "1", "today_administrative": "Legal secretaries"}
    assert "You employ 1 legal secretary, with 36.8 hours a week; 44.0 are counted as theirs." in words(
        open_page(PAGE, address)
    )


def test_the_lawyers_count_among_the_people() -> None:
    app = open_page(PAGE, {"lawyers": "50", "headcount": "1"})
    assert "People in all counts the lawyers too: 50 are taken until you type more." in words(app)


def test_a_limit_makes_the_team_smaller_or_empty() -> None:
    app = open_page(PAGE, {**NEW_YORK, "most_cost": "90000", "need": "Why"})
    assert "The limit of $90,000 a year makes the team smaller" in words(app)
    app = open_page(PAGE, {**NEW_YORK, "most_cost": "10000"})
    assert headings(app) == ["Nobody yet"]
    assert "no position that would pay is within the limit. The limit of $10,000 a year" in words(app)
    assert not app.metric
    assert budget_link(app) is None


def test_fees_are_told_where_clients_are_billed() -> None:
    assert "the paralegals' legal work would bring in about $" in words(open_page(PAGE, NEW_YORK))
    assert "would bring in about" not in words(open_page(PAGE, {**NEW_YORK, "bills": "false"}))
    in_house = {"office": "Corporate legal department, 4 lawyers"}
    assert "would bring in about" not in words(open_page(PAGE, in_house))


def test_virtual_help_has_an_origin_of_its_own() -> None:
    text = words(open_page(PAGE, {**NEW_YORK, "arrangements": "Virtual, offshore full time"}))
    assert "Fees of virtual staff and software" in text
    assert "pay by BLS" not in text


def test_the_market_stands_beside_the_office() -> None:
    text = words(open_page(PAGE, {**NEW_YORK, "need": "The market"}))
    assert "The country has 1.9 lawyers for each paralegal (2.2 in 2015)" in text
    app = open_page(PAGE, {**NEW_YORK, "need": "The market", "have_paralegal": "2"})
    table = app.table[0].value.to_numpy().tolist()
    assert table[0] == ["This office today", "2.5", "nobody"]  # 5 lawyers / 2
    assert table[1][0] == "This office with the team"
    assert ["New York, May 2025", "2.7", "9.4"] in table


def budget_link(app: AppTest) -> Scenarios | None:
    """Return the scenarios that the link to the staffing budget opens; None if it leads nowhere."""
    link = next(link.proto for link in app.get("page_link") if "staffing budget" in link.proto.label)
    packed = parse_qs(link.query_string).get("plan", [""])[0]
    return None if link.disabled else unpack_plan(packed)


def test_the_answer_opens_in_the_budget_in_place_of_the_example() -> None:
    found = budget_link(open_page(PAGE, {"have_legal_secretary": "0.5", "h_phones": "30", "most_cost": "60000"}))
    assert found is not None
    assert found.names == (NAME,)
    assert found.budget == 60_000
    plan = found.plans[0]
    assert plan.positions[0] == PlannedPosition("legal_secretary", "48", share=0.5, employed=True)
    assert plan.firm.headcount == 1
    assert plan.firm.released_hours
    assert plan.firm.billable_hours == 0  # no paralegal
    app = open_page("Staffing budget", {"plan": pack_plan(found)})
    assert headings(app)[0].startswith(f"{NAME}: ")


def test_the_answer_joins_the_scenarios_there_are() -> None:
    app = open_page("Staffing budget")
    generation = app.session_state["budget_generation"]
    app.number_input(key=f"budget_{generation}_0_0_count").set_value(2).run()
    kept = app.session_state["budget_now"]
    app.switch_page(PAGES[PAGE]).run()
    found = budget_link(app)
    assert found is not None
    assert found.names == (NAME, *kept.names)
    assert found.plans[1:] == kept.plans
    assert found.budget == kept.budget
    app.session_state["budget_now"] = found  # as after opening it: the same answer is not added again
    assert budget_link(app.run()) == found
    app.session_state["budget_now"] = found.duplicated(0)
    app.number_input(key="h_phones").set_value(60.0).run()
    assert budget_link(app) is None  # four scenarios are there


def test_the_download_tells_hours_costs_and_what_they_rest_on() -> None:
    week = preset_week("solo")
    rules = texas()
    typed, origin = ("Keep lawyers' calendars and appointments",), ("input", "A lawyer's hour: $100.00.")
    office = Office(week, typed, rules, 100.0, origin, 1, Staff(), Today(), billed=True)
    answer = recommend(week, rules, 100.0)
    text = answer_csv(office, answer, cost_of(office, answer)).decode("utf-8-sig")
    assert text.startswith('"# Answer: Part-time help: half a legal secretary (in the office) for $')
    assert "Hours a week,Keep lawyers' calendars and appointments," in text
    assert text.count("Hours a week,") == len(week.tasks)
    assert ",Your figure," in text
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
