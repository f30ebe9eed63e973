from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from lib.tables import load_wages
from lib.tables.posting_laws import load_posting_laws
from tests.tables.copies import (
    refused_line,
    with_cells,
)

if TYPE_CHECKING:
    from pathlib import Path

FILE = "posting_laws.csv"
CITY = "area_codes must "
COUNTED = "counted must name least_employees, or all employers where it is 1."
ONLY_POSTING = "benefits and deadline can be yes only where pay is disclosed in the posting."
NOT_FOUND = "status, disclosed and pay_range must be not found together."

BROKEN: list[tuple[str, dict[str, str], str]] = [
    ("co", {"label": ""}, "label must be filled in."),
    ("co", {"checked": ""}, "checked must be empty if and only if status is unchecked."),
    ("ithaca", {"checked": "2026-11-22"}, "checked must be empty if and only if status is unchecked."),
    ("wa", {"label": "Maine"}, "each label must stand in one row only."),
    ("co", {"level": "city"}, "level must be one of local, state."),
    ("co", {"disclosed": "soon"}, "disclosed must be one of after interview, not found, on request, posting."),
    ("co", {"pay_range": "maybe"}, "pay_range must be one of no, not found, yes."),
    ("co", {"benefits": ""}, "benefits must be one of no, not named, yes."),
    ("co", {"deadline": "perhaps"}, "deadline must be one of no, not named, yes."),
    ("co", {"status": "dead"}, "status must be one of enacted, not found, unchecked."),
    ("co", {"quality": "D"}, "quality must be one of A, B, C."),
    ("co", {"source": "hearsay"}, "source must name rows of sources.csv."),
    ("co", {"state": "PR"}, "state must be the postal code of a state or DC."),
    ("co", {"state": "CA"}, "a state must have one row."),
    ("co", {"area_codes": "18140"}, f"{CITY}be filled in if and only if level is local."),
    ("cleveland", {"area_codes": ""}, f"{CITY}be filled in if and only if level is local."),
    ("cleveland", {"area_codes": "17410 99999"}, f"{CITY}name areas of data/bls_wages.csv."),
    ("co", {"least_employees": "few"}, "least_employees is 'few', which is not a number."),
    ("il", {"least_employees": "0"}, "least_employees must be empty or a whole number from 1 on."),
    ("il", {"least_employees": "15.5"}, "least_employees must be empty or a whole number from 1 on."),
    ("il", {"least_employees": "16"}, COUNTED),
    ("il", {"counted": "all employers"}, COUNTED),
    ("toledo", {"counted": "all employers"}, COUNTED),
    ("il", {"least_employees": "", "counted": ""}, "least_employees must be empty if and only if status is not found."),
    ("ct", {"in_force_from": "October 1, 2026"}, "in_force_from must be a day such as 2026-10-01."),
    ("ct", {"in_force_from": "2026-02-30"}, "in_force_from must be a day such as 2026-10-01."),
    ("ct", {"checked": "2026"}, "checked must be a day such as 2026-10-01."),
    ("ct", {"in_force_from": ""}, "an enacted law must have in_force_from."),
    ("columbus", {"enforced_from": "2025-12-03"}, "enforced_from must be empty or later than in_force_from."),
    ("cincinnati", {"enforced_from": "2027-01-01"}, "enforced_from must be empty or later than in_force_from."),
    ("nv", {"pay_range": "yes"}, "pay_range must be yes if and only if pay is disclosed in the posting."),
    ("ny", {"pay_range": "no"}, "pay_range must be yes if and only if pay is disclosed in the posting."),
    ("nv", {"pay_range": "not found"}, NOT_FOUND),
    ("toledo", {"disclosed": "on request"}, NOT_FOUND),
    ("nv", {"benefits": "yes"}, ONLY_POSTING),
    ("ri", {"deadline": "yes"}, ONLY_POSTING),
    ("co", {"content": "It covers more"}, "content and note must end as a sentence does."),
    ("de", {"note": "Signed"}, "content and note must end as a sentence does."),
]


@pytest.mark.parametrize(("law", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    law: str, changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    line = with_cells(FILE, tmp_path, {"law": law}, changes)
    assert refused_line(FILE, load_posting_laws, tmp_path, rule, after_line=(" (", ": ")) == line


# Least employees and first day as the sources of each row give them.
PINNED = {
    "ca": (15, date(2023, 1, 1)),  # Fenwick; TCWGlobal
    "co": (1, date(2021, 1, 1)),  # Colorado Department of Labor, INFO #9A
    "ct": (1, date(2026, 10, 1)),  # Epstein Becker Green; Levene Legal
    "dc": (1, date(2024, 6, 30)),  # FordHarrison
    "de": (26, date(2027, 9, 26)),  # Morgan Lewis: more than 25
    "hi": (50, date(2024, 1, 1)),  # DCI Consulting
    "il": (15, date(2025, 1, 1)),  # Ogletree; Gunderson
    "me": (10, date(2026, 7, 13)),  # Brightmine
    "md": (1, date(2024, 10, 1)),  # Maryland Department of Labor
    "ma": (25, date(2025, 10, 29)),  # Saul Ewing; Wilson Sonsini
    "mn": (30, date(2025, 1, 1)),  # Gunderson
    "nv": (1, date(2021, 10, 1)),  # Nevada Association of Employers
    "nj": (10, date(2025, 6, 1)),  # Jackson Lewis
    "ny": (4, date(2023, 9, 17)),  # Cooley
    "ri": (1, date(2023, 1, 1)),  # HR Knowledge
    "vt": (5, date(2025, 7, 1)),  # Gravel & Shea
    "va": (1, date(2026, 7, 1)),  # Hirschler
    "wa": (15, date(2023, 1, 1)),  # ESSB 5761
    "nyc": (4, date(2022, 11, 1)),  # Davis Wright Tremaine
    "westchester": (4, date(2022, 11, 6)),  # Davis Wright Tremaine
    "ithaca": (4, date(2022, 9, 1)),  # ADP
    "albany_county": (None, None),  # not found
    "jersey_city": (4, date(2022, 4, 13)),  # The Ward Law; Gapsquare says 5
    "cleveland": (15, date(2025, 10, 27)),  # Duane Morris
    "columbus": (15, date(2025, 12, 3)),  # Ogletree
    "cincinnati": (15, None),  # gaatimes.com, without a day
    "toledo": (None, None),  # not found
}


def test_thresholds_and_days_are_those_of_the_sources() -> None:
    found = {key: (law.least_employees, law.in_force_from) for key, law in load_posting_laws().items()}
    assert found == PINNED
    assert load_posting_laws()["columbus"].enforced_from == date(2027, 1, 1)


def test_what_is_unchecked_has_no_day_of_checking() -> None:
    laws = load_posting_laws().values()
    assert {law.law for law in laws if not law.checked} == {"westchester", "ithaca", "jersey_city", "cincinnati"}
    assert {law.status for law in laws if not law.checked} == {"unchecked"}
    assert {law.checked for law in laws if law.checked} == {date(2026, 11, 22)}


def test_who_asks_for_benefits_and_for_a_deadline() -> None:
    laws = load_posting_laws().values()
    assert {law.state for law in laws if law.benefits == "yes"} == {"CO", "CT", "DE", "IL", "MD", "MN", "NJ", "WA"}
    assert {law.state for law in laws if law.deadline == "yes"} == {"CO"}
    assert {law.label for law in laws if law.disclosed not in ("posting", "not found")} == {
        "Nevada",
        "Rhode Island",
        "Cincinnati",
    }


def test_a_local_law_holds_in_a_metropolitan_area_of_its_state() -> None:
    areas = load_wages().areas
    for law in load_posting_laws().values():
        for code in law.area_codes:
            assert areas[code].area_type == "metro"
            assert law.state in areas[code].area_title.rsplit(", ", 1)[1].split("-"), law.label
    assert areas["17410"].area_title == "Cleveland, OH"


def test_thin_evidence_says_what_is_missing() -> None:
    for law in load_posting_laws().values():
        if law.quality == "C":
            assert law.note, law.label
