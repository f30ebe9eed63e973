"""Links to put together and to open, for the tests of the plan link."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest

from lib.export.plan_json import VERSION
from lib.export.plan_link import (
    LinkError,
    unpack_plan,
)
from lib.hiring import Scenarios

ROW = {"role": "paralegal", "area": "48"}


PLAN = {"name": "A", "first": "2027-01", "positions": [ROW]}


DATA = {"version": VERSION, "plans": [PLAN]}


def row(**changes: Any) -> dict[str, Any]:
    return DATA | {"plans": [PLAN | {"positions": [ROW, ROW | changes]}]}


def plan(**changes: Any) -> dict[str, Any]:
    return DATA | {"plans": [PLAN | changes]}


def packed(content: bytes) -> str:
    return base64.urlsafe_b64encode(zlib.compress(content, 9)).decode("ascii").rstrip("=")


def packed_json(data: Any) -> str:
    return packed(json.dumps(data).encode())


def scenarios_or_refusal(text: str) -> Scenarios | None:
    """Return the scenarios of a link, or None if it is refused in a sentence; any other error is a failure."""
    try:
        return unpack_plan(text)
    except LinkError as error:
        require_sentence(str(error))
    return None


def refusal(text: str) -> str:
    with pytest.raises(LinkError) as raised:
        unpack_plan(text)
    return require_sentence(str(raised.value))


def require_sentence(sentence: str) -> str:
    assert sentence.startswith("The plan in this link ")
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert len(sentence) < 700
    return sentence
