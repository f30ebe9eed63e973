"""Which of the two roles fits a person, from openly weighted answers to the statements of data/fit_questions.csv.

An answer is worth 0 ("No") to 4 ("Yes") points times the weight of its statement. A role's share of agreement is the
points of the answered statements that point to it, of the points they could have. The balance is the difference of
the two shares. It is also the sum of what each answer pulls: "Partly" pulls to neither role, "No" to a statement on
one role pulls to the other. Shares are exact fractions, so that nothing at a cut hangs on rounding. No validated test
of this kind was found for these roles: weights and cuts are our judgement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product
from typing import TYPE_CHECKING, Final

from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.tables.fit_questions import EVIDENCE, MOST_WEIGHT, load_fit_questions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lib.tables.fit_questions import FitQuestion

Answers = Mapping[str, int]  # by key of the statement: a position in ANSWER_WORDS
Weights = Mapping[str, int]  # by key of the statement

ANSWER_WORDS: Final = ("No", "Hardly", "Partly", "Mostly", "Yes")
MOST_POINTS: Final = len(ANSWER_WORDS) - 1
PARTLY: Final = MOST_POINTS // 2
BOTH, NEITHER, TOO_FEW = "both", "neither", "too_few_answers"
# The cuts, our judgement: below which share of agreement neither role fits, from which difference answers point to
# one role and do so clearly (half a step of the answers and a whole one), and how many answers each role needs.
FITS: Final = Fraction(1, 2)
LEANS: Final = Fraction(1, 8)
CLEARLY: Final = Fraction(1, 4)
LEAST_ANSWERS: Final = 3
CUTS: Final = (
    f"Neither role fits if both averages are below “{ANSWER_WORDS[PARTLY]}”. Else the answers point to one role if the "
    "averages lie at least half a step of the answers apart, and clearly so from a whole step; closer together, both "
    f"roles fit. Each role needs {LEAST_ANSWERS} answers. These cuts are our judgement."
)
WORK: Final = {PARALEGAL: "paralegal work", LEGAL_SECRETARY: "legal secretary work"}
FITTING: Final = {BOTH: "both roles about equally well", NEITHER: "neither role well"}
MOST_TOLD: Final = 3  # reasons, and changes that would tip the result


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
        """By how many steps it moves the balance, towards paralegal work if positive."""
        return self.agreement if self.question.role == PARALEGAL else -self.agreement

    @property
    def sentence(self) -> str:
        """The answer, its weight, what in the work it matches, and how good the evidence for that is."""
        said = f"“{ANSWER_WORDS[self.answer]}” to “{self.question.statement}” (weight {self.weight})."
        return f"{said} {self.question.why} Evidence: {EVIDENCE[self.question.quality]}."


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
        """The weighted average answer in words."""
        below, above = divmod(self.share * MOST_POINTS, 1)
        word = f"“{ANSWER_WORDS[below]}”"
        return f"between {word} and “{ANSWER_WORDS[below + 1]}”" if above else word


@dataclass(frozen=True)
class Tip:
    """One or two other answers, by key of the statement, the verdict they would lead to, and both in words."""

    answers: Answers
    verdict: str
    sentence: str


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
        return _verdict(self.paralegal.share, self.legal_secretary.share)

    @property
    def heading(self) -> str:
        """The result in one line."""
        if self.verdict == TOO_FEW:
            return "Too few answers yet"
        return f"Your answers {_points_to(self.verdict, 'clearly ' if abs(self.balance) >= CLEARLY else 'slightly ')}"

    @property
    def sentence(self) -> str:
        """How far the statements on both roles were agreed with, or what is still needed."""
        if self.verdict == TOO_FEW:
            return _needed(self)
        told = [f"{side.average} on {WORK[side.role]}" for side in (self.paralegal, self.legal_secretary)]
        closer = WORK[PARALEGAL if self.balance > 0 else LEGAL_SECRETARY].capitalize()
        more = f" {closer} comes closer." if self.verdict == NEITHER and abs(self.balance) >= LEANS else ""
        return f"Your average answer, by weight, is {' and '.join(told)}.{more}"

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

    @cached_property
    def tips(self) -> tuple[Tip, ...]:
        """The smallest changes of one answer that change the result, three at most; else one of two answers, if any."""
        if self.verdict == TOO_FEW:
            return ()
        return tuple(_smallest_changes(self, 1)[:MOST_TOLD] or _smallest_changes(self, 2)[:1])

    @property
    def doubts(self) -> tuple[str, ...]:
        """What makes the result weak, and whether it hangs on the weights, in sentences."""
        return () if self.verdict == TOO_FEW else tuple(_doubts(self))


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


def _verdict(paralegal: Fraction, legal_secretary: Fraction) -> str:
    apart = paralegal - legal_secretary
    if max(paralegal, legal_secretary) < FITS:
        return NEITHER
    if abs(apart) < LEANS:
        return BOTH
    return PARALEGAL if apart > 0 else LEGAL_SECRETARY


def _points_to(verdict: str, how: str = "") -> str:
    return f"point {how}to {WORK[verdict]}" if verdict in WORK else f"fit {FITTING[verdict]}"


def _needed(found: Fit) -> str:
    """Say which statements to answer next."""
    numbers: list[int] = []
    for side in (found.paralegal, found.legal_secretary):
        left = [each.order for each in _left_open(found) if each.role == side.role]
        if side.count + len(left) < LEAST_ANSWERS:
            return f"Give at least {LEAST_ANSWERS} statements on {WORK[side.role]} a weight above 0."
        numbers += left[: max(LEAST_ANSWERS - side.count, 0)]
    words = joined([str(number) for number in sorted(numbers)])
    return f"Each role needs {LEAST_ANSWERS} answers. Next: statement{'' if len(numbers) == 1 else 's'} {words}."


def _left_open(found: Fit) -> list[FitQuestion]:
    return [each for key, each in load_fit_questions().items() if found.weights[key] and key not in found.answers]


def _smallest_changes(found: Fit, count: int) -> list[Tip]:
    """Return the changes of so many answers that change the result in the fewest steps."""
    tips: dict[int, list[Tip]] = {}
    for group in combinations(found.counted, count):
        for new in product(range(MOST_POINTS + 1), repeat=count):
            moves = [answer - counted.answer for counted, answer in zip(group, new, strict=True)]
            if not all(moves):
                continue
            shares = {PARALEGAL: found.paralegal.share, LEGAL_SECRETARY: found.legal_secretary.share}
            for counted, move in zip(group, moves, strict=True):
                side = found.paralegal if counted.question.role == PARALEGAL else found.legal_secretary
                shares[side.role] += Fraction(counted.weight * move, side.possible)
            verdict = _verdict(shares[PARALEGAL], shares[LEGAL_SECRETARY])
            if verdict != found.verdict:
                tips.setdefault(sum(map(abs, moves)), []).append(_tip(group, new, verdict))
    return tips[min(tips)] if tips else []


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
    if left := _left_open(found):
        could = "could" if _could_change(found, left) else "cannot"
        yield f"Statements left open: {len(left)}. Answers to them {could} change the result."
    ours = found.weights == our_weights()
    other = fit(found.answers, dict.fromkeys(found.weights, 1) if ours else None).verdict
    result = "the result would be the same" if other == found.verdict else f"your answers would {_points_to(other)}"
    yield f"With {'equal' if ours else 'our'} weights {result}."


def _could_change(found: Fit, left: Sequence[FitQuestion]) -> bool:
    """Return whether open answers could change the result: where no extreme does, nothing between them can."""
    for ends in product((0, MOST_POINTS), repeat=len(WORK)):
        extreme = dict(zip(WORK, ends, strict=True))
        answers = {**found.answers, **{each.question: extreme[each.role] for each in left}}
        if fit(answers, found.weights).verdict != found.verdict:
            return True
    return False
