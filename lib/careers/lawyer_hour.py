"""What an hour of a lawyer costs at the least, unless the firm states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lib.careers.role_pay import role_pay
from lib.pay.words import HOURS_A_YEAR, dollars

LAWYER: Final = "lawyer"


@dataclass(frozen=True)
class LawyerHour:
    """The pay of a lawyer's hour.

    Attributes:
        dollars: Dollars an hour.
        basis: "published" if it rests on BLS's median, else "estimated".
        note: Sentences on how it is made.
    """

    dollars: float
    basis: str
    note: str


def usual_lawyer_hour(area: str) -> LawyerHour:
    """Return the median pay of employed lawyers in a place for one hour, without taxes and benefits.

    It is less than an hour costs and much less than an hour can bring in: it errs against hiring.

    Args:
        area: BLS area code.
    """
    pay = role_pay(LAWYER, area)
    note = (
        f"The median pay of employed lawyers, {dollars(pay.annual)} a year / {HOURS_A_YEAR:,} hours, without taxes "
        f"and benefits: less than the hour costs, and less than it can bring in. {pay.note}"
    )
    return LawyerHour(pay.annual / HOURS_A_YEAR, pay.basis, note)
