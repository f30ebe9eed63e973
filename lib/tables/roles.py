"""The occupations the product speaks of (data/roles.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import require_filled, require_one_of, require_unique
from lib.tables.files import DATA, read_keyed_table, records
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "roles.csv"
COLUMNS: Final = ("role", "soc_code", "soc_title", "label", "plural", "central", "source")


@dataclass(frozen=True)
class Role:
    """An occupation: our key, BLS's code and title, and the words the pages use."""

    role: str
    soc_code: str
    soc_title: str
    label: str
    plural: str
    central: bool
    source: str


@cache
def load_roles(folder: Path = DATA) -> dict[str, Role]:
    """Return the roles by key, the two central ones first.

    Raises:
        TableError: If data/roles.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["role"])
    require_unique(rows, ["soc_code"], file=FILE)
    require_filled(rows, COLUMNS, file=FILE, show=["role"])
    require_one_of(rows, "central", ("yes", "no"), file=FILE)
    require_known_sources(rows, file=FILE)
    roles = [Role(**{**record, "central": record["central"] == "yes"}) for record in records(rows)]
    return {role.role: role for role in sorted(roles, key=lambda role: not role.central)}


def central_roles() -> tuple[str, ...]:
    """Return the keys of the two roles the product is about: paralegal, legal_secretary."""
    return tuple(role.role for role in load_roles().values() if role.central)
