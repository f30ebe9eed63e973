from __future__ import annotations

import sys
import unicodedata

import pytest

from lib.careers.typed_text import require_text

JOINERS = {"\u200c", "\u200d"}  # they belong to words and signs


def test_format_characters_are_refused() -> None:
    formats = {chr(at) for at in range(sys.maxunicode + 1) if unicodedata.category(chr(at)) == "Cf"}
    # Zero width space, marks of direction, byte order mark, soft hyphen.
    assert {"\u200b", "\u200e", "\u200f", "\u061c", "\ufeff", "\xad", "\u202e"} <= formats
    for char in formats - JOINERS:
        with pytest.raises(ValueError, match=r"The title holds characters that cannot be printed: type it anew\."):
            require_text("title", f"Para{char}legal", 100, lines=True)
    for joiner in JOINERS:
        require_text("title", f"\U0001f469{joiner}\U0001f467", 100, lines=False)


@pytest.mark.parametrize(
    "char", ["\x00", "\x1b", "\r", "\x7f", "\x85", "\u2028", "\u2029", "\ud800", "\ufffe", "\uffff"]
)
def test_what_no_file_can_hold_is_refused(char: str) -> None:
    with pytest.raises(ValueError, match="cannot be printed"):
        require_text("title", f"a{char}b", 100, lines=True)


def test_lines_are_allowed_where_there_can_be_several() -> None:
    require_text("text", "one\r\ntwo\n\tthree", 100, lines=True)
    with pytest.raises(ValueError, match="The text holds characters"):
        require_text("text", "one\ntwo", 100, lines=False)


def test_a_text_has_a_most_length() -> None:
    require_text("text", "x" * 1_000, 1_000, lines=False)
    with pytest.raises(ValueError, match=r"The text must have at most 1,000 characters, not 1,001\."):
        require_text("text", "x" * 1_001, 1_000, lines=False)
