"""Whether the gap between the two roles is real: how far their pay overlaps, how sure it is, and whether it lasts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import hypot
from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.pay.curve import NORMAL
from lib.pay.gap import KINDS, flips, gaps
from lib.pay.market import PUBLISHED, release_words
from lib.pay.places import release_before
from lib.pay.shifts import remaining_spread
from lib.pay.words import dollars, share_words
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.files import records

if TYPE_CHECKING:
    from lib.pay.estimate import Estimate

POINTS: Final = 400
# The middles of 400 equal groups of earners: none of them stands at an end, where the curve is a guess.
GRID: Final = tuple(NORMAL.inv_cdf((at + 0.5) / POINTS) for at in range(POINTS))
CONFIDENCE: Final = 0.95
ERRORS: Final = NORMAL.inv_cdf((1 + CONFIDENCE) / 2)  # standard errors on either side of the interval
PER_CENT: Final = 100
EVEN: Final = 0.5  # as likely as not
YES: Final = "yes"
NO: Final = "no"
NO_FIGURE: Final = "no figure"


def chance_above(first: Estimate, second: Estimate) -> float:
    """Return the probability (0 to 1) that someone of the first earns more than someone of the second.

    Both are chosen at random and independently: over the quantiles of the second, the mean share of the first who
    earn more.
    """
    curve, spread = second.market.curve, remaining_spread(second.shifts)
    centre = sum(shift.position for shift in second.shifts)
    below = sum(first.percentile_of(curve.wage(centre + spread * position)) for position in GRID)
    return 1 - below / PER_CENT / POINTS


def chance_sentence(first: Estimate, second: Estimate) -> str:
    """Say in how many pairs of one of each the first earns more, and how that fits the medians."""
    one, other = (load_roles()[found.profile.role].label.lower() for found in (first, second))
    chance = chance_above(first, second)
    sentence = (
        f"Pick one {one} and one {other} here at random: in {share_words(chance)} such pairs the {one} earns more "
        f"(50 in 100 would be no difference)."
    )
    if (chance - EVEN) * (first.median - second.median) < 0:
        return f"{sentence} The medians point the other way, because the two ranges differ in shape."
    return sentence


def quarter_sentence(first: Estimate, second: Estimate) -> str:
    """Say how the upper quarter of the lower-paid role compares with the middle of the other."""
    lower, upper = sorted((first, second), key=lambda found: found.median)
    few, many = (load_roles()[found.profile.role].plural.lower() for found in (lower, upper))
    return f"A quarter of {few} earn more than {dollars(lower.p75)}; the median of {many} is {dollars(upper.median)}."


@dataclass(frozen=True)
class MeanDifference:
    """The published means of two roles, and how sure their difference is.

    Attributes:
        roles: Keys of the two roles.
        means: Dollars a year, in the order of the roles.
        errors: Standard errors of the means, in dollars.
    """

    roles: tuple[str, str]
    means: tuple[float, float]
    errors: tuple[float, float]

    @property
    def difference(self) -> float:
        """The higher mean less the lower one."""
        return abs(self.means[0] - self.means[1])

    @property
    def margin(self) -> float:
        """Half the 95 % interval of the difference; the samples of the two roles are taken as independent."""
        return ERRORS * hypot(*self.errors)

    @property
    def is_beyond_error(self) -> bool:
        """Whether sampling error alone can hardly make such a difference."""
        return self.difference > self.margin

    @property
    def sentence(self) -> str:
        """Say how large the difference is beside its sampling error."""
        named = " and ".join(
            f"{dollars(mean)} for {load_roles()[role].plural.lower()}"
            for role, mean in zip(self.roles, self.means, strict=True)
        )
        verdict = "more than sampling error" if self.is_beyond_error else "no more than sampling error can make"
        return (
            f"The means differ by {dollars(self.difference)}, give or take {dollars(self.margin)} "
            f"({CONFIDENCE:.0%} interval; {named}): {verdict}."
        )


def mean_difference(area: str, release: str) -> MeanDifference | None:
    """Return how the published means of both roles differ, or None where a mean or its error is not in our data.

    Args:
        area: BLS area code.
        release: Reference month.
    """
    first, second = central_roles()
    found = [_mean_and_error(role, area, release) for role in (first, second)]
    known = [each for each in found if each]
    if len(known) < len(found):
        return None
    (mean, error), (other_mean, other_error) = known
    return MeanDifference((first, second), (mean, other_mean), (error, other_error))


def _mean_and_error(role: str, area: str, release: str) -> tuple[float, float] | None:
    row = load_wages().find(release, area, load_roles()[role].soc_code)
    if row is None or row.mean is None or row.mean_rse is None:
        return None
    return row.mean, row.mean * row.mean_rse / PER_CENT


def gap_sentences(first: Estimate, second: Estimate) -> list[str]:
    """Say how real the gap between the two roles is: pairs, upper quarter, sampling error, the release before.

    Args:
        first: Of the first central role.
        second: Of the second one, for the same place, release and facts.
    """
    area, release = first.market.area.area_code, first.market.release
    sentences = (
        chance_sentence(second, first),
        quarter_sentence(first, second),
        estimate_sentence(first, second),
        mean_sentence(area, release),
        before_sentence(area, release),
    )
    return [sentence for sentence in sentences if sentence]


def estimate_sentence(first: Estimate, second: Estimate) -> str:
    """Say how the gap compares with the usual error of estimated medians; empty if both are published."""
    estimated = [found for found in (first, second) if found.market.error is not None]
    if not estimated:
        return ""
    named = " and ".join(load_roles()[found.profile.role].plural.lower() for found in estimated)
    off = hypot(*(found.median * (found.market.error or 0) for found in estimated))
    gap = abs(first.median - second.median)
    many = len(estimated) > 1
    return (
        f"The {'figures' if many else 'figure'} of {named} here {'are our estimates' if many else 'is our estimate'}; "
        f"such estimates are usually off by about {dollars(off)}{' together' if many else ''}, "
        f"{'less' if off < gap else 'no less'} than the gap of {dollars(gap)}."
    )


def mean_sentence(area: str, release: str) -> str:
    """Say whether the difference of the means is larger than its sampling error, or why that cannot be said."""
    found = mean_difference(area, release)
    if found is None:
        return (
            "Sampling error: our data has it for the nation only, so it cannot be judged whether the difference here "
            "is more than chance. The smaller the place, the less sure the figures."
        )
    return (
        f"{found.sentence} This is for everybody in the roles, takes the two samples as independent, and compares "
        "means: BLS publishes no sampling error of medians."
    )


def before_sentence(area: str, release: str) -> str:
    """Say whether the order of the published medians in a place was the same in the release before.

    Returns:
        One sentence; empty if one of the four medians is not published.
    """
    before = release_before(release)
    now, then = _medians(area, release), _medians(area, before or "")
    if before is None or now is None or then is None:
        return ""
    same = "the same" if _order(now) == _order(then) else "different"
    plurals = [load_roles()[role].plural.lower() for role in central_roles()]
    named = ", ".join(f"{plural} {dollars(median)}" for plural, median in zip(plurals, then, strict=True))
    moved = f"The gap was {dollars(abs(then[0] - then[1]))} and is {dollars(abs(now[0] - now[1]))} now."
    return (
        f"For everybody in the roles, the order of the medians here was {same} in {release_words(before)}: {named}. "
        f"{moved}"
    )


def _medians(area: str, release: str) -> tuple[float, ...] | None:
    known = load_wages().medians
    found = [known.get((release, area, load_roles()[role].soc_code)) for role in central_roles()]
    published = tuple(median for median in found if median is not None)
    return published if len(published) == len(found) else None


def _order(medians: tuple[float, ...]) -> int:
    """Return 1 if the first median is the higher one, -1 if it is the lower one, 0 if both are equal."""
    first, second = medians
    return (first > second) - (first < second)


@cache
def flip_heading(release: str) -> tuple[str, str]:
    """Say how often the order flips among states or, if a release has none, among another kind of place.

    Returns:
        The kind it speaks of, empty if the release has none of any kind, and the heading.
    """
    for kind in KINDS:
        found = flips(release, kind)
        if found.of:
            return kind, found.sentence.removesuffix(".")
    return "", f"Where legal secretaries earn more: not known for {release_words(release)}"


@cache
def flip_sentence(release: str, kind: str) -> str:
    """Say in how many places of a kind the usual order of the roles does not hold.

    Args:
        release: Reference month.
        kind: Area type: state, metro or nonmetro.
    """
    found = flips(release, kind)
    if not found.of:
        return f"Our data for {release_words(release)} has no {KINDS[kind]} with full figures for both roles."
    return found.sentence


@cache
def kept_sentence(release: str, kind: str) -> str:
    """Say how many of these places were on the list of the release before; empty if that is not known."""
    places, before = flips(release, kind).places, release_before(release)
    if before is None or not len(places) or not flips(before, kind).of:
        return ""
    kept = sum(_held(area, before) == YES for area in places["area_code"])
    return f"Of these {len(places)}, {kept} were on the list of {release_words(before)} too."


@cache
def flip_table(release: str, kind: str) -> pd.DataFrame:
    """Return the places in which the usual order does not hold as a table of text. Shared: do not change it.

    Returns:
        One row a place, the largest difference first: both medians and, if the release before has such places,
        whether the place was on its list too.
    """
    places, before = flips(release, kind).places, release_before(release)
    table = {"Place": places["place"]}
    for role in central_roles():
        table[load_roles()[role].plural] = places[role].map(dollars)
    if before is not None and flips(before, kind).of:
        table[f"Also in {release_words(before)}"] = places["area_code"].map(lambda area: _held(area, before))
    return pd.DataFrame(table)


@cache
def flip_places(release: str, kind: str) -> pd.DataFrame:
    """Return the same places as a chart of places takes them. Shared: do not change it."""
    places = flips(release, kind).places
    return places.assign(label=places["place"], **{f"{role}_basis": PUBLISHED for role in central_roles()})


def _held(area: str, release: str) -> str:
    """Return whether an area was on a release's list: yes, no, or no figure."""
    gap = _published_gaps(release).get(area)
    return NO_FIGURE if gap is None else YES if gap <= 0 else NO


@cache
def _published_gaps(release: str) -> dict[str, float]:
    rows = gaps(release)
    return {row["area_code"]: row["gap"] for row in records(rows[rows["basis"] == PUBLISHED])}
