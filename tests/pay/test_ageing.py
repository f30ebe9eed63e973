from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.pay.ageing import Ageing, ageing, month_words, this_month
from lib.tables import load_roles

if TYPE_CHECKING:
    from collections.abc import Callable

ROLES = list(load_roles())
MONTHS = [f"{year}-{month:02d}" for year in range(2024, 2031) for month in range(1, 13)][4:]  # May 2024 and later


def aged(role: str, release: str, month: str, *, known: str | None = None) -> Ageing:
    found = ageing(role, release, month, known=known)
    assert found is not None
    return found


# Professional and related: 3.7 % to March 2026. May 2025 to March 2026 are 10 months, to November 2026 8 more:
# 1.037^(10/12) x 1.037^(8/12) = 1.037^1.5 = 1.05601.
def test_from_the_newest_release_worked_by_hand() -> None:
    found = aged("paralegal", "2025-05", "2026-11")
    assert found.factor == pytest.approx(1.037 ** (10 / 12) * 1.037 ** (8 / 12))
    assert found.factor == pytest.approx(1.05601, abs=0.000005)
    assert found.stretches == ((10, 0.037), (8, 0.037))
    assert (found.quarter, found.assumed) == ("2026-03", 8)


# Office and administrative support: 3.4 % to March 2025, 3.5 % to March 2026. May 2024 to March 2025 are 10 months:
# 1.034^(10/12) x 1.035 x 1.035^(8/12) = 1.0283 x 1.035 x 1.0232 = 1.0889.
def test_from_the_release_before_worked_by_hand() -> None:
    found = aged("legal_secretary", "2024-05", "2026-11")
    assert found.stretches == ((10, 0.034), (12, 0.035), (8, 0.035))
    assert found.factor == pytest.approx(1.034 ** (10 / 12) * 1.035 * 1.035 ** (8 / 12))
    assert found.factor == pytest.approx(1.0889, abs=0.0001)


def test_a_month_within_the_index_needs_no_assumption() -> None:
    found = aged("paralegal", "2024-05", "2025-09")
    assert found.stretches == ((10, 0.038), (6, 0.037))
    assert found.assumed == 0


@pytest.mark.parametrize("release", ["2024-02", "2023-05", "2015-05"])
def test_before_the_index_there_is_no_answer(release: str) -> None:
    assert ageing("paralegal", release, "2026-11") is None
    assert ageing("paralegal", release, release) is None


def test_the_index_begins_twelve_months_before_its_first_quarter() -> None:
    assert aged("paralegal", "2024-03", "2025-03").factor == pytest.approx(1.038)


@pytest.mark.parametrize("release", ["2024-05", "2025-05", "2026-03", "2026-09"])
def test_the_same_month_changes_nothing(release: str) -> None:
    found = aged("paralegal", release, release)
    assert (found.factor, found.stretches, found.assumed) == (1.0, (), 0)
    assert found.origin().startswith("pay = pay × 1.0000. BLS ")


def test_after_the_index_everything_is_assumed() -> None:
    found = aged("paralegal", "2026-05", "2027-05")
    assert found.stretches == ((12, 0.037),)
    assert (found.factor, found.assumed) == (pytest.approx(1.037), 12)


# What was known in May 2025: 3.8 % to March 2025, so 10 months of it and 2 more months assumed: 3.8 % in all.
def test_only_what_was_known_then_is_used() -> None:
    found = aged("paralegal", "2024-05", "2025-05", known="2025-03")
    assert found.stretches == ((10, 0.038), (2, 0.038))
    assert found.factor == pytest.approx(1.038)
    assert (found.quarter, found.assumed) == ("2025-03", 2)
    of_december = aged("legal_secretary", "2025-05", "2025-12", known="2025-12")
    assert of_december.stretches == ((7, 0.036),)
    assert (of_december.quarter, of_december.assumed) == ("2025-12", 0)
    assert ageing("paralegal", "2024-05", "2025-12", known="2025-12") is None  # known from December 2024 on only
    assert ageing("paralegal", "2024-05", "2025-05", known="2025-02") is None


def test_a_gap_in_the_index_is_not_filled(use_instead: Callable[[str, Any], None]) -> None:
    index = [("2022-03", 0.05), ("2024-03", 0.04), ("2025-03", 0.03)]  # nothing on March 2022 to March 2023
    columns = ["role", "quarter", "change", "series"]
    use_instead(
        "load_cost_index",
        pd.DataFrame([("paralegal", *each, "Civilian workers") for each in index], columns=columns),
    )
    assert ageing("paralegal", "2021-05", "2024-11") is None
    assert ageing("paralegal", "2022-05", "2024-11") is None
    assert aged("paralegal", "2021-05", "2022-02").stretches == ((9, 0.05),)
    assert aged("paralegal", "2023-05", "2024-11").stretches == ((10, 0.04), (8, 0.03))


def test_the_sentence_says_what_pay_comes_to() -> None:
    # 62,890 x 1.05601 = 66,412.
    words = aged("paralegal", "2025-05", "2026-11").sentence(62_890)
    assert words == "$62,890 in May 2025 comes to about $66,412 in November 2026"


def test_the_origin_shows_formula_index_and_assumption() -> None:
    assert aged("paralegal", "2025-05", "2026-11").origin() == (
        "pay × 1.037^(10/12) × 1.037^(8/12) = pay × 1.0560. BLS Employment Cost Index, wages and salaries, civilian "
        "workers, professional and related, 12-month change to March 2026; the 8 months after it are assumed to go on "
        "at 3.7% a year."
    )
    assert aged("legal_secretary", "2025-05", "2025-11").origin() == (
        "pay × 1.035^(6/12) = pay × 1.0173. BLS Employment Cost Index, wages and salaries, civilian workers, office "
        "and administrative support, 12-month change to March 2026."
    )


@given(st.sampled_from(ROLES), st.sampled_from(MONTHS), st.sampled_from(MONTHS), st.sampled_from(MONTHS))
def test_pay_rises_with_time_and_steps_add_up(role: str, one: str, other: str, third: str) -> None:
    release, month, later = sorted((one, other, third))
    whole, first, second = (aged(role, *span) for span in ((release, later), (release, month), (month, later)))
    assert 1 <= first.factor <= whole.factor
    assert (first.factor < whole.factor) == (month < later)
    assert whole.factor == pytest.approx(first.factor * second.factor)
    assert sum(months for months, _ in whole.stretches) == MONTHS.index(later) - MONTHS.index(release)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_an_index_that_its_origin_names(role: str) -> None:
    found = aged(role, "2025-05", "2026-11")
    assert 1.03 < found.factor < 1.08
    assert found.series[1:] in found.origin()


@pytest.mark.parametrize(
    ("day", "month"), [(date(2026, 11, 22), "2026-11"), (date(2027, 1, 1), "2027-01"), (date(2027, 12, 31), "2027-12")]
)
def test_this_month(day: date, month: str) -> None:
    assert this_month(day) == month


@pytest.mark.parametrize(
    ("month", "words"), [("2026-01", "January 2026"), ("2026-03", "March 2026"), ("2026-12", "December 2026")]
)
def test_month_words(month: str, words: str) -> None:
    assert month_words(month) == words
