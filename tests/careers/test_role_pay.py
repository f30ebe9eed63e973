from __future__ import annotations

import pytest

from lib.careers.role_pay import role_pay
from lib.pay.estimate import estimate
from lib.pay.market import find_market
from lib.pay.profile import Profile

NONMETRO = "0100001"  # Northwest Alabama


# BLS, May 2025.
@pytest.mark.parametrize(
    ("role", "area", "median"),
    [
        ("paralegal", "99", 62_890),
        ("legal_secretary", "99", 55_570),
        ("lawyer", "99", 159_670),
        ("paralegal", "06", 77_390),
        ("legal_secretary", "06", 62_860),
        ("office_supervisor", "06", 77_590),
        ("administrative_services_manager", "06", 108_890),
        ("lawyer", "06", 195_080),
    ],
)
def test_pay_of_everybody_is_the_published_median(role: str, area: str, median: float) -> None:
    found = role_pay(role, area)
    assert (found.annual, found.basis) == (median, "published")
    where = "the United States" if area == "99" else "California"
    assert found.note == f"BLS publishes the median for {where}, May 2025."


def test_pay_with_stated_facts_is_the_estimate_of_the_pay_model() -> None:
    found = role_pay("paralegal", "06", experience="senior")
    assert found.annual == estimate(Profile("paralegal", "06", experience="senior")).median
    assert found.basis == "estimated"
    assert found.note == (
        "An estimate of our pay model (Senior, lead or supervising title), because BLS publishes pay for everybody in "
        "the role only. BLS publishes the median for California, May 2025."
    )


def test_where_no_median_is_published_the_fallback_of_the_pay_model_stands_in() -> None:
    found = role_pay("legal_secretary", NONMETRO)
    market = find_market("legal_secretary", NONMETRO, "2025-05")
    assert (found.annual, found.basis, found.note) == (market.percentiles[2], "estimated", market.note)
    senior = role_pay("legal_secretary", NONMETRO, experience="senior")
    assert senior.annual > found.annual
    assert senior.note.endswith(market.note)


def test_the_same_holds_for_other_roles() -> None:
    role = "administrative_services_manager"
    found, market = role_pay(role, NONMETRO), find_market(role, NONMETRO, "2025-05")
    assert (found.annual, found.basis) == (pytest.approx(market.percentiles[2]), "estimated")
    assert found.note.startswith(
        "No median is published for Northwest Alabama nonmetropolitan area, May 2025: this is an estimate from what 5 "
        "other legal and office jobs pay here, usually off by "
    )
    # The pay model says the same of its error.
    assert found.note.rsplit(" ", 1)[1] == market.note.rsplit(" ", 1)[1]


def test_lawyers_have_a_median_in_a_release_that_tops_out_their_highest_pay() -> None:
    # BLS, May 2024: the highest percentile of lawyers is above the top code; the median of New York State is 177,210.
    with pytest.raises(ValueError, match="No full distribution of lawyer"):
        find_market("lawyer", "36", "2024-05")
    assert role_pay("lawyer", "36", release="2024-05").annual == 177_210


def test_where_nothing_can_be_compared_the_larger_area_is_named() -> None:
    found = role_pay("lawyer", "36", release="2022-05")
    # BLS, May 2022, the nation: 135,740; our copy holds no row of any state.
    assert (found.annual, found.basis) == (135_740, "estimated")
    assert found.note == (
        "No median is published for New York, May 2022: this is the figure for the United States as it stands."
    )


def test_other_roles_take_no_facts_and_the_place_is_checked() -> None:
    with pytest.raises(ValueError, match=r"The pay model knows no experience for lawyers\."):
        role_pay("lawyer", "36", experience="senior")
    with pytest.raises(ValueError, match="area 'XX' is not known"):
        role_pay("lawyer", "XX")
    with pytest.raises(ValueError, match="release '1999-05' is not known"):
        role_pay("lawyer", "36", release="1999-05")
    with pytest.raises(ValueError, match="experience 'chief' is not known"):
        role_pay("paralegal", "36", experience="chief")
