from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.careers.posting import (
    MOST_DUTIES,
    WHERE,
    Posting,
    allowed_duties,
    duties_for,
    posting_parts,
    posting_text,
    range_check,
    usual_range,
)
from lib.careers.posting_law import BENEFITS, DEADLINE, RANGE
from lib.careers.workload import MOST_TASK_HOURS, OfficeWeek, preset_week
from lib.hiring.position import ARRANGEMENTS, VIRTUAL
from lib.pay import Profile, estimate
from lib.tables import central_roles, load_office_tasks, load_wages

PARALEGAL, SECRETARY = central_roles()
TASKS = load_office_tasks()
LAWYER_ONLY = {key for key, task in TASKS.items() if task.lawyer_only}
NEWEST = load_wages().releases[0]
COLUMBUS, MONTANA = "18140", "30"
FULL = Posting(
    PARALEGAL, "Litigation paralegal", "Columbus, OH", "remote", ("legal_research", "docket"), 50_000, 70_000, 0.5,
    "Health insurance\r\n\n  Retirement plan ", date(2027, 1, 15), "Lee & Partners",
)  # fmt: skip
roles = st.sampled_from(central_roles())
weeks = st.dictionaries(st.sampled_from(list(TASKS)), st.floats(0, MOST_TASK_HOURS)).map(
    lambda hours: OfficeWeek(tuple(hours.items()))
)
places = st.sampled_from(sorted(load_wages().areas))
pay = st.floats(1, 1_000_000)


# Half of 50,000 to 70,000 is 25,000 to 35,000; 50,000 / 2,080 = 24.04, 70,000 / 2,080 = 33.65; 0.5 x 2,080 / 52 = 20.
def test_a_full_posting() -> None:
    assert posting_text(FULL) == (
        "Litigation paralegal\n\n"
        "Lee & Partners\n"
        "Columbus, OH, remote, part time: 50% of full time, about 20 hours a week\n\n"
        "What you will do\n"
        "- Research statutes, cases and rules\n"
        "- Track deadlines and court dates\n"
        "A lawyer supervises your work and answers for it. You give no legal advice, set no fees, take on no clients "
        "and do not speak for clients in court.\n\n"
        "What you bring\n"
        "[experience and training you ask for]\n"
        "You need not have done all of this before: tell us what you can do and want to learn.\n\n"
        "Pay\n"
        "$25,000 to $35,000 a year for these hours ($50,000 to $70,000 for full time), which is $24.04 to $33.65 an "
        "hour.\n\n"
        "Benefits\n"
        "Health insurance\n"
        "Retirement plan\n\n"
        "How to apply\n"
        "Apply by January 15, 2027.\n"
        "[how to apply]\n"
        "If you need an accommodation to apply or to do this work, tell us.\n"
    )


def test_an_empty_posting_shows_what_is_to_be_filled_in() -> None:
    text = posting_text(Posting(SECRETARY, " Legal secretary "))
    assert text.startswith("Legal secretary\n\n[place], in the office, full time\n\n")
    assert re.findall(r"\[[^]]+\]", text) == [
        "[place]",
        "[what the person will do]",
        "[experience and training you ask for]",
        "[how to apply]",
    ]
    headings = [part.heading for part in posting_parts(Posting(SECRETARY, "Legal secretary"))]
    assert headings == ["", "What you will do", "What you bring", "How to apply"]


# 52,000 / 2,080 = 25 dollars an hour.
@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (52_000, 62_400, "$52,000 to $62,400 a year, which is $25.00 to $30.00 an hour at 2,080 hours a year."),
        (52_000, 52_000, "$52,000 a year, which is $25.00 an hour at 2,080 hours a year."),
    ],
)
def test_full_time_pay(low: float, high: float, words: str) -> None:
    assert f"\nPay\n{words}\n" in posting_text(Posting(PARALEGAL, "Paralegal", low=low, high=high))


def test_what_is_given() -> None:
    assert FULL.given == {RANGE, BENEFITS, DEADLINE}
    assert replace(FULL, low=None, high=None, deadline=None, benefits=" \n ").given == frozenset()


def test_a_posting_is_for_employees() -> None:
    assert set(WHERE) == set(ARRANGEMENTS) - set(VIRTUAL)
    with pytest.raises(ValueError, match=r"arrangement 'virtual_us' is not known\. Known: in_office, remote\."):
        replace(FULL, arrangement="virtual_us")


BAD: list[tuple[dict[str, Any], str]] = [
    ({"role": "lawyer"}, "role 'lawyer' is not known. Known: paralegal, legal_secretary."),
    ({"title": " "}, "Give the job a title."),
    ({"title": "x" * 101}, "The title must have at most 100 characters, not 101."),
    ({"title": "Para\nlegal"}, "The title holds characters that cannot be printed: type it anew."),
    ({"place": "\x00"}, "The place holds characters that cannot be printed: type it anew."),
    ({"firm": "\u202egnissim"}, "The name of the firm holds characters that cannot be printed: type it anew."),
    ({"title": "Para\u200blegal"}, "The title holds characters that cannot be printed: type it anew."),
    ({"benefits": "a\x1b[31m"}, "The text on benefits holds characters that cannot be printed: type it anew."),
    ({"benefits": "x" * 2_001}, "The text on benefits must have at most 2,000 characters, not 2,001."),
    ({"low": None}, "Give both ends of the pay range, or neither."),
    ({"high": None}, "Give both ends of the pay range, or neither."),
    ({"low": 0}, "Both ends of the pay range must lie between $1 and $1,000,000 a year."),
    ({"high": 1_000_001}, "Both ends of the pay range must lie between $1 and $1,000,000 a year."),
    ({"high": math.nan}, "Both ends of the pay range must lie between $1 and $1,000,000 a year."),
    ({"low": 70_001}, "The low end, $70,001, lies above the high end, $70,000."),
    ({"share": 0.04}, "The share of full time must be 5 % to 100 %, not 4%."),
    ({"share": math.nan}, "The share of full time must be 5 % to 100 %"),
    ({"duties": ("docket", "docket")}, "Name each duty once."),
    ({"duties": ("juggling",)}, "duty 'juggling' is not known. Known: legal_advice, "),
    ({"duties": ("set_fee",)}, "“Set the fee” cannot be posted: Only a lawyer may set what legal work costs a client."),
    (
        {"role": SECRETARY},
        "“Research statutes, cases and rules” cannot be posted: A legal secretary's research can be incomplete",
    ),
]


@pytest.mark.parametrize(("changes", "sentence"), BAD)
def test_what_cannot_be_posted_is_refused_in_words(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        replace(FULL, **changes)


@pytest.mark.parametrize("task", sorted(LAWYER_ONLY))
@pytest.mark.parametrize("role", central_roles())
def test_no_posting_contains_a_task_of_lawyers(role: str, task: str) -> None:
    with pytest.raises(ValueError, match="cannot be posted"):
        Posting(role, "Helper", duties=(task,))


@given(roles, weeks)
def test_duties_are_allowed_and_the_longest_come_first(role: str, week: OfficeWeek) -> None:
    duties = duties_for(role, week)
    assert len(duties) <= MOST_DUTIES
    assert set(duties) <= set(allowed_duties(role))
    assert not set(duties) & LAWYER_ONLY
    assert all(role not in TASKS[key].must_not for key in duties)
    hours = [week.of(key) for key in duties]
    assert hours == sorted(hours, reverse=True)
    assert all(hours)
    assert Posting(role, "Helper", duties=duties).duties == duties


@pytest.mark.parametrize("role", central_roles())
def test_every_task_that_may_be_done_is_offered_once(role: str) -> None:
    allowed = allowed_duties(role)
    assert sorted(allowed) == sorted(key for key, task in TASKS.items() if role not in task.must_not)
    assert len(allowed) == {PARALEGAL: 15 + 10 + 9, SECRETARY: 9 + 10}[role]  # substantive, shared, administrative
    assert Posting(role, "Helper", duties=allowed).duties == allowed


# data/office_hours.csv, litigation_5: drafting pleadings 18 hours a week, research and discovery 14; phones 12.
def test_the_duties_of_an_office() -> None:
    week = preset_week("litigation_5")
    paralegal, secretary = duties_for(PARALEGAL, week), duties_for(SECRETARY, week)
    assert {TASKS[key].kind for key in paralegal} <= {"substantive", "shared"}
    assert {TASKS[key].kind for key in secretary} <= {"administrative", "shared"}
    assert paralegal[:3] == ("draft_pleadings", "legal_research", "draft_discovery")
    assert secretary[0] == "phones"
    assert duties_for(PARALEGAL, OfficeWeek((("copying", 3), ("legal_advice", 9)))) == ()
    tied = OfficeWeek((("travel", 2), ("mail", 2), ("docket", 5)))
    assert duties_for(SECRETARY, tied) == ("docket", "mail", "travel")


# BLS OEWS May 2025, paralegals in the Columbus, OH, metropolitan area: p25 $59,450, p75 $78,200 as published.
def test_the_usual_range_is_the_middle_half_rounded_inward() -> None:
    found, market = usual_range(PARALEGAL, COLUMBUS, "2025-05"), estimate(Profile(PARALEGAL, COLUMBUS, "2025-05"))
    assert (found.low, found.high, found.kind) == (59_500, 78_000, "fact")
    assert market.p25 <= found.low < market.p25 + 500
    assert market.p75 - 500 < found.high <= market.p75
    assert found.origin == (
        "25th to 75th percentile of paralegals in Columbus, OH, rounded inward to $500. BLS OEWS, May 2025, all "
        "industries. BLS publishes all five percentiles for Columbus, OH, May 2025."
    )


def test_whose_figures_they_are_is_said() -> None:
    estimated = usual_range(SECRETARY, MONTANA, "2025-05")
    assert estimated.kind == "estimate"
    assert "No wage of legal secretaries" in estimated.origin
    stated = usual_range(PARALEGAL, COLUMBUS, "2025-05", experience="7-10")
    assert stated.kind == "estimate"
    assert "paralegals like this in Columbus, OH" in stated.origin
    assert "Our pay model for the stated facts (7 to 10 years)." in stated.origin
    assert stated.low > usual_range(PARALEGAL, COLUMBUS, "2025-05").low
    assert range_check(PARALEGAL, COLUMBUS, 60_000, 70_000)[-1].startswith("The percentiles are BLS's;")
    assert range_check(SECRETARY, MONTANA, 40_000, 50_000, "2025-05")[-1].startswith("The percentiles are our estimate")


def test_a_range_too_narrow_to_round_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.careers.posting.ROUNDED_TO", 500_000)
    found, market = usual_range(PARALEGAL, COLUMBUS), estimate(Profile(PARALEGAL, COLUMBUS))
    assert (found.low, found.high) == (market.p25, market.p75)
    assert "rounded" not in found.origin


def remarks(low: float, high: float) -> str:
    """Return what is said of a range of paralegals in Columbus, OH, May 2025, besides where its ends stand."""
    said = range_check(PARALEGAL, COLUMBUS, low, high, "2025-05")
    return " ".join(sentence for sentence in said if not sentence.startswith(("The low end", "The high end")))


# Published percentiles of paralegals there: 47,090 / 59,450 / 60,430 / 78,200 / 98,030 (BLS OEWS May 2025);
# the middle half is 78,200 - 59,450 = 18,750 wide.
def test_where_a_range_stands() -> None:
    market = estimate(Profile(PARALEGAL, COLUMBUS, "2025-05"))
    p10, p25, median, p75, p90 = market.percentiles
    assert market.percentiles == (47_090, 59_450, 60_430, 78_200, 98_030)
    usual = remarks(p25, p75)
    assert usual == "The percentiles are BLS's; shares of people are read between them."
    assert f"It starts below the 25th percentile, ${p25:,.0f}." in remarks(p25 - 1, p75 - 1)
    assert "25th" not in remarks(p25, p75)
    assert f"It starts below the 10th percentile, ${p10:,.0f}." in remarks(p10 - 1, p25)
    assert "10th" not in remarks(p10, p25)
    assert f"lies below the median of paralegals in Columbus, OH, ${median:,.0f}." in remarks(p10, median - 1)
    assert "median" not in remarks(p10, median)
    assert f"It ends above the 90th percentile, ${p90:,.0f}." in remarks(p75, p90 + 1)
    assert "90th" not in remarks(p75, p90)
    assert f"It is ${p75 - p25 + 1:,.0f} wide, wider than the middle half" in remarks(p25, p75 + 1)
    assert "It is one figure, not a range." in remarks(median, median)
    assert range_check(PARALEGAL, COLUMBUS, median, median)[0].startswith(
        f"The figure, ${median:,.0f}, stands at about"
    )


def test_slips_of_the_keyboard_are_asked_about() -> None:
    assert "Is the amount per hour, or for part-time work?" in remarks(30, 60_000)
    assert "Is the amount right?" in remarks(60_000, 900_000)
    assert remarks(30, 30).count("Is the amount per hour") == 1


@pytest.mark.parametrize(("low", "high"), [(0, 5), (5, 4), (math.nan, 5), (5, math.inf)])
def test_an_impossible_range_is_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="end"):
        range_check(PARALEGAL, COLUMBUS, low, high)


@given(roles, places, pay, pay)
def test_any_range_anywhere_gets_sentences(role: str, area: str, one: float, two: float) -> None:
    low, high = min(one, two), max(one, two)
    for sentence in range_check(role, area, low, high):
        assert sentence.endswith((".", "?"))
        assert "nan" not in sentence
    usual = usual_range(role, area)
    assert usual.low <= usual.high
    said = " ".join(range_check(role, area, usual.low, usual.high)[:-1])
    assert "It starts below" not in said
    assert "It ends above" not in said
    assert "wider than" not in said


@given(st.text(), st.text(), st.text())
def test_typed_text_is_refused_or_stands_in_the_posting(title: str, place: str, benefits: str) -> None:
    try:
        posting = Posting(PARALEGAL, title, place, benefits=benefits)
    except ValueError:
        return
    text = posting_text(posting)
    assert text.startswith(f"{title.strip()}\n\n")
    assert not {unicodedata.category(char) for char in text} & {"Cs", "Zl", "Zp"}
    assert {char for char in text if unicodedata.category(char) in ("Cc", "Cf")} <= set("\t\n\u200c\u200d")
    for line in benefits.splitlines():
        assert line.strip() in text
