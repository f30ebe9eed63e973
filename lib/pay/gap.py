"""How both roles compare in every place: who is paid more where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.pay.market import PUBLISHED
from lib.pay.places import place_rows
from lib.pay.words import dollars
from lib.tables import central_roles, load_roles
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.pay.places import Facts

KINDS: Final = {"state": "states (with DC)", "metro": "metro areas", "nonmetro": "nonmetropolitan areas"}


@lru_cache(maxsize=16)
def gaps(release: str, facts: Facts = ()) -> pd.DataFrame:
    """Return both roles' medians in every place of a release. Shared: do not change the frame.

    Returns:
        Columns area_code, place, area_type, state, paralegal, legal_secretary (dollars a year), gap (the first less
        the second) and basis ("published" if both medians are).
    """
    both = [place_rows(role, release, facts) for role in central_roles()]
    first, second = both
    frame = first[["area_code", "place", "area_type", "state"]].copy()
    for role, rows in zip(central_roles(), both, strict=True):
        frame[role] = rows["median"]
    published = (first["basis"] == PUBLISHED) & (second["basis"] == PUBLISHED)
    return frame.assign(
        gap=first["median"] - second["median"], basis=published.map({True: PUBLISHED, False: "estimated"})
    )


@dataclass(frozen=True)
class Flips:
    """Where legal secretaries earn as much as paralegals in the middle, or more.

    Attributes:
        kind: Area type.
        places: Rows of `gaps` with both medians published and the gap at or below 0, the largest first.
        of: Places of that kind with both medians published.
    """

    kind: str
    places: pd.DataFrame
    of: int

    @property
    def sentence(self) -> str:
        """Say in how many places the sign flips."""
        return f"In {len(self.places)} of {self.of} {KINDS[self.kind]} legal secretaries' median is equal or higher."


def flips(release: str, kind: str) -> Flips:
    """Return the places of a kind in which the usual order of the two roles does not hold, published only."""
    rows = gaps(release)
    known = rows[(rows["area_type"] == kind) & (rows["basis"] == PUBLISHED)]
    return Flips(kind, known[known["gap"] <= 0].sort_values(["gap", "place"], ignore_index=True), len(known))


def gap_sentence(release: str, kind: str) -> str:
    """Say how the two roles compare over the places of a kind."""
    found = flips(release, kind)
    names = [load_roles()[role].plural for role in central_roles()]
    rows = gaps(release)
    nation = float(rows.loc[rows["area_code"] == NATION, "gap"].iloc[0])
    more, less = names if nation >= 0 else names[::-1]
    return f"{more} earn {dollars(abs(nation))} more than {less.lower()} in the nation's middle. {found.sentence}"
