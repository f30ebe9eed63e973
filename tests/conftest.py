from __future__ import annotations

import pytest
from hypothesis import settings

# Fixed examples: a red run is red again when it is repeated.
settings.register_profile("suite", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-browser", action="store_true", help="leave out the tests that need a Chromium")
