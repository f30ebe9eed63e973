"""The columns of data/bls_wages.csv and the states of a cell.

The file holds the Occupational Employment and Wage Statistics (OEWS) of the U.S. Bureau of Labor
Statistics. A cell is a number, one of the words of `CellState`, or empty when the copy the row was
read from does not carry that field at all. Only `lib.ingest` writes the file.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

FILE: Final = "bls_wages.csv"

KEY: Final = ("release", "area_code", "naics", "ownership", "soc_code")
TEXT_COLUMNS: Final = (
    "release",  # reference month, such as 2025-05
    "area_type",  # one of AREA_TYPES
    "area_code",  # BLS code: 99 nation, two digits state, five digits metro, seven digits nonmetro
    "area_title",
    "state",  # postal code of the state, of a metro area's first state; US for the nation
    "naics",  # 000000 for all industries
    "naics_title",
    "ownership",  # BLS OWN_CODE: 1235 all owners, 5 private, 123 government, ...
    "soc_code",
    "soc_title",
)
PERCENTILES: Final = ("annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90")
HOURLY_PERCENTILES: Final = ("hourly_p10", "hourly_p25", "hourly_median", "hourly_p75", "hourly_p90")
STATED_COLUMNS: Final = (  # a number or a CellState
    "employment",
    "employment_rse",  # relative standard error, per cent
    "location_quotient",
    "annual_mean",
    "mean_rse",  # relative standard error of the mean, per cent; says nothing of the percentiles
    *PERCENTILES,
    "hourly_mean",
    *HOURLY_PERCENTILES,
)
COLUMNS: Final = (*TEXT_COLUMNS, *STATED_COLUMNS, "source")

AREA_TYPES: Final = {"1": "nation", "2": "state", "3": "territory", "4": "metro", "6": "nonmetro"}
NATION: Final = "99"
ALL_INDUSTRIES: Final = "000000"
ALL_OWNERS: Final = "1235"


class CellState(StrEnum):
    """Why a cell holds no number. The file holds these words."""

    WITHHELD = "withheld"  # BLS prints * (wage) or ** (employment): an estimate exists, it is not released
    TOP_CODED = "top_coded"  # BLS prints #: at or above the highest wage it publishes
    PROBABLY_TOP_CODED = "probably_top_coded"  # the copy lost the mark; a lower percentile is published
    NOT_AVAILABLE = "not_available"  # withheld or not published: the copy lost the mark that tells which


STATE_WORDS: Final = {
    CellState.WITHHELD: "BLS has an estimate but does not release it",
    CellState.TOP_CODED: "at or above the highest wage BLS publishes",
    CellState.PROBABLY_TOP_CODED: "probably at or above the highest wage BLS publishes",
    CellState.NOT_AVAILABLE: "withheld or not published by BLS; the copy we read does not say which",
}
