from __future__ import annotations

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from lib.careers.posting import Posting, posting_parts, posting_text
from lib.export.posting_file import posting_bytes, posting_docx

POSTING = Posting(
    "legal_secretary", "Legal secretary", "Columbus, OH", "in_office", ("phones", "docket"), 45_000, 55_000, 1.0,
    "Health insurance\nPaid leave", date(2027, 1, 15), "Lee & Partners",
)  # fmt: skip
HOSTILE = '<script>alert(1)</script> =HYPERLINK("http://x.y") @SUM(1) ${jndi} & ]]> \uffef 😀'


def paragraphs(posting: Posting) -> list[tuple[str, str]]:
    word = Document(io.BytesIO(posting_docx(posting)))
    return [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs]


def test_the_word_file_holds_the_posting_with_real_headings_and_lists() -> None:
    found = paragraphs(POSTING)
    assert found[0] == ("Title", "Legal secretary")
    assert [text for style, text in found if style == "Heading 1"] == [
        part.heading for part in posting_parts(POSTING) if part.heading
    ]
    assert [text for style, text in found if style == "List Bullet"] == [
        "Answer and place calls, tell clients where things stand",
        "Track deadlines and court dates",
    ]
    lines = [line.removeprefix("- ") for line in posting_text(POSTING).splitlines() if line]
    assert [text for _, text in found] == lines


def test_neither_file_holds_the_check_of_the_law() -> None:
    text = posting_bytes(POSTING).decode() + " ".join(text for _, text in paragraphs(POSTING))
    assert "not legal advice" not in text
    assert "in force" not in text


def test_the_text_file_holds_the_text() -> None:
    assert posting_bytes(POSTING).decode("utf-8") == posting_text(POSTING)


def test_the_properties_name_the_job_and_nobody() -> None:
    properties = Document(io.BytesIO(posting_docx(POSTING))).core_properties
    assert properties.title == "Legal secretary"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")


def test_the_page_is_us_letter_in_one_font() -> None:
    word = Document(io.BytesIO(posting_docx(POSTING)))
    page = word.sections[0]
    assert (page.page_width.inches, page.page_height.inches) == (8.5, 11)
    assert {word.styles[name].font.name for name in ("Normal", "Title", "Heading 1", "List Bullet")} == {"Arial"}


def test_hostile_text_stays_text() -> None:
    posting = Posting("paralegal", HOSTILE, HOSTILE, benefits=f"{HOSTILE}\n=1+1", firm=HOSTILE)
    data = posting_docx(posting)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for part in archive.namelist():
            if part.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(part))
        names = archive.namelist()
        links = [name for name in names if name.endswith(".rels") and b"x.y" in archive.read(name)]
    assert not links
    found = [text for _, text in paragraphs(posting)]
    assert found[0] == HOSTILE
    assert "=1+1" in found
    assert HOSTILE in posting_bytes(posting).decode()


@given(st.text(min_size=1, max_size=60), st.text(max_size=200))
def test_whatever_a_posting_takes_can_be_written(title: str, benefits: str) -> None:
    try:
        posting = Posting("paralegal", title, benefits=benefits)
    except ValueError:
        return
    assert paragraphs(posting)[0][0] == "Title"
    assert posting_bytes(posting).endswith(b"\n")
