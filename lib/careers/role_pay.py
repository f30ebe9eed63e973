"""What a role pays in a place, for everybody or for people with stated facts, and whose figure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.pay.estimate import estimate
from lib.pay.fallback import LOCAL, STATEWIDE, estimate_median, usual_error
from lib.pay.market import ESTIMATED, PUBLISHED, place_words, release_words
from lib.pay.profile import Profile
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.tables import Area


@dataclass(frozen=True)
class RolePay:
    """The median pay of a role in a place.

    Attributes:
        annual: Dollars a year.
        basis: "published" if it is BLS's median, else "estimated".
        note: One sentence or two saying why.
    """

    annual: float
    basis: str
    note: str


def role_pay(role: str, area: str = NATION, *, release: str | None = None, **facts: str) -> RolePay:
    """Return the median pay of a role in a place.

    Args:
        role: Key of data/roles.csv.
        area: BLS area code.
        release: Reference month; None for the newest.
        facts: Facts of a `Profile`, such as experience; for paralegals and legal secretaries only.

    Raises:
        ValueError: For an unknown area, release or fact, and for facts about another role.
    """
    wages = load_wages()
    if role in central_roles():
        return _of_profile(Profile(role, area, release, **facts))
    if facts:
        raise ValueError(f"The pay model knows no {', '.join(facts)} for {load_roles()[role].plural.lower()}.")
    Profile(central_roles()[0], area, release)  # checks the place and the release
    return _of_everybody(role, wages.areas[area], release or wages.releases[0])


def _of_profile(profile: Profile) -> RolePay:
    found = estimate(profile)
    # An error is known only of medians that are not BLS's.
    published = found.market.error is None
    where = f"{place_words(found.market.area)}, {release_words(found.market.release)}"
    base = f"BLS publishes the median for {where}." if published else found.basis_note
    if not found.shifts:
        return RolePay(found.median, PUBLISHED if published else ESTIMATED, base)
    facts = "; ".join(shift.level.label for shift in found.shifts)
    note = f"An estimate of our pay model ({facts}), because BLS publishes pay for everybody in the role only. {base}"
    return RolePay(found.median, ESTIMATED, note)


def _of_everybody(role: str, area: Area, release: str) -> RolePay:
    """Return BLS's median of a role that the pay model does not cover, else what other jobs here suggest."""
    where = f"{place_words(area)}, {release_words(release)}"
    median = load_wages().medians.get((release, area.area_code, load_roles()[role].soc_code))
    if median is not None:
        return RolePay(median, PUBLISHED, f"BLS publishes the median for {where}.")
    found = estimate_median(role, area.area_code, release)
    if not found.compared:
        how = f"this is the figure for {place_words(load_wages().areas[found.parent])} as it stands"
    else:
        error = usual_error(role, release, LOCAL if area.area_type in LOCAL else STATEWIDE)
        how = (
            f"this is an estimate from what {found.compared} other legal and office jobs pay here, usually off by "
            f"{error:.1%}"
        )
    return RolePay(found.median, ESTIMATED, f"No median is published for {where}: {how}.")
