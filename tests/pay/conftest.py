from __future__ import annotations

import sys
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from lib.tables import load_wages
from tests.tables.copies import write_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType

    from tests.tables.copies import Rows


def pay_modules() -> list[ModuleType]:
    return [module for name, module in sorted(sys.modules.items()) if name.startswith("lib.pay.")]


def forget() -> None:
    """Empty every cache of the pay model, so that nothing computed from other data is remembered."""
    for module in pay_modules():
        for function in vars(module).values():
            if getattr(function, "__module__", "").startswith("lib.pay.") and hasattr(function, "cache_clear"):
                function.cache_clear()


@pytest.fixture
def use_instead(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, Any], None]]:
    """Let the model read another table for the rest of the test, from the loader of this name."""

    def use(loader: str, table: Any) -> None:
        for module in pay_modules():
            if hasattr(module, loader):
                monkeypatch.setattr(module, loader, lambda: table)
        forget()

    yield use
    forget()


@pytest.fixture
def use_wages(tmp_path: Path, use_instead: Callable[[str, Any], None]) -> Callable[[Rows], None]:
    """Let the model read other wage rows for the rest of the test."""
    folders = (tmp_path / str(number) for number in count())

    def use(rows: Rows) -> None:
        folder = next(folders)  # a new one each time: tables are remembered by their folder
        folder.mkdir()
        use_instead("load_wages", load_wages(write_rows(rows, "bls_wages.csv", folder)))

    return use
