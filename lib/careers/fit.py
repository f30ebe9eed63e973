"""Which of the two roles fits a person, from openly weighted answers to the statements of data/fit_questions.csv.

An answer is worth 0 ("No") to 4 ("Yes") points times the weight of its statement. A role's share of agreement is the
points of the answered statements that point to it, of the points they could have. The balance is the difference of
the two shares; what each answer pulls, in steps of the answers, adds up to four times the balance. "Partly" pulls to
neither role, "No" to a statement on one role pulls to the other. Shares are exact fractions, so that nothing at a cut
hangs on rounding. No validated test of this kind was found for these roles: weights and cuts are our judgement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import floor
from typing import TYPE_CHECKING, Final

from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.tables.fit_questions import EVIDENCE, MOST_WEIGHT, load_fit_questions

if TYPE_CHECKING:
    from lib.tables.fit_questions import FitQuestion

Answers = Mapping[str, int]  # by key of the statement: a position in ANSWER_WORDS
Weights = Mapping[str, int]  # by key of the statement

ANSWER_WORDS: Final = ("No", "Hardly", "Partly", "Mostly", "Yes")
MOST_POINTS: Final = len(ANSWER_WORDS) - 1
PARTLY: Final = MOST_POINTS // 2
BOTH, NEITHER, TOO_FEW = "both", "neither", "too_few_answers"
# The cuts, our judgement: below which share of agreement neither role fits, from which difference answers point to
# one role and can do so clearly (half a step of the answers and a whole one), and how many answers each role needs.
FITS: Final = Fraction(1, 2)
LEANS: Final = Fraction(1, 8)
CLEARLY: Final = Fraction(1, 4)
LEAST_ANSWERS: Final = 3
CUTS: Final = (
    f"Neither role fits if both averages are below “{ANSWER_WORDS[PARTLY]}”. Else the answers point to one role if the "
    "averages lie at least half a step of the answers apart, slightly so below a whole step; closer together, both "
    "roles fit. From a whole step on they do so clearly, if no other single answer and no open one could change that. "
    f"Each role needs {LEAST_ANSWERS} answers. These cuts are our judgement."
)
WORK: Final = {PARALEGAL: "paralegal work", LEGAL_SECRETARY: "legal secretary work"}
MOST_TOLD: Final = 3  # reasons


@dataclass(frozen=True)
class Counted:
    """An answer (a position in `ANSWER_WORDS`) that counts with a weight of 1 to 3.

    Its agreement is the steps by which it moves the average answer on its role away from "Partly".
    """

    question: FitQuestion
    answer: int
    weight: int
    agreement: Fraction

    @property
    def pull(self) -> Fraction:
        """By how many steps it moves the averages apart, towards paralegal work if positive."""
        return self.agreement if self.question.role == PARALEGAL else -self.agreement

    @property
    def sentence(self) -> str:
        """The answer, its weight, what in the work it matches, and how good the evidence for that, no more, is."""
        said = f"“{ANSWER_WORDS[self.answer]}” to “{self.question.statement}” (weight {self.weight})."
        return f"{said} {self.question.why} Evidence that this belongs to the role: {EVIDENCE[self.question.quality]}."


@dataclass(frozen=True)
class Side:
    """The answers on one role: how many count, their points, and the most points they could have."""

    role: str
    count: int
    points: int
    possible: int

    @property
    def share(self) -> Fraction:
        """Agreement with the role, 0 to 1; 0 without answers."""
        return Fraction(self.points, self.possible or 1)

    @property
    def average(self) -> str:
        """The weighted average answer on the work of the role, as a number with one decimal and in words."""
        average = self.share * MOST_POINTS
        below, above = divmod(average, 1)
        word = f"“{ANSWER_WORDS[below]}”"
        words = f"between {word} and “{ANSWER_WORDS[below + 1]}”" if above else word
        return f"{floor(10 * average + Fraction(1, 2)) / 10:.1f} of {MOST_POINTS} on {WORK[self.role]} ({words})"


@dataclass(frozen=True)
class Fit:
    """What somebody's answers say.

    Attributes:
        answers: As given.
        weights: Of every statement.
        counted: The answers with a weight above 0, in the order of the page.
        paralegal: Agreement with paralegal work.
        legal_secretary: Agreement with legal secretary work.
    """

    answers: Answers
    weights: Weights
    counted: tuple[Counted, ...]
    paralegal: Side
    legal_secretary: Side

    @property
    def balance(self) -> Fraction:
        """Difference of the shares, -1 to 1; positive towards paralegal work."""
        return self.paralegal.share - self.legal_secretary.share

    @property
    def verdict(self) -> str:
        """One of the roles, "both", "neither" or "too_few_answers"."""
        if min(self.paralegal.count, self.legal_secretary.count) < LEAST_ANSWERS:
            return TOO_FEW
        return verdict_of(self.paralegal.share, self.legal_secretary.share)

    @property
    def sentence(self) -> str:
        """How far the statements on both roles were agreed with, or what is still needed."""
        if self.verdict == TOO_FEW:
            return _needed(self)
        closer = WORK[PARALEGAL if self.balance > 0 else LEGAL_SECRETARY].capitalize()
        more = f" {closer} comes closer." if self.verdict == NEITHER and abs(self.balance) >= LEANS else ""
        return f"Your average answer, by weight, is {self.paralegal.average} and {self.legal_secretary.average}.{more}"

    @cached_property
    def reasons(self) -> tuple[Counted, ...]:
        """The three answers that mattered most for the result, strongest first; fewer if fewer pull that way.

        For both and for neither role they are the strongest agreement or disagreement, one for each role first.
        """
        sign = {PARALEGAL: 1, BOTH: 1, LEGAL_SECRETARY: -1, NEITHER: -1, TOO_FEW: 0}[self.verdict]
        one = self.verdict in WORK
        force = {counted: sign * (counted.pull if one else counted.agreement) for counted in self.counted}
        ranked = sorted((counted for counted in force if force[counted] > 0), key=force.__getitem__, reverse=True)
        if not one:
            firsts = {counted.question.role: counted for counted in reversed(ranked)}.values()
            ranked.sort(key=lambda counted: counted not in firsts)
        return tuple(ranked[:MOST_TOLD])


def our_weights() -> dict[str, int]:
    """Return the weights of data/fit_questions.csv by key of the statement."""
    return {key: question.weight for key, question in load_fit_questions().items()}


def fit(answers: Answers, weights: Weights | None = None) -> Fit:
    """Return which role fits somebody's answers.

    Args:
        answers: Positions in `ANSWER_WORDS` by key of the statement; unanswered ones are left out.
        weights: Other weights than ours, 0 to 3, by key of the statement; 0 leaves a statement out.

    Raises:
        ValueError: For an unknown statement, answer or weight; says what is allowed.
    """
    all_weights = our_weights() | dict(weights or {})
    _check(answers, all_weights)
    used = [each for key, each in load_fit_questions().items() if key in answers and all_weights[key]]
    sides = {role: _side(role, used, answers, all_weights) for role in WORK}
    counted = []
    for each in used:
        answer, weight = answers[each.question], all_weights[each.question]
        agreement = Fraction(weight * (answer - PARTLY) * MOST_POINTS, sides[each.role].possible)
        counted.append(Counted(each, answer, weight, agreement))
    return Fit(dict(answers), all_weights, tuple(counted), sides[PARALEGAL], sides[LEGAL_SECRETARY])


def _check(answers: Answers, weights: Weights) -> None:
    known = load_fit_questions()
    if unknown := (answers.keys() | weights.keys()) - known.keys():
        raise ValueError(f"{', '.join(sorted(unknown))}: no such statement. Known: {', '.join(known)}.")
    for values, what, most in ((answers, "answer", MOST_POINTS), (weights, "weight", MOST_WEIGHT)):
        if any(value not in range(most + 1) for value in values.values()):
            raise ValueError(f"Each {what} must be a whole number from 0 to {most}.")


def _side(role: str, used: list[FitQuestion], answers: Answers, weights: Weights) -> Side:
    keys = [each.question for each in used if each.role == role]
    points = sum(weights[key] * answers[key] for key in keys)
    return Side(role, len(keys), points, MOST_POINTS * sum(weights[key] for key in keys))


def verdict_of(paralegal: Fraction, legal_secretary: Fraction) -> str:
    """Return the role, "both" or "neither" to which two shares of agreement lead."""
    apart = paralegal - legal_secretary
    if max(paralegal, legal_secretary) < FITS:
        return NEITHER
    if abs(apart) < LEANS:
        return BOTH
    return PARALEGAL if apart > 0 else LEGAL_SECRETARY


def _needed(found: Fit) -> str:
    """Say which statements to answer next."""
    numbers: list[int] = []
    for side in (found.paralegal, found.legal_secretary):
        left = [each.order for each in left_open(found) if each.role == side.role]
        if side.count + len(left) < LEAST_ANSWERS:
            return f"Give at least {LEAST_ANSWERS} statements on {WORK[side.role]} a weight above 0."
        numbers += left[: max(LEAST_ANSWERS - side.count, 0)]
    words = joined([str(number) for number in sorted(numbers)])
    return f"Each role needs {LEAST_ANSWERS} answers. Next: statement{'' if len(numbers) == 1 else 's'} {words}."


def left_open(found: Fit) -> list[FitQuestion]:
    """Return the statements that count and are not answered yet."""
    return [each for key, each in load_fit_questions().items() if found.weights[key] and key not in found.answers]
