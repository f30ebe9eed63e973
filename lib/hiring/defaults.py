"""The defaults of the hiring model, looked up by role and firm size."""

from __future__ import annotations

from lib.tables import load_employer_costs
from lib.tables.employer_costs import ALL, HEADCOUNT_CLASSES, EmployerCost


def default(item: str, *, role: str = ALL, headcount: int = 1) -> EmployerCost:
    """Return the default for an item.

    Args:
        item: Item key of data/employer_costs.csv.
        role: Role key; a row for all roles serves every role.
        headcount: Employees of the firm.

    Raises:
        KeyError: If the table has no such row.
    """
    for cost in load_employer_costs():
        fits_role = cost.role in (ALL, role)
        if cost.item == item and fits_role and cost.firm_headcount in (ALL, headcount_class(headcount)):
            return cost
    raise KeyError(f"employer_costs.csv has no row {item} for {role} at {headcount} employees.")


def headcount_class(headcount: int) -> str:
    """Return the size class of a firm, such as 1-49."""
    reached = [name for name, smallest in HEADCOUNT_CLASSES.items() if headcount >= smallest]
    return reached[-1]
