from __future__ import annotations

import pytest

from lib.careers.staff_ratio import market_ratios, own_ratio, ratio_history, ratio_sentence
from lib.tables import load_wages
from tests.hiring.mixes import P, S


# BLS, national_M2025_dl.xlsx: lawyers 754,500, paralegals 392,880, legal secretaries 156,280: 1.9204 and 4.8279.
# May 2015: 609,930, 271,930 and 202,660: 2.2430 and 3.0096.
def test_the_nation_by_year() -> None:
    history = ratio_history().set_index(["role", "year"])["ratio"]
    assert history[P, 2025] == pytest.approx(754_500 / 392_880)
    assert history[S, 2025] == pytest.approx(4.8279, abs=0.0001)
    assert history[P, 2015] == pytest.approx(2.2430, abs=0.0001)
    assert history[S, 2015] == pytest.approx(3.0096, abs=0.0001)
    assert len(history) == 2 * 11
    assert ratio_sentence() == (
        "The country has 1.9 lawyers for each paralegal (2.2 in 2015) and 4.8 for each legal secretary (3.0 in 2015)"
    )


# New York, May 2025: 91,870 / 34,220 = 2.68 and 91,870 / 9,800 = 9.37. Projections 2024, in thousands: 864.8 / 376.2 =
# 2.30 and 864.8 / 156.3 = 5.53. Legal services, May 2024: 0.3717 / 0.2349 = 1.58 and 0.3717 / 0.1039 = 3.58.
def test_what_a_firm_is_held_against() -> None:
    assert [(ratio.where, ratio.words) for ratio in market_ratios("36")] == [
        ("the United States, May 2025", "1.9 lawyers for each paralegal and 4.8 for each legal secretary"),
        ("New York, May 2025", "2.7 lawyers for each paralegal and 9.4 for each legal secretary"),
        ("with the self-employed, 2024", "2.3 lawyers for each paralegal and 5.5 for each legal secretary"),
        (
            "law firms and other legal services, May 2024",
            "1.6 lawyers for each paralegal and 3.6 for each legal secretary",
        ),
    ]
    assert len(market_ratios("99")) == 3


def test_a_place_without_lawyers_in_the_data_is_left_out() -> None:
    wages = load_wages()
    newest = wages.releases[0]
    area = next(
        code for code in sorted(wages.areas) if not ((row := wages.find(newest, code, "23-1011")) and row.employment)
    )
    assert [ratio.where for ratio in market_ratios(area)] == [ratio.where for ratio in market_ratios("99")]


def test_an_office() -> None:
    own = own_ratio(5, {P: 2.5, S: 0})
    assert own.by_role == {P: 2.0}
    assert own.words == "2.0 lawyers for each paralegal"
    with pytest.raises(ValueError, match="Type the number of lawyers: at least 1"):
        own_ratio(0, {P: 1})
