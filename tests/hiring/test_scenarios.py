from __future__ import annotations

from dataclasses import replace

import pytest

from lib.hiring import Plan, PlannedPosition, Scenarios, run_plan
from lib.hiring.plan import LONGEST_NAME
from lib.hiring.scenarios import LONGEST_QUESTION, MOST_SCENARIOS, example
from tests.hiring.plans import typed

LONG = "x" * LONGEST_NAME
ONE = Scenarios((Plan("A", (typed(),)),))
THREE = Scenarios((Plan("A"), Plan("B"), Plan("C")), budget=80_000, question="Whom to hire?")


def test_scenarios_hold_plans_budget_and_question() -> None:
    assert (THREE.names, THREE.budget, THREE.question) == (("A", "B", "C"), 80_000, "Whom to hire?")
    assert (ONE.budget, ONE.question) == (None, "")


@pytest.mark.parametrize("count", [0, MOST_SCENARIOS + 1])
def test_there_are_one_to_four_scenarios(count: int) -> None:
    with pytest.raises(ValueError, match=rf"^There can be 1 to 4 scenarios, not {count}\.$"):
        Scenarios(tuple(Plan(str(number)) for number in range(count)))


def test_four_scenarios_are_full() -> None:
    four = THREE.duplicated(0)
    assert (THREE.full, four.full) == (False, True)
    with pytest.raises(ValueError, match="There can be 1 to 4 scenarios, not 5"):
        four.duplicated(0)


def test_names_differ() -> None:
    with pytest.raises(ValueError, match=r"^Each scenario needs a name of its own\.$"):
        Scenarios((Plan("A"), Plan("A")))


@pytest.mark.parametrize("budget", [0, -1, 100_000_000.01, float("nan"), float("inf")])
def test_a_budget_is_an_amount(budget: float) -> None:
    with pytest.raises(ValueError, match=r"^Type a budget above \$0 and up to \$100,000,000\.$"):
        Scenarios((Plan("A"),), budget)


def test_the_limits_themselves_are_allowed() -> None:
    scenarios = Scenarios((Plan("A"),), 100_000_000, "?" * LONGEST_QUESTION)
    assert (scenarios.budget, len(scenarios.question)) == (100_000_000, 200)
    with pytest.raises(ValueError, match=r"^The question holds up to 200 characters, not 201\.$"):
        replace(scenarios, question="?" * (LONGEST_QUESTION + 1))


@pytest.mark.parametrize(("at", "names"), [(0, ("X", "B", "C")), (1, ("A", "X", "C")), (2, ("A", "B", "X"))])
def test_one_plan_is_changed_and_the_others_stay(at: int, names: tuple[str, ...]) -> None:
    changed = THREE.changed(at, Plan("X"))
    assert changed.names == names
    assert (changed.budget, changed.question) == (THREE.budget, THREE.question)
    assert THREE.names == ("A", "B", "C")


def test_a_plan_cannot_take_the_name_of_another() -> None:
    with pytest.raises(ValueError, match="name of its own"):
        THREE.changed(0, Plan("B"))


@pytest.mark.parametrize(("at", "names"), [(0, ("B", "C")), (1, ("A", "C")), (2, ("A", "B"))])
def test_one_plan_is_removed(at: int, names: tuple[str, ...]) -> None:
    assert THREE.removed(at).names == names


def test_the_last_plan_cannot_be_removed() -> None:
    with pytest.raises(ValueError, match="1 to 4 scenarios, not 0"):
        ONE.removed(0)


def test_a_copy_stands_behind_its_original_under_a_new_name() -> None:
    copied = THREE.duplicated(1)
    assert copied.names == ("A", "B", "B (2)", "C")
    assert replace(copied.plans[2], name="B") == copied.plans[1]
    assert (copied.budget, copied.question) == (THREE.budget, THREE.question)


def test_every_further_copy_has_a_name_of_its_own() -> None:
    assert ONE.duplicated(0).duplicated(0).duplicated(0).names == ("A", "A (4)", "A (3)", "A (2)")
    assert ONE.duplicated(0).duplicated(1).names == ("A", "A (2)", "A (2) (2)")


def test_a_copy_of_a_long_name_stays_within_the_limit() -> None:
    copied = Scenarios((Plan(LONG),)).duplicated(0).duplicated(0)
    assert copied.names == (LONG, f"{LONG[:36]} (3)", f"{LONG[:36]} (2)")


def test_a_copy_has_its_own_result_as_the_original() -> None:
    first, second = (run_plan(plan) for plan in ONE.duplicated(0).plans)
    assert first.total == second.total > 0


def test_the_example_compares_the_two_roles_and_can_be_run() -> None:
    scenarios = example()
    assert scenarios.names == ("Add a paralegal", "Add a legal secretary")
    assert [plan.positions[0].role for plan in scenarios.plans] == ["paralegal", "legal_secretary"]
    assert {plan.positions[0].state for plan in scenarios.plans} == {"TX"}
    assert {plan.people for plan in scenarios.plans} == {1}
    assert scenarios.budget == 100_000
    assert all(0 < run_plan(plan).total < scenarios.budget for plan in scenarios.plans)


def test_existing_staff_is_put_into_every_plan_and_replaces_their_own() -> None:
    employed, new = replace(typed(), employed=True), PlannedPosition("legal_secretary", "48")
    other = replace(typed(70_000), employed=True)
    scenarios = Scenarios((Plan("A", (new, employed)), Plan("B", (other, new)), Plan("C")))
    shared = scenarios.with_staff_of(0)
    assert [plan.positions for plan in shared.plans] == [(employed, new), (employed, new), (employed,)]
    assert shared.names == ("A", "B", "C")


def test_a_free_name_is_the_name_itself_or_numbered() -> None:
    scenarios = Scenarios((Plan("A"), Plan("B"), Plan("B (2)")))
    assert [scenarios.free_name(name) for name in ("C", "A", "B")] == ["C", "A (2)", "B (3)"]
