"""LibreOffice computes workbooks anew, as a reader's own program would."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HOW_TO_INSTALL = "LibreOffice is needed to compute the workbook: apt-get install libreoffice-calc."
LONGEST = 300  # seconds
# Without this, LibreOffice keeps the results that a file carries.
ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True)
class Computed:
    """The cells of a workbook by sheet: rows of values, counted from 0."""

    sheets: Mapping[str, list[tuple[Any, ...]]]

    def row(self, sheet: str, label: str, column: int = 1) -> tuple[Any, ...]:
        """Return the first row of a sheet with a label in a column."""
        return next(row for row in self.sheets[sheet] if row[column] == label)


def recalculated(files: Mapping[str, bytes], folder: Path) -> dict[str, Computed]:
    """Return workbooks by name as LibreOffice computes them, in one run of it.

    Raises:
        RuntimeError: If LibreOffice is missing or does not convert; says what it said.
    """
    program = shutil.which("soffice")
    if program is None:
        raise RuntimeError(HOW_TO_INSTALL)
    given, done, profile = folder / "given", folder / "done", folder / "profile"
    for each in (given, done, profile / "user"):
        each.mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_COMPUTE, encoding="utf-8")
    paths = [given / f"{name}.xlsx" for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    command = [program, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "xlsx"]
    run = subprocess.run(
        [*command, "--outdir", done, *paths], capture_output=True, text=True, timeout=LONGEST, check=False
    )
    missing = [path.name for path in paths if not (done / path.name).exists()]
    if missing:
        raise RuntimeError(f"LibreOffice did not write {', '.join(missing)}: {run.stdout} {run.stderr}")
    return {path.stem: _read(done / path.name) for path in paths}


def _read(path: Path) -> Computed:
    book = openpyxl.load_workbook(path, data_only=True)
    return Computed({sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book})
