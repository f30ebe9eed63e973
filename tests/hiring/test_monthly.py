from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring import Firm, Position, loaded_cost
from lib.hiring.monthly import MOST_POSTS, SEARCHES, Plan, Post, run_plan
from lib.hiring.position import states

STABLE = Firm(headcount=20, turnover=0, vacancy=0)
TEXAN = Position("paralegal", "TX", 60_000)


def plan_of(*posts: Post, firm: Firm = STABLE, first: str = "2027-01", months: int = 12) -> Plan:
    return Plan("Plan", posts, firm, first, months)


def amounts(plan: Plan, item: str) -> dict[str, float]:
    lines = run_plan(plan).lines
    chosen = lines[(lines["item"] == item) & (lines["amount"] != 0)]
    return dict(zip(chosen["month"], chosen["amount"], strict=True))


@pytest.mark.parametrize("state", states())
@pytest.mark.parametrize("role", ["paralegal", "legal_secretary"])
def test_a_stable_calendar_year_costs_what_the_yearly_model_says(role: str, state: str) -> None:
    position = Position(role, state, 62_890)
    post = Post("Job", position, search="none")
    assert run_plan(plan_of(post)).total == pytest.approx(loaded_cost(position, STABLE).total)


@pytest.mark.parametrize("arrangement", ["virtual_us", "virtual_offshore", "remote"])
def test_other_arrangements_cost_what_the_yearly_model_says(arrangement: str) -> None:
    position = Position("paralegal", "TX", 62_890, arrangement)
    assert run_plan(plan_of(Post("Job", position, search="none"))).total == pytest.approx(
        loaded_cost(position, STABLE).total
    )


def test_a_start_in_the_middle_of_the_year_pays_the_bases_from_there_and_again_in_january() -> None:
    # $60,000 a year is 5,000 a month. From July 2027 to June 2028, Texas:
    #   federal unemployment, 0.6 % of the first 7,000: July 30.00, August 12.00, January 30.00, February 12.00
    #   state unemployment, 2.7 % of the first 9,000: July 135.00, August 108.00, January 135.00, February 108.00
    plan = plan_of(Post("Job", TEXAN, start="2027-07"), months=18)
    federal, state = amounts(plan, "Federal unemployment tax"), amounts(plan, "State unemployment tax")
    assert federal == pytest.approx({"2027-07": 30, "2027-08": 12, "2028-01": 30, "2028-02": 12})
    assert state == pytest.approx({"2027-07": 135, "2027-08": 108, "2028-01": 135, "2028-02": 108})


def test_somebody_employed_already_has_used_up_the_bases() -> None:
    plan = plan_of(Post("Job", TEXAN, employed=True), first="2027-03", months=12)
    assert amounts(plan, "Federal unemployment tax") == pytest.approx({"2028-01": 30, "2028-02": 12})
    assert amounts(plan, "Own search") == {}


def test_pay_above_the_social_security_base_stops_being_taxed() -> None:
    # $240,000 a year is 20,000 a month; 6.2 % of 184,500 is 11,439 a year, the last of it (4,500) in October.
    found = amounts(plan_of(Post("Job", replace(TEXAN, annual_pay=240_000))), "Social security (employer share)")
    assert sum(found.values()) == pytest.approx(11_439)
    assert found["2027-10"] == pytest.approx(0.062 * 4_500)
    assert "2027-11" not in found


def test_a_raise_comes_in_month_thirteen() -> None:
    found = amounts(plan_of(Post("Job", TEXAN, raise_a_year=0.04), months=25), "Gross pay")
    assert (found["2027-12"], found["2028-01"], found["2029-01"]) == pytest.approx((5_000, 5_200, 5_408))


def test_part_time_is_paid_by_its_share_and_uses_the_bases_more_slowly() -> None:
    # Half of 5,000 is 2,500: federal base 7,000 lasts till March (2,000 left of it then).
    plan = plan_of(Post("Job", TEXAN, share=0.5))
    assert amounts(plan, "Gross pay")["2027-01"] == 2_500
    assert amounts(plan, "Federal unemployment tax") == pytest.approx({"2027-01": 15, "2027-02": 15, "2027-03": 12})


def test_a_replacement_in_the_year_pays_the_bases_again() -> None:
    # A tenth leaves each month (120 % a year), nobody is missed; see test_seat: taxed 5,000, 2,300, 680 of 7,000.
    firm = Firm(headcount=20, turnover=1.2, vacancy=0)
    found = amounts(plan_of(Post("Job", TEXAN), firm=firm), "Federal unemployment tax")
    assert [found[f"2027-0{month}"] for month in (1, 2, 3)] == pytest.approx([30, 13.80, 4.08])


def test_each_successor_costs_the_replacement_share_of_pay() -> None:
    # 12 % a year is 1 % a month; without vacancy 0.01 successors a month from February, 21 % of 60,000 each.
    firm = Firm(headcount=20, turnover=0.12, vacancy=0, replacement_cost=0.21)
    found = amounts(plan_of(Post("Job", TEXAN), firm=firm), "Replacing people who leave")
    assert len(found) == 11
    assert list(found.values()) == pytest.approx([0.01 * 0.21 * 60_000] * 11)


@pytest.mark.parametrize(("search", "cost"), [("own", 4_000), ("agency", 12_000), ("none", 0)])
def test_a_first_hire_is_searched_for_once(search: str, cost: float) -> None:
    firm = replace(STABLE, own_search=4_000, agency_fee=0.2)
    found = amounts(plan_of(Post("Job", TEXAN, search=search, start="2027-05"), firm=firm), SEARCHES[search])
    assert found == pytest.approx({"2027-05": cost} if cost else {})


def test_months_outside_the_post_cost_nothing() -> None:
    months = run_plan(plan_of(Post("Job", TEXAN, start="2027-03", end="2027-05"))).months
    assert months.index.tolist() == ["2027-03", "2027-04", "2027-05"]
    assert run_plan(plan_of(Post("Job", TEXAN, start="2029-01"))).total == 0
    assert run_plan(plan_of()).total == 0


posts = st.builds(
    Post,
    label=st.just("Job"),
    position=st.builds(
        Position,
        role=st.sampled_from(["paralegal", "legal_secretary"]),
        state=st.sampled_from(states()),
        annual_pay=st.floats(20_000, 250_000),
        arrangement=st.sampled_from(["in_office", "remote", "virtual_us", "virtual_offshore"]),
    ),
    count=st.integers(1, 5),
    share=st.sampled_from([0.25, 0.5, 1.0]),
    start=st.sampled_from([None, "2027-04", "2028-01"]),
    end=st.sampled_from([None, "2028-06"]),
    raise_a_year=st.floats(0, 0.1),
    employed=st.booleans(),
    search=st.sampled_from(sorted(SEARCHES)),
)
firms = st.builds(Firm, headcount=st.integers(1, 600), turnover=st.floats(0, 1), vacancy=st.floats(0, 4))


@given(st.lists(posts, min_size=1, max_size=4), firms, st.integers(12, 60))
def test_totals_add_up_over_months_and_positions(found: list[Post], firm: Firm, months: int) -> None:
    result = run_plan(plan_of(*found, firm=firm, months=months))
    assert result.months.to_numpy().sum() == pytest.approx(result.total)
    assert result.positions.to_numpy().sum() == pytest.approx(result.total)
    assert (result.lines["amount"] >= 0).all()


@given(posts, firms)
def test_one_more_person_never_costs_less(post: Post, firm: Firm) -> None:
    more = replace(post, count=post.count + 1)
    assert run_plan(plan_of(more, firm=firm)).total >= run_plan(plan_of(post, firm=firm)).total


@given(posts)
def test_without_turnover_nobody_is_replaced(post: Post) -> None:
    lines = run_plan(plan_of(post)).lines
    if len(lines):
        assert lines.loc[lines["category"] == "Turnover", "amount"].sum() == 0


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"count": 0}, "number of people must be 1"),
        ({"share": 0.0}, "share of full time"),
        ({"raise_a_year": 0.9}, "yearly raise"),
        ({"search": "magic"}, "search 'magic' is not known"),
        ({"start": "2027-05", "end": "2027-03"}, "lies before the first"),
    ],
)
def test_values_out_of_bounds_are_named(values: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Post("Job", TEXAN, **values)


@pytest.mark.parametrize("months", [11, 61])
def test_a_plan_spans_one_to_five_years(months: int) -> None:
    with pytest.raises(ValueError, match="12 to 60 months"):
        plan_of(months=months)


def test_a_plan_is_bounded() -> None:
    with pytest.raises(ValueError, match="up to 100 rows"):
        plan_of(*[Post("Job", TEXAN)] * (MOST_POSTS + 1))


def test_the_firms_own_benefits_replace_the_default() -> None:
    plan = plan_of(Post("Job", TEXAN), firm=replace(STABLE, insurance_and_retirement=0.1))
    assert amounts(plan, "Insurance and retirement")["2027-01"] == pytest.approx(500)
