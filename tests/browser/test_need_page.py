"""From the work of an office to a scenario of the staffing budget, with real clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scripts.browser import wait_until_drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PATH = "/which_role_do_we_need"


@pytest.fixture(params=[1280, 390], ids=["wide", "narrow"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


def choose(page: Page, label: str, option: str) -> None:
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()


def answer(page: Page) -> str:
    return page.locator("h2").first.inner_text()


def test_a_manager_finds_the_team_and_sends_it_to_the_budget(page: Page, address: str) -> None:
    page.goto(address + PATH)
    wait_until_drawn(page)
    assert answer(page) == "Part-time help: half a legal secretary (in the office), Texas"
    choose(page, "Office to start from", "Litigation firm, 5 lawyers")
    page.wait_for_selector("h2:has-text('Both roles: 2.5 paralegals')")
    wait_until_drawn(page)
    choose(page, "Place", "Ohio (state)")
    page.wait_for_selector("h2:has-text(', Ohio')")
    wait_until_drawn(page)
    page.get_by_role("tab", name="Hours by task").click()
    field = page.get_by_role("spinbutton", name="Research statutes, cases and rules, hours a week")
    field.fill("50")
    field.press("Enter")
    page.wait_for_selector("h2:has-text('Both roles: 3.5 paralegals')")
    wait_until_drawn(page)
    page.wait_for_function("() => location.search.includes('h_legal_research=50')")
    kept = page.url

    page.get_by_role("link", name="Open in the staffing budget").click()
    page.wait_for_selector("h1:has-text('Staffing budget')")
    page.wait_for_selector("h2:has-text('Recommended team: ')")
    page.wait_for_function("() => location.search.includes('plan=')")

    page.go_back()
    if "plan=" in page.url:  # a stop on the way
        page.wait_for_selector("text=Press Back once more")
        page.go_back()
    page.wait_for_selector("h2:has-text('Both roles: 3.5 paralegals')")
    page.goto(kept)
    wait_until_drawn(page)
    assert "3.5 paralegals" in answer(page)
    assert answer(page).endswith(", Ohio")


def test_what_was_said_is_there_after_a_visit_to_the_budget(page: Page, address: str) -> None:
    if page.viewport_size and page.viewport_size["width"] < 500:
        pytest.skip("the menu is folded on a phone")
    page.goto(f"{address}{PATH}?office=Litigation+firm%2C+5+lawyers&h_phones=40&today_substantive=Paralegals")
    wait_until_drawn(page)
    before = answer(page)
    page.get_by_role("link", name="Open in the staffing budget").click()
    page.wait_for_selector("h1:has-text('Staffing budget')")
    wait_until_drawn(page)
    page.locator('[data-testid="stSidebar"]').get_by_role("link", name="Which role do we need?").click()
    page.wait_for_selector("h1:has-text('Which role do we need?')")
    wait_until_drawn(page)
    assert answer(page) == before


def test_the_answer_can_be_downloaded(page: Page, address: str) -> None:
    page.goto(address + PATH)
    wait_until_drawn(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the answer (CSV)").click()
    assert "Part-time help" in download.value.path().read_text(encoding="utf-8-sig")
