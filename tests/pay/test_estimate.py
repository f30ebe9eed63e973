from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.pay import Profile, estimate
from lib.pay.curve import LEVELS, NORMAL, Curve
from lib.pay.market import PUBLISHED, find_market
from lib.pay.profile import factor_levels
from lib.pay.shifts import factor_shifts, remaining_spread
from lib.tables import load_wages
from lib.tables.factors import PROFILE_FACTORS

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


def mixture_position(role: str, factor: str, slope: float, share: float) -> float:
    """Position below which `share` of the workforce lies, if everybody states the factor."""
    shifts = list(factor_shifts(role, factor, slope).values())
    spread = remaining_spread((shifts[0],))

    def below(position: float) -> float:
        return sum(shift.level.share * NORMAL.cdf((position - shift.position) / spread) for shift in shifts)

    thousandths = range(-4000, 4001)
    return thousandths[bisect_left(thousandths, share, key=lambda at: below(at / 1000))] / 1000


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("factor", PROFILE_FACTORS)
def test_the_workforce_as_a_whole_stays_where_bls_found_it(role: str, factor: str) -> None:
    for area in published_areas(role):
        market = find_market(role, area, "2025-05")
        curve = market.curve
        for at, allowed in [(0, 0.03), (2, 0.01), (4, 0.03)]:
            wage = curve.wage(mixture_position(role, factor, curve.slope, LEVELS[at]))
            assert wage == pytest.approx(market.percentiles[at], rel=allowed), (area, factor, at)


@pytest.mark.parametrize("role", ROLES)
def test_more_experience_never_lowers_the_range(role: str) -> None:
    ladder = [level.level for level in factor_levels(role, "experience")]
    for area in AREAS:
        ranges = [estimate(Profile(role=role, area=area, experience=level)).percentiles for level in ladder]
        for less, more in pairwise(ranges):
            assert all(low <= high for low, high in zip(less, more, strict=True)), area


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
    # 4 to 6 years is the 45th percentile: z = -0.1257. The levels stand at z = -0.954, -0.412, -0.126,
    # 0.126, 0.385, 0.524, 0.842 with shares .1688 .1540 .1466 .1405 .1344 .1313 .1244; they explain
    # 0.3286 of the variance, so each level spreads by sqrt(0.6714) = 0.8194, and half of that workforce
    # earns less than z = 0.0131. Centred: -0.1257 - 0.0131 = -0.1387, between p25 (z = -0.6745) and the
    # median: 62,890 x (50,340 / 62,890) ^ (0.1387 / 0.6745) = 62,890 x 0.95525 = 60,076.
    found = estimate(Profile(role="paralegal", release="2025-05", experience="4-6"))
    assert found.median == pytest.approx(60_076, abs=5)


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
