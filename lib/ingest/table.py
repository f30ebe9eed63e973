"""One OEWS table as it was read, before its cells are understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lib.ingest.release import Evidence
    from lib.ingest.selection import Selection


@dataclass(frozen=True)
class Table:
    """Our rows of one sheet or csv file, and what the file itself says about the release."""

    selection: Selection
    evidence: tuple[Evidence, ...] = ()
