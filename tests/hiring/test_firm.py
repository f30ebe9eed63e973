from __future__ import annotations

from typing import Any

import pytest

from lib.hiring import Firm

LARGEST = {
    "headcount": 100_000,
    "state_unemployment_rate": 0.3,
    "insurance_and_retirement": 2.0,
    "office_space": 1_000_000,
    "office_rent": 1_000_000,
    "software": 1_000_000,
    "turnover": 2.0,
    "replacement_cost": 5.0,
    "vacancy": 24.0,
    "own_search": 1_000_000,
    "agency_fee": 1.0,
    "virtual_us_rate": 1_000_000,
    "virtual_offshore_month": 1_000_000,
}
SMALLEST = {**dict.fromkeys(LARGEST, 0), "headcount": 1}


def test_every_figure_of_a_firm_has_limits() -> None:
    assert LARGEST.keys() == Firm.__dataclass_fields__.keys()


@pytest.mark.parametrize("limits", [SMALLEST, LARGEST])
def test_the_limits_themselves_are_allowed(limits: dict[str, Any]) -> None:
    assert vars(Firm(**limits)) == limits


@pytest.mark.parametrize(("name", "most"), LARGEST.items())
@pytest.mark.parametrize("beyond", ["above", "below", "nan"])
def test_a_figure_beyond_its_limits_is_named(name: str, most: float, beyond: str) -> None:
    step = 1 if name == "headcount" else 0.001
    value = {"above": most + step, "below": SMALLEST[name] - step, "nan": float("nan")}[beyond]
    with pytest.raises(ValueError, match=rf"^{name} must .*, not .*\.$"):
        Firm(**{name: value})
