"""The places a text names: the nation, a state, or a metro area by its first city."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.pay.claim_cues import Cue
from lib.tables import load_wages
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.tables import Area

_NATION: Final = re.compile(
    r"\b(?:(?i:united states|nationally|nationwide|(?:across|in) the (?:nation|country))"
    r"|(?i:national)(?= (?i:median|mean|average|figure|wage|pay|salary|level))"
    r"|U\.S\.A\.|U\.S\.|USA?\b)(?!\$| (?:Bureau|Department|dollars))"
)
_WORD: Final = re.compile(r"\b[A-Za-z]")
_BEFORE_CITY: Final = re.compile(r"\b(?:in|for|near|of|around|across|from)(?: the)?(?: greater)? $", re.IGNORECASE)
_AFTER_CITY: Final = re.compile(r" ?(?:metro|area|paralegal|legal|lawyer|attorney|secretar|[:(|])", re.IGNORECASE)
_AFTER_COMMA: Final = re.compile(r", ?([A-Z][A-Za-z]*)( [A-Z][a-z]+)?")
_POSTAL: Final = re.compile(r"\b[Ii]n ([A-Z]{2})\b")
_STATE: Final = ("state", "territory")
_CAPITAL: Final = "47900"  # Washington-Arlington-Alexandria, DC-VA-MD-WV
_DISTRICT: Final = "11"


@dataclass
class _Name:
    """A name and the areas that bear it: states, and metro or nonmetro areas."""

    name: str
    states: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()


def place_cues(text: str) -> list[Cue]:
    """Return the places named in a text; "in New York" means the state and the metro area."""
    found = [Cue(match.start(), match.end(), match[0], (NATION,)) for match in _NATION.finditer(text)]
    states = _states()
    found += [
        Cue(match.start(1), match.end(1), match[1], (states[match[1]].area_code,))
        for match in _POSTAL.finditer(text)
        if match[1] in states
    ]
    end = 0
    for word in _WORD.finditer(text):
        cue = _place_at(word.start(), text) if word.start() >= end else None
        if cue:
            found.append(cue)
            end = cue.end
    return sorted(found, key=lambda cue: cue.start)


def _place_at(start: int, text: str) -> Cue | None:
    for name in _names().get(_first_word(text[start : start + 40]), ()):
        end = start + len(name.name)
        if text[start:end].lower() == name.name.lower() and not text[end : end + 1].isalnum():
            cue = _read(name, start, end, text)
            if cue:
                return cue
    return None


def _read(name: _Name, start: int, end: int, text: str) -> Cue | None:
    """Say which areas a name stands for here; a city needs words around it that make it a place."""
    is_city = bool(name.cities) and text[start:end] == name.name
    state, after = _state_after(end, text)
    if is_city and state:
        there = tuple(code for code in name.cities if state.state in _postal_codes(code))
        return Cue(start, after, text[start:after], there or (state.area_code,))
    is_city = is_city and bool(_BEFORE_CITY.search(text[:start]) or _AFTER_CITY.match(text, end))
    means = (*name.states, *(name.cities if is_city else ()))
    return Cue(start, end, text[start:end], means) if means else None


def _state_after(end: int, text: str) -> tuple[Area | None, int]:
    """Return the state that follows a city after a comma, and where its name ends."""
    match = _AFTER_COMMA.match(text, end)
    if match is None:
        return None, end
    states = _states()
    both = match[1] + (match[2] or "")
    if both in states:
        return states[both], match.end()
    return states.get(match[1]), match.end(1)


@cache
def _states() -> dict[str, Area]:
    """States and territories by title and by postal code."""
    areas = [area for area in load_wages().areas.values() if area.area_type in _STATE]
    return {name: area for area in areas for name in (area.area_title, area.state)}


def _postal_codes(area_code: str) -> list[str]:
    return load_wages().areas[area_code].area_title.rpartition(", ")[2].split("-")


@cache
def _names() -> dict[str, tuple[_Name, ...]]:
    """Names of places by their first word, the longest first."""
    names: dict[str, _Name] = {}
    for area in load_wages().areas.values():
        _add(area, names)
    for words in ("Washington, D.C.", "Washington D.C.", "Washington, DC", "Washington DC"):
        names[words] = _Name(words, (_DISTRICT, _CAPITAL))
    for words in ("D.C.", "DC"):
        names[words] = _Name(words, (_DISTRICT,))
    for words in ("New York City", "NYC"):
        names[words] = _Name(words, cities=names["New York"].cities)
    by_word: dict[str, list[_Name]] = defaultdict(list)
    for name in sorted(names.values(), key=lambda name: -len(name.name)):
        by_word[_first_word(name.name)].append(name)
    return {word: tuple(found) for word, found in by_word.items()}


def _add(area: Area, names: dict[str, _Name]) -> None:
    title = area.area_title
    if area.area_type in _STATE:
        names.setdefault(title, _Name(title)).states += (area.area_code,)
        names[f"{title} State"] = _Name(f"{title} State", (area.area_code,))
    elif area.area_type == "metro":
        cities = title.rpartition(", ")[0].removeprefix("Urban ")
        for city in {cities, re.split(r"[-/]", cities)[0]}:
            names.setdefault(city, _Name(city)).cities += (area.area_code,)
    elif area.area_type == "nonmetro":
        names[title] = _Name(title, (area.area_code,))


def _first_word(words: str) -> str:
    return re.split(r"[^A-Za-z]", words, maxsplit=1)[0].lower()
