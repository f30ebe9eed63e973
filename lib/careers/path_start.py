"""Where the reader begins: role and pay now, a published path with its figures, and the pay to expect after it.

Pay after = pay now x what the pay model expects with the training / what it expects without it, with the same facts
stated on both sides. So people are compared with people alike: nothing typed and nothing stated, that is the median
of everybody in the role; a beginner's pay is not set against everybody's median.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lib.careers.role_pay import RolePay, role_pay
from lib.careers.training import Training
from lib.pay.market import ESTIMATED, place_words
from lib.pay.profile import factor_levels
from lib.pay.words import dollars
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.tables import Role, TrainingPath

EDUCATION: Final = "education"
EXPERIENCE: Final = "experience"
CREDENTIAL: Final = "credential"
NO_CREDENTIAL: Final = "none"
BEGINNER: Final = "0-1"
BACHELORS: Final = "bachelors"
NEEDS_BACHELORS: Final = ("bachelor_certificate", "law_school")  # as the notes of data/training_paths.csv say
DEGREES: Final = ("associate", "bachelor")  # paths that end in a degree

SAME_ROLE: Final = "It leads to the role you have: the pay model knows no gain in it but that of a higher degree."
EFFECT_UNKNOWN: Final = "What this credential does to pay was not found: pay after is counted as pay now."


@dataclass(frozen=True)
class Start:
    """Where a person stands now.

    Attributes:
        role: Key of data/roles.csv.
        area: BLS area code.
        education: Highest degree, a level of the pay model; empty if not stated.
        experience: Experience at which pay before and after are compared, a level of the pay model; empty for
            everybody in the roles. Without meaning for roles that the pay model does not cover.
        typed_pay: Dollars a year as typed; None for what the pay model expects.
    """

    role: str
    area: str = NATION
    education: str = ""
    experience: str = ""
    typed_pay: float | None = None

    @cached_property
    def expected(self) -> RolePay:
        """What people like this are paid in the role now: BLS's median if nothing is stated."""
        return role_pay(self.role, self.area, **self.facts_with(self.role))

    @property
    def pay(self) -> float:
        """Dollars a year now: as typed, else as expected."""
        return self.expected.annual if self.typed_pay is None else self.typed_pay

    def facts_with(self, role: str) -> dict[str, str]:
        """Return the stated facts that the pay model knows both for the role now and for another one."""
        if not {self.role, role} <= set(central_roles()):
            return {}
        return {name: level for name in (EDUCATION, EXPERIENCE) if (level := getattr(self, name))}


def pay_after(path: TrainingPath, start: Start) -> RolePay:
    """Return the pay to expect after a path, in the newest release.

    The path's degree counts only if the degree now is stated, and its credential against people without one; both
    only where the pay model covers the role now and the role after. A pay of 0 now says nothing about pay after.

    Raises:
        ValueError: As `role_pay`.
    """
    without, with_it = _facts(path, start)
    before = role_pay(start.role, start.area, **without)
    after = role_pay(path.role, start.area, **with_it)
    if start.pay in (0, before.annual):
        return after
    ratio = after.annual / before.annual
    note = (
        f"Pay now, {dollars(start.pay)}, times {ratio:.3f}: of people alike otherwise, the pay model expects "
        f"{dollars(after.annual)} with the training and {dollars(before.annual)} without it."
    )
    return RolePay(start.pay * ratio, ESTIMATED, note)


def _facts(path: TrainingPath, start: Start) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is stated of people without and with the training."""
    without = start.facts_with(path.role)
    with_it = dict(without)
    if EDUCATION in without and path.education:
        with_it[EDUCATION] = max(without[EDUCATION], path.education, key=_rank)
    if path.credential and {start.role, path.role} <= set(central_roles()):
        without[CREDENTIAL], with_it[CREDENTIAL] = NO_CREDENTIAL, path.credential
    return without, with_it


def _rank(education: str) -> int:
    levels = [level.level for level in factor_levels(central_roles()[0], EDUCATION)]
    return levels.index(education)


def starting_point(
    path: TrainingPath, *, pay_before: float, pay_after: float, yearly_raise: float, discount: float, years: int
) -> Training:
    """Return a path with its published figures, to be changed by the reader.

    What was not found counts as 0: show `cautions` beside it.
    """
    return Training(
        path.label,
        tuition=path.tuition or 0,
        exam_fee=path.exam_fee or 0,
        months=path.months or 0,
        time_given_up=path.time_given_up,
        pay_before=pay_before,
        pay_after=pay_after,
        yearly_raise=yearly_raise,
        discount=discount,
        years=years,
    )


def cautions(path: TrainingPath, start: Start) -> tuple[str, ...]:
    """Say what speaks against taking the path's figures for this person as they stand, in sentences."""
    found = []
    if path.path in NEEDS_BACHELORS and (not start.education or _rank(start.education) < _rank(BACHELORS)):
        found.append("It asks for a bachelor's degree first, whose price and years are not counted here.")
    if path.path in DEGREES and start.education and _rank(start.education) >= _rank(path.education):
        found.append("By your highest degree you may have this already: then it adds nothing.")
    if path.role == start.role and not path.credential:
        found.append(EFFECT_UNKNOWN if is_credential(path) else SAME_ROLE)
    if path.role != start.role and is_credential(path):
        role = load_roles()[path.role].plural.lower()
        found.append(f"Pay after counts a move to {role}; the credential alone does not make that move.")
    return tuple(found)


def is_credential(path: TrainingPath) -> bool:
    """Return whether a path is a credential for people in one of the two roles, not a way into it."""
    return not path.education and path.role in central_roles()


def move_sentence(path: TrainingPath, start: Start, after: RolePay) -> str:
    """Say what the change of role alone does to pay; empty if the role stays.

    Args:
        path: What leads to the other role.
        start: Who changes.
        after: From `pay_after`.
    """
    if path.role == start.role:
        return ""
    roles, change = load_roles(), after.annual - start.pay
    now = "typed" if start.typed_pay is not None else start.expected.basis
    words = (
        f"The move from {roles[start.role].label.lower()} to {roles[path.role].label.lower()} "
        f"{'costs' if change < 0 else 'brings'} {dollars(abs(change))} a year in "
        f"{place_words(load_wages().areas[start.area])}: {dollars(start.pay)} now ({now}), "
        f"{dollars(after.annual)} after ({after.basis})."
    )
    everybody = start.typed_pay is None and not start.facts_with(path.role)
    return f"{words} Both are medians of everybody in the role, not of people new in it." if everybody else words


def starter_sentence(path: TrainingPath, start: Start, needed: float | None = None) -> str:
    """Say what people earn who are new in the role a path leads to, or at its lower end; empty if unknown.

    Args:
        path: What leads to the role; pay after is that of everybody in it, unless an experience is stated.
        start: Who changes.
        needed: Pay after in dollars a year at which the path breaks even.
    """
    role = load_roles()[path.role]
    low = None if path.role == start.role else _low_pay(role, start.area)
    if low is None:
        return ""
    if role.central:
        words = f"{role.plural} with 0 to 1 year of experience earn about {dollars(low)} here (our estimate)"
    else:
        words = f"A quarter of {role.plural.lower()} here earn less than {dollars(low)} (published)"
    short = ", less than is needed to break even: the first years may bring less than is counted here"
    return f"{words}{short if needed is not None and low < needed else ''}."


def _low_pay(role: Role, area: str) -> float | None:
    """Return what beginners earn as the pay model has it, else BLS's 25th percentile; None if it is not published."""
    if role.central:
        return role_pay(role.role, area, experience=BEGINNER).annual
    row = load_wages().find(load_wages().releases[0], area, role.soc_code)
    return row.percentiles[1] if row else None
