from __future__ import annotations

from dataclasses import replace
from itertools import product
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
import scipy.optimize
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.hiring import ARRANGEMENTS, Firm, PlannedPosition, loaded_cost
from lib.hiring.lines import hours_worked
from lib.hiring.mix import Constraints, Workload, best_mix
from lib.hiring.mix_rules import MARKET_BASES
from lib.hiring.planned import MOST_COUNT
from tests.hiring.mixes import FLAT, P_WEEK, S_WEEK, TEXAS, P, S, counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def combinations_of(work: Workload, rules: Constraints) -> Iterator[float]:
    """The cost of every mix with up to 4 positions of each role and arrangement that does the work, by hand."""
    options = list(product((P, S), rules.arrangements))
    prices = {option: tuple(price(*option, share, rules) for share in (1.0, 0.5)) for option in options}
    sizes = [half / 2 for half in range(0, 9, 1 if rules.halves else 2)]
    for chosen in product(sizes, repeat=len(options)):
        team = dict(zip(options, chosen, strict=True))
        if does(work, team, rules):
            yield sum(int(n) * prices[option][0] + (n % 1 > 0) * prices[option][1] for option, n in team.items())


def price(role: str, arrangement: str, share: float, rules: Constraints) -> float:
    row = PlannedPosition(role, rules.area, arrangement=arrangement, share=share, pay_basis=rules.pay_basis)
    return loaded_cost(row.priced(), rules.firm).total


def does(work: Workload, team: dict[tuple[str, str], float], rules: Constraints) -> bool:
    count = {role: sum(n for option, n in team.items() if option[0] == role) for role in (P, S)}
    office = sum(n for option, n in team.items() if option[1] == "in_office")
    if office < rules.in_office_least or any(count[role] < positions for role, positions in rules.least):
        return False
    rounding = 1e-4
    paralegals = count[P] * P_WEEK - work.substantive  # what is left after the work nobody else may do
    secretaries = count[S] * S_WEEK
    to_paralegals = max(work.administrative - secretaries, 0.0)
    left = paralegals + secretaries - work.administrative - work.shareable
    may = rules.administrative_to_paralegals or to_paralegals <= rounding
    return paralegals >= -rounding and left >= -rounding and may


works = st.builds(Workload, *[st.integers(0, 40).map(float)] * 3)
halves = st.integers(0, 3).map(lambda number: number / 2)
rule_sets = st.builds(
    Constraints,
    area=st.sampled_from(["48", "36", "35620", "06"]),
    firm=st.sampled_from([FLAT, Firm(), Firm(headcount=500, benefits="dollars")]),
    arrangements=st.lists(st.sampled_from(sorted(ARRANGEMENTS)), min_size=1, max_size=2, unique=True).map(tuple),
    least=st.tuples(st.tuples(st.just(P), halves), st.tuples(st.just(S), halves)),
    in_office_least=halves,
    halves=st.booleans(),
    administrative_to_paralegals=st.booleans(),
    pay_basis=st.sampled_from(MARKET_BASES),
)


@settings(max_examples=30)
@given(works, rule_sets)
def test_the_search_agrees_with_trying_every_combination(work: Workload, rules: Constraints) -> None:
    tried = sorted(combinations_of(work, rules))
    result = best_mix(work, rules)
    assert (result.best is None) == (not tried) == bool(result.broken)
    if result.best:
        assert result.best.cost == pytest.approx(tried[0])
        assert does(work, result.best.counts, rules)
    if result.second:
        assert result.second.cost == pytest.approx(tried[1])
        assert does(work, result.second.counts, rules)
        assert result.second.counts != counts(result.best)
    assert (result.second is None) == (not result.best or not result.best.choices)


@settings(max_examples=30)
@given(works, rule_sets, st.integers(20_000, 400_000), st.integers(0, 200_000))
def test_a_larger_budget_never_makes_it_dearer(work: Workload, rules: Constraints, budget: int, more: int) -> None:
    tight, loose = (best_mix(work, replace(rules, budget=amount)) for amount in (budget, budget + more))
    if tight.best:
        assert tight.best.cost <= budget
        assert loose.best is not None
        assert loose.best.cost == tight.best.cost
    for mix in (loose.best, loose.second):
        assert mix is None or mix.cost <= budget + more
    assert (tight.best is None) == bool(tight.broken)


@settings(max_examples=30)
@given(works, works, rule_sets)
def test_more_work_never_costs_less(work: Workload, extra: Workload, rules: Constraints) -> None:
    more = Workload(
        work.administrative + extra.administrative,
        work.substantive + extra.substantive,
        work.shareable + extra.shareable,
    )
    less_result, more_result = best_mix(work, rules).best, best_mix(more, rules).best
    if less_result and more_result:
        assert less_result.cost <= more_result.cost + 0.01
    else:
        assert more_result is None


@settings(max_examples=30)
@given(works, rule_sets)
def test_every_hour_is_handed_to_a_role_that_may_do_it(work: Workload, rules: Constraints) -> None:
    mix = best_mix(work, rules).best
    if mix is None:
        return
    by_role = mix.handed_out
    assert by_role[S].substantive == 0
    for role in (P, S):
        assert by_role[role].total <= mix.hours_of(role) + 2e-4
    for kind in ("administrative", "substantive", "shareable"):
        assert sum(getattr(each, kind) for each in by_role.values()) == pytest.approx(getattr(work, kind))
    if not rules.administrative_to_paralegals:
        assert by_role[P].administrative == pytest.approx(0, abs=2e-4)


@settings(max_examples=30)
@given(works, rule_sets)
def test_the_mix_as_a_plan_costs_the_same(work: Workload, rules: Constraints) -> None:
    result = best_mix(work, rules)
    for mix in (result.best, result.second):
        if mix:
            rows = mix.positions(rules.area)
            priced = [loaded_cost(row.priced(), rules.firm).total * row.count for row in rows]
            assert sum(priced) == pytest.approx(mix.cost)
            assert sum(row.count * row.share for row in rows) == sum(mix.counts.values())
            assert sum(hours_worked(row.priced()) * row.count for row in rows) / 52 == pytest.approx(mix.hours_given)
            assert {row.share for row in rows} <= ({1.0, 0.5} if rules.halves else {1.0})


# 5,000 / 36.0769 = 138.6: 139 paralegals give 5,014.7 hours; 9,985.3 / 36.8269 = 271.1: 271.5 legal secretaries.
def test_the_largest_workload_is_solved() -> None:
    rules = replace(TEXAS, arrangements=("in_office", "remote"), in_office_least=20)
    result = best_mix(Workload(5_000, 5_000, 5_000), rules)
    assert not result.stopped
    assert result.best is not None
    assert (result.best.count_of(P), result.best.count_of(S)) == (139, 271.5)
    assert sum(n for (_, arrangement), n in result.best.counts.items() if arrangement == "in_office") == 20


def test_the_largest_minimums_fit_a_row_of_a_plan() -> None:
    rules = replace(TEXAS, least=((P, 250.0), (S, 250.0)), in_office_least=250)
    result = best_mix(Workload(5_000, 5_000, 5_000), rules)
    assert result.second is not None
    assert [row.count for row in result.second.positions("48") if row.count > MOST_COUNT] == []
    assert counts(result.best) == {(P, "in_office"): 250.0, (S, "in_office"): 250.0}


def change_answers(monkeypatch: pytest.MonkeyPatch, change: Callable[[int, Any], Any]) -> None:
    """Change what the solver answers, given the number of the search (from 0) and the answer."""
    solve, asked = scipy.optimize.milp, []

    def answer(*stated: Any, **named: Any) -> Any:
        asked.append(1)
        return change(len(asked) - 1, solve(*stated, **named))

    monkeypatch.setattr(scipy.optimize, "milp", answer)


def without_time(answer: Any) -> Any:
    return SimpleNamespace(x=answer.x, status=1)


def nothing(_: Any) -> Any:
    return SimpleNamespace(x=None, status=1)


def test_a_search_without_time_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.hiring.mix_solver.SECONDS", 0.0)
    result = best_mix(Workload(30, 60, 22), TEXAS)
    assert (result.best, result.second, result.broken, result.stopped) == (None, None, (), True)
    assert result.why == "The search was stopped after 2 seconds; no mix within the rules was found by then."


def test_a_stopped_search_gives_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    change_answers(monkeypatch, lambda _, answer: without_time(answer))
    result = best_mix(Workload(30, 60, 22), TEXAS)
    assert counts(result.best) == {(P, "in_office"): 2.0, (S, "in_office"): 1.5}
    assert (result.second, result.stopped) == (None, True)
    assert result.why.endswith("The search was stopped after 2 seconds, so a cheaper mix may exist.")


@pytest.mark.parametrize(("change", "found"), [(without_time, True), (nothing, False)])
def test_a_stopped_search_for_the_second(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[Any], Any], found: bool
) -> None:
    change_answers(monkeypatch, lambda number, answer: change(answer) if number else answer)
    result = best_mix(Workload(30, 60, 22), TEXAS)
    assert counts(result.best) == {(P, "in_office"): 2.0, (S, "in_office"): 1.5}
    assert (result.second is not None) is found
    assert result.stopped
    assert result.why.endswith("The search was stopped after 2 seconds, so a cheaper second mix may exist.")


def test_rules_that_are_not_looked_into_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    change_answers(monkeypatch, lambda number, answer: nothing(answer) if number else answer)
    result = best_mix(Workload(substantive=30), replace(TEXAS, budget=70_000))
    assert result.best is None
    assert result.broken == ("The search was stopped after 2 seconds, so the rules in the way are not named.",)
