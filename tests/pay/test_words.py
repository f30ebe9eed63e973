from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.pay.words import dollars, ordinal, percentile_words, share_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (62_890, "$62,890"),
        (62_890.4, "$62,890"),
        (62_890.6, "$62,891"),
        (999.5, "$1,000"),
        (0, "$0"),
        (-2_500, "-$2,500"),
        (-0.4, "$0"),
        (-0.6, "-$1"),
        (1_234_567.89, "$1,234,568"),
    ],
)
def test_dollars(amount: float, words: str) -> None:
    assert dollars(amount) == words


# 62,890 / 2,080 = 30.2356 dollars an hour.
@pytest.mark.parametrize(
    ("amount", "words"),
    [(62_890 / 2080, "$30.24"), (30, "$30.00"), (0.004, "$0.00"), (-0.004, "$0.00"), (-7.25, "-$7.25")],
)
def test_dollars_and_cents(amount: float, words: str) -> None:
    assert dollars(amount, cents=True) == words


@given(st.integers(0, 10_000_000))
def test_whole_dollars_come_back(amount: int) -> None:
    assert int(dollars(amount).replace("$", "").replace(",", "")) == amount


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (9, "9th"), (10, "10th"), (11, "11th"), (12, "12th"),
        (13, "13th"), (20, "20th"), (21, "21st"), (22, "22nd"), (33, "33rd"), (50, "50th"), (62, "62nd"), (90, "90th"),
        (100, "100th"), (101, "101st"), (111, "111th"), (112, "112th"), (113, "113th"), (121, "121st"),
    ],
)  # fmt: skip
def test_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("percentile", "words"),
    [
        (0, "below the 10th percentile: fewer than 1 in 10 earn less"),
        (9.99, "below the 10th percentile: fewer than 1 in 10 earn less"),
        (10, "at about the 10th percentile: about 10 in 100 earn less"),
        (21.4, "at about the 21st percentile: about 21 in 100 earn less"),
        (61.7, "at about the 62nd percentile: about 62 in 100 earn less"),
        (90, "at about the 90th percentile: about 90 in 100 earn less"),
        (90.01, "above the 90th percentile: more than 9 in 10 earn less"),
        (100, "above the 90th percentile: more than 9 in 10 earn less"),
    ],
)
def test_percentile_words(percentile: float, words: str) -> None:
    assert percentile_words(percentile) == words


@given(st.floats(0, 100))
def test_no_percentile_outside_the_published_ones_is_named(percentile: float) -> None:
    assert not {"0th", "5th", "95th", "99th", "100th"} & set(percentile_words(percentile).replace(":", " ").split())


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "fewer than 1 in 10"),
        (0.099, "fewer than 1 in 10"),
        (0.1, "about 10 in 100"),
        (0.3734, "about 37 in 100"),
        (0.9, "about 90 in 100"),
        (0.901, "more than 9 in 10"),
        (1, "more than 9 in 10"),
    ],
)
def test_share_words(share: float, words: str) -> None:
    assert share_words(share) == words
