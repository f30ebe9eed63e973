from __future__ import annotations

import base64
import json
import random
import re
import zlib
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.export import LinkError, pack_plan, unpack_plan
from lib.export.plan_link import LONGEST_NAME, MOST_BYTES, MOST_CHARACTERS, MOST_SCENARIOS
from lib.hiring import ARRANGEMENTS
from lib.hiring.plan import MOST_COUNT, MOST_POSITIONS, PAY_BASES, PlannedPosition
from lib.hiring.position import MOST_PAY, states
from lib.pay.profile import factor_levels
from lib.tables import central_roles, load_wages

AREAS = sorted(code for code, area in load_wages().areas.items() if area.state in states())
EXPERIENCE = [level.level for level in factor_levels("paralegal", "experience")]
ROW = {"role": "paralegal", "area": "48"}
PLAN = {"A": [PlannedPosition("paralegal", "48")], "B": []}


@st.composite
def positions(draw: st.DrawFn) -> PlannedPosition:
    return PlannedPosition(
        role=draw(st.sampled_from(central_roles())),
        area=draw(st.sampled_from(AREAS)),
        experience=draw(st.none() | st.sampled_from(EXPERIENCE)),
        pay_basis=draw(st.sampled_from(list(PAY_BASES))),
        amount=draw(st.none() | st.just(0.0) | st.floats(0.01, MOST_PAY)),
        arrangement=draw(st.sampled_from(list(ARRANGEMENTS))),
        count=draw(st.integers(1, MOST_COUNT)),
    )


names = st.text(st.characters(codec="utf-8"), max_size=LONGEST_NAME)
plans = st.dictionaries(names, st.lists(positions(), max_size=6), max_size=MOST_SCENARIOS)


def packed(content: bytes) -> str:
    return base64.urlsafe_b64encode(zlib.compress(content, 9)).decode("ascii").rstrip("=")


def packed_json(plan: Any) -> str:
    return packed(json.dumps(plan).encode())


def plan_or_refusal(text: str) -> dict[str, list[PlannedPosition]] | None:
    """Return the plan of a link, or None if it is refused in a sentence; any other error is a failure."""
    try:
        return unpack_plan(text)
    except LinkError as error:
        sentence = str(error)
    assert sentence.endswith(".")
    return None


def refusal(text: str) -> str:
    with pytest.raises(LinkError) as raised:
        unpack_plan(text)
    sentence = str(raised.value)
    assert sentence.startswith("The plan in this link ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@given(plans)
def test_a_plan_comes_back(plan: dict[str, list[PlannedPosition]]) -> None:
    assert unpack_plan(pack_plan(plan)) == plan


@given(plans)
def test_a_link_holds_only_characters_an_address_allows(plan: dict[str, list[PlannedPosition]]) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]+", pack_plan(plan))


def test_the_largest_plan_fits() -> None:
    dice = random.Random(1)
    row = [
        PlannedPosition(
            dice.choice(central_roles()),
            dice.choice(AREAS),
            dice.choice(EXPERIENCE),
            dice.choice(list(PAY_BASES)),
            dice.uniform(1, MOST_PAY),
            dice.choice(list(ARRANGEMENTS)),
            dice.randint(1, MOST_COUNT),
        )
        for _ in range(MOST_SCENARIOS * MOST_POSITIONS)
    ]
    plan = {str(at) * LONGEST_NAME: row[at::MOST_SCENARIOS] for at in range(MOST_SCENARIOS)}
    assert {len(rows) for rows in plan.values()} == {MOST_POSITIONS}
    link = pack_plan(plan)
    assert len(link) <= MOST_CHARACTERS
    assert unpack_plan(link) == plan


def test_an_ordinary_plan_makes_a_short_link() -> None:
    assert len(pack_plan(PLAN)) < 100


@pytest.mark.parametrize(
    ("plan", "reason"),
    [
        ({"A": PLAN["A"] * (MOST_POSITIONS + 1)}, "at most 100 items"),
        (dict.fromkeys("ABC", PLAN["A"]), "at most 2 items"),
        ({"A" * (LONGEST_NAME + 1): PLAN["A"]}, "at most 40 characters"),
    ],
)
def test_a_plan_no_link_can_hold_is_refused_before_it_is_sent(
    plan: dict[str, list[PlannedPosition]], reason: str
) -> None:
    with pytest.raises(LinkError, match=rf"^This plan does not fit into a link: .*{reason}.*\.$"):
        pack_plan(plan)


@given(plans, st.data())
def test_a_cut_link_is_refused(plan: dict[str, list[PlannedPosition]], data: st.DataObject) -> None:
    link = pack_plan(plan)
    sentence = refusal(link[: data.draw(st.integers(0, len(link) - 2))])
    assert "cut off" in sentence or "damaged" in sentence


@given(plans, st.data())
def test_a_changed_character_never_leads_to_a_traceback(
    plan: dict[str, list[PlannedPosition]], data: st.DataObject
) -> None:
    link = pack_plan(plan)
    at = data.draw(st.integers(0, len(link) - 1))
    changed = link[:at] + data.draw(st.characters()) + link[at + 1 :]
    assert plan_or_refusal(changed) in (None, plan)  # the check sum of the compression lets nothing else through


@pytest.mark.parametrize("text", ["", "=", "####", "%%%", " ", "\x00"])
def test_an_empty_link_is_cut_off(text: str) -> None:
    assert "is cut off or too large: ask for the link again" in refusal(text)


@pytest.mark.parametrize(
    "text", ["x", "abc", "é", "plan=é", "\ud800", base64.urlsafe_b64encode(b"text").decode(), "A" * 8_000]
)
def test_a_damaged_link_says_to_copy_it_again(text: str) -> None:
    assert "is damaged: copy the whole link and try again" in refusal(text)


def test_a_link_has_a_largest_length() -> None:
    assert "too long to be one of ours: ask for the link again" in refusal("A" * (MOST_CHARACTERS + 1))
    assert "too long" not in refusal("A" * MOST_CHARACTERS)


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 5_000_000], ids=["one byte too many", "bomb"])
def test_a_bomb_is_not_unpacked(size: int) -> None:
    bomb = packed(b"{}" + b" " * (size - 2))
    assert len(bomb) < MOST_CHARACTERS
    assert "is cut off or too large: ask for the link again" in refusal(bomb)


def test_what_is_just_small_enough_is_unpacked() -> None:
    assert unpack_plan(packed(b"{}" + b" " * (MOST_BYTES - 2))) == {}


@pytest.mark.parametrize(
    ("plan", "reason"),
    [
        ([], "Input should be an object."),
        ("A", "Input should be an object."),
        ({"A": {}}, "Input should be a valid array."),
        ({"A": ["paralegal"]}, "Input should be an object."),
        ({"A": [{"role": "paralegal"}]}, "Field required."),
        ({"A": [ROW | {"role": "lawyer"}]}, "role 'lawyer' is not known. Known: paralegal, legal_secretary."),
        ({"A": [ROW | {"area": "00"}]}, "area '00' is not known: use a BLS area code"),
        ({"A": [ROW | {"area": "99"}]}, "Choose a state, metropolitan or nonmetropolitan area"),
        ({"A": [ROW | {"area": 48}]}, "Input should be a valid string."),
        ({"A": [ROW | {"experience": "long"}]}, "experience 'long' is not known. Known: 0-1, 2-3"),
        ({"A": [ROW | {"pay_basis": "p99"}]}, "pay_basis 'p99' is not known. Known: median, p10"),
        ({"A": [ROW | {"arrangement": "beach"}]}, "arrangement 'beach' is not known. Known: in_office, remote"),
        ({"A": [ROW | {"count": 0}]}, "The number of people must be 1 to 1,000, not 0."),
        ({"A": [ROW | {"count": 1_001}]}, "The number of people must be 1 to 1,000, not 1,001."),
        ({"A": [ROW | {"count": 1.5}]}, "Input should be a valid integer"),
        ({"A": [ROW | {"pay_basis": "typed", "amount": 1_000_001}]}, "Type an amount above 0 and up to 1,000,000"),
        ({"A": [ROW | {"amount": -1}]}, "Type an amount above 0 and up to 1,000,000 dollars a year"),
        ({"A": [ROW | {"amount": float("inf")}]}, "Type an amount above 0 and up to 1,000,000 dollars a year"),
        ({"A": [ROW | {"amount": float("nan")}]}, "Type an amount above 0 and up to 1,000,000 dollars a year"),
        ({"A": [ROW] * 101}, "at most 100 items"),
        ({"A": [], "B": [], "C": []}, "at most 2 items"),
        ({"A" * 41: []}, "at most 40 characters."),
    ],
)
def test_an_unknown_value_is_refused_with_its_reason(plan: Any, reason: str) -> None:
    sentence = refusal(packed_json(plan))
    assert sentence.startswith("The plan in this link holds a value that is not known: ")
    assert reason in sentence
    assert "Value error" not in sentence


@pytest.mark.parametrize(
    "content", [b"", b"plan", b"\xff", b"[" * 10_000, b'{"A":[{"role":"paralegal","area":"48","count":1' + b"0" * 5_000]
)
def test_what_is_no_json_is_refused(content: bytes) -> None:
    assert "Invalid JSON" in refusal(packed(content))


@given(st.text(max_size=200))
@example("eJw")
def test_arbitrary_text_leads_to_a_refusal_or_a_plan(text: str) -> None:
    plan_or_refusal(text)


@given(st.binary(max_size=200))
def test_arbitrary_bytes_lead_to_a_refusal_or_a_plan(content: bytes) -> None:
    plan_or_refusal(base64.urlsafe_b64encode(content).decode())
    plan_or_refusal(packed(content))


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["48", "99", "p10"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*PlannedPosition.__dataclass_fields__, "other"]), values))
def test_arbitrary_values_lead_to_a_refusal_or_a_position_that_can_be_priced(changes: dict[str, Any]) -> None:
    plan = plan_or_refusal(packed_json({"A": [ROW | changes]}))
    for position in (plan or {"A": []})["A"]:
        assert position.problem or position.priced().annual_pay > 0
