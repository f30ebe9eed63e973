from __future__ import annotations

from dataclasses import replace
from math import isnan

import pytest

from lib.careers.technology import (
    ROLES,
    exposure_rows,
    exposure_sentences,
    exposure_table,
    findings,
    hours_lines,
    outlook_lines,
    rated_studies,
    technology_heading,
    untouched_sentence,
    use_heading,
    use_sentence,
    use_table,
    value_words,
)
from lib.tables.files import records
from lib.tables.legal_technology import EXPOSURE, HOURS, USE, load_legal_technology
from lib.tables.role_tasks import UNTOUCHED, load_role_tasks


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        ("clio_2024", "79%"),
        ("aba_2024", "30%"),  # 30.2
        ("aba_2023", "11%"),  # 10.9
        ("people_lawyer", "48%"),  # 0.475: halves of a percent go up
        ("model_lawyer", "43%"),  # 0.425
        ("model_paralegal", "53%"),  # 0.525
        ("people_legal_secretary", "76%"),  # 0.761
        ("people_full_legal_secretary", "100%"),
        ("people_bare_paralegal", "5%"),
        ("ilo_lawyer", "0.36"),  # a score is no share
        ("ilo_paralegal", "not found"),
        ("tr_2024_one", "4 hours a week"),
        ("tr_2025_lawyers", "190 hours a year"),
        ("measured", "not found"),
    ],
)
def test_figures_in_words(finding: str, words: str) -> None:
    assert value_words(load_legal_technology()[finding]) == words


@pytest.mark.parametrize("percent", range(101))
def test_whole_percents_stay_what_they_are(percent: int) -> None:
    finding = load_legal_technology()["clio_2024"]
    assert value_words(replace(finding, value=float(percent))) == f"{percent}%"
    assert value_words(replace(finding, value=percent / 100, unit="share")) == f"{percent}%"


def test_every_finding_has_one_topic() -> None:
    assert sum(len(findings(topic)) for topic in (USE, EXPOSURE, HOURS)) == len(load_legal_technology())


def test_exposure_by_rating_and_role() -> None:
    rows = records(exposure_rows())
    assert [row["label"] for row in rows] == [
        "Clio: hourly billable work",
        "Eloundou (people): tasks, no software",
        "Eloundou (people): tasks, software at half",
        "Eloundou (people): tasks, software in full",
        "Eloundou (model): tasks, software at half",
        "ILO: score from 0 to 1",
    ]
    # Clio 2024: 57, 69, 81; beta of people: 0.475, 0.45, 0.761; ILO 2025: 0.36, not found, 0.55.
    assert [rows[0][role] for role in ROLES] == [0.57, 0.69, 0.81]
    assert [rows[2][role] for role in ROLES] == [0.475, 0.45, 0.761]
    lawyer, paralegal, legal_secretary = (rows[5][role] for role in ROLES)
    assert (lawyer, legal_secretary) == (0.36, 0.55)
    assert isnan(paralegal)
    assert rated_studies() == "Clio 2024, Eloundou (people) 2023, Eloundou (model) 2023, ILO 2025"


def test_exposure_as_a_table() -> None:
    table = exposure_table()
    assert list(table) == ["Rating", "Lawyers", "Paralegals", "Legal secretaries"]
    assert table.iloc[0].tolist() == ["Clio: hourly billable work, 2024", "57%", "69%", "81%"]
    assert table.iloc[5].tolist() == ["ILO: score from 0 to 1, 2025", "0.36", "not found", "0.55"]


def test_the_heading_claims_no_more_than_the_studies() -> None:
    assert technology_heading() == (
        "AI tools can reach more of legal secretaries' work than of paralegals' in both studies that rate both roles; "
        "no measured saving of time was found"
    )
    # The groups of Clio are not the roles: the third is all administrative staff.
    assert "Clio's third group is all administrative staff." in " ".join(exposure_sentences())
    rated = [row for row in records(exposure_rows()) if row["paralegal"] == row["paralegal"]]
    assert len(rated) == 5
    assert all(row["legal_secretary"] > row["paralegal"] for row in rated)


def test_the_heading_counts_studies_that_agree_in_all_their_ratings(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = exposure_rows()
    monkeypatch.setattr("lib.careers.technology.exposure_rows", lambda: rows)
    rows.loc[1, "paralegal"] = 1.0  # one rating of the study of 2023
    assert "in 1 of 2 studies that rate both roles" in technology_heading()
    rows["source"] = [f"study-{at}" for at in range(len(rows))]
    assert "in 4 of 5 studies that rate both roles" in technology_heading()
    rows["paralegal"] = rows["legal_secretary"] - 0.1
    assert "in all 6 studies that rate both roles" in technology_heading()


def test_what_exposure_is_and_where_the_ratings_disagree() -> None:
    meaning, disagree, counted, groups = exposure_sentences()
    assert "not hours saved and not jobs lost" in meaning
    # Paralegals higher: Clio 69 > 57, people in full 85 > 80, model 52.5 > 42.5; not 5 against 15 and 45 against 47.5.
    assert disagree == "On paralegals and lawyers the ratings disagree: 3 of 5 put paralegals higher."
    assert "5% (tasks, no software), 45% (tasks, software at half) and 85% (tasks, software in full)" in counted
    assert groups == (
        "Goldman Sachs (2023) rated groups of occupations only: 44% for legal occupations together and 46% for office "
        "and administrative support together."
    )


def test_what_the_raters_put_out_of_reach() -> None:
    sentence = untouched_sentence()
    assert "raters of 2023" in sentence
    assert "2 of the 12 tasks of paralegals (talk a case through with clients and other professionals; line up" in (
        sentence
    )
    assert "and none of the 14 tasks of legal secretaries." in sentence
    # Telephone calls and copying are labelled as directly exposed.
    assert all(load_role_tasks()[task].exposure != UNTOUCHED for task in ("765", "767"))


def test_who_uses_them_by_survey() -> None:
    assert use_heading() == "How many use them in 2024 depends on who asks whom: 79% (Clio) or 30% (American Bar " + (
        "Association)"
    )
    assert "8% of law firms use AI everywhere" in use_sentence()
    table = use_table()
    assert list(table) == ["Survey", "Who, and what", "2023", "2024"]
    assert table.iloc[0].tolist() == ["Clio", "Legal professionals use AI", "19%", "79%"]
    assert table.iloc[3].tolist() == [
        "American Bar Association",
        "Lawyers say that their office uses AI tools",
        "11%",
        "30%",
    ]
    assert len(table) == 7
    # Larger offices have the tools more often: 18, 30, 46.
    assert table["2024"].tolist()[4:] == ["18%", "30%", "46%"]


def test_hours_are_expected_and_nothing_is_measured() -> None:
    lines = hours_lines()
    assert (
        lines[0] == "Professionals of many fields expect to save within a year: 4 hours a week (Thomson Reuters, 2024)"
    )
    assert all("expect" in line for line in lines[:-1])
    assert lines[-1] == "Paralegals and legal secretaries save, as measured: not found"


def test_what_bls_expects() -> None:
    # BLS Employment Projections 2024 to 2034: +0.2% and -5.8%.
    paralegals, legal_secretaries = outlook_lines()
    assert paralegals.startswith("Paralegals to 2034: little or no change (+0.2%). Law firms stay")
    assert legal_secretaries == (
        "Legal secretaries to 2034: decline (-5.8%). AI and digital tools let staff prepare their own documents."
    )
