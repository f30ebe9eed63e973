from __future__ import annotations

import codecs
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.export.plan_file import SCHEMA, read_plan_file, write_plan_file
from lib.export.plan_json import MOST_BYTES, PlanError
from lib.hiring import Firm, Plan, PlannedPosition, Scenarios
from tests.export.plans import fullest, scenarios, varied

SHOWN = Scenarios(
    (Plan("Büro", (PlannedPosition("paralegal", "48", count=2),), Firm(turnover=0.2), "2027-01"),), budget=90_000.0
)
FILE = """{
 "schema": "legal-support-staffing-plan",
 "version": 2,
 "budget": 90000.0,
 "plans": [
  {
   "name": "Büro",
   "first": "2027-01",
   "firm": {
    "turnover": 0.2
   },
   "positions": [
    {
     "role": "paralegal",
     "area": "48",
     "count": 2
    }
   ]
  }
 ]
}"""


def refusal(content: bytes) -> str:
    with pytest.raises(PlanError) as raised:
        read_plan_file(content)
    return require_sentence(str(raised.value))


def require_sentence(sentence: str) -> str:
    assert sentence.startswith("This plan file cannot be used. ")
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert len(sentence) < 700
    return sentence


def changed(**changes: Any) -> bytes:
    return json.dumps(json.loads(FILE) | changes).encode()


@given(scenarios())
def test_scenarios_come_back(shown: Scenarios) -> None:
    assert read_plan_file(write_plan_file(shown)) == shown


@pytest.mark.parametrize("shown", [varied(20), fullest()], ids=["varied", "fullest"])
def test_large_scenarios_come_back(shown: Scenarios) -> None:
    content = write_plan_file(shown)
    assert len(content) < MOST_BYTES
    assert read_plan_file(content) == shown


def test_a_file_can_be_read_and_changed_by_people() -> None:
    assert write_plan_file(SHOWN).decode() == FILE
    assert read_plan_file(FILE.replace('"count": 2', '"count": 3').encode()).plans[0].people == 3


def test_an_editor_may_add_a_byte_order_mark_and_line_ends_of_its_own() -> None:
    assert read_plan_file(codecs.BOM_UTF8 + FILE.replace("\n", "\r\n").encode()) == SHOWN


def test_half_a_character_cannot_be_saved() -> None:
    with pytest.raises(PlanError, match=r"^A name or the question holds a character that cannot be saved: type it"):
        write_plan_file(Scenarios((Plan("A"),), question="\udfff"))


@pytest.mark.parametrize(
    "content",
    [b"", b"role,area\nparalegal,48\n", b"PK\x03\x04", FILE.encode("utf-16"), FILE.encode("cp1252"), b"[" * 100_000],
    ids=["empty", "csv", "xlsx", "utf-16", "cp1252", "deep"],
)
def test_what_is_no_json_is_refused(content: bytes) -> None:
    assert "It cannot be read as JSON (" in refusal(content)
    assert refusal(content).endswith("): save it again where it comes from.")


@pytest.mark.parametrize("schema", [None, "cooking-recipe", 2, [SCHEMA]])
def test_a_file_of_something_else_is_refused(schema: Any) -> None:
    assert refusal(changed(schema=schema)).endswith("It holds something else: choose a plan file that was saved here.")


def test_json_without_our_schema_is_refused() -> None:
    assert "It holds something else" in refusal(b"{}")
    assert "It holds no plan: fields and values in { } are wanted" in refusal(b"[]")


def test_a_file_has_a_largest_size() -> None:
    assert read_plan_file(FILE.encode().ljust(MOST_BYTES - 1)) == SHOWN
    assert refusal(FILE.encode().ljust(MOST_BYTES + 1)).endswith(
        "It is larger than 250 kB, and no plan is: choose another file."
    )


def test_a_newer_version_is_refused() -> None:
    assert refusal(changed(version=3)).endswith(
        "It was made by a newer version of this page (3; this one reads 2): open it there, or update this one."
    )


def test_an_unknown_value_is_refused_with_its_place_and_reason() -> None:
    content = FILE.replace('"48"', '"00"').encode()
    assert "Scenario “Büro”, row 1: area '00' is not known: use a BLS area code" in refusal(content)


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_arbitrary_bytes_are_refused_in_a_sentence(content: bytes) -> None:
    refusal(content)


@given(st.integers(0, len(FILE.encode()) - 1), st.binary(max_size=3))
def test_a_damaged_file_leads_to_a_refusal_or_a_plan(at: int, put: bytes) -> None:
    content = FILE.encode()
    try:
        read_plan_file(content[:at] + put + content[at + 1 :])
    except PlanError as error:
        require_sentence(str(error))
