from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from lib.export.memo import build_memo, default_question, shown_link
from lib.export.memo_limits import limits
from lib.export.memo_table import MOST_ROWS, Table, cost_tables, signed_dollars
from lib.export.position_table import position_table
from lib.hiring import Firm, Plan, PlannedPosition, Scenarios, run_plan
from lib.hiring.billing import billing_of
from lib.hiring.lines import GROUPS
from lib.hiring.risk import simulate
from lib.hiring.scenarios import example
from tests.export.memos import LINK, TODAY, example_memo, full_memo, memo_of
from tests.hiring.plans import PLANS, STABLE, typed

if TYPE_CHECKING:
    from collections.abc import Sequence


def column(table: Table, name: str) -> dict[str, str]:
    at = table.columns.index(name)
    return {row[0]: row[at] for row in table.rows}


def amount(words: str) -> int:
    return int(re.sub(r"[$,+]", "", words))


def adds_up(table: Table, names: Sequence[str]) -> bool:
    shown = [{label: amount(cell) for label, cell in column(table, name).items() if "$" in cell} for name in names]
    return all(sum(each.get(group, 0) for group in GROUPS) == each["Cost"] for each in shown)


def test_the_memo_of_the_example_holds_every_part() -> None:
    memo = example_memo()
    assert [section.heading for section in memo.sections] == [
        "Question", "Recommendation", "What it costs", "Positions", "How it may come out", "Assumptions",
        "What is not counted",
    ]  # fmt: skip
    assert memo.day == "November 3, 2026"
    assert memo.question == "Which should we choose: “Add a paralegal” or “Add a legal secretary”?"
    assert memo.link == LINK
    assert memo.recommendation[0].startswith("“Add a paralegal” leaves the most")
    assert [sentence.split(":")[0] for sentence in memo.risks] == ["“Add a paralegal”", "“Add a legal secretary”"]
    assert memo.differences[0].startswith("“Add a legal secretary” costs $")


def test_the_cost_table_adds_up_down_and_across() -> None:
    table = example_memo().costs[0]
    first, second = example().names
    assert table.columns == ("Category", first, second, "Difference")
    assert adds_up(table, (first, second))
    one, two, gap = (column(table, name) for name in (first, second, "Difference"))
    for label in ("Pay", "Benefits", "Cost", "Fees collected", "Fees less cost"):
        assert amount(two[label]) - amount(one[label]) == amount(gap[label])
    assert amount(one["Fees collected"]) - amount(one["Cost"]) == amount(one["Fees less cost"])
    assert amount(one["Budget"]) - amount(one["Cost"]) == amount(one["Budget less cost"])
    assert [table.rows[at][0] for at in sorted(table.strong)] == ["Cost", "Fees less cost"]
    assert {len(row) for row in table.rows} == {4}


def test_the_sentences_agree_with_the_table() -> None:
    memo = example_memo()
    gap = column(memo.costs[0], "Difference")
    assert f"costs ${-amount(gap['Cost']):,} less than" in memo.differences[0]
    assert f"pay is ${-amount(gap['Pay']):,} lower" in memo.differences[0]
    assert f"That is ${-amount(gap['Fees less cost']):,} better than" in memo.recommendation[0]


def test_longer_plans_get_a_table_of_the_first_year_and_one_of_all_months() -> None:
    year, whole = full_memo().costs
    assert year.caption == "Cost and fees in the first year (January to December 2027)"
    assert whole.caption.startswith("Cost and fees over all months of each (“Many”: January 2027 to December 2028; ")
    assert year.columns == ("Category", "Many", "Virtual", "Own figures", "Empty")
    assert adds_up(year, year.columns[1:])
    assert adds_up(whole, whole.columns[1:])
    assert amount(column(year, "Many")["Cost"]) < amount(column(whole, "Many")["Cost"])
    paid_back = column(whole, "Virtual")["Fees have paid the cost by"]
    assert re.fullmatch(r"(not by )?[A-Z][a-z]+ 20\d\d", paid_back)
    assert column(whole, "Empty")["Fees have paid the cost by"] == "–"
    assert "Budget" not in column(whole, "Many")


def test_payback_is_named_or_denied() -> None:
    # 1,000 hours x 100 x 0.9 = 90,000 a year: more than 50,000 costs from the first month, less than 120,000 ever.
    firm = replace(STABLE, bill_rate=100.0, billable_hours=1_000.0, realization=1.0, collection=0.9, ramp=0.0)
    plans = (Plan("A", (typed(50_000, search="none"),), firm), Plan("B", (typed(120_000),), firm))
    (table,) = cost_tables([run_plan(plan) for plan in plans], None)
    assert table.rows[-1] == ("Fees have paid the cost by", "January 2027", "not by December 2027", "–")


def test_beside_existing_staff_payback_is_that_of_new_positions() -> None:
    staff, paralegal, secretary = (
        typed(60_000, **stated) for stated in ({"employed": True}, {}, {"role": "legal_secretary"})
    )
    plans = [Plan("A", (staff, paralegal)), Plan("B", (staff, secretary)), Plan("C", (paralegal,))]
    (table,) = cost_tables([run_plan(plan) for plan in plans], None)
    label, mixed, nothing_new, alone = table.rows[-1]
    assert (label, nothing_new) == ("New positions paid back by", "–")
    assert mixed == alone
    assert re.fullmatch(r"[A-Z][a-z]+ 2027", mixed)


def test_people_employed_already_have_nothing_to_pay_back() -> None:
    (table,) = cost_tables([run_plan(Plan("A", (typed(60_000, employed=True),)))], None)
    assert table.rows[-1][0] == "Fees less cost"


def test_plans_without_fees_have_no_rows_of_fees() -> None:
    (table,) = cost_tables([run_plan(Plan("A", (typed(50_000, role="legal_secretary"),)))], None)
    assert table.columns == ("Category", "A")
    assert table.rows[-1][0] == "Cost"


def test_released_lawyer_hours_stand_by_their_name() -> None:
    # 90 hours x 400 = 36,000 once fully productive; the first three months are learnt in.
    released = column(full_memo().costs[0], "Own figures")["Lawyer hours released"]
    assert 30_000 < amount(released) < 36_000


def test_a_position_has_its_pay_and_break_even() -> None:
    (row,) = position_table([run_plan(Plan("A", (typed(60_000, share=0.5),), Firm()))]).rows
    hours, of = row[-1].split(" of ")
    assert row[:3] == ("Paralegal, 50% of full time, Texas", "A", "$30,000 (your figure)")
    assert of == "625"  # half of 1,250
    assert 0 < int(hours) < 625
    idle = Plan("A", (typed(60_000),), Firm(bill_rate=0.0))
    assert position_table([run_plan(idle)]).rows[0][-1] == "never"


def test_break_even_hours_pay_for_a_full_year() -> None:
    # Remote, no benefits, no turnover: 60,000 + 4,875 + 672 = 65,547; 193 x 0.86 x 0.89 = 147.7222 an hour: 443.7.
    firm = replace(STABLE, benefits="none")
    (row,) = position_table([run_plan(Plan("A", (typed(60_000, arrangement="remote"),), firm))]).rows
    assert billing_of(firm).collected_an_hour == pytest.approx(147.7222)
    assert row[0] == "Paralegal, Texas, remote employee"
    assert row[-1] == "444 of 1,250"


def test_many_positions_are_summed_in_one_row() -> None:
    rows = [row for row in full_memo().positions.rows if row[1] == "Many"]
    assert len(rows) == MOST_ROWS + 1
    assert rows[0][0] == "Paralegal, Texas, from March 2027, to February 2028"
    assert rows[-1][0] == "8 more positions: see the csv of positions"
    total = column(full_memo().costs[1], "Many")["Cost"]
    assert abs(sum(amount(row[3]) for row in rows) - amount(total)) <= len(rows)


def test_a_position_outside_the_months_costs_nothing() -> None:
    rows = position_table([run_plan(Plan("A", (typed(60_000, start="2030-01"), typed(60_000, count=2))))]).rows
    assert rows[0][2:] == ("not in these months", "$0", "–", "–")
    assert rows[1][0] == "2 × Paralegal, Texas"


def test_contractors_show_their_fee() -> None:
    row = next(row for row in full_memo().positions.rows if "US freelance" in row[0])
    # $65 x 1,876 hours = 121,940.
    assert row[0] == "2 × Paralegal, New York-Newark-Jersey City, NY-NJ, virtual, US freelance, from January 2029"
    assert row[2] == "$121,940 (our estimate)"


def test_every_figure_points_to_its_sources() -> None:
    memo = example_memo()
    for row in memo.assumptions.rows:
        numbers = [int(number) for number in row[-1].split(", ")]
        assert all(1 <= number <= len(memo.sources) for number in numbers)
    first = memo.sources[int(memo.assumptions.rows[0][-1].split(",")[0]) - 1]
    assert first.words.startswith(
        "U.S. Bureau of Labor Statistics: Occupational Employment and Wage Statistics, states"
    )


def test_a_long_list_of_pay_is_cut() -> None:
    rows = full_memo().assumptions.rows
    assert any(row[0].endswith("more figures of pay: see the csv of assumptions") for row in rows)


def test_one_more_figure_is_no_figures() -> None:
    jobs = tuple(typed(40_000 + 1_000 * number) for number in range(MOST_ROWS + 1))
    memo = memo_of(Scenarios((Plan("A", jobs),)), simulated=False)
    assert "1 more figure of pay: see the csv of assumptions" in column(memo.assumptions, "Figure")


def test_how_far_pay_may_end_from_plan_stands_there_if_it_was_simulated() -> None:
    market, ours = (f"How far pay may end from {which}" for which in ("a market figure", "our estimate"))
    shown = column(example_memo().assumptions, "Figure")
    assert market in shown
    assert ours not in shown
    assert market not in column(memo_of(example(), simulated=False).assumptions, "Figure")
    estimated = PlannedPosition("paralegal", "48", pay_basis="estimate")
    found = column(memo_of(Scenarios((Plan("A", (estimated,)),))).assumptions, "Figure")
    assert ours in found
    assert market not in found
    known = column(memo_of(Scenarios((Plan("A", (typed(60_000),)),))).assumptions, "Figure")
    assert not {market, ours} & known.keys()


def test_the_middle_of_the_futures_is_told_with_three_digits() -> None:
    scenarios = example()
    risks = [simulate(plan, scenarios.budget, 200) for plan in scenarios.plans]
    # The middle of 100 thousands from 600,000 on is 649,500, which is 650,000 with three digits (649.5 to the even).
    certain = [replace(risks[0], costs=costs) for costs in (np.arange(600_000.0, 700_000, 1_000), np.full(9, 7_000.0))]
    told, sure = (build_memo(scenarios, [risk], "", TODAY).risks[0] for risk in certain)
    assert told.endswith(" In the middle of the futures it costs $650,000.")
    assert "middle" not in sure
    assert all(" In the middle of the futures it costs $" in words for words in example_memo().risks)


def test_a_memo_claims_no_more_than_the_figures_assumed() -> None:
    for memo in (example_memo(), full_memo()):
        words = [*memo.recommendation, *memo.risks, *memo.basis, *memo.limits]
        assert not [sentence for sentence in words if "expect" in sentence]
    assert "averages over who stays and who leaves" in example_memo().basis[0]
    assert "at the figures assumed it costs $" in " ".join(example_memo().recommendation)


def test_positions_that_are_not_counted_are_told_with_their_number() -> None:
    waiting = replace(typed(60_000), amount=None, share=0.5)
    words = limits([Plan("A", (waiting, replace(waiting, count=2, role="legal_secretary")))])
    assert [sentence.partition(":")[0] for sentence in words[1:]] == [
        "“A”, Paralegal, 50% of full time, Texas",
        "“A”, 2 legal secretaries, 50% of full time, Texas",
    ]


def test_a_memo_without_simulation_says_so() -> None:
    memo = memo_of(example(), "", simulated=False)
    assert memo.risks == ()
    assert "How it may come out" not in [section.heading for section in memo.sections]
    assert memo.recommendation[1].endswith("has not been simulated.")


def test_a_memo_of_nothing_is_a_memo() -> None:
    memo = memo_of(Scenarios((Plan("Nobody"),)))
    assert memo.bars is None
    assert memo.differences == ()
    assert memo.sources == ()
    parts = [section.heading for section in memo.sections]
    assert parts == ["Question", "Recommendation", "How it may come out", "Assumptions", "What is not counted"]
    assert not any(section.tables for section in memo.sections)
    assert memo.question == "Should we choose “Nobody”?"
    assert memo.recommendation == (
        "No scenario holds a position that can be counted yet, so there is nothing to compare.",
    )


def test_the_question_of_the_user_stands_as_asked() -> None:
    asked = replace(example(), question="  Who answers the phone?  ")
    assert memo_of(asked, simulated=False).question == "Who answers the phone?"
    assert default_question(["A", "B", "C"]) == "Which should we choose: “A”, “B” or “C”?"


def test_the_picture_is_described_with_every_amount() -> None:
    bars = example_memo().bars
    assert bars is not None
    assert bars.alt.endswith(" The budget is $100,000.")
    for name, costs in zip(bars.names, bars.costs, strict=True):
        assert f"{name} ${sum(costs.values()):,} (" in bars.alt
        assert all(f"{group} ${cost:,}" in bars.alt for group, cost in costs.items())


def test_a_link_too_long_to_type_is_shown_in_part() -> None:
    assert shown_link(LINK) == LINK
    assert shown_link("x" * 5_000) == "x" * 80 + "…"


@pytest.mark.parametrize(("change", "words"), [(7_320, "+$7,320"), (-7_320, "-$7,320"), (0, "$0")])
def test_differences_are_signed(change: int, words: str) -> None:
    assert signed_dollars(change) == words


@given(PLANS, PLANS)
@settings(max_examples=20)
def test_any_two_plans_make_a_memo_whose_rows_add_up(one: Plan, two: Plan) -> None:
    memo = memo_of(Scenarios((replace(one, name="A"), replace(two, name="B")), 100_000.0), simulated=False)
    for table in memo.costs:
        assert adds_up(table, ("A", "B"))
    assert all(len(row) == len(table.columns) for table in (*memo.costs, memo.positions) for row in table.rows)
    assert "nan" not in repr(memo)
