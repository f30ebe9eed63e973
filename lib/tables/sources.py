"""Where every number comes from (data/sources.csv): one row a source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import fail_on, require_filled
from lib.tables.files import DATA, read_keyed_table, records

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "sources.csv"
COLUMNS: Final = (
    "source",
    "publisher",
    "title",
    "release",
    "address",
    "accessed",
    "licence",
    "quality",
    "note",
)


@dataclass(frozen=True)
class Source:
    """A publication (or our own judgement) that numbers in the tables rest on."""

    source: str
    publisher: str
    title: str
    release: str
    address: str
    accessed: str
    licence: str
    quality: str
    note: str


@cache
def load_sources(folder: Path = DATA) -> dict[str, Source]:
    """Return the sources by key.

    Raises:
        TableError: If data/sources.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["source"])
    filled = ("source", "publisher", "title", "release", "accessed", "licence", "quality")
    require_filled(rows, filled, file=FILE, show=["source"])
    return {record["source"]: Source(**record) for record in records(rows)}


def require_known_sources(rows: pd.DataFrame, *, file: str) -> None:
    """Check that the ``source`` column names only sources described in data/sources.csv.

    A cell may name several sources, separated by spaces.

    Raises:
        TableError: If a cell is empty or names an unknown source.
    """
    known = load_sources()
    wrong = {cell for cell in set(rows["source"]) if not cell.strip() or not known.keys() >= set(cell.split())}
    fail_on(rows["source"].isin(wrong), file=file, rule=f"source must name rows of {FILE}", rows=rows, show=["source"])
