from __future__ import annotations

import pytest

from lib.ingest.selection import (
    GROUPS,
    OTHER_AREAS,
    OTHER_INDUSTRIES,
    OTHER_OCCUPATIONS,
    Selection,
    select,
)
from tests.ingest.bls_files import (
    EVERYTHING,
    HEADER,
    MANUFACTURING,
    PARALEGAL,
    PARALEGAL_BROAD,
    BlsRow,
)

COLUMNS = {name: at for at, name in enumerate(HEADER)}


def select_rows(*rows: BlsRow) -> Selection:
    cells = [[row.get(name) for name in HEADER] for row in rows]
    return select(enumerate(cells, start=2), COLUMNS, label="file", progress=lambda _: None)


def test_the_detailed_occupation_is_kept_and_the_broad_one_of_the_same_title_is_not() -> None:
    selection = select_rows(EVERYTHING, PARALEGAL_BROAD, PARALEGAL)
    assert [record.cells["OCC_CODE"] for record in selection.records] == ["23-2011"]
    assert [record.place for record in selection.records] == ["file, row 4"]
    assert selection.left_out == {OTHER_OCCUPATIONS: 2}
    assert selection.rows_read == 3


def test_a_sector_is_kept() -> None:
    assert len(select_rows(MANUFACTURING).records) == 1


@pytest.mark.parametrize("naics", ["000000", "0", 0, 0.0])
def test_all_industries_may_have_lost_their_zeros(naics: str | float) -> None:
    assert len(select_rows({**PARALEGAL, "NAICS": naics, "OWN_CODE": 1235.0}).records) == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"O_GROUP": "broad"}, GROUPS),
        ({"I_GROUP": "3-digit", "NAICS": "541000", "OWN_CODE": "5"}, OTHER_INDUSTRIES),
        ({"I_GROUP": "6-digit", "NAICS": "541110", "OWN_CODE": "5"}, OTHER_INDUSTRIES),
        ({"I_GROUP": "cross-industry, ownership", "NAICS": "000001", "OWN_CODE": "5"}, OTHER_INDUSTRIES),
        ({"OWN_CODE": "5"}, OTHER_INDUSTRIES),
        ({"AREA_TYPE": "5"}, OTHER_AREAS),
    ],
)
def test_other_rows_of_our_occupations_are_counted_by_reason(changes: BlsRow, reason: str) -> None:
    selection = select_rows({**PARALEGAL, **changes})
    assert selection.records == ()
    assert selection.left_out == {reason: 1}


def test_progress_is_told_for_each_row() -> None:
    told: list[int] = []
    rows = [(2, list(EVERYTHING.values())), (3, list(EVERYTHING.values()))]
    select(rows, {"OCC_CODE": 0}, label="file", progress=told.append)
    assert told == [1, 2]


def test_a_table_without_rows_is_empty() -> None:
    assert select_rows() == Selection((), 0, select_rows().left_out)
