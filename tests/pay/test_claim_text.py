from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.pay.claim_text import LONGEST, MOST_AMOUNTS, ClaimedAmount, read_claim

PARALEGAL, SECRETARY = "paralegal", "legal_secretary"


def read(text: str) -> tuple[ClaimedAmount, ...]:
    return read_claim(text)[0]


@pytest.mark.parametrize(
    ("text", "value", "step", "per"),
    [
        ("$66,510", 66_510, 1, "year"),
        ("$66510", 66_510, 1, "year"),
        ("US$66,510", 66_510, 1, "year"),
        ("US $ 66,510", 66_510, 1, "year"),
        ("USD 66,510", 66_510, 1, "year"),
        ("66,510 dollars", 66_510, 1, "year"),
        ("$66,510.00", 66_510, 0.01, "year"),
        ("＄６６,５１０", 66_510, 1, "year"),
        ("$\u00a066,510", 66_510, 1, "year"),
        ("$66.5k", 66_500, 100, "year"),
        ("$66.51K a year", 66_510, 10, "year"),
        ("66 thousand dollars", 66_000, 1_000, "year"),
        ("70K", 70_000, 1_000, "year"),
        ("66510", 66_510, 1, "year"),
        ("62,840 (2022 mean)", 62_840, 1, "year"),
        ("$66,510/yr", 66_510, 1, "year"),
        ("$66,510 hourly and yearly", 66_510, 1, "year"),
        ("$31.98 an hour", 31.98, 0.01, "hour"),
        ("$31.98 per hour", 31.98, 0.01, "hour"),
        ("$31.98/hr", 31.98, 0.01, "hour"),
        ("$31.98 hourly", 31.98, 0.01, "hour"),
        ("$31.98", 31.98, 0.01, "hour"),
        ("hourly wage of $29", 29, 1, "hour"),
        ("31.98 an hour", 31.98, 0.01, "hour"),
        ("$5,084 per month", 5_084, 1, "month"),
        ("monthly pay of $5,084", 5_084, 1, "month"),
        ("$1,173 a week", 1_173, 1, "week"),
        ("$200 daily", 200, 1, "day"),
    ],
)
def test_an_amount_is_read(text: str, value: float, step: float, per: str) -> None:
    (claimed,) = read(text)
    assert (claimed.value, claimed.per) == (value, per)
    assert claimed.step == pytest.approx(step)
    assert claimed.words in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "39,300 openings a year",
        "openings: 39,300",
        "employment of 367,220",
        "367,220 paralegals work in the country",
        "about 154,540 legal secretaries",
        "12 %, 12%, 14 percent and 20 per cent",
        "from 2024 to 2034",
        "May 2024",
        "occupation 23-2011",
        "a 401k plan",
        "a fee of $150",
        "a firm worth $300 million",
        "a firm worth $3bn",
        "2,080 hours a year",
        "San Jose, CA 95113",
        "66,5101",
        "$1.2.3",
        "1234567890",
    ],
)
def test_what_is_no_pay_is_left_out(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "values", "per"),
    [
        ("$39,710 to $98,990", [39_710, 98_990], "year"),
        ("between 39,710 and 98,990", [39_710, 98_990], "year"),
        ("50-70K", [50_000, 70_000], "year"),
        ("$40–55K", [40_000, 55_000], "year"),
        ("$50K-$70K", [50_000, 70_000], "year"),
        ("$19.09 to 47.59 an hour", [19.09, 47.59], "hour"),
        ("$19 to $47.59 an hour", [19, 47.59], "hour"),
        ("$61,010 and 29.33 an hour", [61_010, 29.33], None),
    ],
)
def test_a_range_is_read(text: str, values: list[float], per: str | None) -> None:
    claimed = read(text)
    assert [amount.value for amount in claimed] == values
    assert per is None or {amount.per for amount in claimed} == {per}


@pytest.mark.parametrize(
    ("text", "statistics"),
    [
        ("The median was $61,010.", ["median"]),
        ("$61,010 (median)", ["median"]),
        ("Median: $61,010 (mean $66,510)", ["median", "mean"]),
        ("$61,010 is the median and $66,510 the mean", ["median", "mean"]),
        ("The median was $61,010, the mean $66,510", ["median", "mean"]),
        ("The median and the mean are $61,010 and $66,510", ["median", "mean"]),
        ("$61,010 and $66,510 are the median and the mean, respectively", ["median", "mean"]),
        ("a median of $61,010 for paralegals and $54,140 for legal secretaries", ["median", "median"]),
        ("On average, paralegals earn $66,510", ["mean"]),
        ("Paralegals earn $66,510 a year, on average", ["mean"]),
        ("The average (median) pay is $61,010", ["median"]),
        ("The median, not the mean, was $61,010", ["median"]),
        ("Pay of $70,000 is above the median", [""]),
        ("Pay is above the median of $61,010", ["median"]),
        ("Paralegals earn $70,000, and nobody knows the median", [""]),
        ("Paralegals earn $70,000, and the median is $61,010", ["", "median"]),
        ("This means $61,010", [""]),
        ("The 10th percentile is $39,710", ["p10"]),
        ("25th and 75th percentiles were $48,190 and $78,280", ["p25", "p75"]),
        ("The 10th to 90th percentile: $39,710 to $98,990", ["p10", "p90"]),
        ("The lowest 10 percent earned less than $39,710 and the highest 10 percent more than $98,990", ["p10", "p90"]),
        ("The bottom 10% earn $39,710, the top 10% as much as $98,990", ["p10", "p90"]),
        ("The lowest-paid ten per cent earned $39,710, and paralegals in Ohio $75,000", ["p10", ""]),
        ("The lower quartile is $48,190, the top quarter earns $78,280", ["p25", "p75"]),
        ("The midpoint is $61,010", ["median"]),
        ("on July 10th it was $61,010", [""]),
    ],
)
def test_the_statistic_is_read(text: str, statistics: list[str]) -> None:
    assert [" ".join(amount.statistics) for amount in read(text)] == statistics


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Entry-level paralegals make $39,710", "entry-level"),
        ("Paralegals make up to $98,990", "up to"),
        ("A typical paralegal makes $61,010", "typical"),
    ],
)
def test_vague_words_name_no_statistic(text: str, called: str) -> None:
    (claimed,) = read(text)
    assert claimed.called == called
    assert not claimed.sure


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Paralegals and legal assistants earned $61,010", [PARALEGAL]),
        ("Legal secretaries and administrative assistants earned $54,140", [SECRETARY]),
        ("A legal administrative assistant earns $54,140", [SECRETARY]),
        ("Paralegals earned $61,010 and legal secretaries $54,140", [PARALEGAL, SECRETARY]),
        ("$61,010 for paralegals and $54,140 for legal secretaries", [PARALEGAL, SECRETARY]),
        ("A guide for paralegals: $54,140 for legal secretaries", [SECRETARY]),
        ("Paralegals and legal secretaries earned $61,010 and $54,140", [PARALEGAL, SECRETARY]),
        ("Paralegals, unlike legal secretaries, earn $61,010", [PARALEGAL]),
        ("Paralegals and legal secretaries earn $60,000", [f"{PARALEGAL} {SECRETARY}"]),
        ("Attorneys supervise paralegals, who earn $61,010, while lawyers earn $151,160", [PARALEGAL, "lawyer"]),
        ("Paralegals earn $61,010, and their bosses, lawyers, make $151,160", [PARALEGAL, "lawyer"]),
        ("It is $61,010 for paralegals, $151,160 for attorneys", [PARALEGAL, "lawyer"]),
        ("Attorneys earn $151,160", ["lawyer"]),
        ("Executive secretaries earn $74,260", ["executive_secretary"]),
        ("Administrative services managers earn $104,900", ["administrative_services_manager"]),
        ("Office supervisors earn $66,140", ["office_supervisor"]),
        ("An administrative assistant earns $46,010", ["secretary"]),
        ("A secretary earns $46,010", [f"{SECRETARY} secretary"]),
        ("They earn $61,010", [""]),
    ],
)
def test_the_role_is_read(text: str, roles: list[str]) -> None:
    assert [" ".join(amount.roles) for amount in read(text)] == roles


@pytest.mark.parametrize(
    ("text", "releases"),
    [
        ("In May 2024 it was $61,010", ["2024-05"]),
        ("In 2024 it was $61,010", ["2024-05"]),
        ("Written in June 2025: in May 2024 it was $61,010", ["2024-05"]),
        ("It rose from $52,920 in 2020 to $61,010 in 2024", ["2020-05", "2024-05"]),
        ("It was $61,010 and grows from 2024 to 2034", [""]),
        ("It was $61,010 and grows 3% over 2024-34", [""]),
        ("In 2012 it was $46,990", ["2012-05"]),
        ("It was $61,010", [""]),
        ("It was $60,970 and then $61,010 in 2023 and 2024", ["2023-05 2024-05"] * 2),
    ],
)
def test_the_year_is_read(text: str, releases: list[str]) -> None:
    assert [" ".join(amount.releases) for amount in read(text)] == releases


# BLS area codes: 99 nation, 36 New York State, 35620 New York metro, 11 District of Columbia, 47900 Washington metro.
@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Paralegals in Texas earn $59,700", "48"),
        ("Texas paralegals earn $59,700", "48"),
        ("in texas, $59,700", "48"),
        ("Paralegals in TX earn $59,700", "48"),
        ("Paralegals in ZZ earn $59,700", ""),
        ("Paralegals in West Virginia earn $49,000", "54"),
        ("Paralegals in New York earn $70,000", "36 35620"),
        ("Paralegals in New York, NY earn $70,000", "35620"),
        ("Paralegals in New York, New York earn $70,000", "35620"),
        ("Paralegals in New York City earn $70,000", "35620"),
        ("NYC paralegals earn $70,000", "35620"),
        ("Paralegals in New York State earn $70,000", "36"),
        ("Paralegals in Washington, D.C., earn $90,000", "11 47900"),
        ("D.C. paralegals earn $90,000", "11"),
        ("Paralegals in DC earn $90,000", "11"),
        ("Paralegals in Texas, who earn $59,700", "48"),
        ("Paralegals in Boston, Who earn $59,700", "14460"),
        ("San Jose paralegals earn $90,000", "41940"),
        ("Paralegals in San Jose earn $90,000", "41940"),
        ("Paralegals in San Jose-Sunnyvale-Santa Clara, CA, earn $90,000", "41940"),
        ("San Jose: $90,000", "41940"),
        ("Jackson Lewis pays $90,000", ""),
        ("Paralegals in Columbus, Ohio, earn $60,000", "18140"),
        ("Paralegals in Columbus, Vermont, earn $60,000", "50"),
        ("Paralegals in Columbus, who earn $60,000", "17980 18020 18140"),
        ("Paralegals in Honolulu earn $60,000", "46520"),
        ("Kansas City paralegals earn $60,000", "28140"),
        ("Paralegals in mobile teams earn $60,000", ""),
        ("Paralegals in Texasville earn $60,000", ""),
        ("Paralegals in the United States earn $61,010", "99"),
        ("U.S. paralegals earn $61,010", "99"),
        ("The national median is $61,010", "99"),
        ("Nationwide, they earn $61,010", "99"),
        ("The U.S. Bureau of Labor Statistics reports $61,010", ""),
        ("They told us $61,010", ""),
        ("Northern Vermont nonmetropolitan area: $50,000", "5000002"),
    ],
)
def test_the_place_is_read(text: str, areas: str) -> None:
    (claimed,) = read(text)
    assert sorted(claimed.areas) == sorted(areas.split())


def test_role_year_and_place_hold_for_the_next_sentence_but_the_statistic_does_not() -> None:
    first, low, high = read(
        "In Texas, the median wage of paralegals and legal assistants was $59,700 in May 2024. The lowest 10 percent "
        "earned less than $38,000. Others earned $98,990."
    )
    assert (low.roles, low.releases, low.areas) == (first.roles, first.releases, first.areas)
    assert low.statistics == ("p10",)
    assert (high.called, high.statistics, high.sure) == (None, (), False)


def test_lines_are_sentences_but_a_heading_with_a_colon_belongs_to_the_next_line() -> None:
    paralegal, secretary = read("Average salary:\nParalegals $66,510\nLegal secretaries $60,320")
    assert (paralegal.statistics, paralegal.roles) == (("mean",), (PARALEGAL,))
    assert (secretary.statistics, secretary.roles) == ((), (SECRETARY,))


@pytest.mark.parametrize("cell", [" | ", "\t"])
def test_a_row_of_a_table_has_the_roles_of_its_columns(cell: str) -> None:
    table = (
        f"Aspect{cell}Legal secretary{cell}Paralegal\n"
        f"Education{cell}high school{cell}paralegal certificate\n"
        f"Average salary{cell}$60,320 per year{cell}$66,510 per year"
    )
    assert [amount.roles for amount in read(table)] == [(SECRETARY,), (PARALEGAL,)]
    assert [amount.statistics for amount in read(table)] == [("mean",), ("mean",)]


def test_the_words_are_the_text_as_it_stands() -> None:
    assert read("pay of $\u00a066,510 – good")[0].words == "$\u00a066,510"


def test_a_text_that_is_too_long_is_refused() -> None:
    assert read("x" * LONGEST) == ()
    with pytest.raises(ValueError, match=r"^The text has 2,001 characters; please paste at most 2,000\.$"):
        read("x" * (LONGEST + 1))


def test_only_so_many_amounts_are_read() -> None:
    enough, more = read_claim("$61,010; " * MOST_AMOUNTS)
    assert (len(enough), more) == (MOST_AMOUNTS, False)
    first, more = read_claim("$61,010; " * (MOST_AMOUNTS + 1))
    assert (len(first), more) == (MOST_AMOUNTS, True)


PIECES = st.sampled_from(
    (
        "$61,010",
        "$66.5k",
        "66.5k",
        "$40-55K",
        "31.98 an hour",
        "$5,084 a month",
        " and ",
        " to ",
        ", ",
        ". ",
        ".\n",
        "median",
        "average ",
        "top 10%",
        "10th",
        "percentile",
        "entry level",
        "typical",
        "paralegals ",
        "lawyers ",
        "legal secretaries",
        "in ",
        "New York",
        "Columbus",
        ", Ohio",
        "U.S.",
        "2024",
        "May 2023",
        "2012",
        "-2034",
        "respectively",
        "(",
        ")",
        "'s",
        "：",
        "–",
        "½",
        "\u2028",
    )
)


@settings(deadline=None)  # the first text waits for the data
@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=LONGEST))
def test_no_text_is_an_error(text: str) -> None:
    for claimed in read(text):
        assert claimed.words in text
        assert claimed.value >= 0
        assert claimed.step > 0
