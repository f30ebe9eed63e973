"""What a mix of positions must do and keep to: the weekly work and the rules.

There are three kinds of work. Substantive legal work never goes to a legal secretary; administrative work may go to
either role unless that is ruled out; shareable work goes to either. What only a lawyer may do belongs to none of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Final

from lib.hiring.firm import Firm
from lib.hiring.planned import PAY_BASES, PlannedPosition
from lib.hiring.position import ARRANGEMENTS, require_known
from lib.hiring.scenarios import MOST_BUDGET
from lib.pay.words import dollars
from lib.tables import central_roles, load_roles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HALF: Final = 0.5
MOST_HOURS: Final = 5_000.0  # a week, of each kind of work
MOST_LEAST: Final = 250.0  # positions a minimum may ask for
MARKET_BASES: Final = tuple(basis for basis in PAY_BASES if basis != "typed")
EVERY_ARRANGEMENT: Final = tuple(ARRANGEMENTS)


@dataclass(frozen=True)
class Workload:
    """Work to be done, in hours a week.

    Attributes:
        administrative: Office work, such as calendars, filing and invoices.
        substantive: Legal work that a lawyer may hand to a paralegal, such as research and drafts.
        shareable: Work that either role may do.

    Raises:
        ValueError: If a number of hours is out of bounds; says which.
    """

    administrative: float = 0.0
    substantive: float = 0.0
    shareable: float = 0.0

    def __post_init__(self) -> None:
        """Check every number of hours."""
        for kind in fields(self):
            hours: float = getattr(self, kind.name)
            if not 0 <= hours <= MOST_HOURS:
                what = f"{kind.name.capitalize()} work"
                raise ValueError(f"{what}: type 0 to {MOST_HOURS:,.0f} hours a week, not {hours:,g}.")

    @property
    def total(self) -> float:
        """Hours a week of all kinds."""
        return self.administrative + self.substantive + self.shareable


@dataclass(frozen=True)
class Constraints:
    """The market, the firm and the rules a mix must keep. The defaults restrict nothing.

    Attributes:
        area: BLS area code of the market the pay is of; its state sets the taxes.
        firm: The employer's size and figures.
        budget: Dollars that may be spent a year, or None.
        arrangements: Which of `ARRANGEMENTS` are allowed.
        least: The fewest positions of a role, as pairs such as ("paralegal", 1.5).
        in_office_least: The fewest positions in the office, of both roles together.
        halves: Whether half positions are allowed.
        administrative_to_paralegals: Whether paralegals may do administrative work.
        pay_basis: What people are paid, one of `MARKET_BASES`.

    Raises:
        ValueError: If a value is unknown or out of bounds; says what to do.
    """

    area: str
    firm: Firm = field(default_factory=Firm)
    budget: float | None = None
    arrangements: tuple[str, ...] = EVERY_ARRANGEMENT
    least: tuple[tuple[str, float], ...] = ()
    in_office_least: float = 0.0
    halves: bool = True
    administrative_to_paralegals: bool = True
    pay_basis: str = "median"

    def __post_init__(self) -> None:
        """Check every value; the area as a position checks it."""
        PlannedPosition(central_roles()[0], self.area)
        require_known("pay_basis", self.pay_basis, MARKET_BASES)
        for arrangement in self.arrangements:
            require_known("arrangement", arrangement, EVERY_ARRANGEMENT)
        for role, positions in self.least:
            require_known("role", role, central_roles())
            _require_positions(load_roles()[role].plural, positions)
        if len(dict(self.least)) < len(self.least):
            raise ValueError("Give each role one minimum.")
        _require_positions("Positions in the office", self.in_office_least)
        if self.budget is not None and not 0 < self.budget <= MOST_BUDGET:
            raise ValueError(f"Type a budget above $0 and up to ${MOST_BUDGET:,.0f}.")

    def least_of(self, role: str) -> float:
        """Return the fewest positions of a role."""
        return dict(self.least).get(role, 0.0)

    def affords(self, cost: float) -> bool:
        """Return whether a cost in dollars a year is within the budget, to the cent."""
        return self.budget is None or round(cost, 2) <= self.budget


@dataclass(frozen=True)
class Rule:
    """A rule that can be dropped to see what it costs.

    Attributes:
        dropped: What it means to drop it, as the opening of a sentence.
        drop: Returns constraints without it.
    """

    dropped: str
    drop: Callable[[Constraints], Constraints]


def rules_of(constraints: Constraints) -> tuple[Rule, ...]:
    """Return the rules in force, without the one on substantive work: that is never dropped."""
    return tuple(_rules(constraints))


def _rules(constraints: Constraints) -> Iterator[Rule]:
    if constraints.budget is not None:
        budget = dollars(constraints.budget)
        yield Rule(f"Without the budget of {budget}", lambda old: replace(old, budget=None))
    for role, positions in constraints.least:
        if positions:
            yield _minimum(role, positions)
    if constraints.in_office_least:
        people = f"{constraints.in_office_least:g} in the office"
        yield Rule(f"Without the minimum of {people}", lambda old: replace(old, in_office_least=0.0))
    if set(constraints.arrangements) != set(EVERY_ARRANGEMENT):
        yield Rule("With every arrangement allowed", lambda old: replace(old, arrangements=EVERY_ARRANGEMENT))
    if not constraints.administrative_to_paralegals:
        words = "With paralegals allowed to do administrative work"
        yield Rule(words, lambda old: replace(old, administrative_to_paralegals=True))
    if not constraints.halves:
        yield Rule("With half positions allowed", lambda old: replace(old, halves=True))


def count_words(role: str, positions: float) -> str:
    """Return a number of positions of a role, such as 1.5 paralegals or half a paralegal."""
    words = load_roles()[role]
    if positions == HALF:
        return f"half a {words.label.lower()}"
    return f"{positions:g} {(words.plural if positions > 1 else words.label).lower()}"


def _minimum(role: str, positions: float) -> Rule:
    def drop(old: Constraints) -> Constraints:
        return replace(old, least=tuple(pair for pair in old.least if pair[0] != role))

    return Rule(f"Without the minimum of {count_words(role, positions)}", drop)


def _require_positions(what: str, positions: float) -> None:
    if not 0 <= positions <= MOST_LEAST or positions % HALF:
        raise ValueError(f"{what}: the minimum is 0 to {MOST_LEAST:g}, in whole or half positions, not {positions:,g}.")
