from __future__ import annotations

import pytest

from lib.pay import Profile, estimate
from lib.pay.accuracy import case_accuracy, case_results, fallback_accuracy, report
from lib.pay.fallback import PARENT, usual_error
from lib.pay.market import find_market
from lib.tables import load_pay_cases

RESULTS = ["error", "in_half", "in_four_fifths"]


def test_the_fallback_is_judged_by_role_release_and_kind_of_area() -> None:
    table = fallback_accuracy()
    assert table.columns.tolist() == ["role", "release", "kind", "areas", "fallback", "plain"]
    assert len(table) == len(table.drop_duplicates(["role", "release", "kind"])) == 8
    first = table.iloc[0]
    assert (first["role"], first["release"], first["kind"]) == (
        "Paralegals", "May 2025", "metropolitan and nonmetropolitan areas",
    )  # fmt: skip
    assert first["areas"] == 509
    assert first["fallback"] == usual_error("paralegal", "2025-05")
    assert first["plain"] == usual_error("paralegal", "2025-05", method=PARENT)
    assert (table["fallback"] < table["plain"]).all()


def test_every_case_is_judged_by_the_model_and_by_everybody_here() -> None:
    results = case_results()
    cases = load_pay_cases()
    assert results["case"].tolist() == cases["case"].tolist()
    for case in results.to_dict("records"):
        low, quarter, middle, three_quarters, high = find_market(
            case["role"], case["area_code"], case["release"]
        ).percentiles
        assert case["plain_error"] == pytest.approx(middle / case["middle"] - 1)
        assert case["plain_in_half"] == (quarter <= case["middle"] <= three_quarters)
        assert case["plain_in_four_fifths"] == (low <= case["middle"] <= high)


def test_the_model_uses_the_facts_of_the_case() -> None:
    case = case_results().set_index("case").loc["H009"]  # a litigation paralegal in a law firm in Oakland
    found = estimate(Profile("paralegal", "41860", "2024-05", employer="law_firm", specialization="litigation"))
    assert case["model_error"] == found.median / 90_000 - 1
    assert case["model_in_half"] == (found.p25 <= 90_000 <= found.p75)
    assert case["model_in_four_fifths"] == (found.p10 <= 90_000 <= found.p90)
    assert case["model_error"] != case["plain_error"]


def test_the_summary_counts_every_case_once() -> None:
    table = case_accuracy()
    everything, groups = table.iloc[0], table.iloc[1:]
    assert everything["employer"] == "all cases"
    assert everything["cases"] == groups["cases"].sum() == len(load_pay_cases())
    assert "unknown" in groups["employer"].tolist()
    assert not groups["employer"].str.contains("_").any()
    for prefix in ("model", "plain"):
        for name in RESULTS:
            column = f"{prefix}_{name}"
            assert everything[column] == pytest.approx((groups[column] * groups["cases"]).sum() / groups["cases"].sum())


def test_errors_are_averaged_without_their_sign() -> None:
    results = case_results()
    known = case_accuracy().set_index("employer")
    in_house = results[results["employer_group"] == "in_house"]
    assert known.loc["in house", "model_error"] == pytest.approx(in_house["model_error"].abs().mean())
    assert known.loc["in house", "plain_in_half"] == pytest.approx(in_house["plain_in_half"].mean())


def test_the_model_is_nearer_than_the_local_median_and_its_ranges_hold_what_they_say() -> None:
    everything = case_accuracy().iloc[0]
    assert everything["model_error"] < everything["plain_error"] - 0.02
    assert everything["model_in_half"] >= 0.5
    assert everything["model_in_four_fifths"] >= 0.8


def test_the_report_prints_both_tables() -> None:
    lines = [line.split() for line in report().splitlines()]
    for row in fallback_accuracy().itertuples():
        numbers = [str(row.areas), f"{row.fallback:.1%}", f"{row.plain:.1%}"]
        assert [*row.role.split(), *row.release.split(), *numbers, *row.kind.split()] in lines
    for row in case_accuracy().itertuples():
        model = [f"{row.model_error:.1%}", f"{row.model_in_half:.0%}", f"{row.model_in_four_fifths:.0%}"]
        plain = [f"{row.plain_error:.1%}", f"{row.plain_in_half:.0%}", f"{row.plain_in_four_fifths:.0%}"]
        assert [*row.employer.split(), str(row.cases), *model, *plain] in lines
