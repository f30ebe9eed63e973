"""The release (reference month) of a table: what its content and its names say, never today's date.

OEWS has one release a year; its reference month is May.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lib.ingest.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

RELEASE: Final = re.compile(r"20[0-9]{2}-05")
IN_FILE_NAMES: Final = (
    re.compile(r"(?<![A-Za-z])M_?(20\d\d)(?!\d)", re.IGNORECASE),  # state_M2025_dl, all_data_M_2025
    re.compile(r"(?<![A-Za-z])oesm(\d\d)(?=[a-z])", re.IGNORECASE),  # oesm25nat.zip
)
IN_SHEET_NAMES: Final = (*IN_FILE_NAMES, re.compile(r"\bMay (20\d\d)\b", re.IGNORECASE))  # All May 2025 data
IN_DESCRIPTIONS: Final = re.compile(r"\bMay (20\d\d) OEW?S Estimates", re.IGNORECASE)


@dataclass(frozen=True)
class Evidence:
    """One place that tells a release."""

    release: str
    where: str


def from_file_name(name: str) -> list[Evidence]:
    """Return what the name of a file, with its folders in a zip, says about the release."""
    years = [year for pattern in IN_FILE_NAMES for year in pattern.findall(name)]
    return [Evidence(f"20{year[-2:]}-05", f"the file name {name}") for year in years]


def from_sheet_name(name: str) -> list[Evidence]:
    """Return what the name of a sheet says about the release."""
    years = [year for pattern in IN_SHEET_NAMES for year in pattern.findall(name)]
    return [Evidence(f"20{year[-2:]}-05", f"the sheet name {name}") for year in years]


def from_description(text: str, sheet: str) -> list[Evidence]:
    """Return what a line of BLS's sheet "Field Descriptions" says about the release."""
    return [Evidence(f"{year}-05", f"the sheet {sheet}") for year in IN_DESCRIPTIONS.findall(text)]


def agreed(evidence: Sequence[Evidence], *, label: str) -> Evidence | None:
    """Return the release that all evidence agrees on, or None without any.

    Raises:
        RefusedError: If two places tell different releases.
    """
    for other in evidence[1:]:
        if other.release != evidence[0].release:
            raise RefusedError(
                f"{label}: {evidence[0].where} says {evidence[0].release}, but {other.where} says "
                f"{other.release}. Get the file from BLS again, or give it back its own name."
            )
    return evidence[0] if evidence else None


def row_release(column: str, named: Evidence | None, *, label: str, place: str) -> str:
    """Return the release of one row.

    Args:
        column: What the row's RELEASE column says; empty if there is none.
        named: What the names and the workbook say.
        label: The file, for messages.
        place: The file and the row, for messages.

    Raises:
        RefusedError: If nothing tells the release, or if the column contradicts the rest.
    """
    if column and not RELEASE.fullmatch(column):
        raise RefusedError(f"{place}: RELEASE is {column!r}; it must be like 2025-05 (OEWS is always May).")
    if column and named and column != named.release:
        raise RefusedError(f"{place}: RELEASE says {column}, but {named.where} says {named.release}.")
    if column:
        return column
    if named:
        return named.release
    raise RefusedError(
        f"{label}: nothing tells which year the figures are for. "
        "Put it into the file name as BLS does, for example state_M2025_dl.csv for May 2025."
    )
