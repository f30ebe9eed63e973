"""Small files in BLS's own layouts, built in code. The rows are published ones unless a test changes them.

Source of the national rows: BLS OEWS, national_M2025_dl.xlsx, national_M2024_dl.xlsx and
natsector_M2024_dl.xlsx. The state and area rows are of May 2025.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Cell = str | float | None
BlsRow = dict[str, Cell]

HEADER_LINE: Final = (
    "AREA,AREA_TITLE,AREA_TYPE,PRIM_STATE,NAICS,NAICS_TITLE,I_GROUP,OWN_CODE,OCC_CODE,OCC_TITLE,O_GROUP,"
    "TOT_EMP,EMP_PRSE,JOBS_1000,LOC_QUOTIENT,PCT_TOTAL,PCT_RPT,H_MEAN,A_MEAN,MEAN_PRSE,"
    "H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,H_PCT90,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,ANNUAL,HOURLY"
)
HEADER: Final = HEADER_LINE.split(",")
COPY_HEADER: Final = ["RELEASE", *HEADER, "SOURCE_ID", "CELL_NOTE"]

NATION: Final[BlsRow] = {
    "AREA": "99",
    "AREA_TITLE": "U.S.",
    "AREA_TYPE": "1",
    "PRIM_STATE": "US",
    "NAICS": "000000",
    "NAICS_TITLE": "Cross-industry",
    "I_GROUP": "cross-industry",
    "OWN_CODE": "1235",
    "O_GROUP": "detailed",
}
FIGURES: Final = (
    *("TOT_EMP", "EMP_PRSE", "H_MEAN", "A_MEAN", "MEAN_PRSE"),
    *("H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90"),
    *("A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"),
)


def nation(occupation: str, title: str, *figures: Cell, **changes: Cell) -> BlsRow:
    return {
        **NATION,
        "OCC_CODE": occupation,
        "OCC_TITLE": title,
        **dict(zip(FIGURES, figures, strict=True)),
        **changes,
    }


PARALEGAL: Final = nation(
    *("23-2011", "Paralegals and Legal Assistants"),
    *(392880, 1.6, 33.51, 69700, 1.3),
    *(21.51, 24.2, 30.24, 38.5, 48.8),
    *(44740, 50340, 62890, 80080, 101500),
)
PARALEGAL_BROAD: Final[BlsRow] = {**PARALEGAL, "OCC_CODE": "23-2010", "O_GROUP": "broad"}
LEGAL_SECRETARY: Final = nation(
    *("43-6012", "Legal Secretaries and Administrative Assistants"),
    *(156280, 3.1, 29.14, 60620, 2.1),
    *(17.55, 21.37, 26.72, 34.6, 44.1),
    *(36500, 44450, 55570, 71970, 91730),
)
LAWYER_2024: Final = nation(
    *("23-1011", "Lawyers"),
    *(747750, 0.8, 87.86, 182760, 2.2),
    *(34.99, 47.96, 72.67, 103.57, "#"),
    *(72780, 99760, 151160, 215420, "#"),
)
MANUFACTURING: Final = nation(
    *("43-6012", "Legal Secretaries and Administrative Assistants"),
    *(210, 37.1, *["*"] * 13),
    NAICS="31-33",
    NAICS_TITLE="Manufacturing",
    I_GROUP="sector",
    OWN_CODE="5",
    PCT_TOTAL=0,
    PCT_RPT="~",
)
EVERYTHING: Final = nation(
    *("00-0000", "All Occupations"),
    *(155495730, 0.0, 33.54, 69770, 0.1),
    *(15.0, 18.07, 24.51, 38.71, 61.81),
    *(31200, 37590, 50980, 80520, 128560),
    O_GROUP="total",
)

ALABAMA: Final[BlsRow] = {
    **{name: cell for name, cell in PARALEGAL.items() if name not in FIGURES},
    **{"AREA": "01", "AREA_TITLE": "Alabama", "AREA_TYPE": "2", "PRIM_STATE": "AL"},
    **{"TOT_EMP": 5700, "LOC_QUOTIENT": 1.07, "A_MEAN": 52730},
    **{"A_PCT10": 30750, "A_PCT25": 38150, "A_MEDIAN": 47260, "A_PCT75": 63490, "A_PCT90": 77100},
}
ABILENE: Final[BlsRow] = {
    **ALABAMA,
    **{"AREA": "10180", "AREA_TITLE": "Abilene, TX", "AREA_TYPE": "4", "PRIM_STATE": "TX"},
    **{"TOT_EMP": 80, "LOC_QUOTIENT": 0.4, "A_MEAN": None},
    **{"A_PCT10": 34530, "A_PCT25": 44570, "A_MEDIAN": 58700, "A_PCT75": 63560, "A_PCT90": 76690},
}
NORTHWEST_ALABAMA: Final[BlsRow] = {  # p10 = p25: the interval collapse of small areas
    **ABILENE,
    **{"AREA": "0100001", "AREA_TITLE": "Northwest Alabama nonmetropolitan area", "AREA_TYPE": "6"},
    **{"PRIM_STATE": "AL", "TOT_EMP": 80, "LOC_QUOTIENT": 0.49},
    **{"A_PCT10": 30520, "A_PCT25": 30520, "A_MEDIAN": 42590, "A_PCT75": 50890, "A_PCT90": 60200},
}


def write_csv(path: Path, rows: Sequence[BlsRow], *, header: Sequence[str] = HEADER) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_workbook(
    path: Path,
    rows: Sequence[BlsRow],
    *,
    header: Sequence[str] = HEADER,
    sheet: str = "data",
    description: str = "",
    first_row: int = 0,
) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        table = workbook.add_worksheet(sheet)
        table.write_row(first_row, 0, header)
        for number, row in enumerate(rows, start=first_row + 1):
            table.write_row(number, 0, [row.get(name) for name in header])
        if description:
            workbook.add_worksheet("Field Descriptions").write(0, 0, description)
            workbook.add_worksheet("Filler")
    return path


def write_zip(path: Path, files: Mapping[str, Path | bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content if isinstance(content, bytes) else content.read_bytes())
    return path
