from __future__ import annotations

from math import exp, log
from statistics import fmean
from typing import TYPE_CHECKING

import pytest

from lib.pay.fallback import (
    LOCAL,
    NATIONAL,
    PARENT,
    STATEWIDE,
    Evidence,
    Fallback,
    estimate_median,
    evidence,
    leave_one_out,
    parent_of,
    premium_kept,
    usual_error,
)
from lib.pay.market import find_market
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.wage_schema import STATED_COLUMNS
from tests.tables.copies import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tests.tables.copies import Rows

# BLS, May 2025, annual medians: paralegals, lawyers, administrative services managers, office supervisors,
# executive secretaries, general secretaries.
UNITED_STATES = (62_890, 159_670, 114_130, 69_500, 76_590, 47_540)
MONTANA = (57_290, 103_720, 129_670, 62_550, 59_750, 43_940)
OHIO = (60_420, 131_020, 101_500, 64_220, 69_600, 46_230)
CLEVELAND = (60_960, 134_680, 100_950, 64_650, 68_570, 46_120)


def soc_code(role: str) -> str:
    return load_roles()[role].soc_code


def mean_log(here: tuple[int, ...], there: tuple[int, ...] = UNITED_STATES) -> float:
    return fmean(log(one / other) for one, other in zip(here, there, strict=True))


def kept(role: str) -> float:
    """Return the share of a state's premium that holds in its areas, as it stands in the table."""
    row = {"role": role, "level": "state_premium"}
    return next(float(line["value"]) for line in read_rows("factors.csv") if row.items() <= line.items())


# Montana over the United States, in logs: -0.0933, -0.4314, 0.1277, -0.1054, -0.2483, -0.0787; their mean is
# -0.1382, exp of it 0.8709: 55,570 x 0.8709 = 48,395. Montana publishes no legal secretaries: no premium.
def test_a_state_worked_by_hand() -> None:
    found = estimate_median("legal_secretary", "30", "2025-05")
    ratio = exp(mean_log(MONTANA))
    assert evidence("legal_secretary", "30", "2025-05") == Evidence(pytest.approx(mean_log(MONTANA)), 0.0, 6)
    assert found == Fallback(pytest.approx(55_570 * ratio), "99", pytest.approx(ratio), 6)
    assert found.median == pytest.approx(48_395, abs=1)
    assert find_market("legal_secretary", "30", "2025-05").percentiles[2] == pytest.approx(found.median)


# Cleveland's other jobs over the nation's: -0.0312, -0.1702, -0.1227, -0.0723, -0.1106, -0.0303; mean -0.0896.
# Ohio's: -0.0401, -0.1978, -0.1173, -0.0790, -0.0957, -0.0279; mean -0.0930. Ohio's legal secretaries:
# ln(51,080 / 55,570) = -0.0843, so the state's premium is -0.0843 + 0.0930 = 0.0087, of which 0.53 is kept:
# 55,570 x exp(-0.0896 + 0.53 x 0.0087) = 55,570 x 0.91856 = 51,045, 0.9993 of Ohio's figure.
def test_a_metropolitan_area_worked_by_hand() -> None:
    premium = log(51_080 / 55_570) - mean_log(OHIO)
    result = 55_570 * exp(mean_log(CLEVELAND) + kept("legal_secretary") * premium)
    assert premium == pytest.approx(0.0087, abs=0.00005)
    assert premium_kept("legal_secretary") == kept("legal_secretary") == 0.53
    assert evidence("legal_secretary", "17410", "2025-05") == Evidence(
        pytest.approx(mean_log(CLEVELAND)), pytest.approx(premium), 6
    )
    found = estimate_median("legal_secretary", "17410", "2025-05")
    assert found == Fallback(pytest.approx(result), "39", pytest.approx(result / 51_080), 6)
    assert found.median == pytest.approx(51_045, abs=1)
    assert found.ratio == pytest.approx(0.9993, abs=0.00005)
    assert find_market("legal_secretary", "17410", "2025-05").percentiles[2] == pytest.approx(found.median)


def withhold(rows: Rows, roles: Collection[str], areas: Collection[str]) -> Rows:
    """Return the rows as if BLS had withheld the wages of some roles in some areas in May 2025."""
    soc_codes = {soc_code(role) for role in roles}
    for row in rows:
        if row["release"] == "2025-05" and row["soc_code"] in soc_codes and row["area_code"] in areas:
            row.update({name: "withheld" if name.startswith("annual") else "" for name in STATED_COLUMNS})
    return rows


OTHERS = [role for role in load_roles() if role != "legal_secretary"]


def test_a_state_that_publishes_no_other_job_has_no_premium(use_wages: Callable[[Rows], None]) -> None:
    use_wages(withhold(read_rows("bls_wages.csv"), OTHERS, {"39"}))
    assert evidence("legal_secretary", "17410", "2025-05").premium == 0
    result = 55_570 * exp(mean_log(CLEVELAND))  # 55,570 x 0.9143 = 50,809
    found = estimate_median("legal_secretary", "17410", "2025-05")
    assert found == Fallback(pytest.approx(result), "39", pytest.approx(result / 51_080), 6)
    assert found.median == pytest.approx(50_809, abs=1)


def test_a_state_that_publishes_nothing_leaves_the_nations_figure(use_wages: Callable[[Rows], None]) -> None:
    use_wages(withhold(read_rows("bls_wages.csv"), ["legal_secretary"], {"39"}))
    result = 55_570 * exp(mean_log(CLEVELAND))
    found = estimate_median("legal_secretary", "17410", "2025-05")
    assert found == Fallback(pytest.approx(result), "99", pytest.approx(result / 55_570), 6)


def test_the_premium_compares_the_same_jobs_as_the_area(use_wages: Callable[[Rows], None]) -> None:
    # Cleveland without paralegals and lawyers: Ohio's premium is over the four others alone, -0.0800 on average.
    use_wages(withhold(read_rows("bls_wages.csv"), ["paralegal", "lawyer"], {"17410"}))
    found = evidence("legal_secretary", "17410", "2025-05")
    assert found.compared == 4
    assert found.others == pytest.approx(mean_log(CLEVELAND[2:], UNITED_STATES[2:]))
    assert found.premium == pytest.approx(log(51_080 / 55_570) - mean_log(OHIO[2:], UNITED_STATES[2:]))
    # Ohio without them: the same, although Cleveland is compared over all six.
    use_wages(withhold(read_rows("bls_wages.csv"), ["paralegal", "lawyer"], {"39"}))
    of_ohio = evidence("legal_secretary", "17410", "2025-05")
    assert (of_ohio.compared, of_ohio.premium) == (6, pytest.approx(found.premium))


def test_no_other_job_in_the_area_leaves_the_states_figure(use_wages: Callable[[Rows], None]) -> None:
    use_wages(withhold(read_rows("bls_wages.csv"), OTHERS, {"17410"}))
    assert evidence("legal_secretary", "17410", "2025-05") == Evidence(0.0, 0.0, 0)
    assert estimate_median("legal_secretary", "17410", "2025-05") == Fallback(51_080, "39", 1.0, 0)


# Tampa publishes no general secretaries. BLS, May 2025, paralegals, legal secretaries, lawyers, administrative
# services managers, office supervisors, executive secretaries.
def test_the_other_jobs_are_estimated_in_the_same_way() -> None:
    medians = load_wages().medians
    others = [soc_code(role) for role in load_roles() if role != "secretary"]
    nation, florida, tampa = (
        tuple(int(medians["2025-05", area, soc]) for soc in others) for area in ("99", "12", "45300")
    )
    role = soc_code("secretary")
    assert ("2025-05", "45300", role) not in medians
    premium = log(medians["2025-05", "12", role] / 47_540) - mean_log(florida, nation)
    result = 47_540 * exp(mean_log(tampa, nation) + kept("secretary") * premium)
    found = estimate_median("secretary", "45300", "2025-05")
    assert (found.parent, found.compared) == ("12", 6)
    assert found.median == pytest.approx(result)


@pytest.mark.parametrize("role", load_roles())
def test_the_kept_share_is_that_of_the_role(role: str) -> None:
    assert premium_kept(role) == kept(role)


def test_nothing_to_compare_leaves_the_larger_areas_figure_as_it_stands() -> None:
    ohio = load_wages().medians["2023-05", "39", "43-6012"]
    assert estimate_median("legal_secretary", "17410", "2023-05") == Fallback(ohio, "39", 1.0, 0)


@pytest.mark.parametrize(
    ("area", "parent"),
    [
        ("17410", "39"),  # Cleveland: Ohio
        ("0100001", "01"),  # a nonmetropolitan area of Alabama
        ("41980", "72"),  # San Juan: Puerto Rico
        ("14580", "99"),  # Bozeman: Montana publishes no wage of legal secretaries
        ("6600001", "99"),  # Guam has no state
        ("39", "99"),
        ("72", "99"),
        ("99", "99"),
    ],
)
def test_the_larger_area(area: str, parent: str) -> None:
    assert parent_of(load_wages().areas[area], "43-6012", "2025-05") == parent


def test_no_area_is_its_own_larger_area() -> None:
    for code, area in load_wages().areas.items():
        assert parent_of(area, "23-2011", "2025-05") != code or code == "99"


@pytest.mark.parametrize("role", [*central_roles(), "secretary"])
@pytest.mark.parametrize("kinds", [LOCAL, STATEWIDE])
def test_leaving_out_is_as_if_the_area_published_nothing(
    role: str, kinds: tuple[str, ...], use_wages: Callable[[Rows], None]
) -> None:
    published = dict(load_wages().medians)
    errors = dict(leave_one_out(role, "2025-05", kinds))
    assert len(errors) > 45
    left_out = set(sorted(errors)[::2])
    use_wages(withhold(read_rows("bls_wages.csv"), [role], left_out))
    assert {area for area, _ in leave_one_out(role, "2025-05", kinds)} == errors.keys() - left_out
    for area in left_out:
        market = find_market(role, area, "2025-05")
        assert market.basis == "estimated"
        truth = published["2025-05", area, soc_code(role)]
        assert estimate_median(role, area, "2025-05").median / truth - 1 == errors[area]
        assert market.percentiles[2] / truth - 1 == pytest.approx(errors[area])


@pytest.mark.parametrize(("kinds", "areas"), [(LOCAL, 509), (STATEWIDE, 51)])
def test_every_published_area_of_the_kind_is_left_out_once(kinds: tuple[str, ...], areas: int) -> None:
    wages = load_wages()
    left_out = [area for area, _ in leave_one_out("paralegal", "2025-05", kinds)]
    assert len(left_out) == len(set(left_out)) == areas
    assert {wages.areas[area].area_type for area in left_out} == set(kinds)


@pytest.mark.parametrize(("role", "most"), [("paralegal", 0.055), ("legal_secretary", 0.065)])
def test_the_usual_error_is_small_and_smaller_than_without_scaling(role: str, most: float) -> None:
    ours = usual_error(role, "2025-05")
    assert 0.01 < ours <= most
    assert ours < usual_error(role, "2025-05", method=PARENT)


@pytest.mark.parametrize("role", central_roles())
def test_scaling_helps_in_every_release_and_kind_of_area(role: str) -> None:
    for release in ("2025-05", "2024-05"):
        for kinds in (LOCAL, STATEWIDE):
            assert usual_error(role, release, kinds) < usual_error(role, release, kinds, method=PARENT)


def test_the_usual_error_is_the_middle_of_the_errors() -> None:
    errors = sorted(abs(error) for _, error in leave_one_out("paralegal", "2025-05"))
    assert len(errors) % 2 == 1
    assert usual_error("paralegal", "2025-05") == errors[len(errors) // 2]


def test_plain_is_the_larger_areas_figure() -> None:
    plain = dict(leave_one_out("paralegal", "2025-05", method=PARENT))
    medians = load_wages().medians
    cleveland, ohio = (medians["2025-05", area, "23-2011"] for area in ("17410", "39"))
    assert plain["17410"] == pytest.approx(ohio / cleveland - 1)


def test_a_release_without_such_areas_takes_the_newest_that_has_them() -> None:
    assert leave_one_out("paralegal", "2023-05") == ()
    assert usual_error("paralegal", "2023-05") == usual_error("paralegal", "2025-05")


def test_the_nations_figure_as_it_stands() -> None:
    national = dict(leave_one_out("paralegal", "2025-05", method=NATIONAL))
    assert national["17410"] == pytest.approx(62_890 / 60_960 - 1)  # the United States over Cleveland


@pytest.mark.parametrize("role", central_roles())
def test_of_states_the_larger_area_is_the_nation(role: str) -> None:
    national, parent = (dict(leave_one_out(role, "2025-05", STATEWIDE, method=each)) for each in (NATIONAL, PARENT))
    assert national == pytest.approx(parent)
