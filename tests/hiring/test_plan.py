from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring import ARRANGEMENTS, Firm, Position, loaded_cost
from lib.hiring.plan import MOST_COUNT, MOST_POSITIONS, PAY_BASES, PlannedPosition, Scenario
from lib.hiring.position import states
from lib.pay import Profile, estimate
from lib.tables import central_roles, load_wages

AREAS = sorted(code for code, area in load_wages().areas.items() if area.state in states())
TEXAS_PARALEGAL = PlannedPosition("paralegal", "48")
PLAN = (
    PlannedPosition("paralegal", "48", count=3),
    PlannedPosition("legal_secretary", "35620", experience="11-20", pay_basis="estimate", arrangement="remote"),
    PlannedPosition("paralegal", "06", pay_basis="typed", amount=80_000, count=2),
    PlannedPosition("paralegal", "48", arrangement="virtual_us"),
)

rows = st.builds(
    PlannedPosition,
    role=st.sampled_from(central_roles()),
    area=st.sampled_from(AREAS),
    experience=st.sampled_from([None, "0-1", "4-6", "senior"]),
    pay_basis=st.sampled_from(sorted(PAY_BASES)),
    amount=st.floats(20_000, 200_000),
    arrangement=st.sampled_from(sorted(ARRANGEMENTS)),
    count=st.integers(1, 20),
)


# BLS, state table of May 2025: paralegals in Texas.
@pytest.mark.parametrize(
    ("basis", "pay"), [("p10", 39_190), ("p25", 47_410), ("median", 62_310), ("p75", 77_740), ("p90", 98_440)]
)
def test_a_market_basis_is_the_published_percentile(basis: str, pay: int) -> None:
    assert PlannedPosition("paralegal", "48", pay_basis=basis).priced() == Position(
        "paralegal", "TX", pay, "in_office", "fact", "BLS OEWS, May 2025, Texas"
    )


def test_a_market_basis_does_not_look_at_experience() -> None:
    assert PlannedPosition("paralegal", "48", "senior").priced().annual_pay == 62_310


def test_where_nothing_is_published_the_market_is_our_estimate() -> None:
    priced = PlannedPosition("legal_secretary", "30").priced()  # Montana
    assert priced.annual_pay == pytest.approx(48_395, abs=1)  # worked out in tests/pay/test_fallback.py
    assert priced.pay_kind == "estimate"
    assert priced.pay_source.startswith("No wage of legal secretaries (withheld or not published by BLS")


def test_the_estimate_for_the_experience_is_ours() -> None:
    priced = PlannedPosition("paralegal", "48", "4-6", "estimate").priced()
    assert priced.annual_pay == estimate(Profile("paralegal", "48", experience="4-6")).median
    assert priced.annual_pay < 62_310
    assert (priced.pay_kind, priced.pay_source) == ("estimate", "Our estimate from BLS OEWS, May 2025, Texas")


def test_an_estimate_for_nobody_in_particular_is_the_published_median() -> None:
    priced = PlannedPosition("paralegal", "48", pay_basis="estimate").priced()
    assert (priced.annual_pay, priced.pay_kind) == (62_310, "fact")


def test_a_typed_amount_is_the_users() -> None:
    priced = PlannedPosition("paralegal", "48", "senior", "typed", 71_234.5).priced()
    assert (priced.annual_pay, priced.pay_kind, priced.pay_source) == (71_234.5, "input", "Your figure")


def test_an_amount_without_the_typed_basis_does_not_count() -> None:
    assert PlannedPosition("paralegal", "48", amount=1).priced().annual_pay == 62_310


def test_every_basis_can_be_priced() -> None:
    for basis in PAY_BASES:
        assert PlannedPosition("legal_secretary", "36", "4-6", basis, 50_000).priced().annual_pay > 0


@pytest.mark.parametrize(
    ("area", "state"),
    [("11", "DC"), ("47900", "DC"), ("35620", "NY"), ("0100001", "AL")],
    ids=["DC", "Washington metro", "New York metro", "rural Alabama"],
)
def test_the_workplace_sets_the_state(area: str, state: str) -> None:
    assert PlannedPosition("paralegal", area).priced().state == state


@pytest.mark.parametrize(
    ("position", "label"),
    [
        (TEXAS_PARALEGAL, "Paralegal, Texas"),
        (PlannedPosition("legal_secretary", "35620", "4-6"), "Legal secretary, 4 to 6 years, New York-Newark"),
        (PlannedPosition("paralegal", "48", "senior"), "Paralegal, senior, lead or supervising title, Texas"),
    ],
)
def test_a_label_says_the_job_in_a_few_words(position: PlannedPosition, label: str) -> None:
    assert position.label.startswith(label)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"role": "lawyer"}, "role 'lawyer' is not known. Known: paralegal, legal_secretary."),
        ({"area": "Texas"}, "area 'Texas' is not known: use a BLS area code"),
        ({"area": "99"}, "Choose a state, metropolitan or nonmetropolitan area: taxes differ by state."),
        ({"area": "72"}, "Choose a state, metropolitan or nonmetropolitan area: taxes differ by state."),
        ({"area": "6600001"}, "Choose a state, metropolitan or nonmetropolitan area: taxes differ by state."),
        (
            {"experience": "forever"},
            "experience 'forever' is not known. Known: 0-1, 2-3, 4-6, 7-10",
        ),
        ({"pay_basis": "p99"}, "pay_basis 'p99' is not known. Known: median, p10, p25, p75, p90, estimate, typed."),
        (
            {"arrangement": "beach"},
            "arrangement 'beach' is not known. Known: in_office, remote, virtual_us, virtual_offshore.",
        ),
        ({"count": 0}, "The number of people must be 1 to 1,000, not 0."),
        ({"count": -1}, "The number of people must be 1 to 1,000, not -1."),
        ({"count": 1_001}, "The number of people must be 1 to 1,000, not 1,001."),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_in_a_sentence(changed: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as raised:
        PlannedPosition(**{"role": "paralegal", "area": "48", **changed})
    assert str(raised.value).startswith(sentence)


@pytest.mark.parametrize("amount", [None, 0, -1, 1_000_000.01, float("nan"), float("inf")])
def test_a_typed_amount_must_be_an_amount(amount: float | None) -> None:
    with pytest.raises(ValueError, match=r"^Type an amount above 0 and up to 1,000,000 dollars a year, or choose a"):
        PlannedPosition("paralegal", "48", pay_basis="typed", amount=amount).priced()


def test_a_row_that_waits_for_its_amount_says_so() -> None:
    assert PlannedPosition("paralegal", "48", pay_basis="typed").problem.startswith("Type an amount")
    assert PlannedPosition("paralegal", "48", pay_basis="typed", amount=1).problem == ""


def test_an_amount_that_does_not_count_is_said() -> None:
    hint = PlannedPosition("paralegal", "48", amount=75_000).hint
    assert hint.startswith("The amount $75,000 is not used, because Pay is “Market median”")
    assert PlannedPosition("paralegal", "48").hint == ""


@pytest.mark.parametrize("amount", [-1, 1_000_001, float("nan"), float("inf")])
def test_an_impossible_amount_is_refused_even_if_it_does_not_count(amount: float) -> None:
    with pytest.raises(ValueError, match="Type an amount"):
        PlannedPosition("paralegal", "48", amount=amount)


def test_the_limits_themselves_are_allowed() -> None:
    position = PlannedPosition("paralegal", "48", pay_basis="typed", amount=1_000_000, count=MOST_COUNT)
    assert position.priced().annual_pay == 1_000_000
    assert PlannedPosition("paralegal", "48", amount=0, count=1).priced().annual_pay == 62_310
    assert Scenario("A", (TEXAS_PARALEGAL,) * MOST_POSITIONS).people == MOST_POSITIONS


def test_a_plan_has_a_largest_number_of_rows() -> None:
    with pytest.raises(ValueError, match=r"^A plan holds up to 100 rows, not 101\.$"):
        Scenario("A", (TEXAS_PARALEGAL,) * (MOST_POSITIONS + 1))


# One paralegal in Texas at 62,310, firm of 20: social security and Medicare 7.65 % = 4,766.72; federal
# unemployment 42; state unemployment 2.7 % of 9,000 = 243; benefits 10.6 % x 0.9722 = 6,421.24; space 150 x 33.41 =
# 5,011.50; software 672; turnover 15 % x 21 % = 1,962.77: 62,310 + 19,119.22 = 81,429.22. Three of them: 244,287.67.
def test_three_people_cost_three_times_one() -> None:
    scenario = Scenario("A", (PlannedPosition("paralegal", "48", count=3),), Firm(headcount=20))
    assert scenario.costs[0].total == pytest.approx(81_429.22, abs=0.01)
    assert scenario.total == pytest.approx(244_287.67, abs=0.03)
    assert scenario.people == 3


def test_a_scenario_prices_every_row_for_its_firm() -> None:
    firm = Firm(headcount=500, turnover=0.3)
    scenario = Scenario("A", PLAN, firm)
    expected = [loaded_cost(row.priced(), firm) for row in PLAN]
    assert [cost.total for cost in scenario.costs] == [cost.total for cost in expected]
    assert scenario.total == pytest.approx(
        sum(cost.total * row.count for cost, row in zip(expected, PLAN, strict=True))
    )
    assert scenario.total != pytest.approx(Scenario("A", PLAN).total)
    assert scenario.people == 3 + 1 + 2 + 1


def test_rows_by_position() -> None:
    table = Scenario("A", PLAN).by_position()
    assert table.columns.tolist() == ["position", "arrangement", "people", "pay", "pay_kind", "each", "total"]
    assert table["position"].tolist() == [row.label for row in PLAN]
    assert table["arrangement"].tolist() == [
        "In the office", "Remote employee", "In the office", "Virtual, US freelance",
    ]  # fmt: skip
    assert table["people"].tolist() == [3, 1, 2, 1]
    assert table["pay"].tolist()[::2] == [62_310, 80_000]
    assert table["pay"].tolist()[3] == 65 * 1_876  # a freelance costs the fee, whatever the market pays
    assert table["pay_kind"].tolist() == ["fact", "estimate", "input", "estimate"]
    assert table["total"].tolist() == pytest.approx((table["each"] * table["people"]).tolist())


def test_lines_name_scenario_position_and_arrangement() -> None:
    lines = Scenario("Plan A", PLAN).lines()
    assert lines.columns.tolist() == [
        "scenario", "position", "arrangement", "people", "group", "item", "amount", "total", "kind", "source", "note",
    ]  # fmt: skip
    assert lines.index.tolist() == list(range(len(lines)))
    assert set(lines["scenario"]) == {"Plan A"}
    assert list(dict.fromkeys(lines["position"])) == list(dict.fromkeys(row.label for row in PLAN))
    assert lines["total"].tolist() == pytest.approx((lines["amount"] * lines["people"]).tolist())
    gross = lines[lines["item"] == "Gross pay"]
    assert gross["amount"].tolist() == pytest.approx([row.priced().annual_pay for row in PLAN[:3]])
    assert gross["kind"].tolist() == ["fact", "estimate", "input"]


def test_groups_come_in_one_order_in_every_plan() -> None:
    groups = Scenario("A", PLAN).by_group()
    assert groups["group"].tolist() == [
        "Pay", "Fee", "Payroll taxes", "Benefits", "Space and software", "Turnover",
    ]  # fmt: skip


def test_an_empty_plan_costs_nothing() -> None:
    scenario = Scenario("A")
    assert (scenario.total, scenario.people, scenario.costs) == (0, 0, ())
    assert scenario.by_position().empty
    assert scenario.lines().empty
    assert scenario.lines().columns.tolist() == Scenario("A", PLAN).lines().columns.tolist()
    assert scenario.by_group().empty
    assert scenario.by_group().columns.tolist() == ["group", "total"]


@given(st.lists(rows, min_size=1, max_size=4), st.sampled_from([1, 20, 75, 500]))
def test_every_view_of_a_plan_adds_up_to_its_total(positions: list[PlannedPosition], headcount: int) -> None:
    scenario = Scenario("A", tuple(positions), Firm(headcount=headcount))
    assert scenario.total > 0
    for view in (scenario.by_position(), scenario.lines(), scenario.by_group()):
        assert view["total"].sum() == pytest.approx(scenario.total)
    assert scenario.people == sum(position.count for position in positions)


@given(rows)
def test_a_priced_position_keeps_role_and_arrangement(position: PlannedPosition) -> None:
    priced = position.priced()
    assert (priced.role, priced.arrangement) == (position.role, position.arrangement)
    assert (priced.pay_kind == "input") == (position.pay_basis == "typed")
    assert PlannedPosition(**asdict(position)) == position
