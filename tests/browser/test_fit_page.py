"""The questionnaire: answered by click and by keyboard on a phone, kept in the address and while one is elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from lib.tables.fit_questions import load_fit_questions
from scripts.browser import wait_until_drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

QUESTIONS = load_fit_questions()
CLEARLY = "Your answers point clearly to paralegal work"
SO_FAR = "So far your answers point to paralegal work"  # with less weight, open answers could change it
TOO_FEW = "Too few answers yet"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    yield context.new_page()
    context.close()


def option(page: Page, key: str, answer: str) -> Locator:
    asked = QUESTIONS[key]
    group = page.get_by_role("radiogroup", name=f"{asked.order}. {asked.statement}", exact=True)
    return group.get_by_role("radio", name=answer, exact=True)


def in_address(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_a_job_seeker_answers_by_click_and_by_keyboard_on_a_phone(page: Page, address: str) -> None:
    page.goto(f"{address}/which_role_fits_me")
    wait_until_drawn(page)
    result = page.locator("h2").nth(1)
    expect(result).to_have_text(TOO_FEW)
    answers = {key: "Yes" if each.role == "paralegal" else "No" for key, each in list(QUESTIONS.items())[:6]}

    keys = list(answers)
    for key in keys[:4]:
        option(page, key, answers[key]).click()
    for key in keys[4:]:  # from the first answer with the arrow keys, chosen with Enter or the space bar
        option(page, key, "No").focus()
        for _ in range(4 if answers[key] == "Yes" else 0):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter" if answers[key] == "Yes" else "Space")
    expect(result).to_have_text(CLEARLY)
    expect(page.locator("text=What mattered most")).to_be_visible()
    for key, answer in answers.items():
        expect(option(page, key, answer)).to_be_checked()
    page.wait_for_function("count => new URLSearchParams(location.search).size === count", arg=len(answers))
    assert in_address(page) == {f"fit_{key}": answer for key, answer in answers.items()}
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    buttons = page.get_by_role("radiogroup").first.get_by_role("radio").all()
    boxes = [button.bounding_box() for button in buttons]
    assert len({box["y"] for box in boxes if box}) == 1  # the five answers stand in one line
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)

    page.reload()
    wait_until_drawn(page)
    expect(result).to_have_text(CLEARLY)
    expect(option(page, keys[0], answers[keys[0]])).to_be_checked()


def test_answers_stay_when_one_leaves_by_a_link_and_comes_back(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/which_role_fits_me")
    wait_until_drawn(page)
    for key, each in list(QUESTIONS.items())[:6]:
        option(page, key, "Yes" if each.role == "paralegal" else "No").click()
    result = page.locator("h2").nth(1)
    expect(result).to_have_text(CLEARLY)
    page.locator("summary", has_text="How it is counted").click()
    weight = page.get_by_role("spinbutton", name="Research", exact=True)
    weight.fill("1")
    weight.press("Enter")
    expect(page.locator("text=which stay when you clear your answers")).to_be_visible()
    menu = page.locator('[data-testid="stSidebar"]')
    page.get_by_role("link", name="Career paths: what training costs").click()
    page.wait_for_selector("h1:has-text('Career paths')")
    wait_until_drawn(page)
    menu.get_by_role("link", name="Which role fits me?").click()
    page.wait_for_selector("h1:has-text('Which role fits me?')")
    expect(result).to_have_text(SO_FAR)
    expect(page.locator("text=which stay when you clear your answers")).to_be_visible()
    expect(option(page, "research", "Yes")).to_be_checked()

    page.get_by_role("button", name="Clear my answers").click()
    expect(result).to_have_text(TOO_FEW)
    expect(page.locator("text=which stay when you clear your answers")).to_be_visible()
    page.wait_for_function("() => !location.search.includes('fit_')")
    expect(option(page, "research", "Yes")).not_to_be_checked()
    context.close()
