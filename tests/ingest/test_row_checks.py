from __future__ import annotations

import pytest

from lib.ingest.refusal import RefusedError
from lib.ingest.row_checks import check_row
from lib.tables.wage_schema import STATED_COLUMNS, CellState

PLACE = "state_M2025_dl.xlsx, row 7"
ROW = {
    **{"release": "2025-05", "area_title": "United States", "soc_title": "Paralegals and Legal Assistants"},
    **{"employment": "392880", "employment_rse": "1.6", "location_quotient": "", "mean_rse": "1.3"},
    **{"annual_mean": "69700", "annual_p10": "44740", "annual_p25": "50340", "annual_median": "62890"},
    **{"annual_p75": "80080", "annual_p90": "101500", "hourly_mean": "33.51", "hourly_p10": "21.51"},
    **{"hourly_p25": "24.2", "hourly_median": "30.24", "hourly_p75": "38.5", "hourly_p90": "48.8"},
}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        dict.fromkeys(STATED_COLUMNS, ""),
        dict.fromkeys(STATED_COLUMNS, CellState.WITHHELD),
        {"annual_p25": "44740", "hourly_p25": "21.51"},  # interval collapse is real
        {"annual_p90": CellState.TOP_CODED, "hourly_p90": CellState.TOP_CODED},
        {"annual_p90": CellState.PROBABLY_TOP_CODED, "annual_p75": CellState.PROBABLY_TOP_CODED},
        {"hourly_p90": "48.81", "annual_p90": "101540"},  # 48.81 x 2,080 = 101,524.80, $15.20 off
        {"employment": "0", "employment_rse": "0", "location_quotient": "0", "mean_rse": "100"},
    ],
)
def test_a_possible_row_passes(changes: dict[str, str]) -> None:
    check_row({**ROW, **changes}, place=PLACE)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"annual_p25": "44730", "hourly_p25": ""}, r"annual_p25 \(44730\) is below annual_p10 \(44740\)"),
        (
            {"annual_p25": "", "annual_median": "44000", "hourly_median": ""},
            "annual_median .+ below annual_p10",
        ),
        ({"annual_p75": CellState.TOP_CODED}, r"annual_p90 \(101500\) is below annual_p75 \(top_coded\)"),
        ({"hourly_p90": "38.49", "annual_p90": ""}, r"hourly_p90 \(38.49\) is below hourly_p75 \(38.5\)"),
        ({"employment": "-10"}, r"employment is negative \(-10\)"),
        ({"annual_mean": "-69700", "hourly_mean": ""}, "annual_mean is negative"),
        ({"annual_mean": "0", "hourly_mean": ""}, "annual_mean is zero"),
        ({"annual_mean": "69700.5"}, "annual_mean is 69700.5, not a whole number"),
        ({"employment_rse": "100.1"}, "employment_rse is 100.1, more than 100 per cent"),
        ({"mean_rse": "130"}, "mean_rse is 130, more than 100 per cent"),
        # 33.51 x 2,080 = 69,700.80; BLS's rounding explains $15.40
        ({"annual_mean": "69720"}, "hourly_mean 33.51 x 2,080 is not annual_mean 69720"),
        (
            {"hourly_p90": "48.81", "annual_p90": "101550"},
            "hourly_p90 48.81 x 2,080 is not annual_p90 101550",
        ),
    ],
)
def test_an_impossible_row_is_refused_with_its_place(changes: dict[str, str], sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence) as refused:
        check_row({**ROW, **changes}, place=PLACE)
    assert str(refused.value).startswith(
        "state_M2025_dl.xlsx, row 7 (United States, Paralegals and Legal Assistants, 2025-05): "
    )
