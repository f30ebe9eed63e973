"""The decision memo in a browser: accessible, quiet, and short when printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from lib.export.memo_html import write_html
from tests.browser.test_quality import RULES, SIZES
from tests.export.memos import example_memo, full_memo, hostile_memo

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

MEMOS = {"example": example_memo, "hostile": hostile_memo, "full": full_memo}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", MEMOS)
def test_the_memo_is_accessible_and_asks_for_nothing(browser: Browser, tmp_path: Path, name: str, size: str) -> None:
    file = tmp_path / "memo.html"
    file.write_bytes(write_html(MEMOS[name]()))
    page = browser.new_context(viewport=SIZES[size]).new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(file.as_uri())
    assert page.evaluate("() => [...document.images].every(image => image.naturalWidth > 0)")
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    assert [url for url in asked if not url.startswith("data:image/svg+xml")] == [file.as_uri()]
    assert said == []
    results = Axe().run(page, options=RULES).response
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in results["violations"]] == []
    assert len(results["passes"]) > 10
    page.context.close()


def test_the_memo_of_the_example_prints_on_three_pages(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "memo.html"
    file.write_bytes(write_html(example_memo()))
    page = browser.new_page()
    page.goto(file.as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 3
    page.close()
