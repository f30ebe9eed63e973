from __future__ import annotations

import base64
import json
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.export.plan_json import MOST_BYTES, PlanError, from_json, to_json
from lib.export.plan_link import (
    MOST_CHARACTERS,
    LinkError,
    LinkTooLong,
    fits,
    pack_plan,
    unpack_plan,
)
from lib.hiring import Firm, Plan, PlannedPosition, Scenarios
from lib.hiring.plan import MOST_POSITIONS, first_month
from lib.hiring.scenarios import example as opening
from tests.export.links import (
    DATA,
    PLAN,
    ROW,
    packed,
    packed_json,
    plan,
    refusal,
    row,
    scenarios_or_refusal,
)
from tests.export.plans import fullest, scenarios, varied


@given(scenarios())
def test_scenarios_come_back(shown: Scenarios) -> None:
    assert unpack_plan(pack_plan(shown)) == shown
    assert from_json(to_json(shown)) == shown


@given(scenarios())
def test_a_link_holds_only_characters_an_address_allows(shown: Scenarios) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]+", pack_plan(shown))


def test_what_is_at_its_default_is_left_out_but_for_the_first_month() -> None:
    shown = Scenarios((Plan("A", (PlannedPosition("paralegal", "48"),), Firm(turnover=0.2)),))
    assert json.loads(to_json(shown)) == {
        "version": 2,
        "plans": [{"name": "A", "first": first_month(), "firm": {"turnover": 0.2}, "positions": [ROW]}],
    }


def test_a_plan_keeps_its_months_when_the_default_moves_on(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Scenarios((Plan("A"),))
    content = to_json(before)
    monkeypatch.setattr("lib.hiring.plan.tax_year", lambda: 2040)
    assert Plan("A").first == "2041-01"
    assert from_json(content) == before


def test_a_plan_without_a_first_month_begins_as_a_new_one_does() -> None:
    data = DATA | {"plans": [{"name": "A"}]}
    assert unpack_plan(packed_json(data)) == Scenarios((Plan("A"),))


def test_links_are_short() -> None:
    assert len(pack_plan(opening())) < 200
    assert len(pack_plan(varied(20))) < 2_400  # 80 different rows
    assert fits(pack_plan(varied(MOST_POSITIONS)))


def test_what_does_not_fit_into_a_link_is_to_be_saved_as_a_file() -> None:
    with pytest.raises(LinkTooLong) as raised:
        pack_plan(fullest())
    assert re.fullmatch(
        r"This plan is too long for a link \(\d\d,\d{3} characters, 8,000 fit\): save it as a file instead\.",
        str(raised.value),
    )
    assert from_json(to_json(fullest())) == fullest()


def test_a_text_fits_up_to_the_largest_length() -> None:
    assert fits("A" * MOST_CHARACTERS)
    assert not fits("A" * (MOST_CHARACTERS + 1))


def test_half_a_character_cannot_be_packed() -> None:
    with pytest.raises(LinkError, match=r"^A name or the question holds a character that cannot be saved: type"):
        pack_plan(Scenarios((Plan("\ud800"),)))


@given(scenarios(), st.data())
def test_a_cut_link_is_refused(shown: Scenarios, data: st.DataObject) -> None:
    link = pack_plan(shown)
    sentence = refusal(link[: data.draw(st.integers(0, len(link) - 2))])
    assert "cut off" in sentence or "damaged" in sentence


@given(scenarios(), st.data())
def test_a_changed_character_never_leads_to_a_traceback(shown: Scenarios, data: st.DataObject) -> None:
    link = pack_plan(shown)
    at = data.draw(st.integers(0, len(link) - 1))
    changed = link[:at] + data.draw(st.characters()) + link[at + 1 :]
    # The check sum of the compression lets nothing else through.
    assert scenarios_or_refusal(changed) in (None, shown)


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
    bomb = packed(json.dumps(DATA).encode().ljust(size))
    assert fits(bomb)
    assert "is cut off or too large: ask for the link again" in refusal(bomb)


def test_what_is_just_small_enough_is_unpacked() -> None:
    content = json.dumps(DATA).encode()
    assert unpack_plan(packed(content.ljust(MOST_BYTES))) == from_json(content)


def test_json_has_a_largest_size() -> None:
    with pytest.raises(PlanError, match=r"^It is larger than 250 kB, and no plan is: choose another file"):
        from_json(b" " * (MOST_BYTES + 1))


@pytest.mark.parametrize("version", [3, 2_000_000, 10**200])
def test_a_newer_version_is_refused(version: int) -> None:
    sentence = refusal(packed_json({"version": version, "anything": 1}))
    assert sentence.startswith("The plan in this link cannot be used. It was made by a newer version of this page (")
    assert sentence.endswith("; this one reads 2): open it there, or update this one.")


@pytest.mark.parametrize("version", [1, 0, -1, "2", 2.0, True, None, [2]])
def test_an_unknown_version_is_refused(version: Any) -> None:
    assert 'Its "version" is not 2: save the plan again' in refusal(packed_json(DATA | {"version": version}))


ROW_2 = "Scenario “A”, row 2"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ([], "It holds no plan: fields and values in { } are wanted"),
        ("A", "It holds no plan: fields and values in { } are wanted"),
        ({"version": 2}, "plans: it is missing: add it."),
        (DATA | {"plans": {}}, "plans: write a list in [ ]."),
        (DATA | {"plans": [3]}, "Scenario 1: write fields and values in { }."),
        (DATA | {"plans": []}, "There can be 1 to 4 scenarios, not 0."),
        (DATA | {"plans": [PLAN, PLAN]}, "Each scenario needs a name of its own."),
        (DATA | {"plans": [PLAN | {"name": str(at)} for at in range(5)]}, "There can be 1 to 4 scenarios, not 5."),
        (DATA | {"budget": 0}, "Type a budget above $0"),
        (DATA | {"budget": "much"}, "budget: write a number, without quotation marks."),
        (DATA | {"question": "?" * 201}, "question: write up to 200 characters."),
        (DATA | {"other": 1}, "other: no such field is known: remove it."),
        (DATA | {"o\n" * 50: 1}, "o o o o o o o o o o o o o o o o o o o o …: no such field is known: remove it."),
        (plan(name=" "), "Scenario 1: Give the scenario a name of 1 to 40 characters."),
        (plan(name=5), "Scenario 1, name: write text in quotation marks."),
        (plan(name="A" * 41), f"Scenario “{'A' * 40}…”: Give the scenario a name of 1 to 40"),
        (plan(first="2027-13"), "Scenario “A”: A month is written like 2027-03, not '2027-13'."),
        (plan(months=61), "Scenario “A”: A plan spans 12 to 60 months, not 61."),
        (plan(carried=1), "Scenario “A”, carried: write true or false, without quotation marks."),
        (plan(positions=[ROW] * 101), "Scenario “A”: A plan holds up to 100 rows, not 101."),
        (plan(positions=["paralegal"]), "Scenario “A”, row 1: write fields and values in { }."),
        (plan(firm={"headcount": 0}), "Scenario “A”, firm: A firm has 1 to 100,000 employees, not 0."),
        (
            plan(firm={"turnover": 6}),
            "Scenario “A”, firm: Turnover: type 0% to 200% (% of positions a year), not 600%.",
        ),
        (plan(firm={"parking": 6}), "Scenario “A”, firm, parking: no such field is known: remove it."),
        (row(role=None), f"{ROW_2}, role: write text in quotation marks."),
        (row(role="lawyer"), f"{ROW_2}: role 'lawyer' is not known. Known: paralegal, legal_secretary."),
        (row(role="r" * 201), f"{ROW_2}, role: write up to 200 characters."),
        (row(area="00"), f"{ROW_2}: area '00' is not known: use a BLS area code"),
        (row(area="99"), f"{ROW_2}: Choose a state, metropolitan or nonmetropolitan area"),
        (row(area=48), f"{ROW_2}, area: write text in quotation marks."),
        (row(experience="long"), f"{ROW_2}: experience 'long' is not known. Known: 0-1, 2-3"),
        (row(pay_basis="p99"), f"{ROW_2}: pay_basis 'p99' is not known. Known: median, p10"),
        (row(arrangement="beach"), f"{ROW_2}: arrangement 'beach' is not known. Known: in_office, remote"),
        (row(search="luck"), f"{ROW_2}: search 'luck' is not known. Known: own, agency, none."),
        (row(works_in="XX"), f"{ROW_2}: works_in 'XX' is not known. Known: AK, AL"),
        (row(share=0.01), f"{ROW_2}: The share of full time must be 5 % to 100 %, not 1%."),
        (row(start="2027-05", end="2027-04"), f"{ROW_2}: The last month, April 2027, lies before the first, May"),
        (row(raise_a_year=0.6), f"{ROW_2}: The yearly raise must lie between -50 % and 50 %, not 60%."),
        (row(employed="yes"), f"{ROW_2}, employed: write true or false, without quotation marks."),
        (row(count=0), f"{ROW_2}: The number of people must be 1 to 1,000, not 0."),
        (row(count=1.5), f"{ROW_2}, count: write a whole number, without quotation marks."),
        (row(count=True), f"{ROW_2}, count: write a whole number, without quotation marks."),
        (row(count=10**4_000), f"{ROW_2}: The number of people must be 1 to 1,000, not 10,000,000,000,"),
        (row(amount=-1), f"{ROW_2}: Type an amount above 0 and up to 1,000,000 dollars a year"),
        (row(amount=10**400), f"{ROW_2}, amount: write a number of ordinary size."),
        (row(nickname="Joe"), f"{ROW_2}, nickname: no such field is known: remove it."),
    ],
)
def test_an_unknown_value_is_refused_with_its_place_and_reason(data: Any, reason: str) -> None:
    assert refusal(packed_json(data)).startswith(f"The plan in this link cannot be used. {reason}")


def test_a_field_that_is_missing_is_named() -> None:
    assert f"{ROW_2}, area: it is missing: add it." in refusal(
        packed_json(plan(positions=[ROW, {"role": "paralegal"}]))
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"plan",
        b"\xff",
        b"[" * 10_000,
        b'{"version":2,"budget":NaN}',
        b'{"version":2,"budget":-Infinity}',
        b'{"version":2,"question":"\\ud800"}',
        b'{"version":2,"budget":1' + b"0" * 5_000 + b"}",
    ],
    ids=["nothing", "word", "byte", "deep", "nan", "infinity", "half a character", "digits"],
)
def test_what_is_no_json_is_refused(content: bytes) -> None:
    assert "It cannot be read as JSON (" in refusal(packed(content))


def test_a_number_too_large_for_a_computer_is_refused() -> None:
    assert "budget: write a number of ordinary size." in refusal(packed(b'{"version":2,"plans":[],"budget":1e999}'))


@given(st.text(max_size=200))
@example("eJw")
def test_arbitrary_text_leads_to_a_refusal_or_a_plan(text: str) -> None:
    scenarios_or_refusal(text)


@given(st.binary(max_size=200))
def test_arbitrary_bytes_lead_to_a_refusal_or_a_plan(content: bytes) -> None:
    scenarios_or_refusal(base64.urlsafe_b64encode(content).decode())
    scenarios_or_refusal(packed(content))


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["48", "99", "p10", "2027-01", 2, 0.5, 12, 1e300, 10**30]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def some_of(*names: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from([*names, "other"]), values, max_size=3)


@given(some_of("version", "plans", "budget", "question", "A", "B"))
def test_json_of_any_shape_leads_to_a_refusal_or_a_plan(data: dict[str, Any]) -> None:
    scenarios_or_refusal(packed_json(data))
    scenarios_or_refusal(packed_json(DATA | data))


@given(
    some_of(*Plan.__dataclass_fields__),
    some_of(*Firm.__dataclass_fields__),
    some_of(*PlannedPosition.__dataclass_fields__),
)
def test_arbitrary_values_lead_to_a_refusal_or_a_plan_that_can_be_counted(
    of_plan: dict[str, Any], of_firm: dict[str, Any], of_row: dict[str, Any]
) -> None:
    one = PLAN | {"firm": of_firm, "positions": [ROW | of_row]} | of_plan
    for each in (scenarios_or_refusal(packed_json(DATA | {"plans": [one]})) or Scenarios((Plan("A"),))).plans:
        for position in each.counted:
            assert position.priced().annual_pay > 0
