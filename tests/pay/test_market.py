from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest

from lib.pay.fallback import LOCAL, NATIONAL, PARENT, SCALED, STATEWIDE, usual_error
from lib.pay.market import ESTIMATED, PUBLISHED, find_market, place_words, release_words
from lib.tables import central_roles, load_wages
from lib.tables.wage_schema import PERCENTILES
from tests.tables.copies import find_line, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tables.copies import Rows

TEXAS = {"release": "2025-05", "area_code": "48", "soc_code": "23-2011"}
TEXAS_PAY = (39_190, 47_410, 62_310, 77_740, 98_440)  # BLS, state table of May 2025


def with_texas(**cells: str) -> Rows:
    rows = read_rows("bls_wages.csv")
    rows[find_line(rows, TEXAS) - 2].update(cells)
    return rows


@pytest.mark.parametrize(
    ("release", "words"), [("2025-05", "May 2025"), ("2015-05", "May 2015"), ("2026-11", "11 2026")]
)
def test_release_words(release: str, words: str) -> None:
    assert release_words(release) == words


def test_place_words() -> None:
    areas = load_wages().areas
    assert place_words(areas["99"]) == "the United States"
    assert place_words(areas["48"]) == "Texas"


def test_published_percentiles_stay_as_they_are() -> None:
    market = find_market("paralegal", "48", "2025-05")
    assert market.percentiles == TEXAS_PAY
    assert market.basis == PUBLISHED
    assert market.error is None
    assert market.note == "BLS publishes all five percentiles for Texas, May 2025."
    assert "for the United States, May 2025" in find_market("paralegal", "99", "2025-05").note


# Texas, May 2023: our copy has the median 58,740 alone. The nation's paralegals of May 2023: 39,710, 48,180,
# 60,970, 77,600, 98,830. Scaled by 58,740 / 60,970 = 0.963425: 38,258, 46,418, 58,740, 74,762, 95,215.
def test_a_median_alone_gets_the_spread_of_the_nation() -> None:
    market = find_market("paralegal", "48", "2023-05")
    assert market.percentiles == pytest.approx((38_258, 46_418, 58_740, 74_762, 95_215), abs=0.5)
    assert market.percentiles[2] == 58_740
    assert (market.basis, market.error) == (ESTIMATED, None)
    assert market.note == (
        "The median for Texas, May 2023, is BLS's; the percentiles that are missing (our copy of this release has "
        "no more) follow the spread of the nation."
    )


# 62,310 x 101,500 / 62,890 = 100,563.9.
@pytest.mark.parametrize(
    ("state", "why"),
    [
        ("top_coded", "(at or above the highest wage BLS publishes)"),
        ("probably_top_coded", "(probably at or above the highest wage BLS publishes)"),
        ("withheld", "(BLS has an estimate but does not release it)"),
        ("", "(our copy of this release has no more)"),
    ],
)
def test_a_missing_percentile_says_why(state: str, why: str, use_wages: Callable[[Rows], None]) -> None:
    use_wages(with_texas(annual_p90=state))
    market = find_market("paralegal", "48", "2025-05")
    assert market.percentiles[:4] == TEXAS_PAY[:4]
    assert market.percentiles[4] == pytest.approx(100_563.9, abs=0.1)
    assert market.basis == ESTIMATED
    assert why in market.note


def test_several_reasons_are_all_named(use_wages: Callable[[Rows], None]) -> None:
    use_wages(with_texas(annual_p10="withheld", annual_p90="top_coded"))
    note = find_market("paralegal", "48", "2025-05").note
    assert "(BLS has an estimate but does not release it or at or above the highest wage BLS publishes)" in note


def test_a_borrowed_percentile_stays_between_published_ones(use_wages: Callable[[Rows], None]) -> None:
    # The nation's p25 would be 62,310 x 50,340 / 62,890 = 49,876 and its p75 79,342.
    use_wages(with_texas(annual_p10="55000", annual_p25="withheld", annual_p75="withheld", annual_p90="70000"))
    assert find_market("paralegal", "48", "2025-05").percentiles == (55_000, 55_000, 62_310, 70_000, 70_000)


def test_published_percentiles_stay_whatever_is_missing(use_wages: Callable[[Rows], None]) -> None:
    rows = read_rows("bls_wages.csv")
    key = {"release": "2025-05", "area_type": "state", "soc_code": "23-2011"}
    states = [row for row in rows if key.items() <= row.items()]
    ladders = [(0.5, 0.6, 1, 1.7, 2), (0.98, 0.99, 1, 1.01, 1.02), (1, 1, 1, 1, 1)]
    patterns = list(product(ladders, product([True, False], repeat=4)))
    published = {}
    for row, (ladder, (p10, p25, p75, p90)) in zip(states, patterns, strict=False):
        kept = (p10, p25, True, p75, p90)
        values = [round(60_000 * part) if keep else None for part, keep in zip(ladder, kept, strict=True)]
        published[row["area_code"]] = values
        row.update({name: str(value or "withheld") for name, value in zip(PERCENTILES, values, strict=True)})
    assert len(published) == len(patterns) == 48
    use_wages(rows)
    for area, values in published.items():
        found = find_market("paralegal", area, "2025-05").percentiles
        assert all(value in (None, shown) for value, shown in zip(values, found, strict=True)), (values, found)
        assert all(lower <= upper for lower, upper in pairwise(found)), (values, found)


@pytest.mark.parametrize(
    ("area", "release", "sentence"),
    [
        (
            "30",
            "2025-05",
            "No wage of legal secretaries (withheld or not published by BLS; the copy we read does not say which) for "
            "Montana, May 2025: this is the figure for the United States scaled by what 6 other legal and office jobs "
            "pay here; such estimates are usually off by 6.7%.",
        ),
        (
            "19",
            "2024-05",
            "No wage of legal secretaries (BLS has an estimate but does not release it) for Iowa, May 2024: this is "
            "the figure for the United States scaled by what 6 other legal and office jobs pay here; such estimates "
            "are usually off by 5.5%.",
        ),
        (
            "17410",
            "2023-05",
            "Our data has no row on legal secretaries for Cleveland, OH, May 2023: this is the figure for Ohio as it "
            "stands, because our data has no other job to compare here; such estimates are usually off by 9.4%.",
        ),
    ],
)
def test_an_estimate_says_why_how_and_how_good(area: str, release: str, sentence: str) -> None:
    market = find_market("legal_secretary", area, release)
    assert market.note == sentence
    assert market.basis == ESTIMATED


def test_a_median_our_copy_does_not_carry_is_no_statement_of_bls(use_wages: Callable[[Rows], None]) -> None:
    use_wages(with_texas(**dict.fromkeys(PERCENTILES, "")))
    note = find_market("paralegal", "48", "2025-05").note
    assert note.startswith("No wage of paralegals is in our copy for Texas, May 2025: this is the figure for the ")


def test_an_estimate_keeps_the_shape_of_the_larger_area() -> None:
    here, ohio = (find_market("legal_secretary", area, "2025-05").percentiles for area in ("17410", "39"))
    ratios = [one / other for one, other in zip(here, ohio, strict=True)]
    assert ratios == pytest.approx([ratios[0]] * 5)


def test_the_error_is_that_of_places_of_the_same_kind() -> None:
    assert find_market("legal_secretary", "30", "2025-05").error == usual_error(
        "legal_secretary", "2025-05", ("state",)
    )
    assert find_market("legal_secretary", "17410", "2025-05").error == usual_error("legal_secretary", "2025-05")
    # Nothing to compare: the error of the larger area's figure as it stands, of the newest release with such areas.
    assert find_market("legal_secretary", "17410", "2023-05").error == usual_error(
        "legal_secretary", "2025-05", method=PARENT
    )


def test_a_release_of_states_only_still_answers_for_metro_areas(use_wages: Callable[[Rows], None]) -> None:
    of_before = {role: usual_error(role, "2024-05", method=PARENT) for role in central_roles()}
    local = ("metro", "nonmetro")
    use_wages([row for row in read_rows("bls_wages.csv") if row["release"] < "2025" or row["area_type"] not in local])
    for role in central_roles():
        market = find_market(role, "19100", "2025-05")
        assert market.percentiles == find_market(role, "48", "2025-05").percentiles
        assert market.error == of_before[role]


@pytest.mark.parametrize("release", ["2021-05", "2023-05"])
def test_houston_has_the_figure_of_texas_where_our_data_has_states_only(release: str) -> None:
    houston, texas = (find_market("paralegal", area, release) for area in ("26420", "48"))
    assert houston.percentiles == texas.percentiles
    assert houston.place == "Texas"
    assert houston.basis == ESTIMATED


# In May 2019 our data has the nation alone, in May 2023 the states, in May 2025 all areas.
@pytest.mark.parametrize(
    ("area", "release", "place", "method", "kinds"),
    [
        ("19100", "2019-05", "the United States", NATIONAL, LOCAL),
        ("48", "2019-05", "the United States", NATIONAL, STATEWIDE),
        ("19100", "2023-05", "Texas", PARENT, LOCAL),
        ("10380", "2025-05", "Aguadilla, PR", SCALED, LOCAL),
    ],
)
def test_the_place_is_that_whose_figure_it_is_and_the_error_that_of_the_method(
    area: str, release: str, place: str, method: str, kinds: tuple[str, ...]
) -> None:
    market = find_market("paralegal", area, release)
    assert market.area.area_code == area
    assert market.place == place
    assert market.error == usual_error("paralegal", release, kinds, method=method)


def test_a_published_market_is_its_own_place() -> None:
    market = find_market("paralegal", "48", "2025-05")
    assert market.borrowed is None
    assert market.place == "Texas"


def test_a_nation_without_all_percentiles_fills_no_gaps() -> None:
    # BLS, May 2024: the 90th percentile of lawyers is top-coded in the nation.
    with pytest.raises(ValueError, match="No full distribution of lawyer is published for the nation in 2024-05"):
        find_market("lawyer", "99", "2024-05")
