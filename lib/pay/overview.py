"""The national picture: both roles now, their change, their history and their overlap."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from lib.pay.curve import NORMAL
from lib.pay.market import find_market
from lib.pay.words import dollars, share_words
from lib.tables import central_roles, load_consumer_prices, load_roles, load_wages
from lib.tables.wage_schema import NATION

PERCENTILE_COLUMNS = ("p10", "p25", "median", "p75", "p90")


@dataclass(frozen=True)
class Change:
    """A median now and in an earlier release, in dollars of each year."""

    now: float
    before: float

    @property
    def share(self) -> float:
        """Relative change."""
        return self.now / self.before - 1


def change_since(role: str, release: str, before: str, area: str = NATION) -> Change:
    """Return the median of a role in a release and in an earlier one."""
    medians = [find_market(role, area, each).percentiles[2] for each in (release, before)]
    return Change(*medians)


def strips(release: str, area: str = NATION) -> pd.DataFrame:
    """Return role, label and the five percentiles of both roles, the better paid one first."""
    rows = [
        {"role": role, "label": load_roles()[role].plural}
        | dict(zip(PERCENTILE_COLUMNS, find_market(role, area, release).percentiles, strict=True))
        for role in central_roles()
    ]
    return pd.DataFrame(rows).sort_values("median", ascending=False, ignore_index=True)


def overlap_sentence(release: str, area: str = NATION) -> str:
    """Say how much of the lower-paid role earns more than the middle of the better-paid one."""
    upper, lower = strips(release, area).to_dict("records")
    above = share_above(lower["role"], upper["median"], release, area)
    many, few = upper["label"].lower(), lower["label"].lower()
    return (
        f"A quarter of {few} earn more than {dollars(lower['p75'])}; the median of {many} is "
        f"{dollars(upper['median'])}. {share_words(above).capitalize()} {few} earn more than the median of "
        f"{many}; that share is our estimate, read between the published percentiles."
    )


def share_above(role: str, wage: float, release: str, area: str = NATION) -> float:
    """Return the share of a role's workers who earn more than a wage, read between the percentiles."""
    return 1 - NORMAL.cdf(find_market(role, area, release).curve.position(wage))


def history(area: str = NATION) -> pd.DataFrame:
    """Return the published medians of both roles over the releases, oldest first.

    Returns:
        Columns year, role, label, median and with_prices: the first year's median raised by consumer
        prices, all in dollars a year.
    """
    wages, prices = load_wages(), load_consumer_prices()
    rows = []
    for role in central_roles():
        published = {
            int(release[:4]): median
            for (release, code, soc_code), median in sorted(wages.medians.items())
            if (code, soc_code) == (area, load_roles()[role].soc_code)
        }
        first = min(published)
        rows += [
            {
                "year": year,
                "role": role,
                "label": load_roles()[role].plural,
                "median": median,
                "with_prices": published[first] * prices[year] / prices[first],
            }
            for year, median in published.items()
        ]
    return pd.DataFrame(rows)


def history_table(past: pd.DataFrame, *, with_prices: bool) -> pd.DataFrame:
    """Return the medians as a table of text, one row a year.

    Args:
        past: As `history` returns it.
        with_prices: Whether to add the first year's median raised by prices.
    """
    table: dict[str, list[str]] = {"Year": [str(year) for year in past["year"].drop_duplicates()]}
    raised = []
    for _, rows in past.groupby("role", sort=False):
        table[rows["label"].iloc[0]] = [dollars(median) for median in rows["median"]]
        raised.append([dollars(pay) for pay in rows["with_prices"]])
    if with_prices:
        table[f"{table['Year'][0]} raised by prices"] = [" / ".join(both) for both in zip(*raised, strict=True)]
    return pd.DataFrame(table)


def history_sentence(past: pd.DataFrame) -> str:
    """Say by how much pay rose over the releases, beside prices.

    Args:
        past: As `history` returns it.
    """
    parts, prices = [], 0.0
    for _, rows in past.groupby("role", sort=False):
        first, last = rows.iloc[0], rows.iloc[-1]
        prices = last["with_prices"] / first["median"] - 1
        parts.append(f"{last['median'] / first['median'] - 1:.0%} for {last['label'].lower()}")
    return f"Since {past['year'].min()} median pay rose {' and '.join(parts)}; prices rose {prices:.0%}"
