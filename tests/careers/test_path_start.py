from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.careers.path_start import (
    NO_ROLE,
    Start,
    counted,
    is_credential,
    lower_quarter,
    move_sentence,
    pay_after,
    starter_cut,
    starter_sentence,
    starting_point,
)
from lib.careers.role_pay import role_pay
from lib.careers.training import training_return
from lib.tables import load_roles
from lib.tables.training_paths import load_training_paths

PATHS = load_training_paths()
CERTIFICATE = PATHS["certificate_part_time"]
# BLS, May 2025, New York State: legal secretaries 72,230, paralegals 68,410, lawyers 207,860.
NEW_YORK = Start("legal_secretary", "36")
# BLS, May 2025, the nation: legal secretaries 55,570, paralegals 62,890.
NATION = Start("legal_secretary")


def test_a_path_starts_with_its_published_figures() -> None:
    path = PATHS["associate"]
    found = starting_point(path, pay_before=45_000, pay_after=60_000, yearly_raise=0.03, discount=0.04, years=20)
    assert (found.name, found.tuition, found.months, found.time_given_up) == (path.label, 8_100, 24, 1)
    # Not found: length and tuition of the credential.
    found = starting_point(PATHS["cp"], pay_before=1, pay_after=1, yearly_raise=0, discount=0, years=5)
    assert (found.tuition, found.exam_fee, found.months, found.time_given_up) == (0, 275, 0, 0)


def test_nothing_stated_is_the_published_median_before_and_after() -> None:
    assert (NEW_YORK.pay, NEW_YORK.expected.basis) == (72_230, "published")
    after = pay_after(CERTIFICATE, NEW_YORK)
    assert (after.annual, after.basis) == (68_410, "published")
    assert pay_after(PATHS["law_school"], NEW_YORK).annual == 207_860
    assert pay_after(PATHS["on_the_job"], NEW_YORK).annual == 72_230


@given(st.sampled_from(list(load_roles())), st.sampled_from([key for key in PATHS if not is_credential(PATHS[key])]))
def test_without_facts_the_degree_of_a_path_does_not_count(role: str, path: str) -> None:
    assert pay_after(PATHS[path], Start(role, "48")) == role_pay(PATHS[path].role, "48")


def test_the_certificate_in_new_york_by_hand() -> None:
    # Tuition 7,495 over 9 of 12 months; no exam fee, no time given up. Year 1: a quarter of (68,410 - 72,230) - 7,495
    # = -955 - 7,495 = -8,450; years 2 to 20: -3,820. At 3 %, 1 a year for 20 years is worth (1 - 1.03^-20) / 0.03 =
    # 14.877475, the first of them 0.970874: -8,450 x 0.970874 - 3,820 x 13.906601 = -8,203.88 - 53,123.22 = -61,327.10.
    after = pay_after(CERTIFICATE, NEW_YORK).annual
    asked = starting_point(
        CERTIFICATE, pay_before=NEW_YORK.pay, pay_after=after, yearly_raise=0, discount=0.03, years=20
    )
    found = training_return(asked)
    assert [round(flow.net) for flow in found.flows[:3]] == [-8_450, -3_820, -3_820]
    assert found.present_value == pytest.approx(-61_327.10, abs=0.02)
    assert found.break_even_year is None


def test_the_associate_degree_in_texas_by_hand() -> None:
    # BLS, May 2025, Texas: general secretaries 45,140, paralegals 62,310. Years 1 and 2: 8,100 / 2 + 45,140 = 49,190 of
    # cost; years 3 to 20: 17,170 a year. At 3 %: 49,190 x (0.970874 + 0.942596) = 94,123.6; 17,170 x (14.877475 -
    # 1.913470) = 222,592.0; together 128,468. Back after 98,380 / 17,170 = 5.7 years of work: in year 2 + 6 = 8.
    start, path = Start("secretary", "48"), PATHS["associate"]
    after = pay_after(path, start).annual
    asked = starting_point(path, pay_before=start.pay, pay_after=after, yearly_raise=0, discount=0.03, years=20)
    found = training_return(asked)
    assert (found.cost, found.break_even_year) == (98_380, 8)
    assert found.present_value == pytest.approx(128_468, abs=1)


def test_law_school_in_illinois_by_hand() -> None:
    # BLS, May 2025, Illinois: paralegals 63,670, lawyers 160,800. Years 1 to 3: 80,751 / 3 + 63,670 = 90,587 of cost;
    # years 4 to 20: 97,130 a year. At 3 %: 90,587 x 2.828611 = 256,235; 97,130 x (14.877475 - 2.828611) = 1,170,306;
    # together 914,071. Back after 271,761 / 97,130 = 2.8 years of work: in year 3 + 3 = 6.
    start, path = Start("paralegal", "17"), PATHS["law_school"]
    after = pay_after(path, start).annual
    asked = starting_point(path, pay_before=start.pay, pay_after=after, yearly_raise=0, discount=0.03, years=20)
    found = training_return(asked)
    assert (found.cost, found.break_even_year) == (271_761, 6)
    assert found.present_value == pytest.approx(914_071, abs=2)


@pytest.mark.parametrize(
    ("path", "held", "gained"),
    [
        ("certificate_part_time", "none", "associate_or_certificate"),
        ("certificate_part_time", "bachelors", "bachelors"),  # nobody loses a degree by a certificate
        ("bachelor", "associate_or_certificate", "bachelors"),
        ("bachelor", "masters", "masters"),
    ],
)
def test_a_stated_degree_counts_on_both_sides(path: str, held: str, gained: str) -> None:
    start = replace(NEW_YORK, education=held)
    assert start.pay == role_pay("legal_secretary", "36", education=held).annual
    assert pay_after(PATHS[path], start) == role_pay("paralegal", "36", education=gained)


def test_a_stated_experience_counts_on_both_sides() -> None:
    start = replace(NEW_YORK, experience="0-1")
    assert start.pay == role_pay("legal_secretary", "36", experience="0-1").annual
    assert pay_after(CERTIFICATE, start) == role_pay("paralegal", "36", experience="0-1")


def test_typed_pay_keeps_its_distance_from_the_median() -> None:
    # 42,000 x 62,890 / 55,570 = 47,532.48.
    found = pay_after(CERTIFICATE, replace(NATION, typed_pay=42_000))
    assert found.annual == pytest.approx(47_532.48, abs=0.01)
    assert found.basis == "estimated"
    assert found.note == ("Pay now, $42,000, times 1.132, the ratio of the published medians ($62,890 and $55,570).")
    # In the same role nothing changes but by the training.
    same = pay_after(PATHS["on_the_job"], replace(NATION, typed_pay=42_000))
    assert (same.annual, same.note) == (42_000, "Pay now, $42,000, as it stands: no change of pay is known.")
    stated = pay_after(CERTIFICATE, replace(NATION, typed_pay=42_000, experience="0-1"))
    assert ": of people alike otherwise, the pay model expects $" in stated.note


def test_typed_pay_in_another_kind_of_job_says_nothing_about_pay_after() -> None:
    # BLS, May 2025, the nation: lawyers 159,670, paralegals 62,890.
    for path, expected in (("law_school", 159_670), ("associate", 62_890)):
        found = pay_after(PATHS[path], Start("secretary", typed_pay=20_000))
        assert (found.annual, found.basis) == (expected, "published")
        assert found.note.endswith("Pay now, $20,000, does not change it.")
    assert pay_after(PATHS["law_school"], Start("paralegal", typed_pay=20_000)).annual == 159_670
    # Within a role outside the pay model it stays.
    assert pay_after(PATHS["law_school"], Start("lawyer", typed_pay=90_000)).annual == 90_000


def test_pay_after_is_counted_up_to_the_bound_of_the_box() -> None:
    # 1,000,000 x 62,890 / 55,570 = 1,131,726.
    found = pay_after(CERTIFICATE, replace(NATION, typed_pay=1_000_000))
    assert found.annual == 1_000_000
    assert found.note.endswith("At most $1,000,000 is counted.")


def test_somebody_without_pay_is_expected_to_earn_the_median() -> None:
    assert pay_after(CERTIFICATE, replace(NATION, typed_pay=0)).annual == 62_890


@pytest.mark.parametrize("experience", ["", "0-1", "senior"])
def test_facts_that_the_pay_model_knows_on_one_side_only_count_on_neither(experience: str) -> None:
    # BLS, May 2025, the nation: lawyers 159,670.
    law, start = PATHS["law_school"], Start("paralegal", experience=experience)
    found = pay_after(law, start)
    assert (found.annual, found.basis) == (159_670, "published")
    assert counted(start, [law]).pay == counted(start, [CERTIFICATE, law]).pay == 62_890
    assert counted(start, [CERTIFICATE]) == start
    # 159,670 - 62,890 = 96,780.
    assert move_sentence(law, start, found) == (
        "The move from paralegal to lawyer brings $96,780 a year in the United States: $62,890 now (published), "
        "$159,670 after (published). Both are medians of everybody in the role, not of people new in it."
    )


def test_of_roles_outside_the_pay_model_no_fact_counts() -> None:
    secretary = Start("secretary", "48", education="bachelors", experience="senior")
    assert secretary.pay == role_pay("secretary", "48").annual
    assert pay_after(CERTIFICATE, secretary).annual == role_pay("paralegal", "48").annual


@pytest.mark.parametrize("path", [key for key in PATHS if is_credential(PATHS[key])])
@pytest.mark.parametrize("role", ["legal_secretary", "paralegal", "secretary", NO_ROLE])
@pytest.mark.parametrize("typed", [None, 41_000])
def test_a_credential_of_another_role_brings_nothing(path: str, role: str, typed: float | None) -> None:
    start = Start(role, "36", experience="4-6", typed_pay=typed)
    if PATHS[path].role != role:
        found = pay_after(PATHS[path], start)
        assert found.annual == start.pay
        assert found.note == "Pay now as it stands: the credential makes no move."
        assert move_sentence(PATHS[path], start, found) == starter_sentence(PATHS[path], start) == ""
        assert starter_cut(PATHS[path], start) == 0


def test_somebody_without_a_role_starts_at_nothing_until_pay_is_typed() -> None:
    student = Start(NO_ROLE)
    assert (student.pay, student.kind) == (0, "your figure")
    assert student.expected.note == "Pay without the training counts as $0 until you type it."
    assert pay_after(CERTIFICATE, student).annual == 62_890
    assert pay_after(PATHS["law_school"], replace(student, experience="0-1")).annual == 159_670
    beginner = replace(student, experience="0-1", education="none")
    assert pay_after(CERTIFICATE, beginner) == role_pay(
        "paralegal", experience="0-1", education="associate_or_certificate"
    )
    typed = replace(student, typed_pay=30_000)
    assert (typed.pay, pay_after(CERTIFICATE, typed).annual) == (30_000, 62_890)
    assert move_sentence(CERTIFICATE, typed, pay_after(CERTIFICATE, typed)) == ""


def test_a_credential_is_compared_with_people_without_one() -> None:
    start = Start("paralegal", "36")
    with_it, without = (role_pay("paralegal", "36", credential=level).annual for level in ("cp", "none"))
    assert pay_after(PATHS["cp"], start).annual == pytest.approx(68_410 * with_it / without)
    assert pay_after(PATHS["crp"], start).annual == 68_410  # what it does to pay was not found


def test_credentials_are_told_from_ways_into_a_role() -> None:
    assert {key for key, path in PATHS.items() if is_credential(path)} == {"cp", "crp", "rp", "pp", "frp", "alp", "clp"}


def test_the_move_says_what_the_other_role_does_to_pay() -> None:
    # 68,410 - 72,230 = -3,820.
    assert move_sentence(CERTIFICATE, NEW_YORK, pay_after(CERTIFICATE, NEW_YORK)) == (
        "The move from legal secretary to paralegal costs $3,820 a year in New York: $72,230 now (published), $68,410 "
        "after (published). Both are medians of everybody in the role, not of people new in it."
    )
    typed = replace(NATION, typed_pay=42_000)
    assert move_sentence(CERTIFICATE, typed, pay_after(CERTIFICATE, typed)) == (
        "The move from legal secretary to paralegal brings $5,532 a year in the United States: $42,000 now (your "
        "figure), $47,532 after (our estimate). Pay after rests on the median of everybody in the role, not of people "
        "new in it."
    )
    beginner = replace(NEW_YORK, experience="0-1")
    assert "medians of everybody" not in move_sentence(CERTIFICATE, beginner, pay_after(CERTIFICATE, beginner))
    assert move_sentence(PATHS["on_the_job"], NATION, pay_after(PATHS["on_the_job"], NATION)) == ""


def test_newcomers_earn_less_than_everybody() -> None:
    low = role_pay("paralegal", "36", experience="0-1").annual
    words = f"Paralegals with 0 to 1 year of experience earn about ${low:,.0f} here (our estimate)"
    start = replace(NEW_YORK, typed_pay=30_000)
    assert starter_cut(CERTIFICATE, start) == 0
    assert starter_sentence(CERTIFICATE, start) == f"{words}."
    assert starter_sentence(CERTIFICATE, start, low) == f"{words}."
    assert starter_sentence(CERTIFICATE, start, low + 1) == (
        f"{words}, less than is needed to break even: the first years may bring less than is counted here."
    )
    # BLS, May 2025, Illinois: lawyers, 25th percentile 103,020.
    assert starter_sentence(PATHS["law_school"], Start("paralegal", "17")) == (
        "A quarter of lawyers here earn less than $103,020 (published)."
    )
    assert starter_sentence(PATHS["on_the_job"], NATION) == ""
    assert starter_sentence(PATHS["law_school"], Start("paralegal", "14500")) == ""  # Boulder: not published


def test_beginners_who_earn_less_than_the_reader_now_are_told_as_a_cut() -> None:
    low = role_pay("paralegal", "36", experience="0-1").annual
    assert starter_cut(CERTIFICATE, NEW_YORK) == 72_230 - low
    assert starter_sentence(CERTIFICATE, NEW_YORK) == (
        f"New paralegals here earn about ${low:,.0f} (our estimate), ${72_230 - low:,.0f} less than you do now: the "
        "first years may bring a cut."
    )
    assert starter_cut(PATHS["on_the_job"], NEW_YORK) == starter_cut(PATHS["law_school"], NEW_YORK) == 0


def test_the_lower_quarter_is_published_of_other_roles_only() -> None:
    assert lower_quarter(PATHS["law_school"], Start("paralegal", "17")) == 103_020  # BLS, May 2025, Illinois
    assert lower_quarter(PATHS["law_school"], Start("paralegal", "14500")) is None
    assert lower_quarter(CERTIFICATE, NATION) is None
