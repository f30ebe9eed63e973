"""Journeys of the two kinds of users, with real clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from scripts.browser import wait_until_drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


def choose(page: Page, label: str, option: str) -> None:
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()


def heading(page: Page, text: str) -> None:
    page.wait_for_selector(f"h2:has-text('{text}')")


def test_a_job_seeker_explores_pay_and_hands_the_link_on(page: Page, address: str, browser: Browser) -> None:
    page.goto(address)
    wait_until_drawn(page)
    page.get_by_role("link", name="I explore pay").click()
    page.wait_for_selector("h1:has-text('Explore pay')")
    page.locator('[data-testid="stButtonGroup"] button:has-text("Legal secretaries")').click()
    heading(page, "Legal secretaries in the United States")
    choose(page, "Place", "Texas (state)")
    heading(page, "Legal secretaries in Texas")
    choose(page, "Experience", "7 to 10 years")
    heading(page, "Legal secretaries like this in Texas")
    page.get_by_label("Amount offered, in dollars").fill("52000")
    page.get_by_label("Amount offered, in dollars").press("Enter")
    page.wait_for_selector("text=Against legal secretaries like this")
    wait_until_drawn(page)
    shown = page.locator("h2").all_inner_texts()

    other = browser.new_context().new_page()
    other.goto(page.url)
    other.wait_for_selector("text=Against legal secretaries like this")
    wait_until_drawn(other)
    assert other.locator("h2").all_inner_texts() == shown
    other.context.close()


def test_no_click_is_lost(page: Page, address: str) -> None:
    page.goto(f"{address}/explore_pay")
    wait_until_drawn(page)
    for option in ("2 to 3 years", "4 to 6 years", "7 to 10 years", "11 to 20 years", "0 to 1 year", "Not stated"):
        choose(page, "Experience", option)
        if option != "Not stated":
            page.wait_for_function(
                "option => decodeURIComponent(location.search.replaceAll('+', ' ')).includes(option)", arg=option
            )
        assert page.get_by_role("combobox", name="Experience").input_value() == option
    page.wait_for_function("() => !location.search.includes('experience')")


def type_people(page: Page, people: int) -> None:
    """Type into the first cell of the first scenario's table."""
    grid = page.locator('[data-testid="stDataFrame"] canvas[data-testid="data-grid-canvas"]').first
    grid.wait_for()
    page.wait_for_timeout(2_500)  # the grid takes keys only some time after it is drawn
    box = grid.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 60, box["y"] + 50)
    page.wait_for_timeout(500)
    page.keyboard.type(str(people))
    page.wait_for_timeout(500)
    page.keyboard.press("Enter")


def people_of_a(page: Page) -> Locator:
    return page.locator('[data-testid="stMetric"]').first


def test_a_manager_edits_a_plan_that_survives_a_reload(page: Page, address: str) -> None:
    page.goto(f"{address}/staffing_budget")
    wait_until_drawn(page)
    type_people(page, 3)
    expect(people_of_a(page)).to_contain_text("4 people")
    page.wait_for_function("() => location.search.includes('plan=')")
    shown = people_of_a(page).inner_text()
    page.reload()
    wait_until_drawn(page)
    assert people_of_a(page).inner_text() == shown


def test_back_takes_an_edit_back_and_then_leaves(page: Page, address: str) -> None:
    page.goto(address)
    wait_until_drawn(page)
    page.goto(f"{address}/staffing_budget")
    wait_until_drawn(page)
    type_people(page, 3)
    expect(people_of_a(page)).to_contain_text("4 people")
    page.wait_for_function("() => location.search.includes('plan=')")
    page.go_back()
    expect(people_of_a(page)).to_contain_text("2 people")
    page.go_back()
    page.wait_for_selector("h1:has-text('What legal support staff earn')")


def test_a_manager_takes_the_budget_away_as_csv(page: Page, address: str) -> None:
    page.goto(f"{address}/staffing_budget")
    wait_until_drawn(page)
    total = page.locator("h2:has-text('Scenario A: $')").inner_text().removeprefix("Scenario A: ")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download Scenario A as csv").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert total in text
    assert "Social security (employer share)" in text
    assert ",fact," in text
    assert ",estimate," in text


def test_the_menu_leads_everywhere(page: Page, address: str) -> None:
    page.goto(f"{address}/data_and_methods")
    wait_until_drawn(page)
    for label, title in [
        ("Staffing budget", "Staffing budget"),
        ("Explore pay", "Explore pay"),
        ("Overview", "What legal support staff earn"),
        ("Data and methods", "Data and methods"),
    ]:
        page.locator('[data-testid="stSidebar"]').get_by_role("link", name=label).click()
        page.wait_for_selector(f"h1:has-text('{title}')")
