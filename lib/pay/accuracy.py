"""How good the pay model is, computed from the data; `python -m scripts.accuracy` writes data/accuracy.csv.

Four questions. Where an area publishes nothing, how far off is the fallback? Answered by leaving out one
published area at a time. How near does an estimate come to real pay points (data/pay_cases.csv), against
the local distribution for everybody? Answered with strengths estimated without any case of the same place.
Is pay carried forward by the cost index nearer to the next release than pay left as it stands? And what
did the cases make of each strength?
"""

from __future__ import annotations

from functools import cache
from math import exp, log, nan
from statistics import fmean, median
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from lib.pay.ageing import ageing
from lib.pay.curve import NORMAL
from lib.pay.fallback import LOCAL, PARENT, STATEWIDE, leave_one_out
from lib.pay.pay_points import pay_points
from lib.pay.premiums import fit_premium
from lib.pay.shifts import remaining_spread
from lib.pay.strengths import RECRUITER, cross_validated, estimate_strengths, shifts_with
from lib.tables import central_roles, load_levels, load_roles, load_wages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.pay.pay_points import PayPoint
    from lib.pay.strengths import Strength

PLACES: Final = {
    "metropolitan areas": ("metro",),
    "nonmetropolitan areas": ("nonmetro",),
    "metropolitan and nonmetropolitan areas": LOCAL,  # left out where a release has but one of the two
    "states": STATEWIDE,
}
SIZES: Final = {  # jobs of the role in the area
    "areas with fewer than 100 jobs": (0, 100),
    "areas with 100 to 499 jobs": (100, 500),
    "areas with 500 jobs and more": (500, float("inf")),
}
HALF: Final = NORMAL.inv_cdf(0.75)
FOUR_FIFTHS: Final = NORMAL.inv_cdf(0.90)
RESAMPLES: Final = 2_000
FEWEST_PLACES: Final = 5
SEED: Final = 20251122
ALL_CASES: Final = "all cases"

Row = dict[str, Any]


def accuracy_rows() -> pd.DataFrame:
    """Compute the whole report: the rows of data/accuracy.csv (lib.tables.accuracy says what they mean)."""
    return pd.DataFrame([*fallback_rows(), *premium_rows(), *case_rows(), *backtest_rows(), *strength_rows()])


def fallback_rows() -> list[Row]:
    """Return the fallback's median error where the truth is published, by kind and size of place."""
    rows = []
    for role in central_roles():
        for release in load_wages().releases[:2]:
            told: list[list[str]] = []
            for group, kinds in PLACES.items():
                areas = [code for code, _ in leave_one_out(role, release, kinds)]
                if areas not in told:
                    rows += _fallback_row(role, release, group, areas)
                told.append(areas)
            sizes = _employment(role, release)
            for group, (least, below) in SIZES.items():
                rows += _fallback_row(role, release, group, [c for c, jobs in sizes.items() if least <= jobs < below])
    return rows


def _fallback_row(role: str, release: str, group: str, areas: Sequence[str]) -> list[Row]:
    if not areas:  # nonmetropolitan areas are in our data since May 2025
        return []
    kinds = (*LOCAL, *STATEWIDE)
    ours, plain = (dict(leave_one_out(role, release, kinds, method=method)) for method in ("scaled", PARENT))
    errors = [median(abs(tried[area]) for area in areas) for tried in (ours, plain)]
    row = {"check": "fallback", "role": role, "release": release, "group": group, "count": len(areas)}
    return [row | {"ours": errors[0], "plain": errors[1]}]


def _employment(role: str, release: str) -> dict[str, float]:
    """Return the jobs of a role in each local area that publishes its median and its employment."""
    wages = load_wages()
    found = {}
    for code, _ in leave_one_out(role, release, LOCAL):
        row = wages.find(release, code, load_roles()[role].soc_code)
        if row and row.employment:
            found[code] = row.employment
    return found


def premium_rows() -> list[Row]:
    """Return what share of a state's premium holds in its areas, and the error with shares of other states."""
    rows = []
    for role in load_roles():
        release = load_wages().releases[0]
        found = fit_premium(role, release)
        row = {"check": "premium", "role": role, "release": release, "count": found.areas, "ours": found.error}
        rows.append(row | {"value": found.kept, "low": found.low, "high": found.high})
    return rows


@cache
def case_results() -> pd.DataFrame:
    """Return, for each pay case, what the model and the plain local distribution say.

    Returns:
        Columns case, place, employer and, for prefix model and plain: error (median over the case's middle,
        minus 1), in_half and in_four_fifths (whether the middle lies in the 50 % and the 80 % range).
        The model's strengths are estimated without any case of the same place; evidence_error is the error
        with those of the published evidence alone.
    """
    points = pay_points()
    return pd.DataFrame([_judge(point, found) for point, found in zip(points, cross_validated(points), strict=True)])


def _judge(point: PayPoint, moved: dict[tuple[str, str], float]) -> Row:
    shifts = shifts_with(point, moved)
    centre = sum(shift.position for shift in shifts)
    row: Row = {"case": point.case, "place": point.profile.area, "employer": point.employer}
    position = point.curve.position(point.middle)
    for prefix, middle, spread in (("model", centre, remaining_spread(shifts)), ("plain", 0.0, 1.0)):
        row[f"{prefix}_error"] = point.curve.wage(middle) / point.middle - 1
        row[f"{prefix}_in_half"] = abs(position - middle) <= HALF * spread
        row[f"{prefix}_in_four_fifths"] = abs(position - middle) <= FOUR_FIFTHS * spread
    row["evidence_error"] = point.curve.wage(sum(shift.position for shift in shifts_with(point, {}))) / point.middle - 1
    return row


def case_rows() -> list[Row]:
    """Return the error and coverage on the pay cases, over all and by kind of employer.

    ``value`` is the gain over the plain local median in mean absolute error, ``low`` and ``high`` its 95 %
    interval over resampled places.
    """
    results = case_results()
    groups = [(ALL_CASES, results), *results.groupby("employer")]
    return [_case_row(str(name).replace("_", " "), group) for name, group in groups]


def _case_row(name: str, results: pd.DataFrame) -> Row:
    row: Row = {"check": "cases", "group": name, "count": len(results)}
    model, plain = results["model_error"].abs(), results["plain_error"].abs()
    low, high = _interval(plain - model, results["place"])
    row |= {"ours": model.mean(), "plain": plain.mean(), "value": (plain - model).mean(), "low": low, "high": high}
    row["proposed"] = results["evidence_error"].abs().mean()
    for column in ("in_half", "in_four_fifths"):
        row |= {column: results[f"model_{column}"].mean(), f"plain_{column}": results[f"plain_{column}"].mean()}
    return row


def _interval(gains: pd.Series[float], places: pd.Series[str]) -> tuple[float, float]:
    """Return the 95 % interval of a mean over resampled places; NaN for too few to resample."""
    sums = gains.groupby(places).agg(["sum", "count"])
    if len(sums) < FEWEST_PLACES:
        return nan, nan
    random = np.random.default_rng(SEED)
    drawn = random.integers(len(sums), size=(RESAMPLES, len(sums)))
    totals, counts = (sums[column].to_numpy()[drawn].sum(axis=1) for column in ("sum", "count"))
    low, high = np.quantile(totals / counts, [0.025, 0.975]).tolist()
    return low, high


def backtest_rows() -> list[Row]:
    """Return how near the previous release, carried forward by the cost index, comes to the newest one."""
    newest, before = load_wages().releases[:2]
    rows = []
    for role in central_roles():
        aged = ageing(role, before, newest, known=f"{newest[:4]}-03")
        if aged is None:
            continue
        told: list[list[tuple[float, float]]] = [[]]
        for group, kinds in {"nation": ("nation",), **PLACES}.items():
            pairs = _both_releases(role, newest, before, kinds)
            if pairs not in told:
                ours, plain = (median(abs(old * factor / new - 1) for old, new in pairs) for factor in (aged.factor, 1))
                row = {"check": "backtest", "role": role, "release": newest, "group": group, "count": len(pairs)}
                rise = fmean(log(new / old) for old, new in pairs)
                rows.append(row | {"ours": ours, "plain": plain, "value": exp(rise) - 1, "proposed": aged.factor - 1})
            told.append(pairs)
    return rows


def _both_releases(role: str, newest: str, before: str, kinds: tuple[str, ...]) -> list[tuple[float, float]]:
    wages = load_wages()
    soc_code = load_roles()[role].soc_code
    return [
        (wages.medians[(before, code, soc_code)], new)
        for (release, code, soc), new in wages.medians.items()
        if (release, soc) == (newest, soc_code)
        and wages.areas[code].area_type in kinds
        and (before, code, soc_code) in wages.medians
    ]


def strength_rows() -> list[Row]:
    """Return each level that the cases speak of: the evidence's value, the estimate and its 80 % interval."""
    return [
        _strength_row(strength, role)
        for strength in estimate_strengths()
        for role in central_roles()
        if (strength.factor, strength.level) != RECRUITER
    ]


def _strength_row(strength: Strength, role: str) -> Row:
    level = next(each for each in load_levels()[(role, strength.factor)] if each.level == strength.level)
    deviations = FOUR_FIFTHS
    return {
        "check": "strength",
        "role": role,
        "group": f"{strength.factor} {strength.level}",
        "count": strength.cases,
        "proposed": level.proposed,
        "value": strength.value(level),
        "low": strength.value(level, -deviations),
        "high": strength.value(level, deviations),
    }
