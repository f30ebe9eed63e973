from __future__ import annotations

from math import exp, log, nan
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

from lib.pay import accuracy
from lib.pay.accuracy import accuracy_rows, backtest_rows, case_results, case_rows
from lib.pay.accuracy_report import report
from lib.pay.estimate import Estimate
from lib.pay.fallback import estimate_median
from lib.pay.market import find_market
from lib.pay.pay_points import pay_points
from lib.pay.profile import factor_levels
from lib.pay.shifts import SLOPE_DIGITS, level_shifts, scaled
from lib.pay.strengths import estimate_strengths, fit, moved_level
from lib.tables import central_roles, load_accuracy, load_levels, load_pay_cases, load_roles, load_wages
from lib.tables.accuracy import CHECKS, KEY, NUMBERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.pay.pay_points import PayPoint
    from lib.tables import Area

PARALEGALS = "23-2011"
EVERYWHERE = "metropolitan and nonmetropolitan areas"
ROWS = load_accuracy()
FALLBACK, PREMIUM, CASES, BACKTEST, STRENGTH = (ROWS[ROWS["check"] == check] for check in CHECKS)


def stored(check: str, group: str = "", role: str = "", release: str = "") -> dict[str, Any]:
    rows = ROWS[(ROWS[list(KEY)] == [check, role, release, group]).all(axis=1)]
    assert len(rows) == 1
    return rows.iloc[0].to_dict()


def test_the_stored_rows_are_the_computed_ones() -> None:
    now = accuracy_rows().reindex(columns=[*KEY, *NUMBERS])
    assert now[list(KEY)].fillna("").to_numpy().tolist() == ROWS[list(KEY)].to_numpy().tolist()
    for column in NUMBERS:
        assert ROWS[column].to_numpy() == pytest.approx(now[column].astype(float).to_numpy(), abs=6e-6, nan_ok=True)


def test_every_question_is_answered_for_every_role() -> None:
    assert ROWS.groupby("check").size().to_dict() == {
        "fallback": 18, "premium": 7, "cases": 8, "backtest": 6, "strength": 36,
    }  # fmt: skip
    assert PREMIUM["role"].tolist() == list(load_roles())
    for rows in (FALLBACK, BACKTEST, STRENGTH):
        assert rows["role"].value_counts().to_dict() == dict.fromkeys(central_roles(), len(rows) / 2)


# --- The fallback, an area left out at a time


def fallback_errors(wanted: Callable[[Area, float], bool], release: str = "2025-05") -> list[tuple[float, float]]:
    """Return, for paralegals, the errors of our estimate and of the larger area's figure."""
    wages = load_wages()
    errors = []
    for code, area in wages.areas.items():
        row = wages.find(release, code, PARALEGALS)
        if row is None or row.median is None or not wanted(area, row.employment or 0):
            continue
        found = estimate_median("paralegal", code, release)
        errors.append((found.median / row.median - 1, found.median / found.ratio / row.median - 1))
    return errors


@pytest.mark.parametrize(
    ("group", "wanted"),
    [
        (EVERYWHERE, lambda area, _: area.area_type in ("metro", "nonmetro")),
        ("nonmetropolitan areas", lambda area, _: area.area_type == "nonmetro"),
        ("states", lambda area, _: area.area_type == "state"),
        ("areas with fewer than 100 jobs", lambda area, jobs: len(area.area_code) > 2 and 0 < jobs < 100),
        ("areas with 100 to 499 jobs", lambda area, jobs: len(area.area_code) > 2 and 100 <= jobs <= 499),
        ("areas with 500 jobs and more", lambda area, jobs: len(area.area_code) > 2 and jobs >= 500),
    ],
)
def test_fallback_rows_mean_what_they_say(group: str, wanted: Callable[[Area, float], bool]) -> None:
    errors = fallback_errors(wanted)
    row = stored("fallback", group, "paralegal", "2025-05")
    assert row["count"] == len(errors)
    assert row["ours"] == pytest.approx(median(abs(ours) for ours, _ in errors), abs=6e-6)
    assert row["plain"] == pytest.approx(median(abs(plain) for _, plain in errors), abs=6e-6)


def test_the_plain_figure_of_a_state_is_the_nations() -> None:
    medians = load_wages().medians
    states = [area.area_code for area in load_wages().areas.values() if area.area_type == "state"]
    off = [abs(62_890 / medians["2025-05", code, PARALEGALS] - 1) for code in states]
    assert stored("fallback", "states", "paralegal", "2025-05")["plain"] == pytest.approx(median(off), abs=6e-6)


def test_the_fallback_beats_the_larger_areas_figure_everywhere() -> None:
    assert (FALLBACK["ours"] < FALLBACK["plain"]).all()
    assert (FALLBACK["ours"] < 0.075).all()


def test_in_may_2024_there_is_no_nonmetropolitan_area() -> None:
    for role in central_roles():
        rows = FALLBACK[(FALLBACK["role"] == role) & (FALLBACK["release"] == "2024-05")]
        groups = rows["group"].tolist()
        assert groups[:2] == ["metropolitan areas", "states"]
        assert EVERYWHERE not in groups  # it would say the same again
        assert "nonmetropolitan areas" not in groups


# --- The share of a state's premium


@pytest.mark.parametrize(("role", "most"), [("paralegal", 0.055), ("legal_secretary", 0.065)])
def test_the_error_where_nothing_is_published_is_small(role: str, most: float) -> None:
    row = stored("premium", role=role, release="2025-05")
    assert row["ours"] <= most
    assert row["low"] < row["value"] < row["high"] < 1
    assert row["count"] == stored("fallback", EVERYWHERE, role, "2025-05")["count"]


# --- Real pay points


PLACES = ("16980", "41860", "42660", "45220", "31080")  # Chicago, San Francisco, Seattle, Tallahassee, Los Angeles


@pytest.fixture
def judged(use_instead: Callable[[str, Any], None]) -> tuple[tuple[PayPoint, ...], pd.DataFrame]:
    """Return the cases of some places and their results; the strengths come from these places alone."""
    points = tuple(point for point in pay_points() if point.profile.area in PLACES)
    use_instead("pay_points", points)
    return points, case_results()


def test_every_case_is_judged_by_everybody_in_the_role_there(
    judged: tuple[tuple[PayPoint, ...], pd.DataFrame],
) -> None:
    points, results = judged
    assert results["case"].tolist() == [point.case for point in points]
    assert results["place"].tolist() == [point.profile.area for point in points]
    assert results["employer"].tolist() == [point.employer for point in points]
    for result, point in zip(results.to_dict("records"), points, strict=True):
        market = find_market(point.profile.role, point.profile.area, point.profile.release or "")
        low, quarter, middle, three_quarters, high = market.percentiles
        assert result["plain_error"] == pytest.approx(middle / point.middle - 1)
        assert result["plain_in_half"] == (quarter <= point.middle <= three_quarters)
        assert result["plain_in_four_fifths"] == (low <= point.middle <= high)


def estimate_with(point: PayPoint, moved: dict[tuple[str, str], float]) -> Estimate:
    """Return the estimate of a case if levels stand elsewhere than the evidence put them."""
    role = point.profile.role
    market = find_market(role, point.profile.area, point.profile.release or "")
    shifts = []
    for factor, stated in point.profile.stated.items():
        levels = [moved_level(each, moved.get((factor, each.level), 0.0)) for each in factor_levels(role, factor)]
        shifts.append(level_shifts(levels, round(market.curve.slope, SLOPE_DIGITS))[stated])
    return Estimate(point.profile, market, scaled(shifts))


def test_a_case_is_judged_with_the_strengths_of_other_places(
    judged: tuple[tuple[PayPoint, ...], pd.DataFrame],
) -> None:
    points, results = judged
    elsewhere = {place: fit([point for point in points if point.profile.area != place]) for place in PLACES}
    for result, point in zip(results.to_dict("records"), points, strict=True):
        moved = {(each.factor, each.level): each.moved for each in elsewhere[point.profile.area]}
        found, pay = estimate_with(point, moved), point.middle
        assert result["model_error"] == pytest.approx(found.median / pay - 1)
        assert result["model_in_half"] == (found.p25 <= pay <= found.p75)
        assert result["model_in_four_fifths"] == (found.p10 <= pay <= found.p90)
        assert result["evidence_error"] == pytest.approx(estimate_with(point, {}).median / pay - 1)


def test_the_evidence_alone_is_judged_too() -> None:
    errors = [abs(estimate_with(point, {}).median / point.middle - 1) for point in pay_points()]
    assert stored("cases", "all cases")["proposed"] == pytest.approx(np.mean(errors), abs=6e-6)


def test_the_groups_count_every_case_once() -> None:
    everything, groups = CASES.iloc[0], CASES.iloc[1:]
    assert everything["group"] == "all cases"
    assert everything["count"] == groups["count"].sum() == len(load_pay_cases()) == 94
    assert "unknown" in groups["group"].tolist()
    assert not groups["group"].str.contains("_").any()
    for column in ("ours", "plain", "in_half", "in_four_fifths", "plain_in_half", "plain_in_four_fifths", "value"):
        mean = (groups[column] * groups["count"]).sum() / groups["count"].sum()
        assert everything[column] == pytest.approx(mean, abs=2e-5), column


def made_up_results(gains: list[tuple[str, float]]) -> pd.DataFrame:
    """Return results in which the model is nearer than the plain median by a number of points."""
    flags = dict.fromkeys(["model_in_half", "model_in_four_fifths", "plain_in_half", "plain_in_four_fifths"], True)
    return pd.DataFrame(
        [
            {"case": str(at), "place": place, "employer": "law_firm", "model_error": -0.1, "plain_error": 0.1 + gain}
            | {"evidence_error": 0.2}
            | flags
            for at, (place, gain) in enumerate(gains)
        ]
    )


def test_errors_are_averaged_without_their_sign(use_instead: Callable[[str, Any], None]) -> None:
    results = made_up_results([("A", 0.0), ("B", 0.1), ("B", 0.4)])
    results["model_error"] = [-0.3, 0.1, 0.2]
    results["model_in_half"] = [False, True, False]
    results["employer"] = ["in_house", "law_firm", "law_firm"]
    use_instead("case_results", results)
    everything, in_house, law_firm = case_rows()
    assert [row["group"] for row in (everything, in_house, law_firm)] == ["all cases", "in house", "law firm"]
    assert [row["count"] for row in (everything, in_house, law_firm)] == [3, 1, 2]
    assert [row["ours"] for row in (everything, in_house, law_firm)] == pytest.approx([0.2, 0.3, 0.15])
    assert [row["plain"] for row in (everything, in_house, law_firm)] == pytest.approx([0.8 / 3, 0.1, 0.35])
    assert [row["value"] for row in (everything, in_house, law_firm)] == pytest.approx([0.2 / 3, -0.2, 0.2])
    assert [row["in_half"] for row in (everything, in_house, law_firm)] == pytest.approx([1 / 3, 0, 0.5])
    assert everything["proposed"] == pytest.approx(0.2)


def interval_of(gains: list[tuple[str, float]], use_instead: Callable[[str, Any], None]) -> tuple[float, float]:
    use_instead("case_results", made_up_results(gains))
    row = case_rows()[0]
    assert row["value"] == pytest.approx(np.mean([gain for _, gain in gains]))
    return row["low"], row["high"]


def test_the_interval_of_the_gain_is_over_places(use_instead: Callable[[str, Any], None]) -> None:
    # A place stands for all its cases: if every place gains the same, nothing is left to chance.
    both = [(place, gain) for place in "ABCDE" for gain in (0.0, 0.1)]
    assert interval_of(both, use_instead) == pytest.approx((0.05, 0.05))
    assert interval_of([(place, 0.03) for place in "ABCDE"], use_instead) == pytest.approx((0.03, 0.03))
    # Four places are too few to say.
    assert interval_of([(place, 0.03) for place in "ABCD"], use_instead) == pytest.approx((nan, nan), nan_ok=True)
    # 100 places, half with a gain of 0.1: mean 0.05, standard error 0.05 / 10; 1.96 of them each way.
    many = interval_of([(str(at), 0.1 * (at % 2)) for at in range(100)], use_instead)
    assert many == pytest.approx((0.0402, 0.0598), abs=0.0015)


def test_the_model_is_nearer_than_the_local_median_by_two_points() -> None:
    row = stored("cases", "all cases")
    assert row["ours"] <= row["plain"] - 0.02
    assert row["low"] > 0


def test_no_kind_of_employer_is_farther_off_than_the_local_median() -> None:
    assert CASES["group"].tolist()[1:] == sorted(CASES["group"].tolist()[1:])
    assert (CASES["ours"] <= CASES["plain"]).all()


def test_the_ranges_hold_what_they_say() -> None:
    row = stored("cases", "all cases")
    assert 0.78 <= row["in_four_fifths"] <= 0.92
    assert 0.45 <= row["in_half"] <= 0.62


# --- Last year's pay, carried forward


# The nation's paralegals: 61,010 in May 2024, 62,890 in May 2025. The index known in May 2025 said 3.8 %:
# 61,010 x 1.038 / 62,890 - 1 = 0.00697; left as it stood 61,010 / 62,890 - 1 = -0.02989; it rose by 3.081 %.
# Legal secretaries: 54,140 and 55,570, 3.4 %: 0.00739, -0.02573, 2.641 %.
@pytest.mark.parametrize(
    ("role", "numbers"),
    [("paralegal", (0.00697, 0.02989, 0.03081, 0.038)), ("legal_secretary", (0.00739, 0.02573, 0.02641, 0.034))],
)
def test_carrying_the_nation_forward_worked_by_hand(role: str, numbers: tuple[float, ...]) -> None:
    row = stored("backtest", "nation", role, "2025-05")
    assert (row["ours"], row["plain"], row["value"], row["proposed"]) == pytest.approx(numbers, abs=6e-6)
    assert row["count"] == 1


def test_carrying_the_states_forward_computed_anew() -> None:
    medians = load_wages().medians
    states = [area.area_code for area in load_wages().areas.values() if area.area_type == "state"]
    pairs = [(medians["2024-05", code, PARALEGALS], medians["2025-05", code, PARALEGALS]) for code in states]
    row = stored("backtest", "states", "paralegal", "2025-05")
    assert row["count"] == len(pairs) == 51
    assert row["ours"] == pytest.approx(median(abs(1.038 * old / new - 1) for old, new in pairs), abs=6e-6)
    assert row["plain"] == pytest.approx(median(abs(old / new - 1) for old, new in pairs), abs=6e-6)
    rise = exp(np.mean([log(new / old) for old, new in pairs])) - 1
    assert row["value"] == pytest.approx(rise, abs=6e-6)


def test_in_the_nation_pay_carried_forward_is_nearer() -> None:
    nation = BACKTEST.query("group == 'nation'")
    assert len(nation) == 2
    assert (nation["ours"] < nation["plain"] / 3).all()


def test_without_an_index_nothing_is_carried_forward(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accuracy, "ageing", lambda *_, **__: None)
    assert backtest_rows() == []


# --- The strengths


def test_a_strength_row_has_evidence_estimate_and_an_80_per_cent_interval() -> None:
    strength = next(each for each in estimate_strengths() if each.level == "in_house")
    level = next(each for each in load_levels()["paralegal", "employer"] if each.level == "in_house")
    row = stored("strength", "employer in_house", "paralegal")
    assert (row["proposed"], row["count"]) == (1.15, 8)
    assert row["value"] == pytest.approx(level.value, abs=0.0006)
    # In logs the interval is the estimate -+ 1.2816 deviations of the range, ln(1.4 / 1) / 3.9199 = 0.08584 each.
    reach = 1.2816 * strength.deviation * 0.08584
    assert row["low"] == pytest.approx(row["value"] * exp(-reach), rel=1e-4)
    assert row["high"] == pytest.approx(row["value"] * exp(reach), rel=1e-4)


def test_strengths_stay_in_the_range_of_the_evidence() -> None:
    levels = {
        (level.role, f"{level.factor} {level.level}"): level for group in load_levels().values() for level in group
    }
    assert "recruiter premium" not in STRENGTH["group"].tolist()
    for row in STRENGTH.to_dict("records"):
        level = levels[row["role"], row["group"]]
        assert level.low - 1e-5 <= row["low"] <= row["value"] <= row["high"] <= level.high + 1e-5
        assert row["proposed"] == level.proposed
        stating = load_pay_cases()[level.factor] == level.level
        assert row["count"] == stating.sum() > 0


# --- The text


def words_of(row: dict[str, Any]) -> list[str]:
    """Return what the report has to say of a row, word by word."""
    role = load_roles()[row["role"]].plural if row["role"] else ""
    count, group = f"{row['count']:.0f}", row["group"].replace("_", " ")
    ours, plain, low, high = row["ours"], row["plain"], row["low"], row["high"]
    match row["check"]:
        case "fallback":
            year = row["release"][:4]
            parts = [role, f"May {year}", count, f"{ours:.1%}", f"{plain:.1%}", group]
        case "premium":
            parts = [role, count, f"{row['value']:.2f}", f"{low:.2f} to {high:.2f}", f"{ours:.1%}"]
        case "cases":
            parts = [group, count, f"{ours:.1%}", f"{row['proposed']:.1%}", f"{plain:.1%}", f"{row['in_half']:.0%}"]
            parts += [f"{row['in_four_fifths']:.0%}", f"{100 * row['value']:.1f}"]
            interval = f"{100 * low:.1f} to {100 * high:.1f}{'' if low > 0 else ': not proven'}"
            parts.append("too few places" if low != low else interval)
        case "backtest":
            parts = [role, count, f"{ours:.1%}", f"{plain:.1%}", f"{row['proposed']:.1%}", f"{row['value']:.1%}", group]
        case _:
            parts = [group, role, count, f"{row['proposed']:.4g}", f"{row['value']:.4g}", f"{low:.4g} to {high:.4g}"]
    return " ".join(parts).split()


@pytest.mark.parametrize("check", CHECKS)
def test_the_report_has_a_line_for_each_row(check: str) -> None:
    lines = [line.split() for line in report().splitlines()]
    for row in ROWS[ROWS["check"] == check].to_dict("records"):
        assert words_of(row) in lines


def test_the_report_says_what_its_numbers_are() -> None:
    text = report()
    assert "Against 94 real pay points, strengths estimated without the point's place" in text
    for number, word in enumerate(("no figure", "premium", "real pay points", "carried forward", "evidence"), start=1):
        assert any(line.startswith(f"{number}. ") and word in line for line in text.splitlines())
