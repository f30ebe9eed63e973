"""The workbooks and csv files that a source consists of: itself, or what its zip holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

from lib.ingest.archive import Budget, checked_entries, copy_workbook, unpack_entry
from lib.ingest.files import Kind, kind_of
from lib.ingest.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from zipfile import ZipInfo

MAX_DEPTH: Final = 2  # a zip in a zip, no deeper
READABLE: Final = frozenset({".xlsx", ".xls", ".csv", ".zip"})


@dataclass(frozen=True)
class Document:
    """One workbook or csv file on disk."""

    path: Path
    names: tuple[str, ...]  # the source's name, then the names on the way to this file inside it
    kind: Kind

    @property
    def label(self) -> str:
        """What messages call the file."""
        return label_of(self.names)


@dataclass(frozen=True)
class Workplace:
    """Where a source is unpacked, and how much more of it may be."""

    folder: Path
    budget: Budget = field(default_factory=Budget)
    numbers: Iterator[int] = field(default_factory=count)

    def new_file(self, suffix: str) -> Path:
        """Return the path of a file that does not exist yet."""
        return self.folder / f"{next(self.numbers)}{suffix}"


def label_of(names: tuple[str, ...]) -> str:
    """Return what messages call a file: oesm25ma.zip > MSA_M2025_dl.xlsx."""
    return " > ".join(PurePosixPath(name).name for name in names)


def documents(path: Path, names: tuple[str, ...], workplace: Workplace) -> Generator[Document, None, None]:
    """Unpack a source, file by file.

    Args:
        path: A workbook, zip or csv file.
        names: The source's name, then the names on the way to this file inside it.
        workplace: Where to unpack.

    Raises:
        RefusedError: If something in it cannot be read or is too large.
    """
    document = Document(path, names, kind_of(path, label=label_of(names)))
    if document.kind is Kind.ZIP:
        yield from unpack(document, workplace)
    elif document.kind is Kind.WORKBOOK:
        copy = workplace.new_file(".xlsx")
        copy_workbook(path, copy, workplace.budget, label=document.label)
        yield Document(copy, names, document.kind)
    else:
        yield document


def unpack(zipped: Document, workplace: Workplace) -> Generator[Document, None, None]:
    """Unpack the files of a zip that may hold tables.

    Raises:
        RefusedError: If one cannot be read, or if zips are nested too deep.
    """
    if len(zipped.names) > MAX_DEPTH:
        raise RefusedError(f"{zipped.label}: a zip in a zip in a zip. Unpack it and give the files in it.")
    with ZipFile(zipped.path) as archive:
        for entry in filter(is_readable, checked_entries(archive, label=zipped.label)):
            path = workplace.new_file(".unpacked")
            names = (*zipped.names, entry.filename)
            unpack_entry(archive, entry, path, workplace.budget, label=label_of(names))
            yield from documents(path, names, workplace)


def is_readable(entry: ZipInfo) -> bool:
    """Tell whether a file in a zip may hold a table; macOS adds files that only look so."""
    name = PurePosixPath(entry.filename)
    return name.suffix.lower() in READABLE and not name.name.startswith("._")
