from __future__ import annotations

from math import nan

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.pay.places import place_rows, without_nation
from lib.pay.ranking import (
    highest_and_lowest,
    measure_words,
    rank_changes,
    rank_sentences,
    ranks,
    values,
)
from lib.pay.words import ordinal

# At average prices: Dear 90,000 / 1.2 = 75,000, Middle 80,000 / 1 = 80,000, Cheap 70,000 / 0.8 = 87,500.
THREE = pd.DataFrame(
    {
        "place": ["Dear", "Middle", "Cheap"],
        "median": [90_000.0, 80_000.0, 70_000.0],
        "employment": [10.0, nan, 30.0],
        "change": [0.05, -0.02, nan],
        "index": [120.0, 100.0, 80.0],
    }
)


def metro_changes() -> pd.DataFrame:
    return rank_changes(without_nation(place_rows("paralegal", "2025-05"), "metro"), "median")


def test_values_are_the_column_as_it_stands() -> None:
    assert values(THREE, "median").tolist() == [90_000, 80_000, 70_000]
    assert values(THREE, "median", factor=1.1).tolist() == pytest.approx([99_000, 88_000, 77_000])


def test_prices_divide_pay_and_nothing_else() -> None:
    assert values(THREE, "median", adjusted=True).tolist() == pytest.approx([75_000, 80_000, 87_500])
    assert values(THREE, "median", adjusted=True, factor=2).tolist() == pytest.approx([150_000, 160_000, 175_000])
    pd.testing.assert_series_equal(values(THREE, "employment", adjusted=True, factor=2), THREE["employment"])
    pd.testing.assert_series_equal(values(THREE, "change", adjusted=True, factor=2), THREE["change"])


def test_a_place_without_a_price_level_has_no_adjusted_value() -> None:
    figures = values(THREE.assign(index=[120.0, None, 80.0]), "median", adjusted=True)
    assert figures.isna().tolist() == [False, True, False]


def test_equal_figures_share_a_rank_and_no_figure_has_none() -> None:
    found = ranks(pd.Series([50.0, 70.0, nan, 70.0, 60.0]))
    assert found[:2].tolist() == [4, 1]
    assert found[2] != found[2]
    assert found[3:].tolist() == [1, 3]


def test_changes_of_rank_worked_by_hand() -> None:
    changes = rank_changes(THREE, "median")
    assert changes.to_dict("list") == {
        "place": ["Dear", "Middle", "Cheap"],
        "nominal": [1, 2, 3],
        "adjusted": [3, 2, 1],
        "moved": [-2, 0, 2],
    }


def test_ranks_are_over_the_places_that_have_both() -> None:
    changes = rank_changes(THREE.assign(index=[None, 100.0, 80.0]), "median")
    assert changes["place"].tolist() == ["Middle", "Cheap"]
    assert changes["nominal"].tolist() == [1, 2]
    assert changes["adjusted"].tolist() == [2, 1]
    assert rank_changes(THREE.assign(median=nan), "median").empty


def test_equal_pay_shares_a_rank_and_stands_in_the_order_of_names() -> None:
    changes = rank_changes(THREE.assign(median=[80_000.0, 80_000.0, 80_000.0]), "median")
    assert changes["place"].tolist() == ["Cheap", "Dear", "Middle"]
    assert changes["nominal"].tolist() == [1, 1, 1]
    assert changes["adjusted"].tolist() == [1, 3, 2]


def test_sentences_say_falls_rises_and_stays() -> None:
    assert rank_sentences(rank_changes(THREE, "median")) == (
        "Dear falls from 1st to 3rd.",
        "Middle stays 2nd.",
        "Cheap rises from 3rd to 1st.",
    )


def changes_of(*ranks_of: tuple[str, int, int]) -> pd.DataFrame:
    frame = pd.DataFrame(ranks_of, columns=["place", "nominal", "adjusted"])
    return frame.assign(moved=frame["nominal"] - frame["adjusted"])


def test_picked_places_come_first_and_the_largest_rise_last() -> None:
    changes = changes_of(("A", 1, 4), ("B", 2, 12), ("C", 3, 3), ("D", 11, 13), ("E", 22, 21), ("F", 113, 1))
    assert rank_sentences(changes, ["E", "B", "Nowhere"]) == (
        "B falls from 2nd to 12th.",
        "E rises from 22nd to 21st.",
        "A falls from 1st to 4th.",
        "C stays 3rd.",
        "F rises from 113th to 1st.",
    )


def test_no_places_no_sentences() -> None:
    assert rank_sentences(rank_changes(THREE.head(0), "median")) == ()


def test_san_jose_comes_from_the_data() -> None:
    rows = without_nation(place_rows("paralegal", "2025-05"), "metro")
    rows = rows[rows["index"].notna()].set_index("place")
    pay, title = rows["median"], "San Jose-Sunnyvale-Santa Clara, CA"
    real = pay / rows["index"] * 100
    nominal, adjusted = (1 + int((figures > figures[title]).sum()) for figures in (pay, real))
    row = metro_changes().set_index("place").loc[title]
    assert (row["nominal"], row["adjusted"]) == (nominal, adjusted)
    words = next(words for words in rank_sentences(metro_changes(), [title]) if words.startswith(title))
    verb = "stays" if nominal == adjusted else "falls from" if adjusted > nominal else "rises from"
    assert words.startswith(f"{title} {verb} {ordinal(nominal)}")


def test_the_best_paid_places_and_the_largest_rise_are_told() -> None:
    changes, sentences = metro_changes(), rank_sentences(metro_changes())
    assert [place for place in changes["place"].head(3) if any(words.startswith(place) for words in sentences)] == (
        changes["place"].head(3).tolist()
    )
    best = changes.loc[changes["moved"].idxmax()]
    assert f"from {ordinal(best['nominal'])} to {ordinal(best['adjusted'])}." in sentences[-1]


@given(
    st.lists(
        st.tuples(st.floats(15_000, 300_000), st.floats(60, 150) | st.none(), st.booleans()), min_size=1, max_size=12
    )
)
def test_the_adjusted_order_is_that_of_pay_over_prices(places: list[tuple[float, float | None, bool]]) -> None:
    rows = pd.DataFrame(
        [(f"Place {at}", pay if known else nan, index) for at, (pay, index, known) in enumerate(places)],
        columns=["place", "median", "index"],
    )
    real = {f"Place {at}": pay / (index / 100) for at, (pay, index, known) in enumerate(places) if known and index}
    changes = rank_changes(rows, "median")
    assert set(changes["place"]) == set(real)
    for place, adjusted in zip(changes["place"], changes["adjusted"], strict=True):
        assert adjusted == 1 + sum(other > real[place] for other in real.values())
    assert changes["nominal"].is_monotonic_increasing
    assert (changes["moved"] == changes["nominal"] - changes["adjusted"]).all()


@pytest.mark.parametrize(
    ("value", "measure", "words"),
    [
        (62_890.4, "median", "$62,890"),
        (101_500, "p90", "$101,500"),
        (66_510, "mean", "$66,510"),
        (12_340, "employment", "12,340 jobs"),
        (1.4, "location_quotient", "1.40"),
        (0.0308, "change", "+3.1%"),
        (-0.0219, "change", "-2.2%"),
        (-0.0003, "change", "+0.0%"),
    ],
)
def test_figures_in_the_words_of_their_unit(value: float, measure: str, words: str) -> None:
    assert measure_words(value, measure) == words


def test_highest_and_lowest() -> None:
    assert highest_and_lowest(THREE, values(THREE, "median"), "median") == (
        "Median pay is highest in Dear ($90,000) and lowest in Cheap ($70,000)"
    )
    assert highest_and_lowest(THREE, values(THREE, "median", adjusted=True), "median") == (
        "Median pay is highest in Cheap ($87,500) and lowest in Dear ($75,000)"
    )
    assert highest_and_lowest(THREE, THREE["employment"], "employment") == (
        "Jobs in the role is highest in Cheap (30 jobs) and lowest in Dear (10 jobs)"
    )
    assert highest_and_lowest(THREE, pd.Series([nan, nan, nan]), "median") == ""


def test_a_part_of_the_places_is_named_right() -> None:
    part = THREE.iloc[1:]
    assert highest_and_lowest(part, values(part, "change"), "change") == (
        "Change of the median since the release before is highest in Middle (-2.0%) and lowest in Middle (-2.0%)"
    )
