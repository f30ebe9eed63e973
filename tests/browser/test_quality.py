"""What holds on every page: accessible, no request to another host, no formula, no sideways scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from scripts.browser import PAGES, wait_until_drawn

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 390, "height": 844}}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
WITH_EVERYTHING = {
    "overview": "?prices=true",
    "explore_pay": "?place=Texas+%28state%29&experience=4+to+6+years&employer=Law+firm&offer=60000",
    "compare_places": "?kind=Metro+areas&compare=Paralegals&adjusted=true&aged=true&places=Texas+%28state%29",
    "compare_roles": "?place=Texas+%28state%29&experience=4+to+6+years&aged=true",
    "check_a_claim": "",
    "which_role_do_we_need": "?office=Litigation+firm%2C+5+lawyers&place=Ohio+%28state%29&h_docket=20"
    "&need=Hours+by+task",
    "staffing_budget": "?show=Assumptions",
    "which_role_fits_me": "?fit_case_work=Yes&fit_coordination=Hardly&fit_on_the_job=Partly"
    "&fit_research=Yes&fit_client_facts=Mostly&fit_many_tasks=Hardly&fit_office_work=Partly&fit_law_career=Mostly&fit_client_calls=Partly"
    "&fit_long_work=Mostly&fit_schooling=Hardly&fit_office_career=No&place=Texas+%28state%29&weight_research=2",
    "career_paths": "?place=Texas+%28state%29&now=General+secretary&pay_now=44000"
    "&path_a=Associate%27s+degree%2C+2+years&path_b=Bachelor%27s+degree%2C+4+years&associate_tuition=9000&ladder=From+legal+secretary+to+paralegal"
    "&curves=Earned+in+all",
    "data_and_methods": "",
}


DETAILS = [
    *(
        ("staffing_budget", f"?show={detail}")
        for detail in ("Positions", "By+month", "Does+it+pay", "How+sure", "Cheapest+mix", "Take+along")
    ),
    *(
        ("which_role_do_we_need", f"?place=Colorado+%28state%29&need={detail}")
        for detail in ("Why", "What+hurts", "Who+does+it+today", "Rules", "The+market", "Job+posting")
    ),
]


def opened(
    browser: Browser, address: str, name: str, size: str, theme: str = "light", asked: str | None = None
) -> Page:
    page = browser.new_context(viewport=SIZES[size], color_scheme=theme).new_page()
    page.goto(address + PAGES[name] + (WITH_EVERYTHING[name] if asked is None else asked))
    wait_until_drawn(page)
    closed = page.locator("details:not([open]) > summary:visible")  # not those of a tab behind
    while closed.count():
        closed.first.click()
    page.wait_for_timeout(500)
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, address: str, name: str, size: str, theme: str) -> None:
    page = opened(browser, address, name, size, theme)
    expect_nothing_found(page)
    page.context.close()


@pytest.mark.parametrize(("size", "theme"), [("wide", "light"), ("narrow", "dark")])
@pytest.mark.parametrize(("name", "asked"), DETAILS)
def test_axe_finds_nothing_in_the_details_of_a_page(
    browser: Browser, address: str, name: str, asked: str, size: str, theme: str
) -> None:
    page = opened(browser, address, name, size, theme, asked)
    expect_nothing_found(page)
    assert page.locator(".katex").count() == 0
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    page.context.close()


def expect_nothing_found(page: Page) -> None:
    results = Axe().run(page, options=RULES).response
    found = [(each["id"], each["nodes"][0]["html"][:200]) for each in results["violations"]]
    assert found == []
    assert len(results["passes"]) > 10


@pytest.mark.parametrize("name", PAGES)
def test_nothing_leaves_for_another_host(browser: Browser, address: str, name: str) -> None:
    page = browser.new_context(viewport=SIZES["wide"]).new_page()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("websocket", lambda socket: hosts.add(urlsplit(socket.url).netloc))
    page.goto(address + PAGES[name] + WITH_EVERYTHING[name])
    wait_until_drawn(page)
    page.wait_for_timeout(1_000)
    assert hosts - {""} == {urlsplit(address).netloc}
    page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_dollars_are_never_formulas_and_the_page_fits_a_phone(browser: Browser, address: str, name: str) -> None:
    page = opened(browser, address, name, "narrow")
    assert page.locator(".katex").count() == 0
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    page.context.close()
