"""Where the reader begins: role and pay now, a published path with its figures, and the pay to expect after it.

Pay after is what the role it leads to pays: the median of everybody in it, or of people with the stated facts where the
pay model covers the role now and the role after. Typed pay is carried over (times what the pay model expects with the
training / what it expects without it) only within a role and between the two central roles: how somebody's pay in
another job stands to its median says nothing about pay after.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lib.careers.role_pay import RolePay, role_pay
from lib.careers.training import BOUNDS, Training
from lib.pay.market import ESTIMATED, PUBLISHED, place_words
from lib.pay.profile import factor_levels
from lib.pay.words import dollars
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.tables import Role, TrainingPath

EDUCATION: Final = "education"
EXPERIENCE: Final = "experience"
CREDENTIAL: Final = "credential"
NO_CREDENTIAL: Final = "none"
BEGINNER: Final = "0-1"
NO_ROLE: Final = ""  # of a student, or of somebody in a job that is not in our data
INPUT: Final = "input"
KINDS: Final = {PUBLISHED: "published", ESTIMATED: "our estimate", INPUT: "your figure"}
NO_PAY: Final = RolePay(0, INPUT, "Pay without the training counts as $0 until you type it.")
MOST_PAY: Final = BOUNDS["pay_after"][1]


@dataclass(frozen=True)
class Start:
    """Where a person stands now.

    Attributes:
        role: Key of data/roles.csv; `NO_ROLE` for none of them.
        area: BLS area code.
        education: Highest degree, a level of the pay model; empty if not stated.
        experience: Experience at which pay before and after are compared, a level of the pay model; empty for
            everybody in the roles. Without meaning for roles that the pay model does not cover.
        typed_pay: Dollars a year as typed; None for what the pay model expects.
        medians_only: Whether the stated facts are left out of pay (see `counted`).
    """

    role: str
    area: str = NATION
    education: str = ""
    experience: str = ""
    typed_pay: float | None = None
    medians_only: bool = False

    @cached_property
    def expected(self) -> RolePay:
        """What people like this are paid in the role now: BLS's median if nothing is stated, 0 without a role."""
        return role_pay(self.role, self.area, **self.facts_with(self.role)) if self.role else NO_PAY

    @property
    def pay(self) -> float:
        """Dollars a year now: as typed, else as expected."""
        return self.expected.annual if self.typed_pay is None else self.typed_pay

    @property
    def kind(self) -> str:
        """Whose figure the pay now is, in words."""
        return KINDS[self.expected.basis if self.typed_pay is None else INPUT]

    @property
    def facts(self) -> dict[str, str]:
        """What is stated, by its name in the pay model."""
        return {name: level for name in (EDUCATION, EXPERIENCE) if (level := getattr(self, name))}

    def facts_with(self, role: str) -> dict[str, str]:
        """Return the stated facts that the pay model knows both for the role now and for another one."""
        covered = {self.role or role, role} <= set(central_roles())
        return self.facts if covered and not self.medians_only else {}


def counted(start: Start, paths: Sequence[TrainingPath]) -> Start:
    """Return the start with the facts left out of pay if the pay model cannot count them on all of these paths.

    Without that a stated fact would change pay now and not pay after. Pay that was typed stays as it is, and so does
    the pay of somebody without a role.
    """
    one_sided = start.role and start.typed_pay is None and not {path.role for path in paths} <= set(central_roles())
    return replace(start, medians_only=True) if one_sided else start


def pay_after(path: TrainingPath, start: Start) -> RolePay:
    """Return the pay to expect after a path, in the newest release, at most the bound of `Training`.

    The path's degree counts only if the degree now is stated, and its credential against people without one; both
    only where the pay model covers the role now and the role after. A credential of another role changes nothing.

    Raises:
        ValueError: As `role_pay`.
    """
    if is_barred(path, start):
        return RolePay(start.pay, ESTIMATED, "Pay now as it stands: the credential makes no move.")
    without, with_it = _facts(path, start)
    after = role_pay(path.role, start.area, **with_it)
    if not _carries_over(path, start):
        typed = f" Pay now, {dollars(start.pay)}, does not change it." if start.typed_pay is not None else ""
        return replace(after, note=f"{after.note}{typed}")
    before = role_pay(start.role, start.area, **without)
    now = counted(start, [path]).pay
    if now in (0, before.annual):
        return after
    ratio = after.annual / before.annual
    most = f" At most {dollars(MOST_PAY)} is counted." if now * ratio > MOST_PAY else ""
    return RolePay(min(now * ratio, MOST_PAY), ESTIMATED, f"{_ratio_words(now, before, after)}{most}")


def is_credential(path: TrainingPath) -> bool:
    """Return whether a path is a credential for people in one of the two roles, not a way into it."""
    return not path.education and path.role in central_roles()


def is_barred(path: TrainingPath, start: Start) -> bool:
    """Return whether a path is the credential of a role that the person does not have."""
    return is_credential(path) and path.role != start.role


def _carries_over(path: TrainingPath, start: Start) -> bool:
    """Return whether pay now says something about pay after."""
    return path.role == start.role or {start.role, path.role} <= set(central_roles())


def _ratio_words(now: float, before: RolePay, after: RolePay) -> str:
    if before == after:
        return f"Pay now, {dollars(now)}, as it stands: no change of pay is known."
    words = f"Pay now, {dollars(now)}, times {after.annual / before.annual:.3f}"
    if before.basis == after.basis == PUBLISHED:
        return f"{words}, the ratio of the published medians ({dollars(after.annual)} and {dollars(before.annual)})."
    return (
        f"{words}: of people alike otherwise, the pay model expects {dollars(after.annual)} with the training and "
        f"{dollars(before.annual)} without it."
    )


def _facts(path: TrainingPath, start: Start) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is stated of people without and with the training."""
    without = start.facts_with(path.role)
    with_it = dict(without)
    if EDUCATION in without and path.education:
        with_it[EDUCATION] = max(without[EDUCATION], path.education, key=education_rank)
    if path.credential:
        without[CREDENTIAL], with_it[CREDENTIAL] = NO_CREDENTIAL, path.credential
    return without, with_it


def education_rank(education: str) -> int:
    """Return the place of a degree among the levels of the pay model, 0 for the lowest."""
    levels = [level.level for level in factor_levels(central_roles()[0], EDUCATION)]
    return levels.index(education)


def starting_point(
    path: TrainingPath, *, pay_before: float, pay_after: float, yearly_raise: float, discount: float, years: int
) -> Training:
    """Return a path with its published figures, to be changed by the reader.

    What was not found counts as 0: show `lib.careers.obstacles.obstacles` beside it.
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


def move_sentence(path: TrainingPath, start: Start, after: RolePay) -> str:
    """Say what the change of role alone does to pay; empty if there is none, or no role now.

    Args:
        path: What leads to the other role.
        start: Who changes.
        after: From `pay_after`.
    """
    if path.role == start.role or not start.role or is_barred(path, start):
        return ""
    start = counted(start, [path])
    roles, change = load_roles(), after.annual - start.pay
    words = (
        f"The move from {roles[start.role].label.lower()} to {roles[path.role].label.lower()} "
        f"{'costs' if change < 0 else 'brings'} {dollars(abs(change))} a year in "
        f"{place_words(load_wages().areas[start.area])}: {dollars(start.pay)} now ({start.kind}), "
        f"{dollars(after.annual)} after ({KINDS[after.basis]})."
    )
    if start.facts_with(path.role):
        return words
    if start.typed_pay is not None:
        return f"{words} Pay after rests on the median of everybody in the role, not of people new in it."
    return f"{words} Both are medians of everybody in the role, not of people new in it."


def starter_cut(path: TrainingPath, start: Start) -> float:
    """Return by how many dollars a year beginners in the role a path leads to earn less than the person does now.

    0 if they do not, if the role stays, or if the role is not one of the two central ones.
    """
    role = load_roles()[path.role]
    if not role.central or path.role == start.role or is_barred(path, start):
        return 0.0
    return max(start.pay - _beginners_pay(role, start.area), 0.0)


def starter_sentence(path: TrainingPath, start: Start, needed: float | None = None) -> str:
    """Say what people earn who are new in the role a path leads to, or at its lower end; empty if unknown.

    Args:
        path: What leads to the role; pay after is that of everybody in it, unless an experience is stated.
        start: Who changes.
        needed: Pay after in dollars a year at which the path breaks even.
    """
    if path.role == start.role or is_barred(path, start):
        return ""
    role = load_roles()[path.role]
    low = _beginners_pay(role, start.area) if role.central else lower_quarter(path, start)
    if low is None:
        return ""
    if round(cut := starter_cut(path, start)):
        return (
            f"New {role.plural.lower()} here earn about {dollars(low)} (our estimate), {dollars(cut)} less than you do "
            "now: the first years may bring a cut."
        )
    if role.central:
        words = f"{role.plural} with 0 to 1 year of experience earn about {dollars(low)} here (our estimate)"
    else:
        words = f"A quarter of {role.plural.lower()} here earn less than {dollars(low)} (published)"
    short = ", less than is needed to break even: the first years may bring less than is counted here"
    return f"{words}{short if needed is not None and low < needed else ''}."


def _beginners_pay(role: Role, area: str) -> float:
    """Return what beginners in a central role earn as the pay model has it."""
    return role_pay(role.role, area, experience=BEGINNER).annual


def lower_quarter(path: TrainingPath, start: Start) -> float | None:
    """Return BLS's 25th percentile of the role a path leads to; None for the central roles and if not published."""
    role = load_roles()[path.role]
    row = None if role.central else load_wages().find(load_wages().releases[0], start.area, role.soc_code)
    return row.percentiles[1] if row else None
