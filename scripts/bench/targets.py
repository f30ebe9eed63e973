"""The pages measured, and on each the control that is changed and what must be drawn anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scripts.browser import PAGES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

CHARTS: Final = ".js-plotly-plot .cartesianlayer, .js-plotly-plot .infolayer"
FACTOR_TABLES: Final = "[data-testid=stExpander] [data-testid=stTable]"


@dataclass(frozen=True)
class Target:
    """A page to measure.

    Attributes:
        path: Its address on the server.
        change: Makes the n-th change; every change differs from the one before.
        control: The control that is changed, in words.
        watched: CSS selector of what the change draws anew.
        script: What the server runs.
        crowd: Label of the selectbox that many visitors change, if the page is measured with many.
    """

    path: str
    change: Callable[[Page, int], None]
    control: str
    watched: str = CHARTS
    script: Path = ROOT / "app.py"
    crowd: str | None = None


def _choose(label: str, options: tuple[int, int]) -> Callable[[Page, int], None]:
    def change(page: Page, number: int) -> None:
        page.get_by_role("combobox", name=label, exact=True).click()
        page.get_by_role("option").nth(options[number % 2]).click()

    return change


def _switch(label: str) -> Callable[[Page, int], None]:
    def change(page: Page, number: int) -> None:  # noqa: ARG001
        page.get_by_test_id("stCheckbox").filter(has_text=label).locator("label").click()

    return change


def _segment(label: str) -> Callable[[Page, int], None]:
    def change(page: Page, number: int) -> None:
        page.get_by_role("radiogroup", name=label, exact=True).get_by_role("radio").nth((number + 1) % 2).click()

    return change


def _type(label: str, amounts: tuple[int, int]) -> Callable[[Page, int], None]:
    def change(page: Page, number: int) -> None:
        box = page.get_by_role("spinbutton", name=label, exact=True)
        box.fill(str(amounts[number % 2]))
        box.press("Enter")

    return change


FLOOR: Final = Target(
    "/",
    _choose("Shape", (1, 0)),
    "selectbox",
    script=ROOT / "scripts" / "floor" / "app.py",
    crowd="Shape",
)
TARGETS: Final = {
    "overview": Target(PAGES["overview"], _switch("Compare with prices"), "toggle of prices"),
    "explore_pay": Target(
        PAGES["explore_pay"], _choose("Experience", (2, 5)), "selectbox of experience", crowd="Experience"
    ),
    "compare_places": Target(PAGES["compare_places"], _choose("Measure", (1, 0)), "selectbox of the measure"),
    "compare_roles": Target(PAGES["compare_roles"], _choose("Figures of", (1, 0)), "selectbox of the release"),
    "check_a_claim": Target(
        PAGES["check_a_claim"],
        _choose("Try a published claim", (1, 2)),
        "selectbox of examples",
    ),
    "staffing_budget": Target(
        PAGES["staffing_budget"],
        _type("People", (3, 1)),
        "number of people, typed and Enter",
    ),
    "which_role_do_we_need": Target(
        PAGES["which_role_do_we_need"],
        _choose("Office to start from", (1, 0)),
        "selectbox of the office",
    ),
    "which_role_fits_me": Target(
        PAGES["which_role_fits_me"]
        + "?fit_case_work=Yes&fit_research=Yes&fit_client_facts=Mostly"
        + "&fit_coordination=No&fit_on_the_job=Partly&fit_many_tasks=Hardly",
        _segment("2. I like to coordinate people, dates and papers so that nothing slips."),
        "answer to a statement",
    ),
    "career_paths": Target(PAGES["career_paths"], _type("Yearly raise, %", (4, 2)), "yearly raise, typed and Enter"),
    "data_and_methods": Target(
        PAGES["data_and_methods"],
        _segment("Role"),
        "role of the factors; their tables are watched, as the chart never changes",
        FACTOR_TABLES,
    ),
}
