"""What it costs that the wrong people do the work: who does it today, against the recommended positions."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Final

from lib.careers.split import require_lawyer_hour
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.mix_rules import count_words
from lib.hiring.mix_solver import NEARLY, WEEKS_A_YEAR
from lib.hiring.planned import PlannedPosition
from lib.hiring.position import arrangement_words
from lib.pay.words import dollars
from lib.tables import load_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.careers.recommend import Recommendation
    from lib.careers.workload import OfficeWeek
    from lib.hiring.mix_rules import Constraints, Workload

LAWYERS: Final = "lawyers"
WORK_KINDS: Final = {
    "administrative": "office work",
    "substantive": "legal work",
    "shareable": "work either role may do",
}


@dataclass(frozen=True)
class Doers:
    """Who does one kind of work today, as shares of its hours; what is left over is not done at all.

    Attributes:
        lawyers: Share of 0 to 1.
        paralegal: Share of 0 to 1.
        legal_secretary: Share of 0 to 1.

    Raises:
        ValueError: If a share is out of bounds or all are more than the whole.
    """

    lawyers: float = 1.0
    paralegal: float = 0.0
    legal_secretary: float = 0.0

    def __post_init__(self) -> None:
        """Check every share."""
        shares = [getattr(self, share.name) for share in fields(self)]
        if not all(0 <= share <= 1 for share in shares) or sum(shares) > 1 + 1e-9:
            raise ValueError("Who does the work today: type 0% to 100% for each, and no more than 100% together.")


@dataclass(frozen=True)
class Today:
    """Who does the work today, by kind. As it stands, lawyers do all of it.

    Attributes:
        administrative: Who does the office work.
        substantive: Who does the legal work that could be handed on.
        shareable: Who does the work that either role may do.
    """

    administrative: Doers = field(default_factory=Doers)
    substantive: Doers = field(default_factory=Doers)
    shareable: Doers = field(default_factory=Doers)


@dataclass(frozen=True)
class CostLine:
    """One item of what the work costs.

    Attributes:
        who: `LAWYERS` or the role.
        item: Who does what.
        hours: Hours a week.
        rate: Dollars an hour; None if it is not known.
        amount: Dollars a year; 0 if the rate is not known.
        note: How it is computed.
    """

    who: str
    item: str
    hours: float
    rate: float | None
    amount: float
    note: str


@dataclass(frozen=True)
class WorkCost:
    """What the work costs a year, line by line."""

    lines: tuple[CostLine, ...]

    @property
    def total(self) -> float:
        """Dollars a year; hours whose rate is not known count nothing."""
        return sum(line.amount for line in self.lines)

    @property
    def by_who(self) -> dict[str, float]:
        """Dollars a year by who does the work: paralegals, legal secretaries, lawyers; who does nothing is missing."""
        found: dict[str, float] = {}
        for who in (PARALEGAL, LEGAL_SECRETARY, LAWYERS):
            amounts = [line.amount for line in self.lines if line.who == who]
            if amounts:
                found[who] = sum(amounts)
        return found

    @property
    def uncounted_hours(self) -> float:
        """Hours a week whose rate is not known."""
        return sum(line.hours for line in self.lines if line.rate is None)


@dataclass(frozen=True)
class Misallocation:
    """What the work costs today and after the recommendation.

    Attributes:
        today: The cost as the work is done today.
        after: The cost with the recommended positions.
        amount: Dollars a year that today costs more; negative if it costs less, None if it cannot be said.
        sentence: The answer in a sentence.
        wrong: What is done today by a role that must not do it, or had better not, in sentences.
    """

    today: WorkCost
    after: WorkCost
    amount: float | None
    sentence: str
    wrong: tuple[str, ...]


def misallocation(
    week: OfficeWeek,
    answer: Recommendation,
    constraints: Constraints,
    today: Today | None = None,
    lawyer_hour: float | None = None,
) -> Misallocation:
    """Return what it costs that the work is done as it is today.

    Args:
        week: Hours a week by task.
        answer: What was recommended for it.
        constraints: The market and the firm, which price the hours of today's staff in the office.
        today: Who does the work today; None if lawyers do all of it.
        lawyer_hour: Dollars a lawyer's hour costs; None if unknown: then lawyers' hours are not counted.

    Raises:
        ValueError: If the lawyer's hour is out of bounds; says what to do.
    """
    require_lawyer_hour(lawyer_hour)
    now = today or Today()
    before = WorkCost(tuple(_today_lines(week.workload, now, constraints, lawyer_hour)))
    after = WorkCost(tuple(_after_lines(answer, lawyer_hour)))
    known = not before.uncounted_hours and not after.uncounted_hours
    amount = before.total - after.total if known else None
    sentence = _sentence(before, after, amount, undone=sum(_undone(week.workload, now).values()))
    return Misallocation(before, after, amount, sentence, tuple(_wrong(week.workload, now)))


def _today_lines(
    work: Workload, today: Today, constraints: Constraints, lawyer_hour: float | None
) -> Iterator[CostLine]:
    rates = {LAWYERS: lawyer_hour}
    for role in (PARALEGAL, LEGAL_SECRETARY):
        position = PlannedPosition(role, constraints.area).priced()  # at the median: their pay is not known
        rates[role] = loaded_cost(position, constraints.firm).per_hour_worked
    for kind, words in WORK_KINDS.items():
        for who, rate in rates.items():
            hours = getattr(work, kind) * getattr(getattr(today, kind), who)
            if hours:
                yield _line(who, words, hours, rate)


def _after_lines(answer: Recommendation, lawyer_hour: float | None) -> Iterator[CostLine]:
    for choice in answer.mix.choices:
        rate = choice.cost / WEEKS_A_YEAR / choice.hours
        note = f"Full yearly cost, for {choice.hours:,.1f} hours a week"
        words = count_words(choice.role, choice.positions)
        item = f"{words[0].upper()}{words[1:]}, {arrangement_words(choice.arrangement)}"
        yield CostLine(choice.role, item, choice.hours, rate, choice.cost, note)
    for kind, words in WORK_KINDS.items():
        hours = getattr(answer.kept, kind)
        if hours:
            yield _line(LAWYERS, words, hours, lawyer_hour)


def _line(who: str, words: str, hours: float, rate: float | None) -> CostLine:
    item = f"{who_words(who)}: {words}"
    if rate is None:
        return CostLine(who, item, hours, None, 0.0, "Not counted: the cost of a lawyer's hour is not stated")
    note = f"{hours:,.1f} hours x {dollars(rate, cents=True)} x {WEEKS_A_YEAR} weeks"
    return CostLine(who, item, hours, rate, hours * rate * WEEKS_A_YEAR, note)


def who_words(who: str) -> str:
    """Return who does the work, in words, such as Lawyers."""
    return "Lawyers" if who == LAWYERS else load_roles()[who].plural


def _undone(work: Workload, today: Today) -> dict[str, float]:
    """Return the hours a week that nobody does today, by kind of work; what is done is missing."""
    found = {}
    for kind in WORK_KINDS:
        doers = getattr(today, kind)
        hours = getattr(work, kind) * (1 - doers.lawyers - doers.paralegal - doers.legal_secretary)
        if hours > NEARLY:
            found[kind] = hours
    return found


def _sentence(before: WorkCost, after: WorkCost, amount: float | None, *, undone: float) -> str:
    if amount is None:
        hours = before.uncounted_hours or after.uncounted_hours
        return (
            f"What giving the work to the wrong people costs cannot be said: {hours:,.1f} hours a week are lawyers', "
            "and what a lawyer's hour costs is not stated."
        )
    both = f"{dollars(before.total)} a year today, {dollars(after.total)} with the recommended positions"
    if undone:
        words = f"{dollars(abs(amount))} {'less' if amount > 0 else 'more'}"
        return f"The work costs {both}: {words}, for {undone:,.1f} hours a week more that are not done today."
    if amount <= 0:
        return f"The work costs {both}: as it is done today it costs {dollars(-amount)} less."
    return f"The work costs {both}: that the wrong people do it costs {dollars(amount)} a year."


def _wrong(work: Workload, today: Today) -> Iterator[str]:
    secretary = work.substantive * today.substantive.legal_secretary
    if secretary:
        words = "legal work a week, which by our task list is not theirs to do"
        yield f"Legal secretaries do {secretary:,.1f} hours of {words}."
    office = work.administrative * today.administrative.paralegal
    if office:
        yield f"Paralegals do {office:,.1f} hours of office work a week, which keeps them from legal work."
    for kind, hours in _undone(work, today).items():
        yield f"{hours:,.1f} hours a week of {WORK_KINDS[kind]} are not done at all: today they cost nothing."
