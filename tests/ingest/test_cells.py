from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ingest.cells import read_figure, read_text
from lib.ingest.refusal import RefusedError
from lib.tables.wage_schema import CellState


@pytest.mark.parametrize(
    ("cell", "text"),
    [("01", "01"), (1, "1"), (1.0, "1"), (" 23-2011 ", "23-2011"), (None, ""), ("", ""), (33.5, "33.5")],
)
def test_codes_are_read_as_text(cell: object, text: str) -> None:
    assert read_text(cell) == text


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        (392880.0, "392880"),
        (392880, "392880"),
        ("392,880", "392880"),
        (" 1,234,567 ", "1234567"),
        ("25.30", "25.3"),
        (25.3, "25.3"),
        (33.510000000000005, "33.51"),
        ("0", "0"),
        (0.0, "0"),
        ("-5", "-5"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_number_is_written_in_one_way(cell: object, figure: str) -> None:
    assert read_figure(cell, column="A_MEDIAN", place="file, row 2") == figure


@given(st.integers(0, 999_999_999))
def test_thousands_commas_and_excel_floats_do_not_change_a_number(number: int) -> None:
    read = {read_figure(cell, column="TOT_EMP", place="") for cell in (number, float(number), f"{number:,}")}
    assert read == {str(number)}


@pytest.mark.parametrize(
    ("mark", "column", "state"),
    [
        ("*", "A_MEDIAN", CellState.WITHHELD),
        (" * ", "H_MEAN", CellState.WITHHELD),
        ("**", "TOT_EMP", CellState.WITHHELD),
        ("#", "A_PCT90", CellState.TOP_CODED),
        ("#", "H_PCT90", CellState.TOP_CODED),
    ],
)
def test_marks_of_bls_become_states(mark: str, column: str, state: CellState) -> None:
    assert read_figure(mark, column=column, place="") == state


@pytest.mark.parametrize(
    ("cell", "column"),
    [
        ("#", "TOT_EMP"),
        ("~", "A_MEDIAN"),
        ("***", "A_MEDIAN"),
        ("n/a", "A_MEDIAN"),
        ("#N/A", "A_MEDIAN"),
        ("nan", "A_MEDIAN"),
        (float("inf"), "A_MEDIAN"),
        ("1e5", "A_MEDIAN"),
        ("12,34", "A_MEDIAN"),
        ("-", "A_MEDIAN"),
        ("$44,740", "A_MEDIAN"),
        ("9" * 400, "A_MEDIAN"),
        ("٣", "A_MEDIAN"),
        (True, "A_MEDIAN"),
    ],
)
def test_an_unknown_mark_is_refused_and_its_cell_named(cell: object, column: str) -> None:
    with pytest.raises(RefusedError, match=rf"state_M2025_dl.xlsx, row 7: {column} is "):
        read_figure(cell, column=column, place="state_M2025_dl.xlsx, row 7")
