"""The pay cases (data/pay_cases.csv) as the pay model meets them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from lib.pay.market import find_market
from lib.pay.profile import Profile
from lib.tables import load_pay_cases
from lib.tables.files import records

if TYPE_CHECKING:
    from lib.pay.curve import Curve

STATED: Final = ("experience", "firm_size", "employer", "specialization")
UNKNOWN: Final = "unknown"


@dataclass(frozen=True)
class PayPoint:
    """One real pay point and what is known of it.

    Attributes:
        case: Key of the row.
        profile: Role, place, release and stated facts.
        employer: Kind of employer, also where it is none the model knows (a recruiter's client).
        kind: Posted range, pay scale, payroll, ...
        low: Lower end in dollars a year; the middle where only one figure is known.
        middle: Middle in dollars a year.
        high: Upper end in dollars a year; the middle where only one figure is known.
    """

    case: str
    profile: Profile
    employer: str
    kind: str
    low: float
    middle: float
    high: float

    @cached_property
    def curve(self) -> Curve:
        """Pay of everybody in the role there."""
        return find_market(self.profile.role, self.profile.area, self.profile.release or "").curve


@cache
def pay_points() -> tuple[PayPoint, ...]:
    """Return every pay case. They are compared with the release nearest in time, not aged."""
    return tuple(_pay_point(record) for record in records(load_pay_cases()))


def _pay_point(record: dict[str, Any]) -> PayPoint:
    stated = {name: record[name] or None for name in STATED}
    profile = Profile(role=record["role"], area=record["area_code"], release=record["release"], **stated)
    money = {name: float(record[name]) for name in ("low", "middle", "high")}
    return PayPoint(record["case"], profile, record["employer_group"] or UNKNOWN, record["kind"], **money)
