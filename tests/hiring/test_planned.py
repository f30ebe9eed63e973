from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given

from lib.hiring import PlannedPosition, Position
from lib.hiring.planned import MOST_COUNT, PAY_BASES, SEARCHES
from lib.pay import Profile, estimate
from lib.pay.ageing import ageing
from tests.hiring.plans import POSITIONS, STATE_AREAS, typed

TEXAS_PARALEGAL = PlannedPosition("paralegal", "48")


# BLS, state table of May 2025: paralegals in Texas.
@pytest.mark.parametrize(
    ("basis", "pay"), [("p10", 39_190), ("p25", 47_410), ("median", 62_310), ("p75", 77_740), ("p90", 98_440)]
)
def test_a_market_basis_is_the_published_percentile(basis: str, pay: int) -> None:
    assert PlannedPosition("paralegal", "48", pay_basis=basis).priced() == Position(
        "paralegal", "TX", pay, "in_office", "fact", "BLS OEWS, May 2025, Texas"
    )


@pytest.mark.parametrize(
    "facts", [{"experience": "senior"}, {"specialization": "intellectual_property"}, {"credential": "cp"}]
)
def test_a_market_basis_does_not_look_at_the_person(facts: dict[str, str]) -> None:
    assert PlannedPosition("paralegal", "48", **facts).priced().annual_pay == 62_310


def test_where_nothing_is_published_the_market_is_our_estimate() -> None:
    priced = PlannedPosition("legal_secretary", "30").priced()  # Montana
    assert priced.annual_pay == pytest.approx(48_395, abs=1)  # worked out in tests/pay/test_fallback.py
    assert priced.pay_kind == "estimate"
    assert priced.pay_source.startswith("No wage of legal secretaries (withheld or not published by BLS")


def test_the_estimate_is_for_every_stated_fact() -> None:
    facts = {"experience": "4-6", "specialization": "intellectual_property", "credential": "cp"}
    row = PlannedPosition("paralegal", "48", pay_basis="estimate", **facts)
    assert row.profile() == Profile("paralegal", "48", **facts)
    priced = row.priced()
    assert priced.annual_pay == estimate(Profile("paralegal", "48", **facts)).median
    assert (priced.pay_kind, priced.pay_source) == ("estimate", "Our estimate from BLS OEWS, May 2025, Texas")


def test_less_experience_is_estimated_lower() -> None:
    first, fourth = (PlannedPosition("paralegal", "48", level, "estimate").priced() for level in ("0-1", "4-6"))
    assert first.annual_pay < fourth.annual_pay < 62_310


def test_an_estimate_for_nobody_in_particular_is_the_published_median() -> None:
    priced = PlannedPosition("paralegal", "48", pay_basis="estimate").priced()
    assert (priced.annual_pay, priced.pay_kind) == (62_310, "fact")


def test_a_typed_amount_is_the_users() -> None:
    priced = typed(71_234.5, experience="senior").priced()
    assert (priced.annual_pay, priced.pay_kind, priced.pay_source) == (71_234.5, "input", "Your figure")


def test_an_amount_without_the_typed_basis_does_not_count() -> None:
    assert PlannedPosition("paralegal", "48", amount=1).priced().annual_pay == 62_310


@pytest.mark.parametrize("basis", PAY_BASES)
def test_every_basis_can_be_priced_in_every_state(basis: str) -> None:
    for area in STATE_AREAS.values():
        assert PlannedPosition("legal_secretary", area, "4-6", basis, 50_000).priced().annual_pay > 15_000


def test_market_pay_is_carried_by_the_cost_index_and_becomes_an_estimate() -> None:
    # May 2025 to January 2027 is 20 months, all at the newest change of 3.7 %: 1.037 ^ (20 / 12) = 1.06242.
    # 62,310 x 1.06242 = 66,199.66
    priced = TEXAS_PARALEGAL.priced("2027-01")
    assert priced.annual_pay == pytest.approx(62_310 * 1.037 ** (20 / 12))
    assert priced.annual_pay == pytest.approx(66_199.66, abs=1)
    assert priced.pay_kind == "estimate"
    assert priced.pay_source.startswith("BLS OEWS, May 2025, Texas; carried to January 2027: pay × ")


@pytest.mark.parametrize("basis", [basis for basis in PAY_BASES if basis != "typed"])
def test_every_market_basis_is_carried_by_the_same_factor(basis: str) -> None:
    row = PlannedPosition("legal_secretary", "48", "0-1", basis)
    aged = ageing("legal_secretary", "2025-05", "2028-06")
    assert aged is not None
    assert row.priced("2028-06").annual_pay == pytest.approx(row.priced().annual_pay * aged.factor)


def test_a_typed_amount_is_never_carried() -> None:
    assert typed().priced("2029-01") == typed().priced()


def test_an_estimated_market_is_carried_too() -> None:
    priced = PlannedPosition("legal_secretary", "30").priced("2027-01")
    assert priced.annual_pay == pytest.approx(48_395 * 1.035 ** (20 / 12), abs=2)
    assert priced.pay_source.startswith("No wage of legal secretaries")
    assert "carried to January 2027" in priced.pay_source


@pytest.mark.parametrize(
    ("area", "state"),
    [("11", "DC"), ("47900", "DC"), ("35620", "NY"), ("0100001", "AL")],
    ids=["DC", "Washington metro", "New York metro", "rural Alabama"],
)
def test_the_area_sets_the_state(area: str, state: str) -> None:
    row = PlannedPosition("paralegal", area)
    assert row.state == row.priced().state == state


@pytest.mark.parametrize(
    ("arrangement", "state"),
    [("remote", "CA"), ("in_office", "TX"), ("virtual_us", "TX"), ("virtual_offshore", "TX")],
)
def test_only_remote_employees_are_taxed_where_they_work(arrangement: str, state: str) -> None:
    row = PlannedPosition("paralegal", "48", arrangement=arrangement, works_in="CA")
    assert row.priced().state == state
    assert row.priced().annual_pay == 62_310  # the market stays the area's
    assert row.hint == ("" if arrangement == "remote" else "The state CA counts for remote employees only.")


def test_remote_employees_work_in_the_areas_state_unless_another_is_named() -> None:
    assert PlannedPosition("paralegal", "48", arrangement="remote").state == "TX"


def test_the_share_of_full_time_is_kept() -> None:
    priced = typed(share=0.5).priced()
    assert (priced.annual_pay, priced.share, priced.paid) == (60_000, 0.5, 30_000)


@pytest.mark.parametrize(
    ("position", "label"),
    [
        (TEXAS_PARALEGAL, "Paralegal, Texas"),
        (PlannedPosition("legal_secretary", "35620", "4-6"), "Legal secretary, 4 to 6 years, New York-Newark"),
        (PlannedPosition("paralegal", "48", "senior"), "Paralegal, senior, lead or supervising title, Texas"),
        (PlannedPosition("paralegal", "48", share=0.5), "Paralegal, 50% of full time, Texas"),
        (PlannedPosition("paralegal", "48", "0-1", share=0.25), "Paralegal, 0 to 1 year, 25% of full time, Texas"),
    ],
)
def test_a_label_says_the_job_in_a_few_words(position: PlannedPosition, label: str) -> None:
    assert position.label.startswith(label)


TAXES_DIFFER = "Choose a state, metropolitan or nonmetropolitan area: taxes differ by state."


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"role": "lawyer"}, "role 'lawyer' is not known. Known: paralegal, legal_secretary."),
        ({"area": "Texas"}, "area 'Texas' is not known: use a BLS area code"),
        ({"area": "99"}, TAXES_DIFFER),
        ({"area": "72"}, TAXES_DIFFER),
        ({"area": "6600001"}, TAXES_DIFFER),
        ({"experience": "forever"}, "experience 'forever' is not known. Known: 0-1, 2-3, 4-6, 7-10"),
        ({"specialization": "space"}, "specialization 'space' is not known. Known: "),
        ({"credential": "driver"}, "credential 'driver' is not known. Known: "),
        ({"pay_basis": "p99"}, "pay_basis 'p99' is not known. Known: median, p10, p25, p75, p90, estimate, typed."),
        (
            {"arrangement": "beach"},
            "arrangement 'beach' is not known. Known: in_office, remote, virtual_us, virtual_offshore.",
        ),
        ({"search": "magic"}, "search 'magic' is not known. Known: own, agency, none."),
        ({"works_in": "ZZ"}, "works_in 'ZZ' is not known. Known: AK, AL"),
        ({"works_in": ""}, "works_in '' is not known. Known: AK, AL"),
        ({"count": 0}, "The number of people must be 1 to 1,000, not 0."),
        ({"count": -1}, "The number of people must be 1 to 1,000, not -1."),
        ({"count": 1_001}, "The number of people must be 1 to 1,000, not 1,001."),
        ({"share": 0.0}, "The share of full time must be 5 % to 100 %, not 0%."),
        ({"share": 1.5}, "The share of full time must be 5 % to 100 %, not 150%."),
        ({"share": float("nan")}, "The share of full time must be 5 % to 100 %, not nan%."),
        ({"raise_a_year": 0.9}, "The yearly raise must lie between -50 % and 50 %, not 90%."),
        ({"raise_a_year": -0.6}, "The yearly raise must lie between -50 % and 50 %, not -60%."),
        ({"raise_a_year": float("nan")}, "The yearly raise must lie between -50 % and 50 %, not nan%."),
        ({"start": "2027-5"}, "A month is written like 2027-03, not '2027-5'."),
        ({"start": "2027-13"}, "A month is written like 2027-03, not '2027-13'."),
        ({"end": "1999-05"}, "A month is written like 2027-03, not '1999-05'."),
        ({"end": "2027-05" * 100}, "A month is written like 2027-03, not '2027-052027-052027-0'."),
        ({"start": ""}, "A month is written like 2027-03, not ''."),
        (
            {"start": "2027-05", "end": "2027-03"},
            "The last month, March 2027, lies before the first, May 2027.",
        ),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_in_a_sentence(changed: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as raised:
        PlannedPosition(**{"role": "paralegal", "area": "48", **changed})
    assert str(raised.value).startswith(sentence)


@pytest.mark.parametrize("amount", [None, 0, -1, 1_000_000.01, float("nan"), float("inf")])
def test_a_typed_amount_must_be_an_amount(amount: float | None) -> None:
    with pytest.raises(ValueError, match=r"^Type an amount above 0 and up to 1,000,000 dollars a year, or choose a"):
        PlannedPosition("paralegal", "48", pay_basis="typed", amount=amount).priced()


def test_a_row_that_waits_for_its_amount_says_so() -> None:
    assert PlannedPosition("paralegal", "48", pay_basis="typed").problem.startswith("Type an amount")
    assert typed(1).problem == ""
    assert TEXAS_PARALEGAL.problem == ""


def test_an_amount_that_does_not_count_is_said() -> None:
    hint = PlannedPosition("paralegal", "48", amount=75_000).hint
    assert hint == ("The amount $75,000 is not used, because Pay is “Market median”: choose “Typed amount” to use it.")
    assert TEXAS_PARALEGAL.hint == typed().hint == ""


@pytest.mark.parametrize(
    "facts", [{"experience": "senior"}, {"specialization": "intellectual_property"}, {"credential": "cp"}]
)
def test_facts_that_do_not_count_are_said(facts: dict[str, str]) -> None:
    assert PlannedPosition("paralegal", "48", pay_basis="p75", **facts).hint == (
        "What is stated of the person is not used, because Pay is “Market 75th percentile”: choose “Our estimate for "
        "the facts” to use it."
    )
    assert PlannedPosition("paralegal", "48", pay_basis="estimate", **facts).hint == ""


@pytest.mark.parametrize("amount", [-1, 1_000_001, float("nan"), float("inf")])
def test_an_impossible_amount_is_refused_even_if_it_does_not_count(amount: float) -> None:
    with pytest.raises(ValueError, match="Type an amount"):
        PlannedPosition("paralegal", "48", amount=amount)


def test_the_limits_themselves_are_allowed() -> None:
    assert typed(1_000_000, count=MOST_COUNT).priced().annual_pay == 1_000_000
    assert PlannedPosition("paralegal", "48", amount=0, count=1).priced().annual_pay == 62_310
    assert typed(share=0.05).priced().paid == 3_000
    assert [typed(raise_a_year=most).raise_a_year for most in (-0.5, 0.5)] == [-0.5, 0.5]
    one_month = typed(start="2027-03", end="2027-03")
    assert one_month.start == one_month.end
    assert [typed(search=search).search for search in SEARCHES] == ["own", "agency", "none"]


@given(POSITIONS)
def test_a_priced_position_keeps_role_arrangement_and_share(position: PlannedPosition) -> None:
    priced = position.priced()
    assert (priced.role, priced.arrangement, priced.share) == (position.role, position.arrangement, position.share)
    assert (priced.pay_kind == "input") == (position.pay_basis == "typed")
    assert PlannedPosition(**asdict(position)) == position
