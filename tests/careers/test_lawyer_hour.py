from __future__ import annotations

import pytest

from lib.careers.lawyer_hour import usual_lawyer_hour
from lib.tables import load_wages


# BLS, May 2025, Texas: median of lawyers 154,200 / 2,080 hours = 74.13.
def test_the_pay_of_an_hour() -> None:
    found = usual_lawyer_hour("48")
    assert found.dollars == pytest.approx(74.13, abs=0.005)
    assert found.basis == "published"
    assert found.note.startswith("The median pay of employed lawyers, $154,200 a year / 2,080 hours, without taxes")
    assert found.note.endswith("BLS publishes the median for Texas, May 2025.")


def test_a_place_without_a_figure_is_estimated_and_says_so() -> None:
    wages = load_wages()
    newest = wages.releases[0]
    area = next(
        code
        for code, area in sorted(wages.areas.items())
        if area.area_type == "nonmetro"
        and (newest, code, "23-1011") not in wages.medians
        and (newest, code, "43-6014") in wages.medians
    )
    found = usual_lawyer_hour(area)
    assert found.basis == "estimated"
    assert "No median is published" in found.note
    assert found.dollars > 10
