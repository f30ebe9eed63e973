from __future__ import annotations

from itertools import groupby

import pytest

from lib.hiring import Firm
from lib.hiring.billing import FIELDS
from lib.hiring.figures import BY_STATE, FIGURES, PRICE_OF, figure_default
from lib.hiring.lines import figure_words
from lib.hiring.position import VIRTUAL
from lib.tables import central_roles, load_accuracy, load_cost_index, load_employer_costs
from lib.tables.employer_costs import HEADCOUNT_CLASSES

BILLED = tuple(FIELDS.values())  # a legal secretary's hours are not billed
DEFAULTS = [
    (name, role)
    for name in FIGURES
    for role in central_roles()
    if name != BY_STATE and (role == "paralegal" or name not in BILLED)
]
HEADCOUNTS = tuple(HEADCOUNT_CLASSES.values())


def test_every_figure_is_a_field_of_a_firm_and_every_field_a_figure() -> None:
    assert list(FIGURES) == [name for name in Firm.__dataclass_fields__ if name not in ("headcount", "benefits")]
    assert all(name == figure.name for name, figure in FIGURES.items())


def test_figures_of_a_group_stand_together_and_labels_differ() -> None:
    groups = [group for group, _ in groupby(FIGURES.values(), key=lambda figure: figure.group)]
    assert len(groups) == len(set(groups))
    assert len({figure.label for figure in FIGURES.values()}) == len(FIGURES)


@pytest.mark.parametrize("headcount", HEADCOUNTS)
@pytest.mark.parametrize(("name", "role"), DEFAULTS)
def test_every_figure_has_a_default_that_it_allows(name: str, role: str, headcount: int) -> None:
    cost = figure_default(name, role, headcount)
    assert 0 <= cost.low <= cost.value <= cost.high <= FIGURES[name].most
    assert cost.source
    assert cost.derivation
    assert Firm(headcount).of(name, role) == cost.value
    assert Firm(headcount, **{name: cost.value}).of(name, role) == cost.value  # allowed as a typed figure too


@pytest.mark.parametrize(("name", "role"), DEFAULTS)
def test_a_share_is_shown_as_a_percentage_and_nothing_else_is(name: str, role: str) -> None:
    unit = figure_default(name, role, 20).unit
    assert (FIGURES[name].divisor == 100) == unit.startswith(("share", "mean absolute error"))
    assert FIGURES[name].unit.startswith("$") == unit.startswith("dollars")


@pytest.mark.parametrize(("name", "role"), [(BY_STATE, "paralegal"), *((name, "legal_secretary") for name in BILLED)])
def test_a_figure_without_a_default_is_named(name: str, role: str) -> None:
    with pytest.raises(KeyError, match=f"no row {name} for {role} "):
        figure_default(name, role, 20)


def test_every_row_of_the_table_is_used() -> None:
    others = {"benefits_role_factor", "practice_software", "office_software", "hours_worked"}
    assert {cost.item for cost in load_employer_costs()} == {*FIGURES, *others} - {BY_STATE, "software"}


@pytest.mark.parametrize("role", central_roles())
def test_pay_rises_as_it_did_last(role: str) -> None:
    index = load_cost_index()
    newest = index[index["role"] == role].sort_values("quarter").iloc[-1]
    assert figure_default("wage_growth", role, 20).value == newest["change"]


@pytest.mark.parametrize(("name", "column"), [("pay_error", "ours"), ("market_error", "plain")])
def test_pay_ends_as_far_from_plan_as_real_pay_lay_from_the_estimate_or_the_median(name: str, column: str) -> None:
    cases = load_accuracy().query("check == 'cases'").set_index("group")[column]
    kinds = cases.drop(["all cases", "unknown"])
    error = figure_default(name, "paralegal", 20)
    assert error.value == round(cases["all cases"], 3)
    assert (error.low, error.high) == (round(kinds.min(), 3), round(kinds.max(), 3))
    assert (error.quality, error.source) == ("B", "pay-cases")


# 2.31, 0.87 dollars an hour and so on over wages and paid leave: the survey's four size classes.
@pytest.mark.parametrize(
    ("headcount", "insurance", "retirement", "wages", "leave"),
    [(1, 2.31, 0.87, 27.68, 2.34), (50, 2.89, 1.11, 29.03, 2.65), (100, 3.93, 1.61, 33.20, 3.78),
     (500, 6.36, 3.22, 44.07, 6.25)],
)  # fmt: skip
def test_benefits_are_the_surveys_over_wages_and_leave(
    headcount: int, insurance: float, retirement: float, wages: float, leave: float
) -> None:
    both, one = (insurance + retirement) / (wages + leave), retirement / (wages + leave)
    paralegal, secretary = (figure_default("insurance_and_retirement", role, headcount) for role in central_roles())
    assert paralegal.value == pytest.approx(both * 14.0 / 14.4, abs=0.001)
    assert secretary.value == pytest.approx(both * 18.1 / 14.4, abs=0.001)
    assert (paralegal.role, secretary.role) == central_roles()
    assert figure_default("retirement_match", "paralegal", headcount).value == pytest.approx(one, abs=0.0002)


def test_benefits_of_a_role_say_how_they_follow_from_the_size_class() -> None:
    cost = figure_default("insurance_and_retirement", "legal_secretary", 20)
    assert "(2.31 + 0.87) / (27.68 + 2.34)" in cost.derivation
    assert " For the role x 1.26: Office and administrative support 18.1 %" in cost.derivation
    assert cost.source == "bls-ecec judgement"
    assert cost.quality == "judgement"


def test_the_firms_part_of_a_premium_is_premium_less_the_workers_part() -> None:
    assert figure_default("health_single", "paralegal", 20).value == 9_325 - 1_440
    assert figure_default("health_family", "paralegal", 20).value == 26_993 - 6_850


def test_software_is_the_practice_suite_and_the_office_suite() -> None:
    cost = figure_default("software", "paralegal", 20)
    assert (cost.item, cost.value, cost.low, cost.high) == ("software", 49 + 7, 49 + 7, 149 + 20)
    assert cost.source == "clio-pricing google-workspace"
    assert cost.kind == "estimate"  # two published prices, but the choice of products is ours
    assert cost.derivation == "Entry seat of a practice-management suite. Entry seat of mail and documents."


def test_a_default_is_looked_up_once_for_a_size_class() -> None:
    one, most, next_class = (figure_default("retirement_match", "paralegal", headcount) for headcount in (1, 49, 50))
    assert one is most
    assert next_class is not one


@pytest.mark.parametrize("arrangement", VIRTUAL)
def test_virtual_staff_are_bought_at_a_price_of_the_firm(arrangement: str) -> None:
    assert FIGURES[PRICE_OF[arrangement]].group == "Virtual staff"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("turnover", 0.125, "12.5%"),
        ("turnover", 0.0, "0%"),
        ("state_unemployment_rate", 0.03525, "3.525%"),
        ("office_rent", 33.41, "$33.41"),
        ("virtual_offshore_month", 2_000.0, "$2,000"),
        ("office_rent", 1_000_000.0, "$1,000,000"),
        ("billable_hours", 1_250.0, "1,250"),
        ("vacancy", 1.38, "1.38"),
    ],
)
def test_values_in_words(name: str, value: float, words: str) -> None:
    assert FIGURES[name].words(value) == words


def test_a_default_in_words_has_range_source_and_derivation() -> None:
    assert figure_words("office_rent", "paralegal", 20) == (
        "Range $21 to $69. CommercialEdge, February 2025 (February 2025). "
        "National average asking rent, full service. Type your own."
    )


def test_a_default_without_a_range_names_none() -> None:
    assert figure_words("equipment", "paralegal", 20).startswith("This project, 2026 (2026). No price of a workplace")
