from __future__ import annotations

from dataclasses import replace

import pytest

from lib.hiring import loaded_cost
from lib.hiring.position import states
from tests.hiring.plans import STABLE, STATE_AREAS, by_month, result_of, typed

FEDERAL, STATE = "Federal unemployment tax", "State unemployment tax"


def test_there_is_an_area_for_every_state() -> None:
    assert sorted(STATE_AREAS) == list(states())
    assert len(STATE_AREAS) == 51


@pytest.mark.parametrize("state", states())
@pytest.mark.parametrize("role", ["paralegal", "legal_secretary"])
@pytest.mark.parametrize("headcount", [20, 500])
def test_a_stable_calendar_year_costs_what_the_yearly_model_says(role: str, state: str, headcount: int) -> None:
    firm = replace(STABLE, headcount=headcount)
    row = typed(62_890, role=role, area=STATE_AREAS[state], search="none")
    assert result_of(row, firm=firm).total == pytest.approx(loaded_cost(row.priced(), firm).total)


def test_a_start_in_the_middle_of_the_year_pays_the_bases_from_there_and_again_in_january() -> None:
    # $60,000 a year is 5,000 a month. From July 2027 to June 2028, Texas:
    #   federal unemployment, 0.6 % of the first 7,000: July 30.00, August 12.00, January 30.00, February 12.00
    #   state unemployment, 2.7 % of the first 9,000: July 135.00, August 108.00, January 135.00, February 108.00
    result = result_of(typed(start="2027-07"), months=18)
    assert by_month(result, FEDERAL) == pytest.approx({"2027-07": 30, "2027-08": 12, "2028-01": 30, "2028-02": 12})
    assert by_month(result, STATE) == pytest.approx({"2027-07": 135, "2027-08": 108, "2028-01": 135, "2028-02": 108})


def test_bases_begin_again_in_january_of_a_plan_that_starts_in_november() -> None:
    # November 30.00, December 12.00 (2,000 left of 7,000), January 30.00, February 12.00
    result = result_of(typed(), first="2026-11")
    assert by_month(result, FEDERAL) == pytest.approx({"2026-11": 30, "2026-12": 12, "2027-01": 30, "2027-02": 12})


def test_somebody_employed_already_has_used_up_the_bases() -> None:
    result = result_of(typed(employed=True), first="2027-03")
    assert by_month(result, FEDERAL) == pytest.approx({"2028-01": 30, "2028-02": 12})
    assert by_month(result, "Own search") == {}


def test_california_pays_the_credit_reduction_and_the_training_tax() -> None:
    # 5,000 a month, all four bases are 7,000. January: 0.6 % = 30, 1.5 % = 75, 3.4 % = 170, 0.1 % = 5.
    # February, 2,000 left: 12, 30, 68, 2. Together 392 a year.
    result = result_of(typed(area="06"))
    due = {FEDERAL: (30, 12), f"{FEDERAL}, credit reduction": (75, 30), STATE: (170, 68),
           "Employment training tax": (5, 2)}  # fmt: skip
    for item, (january, february) in due.items():
        assert by_month(result, item) == pytest.approx({"2027-01": january, "2027-02": february})


def test_a_leave_contribution_is_due_from_its_headcount() -> None:
    # Massachusetts: 0.42 % of 5,000 = 21 a month from 25 employees; nothing with 24.
    few, enough = (
        by_month(
            result_of(typed(area="25"), firm=replace(STABLE, headcount=headcount)), "Paid family and medical leave"
        )
        for headcount in (24, 25)
    )
    assert few == {}
    assert list(enough.values()) == pytest.approx([21] * 12)


def test_a_leave_contribution_stops_at_its_base_where_it_has_one() -> None:
    # 20,000 a month. Washington, 50 employees: 0.3228 % of 20,000 = 64.56 for nine months, of the 4,500 left in
    # October 14.526, then nothing. DC has no base: 0.75 % of 20,000 = 150 in every month.
    firm = replace(STABLE, headcount=50)
    washington = by_month(result_of(typed(240_000, area="53"), firm=firm), "Paid family and medical leave")
    assert list(washington.values()) == pytest.approx([64.56] * 9 + [14.526])
    district = by_month(result_of(typed(240_000, area="11"), firm=firm), "Universal paid leave")
    assert list(district.values()) == pytest.approx([150] * 12)


def test_pay_above_the_social_security_base_stops_being_taxed() -> None:
    # $240,000 a year is 20,000 a month; 6.2 % of 184,500 is 11,439 a year, the last of it (4,500) in October.
    found = by_month(result_of(typed(240_000)), "Social security (employer share)")
    assert sum(found.values()) == pytest.approx(11_439)
    assert found["2027-10"] == pytest.approx(0.062 * 4_500)
    assert "2027-11" not in found


def test_a_remote_employee_pays_the_taxes_of_the_state_where_the_work_is_done() -> None:
    # New York: 4.1 % of 17,600 = 721.60 instead of the 243 of Texas, and no office space.
    away = result_of(typed(arrangement="remote", works_in="NY"))
    assert sum(by_month(away, STATE).values()) == pytest.approx(721.60)
    assert by_month(away, "Office space") == {}
    here = result_of(typed(arrangement="in_office", works_in="NY"))
    assert sum(by_month(here, STATE).values()) == pytest.approx(243)


def test_the_firms_own_unemployment_rate_replaces_the_states() -> None:
    # 1 % of 9,000 = 90
    result = result_of(typed(), firm=replace(STABLE, state_unemployment_rate=0.01))
    assert by_month(result, STATE) == pytest.approx({"2027-01": 50, "2027-02": 40})
    assert by_month(result, FEDERAL) == pytest.approx({"2027-01": 30, "2027-02": 12})


def test_part_time_is_paid_by_its_share_and_uses_the_bases_more_slowly() -> None:
    # Half of 5,000 is 2,500: federal base 7,000 lasts till March (2,000 left of it then).
    result = result_of(typed(share=0.5))
    assert by_month(result, "Gross pay")["2027-01"] == 2_500
    assert by_month(result, FEDERAL) == pytest.approx({"2027-01": 15, "2027-02": 15, "2027-03": 12})


def test_a_replacement_in_the_year_pays_the_bases_again() -> None:
    # A tenth leaves each month, nobody is missed; see test_seat: taxed 5,000, 2,300, 680 of 7,000.
    found = by_month(result_of(typed(), firm=replace(STABLE, turnover=1.2)), FEDERAL)
    assert [found[f"2027-0{month}"] for month in (1, 2, 3)] == pytest.approx([30, 13.80, 4.08])
