from __future__ import annotations

import pytest

from lib.ingest.areas import area_code, area_state
from lib.ingest.refusal import RefusedError


@pytest.mark.parametrize(
    ("text", "area_type", "code"),
    [
        ("99", "nation", "99"),
        ("1", "state", "01"),
        ("01", "state", "01"),
        ("72", "territory", "72"),
        ("10180", "metro", "10180"),
        ("100001", "nonmetro", "0100001"),
        ("0100001", "nonmetro", "0100001"),
    ],
)
def test_leading_zeros_are_given_back(text: str, area_type: str, code: str) -> None:
    assert area_code(text, area_type, place="") == code


@pytest.mark.parametrize(
    ("text", "area_type"),
    [
        ("0", "nation"),
        ("99", "state"),
        ("010180", "metro"),
        ("AL", "state"),
        ("1.5", "state"),
        ("²", "state"),
    ],
)
def test_a_code_of_another_type_is_refused(text: str, area_type: str) -> None:
    with pytest.raises(RefusedError, match=f"row 3: AREA '.+' is not the code of a {area_type}"):
        area_code(text, area_type, place="file, row 3")


@pytest.mark.parametrize(
    ("primary", "area_type", "code", "title", "state"),
    [
        ("", "nation", "99", "United States", "US"),
        ("AL", "state", "01", "Alabama", "AL"),
        ("", "state", "01", "Alabama", "AL"),
        ("", "territory", "72", "Puerto Rico", "PR"),
        ("", "nonmetro", "0100001", "Northwest Alabama nonmetropolitan area", "AL"),
        ("", "metro", "10180", "Abilene, TX", "TX"),
        ("", "metro", "17140", "Cincinnati, OH-KY-IN", "OH"),
        ("", "metro", "71654", "Boston-Cambridge-Newton, MA NECTA Division", "MA"),
    ],
)
def test_the_state_comes_from_bls_or_from_code_and_title(
    primary: str, area_type: str, code: str, title: str, state: str
) -> None:
    assert area_state(primary, area_type, code, title, place="") == state


@pytest.mark.parametrize(("area_type", "code"), [("metro", "10180"), ("state", "03")])
def test_an_area_without_a_state_is_refused(area_type: str, code: str) -> None:
    with pytest.raises(RefusedError, match=r"row 3: the state of the area 'Nowhere' cannot be told"):
        area_state("", area_type, code, "Nowhere", place="file, row 3")
