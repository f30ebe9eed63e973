"""Staffing budget: a list of positions and the firm lead to what the team costs, for two scenarios."""

import streamlit as st

from lib.ui.frame import close_page, open_page

open_page(
    "Staffing budget",
    "What positions cost in a full calendar year: pay, payroll taxes, benefits, space, software, turnover.",
)

from lib.charts import cost_waterfall
from lib.export import to_csv
from lib.hiring.defaults import default, headcount_class
from lib.hiring.plan import Scenario
from lib.pay.trust import record_sentence
from lib.pay.words import dollars
from lib.ui.billing_view import show_billing
from lib.ui.budget_tables import (
    compare_groups,
    csv_notes,
    download_table,
    lines_table,
    not_in_total,
    position_table,
    virtual_words,
)
from lib.ui.firm_form import firm_from_form
from lib.ui.plan_editor import edit_positions, follow_address, remember
from lib.ui.show import show_chart, show_origin
from lib.ui.words import plain

NAMES = ("A", "B")
MONEY_COLUMNS = {name: st.column_config.NumberColumn(name, format="$%,d") for name in ("amount", "total")}


st.header("The positions")
follow_address()
edited = {}
for name, tab in zip(NAMES, st.tabs([f"Scenario {name}" for name in NAMES]), strict=True):
    with tab:
        edited[name] = edit_positions(name)
        for problem in edited[name].problems:
            st.warning(plain(problem))
        for hint in edited[name].hints:
            st.info(plain(hint))
st.caption("Click into the empty row to add a position; mark a row at its left edge to delete it.")
remember({name: each.rows for name, each in edited.items()})

firm = firm_from_form()
scenarios = [Scenario(f"Scenario {name}", edited[name].counted, firm) for name in NAMES]

first, second = scenarios
gap = round(second.total) - round(first.total)
words = "costs as much as" if gap == 0 else f"costs {dollars(abs(gap))} {'more' if gap > 0 else 'less'} a year than"
st.header(plain(f"Scenario B {words} scenario A"))
with st.container(horizontal=True):
    for scenario in scenarios:
        people = f"{scenario.people} {'person' if scenario.people == 1 else 'people'}"
        st.metric(f"{scenario.name}: {people}, a year", round(scenario.total), format="$%,d", border=True)
show_origin(
    "estimate",
    f"Pay as marked below, payroll taxes of 2026, our defaults for {headcount_class(firm.headcount)} employees, "
    "your own figures where you typed them. Every line names its kind, source and year further down.",
)
st.table(compare_groups(scenarios), hide_index=True, alt="Yearly cost of both scenarios by kind of cost")

reach = max(scenario.total for scenario in scenarios)
for scenario, column in zip(scenarios, st.columns(2), strict=True):
    with column:
        st.header(plain(f"{scenario.name}: {dollars(scenario.total)} a year"))
        if scenario.positions:
            show_chart(cost_waterfall(scenario.by_group(), reach=reach), key=f"costs_{scenario.name}")
        else:
            st.info("No position is counted yet. Add a row to the table above.")

if any(position.pay_basis == "estimate" for scenario in scenarios for position in scenario.positions):
    show_origin("estimate", f"Pay by our estimate for the experience. {record_sentence()}")
for scenario in scenarios:
    st.header(plain(f"{scenario.name}: the positions"))
    st.table(position_table(scenario), hide_index=True, alt=f"Positions of {scenario.name} with pay and cost")
    for words in virtual_words(scenario):
        st.caption(plain(words))
    missing = not_in_total(scenario)
    if missing:
        st.caption(plain(f"Not in the total: {missing}"))
    with st.expander("Every line with its kind and source"):
        st.dataframe(
            lines_table(scenario),
            hide_index=True,
            column_config=MONEY_COLUMNS,
            alt=f"Every cost line of {scenario.name}",
        )
    st.download_button(
        f"Download {scenario.name} as csv",
        data=lambda scenario=scenario: to_csv(download_table(scenario), csv_notes(scenario)),
        file_name=f"staffing_{scenario.name.lower().replace(' ', '_')}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"download_{scenario.name}",
    )

show_billing(scenarios)

st.header("What is counted, and what is not")
leaving, replacing = default("turnover").value, default("replacement_cost").value
st.markdown(
    plain(
        "One full calendar year of a filled position. Paid leave is inside the salary. Turnover is the "
        f"yearly share ({leaving:.0%} of positions, {replacing:.0%} of pay each, or your own figures), so "
        "recruiting is not added again. Virtual staff cost their fee and software: no payroll taxes, benefits "
        "or space; a lawyer's time to supervise them is not counted. Workers' compensation insurance, "
        "overtime and bonuses are not counted."
    )
)
close_page(
    [
        "oews-state",
        "oews-area",
        "usc-fica",
        "usc-futa",
        "state-ui-2026",
        "state-leave-2026",
        "bls-ecec",
        "commercialedge-2025",
        "clio-pricing",
        "cap-turnover",
        "smb-team-2022",
        "legalclarity",
        "legalclarity-rates",
        "clio-trends-2023",
        "missouri-v-jenkins",
        "judgement",
    ]
)
