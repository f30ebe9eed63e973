from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from lib.export.assumptions import Assumption, assumptions, figure_assumption, pay_error_assumptions
from lib.export.kinds import KIND_WORDS
from lib.export.memo_limits import EXPECTATIONS, NEVER_COUNTED, basis_words, limits
from lib.hiring import Firm, Plan, PlannedPosition
from lib.hiring.payroll_taxes import tax_year
from lib.tables import load_sources
from tests.hiring.plans import PLANS, typed

TEXAN = PlannedPosition("paralegal", "48")
SECRETARY = PlannedPosition("legal_secretary", "48")


def found(*plans: Plan) -> dict[str, Assumption]:
    return {f"{each.label} ({each.scope})" if each.scope else each.label: each for each in assumptions(plans)}


def test_published_pay_names_its_table_and_the_middle_half() -> None:
    # BLS, state table of May 2025, paralegals in Texas: 47,410, 62,310 and 77,740.
    assert found(Plan("A", (TEXAN,)))["Paralegal, Texas: market median"] == Assumption(
        "Pay", "Paralegal, Texas: market median", "$62,310 a year", "Published", "middle half $47,410 to $77,740",
        "May 2025", ("oews-state",), "BLS OEWS, May 2025, Texas",
    )  # fmt: skip


def test_carried_pay_names_the_month_and_the_index() -> None:
    plan = Plan("A", (replace(TEXAN, start="2027-03"),), carried=True)
    pay = found(plan)["Paralegal, Texas: market median"]
    assert (pay.mark, pay.period, pay.sources) == (
        "Our estimate",
        "May 2025, carried to March 2027",
        ("oews-state", "bls-eci"),
    )
    assert pay.value > "$62,310"


def test_pay_of_a_metro_area_and_estimated_pay_name_their_tables() -> None:
    new_york, montana = replace(TEXAN, area="35620"), PlannedPosition("legal_secretary", "30")
    assert next(iter(found(Plan("A", (new_york,))).values())).sources == ("oews-area",)
    pay = found(Plan("A", (montana,)))["Legal secretary, Montana: market median"]
    assert (pay.mark, pay.sources) == ("Our estimate", ("oews-state", "oews-national"))


def test_typed_figures_are_yours_and_have_no_source() -> None:
    rows = found(Plan("A", (typed(60_000, raise_a_year=0.025),), Firm(turnover=0.1), months=24))
    assert rows["Paralegal, Texas"] == Assumption("Pay", "Paralegal, Texas", "$60,000 a year", "Your figure")
    assert rows["Raise, Paralegal, Texas"].value == "2.5% a year"
    assert rows["Turnover"] == Assumption("Hiring and turnover", "Turnover", "10% of positions a year", "Your figure")
    assert "Raise, Paralegal, Texas" not in found(Plan("A", (typed(60_000, raise_a_year=0.025),)))


def test_a_default_has_range_period_and_sources() -> None:
    rent = figure_assumption("office_rent", "paralegal", Firm())
    assert (rent.value, rent.mark, rent.span, rent.period, rent.sources) == (
        "$33.41 a square foot and year", "Published", "$21 to $69", "February 2025", ("commercialedge-2025",),
    )  # fmt: skip
    assert figure_assumption("rate_growth", "paralegal", Firm()).span == ""  # 0, low 0, high 0


def test_payroll_taxes_name_rate_base_state_and_year() -> None:
    rows = found(Plan("A", (TEXAN,), Firm(state_unemployment_rate=0.01)))
    security = rows["Social security (employer share)"]
    assert (security.value, security.mark, security.period) == ("6.2% of the first $184,500", "Published", "2026")
    assert rows["Medicare (employer share)"].value == "1.45% of all pay"
    own = rows["State unemployment tax, TX"]
    assert (own.value, own.mark) == ("1% of the first $9,000", "Your figure")


def test_what_differs_by_role_says_for_which() -> None:
    rows = found(Plan("A", (TEXAN, SECRETARY)))
    # 10.6 % for 1 to 49 employees x 0.9722 for paralegals = 10.305 %.
    assert rows["Insurance and retirement (paralegals)"].value == "10.31% of pay"
    assert "Insurance and retirement (legal secretaries)" in rows
    assert "Rent" in rows


def test_what_differs_by_scenario_says_for_which() -> None:
    rows = found(Plan("A", (TEXAN,)), Plan("B", (TEXAN,), Firm(turnover=0.1)), Plan("C", (TEXAN,)))
    assert rows["Turnover (“A”, “C”)"].mark == "Our estimate"
    assert rows["Turnover (“B”)"].value == "10% of positions a year"


def test_what_differs_by_role_and_scenario_says_both() -> None:
    both = (TEXAN, SECRETARY)
    rows = found(Plan("A", both), Plan("B", both, Firm(insurance_and_retirement=0.2)))
    assert {"Insurance and retirement (paralegals in “A”)", "Insurance and retirement (“B”)"} <= rows.keys()
    mixed = found(Plan("A", both), Plan("B", both, Firm(headcount=60)), Plan("C", (SECRETARY,), Firm(headcount=60)))
    assert "Insurance and retirement (legal secretaries in “B”, legal secretaries in “C”)" in mixed


def test_jobs_of_one_name_are_told_apart_by_their_pay() -> None:
    found = assumptions([Plan("A", (typed(60_000), typed(70_000)))])[:2]
    assert [(each.label, each.scope, each.value) for each in found] == [
        ("Paralegal, Texas", "", "$60,000 a year"),
        ("Paralegal, Texas", "", "$70,000 a year"),
    ]


def test_no_benefits_are_a_choice_that_is_shown() -> None:
    row = found(Plan("A", (TEXAN,), Firm(benefits="none")))["Insurance and retirement"]
    assert (row.value, row.mark) == ("No benefits", "Your figure")


def test_contractors_have_a_fee_and_no_pay() -> None:
    rows = found(Plan("A", (replace(TEXAN, arrangement="virtual_us"),)))
    assert rows["US freelance"].value == "$65 an hour"
    assert rows["Hours an employee works, paid leave taken out"].value == "1,876 hours a year"
    assert {"Pay", "Payroll taxes"}.isdisjoint(row.group for row in rows.values())


@given(PLANS)
@settings(max_examples=30)
def test_every_figure_has_a_mark_and_a_known_source_or_is_yours(plan: Plan) -> None:
    for each in assumptions([plan]):
        assert each.value
        assert each.mark in KIND_WORDS.values()
        assert bool(each.sources) == (each.mark != "Your figure")
        assert set(each.sources) <= load_sources().keys()


def test_the_basis_names_release_and_tax_year() -> None:
    assert basis_words([Plan("A", (TEXAN,))]) == (
        EXPECTATIONS,
        "Market pay is the BLS Occupational Employment and Wage Statistics, May 2025, as of that month: it is not "
        "carried to the months of the plans.",
        "Payroll taxes are those of 2026; months after 2026 use the same rates and wage bases, the last published.",
    )
    this_year = Plan("A", (typed(60_000),), first=f"{tax_year()}-01")
    assert basis_words([this_year]) == (EXPECTATIONS, "Payroll taxes are those of 2026.")


def test_the_basis_says_where_pay_is_carried_and_how_good_our_estimates_are() -> None:
    carried, plain = Plan("A", (TEXAN,), carried=True), Plan("B", (replace(TEXAN, pay_basis="estimate"),))
    assert basis_words([carried])[1].endswith("carried to the month a position starts by the Employment Cost Index.")
    words = basis_words([carried, plain])
    assert "carried in “A” to the month a position starts" in words[1]
    assert words[2].startswith("Pay by our estimate for the facts: Tried on ")


def test_what_is_not_counted_is_said() -> None:
    new_york = Plan("A", (replace(TEXAN, area="36"), typed(60_000)))
    assert limits([new_york])[:2] == (
        NEVER_COUNTED,
        "NY: Disability benefits insurance. Employers pay what the premium costs above the employee share; no amount "
        "was found.",
    )
    assert limits([new_york])[-1].startswith("Counted as nothing where no figure is typed: equipment for each new ")
    assert limits([Plan("A", (replace(typed(60_000), amount=None),))]) == (
        NEVER_COUNTED,
        "“A”, Paralegal, Texas: not counted yet. Type an amount above 0 and up to 1,000,000 dollars a year, or choose "
        "a market figure.",
    )
    assert limits([Plan("A", (replace(TEXAN, arrangement="virtual_us"),), Firm(tool_cost=9.0))]) == (NEVER_COUNTED,)


def test_an_estimate_names_the_sources_of_the_factors_it_applies() -> None:
    # data/factors.csv, experience 0-1 of paralegals: dol-wage-levels nala-surveys robert-half pay-cases.
    beginner = PlannedPosition("paralegal", "48", experience="0-1", pay_basis="estimate")
    pay = assumptions([Plan("A", (beginner,))])[0]
    assert pay.sources == ("oews-state", "dol-wage-levels", "nala-surveys", "robert-half", "pay-cases")


def test_how_far_pay_may_end_from_plan_is_told_once_for_each_kind_of_pay() -> None:
    estimated = replace(TEXAN, pay_basis="estimate")
    plans = (Plan("A", (TEXAN, SECRETARY, typed(60_000))), Plan("B", (TEXAN, estimated)))
    market, ours = pay_error_assumptions(plans)
    assert (market.label, market.value) == ("How far pay may end from a market figure", "17.2% on average")
    assert (ours.label, ours.value) == ("How far pay may end from our estimate", "13.8% on average")
    assert pay_error_assumptions([Plan("C", (typed(60_000), replace(TEXAN, employed=True)))]) == ()
