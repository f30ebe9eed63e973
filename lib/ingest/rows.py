"""A record of a BLS table turned into a row of our file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.ingest.areas import area_code, area_state
from lib.ingest.cells import read_figure, read_text
from lib.ingest.notes import apply_note
from lib.ingest.release import row_release
from lib.ingest.selection import SOC_TITLES, is_cross_industry
from lib.tables.wage_schema import ALL_INDUSTRIES, AREA_TYPES, COLUMNS, KEY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.ingest.release import Evidence
    from lib.ingest.selection import Record

Row = dict[str, str]
Key = tuple[str, ...]

BLS_COLUMNS: Final = {
    "employment": "TOT_EMP",
    "employment_rse": "EMP_PRSE",
    "location_quotient": "LOC_QUOTIENT",
    "annual_mean": "A_MEAN",
    "mean_rse": "MEAN_PRSE",
    "annual_p10": "A_PCT10",
    "annual_p25": "A_PCT25",
    "annual_median": "A_MEDIAN",
    "annual_p75": "A_PCT75",
    "annual_p90": "A_PCT90",
    "hourly_mean": "H_MEAN",
    "hourly_p10": "H_PCT10",
    "hourly_p25": "H_PCT25",
    "hourly_median": "H_MEDIAN",
    "hourly_p75": "H_PCT75",
    "hourly_p90": "H_PCT90",
}
NATION_TITLE: Final = "United States"


def key_of(row: Mapping[str, str]) -> Key:
    """Return what identifies a row of our file."""
    return tuple(row[column] for column in KEY)


def build_row(record: Record, named: Evidence | None, *, label: str) -> Row:
    """Return a row of our file.

    Args:
        record: A row of a BLS table.
        named: The release as the file's names and descriptions tell it.
        label: The file, for messages.

    Raises:
        RefusedError: If a cell cannot be understood.
    """
    text = {name: read_text(value) for name, value in record.cells.items()}
    release = row_release(text.get("RELEASE", ""), named, label=label, place=record.place)
    identity = read_identity(text, record)
    figures = {
        ours: read_figure(record.cells.get(theirs), column=theirs, place=record.place)
        for ours, theirs in BLS_COLUMNS.items()
    }
    marked = apply_note(figures, text.get("CELL_NOTE", ""), place=record.place)
    row = {"release": release, **identity, **marked, "source": table_name(identity)}
    return {column: row[column] for column in COLUMNS}


def read_identity(text: Mapping[str, str], record: Record) -> Row:
    """Return the columns that say which place, industry and occupation a row is about."""
    area_type = AREA_TYPES[text["AREA_TYPE"]]
    title = NATION_TITLE if area_type == "nation" else text["AREA_TITLE"]
    code = area_code(text["AREA"], area_type, place=record.place)
    return {
        "area_type": area_type,
        "area_code": code,
        "area_title": title,
        "state": area_state(text.get("PRIM_STATE", ""), area_type, code, title, place=record.place),
        "naics": ALL_INDUSTRIES if is_cross_industry(record.cells) else text["NAICS"],
        "naics_title": text["NAICS_TITLE"],
        "ownership": text["OWN_CODE"],
        "soc_code": text["OCC_CODE"],
        "soc_title": SOC_TITLES[text["OCC_CODE"]],
    }


def table_name(identity: Mapping[str, str]) -> str:
    """Return which of BLS's tables a row belongs to."""
    if identity["area_type"] == "nation":
        return "oews-national" if identity["naics"] == ALL_INDUSTRIES else "oews-sector"
    return "oews-state" if identity["area_type"] in ("state", "territory") else "oews-area"
