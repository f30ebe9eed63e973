from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import exp, log
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.pay import Profile, strengths
from lib.pay.curve import NORMAL
from lib.pay.estimate import estimate
from lib.pay.pay_points import PayPoint, pay_points
from lib.pay.profile import factor_levels
from lib.pay.strengths import (
    HUBER,
    RECRUITER,
    RECRUITER_SPREAD,
    SCATTER,
    cross_validated,
    estimate_strengths,
    fit,
    moved_level,
    shifts_with,
)
from lib.tables import central_roles, load_levels
from lib.tables.factors import PROFILE_FACTORS
from scripts.factors import renewed
from tests.tables.copies import read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.pay.strengths import Key, Strength

LEVELS = [level for role in central_roles() for factor in PROFILE_FACTORS for level in factor_levels(role, factor)]
IN_HOUSE = ("employer", "in_house")
FAMILY = ("specialization", "family")
SENIOR = ("experience", "senior")
PLACES = ("35620", "31080", "16980", "19100", "26420", "38060")


def level_of(key: Key, role: str = "paralegal") -> strengths.Level:
    return next(level for level in factor_levels(role, key[0]) if level.level == key[1])


def point(
    stated: Mapping[str, str],
    area: str = "99",
    *,
    role: str = "paralegal",
    moved: Mapping[Key, float] | None = None,
    times: float = 1.0,
    employer: str = "firm",
) -> PayPoint:
    """Return a pay point as the model would pay it if levels stood somewhere else, times a number."""
    profile = Profile(role, area, "2025-05", **stated)
    unpaid = PayPoint("made up", profile, employer, "posted range", 1, 1, 1)
    shifts = shifts_with(unpaid, dict(moved or {}))
    pay = times * unpaid.curve.wage(sum(shift.position for shift in shifts))
    return replace(unpaid, low=pay, middle=pay, high=pay)


def found(points: Sequence[PayPoint]) -> dict[Key, Strength]:
    return {(each.factor, each.level): each for each in fit(points)}


def moved_of(points: Sequence[PayPoint], key: Key = IN_HOUSE) -> float:
    return found(points)[key].moved


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: f"{level.role} {level.factor} {level.level}")
def test_a_level_that_is_not_moved_stands_where_the_evidence_put_it(level: strengths.Level) -> None:
    assert moved_level(level, 0.0).value == pytest.approx(level.proposed)
    assert moved_level(level, -99).value == pytest.approx(level.low)
    assert moved_level(level, 99).value == pytest.approx(level.high)


# The range is a 90 % interval: 3.29 standard deviations. Company legal departments, 1.15 from 1 to 1.4:
# ln(1.4) / 3.2897 = 0.10228; half a deviation up 1.15 x exp(0.05114) = 1.2103. 0 to 1 year, the 17th percentile
# from the 10th to the 28th: z = -0.9542 from -1.2816 to -0.5828; one deviation up -0.9542 + 0.6987 / 3.2897 =
# -0.7418, the 22.91st.
@pytest.mark.parametrize(
    ("key", "moved", "value"), [(IN_HOUSE, 0.5, 1.2103), (("experience", "0-1"), 1.0, 22.91)], ids=str
)
def test_a_moved_level_worked_by_hand(key: Key, moved: float, value: float) -> None:
    assert moved_level(level_of(key), moved).value == pytest.approx(value, rel=0.0001)


@given(st.sampled_from(LEVELS), st.floats(-50, 50), st.floats(-50, 50))
def test_a_moved_level_stays_in_its_range_and_rises(level: strengths.Level, one: float, other: float) -> None:
    less, more = (moved_level(level, moved) for moved in sorted((one, other)))
    assert level.low * (1 - 1e-12) <= less.value <= more.value <= level.high * (1 + 1e-12)
    assert replace(more, value=level.value) == level


def test_a_point_at_the_evidence_moves_nothing_but_says_something() -> None:
    strength = found([point({"employer": "in_house"})])[IN_HOUSE]
    assert strength.moved == pytest.approx(0, abs=1e-9)
    assert strength.cases == 1
    assert 0 < strength.deviation < 1


def test_levels_that_no_case_states_are_not_estimated() -> None:
    assert found([point({"employer": "in_house"})]).keys() == {IN_HOUSE, RECRUITER}


def test_a_strength_gives_values_around_the_estimate_and_within_the_range() -> None:
    level = level_of(IN_HOUSE)
    strength = strengths.Strength(*IN_HOUSE, 3, 0.5, 0.25)
    assert strength.value(level) == moved_level(level, 0.5).value
    assert strength.value(level, -2) == moved_level(level, 0.0).value
    assert strength.value(level, 99) == pytest.approx(1.4)


# One case, one level: with a case at exp(d) times what the model pays and a rise of log pay of r for each deviation of
# the level, the most probable shift is the one of least (d - r m)^2 / 0.15^2 + m^2, m = d r / (r^2 + 0.15^2).
def test_one_case_worked_by_hand() -> None:
    rise = log(point({"employer": "in_house"}, moved={IN_HOUSE: 0.01}).middle / point({"employer": "in_house"}).middle)
    rise /= 0.01
    off = 0.05
    strength = found([point({"employer": "in_house"}, times=exp(off))])[IN_HOUSE]
    assert strength.moved == pytest.approx(off * rise / (rise**2 + SCATTER**2), rel=0.01)
    assert strength.deviation == pytest.approx((1 + rise**2 / SCATTER**2) ** -0.5, rel=0.01)


@pytest.mark.parametrize("key", [IN_HOUSE, FAMILY, SENIOR], ids=str)
@pytest.mark.parametrize("truth", [-1.2, -0.5, 0.7, 1.0])
def test_the_more_cases_the_nearer_to_the_truth(key: Key, truth: float) -> None:
    stated = {key[0]: key[1]}
    few = [point(stated, area, moved={key: truth}) for area in PLACES]
    shares, deviations = [], []
    for count in (1, 3, 6, 30, 300):
        strength = found((few * 50)[:count])[key]
        shares.append(strength.moved / truth)
        deviations.append(strength.deviation)
    assert 0 < shares[0] < 0.5
    assert all(less < more for less, more in pairwise(shares))
    assert shares[-1] == pytest.approx(1, abs=0.03)
    assert all(more < less for less, more in pairwise(deviations))
    assert deviations[-1] < 0.2


def test_known_strengths_of_several_levels_are_told_apart() -> None:
    truth = {IN_HOUSE: 0.8, FAMILY: -0.9, SENIOR: 0.6, RECRUITER: 0.0}
    facts = [{"employer": "in_house"}, {"specialization": "family"}, {"experience": "senior"}]
    facts += [one | other for one, other in zip(facts, facts[1:], strict=False)]
    points = [point(stated, area, moved=truth) for area in PLACES for stated in facts] * 20
    result = found(points)
    assert {key: round(each.moved, 1) for key, each in result.items()} == truth
    assert {key: each.cases for key, each in result.items()} == {IN_HOUSE: 240, FAMILY: 360, SENIOR: 240, RECRUITER: 0}


def test_both_roles_move_by_the_same_share_of_their_ranges() -> None:
    points = [point({"employer": "in_house"}, area, role="legal_secretary", times=1.05) for area in PLACES]
    strength = found(points)[IN_HOUSE]
    values = {role: strength.value(level_of(IN_HOUSE, role)) for role in central_roles()}
    assert strength.moved > 0.3
    for role, value in values.items():
        level = level_of(IN_HOUSE, role)
        deviation = log(level.high / level.low) / (2 * 1.6449)
        assert log(value / level.proposed) / deviation == pytest.approx(strength.moved, abs=0.001)


@pytest.mark.parametrize("times", [1.2, 1.5, 3.0, 0.8, 0.5])
@pytest.mark.parametrize("key", [IN_HOUSE, SENIOR, ("education", "none")], ids=str)
def test_cases_beyond_the_range_leave_the_level_at_its_end(key: Key, times: float) -> None:
    points = [point({key[0]: key[1]}, area, times=times) for area in PLACES] * 20
    strength = found(points)[key]
    at_an_end = []
    for role in central_roles():
        level = level_of(key, role)
        end = level.high if times > 1 else level.low
        assert level.low <= strength.value(level) * (1 + 1e-12)
        assert strength.value(level) <= level.high * (1 + 1e-12)
        at_an_end.append(strength.value(level) == pytest.approx(end))
    assert any(at_an_end)


def test_a_level_at_its_end_leaves_the_rest_to_the_others() -> None:
    # In-house pay is far above its range, and so is family law with it; family law alone is as the evidence says.
    both = [point({"employer": "in_house", "specialization": "family"}, area, times=1.6) for area in PLACES]
    alone = [point({"specialization": "family"}, area) for area in PLACES]
    result = found((both + alone) * 5)
    assert result[IN_HOUSE].value(level_of(IN_HOUSE)) == pytest.approx(1.4)
    with_in_house_kept = found([point({"specialization": "family"}, area, times=1.0) for area in PLACES] * 5)
    assert result[FAMILY].moved > with_in_house_kept[FAMILY].moved + 0.3


def test_an_outlier_moves_a_level_little() -> None:
    usual = [point({"employer": "in_house"}, area) for area in PLACES]
    moves = [moved_of([*usual, point({"employer": "in_house"}, times=times)]) for times in (1.1, 1.3, 2.0, 8.0)]
    assert 0 < moves[0] < moves[1]
    # Beyond 1.345 scatters (22 %) a case pulls no harder, however far off it is: 8 times the pay is as much as twice.
    assert moves[3] == pytest.approx(moves[2], rel=0.01)
    assert moves[2] < 2 * moves[1]
    least_squares = moves[0] / log(1.1) * log(8.0)
    assert moves[3] < 0.2 * least_squares
    assert pytest.approx(0.202, abs=0.001) == HUBER * SCATTER


def test_the_order_of_the_cases_does_not_matter() -> None:
    points = pay_points()
    forwards, backwards = found(points), found(points[::-1])
    assert forwards.keys() == backwards.keys()
    for key, strength in forwards.items():
        assert strength.moved == pytest.approx(backwards[key].moved, abs=1e-9)
        assert strength.deviation == pytest.approx(backwards[key].deviation, abs=1e-9)


def test_more_steps_lead_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    before = found(pay_points())
    monkeypatch.setattr(strengths, "ROUNDS", 12)
    for key, strength in found(pay_points()).items():
        assert strength.moved == pytest.approx(before[key].moved, abs=1e-5)


def test_no_small_change_of_a_strength_is_more_probable() -> None:
    """The estimate is the most probable one: computed anew from the priors and Huber's loss."""
    points = pay_points()
    best = {key: strength.moved for key, strength in found(points).items()}

    def loss(moved: Mapping[Key, float]) -> float:
        total = 0.5 * sum(shift**2 for shift in moved.values())
        for each in points:
            expected = log(each.curve.wage(sum(shift.position for shift in shifts_with(each, dict(moved)))))
            expected += RECRUITER_SPREAD * moved[RECRUITER] * (each.employer == "recruiter")
            off = abs(log(each.middle) - expected) / SCATTER
            total += 0.5 * off**2 if off <= HUBER else HUBER * off - 0.5 * HUBER**2
        return total

    least = loss(best)
    for key in best:
        for step in (-0.05, 0.05):
            assert loss({**best, key: best[key] + step}) > least, (key, step)


def test_recruiters_premium_is_no_effect_of_a_practice_area() -> None:
    advertised = [
        point({"specialization": "family"}, area, times=1.25, employer="recruiter") for area in PLACES for _ in range(5)
    ]
    paid = [replace(each, employer="firm") for each in advertised]
    assert moved_of(advertised, FAMILY) < 0.7 * moved_of(paid, FAMILY)
    assert found(advertised)[RECRUITER].moved > 0.3
    assert found(paid)[RECRUITER].moved == 0


def repaid(points: Sequence[PayPoint], place: str, times: float) -> list[PayPoint]:
    return [replace(each, middle=times * each.middle) if each.profile.area == place else each for each in points]


# The straight-line model is laid at the fit of all cases, so a place still shifts its own held-out strengths a little:
# by the bend of the model between two points near to each other, and by nothing more.
@pytest.mark.parametrize("times", [0.7, 1.5])
@pytest.mark.parametrize("place", ["16980", "40900", "41860", "42660"])  # 5 to 9 cases each
def test_a_place_is_judged_without_its_own_cases(place: str, times: float) -> None:
    points = pay_points()
    at = next(number for number, each in enumerate(points) if each.profile.area == place)
    other = next(number for number, each in enumerate(points) if each.profile.area != place)
    before, after = cross_validated(points), cross_validated(repaid(points, place, times))
    own = max(abs(before[at][key] - after[at][key]) for key in before[at])
    others = max(abs(before[other][key] - after[other][key]) for key in before[other])
    assert own < 0.02
    assert others > 5 * own


def test_what_is_held_out_is_what_the_other_cases_say() -> None:
    points = pay_points()
    for at, without in enumerate(cross_validated(points)):
        if points[at].profile.area not in PLACES:
            continue
        elsewhere = found([each for each in points if each.profile.area != points[at].profile.area])
        for key, strength in elsewhere.items():
            assert without[key] == pytest.approx(strength.moved, abs=0.03)
        assert all(without[key] == pytest.approx(0, abs=1e-9) for key in without.keys() - elsewhere.keys())


def test_cases_of_one_place_are_judged_by_the_same_strengths() -> None:
    points = pay_points()
    by_place: dict[str, dict[Key, float]] = {}
    for each, without in zip(points, cross_validated(points), strict=True):
        assert by_place.setdefault(each.profile.area, without) == without
    assert len({str(without) for without in by_place.values()}) == len(by_place)


def test_the_model_of_the_cases_is_the_model_of_the_pages() -> None:
    moved = {(each.factor, each.level): each.moved for each in estimate_strengths()}
    for each in pay_points():
        shown = estimate(each.profile)
        position = sum(shift.position for shift in shifts_with(each, moved))
        assert each.curve.wage(position) == pytest.approx(shown.median, rel=0.002)  # the table's values are rounded


@cache
def table() -> list[dict[str, str]]:
    return renewed(read_rows("factors.csv"))


def test_the_table_holds_what_evidence_and_cases_give() -> None:
    for now, row in zip(table(), read_rows("factors.csv"), strict=True):
        assert now == row


def test_renewing_writes_the_computed_cells_only() -> None:
    computed = {"value", "spread", "proposed", "low", "high"}
    rows = read_rows("factors.csv")
    emptied = [row | {"value": "?", "spread": "?"} for row in rows]
    for now, row in zip(renewed(emptied), rows, strict=True):
        assert {name: cell for name, cell in now.items() if name not in computed} == {
            name: cell for name, cell in row.items() if name not in computed
        }
        stated = row["factor"] != "location" and now["value"] != "?"
        assert stated == ((row["factor"], row["level"]) in {(each.factor, each.level) for each in estimate_strengths()})
        assert (now["spread"] != "?") == row["level"].endswith("_government")
        if row["level"] != "state_premium":
            assert all(now[name] == row[name] for name in ("proposed", "low", "high"))


def test_levels_without_cases_stay_where_the_evidence_put_them() -> None:
    estimated = {(each.factor, each.level) for each in estimate_strengths()}
    rows = [row for row in read_rows("factors.csv") if (row["factor"], row["level"]) not in estimated]
    assert len(rows) > 40
    assert all(float(row["value"]) == float(row["proposed"]) for row in rows)


@pytest.mark.parametrize("role", central_roles())
def test_the_ladder_of_experience_rises(role: str) -> None:
    for column in ("proposed", "value", "low", "high"):
        ladder = [getattr(level, column) for level in factor_levels(role, "experience")]
        assert all(less < more for less, more in pairwise(ladder)), column


def test_the_estimates_are_between_evidence_and_range() -> None:
    levels = load_levels()
    for strength in estimate_strengths():
        if (strength.factor, strength.level) == RECRUITER:
            continue
        for role in central_roles():
            level = next(each for each in levels[role, strength.factor] if each.level == strength.level)
            assert level.low <= strength.value(level) <= level.high
            rise = strength.value(level) - level.proposed
            assert rise * strength.moved >= 0
        assert 0 < strength.deviation <= 1
        assert strength.cases == sum(getattr(each.profile, strength.factor) == strength.level for each in pay_points())


def test_the_recruiters_premium_is_plausible() -> None:
    premium = RECRUITER_SPREAD * found(pay_points())[RECRUITER].moved
    assert 0 < exp(premium) - 1 < 0.3
    assert NORMAL.cdf(premium / RECRUITER_SPREAD) < 0.95
