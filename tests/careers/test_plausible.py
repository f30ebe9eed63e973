from __future__ import annotations

import pytest

from lib.careers.handover import Staff
from lib.careers.misallocation import Doers, Today
from lib.careers.plausible import MOST_BESIDE, doubts
from lib.hiring import Workload
from tests.hiring.mixes import TEXAS

SECRETARIES = Doers(0.0, legal_secretary=1.0)


def said(work: Workload, today: Today, staff: Staff | None = None, lawyers: int = 1) -> tuple[str, ...]:
    return doubts(work, today, staff or Staff(), lawyers, TEXAS)


def test_a_lawyer_cannot_do_everything_besides() -> None:
    assert said(Workload(MOST_BESIDE), Today()) == ()
    assert said(Workload(30, 22), Today()) == (
        "That is 52 hours a week for each lawyer besides a lawyer's own work: part of it is probably not done today, "
        "or done by others, and then today costs less.",
    )
    assert said(Workload(30, 22), Today(), lawyers=3) == ()


# A legal secretary works 1,915 / 52 = 36.8 hours a week.
@pytest.mark.parametrize(
    ("hours", "staff", "expected"),
    [
        (
            97.2,
            Staff(legal_secretary=1),
            "You employ 1 legal secretary, with 36.8 hours a week; 97.2 are counted as theirs.",
        ),
        (20, Staff(), "You employ no legal secretaries, yet 20.0 hours a week are counted as theirs."),
        # 2 x 36.827 - 20 = 53.65
        (
            20,
            Staff(legal_secretary=2),
            "Today's cost leaves out 53.7 hours a week for which you pay your legal secretaries.",
        ),
    ],
)
def test_hours_must_be_those_people_have(hours: float, staff: Staff, expected: str) -> None:
    assert said(Workload(hours), Today(administrative=SECRETARIES), staff) == (expected,)


def test_hours_that_fit_are_not_doubted() -> None:
    assert said(Workload(36), Today(administrative=SECRETARIES), Staff(legal_secretary=1)) == ()
    assert said(Workload(), Today(), Staff(paralegal=2)) == ()


# 2 x 36.077 = 72.2 hours
def test_people_who_do_nothing_of_it_are_doubted() -> None:
    assert said(Workload(10), Today(), Staff(paralegal=2)) == (
        "Today's cost leaves out 72.2 hours a week for which you pay your paralegals.",
    )
