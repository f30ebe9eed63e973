"""A plan packed into one address parameter, and read back with suspicion.

JSON, compressed and written in the characters an address allows. What comes back may have been typed or
cut by anybody: its size is bounded before and after unpacking, and every value is checked.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from lib.hiring.plan import PlannedPosition

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import TypeAdapter

MOST_CHARACTERS: Final = 8_000
MOST_BYTES: Final = 60_000


class LinkError(ValueError):
    """A link does not hold a plan. The message says what to do."""


def pack_plan(scenarios: Mapping[str, Sequence[PlannedPosition]]) -> str:
    """Return the positions of each scenario as text for an address."""
    data = {name: [asdict(position) for position in rows] for name, rows in scenarios.items()}
    packed = zlib.compress(_adapter().dump_json(_adapter().validate_python(data), exclude_defaults=True), 9)
    return base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def unpack_plan(text: str) -> dict[str, list[PlannedPosition]]:
    """Return the positions of each scenario from an address parameter.

    Raises:
        LinkError: If the text is cut, too long or holds unknown values.
    """
    if len(text) > MOST_CHARACTERS:
        raise LinkError("The plan in this link is too long to be one of ours: ask for the link again.")
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        unpacker = zlib.decompressobj()
        json = unpacker.decompress(raw, MOST_BYTES)
        if unpacker.unconsumed_tail or not unpacker.eof:
            raise LinkError("The plan in this link is cut off or too large: ask for the link again.")
        return _adapter().validate_json(json)
    except (binascii.Error, zlib.error, UnicodeEncodeError) as error:
        raise LinkError("The plan in this link is damaged: copy the whole link and try again.") from error
    except ValueError as error:
        if isinstance(error, LinkError):
            raise
        raise LinkError(f"The plan in this link holds a value that is not known: {_first(error)}") from error


@cache
def _adapter() -> TypeAdapter[dict[str, list[PlannedPosition]]]:
    from typing import Annotated

    from pydantic import Field, TypeAdapter

    rows = Annotated[list[PlannedPosition], Field(max_length=100)]
    return TypeAdapter(Annotated[dict[str, rows], Field(max_length=4)])


def _first(error: Any) -> str:
    errors = error.errors() if hasattr(error, "errors") else []
    return str(errors[0]["msg"]) if errors else str(error)
