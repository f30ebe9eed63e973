"""How good the pay model is, computed from the data: `python -m lib.pay.accuracy` prints it.

Two questions. Where an area publishes nothing, how far off is the fallback? Answered by leaving out one
published area at a time. And how near does an estimate come to real pay points (data/pay_cases.csv),
against the local distribution for everybody?
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pandas as pd

from lib.pay.estimate import estimate
from lib.pay.fallback import LOCAL, PARENT, STATEWIDE, leave_one_out, usual_error
from lib.pay.market import release_words
from lib.pay.profile import Profile
from lib.tables import central_roles, load_pay_cases, load_roles, load_wages

STATED = ("experience", "firm_size", "employer", "specialization")


@cache
def fallback_accuracy() -> pd.DataFrame:
    """Return the fallback's error where the truth is published.

    Returns:
        Columns role, release, kind, areas, fallback and plain: median absolute error as a share, of
        the fallback and of the larger area's figure as it stands.
    """
    rows = []
    for role in central_roles():
        for release in load_wages().releases[:2]:
            for kind, kinds in (("metropolitan and nonmetropolitan areas", LOCAL), ("states", STATEWIDE)):
                areas = len(leave_one_out(role, release, kinds))
                ours = usual_error(role, release, kinds)
                plain = usual_error(role, release, kinds, method=PARENT)
                rows.append((load_roles()[role].plural, release_words(release), kind, areas, ours, plain))
    return pd.DataFrame(rows, columns=["role", "release", "kind", "areas", "fallback", "plain"])


@cache
def case_results() -> pd.DataFrame:
    """Return, for each pay case, what the model and the plain local distribution say.

    Returns:
        The case's columns and, for prefix model and plain: error (median over the case's middle, minus
        1), in_half and in_four_fifths (whether the middle lies in the 50 % and the 80 % range).
    """
    cases = load_pay_cases()
    return pd.concat([cases, pd.DataFrame([_judge(case) for _, case in cases.iterrows()])], axis=1)


def _judge(case: pd.Series) -> dict[str, float | bool]:
    everybody = Profile(role=case["role"], area=case["area_code"], release=case["release"])
    stated: dict[str, Any] = {name: case[name] or None for name in STATED}
    person = replace(everybody, **stated)
    results: dict[str, float | bool] = {}
    for prefix, profile in (("model", person), ("plain", everybody)):
        found = estimate(profile)
        results[f"{prefix}_error"] = found.median / case["middle"] - 1
        results[f"{prefix}_in_half"] = found.p25 <= case["middle"] <= found.p75
        results[f"{prefix}_in_four_fifths"] = found.p10 <= case["middle"] <= found.p90
    return results


@cache
def case_accuracy() -> pd.DataFrame:
    """Return the model's accuracy on the pay cases by kind of employer, and over all.

    Returns:
        Columns employer, cases, and for model and plain: mean absolute error, share of cases in the
        50 % and in the 80 % range.
    """
    results = case_results()
    named = results["employer_group"].replace("", "unknown")
    groups = [("all cases", results), *results.groupby(named)]
    return pd.DataFrame([_summary(str(name), group) for name, group in groups])


def _summary(name: str, group: pd.DataFrame) -> dict[str, str | float]:
    summary: dict[str, str | float] = {"employer": name.replace("_", " "), "cases": len(group)}
    for prefix in ("model", "plain"):
        summary[f"{prefix}_error"] = group[f"{prefix}_error"].abs().mean()
        summary[f"{prefix}_in_half"] = group[f"{prefix}_in_half"].mean()
        summary[f"{prefix}_in_four_fifths"] = group[f"{prefix}_in_four_fifths"].mean()
    return summary


def report() -> str:
    """Return the whole report as text."""
    lines = [
        "Where BLS publishes no figure: median error when one published area at a time is left out",
        f"{'role':<19}{'release':<10}{'areas':>6}  {'fallback':>8}  {'plain':>8}  kind",
    ]
    lines += [
        f"{row.role:<19}{row.release:<10}{row.areas:>6}  {row.fallback:>8.1%}  {row.plain:>8.1%}  {row.kind}"
        for row in fallback_accuracy().itertuples()
    ]
    lines += [
        "plain: the state's (of states: the nation's) figure as it stands",
        "",
        "Against real pay points: mean absolute error of the median, and share inside the ranges",
        f"{'employer':<20}{'cases':>6}  " + "  ".join(f"{name:>6}  50 %  80 %" for name in ("model", "plain")),
    ]
    lines += [
        f"{row.employer:<20}{row.cases:>6}  "
        f"{row.model_error:>6.1%} {row.model_in_half:>5.0%} {row.model_in_four_fifths:>5.0%}  "
        f"{row.plain_error:>6.1%} {row.plain_in_half:>5.0%} {row.plain_in_four_fifths:>5.0%}"
        for row in case_accuracy().itertuples()
    ]
    lines.append("plain: the local distribution for everybody. Ranges should hold about 50 and 80 % of the cases.")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())
