"""The cells of one row of a roster, read as what they mean.

A cell that is not understood leads to a sentence that says what to write; a row says all of them at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, ParamSpec, TypeVar

from lib.export.echo import quoted
from lib.export.roster_columns import FIELDS, per_year
from lib.export.roster_months import end_of, month_of, start_of
from lib.export.roster_places import area_of, postal_code
from lib.hiring.planned import MOST_COUNT, PlannedPosition
from lib.hiring.position import ARRANGEMENTS, MOST_PAY, VIRTUAL, require_share
from lib.pay.claim_amounts import LOWEST_YEAR
from lib.pay.profile import factor_levels
from lib.pay.words import HOURS_A_YEAR, MONTHS_A_YEAR, dollars
from lib.tables import load_wages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

P = ParamSpec("P")
T = TypeVar("T")
EMPTY: Final = ("-", "–", "—", "n/a", "na", "none")
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


class _Reading:
    """What has been said so far of a row that is read to its end, whatever is wrong in it."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.problems: list[str] = []

    def take(self, instead: T, read: Callable[P, T], *cells: P.args, **known: P.kwargs) -> T:
        """Return what is read; keep why if it cannot be, and go on with something else."""
        try:
            return read(*cells, **known)
        except ValueError as error:
            self.problems.append(str(error))
            return instead


def read_position(
    cells: Mapping[str, str], pay_column: str, *, default_area: str, first: str, last: str | None = None
) -> ReadRow:
    """Return the position a row describes.

    Args:
        cells: The cells by field of `FIELDS`, without those that have no column; empty ones are "".
        pay_column: Name of the column the pay stands in; says whether it is by the hour or the month.
        default_area: Area code if the place is empty; decides between places of one name.
        first: First month of the plan.
        last: Its last month, to say who comes after it; None says nothing.

    Raises:
        ValueError: If cells are not understood; the sentences say what to write in each.
    """
    reading = _Reading()
    take, notes = reading.take, reading.notes
    said = {field: cells.get(field, "") for field in FIELDS}
    role = take("paralegal", _role, said["role"], notes)
    share = take(1.0, _share, said["share"])
    state = take(None, _state, said["state"])
    area = take(default_area, _area, said["place"], state, default_area, notes)
    arrangement = take("in_office", _arrangement, said["arrangement"], notes)
    hired = take(None, month_of, said["start"], "hired")
    end = take(None, end_of, said["end"], first, notes)
    start = take(None, start_of, hired, end, first=first, last=last, notes=notes)
    experience = take(None, _experience, said["experience"], said["role"], role)
    amount = take(0.0, _pay, said["pay"], pay_column, arrangement, share, notes)
    count = take(1, _people, said["people"])
    if reading.problems:
        raise ValueError(" ".join(reading.problems))
    position = PlannedPosition(
        role, area, experience=experience, pay_basis="typed", amount=amount, arrangement=arrangement,
        works_in=_works_in(state, area, arrangement, notes), count=count, share=share, start=start, end=end,
        employed=start is None, search="own" if start is None else "none",
    )  # fmt: skip
    return ReadRow(position, tuple(notes))


def plain(cell: str) -> str:
    """Return a cell, or nothing if it only says that it is empty."""
    return "" if cell.casefold() in EMPTY else cell


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
    times = UNITS.get(match["unit"] or match["adverb"] or "", per_year(column))
    amount = round(number * times, 2)
    if amount < LOWEST_YEAR:
        raise ValueError(
            f"The pay {quoted(text)} comes to {dollars(amount)} a year, too little for full-time work. {WRITE_PAY}"
        )
    if amount > MOST_PAY:
        raise ValueError(f"The pay {quoted(text)} comes to more than {dollars(MOST_PAY)} a year. {WRITE_PAY}")
    if times > 1:
        unit = "hours" if times == HOURS_A_YEAR else "months"
        notes.append(f"{dollars(number, cents=True)} x {times:,} {unit} = {dollars(amount)} a year.")
    elif share < 1:
        notes.append(f"{dollars(amount)} is taken as pay of full-time work, of which {share:.0%} is counted.")
    if arrangement in VIRTUAL:
        notes.append(f"Virtual staff cost their fee: the pay {dollars(amount)} is not used.")
    return amount


def _people(text: str) -> int:
    if not text:
        return 1
    if not re.fullmatch(r"[0-9]{1,6}(?:\.0+)?", text):
        raise ValueError(f"The number of people {quoted(text)} cannot be read. Write a whole number.")
    count = int(float(text))
    if not 1 <= count <= MOST_COUNT:
        raise ValueError(f"The number of people must be 1 to {MOST_COUNT:,}, not {count:,}.")
    return count


def _share(text: str) -> float:
    if not text:
        return 1.0
    match = re.fullmatch(r"(?P<number>[0-9]{1,3}(?:\.[0-9]+)?|\.[0-9]+) ?(?P<percent>%)?", text)
    if match is None:
        raise ValueError(f"The share of full time {quoted(text)} cannot be read. Write 50 % or 0.5.")
    number = float(match["number"])
    share = number / 100 if match["percent"] or number > 1 else number
    require_share(share)
    return share


def _state(text: str) -> str | None:
    return postal_code(text) if text else None


def _area(text: str, state: str | None, default_area: str, notes: list[str]) -> str:
    """Return the area code of a place, or of the plan's place if none is stated."""
    if not text:
        return default_area
    found = area_of(text, state, default_area)
    if found.note:
        notes.append(found.note)
    return found.code


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
