from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.pay import fallback, market
from lib.tables import load_wages
from tests.tables.copies import write_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.tables.copies import Rows

CACHED = (fallback.state_codes, fallback.leave_one_out, fallback.usual_error, market.find_market)


@pytest.fixture
def use_wages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Rows], None]]:
    """Let the model read other wage rows for the rest of the test."""

    def forget() -> None:
        for function in CACHED:
            function.cache_clear()

    def use(rows: Rows) -> None:
        table = load_wages(write_rows(rows, "bls_wages.csv", tmp_path))
        for module in (fallback, market):
            monkeypatch.setattr(module, "load_wages", lambda: table)
        forget()

    yield use
    forget()
