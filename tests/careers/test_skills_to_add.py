from __future__ import annotations

import pytest

from lib.careers.nearness import MATTERS, gaps
from lib.careers.skills_to_add import (
    StepSkills,
    gain_lines,
    known_tasks_sentence,
    legal_tasks,
    limits,
    new_task_table,
    skill_sentence,
    skills_for,
    skills_heading,
)
from lib.tables.ladder_steps import LADDERS, load_ladder_steps


def step_to(ladder: str, label: str) -> StepSkills:
    return next(step for step in skills_for(ladder) if step.step.label == label)


@pytest.mark.parametrize("ladder", LADDERS)
def test_there_is_an_answer_for_each_step_after_the_first(ladder: str) -> None:
    steps = load_ladder_steps()[ladder]
    found = skills_for(ladder)
    assert [(step.before, step.step) for step in found] == [(steps[at], steps[at + 1]) for at in range(len(steps) - 1)]
    for step in found:
        assert (step.compared == 0) == (step.before.role == step.step.role)
        for gap in step.gains:
            assert gap.clear
            assert gap.difference > 0
            assert gap.second >= MATTERS
        importance = [gap.second for gap in step.gains]
        assert importance == sorted(importance, reverse=True)


def test_to_paralegal_it_is_the_law_and_the_tasks_of_legal_work() -> None:
    (step,) = skills_for("secretary_to_paralegal")
    assert step.name == "Legal secretary to paralegal"
    assert gain_lines(step) == ("Knowledge of law and government: 4.8 of 5, against 4.2 before",)
    assert [task.task for task in step.tasks] == ["23994", "1636", "21062", "18493", "18496", "1642", "18492", "1638"]
    # Of the 74 ratings of paralegals 33 are 2.5 or more. 33 x 0.0455 / 2 = 0.8: one side only.
    assert step.compared == sum(gap.second >= MATTERS for gap in gaps("legal_secretary", "paralegal")) == 33
    assert limits(step) == (
        "Clearly more important than in the old role: 1 of the 33 ratings of what is important in the new one; chance "
        "alone would make about 1 look so."
    )


def test_into_management_it_is_leading_people() -> None:
    step = step_to("legal_secretary", "Office supervisor")
    # O*NET: administration and management 4.48 (07/2015) against 3.16 (08/2024); 1.32 > 2 x sqrt(0.1353^2 + 0.2639^2).
    assert gain_lines(step)[:2] == (
        "Knowledge of administration and management: 4.5 of 5, against 3.2 before",
        "Coaching and developing others: 4.0 of 5, against 2.8 before",
    )
    assert len(step.gains) == 10
    assert [gap.label for gap in step_to("legal_secretary", "Administrative services manager").gains] == [
        "Planning and prioritizing work",
        "Scheduling",
    ]
    assert step.tasks == ()


def test_to_lawyer_it_is_deciding() -> None:
    step = step_to("paralegal", "Lawyer")
    assert [gap.label for gap in step.gains][:3] == [
        "Deciding and solving problems",
        "Checking compliance with rules",
        "Negotiating and settling conflicts",
    ]
    assert len(step.gains) == 16


@pytest.mark.parametrize(
    ("ladder", "label"), [("legal_secretary", "Senior legal secretary"), ("paralegal", "Senior paralegal")]
)
def test_of_seniors_there_is_no_rating_and_none_is_made_up(ladder: str, label: str) -> None:
    step = step_to(ladder, label)
    assert (step.gains, step.tasks, step.compared) == ((), (), 0)
    assert limits(step).startswith("No rating of this step is in our data")
    assert gain_lines(step) == ()


def test_the_headings() -> None:
    assert {ladder: skills_heading(ladder) for ladder in LADDERS} == {
        "legal_secretary": "From legal secretary into management: clearly more important are knowledge of "
        "administration and management, coaching and developing others, negotiating and settling conflicts",
        "paralegal": "From paralegal to lawyer: clearly more important are deciding and solving problems, checking "
        "compliance with rules, negotiating and settling conflicts",
        "secretary_to_paralegal": "From legal secretary to paralegal: no general rating sets the two roles apart "
        "beyond chance; the tasks do: 8 tasks of legal work are on paralegals' list only",
    }


def test_a_single_rating_beyond_chance_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.careers.skills_to_add.BY_CHANCE", 0.01)  # 33 x 0.01 / 2 = 0.2
    assert skills_heading("secretary_to_paralegal") == (
        "From legal secretary to paralegal: clearly more important is knowledge of law and government; 8 tasks of "
        "legal work are on paralegals' list only"
    )


@pytest.mark.parametrize("ladder", ["judge", "", "$$"])
def test_unknown_ladders_are_refused(ladder: str) -> None:
    for each in (skills_for, skills_heading):
        with pytest.raises(ValueError, match=r"is not known\. Known: legal_secretary, paralegal, secretary_"):
            each(ladder)


def test_skills_differ_little() -> None:
    # O*NET, 08/2018: of what rates 2.5 or more, active learning is furthest apart, 3.12 - 2.75 = 0.37.
    assert skill_sentence() == (
        "Skills hardly differ: the 15 that matter in either role are at most about 0.4 of 5 points apart (8 analysts, "
        "August 2018)."
    )


def test_what_legal_secretaries_know_already() -> None:
    assert [task.task for task in legal_tasks("legal_secretary")] == ["772"]
    assert known_tasks_sentence() == (
        "On the legal secretaries' own list of tasks 1 is legal work: search publications and databases for relevant "
        "laws and decisions."
    )


def test_new_tasks_as_a_table() -> None:
    (step,) = skills_for("secretary_to_paralegal")
    table = new_task_table(step)
    assert list(table) == ["Task", "Paralegals who do it", "Of these, more than weekly"]
    # O*NET, 08/2024: 88.54% do it, 81.65% of these more often than weekly.
    assert table.iloc[0].tolist() == [
        "Draft, edit and check briefs, pleadings, wills, contracts and closing papers",
        "89%",
        "82%",
    ]
