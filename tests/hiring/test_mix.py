from __future__ import annotations

from dataclasses import replace

import pytest

from lib.hiring import PlannedPosition
from lib.hiring.mix import Constraints, Mix, MixResult, Workload, best_mix
from tests.hiring.mixes import FLAT, P_WEEK, S_WEEK, TEXAS, P, S, counts


# 60 hours of substantive work: 1.5 paralegals give 54.1, 2 give 72.15. 112 hours in all: 39.85 are left, 1 legal
# secretary gives 36.8, 1.5 give 55.24. 2 x 71,318.715 + 53,696.41 + 28,969.205 = 225,303.045.
# Others: 2.5 + 1 (127.0 hours): 142,637.43 + 37,780.3575 + 53,696.41 = 234,114.1975; 3 + 0.5: 242,925.35;
# 2 + 2: 250,030.25; 3.5 + 0: 251,736.50.
def test_the_cheapest_and_the_next_cheapest_mix_by_hand() -> None:
    result = best_mix(Workload(30, 60, 22), TEXAS)
    assert result.best is not None
    assert result.second is not None
    assert counts(result.best) == {(P, "in_office"): 2.0, (S, "in_office"): 1.5}
    assert result.best.cost == pytest.approx(225_303.045)
    assert [choice.cost for choice in result.best.choices] == pytest.approx([142_637.43, 82_665.615])
    assert [choice.hours for choice in result.best.choices] == pytest.approx([2 * P_WEEK, 1.5 * S_WEEK])
    assert result.best.hours_given == pytest.approx(127.394, abs=0.001)
    assert result.best.hours_given - result.best.workload.total == pytest.approx(15.394, abs=0.001)
    assert counts(result.second) == {(P, "in_office"): 2.5, (S, "in_office"): 1.0}
    assert result.second.cost == pytest.approx(234_114.1975)
    assert (result.broken, result.stopped) == ((), False)


# With every arrangement allowed offshore is the cheapest: 112 / 36.83 is above 3, so 3.5: 3 x 31,200 + 16,200 =
# 109,800. 225,303 - 109,800 = 115,503; 234,114 - 225,303 = 8,811.
def test_why_in_words() -> None:
    assert best_mix(Workload(30, 60, 22), TEXAS).why == (
        "The cheapest mix is 2 paralegals (in the office) and 1.5 legal secretaries (in the office): $225,303 a year. "
        "It gives 127.4 hours a week for 112 hours of work. "
        "Substantive work needs 2 paralegals. "
        "Legal secretaries take 30 hours of administrative work and 22 hours of shareable work. "
        "With every arrangement allowed, the cheapest mix would cost $109,800 a year, $115,503 less. "
        "The next cheapest costs $234,114 a year, $8,811 more: it has half a paralegal (in the office) more and "
        "half a legal secretary (in the office) fewer."
    )


# 102 hours: 2 paralegals and 1 legal secretary give 108.98. The secretary has 36.83 - 30 = 6.83 hours for the 12
# shareable hours; 5.17 are left for paralegals.
def test_what_legal_secretaries_have_no_time_for_goes_to_paralegals() -> None:
    result = best_mix(Workload(30, 60, 12), TEXAS)
    assert counts(result.best) == {(P, "in_office"): 2.0, (S, "in_office"): 1.0}
    assert result.best is not None
    work = result.best.handed_out
    assert (work[S].administrative, work[S].shareable) == (30, pytest.approx(6.827, abs=0.001))
    assert (work[P].administrative, work[P].shareable) == (0, pytest.approx(5.173, abs=0.001))
    assert "needs 2 paralegals; the rest of their time takes 5.2 hours of shareable work. Legal" in result.why
    assert "take 30 hours of administrative work and 6.8 hours of shareable work." in result.why


# 10 + 20 + 31 = 61 hours: half a paralegal gives 18.04, one gives 36.08: the 20 hours need one. 1 + 1 gives 72.9 hours
# for 125,015.125; 1.5 paralegals 54.1, too few; 2 paralegals 142,637.43.
def test_more_paralegals_than_substantive_work_needs_are_said() -> None:
    rules = replace(TEXAS, least=((P, 2.0),))
    result = best_mix(Workload(10, 20, 31), rules)
    assert counts(result.best) == {(P, "in_office"): 2.0}
    assert (
        "Substantive work needs 1 paralegal, and the mix has 2; the rest of their time takes 10 hours of" in result.why
    )
    assert (
        "Without the minimum of 2 paralegals, the cheapest mix would cost $125,015 a year, $17,622 less." in result.why
    )
    assert "Legal secretaries take" not in result.why


def test_one_kind_of_work_in_words() -> None:
    assert "Substantive work needs 1 paralegal. With" in best_mix(Workload(substantive=30), TEXAS).why
    assert "Legal secretaries take 1 hour of administrative work." in best_mix(Workload(1), TEXAS).why
    asked = replace(TEXAS, least=((P, 0.5), (S, 0.5)))
    why = best_mix(Workload(shareable=19), asked).why  # 18.41 hours are the secretary's, 0.59 the paralegal's
    assert "Paralegals take 0.6 hours of shareable work. Legal secretaries take 18.4 hours of shareable work." in why
    assert (
        "Paralegals take none of the work. Legal secretaries take none of the work." in best_mix(Workload(), asked).why
    )


def test_whole_positions_only() -> None:
    rules = replace(TEXAS, halves=False)  # 2 + 2 for 250,030.25; 3 + 1 for 267,652.56; 4 + 0 for 285,274.86
    result = best_mix(Workload(30, 60, 22), rules)
    assert counts(result.best) == {(P, "in_office"): 2.0, (S, "in_office"): 2.0}
    assert counts(result.second) == {(P, "in_office"): 3.0, (S, "in_office"): 1.0}
    assert "With half positions allowed, the cheapest mix would cost $225,303 a year, $24,727 less." in result.why


def test_administrative_work_may_go_to_paralegals_unless_ruled_out() -> None:
    work = Workload(administrative=5, substantive=30)
    assert counts(best_mix(work, TEXAS).best) == {(P, "in_office"): 1.0}
    result = best_mix(work, replace(TEXAS, administrative_to_paralegals=False))
    assert counts(result.best) == {(P, "in_office"): 1.0, (S, "in_office"): 0.5}
    assert "With paralegals allowed to do administrative work, the cheapest mix would cost $71,319 a year" in result.why


def test_a_minimum_in_the_office_keeps_people_there() -> None:
    rules = replace(TEXAS, arrangements=("in_office", "remote"), in_office_least=0.5)
    result = best_mix(Workload(substantive=70), rules)
    # 2 positions. In whole ones: 71,318.715 + 68,318.715 = 139,637.43. With 1.5 remote and 0.5 in the office:
    # 68,318.715 + 34,780.3575 + 37,780.3575 = 140,879.43.
    assert counts(result.best) == {(P, "in_office"): 1.0, (P, "remote"): 1.0}
    assert result.best is not None
    assert result.best.cost == pytest.approx(139_637.43)
    assert (
        "Without the minimum of 0.5 in the office, the cheapest mix would cost $136,637 a year, $3,000 less."
        in result.why
    )
    assert counts(result.second) == {(P, "in_office"): 0.5, (P, "remote"): 1.5}


# Offshore, one paralegal and a half: 31,200 + 16,200. US freelance at $50: half the hours, 938 x 50 + 1,200 = 48,100;
# a whole 95,000.
@pytest.mark.parametrize(("arrangement", "cost"), [("virtual_offshore", 47_400), ("virtual_us", 143_100)])
def test_half_a_virtual_position_costs_half_the_fee_and_whole_software(arrangement: str, cost: int) -> None:
    result = best_mix(Workload(substantive=50), replace(TEXAS, arrangements=(arrangement,)))
    assert counts(result.best) == {(P, arrangement): 1.5}
    assert result.best is not None
    assert result.best.cost == pytest.approx(cost)


def test_a_position_gives_the_hours_worked_and_no_more() -> None:
    assert counts(best_mix(Workload(substantive=P_WEEK), TEXAS).best) == {(P, "in_office"): 1.0}
    result = best_mix(Workload(substantive=P_WEEK + 0.00005), TEXAS)  # a fifth of a second a week is rounding
    assert counts(result.best) == {(P, "in_office"): 1.0}
    assert "Substantive work needs 1 paralegal." in result.why
    assert counts(best_mix(Workload(substantive=P_WEEK + 0.001), TEXAS).best) == {(P, "in_office"): 1.5}


def test_a_second_mix_that_only_adds_is_said_to() -> None:
    result = best_mix(Workload(substantive=30), TEXAS)
    assert counts(result.second) == {(P, "in_office"): 1.0, (S, "in_office"): 0.5}
    assert result.why.endswith(  # 71,318.715 + 28,969.205 = 100,287.92
        "The next cheapest costs $100,288 a year, $28,969 more: it is the best mix with half a legal secretary "
        "(in the office) on top."
    )


def test_two_mixes_of_the_same_cost() -> None:
    result = best_mix(Workload(shareable=30), replace(TEXAS, arrangements=("virtual_offshore",)))
    assert result.best is not None
    assert result.second is not None
    assert {*result.best.counts, *result.second.counts} == {(P, "virtual_offshore"), (S, "virtual_offshore")}
    assert result.best.cost == result.second.cost == 31_200
    assert "The next cheapest costs $31,200 a year, the same to the dollar: it has 1 " in result.why


def test_a_second_mix_above_the_budget_is_none() -> None:
    result = best_mix(Workload(substantive=30), replace(TEXAS, budget=80_000))
    assert result.best is not None
    assert result.second is None
    assert "$28,969 more and $20,288 above the budget of $80,000, so there is no second mix: it is" in result.why


def test_no_work_needs_nobody() -> None:
    for rules in (TEXAS, replace(TEXAS, arrangements=())):
        result = best_mix(Workload(), rules)
        assert result == MixResult(Mix((), Workload(), "median"), None, result.why)
        assert result.best is not None
        assert (result.best.cost, result.best.hours_given, result.best.positions("48")) == (0, 0, ())
        assert "no position is needed: the mix is empty and costs $0" in result.why


def test_a_minimum_without_work_is_kept() -> None:
    result = best_mix(Workload(), replace(TEXAS, least=((S, 1.5),)))
    assert counts(result.best) == {(S, "in_office"): 1.5}


def test_free_positions_are_not_piled_up() -> None:
    firm = replace(FLAT, virtual_offshore_month=0, software=0)
    result = best_mix(Workload(substantive=100), Constraints("48", firm))
    assert counts(result.best) == {(P, "virtual_offshore"): 3.0}  # 2.5 give 90.2 hours
    assert result.best is not None
    assert result.best.cost == 0


def test_a_half_position_is_a_row_of_its_own() -> None:
    mix = best_mix(Workload(30, 60, 22), replace(TEXAS, pay_basis="p75")).best
    assert mix is not None
    assert mix.positions("48") == (
        PlannedPosition(P, "48", pay_basis="p75", count=2),
        PlannedPosition(S, "48", pay_basis="p75"),
        PlannedPosition(S, "48", pay_basis="p75", share=0.5),
    )


def test_a_moment_of_legal_work_needs_no_paralegal_and_breaks_no_sentence() -> None:
    week = Workload(administrative=5, substantive=5e-5)
    found = best_mix(week, Constraints("48", arrangements=("in_office",)))
    assert found.best is not None
    assert found.best.count_of("paralegal") == 0
    assert "half a legal secretary" in found.why
