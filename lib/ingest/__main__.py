"""The command: python -m lib.ingest SOURCE... [--out data/bls_wages.csv]."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lib.ingest import report
from lib.ingest.merge import changes, merge
from lib.ingest.refusal import RefusedError
from lib.ingest.source import Source, read_source
from lib.ingest.wage_file import read_wages, write_wages
from lib.tables.files import DATA
from lib.tables.wage_schema import FILE

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping, Sequence

    from lib.ingest.rows import Key, Row

Result = TypeVar("Result")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        0 if the file holds all sources now; 1 if something was refused and nothing was changed.
    """
    options = parse(arguments)
    base = attempt(read_wages, options.out)
    found = [attempt(read_announced, path) for path in options.sources]
    sources = [source for source in found if isinstance(source, Source)]
    if isinstance(base, RefusedError) or len(sources) < len(found):
        for source in sources:
            say(report.source_lines(source))
        say(report.refusal_lines([error for error in (base, *found) if isinstance(error, RefusedError)]))
        return 1
    return update(options.out, base, sources)


def parse(arguments: Sequence[str] | None) -> Namespace:
    """Read the command line."""
    parser = ArgumentParser(
        prog="python -m lib.ingest",
        description="Take BLS wage tables into the dashboard. Later sources win over earlier ones.",
    )
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="xlsx, zip or csv file of BLS")
    parser.add_argument("--out", type=Path, default=DATA / FILE, help="the file to add to (default: %(default)s)")
    return parser.parse_args(arguments)


def attempt(read: Callable[[Path], Result], path: Path) -> Result | RefusedError:
    """Return what a file holds, or why it is refused, so that all refusals are reported together."""
    try:
        return read(path)
    except RefusedError as error:
        return error


def read_announced(path: Path) -> Source:
    """Read a source and say on stderr how far it has come."""
    report.announce(path)
    return read_source(path, report.show_progress)


def update(out: Path, base: Mapping[Key, Row], sources: Sequence[Source]) -> int:
    """Lay the sources over the rows we have, and replace the file if that changes it."""
    rows = dict(base)
    for source in sources:
        say([*report.source_lines(source), *report.change_lines(changes(rows, source.rows))])
        rows = merge(rows, source.rows)
    changed = changes(base, rows)
    try:
        if rows != base:
            write_wages(rows, out)
    except RefusedError as error:
        say(report.refusal_lines([error]))
        return 1
    say([report.outcome_line(out, len(rows), changed)])
    return 0


def say(lines: Sequence[str]) -> None:
    """Print lines on stdout."""
    print("\n".join(lines))


if __name__ == "__main__":
    sys.exit(main())
