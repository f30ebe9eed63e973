from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from lib.pay import Profile, estimate
from lib.pay.estimate import Estimate
from lib.pay.profile import factor_levels
from lib.pay.sensitivity import Effect, effect_sentence, effect_table, effects
from lib.pay.shifts import SLOPE_DIGITS, level_shifts, shifts_of
from lib.pay.words import dollars
from tests.pay.test_estimate import profiles

if TYPE_CHECKING:
    from lib.tables import Level

PERSON = Profile("paralegal", "48", "2025-05", experience="4-6", employer="in_house", specialization="family")


def effect_of(found: Estimate, factor: str) -> Effect:
    return next(effect for effect in effects(found) if effect.level.factor == factor)


@given(profiles())
def test_each_effect_is_of_the_estimate_as_it_stands(profile: Profile) -> None:
    found = estimate(profile)
    ordered = effects(found)
    assert {effect.level.factor: effect.level.level for effect in ordered} == profile.stated
    sizes = [abs(effect.dollars) for effect in ordered]
    assert sizes == sorted(sizes, reverse=True)
    for effect in ordered:
        assert effect.value == pytest.approx(found.median, rel=1e-12)
        assert effect.dollars == effect.value - effect.without


@given(profiles())
def test_without_a_fact_is_the_estimate_of_the_others(profile: Profile) -> None:
    found = estimate(profile)
    for effect in effects(found):
        others = {factor: level for factor, level in profile.stated.items() if factor != effect.level.factor}
        rest = Estimate(profile, found.market, shifts_of(profile.role, others, found.market.curve.slope))
        assert effect.without == pytest.approx(rest.median, rel=1e-9)


def test_without_a_fact_is_the_profile_without_it() -> None:
    found = estimate(PERSON)
    for effect in effects(found):
        rest = estimate(replace(PERSON, **{effect.level.factor: None}))
        assert effect.without == pytest.approx(rest.median, rel=1e-9)


@given(profiles())
def test_the_ends_of_the_evidence_lie_around_the_estimate(profile: Profile) -> None:
    for effect in effects(estimate(profile)):
        assert effect.low <= effect.value * (1 + 1e-12), effect.level
        assert effect.value <= effect.high * (1 + 1e-12), effect.level


# One fact: its position with its level moved to an end of its range and the factor centred anew, on the area's curve.
@pytest.mark.parametrize(("factor", "level"), [("experience", "4-6"), ("employer", "in_house"), ("firm_size", "200+")])
def test_the_ends_are_those_of_a_centred_factor(factor: str, level: str) -> None:
    found = estimate(Profile("paralegal", "48", "2025-05", **{factor: level}))
    slope = round(found.market.curve.slope, SLOPE_DIGITS)

    def pay(end: str) -> float:
        def moved(each: Level) -> Level:
            return replace(each, value=getattr(each, end)) if each.level == level else each

        shifts = level_shifts([moved(each) for each in factor_levels("paralegal", factor)], slope)
        return found.market.curve.wage(shifts[level].position)

    effect = effect_of(found, factor)
    assert (effect.low, effect.value, effect.high) == pytest.approx((pay("low"), pay("value"), pay("high")))
    assert effect.without == pytest.approx(62_310)  # BLS, Texas, May 2025
    assert effect.low < effect.value < effect.high


def test_nothing_stated_has_no_effect_and_no_sentence() -> None:
    found = estimate(Profile("paralegal"))
    assert effects(found) == ()
    assert effect_sentence(found) == ""
    assert effect_table(found).empty


def test_the_table_says_what_each_fact_does() -> None:
    found = estimate(PERSON)
    table = effect_table(found)
    assert table["Stated fact"].tolist() == [effect.level.label for effect in effects(found)]
    for row, effect in zip(table.to_dict("records"), effects(found), strict=True):
        assert row["Median without it"] == dollars(effect.without)
        ends = row["Median if its strength is at the low or high end"]
        assert ends == f"{dollars(effect.low)} to {dollars(effect.high)}"
        assert row["Confidence"] == effect.level.confidence


def test_a_reference_level_has_no_range() -> None:
    found = estimate(Profile("paralegal", credential="none"))
    (row,) = effect_table(found).to_dict("records")
    assert row["Median if its strength is at the low or high end"] == "the level others are compared with: no range"


@pytest.mark.parametrize("employer", ["in_house", "state_government"])
def test_the_sentence_names_the_largest_effect(employer: str) -> None:
    found = estimate(Profile("paralegal", employer=employer))
    effect = effects(found)[0]
    assert effect_sentence(found) == (
        f"“{effect.level.label}” moves this estimate most: without it the median would be {dollars(effect.without)} "
        f"instead of {dollars(effect.value)}. Over the range that the evidence on it allows, the median lies between "
        f"{dollars(effect.low)} and {dollars(effect.high)}"
    )
