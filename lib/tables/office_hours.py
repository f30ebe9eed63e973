"""Hours a week in typical law offices, and what each complaint adds (data/office_{presets,pains,hours}.csv).

No survey of hours by task was found: all of these are our judgement, to start from and to change.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from lib.tables.checks import fail_on, require_filled, require_one_of, require_unique
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.office_tasks import load_office_tasks
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

PRESET_FILE: Final = "office_presets.csv"
PAIN_FILE: Final = "office_pains.csv"
HOURS_FILE: Final = "office_hours.csv"
PRESET_COLUMNS: Final = ("preset", "label", "lawyers", "headcount", "why", "source")
PAIN_COLUMNS: Final = ("pain", "label", "undone", "why", "source")
HOURS_COLUMNS: Final = ("of", "task", "hours", "source")
MOST_IN_A_ROW: Final = 200.0  # hours a week of one task
MOST_PEOPLE: Final = 1_000
YES_NO: Final = ("yes", "no")

Hours = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class OfficePreset:
    """A typical office to start from.

    Attributes:
        preset: Its key.
        label: What it is, in words.
        lawyers: Number of lawyers.
        headcount: Employees of the whole firm.
        why: What the hours rest on, as a sentence.
        source: Keys of data/sources.csv.
        hours: Hours a week by task, as pairs.
    """

    preset: str
    label: str
    lawyers: int
    headcount: int
    why: str
    source: str
    hours: Hours


@dataclass(frozen=True)
class OfficePain:
    """A complaint that stands for work nobody gets done, or that the wrong people do.

    Attributes:
        pain: Its key.
        label: The complaint, in words.
        undone: Whether the work it stands for is not done at all today; else lawyers do it.
        why: What a step adds, as a sentence.
        source: Keys of data/sources.csv.
        hours: Hours a week by task that each step adds, as pairs.
    """

    pain: str
    label: str
    undone: bool
    why: str
    source: str
    hours: Hours


@cache
def load_office_presets(folder: Path = DATA) -> dict[str, OfficePreset]:
    """Return the typical offices by key, in the order of the file.

    Raises:
        TableError: If one of the files breaks a rule.
    """
    rows = _described(PRESET_FILE, folder, PRESET_COLUMNS)
    for column in ("lawyers", "headcount"):
        people = to_number(rows[column], file=PRESET_FILE, name=column)
        wrong = ~people.between(1, MOST_PEOPLE) | (people % 1 != 0)
        rule = f"{column} must be a whole number from 1 to {MOST_PEOPLE:,}"
        fail_on(wrong, file=PRESET_FILE, rule=rule, rows=rows, show=["preset", column])
        rows[column] = people.astype("int64")
    few = rows["headcount"] < rows["lawyers"]
    fail_on(few, file=PRESET_FILE, rule="headcount must count the lawyers too", rows=rows, show=["preset"])
    return {key: OfficePreset(**record) for key, record in _with_hours(rows, PRESET_FILE, folder).items()}


@cache
def load_office_pains(folder: Path = DATA) -> dict[str, OfficePain]:
    """Return the complaints by key, in the order of the file.

    Raises:
        TableError: If one of the files breaks a rule.
    """
    rows = _described(PAIN_FILE, folder, PAIN_COLUMNS)
    require_one_of(rows, "undone", YES_NO, file=PAIN_FILE)
    rows["undone"] = rows["undone"] == YES_NO[0]
    return {key: OfficePain(**record) for key, record in _with_hours(rows, PAIN_FILE, folder).items()}


def _described(file: str, folder: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    """Read a file of offices or complaints and check its words."""
    key = columns[0]
    rows = read_keyed_table(file, folder, columns=columns, key=[key])
    require_filled(rows, [key, "label", "why"], file=file, show=[key, "label"])
    require_unique(rows, ["label"], file=file)
    fail_on(~rows["why"].str.endswith("."), file=file, rule="why must end as a sentence does", rows=rows, show=[key])
    require_known_sources(rows, file=file)
    return rows


def _with_hours(rows: pd.DataFrame, file: str, folder: Path) -> dict[str, dict[str, Any]]:
    """Return the rows by key, each with its hours."""
    key, hours = rows.columns[0], _load_hours(folder)
    fail_on(~rows[key].isin(list(hours)), file=file, rule=f"{HOURS_FILE} has no hours of it", rows=rows, show=[key])
    return {record[key]: record | {"hours": hours[record[key]]} for record in records(rows)}


@cache
def _load_hours(folder: Path) -> dict[str, Hours]:
    """Return the hours by office and complaint."""
    rows = read_keyed_table(HOURS_FILE, folder, columns=HOURS_COLUMNS, key=["of", "task"])
    offices = read_keyed_table(PRESET_FILE, folder, columns=PRESET_COLUMNS, key=["preset"])
    complaints = read_keyed_table(PAIN_FILE, folder, columns=PAIN_COLUMNS, key=["pain"])
    known = (*offices["preset"], *complaints["pain"])
    require_one_of(rows, "of", known, file=HOURS_FILE)
    require_one_of(rows, "task", load_office_tasks(), file=HOURS_FILE)
    require_known_sources(rows, file=HOURS_FILE)
    rows["hours"] = to_number(rows["hours"], file=HOURS_FILE, name="hours")
    wrong = ~((rows["hours"] > 0) & (rows["hours"] <= MOST_IN_A_ROW))
    rule = f"hours must be above 0 and at most {MOST_IN_A_ROW:g}"
    fail_on(wrong, file=HOURS_FILE, rule=rule, rows=rows, show=["of", "task"])
    groups = rows.groupby("of", sort=False)
    return {str(of): tuple(zip(group["task"], group["hours"], strict=True)) for of, group in groups}
