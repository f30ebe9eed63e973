from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.careers.posting_law import (
    BENEFITS,
    COMING,
    DEADLINE,
    ITEMS,
    KINDS,
    LATER,
    RANGE,
    REQUIRED,
    TOO_SMALL,
    UNKNOWN,
    UNSURE,
    Duty,
    checked_on,
    covering_laws,
    day_words,
    posting_duties,
    states_of,
)
from lib.hiring.firm import MOST_HEADCOUNT
from lib.tables import load_sources, load_wages
from lib.tables.posting_laws import load_posting_laws

TODAY = date(2026, 11, 22)
NATION, NEW_YORK, CINCINNATI, COLUMBUS = "99", "35620", "17140", "18140"
STATES = {area.state: code for code, area in load_wages().areas.items() if area.area_type == "state"}
AREAS = sorted(load_wages().areas)
sizes = st.integers(1, 200)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def duty_of(law: str, employees: int, today: date = TODAY, area: str = "") -> Duty:
    found = posting_duties(area or STATES[load_posting_laws()[law].state], employees, today)
    (duty,) = [duty for duty in found.duties if duty.law.law == law]
    return duty


# The least numbers of employees as in data/posting_laws.csv, whose rows name their sources.
@pytest.mark.parametrize(
    ("law", "least"),
    [
        *(("ca", 15), ("hi", 50), ("il", 15), ("me", 10), ("ma", 25), ("mn", 30), ("nj", 10), ("ny", 4), ("vt", 5)),
        *(("wa", 15), ("cleveland", 15), ("columbus", 15), ("nyc", 4)),
    ],
)
def test_the_threshold_is_met_exactly(law: str, least: int) -> None:
    small, covered = duty_of(law, least - 1), duty_of(law, least)
    assert (small.kind, covered.kind) == (TOO_SMALL, REQUIRED)
    assert small.items == frozenset()
    assert RANGE in covered.items
    assert f"your firm has {least - 1} in all, so it does not cover you. The person you hire can be the {least}" in (
        small.sentence
    )
    assert "does not cover" not in covered.sentence


@pytest.mark.parametrize("law", ["co", "ct", "dc", "md", "va"])
def test_one_employee_is_enough(law: str) -> None:
    assert duty_of(law, 1).kind == REQUIRED


def test_a_firm_far_too_small_is_not_told_of_the_hire() -> None:
    assert duty_of("ma", 23).sentence == (
        "Massachusetts: the posting must state the pay range, in force since October 29, 2025. It applies to employers "
        "with 25 or more employees in Massachusetts; your firm has 23 in all, so it does not cover you. The range is "
        "also due on promotion, on transfer and on request. Early notes give July 31, 2025; later ones correct it."
    )


def test_colorado_asks_for_most() -> None:
    duty = duty_of("co", 12)
    assert duty.items == {RANGE, BENEFITS, DEADLINE}
    assert duty.sentence.startswith(
        "Colorado: the posting must state the pay range, the benefits and the application deadline, in force since "
        "January 1, 2021. It applies to employers with at least 1 employee in Colorado; your firm has 12 in all."
    )


# In force on November 22, 2026 with a range in the posting: 14 states and DC (the list of the sources, counted).
def test_fourteen_states_and_the_district_ask_a_large_firm() -> None:
    found = covering_laws(MOST_HEADCOUNT, TODAY)
    assert {law.state for law in found} == {
        "CA", "CO", "CT", "DC", "HI", "IL", "ME", "MD", "MA", "MN", "NJ", "NY", "VT", "VA", "WA",
    }  # fmt: skip
    assert len(found) == 15


@pytest.mark.parametrize(
    ("law", "first"), [("ct", date(2026, 10, 1)), ("me", date(2026, 7, 13)), ("de", date(2027, 9, 26))]
)
def test_a_law_is_coming_until_its_first_day(law: str, first: date) -> None:
    before, then = duty_of(law, 100, first - timedelta(days=1)), duty_of(law, 100, first)
    assert (before.kind, then.kind) == (COMING, REQUIRED)
    assert before.items == frozenset()
    assert f"from {day_words(first)} on." in before.sentence
    assert f"in force since {day_words(first)}." in then.sentence


def test_connecticut_says_what_holds_before() -> None:
    assert "asks for the range only on request or before an offer" in duty_of("ct", 5, date(2026, 9, 30)).sentence


def test_delaware_is_coming() -> None:
    assert duty_of("de", 25).kind == TOO_SMALL
    assert duty_of("de", 26).kind == COMING
    assert "from September 26, 2027 on" in duty_of("de", 26).sentence
    assert not posting_duties(STATES["DE"], 26, TODAY).checks(())


@pytest.mark.parametrize(
    ("law", "when"), [("nv", "after an interview"), ("ri", "on request"), ("cincinnati", "on request")]
)
def test_some_laws_ask_for_nothing_in_the_posting(law: str, when: str) -> None:
    duty = duty_of(law, 20)
    assert duty.kind == LATER
    assert duty.items == frozenset()
    assert f"the pay range must be told {when}, not in the posting" in duty.sentence
    assert not posting_duties(STATES["NV"], 20, TODAY).checks(())


def test_columbus_is_enforced_later() -> None:
    assert "December 3, 2025, enforced from January 1, 2027 on." in duty_of("columbus", 15).sentence
    assert "enforced" not in duty_of("columbus", 15, date(2027, 1, 1)).sentence


def test_thin_evidence_is_said() -> None:
    assert duty_of("toledo", 500).kind == duty_of("albany_county", 500).kind == UNKNOWN
    assert duty_of("toledo", 500).sentence == (
        "If the job is in Toledo: what it asks of a posting, of whom and since when was not found. It has a rule on "
        "asking what somebody earned before. The evidence is thin."
    )
    for law in ("westchester", "ithaca", "jersey_city"):
        assert duty_of(law, 20).kind == UNSURE
        assert "Whether it still holds was not checked." in duty_of(law, 20).sentence
    assert "since when was not found" in duty_of("cincinnati", 20).sentence
    assert "Whether benefits belong in it, our source does not say." in duty_of("ny", 20).sentence


def test_where_no_law_was_found_none_is_denied() -> None:
    notes = posting_duties(STATES["TX"], 50, TODAY).notes
    assert notes == (
        "Texas: we found no state law on pay in job postings, checked on November 22, 2026.",
        "This is not legal advice. The list was checked on November 22, 2026; laws change, and it may miss some, local "
        "ones above all.",
    )
    assert posting_duties("72", 50, TODAY).notes[0] == "We did not look for such a law in Puerto Rico."


def test_local_laws_are_named_where_they_can_hold() -> None:
    def labels(area: str) -> list[str]:
        return [duty.law.label for duty in posting_duties(area, 50, TODAY).duties]

    assert labels(STATES["OH"]) == ["Cleveland", "Columbus", "Cincinnati", "Toledo"]
    assert labels(COLUMBUS) == ["Columbus"]
    assert labels(NEW_YORK) == ["New York", "New Jersey", "New York City", "Westchester County", "Jersey City"]
    assert labels("3600004") == ["New York"]  # Southwest New York nonmetropolitan area
    assert labels(NATION) == []


def test_a_metropolitan_area_lies_in_all_its_states() -> None:
    assert states_of(CINCINNATI) == ("OH", "KY", "IN")
    assert (states_of("36"), states_of(NATION), states_of("3600004")) == (("NY",), (), ("NY",))
    sentences = [duty.sentence for duty in posting_duties(NEW_YORK, 50, TODAY).duties]
    assert all(sentence.startswith("If the job is in ") for sentence in sentences)
    assert sum("we found no state law" in note for note in posting_duties(CINCINNATI, 50, TODAY).notes) == 3


def test_a_remote_job_can_fall_under_other_laws() -> None:
    found = posting_duties(STATES["TX"], 12, TODAY, remote=True)
    assert found.notes[1:3] == (
        "A job that can be done from another state can fall under the law of that state.",
        "The range in the posting is asked of a firm with 12 employees by Colorado, Connecticut, District of Columbia, "
        "Maine, Maryland, New Jersey, New York, Vermont and Virginia; some of them count only employees there. The "
        "strictest content is the safe choice: the pay range, the benefits and the application deadline.",
    )
    assert all(" may ask for " in check.sentence for check in found.checks(()))
    assert posting_duties(STATES["TX"], 12, TODAY).elsewhere == ()
    at_home = posting_duties(STATES["CO"], 12, TODAY, remote=True)
    assert "CO" not in {law.state for law in at_home.elsewhere}


def test_before_the_laws_a_remote_job_is_free() -> None:
    found = posting_duties(STATES["TX"], 12, date(2020, 12, 31), remote=True)
    assert found.elsewhere == ()
    assert len(found.notes) == 2


def test_without_a_state_every_law_may_ask() -> None:
    found = posting_duties(NATION, 12, TODAY)
    assert found.notes[0] == "Choose the state of the job: states and cities say what a posting must hold."
    assert found.checks(())[2].sentence == "Colorado may ask for the application deadline: not filled in yet."


def test_what_is_missing_is_marked() -> None:
    found = posting_duties(STATES["CO"], 12, TODAY)
    assert [(check.item, check.present, check.sentence) for check in found.checks({RANGE, BENEFITS})] == [
        (RANGE, True, "Colorado asks for the pay range: filled in."),
        (BENEFITS, True, "Colorado asks for the benefits: filled in."),
        (DEADLINE, False, "Colorado asks for the application deadline: not filled in yet."),
    ]


def asked(area: str, employees: int, today: date = TODAY) -> list[str]:
    return [check.sentence for check in posting_duties(area, employees, today).checks(())]


def test_in_an_area_of_several_states_one_of_them_may_ask() -> None:
    # New York-Newark-Jersey City, NY-NJ: both states ask for the range, New Jersey alone for benefits.
    assert states_of(NEW_YORK) == ("NY", "NJ")
    assert asked(NEW_YORK, 20) == [
        "New York and New Jersey ask for the pay range: not filled in yet.",
        "New Jersey may ask for the benefits: not filled in yet.",
    ]
    # New Jersey counts from 10 employees on; Jersey City is unchecked, the county too.
    assert asked(NEW_YORK, 5) == [
        "New York, New York City, Westchester County and Jersey City may ask for the pay range: not filled in yet."
    ]


def test_the_law_of_a_city_may_ask() -> None:
    assert asked(COLUMBUS, 15) == ["Columbus may ask for the pay range: not filled in yet."]
    assert asked("27060", 4) == ["New York asks for the pay range: not filled in yet."]
    before = date(2023, 1, 1)  # the state's law is of September 2023
    assert asked("27060", 4, before) == ["Ithaca may ask for the pay range: not filled in yet."]


def test_where_sources_differ_on_the_size_the_law_may_ask() -> None:
    # Jersey City: from 4 or from 5 employees on, by source.
    assert [duty_of("jersey_city", employees).kind for employees in (3, 4, 5)] == [TOO_SMALL, UNSURE, UNSURE]
    assert "employees in the city (5 or more by another source); your firm has 4 in all." in (
        duty_of("jersey_city", 4).sentence
    )


@pytest.mark.parametrize(
    ("area", "employees", "sentence"),
    [
        ("Narnia", 5, "The area 'Narnia' is not known: use a BLS area code, such as 36"),
        ("36", 0, "A firm has 1 to 100,000 employees, not 0."),
        ("36", 100_001, "A firm has 1 to 100,000 employees, not 100,001."),
    ],
)
def test_what_cannot_be_is_refused_in_words(area: str, employees: int, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence.replace("(", r"\(")):
        posting_duties(area, employees, TODAY)


@given(st.sampled_from(AREAS), sizes, sizes, days, st.booleans())
def test_a_larger_firm_is_never_covered_by_fewer_laws(area: str, one: int, two: int, today: date, remote: bool) -> None:
    def covering(employees: int) -> set[str]:
        found = posting_duties(area, employees, today, remote=remote)
        asking = {duty.law.law for duty in found.duties if duty.items}
        return asking | {law.law for law in found.elsewhere}

    assert covering(min(one, two)) <= covering(max(one, two))


@given(st.sampled_from(AREAS), sizes, days)
def test_later_days_never_bring_fewer_laws(area: str, employees: int, today: date) -> None:
    now, later = (
        {duty.law.law for duty in posting_duties(area, employees, day).duties if duty.items}
        for day in (today, today + timedelta(days=400))
    )
    assert now <= later


@given(st.sampled_from(AREAS), sizes, days, st.booleans(), st.sets(st.sampled_from(sorted(ITEMS))))
def test_every_answer_is_labelled_and_sourced(
    area: str, employees: int, today: date, remote: bool, filled: set[str]
) -> None:
    found = posting_duties(area, employees, today, remote=remote)
    assert found.notes[-1].startswith(f"This is not legal advice. The list was checked on {day_words(checked_on())}")
    assert set(found.sources) <= load_sources().keys()
    for duty in found.duties:
        assert duty.kind in KINDS
        assert duty.law.source
        assert duty.sentence.endswith(".")
        assert "  " not in duty.sentence
        assert ".." not in duty.sentence
    for check in found.checks(filled):
        assert check.present == (check.item in filled)
        asking = [duty for duty in found.duties if duty.kind == REQUIRED and check.item in duty.items]
        everywhere = {duty.law.state for duty in asking if duty.law.level == "state"} >= set(found.states) != set()
        assert (" may ask for " in check.sentence) != everywhere
    assert {item for duty in found.duties for item in duty.items} <= {check.item for check in found.checks(filled)}
