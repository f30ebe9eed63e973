from __future__ import annotations

import re
from math import nan

import pandas as pd
import pytest

from lib.export.csv import to_csv
from lib.pay import Profile, estimate
from lib.pay.ageing import ageing
from lib.pay.place_table import (
    all_places,
    basis_of,
    chart_rows,
    column_unit,
    dot_rows,
    gap_rows,
    missing_notes,
    side_by_side,
)
from lib.pay.places import MEASURES, PERCENTILE_COLUMNS, place_rows, without_nation
from lib.pay.words import dollars
from lib.tables import central_roles, load_roles, load_wages

NEWEST = "2025-05"
ROLES = central_roles()
FACTS = (("experience", "4-6"), ("employer", "in_house"))
TEXT = ("Place", "State", "BLS area code", "Kind")


def states(role: str, facts: tuple[tuple[str, str], ...] = ()) -> pd.DataFrame:
    return without_nation(place_rows(role, NEWEST, facts), "state")


def metros(role: str) -> pd.DataFrame:
    return without_nation(place_rows(role, NEWEST), "metro")


BOTH = {role: metros(role) for role in ROLES}


def test_a_percentile_is_published_if_nothing_is_stated() -> None:
    rows = metros("legal_secretary")
    assert basis_of(rows, "median", stated=False).tolist() == rows["basis"].tolist()
    assert set(basis_of(rows, "p90", stated=True)) == {"estimated"}
    assert set(basis_of(rows, "employment", stated=True)) == {"published"}
    assert basis_of(rows, "mean", stated=True).index.equals(rows.index)


def test_a_map_of_one_role() -> None:
    rows = states("legal_secretary")
    frame = chart_rows(rows, "legal_secretary", NEWEST, "median", adjusted=False, stated=False)
    assert list(frame.columns) == ["area_code", "state", "label", "employment", "value", "basis", "note"]
    assert frame["value"].tolist() == rows["median"].tolist()
    assert frame["label"].tolist() == rows["place"].tolist()
    assert frame.set_index("state")["basis"].value_counts().to_dict() == {"published": 50, "estimated": 1}
    assert set(frame["note"]) == {""}


def test_a_place_without_a_figure_says_why_on_the_map() -> None:
    rows = states("legal_secretary")
    frame = chart_rows(rows, "legal_secretary", NEWEST, "change", adjusted=False, stated=False).set_index("state")
    assert frame.loc["MT", "note"].startswith("No change of legal secretaries in Montana, May 2025: ")
    assert (frame["note"] == "").tolist() == frame["value"].notna().tolist()


def test_a_place_without_a_price_level_says_so_on_the_map() -> None:
    rows = metros("paralegal")
    frame = chart_rows(rows, "paralegal", NEWEST, "median", adjusted=True, stated=False)
    missing = frame[frame["value"].isna()]
    assert set(missing["state"]) == {"PR"}
    assert set(missing["note"]) == {"no price level is published"}
    known = frame["value"].notna()
    assert frame["value"][known].tolist() == pytest.approx((rows["median"] / rows["index"] * 100)[known].tolist())


@pytest.mark.parametrize("adjusted", [False, True])
def test_a_map_of_the_difference(adjusted: bool) -> None:
    first, second = (metros(role) for role in ROLES)
    frame = gap_rows([first, second], "median", adjusted=adjusted, stated=False)
    level = (first["index"] if adjusted else 100) / 100
    expected = (first["median"] - second["median"]) / level
    assert frame["value"].dropna().tolist() == pytest.approx(expected.dropna().tolist())
    both = (first["basis"] == "published") & (second["basis"] == "published")
    assert (frame["basis"] == "published").tolist() == both.tolist()
    jobs = first["employment"].fillna(0) + second["employment"].fillna(0)
    assert frame["employment"].tolist() == jobs.tolist()
    assert set(frame.loc[frame["value"].isna(), "note"]) == ({"no price level is published"} if adjusted else set())


def test_a_difference_of_means_says_which_places_lack_one() -> None:
    frame = gap_rows([metros(role) for role in ROLES], "mean", adjusted=True, stated=True)
    assert frame["value"].isna().all()
    assert set(frame["note"]) == {"not published for both roles"}
    assert set(frame["basis"]) == {"published"}


def test_stated_facts_make_every_difference_an_estimate() -> None:
    both = [states(role, FACTS) for role in ROLES]
    assert set(gap_rows(both, "median", adjusted=False, stated=True)["basis"]) == {"estimated"}


def test_dots_stand_in_the_order_of_the_higher_figure() -> None:
    frame = dot_rows(BOTH, "median", adjusted=False, stated=False)
    highest = frame[list(ROLES)].max(axis=1)
    assert highest.is_monotonic_decreasing
    assert list(frame.columns) == [
        "area_code", "label", "paralegal", "paralegal_basis", "legal_secretary", "legal_secretary_basis",
    ]  # fmt: skip
    for role in ROLES:
        rows = metros(role).set_index("area_code")
        assert frame[role].tolist() == rows.loc[frame["area_code"], "median"].tolist()
        assert frame[f"{role}_basis"].tolist() == rows.loc[frame["area_code"], "basis"].tolist()


def test_dots_at_us_prices_in_a_later_months_pay() -> None:
    frame = dot_rows({"paralegal": states("paralegal")}, "median", adjusted=True, stated=True, factor=1.03)
    new_york = frame.set_index("area_code").loc["36"]
    pay = states("paralegal").set_index("area_code").loc["36", "median"]
    assert new_york["paralegal"] == pytest.approx(pay * 1.03 / 1.07921)
    assert new_york["paralegal_basis"] == "estimated"


def test_places_without_a_figure_are_last() -> None:
    rows = pd.DataFrame(
        {
            "area_code": ["1", "2", "3"],
            "place": ["B", "C", "A"],
            "median": [nan, 50_000.0, 50_000.0],
            "basis": "published",
            "index": 100.0,
        }
    )
    assert dot_rows({"lawyer": rows}, "median", adjusted=False, stated=False)["label"].tolist() == ["A", "C", "B"]


# BLS, May 2025: Texas paralegals 47,410, 62,310 and 77,740, mean 65,480, 29,540 jobs, location quotient 0.83; May
# 2024: 59,700, so +4.4 %. BEA 2024, Texas: 97.057; 62,310 / 0.97057 = 64,199.
def test_a_place_beside_another() -> None:
    aged = {role: ageing(role, NEWEST, "2026-03") for role in ROLES}
    table = side_by_side(["48", "30"], ROLES, NEWEST, (), aged)
    assert table["Place"].tolist() == ["Texas", "Texas", "Montana", "Montana"]
    assert table["Role"].tolist() == ["Paralegals", "Legal secretaries"] * 2
    assert aged["paralegal"] is not None
    assert table.iloc[0].to_dict() == {
        "Place": "Texas",
        "Role": "Paralegals",
        "Middle half": "$47,410 to $77,740",
        "Median": "$62,310",
        "Median in today's pay": dollars(62_310 * aged["paralegal"].factor),
        "At US prices": "$64,199",
        "Mean": "$65,480",
        "Jobs": "29,540",
        "Location quotient": "0.83",
        "Change": "+4.4%",
        "Kind": "Published",
    }
    montana = table.iloc[3]
    assert (montana["Kind"], montana["Mean"], montana["Change"]) == ("Our estimate", "none", "none")
    assert montana["Jobs"] == "730"


def test_what_is_not_known_is_called_so() -> None:
    table = side_by_side(["72"], ["paralegal"], "2025-05", (), {"paralegal": None})
    assert table["At US prices"].tolist() == ["not known"]
    assert table["Median in today's pay"].tolist() == ["not known"]
    assert "Median in today's pay" not in side_by_side(["72"], ["paralegal"], NEWEST, (), {})


def test_a_role_without_percentiles_has_none() -> None:
    (row,) = side_by_side(["99"], ["administrative_services_manager"], "2015-05", (), {}).to_dict("records")
    assert {name for name, cell in row.items() if cell == "none"} == {
        "Middle half", "Median", "At US prices", "Mean", "Jobs", "Location quotient", "Change",
    }  # fmt: skip


def test_a_place_that_the_release_lacks_has_no_row() -> None:
    assert side_by_side(["26420"], ROLES, "2023-05", (), {}).empty


def test_stated_facts_make_a_figure_an_estimate_but_not_of_the_ladder() -> None:
    table = side_by_side(["48"], ["paralegal", "lawyer"], NEWEST, FACTS, {})
    found = estimate(Profile("paralegal", "48", NEWEST, **dict(FACTS)))
    assert table["Kind"].tolist() == ["Our estimate", "Published"]
    assert table["Median"].iloc[0] == dollars(found.median)
    assert table["Middle half"].iloc[0] == f"{dollars(found.p25)} to {dollars(found.p75)}"
    assert table["Mean"].iloc[0] == "$65,480"


def test_notes_say_why_figures_are_missing_or_estimated_once() -> None:
    notes = missing_notes(["48", "30", "30"], ROLES, NEWEST)
    assert notes == (
        place_rows("legal_secretary", NEWEST).set_index("area_code").loc["30", "note"],
        "No mean pay of legal secretaries in Texas, May 2025: our copy of this release has none.",
        "No mean pay of legal secretaries in Montana, May 2025: withheld or not published by BLS; the "
        "copy we read does not say which.",
        "No change of legal secretaries in Montana, May 2025: no median of May 2025 for the same area.",
    )
    assert missing_notes(["99"], ["paralegal"], NEWEST) == ()


def test_what_no_picked_place_has_is_said_once() -> None:
    notes = missing_notes(["41940", "40900"], ROLES, NEWEST)  # San Jose and Sacramento
    assert [note for note in notes if "mean pay" in note] == [
        "No mean pay of these places in May 2025: withheld, not published, or not in our copy."
    ]


def test_equal_percentiles_are_spoken_of_in_both_releases() -> None:
    # BLS OEWS, San Jose, legal secretaries, May 2024: median and 75th percentile are both 106,130.
    notes = missing_notes(["41940"], ["legal_secretary"], NEWEST)
    assert any(
        note.startswith("Of legal secretaries in San Jose-Sunnyvale-Santa Clara, CA, May 2024, ")
        and "median and 75th percentile are both $106,130" in note
        for note in notes
    )


def test_notes_on_a_place_that_the_release_lacks() -> None:
    title = load_wages().areas["26420"].area_title
    assert missing_notes(["26420"], ROLES, "2023-05") == (f"Our data has nothing on {title} in this release.",)


def test_notes_on_percentiles_that_nothing_fills() -> None:
    assert missing_notes(["99"], ["lawyer"], "2022-05") == (
        "No 90th percentile of lawyers in the United States, May 2022: at or above the highest wage BLS publishes.",
    )


@pytest.mark.parametrize("roles", [ROLES, ("lawyer",)], ids=str)
@pytest.mark.parametrize("factors", [None, 1.03])
def test_every_column_has_a_unit_or_is_text(roles: tuple[str, ...], factors: float | None) -> None:
    by_role = {role: metros(role) for role in roles}
    table = all_places(by_role, stated=False, factors=factors and dict.fromkeys(roles, factors))
    text = [name for name in table.columns if name.startswith(TEXT)]
    assert len(text) == 3 + len(roles)
    for name in table.columns:
        assert (column_unit(name) == "") == (name in text), name
        assert (table[name].dtype == "float64") == (name not in text), name
    assert {column_unit(name) for name in table.columns} == {"", "dollars", "jobs", "ratio", "share", "rank"}
    today = [name for name in table.columns if name.startswith("Median in today's pay")]
    assert len(today) == (len(roles) if factors else 0)
    for measure in MEASURES.values():
        label = measure.label.split(" (")[0]
        assert column_unit(label) == column_unit(f"{label} (paralegals)") == measure.unit


def test_the_table_holds_every_figure_as_a_number() -> None:
    table = all_places(BOTH, stated=False, factors={"paralegal": 1.03, "legal_secretary": 1.02})
    assert len(table) == 393
    for role, factor in (("paralegal", 1.03), ("legal_secretary", 1.02)):
        rows = metros(role).set_index("area_code").loc[table["BLS area code"]]
        of = f" ({load_roles()[role].plural.lower()})"
        for key, measure in MEASURES.items():
            column, figures = table[f"{measure.label.split(' (')[0]}{of}"], rows[key]
            expected = figures.round(0) if key in PERCENTILE_COLUMNS else figures
            pd.testing.assert_series_equal(column, expected, check_names=False, check_index=False)
        today, at_prices = rows["median"] * factor, rows["median"] / rows["index"] * 100
        assert table[f"Median in today's pay{of}"].tolist() == today.round(0).tolist()
        assert table[f"Median at US prices{of}"].dropna().tolist() == at_prices.dropna().round(0).tolist()
        kinds = rows["basis"].map({"published": "Published", "estimated": "Our estimate"})
        assert table[f"Kind{of}"].tolist() == kinds.tolist()
    assert table["Price level"].notna().sum() == 387


def test_dollars_of_the_table_are_whole() -> None:
    table = all_places({"legal_secretary": metros("legal_secretary")}, stated=False)
    for name in table.columns:
        if column_unit(name) == "dollars":
            known = table[name].dropna()
            assert (known == known.round(0)).all(), name


def test_the_best_paid_place_of_the_first_role_is_first() -> None:
    table = all_places(BOTH, stated=False)
    first = table["Rank (paralegals)"]
    assert first.iloc[0] == 1
    assert first.is_monotonic_increasing
    assert table["Median pay (paralegals)"].is_monotonic_decreasing
    assert table["Rank (legal secretaries)"].min() == 1
    assert not table["Rank (legal secretaries)"].is_monotonic_increasing


def test_one_role_needs_no_role_in_its_columns() -> None:
    table = all_places({"paralegal": states("paralegal")}, stated=False)
    assert not [name for name in table.columns if "paralegal" in name]
    assert {"Kind", "Rank", "Median pay", "90th percentile", "Jobs in the role", "Price level"} <= set(table.columns)


def test_a_stated_profile_makes_every_place_an_estimate() -> None:
    table = all_places({"paralegal": states("paralegal", FACTS)}, stated=True)
    assert set(table["Kind"]) == {"Our estimate"}


def test_the_table_is_ready_for_a_spreadsheet() -> None:
    table = all_places(BOTH, stated=False)
    lines = to_csv(table, {"Source": "BLS"}).decode("utf-8-sig").splitlines()
    assert len(lines) == 2 + len(table)
    for line in lines:
        for cell in re.findall(r'(?:^|,)("[^"]*"|[^,]*)', line):
            text = cell.strip('"')
            assert not text.startswith(("=", "+", "-", "@")) or re.fullmatch(r"-\d[\d.e-]*", text), cell
