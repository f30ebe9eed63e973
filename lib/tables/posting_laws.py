"""Where a job posting must say what the job pays, state by state (data/posting_laws.csv).

Rows that are thin are kept and say so: what was not found is "not found", what a source leaves open is "not named", and
a law that was not looked up again since its source is "unchecked" and has no day of checking. A state without a row is
one in which we found no such law; that is no proof that it has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from math import isnan
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lib.tables.checks import fail_on, require_filled, require_one_of, require_unique
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.sources import require_known_sources
from lib.tables.wages import load_wages

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "posting_laws.csv"
DATES: Final = ("in_force_from", "enforced_from", "checked")
COLUMNS: Final = (
    "law",
    "label",
    "level",
    "state",
    "area_codes",
    "least_employees",
    "counted",
    "in_force_from",
    "enforced_from",
    "disclosed",
    "pay_range",
    "benefits",
    "deadline",
    "content",
    "status",
    "quality",
    "checked",
    "source",
    "note",
)
STATE, LOCAL = "state", "local"
YES, NO, NOT_NAMED, NOT_FOUND = "yes", "no", "not named", "not found"
IN_POSTING, AFTER_INTERVIEW, ON_REQUEST = "posting", "after interview", "on request"
ENACTED, UNCHECKED = "enacted", "unchecked"
ALL_EMPLOYERS: Final = "all employers"
KNOWN: Final = {
    "level": (STATE, LOCAL),
    "disclosed": (IN_POSTING, AFTER_INTERVIEW, ON_REQUEST, NOT_FOUND),
    "pay_range": (YES, NO, NOT_FOUND),
    "benefits": (YES, NO, NOT_NAMED),
    "deadline": (YES, NO, NOT_NAMED),
    "status": (ENACTED, UNCHECKED, NOT_FOUND),
    "quality": ("A", "B", "C"),
}


@dataclass(frozen=True)
class PostingLaw:
    """What a state, county or city asks of job postings.

    Attributes:
        law: Its key.
        label: The state, county or city.
        level: "state" or "local".
        state: Postal code.
        area_codes: BLS areas in which a local law holds in part; empty for a state's.
        least_employees: From how many employees on it applies, the fewest if the sources differ; None if the status is
            "not found".
        counted: Whom it applies to and how employees are counted, in words; empty if not found.
        in_force_from: Its first day; None if that was not found.
        enforced_from: The day from which breaches are pursued, if that is later.
        disclosed: When pay must be told: "posting", "after interview", "on request" or "not found".
        pay_range: Whether the range must stand in the posting: "yes", "no" or "not found".
        benefits: The same of the benefits: "yes", "no" or "not named".
        deadline: The same of the application deadline: "yes", "no" or "not named".
        content: What else it asks for, in sentences.
        status: "enacted", "unchecked" (not looked up again since the source) or "not found".
        quality: How good the sources are, A to C.
        checked: The day on which we last looked whether it holds; None if the status is "unchecked".
        source: Keys of data/sources.csv.
        note: What else to know of the evidence, in sentences.
    """

    law: str
    label: str
    level: str
    state: str
    area_codes: tuple[str, ...]
    least_employees: int | None
    counted: str
    in_force_from: date | None
    enforced_from: date | None
    disclosed: str
    pay_range: str
    benefits: str
    deadline: str
    content: str
    status: str
    quality: str
    checked: date | None
    source: str
    note: str


@cache
def load_posting_laws(folder: Path = DATA) -> dict[str, PostingLaw]:
    """Return the laws by key, in the order of the file.

    Raises:
        TableError: If data/posting_laws.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["law"])
    require_filled(rows, ["law", "label"], file=FILE, show=["law"])
    require_unique(rows, ["label"], file=FILE)
    for column, values in KNOWN.items():
        require_one_of(rows, column, values, file=FILE)
    require_known_sources(rows, file=FILE)
    rows["least_employees"] = to_number(rows["least_employees"], file=FILE, name="least_employees")
    for rule, broken in (_rules_on_places(rows) | _rules_on_dates(rows) | _rules_on_meaning(rows)).items():
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=["law"])
    return {record["law"]: _law(record) for record in records(rows)}


def _law(record: dict[str, Any]) -> PostingLaw:
    least = record["least_employees"]
    dates = {name: date.fromisoformat(record[name]) if record[name] else None for name in DATES}
    areas = {"area_codes": tuple(record["area_codes"].split())}
    return PostingLaw(**{**record, **dates, **areas, "least_employees": None if isnan(least) else int(least)})


def _rules_on_places(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows stand for no place, by rule."""
    areas = load_wages().areas
    states = {area.state for area in areas.values() if area.area_type == "state"}
    named = rows["area_codes"].str.split()
    return {
        "state must be the postal code of a state or DC": ~rows["state"].isin(states),
        "a state must have one row": (rows["level"] == STATE) & rows.duplicated(["level", "state"]),
        "area_codes must be filled in if and only if level is local": (rows["level"] == LOCAL)
        != (rows["area_codes"] != ""),
        "area_codes must name areas of data/bls_wages.csv": named.map(lambda codes: not areas.keys() >= set(codes)),
    }


def _rules_on_dates(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows have no proper days, by rule; days compare as text."""
    since, enforced = rows["in_force_from"], rows["enforced_from"]
    rules = {f"{name} must be a day such as 2026-10-01": ~_days(rows[name]) for name in DATES}
    later = "enforced_from must be empty or later than in_force_from"
    return rules | {later: (enforced != "") & ((since == "") | (enforced <= since))}


def _days(cells: pd.Series[str]) -> pd.Series[bool]:
    """Return which cells are empty or a day."""
    written = cells.str.fullmatch(r"\d{4}-\d{2}-\d{2}") & pd.to_datetime(cells, errors="coerce").notna()
    return (cells == "") | written


def _rules_on_meaning(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows contradict themselves, by rule."""
    least, posting = rows["least_employees"], rows["disclosed"] == IN_POSTING
    unfound, words = rows["status"] == NOT_FOUND, rows["content"] + rows["note"]
    said = [_says_number(*cells) for cells in zip(rows["counted"], least, strict=True)]
    return {
        "least_employees must be empty or a whole number from 1 on": least.notna() & ((least < 1) | (least % 1 != 0)),
        "counted must name least_employees, or all employers where it is 1": ~pd.Series(said, index=rows.index),
        "pay_range must be yes if and only if pay is disclosed in the posting": (rows["pay_range"] == YES) != posting,
        "status, disclosed and pay_range must be not found together": (unfound != (rows["disclosed"] == NOT_FOUND))
        | (unfound != (rows["pay_range"] == NOT_FOUND)),
        "benefits and deadline can be yes only where pay is disclosed in the posting": ~posting
        & ((rows["benefits"] == YES) | (rows["deadline"] == YES)),
        "least_employees must be empty if and only if status is not found": least.isna() != unfound,
        "checked must be empty if and only if status is unchecked": (rows["status"] == UNCHECKED)
        != (rows["checked"] == ""),
        "an enacted law must have in_force_from": (rows["status"] == ENACTED) & (rows["in_force_from"] == ""),
        "content and note must end as a sentence does": (words != "")
        & ~(rows["content"].str.match(r"$|.*\.$") & rows["note"].str.match(r"$|.*\.$")),
    }


def _says_number(counted: str, least: float) -> bool:
    if isnan(least):
        return counted == ""
    return f" {least:g} " in counted or (counted == ALL_EMPLOYERS and least == 1)
