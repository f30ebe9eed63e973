from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.pay import Profile, estimate
from lib.pay.curve import LEVELS, NORMAL, Curve
from lib.pay.market import PUBLISHED, find_market
from lib.pay.profile import factor_levels
from lib.pay.shifts import SLOPE_DIGITS, Shift, factor_shifts, level_shifts, remaining_spread, shifts_of
from lib.tables import load_wages
from lib.tables.factors import PROFILE_FACTORS

if TYPE_CHECKING:
    from collections.abc import Sequence

ROLES = ("paralegal", "legal_secretary")
SOC_CODES = {"paralegal": "23-2011", "legal_secretary": "43-6012"}
AREAS = sorted(load_wages().areas)


def published_areas(role: str, release: str = "2025-05") -> list[str]:
    wages = load_wages()
    rows = (wages.find(release, area, SOC_CODES[role]) for area in AREAS)
    return [row.area_code for row in rows if row is not None and None not in row.percentiles]


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    role = draw(st.sampled_from(ROLES))
    facts = {
        factor: draw(st.none() | st.sampled_from([level.level for level in factor_levels(role, factor)]))
        for factor in PROFILE_FACTORS
    }
    release = draw(st.none() | st.sampled_from(load_wages().releases))
    return Profile(role=role, area=draw(st.sampled_from(AREAS)), release=release, **facts)


# BLS national_M2025_dl.xlsx and the BLS rows for New York State and the New York metropolitan area.
@pytest.mark.parametrize(
    ("role", "area", "published"),
    [
        ("paralegal", "99", (44_740, 50_340, 62_890, 80_080, 101_500)),
        ("legal_secretary", "99", (36_500, 44_450, 55_570, 71_970, 91_730)),
    ],
)
def test_nothing_stated_gives_the_published_percentiles(role: str, area: str, published: tuple[float, ...]) -> None:
    found = estimate(Profile(role=role, area=area, release="2025-05"))
    assert (found.p10, found.p25, found.median, found.p75, found.p90) == published
    assert found.basis == "published"


@pytest.mark.parametrize("role", ROLES)
def test_nothing_stated_gives_the_row_everywhere(role: str) -> None:
    wages = load_wages()
    for area in published_areas(role):
        row = wages.find("2025-05", area, SOC_CODES[role])
        assert row is not None
        assert estimate(Profile(role=role, area=area)).percentiles == row.percentiles


Groups = list[tuple[float, tuple[Shift, ...]]]  # part of the workforce, and what its facts do


def groups_of(role: str, factors: Sequence[str], slope: float) -> Groups:
    """Split the whole workforce by the levels of some factors, each independent of the others."""
    groups = []
    for levels in product(*(factor_levels(role, factor) for factor in factors)):
        stated = {level.factor: level.level for level in levels}
        groups.append((prod(level.share for level in levels), shifts_of(role, stated, slope)))
    return groups


def mixture_position(groups: Groups, share: float) -> float:
    """Position below which `share` of the workforce lies, if everybody states the facts."""
    parts = [(part, sum(shift.position for shift in shifts), remaining_spread(shifts)) for part, shifts in groups]

    def below(position: float) -> float:
        return sum(part * NORMAL.cdf((position - centre) / spread) for part, centre, spread in parts)

    thousandths = range(-4000, 4001)
    return thousandths[bisect_left(thousandths, share, key=lambda at: below(at / 1000))] / 1000


def off_by(role: str, factors: Sequence[str], at: int) -> list[float]:
    """Return how far the workforce of each published area, split by the factors, is from BLS's percentile."""
    known: dict[float, float] = {}
    distances = []
    for area in published_areas(role):
        market = find_market(role, area, "2025-05")
        slope = round(market.curve.slope, SLOPE_DIGITS)
        if slope not in known:
            known[slope] = mixture_position(groups_of(role, factors, slope), LEVELS[at])
        distances.append(abs(market.curve.wage(known[slope]) / market.percentiles[at] - 1))
    return sorted(distances)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("factor", PROFILE_FACTORS)
def test_the_workforce_as_a_whole_stays_where_bls_found_it(role: str, factor: str) -> None:
    assert off_by(role, [factor], at=2)[-1] < 0.002
    assert max(off_by(role, [factor], at=0)[-1], off_by(role, [factor], at=4)[-1]) < 0.03


@pytest.mark.parametrize("role", ROLES)
def test_employers_and_experience_together_leave_the_workforce_where_bls_found_it(role: str) -> None:
    together = ["employer", "experience"]
    assert off_by(role, together, at=2)[-1] < 0.01
    for at in (0, 4):
        distances = off_by(role, together, at)
        assert distances[int(0.99 * len(distances))] < 0.03
        assert distances[-1] < 0.04  # where BLS's outermost percentiles lie far apart


@given(
    st.lists(
        st.tuples(st.floats(0.2, 5, exclude_min=True, exclude_max=True), st.floats(0.05, 1), st.floats(0.1, 1.5)),
        min_size=1,
        max_size=9,
    ),
    st.floats(0.01, 1),
)
def test_half_of_any_workforce_stands_above_its_median(rows: list[tuple[float, float, float]], slope: float) -> None:
    total = sum(share for _, share, _ in rows)
    model = factor_levels("paralegal", "employer")[0]
    levels = [
        replace(model, level=str(at), value=value, share=share / total, spread=spread)
        for at, (value, share, spread) in enumerate(rows)
    ]
    shifts = level_shifts(levels, slope).values()
    below = sum(shift.level.share * NORMAL.cdf(-shift.position / remaining_spread((shift,))) for shift in shifts)
    assert below == pytest.approx(0.5, abs=1e-9)
    assert sum(shift.level.share * shift.spread**2 for shift in shifts) == pytest.approx(1)


@pytest.mark.parametrize("role", ROLES)
def test_rounding_the_slope_moves_pay_by_less_than_a_thousandth(role: str) -> None:
    for area in published_areas(role)[::10]:
        curve = find_market(role, area, "2025-05").curve
        for factor in PROFILE_FACTORS:
            exact = factor_shifts(role, factor, curve.slope)
            for level, shift in exact.items():
                rounded = shifts_of(role, {factor: level}, curve.slope)[0]
                assert curve.wage(rounded.position) == pytest.approx(curve.wage(shift.position), rel=0.001)


EMPLOYERS = [None, *(level.level for level in factor_levels("paralegal", "employer"))]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("employer", EMPLOYERS)
def test_more_experience_never_lowers_the_range(role: str, employer: str | None) -> None:
    ladder = [level.level for level in factor_levels(role, "experience")]
    for area in AREAS:
        profiles_up = [Profile(role=role, area=area, employer=employer, experience=level) for level in ladder]
        ranges = [estimate(profile).percentiles for profile in profiles_up]
        for less, more in pairwise(ranges):
            assert all(low < high for low, high in zip(less, more, strict=True)), area


@given(profiles())
def test_percentiles_rise_for_every_valid_profile(profile: Profile) -> None:
    found = estimate(profile)
    steps = list(pairwise(found.percentiles))
    assert all(lower <= upper for lower, upper in steps)
    if profile.stated:
        assert all(lower < upper for lower, upper in steps)


@given(profiles())
def test_steps_lead_from_the_area_median_to_the_estimate(profile: Profile) -> None:
    found = estimate(profile)
    steps = found.steps
    assert steps["dollars"].iloc[0] == found.market.percentiles[2]
    assert steps["dollars"].iloc[-1] == found.median
    assert steps["dollars"].iloc[:-1].sum() == pytest.approx(found.median, abs=0.01 * found.median * 0.01)


@given(profiles(), st.floats(1_000, 1_000_000), st.floats(1_000, 1_000_000))
def test_percentile_of_rises_with_pay(profile: Profile, one: float, other: float) -> None:
    found = estimate(profile)
    low, high = sorted((one, other))
    assert 0 <= found.percentile_of(low) <= found.percentile_of(high) <= 100


@given(profiles())
def test_percentile_of_inverts_the_percentiles(profile: Profile) -> None:
    found = estimate(profile)
    if not profile.stated and len(set(found.percentiles)) < 5:
        return  # equal published percentiles: one wage stands at several percentiles
    for level, wage in zip(LEVELS, found.percentiles, strict=True):
        assert found.percentile_of(wage) == pytest.approx(100 * level, abs=1e-6)


@pytest.mark.parametrize("pay", [0, -1])
def test_percentile_of_refuses_pay_that_is_not_positive(pay: float) -> None:
    with pytest.raises(ValueError, match="more than 0"):
        estimate(Profile(role="paralegal")).percentile_of(pay)


@pytest.mark.parametrize("role", ROLES)
def test_every_area_has_an_answer_in_every_release(role: str) -> None:
    for release in load_wages().releases:
        for area in AREAS:
            found = estimate(Profile(role=role, area=area, release=release))
            assert 10_000 < found.median < 300_000
            assert found.basis_note.endswith(".")


def test_montana_legal_secretaries_are_estimated_and_say_so() -> None:
    found = estimate(Profile(role="legal_secretary", area="30", release="2025-05"))
    assert found.basis == "estimated"
    assert "withheld or not published" in found.basis_note
    assert "usually off by" in found.basis_note


def test_firm_size_counts_in_law_firms_only() -> None:
    in_house = Profile(role="paralegal", employer="in_house")
    with_size = Profile(role="paralegal", employer="in_house", firm_size="200+")
    assert estimate(with_size).percentiles == estimate(in_house).percentiles


def test_one_fact_worked_by_hand() -> None:
    # 4 to 6 years is the 45th percentile: z = -0.1257. The levels (17.6, 34.2, 45, 55, 65, 70 and 78) stand at
    # z = -0.931, -0.407, -0.126, 0.126, 0.385, 0.524, 0.772 with shares .1688 .1540 .1466 .1405 .1344 .1313 .1244;
    # they explain 0.3065 of the variance, so each level spreads by sqrt(0.6935) = 0.8328, and half of that workforce
    # earns less than z = 0.0094. Centred: -0.1257 - 0.0094 = -0.1351, between p25 (z = -0.6745) and the
    # median: 62,890 x (50,340 / 62,890) ^ (0.1351 / 0.6745) = 62,890 x 0.95641 = 60,148.
    found = estimate(Profile(role="paralegal", release="2025-05", experience="4-6"))
    assert found.median == pytest.approx(60_148, abs=5)


def test_a_public_employer_and_experience_worked_by_hand() -> None:
    # The slope is ln(101,500 / 44,740) / (2 x 1.28155) = 0.3196, rounded 0.320. State government pays 0.902:
    # 0.8 x ln(0.902) / 0.320 = -0.2579. The employers stand at -0.0429 (law firm 0.983), 0.2541 (1.107), 0.2833
    # (1.12), 0.4930 (1.218), -0.2579, 0.0446 (1.018), 0.0495 (1.02) and -0.2248 (0.914); with their shares they
    # explain 0.0202 of the variance, and half of the workforce stands below -0.0091: centred -0.2487.
    # Pay spreads there by 0.55, over all employers by sqrt(1.0001 - .0427 x (1 - .86^2) - .0854 x (1 - .55^2)) =
    # 0.9641: 0.55 / 0.9641 = 0.5705. So 4 to 6 years move a person by -0.1351 x 0.5705 = -0.0771 (see above) and the
    # centre is -0.3258; the spread left is sqrt(1 - 0.0202 - 0.3065) x 0.5705 = 0.4681.
    # Median: 62,890 x (50,340 / 62,890) ^ (0.3258 / 0.6745) = 56,480. p10 stands at -0.3258 - 1.2816 x 0.4681 =
    # -0.9257: 50,340 x (44,740 / 50,340) ^ ((0.9257 - 0.6745) / (1.2816 - 0.6745)) = 47,943.
    # p90 at 0.2742: 62,890 x (80,080 / 62,890) ^ (0.2742 / 0.6745) = 69,380.
    found = estimate(Profile("paralegal", release="2025-05", employer="state_government", experience="4-6"))
    assert [shift.position for shift in found.shifts] == pytest.approx([-0.2487, -0.0771], abs=1e-4)
    assert (found.p10, found.median, found.p90) == pytest.approx((47_943, 56_480, 69_380), abs=5)


def test_pay_scales_keep_pay_together() -> None:
    ranges = {
        employer: estimate(Profile("paralegal", employer=employer)) for employer in ("law_firm", "state_government")
    }
    widths = {employer: found.p90 / found.p10 for employer, found in ranges.items()}
    assert widths["state_government"] < 0.8 * widths["law_firm"]


@given(profiles())
def test_stating_more_never_widens_the_range_of_an_employer(profile: Profile) -> None:
    stated = shifts_of(profile.role, profile.stated, 0.3)
    for count in range(1, len(stated)):
        assert remaining_spread(stated[: count + 1]) <= remaining_spread(stated[:count])


def test_a_stated_profile_is_narrower_than_everybody() -> None:
    everybody = estimate(Profile(role="paralegal"))
    person = estimate(Profile(role="paralegal", experience="4-6"))
    assert person.p90 / person.p10 < everybody.p90 / everybody.p10


@pytest.mark.parametrize(
    ("field", "listed"),
    [
        ("role", "paralegal, legal_secretary"),
        ("release", "2025-05"),
        ("experience", "0-1, 2-3, 4-6, 7-10, 11-20, 20+, senior"),
        ("firm_size", "1-10, 11-50, 51-200, 200+"),
        ("employer", "law_firm, in_house, finance, federal_government"),
        ("specialization", "general, litigation, commercial_litigation"),
        ("education", "none, associate_or_certificate, bachelors, masters"),
        ("credential", "none, cp, acp"),
        ("area", "BLS area code"),
    ],
)
def test_an_unknown_key_lists_the_known_ones(field: str, listed: str) -> None:
    with pytest.raises(ValueError, match="not known") as raised:
        Profile(**{"role": "paralegal", field: "nonsense"})
    assert listed in str(raised.value)


def test_published_market_says_published() -> None:
    assert find_market("paralegal", "99", "2025-05").basis == PUBLISHED


@given(st.lists(st.floats(20_000, 200_000), min_size=5, max_size=5).map(sorted))
def test_a_curve_passes_through_its_points(wages: list[float]) -> None:
    curve = Curve(tuple(wages))
    for level, wage in zip(LEVELS, wages, strict=True):
        assert curve.wage(NORMAL.inv_cdf(level)) == pytest.approx(wage, rel=0.0065)


@pytest.mark.parametrize("wages", [(1, 2, 3, 4), (5, 4, 3, 2, 1), (0, 1, 2, 3, 4)])
def test_a_curve_refuses_wages_that_make_no_distribution(wages: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="five positive wages"):
        Curve(wages)
