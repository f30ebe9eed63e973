from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.pay import Estimate, Profile, estimate, overlap
from lib.pay.gap import Flips, flips
from lib.pay.market import ESTIMATED, PUBLISHED, Market
from lib.pay.overlap import (
    MeanDifference,
    before_sentence,
    chance_above,
    chance_sentence,
    estimate_sentence,
    flip_heading,
    flip_places,
    flip_sentence,
    flip_table,
    gap_sentences,
    kept_sentence,
    mean_difference,
    mean_sentence,
    quarter_sentence,
)
from lib.tables import load_wages

ROLES = ("paralegal", "legal_secretary")
NATION = (44_740, 50_340, 62_890, 80_080, 101_500)  # paralegals, BLS national_M2025_dl.xlsx


def made(role: str, percentiles: tuple[float, ...], error: float | None = None) -> Estimate:
    basis = PUBLISHED if error is None else ESTIMATED
    area = load_wages().areas["99"]
    return Estimate(Profile(role), Market(role, area, "2025-05", percentiles, basis, "", error), ())


def both(area: str = "99", release: str = "2025-05", **facts: str) -> tuple[Estimate, Estimate]:
    first, second = (estimate(Profile(role, area, release, **facts)) for role in ROLES)
    return first, second


def distributions() -> st.SearchStrategy[tuple[float, ...]]:
    steps = st.lists(st.floats(0, 30_000), min_size=4, max_size=4)
    return st.tuples(st.floats(20_000, 90_000), steps).map(
        lambda drawn: tuple(drawn[0] + sum(drawn[1][:count]) for count in range(5))
    )


def test_identical_distributions_give_even_chances() -> None:
    assert chance_above(made("legal_secretary", NATION), made("paralegal", NATION)) == pytest.approx(0.5, abs=0.005)


# Log-normal by construction: ln p = ln 60,000 + s z at z = -1.2816, -0.6745, 0, 0.6745, 1.2816. The difference of
# two such log pays is normal: P(second earns more) = Phi(d / sqrt(s1^2 + s2^2)), d the difference of the log medians.
# d = ln(60,000 / 50,000) = 0.18232; sqrt(0.3^2 + 0.4^2) = 0.5; Phi(-0.36464) = 0.3577.
def test_against_the_exact_chance_of_two_lognormal_distributions() -> None:
    first = made("paralegal", (40_849, 49_011, 60_000, 73_453, 88_131))  # s = 0.3
    second = made("legal_secretary", (29_947, 38_175, 50_000, 65_487, 83_481))  # s = 0.4
    assert chance_above(second, first) == pytest.approx(0.3577, abs=0.002)


@given(distributions())
def test_a_distribution_against_itself_is_even(wages: tuple[float, ...]) -> None:
    assert chance_above(made("paralegal", wages), made("legal_secretary", wages)) == pytest.approx(0.5, abs=0.005)


@given(distributions(), distributions())
def test_both_chances_add_up(first: tuple[float, ...], second: tuple[float, ...]) -> None:
    one, other = made("paralegal", first), made("legal_secretary", second)
    assert chance_above(one, other) + chance_above(other, one) == pytest.approx(1, abs=0.005)


@given(distributions(), distributions(), st.floats(1, 2))
def test_higher_pay_never_lowers_the_chance(first: tuple[float, ...], second: tuple[float, ...], factor: float) -> None:
    raised = made("paralegal", tuple(wage * factor for wage in first))
    other = made("legal_secretary", second)
    assert chance_above(raised, other) >= chance_above(made("paralegal", first), other) - 1e-9


@given(st.sampled_from(["0-1", "4-6", "11-20"]), st.sampled_from(["99", "11", "30", "48"]))
def test_chances_add_up_with_stated_facts(experience: str, area: str) -> None:
    first, second = both(area, experience=experience)
    assert chance_above(first, second) + chance_above(second, first) == pytest.approx(1, abs=0.005)


def test_stated_facts_of_the_second_count() -> None:
    first, _ = both()
    newcomer = estimate(Profile("legal_secretary", "99", "2025-05", experience="0-1"))
    senior = estimate(Profile("legal_secretary", "99", "2025-05", experience="11-20"))
    assert chance_above(first, newcomer) > chance_above(first, senior)


def test_pairs_in_the_nation() -> None:
    first, second = both()
    assert chance_sentence(second, first) == (
        "Pick one legal secretary and one paralegal here at random: in about 39 in 100 such pairs the legal secretary "
        "earns more (50 in 100 would be no difference)."
    )


def test_pairs_and_medians_may_disagree() -> None:
    # District of Columbia, May 2025: medians 89,750 and 99,280, but paralegals' upper end is higher.
    first, second = both("11")
    assert second.median > first.median
    assert chance_above(second, first) < 0.5
    assert chance_sentence(second, first).endswith(
        "The medians point the other way, because the two ranges differ in shape."
    )


def test_the_upper_quarter_of_the_lower_paid_role() -> None:
    assert quarter_sentence(*both()) == (
        "A quarter of legal secretaries earn more than $71,970; the median of paralegals is $62,890."
    )
    assert quarter_sentence(*both("11")).startswith("A quarter of paralegals earn more than $114,920; the median of")


# BLS national_M2024_dl.xlsx: paralegals mean 66,510 (relative standard error 1.0 %), legal secretaries 60,320 (2.6 %).
# sqrt(665.1^2 + 1,568.32^2) = 1,703.53; 1.96 x 1,703.53 = 3,338.9.
def test_the_means_of_may_2024_differ_by_more_than_sampling_error() -> None:
    found = mean_difference("99", "2024-05")
    assert found is not None
    assert found.difference == 6_190
    assert found.margin == pytest.approx(1.96 * sqrt((66_510 * 0.010) ** 2 + (60_320 * 0.026) ** 2), rel=1e-4)
    assert found.is_beyond_error
    assert found.sentence == (
        "The means differ by $6,190, give or take $3,339 (95% interval; $66,510 for paralegals and $60,320 for legal "
        "secretaries): more than sampling error."
    )
    assert "takes the two samples as independent" in mean_sentence("99", "2024-05")


@pytest.mark.parametrize("means", [(60_000.0, 62_000.0), (62_000.0, 60_000.0), (60_000.0, 60_000.0)])
def test_a_small_difference_is_within_sampling_error_whatever_its_sign(means: tuple[float, float]) -> None:
    found = MeanDifference(("paralegal", "legal_secretary"), means, (900.0, 1_200.0))
    assert found.margin == pytest.approx(1.959964 * 1_500)
    assert not found.is_beyond_error
    assert found.sentence.endswith("no more than sampling error can make.")


@pytest.mark.parametrize("area", ["48", "30", "26420", "6600001"])
def test_where_the_error_is_not_in_our_data_nothing_is_judged(area: str) -> None:
    assert mean_difference(area, "2025-05") is None
    assert "it cannot be judged" in mean_sentence(area, "2025-05")


def test_every_release_has_the_error_of_the_nation() -> None:
    assert all(mean_difference("99", release) for release in load_wages().releases)


# Texas: BLS state rows of May 2025 and May 2024. Connecticut: the order turned.
def test_the_order_in_the_release_before() -> None:
    then = [load_wages().medians[("2024-05", "48", soc_code)] for soc_code in ("23-2011", "43-6012")]
    assert before_sentence("48", "2025-05") == (
        "For everybody in the roles, the order of the medians here was the same in May 2024: "
        f"paralegals ${then[0]:,.0f}, legal secretaries ${then[1]:,.0f}. The gap was $10,550 and is $16,370 now."
    )
    assert "was different in May 2024" in before_sentence("09", "2025-05")


@pytest.mark.parametrize(
    ("area", "release"),
    [("99", "2015-05"), ("30", "2025-05"), ("0100001", "2025-05"), ("26420", "2024-05")],
)
def test_no_word_on_the_release_before_without_four_medians(area: str, release: str) -> None:
    assert before_sentence(area, release) == ""


def test_equal_medians_are_an_order_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {("48", "2025-05"): (50_000.0, 50_000.0), ("48", "2024-05"): (50_000.0, 49_000.0)}
    monkeypatch.setattr(overlap, "_medians", lambda area, release: found[(area, release)])
    assert "was different" in before_sentence("48", "2025-05")


def test_an_estimated_median_is_weighed_against_the_gap() -> None:
    assert estimate_sentence(*both()) == ""
    published = made("paralegal", NATION)
    estimated = made("legal_secretary", (36_500, 44_450, 55_000, 71_970, 91_730), error=0.1)
    assert estimate_sentence(published, estimated) == (
        "The figure of legal secretaries here is our estimate; such estimates are usually off by about $5,500, less "
        "than the gap of $7,890."
    )
    # sqrt(6,289^2 + 5,500^2) = 8,355
    assert estimate_sentence(made("paralegal", NATION, error=0.1), estimated) == (
        "The figures of paralegals and legal secretaries here are our estimates; such estimates are usually off by "
        "about $8,355 together, no less than the gap of $7,890."
    )


def test_sentences_on_a_place_leave_out_what_is_not_known() -> None:
    assert len(gap_sentences(*both("48"))) == 4
    montana = gap_sentences(*both("30"))
    assert len(montana) == 4
    assert montana[2].startswith("The figure of legal secretaries here is our estimate")


def test_where_the_order_flips() -> None:
    assert flip_heading("2025-05") == (
        "state",
        "In 5 of 50 states (with DC) legal secretaries' median is equal or higher",
    )
    assert flip_sentence("2025-05", "metro").startswith("In 31 of 289 metro areas")
    assert kept_sentence("2025-05", "state") == "Of these 5, 4 were on the list of May 2024 too."
    assert kept_sentence("2025-05", "nonmetro") == ""  # May 2024 has none to compare
    assert kept_sentence("2015-05", "state") == ""


def test_a_release_without_such_places_says_so() -> None:
    assert flip_heading("2023-05") == ("", "Where legal secretaries earn more: not known for May 2023")
    assert flip_sentence("2024-05", "nonmetro") == (
        "Our data for May 2024 has no nonmetropolitan areas with full figures for both roles."
    )
    assert flip_table("2023-05", "state").empty


def test_the_list_of_places() -> None:
    table = flip_table("2025-05", "state")
    assert table.columns.tolist() == ["Place", "Paralegals", "Legal secretaries", "Also in May 2024"]
    assert table.iloc[0].tolist() == ["District of Columbia", "$89,750", "$99,280", "yes"]
    assert table.iloc[-1].tolist() == ["Connecticut", "$63,820", "$66,220", "no"]
    metro = flip_table("2025-05", "metro").set_index("Place")["Also in May 2024"]
    assert metro["Reno, NV"] == "no figure"
    assert flip_table("2025-05", "nonmetro").columns.tolist() == ["Place", "Paralegals", "Legal secretaries"]


def test_the_places_of_the_chart_are_those_of_the_list() -> None:
    places = flip_places("2025-05", "state")
    assert places["label"].tolist() == flip_table("2025-05", "state")["Place"].tolist()
    assert set(places["paralegal_basis"]) | set(places["legal_secretary_basis"]) == {PUBLISHED}


def test_a_kind_in_which_it_flips_nowhere_has_no_list_to_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    none = Flips("state", flips("2025-05", "state").places.iloc[:0], 50)
    monkeypatch.setattr(overlap, "flips", lambda *_: none)
    assert kept_sentence.__wrapped__("2025-05", "state") == ""
    assert flip_heading.__wrapped__("2025-05")[1].startswith("In 0 of 50 states")
