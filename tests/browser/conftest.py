"""Browser tests need a Chromium; without one they are skipped with one line that says how to get it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from scripts.browser import CHROMIUM, chromium, server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

HERE = Path(__file__).parent
PATIENCE = 20_000  # milliseconds; two browsers and their servers may share two slow processors
HOW_TO_INSTALL = f"no Chromium at {CHROMIUM}: apt-get install chromium, or set CHROMIUM_PATH to the one you have"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = not Path(CHROMIUM).exists()
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            if missing:
                item.add_marker(pytest.mark.skip(reason=HOW_TO_INSTALL))


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with server() as (url, _):
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with chromium() as running:
        yield running
