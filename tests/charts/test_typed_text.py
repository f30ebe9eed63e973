from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts.typed_text import line_count, told_text, typed_text
from tests.charts.plans import HOSTILE, SHOWN_HOSTILE


def test_tags_entities_and_formulas_are_shown_letter_for_letter() -> None:
    assert typed_text(HOSTILE, width=80) == SHOWN_HOSTILE


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_a_typed_word_holds_no_markup_and_reads_as_typed(text: str) -> None:
    shown = typed_text(text)
    assert not set("<>$") & set(shown)
    assert unescape(shown) == text


# 16 characters: "Two paralegals" is 14, with "and" 18; "and one virtual" 15; "assistant (2)" 13.
def test_long_text_is_wrapped_between_words() -> None:
    shown = typed_text("Two paralegals and one virtual assistant (2)", width=16, lines=3)
    assert shown == "Two paralegals<br>and one virtual<br>assistant (2)"
    assert line_count(shown) == 3


def test_what_is_left_over_is_cut_off_visibly() -> None:
    assert (
        typed_text("Two paralegals and one virtual assistant", width=16, lines=2)
        == "Two paralegals<br>and one virtual…"
    )


@pytest.mark.parametrize("lines", [1, 2])
def test_a_word_without_spaces_still_fits(lines: int) -> None:
    shown = typed_text("x" * 40, width=16, lines=lines)
    assert max(map(len, shown.split("<br>"))) <= 16
    assert line_count(shown) == lines


def test_a_description_holds_text_on_one_line() -> None:
    assert told_text(" Plan\n  <A> ") == "Plan <A>"
