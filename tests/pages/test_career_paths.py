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
from lib.ui.ladder_views import ladder_csv, path_sources
from lib.ui.pickers import level_labels
from lib.ui.training_form import NO_ROLE_LABEL, form_amounts, path_labels, published_words, typed_words
from lib.ui.training_views import Weighed, years_csv
from tests.pages.app import open_page, words

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

PAGE = "Career paths"
CERTIFICATE, ASSOCIATE = "Paralegal certificate beside a job", "Associate's degree, 2 years"
NEW_YORK = {"place": "New York (state)"}
NOT_COUNTED = "What was not found counts as 0, so the true cost is higher."
WORTH, COSTS, BACK = "Worth in today's dollars", "Costs in all", "Breaks even, not discounted"


def headers(app: AppTest) -> list[str]:
    return [str(header.value).replace("\\", "") for header in app.header]


def training_header(app: AppTest) -> str:
    return next(header for header in headers(app) if header.startswith("Over "))


def charts(app: AppTest) -> list[str]:
    return [chart.proto.alt for chart in app.get("plotly_chart")]


def figures(app: AppTest) -> dict[str, list[str]]:
    """Return what each path costs and brings in, A and B, by row of the table."""
    table = next(table.value for table in app.table if str(table.value.columns[0]).startswith("Over "))
    rows = [[str(cell).replace("\\", "") for cell in row] for row in table.to_numpy().tolist()]
    return {row[0]: row[1:] for row in rows}


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
    own = "Tuition $9,000, exam fee $50, months of study 30, working time given up 40.0%, pay after $52,000"
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
    found = figures(app)
    assert found["Worth in today's dollars"] == ["-$61,327"]
    assert found["Breaks even, not discounted"] == ["never in 20 years"]
    assert found["Costs in all"] == ["$7,495"]
    # A dollar a year after the training is worth a quarter of 0.970874 and 13.906601, together 14.149320; times 68,410
    # and the error, on either side of -61,327.
    change = model_error() * 68_410 * 14.149320
    ends = f"{dollars(-61_327.1 - change)} / {dollars(-61_327.1 + change)}"
    assert found[f"Worth if pay after is {model_error():.1%} lower / higher"] == [ends]
    # Beginners come first, because they earn less than the reader does.
    reasons = next(str(each.value) for each in app.markdown if "New paralegals here earn" in str(each.value))
    assert reasons.startswith("- New paralegals here earn about ")


def test_a_general_secretary_in_texas_takes_an_associate_degree() -> None:
    app = open_page(PAGE, {"place": "Texas (state)", "now": "General secretary", "path_a": ASSOCIATE})
    # Worked by hand in tests/careers/test_path_start.py.
    assert training_header(app) == f"Over 20 years “{ASSOCIATE}” gains about $128,500"
    found = figures(app)
    assert f"Worth if pay after is {model_error():.1%} lower / higher" == list(found)[1]
    del found[list(found)[1]]
    assert found == {
        "Worth in today's dollars": ["$128,468"],
        "Breaks even, not discounted": ["in year 8"],
        "Costs in all": ["$98,380"],
        "Of that, pay given up": ["$90,280"],
        "Pay now, a year": ["$45,140"],
        "Pay after, a year": ["$62,310"],
    }
    assert "The gain stands up to the usual error" in words(app)


def test_a_paralegal_in_illinois_thinks_of_law_school() -> None:
    app = open_page(PAGE, {"place": "Illinois (state)", "now": "Paralegal", "path_a": "Law school, 3 years"})
    text = words(app)
    assert training_header(app) == "Over 20 years our data gives no verdict on “Law school, 3 years”"
    assert "gains about" not in text
    assert "stands up" not in text
    found = figures(app)
    # Worked by hand in tests/careers/test_path_start.py; 103,020 - 160,800 = -57,780 a year in years 4 to 20, each
    # dollar worth 14.877475 - 2.828611 = 12.048864: 914,070.7 - 696,183.3 = 217,887.
    assert found[WORTH] == ["$914,071 (as counted)"]
    assert found["Worth at the lower quarter of pay"] == ["$217,887"]
    assert not [row for row in found if "lower / higher" in row]
    assert (found[COSTS], found[BACK]) == (["at least $271,761"], ["not known"])
    assert "It asks for a bachelor's degree first, whose price and years are not counted here." in text
    assert "was measured on paralegals and legal secretaries, not on lawyers" in text
    assert "A quarter of lawyers here earn less than $103,020 (published)." in text
    assert "exam fee not found" in text


def test_typed_tuition_changes_the_answer_and_ours_can_be_had_again() -> None:
    app = open_page(PAGE, NEW_YORK)
    box = app.number_input(key="certificate_part_time_tuition")
    assert box.value == 7_495
    ours = figures(app)[WORTH][0]
    box.set_value(1_000.0).run()
    # 6,495 less at the end of year 1: 6,495 / 1.03 = 6,305.83 better than -61,327.10.
    assert figures(app)[WORTH] == ["-$55,021"]
    assert figures(app)[COSTS] == ["$1,000"]
    app.number_input(key="certificate_part_time_tuition").set_value(7_495.0).run()
    assert figures(app)[WORTH] == [ours]


def test_typed_tuition_stays_with_the_path_it_was_typed_for() -> None:
    app = open_page(PAGE, {"path_a": CERTIFICATE, "path_b": ASSOCIATE, "associate_tuition": "1"})
    assert app.number_input(key="certificate_part_time_tuition").value == 7_495
    assert figures(app)[COSTS][1] == "$111,141"  # 2 x 55,570 + 1
    app.selectbox(key="path_b").select("").run()
    app.selectbox(key="path_a").select("associate").run()
    assert app.number_input(key="associate_tuition").value == 1
    assert figures(app)[COSTS] == ["$111,141"]


def test_two_paths_are_compared() -> None:
    app = open_page(PAGE, {"path_b": ASSOCIATE})
    text = words(app)
    assert f"“{CERTIFICATE}” is worth about" in text
    assert "Both lead to the same pay, so their difference rests on cost and time alone." in text
    assert app.segmented_control(key="curves").value == "gain"
    assert f"{CERTIFICATE} $" in charts(app)[1]
    app.selectbox(key="path_b").select("law_school").run()
    text = words(app)
    assert "Our data does not say which is better." in text
    assert "supports this order" not in text
    assert "is worth about" not in text
    app.selectbox(key="path_b").select("certificate_part_time").run()
    assert [info.value for info in app.info] == ["A and B are the same path. Choose another one for B to compare."]
    assert len(figures(app)[WORTH]) == 1


def test_the_highest_pay_of_the_box_is_counted() -> None:
    app = open_page(PAGE, {"pay_now": "1000000", "path_a": ASSOCIATE})
    assert not app.exception
    assert not app.error
    assert figures(app)["Pay after, a year"] == ["$1,000,000"]
    assert "At most $1,000,000 is counted." in words(app)


def test_a_figure_out_of_bounds_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    # The boxes refuse it already; should one let it through, the arithmetic does not.
    monkeypatch.setattr("lib.ui.training_views.pick_figures", lambda *_: {"tuition": 9e9})
    app = open_page(PAGE)
    assert not app.exception
    assert "Is the training worth it?" in headers(app)
    assert app.error[0].value.replace("\\", "").startswith("Tuition must be $0 to $500,000, not $9,000,000,000.")


def test_typed_pay_is_marked_and_carried_over() -> None:
    app = open_page(PAGE, {"pay_now": "42000"})
    text = words(app)
    assert "**Your figure.** Pay now $42,000. Without it we would take $55,570." in text
    # 42,000 x 62,890 / 55,570 = 47,532.
    assert figures(app)["Pay after, a year"] == ["$47,532"]
    assert "Pay now, $42,000, times 1.132, the ratio of the published medians ($62,890 and $55,570)." in text


def test_what_was_not_found_is_said() -> None:
    app = open_page(PAGE, {"path_a": "Legal secretary certificate"})
    assert app.number_input(key="secretary_certificate_tuition").placeholder == "not found, counted as 0"
    text = words(app)
    assert "**Price not found.** Leads to legal secretaries: tuition not found" in text
    assert NOT_COUNTED in text
    assert training_header(app) == "Over 20 years our data gives no verdict on “Legal secretary certificate”"
    assert "Its price was not found in full (missing: tuition), so the worth is before it." in text
    assert "costs nothing" not in text
    assert "A: before the price that was not found." in text
    assert (figures(app)[COSTS], figures(app)[BACK]) == (["at least $0"], ["not known"])
    app.number_input(key="secretary_certificate_tuition").set_value(1_000.0).run()
    text = words(app)
    assert NOT_COUNTED not in text
    assert "no verdict" not in training_header(app)
    assert (figures(app)[COSTS], figures(app)[BACK]) == (["$1,000"], ["never in 20 years"])
    assert "**Your figure.** Tuition $1,000." in text


def test_the_credential_of_another_role_is_no_way_into_it() -> None:
    app = open_page(PAGE, {"path_a": "Certified Paralegal (NALA)", "cp_tuition": "300", "cp_months": "6"})
    text = words(app)
    assert training_header(app) == "Over 20 years our data gives no verdict on “Certified Paralegal (NALA)”"
    assert "**A:** This credential is no way into paralegal work; it asks for a paralegal program, or any" in text
    assert "gains about" not in text
    assert "stands up" not in text
    # 300 + 275 at the end of year 1: 575 / 1.03.
    assert figures(app)[WORTH] == ["-$558 (as counted)"]
    assert figures(app)["Pay after, a year"] == ["$55,570"]


def test_two_paths_without_a_verdict_share_a_heading() -> None:
    app = open_page(PAGE, {"path_a": "Certified Paralegal (NALA)", "path_b": "Law school, 3 years"})
    assert training_header(app) == "Over 20 years our data gives no verdict on either"
    assert figures(app)["Worth at the lower quarter of pay"][0] == "–"


@pytest.mark.parametrize("experience", ["0-1", "senior"])
def test_a_stated_experience_does_not_change_law_school(experience: str) -> None:
    plain = figures(open_page(PAGE, {"now": "Paralegal", "path_a": "Law school, 3 years"}))
    label = level_labels("paralegal", "experience")[experience]
    app = open_page(PAGE, {"now": "Paralegal", "path_a": "Law school, 3 years", "after_experience": label})
    assert figures(app) == plain
    assert plain["Pay after, a year"] == ["$159,670"]
    assert "The experience you stated does not count here" in words(app)
    app.selectbox(key="path_b").select("certificate_part_time").run()
    assert not app.exception
    assert figures(app)["Pay now, a year"] == ["$62,890", "$62,890"]


def test_a_student_starts_without_pay() -> None:
    app = open_page(PAGE, {"now": NO_ROLE_LABEL, "path_a": ASSOCIATE})
    assert not app.exception
    text = words(app)
    assert "**Your figure.** Pay without the training counts as $0 until you type it." in text
    assert "The move from" not in text
    assert training_header(app) == f"Over 20 years our data gives no verdict on “{ASSOCIATE}”"
    assert "Your pay without the training is not typed: it counts as $0, so the worth is too high." in text
    assert (figures(app)["Pay now, a year"], figures(app)["Pay after, a year"]) == (["$0"], ["$62,890"])
    app.number_input(key="pay_now").set_value(30_000.0).run()
    assert (figures(app)["Pay now, a year"], figures(app)["Pay after, a year"]) == (["$30,000"], ["$62,890"])
    text = words(app)
    assert "no verdict" not in training_header(app)
    assert "**Your figure.** Pay now $30,000. Without it we would take $0." in text
    app.selectbox(key="after_experience").select("0-1").run()
    assert not app.exception
    assert figures(app)["Pay after, a year"] != ["$62,890"]


def test_the_ladder_follows_the_role_until_another_is_chosen() -> None:
    app = open_page(PAGE, {"now": "Paralegal"})
    assert headers(app)[0].startswith("From paralegal to lawyer: ")
    app.selectbox(key="now").select("legal_secretary").run()
    assert headers(app)[0].startswith("From legal secretary into management: ")
    app.selectbox(key="now").select("paralegal").run()
    assert headers(app)[0].startswith("From paralegal to lawyer: ")
    app.get("button_group")[0].set_value("secretary_to_paralegal").run()
    app.selectbox(key="now").select("secretary").run()
    assert headers(app)[0].startswith("From legal secretary to paralegal: ")
    app = open_page(PAGE, {"now": "Paralegal", "ladder": LADDERS["secretary_to_paralegal"]})
    assert headers(app)[0].startswith("From legal secretary to paralegal: ")
    assert any(header.startswith("From legal secretary to paralegal: no general rating") for header in headers(app))


def test_ranges_read_as_sentences() -> None:
    paths = load_training_paths()
    assert "length 6.5 months (from 1 month to 12 months)" in published_words(paths["on_the_job"])
    assert "tuition $0, exam" in published_words(paths["on_the_job"])
    assert "length 9 months (up to 12 months)" in published_words(paths["certificate_part_time"])
    assert "tuition $47,800 (up to $180,000)" in published_words(paths["bachelor"])
    assert "tuition $7,495 (from $3,000 to $15,000)" in published_words(paths["certificate_part_time"])
    assert typed_words({}) == ""
    csv = years_csv([_weighed("cp", Start("legal_secretary"))]).decode("utf-8-sig")
    assert '"# A, worth: No verdict. This credential is no way into paralegal work; ' in csv


def _weighed(path: str, start: Start) -> Weighed:
    way = load_training_paths()[path]
    after = pay_after(way, start)
    asked = starting_point(way, pay_before=start.pay, pay_after=after.annual, yearly_raise=0, discount=0.03, years=20)
    return Weighed("A", way, start, after, {}, training_return(asked))


def test_the_sources_of_the_pay_model_are_named() -> None:
    assert {"nala-surveys", "robert-half", "dol-wage-levels", "pay-cases"} <= set(path_sources())


@pytest.mark.parametrize("path", path_labels())
def test_every_path_opens_for_every_role(path: str) -> None:
    app = open_page(PAGE, {"path_a": path_labels()[path]})
    for role in ("legal_secretary", "paralegal", "lawyer", "secretary", ""):
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
    weighed = Weighed("A", path, start, after, {"tuition": 7_000.0}, training_return(asked))
    text = years_csv([weighed]).decode("utf-8-sig")
    assert '"# Place: New York"' in text
    assert '"# Pay now: $72,230 (published. BLS publishes the median for New York' in text
    assert '"# A, typed: Tuition $7,000"' in text
    assert '"# A, sources: ' in text
    assert "\n1,72230.0," in text
    assert text.count("\n20,72230.0,") == 1
