from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib.pay import Profile, estimate
from lib.pay.profile import factor_levels
from lib.pay.trust import FEWEST, range_sentence, record_sentence
from lib.pay.words import dollars
from lib.tables import load_accuracy
from tests.tables.copies import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = {row["group"]: row for row in read_rows("accuracy.csv") if row["check"] == "cases"}
EMPLOYERS = [level.level for level in factor_levels("paralegal", "employer")]


def percent(text: str, digits: int = 1) -> str:
    return f"{float(text):.{digits}%}"


def test_the_range_in_a_sentence() -> None:
    assert range_sentence(estimate(Profile("paralegal", release="2025-05"))) == (
        "About 8 in 10 people with these facts earn between $44,740 and $101,500 a year"
    )
    found = estimate(Profile("legal_secretary", "48", experience="7-10", employer="law_firm"))
    assert f"between {dollars(found.p10)} and {dollars(found.p90)} a year" in range_sentence(found)


def test_the_record_is_that_of_the_accuracy_table() -> None:
    case = CASES["all cases"]
    assert record_sentence() == (
        f"Tried on {case['count']} real pay points, such ranges held {percent(case['in_four_fifths'], 0)} of them; the "
        f"middle was off by {percent(case['ours'])} on average (the local median: {percent(case['plain'])})."
    )


@pytest.mark.parametrize("employer", EMPLOYERS)
def test_a_kind_of_employer_is_spoken_of_if_it_has_enough_points(employer: str) -> None:
    case = CASES.get(employer.replace("_", " "))
    words = record_sentence(employer)
    assert words.startswith(record_sentence())
    if case is None or int(case["count"]) < FEWEST:
        assert words == record_sentence()
        return
    assert (
        f"On the {case['count']} points of this kind of employer it was off by {percent(case['ours'])} against "
        f"{percent(case['plain'])}"
    ) in words
    assert words.endswith(".")


def test_small_groups_are_not_named_and_some_are() -> None:
    told = [employer for employer in EMPLOYERS if record_sentence(employer) != record_sentence()]
    few = [employer for employer in EMPLOYERS if int(CASES.get(employer.replace("_", " "), {"count": 0})["count"]) < 8]
    assert FEWEST == 8
    assert "federal_government" in few
    assert sorted([*told, *few]) == sorted(EMPLOYERS)
    assert told
    assert record_sentence("no such employer") == record_sentence()


@pytest.mark.parametrize(
    ("cells", "end"),
    [
        ({"ours": 0.10, "plain": 0.20, "low": 0.02}, "off by 10.0% against 20.0%."),
        (
            {"ours": 0.10, "plain": 0.20, "low": -0.02},
            "off by 10.0% against 20.0%, a gain that so few points do not prove.",
        ),
        ({"ours": 0.20, "plain": 0.10, "low": -0.30}, "off by 20.0% against 10.0%, no gain."),
        ({"ours": 0.20, "plain": 0.20, "low": -0.10}, "off by 20.0% against 20.0%, no gain."),
        ({"ours": 0.10, "plain": 0.20, "low": 0.02, "count": 7}, "(the local median: {plain})."),
    ],
)
def test_a_gain_is_claimed_only_if_it_is_proven(
    cells: dict[str, Any], end: str, use_instead: Callable[[str, Any], None]
) -> None:
    changed = load_accuracy().copy()
    for name, value in cells.items():
        changed.loc[(changed["check"] == "cases") & (changed["group"] == "law firm"), name] = value
    use_instead("load_accuracy", changed)
    plain = percent(CASES["all cases"]["plain"])
    assert record_sentence("law_firm").endswith(end.format(plain=plain))
