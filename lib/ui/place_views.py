"""What the page that compares places shows: finding, map, order, ranks, picked places, history, table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from lib.charts import AREA_MAP_NOTE, DIFFERENCE, PLACE_DOTS_NOTE, TILE_MAP_NOTE, UNITS, area_map, place_dots
from lib.charts import place_history as history_chart
from lib.export.csv import to_csv
from lib.pay.gap import KINDS as KINDS_IN_WORDS
from lib.pay.gap import flips
from lib.pay.market import ESTIMATED, PUBLISHED, place_words, release_words
from lib.pay.place_history import CAUTION, history_table, place_history
from lib.pay.place_table import (
    BASIS_WORDS,
    all_places,
    chart_rows,
    column_unit,
    dot_rows,
    gap_rows,
    missing_notes,
    side_by_side,
)
from lib.pay.places import DOLLARS, MEASURES, PERCENTILE_COLUMNS, place_rows
from lib.pay.ranking import highest_and_lowest, rank_changes, rank_sentences, values
from lib.pay.words import dollars
from lib.tables import load_roles, load_wages
from lib.tables.files import records
from lib.tables.prices import PARITY_PERIOD
from lib.tables.wage_schema import NATION
from lib.ui.pickers import place_labels
from lib.ui.place_pickers import KINDS, MOST_JOBS
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.pay.ageing import Ageing
    from lib.pay.places import Facts

    Rows = dict[str, pd.DataFrame]  # the same places for each role

SHOWN: Final = 10  # places in order when none is picked
FORMATS: Final = {"dollars": "$%,d", "jobs": "%,d", "share": "percent", "ratio": "%.2f", "rank": "%d"}


def heading(by_role: Rows, kind: str, release: str, measure: str, *, adjusted: bool, facts: Facts) -> str:
    """Return the finding over all places of a kind; Puerto Rico, shown with the states, is none."""
    where = KINDS_IN_WORDS[kind]
    by_role = {role: rows[rows["area_type"] == kind] for role, rows in by_role.items()}
    if len(by_role) == 1:
        ((role, rows),) = by_role.items()
        found = highest_and_lowest(rows, values(rows, measure, adjusted=adjusted), measure)
        plural = load_roles()[role].plural
        return f"{plural}, {where}: {found[0].lower()}{found[1:]}" if found else f"No {where} have this figure"
    if MEASURES[measure].unit == DOLLARS and measure in PERCENTILE_COLUMNS and not facts:
        found_flips = flips(release, kind)
        if measure == "median" and found_flips.of:
            return (
                f"Paralegals earn more in the middle in {found_flips.of - len(found_flips.places)} of {found_flips.of} "
                f"{where}; in {len(found_flips.places)} legal secretaries earn as much or more"
            )
    first, second = by_role.values()
    gap = (values(first, measure, adjusted=adjusted) - values(second, measure, adjusted=adjusted)).dropna()
    label = MEASURES[measure].label.split(" (")[0].lower()
    if gap.empty:
        return f"Our data has no {label} of both roles in {where}, {release_words(release)}: choose another measure"
    return f"{MEASURES[measure].label.split(' (')[0]}: higher for paralegals in {(gap > 0).sum()} of {len(gap)} {where}"


def show_map(
    by_role: Rows, kind: str, release: str, measure: str, *, adjusted: bool, stated: bool, picked: Sequence[str]
) -> None:
    """Draw states as tiles and metro areas as points; nonmetropolitan areas have no single point."""
    if kind == "nonmetro":
        st.caption("Nonmetropolitan areas are wide regions without a single centre: see the order and the table below.")
        return
    unit = MEASURES[measure].unit
    label = MEASURES[measure].label.split(" (")[0]
    if len(by_role) > 1 and unit != DOLLARS:
        st.caption("Choose one role to see a map of this measure.")
        return
    ((role, rows), *_) = by_role.items()
    if len(by_role) > 1:
        frame = gap_rows(list(by_role.values()), measure, adjusted=adjusted, stated=stated)
        words, scale = f"{label}, paralegals less legal secretaries", DIFFERENCE
    else:
        frame = chart_rows(rows, role, release, measure, adjusted=adjusted, stated=stated)
        words, scale = f"{label} of {load_roles()[role].plural.lower()}", UNITS[unit]
    if frame["value"].isna().all():
        return
    if kind == "state":
        from lib.charts import tile_map

        frame = frame[(rows["area_type"] == "state").to_numpy()]
        show_chart(tile_map(frame, measure=words, unit=scale), key="map")
        st.caption(TILE_MAP_NOTE)
    else:
        show_chart(area_map(frame, measure=words, unit=scale, picked=picked), key="map")
        st.caption(AREA_MAP_NOTE)
    _show_map_origin(frame, words, release, adjusted=adjusted, stated=stated)


def _show_map_origin(frame: pd.DataFrame, words: str, release: str, *, adjusted: bool, stated: bool) -> None:
    source = f"{words}. BLS OEWS, {release_words(release)}, all industries"
    if adjusted:
        source += f", divided by BEA price parities {PARITY_PERIOD} (the state's where an area has none)"
    known = frame[frame["value"].notna()]
    estimates = int((known["basis"] == ESTIMATED).sum())
    if stated:
        show_origin("estimate", f"{source}; moved and narrowed by the stated facts in every place.")
    elif adjusted:
        show_origin("estimate", f"{source}.")
    else:
        show_origin("fact", f"{source}.")
    if estimates and not stated:
        show_origin("estimate", f"{estimates} of {len(known)} places, where BLS publishes no figure.")


def show_ranks(rows: pd.DataFrame, role: str, measure: str, picked: Sequence[str]) -> None:
    """Say how the order changes at average US prices, first of the picked places."""
    changes = rank_changes(rows, measure)
    if changes.empty:
        return
    st.subheader(plain(f"What prices change in the order: {load_roles()[role].plural.lower()}"))
    st.markdown(plain(" ".join(rank_sentences(changes, _of(rows, picked)["place"].tolist()))))
    table = changes.assign(moved=changes["moved"].map("{:+d}".format)).astype(str)
    table.columns = pd.Index(["Place", "Rank as paid", "Rank at US prices", "Places gained"])
    show_numbers(table.head(60), alt="Ranks as paid and at average US prices", title="Ranks, as paid and at US prices")


def show_dots(
    by_role: Rows, picked: Sequence[str], release: str, measure: str, *, facts: Facts, adjusted: bool, stated: bool
) -> None:
    """Draw picked places in order, or the highest and the lowest ones."""
    roles = list(by_role)
    if picked:
        chosen = {role: _of(place_rows(role, release, facts), picked) for role in roles}
        frame = dot_rows(chosen, measure, adjusted=adjusted, stated=stated)
    else:
        frame = dot_rows(by_role, measure, adjusted=adjusted, stated=stated)
        frame = frame.head(SHOWN)
    frame = frame[frame[roles].notna().any(axis=1)]
    if frame.empty:
        return
    label = MEASURES[measure].label.split(" (")[0] + (" at average US prices" if adjusted else "")
    st.markdown(
        f"**{label}**" if picked else f"**{label}: the {len(frame)} highest.** Pick places to compare your own."
    )
    show_chart(place_dots(frame, roles, measure=label, unit=UNITS[MEASURES[measure].unit]), key="dots")
    st.caption(PLACE_DOTS_NOTE)
    prices = f", divided by BEA price parities {PARITY_PERIOD}" if adjusted else ""
    kind = "estimate" if stated or adjusted else "fact"
    show_origin(kind, f"BLS OEWS, {release_words(release)}, all industries{prices}.")


def _of(rows: pd.DataFrame, codes: Sequence[str]) -> pd.DataFrame:
    return rows[rows["area_code"].isin(list(codes))]


def show_picked(
    picked: Sequence[str], roles: Sequence[str], release: str, facts: Facts, aged: dict[str, Ageing | None]
) -> None:
    """Show the figures of picked places, and why some are missing or estimated."""
    table = side_by_side(picked, roles, release, facts, aged)
    for part, alt in zip(_narrow(table, roles), ("Pay of the picked places", "Jobs in the picked places"), strict=True):
        if len(part.columns) > 1:
            st.table(part.map(plain).rename(columns=plain), hide_index=True, alt=alt)
    for note in missing_notes(picked, roles, release):
        st.markdown(f"- {plain(note)}")
    show_origin(
        "fact", f"BLS OEWS, {release_words(release)}, all industries. Change: of the median since the release before."
    )
    if facts:
        show_origin("estimate", "Middle half and median: of people with the stated facts.")
    show_origin("estimate", f"At US prices: the median divided by BEA's price level of {PARITY_PERIOD} / 100.")
    _show_ageing(aged)


def _show_ageing(aged: dict[str, Ageing | None]) -> None:
    for role, ageing in aged.items():
        plural = load_roles()[role].plural
        words = ageing.origin() if ageing else "no cost index in our data reaches back to this release."
        show_origin("estimate", f"{plural} in today's pay: {words}")


def _narrow(table: pd.DataFrame, roles: Sequence[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the table in two parts that fit a phone: pay, and the rest."""
    place = table["Place"] + (": " + table["Role"].str.lower() if len(roles) > 1 else "")
    place += table["Kind"].map(lambda kind: "" if kind == BASIS_WORDS[PUBLISHED] else f" ({kind.lower()})")
    rest = [name for name in ("Mean", "Jobs", "Location quotient", "Change") if (table[name] != "none").any()]
    pay = [name for name in table.columns if name in ("Middle half", "Median", "Median in today's pay", "At US prices")]
    place = place.rename("Place")
    return pd.concat([place, table[pay]], axis=1), pd.concat([place, table[rest]], axis=1)


def show_history(picked: Sequence[str], roles: Sequence[str]) -> None:
    """Show the medians of one place over the releases."""
    options = list(dict.fromkeys([*picked, NATION]))
    code = st.selectbox(
        "Over the years in", options, format_func=place_labels().__getitem__, key=f"history_of_{options[0]}",
        help="The nation, or a place picked above.",
    )  # fmt: skip
    past = place_history(code, roles)
    where = place_words(load_wages().areas[code])
    st.subheader(plain(_history_finding(past, where)))
    if past.empty:
        return
    show_chart(history_chart(past), key="place_history")
    show_origin("fact", f"BLS OEWS, May of each year, {where}, in dollars of that year. {CAUTION}")
    show_numbers(history_table(past), alt=f"Median annual pay in {where} by year")


def _history_finding(past: pd.DataFrame, where: str) -> str:
    if past.empty:
        return f"Our data has no published median of {where}"
    parts = []
    for label, rows in past.groupby("label", sort=False):
        ends = [f"{dollars(row['median'])} in {row['year']}" for row in records(rows.iloc[[0, -1]])]
        parts.append(f"{label}: {', '.join(dict.fromkeys(ends))}")
    return f"{where[0].upper()}{where[1:]}. {'; '.join(parts)}"


@st.fragment  # a filter redraws the table only
def show_table(by_role: Rows, kind: str, release: str, *, stated: bool, aged: dict[str, Ageing | None]) -> None:
    """Show every place of a kind, to sort, filter and download."""
    st.header(plain(f"All {KINDS[kind].lower()}"))
    first = next(iter(by_role.values()))
    one, two, three = st.columns([2, 1, 1])
    with one:
        states = st.multiselect(
            "Only in these states", sorted(first["state"].unique()), key="in_states", bind="query-params"
        )
    with two:
        least = st.number_input(
            "Jobs in the role, at least", 0, MOST_JOBS, 0, 10, key="least_jobs", bind="query-params"
        )
    with three:
        most = st.number_input(
            "Jobs, at most", 0, MOST_JOBS, MOST_JOBS, 10, key="most_jobs", bind="query-params",
            help="For small places only. Jobs of the role; a place without a published number counts as having none.",
        )  # fmt: skip
    keep = _wanted(by_role, states, least, most)
    if not keep.any():
        st.info("No place fits these filters. Take a state away or widen the numbers of jobs.")
        return
    factors = {role: ageing.factor for role, ageing in aged.items() if ageing}
    chosen = {role: rows[keep.to_numpy()] for role, rows in by_role.items()}
    table = all_places(chosen, stated=stated, factors=factors if len(factors) == len(by_role) else None)
    st.dataframe(
        table,
        hide_index=True,
        column_config=_column_config(table),
        alt=f"{len(table)} {KINDS[kind].lower()} with pay, jobs and prices",
    )
    st.caption(
        plain(
            f"{len(table)} of {len(keep)} places. An empty cell is not published; pick the place above to read why. "
            "Ranks are over the places shown."
        )
    )
    _show_ageing(aged)
    st.download_button(
        "Download this table (csv)",
        data=lambda: to_csv(table, _notes(by_role, kind, release, stated=stated)),
        file_name=f"pay_by_place_{kind}_{release}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _wanted(by_role: Rows, states: Sequence[str], least: float, most: float) -> pd.Series[bool]:
    """Say which places lie in the states and have so many jobs in every role shown."""
    first = next(iter(by_role.values()))
    keep = first["state"].isin(list(states)) if states else pd.Series(True, index=first.index)
    for rows in by_role.values():
        keep &= rows["employment"].astype("float64").fillna(0).between(least, most).to_numpy()
    return keep


def _column_config(table: pd.DataFrame) -> dict[str, Any]:
    return {
        name: st.column_config.NumberColumn(name, format=FORMATS[column_unit(name)], pinned=False)
        for name in table.columns
        if column_unit(name)
    } | {"Place": st.column_config.TextColumn("Place", pinned=True)}


def _notes(by_role: Rows, kind: str, release: str, *, stated: bool) -> dict[str, str]:
    roles = " and ".join(load_roles()[role].plural for role in by_role)
    return {
        "Source": f"U.S. Bureau of Labor Statistics, OEWS, {release_words(release)}, all industries",
        "Rows": f"{roles}, {KINDS[kind].lower()}",
        "Kind": "Published: BLS. Our estimate: no published figure, or the stated facts moved it",
        "Profile": "people with stated facts" if stated else "everybody in the role",
        "Prices": f"BEA regional price parities {PARITY_PERIOD}",
    }
