from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.careers.fit import BOTH, CLEARLY, LEAST_ANSWERS, NEITHER, TOO_FEW, fit, our_weights
from lib.careers.fit_tips import doubts, heading, tips
from tests.careers.fits import (
    BY_ROLE,
    CASES,
    HARDLY,
    MATES,
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


def test_a_score_worked_by_hand() -> None:
    found = fit(CASES)
    # 3 x 4 + 3 x 4 + 2 x 3 + 1 x 3 + 2 x 3 + 2 x 1 = 41; 3 x 1 + 3 x 2 + 2 x 2 + 2 x 2 + 2 x 1 + 1 x 0 = 19.
    assert (found.paralegal.points, found.paralegal.possible) == (41, 52)
    assert (found.legal_secretary.points, found.legal_secretary.possible) == (19, 52)
    # (41 - 19) / 52 = 0.42, more than a whole step of 0.25.
    assert found.balance == Fraction(22, 52)
    assert found.verdict == "paralegal"
    # 41 / 52 x 4 = 3.2 and 19 / 52 x 4 = 1.5 on the scale from 0 (No) to 4 (Yes).
    assert found.sentence == (
        "Your average answer, by weight, is 3.2 of 4 on paralegal work (between “Mostly” and “Yes”) and 1.5 of 4 on "
        "legal secretary work (between “Hardly” and “Partly”)."
    )


def test_averages_of_both_roles_differ_in_words_or_number() -> None:
    # 13 x 2 + 3 x 1 = 29 of 52, 2.23 of 4; 13 x 3 - 3 x 1 = 36 of 52, 2.77 of 4: both between two words.
    found = fit(everywhere(PARTLY, MOSTLY) | {"research": MOSTLY, "office_work": PARTLY})
    assert "2.2 of 4 on paralegal work (between “Partly” and “Mostly”)" in found.sentence
    assert "2.8 of 4 on legal secretary work (between “Partly” and “Mostly”)" in found.sentence
    # Of weights 2, 1 and 1: 2 x 4 + 3 + 2 = 13 of 16 is 3.25 of 4, written with halves up.
    three = {"case_work": YES, "research": MOSTLY, "long_work": PARTLY}
    halves = fit(three, dict.fromkeys(QUESTIONS, 1) | {"case_work": 2})
    assert halves.paralegal.average == "3.3 of 4 on paralegal work (between “Mostly” and “Yes”)"


def test_what_each_answer_pulls_adds_up_to_four_times_the_balance() -> None:
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
        "secretaries set appointments and send papers to where they are due. Evidence that this belongs to the role: "
        "federal data."
    )
    others = fit(mirrored(CASES)).reasons
    assert {each.question.question for each in others} == {"office_work", "coordination", "research"}


def test_both_and_neither() -> None:
    # 39 and 39 of 52 are “Mostly”; 13 and 13 are “Hardly”.
    both, neither = fit(everywhere(MOSTLY, MOSTLY)), fit(everywhere(HARDLY, HARDLY))
    assert (both.verdict, neither.verdict) == (BOTH, NEITHER)
    assert both.sentence == (
        "Your average answer, by weight, is 3.0 of 4 on paralegal work (“Mostly”) and 3.0 of 4 on legal secretary work "
        "(“Mostly”)."
    )
    for found in (both, neither):
        assert found.balance == 0
        assert {each.question.role for each in found.reasons} == set(BY_ROLE)
        assert [each.weight for each in found.reasons] == [3, 3, 3]


def test_the_reasons_for_both_speak_of_both_roles() -> None:
    # Two answers on paralegal work agree more strongly than the one on legal secretary work.
    given = everywhere(YES, PARTLY) | {"schooling": NO, "law_career": NO, "long_work": NO, "client_facts": NO}
    found = fit(given | {"office_career": YES})
    # 24 of 52 against 26 + 2 = 28 of 52: 4/52 apart, less than half a step of 6.5/52.
    assert found.verdict == BOTH
    assert [each.question.question for each in found.reasons] == ["case_work", "office_career", "research"]


def test_neither_says_which_role_comes_closer() -> None:
    assert fit(everywhere(HARDLY, NO)).sentence.endswith(" (“No”). Paralegal work comes closer.")
    assert fit(everywhere(NO, HARDLY)).sentence.endswith("Legal secretary work comes closer.")
    assert "closer" not in fit(everywhere(HARDLY, HARDLY)).sentence


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
    assert (heading(found), found.sentence) == ("Too few answers yet", sentence)
    assert (found.reasons, tips(found), doubts(found)) == ((), (), ())


def test_a_changed_weight_counts_and_a_weight_of_zero_removes_a_statement() -> None:
    without = {key: value for key, value in CASES.items() if key != "research"}
    left_out, missing = fit(CASES, {"research": 0}), fit(without)
    # (41 - 12) of (52 - 12).
    assert left_out.paralegal.share == missing.paralegal.share == Fraction(29, 40)
    assert left_out.balance == missing.balance
    assert "research" not in {each.question.question for each in left_out.counted}
    # Law in depth, “Mostly”: 3 x 3 instead of 1 x 3 points, of 60 instead of 52.
    assert fit(CASES, {"law_career": 3}).paralegal.share == Fraction(47, 60)


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
        assert ("slightly" in heading(found)) == (abs(found.balance) < CLEARLY)
        assert all((each.pull > 0) == (found.verdict == "paralegal") for each in found.reasons)
