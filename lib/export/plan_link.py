"""A plan packed into one address parameter, and read back with suspicion.

JSON, compressed and written in the characters an address allows. What comes back may have been typed or
cut by anybody: its size is bounded before and after unpacking, and every value is checked.
"""

from __future__ import annotations

import base64
import zlib
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from lib.hiring.plan import MOST_POSITIONS, PlannedPosition

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import TypeAdapter

MOST_CHARACTERS: Final = 8_000
MOST_BYTES: Final = 60_000
MOST_SCENARIOS: Final = 2  # full ones still fit into MOST_CHARACTERS
LONGEST_NAME: Final = 40


class LinkError(ValueError):
    """A link does not hold a plan, or a plan does not fit into one. The message says what to do."""


def pack_plan(scenarios: Mapping[str, Sequence[PlannedPosition]]) -> str:
    """Return the positions of each scenario as text for an address.

    Raises:
        LinkError: If there are more scenarios or rows than a link holds.
    """
    data = {name: [asdict(position) for position in rows] for name, rows in scenarios.items()}
    try:
        plan = _adapter().validate_python(data)
    except ValueError as error:
        raise LinkError(f"This plan does not fit into a link: {_reason(error)}") from error
    packed = zlib.compress(_adapter().dump_json(plan, exclude_defaults=True), 9)
    return base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def unpack_plan(text: str) -> dict[str, list[PlannedPosition]]:
    """Return the positions of each scenario from an address parameter.

    Raises:
        LinkError: If the text is cut, too long or holds unknown values.
    """
    if len(text) > MOST_CHARACTERS:
        raise LinkError("The plan in this link is too long to be one of ours: ask for the link again.")
    unpacker = zlib.decompressobj()
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        json = unpacker.decompress(raw, MOST_BYTES)
    except (ValueError, zlib.error) as error:
        raise LinkError("The plan in this link is damaged: copy the whole link and try again.") from error
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise LinkError("The plan in this link is cut off or too large: ask for the link again.")
    try:
        return _adapter().validate_json(json)
    except ValueError as error:
        raise LinkError(f"The plan in this link holds a value that is not known: {_reason(error)}") from error


@cache
def _adapter() -> TypeAdapter[dict[str, list[PlannedPosition]]]:
    from typing import Annotated

    from pydantic import Field, TypeAdapter

    name = Annotated[str, Field(max_length=LONGEST_NAME)]
    rows = Annotated[list[PlannedPosition], Field(max_length=MOST_POSITIONS)]
    return TypeAdapter(Annotated[dict[name, rows], Field(max_length=MOST_SCENARIOS)])


def _reason(error: Any) -> str:
    """Return what pydantic, or our own check of a position, says of the first wrong value, as a sentence."""
    first = error.errors()[0]
    ours = first.get("ctx", {}).get("error")
    words = str(ours) if isinstance(ours, ValueError) else first["msg"]
    return words if words.endswith(".") else f"{words}."
