"""Tables and chart frames of the comparison of places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lib.pay.market import ESTIMATED, PUBLISHED, release_words
from lib.pay.places import (
    DOLLARS,
    MEASURES,
    PERCENTILE_COLUMNS,
    areas_of,
    collapsed_words,
    missing_words,
    place_rows,
    release_before,
)
from lib.pay.ranking import measure_words, ranks, values
from lib.pay.words import dollars
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.files import records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.pay.ageing import Ageing
    from lib.pay.places import Facts

NO_PRICES: Final = "no price level is published"
BASIS_WORDS: Final = {PUBLISHED: "Published", ESTIMATED: "Our estimate"}


def basis_of(rows: pd.DataFrame, measure: str, *, stated: bool) -> pd.Series[str]:
    """Return for each place whether its figure is "published" or "estimated".

    A percentile is published if all five are and no facts are stated; every other measure is published or missing.
    """
    if measure not in PERCENTILE_COLUMNS:
        return pd.Series(PUBLISHED, index=rows.index)
    return pd.Series(ESTIMATED, index=rows.index) if stated else rows["basis"]


def chart_rows(
    rows: pd.DataFrame, role: str, release: str, measure: str, *, adjusted: bool, stated: bool
) -> pd.DataFrame:
    """Return what a map draws of one role: area_code, state, label, value, employment, basis and note.

    Args:
        rows: As `lib.pay.places.place_rows` returns them, or some of them.
        role: Role key.
        release: Reference month.
        measure: Key of `MEASURES`.
        adjusted: At average prices of the United States.
        stated: Whether the percentiles are those of a person with stated facts.
    """
    figures = values(rows, measure, adjusted=adjusted)
    frame = rows[["area_code", "state", "place", "employment"]].rename(columns={"place": "label"})
    frame = frame.assign(value=figures, employment=frame["employment"].astype("float64"))
    frame["basis"] = basis_of(rows, measure, stated=stated)
    frame["note"] = [
        "" if value == value else NO_PRICES if paid == paid else missing_words(role, code, release, measure)
        for code, value, paid in zip(frame["area_code"], figures, values(rows, measure), strict=True)
    ]
    return frame


def gap_rows(both: Sequence[pd.DataFrame], measure: str, *, adjusted: bool, stated: bool) -> pd.DataFrame:
    """Return what a map draws of the difference of the two roles: the first less the second, as `chart_rows`.

    The two frames hold the same places in the same order.
    """
    first, second = both
    frame = first[["area_code", "state", "place"]].rename(columns={"place": "label"})
    figures = [values(rows, measure, adjusted=adjusted) for rows in both]
    bases = [basis_of(rows, measure, stated=stated) for rows in both]
    published = (bases[0] == PUBLISHED) & (bases[1] == PUBLISHED)
    jobs = first["employment"].astype("float64").fillna(0) + second["employment"].astype("float64").fillna(0)
    return frame.assign(
        value=figures[0] - figures[1],
        employment=jobs,
        basis=published.map({True: PUBLISHED, False: ESTIMATED}),
        note=_no_gap_notes(both, measure),
    )


def _no_gap_notes(both: Sequence[pd.DataFrame], measure: str) -> list[str]:
    known = pd.concat([values(rows, measure) for rows in both], axis=1).notna().all(axis=1)
    return [NO_PRICES if each else "not published for both roles" for each in known]


def dot_rows(
    by_role: dict[str, pd.DataFrame], measure: str, *, adjusted: bool, stated: bool, factor: float = 1.0
) -> pd.DataFrame:
    """Return what ordered dots draw: label and, for each role, its value and basis, the highest first."""
    first = next(iter(by_role.values()))
    frame = pd.DataFrame({"area_code": first["area_code"], "label": first["place"]})
    for role, rows in by_role.items():
        frame[role] = values(rows, measure, adjusted=adjusted, factor=factor)
        frame[f"{role}_basis"] = basis_of(rows, measure, stated=stated)
    order = frame[list(by_role)].max(axis=1)
    return frame.assign(order=order).sort_values(["order", "label"], ascending=[False, True]).drop(columns="order")


def side_by_side(
    codes: Sequence[str], roles: Sequence[str], release: str, facts: Facts, aged: dict[str, Ageing | None]
) -> pd.DataFrame:
    """Return picked places beside each other as text, one row a place and role.

    Args:
        codes: BLS area codes.
        roles: Role keys.
        release: Reference month.
        facts: Stated facts, for the central roles.
        aged: For each role how its pay is carried to today, or None; empty to leave the column out.
    """
    table = []
    for code in codes:
        for role in roles:
            rows = place_rows(role, release, facts)
            here = rows[rows["area_code"] == code]
            here = here.assign(basis=basis_of(here, "median", stated=bool(facts) and role in central_roles()))
            table += [_beside(row, role, aged) for row in records(here)]
    return pd.DataFrame(table)


def _beside(row: dict[str, Any], role: str, aged: dict[str, Ageing | None]) -> dict[str, str]:
    index = row["index"]
    cells = {
        "Place": row["place"],
        "Role": load_roles()[role].plural,
        "Middle half": _middle_half(row["p25"], row["p75"]),
        "Median": _or_missing(row["median"], "median"),
    }
    if aged:
        ageing = aged[role]
        cells["Median in today's pay"] = _or_missing(row["median"] * ageing.factor, "median") if ageing else "not known"
    return cells | {
        "At US prices": _or_missing(row["median"] * 100 / index, "median") if index == index else "not known",
        "Mean": _or_missing(row["mean"], "mean"),
        "Jobs": _or_missing(row["employment"], "employment"),
        "Location quotient": _or_missing(row["location_quotient"], "location_quotient"),
        "Change": _or_missing(row["change"], "change"),
        "Kind": BASIS_WORDS[row["basis"]],
    }


def _middle_half(low: float, high: float) -> str:
    return f"{dollars(low)} to {dollars(high)}" if low == low and high == high else "none"


def _or_missing(value: float, measure: str) -> str:
    if value != value:
        return "none"
    words = measure_words(value, measure)
    return words.removesuffix(" jobs")


def missing_notes(codes: Sequence[str], roles: Sequence[str], release: str) -> tuple[str, ...]:
    """Return for picked places why figures are missing or estimated, one sentence each, without repeats."""
    notes: list[str] = []
    for code in codes:
        for role in roles:
            rows = place_rows(role, release)
            row = rows[rows["area_code"] == code]
            if len(row) == 0:
                place = load_wages().areas[code].area_title
                notes.append(f"Our data has nothing on {place} in this release.")
                continue
            if row["basis"].iloc[0] == ESTIMATED or row[list(PERCENTILE_COLUMNS)].isna().to_numpy().any():
                notes.append(str(row["note"].iloc[0]))
            notes += [collapsed_words(role, code, each) for each in (release, release_before(release)) if each]
    known = [code for code in codes if code in {area.area_code for area in areas_of(release)}]
    for measure in ("mean", "employment", "change"):
        notes += _missing(known, roles, release, measure)
    return tuple(dict.fromkeys(note for note in notes if note))


def _missing(codes: Sequence[str], roles: Sequence[str], release: str, measure: str) -> list[str]:
    """Return why a measure is missing: once for all if no picked place has it."""
    found = [missing_words(role, code, release, measure) for code in codes for role in roles]
    if len(found) > 1 and all(found):
        label = MEASURES[measure].label.split(" (")[0].lower()
        return [f"No {label} of these places in {release_words(release)}: withheld, not published, or not in our copy."]
    return found


def all_places(
    by_role: dict[str, pd.DataFrame], *, stated: bool, factors: dict[str, float] | None = None
) -> pd.DataFrame:
    """Return every place with all its figures as numbers, the best paid first, for sorting and download.

    Args:
        by_role: For each role the rows of the same places.
        stated: Whether the percentiles are those of a person with stated facts.
        factors: For each role what its pay is multiplied by in today's pay; None to leave the column out.
    """
    first = next(iter(by_role.values()))
    frame = pd.DataFrame({"Place": first["place"], "State": first["state"], "BLS area code": first["area_code"]})
    for role, rows in by_role.items():
        of = f" ({load_roles()[role].plural.lower()})" if len(by_role) > 1 else ""
        frame[f"Kind{of}"] = basis_of(rows, "median", stated=stated).map(BASIS_WORDS)
        frame[f"Rank{of}"] = ranks(values(rows, "median"))
        for measure in MEASURES.values():
            label = measure.label.split(" (")[0]
            frame[f"{label}{of}"] = values(rows, measure.key)
        if factors:
            frame[f"Median in today's pay{of}"] = values(rows, "median", factor=factors[role]).round(0)
        frame[f"Median at US prices{of}"] = values(rows, "median", adjusted=True).round(0)
    frame["Price level"] = first["index"].astype("float64")
    frame = frame.sort_values(next(name for name in frame.columns if name.startswith("Rank")), ignore_index=True)
    rounded = tuple(MEASURES[key].label for key in PERCENTILE_COLUMNS)
    return frame.round({name: 0 for name in frame.columns if name.startswith(rounded)})


def column_unit(name: str) -> str:
    """Return the unit of a column of `all_places`: dollars, jobs, share, ratio, rank or empty for text."""
    starts = {measure.label.split(" (")[0]: measure.unit for measure in MEASURES.values()}
    starts |= {"Median in today": DOLLARS, "Median at US": DOLLARS, "Price level": "ratio", "Rank": "rank"}
    return next((unit for start, unit in starts.items() if name.startswith(start)), "")
