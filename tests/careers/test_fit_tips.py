from __future__ import annotations

import pytest
from hypothesis import given, settings

from lib.careers.fit import ANSWER_WORDS, BOTH, CLEARLY, TOO_FEW, fit
from lib.careers.fit_tips import could_change, doubts, heading, tips
from tests.careers.fits import (
    BY_ROLE,
    CASES,
    HARDLY,
    MIRRORED,
    MOSTLY,
    NO,
    PARTLY,
    QUESTIONS,
    YES,
    all_answers,
    answers,
    everywhere,
    mirrored,
    weights,
)


# Weights 2, 1 and 1 make 16 points a role, the others count nothing; legal secretary 8 of 16, paralegal so many.
@pytest.mark.parametrize(
    ("points", "words"),
    [
        ((YES, YES, NO), "point to paralegal work"),  # 12: 4/16 apart, a whole step, but 3 less would be too little
        ((YES, MOSTLY, NO), "point slightly to paralegal work"),  # 11
        ((YES, PARTLY, NO), "point slightly to paralegal work"),  # 10: 2/16 apart, half a step
        ((YES, HARDLY, NO), "fit both roles about equally well"),  # 9
        ((PARTLY, PARTLY, HARDLY), "fit both roles about equally well"),  # 7, though only the other role fits alone
    ],
)
def test_the_cuts(points: tuple[int, int, int], words: str) -> None:
    paralegal, secretary = ("case_work", "research", "long_work"), ("office_work", "coordination", "many_tasks")
    changed = dict.fromkeys(QUESTIONS, 0) | {"case_work": 2, "research": 1, "long_work": 1}
    changed |= {"office_work": 2, "coordination": 1, "many_tasks": 1}
    given = dict(zip(paralegal, points, strict=True)) | dict.fromkeys(secretary, PARTLY)
    assert heading(fit(given, changed)) == f"Your answers {words}"
    mirror = words.replace("paralegal work", "legal secretary work")
    assert heading(fit(mirrored(given), changed)) == f"Your answers {mirror}"


def test_clearly_needs_that_nothing_single_would_tip_it() -> None:
    assert heading(fit(CASES)) == "Your answers point clearly to paralegal work"
    # 26 of 52 against 0: two whole steps apart, but one step less anywhere and paralegal work no longer fits.
    assert heading(fit(everywhere(PARTLY, NO))) == "Your answers point to paralegal work"


def test_while_open_answers_could_change_it_it_is_so_far() -> None:
    half = {key: CASES[key] for keys in BY_ROLE.values() for key in keys[:3]}
    assert heading(fit(half)) == "So far your answers point to paralegal work"
    nearly = {key: value for key, value in CASES.items() if key != "office_career"}
    assert heading(fit(nearly)) == "Your answers point clearly to paralegal work"
    three = {key: MOSTLY for keys in BY_ROLE.values() for key in keys[:3]}
    assert heading(fit(three)) == "So far your answers fit both roles about equally well"
    # 8 x 1 + 5 x 4 = 28 of 52 would fit paralegal work; 8 x 0 + 5 x 4 = 20 would not.
    assert heading(fit(dict.fromkeys(three, HARDLY))) == "So far your answers fit neither role well"
    assert heading(fit(dict.fromkeys(three, NO) | {"many_tasks": NO})) == "Your answers fit neither role well"


def test_the_same_answers_everywhere_tell_nothing() -> None:
    for answer, words in ((MOSTLY, "fit both roles about equally well"), (HARDLY, "fit neither role well")):
        found = fit(everywhere(answer, answer))
        assert heading(found) == f"Your answers {words}"
        assert doubts(found)[0] == "All your answers are the same, so they cannot tell the roles apart."


def test_the_smallest_change_of_one_answer() -> None:
    # 26 of 52 is just enough for paralegal work; one step less anywhere is not.
    found = fit(everywhere(PARTLY, NO))
    assert found.verdict == "paralegal"
    assert [tip.answers for tip in tips(found)] == [{key: HARDLY} for key in ("case_work", "research", "client_facts")]
    assert tips(found)[0].sentence == (
        "“Hardly” instead of “Partly” to statement 1 (Work on cases). Your answers would then fit neither role well."
    )


def test_the_smallest_change_of_two_answers() -> None:
    # No single answer moves 22/52 below half a step, 6.5/52: the most is 4 steps of weight 3, 12/52.
    [tip] = tips(fit(CASES))
    # Five steps of weight 3 leave 22 - 15 = 7, six leave 22 - 18 = 4.
    assert sum(abs(CASES[key] - answer) for key, answer in tip.answers.items()) == 6
    assert tip.verdict == BOTH
    assert tip.sentence.startswith("No single answer would tip it, but two would: “No” instead of “Yes” to statement 1")
    assert tips(fit(everywhere(YES, NO))) == ()


def test_weights_that_decide_are_named() -> None:
    # Weights: 3 x 4 + 3 x 4 + 2 x 2 = 28 of 32 against 3 x 2 x 2 + 2 x 4 = 20 of 32; equal ones: 10 of 12 against
    # 2 + 2 + 4 = 8 of 12, 2/12 apart, still more than half a step.
    given = {"case_work": YES, "research": YES, "client_facts": PARTLY}
    given |= {"office_work": PARTLY, "coordination": PARTLY, "client_calls": YES}
    assert doubts(fit(given))[-1] == "With equal weights the result would be the same."
    # “Mostly” on the office: 23 of 32, 5/32 apart; equal weights: 9 of 12, 1/12 apart.
    given["office_work"] = MOSTLY
    assert doubts(fit(given))[-1] == "With equal weights your answers would fit both roles about equally well."
    changed = fit(given, dict.fromkeys(QUESTIONS, 1))
    assert changed.verdict == BOTH
    assert doubts(changed)[-1] == "With our weights your answers would point to paralegal work."


def test_open_statements_are_told() -> None:
    half = {key: CASES[key] for keys in BY_ROLE.values() for key in keys[:3]}
    assert doubts(fit(half))[0] == "Statements left open: 6. Answers to them could change the result."
    nearly = {key: value for key, value in CASES.items() if key != "office_career"}
    assert doubts(fit(nearly))[0] == "Statements left open: 1. Answers to them cannot change the result."
    assert doubts(fit(nearly, {"office_career": 0})) == ("With our weights the result would be the same.",)


@settings(max_examples=40)
@given(all_answers, weights)
def test_tips_really_tip_and_are_the_smallest(given: dict[str, int], changed: dict[str, int]) -> None:
    found = fit(given, changed)
    single = {
        abs(given[key] - answer)
        for key in (each.question.question for each in found.counted)
        for answer in range(len(ANSWER_WORDS))
        if found.verdict != TOO_FEW and fit(given | {key: answer}, changed).verdict != found.verdict
    }
    for tip in tips(found):
        assert fit(given | tip.answers, changed).verdict == tip.verdict != found.verdict
        steps = sum(abs(given[key] - answer) for key, answer in tip.answers.items())
        assert (steps == min(single)) if single else len(tip.answers) == 2
    assert bool(single) <= bool(tips(found))


@settings(max_examples=60)
@given(answers, all_answers, weights)
def test_what_cannot_change_the_result_does_not(
    given: dict[str, int], later: dict[str, int], changed: dict[str, int]
) -> None:
    found = fit(given, changed)
    if any("cannot change the result" in doubt for doubt in doubts(found)):
        assert fit(later | given, changed).verdict == found.verdict


@settings(max_examples=60)
@given(answers, weights)
def test_the_heading_says_no_more_than_the_answers_bear(given: dict[str, int], changed: dict[str, int]) -> None:
    found = fit(given, changed)
    words = heading(found)
    if found.verdict == TOO_FEW:
        assert words == "Too few answers yet"
        return
    assert words.startswith("So far" if could_change(found) else "Your answers")
    if "clearly" in words:
        assert abs(found.balance) >= CLEARLY
        counted = [each.question.question for each in found.counted]
        others = [given | {key: answer} for key in counted for answer in range(len(ANSWER_WORDS))]
        assert {fit(other, changed).verdict for other in others} == {found.verdict}
        assert any("cannot change" in doubt for doubt in doubts(found)) or len(counted) == sum(
            weight > 0 for weight in found.weights.values()
        )
    elif found.verdict in MIRRORED and abs(found.balance) >= CLEARLY:
        assert could_change(found) or (tips(found) and len(tips(found)[0].answers) == 1)
