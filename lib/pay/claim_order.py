"""Which words of a sentence belong to which amount, by order and punctuation."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lib.pay.claim_cues import MEAN, MEDIAN, Cue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.pay.claim_amounts import Amount

    Assigned = list[Cue | None]

# What parts two statements: words on this side of it belong to the amount on this side.
_BREAK: Final = re.compile(r"[,;:|)\n]| -{1,2} | (?:and|but|while|whereas|versus|vs|compared|to|or)\b", re.IGNORECASE)
_LINK: Final = re.compile(
    r"(?:'s|s'|'|[ -]percentiles?)?(?:, | - |-| ?/ ?| )?(?:(?:and|or|to|&) )?(?:the |for |in |in the |those of )?",
    re.IGNORECASE,
)
_PER: Final = r"(?: ?(?:(?:a|an|per|each) |/ ?)(?:year|yr|hour|hr)| annually| hourly| yearly)?"
_CLOSE: Final = re.compile(_PER + r" ?(?:\(|for |in |among |as of |to )(?:the |all |an? )?", re.IGNORECASE)
_CLOSE_STATISTIC: Final = re.compile(
    _PER + r",? ?(?:\(|at |as )?(?:which )?(?:is |was |are |were )?(?:the |an? )?(?:(?:annual|hourly|national) )?",
    re.IGNORECASE,
)
_RESPECTIVELY: Final = re.compile(r"\brespectively\b", re.IGNORECASE)


def assign(text: str, amounts: Sequence[Amount], cues: Sequence[Cue]) -> Assigned:
    """Return the role, year or place of each amount; what is said once holds for all amounts.

    Args:
        text: A sentence.
        amounts: Its amounts, in order.
        cues: Its words of one kind, in order.
    """
    groups = _groups(amounts)
    found = _listed(text, groups, cues) or _around(text, groups, _linked(text, cues), _CLOSE)
    for at in range(1, len(found)):
        found[at] = found[at] or found[at - 1]
    for at in range(len(found) - 1, 0, -1):
        found[at - 1] = found[at - 1] or found[at]
    return _spread(groups, found)


def assign_statistics(text: str, amounts: Sequence[Amount], cues: Sequence[Cue]) -> Assigned:
    """Return the words that name the statistic of each amount.

    Median and mean hold for later amounts too ("a median of $61,010 for paralegals and $54,140 for legal
    secretaries"), percentiles do not.
    """
    listed = _listed(text, [[amount] for amount in amounts], cues)
    if listed:
        return listed
    groups = _groups(amounts)
    found = _around(text, groups, _without_asides(text, groups, cues), _CLOSE_STATISTIC)
    for at in range(1, len(found)):
        before = found[at - 1]
        if found[at] is None and before and before.means in ((MEDIAN,), (MEAN,)):
            found[at] = before
    return _spread(groups, found)


def _without_asides(text: str, groups: list[list[Amount]], cues: Sequence[Cue]) -> list[Cue]:
    """Leave out words of a later clause: "earn $70,000, and the median is unknown"."""
    end = groups[-1][-1].end if groups else 0
    return [
        cue
        for cue in cues
        if cue.start < end
        or cue.words.startswith("on ")
        or _CLOSE_STATISTIC.fullmatch(text, end, cue.start)
        or not _BREAK.search(text, end, cue.start)
    ]


def _groups(amounts: Sequence[Amount]) -> list[list[Amount]]:
    """Put the two ends of a range together."""
    groups: list[list[Amount]] = []
    for amount in amounts:
        if amount.joined and groups:
            groups[-1].append(amount)
        else:
            groups.append([amount])
    return groups


def _spread(groups: list[list[Amount]], found: Assigned) -> Assigned:
    return [cue for group, cue in zip(groups, found, strict=True) for _ in group]


def _listed(text: str, groups: list[list[Amount]], cues: Sequence[Cue]) -> Assigned | None:
    """Read "the median and the mean are $61,010 and $66,510" in order."""
    if len(groups) < 2 or len(cues) != len(groups):
        return None
    is_list = cues[-1].end <= groups[0][0].start and all(
        _LINK.fullmatch(text, left.end, right.start) for left, right in pairwise(cues)
    )
    return list(cues) if is_list or _RESPECTIVELY.search(text) else None


def _linked(text: str, cues: Sequence[Cue]) -> list[Cue]:
    """Make one of words in a row: "paralegals and legal secretaries"."""
    linked: list[Cue] = []
    for cue in cues:
        before = linked[-1] if linked else None
        if before and _LINK.fullmatch(text, before.end, cue.start):
            linked[-1] = replace(before, end=cue.end, means=tuple(dict.fromkeys((*before.means, *cue.means))))
        else:
            linked.append(cue)
    return linked


def _around(text: str, groups: list[list[Amount]], cues: Sequence[Cue], close: re.Pattern[str]) -> Assigned:
    """Give each amount the words right after it, else the last before it, else the first after it."""
    before: list[list[Cue]] = [[] for _ in groups]
    after: list[list[Cue]] = [[] for _ in groups]
    for cue in cues:
        at = sum(group[-1].start < cue.start for group in groups)
        if at and (at == len(groups) or _belongs_left(text, groups[at - 1][-1].end, cue, groups[at][0].start)):
            after[at - 1].append(cue)
        elif at < len(groups):
            before[at].append(cue)
    return [
        _choose(text, group[-1].end, left, right, close)
        for group, left, right in zip(groups, before, after, strict=True)
    ]


def _belongs_left(text: str, end: int, cue: Cue, start: int) -> bool:
    if _BREAK.search(text, end, cue.start):
        return False
    return _BREAK.search(text, cue.end, start) is not None


def _choose(text: str, end: int, before: list[Cue], after: list[Cue], close: re.Pattern[str]) -> Cue | None:
    for cue in after[:1]:
        if close.fullmatch(text, end, cue.start):
            return cue
    named = [cue for cue in before if cue.sure] or before
    if named:
        return named[-1]
    return after[0] if after else None
