"""A job posting as a Word file and as a text file: the posting alone, since it is handed on as it is.

What the laws ask of it is for the firm's eyes and stays out of both.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from lib.careers.posting import posting_parts, posting_text
from lib.export.clean import clean
from lib.export.memo_docx import FONT, INK, MARGIN

if TYPE_CHECKING:
    from docx.document import Document as Word

    from lib.careers.posting import Posting

SIZES: Final = {"Normal": 11.0, "Title": 22.0, "Heading 1": 14.0, "List Bullet": 11.0}  # points


def posting_bytes(posting: Posting) -> bytes:
    """Return a posting as a text file in UTF-8."""
    lines = posting_text(posting).split("\n")
    return "\n".join(clean(line) for line in lines).encode("utf-8")


def posting_docx(posting: Posting) -> bytes:
    """Return a posting as a Word file with real headings and lists."""
    from docx import Document

    word = Document()
    _set_up(word, posting)
    word.add_paragraph(clean(posting.title), "Title")
    for part in posting_parts(posting):
        if part.heading:
            word.add_heading(part.heading, level=1)
        for point in part.points:
            word.add_paragraph(clean(point), "List Bullet")
        for line in part.lines:
            word.add_paragraph(clean(line))
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _set_up(word: Word, posting: Posting) -> None:
    """Set the page, the letters and the properties, which name nobody."""
    from docx.shared import Inches

    page = word.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(MARGIN)
    for name, size in SIZES.items():
        _set_style(word.styles[name], size)
    properties = word.core_properties
    properties.title, properties.language = clean(posting.title), "en-US"
    properties.author = properties.last_modified_by = properties.comments = ""


def _set_style(style: Any, size: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor.from_string(INK)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme's font would win
        fonts.attrib.pop(qn(f"w:{kind}"), None)
