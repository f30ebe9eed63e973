"""The sheet of a workbook that names where its figures come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.export.assumptions import assumptions
from lib.tables import load_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lib.export.workbook_assumptions import AssumptionCells
    from lib.export.workbook_book import Book
    from lib.hiring.plan import Plan

HEAD: Final = {
    "Publisher": 44, "Title": 70, "Release": 40, "Address": 70, "Read on": 12, "Licence": 40, "Quality": 24, "Note": 70
}  # fmt: skip


def write_sources(book: Book, plans: Iterable[Plan], assumed: Iterable[AssumptionCells], link: str) -> None:
    """Add the sheet with every source that a figure of the workbook names."""
    page = book.page("Sources")
    page.widths(*HEAD.values())
    page.text(0, 0, "Sources", "title")
    page.text(1, 0, f"The plan in the dashboard: {link}" if link else "Written by the dashboard.")
    page.texts(3, tuple(HEAD), "head")
    page.frozen(4, 0)
    pay = {key for each in assumptions(plans) for key in each.sources}
    used = pay.union(*(cells.sources for cells in assumed))
    named = [source for key, source in load_sources().items() if key in used]
    page.printed(3 + len(named), list(HEAD).index("Address"))
    for row, source in enumerate(named, start=4):
        words = (source.publisher, source.title, source.release, source.address)
        page.texts(row, (*words, source.accessed, source.licence, source.quality, source.note))
