from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from lib.careers.fit import ANSWER_WORDS, fit
from lib.pay import Profile
from lib.pay.compare import both_roles
from lib.tables.fit_questions import load_fit_questions
from lib.ui.fit_facts import TECHNOLOGY
from lib.ui.fit_form import CAUTION, PROOF, SOURCES, answer_key, fit_csv, start_labels, weight_key
from lib.ui.pickers import place_labels
from tests.pages.app import open_page, words

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

PAGE = "Which role fits me?"
QUESTIONS = load_fit_questions()


def link(paralegal: str, legal_secretary: str, **others: str) -> dict[str, str]:
    """Return an address with one answer to all statements of a role, and others by statement."""
    chosen = {"paralegal": paralegal, "legal_secretary": legal_secretary}
    return {answer_key(key): others.get(key, chosen[each.role]) for key, each in QUESTIONS.items()}


def headings(app: AppTest) -> list[str]:
    return [str(each.value).replace("\\", "") for each in app.header]


def table(app: AppTest, column: str) -> list[list[str]]:
    """Return the rows of the first table with a column."""
    return next(each.value.to_numpy().tolist() for each in app.table if column in each.value.columns)


def click(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()


def test_it_opens_with_statements_and_no_result() -> None:
    app = open_page(PAGE)
    assert not app.exception
    assert headings(app) == [
        "12 statements about work",
        "Too few answers yet",
        "Beside the score: paralegals usually need more schooling to enter",
        "What both roles pay where you live",
    ]
    text = words(app)
    assert CAUTION in text
    assert "Next: statements 1, 2, 3, 4, 5 and 6." in text
    assert [each.label.replace("\\", "") for each in app.segmented_control if each.key.startswith("fit_")] == [
        f"{each.order}. {each.statement}" for each in QUESTIONS.values()
    ]
    assert len(app.get("plotly_chart")) == 1  # pay only: no empty chart
    assert "Download answers, weights and result (CSV)" not in [each.label for each in app.get("download_button")]


@pytest.mark.parametrize(
    ("paralegal", "legal_secretary", "heading"),
    [
        ("Yes", "No", "Your answers point clearly to paralegal work"),
        ("Hardly", "Mostly", "Your answers point clearly to legal secretary work"),
        ("Mostly", "Mostly", "Your answers fit both roles about equally well"),
        ("No", "No", "Your answers fit neither role well"),
    ],
)
def test_the_result_is_the_heading(paralegal: str, legal_secretary: str, heading: str) -> None:
    app = open_page(PAGE, link(paralegal, legal_secretary))
    assert not app.exception
    assert headings(app)[1] == heading
    text = words(app)
    steps = [f"{ANSWER_WORDS.index(answer)}.0 of 4" for answer in (paralegal, legal_secretary)]
    assert (
        f"{steps[0]} on paralegal work (“{paralegal}”) and {steps[1]} on legal secretary work (“{legal_secretary}”)."
    ) in text
    assert "What mattered most" in text
    assert "What would tip it" in text
    assert "With equal weights the result would be the same." in text
    assert app.get("plotly_chart")[0].proto.alt.startswith("What each answer pulls")


def test_reasons_explain_themselves() -> None:
    text = words(open_page(PAGE, link("Yes", "No")))
    assert "1. “Yes” to “I want to work on cases: their facts, evidence and arguments.” (weight 3)." in text
    assert (
        "Paralegals draft legal papers, dig up facts and put the evidence in order. Evidence that this belongs to the "
        "role: federal data."
    ) in text
    assert "That a role fits who likes it is our judgement." in text
    assert "No change of one or two answers would change the result." in text


def test_answering_one_by_one_leads_to_a_result() -> None:
    app = open_page(PAGE)
    for key, each in list(QUESTIONS.items())[:6]:
        assert headings(app)[1] == "Too few answers yet"
        app.segmented_control(key=answer_key(key)).set_value(4 if each.role == "paralegal" else 0).run()
    # At worst 8 x 4 = 32 of 52 against (13 - 7) x 4 = 24 of 52, still more than half a step of 6.5 apart.
    assert headings(app)[1] == "Your answers point clearly to paralegal work"
    assert "Statements left open: 6. Answers to them cannot change the result." in words(app)
    app.segmented_control(key=answer_key("coordination")).set_value(2).run()
    assert headings(app)[1] == "So far your answers point to paralegal work"
    assert "Statements left open: 6. Answers to them could change the result." in words(app)


def test_every_weight_and_point_is_shown() -> None:
    answers = link("Mostly", "No", schooling="Hardly")
    del answers["fit_office_career"]
    rows = table(open_page(PAGE, answers), "Points")
    assert len(rows) == len(QUESTIONS) + 2
    assert rows[0] == ["Work on cases", "Paralegal", "3 × 3", "9 of 12"]
    assert ["Study first", "Paralegal", "1 × 2", "2 of 8"] in rows
    # 3 x 3 + 3 x 3 + 2 x 3 + 1 x 3 + 2 x 3 + 2 x 1 = 35
    assert rows[-2:] == [["All", "Paralegal", "", "35 of 52"], ["All", "Legal secretary", "", "0 of 48"]]
    assert rows[-3] == ["Managing an office", "Legal secretary", "open × 1", ""]


def test_weights_can_be_changed_and_put_back() -> None:
    app = open_page(PAGE, link("Hardly", "Hardly", research="Yes"))
    # 13 + 3 x 3 = 22 of 52, less than half.
    assert headings(app)[1] == "Your answers fit neither role well"
    for key in ("schooling", "client_facts", "long_work", "law_career"):
        app.number_input(key=weight_key(key)).set_value(0).run()
    # Of weights 3 and 3 alone: 3 + 12 = 15 of 24, but these are two answers only.
    assert "Give at least 3 statements on paralegal work a weight above 0." in words(app)
    app.number_input(key=weight_key("law_career")).set_value(1).run()
    # 3 + 12 + 1 = 16 of 28 against 13 of 52, more than a step apart, but “No” to the first would leave 13 of 28.
    assert headings(app)[1] == "Your answers point to paralegal work"
    assert "**Your figure.** Weights of your own" in words(app)
    assert "With our weights your answers would fit neither role well." in words(app)
    click(app, "Back to our weights")
    assert headings(app)[1] == "Your answers fit neither role well"
    assert "Weights of your own" not in words(app)


def test_answers_can_be_cleared() -> None:
    app = open_page(PAGE, link("Yes", "No") | {"weight_research": "1", "place": "Texas (state)"})
    click(app, "Clear my answers")
    assert headings(app)[1] == "Too few answers yet"
    assert all(app.segmented_control(key=answer_key(key)).value is None for key in QUESTIONS)
    assert app.number_input(key="weight_research").value == 1
    assert "Weights of your own, which stay when you clear your answers." in words(app)
    assert app.selectbox(key="place").value == "48"


def test_a_link_restores_answers_weights_place_and_experience() -> None:
    address = link("Yes", "Hardly") | {"weight_research": "0", "place": "Texas (state)", "start": "2 to 3 years"}
    app = open_page(PAGE, address)
    assert not app.warning
    assert app.segmented_control(key="fit_case_work").value == ANSWER_WORDS.index("Yes")
    assert app.segmented_control(key="fit_office_work").value == ANSWER_WORDS.index("Hardly")
    assert app.number_input(key="weight_research").value == 0
    expected = both_roles(Profile("paralegal", "48", experience="2-3"))
    assert f"Texas, 2 to 3 years of experience: {expected.finding[0].lower()}{expected.finding[1:]}" in words(app)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("fit_research", "Maybe", "fit research “Maybe”, which is not known here. It is left out."),
        ("fit_research", "<script>$1$</script>", "which is not known here. It is left out."),
        ("weight_research", "9", "weight research “9”, which is not a number from 0 to 3."),
        ("weight_research", "much", "weight research “much”, which is not a number from 0 to 3."),
        ("place", "Narnia", "place “Narnia”, which is not known here. Showing “United States” instead"),
        ("start", "Never", "start “Never”, which is not known here. Showing “0 to 1 year” instead"),
    ],
)
def test_a_wrong_link_is_named(name: str, value: str, message: str) -> None:
    app = open_page(PAGE, link("Yes", "No") | {name: value})
    assert not app.exception
    [warning] = app.warning
    assert message in warning.value.replace("\\", "")
    assert headings(app)[1] == "Your answers point clearly to paralegal work"


def test_who_will_not_study_is_told_the_other_way_in() -> None:
    advice = "Your answers fit paralegal work, but not years of study first."
    assert advice in words(open_page(PAGE, link("Yes", "No", schooling="Hardly")))
    assert advice in words(open_page(PAGE, link("Mostly", "Mostly", schooling="No")))
    assert advice not in words(open_page(PAGE, link("Yes", "No")))
    assert advice not in words(open_page(PAGE, link("Hardly", "Yes", schooling="No")))


@pytest.mark.parametrize(("answer", "told"), [("Yes", True), ("Mostly", True), ("Partly", False), ("No", False)])
def test_law_school_takes_years_whichever_role_fits(answer: str, told: bool) -> None:
    for paralegal, legal_secretary in (("Yes", "No"), ("No", "Yes")):
        text = words(open_page(PAGE, link(paralegal, legal_secretary, law_career=answer)))
        assert ("Law school comes after a bachelor's degree and takes 3 years full time" in text) == told


def test_what_else_bears_on_it_names_kind_and_source() -> None:
    text = words(open_page(PAGE, link("Yes", "No", schooling="Hardly")))
    # data/sources.csv: O*NET 25.3 of May 2021; Cooley Law School, 2012.
    assert (
        "**Published.** BLS Employment Projections, 2024 to 2034 (usual entry); Occupational Outlook Handbook (some "
        "employers); O*NET, May 2021, answers of August 2018 (closest move); Cooley Law School, 2012 (length of law "
        "school)."
    ) in text
    assert "(closest move)" not in words(open_page(PAGE, link("Yes", "No")))


def test_a_link_leads_to_what_technology_changes() -> None:
    app = open_page(PAGE)
    assert "What technology changes for both roles" in [each.proto.label for each in app.get("page_link")]
    [linked] = [each.proto for each in app.get("page_link") if "technology" in each.proto.label]
    assert linked.query_string == "more=What+technology+changes"
    assert TECHNOLOGY in [tab.label for tab in open_page("Career paths", {"more": TECHNOLOGY}).tabs]


def test_facts_stand_beside_the_score() -> None:
    # BLS, Employment Projections 2024 to 2034.
    app = open_page(PAGE)
    assert table(app, "Usual entry education") == [
        ["Paralegals", "Associate's degree", "None"],
        ["Legal secretaries", "High school diploma or equivalent", "Moderate-term on-the-job training"],
        ["Lawyers", "Doctoral or professional degree", "None"],
    ]
    text = words(app)
    assert "Employment of legal secretaries: decline, 156,300 in 2024 to 147,300 in 2034 (-5.8%)" in text
    assert "**Published.** BLS Employment Projections" in text


def test_pay_is_a_beginners_at_first_and_marked_as_an_estimate() -> None:
    app = open_page(PAGE)
    expected = both_roles(Profile("paralegal", experience="0-1"))
    assert f"The United States, 0 to 1 year of experience: {expected.finding[0].lower()}" in words(app)
    assert "**Our estimate.** Legal secretaries: BLS OEWS" in words(app)
    assert "moved and narrowed by the stated facts" in words(app)
    # data/factors.csv: the evidence on legal secretaries of their own is thin.
    assert "Confidence in what experience adds: medium for paralegals, low for legal secretaries." in words(app)
    app.selectbox(key="start").select("").run()
    # BLS, May 2025: 62,890 - 55,570.
    assert "The United States: paralegals earn $7,320 more in the middle here" in words(app)
    assert "**Published.** Legal secretaries: BLS OEWS" in words(app)
    assert "real pay points" not in words(app)


def test_the_place_says_where_legal_secretaries_earn_more() -> None:
    text = words(open_page(PAGE, {"place": "District of Columbia (state)", "start": "Not stated"}))
    assert "District of Columbia: legal secretaries earn $9,530 more" in text


@pytest.mark.parametrize("start", start_labels())
def test_every_experience_opens_and_has_words(start: str) -> None:
    app = open_page(PAGE, {"start": start_labels()[start], "place": place_labels()["30"]})
    assert not app.exception
    [pay] = [each.value for each in app.subheader if "in the middle here" in each.value]
    label = start_labels()[start]
    assert pay.startswith("Montana: " if not start else f"Montana, {label[0].lower()}{label[1:]}")
    assert ("of experience" in pay) == ("year" in label)


def csv_of(content: bytes) -> tuple[str, list[dict[str, str]]]:
    lines = content.decode("utf-8-sig").splitlines()
    notes = [line for line in lines if line.startswith('"# ')]
    return "\n".join(notes), list(csv.DictReader(lines[len(notes) :]))


def test_the_download_holds_answers_weights_and_result() -> None:
    answers = {key: 4 if each.role == "paralegal" else 1 for key, each in QUESTIONS.items() if key != "schooling"}
    notes, rows = csv_of(fit_csv(fit(answers, {"research": 1})))
    assert '"# Result: Your answers point clearly to paralegal work. Your average answer' in notes
    for part in (
        "What mattered most: “Yes”",
        "What would tip it: No",
        "How firm it is: Statements left open: 1.",
        PROOF,
        CAUTION,
    ):
        assert part in notes
    assert [row["Statement"] for row in rows] == [each.statement for each in QUESTIONS.values()]
    by_key = dict(zip(QUESTIONS, rows, strict=True))
    research = by_key["research"]
    assert [research[name] for name in ("Answer", "Weight", "Our weight", "Points")] == ["Yes", "1", "3", "4"]
    assert research["Evidence that it belongs to the role"] == "federal data"
    assert research["Sources"] == "onet-2024 clio-guide virtual-guide judgement"
    assert (by_key["schooling"]["Answer"], by_key["schooling"]["Points"]) == ("open", "")


def test_the_footer_names_what_the_statements_rest_on() -> None:
    named = {source for each in QUESTIONS.values() for source in each.source.split()} - {"judgement"}
    assert named <= set(SOURCES)


def test_both_downloads_are_offered() -> None:
    labels = [each.label for each in open_page(PAGE, link("Yes", "No")).get("download_button")]
    assert labels == ["Download answers, weights and result (CSV)", "Download the pay (CSV)"]
