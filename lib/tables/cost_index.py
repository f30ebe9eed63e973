"""How pay rises between releases of the wage survey (data/cost_index.csv).

The Employment Cost Index of the U.S. Bureau of Labor Statistics: wages and salaries, change over the
twelve months that end with a quarter, not seasonally adjusted, by group of occupations.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import TableError, fail_on, require_filled, require_one_of
from lib.tables.files import DATA, read_keyed_table, to_number
from lib.tables.roles import load_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "cost_index.csv"
COLUMNS: Final = ("role", "quarter", "change", "series", "source")


@cache
def load_cost_index(folder: Path = DATA) -> pd.DataFrame:
    """Return the changes: role, quarter (its last month, such as 2026-03), change (a share), series, source.

    Raises:
        TableError: If the file breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["role", "quarter"])
    show = ["role", "quarter", "change"]
    require_one_of(rows, "role", load_roles(), file=FILE)
    require_filled(rows, COLUMNS, file=FILE, show=["role", "quarter"])
    not_a_quarter = ~rows["quarter"].str.fullmatch(r"\d{4}-(03|06|09|12)")
    fail_on(not_a_quarter, file=FILE, rule="quarter must be its last month, such as 2026-03", rows=rows, show=show)
    rows["change"] = to_number(rows["change"], file=FILE, name="change")
    outside = ~rows["change"].between(-5, 15)
    fail_on(outside, file=FILE, rule="change must lie between -5 and 15 per cent", rows=rows, show=show)
    require_known_sources(rows, file=FILE)
    missing = set(load_roles()) - set(rows["role"])
    if missing:
        raise TableError(f"{FILE}: no change for {', '.join(sorted(missing))}.")
    return rows.assign(change=(rows["change"] / 100).round(6)).sort_values(["role", "quarter"], ignore_index=True)
