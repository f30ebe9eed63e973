"""The data files, read and checked: typed frames and records with the source of every number."""

from lib.tables.accuracy import load_accuracy
from lib.tables.checks import TableError
from lib.tables.cost_index import load_cost_index
from lib.tables.employer_costs import EmployerCost, load_employer_costs
from lib.tables.factors import Level, load_factor_rows, load_levels
from lib.tables.ladder_steps import LadderStep, load_ladder_steps
from lib.tables.office_hours import OfficePain, OfficePreset, load_office_pains, load_office_presets
from lib.tables.office_tasks import OfficeTask, load_office_tasks
from lib.tables.pay_cases import load_pay_cases
from lib.tables.payroll_taxes import PayrollTax, load_payroll_taxes
from lib.tables.prices import load_consumer_prices, load_price_parities
from lib.tables.roles import Role, central_roles, load_roles
from lib.tables.sources import Source, load_sources
from lib.tables.training_paths import TrainingPath, load_training_paths
from lib.tables.wage_schema import CellState
from lib.tables.wages import Area, WageRow, WageTable, load_wages

__all__ = [
    "Area",
    "CellState",
    "EmployerCost",
    "LadderStep",
    "Level",
    "OfficePain",
    "OfficePreset",
    "OfficeTask",
    "PayrollTax",
    "Role",
    "Source",
    "TableError",
    "TrainingPath",
    "WageRow",
    "WageTable",
    "central_roles",
    "load_accuracy",
    "load_consumer_prices",
    "load_cost_index",
    "load_employer_costs",
    "load_factor_rows",
    "load_ladder_steps",
    "load_levels",
    "load_office_pains",
    "load_office_presets",
    "load_office_tasks",
    "load_pay_cases",
    "load_payroll_taxes",
    "load_price_parities",
    "load_roles",
    "load_sources",
    "load_training_paths",
    "load_wages",
]
