from __future__ import annotations

from typing import Any

import pytest

from lib.hiring import Firm
from lib.hiring.figures import FIGURES
from lib.hiring.firm import BENEFITS

LARGEST = {
    "wage_growth": 0.5,
    "pay_error": 0.5,
    "market_error": 0.5,
    "state_unemployment_rate": 0.3,
    "insurance_and_retirement": 2.0,
    "health_single": 1_000_000,
    "health_family": 1_000_000,
    "family_share": 1.0,
    "retirement_match": 1.0,
    "office_space": 1_000_000,
    "office_rent": 1_000_000,
    "software": 1_000_000,
    "equipment": 1_000_000,
    "training": 1_000_000,
    "own_search": 1_000_000,
    "agency_fee": 1.0,
    "turnover": 2.0,
    "vacancy": 24.0,
    "replacement_cost": 5.0,
    "ramp": 24.0,
    "virtual_us_rate": 1_000_000,
    "virtual_offshore_month": 1_000_000,
    "bill_rate": 2_000,
    "billable_hours": 3_000,
    "realization": 1.0,
    "collection": 1.0,
    "rate_growth": 0.5,
    "released_hours": 3_000,
    "released_value": 2_000,
    "tool_hours": 40,
    "tool_share": 1.0,
    "tool_cost": 1_000_000,
    "tool_billed": 1.0,
}


def test_every_figure_has_limits() -> None:
    assert {name: figure.most for name, figure in FIGURES.items()} == LARGEST


@pytest.mark.parametrize("headcount", [1, 100_000])
@pytest.mark.parametrize("limits", [dict.fromkeys(LARGEST, 0), LARGEST])
def test_the_limits_themselves_are_allowed(limits: dict[str, Any], headcount: int) -> None:
    assert vars(Firm(headcount, **limits)) == {"headcount": headcount, "benefits": "share", **limits}


@pytest.mark.parametrize(("name", "most"), LARGEST.items())
@pytest.mark.parametrize("beyond", ["above", "below", "nan", "infinite"])
def test_a_figure_beyond_its_limits_is_named_by_its_label(name: str, most: float, beyond: str) -> None:
    values = {"above": most + 0.01, "below": -0.01, "nan": float("nan"), "infinite": float("inf")}
    with pytest.raises(ValueError, match=r"\.$") as raised:
        Firm(**{name: values[beyond]})
    assert str(raised.value).startswith(f"{FIGURES[name].label}: type ")
    assert FIGURES[name].unit in str(raised.value)


def test_a_refusal_is_a_sentence_in_the_units_people_type() -> None:
    with pytest.raises(ValueError, match="Turnover") as raised:
        Firm(turnover=2.5)
    assert str(raised.value) == "Turnover: type 0% to 200% (% of positions a year), not 250%."
    with pytest.raises(ValueError, match="Rent") as raised:
        Firm(office_rent=2_000_000)
    assert str(raised.value) == "Rent: type $0 to $1,000,000 ($ a square foot and year), not $2,000,000."


@pytest.mark.parametrize("headcount", [0, -3, 100_001])
def test_a_firm_has_employees(headcount: int) -> None:
    with pytest.raises(ValueError, match=rf"^A firm has 1 to 100,000 employees, not {headcount:,}\.$"):
        Firm(headcount)


def test_benefits_are_counted_in_a_known_way() -> None:
    assert [Firm(benefits=way).benefits for way in BENEFITS] == ["share", "dollars", "none"]
    with pytest.raises(ValueError, match=r"^benefits 'perks' is not known\. Known: share, dollars, none\.$"):
        Firm(benefits="perks")


def test_a_figure_of_its_own_replaces_the_default_even_if_it_is_zero() -> None:
    assert Firm().of("turnover") == 0.15
    assert Firm(turnover=0.0).of("turnover") == 0.0
    assert Firm(turnover=0.3).of("turnover") == 0.3


def test_a_default_depends_on_role_and_headcount() -> None:
    assert [Firm().of("virtual_us_rate", role) for role in ("paralegal", "legal_secretary")] == [65, 50]
    assert [Firm(headcount).of("retirement_match") for headcount in (49, 50, 100, 500)] == [0.029, 0.035, 0.0435, 0.064]


def test_a_firm_knows_which_figures_are_its_own() -> None:
    firm = Firm(office_space=0.0)
    assert firm.states("office_space")
    assert not firm.states("office_rent")
    assert not firm.states("office_space", "office_rent")
