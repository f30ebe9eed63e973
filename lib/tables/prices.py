"""Price levels: between places (data/price_parities.csv) and over the years (data/consumer_prices.csv)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import fail_on
from lib.tables.files import DATA, read_keyed_table, to_number
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

PARITY_FILE: Final = "price_parities.csv"
CONSUMER_FILE: Final = "consumer_prices.csv"
PARITY_PERIOD: Final = "2024"
UNITED_STATES: Final = 100.0


@cache
def load_price_parities(folder: Path = DATA) -> dict[str, float]:
    """Return the price level of each area by BLS area code; the United States is 100.

    Areas for which the Bureau of Economic Analysis publishes none (nonmetropolitan areas) are absent.

    Raises:
        TableError: If the file breaks a rule.
    """
    columns = ("area_code", "area_title", "period", "index", "source")
    rows = read_keyed_table(PARITY_FILE, folder, columns=columns, key=["area_code"])
    index = to_number(rows["index"], file=PARITY_FILE, name="index")
    show = ["area_code", "index"]
    fail_on(
        ~index.between(50, 200),
        file=PARITY_FILE,
        rule="index must lie between 50 and 200",
        rows=rows,
        show=show,
    )
    fail_on(
        rows["period"] != PARITY_PERIOD,
        file=PARITY_FILE,
        rule=f"period must be {PARITY_PERIOD}: vintages are not comparable",
        rows=rows,
        show=["area_code", "period"],
    )
    require_known_sources(rows, file=PARITY_FILE)
    return dict(zip(rows["area_code"], index.tolist(), strict=True))


@cache
def load_consumer_prices(folder: Path = DATA) -> dict[int, float]:
    """Return the consumer price index (CPI-U, annual average) by year.

    Raises:
        TableError: If the file breaks a rule.
    """
    rows = read_keyed_table(CONSUMER_FILE, folder, columns=("year", "index", "source", "note"), key=["year"])
    index = to_number(rows["index"], file=CONSUMER_FILE, name="index")
    no_year = ~rows["year"].str.fullmatch(r"\d{4}")
    fail_on(no_year, file=CONSUMER_FILE, rule="year must have four digits", rows=rows, show=["year"])
    fail_on(~(index > 0), file=CONSUMER_FILE, rule="index must be positive", rows=rows, show=["year"])
    require_known_sources(rows, file=CONSUMER_FILE)
    return dict(zip(rows["year"].astype(int).tolist(), index.tolist(), strict=True))
