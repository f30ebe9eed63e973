from __future__ import annotations

from lib.pay import estimate
from lib.pay.words import dollars
from lib.tables import load_factor_rows, load_sources
from lib.ui.methods import EXAMPLE
from tests.pages.app import open_page, words

PAGE = "Data and methods"


def cells() -> str:
    app = open_page(PAGE)
    return "\n".join(table.value.to_string() for table in app.table).replace("\\", "")


def test_every_factor_level_stands_on_the_page() -> None:
    shown = cells()
    for label in load_factor_rows().query("role == 'paralegal'")["label"]:
        assert label in shown, label


def test_every_source_stands_on_the_page() -> None:
    shown = cells()
    for source in load_sources().values():
        assert source.title in shown, source.source


def test_the_worked_example_is_computed() -> None:
    found = estimate(EXAMPLE)
    text = words(open_page(PAGE))
    assert f"from {dollars(found.market.percentiles[2])} to {dollars(found.median)}" in text


def test_both_files_can_be_downloaded() -> None:
    labels = [button.label for button in open_page(PAGE).get("download_button")]
    assert labels == ["Download bls_wages.csv", "Download factors.csv"]
