from __future__ import annotations

import pytest

from lib.pay import Profile, estimate
from lib.pay.offer import amount_words, annual_amount, judge_offer

NATION = estimate(Profile("paralegal", release="2025-05"))


def test_an_hour_is_a_2080th_of_a_year() -> None:
    assert annual_amount(30, "hour") == 62_400
    assert annual_amount(30, "year") == 30


# Between the median 62,890 and p75 80,080 (z = 0 and 0.6745), on a log scale:
# z = 0.6745 x ln(70,000 / 62,890) / ln(80,080 / 62,890) = 0.6745 x 0.10711 / 0.24165 = 0.2990: 61.75 % earn less.
# 70,000 - 62,890 = 7,110.
def test_an_offer_against_everybody() -> None:
    verdict = judge_offer(NATION, 70_000)
    assert verdict.sentences == (
        "Against everybody: paralegals in the United States, $70,000 a year stands at about the 62nd percentile: "
        "about 62 in 100 earn less. That is $7,110 above their median of $62,890.",
    )
    assert verdict.doubt == ""


@pytest.mark.parametrize(
    ("pay", "place", "distance"),
    [
        (62_890, "at about the 50th percentile", "That is the median of $62,890."),
        (62_890.4, "at about the 50th percentile", "That is the median of $62,890."),
        (50_340, "at about the 25th percentile", "That is $12,550 below their median of $62,890."),
        (44_000, "below the 10th percentile", "That is $18,890 below their median of $62,890."),
        (102_000, "above the 90th percentile", "That is $39,110 above their median of $62,890."),
    ],
)
def test_where_an_offer_stands(pay: float, place: str, distance: str) -> None:
    (sentence,) = judge_offer(NATION, pay).sentences
    assert f"a year stands {place}: " in sentence
    assert sentence.endswith(distance)


def test_stated_facts_come_first_and_everybody_second() -> None:
    found = estimate(Profile("legal_secretary", "36", "2024-05", experience="0-1"))
    like_this, everybody = judge_offer(found, 60_000).sentences
    assert like_this.startswith("Against legal secretaries like this, $60,000 a year stands ")
    assert like_this.endswith(f"their median of ${found.median:,.0f}.")
    assert everybody.startswith("Against everybody: legal secretaries in New York, $60,000 a year stands ")
    # The same place and release, nothing stated: the published median of New York State, May 2024.
    assert everybody.endswith(f"their median of ${found.market.percentiles[2]:,.0f}.")
    assert found.median < found.market.percentiles[2]


# 7.25 x 2,080 = 15,080; 3 x 101,500 = 304,500.
@pytest.mark.parametrize(
    ("pay", "doubt"),
    [
        (30, "$30 a year is less than full-time work at the federal minimum wage ($15,080). Is the amount per hour"),
        (15_079, "$15,079 a year is less than full-time work"),
        (15_080, ""),
        (304_500, ""),
        (304_501, "That is more than three times the 90th percentile. Is the amount right?"),
    ],
)
def test_an_amount_that_looks_like_a_slip_is_asked_about(pay: float, doubt: str) -> None:
    found = judge_offer(NATION, pay).doubt
    assert found.startswith(doubt)
    assert bool(found) == bool(doubt)


def test_doubt_is_measured_by_everybody_not_by_the_profile() -> None:
    senior = estimate(Profile("paralegal", release="2025-05", experience="senior", employer="in_house"))
    assert senior.p90 > 101_500
    assert judge_offer(senior, 304_501).doubt


@pytest.mark.parametrize(
    ("annual", "per", "words"),
    [(62_890, "year", "$62,890 a year"), (62_890, "hour", "$30.24 an hour"), (15_080, "hour", "$7.25 an hour")],
)
def test_an_amount_is_said_in_its_unit(annual: float, per: str, words: str) -> None:
    assert amount_words(annual, per) == words


# BLS's hourly median is 30.24; 30.24 x 2,080 = 62,899.20. 33.65 x 2,080 = 69,992; 69,992 / 2,080 - 30.24 = 3.41.
@pytest.mark.parametrize(
    ("hourly", "distance"),
    [
        (30.24, "That is the median of $30.24."),
        (30.25, "That is $0.01 above their median of $30.24."),
        (33.65, "That is $3.41 above their median of $30.24."),
        (20.00, "That is $10.24 below their median of $30.24."),
    ],
)
def test_an_hourly_offer_is_answered_by_the_hour(hourly: float, distance: str) -> None:
    (sentence,) = judge_offer(NATION, annual_amount(hourly, "hour"), "hour").sentences
    assert sentence.startswith(f"Against everybody: paralegals in the United States, ${hourly:.2f} an hour stands ")
    assert sentence.endswith(distance)


@pytest.mark.parametrize(
    ("pay", "finding"),
    [
        (44_739, "$44,739 a year is low: fewer than 1 in 10 people in this role here earn less"),
        (44_740, "$44,740 a year is on the low side: below the middle half of people in this role here"),
        (50_340, "$50,340 a year is usual: in the lower part of the middle half of people in this role here"),
        (62_890, "$62,890 a year is usual: in the upper part of the middle half of people in this role here"),
        (80_080, "$80,080 a year is on the high side: above the middle half of people in this role here"),
        (101_500, "$101,500 a year is on the high side: above the middle half of people in this role here"),
        (101_501, "$101,501 a year is high: more than 9 in 10 people in this role here earn less"),
    ],
)
def test_the_answer_in_one_sentence(pay: int, finding: str) -> None:
    assert judge_offer(NATION, pay).finding == finding


def test_the_answer_is_about_people_like_this_if_facts_are_stated() -> None:
    starter = estimate(Profile("paralegal", release="2025-05", experience="0-1"))
    assert judge_offer(starter, starter.p75 + 1).finding.endswith(
        "on the high side: above the middle half of people like this"
    )
    assert judge_offer(starter, starter.p10 - 1, "hour").finding.endswith(
        "low: fewer than 1 in 10 people like this earn less"
    )


# Half of 44,740 is 22,370; twice 101,500 is 203,000.
@pytest.mark.parametrize(
    ("pay", "drawable"), [(22_369, False), (22_370, True), (62_890, True), (203_000, True), (203_001, False)]
)
def test_only_an_amount_near_the_ranges_is_drawn_with_them(pay: int, drawable: bool) -> None:
    assert judge_offer(NATION, pay).drawable is drawable


@pytest.mark.parametrize(
    ("hourly", "doubt"),
    [
        (
            7.24,
            "$7.24 an hour is less than full-time work at the federal minimum wage ($7.25). Is it for part-time work?",
        ),
        (7.25, ""),
        (30_000, "That is more than three times the 90th percentile. Is the amount per year?"),
    ],
)
def test_an_hourly_amount_that_looks_like_a_slip_is_asked_about(hourly: float, doubt: str) -> None:
    assert judge_offer(NATION, annual_amount(hourly, "hour"), "hour").doubt == doubt
