from __future__ import annotations

import pytest

from lib.hiring import ARRANGEMENTS
from lib.pay.profile import factor_levels
from tests.export.rosters import notes, position, problem


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Paralegal", "paralegal"),
        ("PARALEGALS", "paralegal"),
        ("Litigation Paralegal II", "paralegal"),
        ("Legal Assistant", "paralegal"),
        ("Paralegals and Legal Assistants", "paralegal"),
        ("Legal secretary", "legal_secretary"),
        ("legal_secretary", "legal_secretary"),
        ("Legal Secretaries and Administrative Assistants", "legal_secretary"),
        ("Legal Administrative Assistant", "legal_secretary"),
        ("Legal Admin. Assistant", "legal_secretary"),
        ("LAA", "legal_secretary"),
    ],
)
def test_role_words_are_understood(text: str, role: str) -> None:
    assert position(role=text).role == role


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "The role is missing. "),
        ("n/a", "The role is missing. "),
        ("Secretary", "The role “Secretary” is not known. "),
        ("Paralegal Manager", "The role “Paralegal Manager” is not known. "),
        ("Medical assistant", "The role “Medical assistant” is not known. "),
        ("Paralegal / Legal Secretary", "The role “Paralegal / Legal Secretary” names two roles. "),
        ("x" * 200, f"The role “{'x' * 40}…” is not known. "),
    ],
)
def test_other_roles_are_no_positions(text: str, reason: str) -> None:
    sentence = problem(role=text)
    assert sentence.startswith(f"{reason}Write Paralegal (BLS counts legal assistants with them) or Legal sec")


def test_what_legal_assistants_are_counted_as_is_said() -> None:
    assert notes(role="Legal assistant") == ["A legal assistant is counted as a paralegal, as BLS does."]
    assert notes(role="Legal administrative assistant") == []


@pytest.mark.parametrize("title", ["Senior Paralegal", "Sr. Paralegal", "Lead paralegal", "Paralegal Supervisor"])
def test_a_senior_title_is_experience_unless_years_are_stated(title: str) -> None:
    assert position(role=title).experience == "senior"
    assert position(role=title, experience="5").experience == "4-6"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", None), ("0", "0-1"), ("1", "0-1"), ("1.9", "0-1"), ("2", "2-3"), ("5 years", "4-6"), ("1 yr", "0-1"),
        ("7-10", "7-10"), ("11 to 20 years", "11-20"), ("20", "11-20"), ("20.5", "11-20"), ("21", "20+"),
        ("More than 20 years", "20+"), ("20+", "20+"), ("Senior", "senior"),
    ],
)  # fmt: skip
def test_experience_is_read_as_a_level_or_as_completed_years(text: str, level: str | None) -> None:
    assert position(experience=text).experience == level


def test_every_number_of_years_has_a_level() -> None:
    levels = [level.level for level in factor_levels("paralegal", "experience")]
    assert [position(experience=str(years)).experience for years in (0, 2, 4, 7, 11, 99)] == levels[:-1]
    assert "The experience “long” is not known. Write years, such as 5, or one of: 0-1, 2-3" in problem(
        experience="long"
    )


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("62890", 62_890),
        ("62,890", 62_890),
        ("$62,890", 62_890),
        ("$ 62,890.55", 62_890.55),
        ("62890.00", 62_890),
        ("USD 62,890", 62_890),
        ("US$62,890 per year", 62_890),
        ("62,890 dollars a year", 62_890),
        ("62890/yr", 62_890),
        ("$62.9k", 62_900),
        ("65K annually", 65_000),
        ("30.25/h", 62_920),  # 30.25 x 2,080
        ("$30.25 an hour", 62_920),
        ("30.25 hourly", 62_920),
        ("$5,240.50 a month", 62_886),  # 5,240.50 x 12
    ],
)
def test_pay_is_read_for_a_year(text: str, amount: float) -> None:
    found = position(pay=text)
    assert (found.pay_basis, found.amount) == ("typed", amount)


@pytest.mark.parametrize(
    "text",
    ["62.890,00", "62890,00", "62 890", "6,2890", "1,23", "€62,890", "a lot", "-62890", "1e5", "60-65k", "٦٢٨٩٠"],
)
def test_pay_that_can_mean_two_things_is_refused(text: str) -> None:
    assert problem(pay=text) == (
        f"The pay “{text}” cannot be read. Write 62,890 or 62890.00 for a year, 30.25/h for an hour."
    )


@pytest.mark.parametrize(
    ("text", "year"),
    [("62.890", "$63"), ("30.25", "$30"), ("0", "$0"), ("9,999", "$9,999"), ("3/h", "$6,240")],  # 3 x 2,080
)
def test_pay_no_year_of_full_time_work_brings_is_refused(text: str, year: str) -> None:
    assert f"The pay “{text}” comes to {year} a year, too little for full-time work. Write 62,890" in problem(pay=text)


def test_pay_has_an_upper_bound_and_must_be_there() -> None:
    assert position(pay="1,000,000").amount == 1_000_000
    assert "The pay “1,000,001” comes to more than $1,000,000 a year. Write 62,890" in problem(pay="1,000,001")
    assert f"The pay “{'9' * 40}…” comes to more than $1,000,000 a year." in problem(pay="9" * 400)
    assert "The pay “481/h” comes to more than $1,000,000 a year." in problem(pay="481/h")  # 481 x 2,080 = 1,000,480
    assert problem(pay="").startswith("The pay is missing. Write 62,890")


@pytest.mark.parametrize(
    ("text", "share"), [("", 1.0), ("50%", 0.5), ("50 %", 0.5), ("50", 0.5), ("0.5", 0.5), (".5", 0.5), ("1", 1.0),
                        ("100", 1.0), ("1.0", 1.0), ("37.5%", 0.375)]
)  # fmt: skip
def test_a_share_is_a_percentage_or_a_fraction(text: str, share: float) -> None:
    assert position(share=text).share == share


def test_a_share_out_of_bounds_is_refused() -> None:
    assert "The share of full time must be 5 % to 100 %, not 1%." in problem(share="1%")
    assert "The share of full time must be 5 % to 100 %, not 120%." in problem(share="120")
    assert "The share of full time “20 hours” cannot be read. Write 50 % or 0.5." in problem(share="20 hours")


def test_how_the_pay_of_part_time_work_is_taken_is_said() -> None:
    assert notes(share="50%") == ["$62,890 is taken as pay of full-time work, of which 50% is counted."]
    assert notes(share="50%", pay="30.25/h") == ["$30.25 x 2,080 hours = $62,920 a year."]


@pytest.mark.parametrize(("text", "people"), [("", 1), ("3", 3), ("3.0", 3), ("1000", 1_000)])
def test_people_are_a_whole_number(text: str, people: int) -> None:
    assert position(people=text).count == people


@pytest.mark.parametrize("text", ["2.5", "two", "-1", "1,000", "9999999"])
def test_other_numbers_of_people_are_refused(text: str) -> None:
    assert f"The number of people “{text}” cannot be read. Write a whole number." in problem(people=text)


def test_the_number_of_people_has_bounds() -> None:
    assert problem(people="0") == "The number of people must be 1 to 1,000, not 0."
    assert problem(people="1001") == "The number of people must be 1 to 1,000, not 1,001."


@pytest.mark.parametrize(
    ("text", "arrangement"),
    [
        ("", "in_office"), ("On-site", "in_office"), ("in office", "in_office"), ("Remote", "remote"),
        ("WFH", "remote"), ("US freelance", "virtual_us"), ("Offshore", "virtual_offshore"),
        *((key, key) for key in ARRANGEMENTS), *((label.upper(), key) for key, label in ARRANGEMENTS.items()),
    ],
)  # fmt: skip
def test_arrangements_are_understood(text: str, arrangement: str) -> None:
    assert position(arrangement=text).arrangement == arrangement


def test_another_arrangement_is_refused_and_hybrid_work_explained() -> None:
    assert problem(arrangement="at sea") == (
        "The arrangement “at sea” is not known. Write one of: In the office; Remote employee; Virtual, US "
        "freelance; Virtual, offshore full time."
    )
    assert position(arrangement="Hybrid").arrangement == "in_office"
    assert "Hybrid work is counted as work in the office" in notes(arrangement="Hybrid")[0]


def test_a_formula_is_text_and_never_run() -> None:
    assert "The role “=1+1” is not known." in problem(role="=1+1")
    assert "The pay “=62890+1” cannot be read." in problem(pay="=62890+1")


def test_that_the_pay_of_virtual_staff_is_not_used_is_said() -> None:
    assert notes(arrangement="offshore") == ["Virtual staff cost their fee: the pay $62,890 is not used."]


@pytest.mark.parametrize("text", ["NJ", "nj", "New Jersey", "N.J."])
def test_remote_employees_may_work_in_another_state(text: str) -> None:
    found = position(arrangement="remote", state=text)
    assert (found.works_in, found.state) == ("NJ", "NJ")


def test_the_state_of_the_office_is_no_other_state() -> None:
    assert position(arrangement="remote", state="TX").works_in is None
    assert notes(state="Texas") == []


def test_another_state_of_people_in_the_office_is_said_not_to_count() -> None:
    assert position(state="OK").works_in is None
    assert notes(state="OK") == [
        "Taxed in TX, where the place is: another state (OK) counts for remote employees only."
    ]


def test_a_state_that_is_none_is_refused() -> None:
    assert "No state is called “Ontario”. Write a postal code such as TX, or a state's name." in problem(
        state="Ontario"
    )
