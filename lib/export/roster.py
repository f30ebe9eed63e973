"""A roster of the firm's staff, from a csv or xlsx file, as rows of a plan.

Each row becomes a position, or a sentence that says why not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from lib.export.echo import quoted, shortened
from lib.export.roster_columns import FIELDS, NAMES, NUMBER, holds_hours, words_of
from lib.export.roster_file import RosterError, lines_of
from lib.export.roster_rows import plain, read_position
from lib.hiring.plan import MOST_POSITIONS, first_month

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.hiring.planned import PlannedPosition

__all__ = [
    "Roster",
    "RosterError",
    "RosterTable",
    "RowNote",
    "RowProblem",
    "guess_columns",
    "read_roster_table",
    "read_rows",
    "unused_columns",
]
MOST_COLUMNS: Final = 40
LONGEST_CELL: Final = 200  # characters


@dataclass(frozen=True)
class RosterTable:
    """A table as it stands in a file.

    Attributes:
        columns: The names in its first row, each once; a column without a name is called after its number.
        rows: The cells of the rows after it as text, one for each column; a row between others may be empty.
        first_line: Number of the first of these rows in the file.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_line: int = 2


class RowProblem(NamedTuple):
    """Why a row is no position: everything that is wrong in it, without its line."""

    line: int
    sentence: str


class RowNote(NamedTuple):
    """How a row was understood where it could be meant otherwise, without its line."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Roster:
    """What a table says of the staff: every row that is not empty is a position or a problem.

    Attributes:
        positions: The people as rows of a plan, in the order of the table.
        problems: The rows that are no position.
        notes: What to check in the positions.
    """

    positions: tuple[PlannedPosition, ...]
    problems: tuple[RowProblem, ...]
    notes: tuple[RowNote, ...] = ()


def read_roster_table(name: str, data: bytes) -> RosterTable:
    """Return the table of a csv file, or of the first visible sheet of an xlsx file.

    Args:
        name: Name of the file; its ending says what it is.
        data: Its content.

    Raises:
        RosterError: If it is no table of at most 100 rows and 40 columns; the message says why.
    """
    try:
        return _table(lines_of(name, data))
    except RosterError as error:
        raise RosterError(f"{quoted(name)} cannot be read. {error}") from error


def guess_columns(table: RosterTable) -> dict[str, str | None]:
    """Return for each of `FIELDS` the column that is likely to hold it, or None."""
    keys = {words_of(column): column for column in reversed(table.columns) if not _counts_rows(table, column)}
    found = {field: next((keys[name] for name in names if name in keys), None) for field, names in NAMES.items()}
    if found["place"] is None:  # a state alone says where the pay is of
        found["place"], found["state"] = found["state"], None
    return found


def unused_columns(table: RosterTable, mapping: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the columns that no field is read from, in the order of the table."""
    used = {mapping.get(field) for field in FIELDS}
    return tuple(column for column in table.columns if column not in used)


def read_rows(
    table: RosterTable,
    mapping: Mapping[str, str | None],
    *,
    default_area: str,
    first: str | None = None,
    last: str | None = None,
) -> Roster:
    """Return the rows of a table as positions of people the firm employs, paid as the table says.

    Args:
        table: The table.
        mapping: The column of each of `FIELDS`; role and pay are needed.
        default_area: BLS area code of the plan's place: for rows without a place, and to decide between places of
            one name.
        first: First month of the plan; people who start later are new. None for a new plan's first month.
        last: Last month of the plan; a note names those who start later. None for no such note.

    Raises:
        RosterError: If a column that is needed is not chosen, not in the table, or holds hours where a share belongs.
    """
    first = first or first_month()
    chosen = {field: column for field in FIELDS if (column := mapping.get(field))}
    _require_columns(chosen, table)
    positions, problems, notes = [], [], []
    for line, row in enumerate(table.rows, start=table.first_line):
        if not any(row):
            continue
        cells = {field: plain(row[table.columns.index(column)]) for field, column in chosen.items()}
        try:
            read = read_position(cells, chosen["pay"], default_area=default_area, first=first, last=last)
        except ValueError as error:
            problems.append(RowProblem(line, str(error)))
            continue
        positions.append(read.position)
        notes += [RowNote(line, note) for note in read.notes]
    return Roster(tuple(positions), tuple(problems), tuple(notes))


def _counts_rows(table: RosterTable, column: str) -> bool:
    """Return whether a column called # or number only numbers the rows: 1, 2, 3."""
    if words_of(column) != NUMBER:
        return False
    at = table.columns.index(column)
    cells = [row[at] for row in table.rows if any(row)]
    return len(cells) > 1 and cells == [str(number) for number in range(1, len(cells) + 1)]


def _require_columns(chosen: Mapping[str, str], table: RosterTable) -> None:
    for field in ("role", "pay"):
        if field not in chosen:
            raise RosterError(f"Choose the column that holds the {FIELDS[field].lower()}.")
    for column in chosen.values():
        if column not in table.columns:
            raise RosterError(
                f"The table has no column {quoted(column)}. Its columns: {', '.join(map(shortened, table.columns))}."
            )
    if holds_hours(chosen.get("share", "")):
        raise RosterError(f"{quoted(chosen['share'])} holds hours. Give a share of full time, such as 50 % or 0.5.")


def _table(lines: Sequence[Sequence[str]]) -> RosterTable:
    """Return the table in lines of cells; the first line that is not empty names the columns."""
    cleaned = [[" ".join(cell.split()) for cell in line] for line in lines]
    filled = [number for number, line in enumerate(cleaned) if any(line)]
    if len(filled) < 2:
        raise RosterError("It needs a row with the names of the columns and a row for each position.")
    names, body = cleaned[filled[0]], cleaned[filled[0] + 1 : filled[-1] + 1]
    first_line = filled[0] + 2
    _require_bounds(names, body, first_line)
    width = len(names)
    padded = [[*line, *[""] * width][:width] for line in body]
    used = [at for at in range(width) if names[at] or any(line[at] for line in padded)]
    if len(used) > MOST_COLUMNS:
        raise RosterError(f"It has {len(used)} columns; up to {MOST_COLUMNS} are read.")
    rows = tuple(tuple(line[at] for at in used) for line in padded)
    return RosterTable(_each_once([names[at] or f"Column {at + 1}" for at in used]), rows, first_line)


def _require_bounds(names: Sequence[str], body: Sequence[Sequence[str]], first_line: int) -> None:
    if len(body) > MOST_POSITIONS:
        raise RosterError(f"It has {len(body):,} rows under the names of the columns; a plan holds {MOST_POSITIONS}.")
    for line, cells in enumerate([names, *body], start=first_line - 1):
        if any(cells[len(names) :]):
            raise RosterError(
                f"Row {line} has more cells than the first row has names. Name every column there, and put amounts "
                "with commas into quotation marks."
            )
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise RosterError(f"A cell in row {line} is longer than {LONGEST_CELL} characters.")


def _each_once(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names, numbered where one comes again."""
    once: list[str] = []
    for name in names:
        candidate, number = name, 2
        while candidate in once:
            candidate, number = f"{name} ({number})", number + 1
        once.append(candidate)
    return tuple(once)
