from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring.seat import Seat, month_number, month_text

SEATS = st.builds(
    Seat,
    first=st.integers(24_000, 24_400),
    months=st.integers(1, 60),
    leaving=st.floats(0, 1),
    vacancy=st.floats(0, 6),
    filled_before=st.booleans(),
)


def flat(amount: float, months: int) -> np.ndarray:
    return np.full(months, amount)


def test_month_numbers() -> None:
    assert month_number("2027-01") == 2027 * 12
    assert month_text(month_number("2027-12")) == "2027-12"


@given(st.integers(2000 * 12, 2100 * 12))
def test_months_go_there_and_back(number: int) -> None:
    assert month_number(month_text(number)) == number


def test_a_seat_that_nobody_leaves_has_one_person_throughout() -> None:
    seat = Seat(month_number("2027-07"), 6)
    assert seat.presence.tolist() == [1] * 6
    assert seat.successors.sum() == 0


def test_a_wage_base_is_used_up_in_the_first_months_of_a_person() -> None:
    # $5,000 a month from July 2027, FUTA base $7,000: July 5,000, August 2,000, then nothing; in January 2028 anew.
    seat = Seat(month_number("2027-07"), 8)
    assert seat.taxed(flat(5_000, 8), 7_000).tolist() == [5_000, 2_000, 0, 0, 0, 0, 5_000, 2_000]


def test_somebody_employed_before_has_used_up_the_base_already() -> None:
    # Paid 5,000 a month since January 2027: the base of 7,000 was gone by the end of February.
    seat = Seat(month_number("2027-03"), 11, filled_before=True)
    assert seat.taxed(flat(5_000, 11), 7_000).tolist() == [0] * 10 + [5_000]


def test_pay_above_the_social_security_base_is_free_of_it() -> None:
    # $20,000 a month from January, base $184,500: nine months make 180,000, October 4,500, then nothing.
    taxed = Seat(month_number("2027-01"), 12).taxed(flat(20_000, 12), 184_500)
    assert taxed.tolist() == [20_000] * 9 + [4_500, 0, 0]


def test_no_base_taxes_everything() -> None:
    assert Seat(month_number("2027-01"), 3).taxed(flat(5_000, 3), None).tolist() == [5_000] * 3


def test_a_replacement_begins_a_base_of_its_own() -> None:
    # A tenth leaves each month, no vacancy, $5,000 a month, base $7,000, from January:
    # January 5,000. February: 0.9 of the first person (2,000 left) and 0.1 of a successor (5,000): 1,800 + 500.
    # March: first person done; successor of February (0.1 x 0.9, 2,000 left) and new ones (0.1): 180 + 500.
    seat = Seat(month_number("2027-01"), 3, leaving=0.1)
    assert seat.presence.tolist() == pytest.approx([1, 1, 1])
    assert seat.taxed(flat(5_000, 3), 7_000).tolist() == pytest.approx([5_000, 2_300, 680])
    assert seat.successors.tolist() == pytest.approx([0, 0.1, 0.1])


def test_a_vacancy_leaves_the_seat_empty_and_takes_part_of_the_first_month() -> None:
    # A tenth leaves at the end of January; 1.5 months empty: February whole, half of March.
    # March: 0.81 of the first person (another tenth left in February) + 0.1 x half a month.
    seat = Seat(month_number("2027-01"), 3, leaving=0.1, vacancy=1.5)
    assert seat.presence.tolist() == pytest.approx([1, 0.9, 0.81 + 0.05])
    assert seat.successors.tolist() == pytest.approx([0, 0, 0.1])


def test_nobody_is_replaced_after_the_end() -> None:
    assert Seat(month_number("2027-01"), 2, leaving=0.5, vacancy=1).successors.sum() == 0


def test_tenure_counts_full_months_before() -> None:
    assert Seat(month_number("2027-01"), 3).tenure().tolist() == [[0, 1, 2], [0, 0, 1], [0, 0, 0]]


@given(SEATS)
def test_there_is_never_more_than_one_person_in_a_seat(seat: Seat) -> None:
    assert (seat.presence <= 1 + 1e-9).all()
    assert (seat.people >= 0).all()


@given(SEATS, st.floats(100, 30_000), st.floats(1_000, 200_000))
def test_taxed_pay_never_exceeds_pay_and_grows_with_the_base(seat: Seat, pay: float, base: float) -> None:
    monthly = flat(pay, seat.months)
    everything, some, more = (seat.taxed(monthly, each) for each in (None, base, 2 * base))
    assert (some <= everything + 1e-6).all()
    assert (some <= more + 1e-6).all()


@given(SEATS, st.floats(100, 30_000))
def test_leaving_never_lowers_taxed_pay_of_a_small_base_without_vacancy(seat: Seat, pay: float) -> None:
    # Every successor begins a base anew, so turnover can only add to it.
    base, monthly = 7_000, flat(pay, seat.months)
    stable = Seat(seat.first, seat.months, 0.0, 0.0, seat.filled_before).taxed(monthly, base).sum()
    turning = Seat(seat.first, seat.months, seat.leaving, 0.0, seat.filled_before).taxed(monthly, base).sum()
    assert turning >= stable - 1e-6


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"months": 0}, "at least one month"),
        ({"months": 3, "leaving": 1.1}, "leaving must lie between 0 and 1"),
        ({"months": 3, "vacancy": -1}, "vacancy must not be negative"),
    ],
)
def test_values_out_of_bounds_are_named(values: dict[str, float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Seat(first=24_000, **values)
