from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lib.hiring import ARRANGEMENTS
from lib.hiring.mix import Constraints, Workload, best_mix
from tests.hiring.mixes import FLAT, TEXAS, P, S


# One paralegal for 71,318.715 against 70,000: 1,318.715 above. Offshore costs 31,200.
def test_a_budget_that_is_too_small() -> None:
    result = best_mix(Workload(substantive=30), replace(TEXAS, budget=70_000))
    assert (result.best, result.second) == (None, None)
    assert result.why == "No mix of positions does this work within the rules."
    assert result.broken == (
        "The cheapest mix costs $71,319 a year, $1,319 above the budget of $70,000.",
        "With every arrangement allowed, the cheapest mix would cost $31,200 a year, within the budget.",
    )


def test_a_budget_missed_by_cents() -> None:
    result = best_mix(Workload(substantive=30), Constraints("48", FLAT, budget=31_199.5))
    assert result.broken == ("The cheapest mix costs $31,200.00 a year, $0.50 above the budget of $31,199.50.",)
    assert best_mix(Workload(substantive=30), Constraints("48", FLAT, budget=31_200)).best is not None


# 2 paralegals and 1 legal secretary in the office: 142,637.43 + 53,696.41 = 196,333.84, 16,333.84 above 180,000.
# Without the minimum of 1 legal secretary the third in the office is one all the same: it does not help.
def test_minimums_the_budget_does_not_allow() -> None:
    rules = replace(
        TEXAS, budget=180_000, least=((P, 2.0), (S, 1.0)), arrangements=tuple(ARRANGEMENTS), in_office_least=3
    )
    result = best_mix(Workload(35, 35), rules)
    assert result.broken == (
        "The cheapest mix costs $196,334 a year, $16,334 above the budget of $180,000.",
        # 1 + 2 in the office: 71,318.715 + 2 x 53,696.41 = 178,711.535; 3 legal secretaries there and an offshore
        # paralegal: 161,089.23 + 31,200 = 192,289.23
        "Without the minimum of 2 paralegals, the cheapest mix would cost $178,712 a year, within the budget.",
        # nobody must sit in the office: 3 x 31,200
        "Without the minimum of 3 in the office, the cheapest mix would cost $93,600 a year, within the budget.",
    )


def test_nobody_allowed_to_do_the_work() -> None:
    result = best_mix(Workload(substantive=30), replace(TEXAS, arrangements=()))
    assert result.broken == (
        "No arrangement is allowed, so there is nobody to do the work.",
        "With every arrangement allowed, the cheapest mix would cost $31,200 a year.",
    )


def test_people_wanted_in_an_office_that_is_not_allowed() -> None:
    rules = replace(TEXAS, arrangements=("remote",), in_office_least=1)
    result = best_mix(Workload(substantive=30), rules)
    assert result.broken == (
        "At least 1 position must be in the office, but that arrangement is not allowed.",
        "Without the minimum of 1 in the office, the cheapest mix would cost $68,319 a year.",
        # a legal secretary in the office and an offshore paralegal: 53,696.41 + 31,200 = 84,896.41; the paralegal
        # in the office alone costs less
        "With every arrangement allowed, the cheapest mix would cost $71,319 a year.",
    )


def test_two_rules_that_both_have_to_give_way() -> None:
    rules = replace(TEXAS, arrangements=("remote",), in_office_least=1.5, budget=50_000)
    assert best_mix(Workload(substantive=30), rules).broken == (
        "At least 1.5 positions must be in the office, but that arrangement is not allowed.",
        "Without the budget of $50,000 and without the minimum of 1.5 in the office, the cheapest mix would cost "
        "$68,319 a year.",
        # 1 paralegal and half a legal secretary in the office: 71,318.715 + 28,969.205 = 100,287.92; 1 legal secretary
        # there and half a paralegal there and half offshore: 53,696.41 + 37,780.3575 + 16,200 = 107,676.77
        "Without the budget of $50,000 and with every arrangement allowed, the cheapest mix would cost "
        "$100,288 a year.",
        "Without the minimum of 1.5 in the office and with every arrangement allowed, the cheapest mix would cost "
        "$31,200 a year, within the budget.",
    )


@pytest.mark.parametrize("kind", ["administrative", "substantive", "shareable"])
@pytest.mark.parametrize("hours", [-1, 5_000.5, float("nan"), float("inf")])
def test_hours_out_of_bounds_are_refused(kind: str, hours: float) -> None:
    with pytest.raises(ValueError, match=rf"^{kind.capitalize()} work: type 0 to 5,000 hours a week, not .*\.$"):
        Workload(**{kind: hours})


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"area": "Texas"}, "area 'Texas' is not known"),
        ({"area": "99"}, "Choose a state, metropolitan or nonmetropolitan area"),
        ({"pay_basis": "typed"}, "pay_basis 'typed' is not known. Known: median, p10"),
        ({"arrangements": ("beach",)}, "arrangement 'beach' is not known. Known: in_office"),
        ({"least": (("lawyer", 1.0),)}, "role 'lawyer' is not known. Known: paralegal"),
        ({"least": ((P, 1.0), (P, 2.0))}, "Give each role one minimum."),
        ({"least": ((P, 0.3),)}, "Paralegals: the minimum is 0 to 250, in whole or half positions, not 0.3."),
        (
            {"least": ((S, 250.5),)},
            "Legal secretaries: the minimum is 0 to 250, in whole or half positions, not 250.5.",
        ),
        (
            {"in_office_least": -1.0},
            "Positions in the office: the minimum is 0 to 250, in whole or half positions, not -1.",
        ),
        ({"in_office_least": float("nan")}, "Positions in the office: the minimum is 0 to 250"),
        ({"budget": 0}, "Type a budget above $0 and up to $100,000,000."),
        ({"budget": float("nan")}, "Type a budget above $0 and up to $100,000,000."),
        ({"budget": 100_000_001}, "Type a budget above $0 and up to $100,000,000."),
    ],
)
def test_rules_that_cannot_be_meant_are_refused(changed: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        Constraints(**{"area": "48", **changed})
    assert str(raised.value).startswith(sentence)


def test_the_limits_themselves_are_allowed() -> None:
    assert Workload(5_000, 5_000, 5_000).total == 15_000
    assert Constraints("48", budget=100_000_000, least=((P, 250.0), (S, 0.0)), in_office_least=250).least_of(P) == 250
    assert Constraints("48").least_of(P) == 0
