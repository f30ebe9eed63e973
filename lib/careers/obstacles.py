"""What keeps our data from a verdict on a path for a person, and what else speaks against its figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lib.careers.path_start import NO_ROLE, education_rank, is_barred, is_credential
from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY
from lib.tables import central_roles, load_roles
from lib.tables.training_paths import FINDABLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lib.careers.path_start import Start
    from lib.tables import TrainingPath

PAY_AFTER: Final = "pay_after"
BACHELORS: Final = "bachelors"
NEEDS_BACHELORS: Final = ("bachelor_certificate", "law_school")  # as the notes of data/training_paths.csv say
DEGREES: Final = ("associate", "bachelor")  # paths that end in a degree
# Roles from which nobody trains to become a legal secretary: our judgement.
BEYOND_SECRETARY: Final = ("paralegal", "lawyer", "administrative_services_manager", "office_supervisor")
CONDITION: Final = re.compile(r"\basks for ([^.]+)\.", re.IGNORECASE)  # as the notes of the paths say it

NO_DEGREE_YET: Final = "It asks for a bachelor's degree first, whose price and years are not counted here."
SAME_ROLE: Final = "It leads to the role you have: the pay model knows no gain in it but that of a higher degree."
EFFECT_UNKNOWN: Final = "What this credential does to pay was not found: pay after is counted as pay now."
PAY_UNTYPED: Final = "Your pay without the training is not typed: it counts as $0, so the worth is too high."
STEP_BACK: Final = "It counts a move to legal secretary; taking the course in your own job costs only its price."


def unknown_prices(path: TrainingPath, typed: Collection[str]) -> tuple[str, ...]:
    """Return which of length, tuition and exam fee were neither found nor typed, in words.

    Args:
        path: The path.
        typed: Names in `Training` of the figures the reader typed.
    """
    return tuple(words for name, words in FINDABLE.items() if getattr(path, name) is None and name not in typed)


def obstacles(path: TrainingPath, start: Start, typed: Collection[str] = ()) -> tuple[str, ...]:
    """Say why our data gives no verdict on a path for this person, in sentences; empty if it can.

    Args:
        path: The path.
        start: Who takes it.
        typed: Names in `Training` of the figures the reader typed.
    """
    return tuple(_obstacles(path, start, typed))


def _obstacles(path: TrainingPath, start: Start, typed: Collection[str]) -> Iterator[str]:
    role = load_roles()[path.role]
    if start.role == NO_ROLE and start.typed_pay is None:
        yield PAY_UNTYPED
    if is_barred(path, start):
        asked = CONDITION.search(path.note)
        condition = f"it asks for {asked[1]}" if asked else "what it asks for was not found"
        yield f"This credential is no way into {role.label.lower()} work; {condition}. Pay after is counted as pay now."
    if path.path in NEEDS_BACHELORS and not _holds(start, BACHELORS):
        yield NO_DEGREE_YET
    if unknown := unknown_prices(path, typed):
        yield f"Its price was not found in full (missing: {joined(list(unknown))}), so the worth is before it."
    if not role.central and PAY_AFTER not in typed:
        yield (
            f"How far pay after is usually off was measured on paralegals and legal secretaries, not on "
            f"{role.plural.lower()}; admission, exam and loans are not counted."
        )
    if path.role == LEGAL_SECRETARY and start.role in BEYOND_SECRETARY and not is_credential(path):
        yield STEP_BACK


def _holds(start: Start, degree: str) -> bool:
    return bool(start.education) and education_rank(start.education) >= education_rank(degree)


def cautions(path: TrainingPath, start: Start) -> tuple[str, ...]:
    """Say what else speaks against taking the path's figures for this person as they stand, in sentences."""
    found = []
    if path.path in DEGREES and _holds(start, path.education):
        found.append("By your highest degree you may have this already: then it adds nothing.")
    if path.role == start.role and not path.credential:
        found.append(EFFECT_UNKNOWN if is_credential(path) else SAME_ROLE)
    return tuple(found)


def uncounted_sentence(paths: Sequence[TrainingPath], start: Start) -> str:
    """Say that the stated degree or experience does not count, if a path leads out of the pay model; else empty.

    Args:
        paths: What is weighed.
        start: Who takes them; of a role now outside the pay model nothing is said.
    """
    outside = [path for path in paths if path.role not in central_roles()]
    if not start.facts or not outside or start.role not in (NO_ROLE, *central_roles()):
        return ""
    stated = f"{' and '.join({'education': 'degree'}.get(name, name) for name in start.facts)} you stated"
    medians = start.role != NO_ROLE and start.typed_pay is None
    everywhere = medians or len(outside) == len(paths)
    names = joined([f"“{path.label}”" for path in outside])
    roles = joined(list(dict.fromkeys(load_roles()[path.role].plural.lower() for path in outside)))
    does, do = ("do", "they do") if len(start.facts) > 1 else ("does", "it does")
    return (
        f"The {stated} {does} not count {'here' if everywhere else f'for {names}'}: the pay model does not know what "
        f"{do} to the pay of {roles}.{' So pay now is the median of everybody too.' if medians else ''}"
    )
