"""What technology changes in both roles: who uses AI tools, what they could touch, what is expected and by whom.

Sources that disagree stand side by side. Exposure says which part of the work a tool could touch; it is neither hours
saved nor jobs lost. No study that measured hours saved by either role was found.
"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.careers.lawyer_hour import LAWYER
from lib.careers.nearness import rated_tasks
from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.pay.role_words import direction
from lib.tables.files import records
from lib.tables.legal_technology import EXPOSURE, HOURS, NOT_FOUND, PERCENT, SCORE, SHARE, USE, load_legal_technology
from lib.tables.outlook import END_YEAR, load_outlook
from lib.tables.role_tasks import UNTOUCHED
from lib.tables.roles import load_roles

if TYPE_CHECKING:
    from lib.tables.legal_technology import Finding

ROLES: Final = (LAWYER, PARALEGAL, LEGAL_SECRETARY)
TASK_RATERS: Final = "gpts-2023"  # the study whose raters data/role_tasks.csv quotes


def findings(topic: str) -> tuple[Finding, ...]:
    """Return the findings on a topic, in the order of the file."""
    return tuple(finding for finding in load_legal_technology().values() if finding.topic == topic)


def value_words(finding: Finding) -> str:
    """Return a figure as people read it: 57%, 0.36, 4 hours a week, or not found; halves of a percent rounded up."""
    if finding.value is None:
        return NOT_FOUND
    if finding.unit == SCORE:
        return f"{finding.value:.2f}"
    if finding.unit in (PERCENT, SHARE):
        return f"{int(100 * _part(finding) + 0.5)}%"
    return f"{finding.value:g} {finding.unit}"


def _part(finding: Finding) -> float:
    """Return a share or score from 0 to 1; NaN if it was not found."""
    if finding.value is None:
        return nan
    return finding.value / 100 if finding.unit == PERCENT else finding.value


def exposure_rows() -> pd.DataFrame:
    """Return how much of the work of each role is open to AI tools, a row for each rating by role.

    Returns:
        Columns label, study, measure, year, source and, for lawyers, paralegals and legal secretaries, the role's key
        (0 to 1, NaN if it was not found) and the key with _words (how the figure is written).
    """
    rows: dict[tuple[str, str], dict[str, str | float]] = {}
    for finding in findings(EXPOSURE):
        if finding.role:
            row = rows.setdefault((finding.study, finding.measure), {"label": f"{finding.study}: {finding.measure}"})
            row |= {name: str(getattr(finding, name)) for name in ("study", "measure", "year", "source")}
            row |= {finding.role: _part(finding), f"{finding.role}_words": value_words(finding)}
    return pd.DataFrame(list(rows.values()))


def exposure_table() -> pd.DataFrame:
    """Return the ratings by role as a table of text."""
    table = exposure_rows()
    names = {f"{role}_words": load_roles()[role].plural for role in ROLES}
    rating = table["label"] + ", " + table["year"]
    return table[list(names)].rename(columns=names).assign(Rating=rating)[["Rating", *names.values()]]


def rated_studies() -> str:
    """Return the studies that rate roles with their years, such as "Clio 2024, ILO 2025"."""
    rows = exposure_rows()
    return ", ".join(dict.fromkeys(rows["study"] + " " + rows["year"]))


def technology_heading() -> str:
    """Return the finding on exposure and on hours saved in one sentence without a full stop.

    A study counts if all its ratings of both roles put legal secretaries higher.
    """
    rows = exposure_rows().dropna(subset=[PARALEGAL, LEGAL_SECRETARY])
    agrees = (rows[LEGAL_SECRETARY] > rows[PARALEGAL]).groupby(rows["source"]).all()
    every = "both" if len(agrees) == 2 else f"all {len(agrees)}"
    studies = every if agrees.all() else f"{agrees.sum()} of {len(agrees)}"
    unmeasured = any(finding.kind == NOT_FOUND for finding in findings(HOURS))
    return (
        f"AI tools can reach more of legal secretaries' work than of paralegals' in {studies} studies that rate both "
        f"roles{'; no measured saving of time was found' if unmeasured else ''}"
    )


def exposure_sentences() -> tuple[str, ...]:
    """Say what exposure means, where the ratings disagree and why."""
    rows = exposure_rows().dropna(subset=[PARALEGAL])
    above = int((rows[PARALEGAL] > rows[LAWYER]).sum())
    same = rows[rows["study"].map(rows["study"].value_counts()) > 1].sort_values(PARALEGAL)
    counted = [f"{row['paralegal_words']} ({row['measure']})" for row in records(same)]
    groups = [finding for finding in findings(EXPOSURE) if not finding.role]
    by_group = [f"{value_words(each)} for {each.who[0].lower()}{each.who[1:]}" for each in groups]
    return (
        "Exposure is the part of the work that a tool could touch. It is not hours saved and not jobs lost.",
        f"On paralegals and lawyers the ratings disagree: {above} of {len(rows)} put paralegals higher.",
        f"What is counted makes the difference. By the same raters paralegals come to {joined(counted)}. Clio sorts "
        "billed hours, the others tasks; Clio's third group is all administrative staff.",
        f"{groups[0].study} ({groups[0].year}) rated groups of occupations only: {joined(by_group)}.",
    )


def untouched_sentence() -> str:
    """Say which rated tasks of both roles were judged to be out of reach of the tools."""
    parts = []
    for role in (PARALEGAL, LEGAL_SECRETARY):
        tasks = rated_tasks(role)
        free = [f"{task.text[0].lower()}{task.text[1:]}" for task in tasks if task.exposure == UNTOUCHED]
        which = f" ({'; '.join(free)})" if free else ""
        parts.append(f"{len(free) or 'none'} of the {len(tasks)} tasks of {load_roles()[role].plural.lower()}{which}")
    return (
        f"Out of reach, as the raters of {_rated_in()} saw it: {joined(parts)}. They put telephone calls and copying "
        "within reach, which one may doubt."
    )


def _rated_in() -> int:
    """Return the year of the study that rated the tasks."""
    return next(finding.year for finding in findings(EXPOSURE) if finding.source == TASK_RATERS)


def use_heading() -> str:
    """Set the newest figures of the surveys of use against each other, without a full stop."""
    newest = max(finding.year for finding in findings(USE))
    firsts: dict[str, str] = {}
    for finding in findings(USE):
        if finding.year == newest:
            firsts.setdefault(finding.study, f"{value_words(finding)} ({finding.study})")
    return f"How many use them in {newest} depends on who asks whom: {' or '.join(firsts.values())}"


def use_sentence() -> str:
    """Say why the surveys of use differ."""
    everywhere = load_legal_technology()["clio_everywhere"]
    return (
        "Why they differ, as we read it: Clio counts people who use AI at all, the bar association lawyers whose "
        f"office has the tools, and larger offices have them more often. By Clio's own count {value_words(everywhere)} "
        f"of {everywhere.who.lower()} {everywhere.measure}."
    )


def use_table() -> pd.DataFrame:
    """Return who uses AI tools as a table of text, the years side by side."""
    years = sorted({finding.year for finding in findings(USE)})
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for finding in findings(USE):
        empty = {"Survey": finding.study, "Who, and what": f"{finding.who} {finding.measure}"}
        row = rows.setdefault((finding.study, empty["Who, and what"]), empty | {str(year): "–" for year in years})
        row[str(finding.year)] = value_words(finding)
    return pd.DataFrame(list(rows.values()))


def hours_lines() -> tuple[str, ...]:
    """Return what people expect to save, and what was not found, a line each."""
    return tuple(
        f"{finding.who} {finding.measure}: {value_words(finding)}"
        + (f" ({finding.study}, {finding.year})" if finding.value is not None else "")
        for finding in findings(HOURS)
    )


def outlook_lines() -> tuple[str, ...]:
    """Return what BLS expects for both roles and which part it gives technology, a line each."""
    lines = []
    for role in (PARALEGAL, LEGAL_SECRETARY):
        found = load_outlook()[role]
        why = found.note.removeprefix("BLS: ")
        lines.append(
            f"{load_roles()[role].plural} to {END_YEAR}: {direction(found)} ({found.change_percent:+.1f}%). "
            f"{why[0].upper()}{why[1:]}"
        )
    return tuple(lines)
