from __future__ import annotations

from itertools import permutations
from math import hypot, sqrt
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.careers.nearness import (
    BY_CHANCE,
    CENTRAL,
    GENERAL,
    MATTERS,
    TOP,
    Gap,
    Nearness,
    beyond_chance,
    distance_table,
    gap_table,
    gaps,
    largest_gaps,
    nearness,
    nearness_heading,
    nearness_sentences,
    rated_tasks,
    rated_words,
    task_overlap,
    task_table,
)
from lib.tables.role_activities import KNOWLEDGE, SKILL, WORK_ACTIVITY, load_role_activities
from lib.tables.role_tasks import EMERGING

PARALEGAL, LEGAL_SECRETARY = CENTRAL
RATED = tuple(load_role_activities())
PAIRS = list(permutations(RATED, 2))
ratings = st.floats(1, 5)
errors = st.floats(0.001, 1)


def gap(element: str, first: str = LEGAL_SECRETARY, second: str = PARALEGAL) -> Gap:
    return next(each for each in gaps(first, second, (WORK_ACTIVITY, KNOWLEDGE, SKILL)) if each.element == element)


def test_a_gap_is_the_difference_of_the_published_ratings() -> None:
    # O*NET, 08/2024: contact with people outside 4.34 (standard error 0.4100) against 3.82 (0.5112).
    found = gap("4.A.4.a.3")
    assert (found.first, found.second) == (3.82, 4.34)
    assert found.difference == pytest.approx(0.52)
    assert found.error == pytest.approx(sqrt(0.4100**2 + 0.5112**2))  # 0.6553
    assert not found.clear  # 0.52 < 2 x 0.66


def test_knowledge_of_the_law_is_a_clear_gap() -> None:
    # 4.78 - 4.18 = 0.60; 2 x sqrt(0.1105^2 + 0.2512^2) = 2 x 0.2744 = 0.549.
    found = gap("2.C.8.b")
    assert found.clear
    assert found.domain == KNOWLEDGE
    # Not far from it: office procedures, 4.16 - 4.45 = -0.29; 2 x sqrt(0.2043^2 + 0.1904^2) = 0.559.
    assert not gap("2.C.1.b").clear


def test_what_analysts_rated_has_no_error_and_is_never_clear() -> None:
    for found in gaps(LEGAL_SECRETARY, PARALEGAL, [SKILL]):
        assert found.error is None
        assert not found.clear


@given(first=ratings, second=ratings, one=errors, other=errors)
def test_clear_is_beyond_twice_the_error_on_either_side(first: float, second: float, one: float, other: float) -> None:
    found = Gap("", "", WORK_ACTIVITY, first, second, hypot(one, other))
    back = Gap("", "", WORK_ACTIVITY, second, first, hypot(one, other))
    assert found.clear == back.clear == (abs(first - second) > 2 * hypot(one, other))
    assert found.difference == -back.difference
    assert found.matters == back.matters == (max(first, second) >= MATTERS)


def test_the_share_of_gaps_that_chance_makes_clear() -> None:
    from statistics import NormalDist

    assert pytest.approx(2 * NormalDist().cdf(-2), abs=0.00005) == BY_CHANCE


# Computed from the ratings of 08/2024: a correlation of 0.913 over 41 activities and 8 of the 10 most important ones
# in common. Over 33 fields of knowledge 0.941 and 8.
@pytest.mark.parametrize(
    ("domain", "measures", "correlation", "shared"),
    [(WORK_ACTIVITY, 41, 0.913, 8), (KNOWLEDGE, 33, 0.941, 8)],
)
def test_how_near_the_two_roles_are(domain: str, measures: int, correlation: float, shared: int) -> None:
    near = nearness(LEGAL_SECRETARY, PARALEGAL, domain)
    assert (near.measures, near.shared_top) == (measures, shared)
    assert near.correlation == pytest.approx(correlation, abs=0.0005)


def test_the_correlation_by_hand() -> None:
    found = gaps(LEGAL_SECRETARY, PARALEGAL, [WORK_ACTIVITY])
    one, other = fmean(each.first for each in found), fmean(each.second for each in found)
    products = sum((each.first - one) * (each.second - other) for each in found)
    squares = sum((each.first - one) ** 2 for each in found) * sum((each.second - other) ** 2 for each in found)
    assert nearness(LEGAL_SECRETARY, PARALEGAL).correlation == pytest.approx(products / sqrt(squares))


@pytest.mark.parametrize(("first", "second"), PAIRS)
@pytest.mark.parametrize("domain", GENERAL)
def test_nearness_is_the_same_both_ways(first: str, second: str, domain: str) -> None:
    there, back = nearness(first, second, domain), nearness(second, first, domain)
    assert (there.measures, there.shared_top) == (back.measures, back.shared_top)
    assert there.correlation == pytest.approx(back.correlation)
    assert -1 <= there.correlation <= 1
    assert 0 <= there.shared_top <= TOP


@pytest.mark.parametrize("role", RATED)
def test_a_role_is_nearest_to_itself(role: str) -> None:
    assert nearness(role, role) == Nearness(41, pytest.approx(1), TOP)
    assert not any(each.clear for each in gaps(role, role))


def test_no_other_role_of_the_ladders_is_as_near() -> None:
    # Of the ratings in our data; 0.69 lawyers, 0.75 office supervisors, 0.81 administrative services managers.
    nearest = max((role for role in RATED if role != LEGAL_SECRETARY), key=lambda role: _to_secretaries(role))
    assert nearest == PARALEGAL
    assert _to_secretaries("lawyer") == pytest.approx(0.687, abs=0.0005)
    assert _to_secretaries("office_supervisor") == pytest.approx(0.750, abs=0.0005)
    assert _to_secretaries("administrative_services_manager") == pytest.approx(0.813, abs=0.0005)


def _to_secretaries(role: str) -> float:
    return nearness(LEGAL_SECRETARY, role).correlation


def test_roles_without_ratings_are_refused() -> None:
    for pair in ((PARALEGAL, "secretary"), ("secretary", PARALEGAL)):
        with pytest.raises(ValueError, match=r"secretary is not rated in our data\. Rated: paralegal, legal_s"):
            gaps(*pair)


def test_the_largest_gaps_each_way() -> None:
    # Among what matters: law +0.60, people outside +0.52, compliance +0.45, information +0.44, recording +0.43; and
    # training -0.90, safety -0.82, monitoring -0.79, inspecting -0.75, then processing information and coaching -0.68.
    found = [each.label for each in largest_gaps(LEGAL_SECRETARY, PARALEGAL)]
    assert found == [
        "Law and government",
        "Contact with people outside",
        "Checking compliance with rules",
        "Finding information",
        "Documenting and recording",
        "Training and teaching others",
        "Public safety and security",
        "Monitoring what goes on",
        "Inspecting equipment and materials",
        found[-1],
    ]
    assert found[-1] in ("Processing information", "Coaching and developing others")


@pytest.mark.parametrize(("first", "second"), PAIRS)
@pytest.mark.parametrize("each_way", [1, 3, 100])
def test_largest_gaps_matter_and_are_in_order(first: str, second: str, each_way: int) -> None:
    found = largest_gaps(first, second, each_way)
    higher = [each.difference for each in found if each.difference > 0]
    lower = [each.difference for each in found if each.difference < 0]
    assert [each.difference for each in found] == sorted(higher, reverse=True) + sorted(lower)
    assert all(each.matters for each in found)
    assert 0 < max(len(higher), len(lower)) <= each_way


def test_tasks_coincide_far_less() -> None:
    overlap = task_overlap()
    # O*NET links 9 detailed activities to the tasks of paralegals and 15 to those of legal secretaries; "prepare legal
    # documents" is in both: 9 + 15 - 1 = 23.
    assert (overlap.activities, overlap.shared) == (23, 1)
    assert overlap.tasks == {PARALEGAL: 12, LEGAL_SECRETARY: 14}
    assert overlap.legal == {PARALEGAL: 8, LEGAL_SECRETARY: 1}
    assert all(task.status != EMERGING for role in CENTRAL for task in rated_tasks(role))


def test_the_heading_and_its_numbers() -> None:
    # Clear among 74: law, training others, physical work and staffing.
    clear = [each.element for each in gaps(LEGAL_SECRETARY, PARALEGAL) if each.clear]
    assert clear == ["4.A.3.a.1", "4.A.4.b.3", "4.A.4.c.2", "2.C.8.b"]
    # 4 is not more than twice the 74 x 0.0455 = 3.4 that chance makes.
    assert nearness_heading() == (
        "No general rating sets the two roles apart beyond chance; the tasks do: 1 of 23 detailed activities is shared"
    )


def test_a_heading_speaks_of_a_difference_only_beyond_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not beyond_chance(2, 1)
    assert not beyond_chance(0, 0)
    assert beyond_chance(3, 1)
    monkeypatch.setattr("lib.careers.nearness.BY_CHANCE", 0.01)  # 74 x 0.01 = 0.74, twice that is 1.48
    assert nearness_heading() == (
        "Apart in ratings and tasks: 4 of 74 general ratings differ clearly, 1 of 23 detailed activities is shared"
    )


def test_the_sentences_say_what_the_ratings_cannot_tell() -> None:
    alike, apart, reading, few = nearness_sentences()
    assert "8 of the 10 most important ones are the same, and over all 41" in alike
    assert "about 0.9; of legal secretaries with lawyers, office supervisors and administrative services" in alike
    assert alike.endswith("0.7 to 0.8).")
    assert "8 of the 12 rated tasks of paralegals are legal work, of legal secretaries' 14 it is 1." in apart
    assert "1 of 23 detailed activities is shared understates it a little" in apart
    assert "more alike than they are" in reading
    # 74 x 0.0455 = 3.4.
    assert few == (
        "Few people answered. Of 74 gaps 4 are clear, and chance alone would make about 3 look so; read the others as "
        "no difference."
    )


def test_when_and_by_how_many_people_it_was_rated() -> None:
    assert rated_words(PARALEGAL, LEGAL_SECRETARY) == (
        "paralegals August 2024 (23 to 24 people) and legal secretaries August 2024 (15 to 19 people)"
    )
    assert rated_words("office_supervisor", domains=[WORK_ACTIVITY]) == "office supervisors July 2015 (37 to 39 people)"
    assert rated_words(PARALEGAL, domains=[SKILL]) == "paralegals August 2018 (8 people)"


def test_gaps_as_a_table() -> None:
    table = gap_table(LEGAL_SECRETARY, PARALEGAL, [gap("2.C.8.b"), gap("2.A.1.a")])
    assert table.to_numpy().tolist() == [
        ["Law and government", "4.18", "4.78", "+0.60 ±0.55"],
        ["Reading comprehension", "3.88", "4.00", "+0.12"],
    ]
    assert list(table) == ["Importance, 1 to 5", "Legal secretaries", "Paralegals", "Gap"]


def test_distances_as_a_table() -> None:
    table = distance_table()
    assert table.to_numpy().tolist() == [
        ["Paralegals", "–", "0.91", "August 2024"],
        ["Legal secretaries", "0.91", "–", "August 2024"],
        ["Lawyers", "0.78", "0.69", "August 2024"],
        ["Office supervisors", "0.72", "0.75", "July 2015"],
        ["Administrative services managers", "0.79", "0.81", "July 2017"],
    ]


def test_tasks_as_a_table_the_most_frequent_first() -> None:
    table = task_table(PARALEGAL)
    assert len(table) == 12
    assert table.iloc[0].tolist() == [
        "Write letters, affidavits and similar papers; keep case files in order",
        "either role's",
        "4.4",
        "84%",
    ]
    weekly = [float(share.rstrip("%")) for share in task_table(LEGAL_SECRETARY)["More than weekly"]]
    assert weekly == sorted(weekly, reverse=True)
