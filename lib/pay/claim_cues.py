"""Words in a text that say what an amount is: a statistic, a role, a year, a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lib.tables import load_wages

if TYPE_CHECKING:
    from collections.abc import Iterable

MEDIAN: Final = "median"
MEAN: Final = "mean"


@dataclass(frozen=True)
class Cue:
    """Words in a text and what they can mean.

    Attributes:
        means: Statistics, roles, releases or area codes.
        sure: False for words such as "typical", which name no statistic.
    """

    start: int
    end: int
    words: str
    means: tuple[str, ...]
    sure: bool = True


def _share(side: str, share: str) -> str:
    return rf"(?:{side})(?:[ -](?:paid|earning))? (?:{share}) ?(?:%|percent\b|per cent\b)"


_LOW: Final = "lowest|bottom"
_HIGH: Final = "highest|top"
# "Not the median", "above the average": the amount is something else, unless it follows at once.
_OTHER: Final = re.compile(
    r"\b(?:not|than|instead of|above|below|over|under|exceeds?) (?:the |an? |its |their )?(?:national |state )?$",
    re.IGNORECASE,
)
_VALUE: Final = re.compile(
    r"(?: (?:annual|hourly|wage|pay|salary)){0,2}(?: of| is| was|:| \()? ?\(?(?:US ?)?\$?[0-9]", re.IGNORECASE
)
_STATISTICS: Final = (
    ("p10", rf"10th(?=[^.$]{{0,40}}percentile)|{_share(_LOW, '10|ten')}|(?:{_LOW}) (?:tenth|decile)\b", True),
    ("p25", rf"25th(?=[^.$]{{0,40}}percentile)|{_share(_LOW, '25')}|(?:{_LOW}|lower|first) quart(?:er|ile)\b", True),
    ("p75", rf"75th(?=[^.$]{{0,40}}percentile)|{_share(_HIGH, '25')}|(?:{_HIGH}|upper|third) quart(?:er|ile)\b", True),
    ("p90", rf"90th(?=[^.$]{{0,40}}percentile)|{_share(_HIGH, '10|ten')}|(?:{_HIGH}) (?:tenth|decile)\b", True),
    (MEDIAN, r"\bmedians?\b|\b50th(?=[^.$]{0,40}percentile)|\bmidpoint\b", True),
    # "to mean", "which means that" are verbs
    (MEAN, r"(?<!to )(?<!not )(?<!can )(?<!may )(?<!\w't )\bmean\b|(?<=the )means\b|\b(?:on )?average[sd]?\b", True),
    ("p10 p25", r"\bentry[ -]level\b|\bstarting\b|\bbeginners?\b", False),
    ("p90 p75", r"\bup to\b|\bas (?:much|high) as\b|\btop earners\b", False),
    ("median mean", r"\btypical(?:ly)?\b|\busual(?:ly)?\b", False),
)
_STATISTIC: Final = re.compile("|".join(f"({pattern})" for _, pattern, _ in _STATISTICS), re.IGNORECASE)

_ROLES: Final = (
    (
        "legal_secretary",
        r"legal secretar(?:y|ies)(?: and administrative assistants?)?|legal admin(?:istrative assistant)?s?",
    ),
    ("paralegal", r"paralegals?(?: and legal assistants?)?|legal assistants?"),
    ("executive_secretary", r"executive (?:secretar(?:y|ies)|(?:administrative )?assistants?)"),
    ("administrative_services_manager", r"administrative services managers?"),
    ("office_supervisor", r"office supervisors?|supervisors of office and administrative support workers"),
    ("secretary", r"general secretar(?:y|ies)|administrative assistants?"),
    ("legal_secretary secretary", r"secretar(?:y|ies)"),
    ("lawyer", r"lawyers?|attorneys?"),
)
_ROLE: Final = re.compile(r"\b(?:" + "|".join(f"({pattern})" for _, pattern in _ROLES) + r")\b", re.IGNORECASE)
_UNLIKE: Final = re.compile(r"\bunlike (?:the |an? )?$", re.IGNORECASE)
# "Paralegals who help lawyers": a lawyer counts beside other roles only if the words are about lawyers' pay.
_PAID: Final = re.compile(
    r"'?s?'?,? ?(?:earn|ma[dk]e|get|receiv|is\b|are\b|was\b|were\b|ha[sd]\b|have\b|median|mean|average|salar|wage|paid"
    r"|pay|[:(|$]|[0-9])",
    re.IGNORECASE,
)

_MONTH_YEAR: Final = re.compile(r"\bMay,? (20[0-9]{2})\b", re.IGNORECASE)
_LONE_YEAR: Final = re.compile(r"(?<![\w$,.-])(20[0-9]{2})(?![\w%]|,[0-9]|\.[0-9])")
_PROJECTION: Final = re.compile(r"\b20[0-9]{2} ?(?:-|to|through) ?(?:20)?[0-9]{2}\b", re.IGNORECASE)


def statistic_cues(text: str) -> list[Cue]:
    """Return the words that name a statistic, or seem to: median, average, top 10 percent, entry level."""
    found = []
    for match in _STATISTIC.finditer(text):
        if _OTHER.search(text[: match.start()]) and not _VALUE.match(text, match.end()):
            continue
        means, _, sure = _STATISTICS[(match.lastindex or 1) - 1]
        found.append(Cue(match.start(), match.end(), match[0].lower(), tuple(means.split()), sure))
    return found


def role_cues(text: str) -> list[Cue]:
    """Return the words that name a role."""
    found = []
    for match in _ROLE.finditer(text):
        if _UNLIKE.search(text[: match.start()]):
            continue
        means, _ = _ROLES[(match.lastindex or 1) - 1]
        found.append(Cue(match.start(), match.end(), match[0].lower(), tuple(means.split())))
    others = [cue for cue in found if cue.means != ("lawyer",)]
    return [cue for cue in found if cue in others or not others or _is_about_pay(cue, text)]


def _is_about_pay(cue: Cue, text: str) -> bool:
    return bool(_PAID.match(text, cue.end) or re.search(r"[0-9k] (?:a year )?for $", text[: cue.start], re.IGNORECASE))


def release_cues(text: str) -> list[Cue]:
    """Return the years; if a reference month such as May 2024 is named, other years are not meant."""
    spans = [match.span() for match in _PROJECTION.finditer(text)]
    with_month = [_release(match) for match in _MONTH_YEAR.finditer(text)]
    if with_month:
        return with_month
    lone = (match for match in _LONE_YEAR.finditer(text) if not _within(match.start(), spans))
    return [_release(match) for match in lone]


def _release(match: re.Match[str]) -> Cue:
    released = tuple(release for release in load_wages().releases if release.startswith(match[1]))
    return Cue(match.start(), match.end(), match[0], released or (f"{match[1]}-05",))


def _within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
