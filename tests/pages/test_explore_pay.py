from __future__ import annotations

import pytest

from lib.pay import Profile, estimate
from lib.pay.words import dollars
from lib.tables import load_wages
from lib.ui.pickers import level_labels, place_labels
from tests.pages.app import open_page, words

PAGE = "Explore pay"


def test_without_facts_it_shows_what_bls_publishes() -> None:
    text = words(open_page(PAGE))
    assert "Paralegals in the United States earn $50,340 to $80,080 in the middle half" in text
    assert "**Published.** Paralegals: everybody here. BLS OEWS, May 2025" in text
    assert "became" not in text


def test_a_link_restores_every_choice() -> None:
    address = {
        "role": "Legal secretaries",
        "place": "Texas (state)",
        "release": "May 2024",
        "experience": "7 to 10 years",
        "employer": "Law firm",
        "firm_size": "11 to 50 attorneys",
        "specialization": "Family",
        "education": "Bachelor's degree",
        "credential": "No credential",
        "offer": "50000",
    }
    expected = estimate(
        Profile(
            role="legal_secretary", area="48", release="2024-05", experience="7-10", employer="law_firm",
            firm_size="11-50", specialization="family", education="bachelors", credential="none",
        )
    )  # fmt: skip
    app = open_page(PAGE, address)
    text = words(app)
    assert not app.warning
    assert f"Legal secretaries like this in Texas earn {dollars(expected.p25)} to {dollars(expected.p75)}" in text
    assert f"became {dollars(expected.median)}" in text
    assert "$50,000 a year stands" in text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("place", "Narnia"),
        ("release", "May 1999"),
        ("experience", "<script>alert(1)</script>"),
        ("role", "paralegal$$"),
        ("specialization", "x" * 5_000),
    ],
)
def test_a_wrong_link_falls_back_with_a_sentence(name: str, value: str) -> None:
    app = open_page(PAGE, {name: value})
    assert not app.exception
    assert len(app.warning) == 1
    assert "is not known here. Showing" in app.warning[0].value
    assert "<script>" not in app.warning[0].value.replace("\\<", "")
    assert "Paralegals in the United States earn $50,340 to $80,080" in words(app)


def test_firm_size_is_asked_of_law_firms_only() -> None:
    labels = [box.label for box in open_page(PAGE, {"employer": "Company legal department"}).selectbox]
    assert "Firm size (attorneys)" not in labels
    assert "Firm size (attorneys)" in [box.label for box in open_page(PAGE, {"employer": "Law firm"}).selectbox]


def test_an_offer_is_judged_against_both_groups() -> None:
    text = words(open_page(PAGE, {"offer": "62890", "experience": "2 to 3 years"}))
    assert "Against paralegals like this, $62,890 a year stands at about the" in text
    assert (
        "Against everybody: paralegals in the United States, $62,890 a year stands at about the 50th percentile" in text
    )


def test_an_hourly_offer_counts_2080_hours() -> None:
    # 30.24 x 2,080 = 62,899
    text = words(open_page(PAGE, {"offer": "30.24", "offer_per": "an hour"}))
    assert "$30.24 an hour stands at about the 50th percentile" in text
    assert "$30.24 an hour is usual: in the upper part of the middle half of people in this role here" in text


def test_an_hourly_amount_taken_for_a_yearly_one_is_questioned() -> None:
    app = open_page(PAGE, {"offer": "30"})
    assert "Is the amount per hour" in app.warning[0].value


def test_an_area_without_a_figure_says_so() -> None:
    text = words(open_page(PAGE, {"role": "Legal secretaries", "place": "Montana (state)"}))
    assert "**Our estimate.** Legal secretaries: everybody here. No wage of legal secretaries (withheld or" in text
    assert "usually off by" in text


def test_prices_divide_pay() -> None:
    # California, BEA 2024: 110.72. The paralegal median there is the BLS row for area 06.
    row = load_wages().find("2025-05", "06", "23-2011")
    assert row is not None
    assert row.median is not None
    text = words(open_page(PAGE, {"place": "California (state)"}))
    assert f"{dollars(row.median)} here buys what {dollars(row.median / 1.1072)} buys at average US prices" in text


@pytest.mark.parametrize("role", ["Paralegals", "Legal secretaries"])
def test_every_kind_of_place_opens(role: str) -> None:
    places = list(place_labels().values())
    app = open_page(PAGE, {"role": role})
    for place in places[:60:9] + places[60::90]:
        app.selectbox(key="place").select(place_key(place)).run()
        assert not app.exception, place


def place_key(label: str) -> str:
    return next(code for code, known in place_labels().items() if known == label)


def test_labels_are_unique_so_that_a_link_means_one_thing() -> None:
    labels = list(place_labels().values())
    assert len(set(labels)) == len(labels)
    for factor in ("experience", "employer", "firm_size", "specialization", "education", "credential"):
        of_paralegals, of_secretaries = (level_labels(role, factor) for role in ("paralegal", "legal_secretary"))
        assert of_paralegals == of_secretaries
        assert len(set(of_paralegals.values())) == len(of_paralegals)


def test_a_borrowed_figure_is_never_headlined_as_the_areas_own() -> None:
    # Our data has no metropolitan rows before May 2024; without state rows for May 2022 the nation stands in.
    app = open_page(PAGE, {"place": place_labels()["26420"], "release": "May 2022"})
    headlines = [header.value for header in app.header]
    assert headlines[0].startswith("Paralegals in the United States earn")
    assert "No figure for Houston" in app.info[0].value


def test_a_share_beyond_the_published_points_is_not_given_in_hundredths() -> None:
    text = words(open_page(PAGE, {"place": place_labels()["43420"], "experience": "7 to 10 years"}))
    assert "fewer than 1 in 10 legal secretaries earn more than that middle" in text


@pytest.mark.parametrize("amount", ["abc", "-5", "nan", "2000000", "1e999"])
def test_an_amount_that_is_none_is_named(amount: str) -> None:
    app = open_page(PAGE, {"offer": amount})
    assert not app.exception
    assert "which is not a number from 0 to 1,000,000" in app.warning[0].value
