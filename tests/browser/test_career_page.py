"""The page of career paths with real clicks: what is chosen and typed is computed, kept and handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from scripts.browser import wait_until_drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ASSOCIATE, BACHELOR = "Associate's degree, 2 years", "Bachelor's degree, 4 years"
CERTIFICATE = "Paralegal certificate beside a job"


@pytest.fixture(params=[1280, 390])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}/career_paths")
    wait_until_drawn(page)
    yield page
    context.close()


def choose(page: Page, label: str, option: str) -> None:
    box = page.get_by_role("combobox", name=label, exact=True)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()


def type_number(page: Page, label: str, value: str) -> None:
    box = page.get_by_role("spinbutton", name=label, exact=True)
    box.fill(value)
    box.press("Enter")


def expect_heading(page: Page, words: str) -> None:
    expect(page.locator("h2").filter(has_text=words)).to_have_count(1)
    wait_until_drawn(page)


def test_a_secretary_weighs_two_degrees(page: Page) -> None:
    choose(page, "I am now", "General secretary")
    choose(page, "Place", "Texas (state)")
    expect_heading(page, "From legal secretary into management: $45,940 to $114,190 a year in Texas")
    page.locator('[data-testid="stButtonGroup"] button:has-text("From paralegal to lawyer")').click()
    expect_heading(page, "From paralegal to lawyer: $62,310")
    choose(page, "A", ASSOCIATE)
    expect_heading(page, f"Over 20 years “{ASSOCIATE}” gains about $128,500")
    choose(page, "B, to compare with", BACHELOR)
    expect_heading(page, "our data supports neither a gain nor a loss from “Bachelor's")
    page.get_by_text("Change the figures of A").click()
    type_number(page, "A: tuition, dollars", "18100")
    # $10,000 more over two years: 5,000 x (0.970874 + 0.942596) = 9,567 less than 128,468.
    expect_heading(page, f"Over 20 years “{ASSOCIATE}” gains about $118,900")
    page.wait_for_function("() => location.search.includes('associate_tuition=18100')")
    shown = page.locator("h2").all_inner_texts()
    page.reload()
    expect_heading(page, f"Over 20 years “{ASSOCIATE}” gains about $118,900")
    assert page.locator("h2").all_inner_texts() == shown
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    for button in ("Download this ladder (CSV)", "Download the years (CSV)"):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        assert "Texas" in download.value.path().read_text("utf-8-sig")


def test_a_typed_figure_waits_for_its_path(page: Page) -> None:
    choose(page, "A", ASSOCIATE)
    expect_heading(page, ASSOCIATE)
    page.get_by_text("Change the figures of A").click()
    type_number(page, "A: tuition, dollars", "1")
    page.wait_for_function("() => location.search.includes('associate_tuition=1')")
    choose(page, "A", CERTIFICATE)
    expect_heading(page, CERTIFICATE)
    expect(page.get_by_role("spinbutton", name="A: tuition, dollars")).to_have_value("7495")
    choose(page, "A", ASSOCIATE)
    expect_heading(page, ASSOCIATE)
    expect(page.get_by_role("spinbutton", name="A: tuition, dollars")).to_have_value("1")


def test_the_link_at_the_top_leads_to_the_training(page: Page) -> None:
    page.get_by_role("link", name="Is the training worth it?").click()
    expect(page.locator("h2").filter(has_text="Over 20 years")).to_be_in_viewport()


def test_the_ladder_follows_the_role_and_a_chosen_one_stays(page: Page) -> None:
    choose(page, "I am now", "Paralegal")
    expect_heading(page, "From paralegal to lawyer: $62,890")
    assert "ladder=" not in page.url
    choose(page, "I am now", "Legal secretary")
    expect_heading(page, "From legal secretary into management: $55,570")
    page.locator('[data-testid="stButtonGroup"] button:has-text("From legal secretary to paralegal")').click()
    expect_heading(page, "From legal secretary to paralegal: $55,570")
    choose(page, "I am now", "Paralegal")
    expect_heading(page, "From legal secretary to paralegal: $55,570")
    page.wait_for_function("() => location.search.includes('ladder=')")
    page.reload()
    expect_heading(page, "From legal secretary to paralegal: $55,570")


def test_a_student_types_pay_and_has_the_label_on_one_line(page: Page) -> None:
    choose(page, "I am now", "None of these, or a student")
    expect(page.get_by_text("Pay without the training counts as $0 until you type it.")).to_be_visible()
    type_number(page, "My pay, $", "30000")
    expect(page.get_by_text("Pay now $30,000. Without it we would take $0.")).to_be_visible()
    label = page.get_by_text("My pay, $", exact=True).bounding_box()
    assert label is not None
    assert label["height"] < 30
