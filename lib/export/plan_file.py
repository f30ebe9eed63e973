"""The scenarios of a page as a file one can keep, read and change: indented JSON."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from lib.export.plan_json import PlanError, encoded, plan_data, read_object, scenarios_of

if TYPE_CHECKING:
    from lib.hiring.scenarios import Scenarios

SCHEMA: Final = "legal-support-staffing-plan"
INDENT: Final = 1


def write_plan_file(scenarios: Scenarios) -> bytes:
    """Return scenarios as the content of a plan file, in UTF-8.

    Raises:
        PlanError: If a name or the question holds a character that no file can.
    """
    return encoded({"schema": SCHEMA, **plan_data(scenarios)}, indent=INDENT)


def read_plan_file(content: bytes) -> Scenarios:
    """Return the scenarios of a plan file; a byte order mark in front is allowed.

    Raises:
        PlanError: If it is too large, no JSON, something else than a plan, made by a newer version, or holds a
            value that is not known. The message says which, where and what to do.
    """
    try:
        data = read_object(content.removeprefix(codecs.BOM_UTF8))
        if data.pop("schema", None) != SCHEMA:
            raise PlanError("It holds something else: choose a plan file that was saved here.")
        return scenarios_of(data)
    except PlanError as error:
        raise PlanError(f"This plan file cannot be used. {error}") from error
