"""The work of an office by task, in hours a week, and what of it can be handed on.

The hours of `presets` and `pains` are our judgement: something to start from and to change.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lib.hiring.difference import joined
from lib.hiring.mix_rules import Workload
from lib.tables import load_office_pains, load_office_presets, load_office_tasks
from lib.tables.office_tasks import ADMINISTRATIVE, SHARED, SUBSTANTIVE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.tables import OfficePain, OfficePreset, OfficeTask

MOST_TASK_HOURS: Final = 250.0  # a week; so many of every task for either role are within a `Workload`
MOST_LEVEL: Final = 4  # steps of a complaint, none being 0


@dataclass(frozen=True)
class Reach:
    """Where work can be done, in hours a week; what only a lawyer may do is left out.

    Attributes:
        anywhere: Hours of tasks that somebody elsewhere can do.
        partly: Hours of tasks of which only a part can be done elsewhere.
        on_site: Hours of tasks that need somebody on the spot.
    """

    anywhere: float
    partly: float
    on_site: float


@dataclass(frozen=True)
class OfficeWeek:
    """Hours a week by task.

    Attributes:
        hours: Pairs of a task's key and its hours; a task not named has none.

    Raises:
        ValueError: If a task is unknown or stands twice, or hours are out of bounds; says which.
    """

    hours: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        """Check every task and its hours."""
        tasks = load_office_tasks()
        for task, hours in self.hours:
            if task not in tasks:
                raise ValueError(f"The task {task[:40]!r} is not known. Known: {', '.join(tasks)}.")
            if not 0 <= hours <= MOST_TASK_HOURS:
                raise ValueError(f"{tasks[task].label}: type 0 to {MOST_TASK_HOURS:g} hours a week, not {hours:,g}.")
        if len(dict(self.hours)) < len(self.hours):
            raise ValueError("Give each task its hours once.")

    def of(self, task: str) -> float:
        """Return the hours a week of a task."""
        return dict(self.hours).get(task, 0.0)

    @property
    def tasks(self) -> tuple[OfficeTask, ...]:
        """The tasks that have hours, in the order of data/office_tasks.csv."""
        return tuple(task for task in load_office_tasks().values() if self.of(task.task))

    @property
    def total(self) -> float:
        """Hours a week of all tasks, those for lawyers only included."""
        return sum(hours for _, hours in self.hours)

    @property
    def for_lawyers(self) -> tuple[OfficeTask, ...]:
        """The tasks with hours that only a lawyer may do: no role takes them."""
        return tuple(task for task in self.tasks if task.lawyer_only)

    @property
    def lawyer_hours(self) -> float:
        """Hours a week of what only a lawyer may do."""
        return sum(self.of(task.task) for task in self.for_lawyers)

    @property
    def workload(self) -> Workload:
        """The work that can be handed on, by kind."""
        hours = {kind: self._sum(kind=kind) for kind in (ADMINISTRATIVE, SUBSTANTIVE, SHARED)}
        return Workload(hours[ADMINISTRATIVE], hours[SUBSTANTIVE], hours[SHARED])

    @property
    def reach(self) -> Reach:
        """Where the work that can be handed on can be done."""
        return Reach(*(self._sum(virtual=virtual) for virtual in ("yes", "partly", "no")))

    @property
    def left_out(self) -> str:
        """Which tasks stay with a lawyer, as a sentence; empty if none."""
        if not self.for_lawyers:
            return ""
        tasks = joined([f"“{task.label}”" for task in self.for_lawyers])
        count = f"{self.lawyer_hours:,g} hour{'' if self.lawyer_hours == 1 else 's'}"
        return f"Left out, because only a lawyer may do it: {tasks}, {count} a week."

    def _sum(self, **wanted: str) -> float:
        """Return the hours of the tasks to hand on that have these attributes."""
        return sum(
            self.of(task.task)
            for task in self.tasks
            if not task.lawyer_only and all(getattr(task, name) == value for name, value in wanted.items())
        )


def presets() -> dict[str, OfficePreset]:
    """Return the typical offices to start from, by key; all their hours are our judgement."""
    return load_office_presets()


def pains() -> dict[str, OfficePain]:
    """Return the complaints to start from, by key; the hours a step adds are our judgement."""
    return load_office_pains()


def preset_week(preset: str, lawyers: int | None = None) -> OfficeWeek:
    """Return the week of a typical office.

    Args:
        preset: Key of the office.
        lawyers: Number of lawyers, to whom its hours are scaled, to half hours; None for its own. A task's hours end
            at `MOST_TASK_HOURS`.

    Raises:
        ValueError: If it is unknown, or there is no lawyer.
    """
    if preset not in presets():
        raise ValueError(f"The office {preset[:40]!r} is not known. Known: {', '.join(presets())}.")
    if lawyers is not None and lawyers < 1:
        raise ValueError(f"An office has at least 1 lawyer, not {lawyers:,}.")
    office = presets()[preset]
    scale = 1.0 if lawyers is None else lawyers / office.lawyers
    scaled = ((task, min(round(2 * hours * scale) / 2, MOST_TASK_HOURS)) for task, hours in office.hours)
    return OfficeWeek(tuple(pair for pair in scaled if pair[1]))


def pain_week(levels: Mapping[str, int], start: OfficeWeek | None = None) -> OfficeWeek:
    """Return the hours that complaints stand for, on top of a week.

    A task's hours end at `MOST_TASK_HOURS`.

    Args:
        levels: How much each complaint is felt, in whole steps from 0 to `MOST_LEVEL`.
        start: The week to add to; None for none.

    Raises:
        ValueError: If a complaint is unknown or its level out of bounds; says which.
    """
    found: defaultdict[str, float] = defaultdict(float, (start or OfficeWeek()).hours)
    for pain, level in levels.items():
        for task, hours in _pain(pain, level).hours:
            found[task] = min(found[task] + level * hours, MOST_TASK_HOURS)
    return OfficeWeek(tuple((task, found[task]) for task in load_office_tasks() if found.get(task)))


def undone_hours(levels: Mapping[str, int], week: OfficeWeek) -> Workload:
    """Return the hours a week that complaints say are not done at all today, by kind of work.

    Args:
        levels: How much each complaint is felt, as `pain_week` takes them.
        week: The week they are part of; of no task more is undone than it has hours.

    Raises:
        ValueError: As `pain_week`.
    """
    added = pain_week({pain: level for pain, level in levels.items() if _pain(pain, level).undone})
    return OfficeWeek(tuple((task, min(hours, week.of(task))) for task, hours in added.hours)).workload


def _pain(pain: str, level: int) -> OfficePain:
    if pain not in pains():
        raise ValueError(f"The complaint {pain[:40]!r} is not known. Known: {', '.join(pains())}.")
    found = pains()[pain]
    if level not in range(MOST_LEVEL + 1):
        raise ValueError(f"{found.label}: choose a step from 0 to {MOST_LEVEL}, not {level:g}.")
    return found
