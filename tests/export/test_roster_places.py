from __future__ import annotations

import re

import pytest

from lib.export.roster_places import FoundArea, area_of, postal_code
from lib.hiring.position import states
from lib.tables import load_wages


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("TX", "Texas"),
        ("texas", "Texas"),
        ("Texas (state)", "Texas"),
        ("D.C.", "District of Columbia"),
        ("Kansas", "Kansas"),
        ("New York State", "New York"),
        ("New York (state)", "New York"),
        ("New York, NY", "New York-Newark-Jersey City, NY-NJ"),
        ("New York-Newark-Jersey City, NY-NJ (metro area)", "New York-Newark-Jersey City, NY-NJ"),
        ("Dallas", "Dallas-Fort Worth-Arlington, TX"),
        ("dallas-fort worth", "Dallas-Fort Worth-Arlington, TX"),
        ("Fort Worth", "Dallas-Fort Worth-Arlington, TX"),
        ("Portland, OR", "Portland-Vancouver-Hillsboro, OR-WA"),
        ("Portland OR", "Portland-Vancouver-Hillsboro, OR-WA"),
        ("Portland, Maine", "Portland-South Portland, ME"),
        ("Arlington, VA", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("Washington, D.C.", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("Kansas City", "Kansas City, MO-KS"),
        ("Winston–Salem", "Winston-Salem, NC"),
        ("Coeur d’Alene", "Coeur d'Alene, ID"),
        ("Honolulu", "Urban Honolulu, HI"),
        ("Louisville", "Louisville/Jefferson County, KY-IN"),
        ("Western Washington", "Western Washington nonmetropolitan area"),
    ],
)
def test_a_place_is_found_by_its_names(text: str, title: str) -> None:
    assert load_wages().areas[area_of(text).code].area_title == title


@pytest.mark.parametrize(
    ("text", "state", "title"),
    [
        ("Portland", "ME", "Portland-South Portland, ME"),
        ("New York", "NY", "New York-Newark-Jersey City, NY-NJ"),
        ("Washington", "DC", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("Washington", "WA", "Washington"),
        ("Dallas", "OK", "Dallas-Fort Worth-Arlington, TX"),
        ("Auburn", "ME", "Lewiston-Auburn, ME"),
        ("Wilmington", "DE", "Philadelphia-Camden-Wilmington, PA-NJ-DE-MD"),
        ("Alexandria", "VA", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
    ],
)
def test_a_state_beside_it_decides_between_places_of_one_name(text: str, state: str, title: str) -> None:
    assert load_wages().areas[area_of(text, state).code].area_title == title


@pytest.mark.parametrize(
    ("text", "state", "candidates"),
    [
        ("New York", None, "New York (state); New York-Newark-Jersey City, NY-NJ"),
        ("Columbus", None, "Columbus, GA-AL; Columbus, IN; Columbus, OH"),
        ("Columbus", "TX", "Columbus, GA-AL; Columbus, IN; Columbus, OH"),
    ],
)
def test_a_place_that_can_be_several_names_them(text: str, state: str | None, candidates: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"“{text}” can be: {candidates}. Write one of these.")):
        area_of(text, state)


OHIO, TEXAS, COLUMBUS_IN, COLUMBUS_OH, CLEVELAND_OH, DALLAS = "39", "48", "18020", "18140", "17410", "19100"


@pytest.mark.parametrize(
    ("text", "state", "default", "note"),
    [
        ("Columbus", "GA", COLUMBUS_OH, "Columbus, GA-AL: the row states GA"),
        ("Columbus", "AL", COLUMBUS_OH, "Columbus, GA-AL: the row states AL"),
        ("Columbus", None, COLUMBUS_OH, "Columbus, OH: the plan is for this place"),
        ("Columbus", "TX", COLUMBUS_IN, "Columbus, IN: the plan is for this place"),
        ("Columbus", None, CLEVELAND_OH, "Columbus, OH: the only one in OH, where the plan is"),
        ("columbus", "TX", OHIO, "Columbus, OH: the only one in OH, where the plan is"),
        ("Arlington", None, DALLAS, "Dallas-Fort Worth-Arlington, TX: the plan is for this place"),
        ("New York", None, "36", "New York (state): the plan is for this place"),
        ("New York", "NY", "36", "New York-Newark-Jersey City, NY-NJ: the row states NY"),
        ("New York", "NJ", TEXAS, "New York-Newark-Jersey City, NY-NJ: the row states NJ"),
        ("Washington", None, "42660", "Washington (state): the only one in WA, where the plan is"),
        ("Wilmington", None, "37980", "Philadelphia-Camden-Wilmington, PA-NJ-DE-MD: the plan is for this place"),
        ("Wilmington", None, TEXAS, "Wilmington, NC: the area whose name begins with it"),
        ("Wilmington", None, None, "Wilmington, NC: the area whose name begins with it"),
    ],
)
def test_of_several_places_the_row_then_the_plan_decides_and_that_is_said(
    text: str, state: str | None, default: str | None, note: str
) -> None:
    found = area_of(text, state, default)
    assert found.note == f"“{text}” is taken as {note}."
    area = load_wages().areas[found.code]
    assert note.startswith(area.area_title)


@pytest.mark.parametrize(("text", "default"), [("Dallas", COLUMBUS_OH), ("Columbus, OH", COLUMBUS_IN), ("OH", DALLAS)])
def test_a_place_of_one_meaning_needs_no_note(text: str, default: str) -> None:
    assert area_of(text, None, default).note == ""


@pytest.mark.parametrize(
    ("text", "state", "default"),
    [
        ("Columbus", None, DALLAS),  # none in Texas
        ("Columbus", None, "00000"),
        ("New York", None, "10580"),  # Albany: both the state and the city are in it
        ("North", "FL", DALLAS),  # several in the row's state, none the plan's
    ],
)
def test_a_place_is_refused_if_neither_the_row_nor_the_plan_decides(
    text: str, state: str | None, default: str | None
) -> None:
    with pytest.raises(ValueError, match=f"^“{text}” can be: "):
        area_of(text, state, default)


def test_only_places_in_the_state_of_the_row_are_offered() -> None:
    there = "North Florida nonmetropolitan area; North Port-Bradenton-Sarasota, FL"
    with pytest.raises(ValueError, match=f"^“North” can be: {there}. Write one of these.$"):
        area_of("North", "FL")


def test_of_many_places_the_first_are_named() -> None:
    with pytest.raises(ValueError, match=r"^“North” can be: (?:[^;]+; ){5}[^;]+ and others\. Write one of these\.$"):
        area_of("North")


@pytest.mark.parametrize("text", ["Marfa, TX", "London, UK", "Puerto Rico", "United States", "Dall", "(", ".", ""])
def test_a_place_without_an_area_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=rf"^No area of BLS is called “{re.escape(text)}”\. Write a state, or a metro"):
        area_of(text)


def test_every_title_of_bls_leads_to_its_area() -> None:
    found = {code: area for code, area in load_wages().areas.items() if area.state in states()}
    assert len(found) > 500
    for code, area in found.items():
        title = f"{area.area_title} (state)" if area.area_type == "state" else area.area_title
        assert area_of(title) == FoundArea(code)


def test_states_are_known_by_code_and_name() -> None:
    assert [postal_code(state) for state in states()] == list(states())
