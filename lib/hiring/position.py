"""One job whose pay is known: what the cost of a year is computed from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lib.tables import central_roles
from lib.tables.payroll_taxes import FEDERAL, load_payroll_taxes

ARRANGEMENTS: Final = {
    "in_office": "In the office",
    "remote": "Remote employee",
    "virtual_us": "Virtual, US freelance",
    "virtual_offshore": "Virtual, offshore full time",
}
VIRTUAL: Final = ("virtual_us", "virtual_offshore")
MOST_PAY: Final = 1_000_000  # dollars a year: a larger figure is a slip of the keyboard
KINDS: Final = ("fact", "estimate", "input")


@dataclass(frozen=True)
class Position:
    """One job for one full calendar year.

    Attributes:
        role: paralegal or legal_secretary.
        state: Postal code of the state where the work is done, or DC.
        annual_pay: Gross pay of full-time work in dollars a year. Virtual staff cost their fee instead.
        arrangement: One of `ARRANGEMENTS`.
        pay_kind: Whether the pay is a published figure ("fact"), our "estimate" or the user's "input".
        pay_source: Where the pay comes from, in words.
        share: Share of full time, 0.05 to 1.

    Raises:
        ValueError: If a value is unknown or out of bounds; says what to do.
    """

    role: str
    state: str
    annual_pay: float
    arrangement: str = "in_office"
    pay_kind: str = "input"
    pay_source: str = "Your figure"
    share: float = 1.0

    def __post_init__(self) -> None:
        """Check every value."""
        require_known("role", self.role, central_roles())
        require_known("state", self.state, states())
        require_known("arrangement", self.arrangement, tuple(ARRANGEMENTS))
        require_known("pay_kind", self.pay_kind, KINDS)
        require_share(self.share)
        if not 0 < self.annual_pay <= MOST_PAY:
            raise ValueError(
                f"annual_pay must be more than 0 and at most {MOST_PAY:,} dollars, not {self.annual_pay:,}."
            )

    @property
    def virtual(self) -> bool:
        """Whether the work is bought from a contractor instead of employed."""
        return self.arrangement in VIRTUAL

    @property
    def paid(self) -> float:
        """Gross pay in dollars a year for the share of full time."""
        return self.share * self.annual_pay


def arrangement_words(arrangement: str) -> str:
    """Return the words of an arrangement inside a sentence, such as "virtual, US freelance"."""
    label = ARRANGEMENTS[arrangement]
    return label[0].lower() + label[1:]


def states() -> tuple[str, ...]:
    """Return the postal codes of the 50 states and DC, sorted."""
    return tuple(sorted({tax.state for tax in load_payroll_taxes() if tax.state != FEDERAL}))


def require_known(name: str, value: str, known: tuple[str, ...]) -> None:
    """Raise ValueError, naming the known values, if a value is not one of them."""
    if value not in known:
        raise ValueError(f"{name} {value!r} is not known. Known: {', '.join(known)}.")


def require_share(share: float) -> None:
    """Raise ValueError if a share of full time is out of bounds."""
    if not 0.05 <= share <= 1:
        raise ValueError(f"The share of full time must be 5 % to 100 %, not {100 * share:.6g}%.")
