"""How many jobs BLS expects in each occupation (data/outlook.csv).

Source: U.S. Bureau of Labor Statistics, Employment Projections, table 1.2. Employment counts jobs, the self-employed
included, and is published in thousands with one decimal, so it is exact to 50 jobs. Openings a year are the average
over the period: growth, and people who leave the occupation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import TableError, fail_on, require_filled, require_one_of
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.roles import central_roles, load_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "outlook.csv"
JOBS: Final = ("employment_start", "employment_end", "change", "openings_a_year")
COLUMNS: Final = (
    "role",
    "soc_code",
    "period",
    "employment_start",
    "employment_end",
    "change",
    "change_percent",
    "openings_a_year",
    "entry_education",
    "training",
    "source",
    "note",
)
PERIOD: Final = "2024 to 2034"
START_YEAR: Final = int(PERIOD[:4])
END_YEAR: Final = int(PERIOD[-4:])
ROUNDING: Final = 50  # jobs by which a published figure can be off
# The words of BLS, lowest first.
ENTRY_EDUCATION: Final = (
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
)
TRAINING: Final = (
    "None",
    "Short-term on-the-job training",
    "Moderate-term on-the-job training",
    "Long-term on-the-job training",
    "Apprenticeship",
    "Internship/residency",
)


@dataclass(frozen=True)
class Outlook:
    """Projected employment of a role, in jobs, with what BLS names as the usual way in."""

    role: str
    soc_code: str
    period: str
    employment_start: int
    employment_end: int
    change: int
    change_percent: float
    openings_a_year: int
    entry_education: str
    training: str
    source: str
    note: str

    @property
    def growth_share(self) -> float:
        """Share of the openings (0 to 1) that come from new jobs; 0 where jobs are lost."""
        return max(0, self.change) / (END_YEAR - START_YEAR) / self.openings_a_year


@cache
def load_outlook(folder: Path = DATA) -> dict[str, Outlook]:
    """Return the outlook by role, in the order of the file.

    Raises:
        TableError: If a row does not add up, a central role is missing, or another rule is broken.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["role"])
    require_one_of(rows, "role", load_roles(), file=FILE)
    require_one_of(rows, "period", [PERIOD], file=FILE)
    require_one_of(rows, "entry_education", ENTRY_EDUCATION, file=FILE)
    require_one_of(rows, "training", TRAINING, file=FILE)
    require_filled(rows, [*JOBS, "change_percent"], file=FILE, show=["role"])
    require_known_sources(rows, file=FILE)
    for column in (*JOBS, "change_percent"):
        rows[column] = to_number(rows[column], file=FILE, name=column)
    _check_rows(rows)
    if missing := [role for role in central_roles() if role not in set(rows["role"])]:
        raise TableError(f"{FILE}: {' and '.join(missing)} must have a row.")
    rows = rows.astype(dict.fromkeys(JOBS, "int64"))
    return {record["role"]: Outlook(**record) for record in records(rows)}


def _check_rows(rows: pd.DataFrame) -> None:
    start, end, change = rows["employment_start"], rows["employment_end"], rows["change"]
    codes = rows["role"].map({role: known.soc_code for role, known in load_roles().items()})
    percent = 100 * change / start
    # Half the last decimal, and what the rounding of both figures can do to their ratio.
    tolerance = 0.05 + 100 * 2 * ROUNDING / start
    rules = {
        "soc_code must be that of the role": rows["soc_code"] != codes,
        "jobs must be whole numbers": (rows[list(JOBS)] % 1 != 0).any(axis=1),
        "employment and openings must be more than 0": (
            rows[["employment_start", "employment_end", "openings_a_year"]] <= 0
        ).any(axis=1),
        "employment_start and change must add up to employment_end": (start + change - end).abs() > 3 * ROUNDING,
        "change_percent must be change in percent of employment_start": (
            (percent - rows["change_percent"]).abs() > tolerance
        ),
        "openings_a_year must be at least the new jobs of a year": (
            rows["openings_a_year"] < change / (END_YEAR - START_YEAR)
        ),
    }
    for rule, broken in rules.items():
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=["role"])
