"""Rows of a source laid over the rows we have: for the same key, the later source wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lib.tables.wage_schema import AREA_TYPES, STATED_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lib.ingest.rows import Key, Row

AREA_ORDER: Final = {area_type: at for at, area_type in enumerate(AREA_TYPES.values())}


@dataclass(frozen=True)
class Changes:
    """What laying a source over the rows changed, in rows."""

    new: int
    replaced: int
    unchanged: int
    fewer_figures: int  # of those replaced: rows that now hold fewer figures than before


def merge(base: Mapping[Key, Row], rows: Mapping[Key, Row]) -> dict[Key, Row]:
    """Return the base with the rows laid over it."""
    return {**base, **rows}


def changes(base: Mapping[Key, Row], rows: Mapping[Key, Row]) -> Changes:
    """Return what `merge` changes."""
    replaced = [key for key, row in rows.items() if key in base and base[key] != row]
    return Changes(
        new=sum(key not in base for key in rows),
        replaced=len(replaced),
        unchanged=sum(base.get(key) == row for key, row in rows.items()),
        fewer_figures=sum(filled(rows[key]) < filled(base[key]) for key in replaced),
    )


def filled(row: Row) -> int:
    """Return how many cells of a row hold a figure or say why there is none."""
    return sum(row[column] != "" for column in STATED_COLUMNS)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order of our file, which depends on nothing but the rows."""
    return sorted(rows, key=sort_key)


def sort_key(row: Row) -> tuple[str, int, str, str, str, str]:
    """Return what a row is sorted by: release, kind of area, area, industry, owner, occupation."""
    place = AREA_ORDER[row["area_type"]]
    return row["release"], place, row["area_code"], row["naics"], row["ownership"], row["soc_code"]
