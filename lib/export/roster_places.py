"""The place a cell of a roster names: a state, a metropolitan or a nonmetropolitan area of BLS."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from lib.export.echo import quoted
from lib.hiring.position import states
from lib.tables import load_wages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lib.tables import Area

MOST_NAMED: Final = 6  # candidates named in a sentence
CITY_AND_STATE: Final = re.compile(r"(?P<city>.+?)(?:, ?(?P<state>[a-z ]+)| (?P<postal>[a-z]{2}))")


class FoundArea(NamedTuple):
    """An area a name means.

    Attributes:
        code: Its BLS area code.
        note: Which of several it is and why, as a sentence; empty if the name means one only.
    """

    code: str
    note: str = ""


def area_of(text: str, state: str | None = None, default: str | None = None) -> FoundArea:
    """Return the area of a place.

    Of several areas of one name it is the one in the row's state, else the default area itself, else the only one in
    the default area's state.

    Args:
        text: A state by name or postal code; a city, with or without its state; or the title BLS gives an area, or
            its beginning.
        state: Postal code the row states.
        default: Area code of the place the plan is for.

    Raises:
        ValueError: If no area bears the name, or several do and none is to be preferred.
    """
    named = _named(_key(text))
    found = [*named, *(area for area in _with_city(_key(text), _areas()) if area not in named)]
    if not found:
        raise ValueError(
            f"No area of BLS is called {quoted(text)}. Write a state, or a metropolitan area such as Dallas, TX."
        )
    if len(found) == 1:
        return FoundArea(found[0].area_code)
    there = _within(found, state)
    there = [area for area in there if area.area_type != "state"] or there
    preferred = (there[0], f"the row states {state}") if len(there) == 1 else _near(there or found, default)
    if preferred is None and len(named) == 1:
        preferred = named[0], "the area whose name begins with it"
    if preferred is None:
        raise ValueError(f"{quoted(text)} can be: {_listed(there or found)}. Write one of these.")
    area, why = preferred
    return FoundArea(area.area_code, f"{quoted(text)} is taken as {_shown(area)}: {why}.")


def _near(found: Sequence[Area], default: str | None) -> tuple[Area, str] | None:
    """Return the area that the plan's place is or has near, and why; None if there is no such one."""
    plan_area = load_wages().areas.get(default or "")
    if plan_area is None:
        return None
    if plan_area in found:
        return plan_area, "the plan is for this place"
    at_home = _within(found, plan_area.state)
    return (at_home[0], f"the only one in {plan_area.state}, where the plan is") if len(at_home) == 1 else None


def _listed(areas: Sequence[Area]) -> str:
    return "; ".join(map(_shown, areas[:MOST_NAMED])) + (" and others" if len(areas) > MOST_NAMED else "")


def _within(areas: Sequence[Area], state: str | None) -> list[Area]:
    return [area for area in areas if state in _postal_codes(area)]


def _shown(area: Area) -> str:
    return f"{area.area_title} (state)" if area.area_type == "state" else area.area_title


def postal_code(text: str) -> str:
    """Return the postal code of a state given by name or code.

    Raises:
        ValueError: If there is no such state.
    """
    found = _states().get(_key(text))
    if found is None:
        raise ValueError(f"No state is called {quoted(text)}. Write a postal code such as TX, or a state's name.")
    return found.state


def _named(key: str) -> list[Area]:
    """Return the areas a name can mean; the first kind of match that finds any decides."""
    if not key:
        return []
    state = _states().get(key)
    if state and key in (state.state.lower(), f"{_title(state)} state"):
        return [state]
    exact = [area for area in _areas() if key in (_title(area), _cities(area)[0])]
    if exact:
        return exact
    match = CITY_AND_STATE.fullmatch(key)
    beside = _states().get(match["state"] or match["postal"]) if match else None
    if match and beside:
        there = [area for area in _areas() if area.area_type != "state" and beside.state in _postal_codes(area)]
        return _beginning(match["city"], there) or _with_city(match["city"], there)
    return _beginning(key, _areas()) or _with_city(key, _areas())


def _beginning(key: str, areas: Iterable[Area]) -> list[Area]:
    """Return the areas whose title begins with these words."""
    return [area for area in areas if re.match(rf"{re.escape(key)}\b", _title(area))]


def _with_city(key: str, areas: Iterable[Area]) -> list[Area]:
    return [area for area in areas if key in _cities(area)]


@cache
def _areas() -> tuple[Area, ...]:
    """Return the areas of the newest release that lie in a state, states first."""
    wages = load_wages()
    current = {code for release, code, _ in wages.positions if release == wages.releases[0]}
    found = [area for code, area in wages.areas.items() if code in current and area.state in states()]
    return tuple(sorted(found, key=lambda area: (area.area_type != "state", area.area_title)))


@cache
def _states() -> dict[str, Area]:
    """Return the states by name, by name and the word state, and by postal code, as `_key` writes them."""
    found = [area for area in _areas() if area.area_type == "state"]
    return {key: area for area in found for key in (_title(area), f"{_title(area)} state", area.state.lower())}


@cache
def _cities(area: Area) -> tuple[str, ...]:
    """Return the cities in the title of a metropolitan area; of another area its title."""
    title = _title(area)
    return tuple(re.split(r"-+|/", title.rpartition(", ")[0])) if area.area_type == "metro" else (title,)


@cache
def _title(area: Area) -> str:
    return _key(area.area_title)


@cache
def _postal_codes(area: Area) -> tuple[str, ...]:
    """Return the postal codes of the states an area lies in."""
    return tuple(area.area_title.rpartition(", ")[2].split("-")) if area.area_type == "metro" else (area.state,)


def _key(text: str) -> str:
    """Return a name in the one way names are compared: without case, points, kinds of dashes and what we add."""
    key = re.sub(r"[‐-―]", "-", text.casefold()).replace("’", "'").replace(".", "").replace(" (state)", " state")
    return " ".join(re.sub(r" \(metro area\)$|^urban ", "", key).split())
