"""Each page is complete when it is the very first request after the server starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.ui.frame import MENU, PRODUCT
from scripts.browser import PAGES, server, wait_until_drawn

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TITLES = {
    "overview": "What legal support staff earn",
    "explore_pay": "Explore pay",
    "compare_places": "Compare places",
    "compare_roles": "Compare roles",
    "check_a_claim": "Check a claim",
    "which_role_do_we_need": "Which role do we need?",
    "staffing_budget": "Staffing budget",
    "which_role_fits_me": "Which role fits me?",
    "career_paths": "Career paths",
    "data_and_methods": "Data and methods",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_complete_as_the_first_request(browser: Browser, name: str) -> None:
    with server() as (address, _):
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.goto(address + PAGES[name])
        wait_until_drawn(page)
        assert page.title() == f"{TITLES[name]} · {PRODUCT}"
        assert page.locator("h1").all_inner_texts() == [TITLES[name]]
        menu = page.locator('[data-testid="stSidebar"] a').all_inner_texts()
        assert menu == [label for pages in MENU.values() for label in pages.values()]
        assert page.get_by_test_id("stCaptionContainer").filter(has_text="Sources: U.S.").count() == 1
        assert page.locator('[data-testid="stPlotlyChart"]').count() >= 1
        page.context.close()
