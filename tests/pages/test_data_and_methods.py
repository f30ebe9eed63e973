from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib.pay import estimate
from lib.pay.words import dollars
from lib.tables import load_accuracy, load_factor_rows, load_levels, load_sources
from lib.tables.files import records
from lib.ui.methods import EXAMPLE
from tests.pages.app import open_page, words

if TYPE_CHECKING:
    import pandas as pd
    from streamlit.testing.v1 import AppTest

PAGE = "Data and methods"


def accuracy(check: str) -> list[dict[str, Any]]:
    rows = load_accuracy()
    return records(rows[rows["check"] == check])


def cells() -> str:
    app = open_page(PAGE)
    return "\n".join(table.value.to_string() for table in app.table).replace("\\", "")


def test_every_factor_level_stands_on_the_page() -> None:
    shown = cells()
    for label in load_factor_rows().query("role == 'paralegal'")["label"]:
        assert label in shown, label


def test_every_source_stands_on_the_page() -> None:
    shown = cells()
    for source in load_sources().values():
        assert source.title in shown, source.source


def test_the_worked_example_is_computed() -> None:
    found = estimate(EXAMPLE)
    text = words(open_page(PAGE))
    assert f"from {dollars(found.market.percentiles[2])} to {dollars(found.median)}" in text


def table_with(*columns: str, app: AppTest | None = None) -> pd.DataFrame:
    """Return the one table of the page that has these columns."""
    found = [table.value for table in (app or open_page(PAGE)).table if set(columns) <= set(table.value.columns)]
    assert len(found) == 1
    return found[0]


# The nation's paralegals: 61,010 in May 2024, with 3.8 % more 63,328, in May 2025 62,890 (3.1 % more):
# 0.7 % off, left as it stood 3.0 %. Legal secretaries: 54,140, with 3.4 % more 55,981, then 55,570 (2.6 %).
def test_pay_carried_forward_stands_beside_what_came() -> None:
    shown = table_with("Carried forward").set_index("Places")
    assert shown.loc["Paralegals: nation"].tolist() == ["0.7%", "3.0%", "3.8% / 3.1%"]
    assert shown.loc["Legal secretaries: nation"].tolist() == ["0.7%", "2.6%", "3.4% / 2.6%"]
    assert "Paralegals: 51 states" in shown.index
    assert len(shown) == len(accuracy("backtest")) == 6
    for row in accuracy("backtest"):
        cells_of_row = [f"{row['ours']:.1%}", f"{row['plain']:.1%}", f"{row['proposed']:.1%} / {row['value']:.1%}"]
        assert cells_of_row in shown.to_numpy().tolist()


def test_the_errors_on_pay_points_stand_on_the_page_with_what_is_not_proven() -> None:
    shown = table_with("Employer (points)").set_index("Employer (points)")
    for row in accuracy("cases"):
        cells_of_row = shown.loc[f"{row['group'].capitalize()} ({row['count']:.0f})"]
        assert cells_of_row["Off by"] == f"{row['ours']:.1%} / {row['plain']:.1%}"
        assert cells_of_row["In 80 % range"] == f"{row['in_four_fifths']:.0%} / {row['plain_in_four_fifths']:.0%}"
        gain = cells_of_row["Gain in points (95 % interval)"]
        assert gain.startswith(f"{100 * row['value']:.1f} (")
        assert gain.endswith(": not proven)") == (row["low"] <= 0)
        assert gain.endswith("(too few places)") == (row["low"] != row["low"])


def test_the_fallbacks_errors_stand_on_the_page() -> None:
    shown = table_with("Our estimate", "As it stands").to_numpy().tolist()
    assert len(shown) == len(accuracy("fallback"))
    first = accuracy("fallback")[0]
    place = f"Paralegals, May 2025: {first['count']:.0f} metropolitan areas"
    assert shown[0] == [place, f"{first['ours']:.1%}", f"{first['plain']:.1%}"]


def check_strengths(role: str, shown: pd.DataFrame) -> None:
    levels = {f"{level.factor} {level.level}": level for group in load_levels().values() for level in group
              if level.role == role}  # fmt: skip
    rows = [row for row in accuracy("strength") if row["role"] == role]
    assert len(shown) == len(rows) == 18
    by_level = shown.set_index("Level (points)")
    for row in rows:
        level = levels[row["group"]]
        evidence, estimate_, interval = by_level.loc[f"{level.label} ({row['count']:.0f})"]
        assert float(evidence) == level.proposed
        assert float(estimate_) == pytest.approx(level.value, rel=0.005)
        low, high = map(float, interval.split(" to "))
        assert low <= float(estimate_) * 1.005
        assert high >= float(estimate_) * 0.995


def test_what_the_points_made_of_the_evidence_stands_on_the_page_for_each_role() -> None:
    app = open_page(PAGE)
    check_strengths("paralegal", table_with("With the points", app=app))
    pickers = [picker for picker in app.get("segmented_control") if picker.label == "Role"]
    pickers[0].set_value("Legal secretaries").run()
    check_strengths("legal_secretary", table_with("With the points", app=app))


def test_a_public_employer_says_how_far_pay_spreads_there() -> None:
    levels = {level.label: level for level in load_levels()["paralegal", "employer"]}
    table = next(each.value for each in open_page(PAGE).table if "Law firm" in each.value.iloc[:, 0].tolist())
    said = table.set_index("Level")["How, from what, how sure"]
    for label, level in levels.items():
        assert (f"Pay spreads {level.spread:.0%} as far there" in said[label]) == (level.spread < 1)
    assert sum("Pay spreads" in words_of_level for words_of_level in said) == 3


def test_both_files_can_be_downloaded() -> None:
    labels = [button.label for button in open_page(PAGE).get("download_button")]
    assert labels == ["Download bls_wages.csv", "Download factors.csv"]
