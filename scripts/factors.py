"""Estimate the strengths of the factors anew and write them into data/factors.csv.

Evidence (proposed, low, high), shares and words are edited by hand; value, spread and the state premiums are
computed.
"""

from __future__ import annotations

import csv

from lib.pay.pay_points import pay_points
from lib.pay.premiums import fit_premium
from lib.pay.spreads import public_spreads
from lib.pay.strengths import estimate_strengths
from lib.tables import load_levels, load_wages
from lib.tables.factors import FILE, STATE_PREMIUM
from lib.tables.files import DATA


def main() -> None:
    strengths = {(each.factor, each.level): each for each in estimate_strengths()}
    levels = {(level.role, level.factor, level.level): level for group in load_levels().values() for level in group}
    path = DATA / FILE
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        strength = strengths.get((row["factor"], row["level"]))
        if strength:
            level = levels[(row["role"], row["factor"], row["level"])]
            row["value"] = f"{strength.value(level):.{1 if level.mode == 'percentile' else 3}f}"
        if row["level"] == STATE_PREMIUM:
            row.update(_premium(row["role"]))
        if row["level"] in public_spreads():
            row["spread"] = f"{public_spreads()[row['level']]:.2f}"
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{path.name}: {len(strengths) - 1} levels estimated from {len(pay_points())} pay cases and the evidence.")


def _premium(role: str) -> dict[str, str]:
    """Return the cells of a role's state premium; more than the whole of it is not used."""
    found = fit_premium(role, load_wages().releases[0])
    kept = f"{min(found.kept, 1):.2f}"
    return {"proposed": kept, "value": kept, "low": f"{found.low:.2f}", "high": f"{found.high:.2f}"}


if __name__ == "__main__":
    main()
