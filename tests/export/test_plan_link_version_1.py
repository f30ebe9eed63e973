from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.export.plan_link import (
    legacy_firm,
    pack_plan,
    unpack_plan,
)
from lib.hiring import Firm, Plan, PlannedPosition, Scenarios, run_plan
from tests.export.links import (
    PLAN,
    ROW,
    packed_json,
    refusal,
)

# Links as version 1 wrote them: the plan the page opened with, and one with every field of a row.
OLD_OPENING = (
    "eNqrVnJUsoquVirKz0lVslIqSCxKzElNT8xR0lFKLEpNBAqZWCjV6sAVgCXji1OTi1JLEosqUZXF6ig5Uc00ELsoMS89NTc1rwQoVJSam1-S"
    "CrSkFgAS9Tm0"
)


OLD_FULL = (
    "eNqNkdEOgjAMRf-lz2g2ETS86W8YQypWXQJs6YaREP7dMRNQYox72u7a3nPTDnaQHTpgXRJkYJCxpCuWEAEyoZfWW38vdFM7yOI-GktDWW6pYHLI"
    "7dQQJ-lK-Cc9DLGiuhiqpVwE0WCbn9Aq6zWyTlXoKLQy1leqaHABpkp7-c3sC5dIZ-Nca-g8_Fcv2K3wZylG-NXveSHnJ8ddsWt8yMbCP8GFHBzl"
    "PLqlWmmewZpN8oYaML9768vF3jTTtIR1f4xg77d27J-9lo8U"
)


def test_a_link_of_version_1_opens_as_it_was() -> None:
    both = (PlannedPosition("paralegal", "48"), PlannedPosition("legal_secretary", "48"))
    remote = (PlannedPosition("paralegal", "48"), PlannedPosition("legal_secretary", "48", arrangement="remote"))
    assert unpack_plan(OLD_OPENING) == Scenarios((Plan("Scenario A", both), Plan("Scenario B", remote)))


def test_every_field_of_a_row_of_version_1_is_kept_and_an_empty_scenario_too() -> None:
    shown = unpack_plan(OLD_FULL)
    assert shown.names == ("Scenario A", "Scenario B")
    assert shown.plans[0].positions == (
        PlannedPosition("paralegal", "48", count=3),
        PlannedPosition("legal_secretary", "35620", "11-20", pay_basis="estimate", arrangement="remote"),
        PlannedPosition("paralegal", "06", pay_basis="typed", amount=80_000.0, count=2),
        PlannedPosition("paralegal", "48", arrangement="virtual_us"),
        PlannedPosition("legal_secretary", "0100001", "senior", "p75", 0.0, "virtual_offshore", 4),
    )
    assert shown.plans[1] == Plan("Scenario B")
    assert run_plan(shown.plans[0]).total > 0


def test_a_link_of_version_1_takes_the_firm_from_the_address() -> None:
    shown = unpack_plan(OLD_OPENING, {"plan": OLD_OPENING, "headcount": "35", "firm_turnover": "20"})
    assert [each.firm for each in shown.plans] == [Firm(35, turnover=0.2)] * 2


def test_a_link_of_this_version_holds_its_own_firm() -> None:
    shown = Scenarios((Plan("A", firm=Firm(5)),))
    assert unpack_plan(pack_plan(shown), {"headcount": "35", "firm_turnover": "20"}) == shown


@pytest.mark.parametrize("data", [{}, {"C": []}, {"A": [], "other": []}, {"plans": [PLAN]}])
def test_without_a_version_only_scenarios_a_and_b_are_known(data: Any) -> None:
    assert "It holds no scenario that is known: ask for the link again." in refusal(packed_json(data))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"A": {}}, "Scenario “Scenario A”, positions: write a list in [ ]."),
        ({"B": [ROW | {"role": "lawyer"}]}, "Scenario “Scenario B”, row 1: role 'lawyer' is not known."),
        ({"A": [ROW] * 101}, "A plan holds up to 100 rows, not 101."),
    ],
)
def test_values_of_version_1_are_checked_too(data: Any, reason: str) -> None:
    assert reason in refusal(packed_json(data))


def test_the_firm_of_version_1_is_read_as_it_was_typed() -> None:
    parameters = {
        "headcount": "120",
        "firm_state_unemployment_rate": "2.5",  # 2.5 % = 0.025
        "firm_insurance_and_retirement": "25",
        "firm_office_space": "150",
        "firm_office_rent": "32.5",
        "firm_software": "200",
        "firm_turnover": "20",
        "firm_replacement_cost": "50.0",
        "firm_virtual_us_rate": "45",
        "firm_virtual_offshore_month": "2500",
        "billing_rate": "185",
        "billing_hours": "1400",
        "billing_realization": "88",
        "billing_collection": "91",
    }
    assert legacy_firm(parameters) == Firm(
        headcount=120,
        state_unemployment_rate=0.025,
        insurance_and_retirement=0.25,
        office_space=150,
        office_rent=32.5,
        software=200,
        turnover=0.2,
        replacement_cost=0.5,
        virtual_us_rate=45,
        virtual_offshore_month=2_500,
        bill_rate=185,
        billable_hours=1_400,
        realization=0.88,
        collection=0.91,
    )


@pytest.mark.parametrize("value", ["", "many", "-1", "1e9", "nan", "inf", "-inf", "0x10", "1" * 5_000])
def test_a_bad_value_of_version_1_is_left_out_and_the_others_stay(value: str) -> None:
    found = legacy_firm({"headcount": value, "firm_turnover": value, "billing_rate": "185"})
    assert found == Firm(bill_rate=185)


@given(st.dictionaries(st.sampled_from(["headcount", "firm_turnover", "billing_hours"]), st.text(max_size=8)))
@example({"headcount": "20.0"})
def test_any_parameters_of_version_1_lead_to_a_firm(parameters: dict[str, str]) -> None:
    assert legacy_firm(parameters).headcount >= 1
