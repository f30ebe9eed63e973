"""Reading a claim: each amount of pay in a text with what the words near it say it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from lib.pay.claim_amounts import Amount, find_amounts
from lib.pay.claim_cues import Cue, release_cues, role_cues, statistic_cues
from lib.pay.claim_order import assign, assign_statistics
from lib.pay.claim_places import place_cues

LONGEST: Final = 2_000
MOST_AMOUNTS: Final = 20

_SENTENCE_END: Final = re.compile(r"(?<=[^A-Z][.!?]) +(?=[A-Z$(\"'])|(?<=[^:\s])\n\s*")
_CELL: Final = "|"  # parts the cells of a table; a tab is read as one
_SAME: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "−": "-", "\t": _CELL, "\r": "\n", "\v": " "})


@dataclass(frozen=True)
class ClaimedAmount:
    """An amount of pay and what the text says it is.

    Attributes:
        words: The amount as it stands in the text.
        value: In dollars.
        step: The last place it is given to, in dollars: 100 for $66.5k.
        per: year, hour, month, week or day.
        called: The words that name its statistic, or None.
        statistics: What those words can mean.
        sure: Whether they name one statistic, as "median" does and "typical" does not.
        roles: Roles it is said of; empty if none is named.
        releases: Reference months it is said of; empty if no year is named.
        areas: Codes of the areas it is said of; empty if no place is named.
    """

    words: str
    value: float
    step: float
    per: str
    called: str | None
    statistics: tuple[str, ...]
    sure: bool
    roles: tuple[str, ...]
    releases: tuple[str, ...]
    areas: tuple[str, ...]


def read_claim(text: str) -> tuple[tuple[ClaimedAmount, ...], bool]:
    """Return the amounts of pay in a text, and whether there are more than are read.

    A role, a year and a place hold for the sentences after theirs too, until another is named.

    Raises:
        ValueError: If the text is too long; the message says how long it may be.
    """
    if len(text) > LONGEST:
        raise ValueError(f"The text has {len(text):,} characters; please paste at most {LONGEST:,}.")
    plain = _plain(text)
    claimed: list[ClaimedAmount] = []
    about = _About()
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(plain)), len(plain)]:
        found, about = _read_sentence(plain[start:end], text[start:end], about)
        claimed += found
        start = end
    return tuple(claimed[:MOST_AMOUNTS]), len(claimed) > MOST_AMOUNTS


@dataclass(frozen=True)
class _About:
    """What a sentence is about: roles, releases and areas.

    Attributes:
        columns: The roles at the head of a table's columns.
    """

    roles: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    columns: tuple[tuple[str, ...], ...] = ()


def _read_sentence(plain: str, text: str, before: _About) -> tuple[list[ClaimedAmount], _About]:
    amounts = find_amounts(plain)
    roles, releases, areas = role_cues(plain), release_cues(plain), place_cues(plain)
    columns = zip(
        amounts,
        assign_statistics(plain, amounts, statistic_cues(plain)),
        zip(
            _roles(plain, amounts, roles, before),
            (cue.means if cue else before.releases for cue in assign(plain, amounts, releases)),
            (cue.means if cue else before.areas for cue in assign(plain, amounts, areas)),
            strict=True,
        ),
        strict=True,
    )
    about = _About(
        _all_means(roles) or before.roles,
        _all_means(releases) or before.releases,
        _all_means(areas) or before.areas,
        tuple(cue.means for cue in roles) if _CELL in plain and len(roles) > 1 else before.columns,
    )
    return [_claimed(amount, text, cue, _About(*of)) for amount, cue, of in columns], about


def _roles(plain: str, amounts: list[Amount], roles: list[Cue], before: _About) -> list[tuple[str, ...]]:
    """Return the roles of each amount; in a row of a table they stand at the head of the columns."""
    if not roles and _CELL in plain and len(before.columns) == len(amounts):
        return list(before.columns)
    return [cue.means if cue else before.roles for cue in assign(plain, amounts, roles)]


def _claimed(amount: Amount, text: str, cue: Cue | None, about: _About) -> ClaimedAmount:
    return ClaimedAmount(
        words=text[amount.start : amount.end],
        value=amount.value,
        step=amount.step,
        per=amount.per,
        called=cue.words if cue else None,
        statistics=cue.means if cue else (),
        sure=cue is not None and cue.sure,
        roles=about.roles,
        releases=about.releases,
        areas=about.areas,
    )


def _all_means(cues: list[Cue]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(meaning for cue in cues for meaning in cue.means))


def _plain(text: str) -> str:
    """Return the text with plain dashes, quotes, spaces and digits, letter for letter."""
    return "".join(map(_plain_letter, text)).translate(_SAME)


def _plain_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    category = unicodedata.category(letter)
    if category in ("Pd", "Zs"):
        return "-" if category == "Pd" else " "
    folded = unicodedata.normalize("NFKC", letter)
    return folded if len(folded) == 1 else letter
