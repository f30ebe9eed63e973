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
    wait_until_drawn(page)  # a list opened during a run is closed by it


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
    box = page.get_by_role("spinbutton", name="People", exact=True)
    box.fill(str(people))
    box.press("Enter")


def expect_people(page: Page, people: int) -> None:
    """Wait for the number; a form that starts anew stands beside the old one for a moment."""
    boxes = page.get_by_role("spinbutton", name="People", exact=True)
    expect(boxes.first).to_have_value(str(people))
    expect(boxes).to_have_count(1)


def cost_shown(page: Page) -> Locator:
    return page.locator('[data-testid="stMetric"]').first


def open_budget(page: Page, address: str) -> str:
    """Open the example and return its cost as shown."""
    page.goto(f"{address}/staffing_budget")
    wait_until_drawn(page)
    return cost_shown(page).inner_text()


def test_a_manager_edits_a_plan_that_survives_a_reload(page: Page, address: str) -> None:
    example = open_budget(page, address)
    type_people(page, 3)
    expect(cost_shown(page)).not_to_have_text(example, use_inner_text=True)
    page.wait_for_function("() => location.search.includes('plan=')")
    shown = cost_shown(page).inner_text()
    page.reload()
    wait_until_drawn(page)
    expect_people(page, 3)
    assert cost_shown(page).inner_text() == shown


def test_back_takes_an_edit_back_and_then_leaves(page: Page, address: str) -> None:
    page.goto(address)
    wait_until_drawn(page)
    example = open_budget(page, address)
    type_people(page, 3)
    page.wait_for_function("() => location.search.includes('plan=')")
    expect(cost_shown(page)).not_to_have_text(example, use_inner_text=True)
    page.go_back()
    expect_people(page, 1)
    expect(cost_shown(page)).to_have_text(example, use_inner_text=True)
    page.go_back()
    page.wait_for_selector("h1:has-text('What legal support staff earn')")


def test_a_manager_compares_scenarios_and_changes_her_mind(page: Page, address: str) -> None:
    open_budget(page, address)
    page.get_by_role("button", name="Duplicate", exact=True).click()
    page.get_by_role("radio", name="Add a paralegal (2)").wait_for()
    choose(page, "Arrangement", "Virtual, US freelance")
    heading(page, "Add a paralegal (2): ")
    page.get_by_text("Contractor's fee").or_(page.get_by_text("One vendor")).or_(
        page.get_by_text("Fee")
    ).first.wait_for()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_role("radio", name="Add a paralegal (2)")).to_have_count(0)
    page.get_by_role("button", name="Undo: delete Add a paralegal (2)").click()
    page.get_by_role("radio", name="Add a paralegal (2)").wait_for()
    expect(page.get_by_role("combobox", name="Arrangement").first).to_have_value("Virtual, US freelance")


def test_a_position_among_several_is_edited_again_and_again(page: Page, address: str) -> None:
    open_budget(page, address)
    page.get_by_role("button", name="Add a position", exact=True).click()
    picker = page.get_by_role("combobox", name="Position to edit").first  # its old self may stand below
    expect(picker).to_have_value("2. Paralegal, Texas, in the office")
    for people in (4, 2, 5):
        before = cost_shown(page).inner_text()
        type_people(page, people)
        expect(picker).to_have_value(f"2. {people} × Paralegal, Texas, in the office")
        expect(cost_shown(page)).not_to_have_text(before, use_inner_text=True)
    choose(page, "Position to edit", "1. Paralegal, Texas, in the office")
    expect_people(page, 1)


def test_a_value_typed_before_a_click_elsewhere_stays_where_it_was_typed(page: Page, address: str) -> None:
    open_budget(page, address)
    people = page.get_by_role("spinbutton", name="People", exact=True)
    people.fill("7")  # no Enter: the click sends it
    page.get_by_role("radio", name="Add a legal secretary").click()
    heading(page, "Add a legal secretary: ")
    expect_people(page, 1)
    page.get_by_role("radio", name="Add a paralegal").click()
    heading(page, "Add a paralegal: ")
    expect_people(page, 7)


def test_the_cheapest_mix_becomes_a_scenario(page: Page, address: str) -> None:
    open_budget(page, address)
    page.get_by_role("tab", name="Cheapest mix").click()
    page.get_by_role("button", name="Make it a scenario").click()
    expect(page.get_by_role("radio", name="Cheapest mix")).to_be_checked()
    heading(page, "Cheapest mix: ")
    page.wait_for_function("() => location.search.includes('plan=')")


def test_back_steps_through_every_edit(page: Page, address: str) -> None:
    open_budget(page, address)
    addresses = []
    for count in (2, 3, 4):
        type_people(page, count)
        page.wait_for_function("known => !known.includes(location.search)", arg=["", *addresses])
        addresses.append(page.evaluate("() => location.search"))
    for count in (3, 2, 1):
        page.go_back()
        expect_people(page, count)
    page.go_forward()
    expect_people(page, 2)


def test_a_link_hands_scenarios_to_a_colleague(page: Page, address: str, browser: Browser) -> None:
    open_budget(page, address)
    type_people(page, 2)
    page.wait_for_function("() => location.search.includes('plan=')")
    page.get_by_role("tab", name="Take along").click()
    link = page.get_by_test_id("stCode").inner_text().strip()
    shown = cost_shown(page).inner_text()
    other = browser.new_context().new_page()
    other.goto(link)
    wait_until_drawn(other)
    assert cost_shown(other).inner_text() == shown
    other.context.close()


@pytest.mark.parametrize(
    ("button", "start"),
    [
        ("Decision memo (Word)", b"PK"),
        ("Decision memo (to print)", b"<!DOCTYPE html>"),
        ("Workbook with formulas (Excel)", b"PK"),
        ("Plan file", b"{"),
        ("Lines (csv)", "\ufeff".encode()),
    ],
)
def test_a_manager_takes_the_budget_away(page: Page, address: str, button: str, start: bytes) -> None:
    open_budget(page, address)
    page.get_by_role("tab", name="Take along").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    assert download.value.path().read_bytes().startswith(start)


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
