"""The block of one position on a months sheet: its rows, each with a formula, what drives it, and today's result."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import prod
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lib.export.workbook_assumptions import HOURS
from lib.hiring.defaults import default

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.export.workbook_assumptions import AssumptionCells
    from lib.export.workbook_positions import PositionCells
    from lib.hiring.monthly import Held
    from lib.hiring.plan import Plan
    from lib.hiring.seat import Vector


class Driver(NamedTuple):
    """What drives a row: the formula in its column C, the formula's result and the form it is shown in."""

    formula: str
    value: float
    form: str = "money"


class Row(NamedTuple):
    """A row of a block.

    Attributes:
        category: What it is summed under; empty for a working.
        formula: With {c} for the month's column and {p} for the column before it.
        results: The formula's result in each month of the plan.
        form: How the results are shown.
    """

    category: str
    label: str
    formula: str
    results: Vector
    driver: Driver | None
    form: str


@dataclass
class Block:
    """The rows of one position.

    Attributes:
        top: Number of the sheet's row that names the position.
        amounts: Dollars of each item by month of the plan, as the model has them.
        rows: The rows under the name, in order.
        names: Numbers of rows and addresses of cells by the names that the formulas use.
    """

    top: int
    held: Held
    plan: Plan
    cells: PositionCells
    assumed: AssumptionCells
    amounts: Mapping[str, Vector]
    rows: list[Row] = field(default_factory=list)
    names: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Name the addresses."""
        self.names |= {"c": "{c}", "p": "{p}", "top": self.top, **vars(self.cells)}
        self.names["rate_growth"] = self.assumed.figures["rate_growth", self.held.position.role]

    @property
    def next(self) -> int:
        """Number of the sheet's row that the next row will stand in."""
        return self.top + 1 + len(self.rows)

    def reserve(self, *names: str) -> None:
        """Name the rows that come next, so that formulas may point ahead."""
        self.names |= {name: self.next + number for number, name in enumerate(names)}

    def working(self, label: str, formula: str, results: Vector, form: str, driver: Driver | None = None) -> None:
        """Add a row that other rows rest on, with its results in the months of the position."""
        self._add(Row("", label, formula, self._whole(results), driver, form))

    def people(self, formula: str) -> None:
        """Add the expected people at work."""
        results = self.held.planned.count * self._whole(self.held.seat.presence)
        self._add(Row("People at work", "People at work", formula, results, None, "people"))

    def dollars(self, category: str, item: str, formula: str, driver: Driver | None, *shown: str) -> None:
        """Add an item of cost or fees; the model's names for it, if it has others, are those shown."""
        found = [self.amounts[name] for name in shown or (item,) if name in self.amounts]
        results = found[0] if found else np.zeros(self.plan.months)
        self._add(Row(category, item, formula, results, driver, "money"))

    def of(self, name: str) -> float:
        """Return the figure of a name for the position's role."""
        role = self.held.position.role
        return default(HOURS, role=role).value if name == HOURS else self.plan.firm.of(name, role)

    def address(self, name: str) -> str:
        """Return where that figure stands."""
        return self.assumed.figures[name, self.held.position.role]

    def figure(self, name: str, form: str = "money") -> Driver:
        """Return a figure as what drives a row."""
        return Driver(self.address(name), self.of(name), form)

    def product(self, *names: str, divisor: int = 1) -> Driver:
        """Return the product of figures, divided by a number, as what drives a row of dollars."""
        formula = "*".join(self.address(name) for name in names)
        return Driver(f"{formula}/{divisor}", prod(self.of(name) for name in names) / divisor)

    def _add(self, row: Row) -> None:
        formula = row.formula.format(**{**self.names, "row": self.next})
        self.rows.append(row._replace(formula=formula))

    def _whole(self, results: Vector) -> Vector:
        whole = np.zeros(self.plan.months)
        whole[self.held.at] = results
        return whole
