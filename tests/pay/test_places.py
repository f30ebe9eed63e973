from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from lib.pay import Profile, estimate
from lib.pay.places import (
    MEASURES,
    PERCENTILE_COLUMNS,
    areas_of,
    missing_words,
    place_rows,
    release_before,
    without_nation,
)
from lib.pay.profile import factor_levels
from lib.tables import central_roles, load_price_parities, load_roles, load_wages
from lib.tables.factors import PROFILE_FACTORS
from lib.tables.files import records
from lib.tables.wage_schema import NATION
from tests.tables.copies import find_line, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.pay.places import Facts
    from tests.tables.copies import Rows

NEWEST = "2025-05"
LADDER = [role for role in load_roles() if role not in central_roles()]
ROLES = pytest.mark.parametrize("role", central_roles())


def random_facts(seed: int) -> Facts:
    """Return facts that a form could hold: a firm size in law firms only."""
    chance = Random(seed)
    facts = {
        factor: chance.choice(["", *(level.level for level in factor_levels("paralegal", factor))])
        for factor in PROFILE_FACTORS
    }
    if facts["employer"] not in ("", "law_firm"):
        facts["firm_size"] = ""
    return tuple((factor, level) for factor, level in facts.items() if level)


def row_of(rows: pd.DataFrame, code: str) -> dict[str, object]:
    (row,) = records(rows[rows["area_code"] == code])
    return row


@ROLES
@pytest.mark.parametrize("facts", [random_facts(seed) for seed in range(6)], ids=str)
def test_a_profile_is_paid_in_every_place_as_by_itself(role: str, facts: Facts) -> None:
    assert facts
    for row in records(place_rows(role, NEWEST, facts)):
        found = estimate(Profile(role, row["area_code"], NEWEST, **dict(facts)))
        assert [row[name] for name in PERCENTILE_COLUMNS] == pytest.approx(found.percentiles, abs=1e-9)
        assert (row["basis"], row["note"]) == (found.basis, found.basis_note)


def test_facts_move_the_percentiles_and_nothing_else() -> None:
    stated, plain = (place_rows("paralegal", NEWEST, facts) for facts in ((("experience", "11-20"),), ()))
    rest = [name for name in plain.columns if name not in PERCENTILE_COLUMNS]
    pd.testing.assert_frame_equal(stated[rest], plain[rest])
    assert (stated["median"] > plain["median"]).all()


@ROLES
@pytest.mark.parametrize("release", [NEWEST, "2024-05"])
def test_nothing_stated_gives_the_row_of_bls(role: str, release: str) -> None:
    wages, soc_code, published = load_wages(), load_roles()[role].soc_code, 0
    for row in records(place_rows(role, release)):
        bls = wages.find(release, row["area_code"], soc_code)
        assert row["place"] == wages.areas[row["area_code"]].area_title
        for name in ("mean", "mean_rse", "employment", "location_quotient"):
            expected = getattr(bls, name) if bls else None
            assert row[name] == expected or (expected is None and row[name] != row[name]), (row["place"], name)
        if bls and None not in bls.percentiles:
            published += 1
            assert tuple(row[name] for name in PERCENTILE_COLUMNS) == bls.percentiles
            assert row["basis"] == "published"
            assert row["error"] != row["error"]
        else:
            assert row["basis"] == "estimated"
    assert published > 300


# BLS, state_M2025_dl.xlsx and national_M2025_dl.xlsx.
@pytest.mark.parametrize(
    ("role", "code", "percentiles"),
    [
        ("paralegal", "48", (39_190, 47_410, 62_310, 77_740, 98_440)),
        ("paralegal", NATION, (44_740, 50_340, 62_890, 80_080, 101_500)),
        ("legal_secretary", NATION, (36_500, 44_450, 55_570, 71_970, 91_730)),
    ],
)
def test_published_rows(role: str, code: str, percentiles: tuple[float, ...]) -> None:
    row = row_of(place_rows(role, NEWEST), code)
    assert tuple(row[name] for name in PERCENTILE_COLUMNS) == percentiles


@ROLES
def test_every_place_of_may_2025_has_a_row(role: str) -> None:
    rows = place_rows(role, NEWEST)
    assert len(rows) == rows["area_code"].nunique() == 583
    assert rows["area_code"].tolist() == [area.area_code for area in areas_of(NEWEST)]
    assert rows["area_type"].value_counts().to_dict() == {
        "metro": 393, "nonmetro": 137, "state": 51, "territory": 1, "nation": 1,
    }  # fmt: skip
    for values in rows[list(PERCENTILE_COLUMNS)].itertuples(index=False):
        assert values[0] > 0
        assert all(low <= high for low, high in pairwise(values))
    assert (rows["note"].str.len() > 0).all()


@pytest.mark.parametrize("role", LADDER)
def test_the_ladder_has_pay_in_every_place_and_takes_no_facts(role: str) -> None:
    rows = place_rows(role, NEWEST)
    assert len(rows) == 583
    assert (rows["p10"] > 0).all()
    for low, high in pairwise(PERCENTILE_COLUMNS):
        assert (rows[low] <= rows[high]).all()
    pd.testing.assert_frame_equal(rows, place_rows(role, NEWEST, (("experience", "4-6"),)))


@pytest.mark.parametrize("role", load_roles())
@pytest.mark.parametrize("release", load_wages().releases)
def test_every_role_opens_in_every_release(role: str, release: str) -> None:
    rows = place_rows(role, release)
    assert rows["area_code"].tolist() == [area.area_code for area in areas_of(release)]
    assert all(rows[name].dtype == "float64" for name in (*MEASURES, "index", "error", "mean_rse"))
    for low, high in pairwise(PERCENTILE_COLUMNS):
        assert not (rows[low] > rows[high]).any()
    missing = rows[list(PERCENTILE_COLUMNS)].isna().any(axis=1)
    assert (rows.loc[missing, "note"].str.len() > 0).all()
    if role in central_roles():
        assert not missing.any()


# BLS: lawyers' 90th percentile is top-coded (#) in the nation until May 2024, so nothing can be filled in from it.
def test_without_the_nations_percentiles_rows_stay_as_they_are() -> None:
    rows, wages = place_rows("lawyer", "2024-05"), load_wages()
    nation = row_of(rows, NATION)
    assert nation["p90"] != nation["p90"]
    assert nation["note"] == (
        "No 90th percentile of lawyers in the United States, May 2024: at or above the highest wage BLS publishes."
    )
    assert set(rows["basis"]) == {"published"}
    for row in records(rows):
        bls = wages.find("2024-05", row["area_code"], "23-1011")
        known = bls.percentiles if bls else (None,) * 5
        shown = [row[name] for name in PERCENTILE_COLUMNS]
        assert [None if value != value else value for value in shown] == list(known), row["place"]


def test_a_role_without_any_row_says_so() -> None:
    nation = row_of(place_rows("administrative_services_manager", "2015-05"), NATION)
    assert nation["median"] != nation["median"]
    assert nation["note"] == "Our data has no row on administrative services managers in the United States, May 2015."


def test_a_release_holds_the_places_it_names() -> None:
    assert [area.area_code for area in areas_of("2022-05")] == [NATION]
    kinds = {release: {area.area_type for area in areas_of(release)} for release in ("2023-05", "2024-05")}
    assert kinds == {"2023-05": {"nation", "state"}, "2024-05": {"nation", "state", "metro"}}


def test_the_release_before() -> None:
    assert release_before(NEWEST) == "2024-05"
    assert release_before("2016-05") == "2015-05"
    assert release_before("2015-05") is None


# 62,890 / 61,010 - 1 = 0.030815; Montana's legal secretaries have no median.
def test_the_change_is_that_of_published_medians() -> None:
    assert row_of(place_rows("paralegal", NEWEST), NATION)["change"] == pytest.approx(0.030815, abs=5e-7)
    assert pd.isna(row_of(place_rows("legal_secretary", NEWEST), "30")["change"])
    assert place_rows("paralegal", "2015-05")["change"].isna().all()
    stated = place_rows("paralegal", NEWEST, (("employer", "in_house"),))
    pd.testing.assert_series_equal(stated["change"], place_rows("paralegal", NEWEST)["change"])


@ROLES
def test_price_levels_are_the_places_own_or_their_states(role: str) -> None:
    rows = place_rows(role, NEWEST)
    parities = load_price_parities()
    own = rows[rows["index_own"]]
    assert set(own["area_code"]) == {*parities, NATION} & set(rows["area_code"])
    assert (row_of(rows, NATION)["index"], row_of(rows, "36")["index"]) == (100, 107.921)
    nonmetro = row_of(rows, "0100001")  # Alabama
    assert (nonmetro["index"], nonmetro["index_own"]) == (88.823, False)
    assert set(rows.loc[rows["index"].isna(), "state"]) == {"PR", "GU", "VI"}


@ROLES
def test_estimated_medians_say_how_good_they_are(role: str) -> None:
    rows = place_rows(role, NEWEST)
    estimated = rows[rows["basis"] == "estimated"]
    assert len(estimated) > 0
    scaled = estimated[estimated["error"].notna()]
    assert scaled["error"].between(0.01, 0.2).all()
    for note, error in zip(scaled["note"], scaled["error"], strict=True):
        assert f"usually off by {error:.1%}" in note


@pytest.mark.parametrize("measure", ["median", "p10", "p90", "mean"])
def test_a_withheld_figure_says_why(measure: str) -> None:
    assert missing_words("legal_secretary", "30", NEWEST, measure) == (
        f"No {MEASURES[measure].label.split(' (')[0].lower()} of legal secretaries in Montana, May 2025: withheld or "
        "not published by BLS; the copy we read does not say which."
    )


def test_a_figure_that_the_copy_lacks_says_so() -> None:
    assert missing_words("paralegal", "48", "2023-05", "p10") == (
        "No 10th percentile of paralegals in Texas, May 2023: our copy of this release has none."
    )


def test_a_place_without_a_row_says_so() -> None:
    assert missing_words("paralegal", "26420", "2023-05", "median") == (
        "Our data has no row on paralegals in Houston-Pasadena-The Woodlands, TX, May 2023."
    )


@pytest.mark.parametrize(
    ("role", "code", "release", "missing"),
    [
        ("legal_secretary", "30", NEWEST, "May 2025"),  # withheld now
        ("paralegal", "48", "2023-05", "May 2022"),  # our copy of May 2022 has the nation only
        ("paralegal", "99", "2015-05", "an earlier release"),
    ],
)
def test_a_change_needs_both_medians(role: str, code: str, release: str, missing: str) -> None:
    words = missing_words(role, code, release, "change")
    assert words.startswith(f"No change of {load_roles()[role].plural.lower()} in ")
    assert words.endswith(f": no median of {missing} for the same area.")


def test_an_area_that_the_release_before_lacks_has_no_change() -> None:
    assert "0100001" not in {area.area_code for area in areas_of("2024-05")}
    assert missing_words("paralegal", "0100001", NEWEST, "change") == (
        "No change of paralegals in Northwest Alabama nonmetropolitan area, May 2025: no median of May 2024 for the "
        "same area."
    )


@pytest.mark.parametrize("measure", MEASURES)
def test_a_published_figure_needs_no_words(measure: str) -> None:
    assert missing_words("paralegal", "48", NEWEST, measure) == ""


@ROLES
@pytest.mark.parametrize("measure", MEASURES)
def test_words_are_missing_exactly_where_the_figure_is_published(role: str, measure: str) -> None:
    rows = place_rows(role, NEWEST)
    for row in records(rows):
        words = missing_words(role, row["area_code"], NEWEST, measure)
        if measure in PERCENTILE_COLUMNS:
            assert (words == "") or row["basis"] == "estimated"
        else:
            assert (words == "") == (row[measure] == row[measure]), row["place"]


def with_texas(**cells: str) -> Rows:
    rows = read_rows("bls_wages.csv")
    rows[find_line(rows, {"release": NEWEST, "area_code": "48", "soc_code": "23-2011"}) - 2].update(cells)
    return rows


def test_marks_of_bls_are_told_in_words(use_wages: Callable[[Rows], None]) -> None:
    use_wages(with_texas(annual_p90="top_coded", employment="withheld"))
    assert missing_words("paralegal", "48", NEWEST, "p90") == (
        "No 90th percentile of paralegals in Texas, May 2025: at or above the highest wage BLS publishes."
    )
    assert missing_words("paralegal", "48", NEWEST, "employment") == (
        "No jobs in the role of paralegals in Texas, May 2025: BLS has an estimate but does not release it."
    )
    row = row_of(place_rows("paralegal", NEWEST), "48")
    assert row["median"] == 62_310
    assert row["basis"] == "estimated"
    assert pd.isna(row["employment"])
    assert pd.isna(row["error"])


def test_every_place_but_the_nation() -> None:
    rows = place_rows("paralegal", NEWEST)
    assert set(rows["area_code"]) - set(without_nation(rows)["area_code"]) == {NATION}
    assert len(without_nation(rows, "state", "territory")) == 52
    assert set(without_nation(rows, "metro")["area_type"]) == {"metro"}


def test_measures_stand_in_columns_of_the_wage_table() -> None:
    wages, rows = load_wages().rows, place_rows("paralegal", NEWEST)
    for key, measure in MEASURES.items():
        assert measure.key == key
        assert key in rows.columns
        assert (measure.column in wages.columns) == (key != "change")
