"""Checking what a text says about pay against the figures BLS published."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from lib.pay.claim_amounts import HOUR
from lib.pay.claim_amounts import YEAR as A_YEAR
from lib.pay.claim_match import NAME, PLACE, ROLE, YEAR, best_match, equal_figures, is_rounded
from lib.pay.claim_text import LONGEST, MOST_AMOUNTS, read_claim
from lib.pay.claim_words import match_words, not_found_words, others_words, unit_words
from lib.pay.claims_beside import beside

if TYPE_CHECKING:
    from lib.pay.claim_figures import PublishedFigure
    from lib.pay.claim_match import Match
    from lib.pay.claim_text import ClaimedAmount
    from lib.pay.claims_beside import Beside

__all__ = ["LONGEST", "MOST_AMOUNTS", "CheckedAmount", "Verdict", "check_claim", "claim_notice"]


class Verdict(StrEnum):
    """How a claimed amount stands to the published figures."""

    RIGHT = "right"  # equals a figure, and nothing the claim says of it is wrong
    WRONG_NAME = "wrong_name"  # equals a figure that the claim calls by another statistic's name
    WRONG_YEAR = "wrong_year"
    WRONG_ROLE = "wrong_role"
    WRONG_PLACE = "wrong_place"
    NEAR = "near"  # equals none, but one is within 2 %
    NOT_FOUND = "not_found"


# If a figure differs in several things, the verdict is the first of these; the sentence tells all.
_VERDICTS: Final = {
    PLACE: Verdict.WRONG_PLACE,
    ROLE: Verdict.WRONG_ROLE,
    YEAR: Verdict.WRONG_YEAR,
    NAME: Verdict.WRONG_NAME,
}


@dataclass(frozen=True)
class CheckedAmount:
    """An amount in a text and what became of it.

    Attributes:
        amount: In dollars.
        per: year, hour, month, week or day.
        words: The amount as it stands in the text.
        called: The words that name its statistic ("median", "average", "typical"), or None.
        named: The one statistic those words name, or None.
        found: The published figure that it most probably is, or None.
        exact: Whether it equals that figure, to the last place given in the text.
        right_name: Whether the text calls the figure by its statistic's name; None if it names none.
        verdict: In one word.
        sentence: What it is, in a sentence.
        note: How many published figures equal it besides, in a sentence; empty if none.
        beside: Whose published figures help to judge it; the figure found comes from the first of them.
    """

    amount: float
    per: str
    words: str
    called: str | None
    named: str | None
    found: PublishedFigure | None
    exact: bool
    right_name: bool | None
    verdict: Verdict
    sentence: str
    note: str
    beside: tuple[Beside, ...]


def check_claim(text: str) -> tuple[CheckedAmount, ...]:
    """Check the amounts of pay in a text against every figure BLS published.

    Args:
        text: A sentence or a few, at most `LONGEST` characters. Of more than `MOST_AMOUNTS` amounts the first
            ones are checked; `claim_notice` says so.

    Returns:
        The amounts in order; empty if the text holds none.

    Raises:
        ValueError: If the text is too long; the message says how long it may be.
    """
    claimed, _ = read_claim(text)
    return tuple(_check(amount) for amount in claimed)


def claim_notice(text: str) -> str:
    """Say in a sentence why nothing, or not everything, in a text was checked; empty if all was.

    Raises:
        ValueError: If the text is too long.
    """
    claimed, more = read_claim(text)
    if not claimed:
        return (
            "No amount of pay was found in this text. Amounts such as $61,010 or $29.33 an hour are checked; "
            "growth and numbers of jobs are not."
        )
    return f"Only the first {MOST_AMOUNTS} amounts were checked." if more else ""


def _check(claimed: ClaimedAmount) -> CheckedAmount:
    if claimed.per not in (A_YEAR, HOUR):
        return _checked(claimed, None, unit_words(claimed), "")
    match = best_match(claimed)
    sentence = match_words(claimed, match) if match else not_found_words(claimed)
    exact = match is not None and match.exact
    others = 0 if is_rounded(claimed) else len(equal_figures(claimed)) - exact
    certain = match is not None and exact and claimed.sure and not match.differs
    note = others_words(others, found=exact, certain=certain)
    return _checked(claimed, match, sentence, note)


def _checked(claimed: ClaimedAmount, match: Match | None, sentence: str, note: str) -> CheckedAmount:
    found = match.figure if match else None
    return CheckedAmount(
        amount=claimed.value,
        per=claimed.per,
        words=claimed.words,
        called=claimed.called,
        named=claimed.statistics[0] if claimed.sure else None,
        found=found,
        exact=match is not None and match.exact,
        right_name=found.statistic in claimed.statistics if found and claimed.sure else None,
        verdict=_verdict(match),
        sentence=sentence,
        note=note,
        beside=beside(claimed, found),
    )


def _verdict(match: Match | None) -> Verdict:
    if match is None:
        return Verdict.NOT_FOUND
    if not match.exact:
        return Verdict.NEAR
    return next((verdict for kind, verdict in _VERDICTS.items() if kind in match.differs), Verdict.RIGHT)
