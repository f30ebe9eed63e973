from __future__ import annotations

import pytest

from lib.careers.fit import ANSWER_WORDS, fit
from lib.charts.chart import ROLE_COLORS
from lib.charts.fit_balance import LEAST_REACH, fit_balance
from lib.tables.fit_questions import load_fit_questions
from tests.charts.reading import MARKDOWN, texts

NO, HARDLY, PARTLY, MOSTLY, YES = range(5)
# Weights that count: 3 + 2 + 1 = 6 a role.
ANSWERS = {
    "case_work": YES, "client_facts": HARDLY, "law_career": PARTLY,
    "office_work": NO, "client_calls": YES, "office_career": MOSTLY,
}  # fmt: skip
# Steps above or below "Partly" times weight, of 6: towards paralegal work 3 x 2 and 3 x 2, away from it -2 x 1,
# -2 x 2 and -1 x 1; in all 5/6.
PULLS = {
    "Work on cases": 1, "Office work": 1, "Law in depth": 0, "Managing an office": -1 / 6, "Clients: the facts": -2 / 6,
    "Clients: calls": -4 / 6,
}  # fmt: skip


def test_bars_reach_to_the_role_an_answer_pulls_to_the_strongest_first() -> None:
    [bars] = fit_balance(fit(ANSWERS)).figure.data
    assert list(bars.x) == pytest.approx(list(PULLS.values()))
    blue, vermilion = ROLE_COLORS["paralegal"], ROLE_COLORS["legal_secretary"]
    assert [color for color, pull in zip(bars.marker.color, bars.x, strict=True) if pull > 0] == [blue, blue]
    assert [color for color, pull in zip(bars.marker.color, bars.x, strict=True) if pull < 0] == [vermilion] * 3


def test_every_bar_has_a_label_on_the_free_side_with_answer_and_weight() -> None:
    chart = fit_balance(fit(ANSWERS))
    notes = chart.figure.layout.annotations[: len(PULLS)]
    assert [note.text.split("<br>")[0] for note in notes] == [f"<b>{label}</b>" for label in PULLS]
    assert [note.text.split("<br>")[1] for note in notes] == [
        "Yes, weight 3", "No, weight 3", "Partly, weight 1", "Mostly, weight 1", "Hardly, weight 2", "Yes, weight 2",
    ]  # fmt: skip
    assert [note.xanchor for note in notes] == ["right"] * 3 + ["left"] * 3
    assert [note.xshift < 0 for note in notes] == [True] * 3 + [False] * 3


def test_both_sides_are_named_in_words_and_marks() -> None:
    chart = fit_balance(fit(ANSWERS))
    paralegal, secretary = texts(chart)[-2:]
    assert "Paralegal work <span" in paralegal
    assert "●" in paralegal
    assert secretary.endswith("Legal secretary work")
    assert "◆" in secretary
    assert [note.x for note in chart.figure.layout.annotations[-2:]] == [1, 0]


def test_the_axis_is_the_same_on_both_sides_and_holds_the_longest_bar() -> None:
    left, right = fit_balance(fit(ANSWERS)).figure.layout.xaxis.range
    assert -left == right > 1
    # 3 x 2 of 13 steps is the most that one of twelve answers pulls.
    everything = dict.fromkeys(load_fit_questions(), YES)
    assert fit_balance(fit(everything)).figure.layout.xaxis.range[1] == pytest.approx(1.04 * LEAST_REACH)


def test_the_chart_grows_with_the_answers() -> None:
    few, many = fit_balance(fit(ANSWERS)), fit_balance(fit(dict.fromkeys(load_fit_questions(), YES)))
    assert many.figure.layout.height - few.figure.layout.height == 6 * 44


def test_hovering_tells_the_statement() -> None:
    [bars] = fit_balance(fit(ANSWERS)).figure.data
    assert bars.customdata[0] == "I want to work on cases: their facts, evidence and arguments.<br>Yes, weight 3"


def test_the_description_names_every_answer_with_its_pull() -> None:
    assert fit_balance(fit(ANSWERS)).alt == (
        "What each answer pulls, in steps of the answers, in all 0.8 steps towards paralegal work. "
        "Towards paralegal work: Work on cases 1.0 (Yes, weight 3), Office work 1.0 (No, weight 3); "
        "Towards legal secretary work: Clients: calls 0.7 (Yes, weight 2), Clients: the facts 0.3 (Hardly, weight 2), "
        "Managing an office 0.2 (Mostly, weight 1); pulling to neither: Law in depth."
    )


def test_the_description_of_balanced_answers() -> None:
    alt = fit_balance(fit(dict.fromkeys(load_fit_questions(), PARTLY))).alt
    assert alt.startswith(
        "What each answer pulls, in steps of the answers, in all 0 steps. Towards paralegal work: nothing; "
        "Towards legal secretary work: nothing; pulling to neither: Work on cases, "
    )
    assert "weight" not in alt


@pytest.mark.parametrize("answer", range(len(ANSWER_WORDS)))
def test_a_description_is_one_paragraph_of_plain_text(answer: int) -> None:
    alt = fit_balance(fit(dict.fromkeys(load_fit_questions(), answer))).alt
    assert alt.endswith(".")
    assert not MARKDOWN.search(alt)
    assert "\n" not in alt


def test_nothing_answered() -> None:
    chart = fit_balance(fit({}))
    assert chart.alt == "No answers yet."
    assert not chart.figure.data[0].x
