"""The amounts of pay in a text: $66,510, 66,510 dollars, $66.5k, $31.98 an hour, $40-55K."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

YEAR: Final = "year"
HOUR: Final = "hour"
BARE_PAY: Final = (15_000, 400_000)  # a number without a dollar sign is read as pay a year between these
LOWEST_YEAR: Final = 10_000  # a dollar amount below this needs words that say what it is for
HOURLY_PAY: Final = (5, 1_000)
THOUSAND: Final = 1_000

_NUMBER: Final = re.compile(
    r"(?<![\w.,])(?P<dollar>(?:US ?)?\$ ?|USD ?)?"
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\.[0-9]{1,4})?|[0-9]{1,7}(?:\.[0-9]{1,4})?)(?![0-9]|[.,][0-9])"
    r"(?P<thousand> ?k\b| thousand\b)?(?P<word> dollars\b| USD\b)?",
    re.IGNORECASE,
)
_UNITS: Final = {"hr": HOUR, "h": HOUR, "yr": YEAR, "annum": YEAR, "mo": "month", "wk": "week"}
_ADVERBS: Final = {
    "hourly": HOUR,
    "yearly": YEAR,
    "annually": YEAR,
    "annual": YEAR,
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
}
_UNIT_AFTER: Final = re.compile(
    r"\s{0,3}(?:(?:(?:per|an?|each|every) |/ ?)(?P<unit>hour|hr|h|year|yr|annum|month|mo|week|wk|day)\b"
    r"|(?P<adverb>hourly|yearly|annually|monthly|weekly|daily)\b)",
    re.IGNORECASE,
)
_UNIT_BEFORE: Final = re.compile(r"\b(hourly|annual|yearly|monthly|weekly|daily)\b", re.IGNORECASE)
_NO_PAY_AFTER: Final = re.compile(
    r" ?(?:%|percent\b|per cent\b|million\b|billion\b|mm?\b|bn\b|hours?\b)", re.IGNORECASE
)
_COUNTED_AFTER: Final = re.compile(
    r" (?:(?:new|annual|job|total|more|working|employed|legal) ){0,2}(?:openings|jobs|workers|people|employees"
    r"|positions|members|firms|students|respondents|professionals|paralegals|assistants|secretaries|lawyers|attorneys)\b",
    re.IGNORECASE,
)
# What is counted, or a postal code after a state.
_COUNTED_BEFORE: Final = re.compile(
    r"(?:\b(?i:employment|employs|employed|employing|openings|jobs|workers|zip)(?i: of| is| was| at| about|:){0,2} ?"
    r"|\b[A-Z]{2} )$"
)
_JOINED: Final = re.compile(r" ?(?:-{1,2}|to|(and)|through) ?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\bbetween $", re.IGNORECASE)


@dataclass(frozen=True)
class Amount:
    """An amount of pay as it stands in a text.

    Attributes:
        start: Where it begins.
        end: Where it ends, without the words for its unit.
        value: In dollars.
        step: The last place it is given to, in dollars: 100 for $66.5k.
        per: year, hour, month, week or day.
        joined: Whether it is the upper end of a range that the amount before it begins.
    """

    start: int
    end: int
    value: float
    step: float
    per: str
    joined: bool = False


@dataclass(frozen=True)
class _Number:
    start: int
    end: int
    value: float
    step: float
    money: bool
    thousands: bool
    per: str | None
    joined: bool = False


def find_amounts(text: str) -> list[Amount]:
    """Return the amounts of pay in a text, in order.

    Numbers that count something else (openings, jobs, years, percentages) are left out, and so are dollar amounts
    that are no pay, such as a fee of $150.
    """
    numbers = [_number(match, text) for match in _NUMBER.finditer(text)]
    amounts: list[Amount] = []
    before = None
    for number in _share_ranges(numbers, text):
        amount = _amount(number, text)
        if amount:
            amounts.append(replace(amount, joined=amount.joined and before is not None))
        before = amount
    return amounts


def _number(match: re.Match[str], text: str) -> _Number:
    digits = match["number"].replace(",", "")
    scale = THOUSAND if match["thousand"] else 1
    step = scale * 10.0 ** -len(digits.partition(".")[2])
    money = bool(match["dollar"] or match["word"])
    unit = _UNIT_AFTER.match(text, match.end())
    return _Number(
        match.start(), match.end(), float(digits) * scale, step, money, scale == THOUSAND, _unit(unit) if unit else None
    )


def _unit(found: re.Match[str]) -> str:
    if found["adverb"]:
        return _ADVERBS[found["adverb"].lower()]
    unit = found["unit"].lower()
    return _UNITS.get(unit, unit)


def _share_ranges(numbers: list[_Number], text: str) -> list[_Number]:
    """Let both ends of a range have what is written at one: $40-55K, $19.09 to $47.59 an hour."""
    shared = list(numbers)
    for at in range(len(shared) - 1, 0, -1):
        low, high = shared[at - 1], shared[at]
        link = _JOINED.fullmatch(text, low.end, high.start)
        if link is None:
            continue
        if high.thousands and not low.thousands and low.value < THOUSAND:
            low = replace(low, value=low.value * THOUSAND, step=low.step * THOUSAND, thousands=True)
        if low.value > high.value:
            continue
        money = low.money or high.money
        shared[at - 1] = replace(low, money=money, per=low.per or high.per)
        is_range = link[1] is None or _BETWEEN.search(text[: low.start]) is not None
        shared[at] = replace(high, money=money, joined=is_range)
    return shared


def _amount(number: _Number, text: str) -> Amount | None:
    if _NO_PAY_AFTER.match(text, number.end) or not (number.money or _looks_like_pay(number, text)):
        return None
    per = _per(number, text)
    return Amount(number.start, number.end, number.value, number.step, per, number.joined) if per else None


def _looks_like_pay(number: _Number, text: str) -> bool:
    if number.per == HOUR:
        return HOURLY_PAY[0] <= number.value < HOURLY_PAY[1]
    counted = _COUNTED_AFTER.match(text, number.end) or _COUNTED_BEFORE.search(text[: number.start])
    return BARE_PAY[0] <= number.value <= BARE_PAY[1] and not counted


def _per(number: _Number, text: str) -> str | None:
    """Say what the amount is paid for; None if it is no pay."""
    if number.value >= LOWEST_YEAR or number.thousands:
        return YEAR
    if number.per:
        return number.per
    before = _UNIT_BEFORE.findall(text[: number.start].rpartition("\n")[2])
    if before:
        return _ADVERBS[before[-1].lower()]
    in_cents = number.step == 0.01 and HOURLY_PAY[0] <= number.value < HOURLY_PAY[1]
    return HOUR if in_cents else None
