"""How a staffing budget is made, for the Data and methods page."""

from __future__ import annotations

from lib.hiring.defaults import default
from lib.hiring.payroll_taxes import tax_year
from lib.tables import load_employer_costs, load_payroll_taxes


def budget_sources() -> tuple[str, ...]:
    """Return the keys of every source a staffing budget may rest on."""
    taxes = (key for tax in load_payroll_taxes() for key in tax.source.split())
    costs = (key for cost in load_employer_costs() for key in cost.source.split())
    return tuple(dict.fromkeys(["oews-state", "oews-area", *taxes, *costs, "bls-eci", "missouri-v-jenkins"]))


def budget_steps() -> tuple[str, ...]:
    """Return how a staffing budget is made, in plain words."""
    leaving, replacing = default("turnover").value, default("replacement_cost").value
    return (
        "Each month of each position: gross pay with a raise every twelve months; employer taxes, with wage bases that "
        "begin anew each January and with every successor; insurance and retirement as a share of pay or in dollars; "
        "space for people in the office, software for everybody.",
        f"Turnover is an expectation: {leaving:.0%} of positions change hands a year, evenly over the months. An empty "
        f"seat saves pay, taxes and benefits and brings in nothing; each successor costs {replacing:.0%} of pay, which "
        "holds search and learning, so the cost of a hire is not added again. A first hire costs search and equipment.",
        f"Months after {tax_year()} use the last published tax rates and wage bases.",
        "Fees: hours worked for clients x rate x share invoiced x share paid, for paralegals, rising evenly to full "
        "over the ramp-up. They count in the month of the work; clients pay later. Virtual paralegals are taken to "
        "bill the same hours. A legal secretary's value, lawyer hours released, counts only as typed; so do tools.",
        "Risk: futures are drawn with a fixed seed that all scenarios share. A default is drawn from its range, half "
        "of the futures at or below it and half at or above; pay that is not typed from how far real pay "
        "lay from our estimate or the market figure; how many people leave by chance. Figures that are typed count as "
        "known, and figures move independently.",
        "The cheapest mix is solved as an integer programme over whole and half positions by role and arrangement, at "
        "the cost of a full year; substantive legal work never goes to a legal secretary.",
    )
