from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring import Firm, Position, loaded_cost
from lib.hiring.alternatives import alternatives
from lib.hiring.figures import PRICE_OF

TEXAN = Position("paralegal", "TX", 62_890)
FIRM = Firm(headcount=20)


def test_the_break_even_prices_worked_by_hand() -> None:
    # In house 82,131.64 (test_loaded_cost, the role factor rounded as in the table). Software of virtual staff: 672.
    #   US: (82,131.64 - 672) / 1,876 hours = $43.42 an hour; offshore: 81,459.64 / 12 = $6,788.30 a month.
    found = {each.arrangement: each for each in alternatives(TEXAN, FIRM)}
    assert found["virtual_us"].break_even == pytest.approx(43.42, abs=0.005)
    assert found["virtual_offshore"].break_even == pytest.approx(6_788.30, abs=0.01)
    assert found["virtual_us"].cost == pytest.approx(65 * 1_876 + 672)
    assert (found["virtual_us"].unit, found["virtual_offshore"].unit) == ("an hour", "a month")


def test_employees_have_no_price() -> None:
    found = {each.arrangement: each for each in alternatives(TEXAN, FIRM)}
    assert found["in_office"].cost == pytest.approx(82_131.64, abs=0.01)
    assert found["remote"].cost == pytest.approx(82_131.64 - 5_011.50, abs=0.01)  # no office space
    assert (found["remote"].price, found["remote"].break_even, found["remote"].unit) == (None, None, "")


def test_a_virtual_plan_is_held_against_the_office() -> None:
    virtual = Position("paralegal", "TX", 62_890, "virtual_us")
    assert alternatives(virtual, FIRM) == alternatives(TEXAN, FIRM)


def test_a_remote_plan_is_held_against_remote_work() -> None:
    # 77,120.14 - 672 = 76,448.14 over 1,876 hours.
    remote = Position("paralegal", "TX", 62_890, "remote")
    found = {each.arrangement: each for each in alternatives(remote, FIRM)}
    assert found["virtual_us"].break_even == pytest.approx(76_448.14 / 1_876, abs=0.001)


@given(st.floats(20_000, 300_000), st.sampled_from([0.25, 0.5, 1.0]), st.sampled_from(sorted(PRICE_OF)))
def test_at_the_break_even_price_both_cost_the_same(pay: float, share: float, arrangement: str) -> None:
    position = Position("paralegal", "TX", pay, share=share)
    price = {each.arrangement: each for each in alternatives(position, FIRM)}[arrangement].break_even
    assert price is not None
    firm = Firm(headcount=20, **{PRICE_OF[arrangement]: price})
    virtual = Position("paralegal", "TX", pay, arrangement, share=share)
    assert loaded_cost(virtual, firm).total == pytest.approx(loaded_cost(position, firm).total)
