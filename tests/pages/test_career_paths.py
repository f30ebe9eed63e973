from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.careers.ladder import climb
from lib.careers.path_start import Start, pay_after, starting_point
from lib.careers.training import training_return
from lib.careers.training_report import model_error
from lib.pay.words import dollars
from lib.tables.ladder_steps import LADDERS
from lib.tables.training_paths import load_training_paths
from lib.ui.ladder_views import ladder_csv
from lib.ui.training_form import form_amounts, path_labels
from lib.ui.training_views import Weighed, years_csv
from tests.pages.app import open_page, words

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

PAGE = "Career paths"
CERTIFICATE, ASSOCIATE = "Paralegal certificate beside a job", "Associate's degree, 2 years"
NEW_YORK = {"place": "New York (state)"}


def headers(app: AppTest) -> list[str]:
    return [str(header.value).replace("\\", "") for header in app.header]


def training_header(app: AppTest) -> str:
    return next(header for header in headers(app) if header.startswith("Over "))


def charts(app: AppTest) -> list[str]:
    return [chart.proto.alt for chart in app.get("plotly_chart")]


def figures(app: AppTest) -> list[list[str]]:
    """Return the rows of the table of what each path costs and brings in."""
    table = next(table.value for table in app.table if str(table.value.columns[0]).startswith("Over "))
    return [[str(cell).replace("\\", "") for cell in row] for row in table.to_numpy().tolist()]


def test_the_page_opens_with_a_ladder_and_a_training() -> None:
    app = open_page(PAGE)
    assert not app.exception
    assert headers(app)[0] == "From legal secretary into management: $55,570 to $114,130 a year in the United States"
    assert training_header(app) == f"Over 20 years our data supports neither a gain nor a loss from “{CERTIFICATE}”"
    assert app.number_input(key="pay_now").placeholder == "55,570"
    assert [selectbox.value for selectbox in app.selectbox if selectbox.key == "path_b"] == [""]
    text = words(app)
    assert "**Published.** Pay now is taken to be $55,570, the median." in text
    assert "3% and 0% are our judgement, a starting point" in text
    assert "Administrative services manager $114,130 (published)" in charts(app)[0]
    assert "Employment of office supervisors:" in text


def test_a_link_restores_every_input() -> None:
    address = {
        "place": "Texas (state)",
        "now": "General secretary",
        "pay_now": "41000",
        "education": "No degree or certificate",
        "after_experience": "4 to 6 years",
        "ladder": LADDERS["paralegal"],
        "path_a": ASSOCIATE,
        "path_b": "Bachelor's degree, 4 years",
        "associate_tuition": "9000",
        "associate_exam_fee": "50",
        "associate_months": "30",
        "associate_time_given_up": "40",
        "associate_pay_after": "52000",
        "bachelor_tuition": "60000",
        "years": "25",
        "discount": "4.5",
        "raise": "2",
        "curves": "Earned in all",
    }
    app = open_page(PAGE, address)
    assert not app.exception
    assert not app.warning
    boxes = {box.key: box.value for box in app.number_input}
    typed = {name: float(value) for name, value in address.items() if name in form_amounts() and name != "years"}
    assert typed.items() <= boxes.items()
    assert app.slider(key="years").value == 25
    assert app.selectbox(key="now").value == "secretary"
    assert app.selectbox(key="after_experience").value == "4-6"
    text = words(app)
    assert headers(app)[0].startswith("From paralegal to lawyer: $62,310 to $154,200 a year in Texas")
    assert "with raises of 2.0% and a discount rate of 4.5% a year." in text
    assert "becomes $52,000 with the one" in text or "and $52,000 with the other" in text
    assert "Degree and experience do not change pay here" in text
    assert "Pay after: your figure; ours is" in text
    own = "tuition $9,000, exam fee $50, months of study 30, working time given up 40.0%, pay after $52,000"
    assert f"**Your figure.** {own}." in text
    assert "Earned in all, price of the training taken off, after 25 years" in "".join(charts(app))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("place", "Narnia"),
        ("now", "Judge"),
        ("ladder", "Up"),
        ("path_a", "<b>x</b>"),
        ("path_b", "$$"),
        ("education", "PhD"),
        ("after_experience", "x" * 5_000),
        ("curves", "none"),
        ("pay_now", "-5"),
        ("years", "31"),
        ("discount", "lots"),
        ("certificate_part_time_tuition", "1e9"),
    ],
)
def test_an_unknown_value_of_a_link_is_told(name: str, value: str) -> None:
    app = open_page(PAGE, {name: value})
    assert not app.exception
    assert len(app.warning) == 1
    assert f"The link asks for {name.replace('_', ' ')}" in app.warning[0].value.replace("\\", "")
    assert training_header(app) == f"Over 20 years our data supports neither a gain nor a loss from “{CERTIFICATE}”"


def test_a_legal_secretary_in_new_york_reads_why_the_certificate_loses() -> None:
    app = open_page(PAGE, NEW_YORK)
    text = words(app)
    # Worked by hand in tests/careers/test_path_start.py: -61,327.
    assert (
        f"Over 20 years “{CERTIFICATE}” loses about $61,300 in today's dollars and does not earn back its cost in that "
        "time, if pay goes from $72,230 to $68,410 a year" in text
    )
    assert "The move from legal secretary to paralegal costs $3,820 a year in New York: $72,230 now (published)" in text
    assert training_header(app) == f"Over 20 years our data supports neither a gain nor a loss from “{CERTIFICATE}”"
    usual = f"for one person the pay model is usually off by {model_error():.1%}"
    assert f"pay after is $4,334 below what is needed, and {usual}" in text
    assert figures(app)[:3] == [
        ["Worth in today's dollars", "-$61,327"],
        ["Breaks even, not discounted", "never in 20 years"],
        ["Costs in all", "$7,495"],
    ]


def test_a_general_secretary_in_texas_takes_an_associate_degree() -> None:
    app = open_page(PAGE, {"place": "Texas (state)", "now": "General secretary", "path_a": ASSOCIATE})
    # Worked by hand in tests/careers/test_path_start.py.
    assert training_header(app) == f"Over 20 years “{ASSOCIATE}” gains about $128,500"
    assert figures(app) == [
        ["Worth in today's dollars", "$128,468"],
        ["Breaks even, not discounted", "in year 8"],
        ["Costs in all", "$98,380"],
        ["Of that, pay given up", "$90,280"],
        ["Pay now, a year", "$45,140"],
        ["Pay after, a year", "$62,310"],
    ]
    assert "The gain stands up to the usual error" in words(app)


def test_a_paralegal_in_illinois_thinks_of_law_school() -> None:
    app = open_page(PAGE, {"place": "Illinois (state)", "now": "Paralegal", "path_a": "Law school, 3 years"})
    text = words(app)
    assert training_header(app) == "Over 20 years “Law school, 3 years” gains about $914,100"
    assert "It asks for a bachelor's degree first, whose price and years are not counted here." in text
    assert "for lawyers we have none." in text
    assert "A quarter of lawyers here earn less than $103,020 (published)." in text
    assert "exam fee not found" in text


def test_typed_tuition_changes_the_answer_and_ours_can_be_had_again() -> None:
    app = open_page(PAGE, NEW_YORK)
    box = app.number_input(key="certificate_part_time_tuition")
    assert box.value == 7_495
    ours = figures(app)[0][1]
    box.set_value(1_000.0).run()
    # 6,495 less at the end of year 1: 6,495 / 1.03 = 6,305.83 better than -61,327.10.
    assert figures(app)[0][1] == "-$55,021"
    assert figures(app)[2][1] == "$1,000"
    app.number_input(key="certificate_part_time_tuition").set_value(7_495.0).run()
    assert figures(app)[0][1] == ours


def test_typed_tuition_stays_with_the_path_it_was_typed_for() -> None:
    app = open_page(PAGE, {"path_a": CERTIFICATE, "path_b": ASSOCIATE, "associate_tuition": "1"})
    assert app.number_input(key="certificate_part_time_tuition").value == 7_495
    assert figures(app)[2][2] == "$111,141"  # 2 x 55,570 + 1
    app.selectbox(key="path_b").select("").run()
    app.selectbox(key="path_a").select("associate").run()
    assert app.number_input(key="associate_tuition").value == 1
    assert figures(app)[2][1] == "$111,141"


def test_two_paths_are_compared() -> None:
    app = open_page(PAGE, {"path_b": ASSOCIATE})
    text = words(app)
    assert f"“{CERTIFICATE}” is worth about" in text
    assert "Both lead to the same pay, so their difference rests on cost and time alone." in text
    assert app.segmented_control(key="curves").value == "gain"
    assert f"{CERTIFICATE} $" in charts(app)[1]
    app.selectbox(key="path_b").select("law_school").run()
    assert "our data supports this order." in words(app)
    app.selectbox(key="path_b").select("certificate_part_time").run()
    assert [info.value for info in app.info] == ["A and B are the same path. Choose another one for B to compare."]
    assert len(figures(app)[0]) == 2


def test_what_is_out_of_bounds_is_refused_in_a_sentence() -> None:
    # 900,000 x 159,670 / 55,570 is more than a million.
    app = open_page(PAGE, {"pay_now": "900000", "path_a": "Law school, 3 years"})
    assert not app.exception
    assert "Is the training worth it?" in headers(app)
    assert app.error[0].value.replace("\\", "").startswith("Pay after the training must be $0 to $1,000,000, not $2,5")


def test_typed_pay_is_marked_and_carried_over() -> None:
    app = open_page(PAGE, {"pay_now": "42000"})
    text = words(app)
    assert "**Your figure.** Pay now. Without it we would take $55,570." in text
    # 42,000 x 62,890 / 55,570 = 47,532.
    assert figures(app)[5][1] == "$47,532"
    assert "Pay now, $42,000, times 1.132: of people alike otherwise" in text


def test_what_was_not_found_is_said() -> None:
    app = open_page(PAGE, {"path_a": "Legal secretary certificate"})
    assert app.number_input(key="secretary_certificate_tuition").placeholder == "not found, counted as 0"
    text = words(app)
    assert "**Price not found.** Leads to legal secretaries: tuition not found" in text
    assert "What was not found counts as 0, so the true cost is higher." in text


@pytest.mark.parametrize("path", path_labels())
def test_every_path_opens_for_every_role(path: str) -> None:
    app = open_page(PAGE, {"path_a": path_labels()[path]})
    for role in ("legal_secretary", "paralegal", "lawyer", "secretary"):
        app.selectbox(key="now").select(role).run()
        assert not app.exception
        assert not app.error
        assert path_labels()[path] in training_header(app)


@pytest.mark.parametrize("ladder", LADDERS)
def test_every_ladder_opens(ladder: str) -> None:
    app = open_page(PAGE, NEW_YORK | {"ladder": LADDERS[ladder]})
    rungs = climb(ladder, "36")
    assert headers(app)[0].startswith(f"{LADDERS[ladder]}: {dollars(rungs[0].pay.annual)}")
    steps = [str(subheader.value) for subheader in app.subheader]
    for rung in rungs:
        assert f"{rung.step.order}. {rung.step.label}" in steps
        assert rung.step.note in words(app)
    assert ("Not on this ladder: legal operations." in words(app)) == (ladder == "paralegal")


def test_the_downloads_name_place_release_kind_and_sources() -> None:
    text = ladder_csv(climb("secretary_to_paralegal", "36"), "New York").decode("utf-8-sig")
    assert text.startswith('"# Ladder: From legal secretary to paralegal"\n"# Place: New York"\n"# Release: ')
    assert "our estimate = pay model" in text
    assert "our judgement" in text
    assert "Paralegal,68410,published,-3820," in text
    start, path = Start("legal_secretary", "36"), load_training_paths()["certificate_part_time"]
    after = pay_after(path, start)
    asked = starting_point(path, pay_before=72_230, pay_after=68_410, yearly_raise=0, discount=0.03, years=20)
    weighed = Weighed("A", path, after, {"tuition": 7_000.0}, training_return(asked))
    text = years_csv([weighed], start).decode("utf-8-sig")
    assert '"# Place: New York"' in text
    assert '"# Pay now: $72,230 (published. BLS publishes the median for New York' in text
    assert '"# A, typed: tuition $7,000"' in text
    assert '"# A, sources: ' in text
    assert "\n1,72230.0," in text
    assert text.count("\n20,72230.0,") == 1
