from __future__ import annotations

import pytest

from lib.hiring import Firm, Position, loaded_cost
from lib.hiring.loaded_cost import Line, source_words
from lib.hiring.payroll_taxes import taxes_due
from lib.hiring.position import states

AGENCIES = "State workforce agencies, 2026"
CENTER = "Center for American Progress (Boushey and Glynn), 2012"
TURNOVER_RATE = "This project, 2026; Society for Human Resource Management, 2016"


def lines_of(firm: Firm, arrangement: str = "in_office", state: str = "TX") -> dict[str, Line]:
    cost = loaded_cost(Position("paralegal", state, 60_000, arrangement), firm)
    return {line.item: line for line in cost.items}


def test_each_line_says_how_it_is_computed() -> None:
    notes = {item: line.note for item, line in lines_of(Firm(headcount=20)).items()}
    assert notes == {
        "Gross pay": "",
        "Social security (employer share)": "6.2% of the first $184,500",
        "Medicare (employer share)": "1.45% of all pay",
        "Federal unemployment tax": "0.6% of the first $7,000",
        "State unemployment tax": "2.7% of the first $9,000",
        "Insurance and retirement": "10.3% of pay: 10.6% for 1-49 employees x 0.97 for the role",
        "Office space": "150 square feet at $33.41",
        "Software": "$56 a month",
        "Turnover, yearly share": "15% of positions change hands a year x 21% of pay to replace a person",
    }


# Missouri 2.376 %, Illinois 3.525 %, Washington's leave programme 0.3228 %: two decimals would not give the amount.
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
    line = lines_of(Firm(turnover=0.125, replacement_cost=0.155))["Turnover, yearly share"]
    assert line.note == "12.5% of positions change hands a year x 15.5% of pay to replace a person"


def test_own_figures_are_written_as_own_figures() -> None:
    firm = Firm(
        state_unemployment_rate=0.01, insurance_and_retirement=0.2, office_space=100, office_rent=50, software=100,
        turnover=0.1, replacement_cost=0.3,
    )  # fmt: skip
    lines = lines_of(firm)
    assert lines["State unemployment tax"].note == "your rate of 1% of the first $9,000"
    assert lines["Insurance and retirement"].note == "20.0% of pay"
    assert lines["Office space"].note == "100 square feet at $50.00"
    assert lines["Software"].note == "$100 a month"
    assert lines["Turnover, yearly share"].note.startswith("10% of positions change hands a year x 30% of pay")
    own = ["Insurance and retirement", "Office space", "Software", "Turnover, yearly share"]
    assert {lines[item].source for item in own} == {"Your figure"}


@pytest.mark.parametrize(
    ("firm", "item", "source"),
    [
        (Firm(), "Office space", "CommercialEdge, February 2025; This project, 2026"),
        (Firm(office_space=100), "Office space", "CommercialEdge, February 2025; Your figure"),
        (Firm(office_rent=50), "Office space", "Your figure; This project, 2026"),
        (Firm(), "Turnover, yearly share", f"{CENTER}; {TURNOVER_RATE}"),
        (Firm(turnover=0.1), "Turnover, yearly share", f"{CENTER}; Your figure"),
        (Firm(replacement_cost=0.3), "Turnover, yearly share", f"Your figure; {TURNOVER_RATE}"),
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


def test_groups_of_the_lines() -> None:
    groups = {item: line.group for item, line in lines_of(Firm()).items()}
    assert groups["Gross pay"] == "Pay"
    assert groups["State unemployment tax"] == "Payroll taxes"
    assert groups["Office space"] == groups["Software"] == "Space and software"


def test_sources_are_named_once_in_their_order() -> None:
    assert source_words("state-ui-2026 judgement state-ui-2026") == f"{AGENCIES}; This project, 2026"
    with pytest.raises(KeyError, match="hearsay"):
        source_words("hearsay")
