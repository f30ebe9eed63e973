from __future__ import annotations

from dataclasses import replace

import pytest

from lib.careers.misallocation import Doers, Today, misallocation
from lib.careers.recommend import recommend
from lib.careers.workload import OfficeWeek, preset_week
from tests.careers.offices import week
from tests.hiring.mixes import TEXAS

SOLO = preset_week("solo")


# Lawyers, $100 an hour: 8 + 3.5 + 4.5 = 16 hours x 5,200 = 83,200. After: half a legal secretary, 28,969.205, and the
# 3.5 hours of legal work the lawyer keeps, 18,200: 47,169.205. 83,200 - 47,169.205 = 36,030.795.
def test_the_solo_lawyer_who_does_it_all() -> None:
    found = misallocation(SOLO, recommend(SOLO, TEXAS, 100), TEXAS, lawyer_hour=100)
    assert [(line.item, line.hours, line.amount) for line in found.today.lines] == [
        ("Lawyers: office work", 8, 41_600),
        ("Lawyers: legal work", 3.5, 18_200),
        ("Lawyers: work either role may do", 4.5, pytest.approx(23_400)),
    ]
    assert [(line.item, line.amount) for line in found.after.lines] == [
        ("Half a legal secretary, in the office", pytest.approx(28_969.205)),
        ("Lawyers: legal work", 18_200),
    ]
    assert found.today.lines[0].note == "8.0 hours x $100.00 x 52 weeks"
    assert found.after.lines[0].note == "Full yearly cost, for 18.4 hours a week"
    assert (found.today.total, found.after.total) == (pytest.approx(83_200), pytest.approx(47_169.205))
    assert found.amount == pytest.approx(36_030.795)
    assert found.wrong == ()
    assert found.sentence == (
        "The work costs $83,200 a year today, $47,169 with the recommended positions: that the wrong people do it "
        "costs $36,031 a year."
    )


def test_a_lawyer_hour_that_is_not_stated_is_not_counted() -> None:
    found = misallocation(SOLO, recommend(SOLO, TEXAS), TEXAS)
    assert (found.amount, found.today.total, found.today.uncounted_hours) == (None, 0, 16)
    assert {line.note for line in found.today.lines} == {"Not counted: the cost of a lawyer's hour is not stated"}
    assert found.after.total == pytest.approx(28_969.205)
    assert found.sentence == (
        "What giving the work to the wrong people costs cannot be said: 16.0 hours a week are lawyers', and what a "
        "lawyer's hour costs is not stated."
    )


# An hour costs the full yearly cost over the hours worked. 20 hours of office work by a paralegal:
# 20 x 52 x 71,318.715 / 1,876 = 39,537.03; 10 of 20 hours of legal work by a legal secretary:
# 10 x 52 x 53,696.41 / 1,915 = 14,580.75, the other 10 not done.
# After: half a paralegal (18.04 of 20 hours) and half a legal secretary (18.41 of 20), 37,780.3575 + 28,969.205, and
# lawyers keep 20 - 18.038 + 20 - 18.413 = 3.548 hours x 50 x 52 = 9,225: 75,974.56. 75,975 - 54,118 = 21,857.
def test_the_wrong_role_and_work_nobody_does() -> None:
    today = Today(Doers(lawyers=0, paralegal=1), Doers(lawyers=0, legal_secretary=0.5), Doers(0))
    asked = week(20, 20, 0)
    found = misallocation(asked, recommend(asked, TEXAS, 50), TEXAS, today, lawyer_hour=50)
    assert [(line.item, line.hours) for line in found.today.lines] == [
        ("Paralegals: office work", 20),
        ("Legal secretaries: legal work", 10),
    ]
    assert [line.amount for line in found.today.lines] == pytest.approx([39_537.03, 14_580.75], abs=0.01)
    assert found.amount is not None
    assert found.amount < 0
    assert found.wrong == (
        "Legal secretaries do 10.0 hours of legal work a week, which by our task list is not theirs to do.",
        "Paralegals do 20.0 hours of office work a week, which keeps them from legal work.",
        "10.0 hours a week of legal work are not done at all: today they cost nothing.",
    )
    assert found.sentence == (
        "The work costs $54,118 a year today, $75,975 with the recommended positions: $21,857 more, for 10.0 hours a "
        "week more that are not done today."
    )
    assert found.today.by_who == pytest.approx({"paralegal": 39_537.03, "legal_secretary": 14_580.75}, abs=0.01)
    assert sum(found.after.by_who.values()) == pytest.approx(found.after.total)


# 5 hours at $20 are 5 x 20 x 52 = 5,200 a year; half a legal secretary in their place, 28,969.205.
def test_work_that_is_cheap_as_it_is() -> None:
    asked, rules = week(5), replace(TEXAS, least=(("legal_secretary", 0.5),))
    found = misallocation(asked, recommend(asked, rules, 20), rules, lawyer_hour=20)
    assert found.sentence == (
        "The work costs $5,200 a year today, $28,969 with the recommended positions: as it is done today it costs "
        "$23,769 less."
    )


def test_hours_kept_by_lawyers_cannot_be_counted_either() -> None:
    today = Today(Doers(0, legal_secretary=1), Doers(0, paralegal=1), Doers(0))
    asked = week(36, 5, 0)
    found = misallocation(asked, recommend(asked, TEXAS), TEXAS, today)
    assert found.today.uncounted_hours == 0
    assert (found.after.uncounted_hours, found.amount) == (5, None)
    assert "5.0 hours a week are lawyers'" in found.sentence


def test_what_needs_a_lawyer_counts_nowhere() -> None:
    asked = OfficeWeek((("court_appearance", 50),))
    found = misallocation(asked, recommend(asked, TEXAS), TEXAS)
    assert (found.today.lines, found.after.lines, found.amount) == ((), (), 0)


@pytest.mark.parametrize("shares", [(-0.1, 0, 0), (0.5, 0.5, 0.1), (1.1, 0, 0), (float("nan"), 0, 0)])
def test_wrong_shares_are_refused_in_words(shares: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match=r"Who does the work today: type 0% to 100% for each, and no more than 100%"):
        Doers(*shares)


def test_shares_that_are_the_whole_but_for_rounding() -> None:
    assert 0.33 + 0.56 + 0.11 > 1
    assert Doers(0.33, 0.56, 0.11).lawyers == 0.33


def test_a_wrong_lawyer_hour_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match=r"A lawyer's hour: type more than \$0 and up to \$2,000, not 0\."):
        misallocation(SOLO, recommend(SOLO, TEXAS), TEXAS, lawyer_hour=0)
