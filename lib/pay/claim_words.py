"""The answer to a claimed amount in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lib.pay.claim_amounts import HOUR
from lib.pay.claim_cues import MEAN, MEDIAN
from lib.pay.claim_figures import find_figure, role_words, statistic_words
from lib.pay.claim_match import NAME, PLACE, ROLE, YEAR, near_releases, near_statistics, stated_areas
from lib.pay.market import place_words, release_words
from lib.pay.words import dollars
from lib.tables import central_roles, load_wages
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.pay.claim_figures import PublishedFigure
    from lib.pay.claim_match import Match
    from lib.pay.claim_text import ClaimedAmount

_OTHER_AVERAGE: Final = {MEDIAN: MEAN, MEAN: MEDIAN}


def match_words(claimed: ClaimedAmount, match: Match) -> str:
    """Say what the claimed amount is, and whether the claim says so."""
    if not match.exact:
        return _near_words(claimed, match)
    statement = _statement(claimed, match.figure)
    if match.differs == (PLACE,) and match.figure.area_code != NATION:
        return f"{statement}, a place the claim does not name, so this may be chance{_meant_words(claimed, match)}."
    if match.differs == (NAME,):
        return f"{statement}, not {_meant_name_words(claimed, match)}."
    if match.differs:
        return f"{statement}, not {_difference_words(claimed, match)}{_meant_words(claimed, match)}."
    if claimed.sure:
        return f"{statement}, and the claim calls it by its right name."
    return f"{statement}; {_vague_words(claimed)}{_other_average_words(match.figure)}."


def _statement(claimed: ClaimedAmount, figure: PublishedFigure) -> str:
    if figure.amount == claimed.value:
        return f"{amount_words(claimed)} is {figure.words}"
    return f"{amount_words(claimed)} is, rounded, {figure.words} ({_money(figure)})"


def not_found_words(claimed: ClaimedAmount) -> str:
    """Say that no figure is near, and what the figure is that the claim names."""
    people = " or ".join(role_words(role) for role in claimed.roles or central_roles())
    equal = f"No published BLS figure for {people} in {_place(stated_areas(claimed)[0])} equals {amount_words(claimed)}"
    releases = near_releases(claimed)
    if not set(releases) <= set(load_wages().releases):
        return f"{equal}: the data here hold no figures for {releases[0][:4]}."
    names = " or ".join(statistic_words(statistic) for statistic in near_statistics(claimed))
    when = release_words(releases[0])
    when = f"of {when}" if len(releases) == 1 else f"from {release_words(releases[-1])} to {when}"
    return f"{equal}, and no {names} {when} comes near it{_meant_words(claimed, None)}."


def unit_words(claimed: ClaimedAmount) -> str:
    """Say that BLS publishes no wages by the month, week or day."""
    amount = amount_words(claimed)
    return f"BLS publishes wages by the year and by the hour, not by the {claimed.per}, so {amount} is not checked."


def others_words(others: int, *, found: bool, certain: bool) -> str:
    """Say how many published figures are the same amount besides the one found; empty if none is.

    Args:
        others: How many.
        found: Whether one of the same amount was found.
        certain: Whether that one is all that the claim says.
    """
    if not others:
        return ""
    figures, are, kinds = (
        ("figure", "is", "of another year, place, role or statistic")
        if others == 1
        else ("figures", "are", "of other years, places, roles or statistics")
    )
    weak = "" if certain else "; an equal amount alone proves little"
    return f"{others:,}{' other' if found else ''} published {figures} ({kinds}) {are} the same amount{weak}."


def amount_words(claimed: ClaimedAmount) -> str:
    """Return the amount in full: $66,500 for $66.5k, $32.00 for 32 dollars an hour."""
    return dollars(claimed.value, cents=claimed.per == HOUR or claimed.value != round(claimed.value))


def _near_words(claimed: ClaimedAmount, match: Match) -> str:
    gap = claimed.value - match.figure.amount
    distance = dollars(abs(gap), cents=claimed.per == HOUR or gap != round(gap))
    words = f"{distance} {'more' if gap > 0 else 'less'} than {match.figure.words}, which is {_money(match.figure)}"
    if NAME in match.differs:
        words += f"; it is not near {_meant_name_words(claimed, match)}"
    return f"No published figure that fits equals {amount_words(claimed)}: it is {words}."


def _vague_words(claimed: ClaimedAmount) -> str:
    if claimed.called:
        return f'"{claimed.called}" does not say which statistic is meant'
    return "the claim does not say which statistic is meant"


def _other_average_words(figure: PublishedFigure) -> str:
    """Put the median beside the mean and the mean beside the median."""
    other = _OTHER_AVERAGE.get(figure.statistic)
    found = other and find_figure(other, figure.per, figure.role, figure.area_code, figure.release)
    return f", and the {statistic_words(found.statistic)} is {_money(found)}" if found else ""


def _difference_words(claimed: ClaimedAmount, match: Match) -> str:
    """Say what the claim says otherwise."""
    parts = []
    if NAME in match.differs:
        parts.append(f"the {statistic_words(claimed.statistics[0])}")
    if ROLE in match.differs:
        parts.append(f"of {' or '.join(role_words(role) for role in claimed.roles)}")
    if YEAR in match.differs:
        parts.append(f"for {claimed.releases[0][:4]}")
    if PLACE in match.differs:
        parts.append(f"in {_place(stated_areas(claimed)[0])}")
    return " and not ".join(parts)


def _meant_name_words(claimed: ClaimedAmount, match: Match) -> str:
    meant = _meant(claimed, match)
    return f"the {statistic_words(claimed.statistics[0])}" + (f", which is {_money(meant)}" if meant else "")


def _meant_words(claimed: ClaimedAmount, match: Match | None) -> str:
    meant = _meant(claimed, match)
    return f"; {meant.words}, is {_money(meant)}" if meant else ""


def _meant(claimed: ClaimedAmount, match: Match | None) -> PublishedFigure | None:
    """Return the figure that the claim's words name; what they leave open is as in the figure found."""
    statistic = claimed.statistics[0] if claimed.sure else MEDIAN
    role = (claimed.roles or central_roles())[0]
    area_code = stated_areas(claimed)[0]
    release = near_releases(claimed)[0]
    if match:
        agrees = {kind for kind in (PLACE, ROLE, YEAR, NAME) if kind not in match.differs}
        statistic = match.figure.statistic if NAME in agrees else statistic
        role = match.figure.role if ROLE in agrees else role
        area_code = match.figure.area_code if PLACE in agrees else area_code
        release = match.figure.release if YEAR in agrees else release
    return find_figure(statistic, claimed.per, role, area_code, release)


def _place(area_code: str) -> str:
    return place_words(load_wages().areas[area_code])


def _money(figure: PublishedFigure) -> str:
    return dollars(figure.amount, cents=figure.per == HOUR)
