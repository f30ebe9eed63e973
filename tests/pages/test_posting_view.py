from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.careers.posting import Posting, allowed_duties, duties_for, posting_text, usual_range
from lib.careers.posting_law import day_words
from lib.careers.workload import preset_week
from tests.pages.app import words

COLORADO, OHIO_CITY, NATION = "08", "18140", "99"
WEEK = preset_week("litigation_5")
SCRIPT = """
import streamlit as st

from lib.careers.workload import preset_week
from lib.ui.posting_views import show_posting

st.title("A page")
st.header("Its answer")
state = st.session_state
if not state.get("left"):
    show_posting(
        state.get("answer", "paralegal"), state.get("area", "08"), state.get("employees", 20),
        preset_week(state.get("preset", "litigation_5")), state.get("how", "in_office"),
        share=state.get("share", 1.0), place=state.get("place", ""),
    )
"""


def view(address: dict[str, str] | None = None, **state: object) -> AppTest:
    app = AppTest.from_string(SCRIPT, default_timeout=30)
    for key, value in state.items():
        app.session_state[key] = value
    for key, value in (address or {}).items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def text_of(app: AppTest) -> str:
    assert not app.exception
    return str(app.code[0].value)


def test_the_text_is_that_of_the_answer() -> None:
    usual = usual_range("paralegal", COLORADO)
    duties = duties_for("paralegal", WEEK)
    expected = posting_text(Posting("paralegal", "Paralegal", duties=duties, low=usual.low, high=usual.high))
    assert text_of(view()) == expected.strip()


def test_what_colorado_asks_for_is_marked_until_it_is_there() -> None:
    app = view()
    assert app.warning[0].value.replace("\\", "") == (
        "- **Missing.** Colorado asks for the benefits: not filled in yet.\n"
        "- **Missing.** Colorado asks for the application deadline: not filled in yet."
    )
    assert "The law. Not filled in: the benefits and the application deadline" in words(app)
    next_month = date.today() + timedelta(days=30)
    app.text_area(key="posting_benefits").set_value("Health insurance")
    app.date_input(key="posting_deadline").set_value(next_month).run()
    assert not app.warning
    assert "The law. Filled in: the pay range, the benefits and the application deadline" in words(app)
    assert f"Apply by {day_words(next_month)}." in text_of(app)
    app.toggle(key="posting_shows_pay").set_value(False).run()
    assert "Colorado asks for the pay range: not filled in yet." in app.warning[0].value
    assert "\nPay\n" not in text_of(app)
    assert not [each for each in app.subheader if each.value.startswith("Where")]


def law_heading(area: str, employees: int) -> str:
    return str(view(area=area, employees=employees).subheader[0].value)


def test_where_no_law_asks_for_pay_in_the_posting_no_more_is_said() -> None:
    # Nevada and Rhode Island ask later on, Cincinnati on request; of Toledo nothing was found; in Columbus 15 count.
    none = "The law. We found none in force that asks your firm for pay in the posting"
    for area in ("32", "44", "17140", "45780"):
        assert law_heading(area, 20) == none
    assert law_heading(OHIO_CITY, 14) == none
    assert law_heading(OHIO_CITY, 15) == "The law. Filled in: the pay range"
    # New Jersey may ask for benefits, New York does not say.
    assert law_heading("35620", 20) == "The law. Not filled in: the benefits"


def test_the_hours_follow_the_answer_until_they_are_changed() -> None:
    app = view(share=0.5)
    assert app.number_input(key="posting_share").value == 50
    assert "part time: 50% of full time, about 20 hours a week" in text_of(app)
    app.session_state["share"] = 2.0
    app.run()
    assert ", in the office, full time" in text_of(app)
    app.number_input(key="posting_share").set_value(80.0).run()
    app.session_state["share"] = 0.5
    app.run()
    assert "80% of full time" in text_of(app)
    assert view(share=0.0).number_input(key="posting_share").value == 5


def test_the_place_of_the_page_stands_until_one_is_typed() -> None:
    app = view(place="Colorado")
    assert "\nColorado, in the office" in text_of(app)
    assert app.text_input(key="posting_place_08").placeholder == "Colorado"
    app.text_input(key="posting_place_08").set_value("Denver, CO").run()
    assert "\nDenver, CO, in the office" in text_of(app)
    assert "[place], in the office" in text_of(view())


def test_it_says_what_the_address_does_not_keep() -> None:
    text = words(view())
    assert "Title, firm, place, benefits, deadline and the rest are not in it: download the posting" in text


def test_a_deadline_that_has_passed_is_told() -> None:
    app = view()
    app.date_input(key="posting_deadline").set_value(date(2020, 1, 1)).run()
    assert "The last day to apply has passed." in [warning.value for warning in app.warning]


def test_the_law_names_its_sources_and_is_no_advice() -> None:
    text = words(view())
    assert "- **In force.** Colorado: the posting must state the pay range, the benefits and the application" in text
    assert "- This is not legal advice. The list was checked on November 22, 2026" in text
    assert "Colorado Department of Labor and Employment: [INFO #9A" in text


def test_where_the_range_stands_and_whose_it_is() -> None:
    usual = usual_range("paralegal", OHIO_CITY)
    app = view(area=OHIO_CITY)
    assert "The usual pay stands for the low end and the high end: type what you expect to pay." in words(app)
    assert f"**Published.** Usual range ${usual.low:,.0f} to ${usual.high:,.0f}: 25th to 75th percentile" in words(app)
    app.number_input(key="posting_low").set_value(40_000).run()
    assert "The usual pay stands for the high end: type" in words(app)
    assert f"Where $40,000 to ${usual.high:,.0f} stands" in words(app)
    assert "It starts below the 10th percentile" in words(app)
    app.number_input(key="posting_high").set_value(30_000).run()
    assert app.warning[0].value == "The low end, \\$40,000, lies above the high end, \\$30,000."
    assert not app.code


def test_a_link_restores_the_pay_and_a_wrong_one_is_explained() -> None:
    app = view({"posting_low": "51000", "posting_high": "66000"})
    assert "$51,000 to $66,000 a year" in text_of(app)
    assert not [warning for warning in app.warning if "link" in warning.value]
    wrong = view({"posting_low": "lots"})
    assert "The link asks for posting low “lots”, which is not a number from 0 to 1,000,000." in wrong.warning[0].value


def test_the_nation_asks_for_a_state() -> None:
    app = view(area=NATION)
    assert "Choose the state of the job" in words(app)
    assert "Colorado may ask for the application deadline: not filled in yet." in app.warning[0].value
    app.selectbox(key="posting_state").set_value(COLORADO).run()
    assert "Colorado asks for the application deadline: not filled in yet." in app.warning[0].value
    assert "Choose the state" not in words(app)


def test_no_role_is_offered_what_it_must_not_do() -> None:
    for role in ("paralegal", "legal_secretary"):
        offered = view(answer=role).pills[0]
        assert len(offered.options) == len(allowed_duties(role))
        assert "Tell a client what the law means for them" not in offered.options
    assert "Research statutes, cases and rules" not in offered.options


def test_role_and_duties_follow_the_answer_until_they_are_changed() -> None:
    app = view()
    app.session_state["preset"] = "solo"
    app.run()
    assert tuple(app.pills[0].value) == duties_for("paralegal", preset_week("solo"))
    app.pills[0].set_value(["docket"]).run()
    app.session_state["preset"] = "litigation_5"
    app.run()
    assert app.pills[0].value == ["docket"]
    app.session_state["answer"] = "legal_secretary"
    app.run()
    assert text_of(app).startswith("Legal secretary\n")
    assert tuple(app.pills[0].value) == duties_for("legal_secretary", WEEK)
    app.segmented_control(key="posting_role").set_value("paralegal").run()
    assert app.pills[0].value == ["docket"]
    app.session_state["preset"] = "solo"
    app.run()
    assert app.segmented_control(key="posting_role").value == "paralegal"


def test_what_was_typed_is_there_when_one_comes_back() -> None:
    app = view()
    app.text_input(key="posting_title_paralegal").set_value("Senior paralegal")
    app.text_input(key="posting_firm").set_value("Lee & Partners")
    app.text_input(key="posting_place_08").set_value("Denver, CO")
    app.text_area(key="posting_benefits").set_value("Paid leave")
    app.number_input(key="posting_share").set_value(50.0)
    app.segmented_control(key="posting_arrangement").set_value("remote")
    app.number_input(key="posting_low").set_value(40_000).run()
    before = text_of(app)
    assert before.startswith("Senior paralegal\n\nLee & Partners\nDenver, CO, remote, part time: 50% of full time")
    app.session_state["left"] = True
    app.run()
    app.run()
    assert not app.code
    app.session_state["left"] = False
    app.run()
    assert text_of(app) == before


def test_virtual_help_has_no_posting_and_a_remote_one_is_offered() -> None:
    app = view(how="virtual_us")
    assert app.info[0].value.startswith("Virtual, US freelance: Virtual help is a contract")
    assert ", remote, full time" in text_of(app)
    assert "can fall under the law of that state" in words(app)


def test_a_firm_of_impossible_size_is_refused_in_words() -> None:
    assert view(employees=0).warning[0].value == "A firm has 1 to 100,000 employees, not 0."


@pytest.mark.parametrize("typed", ["<img src=x onerror=alert(1)>", "$5 and $6 [a](http://b.c)", "=1+1", "*" * 100])
def test_hostile_text_stays_in_the_text(typed: str) -> None:
    app = view()
    for key in ("posting_title_paralegal", "posting_firm", "posting_place_08"):
        app.text_input(key=key).set_value(typed)
    app.text_area(key="posting_benefits").set_value(typed).run()
    assert text_of(app).count(typed) == 4
    assert typed not in words(app)


def test_control_characters_are_refused() -> None:
    app = view()
    app.text_area(key="posting_benefits").set_value("a\x00b").run()
    assert app.warning[0].value == "The text on benefits holds characters that cannot be printed: type it anew."


def test_no_dollar_reaches_markdown_unescaped_and_headings_are_in_order() -> None:
    app = view(area=OHIO_CITY)
    for element in [*app.subheader, *app.markdown, *app.caption, *app.warning, *app.info]:
        assert element.value.count("$") == element.value.count("\\$"), element.value
    assert [re.split("[.$]", each.value)[0].rstrip("\\") for each in app.subheader] == [
        "The law",
        "Where ",
        "The posting, ready to copy",
    ]


def test_two_files_are_offered() -> None:
    assert [button.label for button in view().get("download_button")] == ["Posting (Word)", "Posting (text)"]
