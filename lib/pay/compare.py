"""Frames that set distributions side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from lib.pay.estimate import estimate
from lib.pay.market import PUBLISHED, release_words
from lib.pay.words import HOURS_A_YEAR, MONTHS_A_YEAR, dollars, share_words
from lib.tables import central_roles, load_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.pay.estimate import Estimate
    from lib.pay.profile import Profile

PERCENTILE_LABELS = ("10th percentile", "25th percentile", "Median", "75th percentile", "90th percentile")


@dataclass(frozen=True)
class RoleComparison:
    """Both roles for the same place and facts.

    Attributes:
        rows: Columns label, role, p10, p25, median, p75, p90.
        finding: The difference in one sentence.
        origins: For each strip its kind ("fact" or "estimate") and where it comes from.
    """

    rows: pd.DataFrame
    finding: str
    origins: tuple[tuple[str, str], ...]


def strip_row(label: str, role: str, percentiles: Sequence[float]) -> dict[str, str | float]:
    """Return one row of a percentile strip."""
    names = ("p10", "p25", "median", "p75", "p90")
    return {"label": label, "role": role, **dict(zip(names, percentiles, strict=True))}


def profile_rows(found: Estimate) -> pd.DataFrame:
    """Return strips for everybody in the role here and, if facts are stated, for the profile."""
    role = found.profile.role
    plural = load_roles()[role].plural
    rows = [strip_row(f"{plural}: everybody here", role, found.market.percentiles)]
    if found.shifts:
        rows.append(strip_row(f"{plural}: this profile", role, found.percentiles))
    return pd.DataFrame(rows)


def percentile_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Return strips as a table of text, one row a percentile and one column a strip.

    Args:
        rows: Columns label, p10, p25, median, p75, p90 (dollars a year).
    """
    columns = {
        row["label"]: [dollars(row[name]) for name in ("p10", "p25", "median", "p75", "p90")]
        for row in rows.to_dict("records")
    }
    return pd.DataFrame({"Percentile": PERCENTILE_LABELS, **columns})


def pay_table(found: Estimate) -> pd.DataFrame:
    """Return the percentiles of an estimate a year, a month and an hour, as text with dollars."""
    return pd.DataFrame(
        {
            "Percentile": PERCENTILE_LABELS,
            "A year": [dollars(value) for value in found.percentiles],
            "A month": [dollars(value / MONTHS_A_YEAR) for value in found.percentiles],
            "An hour": [dollars(value / HOURS_A_YEAR, cents=True) for value in found.percentiles],
        }
    )


def steps_table(found: Estimate) -> pd.DataFrame:
    """Return the steps of an estimate as a table of text."""
    steps = found.steps
    signs = [
        "+" if kind == "change" and amount > 0 else ""
        for kind, amount in zip(steps["kind"], steps["dollars"], strict=True)
    ]
    amounts = [f"{sign}{dollars(amount)}" for sign, amount in zip(signs, steps["dollars"], strict=True)]
    return pd.DataFrame({"Step": steps["label"], "Dollars a year": amounts})


def both_roles(profile: Profile) -> RoleComparison:
    """Estimate both roles for the same place and facts."""
    found = [estimate(replace(profile, role=role)) for role in central_roles()]
    rows = [strip_row(load_roles()[each.profile.role].plural, each.profile.role, each.percentiles) for each in found]
    return RoleComparison(pd.DataFrame(rows), _difference(found), tuple(origin(each) for each in found))


def origin(found: Estimate) -> tuple[str, str]:
    """Return the kind of an estimate ("fact" or "estimate") and where it comes from, in words."""
    plural = load_roles()[found.profile.role].plural
    if found.basis != PUBLISHED:
        return "estimate", f"{plural}: {found.basis_note}"
    source = f"BLS OEWS, {release_words(found.market.release)}, {found.market.place}, all industries"
    if found.shifts:
        return "estimate", f"{plural}: {source}, moved and narrowed by the stated facts."
    return "fact", f"{plural}: {source}."


def _difference(found: Sequence[Estimate]) -> str:
    lower, upper = sorted(found, key=lambda each: each.median)
    more, less = load_roles()[upper.profile.role].plural, load_roles()[lower.profile.role].plural.lower()
    gap = upper.median - lower.median
    if round(gap) == 0:
        return "Both roles have the same median here"
    share = 1 - lower.percentile_of(upper.median) / 100
    return f"{more} earn {dollars(gap)} more in the middle here; {share_words(share)} {less} earn more than that middle"
