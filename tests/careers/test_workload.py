from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.careers.workload import (
    MOST_LEVEL,
    MOST_TASK_HOURS,
    OfficeWeek,
    pain_week,
    pains,
    preset_week,
    presets,
    undone_hours,
)
from lib.hiring import Workload
from lib.tables import load_office_tasks

TASKS = list(load_office_tasks())
weeks = st.dictionaries(st.sampled_from(TASKS), st.floats(0, MOST_TASK_HOURS)).map(
    lambda hours: OfficeWeek(tuple(hours.items()))
)


# Substantive: research 6. Shared: docket 2. Administrative: phones 3, copying 1. Advice, 4, is for lawyers only.
# From elsewhere: research, docket and phones, 6 + 2 + 3 = 11; exhibits 5 partly; copying 1 not.
def test_a_week_by_hand() -> None:
    week = OfficeWeek((("phones", 3), ("legal_research", 6), ("docket", 2), ("copying", 1), ("legal_advice", 4)))
    assert week.workload == Workload(administrative=4, substantive=6, shareable=2)
    assert (week.total, week.lawyer_hours, week.of("docket"), week.of("travel")) == (16, 4, 2, 0)
    assert [task.task for task in week.tasks] == ["legal_advice", "legal_research", "docket", "phones", "copying"]
    assert (week.reach.anywhere, week.reach.partly, week.reach.on_site) == (11, 0, 1)
    with_exhibits = OfficeWeek((*week.hours, ("trial_materials", 5)))
    assert (with_exhibits.reach.anywhere, with_exhibits.reach.partly, with_exhibits.reach.on_site) == (11, 5, 1)


def test_what_only_a_lawyer_may_do_is_left_out_and_named() -> None:
    week = OfficeWeek((("legal_advice", 4), ("set_fee", 0), ("sign_off", 1.5), ("docket", 2)))
    assert [task.task for task in week.for_lawyers] == ["legal_advice", "sign_off"]
    assert week.left_out == (
        "Left out, because only a lawyer may do it: “Tell a client what the law means for them” and "
        "“Check delegated work and answer for it”, 5.5 hours a week."
    )
    assert OfficeWeek((("set_fee", 1),)).left_out.endswith("“Set the fee”, 1 hour a week.")
    assert OfficeWeek((("docket", 2), ("set_fee", 0))).left_out == ""


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [
        ((("docket", -1),), "Track deadlines and court dates: type 0 to 250 hours a week, not -1."),
        ((("docket", 251),), "Track deadlines and court dates: type 0 to 250 hours a week, not 251."),
        ((("docket", math.nan),), "Track deadlines and court dates: type 0 to 250 hours a week, not nan."),
        ((("docket", 1), ("docket", 1)), "Give each task its hours once."),
        ((("juggling", 1),), "The task 'juggling' is not known. Known: legal_advice, take_client, set_fee, "),
    ],
)
def test_a_wrong_week_is_refused_in_words(hours: tuple[tuple[str, float], ...], sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        OfficeWeek(hours)


def test_the_fullest_week_still_is_a_workload() -> None:
    week = OfficeWeek(tuple((task, MOST_TASK_HOURS) for task in TASKS))
    assert week.workload == Workload(administrative=9 * 250, substantive=15 * 250, shareable=10 * 250)
    assert week.lawyer_hours == 6 * 250


@given(weeks)
def test_no_hour_is_lost_and_none_counts_twice(week: OfficeWeek) -> None:
    assert week.workload.total + week.lawyer_hours == pytest.approx(week.total)
    reach = week.reach
    assert reach.anywhere + reach.partly + reach.on_site == pytest.approx(week.workload.total)


# The hours of data/office_hours.csv by kind:
#   solo           1.5 + 1 + 0.5 + 0.5 substantive; 6 shared tasks of 4.5; 7 administrative tasks of 8
#   5 lawyers      86 substantive = 17.2 a lawyer; 36 shared, 44 administrative: 80 = 16 a lawyer
#   12 lawyers     144 substantive = 12 a lawyer; 72 shared, 78 administrative: 150 = 12.5 a lawyer
#   corporate      35 substantive, 14 shared, 11 administrative
@pytest.mark.parametrize(
    ("preset", "workload", "lawyers_only"),
    [
        ("solo", Workload(8, 3.5, 4.5), 1),
        ("litigation_5", Workload(44, 86, 36), 5),
        ("mixed_12", Workload(78, 144, 72), 10),
        ("corporate", Workload(11, 35, 14), 4),
    ],
)
def test_the_weeks_of_the_presets(preset: str, workload: Workload, lawyers_only: float) -> None:
    week = preset_week(preset)
    assert (week.workload, week.lawyer_hours) == (workload, lawyers_only)
    assert dict(week.hours) == dict(presets()[preset].hours)


def test_what_the_presets_say_of_themselves_is_so() -> None:
    solo, firm, mixed = (preset_week(name).workload for name in ("solo", "litigation_5", "mixed_12"))
    assert (solo.administrative + solo.shareable) / 5 == 2.5  # "two and a half hours a day"
    assert solo.substantive / 5 < 1  # "less than one"
    assert round(firm.substantive / 5) == 17
    assert round((firm.administrative + firm.shareable) / 5) == 16
    assert round(mixed.substantive / 12) == round((mixed.administrative + mixed.shareable) / 12) == 12


# Per step: deadlines slip docket 2, e-filing 1, hearings 1; appointments collide calendars 3, hearings 1.
def test_complaints_fill_in_the_hours() -> None:
    week = pain_week({"deadlines_slip": 2, "calendar_chaos": 1, "research_late": 0})
    assert dict(week.hours) == {"docket": 4, "e_filing": 2, "schedule_hearings": 3, "calendars": 3}
    on_top = pain_week({"deadlines_slip": 1}, preset_week("solo"))
    assert (on_top.of("docket"), on_top.of("phones")) == (1 + 2, 2.5)
    assert pain_week({}) == OfficeWeek()
    full = OfficeWeek((("docket", 249.5),))
    assert pain_week({"deadlines_slip": 1}, full).of("docket") == MOST_TASK_HOURS


@pytest.mark.parametrize("pain", pains())
def test_each_step_of_a_complaint_adds_the_hours_it_says(pain: str) -> None:
    added = pain_week({pain: 1}).total
    said = pains()[pain].why
    hours = {"about half a day": (4, 4), "about an hour a day": (5, 5), "most of a day": (5.5, 6.5)}
    low, high = next(span for words, span in hours.items() if words in said)
    assert low <= added <= high
    assert pain_week({pain: MOST_LEVEL}).total == MOST_LEVEL * added


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [
        ({"deadlines_slip": 5}, "Court deadlines slip: choose a step from 0 to 4, not 5."),
        ({"deadlines_slip": -1}, "Court deadlines slip: choose a step from 0 to 4, not -1."),
        ({"rain": 1}, "The complaint 'rain' is not known. Known: deadlines_slip, "),
    ],
)
def test_a_wrong_complaint_is_refused_in_words(levels: dict[str, int], sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        pain_week(levels)


def test_an_unknown_preset_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match=r"The office 'bank' is not known\. Known: solo, litigation_5, "):
        preset_week("bank")


# One step of “Court deadlines slip” adds 4 hours, of “Lawyers draft routine documents” 6, which lawyers do.
def test_what_hurts_is_left_undone_unless_lawyers_do_it() -> None:
    levels = {"deadlines_slip": 1, "lawyers_draft": 2}
    week = pain_week(levels)
    assert undone_hours(levels, week).total == pain_week({"deadlines_slip": 1}).workload.total == 4
    assert undone_hours({"lawyers_draft": 4}, week) == Workload()
    few = OfficeWeek((("docket", 0.5),))
    assert undone_hours(levels, few) == Workload(shareable=0.5)


def test_a_typical_office_grows_with_its_lawyers() -> None:
    own = preset_week("litigation_5")
    assert preset_week("litigation_5", 5) == own
    double = preset_week("litigation_5", 10)
    assert double.total == 2 * own.total
    # The solo's hour of checking and half hours: a third lawyer makes 3 of 1 and 1.5 of 0.5.
    assert preset_week("solo", 3).of("summarize_records") == 1.5
    assert preset_week("litigation_5", 1).of("legal_research") == 3.0  # 14 / 5 = 2.8, to half hours
    assert max(hours for _, hours in preset_week("litigation_5", 5_000).hours) == MOST_TASK_HOURS
    with pytest.raises(ValueError, match="at least 1 lawyer, not 0"):
        preset_week("solo", 0)
    with pytest.raises(ValueError, match="is not known"):
        undone_hours({"rain": 1}, own)
