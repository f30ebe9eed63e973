"""The accuracy report as text, from data/accuracy.csv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.pay.market import release_words
from lib.tables import load_accuracy, load_pay_cases, load_roles
from lib.tables.files import records

if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]


def report() -> str:
    """Return the whole report."""
    return "\n".join([*_fallback(), "", *_premiums(), "", *_cases(), "", *_backtest(), "", *_strengths()])


def _rows(check: str) -> list[Row]:
    rows = load_accuracy()
    return records(rows[rows["check"] == check])


def _role(row: Row) -> str:
    return load_roles()[row["role"]].plural


def _fallback() -> list[str]:
    return [
        "1. Where BLS publishes no figure: median error when one published area at a time is left out",
        f"{'role':<19}{'release':<10}{'areas':>6}{'ours':>7}{'plain':>7}  places",
        *(
            f"{_role(row):<19}{release_words(row['release']):<10}{row['count']:>6.0f}{row['ours']:>7.1%}"
            f"{row['plain']:>7.1%}  {row['group']}"
            for row in _rows("fallback")
        ),
        "plain: the state's (of states: the nation's) figure as it stands",
    ]


def _premiums() -> list[str]:
    return [
        "2. Share of a state's premium for a role that holds in its areas, and the error with other states' share",
        f"{'role':<34}{'areas':>6}{'share':>7}  {'95 % interval':<15}{'error':>6}",
        *(
            f"{_role(row):<34}{row['count']:>6.0f}{row['value']:>7.2f}  {row['low']:.2f} to {row['high']:.2f}"
            f"{'':<3}{row['ours']:>6.1%}"
            for row in _rows("premium")
        ),
    ]


def _cases() -> list[str]:
    return [
        f"3. Against {len(load_pay_cases())} real pay points, strengths estimated without the point's place: mean",
        "absolute error of the median, share of points inside the ranges, gain over the local median in points",
        f"{'employer':<20}{'points':>6}{'model':>7}{'evidence':>10}{'plain':>7}{'50 %':>6}{'80 %':>6}{'gain':>6}"
        "  95 % interval",
        *(
            f"{row['group']:<20}{row['count']:>6.0f}{row['ours']:>7.1%}{row['proposed']:>10.1%}{row['plain']:>7.1%}"
            f"{row['in_half']:>6.0%}{row['in_four_fifths']:>6.0%}{100 * row['value']:>6.1f}"
            f"  {gain_words(row)}"
            for row in _rows("cases")
        ),
        "evidence: strengths of the published evidence alone; plain: the median of everybody in the role there",
    ]


def gain_words(row: Row) -> str:
    """Return the interval of a gain in points, and whether it proves the gain."""
    low, high = 100 * row["low"], 100 * row["high"]
    if low != low:
        return "too few places"
    return f"{low:.1f} to {high:.1f}{'' if low > 0 else ': not proven'}"


def _backtest() -> list[str]:
    return [
        "4. The release before, carried forward by the Employment Cost Index, against the newest: median error",
        f"{'role':<19}{'areas':>6}{'aged':>7}{'unaged':>8}{'index':>7}{'rose':>6}  places",
        *(
            f"{_role(row):<19}{row['count']:>6.0f}{row['ours']:>7.1%}{row['plain']:>8.1%}{row['proposed']:>7.1%}"
            f"{row['value']:>6.1%}  {row['group']}"
            for row in _rows("backtest")
        ),
    ]


def _strengths() -> list[str]:
    return [
        "5. What the cases made of the evidence (multiplier, or percentile of experience)",
        f"{'level':<38}{'role':<19}{'points':>6}{'evidence':>10}{'estimate':>10}  80 % interval",
        *(
            f"{row['group'].replace('_', ' '):<38}{_role(row):<19}{row['count']:>6.0f}{row['proposed']:>10.4g}"
            f"{row['value']:>10.4g}  {row['low']:.4g} to {row['high']:.4g}"
            for row in _rows("strength")
        ),
    ]
