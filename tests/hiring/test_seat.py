from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring.seat import Seat
from lib.pay.months import month_number, month_text

SEATS = st.builds(
    Seat,
    first=st.integers(24_000, 24_400),
    months=st.integers(1, 60),
    leaving=st.floats(0, 1),
    vacancy=st.floats(0, 6),
    filled_before=st.booleans(),
)
RAMPS = st.just(0.0) | st.floats(0.01, 24)


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


def test_somebody_employed_before_was_paid_since_january_at_the_first_months_pay() -> None:
    # Seen from November, raised in December: 10 months at 5,000 before, 55,000 before December, then anew.
    seat = Seat(month_number("2027-11"), 3, filled_before=True)
    assert seat.paid_before(np.array([5_000.0, 6_000.0, 6_000.0]))[0].tolist() == [50_000, 55_000, 0]


def test_a_replacement_begins_a_social_security_base_of_its_own_for_half_a_month() -> None:
    # All leave each month, half a month empty, 20,000 a month: each successor is paid 10,000 in the first month.
    seat = Seat(month_number("2027-01"), 3, leaving=1.0, vacancy=0.5)
    assert seat.taxed(flat(20_000, 3), 15_000).tolist() == [15_000, 10_000, 10_000]


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


def test_output_rises_evenly_over_the_ramp() -> None:
    # Over 4 months from nothing to all: on average 1/8, 3/8, 5/8 and 7/8 of the first four months, then all.
    productive = Seat(month_number("2027-01"), 6).productive(4)
    assert productive.tolist() == pytest.approx([0.125, 0.375, 0.625, 0.875, 1, 1])


def test_without_a_ramp_output_is_presence() -> None:
    seat = Seat(month_number("2027-01"), 12, leaving=0.1, vacancy=1.5)
    assert seat.productive(0).tolist() == pytest.approx(seat.presence.tolist())


def test_a_successor_learns_anew_and_somebody_employed_before_does_not() -> None:
    # A tenth leaves each month, nobody is missed, ramp 2: a person's first month counts 1/4, the second 3/4, then 1.
    # February: 0.9 of the first person at 3/4 + 0.1 new at 1/4 = 0.675 + 0.025.
    # March: 0.81 at 1 + 0.09 at 3/4 + 0.1 new at 1/4 = 0.81 + 0.0675 + 0.025.
    first = month_number("2027-01")
    assert Seat(first, 3, leaving=0.1).productive(2).tolist() == pytest.approx([0.25, 0.7, 0.9025])
    # The first person counts in full from January; the successors as before: 0.9 + 0.025, then March the same.
    employed = Seat(first, 3, leaving=0.1, filled_before=True).productive(2)
    assert employed.tolist() == pytest.approx([1, 0.925, 0.9025])


def test_a_vacancy_takes_its_part_of_the_successors_first_output() -> None:
    # Half a month empty: February 0.9 at 3/4 and a new 0.1 for half the month at 1/4 = 0.675 + 0.0125.
    seat = Seat(month_number("2027-01"), 2, leaving=0.1, vacancy=0.5)
    assert seat.productive(2).tolist() == pytest.approx([0.25, 0.6875])


def test_leavers_are_a_share_of_those_in_the_seat() -> None:
    # A tenth leaves at the end of January; the seat is empty a month: in February 0.9 are there and 0.09 leave; in
    # March 0.81 and the 0.1 who replaced January's leavers, so 0.091 leave.
    seat = Seat(month_number("2027-01"), 3, leaving=0.1, vacancy=1)
    assert seat.leavers.tolist() == pytest.approx([0.1, 0.09, 0.091])
    assert Seat(month_number("2027-01"), 3).leavers.tolist() == [0, 0, 0]


@given(SEATS)
def test_leavers_are_replaced_after_the_vacancy_while_the_seat_lasts(seat: Seat) -> None:
    later = 1 + int(seat.vacancy)
    assert seat.successors[later:].tolist() == pytest.approx(seat.leavers[: max(seat.months - later, 0)].tolist())
    assert seat.successors[:later].sum() == 0


@given(SEATS, RAMPS, RAMPS)
def test_output_never_exceeds_presence_and_falls_with_the_ramp(seat: Seat, one: float, other: float) -> None:
    shorter, longer = sorted((one, other))
    assert (seat.productive(shorter) <= seat.presence + 1e-9).all()
    assert (seat.productive(longer) <= seat.productive(shorter) + 1e-9).all()
    assert (seat.productive(longer) >= 0).all()


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
