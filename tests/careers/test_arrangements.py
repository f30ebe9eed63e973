from __future__ import annotations

import pytest

from lib.careers.arrangements import arrangement_costs
from lib.careers.recommend import recommend
from lib.careers.workload import preset_week
from tests.hiring.mixes import TEXAS


# Half a legal secretary: in the office 28,969.205; remote 3,000 less; offshore 12 x 2,500 / 2 + 1,200 = 16,200; in the
# US by the hour 50 x 1,915 / 2 + 1,200 = 49,075.
def test_half_a_legal_secretary_everywhere() -> None:
    solo = recommend(preset_week("solo"), TEXAS).mix
    assert arrangement_costs(solo, TEXAS) == {
        "virtual_offshore": pytest.approx(16_200),
        "remote": pytest.approx(25_969.205),
        "in_office": pytest.approx(28_969.205),
        "virtual_us": pytest.approx(49_075),
    }
    assert list(arrangement_costs(solo, TEXAS)) == ["virtual_offshore", "remote", "in_office", "virtual_us"]


def test_the_arrangement_of_a_team_costs_what_the_team_costs() -> None:
    mix = recommend(preset_week("litigation_5"), TEXAS).mix
    assert arrangement_costs(mix, TEXAS)["in_office"] == pytest.approx(mix.cost)
