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


# The range is a 95 % interval: 3.92 standard deviations. Company legal departments, 1.15 from 1 to 1.4:
# ln(1.4) / 3.9199 = 0.08584; half a deviation up 1.15 x exp(0.04292) = 1.2004. 0 to 1 year, the 17th percentile
# from the 10th to the 28th: z = -0.9542 from -1.2816 to -0.5828; one deviation up -0.9542 + 0.6987 / 3.9199 =
# -0.7759, the 21.89th.
@pytest.mark.parametrize(
    ("key", "moved", "value"), [(IN_HOUSE, 0.5, 1.2004), (("experience", "0-1"), 1.0, 21.89)], ids=str
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


def rise_of(key: Key, area: str = "99") -> float:
    """Return by how much log pay rises where a level moves up one deviation."""
    stated = {key[0]: key[1]}
    return 100 * log(point(stated, area, moved={key: 0.01}).middle / point(stated, area).middle)


# One case, one level: with a case at exp(d) times what the model pays and a rise of log pay of r for each deviation of
# the level, the most probable shift is the one of least ((d - r m) / scatter)^2 + m^2: m = d r / (r^2 + scatter^2).
def test_one_case_worked_by_hand() -> None:
    rise, off = rise_of(IN_HOUSE), 0.05
    strength = found([point({"employer": "in_house"}, times=exp(off))])[IN_HOUSE]
    assert strength.moved == pytest.approx(off * rise / (rise**2 + SCATTER**2), rel=0.01)
    assert strength.deviation == pytest.approx((1 + rise**2 / SCATTER**2) ** -0.5, rel=0.01)


# n cases at the truth: m = truth x (sum of r^2) / (sum of r^2 + scatter^2).
@pytest.mark.parametrize("key", [IN_HOUSE, FAMILY, SENIOR], ids=str)
@pytest.mark.parametrize("truth", [-1.2, -0.5, 0.7, 1.0])
def test_the_more_cases_the_nearer_to_the_truth(key: Key, truth: float) -> None:
    stated = {key[0]: key[1]}
    few = [point(stated, area, moved={key: truth}) for area in PLACES]
    rises = [rise_of(key, area) for area in PLACES]
    shares, deviations = [], []
    for count in (1, 3, 6, 30, 300):
        strength = found((few * 50)[:count])[key]
        shares.append(strength.moved / truth)
        deviations.append(strength.deviation)
        told = sum(rise**2 for rise in (rises * 50)[:count])
        assert shares[-1] == pytest.approx(told / (told + SCATTER**2), abs=0.06)
        assert deviations[-1] == pytest.approx((1 + told / SCATTER**2) ** -0.5, abs=0.06)
    assert 0 < shares[0] < 0.5
    assert 0.9 < shares[-1] < 1
    assert all(less < more for less, more in pairwise(shares))
    assert all(more < less for less, more in pairwise(deviations))


def test_known_strengths_of_several_levels_are_told_apart() -> None:
    truth = {IN_HOUSE: 0.8, FAMILY: -0.9, SENIOR: 0.6, RECRUITER: 0.0}
    facts = [{"employer": "in_house"}, {"specialization": "family"}, {"experience": "senior"}]
    facts += [one | other for one, other in pairwise(facts)]
    points = [point(stated, area, moved=truth) for area in PLACES for stated in facts] * 100
    result = found(points)
    assert {key: each.moved for key, each in result.items()} == pytest.approx(truth, abs=0.08)
    assert {key: each.cases for key, each in result.items()} == {
        IN_HOUSE: 1200, FAMILY: 1800, SENIOR: 1200, RECRUITER: 0,
    }  # fmt: skip


def test_both_roles_move_by_the_same_share_of_their_ranges() -> None:
    points = [point({"employer": "in_house"}, area, role="legal_secretary", times=1.08) for area in PLACES]
    strength = found(points)[IN_HOUSE]
    values = {role: strength.value(level_of(IN_HOUSE, role)) for role in central_roles()}
    assert strength.moved > 0.3
    for role, value in values.items():
        level = level_of(IN_HOUSE, role)
        deviation = log(level.high / level.low) / 3.92
        assert log(value / level.proposed) / deviation == pytest.approx(strength.moved, abs=0.001)


@pytest.mark.parametrize("times", [1.6, 3.0, 0.6, 0.4])
@pytest.mark.parametrize("key", [IN_HOUSE, SENIOR, ("education", "none")], ids=str)
def test_cases_beyond_the_range_leave_the_level_at_its_end(key: Key, times: float) -> None:
    points = [point({key[0]: key[1]}, area, times=times) for area in PLACES] * 60
    strength = found(points)[key]
    at_an_end = []
    for role in central_roles():
        level = level_of(key, role)
        end = level.high if times > 1 else level.low
        assert level.low <= strength.value(level) * (1 + 1e-12)
        assert strength.value(level) <= level.high * (1 + 1e-12)
        at_an_end.append(strength.value(level) == pytest.approx(end))
    assert any(at_an_end)


def loss(points: Sequence[PayPoint], moved: Mapping[Key, float]) -> float:
    """Return how improbable strengths are: the priors and Huber's loss, computed anew."""
    total = 0.5 * sum(shift**2 for shift in moved.values())
    for each in points:
        expected = log(each.curve.wage(sum(shift.position for shift in shifts_with(each, dict(moved)))))
        expected += RECRUITER_SPREAD * moved[RECRUITER] * (each.employer == "recruiter")
        off = abs(log(each.middle) - expected) / SCATTER
        total += 0.5 * off**2 if off <= HUBER else HUBER * off - 0.5 * HUBER**2
    return total


def test_a_level_at_its_end_leaves_the_rest_to_the_others() -> None:
    # In-house pay is far above its range, and so is family law with it; family law alone is as the evidence says.
    both = [point({"employer": "in_house", "specialization": "family"}, area, times=1.6) for area in PLACES]
    alone = [point({"specialization": "family"}, area) for area in PLACES]
    points = (both + alone) * 5
    result = found(points)
    assert result[IN_HOUSE].value(level_of(IN_HOUSE)) == pytest.approx(1.4)
    best = {key: strength.moved for key, strength in result.items()}
    assert best[FAMILY] > 0.3
    least = loss(points, best)
    for key, step in ((FAMILY, 0.05), (FAMILY, -0.05), (IN_HOUSE, -0.05)):
        assert loss(points, {**best, key: best[key] + step}) > least, (key, step)


def test_an_outlier_moves_a_level_little() -> None:
    usual = [point({"employer": "in_house"}, area) for area in PLACES]
    moves = [moved_of([*usual, point({"employer": "in_house"}, times=times)]) for times in (1.1, 1.3, 2.0, 8.0)]
    assert 0 < moves[0] < moves[1]
    # Beyond 1.345 scatters a case pulls no harder, however far off it is: 8 times the pay is as much as twice.
    assert moves[3] == pytest.approx(moves[2], rel=0.01)
    assert moves[2] < 2 * moves[1]
    least_squares = moves[0] / log(1.1) * log(8.0)
    assert moves[3] < 0.2 * least_squares


def test_the_order_of_the_cases_does_not_matter() -> None:
    points = pay_points()
    forwards, backwards = found(points), found(points[::-1])
    assert forwards.keys() == backwards.keys()
    for key, strength in forwards.items():
        assert strength.moved == pytest.approx(backwards[key].moved, abs=1e-9)
        assert strength.deviation == pytest.approx(backwards[key].deviation, abs=1e-9)


def test_more_steps_lead_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    before = found(pay_points())
    monkeypatch.setattr(strengths, "ROUNDS", 8)
    for key, strength in found(pay_points()).items():
        assert strength.moved == pytest.approx(before[key].moved, abs=1e-5)


def test_no_small_change_of_a_strength_is_more_probable() -> None:
    points = pay_points()
    best = {key: strength.moved for key, strength in found(points).items()}
    least = loss(points, best)
    for key in best:
        for step in (-0.05, 0.05):
            assert loss(points, {**best, key: best[key] + step}) > least, (key, step)


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


SOME_PLACES = ("16980", "41860", "42660", "45220", "31080")  # Chicago, San Francisco, Seattle, Tallahassee, Los Angeles


def points_of_some_places() -> list[PayPoint]:
    return [each for each in pay_points() if each.profile.area in SOME_PLACES]


@pytest.mark.parametrize("place", SOME_PLACES[:2])
def test_a_place_is_judged_without_its_own_cases(place: str) -> None:
    points = points_of_some_places()
    repaid = [replace(each, middle=1.5 * each.middle) if each.profile.area == place else each for each in points]
    moves = []
    for each, before, after in zip(points, cross_validated(points), cross_validated(repaid), strict=True):
        moves.append(max(abs(before[key] - after[key]) for key in before))
        assert (each.profile.area == place) == (moves[-1] == 0)
    assert max(moves) > 0.1


def test_what_is_held_out_is_what_the_other_cases_say() -> None:
    points = points_of_some_places()
    for each, without in zip(points, cross_validated(points), strict=True):
        if each.profile.area in SOME_PLACES[1:3]:
            elsewhere = found([other for other in points if other.profile.area != each.profile.area])
            assert without == {key: strength.moved for key, strength in elsewhere.items()}


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
    moved = next(each.moved for each in estimate_strengths() if (each.factor, each.level) == RECRUITER)
    assert 0 < exp(RECRUITER_SPREAD * moved) - 1 < 0.3
