"""The published figure that a claimed amount most probably is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from lib.pay.claim_amounts import HOUR
from lib.pay.claim_cues import MEAN, MEDIAN
from lib.pay.claim_figures import STATISTICS, FigureIndex, PublishedFigure, among, figure_index
from lib.tables import central_roles, load_wages
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.pay.claim_figures import Flags, Positions
    from lib.pay.claim_text import ClaimedAmount

    Differences = dict[str, Flags]

NEAR: Final = 0.02
NEAR_RELEASES: Final = 3  # a claim that names no year is compared with this many releases, if it equals no figure
PLACE, ROLE, YEAR, NAME = "place", "role", "year", "name"
# Weights of what can differ: each weighs more than any one after it, so of two equal figures the one that differs in
# its statistic's name comes before the one of another year, role or place.
_WEIGHTS: Final = {PLACE: 4, ROLE: 3, YEAR: 2, NAME: 1}
# With more differences an equal amount is more likely chance than the figure that was meant.
MOST_DIFFERENCES: Final = 2
MOST_IF_UNNAMED: Final = 1  # the claim names no statistic


@dataclass(frozen=True)
class Match:
    """A published figure and how it fits what the claim says.

    Attributes:
        exact: Whether it equals the amount, to the last place given.
        differs: What the claim says otherwise: place, role, year, name.
    """

    figure: PublishedFigure
    exact: bool
    differs: tuple[str, ...]


def is_rounded(claimed: ClaimedAmount) -> bool:
    """Say whether the amount is given less precisely than BLS publishes it."""
    return claimed.step > (0.01 if claimed.per == HOUR else 1)


def equal_figures(claimed: ClaimedAmount) -> Positions:
    """Return the places of all figures that equal the amount, to the last place given."""
    half = claimed.step / 2
    return figure_index(claimed.per).between(claimed.value - half, claimed.value + half)


def stated_areas(claimed: ClaimedAmount) -> tuple[str, ...]:
    """Return the areas a claim is about: the nation if it names none."""
    return claimed.areas or (NATION,)


def near_releases(claimed: ClaimedAmount) -> tuple[str, ...]:
    """Return the releases in which a figure near the amount is sought, newest first."""
    return claimed.releases or load_wages().releases[:NEAR_RELEASES]


def near_statistics(claimed: ClaimedAmount) -> tuple[str, ...]:
    """Return the statistics of which a figure near the amount is sought: always both mean and median, or neither."""
    both = (MEDIAN, MEAN)
    return both if set(claimed.statistics) <= set(both) else claimed.statistics


def best_match(claimed: ClaimedAmount) -> Match | None:
    """Return the figure a claimed amount most probably is, or None.

    First comes a figure that equals the amount and differs from the claim in at most two of place, role, year and
    statistic (in one if the claim names no statistic); then the nearest within 2 % of what the claim names; last
    a figure of a place the claim does not name, if everything else agrees. So many figures round to an amount such
    as $50K that a rounded amount is compared only with what the claim names.
    """
    index = figure_index(claimed.per)
    if is_rounded(claimed):
        return _match(index, _nearest(index, claimed), claimed)
    equal = equal_figures(claimed)
    wrong = _differences(index, equal, claimed)
    for at in (_most_agreeing(index, equal, wrong, claimed), _nearest(index, claimed)):
        if at is not None:
            return _match(index, at, claimed)
    return _match(index, _elsewhere(index, equal, wrong) if claimed.sure and claimed.roles else None, claimed)


def _match(index: FigureIndex, at: int | None, claimed: ClaimedAmount) -> Match | None:
    if at is None:
        return None
    figure = index.figure(at)
    flags = _differences(index, np.array([at]), claimed)
    exact = abs(figure.amount - claimed.value) <= claimed.step / 2
    return Match(figure, exact, tuple(kind for kind, differs in flags.items() if differs[0]))


def _differences(index: FigureIndex, found: Positions, claimed: ClaimedAmount) -> Differences:
    named = claimed.statistics if claimed.sure else ()
    return {
        PLACE: ~among(index.areas[found], index.area_codes, stated_areas(claimed)),
        ROLE: ~among(index.roles[found], index.role_keys, claimed.roles),
        YEAR: ~among(index.releases[found], index.release_months, claimed.releases),
        NAME: ~among(index.statistics[found], STATISTICS, named),
    }


def _most_agreeing(index: FigureIndex, equal: Positions, wrong: Differences, claimed: ClaimedAmount) -> int | None:
    """Return the equal figure of the place named, or of the nation, that differs least."""
    central = among(index.roles[equal], index.role_keys, central_roles())
    # A role that is neither named nor one of the two the product is about counts twice.
    count = np.sum([*wrong.values(), wrong[ROLE] & ~central], axis=0)
    most = MOST_DIFFERENCES if claimed.sure else MOST_IF_UNNAMED
    is_nation = among(index.areas[equal], index.area_codes, (NATION,))
    allowed = (count <= most) & (~wrong[PLACE] | is_nation)
    weight = np.sum([_WEIGHTS[kind] * flags for kind, flags in wrong.items()], axis=0)
    expected = among(index.statistics[equal], STATISTICS, claimed.statistics)
    keys = (index.statistics[equal], -index.releases[equal], ~expected, ~central, weight, count, ~allowed)
    order = np.lexsort(keys)  # the last key sorts first
    return int(equal[order[0]]) if allowed.any() else None


def _nearest(index: FigureIndex, claimed: ClaimedAmount) -> int | None:
    """Return the nearest figure of the place, role and year named; of the statistic named, or mean for median."""
    close = index.between(claimed.value * (1 - NEAR), claimed.value * (1 + NEAR))
    wrong = _differences(index, close, claimed)
    statistics = near_statistics(claimed)
    kept = close[
        ~wrong[PLACE]
        & among(index.roles[close], index.role_keys, claimed.roles or central_roles())
        & among(index.releases[close], index.release_months, near_releases(claimed))
        & among(index.statistics[close], STATISTICS, statistics)
    ]
    if not len(kept):
        return None
    distance = np.abs(index.amounts[kept] - claimed.value)
    other_name = ~among(index.statistics[kept], STATISTICS, claimed.statistics)
    return int(kept[np.lexsort((-index.releases[kept], distance, other_name))[0]])


def _elsewhere(index: FigureIndex, equal: Positions, wrong: Differences) -> int | None:
    """Return the newest equal figure of another place, if nothing but the place differs."""
    rest = equal[~(wrong[ROLE] | wrong[YEAR] | wrong[NAME])]
    return int(rest[index.releases[rest].argmax()]) if len(rest) else None
