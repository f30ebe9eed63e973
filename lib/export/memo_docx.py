"""The decision memo as a Word file: US Letter, real headings, repeated table heads, a described picture."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from lib.export.clean import clean, web_address
from lib.export.memo import LINK_HEADING, LINK_WORDS, MOST_TOGETHER, PRODUCT, TITLE, shown_link
from lib.export.memo_chart import WIDTH, chart_png

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table as WordTable
    from docx.table import _Cell as Cell
    from docx.text.paragraph import Paragraph

    from lib.export.memo import Bars, Memo, Section
    from lib.export.memo_table import Table

FONT: Final = "Arial"
INK: Final = "1A1A1A"
RULE: Final = "8C8C8C"
LINK_COLOR: Final = "0B5C8F"
SIZES: Final = {
    "Normal": 10.0,
    "Title": 20.0,
    "Heading 1": 13.0,
    "Caption": 9.0,
    "List Bullet": 10.0,
    "List Number": 8.0,
}  # points
SMALL: Final = 8.0  # points, in tables and sources
MARGIN, MARGIN_ABOVE = 0.9, 0.75  # inches, left and right, above and below


def write_docx(memo: Memo) -> bytes:
    """Return the memo as a Word file."""
    from docx import Document

    word = Document()
    _set_page(word)
    _set_styles(word)
    _set_properties(word, memo)
    _add(word, TITLE, "Title")
    _add(word, memo.day)
    for section in memo.sections:
        _add_section(word, section)
    _add_sources(word, memo)
    _add_link(word, memo.link)
    _add_page_numbers(word)
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _set_page(word: Word) -> None:
    from docx.shared import Inches

    page = word.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin = page.right_margin = Inches(MARGIN)
    page.top_margin = page.bottom_margin = Inches(MARGIN_ABOVE)


def _set_styles(word: Word) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size in SIZES.items():
        style: Any = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor.from_string(INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme's font would win
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        space = {"Heading 1": (9, 3), "Title": (0, 2), "Caption": (5, 2), "List Number": (0, 1)}.get(name, (0, 3))
        style.paragraph_format.space_before, style.paragraph_format.space_after = map(Pt, space)
    word.styles["Caption"].paragraph_format.keep_with_next = True


def _set_properties(word: Word, memo: Memo) -> None:
    properties = word.core_properties
    properties.title, properties.author = TITLE, PRODUCT
    properties.subject = clean(memo.question)
    properties.comments, properties.last_modified_by, properties.language = "", PRODUCT, "en-US"


def _add_section(word: Word, section: Section) -> None:
    from docx.shared import Pt

    word.add_heading(section.heading, level=1)
    if section.answer:
        _add(word, section.answer).runs[0].bold = True
    for paragraph in section.paragraphs:
        _add(word, paragraph)
    for point in section.points:
        _add(word, point, "List Bullet")
    if section.bars:
        _add_picture(word, section.bars)
    for table in section.tables:
        _add_table(word, table)
    if section.note:
        note = _add(word, section.note)
        note.paragraph_format.space_before = Pt(4)
        _shrink(note)


def _add(word: Word, words: str, style: str = "Normal") -> Paragraph:
    return word.add_paragraph(clean(words), style)


def _shrink(paragraph: Paragraph) -> None:
    from docx.shared import Pt

    for run in paragraph.runs:
        run.font.size = Pt(SMALL)


def _add_picture(word: Word, bars: Bars) -> None:
    from docx.shared import Inches

    _add(word, bars.caption, "Caption")
    picture = word.add_picture(BytesIO(chart_png(bars)), width=Inches(WIDTH))
    picture._inline.docPr.set("descr", clean(bars.alt))


def _add_table(word: Word, table: Table) -> None:
    from docx.shared import Inches

    _add(word, table.caption, "Caption")
    grid = word.add_table(len(table.rows) + 1, len(table.columns))
    grid.autofit = False
    _set_frame(grid, table.caption)
    unit = WIDTH / sum(table.widths)
    widths = [Inches(unit * width) for width in table.widths]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    for at, (row, cells) in enumerate(zip(grid.rows, (table.columns, *table.rows), strict=True)):
        _set_row(row, head=at == 0)
        for number, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = widths[number]
            paragraph = _fill(cell, words, bold=at == 0 or at - 1 in table.strong, right=number in table.numbers)
            paragraph.paragraph_format.keep_with_next = at < len(table.rows) <= MOST_TOGETHER


def _fill(cell: Cell, words: str, *, bold: bool, right: bool) -> Paragraph:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph: Paragraph = cell.paragraphs[0]
    run = paragraph.add_run(clean(words))
    run.bold, run.font.size = bold, Pt(SMALL)
    paragraph.paragraph_format.space_after = Pt(1)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def _set_row(row: Any, *, head: bool) -> None:
    """Keep a row on one page, and repeat the first on every page."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _set_frame(grid: WordTable, caption: str) -> None:
    """Draw a thin line under every row, mark the first row as heads, and name the table for readers who listen."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = grid._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "4", "space": "0", "color": RULE}.items():
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.find(qn("w:tblLayout")).addprevious(borders)  # where the format wants it
    properties.find(qn("w:tblLook")).set(qn("w:firstColumn"), "0")
    title = OxmlElement("w:tblCaption")
    title.set(qn("w:val"), clean(caption))
    properties.append(title)


def _add_sources(word: Word, memo: Memo) -> None:
    if not memo.sources:
        return
    word.add_heading("Sources", level=1)
    for source in memo.sources:
        paragraph = _add(word, source.words, "List Number")
        paragraph.add_run(" ")
        _add_address(paragraph, source.address, source.address)
        _shrink(paragraph)


def _add_link(word: Word, link: str) -> None:
    if not link:
        return
    word.add_heading(LINK_HEADING, level=1)
    if web_address(link):
        _add_address(_add(word, ""), link, LINK_WORDS)
    _shrink(_add(word, shown_link(link)))


def _add_address(paragraph: Paragraph, address: str, words: str) -> None:
    """Append an address: one that can be followed if it leads to a web page, else text."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    run = paragraph.add_run(clean(words))
    if not web_address(address):
        return
    run.font.underline, run.font.color.rgb = True, RGBColor.from_string(LINK_COLOR)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(clean(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run._r.addprevious(link)
    link.append(run._r)


def _add_page_numbers(word: Word) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = word.sections[0].footer.paragraphs[0]
    for words, code in ((f"{PRODUCT} · page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        number = paragraph.add_run("1")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        number._r.addprevious(field)
        _shrink(paragraph)
        field.append(number._r)
