"""How far an estimate can be trusted, in plain words next to it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from lib.pay.words import dollars
from lib.tables import load_accuracy
from lib.tables.files import records

if TYPE_CHECKING:
    from lib.pay.estimate import Estimate

ALL_CASES: Final = "all cases"
FEWEST: Final = 8  # pay points from which a kind of employer is spoken of by itself


def range_sentence(found: Estimate) -> str:
    """Say what the outer percentiles mean for people with the stated facts."""
    low, high = dollars(found.p10), dollars(found.p90)
    return f"About 8 in 10 people with these facts earn between {low} and {high} a year"


def record_sentence(employer: str | None = None) -> str:
    """Say how estimates did on real pay points.

    Args:
        employer: Stated kind of employer; spoken of if there are enough points.
    """
    groups = _cases()
    everything, own = groups[ALL_CASES], groups.get((employer or "").replace("_", " "))
    words = (
        f"Tried on {everything['count']:.0f} real pay points, such ranges held {everything['in_four_fifths']:.0%} of "
        f"them; the middle was off by {everything['ours']:.1%} on average (the local median: "
        f"{everything['plain']:.1%})."
    )
    if own is None or own["count"] < FEWEST:
        return words
    return (
        f"{words} On the {own['count']:.0f} points of this kind of employer it was off by {own['ours']:.1%} "
        f"against {own['plain']:.1%}{_proof_words(own)}."
    )


def _proof_words(own: dict[str, Any]) -> str:
    if own["low"] > 0:
        return ""
    return ", a gain that so few points do not prove" if own["ours"] < own["plain"] else ", no gain"


@cache
def _cases() -> dict[str, dict[str, Any]]:
    rows = load_accuracy()
    return {row["group"]: row for row in records(rows[rows["check"] == "cases"])}
