from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.careers.recommend import KINDS, mix_words, recommend
from lib.careers.workload import OfficeWeek, pain_week, preset_week
from lib.hiring import Workload
from lib.hiring.mix import best_mix
from lib.tables import OfficeTask, load_office_tasks
from tests.careers.offices import week
from tests.hiring.mixes import S_WEEK, TEXAS, P, S

OFFSHORE = replace(TEXAS, arrangements=("virtual_offshore",))


# Positions pay from half their time filled. Weeks: paralegal 36.08 hours, legal secretary 36.83.
#   solo          3.5 hours of legal work are below 9.56: none. 8 + 4.5 = 12.5 hours of the rest are above 9.93: half a
#                 legal secretary, 28,969.205.
#   5 lawyers     86 / 36.08 = 2.38: 2.5 paralegals give 90.19, so 4.19 spare hours. Of 80 - 4.19 = 75.81 hours 2 legal
#                 secretaries take 73.65; 2.15 are left. 2 x 71,318.715 + 37,780.3575 + 2 x 53,696.41 = 287,810.6075.
#   12 lawyers    144 / 36.08 = 3.99: 4 paralegals, 0.31 spare. Of 149.69 hours 4 legal secretaries take 147.31.
#                 4 x 71,318.715 + 4 x 53,696.41 = 500,060.50.
#   corporate     35 hours: 1 paralegal, 1.08 spare. Of 25 - 1.08 = 23.92 hours half a legal secretary takes 18.41; the
#                 5.51 left are below what a second half needs, 24,727.205 / 52 / 56.08 = 8.48.
#                 71,318.715 + 28,969.205 = 100,287.92.
@pytest.mark.parametrize(
    ("preset", "kind", "paralegals", "secretaries", "cost", "kept"),
    [
        ("solo", "part_time", 0, 0.5, 28_969.205, Workload(0, 3.5, 0)),
        ("litigation_5", "both", 2.5, 2, 287_810.6075, Workload(0, 0, 2.154)),
        ("mixed_12", "both", 4, 4, 500_060.50, Workload(0, 0, 2.385)),
        ("corporate", "both", 1, 0.5, 100_287.92, Workload(0, 0, 5.510)),
    ],
)
def test_the_presets(
    preset: str, kind: str, paralegals: float, secretaries: float, cost: float, kept: Workload
) -> None:
    found = recommend(preset_week(preset), TEXAS)
    assert (found.kind, found.mix.count_of(P), found.mix.count_of(S)) == (kind, paralegals, secretaries)
    assert found.mix.cost == pytest.approx(cost)
    assert vars(found.kept) == pytest.approx(vars(kept), abs=0.001)


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        (week(substantive=36), "paralegal"),
        (week(administrative=36), "legal_secretary"),
        (week(shareable=36), "legal_secretary"),
        (week(30, 30), "both"),
        (week(substantive=18), "part_time"),
        (week(substantive=9), "nobody_yet"),  # below 9.56
        (OfficeWeek(), "nobody_yet"),
        (OfficeWeek((("court_appearance", 100),)), "nobody_yet"),
    ],
)
def test_each_answer(asked: OfficeWeek, kind: str) -> None:
    found = recommend(asked, TEXAS)
    assert found.kind == kind
    assert found.sentence.startswith(KINDS[kind])


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        (week(substantive=36), "A paralegal (in the office)"),
        (week(administrative=73), "2 legal secretaries (in the office)"),
        (week(30, 30), "Both roles: 1 paralegal (in the office) and half a legal secretary (in the office)"),
        (week(substantive=18), "Part-time help: half a paralegal (in the office)"),
        (OfficeWeek(), "Nobody yet"),
    ],
)
def test_the_answer_in_a_few_words(asked: OfficeWeek, heading: str) -> None:
    assert recommend(asked, TEXAS).heading == heading


# Offshore a half position is 16,200 a year: $2,500 x 12 / 2 + $1,200.
def test_virtual_help() -> None:
    found = recommend(pain_week({"calendar_chaos": 3, "phones_unanswered": 1}), OFFSHORE)
    assert (found.kind, mix_words(found.mix)) == ("virtual", "half a legal secretary (virtual, offshore full time)")
    assert found.sentence == (
        "Virtual help: half a legal secretary (virtual, offshore full time) for $16,200 a year takes 17 hours of the "
        "17 hours of work a week that can be handed on."
    )
    assert "17 hours a week can be done from elsewhere." in found.reasons


def test_work_that_needs_somebody_on_the_spot() -> None:
    copying = OfficeWeek((("copying", 20), ("phones", 20), ("mail", 4)))
    offshore = recommend(copying, OFFSHORE)
    assert "20 hours a week need somebody on the spot, and this mix has nobody there." in offshore.reasons
    assert "20 hours a week can be done from elsewhere, 4 hours in part." in offshore.reasons
    # 20 hours fill one half position (18.04) and not half of the next: half a position is in the office.
    either = recommend(copying, replace(TEXAS, arrangements=("in_office", "virtual_offshore")))
    assert either.mix.counts == {(S, "in_office"): 0.5, (S, "virtual_offshore"): 0.5}
    assert not any("on the spot" in reason for reason in either.reasons)


# Half of a half position is 9.02 hours: from there on it is in the office.
@pytest.mark.parametrize(("on_the_spot", "in_office"), [(8.9, 0), (9.1, 0.5)])
def test_from_when_somebody_is_in_the_office(on_the_spot: float, in_office: float) -> None:
    rules = replace(TEXAS, arrangements=("in_office", "virtual_offshore"))
    found = recommend(OfficeWeek((("copying", on_the_spot), ("phones", 30))), rules)
    assert found.mix.counts.get((S, "in_office"), 0) == in_office
    asked = recommend(week(30), replace(rules, in_office_least=1.0))
    assert asked.mix.counts == {(S, "in_office"): 1.0}


def test_no_mix_beyond_the_budget_is_called_cheaper() -> None:
    assert recommend(week(0, 4, 12), TEXAS).cheaper.startswith("The cheapest team for all the work")
    # Half a paralegal would cost 37,780.
    tight = recommend(week(0, 4, 12), replace(TEXAS, budget=30_000))
    assert tight.mix.counts == {(S, "in_office"): 0.5}
    assert tight.cheaper == ""


def test_the_reasons_of_the_solo_lawyer() -> None:
    # Office work: half a legal secretary pays from 28,969.205 / 52 / 56.0798 = 9.934 hours, of which 4.5 are shared:
    # 5.434. A whole one where the hours beyond the half, 18.413, are worth 24,727.205 / 52 / 56.0798 = 8.479: 26.893
    # less 4.5 is 22.393.
    assert recommend(preset_week("solo"), TEXAS).reasons == (
        "Work a week: 3.5 hours of legal work that only a paralegal takes, 4.5 hours that either role takes, 8 hours "
        "of office work.",
        "Left out, because only a lawyer may do it: “Check delegated work and answer for it”, 1 hour a week.",
        "What a lawyer's hour costs is not stated: a full-time position is taken to pay if 50% of its time is filled. "
        "That is our judgement.",
        "Lawyers keep 3.5 hours of legal work a week: a further position would not pay for that.",
        "It takes 9.6 hours of legal work a week for half a paralegal and 26.5 hours for 1 paralegal, all else as it "
        "is.",
        "It takes 5.4 hours of office work a week for half a legal secretary and 22.4 hours for 1 legal secretary, all "
        "else as it is.",
        "14 hours a week can be done from elsewhere, 1.5 hours in part.",
    )


# Half a paralegal for all 16 hours costs 37,780.3575; half a legal secretary 28,969.205 and the 3.5 hours kept
# 3.5 x 76.0327 x 52 = 13,837.95: 42,807.16, which is 5,026.80 more.
def test_the_cheaper_mix_of_the_solo_lawyer_stands_beside() -> None:
    assert recommend(preset_week("solo"), TEXAS).cheaper == (
        "The cheapest team for all the work, whoever fits it best: half a paralegal (in the office) for $37,780 a "
        "year, $5,027 a year less with the hours lawyers keep counted."
    )
    assert recommend(week(36, 36), TEXAS).cheaper == ""


# Half a legal secretary costs 28,969.205 and takes 12.5 hours: 44.57 an hour. Half a paralegal for the 3.5 hours of
# legal work, whose spare 14.54 hours take all other work and the legal secretary's place, pays from
# 37,780.3575 / 52 / 3.5 = 207.59.
def test_between_which_lawyer_hours_the_answer_holds() -> None:
    reasons = recommend(preset_week("solo"), TEXAS, lawyer_hour=100).reasons
    assert "The positions stay the same if a lawyer's hour counts from $45 up to $208." in reasons
    for hour, paralegals, secretaries in ((44.5, 0, 0), (44.6, 0, 0.5), (207.5, 0, 0.5), (207.7, 0.5, 0)):
        mix = recommend(preset_week("solo"), TEXAS, lawyer_hour=hour).mix
        assert (mix.count_of(P), mix.count_of(S)) == (paralegals, secretaries)
    # 36 hours of legal work are never worth a second half, however dear the hour: the most is not named.
    always = recommend(week(substantive=36), TEXAS, lawyer_hour=100).reasons
    assert "The positions stay the same if a lawyer's hour counts from $38." in always
    free = recommend(week(substantive=0.5), replace(TEXAS, least=((P, 1.0),)), lawyer_hour=100).reasons
    assert not any("stay the same" in reason for reason in free)


def test_other_reasons() -> None:
    stated = recommend(week(40, 30), TEXAS, lawyer_hour=150).reasons
    assert "A position pays if the hours it takes off lawyers, at $150.00 each, are worth it." in stated
    # 1 paralegal has 36.08 - 30 = 6.08 spare hours; 1 legal secretary takes 36.83 of 40, the rest 3.17.
    assert any(
        reason
        == "Paralegals' spare time takes 3.2 hours a week of other work, 3.2 hours of it office work that keeps them "
        "from legal work."
        for reason in stated
    )
    both_kept = recommend(week(40, 40), TEXAS).reasons  # 40 - 36.08 = 3.92, 40 - 36.83 = 3.17
    assert (
        "Lawyers keep 3.9 hours of legal work and 3.2 hours of other work a week: a further position would not pay for "
        "that." in both_kept
    )
    assert not any(
        "of legal work a week for" in reason for reason in recommend(week(40, 40), TEXAS, lawyer_hour=30).reasons
    )
    assert recommend(week(administrative=40), TEXAS).reasons[-1] == "40 hours a week can be done from elsewhere."


def test_rules_that_nothing_can_keep() -> None:
    none = recommend(week(30, 30), replace(TEXAS, arrangements=()))
    assert (none.kind, none.mix.choices, none.thresholds, none.kept) == ("nobody_yet", (), {}, Workload(30, 30))
    assert none.sentence == "Nobody yet: no positions for this work are within the rules."
    # Offshore, 30 hours each: 2 x ($2,500 x 12 + $1,200).
    assert none.reasons == (
        "No arrangement is allowed, so there is nobody to do the work.",
        "With every arrangement allowed, the cheapest mix would cost $62,400 a year.",
    )
    # 1 paralegal with 6.08 spare hours and half a legal secretary: 71,318.715 + 28,969.205 = 100,287.92.
    poor = recommend(week(30, 30), replace(TEXAS, budget=50_000, least=((P, 1.0), (S, 0.5))))
    assert poor.kind == "nobody_yet"
    assert "The cheapest mix costs $100,288 a year, $50,288 above the budget of $50,000." in poor.reasons
    assert poor.thresholds


def test_a_limit_makes_the_team_smaller_and_says_so() -> None:
    found = recommend(week(30, 30), replace(TEXAS, budget=50_000))
    assert found.mix.counts == {(P, "in_office"): 0.5}
    assert found.reasons[-1] == (
        "The limit of $50,000 a year makes the team smaller: without it 1 paralegal and half a legal secretary for "
        "$100,288 a year would pay."
    )
    assert any(reason.endswith("a week: the limit leaves no room for more.") for reason in found.reasons)
    nobody = recommend(week(30, 30), replace(TEXAS, budget=10_000))
    assert nobody.sentence == "Nobody yet: no position that would pay is within the limit."


# Somebody in the office, 28,969.205, is beyond 27,000; half a remote legal secretary, 25,969.205, is not.
def test_a_limit_comes_before_somebody_on_the_spot() -> None:
    rules = replace(TEXAS, arrangements=("in_office", "remote"), budget=27_000)
    found = recommend(OfficeWeek((("copying", 20),)), rules)
    assert found.mix.counts == {(S, "remote"): 0.5}
    assert "20 hours a week need somebody on the spot, and this mix has nobody there." in found.reasons


@settings(max_examples=25, deadline=None)
@given(st.floats(0, 120), st.floats(0, 120), st.floats(1, 400_000))
def test_no_answer_is_beyond_its_limit(administrative: float, substantive: float, budget: float) -> None:
    rules = replace(TEXAS, budget=budget)
    assert rules.affords(recommend(week(administrative, substantive), rules).mix.cost)


def test_minimums_beyond_the_work_are_kept() -> None:
    # 200 x 36.83 = 7,365 hours, more than a workload can hold.
    found = recommend(week(substantive=5), replace(TEXAS, least=((S, 200.0),)))
    assert found.mix.counts == {(S, "in_office"): 200.0}


# Half a paralegal, 37,780.3575, is within the budget; 1 and half a legal secretary would not be.
def test_a_budget_that_is_enough() -> None:
    found = recommend(week(substantive=18), replace(TEXAS, budget=40_000))
    assert found.mix.counts == {(P, "in_office"): 0.5}


@pytest.mark.parametrize("task", load_office_tasks().values(), ids=lambda task: task.task)
def test_no_task_lands_on_a_role_that_must_not_do_it(task: OfficeTask) -> None:
    found = recommend(OfficeWeek(((task.task, 37.0),)), TEXAS)
    assert not {choice.role for choice in found.mix.choices} & set(task.must_not)
    assert bool(found.mix.choices) == (len(task.must_not) < 2)


hours = st.floats(0, 120)


@settings(max_examples=25, deadline=None)
@given(hours, hours, hours, st.floats(0, 60))
def test_more_legal_work_never_makes_the_answer_less_paralegal(
    administrative: float, substantive: float, shareable: float, more: float
) -> None:
    fewer, many = (
        recommend(week(administrative, legal, shareable), TEXAS) for legal in (substantive, substantive + more)
    )
    assert many.mix.count_of(P) >= fewer.mix.count_of(P)
    assert many.kind not in ({"legal_secretary", "nobody_yet"} if fewer.mix.count_of(P) else set())


@settings(max_examples=25, deadline=None)
@given(hours, hours, hours)
def test_the_mix_does_the_work_it_takes(administrative: float, substantive: float, shareable: float) -> None:
    found = recommend(week(administrative, substantive, shareable), TEXAS)
    done = found.mix.handed_out
    assert done[S].substantive == 0
    assert done[S].total <= found.mix.count_of(S) * S_WEEK + 1e-3
    assert found.mix.hours_given - found.mix.workload.total >= -1e-3
    assert found.mix.workload.total + found.kept.total == pytest.approx(administrative + substantive + shareable)
    # Matching roles to work costs at most half a position of each role more than the cheapest mix for everything.
    everything = best_mix(week(administrative, substantive, shareable).workload, TEXAS).best
    assert everything is not None
    assert found.mix.cost <= everything.cost + 37_780.3575 + 28_969.205
