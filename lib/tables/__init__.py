"""The data files, read and checked: typed frames and records with the source of every number."""

from lib.tables.accuracy import load_accuracy
from lib.tables.checks import TableError
from lib.tables.cost_index import load_cost_index
from lib.tables.employer_costs import EmployerCost, load_employer_costs
from lib.tables.factors import Level, load_factor_rows, load_levels
from lib.tables.pay_cases import load_pay_cases
from lib.tables.payroll_taxes import PayrollTax, load_payroll_taxes
from lib.tables.prices import load_consumer_prices, load_price_parities
from lib.tables.roles import Role, central_roles, load_roles
from lib.tables.sources import Source, load_sources
from lib.tables.wage_schema import CellState
from lib.tables.wages import Area, WageRow, WageTable, load_wages

__all__ = [
    "Area",
    "CellState",
    "EmployerCost",
    "Level",
    "PayrollTax",
    "Role",
    "Source",
    "TableError",
    "WageRow",
    "WageTable",
    "central_roles",
    "load_accuracy",
    "load_consumer_prices",
    "load_cost_index",
    "load_employer_costs",
    "load_factor_rows",
    "load_levels",
    "load_pay_cases",
    "load_payroll_taxes",
    "load_price_parities",
    "load_roles",
    "load_sources",
    "load_wages",
]
