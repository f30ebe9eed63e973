from __future__ import annotations

import pytest

from lib.pay.fallback import state_codes
from lib.pay.prices import price_adjusted, price_index
from lib.tables import load_price_parities, load_wages

# BEA regional price parities 2024: New York State 107.921, California 110.72, Arkansas 86.937, Alabama 88.823,
# Abilene, TX 90.364. 100,000 / 1.07921 = 92,660; / 1.1072 = 90,318; / 0.86937 = 115,026; / 0.90364 = 110,664.


@pytest.mark.parametrize(
    ("area", "amount"), [("36", 92_660), ("06", 90_318), ("05", 115_026), ("10180", 110_664), ("99", 100_000)]
)
def test_prices_divide_pay(area: str, amount: int) -> None:
    found = price_adjusted(100_000, area)
    assert found.amount == pytest.approx(amount, abs=0.5)
    assert found.finding == f"$100,000 here buys what ${amount:,} buys at average US prices"


def test_the_origin_names_source_vintage_and_formula() -> None:
    assert price_adjusted(100_000, "36").origin == (
        "BEA regional price parities, 2024: prices here stand at 107.9 (United States 100); pay / (index / 100)."
    )
    assert "prices here stand at 100.0" in price_adjusted(100_000, "99").origin


def test_an_area_without_a_figure_takes_its_states() -> None:
    found = price_adjusted(100_000, "0100001")  # Northwest Alabama nonmetropolitan area
    assert found.amount == pytest.approx(100_000 / 0.88823)
    assert "prices in Alabama (no figure for this area) stand at 88.8" in found.origin


@pytest.mark.parametrize(("area", "title"), [("72", "Puerto Rico"), ("6600001", "Guam")])
def test_a_place_without_a_price_level_says_so(area: str, title: str) -> None:
    found = price_adjusted(40_000, area)
    assert found.amount is None
    assert found.finding == f"What $40,000 buys in {title} is not known"
    assert found.origin == "BEA regional price parities, 2024, has no price level for this place."


def test_dear_places_buy_less_everywhere() -> None:
    parities = load_price_parities()
    for code, area in load_wages().areas.items():
        index = 100.0 if code == "99" else parities.get(code, parities.get(state_codes().get(area.state, "")))
        found = price_adjusted(50_000, code)
        assert found.amount == (None if index is None else pytest.approx(50_000 / index * 100)), code
        if found.amount is None:
            assert area.state in {"PR", "GU", "VI"}
        elif index > 100:
            assert found.amount < 50_000


# BEA 2024: Abilene, TX, 90.364 of its own; Northwest Alabama takes Alabama's 88.823; Guam has none.
@pytest.mark.parametrize(
    ("code", "expected"),
    [("99", (100.0, True)), ("10180", (90.364, True)), ("0100001", (88.823, False)), ("6600001", (None, False))],
)
def test_the_price_level_of_a_place_and_whose_it_is(code: str, expected: tuple[float | None, bool]) -> None:
    assert price_index(load_wages().areas[code]) == expected


def test_a_level_of_its_own_goes_before_its_states() -> None:
    parities = load_price_parities()
    for code, area in load_wages().areas.items():
        index, own = price_index(area)
        assert own == (code in parities or code == "99")
        if not own:
            assert index == parities.get(state_codes().get(area.state, ""))


def test_the_amount_is_pay_over_the_index() -> None:
    for code in ("36", "0100001", "10180", "99"):
        index, _ = price_index(load_wages().areas[code])
        assert index is not None
        assert price_adjusted(60_000, code).amount == pytest.approx(60_000 / index * 100)
