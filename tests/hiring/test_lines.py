from __future__ import annotations

import pytest

from lib.hiring import Firm, Position, loaded_cost
from lib.hiring.lines import GROUPS, OFFICE, Line, hiring_lines, line_of, source_words
from lib.hiring.payroll_taxes import taxes_due
from lib.hiring.position import states

AGENCIES = "State workforce agencies, 2026"
CENTER = "Center for American Progress (Boushey and Glynn), 2012"
TURNOVER_RATE = "This project, 2026; Society for Human Resource Management, 2016"
REPLACING = "Replacing people who leave"


def lines_of(
    firm: Firm, arrangement: str = "in_office", state: str = "TX", share: float = 1.0, role: str = "paralegal"
) -> dict[str, Line]:
    cost = loaded_cost(Position(role, state, 60_000, arrangement, share=share), firm)
    return {line.item: line for line in cost.items}


def test_each_line_says_how_it_is_computed() -> None:
    notes = {item: line.note for item, line in lines_of(Firm(headcount=20)).items()}
    assert notes == {
        "Gross pay": "",
        "Social security (employer share)": "6.2% of the first $184,500",
        "Medicare (employer share)": "1.45% of all pay",
        "Federal unemployment tax": "0.6% of the first $7,000",
        "State unemployment tax": "2.7% of the first $9,000",
        "Insurance and retirement": "10.31% of pay",
        "Office space": "150 square feet at $33.41",
        "Software": "$56 a month",
        "Replacing people who leave": "15% of positions change hands a year x 21% of pay to replace a person",
    }


# Missouri 2.376 %, Illinois 3.525 %: two decimals would not give the amount.
@pytest.mark.parametrize(
    ("state", "item", "note"),
    [
        ("MO", "State unemployment tax", "2.376% of the first $9,000"),
        ("IL", "State unemployment tax", "3.525% of the first $14,250"),
    ],
)
def test_a_rate_is_written_in_full(state: str, item: str, note: str) -> None:
    assert lines_of(Firm(), state=state)[item].note == note


@pytest.mark.parametrize("state", states())
def test_every_written_rate_gives_the_amount(state: str) -> None:
    position, firm = Position("paralegal", state, 60_000), Firm(headcount=500)
    lines = {line.item: line for line in loaded_cost(position, firm).items}
    for due in taxes_due(60_000, state, firm):
        line = lines[due.tax.label]
        rate = float(line.note.split("%")[0]) / 100
        assert line.amount == pytest.approx(rate * min(60_000, due.tax.wage_base or 60_000), rel=1e-3)


def test_own_shares_are_written_in_full() -> None:
    line = lines_of(Firm(turnover=0.125, replacement_cost=0.155))[REPLACING]
    assert line.note == "12.5% of positions change hands a year x 15.5% of pay to replace a person"


def test_own_figures_are_written_as_own_figures() -> None:
    firm = Firm(
        state_unemployment_rate=0.01, insurance_and_retirement=0.2, office_space=100, office_rent=50, software=100,
        turnover=0.1, replacement_cost=0.3,
    )  # fmt: skip
    lines = lines_of(firm)
    assert lines["State unemployment tax"].note == "your rate of 1% of the first $9,000"
    assert lines["Insurance and retirement"].note == "20% of pay"
    assert lines["Office space"].note == "100 square feet at $50.00"
    assert lines["Software"].note == "$100 a month"
    assert lines[REPLACING].note.startswith("10% of positions change hands a year x 30% of pay")
    own = ["Insurance and retirement", "Office space", "Software", REPLACING]
    assert {lines[item].source for item in own} == {"Your figure"}


@pytest.mark.parametrize(
    ("firm", "item", "source"),
    [
        (Firm(), "Office space", "This project, 2026; CommercialEdge, February 2025"),
        (Firm(office_space=100), "Office space", "Your figure; CommercialEdge, February 2025"),
        (Firm(office_rent=50), "Office space", "This project, 2026; Your figure"),
        (Firm(), REPLACING, f"{CENTER}; {TURNOVER_RATE}"),
        (Firm(turnover=0.1), REPLACING, f"{CENTER}; Your figure"),
        (Firm(replacement_cost=0.3), REPLACING, f"Your figure; {TURNOVER_RATE}"),
    ],
)
def test_a_line_of_two_figures_names_where_each_comes_from(firm: Firm, item: str, source: str) -> None:
    line = lines_of(firm)[item]
    assert line.source == source
    assert line.kind == "estimate"


@pytest.mark.parametrize(
    ("arrangement", "firm", "note", "kind", "source"),
    [
        (
            "virtual_us", Firm(), "$65.00 an hour for the 1,876 hours an employee works", "estimate",
            "LegalClarity, undated; This project, 2026",
        ),
        (
            "virtual_us", Firm(virtual_us_rate=70), "$70.00 an hour for the 1,876 hours an employee works", "input",
            "Your figure",
        ),
        ("virtual_offshore", Firm(), "$2,426.67 a month, full time", "estimate", "SMB Team, September 2022"),
        (
            "virtual_offshore", Firm(virtual_offshore_month=2_000), "$2,000.00 a month, full time", "input",
            "Your figure",
        ),
    ],
)  # fmt: skip
def test_a_fee_says_what_it_is_made_of(arrangement: str, firm: Firm, note: str, kind: str, source: str) -> None:
    fee = lines_of(firm, arrangement)["Contractor's fee"]
    assert (fee.note, fee.kind, fee.source) == (note, kind, source)


def test_a_fee_of_part_time_says_so() -> None:
    # 65 x 938 = 60,970; 2,426.67 x 12 / 2 = 14,560.02
    us, offshore = (
        lines_of(Firm(), arrangement, share=0.5)["Contractor's fee"]
        for arrangement in ("virtual_us", "virtual_offshore")
    )
    assert (us.amount, us.note) == (60_970, "$65.00 an hour for the 938 hours an employee works")
    assert offshore.amount == pytest.approx(14_560.02)
    assert offshore.note == "$2,426.67 a month, full time x 50%"


def test_groups_of_the_lines() -> None:
    firm = Firm(benefits="dollars", training=600, tool_cost=80)
    groups = {item: line.group for item, line in lines_of(firm).items()}
    assert groups == {
        "Gross pay": "Pay",
        "Social security (employer share)": "Payroll taxes",
        "Medicare (employer share)": "Payroll taxes",
        "Federal unemployment tax": "Payroll taxes",
        "State unemployment tax": "Payroll taxes",
        "Health insurance": "Benefits",
        "Retirement": "Benefits",
        "Office space": "Space and software",
        "Software": "Space and software",
        "Tools": "Space and software",
        "Training": "Space and software",
        REPLACING: "Turnover",
    }
    assert [*dict.fromkeys(groups.values())] == [group for group in GROUPS if group in groups.values()]


def test_benefits_in_dollars_worked_by_hand() -> None:
    # A quarter with a family: 0.75 x 8,000 + 0.25 x 20,000 = 11,000, whatever the pay; 4 % of 60,000 = 2,400.
    firm = Firm(benefits="dollars", health_single=8_000, health_family=20_000, family_share=0.25, retirement_match=0.04)
    lines = lines_of(firm)
    health, retirement = lines["Health insurance"], lines["Retirement"]
    assert (health.amount, health.kind, health.source) == (11_000, "input", "Your figure")
    assert health.note == "$8,000 for 75% of employees, $20,000 for 25% with a family"
    assert (retirement.amount, retirement.kind, retirement.note) == (2_400, "input", "4% of pay")
    half = lines_of(firm, share=0.5)
    assert (half["Health insurance"].amount, half["Retirement"].amount) == (11_000, 1_200)


def test_benefits_in_dollars_by_default() -> None:
    # One person insured, 7,885; retirement 2.9 % of 60,000 = 1,740.
    lines = lines_of(Firm(headcount=20, benefits="dollars"))
    health, retirement = lines["Health insurance"], lines["Retirement"]
    assert (health.amount, health.kind) == (7_885, "estimate")
    assert (retirement.amount, retirement.kind) == (pytest.approx(1_740), "estimate")
    assert set(health.source.split("; ")) == {"KFF (second-hand), 2025", "This project, 2026"}


@pytest.mark.parametrize("role", ["paralegal", "legal_secretary"])
def test_no_benefits_leave_no_line(role: str) -> None:
    assert "Benefits" not in {line.group for line in lines_of(Firm(benefits="none"), role=role).values()}


def test_tools_and_training_stand_only_where_the_firm_has_them() -> None:
    assert not {"Tools", "Training"} & lines_of(Firm()).keys()
    lines = lines_of(Firm(training=600, tool_cost=80))
    assert (lines["Training"].amount, lines["Training"].note) == (600, "$600 a year")
    assert (lines["Tools"].amount, lines["Tools"].note) == (80 * 12, "$80 a month")


@pytest.mark.parametrize("arrangement", ["virtual_us", "virtual_offshore"])
def test_virtual_staff_have_software_and_tools_and_no_training(arrangement: str) -> None:
    items = set(lines_of(Firm(training=600, tool_cost=80), arrangement))
    assert items == {"Contractor's fee", "Software", "Tools"}


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("own", [("Own search", 4_000, "$4,000 a hire"), ("Equipment", 1_500, "$1,500 once")]),
        ("agency", [("Agency", 12_000, "20% of the first year's pay"), ("Equipment", 1_500, "$1,500 once")]),
        ("none", [("Equipment", 1_500, "$1,500 once")]),
    ],
)
def test_a_first_hire_costs_search_and_equipment_once(search: str, expected: list[tuple[str, float, str]]) -> None:
    firm = Firm(own_search=4_000, agency_fee=0.2, equipment=1_500)
    lines = hiring_lines(Position("paralegal", "TX", 60_000), firm, search)
    assert [(line.item, line.amount, line.note) for line in lines] == expected
    assert {(line.group, line.kind, line.source) for line in lines} == {("Hiring", "input", "Your figure")}


def test_an_agency_takes_its_share_of_part_time_pay() -> None:
    (line,) = hiring_lines(Position("paralegal", "TX", 60_000, share=0.5), Firm(), "agency")
    assert line.amount == 0.2 * 30_000


def test_virtual_staff_are_not_searched_for() -> None:
    for arrangement in ("virtual_us", "virtual_offshore"):
        assert hiring_lines(Position("paralegal", "TX", 1, arrangement), Firm(equipment=1_500), "agency") == ()


# Practice suite and office suite are published prices, but which ones is our choice; rent is published, the space of
# a person is not.
def test_a_line_is_a_fact_only_if_every_figure_is_one() -> None:
    lines = lines_of(Firm())
    assert (lines["Software"].kind, lines["Office space"].kind) == ("estimate", "estimate")
    assert line_of(OFFICE, "Rent", 33.41, "paralegal", Firm(), "", "office_rent").kind == "fact"
    assert lines_of(Firm(office_space=100))["Office space"].kind == "estimate"
    assert lines_of(Firm(office_space=100, office_rent=30))["Office space"].kind == "input"


def test_sources_are_named_once_in_their_order() -> None:
    assert source_words("state-ui-2026 judgement state-ui-2026") == f"{AGENCIES}; This project, 2026"
    with pytest.raises(KeyError, match="hearsay"):
        source_words("hearsay")
