from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring import ARRANGEMENTS, Firm, Position, loaded_cost
from lib.hiring.defaults import default, headcount_class
from lib.hiring.payroll_taxes import taxes_due, taxes_not_included
from lib.hiring.position import states

ROLES = ("paralegal", "legal_secretary")


# The worked check of the recommended defaults. By hand, Texas, 20 employees, paralegal at 62,890:
#   pay                                          62,890.00
#   social security and Medicare 7.65 %           4,811.09
#   federal unemployment 0.6 % of 7,000              42.00
#   state unemployment 2.7 % of 9,000               243.00
#   insurance, retirement 10.6 % x 14.0 / 14.4    6,481.16
#   space 150 x 33.41                             5,011.50
#   software 56 x 12                                672.00
#   turnover 15 % x 21 %                          1,981.04
#   total                                        82,131.78
@pytest.mark.parametrize(
    ("role", "state", "pay", "headcount", "total"),
    [
        ("paralegal", "TX", 62_890, 20, 82_132),
        ("legal_secretary", "TX", 55_570, 20, 74_944),
        ("paralegal", "NY", 62_890, 20, 82_610),
        ("legal_secretary", "NY", 55_570, 20, 75_423),
        ("paralegal", "TX", 62_890, 500, 87_268),
        ("legal_secretary", "TX", 55_570, 500, 80_811),
    ],
)
def test_worked_check(role: str, state: str, pay: int, headcount: int, total: int) -> None:
    cost = loaded_cost(Position(role=role, state=state, annual_pay=pay), Firm(headcount=headcount))
    assert cost.total == pytest.approx(total, abs=2)


def test_cost_of_an_hour_worked() -> None:
    cost = loaded_cost(Position(role="paralegal", state="TX", annual_pay=62_890), Firm(headcount=20))
    assert cost.per_hour_worked == pytest.approx(43.78, abs=0.01)  # 82,132 / 1,876
    assert cost.total / cost.items[0].amount == pytest.approx(1.306, abs=0.001)


@given(
    role=st.sampled_from(ROLES),
    state=st.sampled_from(states()),
    arrangement=st.sampled_from(sorted(ARRANGEMENTS)),
    pay=st.floats(15_000, 400_000),
    headcount=st.integers(1, 2_000),
)
def test_lines_add_up_and_name_kind_and_source(
    role: str, state: str, arrangement: str, pay: float, headcount: int
) -> None:
    cost = loaded_cost(Position(role, state, pay, arrangement), Firm(headcount=headcount))
    assert isclose(cost.lines["amount"].sum(), cost.total)
    assert (cost.lines["amount"] >= 0).all()
    assert set(cost.lines["kind"]) <= {"fact", "estimate", "input"}
    assert (cost.lines["source"] != "").all()
    if arrangement in ("in_office", "remote"):
        assert cost.total > pay


@given(state=st.sampled_from(states()), less=st.floats(15_000, 300_000), more=st.floats(15_000, 300_000))
def test_more_pay_never_costs_less(state: str, less: float, more: float) -> None:
    less, more = sorted((less, more))
    costs = [loaded_cost(Position("paralegal", state, pay), Firm()).total for pay in (less, more)]
    assert costs[0] <= costs[1]


def test_there_are_51_states() -> None:
    assert len(states()) == 51


def test_remote_staff_cost_no_space() -> None:
    in_office, remote = (
        loaded_cost(Position("paralegal", "TX", 62_890, arrangement), Firm()) for arrangement in ("in_office", "remote")
    )
    assert in_office.total - remote.total == pytest.approx(150 * 33.41)


def test_virtual_staff_cost_their_fee_and_software_only() -> None:
    offshore = loaded_cost(Position("paralegal", "TX", 62_890, "virtual_offshore"), Firm())
    assert offshore.total == pytest.approx(14 * 2_080 + 56 * 12, abs=0.1)
    freelance = loaded_cost(Position("paralegal", "TX", 62_890, "virtual_us"), Firm())
    assert freelance.total == pytest.approx(65 * 1_876 + 56 * 12)
    assert set(offshore.lines["item"]) == {"Contractor's fee", "Software"}


def test_virtual_staff_cost_their_fee_and_software_whatever_the_market_pays() -> None:
    # Fee 12 x 1,000 = 12,000, software 12 x 100 = 1,200: 1.1 times the fee.
    firm = Firm(virtual_offshore_month=1_000, software=100)
    cost = loaded_cost(Position("paralegal", "TX", 62_890, "virtual_offshore"), firm)
    assert cost.total / cost.items[0].amount == pytest.approx(1.1)


def test_social_security_stops_at_the_wage_base() -> None:
    due = {due.tax.tax: due.amount for due in taxes_due(200_000, "TX", Firm())}
    assert due["social_security"] == pytest.approx(0.062 * 184_500)
    assert due["medicare"] == pytest.approx(0.0145 * 200_000)


# Net federal unemployment tax of 2.1 % of 7,000 = $147 is expected for California in 2026; elsewhere $42.
@pytest.mark.parametrize("state", states())
def test_federal_unemployment_tax(state: str) -> None:
    due = sum(due.amount for due in taxes_due(60_000, state, Firm()) if due.tax.tax == "federal_unemployment")
    assert due == pytest.approx(147 if state == "CA" else 42)


@pytest.mark.parametrize(
    ("state", "headcount", "rate"),
    [
        ("CO", 9, 0), ("CO", 10, 0.0044), ("DC", 1, 0.0075),
        ("DE", 9, 0), ("DE", 10, 0.0016), ("DE", 25, 0.004),
        ("MA", 24, 0), ("MA", 25, 0.0042), ("ME", 14, 0), ("ME", 15, 0.005),
        ("MN", 1, 0.0044), ("OR", 24, 0),
        ("OR", 25, 0.004), ("WA", 49, 0),
        ("WA", 50, 0.003228), ("VT", 1, 0.0033), ("TX", 500, 0), ("NY", 500, 0),
    ],
)  # fmt: skip
def test_state_leave_shares_start_at_their_headcount(state: str, headcount: int, rate: float) -> None:
    due = [due for due in taxes_due(60_000, state, Firm(headcount=headcount)) if due.tax.tax == "state_leave"]
    assert sum(each.amount for each in due) == pytest.approx(60_000 * rate)


def test_what_is_not_counted_is_named() -> None:
    assert [tax.label for tax in taxes_not_included("HI")] == ["Temporary disability insurance"]
    assert taxes_not_included("TX") == ()


# Employer taxes of 60,000, worked by hand. Everywhere: social security and Medicare 7.65 % = 4,590; federal
# unemployment 0.6 % of 7,000 = 42: 4,632. On top of these:
#   Texas: 2.7 % of 9,000 = 243                                                     = 4,875
#   California: 3.4 % of 7,000 = 238, training 0.1 % of 7,000 = 7, credit reduction 1.5 % of 7,000 = 105   = 4,982
#   New York: 4.1 % of 17,600 = 721.60                                              = 5,353.60
#   Massachusetts: 2.42 % of 15,000 = 363; from 25 employees leave 0.42 % of 60,000 = 252: 4,995 and 5,247
#   Washington: base 78,200, so 1 % of 60,000 = 600; from 50 employees leave 0.3228 % = 193.68: 5,232 and 5,425.68
#   Delaware: 1.2 % of 14,500 = 174; leave 0.16 % = 96 from 10 employees, 0.4 % = 240 from 25: 4,806, 4,902, 5,046
@pytest.mark.parametrize(
    ("state", "headcount", "total"),
    [
        ("TX", 20, 4_875), ("CA", 20, 4_982), ("NY", 20, 5_353.60),
        ("MA", 24, 4_995), ("MA", 25, 5_247), ("WA", 49, 5_232), ("WA", 50, 5_425.68),
        ("DE", 9, 4_806), ("DE", 10, 4_902), ("DE", 25, 5_046),
    ],
)  # fmt: skip
def test_employer_taxes_of_a_state_worked_by_hand(state: str, headcount: int, total: float) -> None:
    cost = loaded_cost(Position("paralegal", state, 60_000), Firm(headcount=headcount))
    assert sum(line.amount for line in cost.items if line.group == "Payroll taxes") == pytest.approx(total)
    assert sum(due.amount for due in taxes_due(60_000, state, Firm(headcount=headcount))) == pytest.approx(total)


def test_part_time_costs_its_share_of_pay_and_whole_bases_space_and_software() -> None:
    # Half of 60,000 = 30,000: 7.65 % = 2,295; 42; 243; benefits 10.6 % x 0.9722 = 3,091.60; space 5,011.50;
    # software 672; turnover 15 % x 21 % = 945: 30,000 + 12,300.10 = 42,300.10. 938 hours worked: $45.10 an hour.
    cost = loaded_cost(Position("paralegal", "TX", 60_000, share=0.5), Firm(headcount=20))
    assert cost.total == pytest.approx(42_300.10, abs=0.01)
    assert cost.items[0].note == "50% of $60,000"
    assert cost.hours_worked == 938
    assert cost.per_hour_worked == pytest.approx(45.10, abs=0.01)


def test_own_figures_replace_defaults_and_are_marked_as_input() -> None:
    firm = Firm(
        headcount=20, state_unemployment_rate=0.01, insurance_and_retirement=0.2, office_space=100,
        office_rent=50, software=100, turnover=0, replacement_cost=0.3,
    )  # fmt: skip
    lines = loaded_cost(Position("paralegal", "TX", 60_000), firm).lines.set_index("item")
    own = {
        "State unemployment tax": 90, "Insurance and retirement": 12_000, "Office space": 5_000,
        "Software": 1_200, "Replacing people who leave": 0,
    }  # fmt: skip
    for item, amount in own.items():
        assert lines.loc[item, "amount"] == pytest.approx(amount)
        assert lines.loc[item, "kind"] == "input"


def test_own_virtual_prices() -> None:
    firm = Firm(virtual_us_rate=100, virtual_offshore_month=1_000, software=0)
    assert loaded_cost(Position("paralegal", "TX", 1, "virtual_us"), firm).total == 187_600
    assert loaded_cost(Position("paralegal", "TX", 1, "virtual_offshore"), firm).total == 12_000


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"role": "lawyer"}, "paralegal, legal_secretary"),
        ({"state": "ZZ"}, "AK, AL"),
        ({"arrangement": "beach"}, "in_office, remote, virtual_us, virtual_offshore"),
        ({"annual_pay": 0}, "more than 0"),
        ({"annual_pay": float("nan")}, "more than 0"),
        ({"annual_pay": 2_000_000}, "at most 1,000,000"),
        ({"pay_kind": "guess"}, "fact, estimate, input"),
        ({"share": 0.04}, "The share of full time must be 5 % to 100 %"),
        ({"share": 1.01}, "The share of full time must be 5 % to 100 %"),
        ({"share": float("nan")}, "The share of full time must be 5 % to 100 %"),
    ],
)
def test_a_position_refuses_what_it_cannot_mean(changed: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        Position(**{"role": "paralegal", "state": "TX", "annual_pay": 60_000, **changed})  # type: ignore[arg-type]
    assert sentence in str(raised.value)


@pytest.mark.parametrize(
    ("headcount", "name"), [(1, "1-49"), (49, "1-49"), (50, "50-99"), (100, "100-499"), (500, "500+")]
)
def test_headcount_classes(headcount: int, name: str) -> None:
    assert headcount_class(headcount) == name


def test_a_missing_default_is_named() -> None:
    with pytest.raises(KeyError, match="parking"):
        default("parking")
