from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from scripts.browser import CHROMIUM
from tests.browser.conftest import HOW_TO_INSTALL

# Fixed examples: a red run is red again when it is repeated.
settings.register_profile("suite", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("suite")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if terminalreporter.stats.get("skipped") and not Path(CHROMIUM).exists():
        terminalreporter.write_line(f"Browser tests skipped: {HOW_TO_INSTALL}")
