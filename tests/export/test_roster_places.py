from __future__ import annotations

import re

import pytest

from lib.export.roster_places import area_of, postal_code
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
    assert load_wages().areas[area_of(text)].area_title == title


@pytest.mark.parametrize(
    ("text", "state", "title"),
    [
        ("Portland", "ME", "Portland-South Portland, ME"),
        ("New York", "NY", "New York-Newark-Jersey City, NY-NJ"),
        ("Washington", "DC", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("Washington", "WA", "Washington"),
        ("Dallas", "OK", "Dallas-Fort Worth-Arlington, TX"),
    ],
)
def test_a_state_beside_it_decides_between_places_of_one_name(text: str, state: str, title: str) -> None:
    assert load_wages().areas[area_of(text, state)].area_title == title


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


def test_of_many_places_the_first_are_named() -> None:
    with pytest.raises(ValueError, match=r"^“North” can be: (?:[^;]+; ){5}[^;]+ and others\. Write one of these\.$"):
        area_of("North")


@pytest.mark.parametrize("text", ["Marfa, TX", "London, UK", "Puerto Rico", "United States", "Dall", "("])
def test_a_place_without_an_area_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=rf"^No area of BLS is called “{re.escape(text)}”\. Write a state, or a metro"):
        area_of(text)


def test_every_title_of_bls_leads_to_its_area() -> None:
    found = {code: area for code, area in load_wages().areas.items() if area.state in states()}
    assert len(found) > 500
    for code, area in found.items():
        assert area_of(f"{area.area_title} (state)" if area.area_type == "state" else area.area_title) == code


def test_states_are_known_by_code_and_name() -> None:
    assert [postal_code(state) for state in states()] == list(states())
