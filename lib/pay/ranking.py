"""Places in order of a measure, as it stands and at average prices of the United States."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.pay.places import DOLLARS, MEASURES, SHARE
from lib.pay.words import dollars, ordinal
from lib.tables.prices import UNITED_STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

TOLD: Final = 3  # places whose change of rank is told


def values(rows: pd.DataFrame, measure: str, *, adjusted: bool = False, factor: float = 1.0) -> pd.Series[float]:
    """Return a measure of places, NaN where there is none.

    Args:
        rows: As `lib.pay.places.place_rows` returns them.
        measure: Key of `MEASURES`.
        adjusted: At average prices of the United States; changes amounts of pay only.
        factor: What amounts of pay are multiplied by, to carry them to a later month.
    """
    figures = rows[measure].astype("float64")
    if MEASURES[measure].unit != DOLLARS:
        return figures
    return figures * factor / (rows["index"].astype("float64") / UNITED_STATES if adjusted else 1)


def ranks(figures: pd.Series[float]) -> pd.Series[float]:
    """Return the rank of each place, 1 for the highest, equal figures the same; NaN where there is no figure."""
    return figures.rank(ascending=False, method="min")


def rank_changes(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Return each place's rank as pay stands and at average US prices, over the places that have both.

    Returns:
        Columns place, nominal, adjusted (ranks) and moved (places gained), in the order of the nominal rank.
    """
    real = values(rows, measure, adjusted=True)
    known = rows.loc[real.notna()]
    nominal, adjusted = ranks(values(known, measure)).astype(int), ranks(real[real.notna()]).astype(int)
    changes = pd.DataFrame({"place": known["place"], "nominal": nominal, "adjusted": adjusted})
    return changes.assign(moved=nominal - adjusted).sort_values(["nominal", "place"], ignore_index=True)


def rank_sentences(changes: pd.DataFrame, places: Sequence[str] = ()) -> tuple[str, ...]:
    """Say how ranks change when pay is taken at average US prices.

    Args:
        changes: As `rank_changes` returns them.
        places: Titles of places to tell of first; then the best paid ones and the largest rise follow.
    """
    picked = changes[changes["place"].isin(list(places))]
    largest = changes.sort_values("moved", ascending=False).head(1)
    told = pd.concat([picked, changes.head(TOLD), largest]).drop_duplicates("place")
    return tuple(
        _moved_words(str(place), int(nominal), int(adjusted))
        for place, nominal, adjusted in zip(told["place"], told["nominal"], told["adjusted"], strict=True)
    )


def _moved_words(place: str, nominal: int, adjusted: int) -> str:
    if nominal == adjusted:
        return f"{place} stays {ordinal(nominal)}."
    verb = "falls" if adjusted > nominal else "rises"
    return f"{place} {verb} from {ordinal(nominal)} to {ordinal(adjusted)}."


def measure_words(value: float, measure: str) -> str:
    """Return a figure in the words of its unit, such as $62,890, 12,340 jobs, 1.4 or +3.1%."""
    unit = MEASURES[measure].unit
    if unit == DOLLARS:
        return dollars(value)
    if unit == SHARE:
        return f"{value:+z.1%}"
    return f"{value:,.0f} jobs" if measure == "employment" else f"{value:.2f}"


def highest_and_lowest(rows: pd.DataFrame, figures: pd.Series[float], measure: str) -> str:
    """Say where a measure is highest and lowest; empty if no place has a figure."""
    known = figures.dropna()
    if known.empty:
        return ""
    places = rows.loc[known.index, "place"].tolist()
    top, bottom = (places[int(at)] for at in (known.argmax(), known.argmin()))
    label = MEASURES[measure].label.split(" (")[0]
    high, low = measure_words(known.max(), measure), measure_words(known.min(), measure)
    return f"{label} is highest in {top} ({high}) and lowest in {bottom} ({low})"
