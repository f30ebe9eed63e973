from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from lib.charts.chart import ROLE_COLORS
from lib.export.clean import clean, web_address
from lib.export.memo import LINK_WORDS, Bars
from lib.export.memo_chart import DEEP, SEGMENTS, chart_png, chart_svg, segments
from lib.export.memo_docx import write_docx
from lib.export.memo_html import write_html
from lib.hiring import Plan, Scenarios
from lib.hiring.lines import GROUPS
from tests.export.memos import CLEANED, HOSTILE, LINK, example_memo, full_memo, hostile_memo, memo_of

if TYPE_CHECKING:
    from docx.document import Document as Word

    from lib.export.memo import Memo

MEMOS = {"example": example_memo, "hostile": hostile_memo, "full": full_memo}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "ol", "li", "figure", "figcaption",
    "img", "div", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "a",
}  # fmt: skip


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(data.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for each, attributes in self.tags if each == tag]


def word_of(memo: Memo) -> Word:
    return Document(io.BytesIO(write_docx(memo)))


def words_of(word: Word) -> list[str]:
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in word.paragraphs), *cells]


@pytest.mark.parametrize("name", MEMOS)
def test_every_word_of_the_memo_is_in_both_files(name: str) -> None:
    memo = MEMOS[name]()
    in_word, in_page = words_of(word_of(memo)), Page(write_html(memo)).text
    for section in memo.sections:
        cells = [cell for table in section.tables for row in (table.columns, *table.rows) for cell in row]
        for words in (section.heading, section.answer, *section.paragraphs, *section.points, section.note, *cells):
            assert not words or clean(words) in in_word
            assert clean(words) in in_page
    for source in memo.sources:
        assert source.words in in_page
        assert any(words.startswith(source.words) for words in in_word)


@pytest.mark.parametrize("name", MEMOS)
def test_the_parts_of_the_word_file_are_xml(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(MEMOS[name]()))) as archive:
        assert archive.testzip() is None
        for part in archive.namelist():
            if part.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(part))


def test_the_word_file_has_real_headings_in_order() -> None:
    word = word_of(example_memo())
    found = [(each.style.name, each.text) for each in word.paragraphs if each.style.name.startswith(("Title", "Head"))]
    assert found[0] == ("Title", "Staffing decision memo")
    assert [text for style, text in found if style == "Heading 1"] == [
        *(section.heading for section in example_memo().sections),
        "Sources",
        "Open again",
    ]


def test_every_table_repeats_its_head_and_has_a_name() -> None:
    word = word_of(full_memo())
    assert len(word.tables) == 4
    for table in word.tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_the_elements_of_a_table_stand_where_the_format_wants_them() -> None:
    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblLook", "tblCaption"]
    for table in word_of(example_memo()).tables:
        names = [element.tag.split("}")[1] for element in table._tbl.tblPr]
        assert names == [name for name in order if name in names]


def test_the_picture_in_word_is_described() -> None:
    word, bars = word_of(example_memo()), example_memo().bars
    (picture,) = word.inline_shapes
    assert bars is not None
    assert picture._inline.docPr.get("descr") == bars.alt


def test_the_word_file_is_a_letter_with_page_numbers_and_a_title() -> None:
    word = word_of(example_memo())
    page = word.sections[0]
    assert (page.page_width.inches, page.page_height.inches) == (8.5, 11)
    fields = page.footer.paragraphs[0]._p.findall(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]
    properties = word.core_properties
    assert (properties.title, properties.author, properties.comments) == (
        "Staffing decision memo",
        "Legal support pay",
        "",
    )


def links_of(word: Word) -> dict[str, str]:
    """Words of each link with the address it leads to."""
    found = {}
    for link in word.element.body.iter(qn("w:hyperlink")):
        words = "".join(text.text for text in link.iter(qn("w:t")))
        found[words] = word.part.rels[link.get(qn("r:id"))].target_ref
    return found


def test_web_links_can_be_followed() -> None:
    links = links_of(word_of(example_memo()))
    assert links.pop(LINK_WORDS) == LINK
    assert links
    assert all(words == address for words, address in links.items())
    page = Page(write_html(example_memo()))
    assert LINK in [link["href"] for link in page.of("a")]
    assert LINK in page.text


@pytest.mark.parametrize(
    "link", ["", "staffing_budget?plan=eJw", "javascript:alert(1)", "file:///etc/passwd", "http://[", "//x"]
)
def test_nothing_else_becomes_a_link(link: str) -> None:
    memo = memo_of(Scenarios((Plan("Nobody"),)), link, simulated=False)
    page, word = Page(write_html(memo)), word_of(memo)
    assert page.of("a") == []
    assert links_of(word) == {}
    assert link in page.text
    assert ("Open again" in page.text) == bool(link)
    assert not link or link in words_of(word)


@pytest.mark.parametrize("name", MEMOS)
def test_the_page_holds_our_markup_only(name: str) -> None:
    memo = MEMOS[name]()
    data = write_html(memo)
    page = Page(data)
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert not [key for _, attributes in page.tags for key in attributes if key.startswith("on")]
    assert all((link["href"] or "").startswith(("http://", "https://")) for link in page.of("a"))
    assert all((image["src"] or "").startswith("data:image/svg+xml;base64,") for image in page.of("img"))
    assert "url(" not in data.decode()


def test_hostile_text_is_shown_as_text() -> None:
    page = Page(write_html(hostile_memo()))
    assert CLEANED in page.text
    words = words_of(word_of(hostile_memo()))
    assert CLEANED in words
    assert "=cmd|' /C calc'!A0" in words
    assert not re.search("[\x00-\x08\x0b\ufffe\u202e]", "".join(words) + page.text)


def test_the_page_says_what_it_is_and_lets_nothing_in() -> None:
    page = Page(write_html(example_memo()))
    assert page.of("html") == [{"lang": "en"}]
    assert len(page.of("h1")) == 1
    policy = next(meta["content"] for meta in page.of("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "script" not in policy
    assert len(page.of("caption")) == len(page.of("table")) == 3
    assert {head["scope"] for head in page.of("th")} == {"col", "row"}
    assert page.of("img")[0]["alt"] == example_memo().bars.alt  # type: ignore[union-attr]


BARS = Bars(
    ("$x^2$ and $y$", HOSTILE),
    ({"Pay": 60_000, "Payroll taxes": 5_000, "Hiring": 4_000}, {"Fee": 90_000, "Turnover": 1_000}),
    100_000.0,
    "Cost by category",
    "Words",
)


def test_the_picture_is_drawn_in_both_formats() -> None:
    assert chart_png(BARS).startswith(b"\x89PNG")
    svg = chart_svg(BARS)
    root = ElementTree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert b"<script" not in svg
    assert len(svg) < 100_000


def test_dollar_signs_in_a_name_are_no_formula() -> None:
    broken = Bars(("$\\frac{1$", "$$"), BARS.costs, None, "", "")  # would stop the picture if read as mathematics
    assert chart_png(broken).startswith(b"\x89PNG")


def test_the_segments_hold_every_category_once() -> None:
    assert sorted(name for names in SEGMENTS for name in names) == sorted(GROUPS)
    found = {part.name: part.amounts for part in segments(BARS.costs)}
    assert found == {
        "Pay and fee": [60_000, 90_000],
        "Payroll taxes": [5_000, 0],
        "Hiring and turnover": [4_000, 1_000],
    }
    assert [part.name for part in segments(({"Pay": 1},))] == ["Pay"]
    assert DEEP in ROLE_COLORS.values()
    assert len(set(SEGMENTS.values())) == len(SEGMENTS)


@given(st.text())
def test_cleaned_text_can_be_written_anywhere(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    element = ElementTree.Element("a", {"b": cleaned})
    element.text = cleaned
    assert ElementTree.fromstring(ElementTree.tostring(element)).text == (cleaned or None)
    cleaned.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("a\tb\r\nc", "a b c"), ("\ud800x\ufffe", "x"), ("né – 你好 “A”", "né – 你好 “A”"), ("\u202eabc", "abc")],
)
def test_what_a_document_may_hold_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize("link", ["https://a.example/x?y=1", "http://localhost:8501/staffing_budget?plan=eJw"])
def test_web_addresses_are_known(link: str) -> None:
    assert web_address(link) == link
