"""The office's ratio of lawyers to staff beside the market's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from lib.careers.staff_ratio import market_ratios, own_ratio, ratio_history, ratio_sentence
from lib.charts.ratio_history import ratio_history_chart
from lib.tables import central_roles, load_roles
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.words import plain

if TYPE_CHECKING:
    from lib.careers.staff_ratio import StaffRatio
    from lib.hiring.mix_result import Mix
    from lib.ui.office_answer import Office

CAUTION: Final = (
    "The wage survey counts employees: lawyers who own their firm are missing, so real firms have more lawyers to each "
    "member of staff. It holds courts, agencies and companies too. A third party computed the row of law firms from "
    "BLS's file. A ratio says what is common, not what is right."
)


def show_market(office: Office, mix: Mix) -> None:
    """Show lawyers for each paralegal and legal secretary: nation by year, the place, law firms, the office.

    Args:
        office: What was said of the office.
        mix: The recommended team.
    """
    st.subheader(plain(ratio_sentence()))
    team = {role: max(mix.count_of(role), office.staff.by_role[role]) for role in central_roles()}
    after = own_ratio(office.lawyers, team)
    history = ratio_history()
    show_chart(ratio_history_chart(history, after), key="ratio")
    show_origin("fact", "Lines and market rows: jobs as BLS counts them, in May of each year.")
    show_origin(
        "estimate", "“You” and the rows of this office: your lawyers for each person you employ or would employ."
    )
    now = own_ratio(office.lawyers, office.staff.by_role)
    rows = [_row("This office today", now), _row("This office with the team", after)]
    rows += [_row(_capital(ratio.where), ratio) for ratio in market_ratios(office.constraints.area)]
    st.table(pd.DataFrame(rows).map(plain), hide_index=True, alt="Lawyers for each member of staff, here and elsewhere")
    st.caption(CAUTION)
    show_numbers(_by_year(history), alt="Lawyers for each member of staff in the country by year", title="By year")


def _row(where: str, ratio: StaffRatio) -> dict[str, str]:
    cells = {
        f"Lawyers for each {load_roles()[role].label.lower()}": (
            f"{ratio.by_role[role]:.1f}" if role in ratio.by_role else "nobody"
        )
        for role in central_roles()
    }
    return {"Where": where, **cells}


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def _by_year(history: pd.DataFrame) -> pd.DataFrame:
    years = history.pivot_table(index="year", columns="label", values="ratio", sort=False).sort_index(ascending=False)
    table = years.map("{:.2f}".format).reset_index().rename(columns={"year": "Year"})
    return table.astype(str)
