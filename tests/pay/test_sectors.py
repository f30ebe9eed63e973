from __future__ import annotations

from math import isnan
from typing import Any

import pandas as pd
import pytest

from lib.pay import sectors as module
from lib.pay.sectors import (
    MOST_DRAWN,
    best_paid_sentence,
    sector_dots,
    sector_jobs,
    sector_medians,
    sector_origin,
    sector_release,
    sector_sentence,
    sectors,
)
from lib.tables import load_wages
from lib.tables.wage_schema import ALL_INDUSTRIES


def row(naics: str) -> dict[str, Any]:
    return sectors().set_index("naics").loc[naics].to_dict()


# BLS, natsector_M2024_dl.xlsx; shares of 367,220 paralegals and 154,540 legal secretaries (national_M2024_dl.xlsx).
@pytest.mark.parametrize(
    ("naics", "role", "median", "jobs", "total"),
    [
        ("54", "paralegal", 59_890, 286_280, 367_220),
        ("54", "legal_secretary", 53_690, 125_840, 154_540),
        ("52", "paralegal", 76_960, 11_010, 367_220),
        ("55", "paralegal", 87_490, 7_100, 367_220),
        ("55", "legal_secretary", 65_690, 1_140, 154_540),
        ("99", "paralegal", 65_050, 47_030, 367_220),
        ("99", "legal_secretary", 53_620, 20_000, 154_540),
    ],
)
def test_figures_of_may_2024(naics: str, role: str, median: int, jobs: int, total: int) -> None:
    found = row(naics)
    assert (found[role], found[f"{role}_jobs"], found[f"{role}_basis"]) == (median, jobs, "published")
    assert found[f"{role}_share"] == pytest.approx(jobs / total)
    assert found[f"{role}_why"] == ""


def test_the_release_is_the_newest_with_sectors() -> None:
    assert sector_release() == "2024-05"
    assert sector_origin().startswith("BLS OEWS, May 2024, United States, by sector")


def test_the_sector_with_the_most_jobs_stands_first() -> None:
    rows = sectors()
    jobs = rows[["paralegal_jobs", "legal_secretary_jobs"]].sum(axis=1)
    assert jobs.is_monotonic_decreasing
    assert rows["naics"].is_unique
    assert rows["label"].tolist()[:3] == [
        "Law firms and other professional services",
        "Government, without schools and hospitals",
        "Finance and insurance",
    ]


def test_sectors_hold_nearly_all_jobs_of_a_role() -> None:
    shares = sectors()[["paralegal_share", "legal_secretary_share"]].sum()
    assert shares.between(0.99, 1.001).all()


def test_every_sector_has_words_and_fits_a_phone() -> None:
    labels = sectors()["label"]
    assert not labels.str.startswith("Sector ").any()
    assert (labels.str.len() <= 44).all()


def test_a_withheld_median_says_why() -> None:
    found = row("31-33")
    assert isnan(found["legal_secretary"])
    assert found["legal_secretary_jobs"] == 210
    assert found["legal_secretary_why"] == "BLS has an estimate but does not release it"
    medians = sector_medians().set_index("Sector (NAICS)")
    assert medians.loc["Manufacturing (31-33)"].tolist() == ["$90,660", "BLS has an estimate but does not release it"]
    assert medians.loc["Retail trade (44-45)"].tolist() == ["$85,160", "not published"]


def test_jobs_and_shares() -> None:
    jobs = sector_jobs().set_index("Sector (NAICS)")
    assert jobs.columns.tolist() == ["Paralegals", "Legal secretaries"]
    assert jobs.loc["Finance and insurance (52)"].tolist() == ["11,010 (3.0%)", "2,420 (1.6%)"]
    assert jobs.loc["Utilities (22)"].tolist() == ["210 (under 0.1%)", "60 (under 0.1%)"]
    assert jobs.loc["Retail trade (44-45)"].tolist() == ["150 (under 0.1%)", "not published"]


def test_where_most_people_work() -> None:
    assert sector_sentence() == (
        "78% of paralegals and 81% of legal secretaries work in law firms and other professional services"
    )


def test_where_pay_is_highest_among_sectors_with_enough_jobs() -> None:
    assert best_paid_sentence() == (
        "Highest medians among sectors with at least 1,000 jobs of the role: paralegals $98,080 in information "
        "(1,730 jobs); legal secretaries $65,690 in head offices of companies (1,140 jobs)."
    )


def test_roles_may_work_in_different_sectors(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = pd.DataFrame(
        {
            "naics": ["54", "52"],
            "label": ["Law firms", "Finance"],
            "paralegal_jobs": [600.0, float("nan")],
            "paralegal_share": [0.6, float("nan")],
            "legal_secretary_jobs": [10.0, 70.0],
            "legal_secretary_share": [0.1, 0.7],
        }
    )
    monkeypatch.setattr(module, "sectors", lambda: rows)
    assert sector_sentence() == "60% of paralegals work in law firms, 70% of legal secretaries in finance"


def test_the_chart_draws_the_largest_sectors() -> None:
    assert len(sector_dots()) == MOST_DRAWN
    assert sector_dots()[["paralegal", "legal_secretary"]].notna().all(axis=None)


def test_each_role_has_one_row_a_sector() -> None:
    rows = load_wages().rows
    found = rows[(rows["release"] == "2024-05") & (rows["naics"] != ALL_INDUSTRIES)]
    assert not found.duplicated(["naics", "soc_code"]).any()
