from __future__ import annotations

import re

import pytest

from lib.tables import load_sources
from lib.tables.files import DATA
from tests.tables.copies import read_rows

ROOT = DATA.parent
FILES = sorted(path.name for path in DATA.glob("*.csv"))
TABLES = [name for name in FILES if name != "sources.csv" and "source" in read_rows(name)[0]]
# Computed from the other tables, and sentences that name their makers themselves.
WITHOUT_SOURCES = {"accuracy.csv", "claims.csv"}


def named_in(table: str) -> set[str]:
    return {key for row in read_rows(table) for key in row["source"].split()}


def named_on_pages() -> set[str]:
    pages = [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "lib" / "ui").glob("*.py")]
    return {key for page in pages for key in re.findall(r'"([a-z0-9-]+)"', page.read_text(encoding="utf-8"))}


def test_every_table_of_figures_has_sources() -> None:
    assert set(FILES) - {"sources.csv"} - set(TABLES) == WITHOUT_SOURCES
    assert "cost_index.csv" in TABLES


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_a_source_that_is_described(table: str) -> None:
    assert all(row["source"].strip() for row in read_rows(table))
    assert named_in(table) <= load_sources().keys()


def test_every_source_is_used() -> None:
    used = set().union(*map(named_in, TABLES)) | named_on_pages()
    assert load_sources().keys() - used == set()


def test_every_source_says_who_what_when_and_under_which_licence() -> None:
    for key, source in load_sources().items():
        assert source.source == key
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", source.accessed), key
        assert re.fullmatch(r"(https://\S+)?", source.address), key
        assert all((source.publisher, source.title, source.release, source.licence, source.quality)), key


def test_judgement_is_called_judgement() -> None:
    assert load_sources()["judgement"].publisher == "This project"
    assert load_sources()["oews-national"].publisher == "U.S. Bureau of Labor Statistics"
