"""How near roles are: ratings of what is general to many jobs, and the tasks that are a role's own.

Ratings of both roles are compared element by element. A gap is called clear if it is larger than twice its standard
error, sqrt(e1^2 + e2^2) with the errors O*NET publishes; when nothing differs, chance alone makes about one gap in
twenty-two so large. Few people answered for a role, so most gaps are not clear.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from statistics import correlation
from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.tables.office_tasks import ADMINISTRATIVE, SHARED, SUBSTANTIVE
from lib.tables.role_activities import DOMAINS, KNOWLEDGE, WORK_ACTIVITY, load_role_activities
from lib.tables.role_tasks import EMERGING, load_role_tasks
from lib.tables.roles import load_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.tables.role_activities import Rating
    from lib.tables.role_tasks import RoleTask

CLEAR: Final = 2  # standard errors of a gap
BY_CHANCE: Final = 0.0455  # of gaps that are no gaps lie so far out: the normal distribution beyond 2 on both sides
MORE_THAN_CHANCE: Final = 2  # times as many clear gaps as chance makes are needed to speak of a difference
NO_RATING: Final = "No general rating sets the two roles apart beyond chance"
MATTERS: Final = 2.5  # from here on a rating reads 3, important
TOP: Final = 10
CENTRAL: Final = (PARALEGAL, LEGAL_SECRETARY)
EACH_WAY: Final = 5  # of the largest gaps
GENERAL: Final = (WORK_ACTIVITY, KNOWLEDGE)  # what people in the job rate
KIND_WORDS: Final = {SUBSTANTIVE: "legal", SHARED: "either role's", ADMINISTRATIVE: "office"}


@dataclass(frozen=True)
class Gap:
    """What one thing counts for in two roles, 1 (not important) to 5 (extremely important).

    Attributes:
        element: O*NET's number.
        label: Our words.
        domain: What kind of thing it is, a key of `DOMAINS`.
        first: Importance in the first role.
        second: Importance in the second role.
        error: Standard error of the difference; None where analysts rated.
    """

    element: str
    label: str
    domain: str
    first: float
    second: float
    error: float | None

    @property
    def difference(self) -> float:
        """Points the second role is higher."""
        return self.second - self.first

    @property
    def clear(self) -> bool:
        """Whether the gap is larger than twice its standard error; never where that is unknown."""
        return self.error is not None and abs(self.difference) > CLEAR * self.error

    @property
    def matters(self) -> bool:
        """Whether the thing is important in at least one of the roles."""
        return max(self.first, self.second) >= MATTERS


@dataclass(frozen=True)
class Nearness:
    """How alike the ratings of two roles are in one domain.

    Attributes:
        measures: How many things are rated in both.
        correlation: Of the importance over them, -1 to 1.
        shared_top: How many of the ten most important things of one role are among the other's ten.
    """

    measures: int
    correlation: float
    shared_top: int


@dataclass(frozen=True)
class TaskOverlap:
    """How far the rated tasks of the two central roles coincide.

    Attributes:
        tasks: Rated tasks by role.
        legal: Those of them that are substantive legal work, by role; which they are is our judgement.
        activities: Detailed activities O*NET links to the tasks of either role.
        shared: Those linked to tasks of both.
    """

    tasks: dict[str, int]
    legal: dict[str, int]
    activities: int
    shared: int


def gaps(first: str, second: str, domains: Sequence[str] = GENERAL) -> tuple[Gap, ...]:
    """Return the gap in everything rated for both roles, in the order of the file.

    Args:
        first: Key of a role.
        second: Key of the role it is compared with.
        domains: Keys of `DOMAINS`.

    Raises:
        ValueError: If a role has no ratings.
    """
    one, other = _ratings(first), _ratings(second)
    return tuple(
        _gap(rating, other[element]) for element, rating in one.items() if element in other and rating.domain in domains
    )


def _ratings(role: str) -> dict[str, Rating]:
    known = load_role_activities()
    if role not in known:
        raise ValueError(f"{role} is not rated in our data. Rated: {', '.join(known)}.")
    return known[role]


def _gap(one: Rating, other: Rating) -> Gap:
    errors = (one.standard_error, other.standard_error)
    error = None if errors[0] is None or errors[1] is None else hypot(errors[0], errors[1])
    return Gap(one.element, one.label, one.domain, one.importance, other.importance, error)


def nearness(first: str, second: str, domain: str = WORK_ACTIVITY) -> Nearness:
    """Return how alike two roles are rated in a domain.

    Raises:
        ValueError: If a role has no ratings.
    """
    found = gaps(first, second, [domain])
    one, other = [gap.first for gap in found], [gap.second for gap in found]
    return Nearness(
        len(found),
        correlation(one, other),
        len(set(_top(one)) & set(_top(other))),
    )


def _top(values: Sequence[float]) -> list[int]:
    """Return the places of the ten largest values."""
    return sorted(range(len(values)), key=lambda at: -values[at])[:TOP]


def largest_gaps(first: str, second: str, each_way: int = EACH_WAY) -> tuple[Gap, ...]:
    """Return the largest gaps in what matters: first where the second role is higher, then where the first is.

    Args:
        first: Key of a role.
        second: Key of the role it is compared with.
        each_way: How many of each at most.

    Raises:
        ValueError: If a role has no ratings.
    """
    found = sorted((gap for gap in gaps(first, second) if gap.matters), key=lambda gap: -gap.difference)
    higher = [gap for gap in found if gap.difference > 0][:each_way]
    lower = [gap for gap in found[::-1] if gap.difference < 0][:each_way]
    return (*higher, *lower)


def rated_tasks(role: str) -> tuple[RoleTask, ...]:
    """Return the tasks of a role that have ratings, in the order of the file."""
    return tuple(task for task in load_role_tasks().values() if task.role == role and task.status != EMERGING)


def task_overlap() -> TaskOverlap:
    """Return how far the rated tasks of both central roles coincide."""
    tasks = {role: rated_tasks(role) for role in CENTRAL}
    linked = {role: {activity for task in each for activity in task.activities} for role, each in tasks.items()}
    return TaskOverlap(
        {role: len(each) for role, each in tasks.items()},
        {role: sum(task.kind == SUBSTANTIVE for task in each) for role, each in tasks.items()},
        len(linked[PARALEGAL] | linked[LEGAL_SECRETARY]),
        len(linked[PARALEGAL] & linked[LEGAL_SECRETARY]),
    )


def nearness_heading() -> str:
    """Return the finding on both central roles in one sentence without a full stop."""
    found, overlap = gaps(LEGAL_SECRETARY, PARALEGAL), task_overlap()
    tasks = f"{overlap.shared} of {overlap.activities} detailed activities {_is(overlap.shared)} shared"
    if not beyond_chance(_clear(found), len(found) * BY_CHANCE):
        return f"{NO_RATING}; the tasks do: {tasks}"
    return f"Apart in ratings and tasks: {_clear(found)} of {len(found)} general ratings differ clearly, {tasks}"


def beyond_chance(clear: int, chance: float) -> bool:
    """Return whether so many clear gaps are more than twice what chance makes; the cut is our judgement."""
    return clear > MORE_THAN_CHANCE * chance


def _clear(found: Sequence[Gap]) -> int:
    return sum(gap.clear for gap in found)


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def nearness_sentences() -> tuple[str, ...]:
    """Say what is alike, what is not, and how little the ratings can tell."""
    near, found, overlap = nearness(LEGAL_SECRETARY, PARALEGAL), gaps(LEGAL_SECRETARY, PARALEGAL), task_overlap()
    others = [nearness(LEGAL_SECRETARY, role).correlation for role in _others()]
    legal, tasks = overlap.legal, overlap.tasks
    return (
        f"Same setting, same general activities: {near.shared_top} of the {TOP} most important ones are the same, and "
        f"over all {near.measures} the ratings go together (correlation about {near.correlation:.1f}; of legal "
        f"secretaries with {joined(_plurals(_others()))} {_span(others)}).",
        f"Different tasks: {legal[PARALEGAL]} of the {tasks[PARALEGAL]} rated tasks of paralegals are legal work, of "
        f"legal secretaries' {tasks[LEGAL_SECRETARY]} it is {legal[LEGAL_SECRETARY]}. That only {overlap.shared} of "
        f"{overlap.activities} detailed activities {_is(overlap.shared)} shared understates it a little: keeping case "
        "files, say, is linked to other activities in either role.",
        "So a change of role keeps you in familiar surroundings, but the work itself is to be learned. General words "
        "make the jobs look more alike than they are: “processing information” fits a bill as well as a brief.",
        f"Few people answered. Of {len(found)} gaps {_clear(found)} are clear, and chance alone would make about "
        f"{len(found) * BY_CHANCE:.0f} look so; read the others as no difference.",
    )


def _others() -> list[str]:
    return [role for role in load_role_activities() if role not in CENTRAL]


def _plurals(roles: Sequence[str]) -> list[str]:
    return [load_roles()[role].plural.lower() for role in roles]


def _span(values: Sequence[float]) -> str:
    low, high = f"{min(values):.1f}", f"{max(values):.1f}"
    return low if low == high else f"{low} to {high}"


def rated_words(*roles: str, domains: Sequence[str] = GENERAL) -> str:
    """Say when the ratings of roles were made and by how many people, such as "paralegals August 2024 (24 people)"."""
    parts = []
    for role in roles:
        ratings = [rating for rating in _ratings(role).values() if rating.domain in domains]
        answers = sorted({rating.respondents for rating in ratings})
        people = f"{answers[0]} to {answers[-1]}" if len(answers) > 1 else f"{answers[0]}"
        periods = joined(list(dict.fromkeys(rating.period for rating in ratings)))
        parts.append(f"{load_roles()[role].plural.lower()} {periods} ({people} people)")
    return joined(parts)


def gap_table(first: str, second: str, found: Sequence[Gap]) -> pd.DataFrame:
    """Return gaps as a table of text, the ratings as published, each gap with twice its standard error."""
    names = [load_roles()[role].plural for role in (first, second)]
    rows = [(gap.label, f"{gap.first:.2f}", f"{gap.second:.2f}", _gap_words(gap)) for gap in found]
    return pd.DataFrame(rows, columns=["Importance, 1 to 5", *names, "Gap"])


def _gap_words(gap: Gap) -> str:
    words = f"{gap.difference:+.2f}"
    return words if gap.error is None else f"{words} ±{CLEAR * gap.error:.2f}"


def distance_table() -> pd.DataFrame:
    """Return how near each rated role is to the two central ones: correlations of the work activities, as text."""
    rows = []
    for role in load_role_activities():
        near = ["–" if role == each else f"{nearness(each, role).correlation:.2f}" for each in CENTRAL]
        period = next(rating.period for rating in _ratings(role).values() if rating.domain == WORK_ACTIVITY)
        rows.append((load_roles()[role].plural, *near, period))
    names = [f"With {name}" for name in _plurals(CENTRAL)]
    return pd.DataFrame(rows, columns=[f"Correlation, {DOMAINS[WORK_ACTIVITY]}", *names, "Rated"])


def task_table(role: str) -> pd.DataFrame:
    """Return the rated tasks of a role as a table of text, the most frequent first."""
    tasks = sorted(rated_tasks(role), key=lambda task: -(task.more_than_weekly or 0))
    rows = [
        (task.text, KIND_WORDS[task.kind], f"{task.importance:.1f}", f"{task.more_than_weekly:.0f}%") for task in tasks
    ]
    return pd.DataFrame(rows, columns=["Task", "Kind of work", "Importance, 1 to 5", "More than weekly"])
