"""Public claims on pay and outlook, as worked examples for the claim checker (data/claims.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import require_filled, require_one_of
from lib.tables.files import DATA, read_keyed_table, records

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "claims.csv"
COLUMNS: Final = ("claim", "kind", "made_by", "sentence")
PAY: Final = "pay"
OUTLOOK: Final = "outlook"


@dataclass(frozen=True)
class Claim:
    """A figure that somebody published, put into a sentence of ours.

    Attributes:
        claim: Key.
        kind: pay, or outlook for growth and openings, which the claim checker does not check.
        made_by: Who published it.
        sentence: The figure and what it is called there, in our words.
    """

    claim: str
    kind: str
    made_by: str
    sentence: str


@cache
def load_claims(folder: Path = DATA) -> dict[str, Claim]:
    """Return the claims by key, in the order of the file.

    Raises:
        TableError: If data/claims.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["claim"])
    require_filled(rows, COLUMNS, file=FILE, show=["claim"])
    require_one_of(rows, "kind", (PAY, OUTLOOK), file=FILE)
    return {record["claim"]: Claim(**record) for record in records(rows)}
