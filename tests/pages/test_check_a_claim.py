from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.pay.claims import LONGEST, MOST_AMOUNTS, check_claim
from lib.pay.claims_beside import beside_strips, beside_table, newest_words
from lib.pay.claims_headings import claim_heading, verdict_label, within_limit
from lib.tables.claims import OUTLOOK, load_claims
from lib.tables.wage_schema import STATE_WORDS
from tests.pages.app import open_page, words

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

PAGE = "Check a claim"
NONE_FOUND = "No amount of pay was found in this text."


def claim(text: str) -> AppTest:
    app = open_page(PAGE, {"claim": text})
    assert not app.exception
    return app


def headings(app: AppTest) -> list[str]:
    return [str(header.value).replace("\\", "") for header in app.header][:-1]  # the last one heads the examples


def alts(app: AppTest) -> list[str]:
    return [chart.proto.alt for chart in app.get("plotly_chart")]


# BLS OEWS, May 2024, United States: paralegals median 61,010, mean 66,510. May 2025: median 62,890, mean 69,700.
def test_the_default_claim_is_answered() -> None:
    app = open_page(PAGE)
    text = words(app)
    assert app.text_area(key="claim").value == "The median paralegal earned $66,510 in May 2024."
    assert headings(app) == ["$66,510 is the mean (average) of May 2024, not the median"]
    assert "Wrong name" in text
    assert "not the median, which is $61,010. In the newest figures, May 2025, the median is $62,890" in text
    assert "1 other published figure" in text
    assert "The figures are from: Clio" in text
    assert "**Published.** Dollars a year. BLS OEWS: Paralegals, United States, May 2024, all industries." in text
    assert "your figure $66,510." in alts(app)[0]
    beside = app.table[0].value
    assert beside["In the text"].tolist() == ["name", "amount", "", "", "", ""]
    assert [cell.replace("\\", "") for cell in beside.iloc[:2, 1]] == ["$61,010", "$66,510"]
    assert "claim" not in app.query_params


@pytest.mark.parametrize("key", load_claims())
def test_an_example_fills_the_box_and_can_be_chosen_again(key: str) -> None:
    app = open_page(PAGE)
    example = load_claims()[key]
    for _ in range(2):
        app.selectbox(key="claim_example").select(key).run()
        assert not app.exception
        assert app.text_area(key="claim").value == example.sentence
        assert app.selectbox(key="claim_example").value is None
        app.text_area(key="claim").set_value("Something else").run()
    app.selectbox(key="claim_example").select(key).run()
    assert f"The figures are from: {example.made_by}." in words(app)
    shown = headings(app)
    assert shown == [claim_heading(each) for each in check_claim(example.sentence)] or (
        example.kind == OUTLOOK and shown == ["No amount of pay to check"]
    )


def test_a_claim_on_the_outlook_gets_what_is_projected() -> None:
    # BLS Employment Projections, 2024 to 2034: paralegals +0.2 %, legal secretaries -5.8 %.
    text = words(claim(load_claims()["zippia-growth"].sentence))
    assert NONE_FOUND in text
    assert "paralegals +0.2% jobs and 39,300 openings a year; legal secretaries -5.8% jobs" in text


def test_every_example_stands_in_the_overview_with_its_answer() -> None:
    overview = open_page(PAGE).table[-1].value
    cells = [[cell.replace("\\", "") for cell in row] for row in overview.to_numpy().tolist()]
    assert len(cells) == len(load_claims())
    for (shown, answer), example in zip(cells, load_claims().values(), strict=True):
        assert shown == f"{example.sentence} ({example.made_by})"
        assert answer.startswith("Not checked: ") is (example.kind == OUTLOOK)
        for each in check_claim(example.sentence):
            assert f"{verdict_label(each)}: {claim_heading(each)}." in answer


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> <b>$66,510</b> is the median paralegal's pay in 2024",
        "from $40k to $90k (US$) and $5-$6 for $x^2$ $$y$$",
        "[$66,510](javascript:alert(1)) *median* _paralegal_ `code` ~x~ :material/home: # heading",
        "\\$66,510 \\ \n\n| $66,510 | median |\n\t> quote",
        "$" * 500,
        "\x00\u202e $66,510 ١٢٣٤٥ 😀",
    ],
)
def test_hostile_text_stays_text(text: str) -> None:
    app = claim(text)
    assert app.text_area(key="claim").value == text
    for element in [*app.header, *app.markdown, *app.caption, *app.warning, *app.info]:
        shown = str(element.value)
        assert shown.count("$") == shown.count("\\$"), shown
        assert "<script" not in shown.replace("\\<", "")


def test_of_a_long_text_the_start_is_checked_and_all_is_kept() -> None:
    text = "The median paralegal earned $66,510 in May 2024. " + "So they say. " * 400
    app = claim(text)
    assert app.text_area(key="claim").value == text
    assert f"The text has {len(text):,} characters; only the first 2,000 are checked." in app.warning[0].value
    assert headings(app) == ["$66,510 is the mean (average) of May 2024, not the median"]


@pytest.mark.parametrize("text", ["x" * 5_000, "9" * 5_000, " " * 5_000, "$66,510 " * 625, "<b>" * 1_700])
def test_a_link_of_thousands_of_characters_opens(text: str) -> None:
    assert claim(text).text_area(key="claim").value == text


def test_a_cut_never_makes_another_amount() -> None:
    text = "x" * (LONGEST - 4) + " $66,510"
    part, notice = within_limit(text)
    assert "$" not in part
    assert notice
    assert within_limit("$66,510") == ("$66,510", "")
    assert within_limit("5" * 3_000)[0] == ""
    assert not within_limit(" " * 3_000)[0].strip()


@pytest.mark.parametrize("text", ["Hello", "$", "Paralegals like their work 100 %", "1", "😀"])
def test_without_an_amount_the_page_says_what_it_looks_for_and_what_it_searched(text: str) -> None:
    app = claim(text)
    assert headings(app) == ["No amount of pay to check"]
    assert NONE_FOUND in words(app)
    assert "Searched: BLS OEWS, May 2015 to May 2025: " in words(app)


def test_an_empty_box_asks_for_a_sentence() -> None:
    app = claim("")
    assert headings(app) == []
    assert "The box is empty" in app.info[0].value


def test_an_amount_that_fits_nothing_is_set_beside_the_published_figures() -> None:
    # BLS OEWS, May 2025, United States: paralegals median 62,890.
    app = claim("Paralegals earn $49,943 a year.")
    assert headings(app) == ["$49,943 fits no published figure"]
    assert "Not found" in words(app)
    assert "Paralegals, United States, May 2025: median $62,890" in alts(app)[0]
    assert "your figure $49,943" in alts(app)[0]


def test_without_a_role_both_roles_are_set_beside_an_amount_that_fits_nothing() -> None:
    app = claim("I earn $91,234 a year.")
    assert "Paralegals, United States, May 2025" in alts(app)[0]
    assert "Legal secretaries, United States, May 2025" in alts(app)[0]


def test_a_year_our_data_does_not_hold_is_said_and_not_called_withheld() -> None:
    app = claim("In 2012 the median paralegal earned $46,991")
    text = words(app)
    assert "the data here hold no figures for 2012." in text
    assert not any(state in text for state in STATE_WORDS.values())
    assert alts(app) == []


def test_several_amounts_each_get_a_verdict() -> None:
    # May 2024, p10 and p90 of paralegals.
    app = claim(load_claims()["clio-paralegal-range"].sentence)
    assert headings(app) == [
        "$39,710 is the 10th percentile of May 2024, as the text says",
        "$98,990 is the 90th percentile of May 2024, as the text says",
    ]
    assert len(alts(app)) == 2


def test_of_many_amounts_the_figures_of_later_ones_open_on_demand() -> None:
    app = claim("$61,010; " * (MOST_AMOUNTS + 1))
    assert len(headings(app)) == MOST_AMOUNTS
    assert "Only the first 20 amounts were checked." in app.warning[0].value
    assert len(alts(app)) == 3


def test_hourly_amounts_are_set_beside_hourly_figures() -> None:
    # BLS OEWS, May 2024, United States, an hour: paralegals mean 31.98, median 29.33.
    app = claim("The median paralegal earns $31.98 an hour in 2024")
    assert headings(app) == ["$31.98 is the mean (average) of May 2024, not the median"]
    assert [cell.replace("\\", "") for cell in app.table[0].value.iloc[:2, 1]] == ["$29.33", "$31.98"]
    assert "Dollars an hour." in words(app)
    assert alts(app) == []
    assert "the median is $30.24 and the mean is $33.51" in words(app)


def test_an_amount_a_month_is_not_checked_and_says_so() -> None:
    app = claim("Paralegals make $5,084 a month")
    assert headings(app) == ["$5,084 a month is not checked"]
    assert "Not checked" in words(app)


@pytest.mark.parametrize(
    ("text", "label", "heading"),
    [
        (
            "The median paralegal in Texas earned $61,010 in May 2024",
            "Other place",
            "$61,010 is the median of May 2024, but in the United States",
        ),
        (
            "The median for lawyers is $61,010",
            "Other role",
            "$61,010 is the median of May 2024, but of paralegals",
        ),
        (
            "The median paralegal earned $61,010 in May 2023",
            "Other year",
            "$61,010 is the median of May 2024, not of the year in the text",
        ),
        (
            "A paralegal earns $61,010 a year.",
            "Published, not named",
            "$61,010 is the median of May 2024; the text does not say which figure it means",
        ),
        (
            "average pay of paralegals: $66.5k in 2024",
            "Right",
            "$66,500 is, rounded, the mean (average) of May 2024, as the text says",
        ),
        (
            "median pay of paralegals: $61,500 in 2024",
            "Near",
            "$61,500 is near the median of May 2024, but equals no figure that fits",
        ),
    ],
)
def test_every_verdict_has_its_label_and_heading(text: str, label: str, heading: str) -> None:
    app = claim(text)
    assert headings(app) == [heading]
    assert label in words(app)


def test_what_was_found_stands_beside_what_the_text_is_about() -> None:
    # BLS OEWS, Texas, paralegals: May 2024 median 59,700, May 2025 median 62,310.
    (checked,) = check_claim("The median paralegal in Texas earned $61,010 in May 2024")
    assert list(beside_table(checked).columns) == [
        "Figure",
        "Paralegals, United States, May 2024",
        "Paralegals, Texas, May 2024",
        "In the text",
    ]
    assert len(beside_strips(checked)) == 2
    assert "of paralegals in Texas, May 2025, the median is $62,310" in newest_words(checked)


def test_a_cell_without_a_number_says_why() -> None:
    # BLS OEWS, May 2024, New York: lawyers' 90th percentile is not a number.
    (checked,) = check_claim("The median for lawyers in New York State was $177,210 in 2024")
    cells = beside_table(checked).iloc[:, 1].tolist()
    assert cells[0] == "$177,210"
    assert cells[-1] in STATE_WORDS.values()
    assert not len(beside_strips(checked))


def test_a_cell_our_copy_does_not_carry_is_not_called_withheld() -> None:
    # The copy of the areas' rows holds no means.
    (checked,) = check_claim("Paralegals in San Jose, CA earn $7.77 an hour")
    cells = beside_table(checked).iloc[:, 1].tolist()
    assert cells[1] == "not in our copy"
    assert "not in our copy" not in (cells[0], *cells[2:])


def test_an_hourly_figure_is_the_yearly_one_over_2080_where_our_copy_has_no_other() -> None:
    # BLS OEWS, May 2025, San Jose: paralegals' median 99,250 a year; 99,250 / 2,080 = 47.716.
    (checked,) = check_claim("The median hourly wage of paralegals in San Jose, CA is $47.72.")
    assert checked.verdict == "right"
    assert "(the annual figure over 2,080 hours)" in checked.sentence
