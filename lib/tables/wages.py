"""BLS wage rows (data/bls_wages.csv), loaded and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from math import isnan
from threading import RLock
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lib.tables.checks import fail_on, require_columns
from lib.tables.files import DATA, finite, read_text_table, records
from lib.tables.sources import require_known_sources
from lib.tables.wage_checks import check_wages
from lib.tables.wage_schema import (
    ALL_INDUSTRIES,
    COLUMNS,
    FILE,
    PERCENTILES,
    STATED_COLUMNS,
    TEXT_COLUMNS,
    CellState,
)

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Area:
    """A place BLS publishes wages for.

    Attributes:
        area_type: nation, state, territory, metro or nonmetro.
        state: Postal code; of a metro area that crosses state lines, its first state.
    """

    area_code: str
    area_type: str
    area_title: str
    state: str


@dataclass(frozen=True)
class WageRow:
    """One published row: an occupation in an area, all industries, one release.

    Attributes:
        percentiles: Annual p10, p25, median, p75 and p90 in dollars; None where there is no number.
        states: Why a column holds no number, by column name; a column that the copy does not carry
            has no entry.
        employment: Jobs, or None.
        employment_rse: Relative standard error of employment in per cent, or None.
        mean: Annual mean in dollars, or None.
        mean_rse: Relative standard error of the mean in per cent, or None.
    """

    release: str
    area_type: str
    area_code: str
    area_title: str
    state: str
    soc_code: str
    percentiles: tuple[float | None, ...]
    states: dict[str, CellState]
    employment: float | None
    employment_rse: float | None
    location_quotient: float | None
    mean: float | None
    mean_rse: float | None
    source: str

    @property
    def median(self) -> float | None:
        """Annual median in dollars, or None."""
        return self.percentiles[2]


@dataclass(frozen=True, eq=False)
class WageTable:
    """All rows of data/bls_wages.csv, checked.

    Attributes:
        rows: Text columns and numbers; NaN where a cell holds no number.
        states: The `CellState` of each cell of `STATED_COLUMNS`, None where there is a number or
            where the copy does not carry the field. Indexed like ``rows``.
    """

    rows: pd.DataFrame
    states: pd.DataFrame
    positions: dict[tuple[str, str, str], int]

    @cached_property
    def releases(self) -> tuple[str, ...]:
        """Reference months, newest first."""
        return tuple(sorted(self.rows["release"].unique(), reverse=True))

    @cached_property
    def medians(self) -> dict[tuple[str, str, str], float]:
        """Published annual medians by (release, area code, SOC code), all industries."""
        medians = self.rows["annual_median"].to_numpy()
        return {key: float(medians[at]) for key, at in self.positions.items() if medians[at] == medians[at]}

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Every area that any release names, by code, as the newest release names it."""
        newest = self.rows.sort_values("release", kind="stable").drop_duplicates("area_code", keep="last")
        return {record["area_code"]: Area(**record) for record in records(newest[list(_AREA_TEXT)])}

    def find(self, release: str, area_code: str, soc_code: str) -> WageRow | None:
        """Return the row for all industries, or None if BLS (or our copy) has none."""
        position = self.positions.get((release, area_code, soc_code))
        return None if position is None else self._row(position)

    def _row(self, position: int) -> WageRow:
        cells = self._cells
        marks = ((name, column[position]) for name, column in self._cell_states.items())
        return WageRow(
            percentiles=tuple(_number(cells[name][position]) for name in PERCENTILES),
            states={name: CellState(mark) for name, mark in marks if mark},
            employment=_number(cells["employment"][position]),
            employment_rse=_number(cells["employment_rse"][position]),
            location_quotient=_number(cells["location_quotient"][position]),
            mean=_number(cells["annual_mean"][position]),
            mean_rse=_number(cells["mean_rse"][position]),
            **{name: cells[name][position] for name in _ROW_TEXT},
        )

    @cached_property
    def _cells(self) -> dict[str, list[Any]]:
        """The cells that a row hands out, by column: a hundred times faster to look up than a row of a frame."""
        return {name: self.rows[name].tolist() for name in (*_ROW_TEXT, *_ROW_NUMBERS)}

    @cached_property
    def _cell_states(self) -> dict[str, list[str | None]]:
        return {str(name): self.states[name].tolist() for name in self.states.columns}


_AREA_TEXT: Final = ("area_code", "area_type", "area_title", "state")
_ROW_NUMBERS: Final = (
    *PERCENTILES,
    "employment",
    "employment_rse",
    "location_quotient",
    "annual_mean",
    "mean_rse",
)
_ROW_TEXT: Final = ("release", "area_type", "area_code", "area_title", "state", "soc_code", "source")


def _number(cell: float) -> float | None:
    return None if isnan(cell) else float(cell)


def load_wages(folder: Path = DATA) -> WageTable:
    """Read and check data/bls_wages.csv, once.

    Visitors who come at the same time wait for the first one's reading instead of reading it again.

    Raises:
        TableError: If the file breaks a rule; the message names the file, the row and the rule.
    """
    with _READING:
        return _load_wages(folder)


_READING: Final = RLock()


@cache
def _load_wages(folder: Path) -> WageTable:
    text = read_text_table(FILE, folder)
    require_columns(text, COLUMNS, file=FILE)
    numbers, states = _split_cells(text)
    rows = pd.concat([text[[*TEXT_COLUMNS, "source"]], numbers], axis=1)
    check_wages(rows)
    require_known_sources(rows, file=FILE)
    everything = rows[rows["naics"] == ALL_INDUSTRIES]
    keys = zip(everything["release"], everything["area_code"], everything["soc_code"], strict=True)
    return WageTable(rows, states, dict(zip(keys, everything.index.tolist(), strict=True)))


def _split_cells(text: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Separate each stated cell into a number or a state."""
    known = {state.value for state in CellState}
    numbers, states = {}, {}
    for column in STATED_COLUMNS:
        cells = text[column]
        is_state = cells.isin(known)
        numbers[column] = finite(cells.where(~is_state & (cells != "")))
        states[column] = cells.astype(object).where(is_state, None)
        fail_on(
            numbers[column].isna() & ~is_state & (cells != ""),
            file=FILE,
            rule=f"{column} must be a number, empty, or one of {', '.join(sorted(known))}",
            rows=text,
            show=["release", "area_title", "soc_code", column],
        )
    return pd.DataFrame(numbers), pd.DataFrame(states)
