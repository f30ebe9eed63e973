from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.tables import TableError
from lib.tables.legal_technology import EXPOSURE, HOURS, NOT_FOUND, USE, load_legal_technology
from tests.tables.copies import refused_line, with_cells

if TYPE_CHECKING:
    from pathlib import Path

FILE = "legal_technology.csv"
CLIO, ILO, HOUR = {"finding": "clio_2024"}, {"finding": "ilo_paralegal"}, {"finding": "tr_2025_one"}
SCORE = {"finding": "ilo_lawyer"}
MOST = "value must be from 0 to the most the unit can have."
MISSING = "kind must be not found where value is empty, and only there."

BROKEN: list[tuple[dict[str, str], dict[str, str], str]] = [
    (CLIO, {"finding": ""}, "finding must be filled in."),
    (CLIO, {"study": ""}, "study must be filled in."),
    (CLIO, {"who": ""}, "who must be filled in."),
    (CLIO, {"measure": ""}, "measure must be filled in."),
    (CLIO, {"year": ""}, "year must be filled in."),
    (CLIO, {"topic": "hype"}, "topic must be one of exposure, hours, use."),
    (CLIO, {"unit": "many"}, "unit must be one of hours a week, hours a year, percent, score, share."),
    (CLIO, {"kind": "rumor"}, "kind must be one of estimate, expectation, not found, survey."),
    (CLIO, {"quality": "D"}, "quality must be one of empty, A, B, C."),
    (CLIO, {"source": ""}, "source must name rows of sources.csv."),
    (CLIO, {"value": "most"}, "value is 'most', which is not a number."),
    (CLIO, {"value": ""}, MISSING),
    (CLIO, {"kind": NOT_FOUND}, MISSING),
    (ILO, {"value": "0.5"}, MISSING),
    (CLIO, {"kind": "estimate"}, "kind must be the topic's or not found."),
    (CLIO, {"quality": ""}, "quality must be filled in where value is, and only there."),
    (ILO, {"quality": "B"}, "quality must be filled in where value is, and only there."),
    (CLIO, {"value": "101"}, MOST),
    (CLIO, {"value": "-1"}, MOST),
    (SCORE, {"value": "36"}, MOST),
    (HOUR, {"value": "41"}, MOST),
    (CLIO, {"year": "2014"}, "year must be a whole number from 2015 to 2030."),
    (CLIO, {"year": "2024.5"}, "year must be a whole number from 2015 to 2030."),
    (HOUR, {"answers": "0"}, "answers must be a whole number above 0."),
    (HOUR, {"answers": "1.5"}, "answers must be a whole number above 0."),
    (CLIO, {"note": "Read in the press"}, "note must end as a sentence does."),
    (ILO, {"note": ""}, "note must say what was not found."),
]


@pytest.mark.parametrize(("where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    line = with_cells(FILE, tmp_path, where, changes)
    assert refused_line(FILE, load_legal_technology, tmp_path, rule, after_line=(" (", ": ")) == line


def test_an_unknown_role_is_refused(tmp_path: Path) -> None:
    with_cells(FILE, tmp_path, CLIO, {"role": "judge"})
    with pytest.raises(TableError, match=r"role must be one of empty, administrative_services_manager, .*\.$"):
        load_legal_technology(tmp_path)


@pytest.mark.parametrize(
    ("finding", "value", "unit", "year", "answers"),
    [
        # Clio, Legal Trends Report 2024, as LawSites reported it.
        ("clio_2024", 79, "percent", 2024, None),
        ("clio_2023", 19, "percent", 2023, None),
        ("clio_widely", 17, "percent", 2024, None),
        ("clio_everywhere", 8, "percent", 2024, None),
        # American Bar Association, 2024 Artificial Intelligence TechReport.
        ("aba_2024", 30.2, "percent", 2024, 512),
        ("aba_2023", 10.9, "percent", 2023, None),
        ("aba_solo", 18, "percent", 2024, None),
        ("aba_10_to_49", 30, "percent", 2024, None),
        ("aba_100", 46, "percent", 2024, None),
        # Clio 2024, share of hourly billable work, in press reports.
        ("clio_lawyer", 57, "percent", 2024, None),
        ("clio_paralegal", 69, "percent", 2024, None),
        ("clio_legal_secretary", 81, "percent", 2024, None),
        # Eloundou and others, replication data: alpha, beta and gamma of people, beta of the model.
        ("people_bare_paralegal", 0.05, "share", 2023, None),
        ("people_lawyer", 0.475, "share", 2023, None),
        ("people_paralegal", 0.45, "share", 2023, None),
        ("people_legal_secretary", 0.761, "share", 2023, None),
        ("people_full_paralegal", 0.85, "share", 2023, None),
        ("model_lawyer", 0.425, "share", 2023, None),
        ("model_paralegal", 0.525, "share", 2023, None),
        ("model_legal_secretary", 0.696, "share", 2023, None),
        # ILO 2025, second-hand: legal secretaries (ISCO 3342) and lawyers (ISCO 2611); paralegals not found.
        ("ilo_lawyer", 0.36, "score", 2025, None),
        ("ilo_legal_secretary", 0.55, "score", 2025, None),
        ("ilo_paralegal", None, "score", 2025, None),
        # Goldman Sachs, March 2023, as a law blog quotes it.
        ("goldman_legal", 44, "percent", 2023, None),
        # Thomson Reuters, Future of Professionals, 2024 and 2025.
        ("tr_2024_one", 4, "hours a week", 2024, None),
        ("tr_2025_one", 5, "hours a week", 2025, 2275),
        ("tr_2025_lawyers", 190, "hours a year", 2025, None),
        ("measured", None, "hours a week", 2026, None),
    ],
)
def test_pinned_findings(finding: str, value: float | None, unit: str, year: int, answers: int | None) -> None:
    found = load_legal_technology()[finding]
    assert (found.value, found.unit, found.year, found.answers) == (value, unit, year, answers)


def test_surveys_estimates_and_expectations_are_not_mixed() -> None:
    kinds = {(finding.topic, finding.kind) for finding in load_legal_technology().values()}
    assert kinds == {
        (USE, "survey"),
        (EXPOSURE, "estimate"),
        (EXPOSURE, NOT_FOUND),
        (HOURS, "expectation"),
        (HOURS, NOT_FOUND),
    }


def test_what_was_read_second_hand_says_so() -> None:
    for finding in load_legal_technology().values():
        if finding.quality == "B" and finding.kind != "expectation":
            assert any(word in finding.note for word in ("Read in", "Second-hand", "Quoted")), finding.finding
