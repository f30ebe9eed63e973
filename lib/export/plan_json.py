"""The scenarios of a page as JSON with a version, and back with every value checked.

Only what differs from the default is written, but always a plan's first month: its default moves on with the
payroll taxes, and a plan must not.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Final

from lib.export.echo import quoted, shortened
from lib.hiring.plan import Plan
from lib.hiring.scenarios import LONGEST_QUESTION, Scenarios

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import ErrorDetails

VERSION: Final = 2
MOST_BYTES: Final = 250_000  # the largest scenarios, with every field of every row stated, take some 205,000 in a file
LONGEST_SENTENCE: Final = 600
WHAT_IS_WANTED: Final = {  # by the type of pydantic's error
    "missing": "it is missing: add it",
    "unexpected_keyword_argument": "no such field is known: remove it",
    "string_type": "write text in quotation marks",
    "string_too_long": f"write up to {LONGEST_QUESTION} characters",
    "int_type": "write a whole number, without quotation marks",
    "float_type": "write a number, without quotation marks",
    "finite_number": "write a number of ordinary size",
    "bool_type": "write true or false, without quotation marks",
    "tuple_type": "write a list in [ ]",
    "dataclass_type": "write fields and values in { }",
}
OTHERWISE: Final = "this value cannot be read"


class PlanError(ValueError):
    """Text or a file does not hold scenarios that can be used. The message says what is wrong and what to do."""


@dataclass(frozen=True)
class _Document:
    """What stands in the JSON. The configuration holds for the plans, firms and rows in it as well."""

    __pydantic_config__: ClassVar[Any] = {
        "strict": True,
        "extra": "forbid",
        "allow_inf_nan": False,
        "str_max_length": LONGEST_QUESTION,
    }

    version: int
    plans: tuple[Plan, ...]
    budget: float | None = None
    question: str = ""


def to_json(scenarios: Scenarios) -> bytes:
    """Return scenarios as compact JSON in UTF-8.

    Raises:
        PlanError: If a name or the question holds half a character, which no file can.
    """
    return encoded(plan_data(scenarios))


def from_json(content: bytes) -> Scenarios:
    """Return the scenarios of JSON in UTF-8.

    Raises:
        PlanError: If it is too large, no JSON, of a newer version or holds a value that is not known.
    """
    return scenarios_of(read_object(content))


def plan_data(scenarios: Scenarios) -> dict[str, Any]:
    """Return scenarios as lists, texts and numbers, without what is at its default."""
    plans = [
        {
            **_stated(plan, "firm", "positions"),
            "firm": _stated(plan.firm),
            "positions": [_stated(row) for row in plan.positions],
        }
        for plan in scenarios.plans
    ]
    return {"version": VERSION, **_stated(scenarios, "plans"), "plans": plans}


def encoded(data: Mapping[str, Any], *, indent: int | None = None) -> bytes:
    """Return data as JSON in UTF-8, on one line unless there is an indent.

    Raises:
        PlanError: If a text holds half a character.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    try:
        return json.dumps(data, ensure_ascii=False, indent=indent, separators=separators).encode()
    except UnicodeEncodeError as error:
        raise PlanError("A name or the question holds a character that cannot be saved: type it again.") from error


def read_object(content: bytes) -> dict[str, Any]:
    """Return the fields and values of JSON in UTF-8, not checked yet.

    Raises:
        PlanError: If it is larger than `MOST_BYTES`, no JSON, or not an object.
    """
    from pydantic_core import from_json as parsed

    if len(content) > MOST_BYTES:
        raise PlanError(f"It is larger than {MOST_BYTES // 1000} kB, and no plan is: choose another file.")
    try:
        data = parsed(content, allow_inf_nan=False)
    except ValueError as error:
        raise PlanError(f"It cannot be read as JSON ({error}): save it again where it comes from.") from error
    if not isinstance(data, dict):
        raise PlanError('It holds no plan: fields and values in { } are wanted, such as "version".')
    return data


def scenarios_of(data: Mapping[str, Any]) -> Scenarios:
    """Return the scenarios of data as `plan_data` writes it.

    Raises:
        PlanError: If it is of a newer version or holds a value that is not known; says which, and where.
    """
    from pydantic import ValidationError

    _require_version(data.get("version"))
    try:
        # As JSON once more: of Python values the strict checks take no list for a tuple and no dict for a row.
        document = _adapter().validate_json(json.dumps(data))
    except ValidationError as error:
        raise PlanError(_sentence(error, data)) from error
    try:
        return Scenarios(document.plans, document.budget, document.question)
    except ValueError as error:
        raise PlanError(str(error)) from error


def _stated(thing: Any, *besides: str) -> dict[str, Any]:
    """Return the fields of a dataclass that differ from their default; one that is made anew always differs."""
    values = {field: getattr(thing, field.name) for field in fields(thing) if field.name not in besides}
    return {field.name: value for field, value in values.items() if value != field.default}


def _require_version(version: object) -> None:
    if type(version) is not int or version < VERSION:
        raise PlanError(f'Its "version" is not {VERSION}: save the plan again on the page it comes from.')
    if version > VERSION:
        raise PlanError(
            f"It was made by a newer version of this page ({shortened(version)}; this one reads {VERSION}): "
            "open it there, or update this one."
        )


@cache
def _adapter() -> TypeAdapter[_Document]:
    from pydantic import TypeAdapter

    return TypeAdapter(_Document)


def _sentence(error: ValidationError, data: Mapping[str, Any]) -> str:
    """Say of the first wrong value where it stands and what is wanted."""
    first = error.errors(include_url=False)[0]
    sentence = f"{_where(first['loc'], data.get('plans', ()))}: {_reason(first)}"
    return sentence if len(sentence) <= LONGEST_SENTENCE else f"{sentence[:LONGEST_SENTENCE]}…."


def _reason(first: ErrorDetails) -> str:
    ours = first.get("ctx", {}).get("error")
    return str(ours) if isinstance(ours, ValueError) else f"{WHAT_IS_WANTED.get(first['type'], OTHERWISE)}."


def _where(loc: tuple[int | str, ...], plans: Any) -> str:
    """Return such as: Scenario “Two paralegals”, row 3, count."""
    words: list[str] = []
    before = ""
    for part in loc:
        if before == "plans":
            words[-1] = f"Scenario {_name(plans, int(part))}"
        elif before == "positions":
            words[-1] = f"row {int(part) + 1}"
        else:
            words.append(shortened(part))
        before = str(part)
    return ", ".join(words)


def _name(plans: Sequence[Any], at: int) -> str:
    name = plans[at].get("name") if isinstance(plans[at], dict) else None
    return quoted(name) if isinstance(name, str) and name.strip() else str(at + 1)
