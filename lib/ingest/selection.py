"""Which rows of a table are ours: seven occupations, in all industries or in a sector, in any area."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lib.ingest.cells import read_text
from lib.tables.wage_schema import ALL_INDUSTRIES, ALL_OWNERS, AREA_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

SOC_TITLES: Final = {
    "11-3012": "Administrative Services Managers",
    "23-1011": "Lawyers",
    "23-2011": "Paralegals and Legal Assistants",
    "43-1011": "First-Line Supervisors of Office and Administrative Support Workers",
    "43-6011": "Executive Secretaries and Executive Administrative Assistants",
    "43-6012": "Legal Secretaries and Administrative Assistants",
    "43-6014": "Secretaries and Administrative Assistants, Except Legal, Medical, and Executive",
}

OTHER_OCCUPATIONS: Final = "other occupations"
GROUPS: Final = "groups of occupations"
OTHER_INDUSTRIES: Final = "single industries or owners"
OTHER_AREAS: Final = "other kinds of area"


@dataclass(frozen=True)
class Record:
    """One row as the file has it."""

    place: str  # the file and the row, for messages
    cells: Mapping[str, object]  # by column name


@dataclass(frozen=True)
class Selection:
    """The rows of a table that are ours, and what was left out."""

    records: tuple[Record, ...]
    rows_read: int
    left_out: Counter[str]


def select(
    numbered_rows: Iterable[tuple[int, Sequence[object]]],
    columns: Mapping[str, int],
    *,
    label: str,
    progress: Callable[[int], None],
) -> Selection:
    """Read a table to its end and keep our rows.

    Args:
        numbered_rows: Row number in the file, and the row's cells.
        columns: Position of each column.
        label: The file, for messages.
        progress: Called with the number of rows read after each row.
    """
    records: list[Record] = []
    left_out: Counter[str] = Counter()
    rows_read = 0
    occupation = columns["OCC_CODE"]
    for rows_read, (number, cells) in enumerate(numbered_rows, start=1):
        progress(rows_read)
        if read_text(cells[occupation]) not in SOC_TITLES:
            left_out[OTHER_OCCUPATIONS] += 1
            continue
        record = Record(f"{label}, row {number}", {name: cells[at] for name, at in columns.items()})
        reason = reason_to_leave_out(record.cells)
        if reason:
            left_out[reason] += 1
        else:
            records.append(record)
    return Selection(tuple(records), rows_read, left_out)


def reason_to_leave_out(cells: Mapping[str, object]) -> str:
    """Return why a row of one of our occupations is not used, or nothing if it is."""
    if read_text(cells["O_GROUP"]).lower() != "detailed":
        return GROUPS
    if not is_cross_industry(cells) and industry_group(cells) != "sector":
        return OTHER_INDUSTRIES
    if read_text(cells["AREA_TYPE"]) not in AREA_TYPES:
        return OTHER_AREAS
    return ""


def industry_group(cells: Mapping[str, object]) -> str:
    """Return the row's level of industry in lower case, such as "sector"."""
    return read_text(cells["I_GROUP"]).lower()


def is_cross_industry(cells: Mapping[str, object]) -> bool:
    """Tell whether a row covers all industries and all owners."""
    return (
        industry_group(cells) == "cross-industry"
        and read_text(cells["NAICS"]).zfill(6) == ALL_INDUSTRIES
        and read_text(cells["OWN_CODE"]) == ALL_OWNERS
    )
