from __future__ import annotations

import pandas as pd
import pytest

from lib.pay.overview import (
    Change,
    change_since,
    history,
    history_sentence,
    history_table,
    overlap_sentence,
    share_above,
    strips,
)


# BLS national_M2025_dl.xlsx over national_M2024_dl.xlsx: 62,890 / 61,010 = 1.0308; 55,570 / 54,140 = 1.0264.
@pytest.mark.parametrize(
    ("role", "now", "before", "share"),
    [("paralegal", 62_890, 61_010, 0.0308), ("legal_secretary", 55_570, 54_140, 0.0264)],
)
def test_change_since_the_release_before(role: str, now: int, before: int, share: float) -> None:
    change = change_since(role, "2025-05", "2024-05")
    assert change == Change(now, before)
    assert change.share == pytest.approx(share, abs=0.00005)


def test_a_fall_is_a_negative_change() -> None:
    assert Change(45, 60).share == -0.25


def test_strips_of_the_nation() -> None:
    rows = strips("2025-05")
    assert rows.columns.tolist() == ["role", "label", "p10", "p25", "median", "p75", "p90"]
    assert rows.to_numpy().tolist() == [
        ["paralegal", "Paralegals", 44_740, 50_340, 62_890, 80_080, 101_500],
        ["legal_secretary", "Legal secretaries", 36_500, 44_450, 55_570, 71_970, 91_730],
    ]


def test_the_better_paid_role_stands_first() -> None:
    assert strips("2025-05", "36")["role"].tolist() == ["legal_secretary", "paralegal"]  # New York State
    assert strips("2025-05", "48")["role"].tolist() == ["paralegal", "legal_secretary"]  # Texas


# Between the median 55,570 and p75 71,970 of legal secretaries (z = 0 and 0.6745), on a log scale:
# z = 0.6745 x ln(62,890 / 55,570) / ln(71,970 / 55,570) = 0.6745 x 0.12374 / 0.25860 = 0.3228;
# 62.66 % earn less than that, so 37.34 % earn more than the median of paralegals.
def test_share_above() -> None:
    assert share_above("legal_secretary", 62_890, "2025-05") == pytest.approx(0.3734, abs=0.0001)
    assert share_above("paralegal", 62_890, "2025-05") == pytest.approx(0.5)
    assert share_above("paralegal", 101_500, "2025-05") == pytest.approx(0.1)


def test_overlap_in_the_nation() -> None:
    assert overlap_sentence("2025-05").startswith(
        "A quarter of legal secretaries earn more than $71,970; the median of paralegals is "
        "$62,890. About 37 in 100 legal secretaries earn more than the median of paralegals"
    )


# New York State, May 2025: paralegals' median 68,410 and p75 94,200, legal secretaries' median 72,230:
# z = 0.6745 x ln(72,230 / 68,410) / ln(94,200 / 68,410) = 0.6745 x 0.05434 / 0.31988 = 0.1146: 45.4 % earn more.
def test_overlap_where_legal_secretaries_earn_more() -> None:
    assert overlap_sentence("2025-05", "36").startswith(
        "A quarter of paralegals earn more than $94,200; the median of legal secretaries is "
        "$72,230. About 45 in 100 paralegals earn more than the median of legal secretaries"
    )


def test_history_holds_the_published_medians_in_order() -> None:
    past = history()
    assert past.columns.tolist() == ["year", "role", "label", "median", "with_prices"]
    medians = past.pivot_table(index="year", columns="role", values="median")
    assert medians.index.tolist() == list(range(2015, 2026))
    # BLS national workbooks of May 2015, 2021, 2024 and 2025.
    assert medians.loc[[2015, 2021, 2024, 2025], "paralegal"].tolist() == [48_810, 56_230, 61_010, 62_890]
    assert medians.loc[[2015, 2021, 2024, 2025], "legal_secretary"].tolist() == [43_200, 47_710, 54_140, 55_570]
    for _, rows in past.groupby("role"):
        assert rows["year"].is_monotonic_increasing


# CPI-U 237.017 in 2015 and 321.974 in 2025: 48,810 x 321.974 / 237.017 = 66,305.6; 43,200 x 1.35844 = 58,684.7.
def test_history_raises_the_first_median_by_prices() -> None:
    past = history().set_index(["role", "year"])["with_prices"]
    assert past["paralegal", 2015] == 48_810
    assert past["paralegal", 2025] == pytest.approx(66_305.6, abs=0.1)
    assert past["legal_secretary", 2025] == pytest.approx(58_684.7, abs=0.1)


def test_history_of_a_state_starts_with_its_first_release() -> None:
    past = history("48")
    assert set(past["year"]) == {2021, 2023, 2024, 2025}
    first = past[past["year"] == 2021]
    assert (first["median"] == first["with_prices"]).all()


@pytest.mark.parametrize("with_prices", [False, True])
def test_history_as_a_table(with_prices: bool) -> None:
    table = history_table(history(), with_prices=with_prices)
    raised = {"2015 raised by prices": "$66,306 / $58,685"} if with_prices else {}
    assert table.iloc[-1].to_dict() == {
        "Year": "2025", "Paralegals": "$62,890", "Legal secretaries": "$55,570", **raised,
    }  # fmt: skip
    assert table["Year"].tolist() == [str(year) for year in range(2015, 2026)]


# 62,890 / 48,810 = 1.2885; 55,570 / 43,200 = 1.2863; 321.974 / 237.017 = 1.3584.
def test_history_in_a_sentence() -> None:
    assert history_sentence(history()) == (
        "Since 2015 median pay rose 29% for paralegals and 29% for legal secretaries; prices rose 36%"
    )


def test_a_history_of_ones_own() -> None:
    past = pd.DataFrame(
        [(2020, "paralegal", "Paralegals", 50_000, 50_000), (2024, "paralegal", "Paralegals", 60_000, 55_000)],
        columns=["year", "role", "label", "median", "with_prices"],
    )
    assert history_sentence(past) == "Since 2020 median pay rose 20% for paralegals; prices rose 10%"
