"""The place a cell of a roster names: a state, a metropolitan or a nonmetropolitan area of BLS."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.export.echo import quoted
from lib.hiring.position import states
from lib.tables import load_wages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lib.tables import Area

MOST_NAMED: Final = 6  # candidates named in a sentence
CITY_AND_STATE: Final = re.compile(r"(?P<city>.+?)(?:, ?(?P<state>[a-z ]+)| (?P<postal>[a-z]{2}))")


def area_of(text: str, state: str | None = None) -> str:
    """Return the area code of a place.

    Args:
        text: A state by name or postal code; a city, with or without its state; or the title BLS gives an area, or
            its beginning.
        state: Postal code that decides between places of the same name.

    Raises:
        ValueError: If no area, or more than one, bears the name.
    """
    found = _named(_key(text))
    if len(found) > 1 and state:
        there = [area for area in found if state in _postal_codes(area)]
        found = [area for area in there if area.area_type != "state"] or there or found
    if len(found) == 1:
        return found[0].area_code
    if not found:
        raise ValueError(
            f"No area of BLS is called {quoted(text)}. Write a state, or a metropolitan area such as Dallas, TX."
        )
    names = [f"{area.area_title} (state)" if area.area_type == "state" else area.area_title for area in found]
    more = " and others" if len(names) > MOST_NAMED else ""
    raise ValueError(f"{quoted(text)} can be: {'; '.join(names[:MOST_NAMED])}{more}. Write one of these.")


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
    return tuple(re.split(r"[-/]", title.rpartition(", ")[0])) if area.area_type == "metro" else (title,)


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
