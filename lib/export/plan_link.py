"""The scenarios of a page packed into one address parameter, and read back with suspicion.

JSON, compressed and written in the characters an address allows. What comes back may have been typed or
cut by anybody: its size is bounded before and after unpacking, and every value is checked.

Links of version 1 held the rows of scenarios A and B; the firm stood in address parameters of its own.
"""

from __future__ import annotations

import base64
import zlib
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from lib.export.plan_json import MOST_BYTES, VERSION, PlanError, read_object, scenarios_of, to_json
from lib.hiring.figures import FIGURES
from lib.hiring.firm import Firm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.hiring.scenarios import Scenarios

MOST_CHARACTERS: Final = 8_000
VERSION_1_NAMES: Final = ("A", "B")
VERSION_1_PARAMETERS: Final = {f"firm_{name}": name for name in FIGURES} | {
    "billing_rate": "bill_rate",
    "billing_hours": "billable_hours",
    "billing_realization": "realization",
    "billing_collection": "collection",
}


class LinkError(PlanError):
    """A link does not hold scenarios, or scenarios do not fit into one. The message says what to do."""


class LinkTooLong(LinkError):  # noqa: N818 the name says what happened
    """The scenarios do not fit into a link."""


def pack_plan(scenarios: Scenarios) -> str:
    """Return scenarios as text for an address.

    Raises:
        LinkTooLong: If the text would be longer than `MOST_CHARACTERS`.
        LinkError: If a name or the question holds a character that no address can.
    """
    try:
        packed = zlib.compress(to_json(scenarios), 9)
    except PlanError as error:
        raise LinkError(str(error)) from error
    text = base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")
    if not fits(text):
        raise LinkTooLong(
            f"This plan is too long for a link ({len(text):,} characters, {MOST_CHARACTERS:,} fit): "
            "save it as a file instead."
        )
    return text


def fits(text: str) -> bool:
    """Return whether the text of a packed plan is short enough for an address."""
    return len(text) <= MOST_CHARACTERS


def unpack_plan(text: str, parameters: Mapping[str, str] | None = None) -> Scenarios:
    """Return the scenarios of an address parameter.

    Args:
        text: The parameter.
        parameters: The other parameters of the address, in which version 1 kept the firm.

    Raises:
        LinkError: If the text is cut, too long, made by a newer version or holds values that are not known.
    """
    try:
        data = read_object(_unpacked(text))
        if "version" in data:
            return scenarios_of(data)
        found = scenarios_of(_renewed(data))
    except LinkError:
        raise
    except PlanError as error:
        raise LinkError(f"The plan in this link cannot be used. {error}") from error
    firm = legacy_firm(parameters or {})
    return replace(found, plans=tuple(replace(plan, firm=firm) for plan in found.plans))


def legacy_firm(parameters: Mapping[str, str]) -> Firm:
    """Return the firm that an address of version 1 states; what cannot be read or used is left out.

    Args:
        parameters: Address parameters such as headcount=35 and firm_turnover=20, shares in percent.
    """
    firm = Firm()
    with suppress(KeyError, ValueError, OverflowError):
        firm = replace(firm, headcount=int(float(parameters["headcount"])))
    for parameter, name in VERSION_1_PARAMETERS.items():
        with suppress(KeyError, ValueError):
            changed: dict[str, Any] = {name: float(parameters[parameter]) / FIGURES[name].divisor}
            firm = replace(firm, **changed)
    return firm


def _unpacked(text: str) -> bytes:
    """Return the JSON in a parameter, unpacked within bounds.

    Raises:
        LinkError: If it is too long, cut or damaged.
    """
    if not fits(text):
        raise LinkError("The plan in this link is too long to be one of ours: ask for the link again.")
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), MOST_BYTES)
    except (ValueError, zlib.error) as error:
        raise LinkError("The plan in this link is damaged: copy the whole link and try again.") from error
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise LinkError("The plan in this link is cut off or too large: ask for the link again.")
    return content


def _renewed(old: dict[str, Any]) -> dict[str, Any]:
    """Return data of version 1, rows by scenario, as data of this version."""
    if not old or not old.keys() <= set(VERSION_1_NAMES):
        raise PlanError("It holds no scenario that is known: ask for the link again.")
    plans = [{"name": f"Scenario {name}", "positions": old[name]} for name in VERSION_1_NAMES if name in old]
    return {"version": VERSION, "plans": plans}
