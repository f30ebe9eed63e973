"""What the laws on pay in job postings ask of a posting: what is in force, what is coming, and what we do not know.

All employees of the firm count, not lawyers only; some laws count only those in the place, which we cannot know, so a
firm that has enough employees in all is taken to be covered. This is a check list, not legal advice, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.hiring.difference import joined
from lib.hiring.firm import MOST_HEADCOUNT
from lib.pay.ageing import MONTH_NAMES
from lib.pay.words import ordinal
from lib.tables import load_wages
from lib.tables.posting_laws import (
    AFTER_INTERVIEW,
    ALL_EMPLOYERS,
    ENACTED,
    IN_POSTING,
    LOCAL,
    NOT_FOUND,
    NOT_NAMED,
    ON_REQUEST,
    STATE,
    UNCHECKED,
    YES,
    PostingLaw,
    load_posting_laws,
)
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

RANGE, BENEFITS, DEADLINE = "range", "benefits", "deadline"
ITEMS: Final = {RANGE: "the pay range", BENEFITS: "the benefits", DEADLINE: "the application deadline"}
REQUIRED, UNSURE, LATER, COMING = "required", "unsure", "later", "coming"
TOO_SMALL, UNKNOWN = "too_small", "unknown"
KINDS: Final = {
    REQUIRED: "In force",
    UNSURE: "May be in force",
    COMING: "Coming",
    LATER: "Not in the posting",
    TOO_SMALL: "Firm too small",
    UNKNOWN: "Not found",
}
WHEN_TOLD: Final = {AFTER_INTERVIEW: "after an interview", ON_REQUEST: "on request"}


@dataclass(frozen=True)
class Duty:
    """What one law means for a posting.

    Attributes:
        law: The law, with its sources.
        kind: One of `KINDS`.
        sentence: What it asks for, of whom and since when, and how good the evidence is.
    """

    law: PostingLaw
    kind: str
    sentence: str

    @property
    def items(self) -> frozenset[str]:
        """What belongs in the posting by this law, keys of `ITEMS`; empty unless it is, or may be, in force here."""
        return _items(self.law) if self.kind in (REQUIRED, UNSURE) else frozenset()


@dataclass(frozen=True)
class ContentCheck:
    """Whether a posting has what laws ask for.

    Attributes:
        item: Key of `ITEMS`.
        present: Whether it is filled in.
        sentence: Who asks for it, and whether it is there.
    """

    item: str
    present: bool
    sentence: str


@dataclass(frozen=True)
class PostingDuties:
    """What the laws of a place mean for a posting.

    Attributes:
        duties: One a law of the place, states first.
        elsewhere: The laws of other states that the job can fall under, because it can be done from there or because
            no state is chosen yet.
        notes: What was not found, what a remote job means, and that this is not legal advice.
        states: Postal codes of the states in which the place lies, none for the nation.
    """

    duties: tuple[Duty, ...]
    elsewhere: tuple[PostingLaw, ...]
    notes: tuple[str, ...]
    states: tuple[str, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of data/sources.csv behind the laws that are named."""
        laws = [*(duty.law for duty in self.duties), *self.elsewhere]
        return tuple(dict.fromkeys(key for law in laws for key in law.source.split()))

    def checks(self, given: Collection[str]) -> tuple[ContentCheck, ...]:
        """Return which of the contents that laws ask for a posting has.

        A law asks if it is in force all over the place: if every state of it asks. A law of one state of several, or
        of a city or county, holds only if the job is there, so it may ask.

        Args:
            given: What is filled in, keys of `ITEMS`.
        """
        return tuple(found for item in ITEMS if (found := self._check(item, present=item in given)))

    def _check(self, item: str, *, present: bool) -> ContentCheck | None:
        duties = [duty for duty in self.duties if item in duty.items]
        asking = {
            duty.law.state: duty.law.label for duty in duties if duty.kind == REQUIRED and duty.law.level == STATE
        }
        perhaps = [duty.law.label for duty in duties] + [law.label for law in self.elsewhere if item in _items(law)]
        if not perhaps:
            return None
        who = f"{joined(perhaps)} may ask"
        if self.states and asking.keys() >= set(self.states):
            who = f"{joined(list(asking.values()))} {'ask' if len(asking) > 1 else 'asks'}"
        state = "filled in" if present else "not filled in yet"
        return ContentCheck(item, present, f"{who} for {ITEMS[item]}: {state}.")


def posting_duties(area: str, employees: int, today: date, *, remote: bool = False) -> PostingDuties:
    """Return what laws ask of the posting of a job.

    Args:
        area: BLS code of the area the job is in. A metropolitan area may lie in several states; of a state all local
            laws are named; the nation stands for a state not chosen yet.
        employees: Everybody whom the firm employs, lawyers and part-time staff too; a first hire counts as 1.
        today: A law of a later day is coming.
        remote: Whether the job can be done from another state.

    Raises:
        ValueError: If the area is unknown or the number of employees out of bounds; says what to do.
    """
    if area not in load_wages().areas:
        raise ValueError(f"The area {area[:40]!r} is not known: use a BLS area code, such as 36 (New York State).")
    if not 1 <= employees <= MOST_HEADCOUNT:
        raise ValueError(f"A firm has 1 to {MOST_HEADCOUNT:,} employees, not {employees:,}.")
    here = states_of(area)
    duties = tuple(_duty(law, employees, today, several=len(here) > 1) for law in _laws_of(area))
    covered = covering_laws(employees, today) if remote or area == NATION else ()
    elsewhere = tuple(law for law in covered if law.state not in here)
    return PostingDuties(duties, elsewhere, tuple(_notes(area, elsewhere, employees)), here)


def covering_laws(employees: int, today: date) -> tuple[PostingLaw, ...]:
    """Return the laws of states that are in force and ask a firm of this size for the range in the posting."""
    laws = (law for law in load_posting_laws().values() if law.level == STATE)
    return tuple(law for law in laws if _kind(law, employees, today) == REQUIRED)


def states_of(area: str) -> tuple[str, ...]:
    """Return the postal codes of the states in which an area lies, none for the nation."""
    found = load_wages().areas[area]
    if area == NATION:
        return ()
    if found.area_type == "metro":
        return tuple(found.area_title.rsplit(", ", 1)[1].split("-"))  # such as Cincinnati, OH-KY-IN
    return (found.state,)


def day_words(day: date) -> str:
    """Return a day as text, such as October 1, 2026."""
    return f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"


@cache
def checked_on() -> date:
    """Return the day on which the list of laws was last checked; unchecked ones have none."""
    return max(law.checked for law in load_posting_laws().values() if law.checked)


def _laws_of(area: str) -> list[PostingLaw]:
    here, whole_state = states_of(area), load_wages().areas[area].area_type == "state"
    laws = load_posting_laws().values()
    of_state = [law for state in here for law in laws if law.level == STATE and law.state == state]
    local = [law for law in laws if area in law.area_codes or (whole_state and law.state in here)]
    return [*of_state, *(law for law in local if law.level == LOCAL)]


def _items(law: PostingLaw) -> frozenset[str]:
    asked = {RANGE: law.pay_range, BENEFITS: law.benefits, DEADLINE: law.deadline}
    return frozenset(item for item in ITEMS if asked[item] == YES)


def _kind(law: PostingLaw, employees: int, today: date) -> str:
    if law.status == NOT_FOUND:
        return UNKNOWN
    if law.least_employees and employees < law.least_employees:
        return TOO_SMALL
    if law.in_force_from and law.in_force_from > today:
        return COMING
    if law.disclosed != IN_POSTING:
        return LATER
    return REQUIRED if law.status == ENACTED else UNSURE


def _duty(law: PostingLaw, employees: int, today: date, *, several: bool) -> Duty:
    where = f"If the job is in {law.label}" if several or law.level == LOCAL else law.label
    said = " ".join([*_law_words(law, employees, today), *_evidence_words(law)])
    return Duty(law, _kind(law, employees, today), f"{where}: {said}")


def _law_words(law: PostingLaw, employees: int, today: date) -> Iterator[str]:
    if law.status == NOT_FOUND:
        yield "what it asks of a posting, of whom and since when was not found."
        return
    yield f"{_what_words(law)}, {_when_words(law, today)}."
    yield _size_words(law, employees)
    if law.disclosed == IN_POSTING and law.benefits == NOT_NAMED:
        yield "Whether benefits belong in it, our source does not say."
    if law.content:
        yield law.content


def _evidence_words(law: PostingLaw) -> Iterator[str]:
    if law.status == UNCHECKED:
        yield "Whether it still holds was not checked."
    if law.note:
        yield law.note
    if law.quality == "C":
        yield "The evidence is thin."


def _what_words(law: PostingLaw) -> str:
    if law.disclosed in WHEN_TOLD:
        return f"the pay range must be told {WHEN_TOLD[law.disclosed]}, not in the posting"
    asked = _items(law)
    return f"the posting must state {joined([words for item, words in ITEMS.items() if item in asked])}"


def _when_words(law: PostingLaw, today: date) -> str:
    if law.in_force_from is None:
        return "since when was not found"
    if law.in_force_from > today:
        return f"from {day_words(law.in_force_from)} on"
    later = law.enforced_from if law.enforced_from and law.enforced_from > today else None
    return f"in force since {day_words(law.in_force_from)}{f', enforced from {day_words(later)} on' if later else ''}"


def _size_words(law: PostingLaw, employees: int) -> str:
    if law.counted == ALL_EMPLOYERS:
        return f"It applies to {ALL_EMPLOYERS}."
    words = f"It applies to {law.counted}; your firm has {employees:,} in all"
    least = law.least_employees or 0
    if employees >= least:
        return f"{words}."
    hire = f" The person you hire can be the {ordinal(employees + 1)}." if employees + 1 == least else ""
    return f"{words}, so it does not cover you.{hire}"


def _notes(area: str, elsewhere: tuple[PostingLaw, ...], employees: int) -> Iterator[str]:
    """Yield what else to know, in sentences."""
    checked = day_words(checked_on())
    names = {each.state: each.area_title for each in load_wages().areas.values() if each.area_type == "state"}
    with_law = {law.state for law in load_posting_laws().values() if law.level == STATE}
    for state in states_of(area):
        if state not in names:
            yield f"We did not look for such a law in {load_wages().areas[area].area_title}."
        elif state not in with_law:
            yield f"{names[state]}: we found no state law on pay in job postings, checked on {checked}."
    if area == NATION:
        yield "Choose the state of the job: states and cities say what a posting must hold."
    elif elsewhere:
        yield "A job that can be done from another state can fall under the law of that state."
    if elsewhere:
        yield (
            f"The range in the posting is asked of a firm with {employees:,} employees by "
            f"{joined([law.label for law in elsewhere])}; some of them count only employees there. "
            f"The strictest content is the safe choice: {joined(list(ITEMS.values()))}."
        )
    yield (
        f"This is not legal advice. The list was checked on {checked}; laws change, and it may miss some, "
        "local ones above all."
    )
