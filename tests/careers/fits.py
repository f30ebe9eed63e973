"""Answers to the statements of Which role fits me?, for tests."""

from __future__ import annotations

from hypothesis import strategies as st

from lib.tables.fit_questions import load_fit_questions

NO, HARDLY, PARTLY, MOSTLY, YES = range(5)
QUESTIONS = load_fit_questions()
BY_ROLE = {
    role: [key for key, each in QUESTIONS.items() if each.role == role] for role in ("paralegal", "legal_secretary")
}
MATES = {
    key: next(other for other, mate in QUESTIONS.items() if mate.pair == each.pair and other != key)
    for key, each in QUESTIONS.items()
}
MIRRORED = {"paralegal": "legal_secretary", "legal_secretary": "paralegal"}
# Weights 3, 3, 2, 2, 2, 1 make 13 a role, so 52 points at the most.
CASES = {
    "case_work": YES, "research": YES, "client_facts": MOSTLY, "law_career": MOSTLY, "long_work": MOSTLY,
    "schooling": HARDLY, "coordination": HARDLY, "office_work": PARTLY, "on_the_job": PARTLY, "client_calls": PARTLY,
    "many_tasks": HARDLY, "office_career": NO,
}  # fmt: skip

answers = st.dictionaries(st.sampled_from(list(QUESTIONS)), st.integers(NO, YES))
all_answers = st.fixed_dictionaries({key: st.integers(NO, YES) for key in QUESTIONS})
weights = st.dictionaries(st.sampled_from(list(QUESTIONS)), st.integers(0, 3))


def everywhere(paralegal: int, legal_secretary: int) -> dict[str, int]:
    return dict.fromkeys(BY_ROLE["paralegal"], paralegal) | dict.fromkeys(BY_ROLE["legal_secretary"], legal_secretary)


def mirrored(given: dict[str, int]) -> dict[str, int]:
    return {MATES[key]: value for key, value in given.items()}
