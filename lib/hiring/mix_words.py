"""The cheapest mix in sentences: who does what, what the rules cost, and how the second best differs."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.mix_rules import HALF, count_words
from lib.hiring.mix_solver import IN_OFFICE, NEARLY, SECONDS
from lib.hiring.position import arrangement_words
from lib.pay.words import dollars
from lib.tables import load_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.hiring.mix_result import Mix
    from lib.hiring.mix_rules import Constraints, Rule, Workload

NOBODY: Final = "There is no work and no minimum to keep, so no position is needed: the mix is empty and costs $0."
IMPOSSIBLE: Final = "No mix of positions does this work within the rules."
OUT_OF_TIME: Final = f"The search was stopped after {SECONDS:g} seconds"


def best_words(mix: Mix, constraints: Constraints) -> str:
    """Say what the best mix is, what it costs and who takes which work."""
    first = f"The cheapest mix is {_listed(mix.counts)}: {dollars(mix.cost)} a year."
    given = f"It gives {_hours(mix.hours_given)} a week for {_hours(mix.workload.total)} of work."
    return " ".join([first, given, *_paralegal_words(mix, constraints), *_role_words(mix, LEGAL_SECRETARY)])


def second_words(best: Mix, second: Mix, constraints: Constraints) -> str:
    """Say what the second best costs more, in what it differs, and whether it is above the budget."""
    gap = round(second.cost) - round(best.cost)
    price = f"costs {dollars(second.cost)} a year, " + (f"{dollars(gap)} more" if gap else "the same to the dollar")
    if constraints.budget is not None and not constraints.affords(second.cost):
        price += f" and {_above(second.cost, constraints.budget)}, so there is no second mix"
    return f"The next cheapest {price}: {_difference(best, second)}."


def saving_words(rule: Rule, best: Mix, mix: Mix) -> str:
    """Say what a rule costs, given the cheapest mix without it; empty if that saves less than a dollar."""
    gap = round(best.cost) - round(mix.cost)
    if not gap:
        return ""
    return f"{rule.dropped}, the cheapest mix would cost {dollars(mix.cost)} a year, {dollars(gap)} less."


def broken_words(rules: tuple[Rule, ...], mix: Mix, constraints: Constraints, left: Constraints) -> str:
    """Say which rules stand in the way, given the cheapest mix without them.

    Args:
        rules: The rules that were dropped.
        mix: The cheapest mix without them.
        constraints: The rules as asked.
        left: The rules that are left.
    """
    if constraints.budget is not None and left.budget is None and len(rules) == 1:
        cents = mix.cost - constraints.budget < 1
        return (
            f"The cheapest mix costs {dollars(mix.cost, cents=cents)} a year, {_above(mix.cost, constraints.budget)}."
        )
    first, *others = (rule.dropped for rule in rules)
    without = " and ".join([first, *(words[0].lower() + words[1:] for words in others)])
    within = "" if left.budget is None else ", within the budget"
    return f"{without}, the cheapest mix would cost {dollars(mix.cost)} a year{within}."


def missing_words(constraints: Constraints) -> Iterator[str]:
    """Yield which arrangement is wanted but not allowed."""
    if not constraints.arrangements:
        yield "No arrangement is allowed, so there is nobody to do the work."
    elif constraints.in_office_least and IN_OFFICE not in constraints.arrangements:
        count = f"{constraints.in_office_least:g} position{'s' if constraints.in_office_least > 1 else ''}"
        yield f"At least {count} must be in the office, but that arrangement is not allowed."


def _paralegal_words(mix: Mix, constraints: Constraints) -> Iterator[str]:
    count, work = mix.count_of(PARALEGAL), mix.handed_out[PARALEGAL]
    if not work.substantive or not count:  # less than a moment of work needs nobody
        yield from _role_words(mix, PARALEGAL)
        return
    step, week = HALF if constraints.halves else 1.0, mix.hours_of(PARALEGAL) / count
    needed = step * ceil((work.substantive - NEARLY) / week / step)
    has = f", and the mix has {count:g}" if count > needed else ""
    taken = _taken(work)
    rest = f"; the rest of their time takes {taken}" if taken else ""
    yield f"Substantive work needs {count_words(PARALEGAL, needed)}{has}{rest}."


def _role_words(mix: Mix, role: str) -> Iterator[str]:
    if mix.count_of(role):
        yield f"{load_roles()[role].plural} take {_taken(mix.handed_out[role]) or 'none of the work'}."


def _taken(work: Workload) -> str:
    """Return the work besides substantive work, such as 30 hours of administrative work; empty if there is none."""
    kinds = {"administrative": work.administrative, "shareable": work.shareable}
    return " and ".join(f"{_hours(time)} of {kind} work" for kind, time in kinds.items() if _shown(time))


def _difference(best: Mix, second: Mix) -> str:
    """Return what the second mix has more and fewer of."""
    changes = {
        option: second.counts.get(option, 0.0) - best.counts.get(option, 0.0)
        for option in dict.fromkeys((*best.counts, *second.counts))
    }
    more = {option: change for option, change in changes.items() if change > 0}
    fewer = {option: -change for option, change in changes.items() if change < 0}
    if not fewer:
        return f"it is the best mix with {_listed(more)} on top"
    return f"it has {_listed(more)} more and {_listed(fewer)} fewer"


def _listed(counts: dict[tuple[str, str], float]) -> str:
    words = []
    for (role, arrangement), positions in counts.items():
        words.append(f"{count_words(role, positions)} ({arrangement_words(arrangement)})")
    return joined(words)


def _above(cost: float, budget: float) -> str:
    excess = round(cost, 2) - budget
    cents = excess < 1
    return f"{dollars(excess, cents=cents)} above the budget of {dollars(budget, cents=cents)}"


def _shown(hours: float) -> float:
    return round(hours, 1)


def _hours(hours: float) -> str:
    return f"{_shown(hours):,g} hour{'' if _shown(hours) == 1 else 's'}"
