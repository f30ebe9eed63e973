"""The results as a table: each figure next to the floor's, and whether it meets its goal."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

from scripts.bench.results import p95
from scripts.bench.targets import TARGETS
from scripts.bench.visitors import THINKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scripts.bench.results import Crowd, Measured, Results

FLOOR_NAME: Final = "floor"


@dataclass(frozen=True)
class Figure:
    """One figure of a page.

    Attributes:
        label: What it is.
        read: Takes it from what was measured.
        unit: s or MB.
        most: Goal: no more than this.
        ratio: Goal: no more than this many times the floor's figure.
    """

    label: str
    read: Callable[[Measured], float]
    unit: str = "s"
    most: float | None = None
    ratio: float | None = None


@dataclass(frozen=True)
class Line:
    """A figure of a page next to the floor's."""

    figure: Figure
    value: float
    floor: float

    @property
    def misses(self) -> list[str]:
        """The goals that are missed, in words."""
        most, ratio = self.figure.most, self.figure.ratio
        missed = []
        if most is not None and self.value > most:
            missed.append(f"{most:g} {self.figure.unit}")
        if ratio is not None and self.value > ratio * self.floor:
            missed.append(f"{ratio:g} x floor")
        return missed

    @property
    def verdict(self) -> str:
        """PASS, the goals missed, or nothing for a figure without a goal."""
        if self.figure.most is None and self.figure.ratio is None:
            return ""
        return f"over {' and '.join(self.misses)}" if self.misses else "PASS"

    def __str__(self) -> str:
        """The line of the table."""
        digits = 0 if self.figure.unit == "MB" else 3
        value, floor = (f"{number:.{digits}f} {self.figure.unit}" for number in (self.value, self.floor))
        return f"  {self.figure.label:<44}{value:>9}{floor:>10}{self.value / self.floor:>7.2f}  {self.verdict}".rstrip()


def _crowd(measured: Measured) -> Crowd:
    if measured.crowd is None:
        raise ValueError("This page was not measured with many visitors.")
    return measured.crowd


FIGURES: Final = (
    Figure("start: heading", lambda page: median(start.first.heading for start in page.starts), most=1.5),
    Figure("start: first chart", lambda page: median(start.first.chart for start in page.starts), ratio=1.2),
    Figure("reload: heading", lambda page: median(start.again.heading for start in page.starts)),
    Figure("reload: first chart", lambda page: median(start.again.chart for start in page.starts)),
    Figure("change: drawn anew", lambda page: median(each.first for each in page.changes), most=0.3, ratio=1.5),
    Figure("change: drawn anew, p95", lambda page: p95([each.first for each in page.changes])),
    Figure("change: last part drawn anew", lambda page: median(each.everything for each in page.changes)),
    Figure("server, one visitor", lambda page: median(start.memory for start in page.starts), "MB", most=200),
)
CROWD_FIGURES: Final = (
    Figure("many visitors: rerun", lambda page: median(_crowd(page).reruns)),
    Figure("many visitors: rerun, p95", lambda page: p95(_crowd(page).reruns)),
    Figure("many visitors: first run, all at once", lambda page: median(_crowd(page).loads)),
    Figure("many visitors: first run, all at once, p95", lambda page: p95(_crowd(page).loads)),
    Figure("server, many visitors", lambda page: _crowd(page).memory, "MB"),
)
TOUR: Final = Figure("server, one visitor on every page", lambda page: median(s.memory for s in page.starts), "MB", 200)


def lines(results: Results) -> dict[str, list[Line]]:
    """Return the lines of each page, and those of the whole under "all pages"."""
    floor = results.pages[FLOOR_NAME]
    found = {
        name: [Line(figure, figure.read(page), figure.read(floor)) for figure in _figures(page)]
        for name, page in results.pages.items()
        if name != FLOOR_NAME
    }
    found["all pages"] = [Line(TOUR, results.tour_memory, TOUR.read(floor))]
    return found


def table(results: Results) -> str:
    """Return everything as text."""
    return "\n".join(_text(results))


def _figures(page: Measured) -> tuple[Figure, ...]:
    return FIGURES if page.crowd is None else FIGURES + CROWD_FIGURES


def _text(results: Results) -> Iterator[str]:
    floor = results.pages[FLOOR_NAME]
    starts, changes = len(floor.starts), len(floor.changes)
    healthy = median(start.healthy for start in floor.starts)
    yield f"Starts: median of {starts}, each with a new server (up within {healthy:.2f} s) and a new browser context,"
    yield f"from the request to the screen. Changes: median of {changes}, from the press to the screen."
    for name, some in lines(results).items():
        yield f"\n{name:<46}{'page':>9}{'floor':>10}{'ratio':>7}"
        yield from map(str, some)
        if name in results.pages:
            yield f"  changed: {TARGETS[name].control}"
            yield from _crowd_note(results.pages[name].crowd)


def _crowd_note(crowd: Crowd | None) -> Iterator[str]:
    if crowd:
        low, high = THINKING
        yield f"  many: {len(crowd.loads)} visitors, {len(crowd.reruns)} reruns, {low:g} to {high:g} s between them"
