from __future__ import annotations

import io
import subprocess
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from python_calamine import CalamineWorkbook

from lib.export.workbook import write_workbook
from lib.hiring import Plan, Scenarios, run_plan
from lib.hiring.figures import FIGURES
from lib.hiring.figures_used import figures_used
from lib.hiring.lines import GROUPS
from lib.hiring.monthly import held_positions
from lib.hiring.scenarios import example
from tests.export import recalculation
from tests.export.plans import scenarios as any_scenarios
from tests.export.recalculation import Computed, recalculated
from tests.export.workbook_cases import (
    CHANGED_DOLLARS,
    CHANGED_GROWING,
    CHANGED_UNSTEADY,
    EMPTY,
    GROWING,
    NASTY,
    block,
    by_chance,
    changed,
)

if TYPE_CHECKING:
    from lib.hiring import PlanResult

pytestmark = pytest.mark.xdist_group("workbook")  # one run of LibreOffice for all

CENT = 0.005
LINK = "https://example.org/staffing_budget?plan=abc"
FORMULAS = ('=HYPERLINK("http://x.example","y")', "+1+1", "@SUM(A1)", "<r>&</r>")


def written(scenarios: Scenarios) -> bytes:
    return write_workbook(scenarios, LINK)


def sheet_of(scenarios: Scenarios, plan: Plan) -> str:
    return f"Months {scenarios.names.index(plan.name) + 1}"


# --- One run of LibreOffice for all of it ---

HOSTILE = Scenarios(
    tuple(replace(EMPTY if at else GROWING, name=name) for at, name in enumerate(FORMULAS)),
    question='=WEBSERVICE("http://x.example")',
)
GIVEN = {"example": example(), "nasty": NASTY, "hostile": HOSTILE, **{f"chance {n}": by_chance(n) for n in range(5)}}
WANTED = {
    **GIVEN,
    "changed": replace(NASTY, plans=(CHANGED_GROWING, CHANGED_DOLLARS, CHANGED_UNSTEADY, EMPTY), budget=600_000),
}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    contents = {name: written(scenarios) for name, scenarios in GIVEN.items()}
    return {**contents, "changed": changed(contents["nasty"])}


@pytest.fixture(scope="module")
def computed(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Computed]:
    return recalculated(files, tmp_path_factory.mktemp("workbooks"))


def by_month(result: PlanResult, label: str) -> list[float]:
    """Return what the model says of a line of the totals."""
    sums = {
        "Cost": result.cost_by_month,
        "Fees": result.fees_by_month,
        "Fees less cost": result.fees_by_month - result.cost_by_month,
        "People at work": result.at_work.sum(axis=0),
    }
    if label in sums:
        return sums[label].tolist()
    months = result.months[result.months["category"] == label]
    return months["amount"].tolist() or [0.0] * result.plan.months


@pytest.mark.parametrize("name", WANTED)
def test_every_category_and_month_comes_to_what_the_model_says(name: str, computed: dict[str, Computed]) -> None:
    for plan in WANTED[name].plans:
        result, sheet = run_plan(plan), sheet_of(WANTED[name], plan)
        for label in (*GROUPS, "Cost", "Fees", "Fees less cost", "People at work"):
            row = computed[name].row(sheet, label)[5 : 5 + plan.months]
            assert row == pytest.approx(by_month(result, label), abs=CENT), (plan.name, label)


@pytest.mark.parametrize("name", WANTED)
def test_the_summary_comes_to_what_the_model_says(name: str, computed: dict[str, Computed]) -> None:
    results = [run_plan(plan) for plan in WANTED[name].plans]
    count = len(results)
    for label in (*GROUPS, "Cost", "Fees", "Fees less cost"):
        totals = [sum(by_month(result, label)) for result in results]
        differences = [total - totals[0] for total in totals[1:]]
        row = computed[name].row("Summary", label, 0)[1 : 2 * count]
        assert row == pytest.approx((*totals, *differences), abs=CENT), label
    first = computed[name].row("Summary", "Cost, months 1 to 12", 0)[1 : 1 + count]
    assert first == pytest.approx([result.cost_of_year(1) for result in results], abs=CENT)


@pytest.mark.parametrize("name", ["nasty", "changed"])
def test_years_and_budget_come_to_what_the_model_says(name: str, computed: dict[str, Computed]) -> None:
    # The scenarios span 30, 26, 40 and 12 months.
    results = [run_plan(plan) for plan in WANTED[name].plans]
    year = computed[name].row("Summary", "Cost, months 25 to 36", 0)
    third = [result.cost_of_year(3) for result in results[:3]]
    assert year[1:4] == pytest.approx(third, abs=CENT)
    assert year[4] is None
    assert year[5:7] == pytest.approx([third[1] - third[0], third[2] - third[0]], abs=CENT)
    left = computed[name].row("Summary", "Left of the budget", 0)
    assert left[1:5] == pytest.approx([WANTED[name].budget - result.total for result in results], abs=CENT)


@pytest.mark.parametrize("name", WANTED)
def test_no_cell_holds_an_error(name: str, computed: dict[str, Computed]) -> None:
    cells = [cell for rows in computed[name].sheets.values() for row in rows for cell in row if isinstance(cell, str)]
    assert len(cells) > 100
    assert [cell for cell in cells if cell.startswith(("#", "Err:"))] == []


@pytest.mark.parametrize("name", GIVEN)
def test_every_formula_carries_its_result(name: str, files: dict[str, bytes], computed: dict[str, Computed]) -> None:
    """Viewers that do not compute show what LibreOffice computes, in workings and sums too."""
    formulas = openpyxl.load_workbook(io.BytesIO(files[name]))
    carried = openpyxl.load_workbook(io.BytesIO(files[name]), data_only=True)
    compared = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    shown = carried[sheet.title][cell.coordinate].value
                    found = computed[name].sheets[sheet.title][cell.row - 1][cell.column - 1]
                    assert found == (
                        pytest.approx(shown, rel=1e-9, abs=1e-7) if isinstance(shown, int | float) else shown
                    ), (sheet.title, cell.coordinate, cell.value)
                    compared += 1
    assert compared > 400


def test_a_changed_figure_is_marked_as_the_readers_own(computed: dict[str, Computed]) -> None:
    def kinds(name: str, label: str) -> set[str]:
        rows = computed[name].sheets["Assumptions"]
        return {row[4] for row in rows[: rows.index(next(r for r in rows if r[0] == "In dollars"))] if row[0] == label}

    assert kinds("nasty", "Rent") == {"Published"}
    assert kinds("nasty", "Rate on the invoice") == {"Our estimate"}
    assert kinds("nasty", "Turnover") == {"Your figure"}  # typed in the dashboard
    assert kinds("changed", "Rent") == kinds("changed", "Rate on the invoice") == {"Your figure"}
    assert kinds("nasty", "State unemployment tax") == {"Published"}
    assert kinds("changed", "State unemployment tax") == {"Your figure"}
    pay = [row[8] for row in computed["changed"].sheets["Positions"] if row[1] == "Paralegal"]
    assert pay[:2] == ["Your figure", "Published"]


def test_the_months_hold_formulas_and_no_number(files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["nasty"]))
    kinds = [
        cell.data_type
        for n in range(1, 5)
        for row in book[f"Months {n}"].iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert kinds.count("f") > 5_000
    assert set(kinds) == {"f", "s"}


def test_text_of_users_stays_text(files: dict[str, bytes], computed: dict[str, Computed]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["hostile"]))
    assert book["Summary"]["A1"].data_type == "s"
    assert book["Summary"]["A1"].value == HOSTILE.question
    titles = [book[f"Months {number}"]["A1"] for number in range(1, 5)]
    assert [cell.data_type for cell in titles] == ["s"] * 4
    assert [cell.value for cell in titles] == [*FORMULAS[:3], f" {FORMULAS[3]}"]
    assert computed["hostile"].row("Summary", "All months", 0)[1:5] == tuple(cell.value for cell in titles)
    formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert not any("HYPERLINK" in each or "WEBSERVICE" in each for each in formulas)


def test_nothing_in_the_file_leads_out_of_it(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["hostile"])) as parts:
        assert not any("externalLink" in name for name in parts.namelist())
        assert not any(b"External" in parts.read(name) for name in parts.namelist() if name.endswith(".rels"))
    assert openpyxl.load_workbook(io.BytesIO(files["example"]))["Summary"]["A4"].value.endswith(LINK)


def test_characters_that_no_file_may_hold_are_left_out() -> None:
    plan = replace(EMPTY, name="A\x01B\ud800C\ufffe")
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(Scenarios((plan,), question="\x0c"))))
    assert book["Months 1"]["A1"].value == "ABC"
    assert book["Summary"]["A4"].value is None


def test_the_sheets_and_what_they_name(files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["nasty"]))
    assert book.sheetnames == [
        "Summary", "Assumptions", "Positions", "Months 1", "Months 2", "Months 3", "Months 4", "Sources"
    ]  # fmt: skip
    notes = [row[0].value for row in book["Positions"].iter_rows() if str(row[0].value).startswith("Not counted")]
    assert notes == [
        "Not counted: Paralegal, Texas. Type an amount above 0 and up to 1,000,000 dollars a year, or choose a market "
        "figure.",
        "Not counted: Paralegal, Texas. It has no month in March 2027 to August 2029.",
    ]
    named = {row[0].value for row in book["Sources"].iter_rows(min_row=5)}
    assert {"U.S. Bureau of Labor Statistics", "U.S. Social Security Administration", "Clio"} <= named
    assert any(row[2].value == "not in the totals" for row in block(book["Assumptions"], GROWING))
    assert book["Summary"]["A3"].value == "The scenarios span different numbers of months: their totals are not alike."
    assert openpyxl.load_workbook(io.BytesIO(files["example"]))["Summary"]["A3"].value is None


@pytest.mark.parametrize("name", [name for name in GIVEN if name != "hostile"])
def test_every_figure_that_counts_has_a_cell(name: str, files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files[name]))
    for plan in GIVEN[name].plans:
        shown = {row[0].value for row in block(book["Assumptions"], plan)}
        for held in held_positions(plan):
            assert {FIGURES[figure].label for figure in figures_used(held, plan.firm)} <= shown


def test_the_chart_shows_the_categories_that_cost_something(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["example"])) as parts:
        chart, drawing = parts.read("xl/charts/chart1.xml").decode(), parts.read("xl/drawings/drawing1.xml").decode()
    # Pay, taxes, benefits, space, hiring and turnover; nobody is a contractor.
    assert chart.count("<c:ser>") == 6
    assert "Summary!$B$6:$C$6" in chart
    first, second = (run_plan(plan).total for plan in example().plans)
    assert f"Add a paralegal ${first:,.0f}; Add a legal secretary ${second:,.0f}." in drawing


@settings(max_examples=25)
@given(any_scenarios())
def test_whatever_the_page_can_hold_becomes_a_workbook(scenarios: Scenarios) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(write_workbook(scenarios)))
    rows = {row[0]: row for row in book.get_sheet_by_name("Summary").to_python()}
    totals = [run_plan(plan).total for plan in scenarios.plans]
    assert rows["Cost"][1 : 1 + len(totals)] == pytest.approx(totals)


def test_without_libreoffice_the_tests_fail_and_say_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(recalculation.shutil, "which", lambda _: None)
    with pytest.raises(RuntimeError, match="apt-get install libreoffice-calc"):
        recalculated({}, tmp_path_factory.mktemp("none"))


def test_a_file_that_libreoffice_does_not_write_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    silent = subprocess.CompletedProcess([], 1, "", "source file could not be loaded")
    monkeypatch.setattr(recalculation.subprocess, "run", lambda *_, **__: silent)
    with pytest.raises(RuntimeError, match=r"did not write broken\.xlsx: .*could not be loaded"):
        recalculated({"broken": b""}, tmp_path_factory.mktemp("broken"))
