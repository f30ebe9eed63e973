from __future__ import annotations

import pytest

from lib.careers.ladder import climb, cut_sentences, ladder_finding, ladder_table, time_kind, years_words
from lib.careers.role_pay import role_pay
from lib.pay.estimate import estimate
from lib.pay.profile import Profile
from lib.tables.ladder_steps import LADDERS


# BLS, May 2025, California: legal secretaries 62,860, office supervisors 77,590, administrative services managers
# 108,890, paralegals 77,390, lawyers 195,080. Senior steps are the pay model's.
@pytest.mark.parametrize(
    ("ladder", "medians"),
    [
        ("legal_secretary", [62_860, None, 77_590, 108_890]),
        ("paralegal", [77_390, None, 195_080]),
        ("secretary_to_paralegal", [62_860, 77_390]),
    ],
)
def test_pay_is_the_published_median_and_senior_steps_are_estimates(ladder: str, medians: list[float | None]) -> None:
    rungs = climb(ladder, "06")
    assert [rung.pay.annual if rung.pay.basis == "published" else None for rung in rungs] == medians
    for rung in rungs:
        if rung.step.experience:
            assert rung.pay.annual == estimate(Profile(rung.step.role, "06", experience="senior")).median


def test_the_change_from_step_to_step() -> None:
    first, second = climb("secretary_to_paralegal", "06")
    # 77,390 - 62,860.
    assert (first.change, second.change) == (None, 14_530)
    # New York State: 68,410 - 72,230; the step is a step down in pay.
    assert climb("secretary_to_paralegal", "36")[1].change == -3_820


def test_another_release() -> None:
    # BLS, May 2024, the nation: legal secretaries 54,140, paralegals 61,010.
    assert [rung.pay.annual for rung in climb("secretary_to_paralegal", release="2024-05")] == [54_140, 61_010]


@pytest.mark.parametrize("area", ["99", "11", "35620", "0100001", "72"])
@pytest.mark.parametrize("ladder", LADDERS)
def test_every_step_has_pay_everywhere(ladder: str, area: str) -> None:
    for rung in climb(ladder, area):
        facts = {"experience": rung.step.experience} if rung.step.experience else {}
        assert rung.pay == role_pay(rung.step.role, area, **facts)
        assert rung.pay.annual > 20_000


def test_unknown_ladders_and_places_are_refused() -> None:
    with pytest.raises(ValueError, match=r"ladder 'judge' is not known\. Known: legal_secretary, paralegal"):
        climb("judge")
    with pytest.raises(ValueError, match="area 'XX' is not known"):
        climb("paralegal", "XX")


def test_the_heading_names_both_ends() -> None:
    # BLS, May 2025, California: 62,860 and 108,890.
    assert ladder_finding(climb("legal_secretary", "06"), "California") == (
        "From legal secretary into management: $62,860 to $108,890 a year in California"
    )
    # New York State: 72,230 and 68,410.
    assert ladder_finding(climb("secretary_to_paralegal", "36"), "New York") == (
        "From legal secretary to paralegal: $72,230 to $68,410 a year in New York, $3,820 less"
    )


def test_a_step_that_looks_like_a_cut_is_explained() -> None:
    # BLS, May 2025, the nation: office supervisors 69,500; the senior step before them is the pay model's.
    (sentence,) = cut_sentences(climb("legal_secretary"))
    assert sentence.startswith("Office supervisor looks like a cut of $")
    assert sentence.endswith(
        "but need not be one: the figure before it is our estimate for people with a senior title, this one is the "
        "median of everybody in the role, beginners included."
    )
    # New York State: 72,230 - 68,410.
    assert cut_sentences(climb("secretary_to_paralegal", "36")) == (
        "The step to paralegal is a cut of $3,820 here: both figures are of everybody in the role, so for one person "
        "it can be a rise.",
    )
    assert cut_sentences(climb("paralegal")) == ()


def test_the_time_of_a_step_in_words() -> None:
    assert [years_words(rung.step) for rung in climb("legal_secretary")] == [
        "the way in",
        "at least 3 years from the step before",
        "not found",
        "not found",
    ]
    assert [years_words(rung.step) for rung in climb("paralegal")][1:] == [
        "5 years from the step before",
        "3 years from the step before",
    ]
    assert [time_kind(rung.step) for rung in climb("legal_secretary")] == ["", "estimate", "not found", "not found"]
    assert years_words(climb("secretary_to_paralegal")[1].step) == "2 to 4 years from the step before"


def test_the_steps_as_a_table() -> None:
    table = ladder_table(climb("secretary_to_paralegal", "06"))
    assert table["Step"].tolist() == ["Legal secretary", "Paralegal"]
    assert table["Median pay, dollars a year"].tolist() == [62_860, 77_390]
    assert table["Pay is"].tolist() == ["published", "published"]
    assert table["Change, dollars a year"].tolist()[1] == 14_530
    assert table["Time is"].tolist() == ["", "estimate"]
    assert ladder_table(climb("paralegal"))["Pay is"].tolist() == ["published", "our estimate", "published"]
