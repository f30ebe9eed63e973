"""How good the pay model is (data/accuracy.csv): computed by `make accuracy`, read by the pages.

What a row holds depends on its check; shares are shares (0.05 is 5 %), cells without meaning are empty.

    fallback: ours and plain, median absolute error of the estimate where nothing is published and of the
        larger area's figure as it stands; group is the kind or size of place, count its areas.
    premium: value, share of a state's premium that holds in its areas, with its 95 % interval (low, high);
        ours, median absolute error with shares fitted on other states.
    cases: ours and plain, mean absolute error on real pay points of the model (strengths estimated without
        the place) and of the local median; the shares of points in the 50 % and 80 % range of both; value,
        the gain in error with its 95 % interval; proposed, the error with the evidence's own strengths.
    backtest: ours and plain, median absolute error of the previous release carried forward by the cost
        index and left as it stands; value, how pay rose; proposed, how the index says it rose.
    strength: proposed, what the evidence says; value, the estimate with its 80 % interval; group is factor
        and level, count the cases that state it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import fail_on, require_one_of
from lib.tables.files import DATA, read_keyed_table, to_number

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "accuracy.csv"
KEY: Final = ("check", "role", "release", "group")
NUMBERS: Final = (
    "count",
    "ours",
    "plain",
    "in_half",
    "in_four_fifths",
    "plain_in_half",
    "plain_in_four_fifths",
    "proposed",
    "value",
    "low",
    "high",
)
CHECKS: Final = ("fallback", "premium", "cases", "backtest", "strength")


@cache
def load_accuracy(folder: Path = DATA) -> pd.DataFrame:
    """Return the rows of data/accuracy.csv.

    Raises:
        TableError: If the file breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=(*KEY, *NUMBERS), key=KEY)
    require_one_of(rows, "check", CHECKS, file=FILE)
    for column in NUMBERS:
        rows[column] = to_number(rows[column], file=FILE, name=column)
    fail_on(~(rows["count"] > 0), file=FILE, rule="count must be more than 0", rows=rows, show=KEY)
    for column in ("ours", "plain", "in_half", "in_four_fifths"):
        wrong = (rows[column] < 0) | (rows[column] > 1)
        fail_on(wrong, file=FILE, rule=f"{column} must lie between 0 and 1", rows=rows, show=KEY)
    return rows
