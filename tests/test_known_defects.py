"""Mistakes that are common in dashboards on this kind of data, each with a test that we do not make it.

Selections that get lost need a browser: tests/browser/test_lost_selections.py.
"""

from __future__ import annotations

import ast
import csv
import importlib
import json
import pkgutil
import sys
from typing import TYPE_CHECKING

import pytest

import lib
from lib.charts import percentile_strip
from lib.hiring.firm import Firm
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.payroll_taxes import taxes_due
from lib.hiring.position import Position, states
from lib.pay import Profile, estimate
from lib.pay.compare import profile_rows
from lib.pay.market import find_market, release_words
from lib.pay.overview import strips
from lib.pay.places import areas_of, missing_words, place_rows
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.files import DATA
from lib.tables.wage_schema import ALL_INDUSTRIES, NATION, STATE_WORDS, CellState
from lib.ui.pickers import release_labels, role_labels
from tests.pages.app import PAGES, ROOT, open_page, words
from tests.tables.copies import read_rows, write_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.tables.copies import Rows

    UseWages = Callable[[Rows], None]

NEXT_RELEASE = "2026-05"
PERCENTILES = ("p10", "p25", "median", "p75", "p90")
SHAPES = {"violin", "histogram", "histogram2d", "box"}


def newest() -> str:
    return load_wages().releases[0]


def soc_codes() -> list[str]:
    return [role.soc_code for role in load_roles().values()]


def cells(release: str) -> dict[tuple[str, str], dict[str, str]]:
    """The cells of the file itself, all industries, by area and occupation, read without the product's loader."""
    with (DATA / "bls_wages.csv").open(encoding="utf-8", newline="") as lines:
        return {
            (row["area_code"], row["soc_code"]): row
            for row in csv.DictReader(lines)
            if (row["release"], row["naics"]) == (release, ALL_INDUSTRIES)
        }


def modules() -> list[object]:
    """Every module outside lib.tables, loaded, so that none reads other data for the first time during a test."""
    names = [module.name for module in pkgutil.walk_packages(lib.__path__, "lib.")]
    for name in names:
        if not name.endswith("__main__"):
            importlib.import_module(name)
    return [module for name, module in sys.modules.items() if name.startswith("lib.") and "lib.tables." not in name]


@pytest.fixture
def use_wages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[UseWages]:
    """Let the whole product read other wage rows for the rest of the test."""
    known = modules()

    def forget() -> None:
        for module in known:
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and getattr(value, "__module__", "").startswith("lib."):
                    value.cache_clear()

    def use(rows: Rows) -> None:
        table = load_wages(write_rows(rows, "bls_wages.csv", tmp_path))
        for module in known:
            if hasattr(module, "load_wages"):
                monkeypatch.setattr(module, "load_wages", lambda: table)
        forget()

    yield use
    forget()


# Defect: a smooth distribution (violin, histogram, box) is drawn where only five percentiles, or averages of
# industries, are published.


def test_a_strip_draws_the_five_percentiles_and_nothing_between_them() -> None:
    for role in central_roles():
        found = estimate(Profile(role=role, experience="4-6"))
        rows = profile_rows(found)
        figure = percentile_strip(rows, offer=60_000).figure
        assert {trace.type for trace in figure.data} == {"scatter"}
        published = {row[name] for row in rows.to_dict("records") for name in PERCENTILES}
        assert {x for trace in figure.data for x in trace.x} == published | {60_000}
        assert all(trace.fill is None for trace in figure.data)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_draws_a_distribution_that_is_not_published(name: str) -> None:
    for chart in open_page(name).get("plotly_chart"):
        kinds = {trace.get("type", "scatter") for trace in json.loads(chart.proto.spec)["data"]}
        assert not kinds & SHAPES


# Defect: the location quotient is computed over rows that overlap (areas inside areas, groups inside groups).


@pytest.mark.parametrize("role", central_roles())
def test_the_location_quotient_shown_is_the_published_one_or_missing(role: str) -> None:
    for release in load_wages().releases:
        published = cells(release)
        for row in place_rows(role, release).to_dict("records"):
            cell = published.get((row["area_code"], load_roles()[role].soc_code), {}).get("location_quotient", "")
            shown = row["location_quotient"]
            assert (shown is None or shown != shown) if cell == "" else shown == float(cell)


def test_the_location_quotients_of_an_area_agree_on_its_size() -> None:
    # Quotient = (jobs here / all jobs here) / (jobs in the nation / all jobs in the nation). Every occupation of an
    # area gives bounds for the area's share of all jobs in the nation, and all must agree; jobs are rounded to 10, the
    # quotient to 0.01.
    published = cells(newest())
    nation = {soc: float(published[(NATION, soc)]["employment"]) for soc in soc_codes()}
    of_states = 0.0
    for area in areas_of(newest()):
        low, high = 0.0, 1.0
        for soc in nation:
            cell = published.get((area.area_code, soc))
            if area.area_code == NATION or not cell or not cell["location_quotient"]:
                continue
            try:
                jobs, quotient = float(cell["employment"]), float(cell["location_quotient"])
            except ValueError:  # withheld
                continue
            low = max(low, (jobs - 5) / (quotient + 0.005) / (nation[soc] + 5))
            high = min(high, (jobs + 5) / max(quotient - 0.005, 1e-9) / (nation[soc] - 5))
        assert low <= high, area.area_title
        of_states += (low + high) / 2 if area.area_type == "state" else 0
    assert of_states == pytest.approx(1, abs=0.005)


# Defect: state and metropolitan rows are averaged and their jobs added up, which counts people twice.


@pytest.mark.parametrize("role", central_roles())
def test_the_figure_of_a_state_is_its_own_row_and_no_average_of_its_areas(role: str) -> None:
    soc = load_roles()[role].soc_code
    for release in load_wages().releases:
        published = cells(release)
        of_states = place_rows(role, release).query("area_type == 'state' and basis == 'published'")
        for row in of_states.to_dict("records"):
            cell = published[(row["area_code"], soc)]
            assert [row[name] for name in PERCENTILES] == [float(cell[f"annual_{name}"]) for name in PERCENTILES]


@pytest.mark.parametrize("role", central_roles())
def test_the_jobs_of_the_states_add_up_to_the_nation_without_their_areas(role: str) -> None:
    rows = place_rows(role, newest())
    assert rows["area_code"].is_unique
    jobs = rows.groupby("area_type")["employment"].sum()
    assert jobs["state"] == pytest.approx(jobs["nation"], rel=0.01)
    assert jobs["metro"] + jobs["nonmetro"] <= jobs["state"]


# Defect: a withheld cell crashes the page or shows as nothing.


@pytest.mark.parametrize("role", central_roles())
def test_every_place_with_a_withheld_median_has_words(role: str) -> None:
    wages, soc = load_wages(), load_roles()[role].soc_code
    missing = [area.area_code for area in areas_of(newest()) if (newest(), area.area_code, soc) not in wages.medians]
    assert len(missing) > 20
    app = open_page("Explore pay", {"role": role_labels()[role]})
    for area_code in missing:
        row = wages.find(newest(), area_code, soc)
        app.selectbox(key="place").select(area_code).run()
        assert not app.exception, area_code
        text = words(app)
        why = STATE_WORDS[row.states["annual_median"]] if row else "Our data has no row"
        assert why in text, area_code
        assert "**Our estimate.**" in text
        assert "nan" not in text.lower().split()


# Defect: marks that mean different things (withheld, top-coded, not published) become one "not available".


def test_the_states_of_a_cell_keep_different_words() -> None:
    assert set(STATE_WORDS) == set(CellState)
    assert len(set(STATE_WORDS.values())) == len(CellState) == 4


@pytest.mark.parametrize("state", CellState)
def test_each_state_of_a_cell_reaches_the_page_with_its_own_words(state: CellState, use_wages: UseWages) -> None:
    rows = read_rows("bls_wages.csv")
    illinois = {"release": newest(), "area_code": "17", "soc_code": load_roles()["paralegal"].soc_code}
    (row,) = (row for row in rows if illinois.items() <= row.items())
    for name in PERCENTILES:
        row |= {f"annual_{name}": state.value, f"hourly_{name}": ""}
    use_wages(rows)
    others = [text for each, text in STATE_WORDS.items() if each != state]
    for sentence in (
        missing_words("paralegal", "17", newest(), "median"),
        words(open_page("Explore pay", {"place": "Illinois (state)"})),
    ):
        assert STATE_WORDS[state] in sentence
        rest = sentence.replace(STATE_WORDS[state], "")
        assert not any(text in rest for text in others)


# Defect: the year stands in the code and stays when the data changes.


def with_next_release() -> Rows:
    """All rows, and the newest ones once more a year later with all pay 10 % higher."""
    rows = read_rows("bls_wages.csv")
    added = [row | {"release": NEXT_RELEASE} for row in rows if row["release"] == newest()]
    for row in added:
        for name in row:
            if name.startswith("hourly_"):
                row[name] = ""
            elif name.startswith("annual_") and row[name].isdigit():
                row[name] = str(10 * round(int(row[name]) * 0.11))
    return rows + added


def test_the_year_shown_comes_from_the_data(use_wages: UseWages) -> None:
    before = release_words(newest())
    use_wages(with_next_release())
    words_of_next = release_words(NEXT_RELEASE)
    assert next(iter(release_labels().values())) == words_of_next
    overview = open_page("Overview")
    assert f"Wages: BLS, {words_of_next}" in words(overview)
    assert overview.metric[0].delta == f"+10.0% since {before}"
    assert f"BLS OEWS, {words_of_next}, United States" in words(overview)
    # BLS, May 2025: 25th and 75th percentile of paralegals are 50,340 and 80,080; 10 % more, rounded to tens.
    explore = words(open_page("Explore pay"))
    assert "Paralegals in the United States earn $55,370 to $88,090" in explore
    assert f"BLS OEWS, {words_of_next}" in explore
    claim = words(open_page("Check a claim"))
    assert f"In the newest figures, {words_of_next}, the median is $69,180" in claim
    assert f"to {words_of_next}: " in claim


def visible_strings(path: Path) -> list[tuple[int, str]]:
    """The texts in a source file that are not docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


# lib/ingest names releases in the history of BLS's file layouts; nothing of it reaches a page.
SOURCES = [
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "lib").rglob("*.py"))
    if "ingest" not in path.parts
]


@pytest.mark.parametrize("source", sorted(SOURCES))
def test_no_text_names_a_release(source: str) -> None:
    named = [release_words(release) for release in load_wages().releases]
    found = [(line, text) for line, text in visible_strings(ROOT / source) if any(release in text for release in named)]
    assert found == []


# Defect: the percentiles are read one slot off, so that the "median" is the 75th percentile.


def test_every_hourly_percentile_times_2080_is_the_annual_one() -> None:
    checked = 0
    for release in load_wages().releases:
        for row in cells(release).values():
            for name in (*PERCENTILES, "mean"):
                hour, year = row[f"hourly_{name}"], row[f"annual_{name}"]
                if hour.replace(".", "").isdigit() and year.isdigit():
                    assert float(hour) * 2_080 == pytest.approx(int(year), abs=15.5), (row["area_title"], name)
                    checked += 1
    assert checked > 3_000


def test_the_percentiles_shown_stand_in_the_column_of_their_name() -> None:
    published = cells(newest())
    for row in strips(newest()).to_dict("records"):
        cell = published[(NATION, load_roles()[row["role"]].soc_code)]
        assert [row[name] for name in PERCENTILES] == [float(cell[f"annual_{name}"]) for name in PERCENTILES]


# Defect: an empty answer for another year is called suppressed.


@pytest.mark.parametrize("role", central_roles())
def test_a_year_without_rows_is_not_called_withheld(role: str) -> None:
    wages, soc = load_wages(), load_roles()[role].soc_code
    empty = 0
    for release in wages.releases:
        for area_code in ("17", "26420"):  # Illinois, Houston
            if wages.find(release, area_code, soc) is not None:
                continue
            empty += 1
            for sentence in (
                missing_words(role, area_code, release, "median"),
                find_market(role, area_code, release).note,
            ):
                assert sentence.startswith("Our data has no row on"), sentence
                assert not any(text in sentence for text in STATE_WORDS.values())
    assert empty > 10


# Defect: the credit reduction of the federal unemployment tax, once set for a state, stays set for others or later.


def test_only_the_states_in_the_table_pay_the_credit_reduction() -> None:
    # 0.6 % of the first 7,000 dollars is 42; California's loan adds 1.5 % (105) as expected for 2026.
    with (DATA / "payroll_taxes.csv").open(encoding="utf-8", newline="") as lines:
        reduced = {
            row["state"]: float(row["rate"])
            for row in csv.DictReader(lines)
            if row["tax"] == "federal_unemployment" and row["state"] != "US"
        }
    assert set(reduced) == {"CA"}
    assert len(states()) == 51
    for state in (*states(), *reversed(states()), "CA", "TX", "CA"):
        due = [tax.amount for tax in taxes_due(60_000, state, Firm()) if tax.tax.tax == "federal_unemployment"]
        assert sum(due) == pytest.approx(42 + 7_000 * reduced.get(state, 0)), state


# Defect: last year's wage base is printed as this year's.


def test_social_security_is_taken_of_the_first_184_500_dollars_in_2026() -> None:
    # U.S. Social Security Administration, contribution and benefit base 2026: 184,500; 6.2 % of it is 11,439.
    for pay, due in ((184_500, 11_439.0), (250_000, 11_439.0), (184_400, 11_432.8)):
        lines = loaded_cost(Position("paralegal", "TX", pay), Firm()).lines
        (line,) = lines[lines["item"].str.startswith("Social security")].to_dict("records")
        assert line["amount"] == pytest.approx(due)
        assert "$184,500" in line["note"]
    (tax,) = (due.tax for due in taxes_due(60_000, "TX", Firm()) if due.tax.tax == "social_security")
    assert (tax.wage_base, tax.year) == (184_500, 2026)


# Defect: rows are told apart by title, so that areas or occupations of the same title are mixed or counted twice.


def test_titles_are_no_keys(use_wages: UseWages) -> None:
    shown = ["area_code", *PERCENTILES, "mean", "employment", "location_quotient", "change", "basis"]
    before = {role: place_rows(role, newest())[shown] for role in central_roles()}
    rows = [
        row | {"area_title": "Springfield", "soc_title": "Legal workers", "naics_title": "Industries"}
        for row in read_rows("bls_wages.csv")
    ]
    use_wages(rows)
    assert {area.area_title for area in load_wages().areas.values()} != {"Springfield"}  # this module reads the file
    assert {area.area_title for area in areas_of(newest())} == {"Springfield"}
    for role, expected in before.items():
        assert place_rows(role, newest())[shown].equals(expected)
