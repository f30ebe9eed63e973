"""What the notes of a csv copy say about its empty cells."""

from __future__ import annotations

import pytest

from lib.ingest.notes import ANNUAL, HOURLY, apply_note
from lib.ingest.refusal import RefusedError
from lib.tables.wage_schema import PERCENTILES, CellState

EMPTY = {"employment": "", **dict.fromkeys((*ANNUAL, *HOURLY), "")}
LOST_EMPLOYMENT = "employment not released (BLS **; marker dropped by source)"
LOST_TOP_CODE = (
    "blank percentile(s) above a published one: BLS top-code # (>= $239,200) inferred; marker dropped by source"
)


def test_without_a_note_an_empty_cell_stays_empty() -> None:
    assert apply_note(EMPTY, "", place="") == EMPTY


def test_a_field_that_the_copy_does_not_carry_stays_empty() -> None:
    figures = {**EMPTY, "employment": "410", "annual_median": "116190"}
    note = "source kept only A_MEDIAN and TOT_EMP; matched by OCC_TITLE"
    assert apply_note(figures, note, place="") == figures


def test_a_double_star_is_about_employment_only() -> None:
    assert apply_note(EMPTY, LOST_EMPLOYMENT, place="") == {**EMPTY, "employment": CellState.WITHHELD}


def test_a_lost_top_code_is_above_the_highest_published_percentile() -> None:
    figures = {**EMPTY, "annual_mean": "170110", "annual_p10": "101190", "annual_p25": "140100"}
    marked = apply_note(figures, LOST_TOP_CODE, place="")
    assert [marked[column] for column in PERCENTILES] == [
        *("101190", "140100"),
        *[CellState.PROBABLY_TOP_CODED] * 3,
    ]
    assert all(marked[column] == "" for column in HOURLY)  # this copy carries no hourly wages


def test_a_hole_below_a_published_percentile_is_no_top_code() -> None:
    figures = {**EMPTY, "annual_p10": "101190", "annual_median": "140100", "hourly_p10": "48.65"}
    marked = apply_note(figures, LOST_TOP_CODE, place="")
    assert marked["annual_p25"] == ""
    assert marked["annual_p75"] == CellState.PROBABLY_TOP_CODED
    assert marked["hourly_p25"] == CellState.PROBABLY_TOP_CODED


def test_a_lost_top_code_without_any_percentile_marks_nothing() -> None:
    assert apply_note(EMPTY, LOST_TOP_CODE, place="") == EMPTY


@pytest.mark.parametrize(
    ("note", "state"),
    [
        ("wage not available (BLS *; marker dropped by source)", CellState.WITHHELD),
        ("wage not available (BLS * ; marker dropped by source)", CellState.WITHHELD),
        ("wage not available (BLS * or #; marker dropped by source)", CellState.NOT_AVAILABLE),
        ("median blank (BLS * or #; marker dropped by source)", CellState.NOT_AVAILABLE),
    ],
)
def test_a_missing_wage_is_withheld_or_not_available(note: str, state: CellState) -> None:
    figures = {**EMPTY, "employment": "730"}
    assert apply_note(figures, note, place="") == {**figures, **dict.fromkeys(ANNUAL, state)}


def test_hourly_wages_are_marked_only_if_the_row_carries_any() -> None:
    marked = apply_note(
        {**EMPTY, "hourly_p10": "14.74"}, "wage not available (BLS *; marker dropped by source)", place=""
    )
    assert marked["hourly_p10"] == "14.74"
    assert marked["hourly_median"] == CellState.WITHHELD


def test_no_value_at_all_is_about_employment_too() -> None:
    note = "no value in source: BLS row suppressed or not published (source does not say which)"
    assert set(apply_note(EMPTY, note, place="").values()) == {"", CellState.NOT_AVAILABLE}
    assert apply_note(EMPTY, note, place="")["employment"] == CellState.NOT_AVAILABLE


def test_notes_joined_by_a_semicolon_all_count() -> None:
    figures = {**EMPTY, "annual_p10": "76000", "annual_p75": "187440"}
    marked = apply_note(figures, f"{LOST_TOP_CODE}; {LOST_EMPLOYMENT}", place="")
    assert marked["annual_p90"] == CellState.PROBABLY_TOP_CODED
    assert marked["employment"] == CellState.WITHHELD


def test_a_note_never_covers_a_figure() -> None:
    figures = dict.fromkeys(EMPTY, "1")
    assert apply_note(figures, f"{LOST_TOP_CODE}; {LOST_EMPLOYMENT}; median blank", place="") == figures


def test_an_unknown_note_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"row 9: the CELL_NOTE 'see below' is not one of the notes"):
        apply_note(EMPTY, "see below", place="oews.csv, row 9")
