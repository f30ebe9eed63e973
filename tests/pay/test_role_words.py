from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from lib.pay.role_words import (
    direction,
    industry_caution,
    industry_table,
    openings_words,
    outlook_sentence,
    outlook_table,
    staff_mix_table,
)
from lib.tables import load_roles
from lib.tables.outlook import load_outlook


# BLS, Employment Projections 2024 to 2034.
@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        (
            "paralegal",
            "Employment of paralegals: little or no change, 376,200 in 2024 to 376,800 in 2034 (+0.2%), about 39,300 "
            "openings a year, nearly all from people leaving.",
        ),
        (
            "legal_secretary",
            "Employment of legal secretaries: decline, 156,300 in 2024 to 147,300 in 2034 (-5.8%), about 19,600 "
            "openings a year, all from people leaving.",
        ),
        (
            "lawyer",
            "Employment of lawyers: growth, 864,800 in 2024 to 900,700 in 2034 (+4.1%), about 31,500 openings a year, "
            "most of them from people leaving.",
        ),
        (
            "office_supervisor",
            "Employment of office supervisors: little or no change, 1,558,400 in 2024 to 1,554,400 in 2034 (-0.3%), "
            "about 144,500 openings a year, all from people leaving.",
        ),
    ],
)
def test_outlook_sentences(role: str, sentence: str) -> None:
    assert outlook_sentence(role) == sentence


@pytest.mark.parametrize("role", load_roles())
def test_every_role_has_a_sentence(role: str) -> None:
    assert outlook_sentence(role).startswith(f"Employment of {load_roles()[role].plural.lower()}: ")


@pytest.mark.parametrize(
    ("change", "percent", "words"),
    [
        (9_000, 1.0, "growth"),
        (8_999, 0.9, "little or no change"),
        (0, 0.0, "little or no change"),
        (-8_999, -0.9, "little or no change"),
        (-9_000, -1.0, "decline"),
    ],
)
def test_direction_follows_sign_and_size(change: int, percent: float, words: str) -> None:
    assert direction(replace(load_outlook()["lawyer"], change=change, change_percent=percent)) == words


# New jobs a year over 1,000 openings a year, in ten years: 100 is 1 %.
@pytest.mark.parametrize(
    ("change", "words"),
    [
        (-5_000, "all from people leaving"),
        (0, "all from people leaving"),
        (10, "nearly all from people leaving"),
        (490, "nearly all from people leaving"),
        (510, "most of them from people leaving"),
        (5_000, "most of them from people leaving"),
        (5_100, "most of them from new jobs"),
        (10_000, "most of them from new jobs"),
    ],
)
def test_where_the_openings_come_from(change: int, words: str) -> None:
    assert openings_words(replace(load_outlook()["lawyer"], change=change, openings_a_year=1_000)) == words


def test_outlook_table() -> None:
    table = outlook_table()
    assert list(table.columns) == [
        "Role", "Jobs in 2024", "Jobs in 2034", "Change", "Openings a year", "Usual entry education",
        "Training on the job",
    ]  # fmt: skip
    assert table["Role"].tolist() == [role.plural for role in load_roles().values()]
    assert table.iloc[1].tolist() == [
        "Legal secretaries", "156,300", "147,300", "-9,000 (-5.8%)", "19,600", "High school diploma or equivalent",
        "Moderate-term on-the-job training",
    ]  # fmt: skip
    assert table["Change"][0] == "+600 (+0.2%)"


def test_industries_of_paralegals_the_best_paid_first() -> None:
    table = industry_table("paralegal")
    assert list(table.columns) == ["Industry", "Median pay, May 2024"]
    assert table.iloc[0].tolist() == ["Federal government, excluding postal service", "$77,940"]
    assert table.iloc[-1].tolist() == ["State government, excluding education and hospitals", "$56,280"]
    assert len(table) == 5
    assert industry_caution("paralegal") == ""


@pytest.mark.parametrize("role", ["legal_secretary", "executive_secretary", "secretary"])
def test_industries_of_secretaries_are_those_of_the_group_and_say_so(role: str) -> None:
    assert industry_table(role).iloc[0].tolist() == ["Professional, scientific, and technical services", "$52,120"]
    assert industry_caution(role) == (
        "Group 43-6010: executive, legal, medical and other secretaries together. Not a figure for legal secretaries "
        "alone."
    )


def test_a_role_without_figures_by_industry_has_an_empty_table() -> None:
    expected = pd.DataFrame({"Industry": [], "Median pay": []}, dtype=object)
    pd.testing.assert_frame_equal(
        industry_table("office_supervisor"), expected, check_dtype=False, check_index_type=False
    )
    assert industry_caution("office_supervisor") == ""


def test_staff_of_legal_services() -> None:
    table = staff_mix_table()
    assert table.iloc[:3].to_numpy().tolist() == [
        ["Lawyers", "37.2%", "62.2%"],
        ["Paralegals and Legal Assistants", "23.5%", "13.1%"],
        ["Legal Secretaries and Administrative Assistants", "10.4%", "5.5%"],
    ]
