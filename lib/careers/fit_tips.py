"""How firm it is which role fits: the result in one line, the changes that would tip it, and what makes it weak."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING, Final

from lib.careers.fit import (
    ANSWER_WORDS,
    BOTH,
    CLEARLY,
    MOST_POINTS,
    NEITHER,
    TOO_FEW,
    WORK,
    fit,
    left_open,
    our_weights,
    verdict_of,
)
from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lib.careers.fit import Answers, Counted, Fit

FITTING: Final = {BOTH: "both roles about equally well", NEITHER: "neither role well"}
MOST_TIPS: Final = 3


@dataclass(frozen=True)
class Tip:
    """One or two other answers, by key of the statement, the verdict they would lead to, and both in words."""

    answers: Answers
    verdict: str
    sentence: str


def heading(found: Fit) -> str:
    """Return the result in one line; "clearly" only if no other single answer and no open one could change it."""
    if found.verdict == TOO_FEW:
        return "Too few answers yet"
    start = "So far your answers" if could_change(found) else "Your answers"
    return f"{start} {_points_to(found.verdict, _how(found))}"


def tips(found: Fit) -> tuple[Tip, ...]:
    """Return the smallest changes of one answer that change the result, three at most; else one of two, if any."""
    if found.verdict == TOO_FEW:
        return ()
    return tuple(_smallest_changes(found, 1)[:MOST_TIPS] or _smallest_changes(found, 2)[:1])


def doubts(found: Fit) -> tuple[str, ...]:
    """Return what makes the result weak, and whether it hangs on the weights, in sentences."""
    return () if found.verdict == TOO_FEW else tuple(_doubts(found))


def could_change(found: Fit) -> bool:
    """Return whether open answers could change the result: where no extreme does, nothing between them can."""
    left = left_open(found)
    for ends in product((0, MOST_POINTS), repeat=len(WORK)):
        extreme = dict(zip(WORK, ends, strict=True))
        answers = {**found.answers, **{each.question: extreme[each.role] for each in left}}
        if fit(answers, found.weights).verdict != found.verdict:
            return True
    return False


def _how(found: Fit) -> str:
    if abs(found.balance) < CLEARLY:
        return "slightly "
    return "" if could_change(found) or _smallest_changes(found, 1) else "clearly "


def _points_to(verdict: str, how: str = "") -> str:
    return f"point {how}to {WORK[verdict]}" if verdict in WORK else f"fit {FITTING[verdict]}"


def _smallest_changes(found: Fit, count: int) -> list[Tip]:
    """Return the changes of so many answers that change the result in the fewest steps."""
    by_steps: dict[int, list[Tip]] = {}
    for group in combinations(found.counted, count):
        for new in product(range(MOST_POINTS + 1), repeat=count):
            moves = [answer - counted.answer for counted, answer in zip(group, new, strict=True)]
            if not all(moves):
                continue
            shares = {PARALEGAL: found.paralegal.share, LEGAL_SECRETARY: found.legal_secretary.share}
            for counted, move in zip(group, moves, strict=True):
                side = found.paralegal if counted.question.role == PARALEGAL else found.legal_secretary
                shares[side.role] += Fraction(counted.weight * move, side.possible)
            verdict = verdict_of(shares[PARALEGAL], shares[LEGAL_SECRETARY])
            if verdict != found.verdict:
                by_steps.setdefault(sum(map(abs, moves)), []).append(_tip(group, new, verdict))
    return by_steps[min(by_steps)] if by_steps else []


def _tip(group: Sequence[Counted], new: Sequence[int], verdict: str) -> Tip:
    changes = [
        f"“{ANSWER_WORDS[answer]}” instead of “{ANSWER_WORDS[each.answer]}” to statement {each.question.order} "
        f"({each.question.label})"
        for each, answer in zip(group, new, strict=True)
    ]
    answers = {each.question.question: answer for each, answer in zip(group, new, strict=True)}
    start = "No single answer would tip it, but two would: " if len(group) > 1 else ""
    return Tip(answers, verdict, f"{start}{joined(changes)}. Your answers would then {_points_to(verdict)}.")


def _doubts(found: Fit) -> Iterator[str]:
    if len({each.answer for each in found.counted}) == 1:
        yield "All your answers are the same, so they cannot tell the roles apart."
    if left := left_open(found):
        could = "could" if could_change(found) else "cannot"
        yield f"Statements left open: {len(left)}. Answers to them {could} change the result."
    ours = found.weights == our_weights()
    other = fit(found.answers, dict.fromkeys(found.weights, 1) if ours else None).verdict
    result = "the result would be the same" if other == found.verdict else f"your answers would {_points_to(other)}"
    yield f"With {'equal' if ours else 'our'} weights {result}."
