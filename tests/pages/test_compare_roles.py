from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from lib.pay import Profile
from lib.pay.ageing import ageing, month_words, this_month
from lib.pay.compare import both_roles
from lib.pay.words import dollars
from lib.tables import load_wages
from lib.tables.role_texts import TOPICS, load_role_questions, load_role_texts
from lib.ui.pickers import place_labels
from lib.ui.role_content import TOPIC_LABELS, comparison_csv, questions, topic_text
from tests.pages.app import open_page, words

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

PAGE = "Compare roles"
MONTH = this_month(date.today())


def tables(app: AppTest) -> list[list[list[str]]]:
    return [table.value.to_numpy().tolist() for table in app.table]


def test_the_nation_is_compared_first() -> None:
    app = open_page(PAGE)
    assert not app.exception
    assert [header.value.replace("\\", "") for header in app.header][:2] == [
        "The United States: paralegals earn $7,320 more in the middle here; about 37 in 100 legal secretaries earn "
        "more than that middle",
        "In 5 of 50 states (with DC) legal secretaries' median is equal or higher",
    ]
    text = words(app)
    assert "**Published.** Paralegals: BLS OEWS, May 2025, the United States, all industries." in text
    assert "The means differ by $9,080, give or take $3,063" in text
    assert ["Median", "\\$62,890", "\\$55,570"] in tables(app)[0]


def test_a_link_restores_every_choice() -> None:
    address = {
        "place": "Texas (state)",
        "release": "May 2024",
        "experience": "7 to 10 years",
        "employer": "Law firm",
        "firm_size": "11 to 50 attorneys",
        "topic": "Tools",
        "aged": "true",
    }
    app = open_page(PAGE, address)
    expected = both_roles(
        Profile("paralegal", "48", "2024-05", experience="7-10", employer="law_firm", firm_size="11-50")
    )
    text = words(app)
    assert not app.warning
    assert expected.finding[1:] in text
    assert "For people like this: 7 to 10 years, law firm, 11 to 50 attorneys." in text
    assert app.pills(key="topic").value == "tools"
    assert app.toggle(key="aged").value is True
    assert "Research databases such as Westlaw and Lexis." in text
    assert "moved and narrowed by the stated facts" in text


@pytest.mark.parametrize(
    ("name", "value"),
    [("place", "Narnia"), ("release", "May 1999"), ("topic", "<b>x</b>"), ("experience", "$$"), ("place", "x" * 5_000)],
)
def test_a_wrong_link_falls_back_with_a_sentence(name: str, value: str) -> None:
    app = open_page(PAGE, {name: value})
    assert not app.exception
    assert len(app.warning) == 1
    assert "is not known here. Showing" in app.warning[0].value
    assert "The United States: paralegals earn $7,320 more" in words(app)


def test_where_legal_secretaries_earn_more() -> None:
    app = open_page(PAGE, {"place": "District of Columbia (state)"})
    text = words(app)
    assert "District of Columbia: legal secretaries earn $9,530 more in the middle here" in text
    assert "A quarter of paralegals earn more than $114,920" in text
    assert "The medians point the other way" in text
    assert "it cannot be judged" in text
    assert "District of Columbia: paralegals $89,750 (published), legal secretaries $99,280 (published)" in (
        app.get("plotly_chart")[1].proto.alt
    )


def test_an_estimated_figure_says_why_and_how_sure() -> None:
    text = words(open_page(PAGE, {"place": "Montana (state)"}))
    assert "**Published.** Paralegals: BLS OEWS, May 2025, Montana" in text
    assert "**Our estimate.** Legal secretaries: No wage of legal secretaries (withheld or" in text
    assert "such estimates are usually off by" in text
    assert "The figure of legal secretaries here is our estimate" in text


def test_a_borrowed_figure_is_headlined_as_the_larger_areas() -> None:
    app = open_page(PAGE, {"place": place_labels()["26420"], "release": "May 2022"})
    assert len(app.info) == 2
    assert "No figure for paralegals in Houston" in app.info[0].value
    assert app.header[0].value.startswith("The United States: ")


def test_an_old_release_says_what_it_lacks() -> None:
    app = open_page(PAGE, {"place": "Texas (state)", "release": "May 2023", "aged": "true"})
    text = words(app)
    assert app.toggle(key="aged").disabled
    assert f"Pay of May 2023 cannot be carried to {month_words(MONTH)}" in text
    assert "Where legal secretaries earn more: not known for May 2023" in text
    assert "Our data for May 2023 has full figures for both roles in the nation only" in text
    assert "Only places for which" not in text


def test_a_release_without_nonmetropolitan_rows_says_so() -> None:
    text = words(open_page(PAGE, {"release": "May 2024"}))
    assert "In 6 of 50 states (with DC) legal secretaries' median is equal or higher" in text
    assert "Our data for May 2024 has no nonmetropolitan areas with full figures for both roles." in text


def test_every_place_where_the_order_flips_is_listed() -> None:
    app = open_page(PAGE)
    text = words(app)
    assert "In 31 of 289 metro areas" in text
    assert "In 9 of 107 nonmetropolitan areas" in text
    found = [table for table in tables(app) if len(table) in (5, 31, 9)]
    listed = {row[0] for table in found for row in table}
    assert {"Rhode Island", "Reno, NV", "Eastern Oregon nonmetropolitan area"} <= listed


@pytest.mark.parametrize("release", ["2025-05", "2024-05"])
def test_pay_is_carried_to_this_month_on_demand(release: str) -> None:
    label = {"2025-05": "May 2025", "2024-05": "May 2024"}[release]
    app = open_page(PAGE, {"release": label})
    assert "Employment Cost Index, wages" not in words(app)
    app.toggle(key="aged").set_value(True).run()
    for role, soc_code, plural in (
        ("paralegal", "23-2011", "Paralegals"),
        ("legal_secretary", "43-6012", "Legal secretaries"),
    ):
        median, carried = load_wages().medians[(release, "99", soc_code)], ageing(role, release, MONTH)
        assert carried is not None
        row = [plural, f"\\{dollars(median)}", f"about \\{dollars(median * carried.factor)}"]
        assert row in list(chain.from_iterable(tables(app)))
        assert f"{plural}: {carried.origin()}" in words(app)


@pytest.mark.parametrize("topic", TOPIC_LABELS)
def test_every_statement_of_a_topic_is_shown_once_with_its_sources(topic: str) -> None:
    app = open_page(PAGE, {"topic": TOPICS[topic]})
    text = words(app)
    for statement in load_role_texts():
        if statement.topic in (topic, "core"):
            assert text.count(statement.text) == 1
    for number in range(1, topic_text(topic).sources.count("\n") + 2):
        assert f"{number}. " in topic_text(topic).sources


def test_statements_name_their_sources_or_our_judgement() -> None:
    remote = topic_text("remote")
    assert "interviews by phone or video. (our judgement)" in remote.by_role["paralegal"]
    assert "review of documents kept online.\u202f⁴" in remote.by_role["paralegal"]
    assert "4. VirtualStaffing: [Legal Secretary vs Paralegal" in remote.sources
    skills = topic_text("skills").by_role["legal_secretary"]
    assert "without one missed deadline.\u202f³ (and our judgement)" in skills


def test_every_question_is_answered_with_its_sources() -> None:
    app = open_page(PAGE)
    labels = [expander.label for expander in app.expander]
    assert [each.title for each in load_role_questions()] == [label for label in labels if label.endswith("?")]
    text = words(app)
    for each in load_role_questions():
        assert each.answer in text
    assert all(sources.startswith(":small[**Sources:** ") for _, _, sources in questions())
    assert questions()[0][2].endswith("; our judgement.]")
    assert "our judgement" not in questions()[8][2]


def test_outlook_and_sectors() -> None:
    text = words(open_page(PAGE))
    assert "Employment of legal secretaries: decline, 156,300 in 2024 to 147,300 in 2034 (-5.8%)" in text
    assert "Jobs to 2034: BLS expects little or no change for paralegals and decline for legal secretaries" in text
    assert "78% of paralegals and 81% of legal secretaries work in law firms and other professional services" in text
    assert "Not a figure for legal secretaries alone." in text


def test_the_download_names_place_release_facts_and_source() -> None:
    profile = Profile("paralegal", "30", "2025-05", experience="4-6")
    found = both_roles(profile)
    text = comparison_csv(found, "Montana", "2025-05", "4 to 6 years").decode("utf-8-sig")
    assert text.startswith(
        '"# Place: Montana"\n"# Release: May 2025"\n"# Facts: 4 to 6 years"\n"# Source: Our estimate'
    )
    assert "usually off by" in text
    assert "Percentile,Paralegals,Legal secretaries" in text
    assert '"# Facts: none stated"' in comparison_csv(found, "Montana", "2025-05", "").decode("utf-8-sig")


def test_every_kind_of_place_opens() -> None:
    codes = list(place_labels())
    app = open_page(PAGE)
    for code in codes[:60:15] + codes[60::120]:
        app.selectbox(key="place").select(code).run()
        assert not app.exception, code
        assert "here" in app.header[0].value
