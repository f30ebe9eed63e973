"""Which role does this office need: the answer, the reasons and what would change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import floor
from typing import TYPE_CHECKING, Final

from lib.careers.limits import lawyer_hours_alike, thresholds
from lib.careers.split import FILLED, Split, one_more, prices, split
from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.mix import best_mix
from lib.hiring.mix_result import Mix
from lib.hiring.mix_rules import MOST_HOURS, Workload, count_words
from lib.hiring.mix_solver import IN_OFFICE, NEARLY, WEEKS_A_YEAR, cheapest
from lib.hiring.position import VIRTUAL, arrangement_words
from lib.pay.words import dollars
from lib.tables import load_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.careers.split import Price
    from lib.careers.workload import OfficeWeek
    from lib.hiring.mix_rules import Constraints

KINDS: Final = {
    "paralegal": "A paralegal",
    "legal_secretary": "A legal secretary",
    "both": "Both roles",
    "part_time": "Part-time help",
    "virtual": "Virtual help",
    "nobody_yet": "Nobody yet",
}
NO_WORK: Final = Workload()
Limits = Mapping[str, Mapping[float, float | None]]
ROLES: Final = (PARALEGAL, LEGAL_SECRETARY)
OWN_WORK: Final = {PARALEGAL: "legal work", LEGAL_SECRETARY: "office work"}
WORTH_SAYING: Final = 0.5  # hours a week


@dataclass(frozen=True)
class Recommendation:
    """What an office should do.

    Attributes:
        kind: One of `KINDS`.
        mix: The positions with the work they take; empty if nobody is to be hired.
        kept: Hours a week that stay with lawyers, besides what only they may do.
        sentence: The answer in a sentence.
        reasons: What led to it, in sentences.
        cheaper: A sentence on the cheapest mix for all the work, roles aside, if that is cheaper; else empty.
        thresholds: By role and number of positions, from how many hours of its own work a week there are so many;
            empty if no position can be had.
    """

    kind: str
    mix: Mix
    kept: Workload
    sentence: str
    reasons: tuple[str, ...]
    cheaper: str
    thresholds: Limits

    @property
    def heading(self) -> str:
        """The answer in a few words."""
        if not self.mix.choices:
            return KINDS[self.kind]
        words = mix_words(self.mix)
        if self.kind not in ROLES:
            return f"{KINDS[self.kind]}: {words}"
        return f"A {words[2:]}" if words.startswith("1 ") else words


def recommend(week: OfficeWeek, constraints: Constraints, lawyer_hour: float | None = None) -> Recommendation:
    """Return which role an office needs for its week.

    Args:
        week: Hours a week by task.
        constraints: The market, the firm and the rules.
        lawyer_hour: Dollars a lawyer's hour costs the firm; None if it is not stated.

    Raises:
        ValueError: If the lawyer's hour is out of bounds; says what to do.
    """
    work, found = week.workload, prices(constraints, lawyer_hour)
    if not found:
        return _nobody(work, constraints, best_mix(work, constraints).broken, {})
    answer, wanted = (split(work, rules, found) for rules in (constraints, replace(constraints, budget=None)))
    limited = answer != wanted
    limits = _limits(answer, work, constraints, found)
    asked, rules = _asked(answer, week, constraints, found)
    result = best_mix(asked, rules)
    if result.best is None and constraints.budget is not None:  # somebody in the office may be beyond it
        rules = replace(rules, in_office_least=constraints.in_office_least)
        result = best_mix(asked, rules)
    if result.best is None:
        return _nobody(work, constraints, result.broken or (result.why,), limits)
    mix = replace(result.best, workload=answer.taken)
    reasons = (
        *_work_words(week, lawyer_hour),
        *_kept_words(answer, work, constraints, found, limited=limited),
        *_spare_words(mix),
        *_limit_words(limits),
        *_lawyer_hour_words(work, constraints, found, lawyer_hour),
        *_place_words(week, mix),
        *([_budget_words(wanted, constraints, found)] if limited else []),
    )
    everybody = replace(constraints, in_office_least=rules.in_office_least)
    cheaper = _cheaper_words(mix, week, answer.kept, everybody, found)
    return Recommendation(_kind(mix), mix, answer.kept, _sentence(mix, work, limited=limited), reasons, cheaper, limits)


def _limits(answer: Split, work: Workload, constraints: Constraints, found: dict[str, Price]) -> Limits:
    """Return from which hours there are as many positions of each role as now, and from which there are more."""
    counts = {PARALEGAL: answer.paralegals, LEGAL_SECRETARY: answer.legal_secretaries}
    steps = {role: found[role].step for role in found}
    return {
        role: thresholds(
            work, constraints, found, role, (counts[role] or steps[role], (counts[role] or steps[role]) + steps[role])
        )
        for role in found
    }


def mix_words(mix: Mix) -> str:
    """Return the positions of a mix in words, such as 1 paralegal (in the office)."""
    return joined(
        [
            f"{count_words(choice.role, choice.positions)} ({arrangement_words(choice.arrangement)})"
            for choice in mix.choices
        ]
    )


def _asked(
    answer: Split, week: OfficeWeek, constraints: Constraints, found: dict[str, Price]
) -> tuple[Workload, Constraints]:
    """Return a workload and rules that ask for exactly these positions.

    Somebody is kept in the office where the work that needs it fills enough of a position to be worth one.
    """
    first, second = found[PARALEGAL], found[LEGAL_SECRETARY]
    hours = (answer.legal_secretaries * second.week, answer.paralegals * first.week)
    asked = Workload(*(min(each, MOST_HOURS) for each in hours))  # more than that only a minimum asks for
    rules = replace(constraints, administrative_to_paralegals=False)
    if IN_OFFICE in constraints.arrangements:
        needed = first.step * floor(week.reach.on_site / first.week / first.step + 1 - FILLED)
        least = min(needed, answer.paralegals + answer.legal_secretaries)
        rules = replace(rules, in_office_least=max(rules.in_office_least, least))
    return asked, rules


def _kind(mix: Mix) -> str:
    if not mix.choices:
        return "nobody_yet"
    if all(choice.arrangement in VIRTUAL for choice in mix.choices):
        return "virtual"
    if sum(choice.positions for choice in mix.choices) < 1:
        return "part_time"
    roles = {choice.role for choice in mix.choices}
    return "both" if len(roles) > 1 else roles.pop()


def _nobody(work: Workload, constraints: Constraints, reasons: tuple[str, ...], limits: Limits) -> Recommendation:
    sentence = "Nobody yet: no positions for this work are within the rules."
    return Recommendation("nobody_yet", Mix((), NO_WORK, constraints.pay_basis), work, sentence, reasons, "", limits)


def _sentence(mix: Mix, work: Workload, *, limited: bool) -> str:
    if not mix.choices and limited:
        return "Nobody yet: no position that would pay is within the limit."
    if not mix.choices:
        return f"Nobody yet: {_hours(work.total)} of work a week to hand on do not pay for a position."
    take = "take" if sum(choice.positions for choice in mix.choices) > 1 else "takes"
    return (
        f"{KINDS[_kind(mix)]}: {mix_words(mix)} for {dollars(mix.cost)} a year {take} {_hours(mix.workload.total)} "
        f"of the {_hours(work.total)} of work a week that can be handed on."
    )


def _work_words(week: OfficeWeek, lawyer_hour: float | None) -> Iterator[str]:
    work = week.workload
    yield (
        f"Work a week: {_hours(work.substantive)} of legal work that only a paralegal takes, {_hours(work.shareable)} "
        f"that either role takes, {_hours(work.administrative)} of office work."
    )
    if week.left_out:
        yield week.left_out
    yield _worth_words(lawyer_hour)


def _kept_words(
    answer: Split, work: Workload, constraints: Constraints, found: dict[str, Price], *, limited: bool
) -> Iterator[str]:
    """Say what lawyers keep, and why nobody more is hired for it, or who more would pay."""
    kept = answer.kept
    if kept.total <= NEARLY:
        return
    office = _hours(kept.administrative + kept.shareable)
    parts = [f"{_hours(kept.substantive)} of legal work"] if kept.substantive > NEARLY else []
    parts += [f"{office} of other work"] if kept.total - kept.substantive > NEARLY else []
    further = one_more(answer, work, constraints, found)
    if further:
        role, count, saved = further
        more = "one more position" if count == 1 else "half a position more"
        why = f"{more} for a {load_roles()[role].label.lower()} would save {dollars(saved)} a year by taking both kinds"
    else:
        why = "the limit leaves no room for more" if limited else "a further position would not pay for that"
    yield f"Lawyers keep {joined(parts)} a week: {why}."


def _worth_words(lawyer_hour: float | None) -> str:
    if lawyer_hour is None:
        return (
            f"What a lawyer's hour costs is not stated: a full-time position is taken to pay if {FILLED:.0%} of its "
            "time is filled. That is our judgement."
        )
    return (
        f"A position pays if the hours it takes off lawyers, at {dollars(lawyer_hour, cents=True)} each, are worth it."
    )


def _spare_words(mix: Mix) -> Iterator[str]:
    work = mix.handed_out[PARALEGAL]
    office = work.administrative + work.shareable
    if mix.count_of(PARALEGAL) and office > WORTH_SAYING:
        words = f"Paralegals' spare time takes {_hours(office)} a week of other work"
        if work.administrative > WORTH_SAYING:
            words += f", {_hours(work.administrative)} of it office work that keeps them from legal work"
        yield f"{words}."


def _limit_words(limits: Limits) -> Iterator[str]:
    for role, kind in OWN_WORK.items():
        known = [(hours, count_words(role, count)) for count, hours in limits[role].items() if hours]
        if known:
            hours, words = known[0]
            more = "".join(f" and {_hours(other)} for {count}" for other, count in known[1:])
            yield f"It takes {_hours(hours)} of {kind} a week for {words}{more}, all else as it is."


def _budget_words(wanted: Split, constraints: Constraints, found: dict[str, Price]) -> str:
    counts = {PARALEGAL: wanted.paralegals, LEGAL_SECRETARY: wanted.legal_secretaries}
    words = joined([count_words(role, count) for role, count in counts.items() if count])
    cost = sum(found[role].cost(count) for role, count in counts.items())
    return (
        f"The limit of {dollars(constraints.budget or 0.0)} a year makes the team smaller: without it {words} for "
        f"{dollars(cost)} a year would pay."
    )


def _lawyer_hour_words(
    work: Workload, constraints: Constraints, found: dict[str, Price], lawyer_hour: float | None
) -> Iterator[str]:
    if lawyer_hour is None or not work.total:
        return
    least, most = lawyer_hours_alike(work, constraints, found, lawyer_hour)
    ends = [f"from {dollars(least)}" if least else "", f"up to {dollars(most)}" if most else ""]
    if any(ends):
        yield f"The positions stay the same if a lawyer's hour counts {' '.join(filter(None, ends))}."


def _place_words(week: OfficeWeek, mix: Mix) -> Iterator[str]:
    reach = week.reach
    if reach.anywhere:
        partly = f", {_hours(reach.partly)} in part" if reach.partly else ""
        yield f"{_hours(reach.anywhere)} a week can be done from elsewhere{partly}."
    if reach.on_site and mix.choices and not any(choice.arrangement == IN_OFFICE for choice in mix.choices):
        yield f"{_hours(reach.on_site)} a week need somebody on the spot, and this mix has nobody there."


def _cheaper_words(
    mix: Mix, week: OfficeWeek, kept: Workload, constraints: Constraints, found: dict[str, Price]
) -> str:
    """Return the cheapest mix for all the work where it is cheaper, what lawyers keep counted in; else nothing."""
    other = cheapest(week.workload, constraints).mix
    office = kept.administrative + kept.shareable
    left = kept.substantive * found[PARALEGAL].worth + office * found[LEGAL_SECRETARY].worth
    saved = mix.cost + WEEKS_A_YEAR * left - other.cost if other else 0.0
    if other and mix.choices and round(saved) > 0 and constraints.affords(other.cost):
        return (
            f"The cheapest team for all the work, whoever fits it best: {mix_words(other)} for {dollars(other.cost)} a "
            f"year, {dollars(saved)} a year less with the hours lawyers keep counted."
        )
    return ""


def _hours(hours: float) -> str:
    shown = round(hours, 1)
    return f"{shown:,g} hour{'' if shown == 1 else 's'}"
