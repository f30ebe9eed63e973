from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.careers.training import Training, TrainingReturn, training_return
from lib.careers.training_report import (
    evidence_sentence,
    finding,
    is_supported,
    model_error,
    needed_sentence,
    rank_sentence,
    year_table,
)
from lib.tables import load_accuracy

# 28,500 of cost in year 1, then $10,000 a year more for four years: 47,125 a year are needed (tests/careers/
# test_training.py works that out), and 11,500 are gained.
PLAIN = Training("Certificate", 8_000, 500, 12, 0.5, 40_000, 50_000, 0, 0, 5)


def said(**changes: float) -> str:
    return evidence_sentence(training_return(replace(PLAIN, **changes)), 0.1)


def test_the_error_is_that_of_all_pay_points() -> None:
    rows = load_accuracy()
    assert model_error() == rows[rows["group"] == "all cases"]["ours"].item()
    assert 0.05 < model_error() < 0.3


@pytest.mark.parametrize(
    ("pay_after", "supported"),
    [
        # 10 % of 52,300 is 5,230, and 52,300 - 47,125 = 5,175: too near. 10 % of 52,400 is 5,240 < 5,275.
        (52_300, False),
        (52_400, True),
        # 10 % of 42,900 is 4,290 and 47,125 - 42,900 = 4,225: too near. 10 % of 42,800 is 4,280 < 4,325.
        (42_900, False),
        (42_800, True),
    ],
)
def test_a_result_is_supported_if_the_usual_error_does_not_turn_it(pay_after: float, supported: bool) -> None:
    result = training_return(replace(PLAIN, pay_after=pay_after))
    assert is_supported(result, 0.1) is supported
    assert is_supported(result, 0)


@given(st.floats(1, 200_000), st.floats(0, 0.5))
def test_supported_means_the_same_sign_at_either_end(pay_after: float, error: float) -> None:
    result = training_return(replace(PLAIN, pay_after=pay_after))
    ends = [training_return(replace(PLAIN, pay_after=pay_after * (1 + side))).present_value for side in (-error, error)]
    if is_supported(result, error):
        assert ends[0] * ends[1] >= -1e-3
    else:
        assert ends[0] < 0 < ends[1]


def test_an_unsupported_result_says_so() -> None:
    # 50,000 - 47,125 = 2,875, and 10 % of 50,000 is 5,000; the change of pay, 10,000, is larger.
    assert said() == (
        "Our data supports neither a gain nor a loss: pay after is $2,875 above what is needed, and for one person the "
        "pay model is usually off by 10.0% ($5,000 here)."
    )
    # 44,000: 3,125 short, error 4,400, and pay changes by 4,000 only.
    assert said(pay_after=44_000) == (
        "Our data supports neither a gain nor a loss: pay after is $3,125 below what is needed, and for one person the "
        "pay model is usually off by 10.0% ($4,400 here). The change of pay itself, $4,000 a year more, is smaller "
        "than that error."
    )
    assert "pay after is just what is needed, and" in said(tuition=0, exam_fee=0, time_given_up=0, pay_after=40_000)


def test_a_supported_result_says_how_far() -> None:
    # 60,000 less 10 % is 54,000; 40,500 more 10 % is 44,550.
    assert said(pay_after=60_000) == (
        "The gain stands up to the usual error: for one person the pay model is usually off by 10.0%, and with pay "
        "after lower by as much, $54,000, it would still be above what is needed."
    )
    assert said(pay_after=40_500) == (
        "The loss stands up to the usual error: for one person the pay model is usually off by 10.0%, and with pay "
        "after higher by as much, $44,550, it would still be below what is needed. The change of pay itself, $500 a "
        "year more, is smaller than that error."
    )
    assert said(pay_after=39_500).endswith("$500 a year less, is smaller than that error.")


def test_of_typed_pay_and_of_study_to_the_end_no_error_is_told() -> None:
    assert evidence_sentence(training_return(PLAIN), 0) == ""
    assert said(months=60) == ""
    assert is_supported(training_return(replace(PLAIN, months=60)), 0.1)


def test_the_pay_that_is_needed() -> None:
    assert needed_sentence(training_return(PLAIN)) == (
        "It breaks even over 5 years if pay after is at least $47,125 a year, $7,125 more than now; $50,000 is "
        "expected."
    )
    free = replace(PLAIN, tuition=0, exam_fee=0, time_given_up=0)
    assert "at least $40,000 a year, as much as now; $50,000" in needed_sentence(training_return(free))
    assert needed_sentence(training_return(replace(PLAIN, months=60))) == (
        "It takes all 5 years: no pay after it is counted."
    )


def test_the_heading_claims_no_more_than_the_data_supports() -> None:
    plain, better = training_return(PLAIN), training_return(replace(PLAIN, name="Degree", pay_after=60_000))
    assert finding([plain], [0]) == "Over 5 years “Certificate” gains about $11,500"
    assert finding([plain], [0.1]) == "Over 5 years our data supports neither a gain nor a loss from “Certificate”"
    # 4 x 20,000 - 28,500 = 51,500.
    assert finding([plain, better], [0.1, 0.1]) == (
        "Over 5 years our data supports neither a gain nor a loss from “Certificate”; “Degree” gains about $51,500"
    )
    assert (
        finding([plain, better], [0, 0])
        == "Over 5 years “Certificate” gains about $11,500; “Degree” gains about $51,500"
    )
    assert finding([plain, replace_named("Other")], [0.1, 0.1]) == (
        "Over 5 years our data supports neither a gain nor a loss from either"
    )
    # 4 x -5,000 - 28,500 = -48,500.
    assert finding([training_return(replace(PLAIN, pay_after=35_000))], [0.1]).endswith(
        "“Certificate” loses about $48,500"
    )
    # 4 x 7,125 - 28,500 = 0.
    assert finding([training_return(replace(PLAIN, pay_after=47_125))], [0]).endswith(
        "“Certificate” neither gains nor loses"
    )


def replace_named(name: str) -> TrainingReturn:
    return training_return(replace(PLAIN, name=name))


def test_without_a_verdict_nothing_is_claimed() -> None:
    plain, better = training_return(PLAIN), training_return(replace(PLAIN, name="Degree", pay_after=60_000))
    assert finding([better], [None]) == "Over 5 years our data gives no verdict on “Degree”"
    assert finding([plain, better], [None, None]) == "Over 5 years our data gives no verdict on either"
    assert finding([plain, better], [None, 0.1]) == (
        "Over 5 years our data gives no verdict on “Certificate”; “Degree” gains about $51,500"
    )
    for errors in ([None, None], [None, 0.1], [0, None]):
        assert rank_sentence([plain, better], errors) == "Our data does not say which is better."
        assert rank_sentence([plain, plain], errors) == "Our data does not say which is better."


def test_two_trainings_are_ranked_only_if_the_error_allows_it() -> None:
    plain = training_return(PLAIN)
    same = training_return(replace(PLAIN, tuition=1_000))
    assert rank_sentence([plain, same], [0.1, 0.1]) == (
        "Both lead to the same pay, so their difference rests on cost and time alone."
    )
    # 10 % of 55,000 for four years: 22,000; 4 x 5,000 = 20,000 apart.
    near = training_return(replace(PLAIN, pay_after=55_000))
    assert rank_sentence([plain, near], [0.1, 0.1]) == (
        "The difference is less than the usual error of pay after can make ($22,000 over these years): our data does "
        "not say which is better."
    )
    # 10 % of 60,000 for four years: 24,000; 4 x 10,000 = 40,000 apart.
    far = training_return(replace(PLAIN, pay_after=60_000))
    assert rank_sentence([plain, far], [0.1, 0.1]).endswith("($24,000 over these years): our data supports this order.")
    assert rank_sentence([plain, far], [0, 0]) == ""


def test_the_years_as_a_table() -> None:
    table = year_table([training_return(PLAIN), training_return(replace(PLAIN, name="Other", tuition=9_000))])
    assert table["Year"].tolist() == [1, 2, 3, 4, 5]
    assert table["Pay without training"].tolist() == [40_000] * 5
    assert table["Certificate: net so far"].tolist() == [-28_500, -18_500, -8_500, 1_500, 11_500]
    assert table["Other: tuition"].tolist() == [9_000, 0, 0, 0, 0]
    # 20,000 - 8,500 = 11,500, then 50,000 a year.
    assert table["Certificate: earned so far, costs taken off"].tolist() == [11_500, 61_500, 111_500, 161_500, 211_500]
    assert len(table.columns) == 2 + 2 * 7
