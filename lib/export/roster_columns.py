"""What the name of a column of a roster says: which field stands in it, and in which unit."""

from __future__ import annotations

import re
from typing import Final

from lib.pay.words import HOURS_A_YEAR, MONTHS_A_YEAR

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
NUMBER: Final = "number"  # a column called only this, or #, can also number the rows
NAMES: Final = {  # how a column of each field may be called, as `words_of` writes it; the likelier first
    "role": ("role", "job title", "title", "position title", "position", "job", "job role", "occupation"),
    "place": (
        "place", "metro area", "metropolitan area", "office", "office location", "office city", "work location",
        "location", "city", "area",
    ),
    "pay": (
        "pay", "annual pay", "base pay", "annual base pay", "salary", "annual salary", "base salary",
        "annual base salary", "yearly pay", "yearly salary", "wage", "annual wage", "compensation",
        "annual compensation", "base compensation", "hourly rate", "hourly pay", "hourly wage", "pay rate",
        "rate of pay", "rate", "monthly pay", "monthly salary",
    ),
    "people": (
        "people", "number of people", "headcount", "head count", "count", NUMBER, "number of employees",
        "number people", "number employees", "employees",
    ),
    "share": (
        "share", "share of full time", "fte", "fte share", "full time share", "percent of full time", "percent fte",
        "fte percent", "full time percent", "percent full time", "share percent", "hours percent", "percent hours",
        "hours percent of full time", "hours percent fte", "full time equivalent",
    ),
    "start": ("start", "start date", "start month", "hire date", "date of hire", "date hired", "hired", "first month"),
    "end": ("end", "end date", "end month", "last month", "last day", "leaves", "termination date"),
    "arrangement": ("arrangement", "work arrangement", "work mode", "workplace"),
    "state": ("state", "works in", "work state", "home state", "state where remote employees work"),
    "experience": ("experience", "years of experience", "years in role", "experience level"),
}  # fmt: skip
FILLERS: Final = ("usd", "us", "dollars", "current", "employee")
SIGNS: Final = {"%": " percent ", "#": " number "}
PER_UNIT: Final = re.compile(
    r"\b(?:per|an?) (?:hour|hr|h|month|mo|year|yr|annum)\b|\b(?:in|hr|hour|h|mo|month|yr|year)$"
)
HOURS: Final = re.compile(r"\b(?:hours?|hourly|hrs?)\b|(?:/|\bper) ?h\b")
MONTHS: Final = re.compile(r"\bmonth|(?:/|\bper) ?mo\b")  # MO alone is Missouri


def words_of(column: str) -> str:
    """Return the name of a column as words in small letters, without brackets, fillers and what the pay is for.

    A percent sign and a number sign become words, also in brackets.
    """
    text = column.casefold()
    for sign, word in SIGNS.items():
        text = text.replace(sign, word)
    words = re.findall(r"[a-z0-9]+", re.sub(r"\((?![^)]*\bpercent\b)[^)]*\)", " ", text))
    # An employee's number is no number of employees.
    said = " ".join(word for word in words if NUMBER in words or word not in FILLERS)
    without_unit = " ".join(PER_UNIT.sub(" ", said).split())
    return without_unit if without_unit in NAMES["pay"] else said


def holds_hours(column: str) -> bool:
    """Return whether hours stand in a column, and not a percentage of them."""
    return per_year(column) == HOURS_A_YEAR and "percent" not in words_of(column)


def per_year(column: str) -> int:
    """Return what the pay in a column is multiplied by for a year, from the column's name."""
    words = column.casefold().replace("_", " ")
    if HOURS.search(words):
        return HOURS_A_YEAR
    return MONTHS_A_YEAR if MONTHS.search(words) else 1
