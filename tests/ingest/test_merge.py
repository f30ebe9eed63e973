from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lib.ingest.merge import Changes, changes, in_order, merge
from lib.ingest.rows import Key, Row, key_of
from lib.tables.wage_schema import COLUMNS, KEY, CellState

Rows = dict[Key, Row]


def by_key(*rows: Row) -> Rows:
    return {key_of(row): row for row in rows}


def row(**cells: str) -> Row:
    nation = {"area_type": "nation", "area_code": "99", "naics": "000000", "ownership": "1235"}
    return {**dict.fromkeys(COLUMNS, ""), "release": "2025-05", **nation, "soc_code": "23-2011", **cells}


OLD = row(annual_median="61010", annual_mean="66510")
NEW = row(annual_median="62890")

some_rows = st.lists(
    st.builds(
        row,
        release=st.sampled_from(["2024-05", "2025-05"]),
        area_code=st.sampled_from(["99", "01", "10180"]),
        area_type=st.sampled_from(["nation", "state", "territory", "metro", "nonmetro"]),
        soc_code=st.sampled_from(["23-2011", "43-6012"]),
        annual_median=st.sampled_from(["", "62890", CellState.WITHHELD]),
    ),
    max_size=8,
).map(lambda rows: by_key(*rows))


def test_the_later_source_wins_as_a_whole_row() -> None:
    assert merge(by_key(OLD), by_key(NEW)) == by_key(NEW)


def test_changes_are_counted() -> None:
    other = row(soc_code="43-6012")
    third = row(soc_code="23-1011")
    assert changes(by_key(OLD, other), by_key(NEW, other, third)) == Changes(
        new=1, replaced=1, unchanged=1, fewer_figures=1
    )


def test_a_state_is_as_good_as_a_number() -> None:
    withheld = row(annual_median=CellState.WITHHELD, annual_mean=CellState.WITHHELD)
    assert changes(by_key(OLD), by_key(withheld)).fewer_figures == 0


@given(some_rows, some_rows)
def test_merging_twice_changes_nothing(base: Rows, source: Rows) -> None:
    once = merge(base, source)
    assert merge(once, source) == once
    assert changes(once, source) == Changes(0, 0, len(source), 0)


@given(some_rows, some_rows)
def test_each_row_of_a_source_is_counted_once_and_none_is_lost(base: Rows, source: Rows) -> None:
    counted = changes(base, source)
    merged = merge(base, source)
    assert counted.new + counted.replaced + counted.unchanged == len(source)
    assert len(merged) == len(base) + counted.new
    assert all(merged[key] == source.get(key, base.get(key)) for key in {*base, *source})


@given(some_rows, st.randoms())
def test_the_order_depends_on_nothing_but_the_rows(rows: Rows, random: st.Random) -> None:
    shuffled = list(rows.values())
    random.shuffle(shuffled)
    assert in_order(shuffled) == in_order(rows.values())


def test_rows_stand_by_release_kind_of_area_area_industry_and_occupation() -> None:
    ordered = [
        row(release="2024-05", area_type="metro", area_code="10180"),
        row(soc_code="23-1011"),
        row(soc_code="23-2011"),
        row(naics="54", ownership="5", soc_code="23-1011"),
        row(area_type="state", area_code="01"),
        row(area_type="territory", area_code="66"),
        row(area_type="metro", area_code="10180"),
        row(area_type="nonmetro", area_code="0100001"),
    ]
    assert in_order(reversed(ordered)) == ordered


def test_the_key_is_made_of_codes() -> None:
    assert key_of(NEW) == tuple(NEW[column] for column in KEY)
    assert "area_title" not in KEY
