"""The published figures that belong beside a claimed amount."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

from lib.pay.claim_amounts import HOUR, YEAR
from lib.pay.claim_cues import MEAN, MEDIAN
from lib.pay.claim_figures import PREFIX, find_figure, role_words, statistic_words
from lib.pay.claim_match import near_releases, stated_areas
from lib.pay.compare import strip_row
from lib.pay.market import place_words, release_words
from lib.pay.words import dollars
from lib.tables import CellState, central_roles, load_roles, load_wages
from lib.tables.wage_schema import STATE_WORDS

if TYPE_CHECKING:
    from lib.pay.claim_figures import PublishedFigure
    from lib.pay.claim_text import ClaimedAmount
    from lib.pay.claims import CheckedAmount

ORDER: Final = (MEDIAN, MEAN, "p10", "p25", "p75", "p90")
NOT_CARRIED: Final = "not in our copy"


@dataclass(frozen=True)
class Beside:
    """A role in a place in a release, all of whose figures help to judge an amount."""

    role: str
    area_code: str
    release: str

    @property
    def words(self) -> str:
        """Such as "Paralegals, United States, May 2024"."""
        place = load_wages().areas[self.area_code].area_title
        return f"{load_roles()[self.role].plural}, {place}, {release_words(self.release)}"

    @property
    def percentiles(self) -> tuple[float, ...]:
        """The five published percentiles in dollars a year; empty if one is missing."""
        row = load_wages().find(self.release, self.area_code, load_roles()[self.role].soc_code)
        values = tuple(value for value in row.percentiles if value is not None) if row else ()
        return values if row and len(values) == len(row.percentiles) else ()

    def cell(self, statistic: str, per: str) -> str:
        """Return a figure as text, or why there is none."""
        figure = find_figure(statistic, per, self.role, self.area_code, self.release)
        if figure:
            return dollars(figure.amount, cents=per == HOUR)
        wages = load_wages()
        at = wages.positions[(self.release, self.area_code, load_roles()[self.role].soc_code)]
        state = wages.states[f"{PREFIX[per]}_{statistic}"].iloc[at]
        return STATE_WORDS[CellState(state)] if state else NOT_CARRIED


def beside(claimed: ClaimedAmount, figure: PublishedFigure | None) -> tuple[Beside, ...]:
    """Return whose figures belong beside an amount: those of the figure found, then those the claim is about.

    Args:
        claimed: What the text says.
        figure: The figure found, or None.
    """
    areas, releases = stated_areas(claimed), near_releases(claimed)
    if figure is None:
        about = [Beside(role, areas[0], releases[0]) for role in claimed.roles or central_roles()]
    else:
        role = figure.role if not claimed.roles or figure.role in claimed.roles else claimed.roles[0]
        area = figure.area_code if figure.area_code in areas else areas[0]
        release = claimed.releases[0] if claimed.releases and figure.release not in claimed.releases else figure.release
        about = [Beside(figure.role, figure.area_code, figure.release), Beside(role, area, release)]
    known = load_wages().positions
    roles = load_roles()
    return tuple(
        each for each in dict.fromkeys(about) if (each.release, each.area_code, roles[each.role].soc_code) in known
    )


def beside_table(checked: CheckedAmount) -> pd.DataFrame:
    """Return the figures beside an amount as text, one row a statistic, with what the text says of each."""
    per = HOUR if checked.per == HOUR else YEAR
    table = {"Figure": [statistic_words(statistic).capitalize() for statistic in ORDER]}
    table |= {each.words: [each.cell(statistic, per) for statistic in ORDER] for each in checked.beside}
    marks = [_mark(checked, statistic) for statistic in ORDER]
    return pd.DataFrame(table | ({"In the text": marks} if any(marks) else {}))


def _mark(checked: CheckedAmount, statistic: str) -> str:
    parts = []
    if checked.found and checked.found.statistic == statistic:
        parts.append("amount" if checked.exact else "amount, nearly")
    if checked.named == statistic:
        parts.append("name")
    return " and ".join(parts)


def beside_strips(checked: CheckedAmount) -> pd.DataFrame:
    """Return a percentile strip for each of those beside a yearly amount whose percentiles are all published."""
    shown = [each for each in checked.beside if each.percentiles] if checked.per == YEAR else []
    return pd.DataFrame([strip_row(each.words, each.role, each.percentiles) for each in shown])


def newest_words(checked: CheckedAmount) -> str:
    """Say what median and mean are in the newest release, if the figures beside are older; else empty."""
    newest = load_wages().releases[0]
    if not checked.beside or checked.beside[0].release == newest or checked.per not in (YEAR, HOUR):
        return ""
    about = checked.beside[-1] if checked.found else checked.beside[0]
    now = [find_figure(name, checked.per, about.role, about.area_code, newest) for name in (MEDIAN, MEAN)]
    words = [f"the {each.statistic} is {dollars(each.amount, cents=each.per == HOUR)}" for each in now if each]
    place = place_words(load_wages().areas[about.area_code])
    whose = f" of {role_words(about.role)} in {place}" if len(checked.beside) > 1 else ""
    return f"In the newest figures{whose}, {release_words(newest)}, {' and '.join(words)}." if words else ""
