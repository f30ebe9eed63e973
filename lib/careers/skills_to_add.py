"""What to learn for each step of a ladder, from the ratings of the role one leaves and the role one enters.

A thing is to be learned if it is important in the new role and clearly more so than in the old one (see
`lib.careers.nearness`); what is most important in the new role comes first. For the step to paralegal the tasks of
legal work come on top, which O*NET lists for paralegals. Ratings are of everybody in a role, so they say nothing about
a step to senior within it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.careers.nearness import BY_CHANCE, MATTERS, NO_RATING, beyond_chance, gaps, rated_tasks
from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.tables.ladder_steps import LADDERS, load_ladder_steps
from lib.tables.office_tasks import SUBSTANTIVE
from lib.tables.role_activities import KNOWLEDGE, SKILL, load_role_activities
from lib.tables.roles import load_roles

if TYPE_CHECKING:
    from collections.abc import Sized

    from lib.careers.nearness import Gap
    from lib.tables import LadderStep
    from lib.tables.role_tasks import RoleTask

IN_HEADING: Final = 3


@dataclass(frozen=True)
class StepSkills:
    """What a step of a ladder takes.

    Attributes:
        before: The step one leaves.
        step: The step one takes, with its usual training.
        gains: What is important in the new role and clearly more so than in the old one, the most important first;
            empty for a step within a role.
        compared: How many ratings of what is important in the new role were compared; 0 for a step within a role.
        tasks: Tasks of legal work that come on top, the most frequent first; empty but for the step to paralegal.
    """

    before: LadderStep
    step: LadderStep
    gains: tuple[Gap, ...]
    compared: int
    tasks: tuple[RoleTask, ...]

    @property
    def chance(self) -> float:
        """How many of the compared ratings chance alone would make look clearly higher: one side of the two."""
        return self.compared * BY_CHANCE / 2

    @property
    def name(self) -> str:
        """The step in words, such as "Legal secretary to paralegal"."""
        return f"{self.before.label} to {self.step.label.lower()}"


def skills_for(ladder: str) -> tuple[StepSkills, ...]:
    """Return what each step of a ladder takes, lowest first.

    Args:
        ladder: Key of `LADDERS`.

    Raises:
        ValueError: For an unknown ladder.
    """
    if ladder not in LADDERS:
        raise ValueError(f"ladder {ladder!r} is not known. Known: {', '.join(LADDERS)}.")
    steps = load_ladder_steps()[ladder]
    return tuple(_skills(before, step) for before, step in pairwise(steps))


def _skills(before: LadderStep, step: LadderStep) -> StepSkills:
    if before.role == step.role:
        return StepSkills(before, step, (), 0, ())
    found = [gap for gap in gaps(before.role, step.role) if gap.second >= MATTERS]
    gains = [gap for gap in found if gap.clear and gap.difference > 0]
    return StepSkills(
        before,
        step,
        tuple(sorted(gains, key=lambda gap: -gap.second)),
        len(found),
        legal_tasks(PARALEGAL) if (before.role, step.role) == (LEGAL_SECRETARY, PARALEGAL) else (),
    )


def legal_tasks(role: str) -> tuple[RoleTask, ...]:
    """Return the rated tasks of a role that are substantive legal work, the most frequent first."""
    tasks = [task for task in rated_tasks(role) if task.kind == SUBSTANTIVE]
    return tuple(sorted(tasks, key=lambda task: -(task.more_than_weekly or 0)))


def skills_heading(ladder: str) -> str:
    """Return what counts for more on a ladder, at its first step into another role, as a heading.

    Raises:
        ValueError: For an unknown ladder.
    """
    step = next(step for step in skills_for(ladder) if step.compared)
    tasks = f"{len(step.tasks)} tasks of legal work are on paralegals' list only" if step.tasks else ""
    if not beyond_chance(len(step.gains), step.chance):
        return f"{LADDERS[ladder]}: {_lower(NO_RATING)}{f'; the tasks do: {tasks}' if tasks else ''}"
    named = [_named(gap) for gap in step.gains[:IN_HEADING]]
    return f"{LADDERS[ladder]}: clearly more important {_is(named)} {', '.join(named)}{f'; {tasks}' if tasks else ''}"


def _named(gap: Gap) -> str:
    words = _lower(gap.label)
    return f"knowledge of {words}" if gap.domain == KNOWLEDGE else words


def _lower(words: str) -> str:
    return words if words.startswith("English") else f"{words[0].lower()}{words[1:]}"


def _is(named: Sized) -> str:
    return "is" if len(named) == 1 else "are"


def gain_lines(step: StepSkills) -> tuple[str, ...]:
    """Return what counts for more, a line each, with the importance in both roles, 1 to 5."""
    named = [(_named(gap), gap) for gap in step.gains]
    return tuple(
        f"{words[0].upper()}{words[1:]}: {gap.second:.1f} of 5, against {gap.first:.1f} before" for words, gap in named
    )


def limits(step: StepSkills) -> str:
    """Say what the ratings of a step cannot tell."""
    if not step.compared:
        return "No rating of this step is in our data: the ratings are of everybody in the role, beginners and seniors."
    return (
        f"Clearly more important than in the old role: {len(step.gains)} of the {step.compared} ratings of what is "
        f"important in the new one; chance alone would make about {step.chance:.0f} look so."
    )


def skill_sentence() -> str:
    """Say how far the two central roles differ in skills, which analysts rated."""
    found = [gap for gap in gaps(LEGAL_SECRETARY, PARALEGAL, [SKILL]) if gap.matters]
    most = max(found, key=lambda gap: abs(gap.difference))
    rating = load_role_activities()[PARALEGAL][most.element]
    return (
        f"Skills hardly differ: the {len(found)} that matter in either role are at most about "
        f"{abs(most.difference):.1f} of 5 points apart ({rating.respondents} analysts, {rating.period})."
    )


def known_tasks_sentence() -> str:
    """Say which tasks of legal work legal secretaries have already."""
    known = [_lower(task.text) for task in legal_tasks(LEGAL_SECRETARY)]
    return f"On the legal secretaries' own list of tasks {len(known)} {_is(known)} legal work: {joined(known)}."


def new_task_table(step: StepSkills) -> pd.DataFrame:
    """Return the tasks that come on top as a table of text."""
    rows = [(task.text, f"{task.relevance:.0f}%", f"{task.more_than_weekly:.0f}%") for task in step.tasks]
    who = load_roles()[step.step.role].plural
    return pd.DataFrame(rows, columns=["Task", f"{who} who do it", "Of these, more than weekly"])
