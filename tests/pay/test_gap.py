from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from lib.pay import gap
from lib.pay.gap import flips, gap_sentence, gaps
from lib.pay.places import place_rows
from lib.tables import load_wages

if TYPE_CHECKING:
    from lib.pay.places import Facts

NEWEST = "2025-05"


def test_gaps_are_the_difference_of_both_medians() -> None:
    rows = gaps(NEWEST)
    assert len(rows) == 583
    assert (rows["gap"] == rows["paralegal"] - rows["legal_secretary"]).all()
    for role in ("paralegal", "legal_secretary"):
        assert rows[role].tolist() == place_rows(role, NEWEST)["median"].tolist()
    nation = rows[rows["area_code"] == "99"].iloc[0]
    assert nation["gap"] == 62_890 - 55_570 == 7_320


def test_a_gap_is_published_only_if_both_medians_are() -> None:
    rows, medians = gaps(NEWEST), load_wages().medians
    for code, basis in zip(rows["area_code"], rows["basis"], strict=True):
        if basis == "published":
            assert (NEWEST, code, "23-2011") in medians
            assert (NEWEST, code, "43-6012") in medians
    montana = rows[rows["area_code"] == "30"].iloc[0]
    assert montana["basis"] == "estimated"


def test_stated_facts_move_both_roles() -> None:
    facts = (("employer", "federal_government"),)
    stated, plain = gaps(NEWEST, facts), gaps(NEWEST)
    assert (stated["paralegal"] > plain["paralegal"]).all()
    assert stated["gap"].tolist() == (stated["paralegal"] - stated["legal_secretary"]).tolist()


# BLS OEWS May 2025, state_M2025_dl and MSA_M2025_dl: legal secretaries' median is equal or higher in the District of
# Columbia, New York, Connecticut, Delaware and Rhode Island (Montana publishes none), and in 31 of the 289
# metropolitan areas that publish both medians.
def test_where_legal_secretaries_earn_as_much_or_more_in_may_2025() -> None:
    states = flips(NEWEST, "state")
    assert set(states.places["state"]) == {"DC", "NY", "CT", "DE", "RI"}
    assert (len(states.places), states.of) == (5, 50)
    assert states.sentence == "In 5 of 50 states (with DC) legal secretaries' median is equal or higher."
    metros = flips(NEWEST, "metro")
    assert (len(metros.places), metros.of) == (31, 289)
    assert metros.sentence == "In 31 of 289 metro areas legal secretaries' median is equal or higher."


@pytest.mark.parametrize("kind", ["state", "metro", "nonmetro"])
def test_flips_count_the_published_medians_themselves(kind: str) -> None:
    wages, found = load_wages(), flips(NEWEST, kind)
    both = {}
    for code, area in wages.areas.items():
        rows = [wages.find(NEWEST, code, soc) for soc in ("23-2011", "43-6012")]
        if area.area_type == kind and all(row is not None and None not in row.percentiles for row in rows):
            first, second = (row.median for row in rows if row is not None)
            both[code] = (first or 0) - (second or 0)
    assert found.of == len(both)
    assert set(found.places["area_code"]) == {code for code, difference in both.items() if difference <= 0}
    assert found.places["gap"].is_monotonic_increasing
    assert f"In {len(found.places)} of {len(both)} " in found.sentence


@pytest.mark.parametrize("release", ["2023-05", "2021-05", "2015-05"])
def test_a_release_without_published_percentiles_has_nothing_to_count(release: str) -> None:
    found = flips(release, "state")
    assert (len(found.places), found.of) == (0, 0)


def test_the_gap_in_a_sentence() -> None:
    assert gap_sentence(NEWEST, "state") == (
        "Paralegals earn $7,320 more than legal secretaries in the nation's middle. In 5 of 50 states (with DC) legal "
        "secretaries' median is equal or higher."
    )
    assert gap_sentence("2015-05", "metro").startswith(
        "Paralegals earn $5,610 more than legal secretaries"
    )  # 48,810 - 43,200


def made_up(role: str, release: str, facts: Facts = ()) -> pd.DataFrame:
    """Return a nation and three states in which legal secretaries earn more, but for one; one of them estimated."""
    del release, facts
    medians = {"paralegal": [50_000.0, 50_000.0, 48_000.0, 70_000.0], "legal_secretary": [56_000.0] * 4}
    return pd.DataFrame(
        {
            "area_code": ["99", "48", "30", "06"],
            "place": ["United States", "Texas", "Montana", "California"],
            "area_type": ["nation", "state", "state", "state"],
            "state": ["US", "TX", "MT", "CA"],
            "median": medians[role],
            "basis": ["published", "published", "estimated" if role == "paralegal" else "published", "published"],
        }
    )


def test_sentences_do_not_assume_who_earns_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gap, "place_rows", made_up)
    gaps.cache_clear()
    try:
        assert gap_sentence(NEWEST, "state") == (
            "Legal secretaries earn $6,000 more than paralegals in the nation's middle. In 1 of 2 states (with DC) "
            "legal secretaries' median is equal or higher."
        )
        assert flips(NEWEST, "state").places["place"].tolist() == ["Texas"]
        assert gaps(NEWEST)["gap"].tolist() == [-6_000, -6_000, -8_000, 14_000]
    finally:
        gaps.cache_clear()
