"""Estimate the strengths of the factors anew and write them into data/factors.csv.

Evidence (proposed, low, high), shares and words are edited by hand; value, spread and the state premiums are
computed.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from lib.pay.pay_points import pay_points
from lib.pay.premiums import fit_premium
from lib.pay.spreads import public_spreads
from lib.pay.strengths import estimate_strengths
from lib.tables import load_levels, load_wages
from lib.tables.factors import FILE, STATE_PREMIUM
from lib.tables.files import DATA

if TYPE_CHECKING:
    from lib.pay.strengths import Strength


Rows = list[dict[str, str]]


def main() -> None:
    path = DATA / FILE
    with path.open(encoding="utf-8", newline="") as lines:
        rows = renewed(list(csv.DictReader(lines)))
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    levels = len(estimate_strengths()) - 1  # without the recruiters' premium, which is no level
    print(f"{path.name}: {levels} levels estimated from {len(pay_points())} pay cases and the evidence.")


def renewed(rows: Rows) -> Rows:
    """Return the rows of the file with everything computed anew and everything else as it was."""
    return [row | _computed(row) for row in rows]


def _computed(row: dict[str, str]) -> dict[str, str]:
    if row["level"] == STATE_PREMIUM:
        return _premium(row["role"])
    cells = {}
    strength = _strengths().get((row["factor"], row["level"]))
    if strength:
        group = load_levels()[(row["role"], row["factor"])]
        level = next(each for each in group if each.level == row["level"])
        cells["value"] = f"{strength.value(level):.{1 if level.mode == 'percentile' else 3}f}"
    if row["level"] in public_spreads():
        cells["spread"] = f"{public_spreads()[row['level']]:.2f}"
    return cells


def _strengths() -> dict[tuple[str, str], Strength]:
    return {(each.factor, each.level): each for each in estimate_strengths()}


def _premium(role: str) -> dict[str, str]:
    """Return the cells of a role's state premium; more than the whole of it is not used."""
    found = fit_premium(role, load_wages().releases[0])
    kept = f"{min(found.kept, 1):.2f}"
    return {"proposed": kept, "value": kept, "low": f"{found.low:.2f}", "high": f"{found.high:.2f}"}


if __name__ == "__main__":
    main()
