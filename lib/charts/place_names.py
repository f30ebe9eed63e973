"""Long names of places made short enough for a label."""

from __future__ import annotations

import re
from typing import Final

HYPHENATED: Final = "Winston-Salem"  # the one first city with a hyphen of its own
FIRST_CITY: Final = re.compile(rf"{HYPHENATED}|[^-/]+")


def short_place(title: str) -> str:
    """Return the first city and state of a metropolitan area, such as San Jose, CA; other names as they are.

    A nonmetropolitan area keeps its name and says so in one word.
    """
    title = title.replace("nonmetropolitan area", "(nonmetro)")
    cities, comma, states = title.rpartition(", ")
    city = FIRST_CITY.match(cities)
    return f"{city[0]}{comma}{states.split('-')[0]}" if city else title
