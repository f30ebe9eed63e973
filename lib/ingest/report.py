"""What the command tells its user, in plain sentences."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lib.ingest.merge import Changes
    from lib.ingest.refusal import RefusedError
    from lib.ingest.source import Source

PROGRESS_EVERY: Final = 50_000  # rows
LARGE: Final = 10 * 1024 * 1024  # bytes
NAME_WIDTH: Final = 36


def source_lines(source: Source) -> list[str]:
    """Return the report on what was found in one source."""
    left_out = source.left_out
    return [
        source.name,
        *(f"  {name}: no OEWS table in it, skipped" for name in source.without_table),
        f"  release {', '.join(source.releases)}",
        count_line("rows read", source.rows_read),
        *(count_line(f"left out: {reason}", left_out[reason]) for reason in sorted(left_out)),
        *([count_line("left out: repeated", source.repeats)] if source.repeats else []),
        count_line("rows kept", len(source.rows)),
    ]


def change_lines(changed: Changes) -> list[str]:
    """Return the report on what the rows of a source change."""
    lines = [
        count_line("  new", changed.new),
        count_line("  replaced", changed.replaced),
        count_line("  unchanged", changed.unchanged),
    ]
    if changed.fewer_figures:
        lines.append(count_line("  replaced by fewer figures", changed.fewer_figures))
    return lines


def count_line(name: str, count: int) -> str:
    """Return a name and a number, aligned with the other lines."""
    return f"  {name:<{NAME_WIDTH}}{count:>9,}"


def refusal_lines(refused: Sequence[RefusedError]) -> list[str]:
    """Return the report on everything that was refused."""
    return [*(f"Refused: {error}" for error in refused), "Nothing was changed."]


def outcome_line(out: Path, rows: int, changed: Changes) -> str:
    """Return the report on the file as a whole."""
    if not changed.new and not changed.replaced:
        return f"{out} already holds all of this; it was not touched. Rows: {rows:,}."
    return f"{out} was written. Rows: {rows:,}, of them new: {changed.new:,}, replaced: {changed.replaced:,}."


def announce(path: Path) -> None:
    """Say on stderr that a large file takes a while."""
    if path.is_file() and path.stat().st_size > LARGE:
        print(f"{path.name}: a large file, this takes a while ...", file=sys.stderr, flush=True)


def show_progress(label: str, rows: int) -> None:
    """Say on stderr how far a long table has been read."""
    if rows % PROGRESS_EVERY == 0:
        print(f"{label}: {rows:,} rows read ...", file=sys.stderr, flush=True)
