from __future__ import annotations

import pytest

from lib.tables import load_sources
from lib.ui.frame import MENU
from tests.pages.app import PAGES, ROOT, open_page, words


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_with_one_title_and_no_exception(name: str) -> None:
    app = open_page(name)
    assert not app.exception
    assert len(app.title) == 1


@pytest.mark.parametrize("name", PAGES)
def test_every_chart_has_a_text_alternative(name: str) -> None:
    charts = open_page(name).get("plotly_chart")
    assert charts
    for chart in charts:
        assert chart.proto.alt.endswith(".")
        assert any(character.isdigit() for character in chart.proto.alt)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_names_its_sources(name: str) -> None:
    captions = [caption.value for caption in open_page(name).caption]
    sources = next(caption for caption in captions if caption.startswith("Sources:"))
    publishers = {source.publisher for source in load_sources().values()}
    assert any(publisher in sources for publisher in publishers)


@pytest.mark.parametrize("name", PAGES)
def test_no_dollar_reaches_markdown_unescaped(name: str) -> None:
    app = open_page(name)
    for element in [*app.header, *app.subheader, *app.markdown, *app.caption, *app.warning]:
        text = str(element.value)
        assert text.count("$") == text.count("\\$"), text


def test_the_menu_holds_every_page() -> None:
    in_menu = {path for pages in MENU.values() for path in pages}
    on_disk = {"app.py", *(f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py"))}
    assert in_menu == on_disk


def test_overview_shows_the_published_medians() -> None:
    # BLS, national_M2025_dl.xlsx and national_M2024_dl.xlsx: 62,890 / 61,010 = 1.0308, 55,570 / 54,140 = 1.0264.
    metrics = {metric.label: (metric.value, metric.delta) for metric in open_page("Overview").metric}
    assert metrics["Paralegals, median a year"] == ("62890", "+3.1% since May 2024")
    assert metrics["Legal secretaries, median a year"] == ("55570", "+2.6% since May 2024")


def test_overview_says_how_the_roles_overlap() -> None:
    assert "A quarter of legal secretaries earn more than $71,970" in words(open_page("Overview"))


def test_overview_compares_with_prices_on_demand() -> None:
    without = open_page("Overview").get("plotly_chart")[1].proto.alt
    with_prices = open_page("Overview", {"prices": "true"}).get("plotly_chart")[1].proto.alt
    assert "prices" not in without
    # 48,810 (paralegals, May 2015) x 321.974 / 237.017 (CPI-U 2025 over 2015) = 66,306
    assert "$66,306" in with_prices
