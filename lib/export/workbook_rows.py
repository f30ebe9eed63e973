"""Which rows a position has on a months sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from lib.export import workbook_model as model
from lib.export.workbook_assumptions import HOURS
from lib.export.workbook_block import Driver
from lib.export.workbook_positions import YES
from lib.hiring.billing import BILLING_ROLE, FIELDS, FULL_WEEK
from lib.hiring.lines import BENEFITS, FEE, FEES, HIRING, OFFICE, PAY, TAXES, TURNOVER
from lib.hiring.monthly import monthly_pay
from lib.hiring.payroll_taxes import rate_of, taxes_of
from lib.hiring.planned import SEARCHES
from lib.pay.words import MONTHS_A_YEAR

if TYPE_CHECKING:
    from lib.export.workbook_block import Block
    from lib.hiring.seat import Seat, Vector
    from lib.tables import PayrollTax

SEAT_ROWS: Final = ("month", "successors", "seat", "at_work", "standing", "productive")
PAID_ROWS: Final = ("pay", "paid", "not_paid")
CONTRACTOR_ROWS: Final = ("month", "productive")
MONTH_LABEL: Final = "Month of the position"
PRODUCTIVE_LABEL: Final = "Productive people in a seat (C: months until a new person is)"
INVOICED: Final = ("bill_rate", "realization", "collection")


def add_rows(block: Block) -> None:
    """Add all rows of a position to its block."""
    if block.held.position.virtual:
        _contractor(block)
    else:
        _seat(block)
        _paid(block)
        _employee(block)
    if block.held.position.arrangement == "in_office":
        space = block.product("office_space", "office_rent", divisor=MONTHS_A_YEAR)
        block.dollars(OFFICE, "Office space", model.EVERY_MONTH, space)
    block.dollars(OFFICE, "Software", model.EVERY_MONTH, block.figure("software"))
    block.dollars(OFFICE, "Tools", model.EVERY_MONTH, block.figure("tool_cost"))
    if not block.held.position.virtual:
        block.dollars(OFFICE, "Training", model.EVERY_MONTH, block.product("training", divisor=MONTHS_A_YEAR))
    _fees(block)


def _seat(block: Block) -> None:
    """Add who sits in a seat, month by month."""
    seat, wait, leaving = block.held.seat, block.address("vacancy"), block.address("turnover")
    part = Driver(f"{wait}-INT({wait})", seat.vacancy - int(seat.vacancy), "percent")
    share = Driver(f"MIN({leaving}/12,1)", seat.leaving, "percent")
    empty = Driver(wait, seat.vacancy, "number")
    block.reserve(*SEAT_ROWS)
    block.working(MONTH_LABEL, model.MONTH, np.arange(1.0, seat.months + 1), "count")
    label = "Successors who start in a seat (C: months it stands empty)"
    block.working(label, model.SUCCESSORS, seat.successors, "people", empty)
    label = "People in a seat (C: share who leave a month)"
    block.working(label, model.SEAT, seat.people.sum(axis=0), "people", share)
    label = "At work in a seat (C: part of a successor's first month missed)"
    block.working(label, model.AT_WORK, seat.presence, "people", part)
    label = "First person and all from earlier years, in a seat"
    block.working(label, model.STANDING, _standing(seat), "people")
    ramp = block.figure("ramp", "number")
    block.working(PRODUCTIVE_LABEL, model.PRODUCTIVE, seat.productive(ramp.value), "people", ramp)


def _paid(block: Block) -> None:
    """Add what one person is paid and was paid this year."""
    seat, cells, pay = block.held.seat, block.cells, monthly_pay(block.held, block.plan.firm)
    first = Driver(f"{cells.share}*{cells.pay}/12", block.held.position.paid / MONTHS_A_YEAR)
    paid = seat.paid_before(pay)[0]
    not_paid = paid + (seat.vacancy - int(seat.vacancy)) * pay
    block.reserve(*PAID_ROWS)
    block.working("Monthly pay of a person (C: at first)", model.PAY, pay, "money", first)
    block.working("Paid this year before the month to each of the first and earlier", model.PAID, paid, "money")
    block.working("Of this, not paid to a successor who starts in the month", model.NOT_PAID, not_paid, "money")


def _standing(seat: Seat) -> Vector:
    """Return the people of each month who started before its calendar year, or first of all."""
    years = (seat.first + np.arange(seat.months)) // MONTHS_A_YEAR
    before = years[:, None] < years[None, :]
    before[0] = True
    standing: Vector = (seat.people * before).sum(axis=0)
    return standing


def _employee(block: Block) -> None:
    """Add what an employee costs besides space and software."""
    position, firm = block.held.position, block.plan.firm
    block.reserve("people")
    block.people(model.PEOPLE)
    block.reserve("gross")
    block.dollars(PAY, "Gross pay", model.GROSS, None)
    for tax in taxes_of(position.state, firm.headcount):
        _tax(block, tax)
    _benefits(block)
    _hiring(block)
    replacing = block.figure("replacement_cost", "percent")
    block.dollars(TURNOVER, "Replacing people who leave", model.REPLACING, replacing)


def _tax(block: Block, tax: PayrollTax) -> None:
    key, (rate, _) = (tax.state, tax.label), rate_of(tax, block.plan.firm)
    driver = Driver(block.assumed.rates[key], rate, "percent")
    if tax.wage_base is None:
        block.dollars(TAXES, tax.label, model.OF_GROSS, driver)
        return
    taxed = block.held.seat.taxed(monthly_pay(block.held, block.plan.firm), tax.wage_base)
    block.reserve("taxed")
    base = Driver(block.assumed.bases[key], tax.wage_base)
    block.working(f"Taxed in a seat (C: of each person a year): {tax.label}", model.TAXED, taxed, "money", base)
    block.dollars(TAXES, tax.label, model.OF_TAXED, driver)


def _benefits(block: Block) -> None:
    if block.plan.firm.benefits == "share":
        share = block.figure("insurance_and_retirement", "percent")
        block.dollars(BENEFITS, "Insurance and retirement", model.OF_GROSS, share)
    elif block.plan.firm.benefits == "dollars":
        names = ("health_single", "health_family", "family_share")
        single, family, covered = (block.figure(name) for name in names)
        health = Driver(
            f"{single.formula}*(1-{covered.formula})+{family.formula}*{covered.formula}",
            single.value * (1 - covered.value) + family.value * covered.value,
        )
        block.dollars(BENEFITS, "Health insurance", model.OF_PEOPLE, health)
        block.dollars(BENEFITS, "Retirement", model.OF_GROSS, block.figure("retirement_match", "percent"))


def _hiring(block: Block) -> None:
    """Add what a first hire costs once; nothing of somebody employed already."""
    planned, cells, own, fee = block.held.planned, block.cells, block.figure("own_search"), block.figure("agency_fee")
    hired = 0.0 if planned.employed else 1.0
    costs = {"own": own.value, "agency": fee.value * block.held.position.paid, "none": 0.0}
    search = (
        f'IF({cells.employed}="{YES}",0,IF({cells.search}="{SEARCHES["own"]}",{own.formula},'
        f'IF({cells.search}="{SEARCHES["agency"]}",{fee.formula}*{cells.share}*{cells.pay},0)))'
    )
    driver = Driver(search, hired * costs[planned.search])
    block.dollars(HIRING, "Search", model.ONCE, driver, SEARCHES["own"], SEARCHES["agency"])
    equipment = block.figure("equipment")
    driver = Driver(f'IF({cells.employed}="{YES}",0,{equipment.formula})', hired * equipment.value)
    block.dollars(HIRING, "Equipment", model.ONCE, driver)


def _contractor(block: Block) -> None:
    """Add what virtual staff cost besides software."""
    seat, ramp, cells = block.held.seat, block.figure("ramp", "number"), block.cells
    block.reserve(*CONTRACTOR_ROWS)
    block.working(MONTH_LABEL, model.MONTH, np.arange(1.0, seat.months + 1), "count")
    block.working(PRODUCTIVE_LABEL, model.CONTRACTOR_PRODUCTIVE, seat.productive(ramp.value), "people", ramp)
    block.people(model.CONTRACTORS)
    if block.held.position.arrangement == "virtual_us":
        fee = block.product("virtual_us_rate", HOURS, divisor=MONTHS_A_YEAR)
    else:
        fee = block.figure("virtual_offshore_month")
    share = Driver(f"{cells.share}*{fee.formula}", block.held.position.share * fee.value)
    block.dollars(FEE, "Contractor's fee", model.EVERY_MONTH, share)


def _fees(block: Block) -> None:
    """Add what a fully productive full-time person brings in, a year."""
    if block.held.position.role == BILLING_ROLE:
        block.dollars(FEES, "Fees collected", model.FEES, block.product(*FIELDS.values()))
        freed = block.product("tool_hours", "tool_share", "tool_billed", HOURS, *INVOICED, divisor=FULL_WEEK)
        block.dollars(FEES, "Hours freed by tools", model.FEES, freed)
    else:
        block.dollars(FEES, "Lawyer hours released", model.FEES, block.product("released_hours", "released_value"))
