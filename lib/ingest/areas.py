"""Areas: codes padded to their length, and the state an area belongs to."""

from __future__ import annotations

import re
from typing import Final

from lib.ingest.refusal import RefusedError
from lib.tables.wage_schema import NATION

CODE_LENGTH: Final = {"nation": 2, "state": 2, "territory": 2, "metro": 5, "nonmetro": 7}
POSTAL_CODE: Final = re.compile(r"[A-Z]{2}")
METRO_STATES: Final = re.compile(r", ([A-Z]{2})(?:-[A-Z]{2})*(?: |$)")

# Federal Information Processing Standards (FIPS) codes: states, the District of Columbia, territories.
STATES: Final = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE",
    "11": "DC", "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA",
    "20": "KS", "21": "KY", "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN",
    "28": "MS", "29": "MO", "30": "MT", "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM",
    "36": "NY", "37": "NC", "38": "ND", "39": "OH", "40": "OK", "41": "OR", "42": "PA", "44": "RI",
    "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT", "50": "VT", "51": "VA", "53": "WA",
    "54": "WV", "55": "WI", "56": "WY", "66": "GU", "72": "PR", "78": "VI",
}  # fmt: skip


def area_code(text: str, area_type: str, *, place: str) -> str:
    """Return BLS's area code with the leading zeros that Excel may have dropped.

    Raises:
        RefusedError: If it is not a code of that type of area.
    """
    code = text.zfill(CODE_LENGTH[area_type])
    right_length = code.isascii() and code.isdigit() and len(code) == CODE_LENGTH[area_type]
    if not right_length or (area_type == "nation") != (code == NATION):
        raise RefusedError(f"{place}: AREA {text!r} is not the code of a {area_type}.")
    return code


def area_state(primary_state: str, area_type: str, code: str, title: str, *, place: str) -> str:
    """Return the postal code of the state an area belongs to; of its first state if it lies in several.

    Args:
        primary_state: BLS's own PRIM_STATE; files before May 2020 do not have it.
        area_type: One of our types of area.
        code: The area's code.
        title: The area's title; a metro area's ends with its states.
        place: The file and the row, for the message.

    Raises:
        RefusedError: If neither the column nor the code nor the title tells the state.
    """
    if area_type == "nation":
        return "US"
    if POSTAL_CODE.fullmatch(primary_state):
        return primary_state
    if area_type == "metro":
        found = METRO_STATES.search(title)
        state = found[1] if found else ""
    else:
        state = STATES.get(code[:2], "")
    if not state:
        raise RefusedError(f"{place}: the state of the area {title!r} cannot be told (no PRIM_STATE).")
    return state
