"""Every click counts: what was chosen last is what the controls, the page and the address show.

The defect these tests look for: a control that takes its value from the address and writes it there too, and so
falls back to the choice before when one clicks again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from lib.pay.market import release_words
from lib.tables import load_wages
from lib.tables.claims import load_claims
from scripts.browser import wait_until_drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PARALEGALS, SECRETARIES = "Paralegals", "Legal secretaries"
NATION = "United States"
NEWEST = release_words(load_wages().releases[0])
# Twenty choices in a row: what is chosen, and in which control.
CHOICES = [
    ("role", SECRETARIES),
    ("place", "Texas (state)"),
    ("role", PARALEGALS),
    ("place", "Illinois (state)"),
    ("release", "May 2024"),
    ("role", SECRETARIES),
    ("experience", "2 to 3 years"),
    ("experience", "4 to 6 years"),
    ("place", "California (state)"),
    ("employer", "Law firm"),
    ("release", "May 2023"),
    ("role", PARALEGALS),
    ("experience", "7 to 10 years"),
    ("employer", "Company legal department"),
    ("place", "Montana (state)"),
    ("release", NEWEST),
    ("experience", "Not stated"),
    ("employer", "Not stated"),
    ("role", SECRETARIES),
    ("place", NATION),
]
DEFAULTS = {
    "role": PARALEGALS,
    "place": NATION,
    "release": NEWEST,
    "experience": "Not stated",
    "employer": "Not stated",
}
LABELS = {"place": "Place", "release": "Figures of", "experience": "Experience", "employer": "Employer"}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def choose(page: Page, name: str, option: str) -> None:
    if name == "role":
        page.locator('[data-testid="stButtonGroup"]').get_by_text(option, exact=True).first.click()
        return
    box = page.get_by_role("combobox", name=LABELS[name])
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()


def expect_shown(page: Page, chosen: dict[str, str]) -> None:
    """Wait until controls, heading and address show what was chosen."""
    place = chosen["place"].removesuffix(" (state)")
    like = " like this" if {chosen["experience"], chosen["employer"]} != {"Not stated"} else ""
    where = f"the {place}" if place == NATION else place
    expect(page.locator("h2").first).to_contain_text(f"{chosen['role']}{like} in {where} earn")
    expect(page.get_by_role("radio", name=chosen["role"])).to_be_checked()
    for name, label in LABELS.items():
        expect(page.get_by_role("combobox", name=label)).to_have_value(chosen[name])
    if place == NATION or chosen["release"] == NEWEST:
        expect(page.locator(f"text=BLS OEWS, {chosen['release']}").first).to_be_visible()
    expected = {name: value for name, value in chosen.items() if value != DEFAULTS[name]}
    page.wait_for_function("count => new URLSearchParams(location.search).size === count", arg=len(expected))
    assert in_address(page) == expected


def in_address(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_of_twenty_clicks_none_is_lost(page: Page, address: str) -> None:
    page.goto(f"{address}/explore_pay")
    wait_until_drawn(page)
    chosen = dict(DEFAULTS)
    for name, option in CHOICES:
        choose(page, name, option)
        chosen[name] = option
        expect_shown(page, chosen)


def test_of_clicks_in_quick_succession_the_last_one_counts(page: Page, address: str) -> None:
    page.goto(f"{address}/explore_pay")
    wait_until_drawn(page)
    chosen = dict(DEFAULTS)
    for at, (name, option) in enumerate(CHOICES):
        choose(page, name, option)  # without waiting for the page to follow
        chosen[name] = option
        if at % 5 == 4:
            expect_shown(page, chosen)


def test_a_role_clicked_to_and_fro_ends_where_the_last_click_was(page: Page, address: str) -> None:
    page.goto(f"{address}/explore_pay")
    wait_until_drawn(page)
    for clicks in (7, 6):
        for at in range(clicks):
            choose(page, "role", (SECRETARIES, PARALEGALS)[at % 2])
        last = (SECRETARIES, PARALEGALS)[(clicks - 1) % 2]
        expect_shown(page, DEFAULTS | {"role": last})


def test_choices_stay_when_one_leaves_by_the_menu_and_comes_back(page: Page, address: str) -> None:
    page.goto(f"{address}/explore_pay")
    wait_until_drawn(page)
    chosen = DEFAULTS | {"role": SECRETARIES, "place": "Texas (state)", "experience": "4 to 6 years"}
    for name in ("role", "place", "experience"):
        choose(page, name, chosen[name])
    expect_shown(page, chosen)
    menu = page.locator('[data-testid="stSidebar"]')
    for label, title in (("Data and methods", "Data and methods"), ("Overview", "What legal support staff earn")):
        menu.get_by_role("link", name=label).click()
        page.wait_for_selector(f"h1:has-text('{title}')")
        wait_until_drawn(page)
        menu.get_by_role("link", name="Explore pay").click()
        page.wait_for_selector("h1:has-text('Explore pay')")
        expect_shown(page, chosen)


def test_an_example_fills_the_box_each_time_and_typed_text_stays(page: Page, address: str) -> None:
    example = load_claims()["clio-secretary-median"].sentence
    page.goto(f"{address}/check_a_claim")
    wait_until_drawn(page)
    box = page.get_by_role("textbox", name="A sentence or a few about pay")
    for typed in ("The median paralegal earned $61,010 in 2024", "x " * 1_500):
        picker = page.get_by_role("combobox", name="Try a published claim")
        picker.click()
        page.get_by_role("option", name=example).click()
        expect(box).to_have_value(example)
        expect(page.locator("h2").first).to_contain_text("$60,320 is the mean (average) of May 2024, not the median")
        page.wait_for_function("text => new URLSearchParams(location.search).get('claim') === text", arg=example)
        box.fill(typed)
        page.get_by_role("button", name="Check", exact=True).click()
        page.wait_for_function("text => new URLSearchParams(location.search).get('claim') === text", arg=typed)
        expect(box).to_have_value(typed)
    expect(page.locator("text=only the first 2,000 are checked")).to_be_visible()
    page.reload()
    expect(box).to_have_value("x " * 1_500)


def test_the_way_from_a_claim_to_its_pay_leads_to_the_same_figures(page: Page, address: str) -> None:
    page.goto(f"{address}/check_a_claim")
    wait_until_drawn(page)
    page.get_by_role("link", name="Explore this pay: Paralegals, United States, May 2024").click()
    page.wait_for_selector("h1:has-text('Explore pay')")
    # BLS OEWS, May 2024: middle half of paralegals 48,190 to 78,280.
    expect(page.locator("h2").first).to_contain_text("earn $48,190 to $78,280")
