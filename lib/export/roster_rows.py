"""The cells of one row of a roster, read as what they mean.

A cell that is not understood raises a ValueError whose sentence says what to write; nothing is guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lib.export.echo import quoted
from lib.export.roster_places import area_of, postal_code
from lib.hiring.planned import PlannedPosition
from lib.hiring.position import ARRANGEMENTS, VIRTUAL
from lib.pay.ageing import MONTH_NAMES, month_words
from lib.pay.claim_amounts import LOWEST_YEAR
from lib.pay.profile import factor_levels
from lib.pay.words import HOURS_A_YEAR, MONTHS_A_YEAR, dollars
from lib.tables import load_wages

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS: Final = {
    "role": "Role",
    "place": "Place of the office",
    "pay": "Pay",
    "people": "People",
    "share": "Share of full time",
    "start": "Hired",
    "end": "Leaves",
    "arrangement": "Arrangement",
    "state": "State where remote employees work",
    "experience": "Experience",
}
NAMES: Final = {  # how a column of each field may be called, as `words_of` writes it; the likelier first
    "role": ("role", "job title", "title", "position", "job", "occupation"),
    "place": ("place", "metro area", "metropolitan area", "office", "office location", "location", "city", "area"),
    "pay": (
        "pay", "annual pay", "base pay", "salary", "annual salary", "base salary", "yearly salary", "wage",
        "annual wage", "compensation", "hourly rate", "hourly pay", "hourly wage", "pay rate", "rate of pay", "rate",
        "monthly pay", "monthly salary",
    ),
    "people": ("people", "number of people", "headcount", "count", "number", "number of employees", "employees"),
    "share": ("share", "share of full time", "fte", "fte share", "full time share", "fte percent"),
    "start": ("start", "start date", "start month", "hire date", "date of hire", "hired", "first month"),
    "end": ("end", "end date", "end month", "last month", "last day", "leaves", "termination date"),
    "arrangement": ("arrangement", "work arrangement", "work mode", "workplace"),
    "state": ("state", "works in", "work state", "home state", "state where remote employees work"),
    "experience": ("experience", "years of experience", "years in role", "experience level"),
}  # fmt: skip
FILLERS: Final = ("usd", "dollars", "current", "employee")
EMPTY: Final = ("-", "–", "—", "n/a", "na", "none")
HOURS: Final = ("hour", "hours", "hourly", "hr", "hrs")
ROLES: Final = {
    "paralegal": re.compile(r"\bparalegals?\b|\blegal assistants?\b"),
    "legal_secretary": re.compile(
        r"\blegal (?:administrative |admin )?secretar(?:y|ies)\b|\blegal admin(?:istrative)? assistants?\b|\blaas?\b"
    ),
}
OTHER_JOB: Final = re.compile(r"\b(?:manager|director|coordinator)s?\b")
SENIOR: Final = re.compile(r"\b(?:senior|sr|lead|supervisor|supervising)\b")
PAY: Final = re.compile(
    r"(?:us ?\$|usd|\$)? ?(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?P<thousand> ?k)?"
    r"(?: ?(?:usd|dollars))?"
    r"(?: ?(?:/|per|an?|each) ?(?P<unit>hour|hr|h|year|yr|annum|month|mo)"
    r"| ?(?P<adverb>hourly|annually|yearly|monthly))?"
)
UNITS: Final = {
    "hour": HOURS_A_YEAR, "hr": HOURS_A_YEAR, "h": HOURS_A_YEAR, "hourly": HOURS_A_YEAR,
    "month": MONTHS_A_YEAR, "mo": MONTHS_A_YEAR, "monthly": MONTHS_A_YEAR,
    "year": 1, "yr": 1, "annum": 1, "annually": 1, "yearly": 1,
}  # fmt: skip
WRITE_PAY: Final = "Write 62,890 or 62890.00 for a year, 30.25/h for an hour."
MONTHS: Final = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})(?:-[0-9]{1,2}(?:[t ].*)?)?"),
    re.compile(r"(?P<month>[0-9]{1,2})/(?:[0-9]{1,2}/)?(?P<year>[0-9]{4})"),
    re.compile(r"(?P<name>[a-z]{3,9})\.? (?:[0-9]{1,2}, ?)?(?P<year>[0-9]{4})"),
)
PLACES_OF_WORK: Final = {
    "in office": "in_office", "in the office": "in_office", "office": "in_office", "on site": "in_office",
    "onsite": "in_office", "in person": "in_office", "hybrid": "in_office",
    "remote": "remote", "work from home": "remote", "wfh": "remote", "home": "remote",
    "freelance": "virtual_us", "us freelance": "virtual_us", "offshore": "virtual_offshore",
}  # fmt: skip


class ReadRow(NamedTuple):
    """A row that is understood.

    Attributes:
        notes: What was understood in a way that could be meant otherwise, as sentences.
    """

    position: PlannedPosition
    notes: tuple[str, ...]


def read_position(cells: Mapping[str, str], pay_column: str, *, default_area: str, first: str) -> ReadRow:
    """Return the position a row describes.

    Args:
        cells: The cells by field of `FIELDS`, without those that have no column; empty ones are "".
        pay_column: Name of the column the pay stands in; says whether it is by the hour or the month.
        default_area: Area code if the place is empty.
        first: First month of the plan.

    Raises:
        ValueError: If a cell is not understood; the sentence says what to write.
    """
    notes: list[str] = []
    role = _role(cells["role"], notes)
    share = _share(cells.get("share", ""))
    state = postal_code(cells["state"]) if cells.get("state") else None
    area = area_of(cells["place"], state) if cells.get("place") else default_area
    arrangement = _arrangement(cells.get("arrangement", ""), notes)
    hired = _month(cells.get("start", ""), "hired")
    new = hired is not None and hired > first
    if new and hired:
        notes.append(f"Starts in {month_words(hired)}, after the plan begins: counted as new, without a search.")
    position = PlannedPosition(
        role,
        area,
        experience=_experience(cells.get("experience", ""), cells["role"], role),
        pay_basis="typed",
        amount=_pay(cells["pay"], pay_column, arrangement, share, notes),
        arrangement=arrangement,
        works_in=_works_in(state, area, arrangement, notes),
        count=_people(cells.get("people", "")),
        share=share,
        start=hired if new else None,
        end=_end(cells.get("end", ""), first),
        employed=not new,
        search="none" if new else "own",
    )
    return ReadRow(position, tuple(notes))


def plain(cell: str) -> str:
    """Return a cell, or nothing if it only says that it is empty."""
    return "" if cell.casefold() in EMPTY else cell


def words_of(column: str) -> str:
    """Return the name of a column as words in small letters, without brackets, units and fillers."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"\([^)]*\)", " ", column.casefold()))
    return " ".join(word for word in words if word not in FILLERS)


def counts_hours(column: str) -> bool:
    """Return whether the name of a column says that hours stand in it."""
    return any(word in HOURS for word in re.findall(r"[a-z]+", column.casefold()))


def _role(text: str, notes: list[str]) -> str:
    words = " ".join(re.findall(r"[a-z0-9]+", text.casefold()))
    found = [role for role, pattern in ROLES.items() if pattern.search(words)]
    if len(found) != 1 or OTHER_JOB.search(words):
        said = "names two roles" if len(found) > 1 else "is not known"
        said = f"The role {quoted(text)} {said}" if text else "The role is missing"
        raise ValueError(
            f"{said}. Write Paralegal (BLS counts legal assistants with them) or Legal secretary (legal administrative "
            "assistants, LAA)."
        )
    if "legal assistant" in words:
        notes.append("A legal assistant is counted as a paralegal, as BLS does.")
    return found[0]


def _experience(text: str, title: str, role: str) -> str | None:
    """Return the experience level of a level's key or label, of years, or else of the title."""
    if not text:
        return "senior" if SENIOR.search(title.casefold()) else None
    levels = factor_levels(role, "experience")
    for level in levels:
        if text.casefold() in (level.level, level.label.casefold()):
            return level.level
    match = re.fullmatch(r"(?P<years>[0-9]{1,2})(?:\.[0-9]+)?(?: (?:years?|yrs?))?", text.casefold())
    if match is None:
        known = ", ".join(level.level for level in levels)
        raise ValueError(f"The experience {quoted(text)} is not known. Write years, such as 5, or one of: {known}.")
    spans = {level.level: re.fullmatch(r"([0-9]+)-([0-9]+)", level.level) for level in levels}
    within = [key for key, span in spans.items() if span and int(span[1]) <= int(match["years"]) <= int(span[2])]
    return within[0] if within else "20+"


def _pay(text: str, column: str, arrangement: str, share: float, notes: list[str]) -> float:
    """Return the pay of full-time work in dollars a year."""
    if not text:
        raise ValueError(f"The pay is missing. {WRITE_PAY}")
    match = PAY.fullmatch(text.casefold())
    if match is None:
        raise ValueError(f"The pay {quoted(text)} cannot be read. {WRITE_PAY}")
    number = float(match["number"].replace(",", "")) * (1_000 if match["thousand"] else 1)
    times = UNITS.get(match["unit"] or match["adverb"] or "", _times_of(column))
    amount = round(number * times, 2)
    if amount < LOWEST_YEAR:
        raise ValueError(
            f"The pay {quoted(text)} comes to {dollars(amount)} a year, too little for full-time work. {WRITE_PAY}"
        )
    if times > 1:
        unit = "hours" if times == HOURS_A_YEAR else "months"
        notes.append(f"{dollars(number, cents=True)} x {times:,} {unit} = {dollars(amount)} a year.")
    elif share < 1:
        notes.append(f"{dollars(amount)} is taken as pay of full-time work, of which {share:.0%} is counted.")
    if arrangement in VIRTUAL:
        notes.append(f"Virtual staff cost their fee: the pay {dollars(amount)} is not used.")
    return amount


def _times_of(column: str) -> int:
    """Return what the pay in a column is multiplied by for a year, from the column's name."""
    if counts_hours(column):
        return HOURS_A_YEAR
    return MONTHS_A_YEAR if re.search(r"\bmonth", column.casefold()) else 1


def _people(text: str) -> int:
    if not text:
        return 1
    if not re.fullmatch(r"[0-9]{1,6}(?:\.0+)?", text):
        raise ValueError(f"The number of people {quoted(text)} cannot be read. Write a whole number.")
    return int(float(text))


def _share(text: str) -> float:
    if not text:
        return 1.0
    match = re.fullmatch(r"(?P<number>[0-9]{1,3}(?:\.[0-9]+)?|\.[0-9]+) ?(?P<percent>%)?", text)
    if match is None:
        raise ValueError(f"The share of full time {quoted(text)} cannot be read. Write 50 % or 0.5.")
    number = float(match["number"])
    return number / 100 if match["percent"] or number > 1 else number


def _month(text: str, what: str) -> str | None:
    """Return a date or month as 2027-03."""
    if not text:
        return None
    match = next((match for pattern in MONTHS if (match := pattern.fullmatch(text.casefold()))), None)
    number = _month_number(match.groupdict()) if match else None
    if match is None or number is None:
        raise ValueError(f"The month {quoted(text)} under “{what}” cannot be read. Write it like 2027-03.")
    return f"{match['year']}-{number:02d}"


def _month_number(groups: Mapping[str, str | None]) -> int | None:
    name, number = groups.get("name"), int(groups.get("month") or 0)
    if name:
        named = [at for at, month in enumerate(MONTH_NAMES, start=1) if month.lower().startswith(name)]
        return named[0] if named else None
    return number if 1 <= number <= MONTHS_A_YEAR else None


def _end(text: str, first: str) -> str | None:
    end = _month(text, "leaves")
    if end is not None and end < first:
        raise ValueError(f"Leaves in {month_words(end)}, before the plan begins in {month_words(first)}.")
    return end


def _arrangement(text: str, notes: list[str]) -> str:
    """Return the arrangement; people of whom nothing is said work in the office."""
    if not text:
        return "in_office"
    words = " ".join(re.findall(r"[a-z]+", text.casefold()))
    labels = {label.casefold(): key for key, label in ARRANGEMENTS.items()}
    known = text.casefold() if text.casefold() in ARRANGEMENTS else None
    found = known or labels.get(text.casefold()) or PLACES_OF_WORK.get(words)
    if found is None:
        raise ValueError(
            f"The arrangement {quoted(text)} is not known. Write one of: {'; '.join(ARRANGEMENTS.values())}."
        )
    if words == "hybrid":
        notes.append("Hybrid work is counted as work in the office: with its space, taxed where the office is.")
    return found


def _works_in(state: str | None, area: str, arrangement: str, notes: list[str]) -> str | None:
    """Return the state where a remote employee works, if it is not the area's."""
    own = load_wages().areas[area].state
    if state is None or state == own:
        return None
    if arrangement == "remote":
        return state
    notes.append(f"Taxed in {own}, where the place is: another state ({state}) counts for remote employees only.")
    return None
