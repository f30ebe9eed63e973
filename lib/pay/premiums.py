"""How much of a state's premium for a role holds in the state's areas: fitted on the areas that publish it.

Least squares over one number: log pay of an area, beyond what its other jobs say, against the premium of
its state (`lib.pay.fallback.evidence`). The interval comes from resampled states, the error from leaving
out one state at a time, so that no area is judged by a fit that knew its neighbours. The value used
stands in data/factors.csv.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import log
from typing import TYPE_CHECKING, Final

import numpy as np

from lib.pay.fallback import LOCAL, evidence
from lib.tables import load_roles, load_wages
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]

RESAMPLES: Final = 500
SEED: Final = 20251122
INTERVAL: Final = (0.025, 0.975)


@dataclass(frozen=True)
class PremiumFit:
    """What the published areas say.

    Attributes:
        kept: Share of the state's premium that holds in its areas.
        low: Lower end of the 95 % interval.
        high: Upper end of the 95 % interval.
        error: Median absolute error of estimates with a share fitted on other states.
        areas: Areas fitted.
    """

    kept: float
    low: float
    high: float
    error: float
    areas: int


@cache
def fit_premium(role: str, release: str) -> PremiumFit:
    """Fit the share for a role on the metropolitan and nonmetropolitan areas of a release."""
    states, premiums, beyond = _published(role, release)
    kept = _share(premiums, beyond)
    names = sorted(set(states.tolist()))
    members = {name: np.flatnonzero(states == name) for name in names}
    random = np.random.default_rng(SEED)
    resampled = []
    for _ in range(RESAMPLES):
        drawn = np.concatenate([members[name] for name in random.choice(names, len(names))])
        resampled.append(_share(premiums[drawn], beyond[drawn]))
    low, high = np.quantile(resampled, INTERVAL).tolist()
    errors = np.empty(len(beyond))
    for here in members.values():
        elsewhere = np.setdiff1d(np.arange(len(beyond)), here)
        share = _share(premiums[elsewhere], beyond[elsewhere])
        errors[here] = np.expm1(share * premiums[here] - beyond[here])
    return PremiumFit(kept, low, high, float(np.median(np.abs(errors))), len(beyond))


def _published(role: str, release: str) -> tuple[npt.NDArray[np.str_], Vector, Vector]:
    """Return each area's state, its premium and its log pay beyond what the other jobs say."""
    wages = load_wages()
    soc_code = load_roles()[role].soc_code
    rows = []
    for (of_release, area_code, of_soc), published in wages.medians.items():
        area = wages.areas[area_code]
        if (of_release, of_soc) != (release, soc_code) or area.area_type not in LOCAL:
            continue
        found = evidence(role, area_code, release)
        if found.compared:
            ratio = log(published / wages.medians[(release, NATION, soc_code)])
            rows.append((area.state, found.premium, ratio - found.others))
    states, premiums, beyond = zip(*rows, strict=True)
    return np.array(states), np.array(premiums), np.array(beyond)


def _share(premiums: Vector, beyond: Vector) -> float:
    return float(premiums @ beyond / (premiums @ premiums))
