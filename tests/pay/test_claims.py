from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.pay.claim_figures import STATISTICS, PublishedFigure, figure_index, find_figure, role_words
from lib.pay.claims import LONGEST, MOST_AMOUNTS, CheckedAmount, Verdict, check_claim, claim_notice
from lib.pay.words import dollars
from lib.tables import central_roles, load_wages
from lib.tables.claims import PAY, load_claims
from lib.tables.wage_schema import NATION
from tests.pay.test_claim_text import PIECES

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.tables.claims import Claim

NAMES = {
    "median": "median",
    "mean": "average",
    "p10": "10th percentile",
    "p25": "25th percentile",
    "p75": "75th percentile",
    "p90": "90th percentile",
}


def check(text: str) -> CheckedAmount:
    (checked,) = check_claim(text)
    return checked


# BLS OEWS, May 2024, United States: paralegals median 61,010, mean 66,510, p10 39,710, p90 98,990; legal secretaries
# median 54,140, mean 60,320. May 2022: paralegals median 59,200, mean 62,840; legal secretaries mean 54,180. May 2023:
# legal secretaries median 50,680. May 2025: paralegals mean 69,700, legal secretaries median 55,570.
@pytest.mark.parametrize(
    ("claim", "answers"),
    [
        ("clio-paralegal-median", [("wrong_name", "mean", "2024-05", 66_510)]),
        ("clio-paralegal-range", [("right", "p10", "2024-05", 39_710), ("right", "p90", "2024-05", 98_990)]),
        ("clio-secretary-median", [("wrong_name", "mean", "2024-05", 60_320)]),
        ("clio-both-averages", [("right", "mean", "2024-05", 60_320), ("right", "mean", "2024-05", 66_510)]),
        ("tradecolleges-both", [("right", "median", "2024-05", 61_010), ("right", "mean", "2024-05", 66_510)]),
        ("virtualemployee-paralegal", [("right", "median", "2024-05", 61_010)]),
        ("paralegal411-paralegal", [("right", "mean", "2022-05", 62_840)]),
        ("paralegal411-secretary", [("right", "mean", "2022-05", 54_180)]),
        ("usasalaries-paralegal", [("right", "median", "2022-05", 59_200)]),
        ("zippia-both", [("not_found",), ("not_found",)]),
        ("regentsrs-both", [("not_found",), ("near", "median", "2023-05", 50_680)]),
        (
            "pages-dev-both",
            [
                ("not_found",),
                ("right", "mean", "2025-05", 69_700),
                ("not_found",),
                ("near", "median", "2025-05", 55_570),
            ],
        ),
        ("eatsip365-paralegal", [("not_found",), ("not_found",)]),
        ("nala-2015-paralegal", [("not_found",)]),
    ],
)
def test_public_claims(claim: str, answers: list[tuple[str | float, ...]]) -> None:
    checked = check_claim(load_claims()[claim].sentence)
    found = [
        (amount.verdict, amount.found.statistic, amount.found.release, amount.found.amount)
        if amount.found
        else (amount.verdict,)
        for amount in checked
    ]
    assert found == answers
    assert {amount.found.area_code for amount in checked if amount.found} <= {NATION}


@pytest.mark.parametrize("claim", load_claims().values(), ids=lambda claim: claim.claim)
def test_claims_on_pay_are_checked_and_claims_on_the_outlook_are_not(claim: Claim) -> None:
    is_pay = claim.kind == PAY
    assert bool(check_claim(claim.sentence)) is is_pay
    assert bool(claim_notice(claim.sentence)) is not is_pay


# The sentences a reader sees, each with published figures: see above, and Texas May 2024: paralegals median 59,700.
@pytest.mark.parametrize(
    ("text", "verdict", "sentence"),
    [
        (
            "the median paralegal earned $66,510 in May 2024",
            "wrong_name",
            "$66,510 is the mean (average) annual wage of paralegals in the United States, May 2024, not the median, "
            "which is $61,010.",
        ),
        (
            "The median paralegal earned $61,010 in 2024.",
            "right",
            "$61,010 is the median annual wage of paralegals in the United States, May 2024, and the claim calls it by "
            "its right name.",
        ),
        (
            "The average paralegal earned $61,010 in 2024.",
            "wrong_name",
            "$61,010 is the median annual wage of paralegals in the United States, May 2024, not the mean (average), "
            "which is $66,510.",
        ),
        (
            "Paralegals earn $66,510",
            "right",
            "$66,510 is the mean (average) annual wage of paralegals in the United States, May 2024; the claim does "
            "not say which statistic is meant, and the median is $61,010.",
        ),
        (
            "A typical paralegal earns $61,010",
            "right",
            '$61,010 is the median annual wage of paralegals in the United States, May 2024; "typical" does not say '
            "which statistic is meant, and the mean (average) is $66,510.",
        ),
        (
            "Entry level paralegals make $39,710 in 2024",
            "right",
            '$39,710 is the 10th percentile of annual wages for paralegals in the United States, May 2024; "entry '
            'level" does not say which statistic is meant.',
        ),
        (
            "the median paralegal earned $54,140 in May 2024",
            "wrong_role",
            "$54,140 is the median annual wage of legal secretaries in the United States, May 2024, not of paralegals; "
            "the median annual wage of paralegals in the United States, May 2024, is $61,010.",
        ),
        (
            "the median paralegal earned $61,010 in 2023",
            "wrong_year",
            "$61,010 is the median annual wage of paralegals in the United States, May 2024, not for 2023; the median "
            "annual wage of paralegals in the United States, May 2023, is $60,970.",
        ),
        (
            "the median paralegal earned $61,010 in 2030",
            "wrong_year",
            "$61,010 is the median annual wage of paralegals in the United States, May 2024, not for 2030.",
        ),
        (
            "the median paralegal earned $66,510 in 2023",
            "wrong_year",
            "$66,510 is the mean (average) annual wage of paralegals in the United States, May 2024, not the median "
            "and not for 2023; the median annual wage of paralegals in the United States, May 2023, is $60,970.",
        ),
        (
            "The median paralegal in Texas earns $61,010",
            "wrong_place",
            "$61,010 is the median annual wage of paralegals in the United States, May 2024, not in Texas; the median "
            "annual wage of paralegals in Texas, May 2024, is $59,700.",
        ),
        (
            "average pay of paralegals: $66.5k in 2024",
            "right",
            "$66,500 is, rounded, the mean (average) annual wage of paralegals in the United States, May 2024 "
            "($66,510), and the claim calls it by its right name.",
        ),
        (
            "median pay of paralegals: $66.5k in 2024",
            "wrong_name",
            "$66,500 is, rounded, the mean (average) annual wage of paralegals in the United States, May 2024 "
            "($66,510), not the median, which is $61,010.",
        ),
        (
            "median pay of paralegals: $61,500 in 2024",
            "near",
            "No published figure that fits equals $61,500: it is $490 more than the median annual wage of paralegals "
            "in the United States, May 2024, which is $61,010.",
        ),
        (
            "median pay of paralegals: $66,500 in 2024",
            "near",
            "No published figure that fits equals $66,500: it is $10 less than the mean (average) annual wage of "
            "paralegals in the United States, May 2024, which is $66,510; it is not near the median, which is $61,010.",
        ),
        (
            "The median paralegal earned $50,000 in 2024",
            "not_found",
            "No published BLS figure for paralegals in the United States equals $50,000, and no median or mean "
            "(average) of May 2024 comes near it; the median annual wage of paralegals in the United States, May 2024, "
            "is $61,010.",
        ),
        (
            "The lowest 10 percent earn $50,000",
            "not_found",
            "No published BLS figure for paralegals or legal secretaries in the United States equals $50,000, and no "
            "10th percentile from May 2023 to May 2025 comes near it; the 10th percentile of annual wages for "
            "paralegals in the United States, May 2025, is $44,740.",
        ),
        (
            "In 2012 the median paralegal earned $46,991",
            "not_found",
            "No published BLS figure for paralegals in the United States equals $46,991: the data here hold no figures "
            "for 2012.",
        ),
        (
            "Paralegals make $5,084 a month",
            "not_found",
            "BLS publishes wages by the year and by the hour, not by the month, so $5,084 is not checked.",
        ),
    ],
)
def test_the_answer_in_a_sentence(text: str, verdict: str, sentence: str) -> None:
    checked = check(text)
    assert checked.sentence == sentence
    assert checked.verdict == verdict


# BLS OEWS, May 2024, United States, an hour: paralegals mean 31.98, median 29.33; legal secretaries mean 29.00.
@pytest.mark.parametrize(
    ("text", "verdict", "sentence"),
    [
        (
            "Paralegals earn $31.98 an hour on average",
            "right",
            "$31.98 is the mean (average) hourly wage of paralegals in the United States, May 2024, and the claim "
            "calls it by its right name.",
        ),
        (
            "The median paralegal earns $31.98 an hour in 2024",
            "wrong_name",
            "$31.98 is the mean (average) hourly wage of paralegals in the United States, May 2024, not the median, "
            "which is $29.33.",
        ),
        (
            "Paralegals earned $32 an hour on average in 2024",
            "right",
            "$32.00 is, rounded, the mean (average) hourly wage of paralegals in the United States, May 2024 ($31.98), "
            "and the claim calls it by its right name.",
        ),
        (
            "Legal secretaries earned $29 an hour on average in 2024",
            "right",
            "$29.00 is the mean (average) hourly wage of legal secretaries in the United States, May 2024, and the "
            "claim calls it by its right name.",
        ),
        (
            "Paralegals earned $29.50 an hour at the median in 2024",
            "near",
            "No published figure that fits equals $29.50: it is $0.17 more than the median hourly wage of paralegals "
            "in the United States, May 2024, which is $29.33.",
        ),
    ],
)
def test_hourly_amounts_are_compared_with_hourly_figures(text: str, verdict: str, sentence: str) -> None:
    checked = check(text)
    assert checked.sentence == sentence
    assert (checked.verdict, checked.per) == (verdict, "hour")


# May 2023: legal secretaries' 75th percentile is 66,510 too.
def test_of_equal_figures_the_one_that_fits_the_words_is_found() -> None:
    quarter = check("The 75th percentile of legal secretaries was $66,510")
    assert quarter.found == PublishedFigure(66_510, "year", "p75", "legal_secretary", NATION, "2023-05")
    assert quarter.verdict == Verdict.RIGHT
    assert quarter.note == "1 other published figure (of another year, place, role or statistic) is the same amount."
    median = check("The median of paralegals was $66,510")
    assert median.found
    assert (median.found.role, median.found.statistic) == ("paralegal", "mean")
    assert median.note.endswith("is the same amount; an equal amount alone proves little.")


# May 2024 and May 2023 print the same 10th percentile of paralegals, 39,710.
def test_without_a_year_the_newest_of_equal_figures_is_found() -> None:
    checked = check("The 10th percentile of paralegals is $39,710")
    assert checked.found
    assert checked.found.release == "2024-05"
    assert " other published figures (of other years, places, roles or statistics) are the same amount." in checked.note


def figures_elsewhere() -> list[PublishedFigure]:
    index = figure_index("year")
    found = (index.figure(at) for at in range(0, len(index.amounts), 41))
    return [figure for figure in found if figure.role == "paralegal" and len(figure.area_code) == 5]


def test_a_figure_of_a_place_the_claim_does_not_name_comes_last_and_is_called_chance() -> None:
    answers = [
        check(f"The {NAMES[figure.statistic]} for paralegals is ${figure.amount:,.0f}")
        for figure in figures_elsewhere()
    ]
    assert len(answers) > 50
    elsewhere = [answer for answer in answers if answer.found and answer.found.area_code != NATION]
    assert elsewhere
    for answer in elsewhere:
        assert answer.verdict == Verdict.WRONG_PLACE
        assert ", a place the claim does not name, so this may be chance; the " in answer.sentence
        assert answer.right_name


def test_with_no_statistic_or_role_named_a_figure_of_another_place_is_no_evidence() -> None:
    figure = next(figure for figure in figures_elsewhere() if not check(f"Paralegals earn ${figure.amount:,.0f}").found)
    checked = check(f"Paralegals earn ${figure.amount:,.0f}")
    assert checked.verdict == Verdict.NOT_FOUND
    assert " published figure" in checked.note
    assert "proves little" in checked.note


# BLS OEWS, May 2025, United States: the 75th percentile of general secretaries is 58,000.
def test_an_offer_that_equals_a_figure_of_another_place_and_role_is_not_found() -> None:
    checked = check("I was offered $58,000 in Chicago as a paralegal")
    assert checked.verdict == Verdict.NOT_FOUND
    assert check("The median for lawyers is $61,010").verdict == Verdict.WRONG_ROLE


def test_a_figure_of_the_place_named_is_right() -> None:
    # BLS OEWS, May 2024, Texas: paralegals median 59,700.
    checked = check("The median paralegal in Texas earned $59,700 in May 2024")
    assert checked.found == PublishedFigure(59_700, "year", "median", "paralegal", "48", "2024-05")
    assert checked.verdict == Verdict.RIGHT


def test_a_name_that_the_place_has_no_figure_for_is_still_called_wrong() -> None:
    metro = next(
        figure
        for figure in figures_elsewhere()
        if figure.statistic == "median"
        and find_figure("mean", "year", figure.role, figure.area_code, figure.release) is None
    )
    title = load_wages().areas[metro.area_code].area_title
    city = f"{title.split(', ')[0]}, {title.split(', ')[1].split('-')[0]}"
    text = f"The average for paralegals in {city} was ${metro.amount:,.0f} in {metro.release[:4]}"
    checked = check(text)
    assert checked.sentence.endswith(", not the mean (average).")


def test_a_place_without_any_figure_is_answered() -> None:
    wages = load_wages()
    area = next(
        area
        for area in wages.areas.values()
        if area.area_type == "metro"
        and not any(find_figure("median", "year", "paralegal", area.area_code, release) for release in wages.releases)
    )
    title, _, states = area.area_title.rpartition(", ")
    checked = check(f"The median for paralegals in {title}, {states.split('-')[0]} is $61,111")
    assert checked.verdict == Verdict.NOT_FOUND
    assert checked.sentence.endswith("comes near it.")


def nation() -> list[PublishedFigure]:
    found = (
        find_figure(statistic, "year", role, NATION, release)
        for statistic in STATISTICS
        for role in central_roles()
        for release in load_wages().releases
    )
    return [figure for figure in found if figure]


@pytest.mark.parametrize("figure", nation(), ids=lambda figure: f"{figure.statistic}-{figure.role}-{figure.release}")
def test_every_national_figure_is_found_by_its_right_name_and_by_a_wrong_one(figure: PublishedFigure) -> None:
    for statistic, name in NAMES.items():
        text = f"The {name} of {role_words(figure.role)} was {dollars(figure.amount)} in May {figure.release[:4]}."
        checked = check(text)
        assert checked.found == figure
        assert checked.exact
        assert checked.right_name is (statistic == figure.statistic)
        assert checked.verdict == ("right" if statistic == figure.statistic else "wrong_name")
        assert figure.words in checked.sentence


@settings(deadline=None)  # the first text waits for the data
@given(st.sampled_from(nation()))
def test_mean_and_median_are_never_confused(figure: PublishedFigure) -> None:
    text = f"{role_words(figure.role)} earned {dollars(figure.amount)} in May {figure.release[:4]}"
    checked = check(text)
    assert checked.found == figure
    assert checked.right_name is None
    words = checked.sentence.split(" annual wage")[0]
    assert ("median" in words) is (figure.statistic == "median")
    assert ("mean" in words) is (figure.statistic == "mean")


def test_nothing_found_is_said_in_a_sentence() -> None:
    assert check_claim("Growth of 12 % and 39,300 openings") == ()
    assert claim_notice("Growth of 12 % and 39,300 openings").startswith("No amount of pay was found in this text.")
    assert claim_notice("$61,010") == ""


def test_the_first_amounts_of_many_are_checked() -> None:
    many = "$61,010; " * (MOST_AMOUNTS + 1)
    assert len(check_claim(many)) == MOST_AMOUNTS
    assert claim_notice(many) == "Only the first 20 amounts were checked."


@pytest.mark.parametrize("function", [check_claim, claim_notice])
def test_a_text_that_is_too_long_is_refused(function: Callable[[str], object]) -> None:
    with pytest.raises(ValueError, match=r"please paste at most 2,000\."):
        function("1" * (LONGEST + 1))


@settings(deadline=None)  # the first text waits for the data
@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=LONGEST))
def test_every_text_gets_plain_sentences(text: str) -> None:
    for checked in check_claim(text):
        assert checked.sentence.endswith(".")
        assert "nan" not in checked.sentence.split()
        assert checked.exact <= (checked.found is not None)
        assert (checked.verdict == Verdict.NOT_FOUND) is (checked.found is None)


# Patterns that backtrack would take minutes for such texts, not a second.
@pytest.mark.parametrize(
    "piece", ["$5.25 ", "60,000 ", "mean ", "median 60,000 ", "in New York, ", "50-", "1,", "\n", "! "]
)
def test_a_hostile_text_takes_no_time(piece: str) -> None:
    check_claim("$61,010")
    start = time.perf_counter()
    check_claim((piece * LONGEST)[:LONGEST])
    assert time.perf_counter() - start < 1
