from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.careers.split import Price, Split, one_more, prices, split
from lib.hiring import Constraints, Workload
from lib.hiring.mix_rules import HALF
from tests.hiring.mixes import P_WEEK, S_WEEK, TEXAS, P, S

FAR = 4_750.0  # hours a week, the most an `OfficeWeek` can hold of one kind
NEW_YORK, WASHINGTON, MASSACHUSETTS = (replace(TEXAS, area=area) for area in ("36", "11", "25"))


@cache
def priced(rules: Constraints = TEXAS, lawyer_hour: float | None = None) -> dict[str, Price]:
    return prices(rules, lawyer_hour)


def split_of(work: Workload, rules: Constraints = TEXAS, lawyer_hour: float | None = None) -> Split:
    return split(work, rules, priced(rules, lawyer_hour))


# Whole and half positions of tests/hiring/mixes.py. Unknown, a lawyer's hour counts what fills half of a position:
# paralegal 71,318.715 / 1,876 / 0.5 = 76.03, legal secretary 53,696.41 / 1,915 / 0.5 = 56.08.
def test_prices_by_hand() -> None:
    paralegal, secretary = priced()[P], priced()[S]
    assert (paralegal.whole, paralegal.half) == (pytest.approx(71_318.715), pytest.approx(37_780.3575))
    assert (secretary.whole, secretary.half) == (pytest.approx(53_696.41), pytest.approx(28_969.205))
    assert (paralegal.week, secretary.week) == (P_WEEK, S_WEEK)
    assert paralegal.worth == pytest.approx(76.03, abs=0.005)
    assert secretary.worth == pytest.approx(56.08, abs=0.005)
    assert priced(TEXAS, 100.0)[S].worth == 100
    assert paralegal.cost(2.5) == pytest.approx(2 * 71_318.715 + 37_780.3575)
    assert prices(replace(TEXAS, arrangements=()), None) == {}


@pytest.mark.parametrize("lawyer_hour", [0, -1, 2_000.5])
def test_a_wrong_lawyer_hour_is_refused_in_words(lawyer_hour: float) -> None:
    with pytest.raises(
        ValueError, match=rf"A lawyer's hour: type more than \$0 and up to \$2,000, not {lawyer_hour:,g}"
    ):
        prices(TEXAS, lawyer_hour)


# 30 hours of legal and 30 of office work: without a limit 1 paralegal, whose 6.08 spare hours take office work, and
# half a legal secretary, 71,318.715 + 28,969.205 = 100,287.92; the 5.51 hours left are below the 8.48 of a second half.
#   100,000 is below that. 1 paralegal alone leaves 23.92 x 56.08 x 52 = 69,763: 141,082 in all. 1 legal secretary and
#           half a paralegal, 91,476.77, leave 11.96 hours of legal work x 76.03 x 52 = 47,293: 138,770.
#   60,000  affords 1 legal secretary, 53,696.41, who leaves 30 x 76.0327 x 52 = 118,611: 172,307; or half a paralegal,
#           37,780.36, who leaves 11.96 legal hours, 47,293, and 30 of office work, 87,484: 172,558.
#   40,000  affords half a paralegal or half a legal secretary, 28,969.205, who leaves 11.59 x 56.08 x 52 = 33,787 and
#           118,611: 181,367; half a paralegal's 172,558 is less.
#   20,000  affords nobody.
@pytest.mark.parametrize(
    ("budget", "paralegals", "secretaries"),
    [(130_000, 1, 0.5), (100_000, 0.5, 1), (60_000, 0, 1), (40_000, 0.5, 0), (20_000, 0, 0)],
)
def test_a_budget_makes_the_team_smaller(budget: float, paralegals: float, secretaries: float) -> None:
    rules = replace(TEXAS, budget=budget)
    found = split_of(Workload(30, 30), rules)
    assert (found.paralegals, found.legal_secretaries) == (paralegals, secretaries)


def test_minimums_beyond_the_budget_stay() -> None:
    found = split_of(Workload(30, 30), replace(TEXAS, budget=10_000, least=((P, 1.0),)))
    assert found.paralegals == 1


# At $39 an hour a whole paralegal pays (71,318.715 / 1,876 = 38.02) and a half does not (40.28). 60 hours: 1 leaves
# 23.92, 71,318.72 + 48,516 = 119,835; 1.5 leave 5.88, 109,099.07 + 11,934 = 121,033; 2 cost 142,637.43.
def test_a_whole_position_may_pay_where_a_half_does_not() -> None:
    assert split_of(Workload(substantive=60), TEXAS, 39.0).paralegals == 1
    # In whole positions at 76.03: 1 leaves 3.92 hours of 40, worth 15,512; a second costs 71,318.715.
    assert split_of(Workload(substantive=40), replace(TEXAS, halves=False)).paralegals == 1


# 52 weeks x 1 hour x $1.25 = $65, the price of the half.
def test_a_position_that_just_pays_is_taken() -> None:
    assert Price(half=65, whole=100, week=10, worth=1.25, step=0.5).best(1.0) == 0.5


# 8 hours of legal work are too few for half a paralegal (9.556), and 8 shared hours for half a legal secretary
# (28,969.205 / 52 / 56.0798 = 9.934). One half-time paralegal takes all 16. With 5 and 4 hours, 9, none pays. Closed to
# paralegals, 8 administrative hours are left, and 8 hours do not pay.
def test_one_paralegal_takes_what_neither_role_fills_alone() -> None:
    assert split_of(Workload(0, 8, 8)) == Split(0.5, 0.0, Workload(0, 8, 8), Workload())
    assert split_of(Workload(8, 8, 0)) == Split(0.5, 0.0, Workload(8, 8, 0), Workload())
    assert split_of(Workload(0, 5, 4)) == Split(0.0, 0.0, Workload(), Workload(0, 5, 4))
    closed = replace(TEXAS, administrative_to_paralegals=False)
    assert split_of(Workload(8, 8, 0), closed) == Split(0.0, 0.0, Workload(), Workload(8, 8, 0))
    # Without legal work there is no paralegal, though 9.7 hours would fill half of one.
    assert split_of(Workload(0, 0, 9.7)) == Split(0.0, 0.0, Workload(), Workload(0, 0, 9.7))
    assert split_of(Workload(0, 0, 10)).legal_secretaries == 0.5


# 30 hours of legal work: 1 paralegal has 6.08 hours to spare for 4 shared hours and 2.08 of the 20 administrative; half
# a legal secretary has 18.41 hours for the 17.92 left.
def test_spare_time_takes_shared_work_first() -> None:
    found = split_of(Workload(20, 30, 4))
    assert (found.paralegals, found.legal_secretaries, found.kept) == (1, 0.5, Workload())
    closed = split_of(Workload(20, 30, 4), replace(TEXAS, administrative_to_paralegals=False))
    assert (closed.legal_secretaries, closed.kept.administrative) == (0.5, pytest.approx(20 - S_WEEK / 2))


def test_minimums_of_a_role_are_kept() -> None:
    found = split_of(Workload(0, 3, 0), replace(TEXAS, least=((P, 1.5), (S, 1.0))))
    assert (found.paralegals, found.legal_secretaries) == (1.5, 1)


hours = st.floats(0, 300)


@given(
    st.sampled_from([TEXAS, NEW_YORK, WASHINGTON, MASSACHUSETTS]),
    st.sampled_from([None, 30.0, 39.0, 60.0, 150.0]),
    st.booleans(),
    st.booleans(),
    hours,
    hours,
    hours,
    hours,
)
def test_more_legal_work_never_means_fewer_paralegals(
    rules: Constraints,
    lawyer_hour: float | None,
    open_to_paralegals: bool,
    halves: bool,
    administrative: float,
    shareable: float,
    substantive: float,
    more: float,
) -> None:
    rules = replace(rules, administrative_to_paralegals=open_to_paralegals, halves=halves)
    first, second = (
        split_of(Workload(administrative, legal, shareable), rules, lawyer_hour)
        for legal in (substantive, substantive + more)
    )
    assert second.paralegals >= first.paralegals


@given(hours, hours, hours, st.sampled_from([None, 60.0, 150.0]))
def test_no_hour_is_lost_and_nobody_has_more_than_a_week(
    administrative: float, substantive: float, shareable: float, lawyer_hour: float | None
) -> None:
    work = Workload(administrative, substantive, shareable)
    found = split_of(work, TEXAS, lawyer_hour)
    for kind in ("administrative", "substantive", "shareable"):
        assert getattr(found.taken, kind) + getattr(found.kept, kind) == pytest.approx(getattr(work, kind), abs=1e-6)
    assert found.taken.substantive <= found.paralegals * P_WEEK + 1e-3
    assert found.taken.total <= found.paralegals * P_WEEK + found.legal_secretaries * S_WEEK + 1e-3


# Every number of positions up to one more than the hours fill, tried one by one.
@given(st.floats(0.01, 400), st.sampled_from([None, 20.0, 39.0, 45.0, 150.0]))
def test_the_number_of_positions_is_the_cheapest_of_all(hours: float, lawyer_hour: float | None) -> None:
    price = priced(TEXAS, lawyer_hour)[P]

    def total(positions: float) -> float:
        return price.cost(positions) + 52 * price.worth * max(hours - positions * price.week, 0)

    every = [HALF * halves for halves in range(2 * int(hours / price.week) + 4)]
    assert total(price.best(hours)) == pytest.approx(min(map(total, every)), abs=0.02 + 52 * price.worth * 1e-4)


def test_the_fullest_week_is_split() -> None:
    found = split_of(Workload(2_250, FAR - 1_000, 2_500))
    assert found.paralegals == 104  # 3,750 / 36.077 = 103.94
    assert found.legal_secretaries == 129  # (4,750 - 2) / 36.827 = 128.9


# A minimum of half a position counts as a whole one where halves are ruled out: 30 hours, all taken.
def test_a_minimum_is_rounded_up_to_what_can_be_hired() -> None:
    found = split_of(Workload(substantive=30), replace(TEXAS, halves=False, least=((P, 0.5),)), 40.0)
    assert found == Split(1.0, 0.0, Workload(substantive=30), Workload())


# 57 hours of legal work in whole positions: 1 paralegal leaves 20.92, worth 20.92 x 74 x 52 = 80,512, and 16 hours of
# other work, 61,568 (a legal secretary at 53,696.41 would save 7,872, so there is one). With 12 other hours, 46,176,
# there is none; a second paralegal, 71,318.715, takes all 20.92 + 12: 80,512 + 46,176 - 71,319 = 55,369.
def test_one_more_paralegal_may_pay_by_taking_both_kinds() -> None:
    rules, work = replace(TEXAS, halves=False), Workload(8, 57, 4)
    found = priced(rules, 74.0)
    answer = split(work, rules, found)
    assert (answer.paralegals, answer.legal_secretaries) == (2.0, 0.0)
    fewer = replace(answer, paralegals=1.0, kept=Workload(8, 57 - P_WEEK, 4))
    role, count, saved = one_more(fewer, work, rules, found) or ("", 0, 0)
    assert (role, count) == (P, 1.0)
    # 57 - 36.077 = 20.923 and 12 hours x 74 x 52 = 126,688 - 71,318.715 = 55,369
    assert saved == pytest.approx(55_369, abs=1)
    assert one_more(answer, work, rules, found) is None
