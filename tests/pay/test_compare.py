from __future__ import annotations

import pytest

from lib.pay import Profile, estimate
from lib.pay.compare import both_roles, pay_table, percentile_table, profile_rows, steps_table, strip_row

NATION = (44_740, 50_340, 62_890, 80_080, 101_500)  # paralegals, BLS national_M2025_dl.xlsx
BANDS = ["p10", "p25", "median", "p75", "p90"]


def test_a_strip_row_names_its_percentiles() -> None:
    assert strip_row("Here", "paralegal", NATION) == {
        "label": "Here", "role": "paralegal", "p10": 44_740, "p25": 50_340, "median": 62_890, "p75": 80_080,
        "p90": 101_500,
    }  # fmt: skip


def test_a_strip_row_needs_five_percentiles() -> None:
    with pytest.raises(ValueError, match="shorter"):
        strip_row("Here", "paralegal", NATION[:4])


def test_nothing_stated_gives_one_row_for_everybody() -> None:
    rows = profile_rows(estimate(Profile("paralegal", release="2025-05")))
    assert rows["label"].tolist() == ["Paralegals: everybody here"]
    assert rows.loc[0, BANDS].tolist() == list(NATION)


def test_stated_facts_add_a_row_for_the_profile() -> None:
    found = estimate(Profile("legal_secretary", "48", "2025-05", experience="4-6"))
    rows = profile_rows(found)
    assert rows["label"].tolist() == ["Legal secretaries: everybody here", "Legal secretaries: this profile"]
    assert rows.loc[0, BANDS].tolist() == list(found.market.percentiles)
    assert rows.loc[1, BANDS].tolist() == list(found.percentiles)
    assert set(rows["role"]) == {"legal_secretary"}


def test_firm_size_in_house_is_no_stated_fact() -> None:
    assert len(profile_rows(estimate(Profile("paralegal", firm_size="200+", employer="in_house")))) == 2
    assert len(profile_rows(estimate(Profile("paralegal", firm_size="200+")))) == 2


# A month is a twelfth: 62,890 / 12 = 5,240.83. An hour is a 2,080th, which gives BLS's own hourly figures back:
# 21.51, 24.20, 30.24, 38.50, 48.80 (national_M2025_dl.xlsx).
def test_pay_a_year_a_month_and_an_hour() -> None:
    table = pay_table(estimate(Profile("paralegal", release="2025-05")))
    assert table.columns.tolist() == ["Percentile", "A year", "A month", "An hour"]
    assert table.to_numpy().tolist() == [
        ["10th percentile", "$44,740", "$3,728", "$21.51"],
        ["25th percentile", "$50,340", "$4,195", "$24.20"],
        ["Median", "$62,890", "$5,241", "$30.24"],
        ["75th percentile", "$80,080", "$6,673", "$38.50"],
        ["90th percentile", "$101,500", "$8,458", "$48.80"],
    ]


def test_strips_as_a_table() -> None:
    table = percentile_table(both_roles(Profile("paralegal", release="2025-05")).rows)
    assert table.to_dict("list") == {
        "Percentile": ["10th percentile", "25th percentile", "Median", "75th percentile", "90th percentile"],
        "Paralegals": ["$44,740", "$50,340", "$62,890", "$80,080", "$101,500"],
        "Legal secretaries": ["$36,500", "$44,450", "$55,570", "$71,970", "$91,730"],
    }


def test_steps_as_a_table() -> None:
    found = estimate(Profile("paralegal", release="2025-05", experience="0-1", specialization="tax"))
    table = steps_table(found)
    assert table["Step"].tolist() == ["Median in United States", "0 to 1 year", "Tax", "Estimate"]
    start, less, more, end = table["Dollars a year"]
    assert (start, end) == ("$62,890", f"${found.median:,.0f}")
    assert less == f"-${-found.steps['dollars'][1]:,.0f}"
    assert more == f"+${found.steps['dollars'][2]:,.0f}"


# 62,890 - 55,570 = 7,320; 37 in 100 is worked out in test_overview.
def test_both_roles_in_the_nation() -> None:
    found = both_roles(Profile("legal_secretary", release="2025-05"))
    assert found.rows["role"].tolist() == ["paralegal", "legal_secretary"]
    assert found.rows["label"].tolist() == ["Paralegals", "Legal secretaries"]
    assert found.rows[BANDS].to_numpy().tolist() == [list(NATION), [36_500, 44_450, 55_570, 71_970, 91_730]]
    assert {kind for kind, _ in found.origins} == {"fact"}
    assert found.finding == (
        "Paralegals earn $7,320 more in the middle here; about 37 in 100 legal secretaries earn more than that middle"
    )


# New York State, May 2025: 72,230 - 68,410 = 3,820.
def test_where_legal_secretaries_earn_more() -> None:
    finding = both_roles(Profile("paralegal", "36", "2025-05")).finding
    assert finding.startswith("Legal secretaries earn $3,820 more in the middle here; about ")
    assert finding.endswith(" in 100 paralegals earn more than that middle")


def test_where_both_medians_are_equal() -> None:
    # Indiana in the state table of May 2021: both medians stand in the copy as the same figure.
    assert both_roles(Profile("paralegal", "18", "2021-05")).finding == "Both roles have the same median here"


@pytest.mark.parametrize(
    ("profile", "published"),
    [
        (Profile("paralegal", "36", "2025-05"), True),
        (Profile("paralegal", "30", "2025-05"), False),  # no wage of legal secretaries in Montana
        (Profile("legal_secretary", "36", "2025-05", experience="4-6"), False),
    ],
)
def test_only_bls_figures_are_called_published(profile: Profile, published: bool) -> None:
    kinds = [kind for kind, _ in both_roles(profile).origins]
    assert (kinds == ["fact", "fact"]) is published


def test_the_same_facts_are_stated_for_both_roles() -> None:
    profile = Profile("paralegal", "36", "2025-05", experience="11-20", specialization="tax")
    rows = both_roles(profile).rows
    assert rows.loc[0, BANDS].tolist() == list(estimate(profile).percentiles)
    other = Profile("legal_secretary", "36", "2025-05", experience="11-20", specialization="tax")
    assert rows.loc[1, BANDS].tolist() == list(estimate(other).percentiles)
