from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.careers.fit import ANSWER_WORDS, BOTH, CLEARLY, LEAST_ANSWERS, NEITHER, TOO_FEW, fit, our_weights
from lib.tables.fit_questions import load_fit_questions

NO, HARDLY, PARTLY, MOSTLY, YES = range(5)
QUESTIONS = load_fit_questions()
BY_ROLE = {
    role: [key for key, each in QUESTIONS.items() if each.role == role] for role in ("paralegal", "legal_secretary")
}
MATES = {
    key: next(other for other, mate in QUESTIONS.items() if mate.pair == each.pair and other != key)
    for key, each in QUESTIONS.items()
}
MIRRORED = {"paralegal": "legal_secretary", "legal_secretary": "paralegal"}
# Weights 3, 3, 2, 2, 2, 1 make 13 a role, so 52 points at the most.
CASES = {
    "case_work": YES, "research": YES, "client_facts": MOSTLY, "law_career": MOSTLY, "long_work": MOSTLY,
    "schooling": HARDLY, "coordination": HARDLY, "office_work": PARTLY, "on_the_job": PARTLY, "client_calls": PARTLY,
    "many_tasks": HARDLY, "office_career": NO,
}  # fmt: skip

answers = st.dictionaries(st.sampled_from(list(QUESTIONS)), st.integers(NO, YES))
all_answers = st.fixed_dictionaries({key: st.integers(NO, YES) for key in QUESTIONS})
weights = st.dictionaries(st.sampled_from(list(QUESTIONS)), st.integers(0, 3))


def everywhere(paralegal: int, legal_secretary: int) -> dict[str, int]:
    return dict.fromkeys(BY_ROLE["paralegal"], paralegal) | dict.fromkeys(BY_ROLE["legal_secretary"], legal_secretary)


def mirrored(given: dict[str, int]) -> dict[str, int]:
    return {MATES[key]: value for key, value in given.items()}


def test_a_score_worked_by_hand() -> None:
    found = fit(CASES)
    # 3 x 4 + 3 x 4 + 2 x 3 + 1 x 3 + 2 x 3 + 2 x 1 = 41; 3 x 1 + 3 x 2 + 2 x 2 + 2 x 2 + 2 x 1 + 1 x 0 = 19.
    assert (found.paralegal.points, found.paralegal.possible) == (41, 52)
    assert (found.legal_secretary.points, found.legal_secretary.possible) == (19, 52)
    # (41 - 19) / 52 = 0.42, more than a whole step of 0.25.
    assert found.balance == Fraction(22, 52)
    assert found.verdict == "paralegal"
    assert found.heading == "Your answers point clearly to paralegal work"
    # 41 / 52 x 4 = 3.2 and 19 / 52 x 4 = 1.5 on the scale from 0 (No) to 4 (Yes).
    assert found.sentence == (
        "Your average answer, by weight, is between “Mostly” and “Yes” on paralegal work and between “Hardly” and "
        "“Partly” on legal secretary work."
    )


def test_what_each_answer_pulls_adds_up_to_the_balance() -> None:
    found = fit(CASES)
    pulls = {each.question.question: each.pull for each in found.counted}
    # Weight 3 of 13, two steps above "Partly"; "Hardly" to a statement on the other role is one step below.
    assert pulls["research"] == Fraction(3 * 2, 13)
    assert pulls["coordination"] == Fraction(3 * 1, 13)
    assert pulls["schooling"] == Fraction(-2 * 1, 13)
    assert pulls["office_work"] == 0
    assert sum(pulls.values()) == 4 * found.balance


def test_the_reasons_are_the_strongest_pulls_towards_the_role() -> None:
    reasons = fit(CASES).reasons
    # 6/13, 6/13, 3/13; "Mostly" on the facts of clients pulls 2/13.
    assert [each.question.question for each in reasons] == ["case_work", "research", "coordination"]
    assert reasons[2].sentence == (
        "“Hardly” to “I like to coordinate people, dates and papers so that nothing slips.” (weight 3). Legal "
        "secretaries keep the lawyers' calendars, set appointments and get papers to where they are due. Evidence: "
        "federal data."
    )
    others = fit(mirrored(CASES)).reasons
    assert {each.question.question for each in others} == {"office_work", "coordination", "research"}


def test_both_and_neither() -> None:
    # 39 and 39 of 52 are “Mostly”; 13 and 13 are “Hardly”.
    both, neither = fit(everywhere(MOSTLY, MOSTLY)), fit(everywhere(HARDLY, HARDLY))
    assert (both.verdict, neither.verdict) == (BOTH, NEITHER)
    assert both.heading == "Your answers fit both roles about equally well"
    assert neither.heading == "Your answers fit neither role well"
    assert both.sentence == (
        "Your average answer, by weight, is “Mostly” on paralegal work and “Mostly” on legal secretary work."
    )
    for found in (both, neither):
        assert found.balance == 0
        assert {each.question.role for each in found.reasons} == set(BY_ROLE)
        assert [each.weight for each in found.reasons] == [3, 3, 3]
        assert found.doubts[0] == "All your answers are the same, so they cannot tell the roles apart."


def test_the_reasons_for_both_speak_of_both_roles() -> None:
    # Two answers on paralegal work agree more strongly than the one on legal secretary work.
    given = everywhere(YES, PARTLY) | {"schooling": NO, "law_career": NO, "long_work": NO, "client_facts": NO}
    found = fit(given | {"office_career": YES})
    # 24 of 52 against 26 + 2 = 28 of 52: 4/52 apart, less than half a step of 6.5/52.
    assert found.verdict == BOTH
    assert [each.question.question for each in found.reasons] == ["case_work", "office_career", "research"]


def test_neither_says_which_role_comes_closer() -> None:
    assert fit(everywhere(HARDLY, NO)).sentence.endswith("“No” on legal secretary work. Paralegal work comes closer.")
    assert fit(everywhere(NO, HARDLY)).sentence.endswith("Legal secretary work comes closer.")
    assert "closer" not in fit(everywhere(HARDLY, HARDLY)).sentence


# Weights 2, 1 and 1 make 16 points a role; legal secretary 8 of 16, paralegal so many.
@pytest.mark.parametrize(
    ("points", "heading"),
    [
        ((YES, YES, NO), "point clearly to paralegal work"),  # 12: 4/16 apart, a whole step
        ((YES, MOSTLY, NO), "point slightly to paralegal work"),  # 11
        ((YES, PARTLY, NO), "point slightly to paralegal work"),  # 10: 2/16 apart, half a step
        ((YES, HARDLY, NO), "fit both roles about equally well"),  # 9
        ((PARTLY, PARTLY, HARDLY), "fit both roles about equally well"),  # 7, though only the other role fits alone
    ],
)
def test_the_cuts(points: tuple[int, int, int], heading: str) -> None:
    paralegal, secretary = ("case_work", "research", "long_work"), ("office_work", "coordination", "many_tasks")
    changed = {"case_work": 2, "research": 1, "long_work": 1, "office_work": 2, "coordination": 1, "many_tasks": 1}
    given = dict(zip(paralegal, points, strict=True)) | dict.fromkeys(secretary, PARTLY)
    assert fit(given, changed).heading == f"Your answers {heading}"
    mirror = heading.replace("paralegal work", "legal secretary work")
    assert fit(mirrored(given), changed).heading == f"Your answers {mirror}"


def test_just_below_partly_neither_fits() -> None:
    # 2 x 13 = 26 of 52 fit; one step on weight 1 less makes 25.
    given = everywhere(PARTLY, PARTLY) | {"law_career": HARDLY, "office_career": HARDLY}
    assert fit(given).verdict == NEITHER
    assert fit(given | {"law_career": PARTLY}).verdict == BOTH
    assert fit(everywhere(PARTLY, PARTLY)).reasons == ()


ONLY_TWO = dict.fromkeys(BY_ROLE["paralegal"][2:], 0)
ONE_SIDED = dict.fromkeys(BY_ROLE["paralegal"], YES) | {"office_work": NO, "many_tasks": NO}


@pytest.mark.parametrize(
    ("given", "changed", "sentence"),
    [
        ({}, {}, "Each role needs 3 answers. Next: statements 1, 2, 3, 4, 5 and 6."),
        ({"case_work": YES}, {"coordination": 0}, "Each role needs 3 answers. Next: statements 3, 4, 5, 6 and 7."),
        (ONE_SIDED, {}, "Each role needs 3 answers. Next: statement 2."),
        (everywhere(YES, NO), ONLY_TWO, "Give at least 3 statements on paralegal work a weight above 0."),
    ],
)
def test_too_few_answers_say_which_come_next(given: dict[str, int], changed: dict[str, int], sentence: str) -> None:
    found = fit(given, changed)
    assert found.verdict == TOO_FEW
    assert (found.heading, found.sentence) == ("Too few answers yet", sentence)
    assert (found.reasons, found.tips, found.doubts) == ((), (), ())


def test_a_changed_weight_counts_and_a_weight_of_zero_removes_a_statement() -> None:
    without = {key: value for key, value in CASES.items() if key != "research"}
    left_out, missing = fit(CASES, {"research": 0}), fit(without)
    # (41 - 12) of (52 - 12).
    assert left_out.paralegal.share == missing.paralegal.share == Fraction(29, 40)
    assert left_out.balance == missing.balance
    assert "research" not in {each.question.question for each in left_out.counted}
    # Law in depth, “Mostly”: 3 x 3 instead of 1 x 3 points, of 60 instead of 52.
    assert fit(CASES, {"law_career": 3}).paralegal.share == Fraction(47, 60)


def test_the_smallest_change_of_one_answer() -> None:
    # 26 of 52 is just enough for paralegal work; one step less anywhere is not.
    found = fit(everywhere(PARTLY, NO))
    assert found.verdict == "paralegal"
    assert [tip.answers for tip in found.tips] == [{key: HARDLY} for key in ("case_work", "research", "client_facts")]
    assert found.tips[0].sentence == (
        "“Hardly” instead of “Partly” to statement 1 (Work on cases). Your answers would then fit neither role well."
    )


def test_the_smallest_change_of_two_answers() -> None:
    # No single answer moves 22/52 below half a step, 6.5/52: the most is 4 steps of weight 3, 12/52.
    [tip] = fit(CASES).tips
    # Five steps of weight 3 leave 22 - 15 = 7, six leave 22 - 18 = 4.
    assert sum(abs(CASES[key] - answer) for key, answer in tip.answers.items()) == 6
    assert tip.verdict == BOTH
    assert tip.sentence.startswith("No single answer would tip it, but two would: “No” instead of “Yes” to statement 1")
    assert fit(everywhere(YES, NO)).tips == ()


def test_weights_that_decide_are_named() -> None:
    # Weights: 3 x 4 + 3 x 4 + 2 x 2 = 28 of 32 against 3 x 2 x 2 + 2 x 4 = 20 of 32; equal ones: 10 of 12 against
    # 2 + 2 + 4 = 8 of 12, 2/12 apart, still more than half a step.
    given = {"case_work": YES, "research": YES, "client_facts": PARTLY}
    given |= {"office_work": PARTLY, "coordination": PARTLY, "client_calls": YES}
    assert fit(given).doubts[-1] == "With equal weights the result would be the same."
    # “Mostly” on the office: 23 of 32, 5/32 apart; equal weights: 9 of 12, 1/12 apart.
    given["office_work"] = MOSTLY
    assert fit(given).doubts[-1] == "With equal weights your answers would fit both roles about equally well."
    changed = fit(given, dict.fromkeys(QUESTIONS, 1))
    assert changed.verdict == BOTH
    assert changed.doubts[-1] == "With our weights your answers would point to paralegal work."


def test_open_statements_are_told() -> None:
    half = {key: CASES[key] for keys in BY_ROLE.values() for key in keys[:3]}
    assert fit(half).doubts[0] == "Statements left open: 6. Answers to them could change the result."
    nearly = {key: value for key, value in CASES.items() if key != "office_career"}
    assert fit(nearly).doubts[0] == "Statements left open: 1. Answers to them cannot change the result."
    assert fit(nearly, {"office_career": 0}).doubts == ("With our weights the result would be the same.",)


@pytest.mark.parametrize(
    ("given", "changed", "message"),
    [
        ({"hobbies": 1}, {}, r"hobbies: no such statement\. Known: case_work, coordination, "),
        ({}, {"hobbies": 1}, "hobbies: no such statement"),
        ({"research": 5}, {}, r"Each answer must be a whole number from 0 to 4\."),
        ({"research": -1}, {}, "Each answer must be"),
        ({"research": 1.5}, {}, "Each answer must be"),
        ({}, {"research": 4}, r"Each weight must be a whole number from 0 to 3\."),
        ({}, {"research": -1}, "Each weight must be"),
    ],
)
def test_what_is_no_answer_is_refused(given: dict[str, int], changed: dict[str, int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        fit(given, changed)


def test_neither_answers_nor_weights_of_the_caller_are_changed() -> None:
    given, changed = dict(CASES), {"research": 1}
    fit(given, changed)
    assert (given, changed) == (CASES, {"research": 1})
    assert our_weights() == {key: each.weight for key, each in QUESTIONS.items()}


@given(all_answers)
def test_symmetric_answers_are_balanced(given: dict[str, int]) -> None:
    found = fit({key: given[min(key, MATES[key])] for key in QUESTIONS})
    assert (found.balance, found.verdict in (BOTH, NEITHER)) == (0, True)


@given(answers, weights)
def test_mirrored_answers_mirror_the_result(given: dict[str, int], changed: dict[str, int]) -> None:
    one, other = fit(given, changed), fit(mirrored(given), mirrored(changed))
    assert other.balance == -one.balance
    assert other.verdict == MIRRORED.get(one.verdict, one.verdict)


@given(answers, weights, st.sampled_from(list(QUESTIONS)), st.integers(NO, YES), st.integers(NO, YES))
def test_more_agreement_never_moves_the_balance_away(
    given: dict[str, int], changed: dict[str, int], key: str, one: int, other: int
) -> None:
    less, more = (fit(given | {key: answer}, changed) for answer in sorted((one, other)))
    towards = 1 if QUESTIONS[key].role == "paralegal" else -1
    assert towards * more.balance >= towards * less.balance


@given(answers, weights)
def test_the_verdict_follows_from_the_shares(given: dict[str, int], changed: dict[str, int]) -> None:
    found = fit(given, changed)
    shares = (found.paralegal.share, found.legal_secretary.share)
    assert all(0 <= share <= 1 for share in shares)
    counts = (found.paralegal.count, found.legal_secretary.count)
    assert (found.verdict == TOO_FEW) == (min(counts) < LEAST_ANSWERS)
    if min(counts):
        assert sum(each.pull for each in found.counted) == 4 * found.balance
    if found.verdict in MIRRORED:
        assert max(shares) >= Fraction(1, 2)
        assert (found.balance > 0) == (found.verdict == "paralegal")
        assert ("clearly" in found.heading) == (abs(found.balance) >= CLEARLY)
        assert all((each.pull > 0) == (found.verdict == "paralegal") for each in found.reasons)


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
    for tip in found.tips:
        assert fit(given | tip.answers, changed).verdict == tip.verdict != found.verdict
        steps = sum(abs(given[key] - answer) for key, answer in tip.answers.items())
        assert (steps == min(single)) if single else len(tip.answers) == 2
    assert bool(single) <= bool(found.tips)


@settings(max_examples=60)
@given(answers, all_answers, weights)
def test_what_cannot_change_the_result_does_not(
    given: dict[str, int], later: dict[str, int], changed: dict[str, int]
) -> None:
    found = fit(given, changed)
    if any("cannot change the result" in doubt for doubt in found.doubts):
        assert fit(later | given, changed).verdict == found.verdict
