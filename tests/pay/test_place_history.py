from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.pay.place_history import CAUTION, history_table, place_history
from lib.tables import load_roles, load_wages
from tests.tables.copies import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tables.copies import Rows

ROLES = ("paralegal", "legal_secretary")


def segments(area_code: str, role: str = "paralegal") -> dict[int, list[int]]:
    """Return the years of each segment."""
    past = place_history(area_code, [role])
    return {segment: rows["year"].tolist() for segment, rows in past.groupby("segment")}


# BLS OEWS, state tables: paralegals 49,050 and legal secretaries 46,920 in May 2021; our copies have no May 2022.
def test_texas_is_told_in_two_stretches() -> None:
    past = place_history("48", ROLES)
    assert segments("48") == segments("48", "legal_secretary") == {0: [2021], 1: [2023, 2024, 2025]}
    assert past["role"].tolist() == ["paralegal"] * 4 + ["legal_secretary"] * 4
    assert past["label"].unique().tolist() == ["Paralegals", "Legal secretaries"]
    assert past.loc[past["role"] == "paralegal", "median"].tolist() == [49_050, 58_740, 59_700, 62_310]


@pytest.mark.parametrize("role", ROLES)
def test_the_nation_is_one_stretch(role: str) -> None:
    assert segments("99", role) == {0: list(range(2015, 2026))}


def test_a_metro_area_has_two_years() -> None:
    assert segments("26420") == {0: [2024, 2025]}


@pytest.mark.parametrize("area_code", ["99", "48", "30", "26420", "0100001", "72"])
def test_points_are_the_published_medians_and_no_others(area_code: str) -> None:
    past = place_history(area_code, list(load_roles()))
    medians = load_wages().medians
    shown = {(row.role, row.year): row.median for row in past.itertuples(index=False)}
    assert shown == {
        (role, int(release[:4])): medians[release, area_code, of.soc_code]
        for role, of in load_roles().items()
        for release in load_wages().releases
        if (release, area_code, of.soc_code) in medians
    }


def test_a_withheld_median_leaves_a_gap() -> None:
    years = {year for of in segments("30", "legal_secretary").values() for year in of}
    assert 2025 not in years


def texas_renamed(release: str) -> Rows:
    rows = read_rows("bls_wages.csv")
    for row in rows:
        if (row["release"], row["area_code"]) == (release, "48"):
            row["area_title"] = "Texas in new borders"
    return rows


def test_another_name_starts_a_new_stretch(use_wages: Callable[[Rows], None]) -> None:
    use_wages(texas_renamed("2025-05"))
    assert segments("48") == {0: [2021], 1: [2023, 2024], 2: [2025]}
    use_wages(texas_renamed("2024-05"))
    assert segments("48") == {0: [2021], 1: [2023], 2: [2024], 3: [2025]}


def test_a_place_without_a_median_has_no_history() -> None:
    past = place_history("0100001", ["administrative_services_manager"])
    assert past.empty
    assert list(past.columns) == ["year", "role", "label", "median", "segment"]


def test_the_table_has_a_row_a_year_and_a_dash_where_there_is_none() -> None:
    table = history_table(place_history("48", ROLES))
    assert table.to_dict("list") == {
        "Year": ["2021", "2023", "2024", "2025"],
        "Paralegals": ["$49,050", "$58,740", "$59,700", "$62,310"],
        "Legal secretaries": ["$46,920", "$45,730", "$49,150", "$45,940"],
    }
    montana = history_table(place_history("30", ROLES)).set_index("Year")
    assert montana.loc["2025", "Legal secretaries"] == "–"
    assert montana.loc["2025", "Paralegals"].startswith("$")


def test_the_caution_is_that_of_bls() -> None:
    assert "three years of survey panels" in CAUTION
    assert CAUTION.endswith(".")
