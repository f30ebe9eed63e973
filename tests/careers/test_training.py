from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lib.careers.training import Training, compare, training_return

# One year of study at half time, then $10,000 a year more; nothing rises, nothing is discounted.
PLAIN = Training(
    "Certificate",
    tuition=8_000,
    exam_fee=500,
    months=12,
    time_given_up=0.5,
    pay_before=40_000,
    pay_after=50_000,
    yearly_raise=0,
    discount=0,
    years=5,
)

TRAININGS = st.builds(
    Training,
    name=st.just("Any"),
    tuition=st.floats(0, 200_000),
    exam_fee=st.floats(0, 1_000),
    months=st.floats(0, 60),
    time_given_up=st.floats(0, 1),
    pay_before=st.floats(0, 200_000),
    pay_after=st.floats(0, 200_000),
    yearly_raise=st.floats(0, 0.1),
    discount=st.floats(0, 0.15),
    years=st.integers(5, 29),
)


def test_flows_by_hand() -> None:
    found = training_return(PLAIN)
    first, second = found.flows[:2]
    # Year 1: 8,000 tuition + 500 exam + 0.5 x 40,000 pay = 28,500 of cost; the year is all study.
    assert (first.tuition, first.exam_fee, first.forgone_pay, first.extra_pay) == (8_000, 500, 20_000, 0)
    assert (first.cost, first.net) == (28_500, -28_500)
    # Year 2 to 5: 50,000 - 40,000.
    assert (second.cost, second.net) == (0, 10_000)
    # -28,500, -18,500, -8,500, +1,500, +11,500.
    assert found.cumulative_net == (-28_500, -18_500, -8_500, 1_500, 11_500)
    assert found.cumulative_without == (40_000, 80_000, 120_000, 160_000, 200_000)
    # Year 1: 20,000 - 8,500 = 11,500; then 50,000 a year.
    assert found.cumulative_with == (11_500, 61_500, 111_500, 161_500, 211_500)
    assert found.cost == 28_500
    assert found.break_even_year == 4


def test_present_value_by_hand() -> None:
    # At 10 %: -28,500 / 1.1 = -25,909.09; 10,000 / 1.1^2 = 8,264.46, / 1.1^3 = 7,513.15, / 1.1^4 = 6,830.13,
    # / 1.1^5 = 6,209.21. Sum: -25,909.09 + 28,816.95 = 2,907.86.
    found = training_return(replace(PLAIN, discount=0.1))
    assert found.present_value == pytest.approx(2_907.86, abs=0.01)
    assert found.break_even_year == 4  # not discounted


def test_raises_by_hand() -> None:
    # 18 months: year 1 all study, year 2 half. Raises of 10 %: pay before 40,000, 44,000, 48,400.
    found = training_return(replace(PLAIN, months=18, tuition=9_000, yearly_raise=0.1))
    first, second, third = found.flows[:3]
    # Tuition 9,000 x 12/18 and x 6/18; the exam comes in year 2.
    assert (first.tuition, second.tuition, third.tuition) == pytest.approx((6_000, 3_000, 0))
    assert (first.exam_fee, second.exam_fee, third.exam_fee) == (0, 500, 0)
    # Half of 40,000; half of half of 44,000.
    assert (first.forgone_pay, second.forgone_pay, third.forgone_pay) == pytest.approx((20_000, 11_000, 0))
    # 10,000 x 1.1 x half a year; 10,000 x 1.21.
    assert (first.extra_pay, second.extra_pay, third.extra_pay) == pytest.approx((0, 5_500, 12_100))
    assert (first.pay_without, second.pay_without, third.pay_without) == pytest.approx((40_000, 44_000, 48_400))


@pytest.mark.parametrize(("months", "last"), [(0, 1), (2.8, 1), (12, 1), (12.5, 2), (24, 2), (36, 3), (60, 5)])
def test_the_exam_comes_in_the_year_in_which_the_study_ends(months: float, last: int) -> None:
    fees = [flow.exam_fee for flow in training_return(replace(PLAIN, months=months)).flows]
    assert fees == [500 if year == last else 0 for year in range(1, 6)]


def test_without_study_all_is_paid_in_year_1_and_pay_changes_at_once() -> None:
    found = training_return(replace(PLAIN, months=0))
    # Year 1: 10,000 - 8,000 - 500 = 1,500.
    assert found.cumulative_net == (1_500, 11_500, 21_500, 31_500, 41_500)
    assert found.break_even_year == 1


@pytest.mark.parametrize(
    ("changes", "year"),
    [
        # Year 1 costs 2,000 + 500 + 20,000 = 22,500: back after 2.25 years, in year 4.
        ({"tuition": 2_000}, 4),
        # 9,500 + 500 + 20,000 = 30,000: exactly back at the end of year 4.
        ({"tuition": 9_500}, 4),
        # 9,600 + 500 + 20,000 = 30,100: 100 short at the end of year 4.
        ({"tuition": 9_600}, 5),
        # 20,000 + 500 + 20,000 = 40,500: 500 short at the end of year 5.
        ({"tuition": 20_000}, None),
        ({"tuition": 20_000, "years": 6}, 6),
        ({"pay_after": 40_000}, None),
        ({"tuition": 0, "exam_fee": 0, "time_given_up": 0}, 1),
    ],
)
def test_break_even_by_hand(changes: dict[str, Any], year: int | None) -> None:
    assert training_return(replace(PLAIN, **changes)).break_even_year == year


@pytest.mark.parametrize(
    ("changes", "dollar", "needed"),
    [
        # Four years of work, 28,500 of cost: 28,500 / 4 = 7,125 more than 40,000.
        ({}, 4, 47_125),
        # At 10 %: 0.826446 + 0.751315 + 0.683013 + 0.620921 = 2.881696; cost 25,909.09 / 2.881696 = 8,990.92 more.
        ({"discount": 0.1}, 2.881696, 48_990.92),
        # Raises of 10 %, 18 months: 1.1 / 2 + 1.21 + 1.331 + 1.4641 = 4.5551. Cost 8,000 + 500 + half of 40,000 + a
        # quarter of 44,000 = 39,500, and before it 40,000 a year: 39,500 / 4.5551 = 8,671.60 more.
        ({"yearly_raise": 0.1, "months": 18}, 4.5551, 48_671.60),
        # Nothing is paid or given up: as much as before is enough.
        ({"tuition": 0, "exam_fee": 0, "time_given_up": 0}, 4, 40_000),
        # Five years of study in five years: there is no pay after.
        ({"months": 60}, 0, None),
    ],
)
def test_pay_to_break_even_by_hand(changes: dict[str, Any], dollar: float, needed: float | None) -> None:
    found = training_return(replace(PLAIN, **changes))
    assert found.value_of_a_dollar == pytest.approx(dollar, abs=1e-6)
    assert found.pay_to_break_even == (None if needed is None else pytest.approx(needed, abs=0.01))


@given(TRAININGS)
def test_at_the_pay_to_break_even_the_present_value_is_0(training: Training) -> None:
    found = training_return(training)
    needed = found.pay_to_break_even
    if needed is None:
        assert (training.months, training.years) == (60, 5)
    else:
        assert needed >= training.pay_before - 1e-2
        assume(needed <= 1_000_000)
        assert training_return(replace(training, pay_after=needed)).present_value == pytest.approx(0, abs=1)


@given(TRAININGS, st.floats(0, 200_000))
def test_the_worth_at_another_pay_after_is_that_of_such_a_training(training: Training, after: float) -> None:
    other = training_return(replace(training, pay_after=after))
    assert training_return(training).worth_at(after) == pytest.approx(other.present_value, abs=0.01)


@given(TRAININGS)
def test_without_discounting_the_present_value_is_the_plain_sum(training: Training) -> None:
    found = training_return(replace(training, discount=0))
    assert found.present_value == pytest.approx(found.cumulative_net[-1], abs=1e-3)


@given(TRAININGS)
def test_the_two_curves_differ_by_what_is_gained(training: Training) -> None:
    found = training_return(training)
    sums = found.cumulative_with, found.cumulative_without, found.cumulative_net
    for with_it, without, net in zip(*sums, strict=True):
        assert with_it - without == pytest.approx(net, abs=1e-2)
    assert sum(flow.tuition for flow in found.flows) == pytest.approx(training.tuition)
    assert sum(flow.exam_fee for flow in found.flows) == training.exam_fee


@given(TRAININGS, st.floats(0, 100_000))
def test_higher_tuition_never_raises_the_value(training: Training, more: float) -> None:
    dearer = replace(training, tuition=training.tuition + more)
    assert training_return(dearer).present_value <= training_return(training).present_value + 1e-6


@given(TRAININGS)
def test_a_longer_horizon_never_lowers_the_gain_if_pay_after_is_higher(training: Training) -> None:
    better = replace(training, pay_after=max(training.pay_before, training.pay_after))
    short, long = training_return(better), training_return(replace(better, years=better.years + 1))
    assert long.cumulative_net[-1] >= short.cumulative_net[-1] - 1e-6
    assert long.cumulative_net[:-1] == short.cumulative_net


@given(TRAININGS)
def test_after_the_break_even_nothing_is_lost_and_before_it_something_is(training: Training) -> None:
    found = training_return(training)
    year = found.break_even_year
    if year is None:
        assert found.cumulative_net[-1] < 0
    else:
        assert all(total >= -0.005 for total in found.cumulative_net[year - 1 :])
        assert year == 1 or found.cumulative_net[year - 2] < 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": " "}, "Give the training a name."),
        ({"tuition": -1}, "Tuition must be $0 to $500,000, not -$1."),
        ({"tuition": 500_001}, "Tuition must be $0 to $500,000, not $500,001."),
        ({"exam_fee": 10_001}, "The exam fee must be $0 to $10,000, not $10,001."),
        ({"months": 61}, "The months of training must be 0 to 60, not 61."),
        ({"time_given_up": 1.5}, "The share of working time given up must be 0.0% to 100.0%, not 150.0%."),
        ({"pay_before": 2_000_000}, "Pay before the training must be $0 to $1,000,000, not $2,000,000."),
        ({"pay_after": float("nan")}, "Pay after the training must be $0 to $1,000,000, not $nan."),
        ({"yearly_raise": 0.2}, "The yearly raise must be 0.0% to 15.0%, not 20.0%."),
        ({"discount": -0.01}, "The discount rate must be 0.0% to 20.0%, not -1.0%."),
        ({"years": 4}, "The years of the horizon must be 5 to 30, not 4."),
        ({"years": 31}, "The years of the horizon must be 5 to 30, not 31."),
        ({"years": 7.5}, "The years of the horizon must be a whole number, not 7.5."),
    ],
)
def test_what_is_out_of_bounds_is_refused_in_words(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        replace(PLAIN, **changes)
    assert str(raised.value) == sentence


BOUNDS = {"tuition": 500_000, "months": 60, "time_given_up": 1, "pay_before": 0, "years": 30, "discount": 0.2}


@pytest.mark.parametrize("changes", [{name: value} for name, value in BOUNDS.items()])
def test_the_bound_itself_is_allowed(changes: dict[str, Any]) -> None:
    assert training_return(replace(PLAIN, **changes)).flows


def test_the_answer_in_one_sentence() -> None:
    # See test_present_value_by_hand: 2,907.86 at 10 %.
    assert training_return(replace(PLAIN, discount=0.1)).sentence == (
        "Over 5 years “Certificate” gains about $2,900 in today's dollars and earns back its cost by the end of "
        "year 4, before discounting, if pay goes from $40,000 to $50,000 a year, without raises, at a discount rate "
        "of 10.0% a year."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        # 4 x 10,000 - 40,500 = -500.
        ({"tuition": 20_000}, "loses about $500 in today's dollars and does not earn back its cost in that time, if"),
        # 40,000 - 8,000 - 500 - 20,000 - 11,500 = 0.
        (
            {"tuition": 19_500},
            "neither gains nor loses in today's dollars but earns back its cost by the end of year 5",
        ),
        # At 20 %: -28,500 / 1.2 + 10,000 x (1 / 1.44 + 1 / 1.728 + 1 / 2.0736 + 1 / 2.48832) = -23,750 + 21,572.79.
        (
            {"discount": 0.2},
            "loses about $2,200 in today's dollars but earns back its cost by the end of year 4, before",
        ),
        ({"tuition": 0, "exam_fee": 0, "time_given_up": 0}, "gains about $40,000 in today's dollars and costs nothing"),
    ],
)
def test_other_answers(changes: dict[str, Any], words: str) -> None:
    assert words in training_return(replace(PLAIN, **changes)).sentence


def test_two_trainings_are_compared_in_one_sentence() -> None:
    # Certificate: 4 x 10,000 - 28,500 = 11,500.
    # Degree: 30,000 tuition, 500 exam, 20,000 pay in year 1, then 4 x 15,000: 60,000 - 50,500 = 9,500.
    degree = replace(PLAIN, name="Degree", tuition=30_000, pay_after=55_000)
    sentence = compare(training_return(degree), training_return(PLAIN))
    assert sentence == (
        "Over 5 years “Certificate” is worth about $2,000 more in today's dollars than “Degree” ($11,500 against "
        "$9,500), if pay of $40,000 becomes $50,000 with the one and $55,000 with the other, without raises, at a "
        "discount rate of 0.0% a year."
    )
    assert compare(training_return(PLAIN), training_return(degree)) == sentence


def test_what_differs_by_less_than_a_hundred_dollars_is_worth_the_same() -> None:
    # 11,500 and 11,480 both round to 11,500.
    other = replace(PLAIN, name="Other", tuition=8_020)
    assert "“Certificate” and “Other” are worth about the same in today's dollars ($11,500 each), if" in compare(
        training_return(PLAIN), training_return(other)
    )


def test_of_two_that_lose_the_smaller_loss_is_told() -> None:
    # Nothing is gained: -28,500, and -28,500 - 1,000.
    first = replace(PLAIN, pay_after=40_000)
    second = replace(first, name="Other", tuition=9_000)
    assert compare(training_return(second), training_return(first)).startswith(
        "Over 5 years “Certificate” loses about $1,000 less in today's dollars than “Other” ($28,500 against $29,500), "
        "if pay of $40,000 becomes $40,000 with either, without raises"
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"years": 6}, "The years of the horizon must be the same for both trainings."),
        ({"discount": 0.01}, "The discount rate must be the same for both trainings."),
        ({"yearly_raise": 0.01}, "The yearly raise must be the same for both trainings."),
        ({"pay_before": 41_000}, "Pay before the training must be the same for both trainings."),
    ],
)
def test_only_what_is_alike_is_compared(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        compare(training_return(PLAIN), training_return(replace(PLAIN, **changes)))
    assert str(raised.value) == sentence
