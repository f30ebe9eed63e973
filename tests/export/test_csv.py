from __future__ import annotations

import codecs
import csv
from io import BytesIO, StringIO

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.export import to_csv
from lib.hiring import Plan, PlannedPosition, run_plan

NOTES = {"Source": "BLS OEWS, May 2025", "Place": 'Coeur d’Alene, "ID"', "Formula": "=1+1\nnext line"}
TABLE = pd.DataFrame({"item": ["Gross pay", "Año, office"], "amount": [62_890.0, -12.5], "people": [1, 3]})


def rows_of(content: bytes) -> list[list[str]]:
    """Read a csv file as a spreadsheet does: a bare carriage return also ends a row."""
    text = content.decode("utf-8-sig")
    assert "\r" not in text
    return list(csv.reader(StringIO(text, newline="")))


def read_back(content: bytes, notes: int = 0) -> pd.DataFrame:
    return pd.read_csv(BytesIO(content), skiprows=notes)


def test_a_table_comes_back_with_numbers_as_numbers() -> None:
    pd.testing.assert_frame_equal(read_back(to_csv(TABLE, {})), TABLE)


def test_the_file_starts_with_a_byte_order_mark_and_is_utf8() -> None:
    content = to_csv(TABLE, NOTES)
    assert content.startswith(codecs.BOM_UTF8)
    assert content.count(codecs.BOM_UTF8) == 1
    assert "Año, office" in content.decode("utf-8-sig")


def test_notes_stand_on_top_one_cell_each() -> None:
    rows = rows_of(to_csv(TABLE, NOTES))
    assert rows[:3] == [
        ["# Source: BLS OEWS, May 2025"],
        ["# Place: Coeur d’Alene, 'ID'"],
        ["# Formula: =1+1 next line"],
    ]
    assert rows[3] == ["item", "amount", "people"]
    pd.testing.assert_frame_equal(read_back(to_csv(TABLE, NOTES), notes=3), TABLE)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"], ids=repr)
def test_what_a_spreadsheet_would_run_becomes_text(start: str) -> None:
    bad = f"{start}HYPERLINK(1)"
    header, row = rows_of(to_csv(pd.DataFrame({bad: [bad]}), {}))
    assert header == row == [f"'{bad}".replace("\r", "\n")]


def test_a_carriage_return_inside_a_cell_starts_no_row() -> None:
    rows = rows_of(to_csv(pd.DataFrame({"name": ["x\r=1+1", "y\r\n=1+1"], "n": [1, 2]}), {}))
    assert rows[1:] == [["x\n=1+1", "1"], ["y\n=1+1", "2"]]


@pytest.mark.parametrize("harmless", ["a=b", "1-49 employees", "it’s", "", "#", "'quoted'"])
def test_harmless_text_stays_as_it_is(harmless: str) -> None:
    assert rows_of(to_csv(pd.DataFrame({"name": [harmless], "n": [1]}), {}))[1] == [harmless, "1"]


def test_negative_numbers_are_not_text() -> None:
    assert rows_of(to_csv(TABLE, {}))[2] == ["Año, office", "-12.5", "3"]


def test_an_empty_table_keeps_its_header() -> None:
    assert rows_of(to_csv(TABLE[:0], {"Source": "none"})) == [["# Source: none"], ["item", "amount", "people"]]


@given(st.lists(st.tuples(st.text(), st.floats(allow_nan=False, allow_infinity=False)), min_size=1, max_size=5))
def test_no_cell_ever_starts_as_a_formula_and_numbers_come_back(cells: list[tuple[str, float]]) -> None:
    rows = rows_of(to_csv(pd.DataFrame(cells, columns=["text", "number"]), {"Note": cells[0][0]}))
    assert len(rows) == 2 + len(cells)
    assert rows[0][0].startswith("# Note:")
    for (text, number), row in zip(cells, rows[2:], strict=True):
        assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        assert row[0] in (lines, f"'{lines}")
        assert float(row[1]) == number


def test_the_lines_of_a_plan_come_back() -> None:
    lines = run_plan(Plan("A", (PlannedPosition("paralegal", "48", count=2),))).lines
    back = read_back(to_csv(lines, {"Source": "several"}), notes=1).fillna("")
    assert len(lines) > 5
    assert back["amount"].tolist() == pytest.approx(lines["amount"].tolist())
    for column in ("position", "people", "item", "kind", "source", "note"):
        assert back[column].tolist() == lines[column].tolist()
