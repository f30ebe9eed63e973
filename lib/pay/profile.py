"""What is known of a person and a place: the input of the pay model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.tables import central_roles, load_levels, load_wages
from lib.tables.factors import PROFILE_FACTORS
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from collections.abc import Collection

    from lib.tables import Level


@dataclass(frozen=True)
class Profile:
    """A role in a place, and the facts stated about the person. All but the role may be left out.

    Attributes:
        role: paralegal or legal_secretary.
        area: BLS area code; 99 is the nation.
        release: Reference month of the BLS figures, such as 2025-05; None for the newest.
        experience: Years in the role, or senior for a senior, lead or supervising title.
        firm_size: Attorneys in the law firm. Left out of account for other employers.
        employer: Kind of employer.
        specialization: Practice area.
        education: Highest degree.
        credential: Paralegal credential.

    Raises:
        ValueError: For an unknown key; the message lists the known ones.
    """

    role: str
    area: str = NATION
    release: str | None = None
    experience: str | None = None
    firm_size: str | None = None
    employer: str | None = None
    specialization: str | None = None
    education: str | None = None
    credential: str | None = None

    def __post_init__(self) -> None:
        """Check every key."""
        wages = load_wages()
        _require("role", self.role, central_roles())
        if self.area not in wages.areas:
            raise ValueError(
                f"area {self.area!r} is not known: use a BLS area code, such as 99 (nation), "
                "36 (New York State), 35620 (New York metropolitan area) or 0100001 (a nonmetropolitan area)."
            )
        if self.release is not None:
            _require("release", self.release, wages.releases)
        for factor in PROFILE_FACTORS:
            value = getattr(self, factor)
            if value is not None:
                _require(factor, value, [level.level for level in factor_levels(self.role, factor)])

    @property
    def stated(self) -> dict[str, str]:
        """The stated facts that bear on pay, by factor, in the order in which the model applies them.

        Firm size counts attorneys and means something in law firms only.
        """
        facts = {factor: getattr(self, factor) for factor in PROFILE_FACTORS}
        if self.employer not in (None, "law_firm"):
            facts["firm_size"] = None
        return {factor: value for factor, value in facts.items() if value is not None}


def factor_levels(role: str, factor: str) -> tuple[Level, ...]:
    """Return the levels of a factor for a role, in the order in which they are shown."""
    return load_levels()[(role, factor)]


def _require(name: str, value: str, known: Collection[str]) -> None:
    if value not in known:
        raise ValueError(f"{name} {value!r} is not known. Known: {', '.join(known)}.")
