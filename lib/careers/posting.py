"""A job posting: what it says, whether its pay range fits the local market, and its text ready to copy.

A posting is for an employee. Virtual help is bought by contract: it has a fee instead of pay a year, no benefits, and
the laws on pay in postings, which speak of employees, are not made for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from lib.careers.posting_law import BENEFITS, DEADLINE, RANGE, day_words
from lib.careers.typed_text import require_text
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.position import MOST_PAY, require_known, require_share
from lib.pay.estimate import estimate
from lib.pay.market import PUBLISHED, release_words
from lib.pay.offer import judge_offer
from lib.pay.profile import Profile
from lib.pay.words import HOURS_A_YEAR, dollars, percentile_words
from lib.tables import central_roles, load_office_tasks, load_roles
from lib.tables.office_tasks import ADMINISTRATIVE, SHARED, SUBSTANTIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.careers.workload import OfficeWeek
    from lib.pay.estimate import Estimate

WHERE: Final = {"in_office": "in the office", "remote": "remote"}  # the arrangements of employees, in words
OWN_KINDS: Final = {PARALEGAL: (SUBSTANTIVE, SHARED), LEGAL_SECRETARY: (ADMINISTRATIVE, SHARED)}
MOST_DUTIES: Final = 8  # suggested; our judgement
MOST_IN_LINE, MOST_IN_BENEFITS = 100, 2_000  # characters
HOURS_A_WEEK: Final = HOURS_A_YEAR / 52
ROUNDED_TO: Final = 500  # dollars a year


@dataclass(frozen=True)
class Posting:
    """A job for an employee, as it is to be posted.

    Attributes:
        role: paralegal or legal_secretary.
        title: The title of the job.
        place: Where it is, in words; may be empty.
        arrangement: Key of `WHERE`.
        duties: Keys of data/office_tasks.csv, in the order of the text.
        low: Least pay of full-time work in dollars a year; None if no pay is to be shown.
        high: Most pay of full-time work in dollars a year; None if no pay is to be shown.
        share: Share of full time, 0.05 to 1.
        benefits: What the firm offers besides pay, in one or more lines; may be empty.
        deadline: The last day to apply; None if there is none.
        firm: Name of the firm; may be empty.

    Raises:
        ValueError: If a value is unknown, too long or out of bounds, or the role must not do a duty; says which.
    """

    role: str
    title: str
    place: str = ""
    arrangement: str = "in_office"
    duties: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    share: float = 1.0
    benefits: str = ""
    deadline: date | None = None
    firm: str = ""

    def __post_init__(self) -> None:
        """Check every value."""
        require_known("role", self.role, central_roles())
        require_known("arrangement", self.arrangement, tuple(WHERE))
        require_share(self.share)
        if not self.title.strip():
            raise ValueError("Give the job a title.")
        for name, text in (("title", self.title), ("place", self.place), ("name of the firm", self.firm)):
            require_text(name, text, MOST_IN_LINE, lines=False)
        require_text("text on benefits", self.benefits, MOST_IN_BENEFITS, lines=True)
        if (self.low is None) != (self.high is None):
            raise ValueError("Give both ends of the pay range, or neither.")
        if self.low is not None and self.high is not None:
            _require_range(self.low, self.high)
        _require_duties(self.role, self.duties)

    @property
    def given(self) -> frozenset[str]:
        """What is filled in of the contents that laws ask for: keys of `posting_law.ITEMS`."""
        filled = {RANGE: self.low is not None, BENEFITS: bool(self.benefits.strip()), DEADLINE: bool(self.deadline)}
        return frozenset(item for item, there in filled.items() if there)


@dataclass(frozen=True)
class Part:
    """One part of a posting: its heading (empty for what stands under the title), a list, and the lines after it."""

    heading: str
    points: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class UsualRange:
    """What the middle half of a market is paid.

    Attributes:
        low: About the 25th percentile, in dollars a year.
        high: About the 75th percentile, in dollars a year.
        kind: "fact" if both are BLS's, else "estimate".
        origin: Whose figures they are, in sentences.
    """

    low: float
    high: float
    kind: str
    origin: str


def allowed_duties(role: str) -> tuple[str, ...]:
    """Return the keys of all tasks that a role may do, the role's own kinds of work first."""
    kinds = (*OWN_KINDS[role], *(kind for kind in (SUBSTANTIVE, ADMINISTRATIVE) if kind not in OWN_KINDS[role]))
    tasks = load_office_tasks().values()
    return tuple(task.task for kind in kinds for task in tasks if task.kind == kind and role not in task.must_not)


def duties_for(role: str, week: OfficeWeek) -> tuple[str, ...]:
    """Return the up to `MOST_DUTIES` tasks of a week to list for a role, those with the most hours first.

    For a paralegal these are legal and shared tasks, for a legal secretary administrative and shared ones; what only
    a lawyer may do is never among them.
    """
    tasks = load_office_tasks()
    own = [key for key in allowed_duties(role) if tasks[key].kind in OWN_KINDS[role] and week.of(key)]
    return tuple(sorted(own, key=lambda key: -week.of(key))[:MOST_DUTIES])


def posting_parts(posting: Posting) -> tuple[Part, ...]:
    """Return the text of a posting part by part, without its title."""
    tasks = load_office_tasks()
    duties = tuple(tasks[key].label for key in posting.duties) or ("[what the person will do]",)
    deadline = [f"Apply by {day_words(posting.deadline)}."] if posting.deadline else []
    parts = (
        Part("", (), tuple(filter(None, (posting.firm.strip(), _where_words(posting))))),
        Part("What you will do", duties, (
            "A lawyer supervises your work and answers for it. You give no legal advice, set no fees, take on no "
            "clients and do not speak for clients in court.",
        )),
        Part("What you bring", (), (
            "[experience and training you ask for]",
            "You need not have done all of this before: tell us what you can do and want to learn.",
        )),
        Part("Pay", (), tuple(_pay_words(posting))),
        Part("Benefits", (), tuple(line.strip() for line in posting.benefits.splitlines() if line.strip())),
        Part("How to apply", (), (
            *deadline, "[how to apply]", "If you need an accommodation to apply or to do this work, tell us.",
        )),
    )  # fmt: skip
    return tuple(part for part in parts if part.points or part.lines)


def posting_text(posting: Posting) -> str:
    """Return a posting as plain text; what is still to be filled in stands in square brackets."""
    blocks = [posting.title.strip()]
    for part in posting_parts(posting):
        head = [part.heading] if part.heading else []
        blocks.append("\n".join([*head, *(f"- {point}" for point in part.points), *part.lines]))
    return "\n\n".join(blocks) + "\n"


def usual_range(role: str, area: str, release: str | None = None, **facts: str) -> UsualRange:
    """Return the 25th to the 75th percentile of a role's pay, rounded inward to $500 where that leaves a range.

    Args:
        role: paralegal or legal_secretary.
        area: BLS area code.
        release: Reference month; None for the newest.
        facts: Facts of a `Profile`, such as experience.

    Raises:
        ValueError: For an unknown role, area, release or fact.
    """
    found = estimate(Profile(role, area, release, **facts))
    low, high = ceil(found.p25 / ROUNDED_TO) * ROUNDED_TO, floor(found.p75 / ROUNDED_TO) * ROUNDED_TO
    kind, origin = _origin(found)
    words = f"25th to 75th percentile of {_whom(found)}"
    if low >= high:
        return UsualRange(found.p25, found.p75, kind, f"{words}. {origin}")
    return UsualRange(low, high, kind, f"{words}, rounded inward to ${ROUNDED_TO}. {origin}")


def range_check(
    role: str, area: str, low: float, high: float, release: str | None = None, **facts: str
) -> tuple[str, ...]:
    """Say in sentences where a range of full-time pay stands in the local market, and whose figures those are.

    Args:
        role: paralegal or legal_secretary.
        area: BLS area code.
        low: Dollars a year.
        high: Dollars a year, not less.
        release: Reference month; None for the newest.
        facts: Facts of a `Profile`, such as experience.

    Raises:
        ValueError: For an unknown role, area, release or fact, and for a range out of bounds.
    """
    _require_range(low, high)
    found = estimate(Profile(role, area, release, **facts))
    whose = "BLS's" if _origin(found)[0] == "fact" else "our estimate"
    return (*_range_words(found, low, high), f"The percentiles are {whose}; shares of people are read between them.")


def _range_words(found: Estimate, low: float, high: float) -> Iterator[str]:
    whom, middle = _whom(found), found.p75 - found.p25
    for name, pay in ({"low end": low, "high end": high} if low < high else {"figure": low}).items():
        yield f"The {name}, {dollars(pay)}, stands {percentile_words(found.percentile_of(pay))}."
    yield from dict.fromkeys(filter(None, (judge_offer(found, pay).doubt for pay in (low, high))))
    if high < found.median:
        yield f"The whole range lies below the median of {whom}, {dollars(found.median)}."
    if low < found.p10:
        yield f"It starts below the 10th percentile, {dollars(found.p10)}."
    elif low < found.p25:
        yield f"It starts below the 25th percentile, {dollars(found.p25)}."
    if high > found.p90:
        yield f"It ends above the 90th percentile, {dollars(found.p90)}."
    if low == high:
        yield "It is one figure, not a range."
    elif high - low > middle:
        yield (
            f"It is {dollars(high - low)} wide, wider than the middle half of {whom} ({dollars(middle)}). A very wide "
            "range says little, and some laws, such as California's, mean what you expect to pay on hire."
        )


def _whom(found: Estimate) -> str:
    plural = load_roles()[found.profile.role].plural.lower()
    return f"{plural}{' like this' if found.shifts else ''} in {found.market.place}"


def _origin(found: Estimate) -> tuple[str, str]:
    """Return whether percentiles are fact or estimate, and their source in sentences."""
    source = f"BLS OEWS, {release_words(found.market.release)}, all industries. {found.basis_note}"
    if not found.shifts:
        return ("fact" if found.basis == PUBLISHED else "estimate"), source
    facts = "; ".join(shift.level.label for shift in found.shifts)
    return "estimate", f"Our pay model for the stated facts ({facts}). {source}"


def _where_words(posting: Posting) -> str:
    time = "full time"
    if posting.share < 1:
        hours = f"{100 * posting.share:.3g}% of full time, about {posting.share * HOURS_A_WEEK:.3g} hours a week"
        time = f"part time: {hours}"
    return f"{posting.place.strip() or '[place]'}, {WHERE[posting.arrangement]}, {time}"


def _pay_words(posting: Posting) -> Iterator[str]:
    if posting.low is None or posting.high is None:
        return
    ends = (posting.low, posting.high)
    yearly, hourly = _span(*ends), _span(*(pay / HOURS_A_YEAR for pay in ends), cents=True)
    if posting.share < 1:
        paid = _span(*(posting.share * pay for pay in ends))
        yield f"{paid} a year for these hours ({yearly} for full time), which is {hourly} an hour."
    else:
        yield f"{yearly} a year, which is {hourly} an hour at {HOURS_A_YEAR:,} hours a year."


def _span(low: float, high: float, *, cents: bool = False) -> str:
    return " to ".join(dict.fromkeys(dollars(pay, cents=cents) for pay in (low, high)))


def _require_range(low: float, high: float) -> None:
    if not (1 <= low <= MOST_PAY and 1 <= high <= MOST_PAY):
        raise ValueError(f"Both ends of the pay range must lie between $1 and {dollars(MOST_PAY)} a year.")
    if low > high:
        raise ValueError(f"The low end, {dollars(low)}, lies above the high end, {dollars(high)}.")


def _require_duties(role: str, duties: tuple[str, ...]) -> None:
    tasks = load_office_tasks()
    for key in duties:
        require_known("duty", key[:40], tuple(tasks))
        if role in tasks[key].must_not:
            raise ValueError(f"“{tasks[key].label}” cannot be posted: {tasks[key].why}")
    if len(set(duties)) < len(duties):
        raise ValueError("Name each duty once.")
